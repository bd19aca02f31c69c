"""The forms on hosts of code ask what the catalogue asks, and offer the answers it takes."""

from typing import Any

import pytest
import yaml
from tests.support.samples import PL, published

from goodpractices.catalogue import Catalogue
from goodpractices.editing import QUESTIONS, issue_form, issue_template


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return published(tmp_path_factory.mktemp("forms"), {})


@pytest.fixture(scope="module")
def form(catalogue: Catalogue) -> Any:
    return yaml.load(issue_form(catalogue, PL), Loader=yaml.CSafeLoader)


def field(form: Any, name: str) -> Any:
    return next(each for each in form["body"] if each.get("id") == name)


def test_the_form_says_what_it_is_for_and_that_everybody_reads_it(form: Any) -> None:
    assert {name: form[name] for name in form if name != "body"} == {
        "name": "Zgłoś dobrą praktykę",
        "description": "Opisz praktykę własnymi słowami. Redakcja ułoży z tego opis.",
        "title": "Praktyka: ",
        "labels": ["praktyka"],
    }
    assert form["body"][0] == {
        "type": "markdown",
        "attributes": {
            "value": "Odpowiedz na tyle pytań, na ile umiesz. Jeżeli czegoś nie wiesz, zostaw puste; to lepsze niż "
            "domysł.\n\nZgłoszenie widzą wszyscy. Nie wpisuj nazwisk, telefonów ani adresów osób prywatnych."
        },
    }


def test_the_file_says_first_what_makes_it(catalogue: Catalogue) -> None:
    first = issue_form(catalogue, PL).split("\n")[0]
    assert first == "# Ten plik tworzy program z pytań katalogu i ze słowników: python3 scripts/make_forms.py"


def test_every_question_is_asked_once_in_its_order(form: Any) -> None:
    assert [each["id"] for each in form["body"][1:]] == [*(question.id for question in QUESTIONS), "file", "consent"]


def test_a_line_is_asked_for_on_a_line(form: Any) -> None:
    assert field(form, "title") == {
        "type": "input",
        "id": "title",
        "attributes": {"label": "Nazwa praktyki", "description": "Pełna nazwa, do 100 znaków."},
        "validations": {"required": True},
    }
    assert field(form, "start")["type"] == "input"
    assert "validations" not in field(form, "start")


@pytest.mark.parametrize("name", ["summary", "places", "sources", "solution", "remarks"])
def test_texts_and_several_lines_have_room(form: Any, name: str) -> None:
    assert field(form, name)["type"] == "textarea"
    assert "options" not in field(form, name)["attributes"]


def test_one_answer_or_several_are_picked_from_a_list(form: Any) -> None:
    assert field(form, "kind") == {
        "type": "dropdown",
        "id": "kind",
        "attributes": {
            "label": "Rodzaj praktyki",
            "description": "Wybierz jedną odpowiedź, najbliższą prawdy.",
            "options": ["projekt", "usługa"],
        },
        "validations": {"required": True},
    }
    themes = field(form, "themes")["attributes"]
    assert themes["multiple"] is True
    assert themes["options"] == ["zieleń", "sport", "kultura", "praca", "edukacja", "zdrowie"]
    assert "multiple" not in field(form, "lifecycle")["attributes"]
    assert field(form, "lifecycle")["attributes"]["options"][:2] == ["pomysł", "rozpoczyna się"]


def test_nothing_is_sent_without_consent(form: Any) -> None:
    assert field(form, "consent") == {
        "type": "checkboxes",
        "id": "consent",
        "attributes": {
            "label": "Zgody",
            "options": [
                {
                    "label": "Wiem, że zgłoszenie jest publiczne. Nie ma w nim danych osób prywatnych.",
                    "required": True,
                },
                {
                    "label": "Opis jest napisany własnymi słowami i może być opublikowany na licencji CC BY 4.0.",
                    "required": True,
                },
            ],
        },
    }


def test_a_finished_file_may_be_pasted_as_it_is(form: Any) -> None:
    assert field(form, "file") == {
        "type": "textarea",
        "id": "file",
        "attributes": {
            "label": "Gotowy plik opisu",
            "description": PL("submission.file_help"),
            "render": "markdown",
        },
    }


BEGINNING = """\
<!-- Odpowiedz na tyle pytań, na ile umiesz. Jeżeli czegoś nie wiesz, zostaw puste; to lepsze niż domysł. -->

<!-- Zgłoszenie widzą wszyscy. Nie wpisuj nazwisk, telefonów ani adresów osób prywatnych. -->

### Nazwa praktyki

<!-- Pełna nazwa, do 100 znaków. -->

### Praktyka w dwóch zdaniach

<!-- Od 80 do 400 znaków. Pierwsze zdanie mówi, co to jest i dla kogo, a drugie, co jest w tym szczególnego. -->

### Rodzaj praktyki

<!-- Wybierz jedną odpowiedź, najbliższą prawdy. -->

- [ ] projekt
- [ ] usługa

### Tematy

<!-- Od jednego do pięciu tematów. -->

- [ ] zieleń
- [ ] sport
- [ ] kultura
- [ ] praca
- [ ] edukacja
- [ ] zdrowie

### Gdzie praktyka działa
"""


def test_the_text_for_gitlab_has_a_heading_a_question_and_boxes_to_tick(catalogue: Catalogue) -> None:
    text = issue_template(catalogue, PL)
    assert text.startswith(BEGINNING)
    remarks = "### Uwagi dla redakcji\n\n<!-- Wszystko, co nie pasowało do pytań wyżej. -->\n"
    assert text.endswith(
        f"{remarks}\n### Gotowy plik opisu\n\n<!-- {PL('submission.file_help')} -->\n\n````markdown\n````\n"
    )
    assert text.count("\n### ") == len(QUESTIONS) + 1
