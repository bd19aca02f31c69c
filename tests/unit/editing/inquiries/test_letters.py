"""Letters to those who run a practice: one page, five questions at most, to an institution, in its language."""

from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from PIL import ImageFont
from tests.support.entries import add, entry, practices_folder
from tests.support.paths import ROOT
from tests.support.real import real_catalogue

from goodpractices.catalogue import Catalogue, Identity, entry_as_written, in_language, load_catalogue
from goodpractices.editing.inquiries import (
    Asking,
    Letter,
    form_document,
    form_file,
    letter_document,
    letter_language,
    letter_to,
    paragraphs_of,
    with_asked,
)
from goodpractices.wording import Translations

IDENTITY = Identity(name="Katalog dobrych praktyk", tagline="Nasz", description="Opis.")
FULL = Identity(
    name="Katalog dobrych praktyk",
    tagline="Nasz",
    description="Opis.",
    owner="Biuro Metropolii, Wydział Rozwoju i Współpracy z Partnerami",
    contact="katalog@metropolia.example.org",
)
SITE = "https://katalog.metropolia.example.org"
DAY, UNTIL = date(2026, 11, 2), date(2026, 12, 2)
# A4 less the margins of the letter, in points. The font is wider and higher than those of offices (Calibri, Arial).
WIDTH, HEIGHT = 170 / 25.4 * 72, 257 / 25.4 * 72
FONT = ImageFont.truetype(str(ROOT / "hooks/goodpractices/publishing/pages/fonts/NotoSans-Regular.ttf"), 100)
SIZE = 10
BOLD = ImageFont.truetype(str(ROOT / "hooks/goodpractices/publishing/pages/fonts/NotoSans-Bold.ttf"), 100)


@cache
def catalogues() -> dict[str, Catalogue]:
    catalogue = real_catalogue()
    return {language: in_language(catalogue, language) for language in ("pl", "en")}


def letter(practice_id: str, language: str = "pl", identity: Identity = FULL) -> Letter:
    told = catalogues()[language]
    page = f"{SITE}/praktyki/{practice_id}/"
    return letter_to(told.practices[practice_id], told, Asking(identity, DAY, UNTIL, page, f"{SITE}/zglos/"))


def lines_of(words: str, font: Any, size: float) -> int:
    """How many lines a paragraph takes, broken at blanks."""
    count = 0
    for line in words.split("\n"):
        count, width = count + 1, 0.0
        for word in line.split(" "):
            step = font.getlength(f"{word} ") * size / 100
            count, width = (count + 1, step) if width and width + step > WIDTH else (count, width + step)
    return count


def height_of(asked: Letter) -> float:
    """The height of a letter in points, its lines as high as the font wants them."""
    total = 0.0
    for words, kind in paragraphs_of(asked):
        total += lines_of(words, BOLD if kind in ("subject", "question") else FONT, SIZE) * SIZE * 1.362
        total += 0 if kind == "question" else 5
    return total


@pytest.mark.slow
@pytest.mark.parametrize("language", ["pl", "en"])
def test_every_letter_is_one_page_and_asks_at_most_five_questions(language: str) -> None:
    letters = {name: letter(name, language) for name in catalogues()[language].practices}
    assert len(letters) >= 46
    heights = {name: height_of(each) for name, each in letters.items()}
    assert [name for name, height in heights.items() if height > HEIGHT] == []
    assert {len(each.questions) for each in letters.values()} <= {0, 1, 2, 3, 4, 5}


def test_the_longest_letter_that_an_entry_can_make_is_still_one_page(tmp_path: Path) -> None:
    long = "Bardzo długie słowa o tym, co się nie zgadza i dlaczego. " * 20
    figures = [
        {"id": name, "label": ("Wielu " * 33).strip(), "value": 7, "unit": "person", "nature": nature, "source": "s1"}
        | {"disputed": {"what": long}}
        for name, nature in (("a", "output"), ("b", "outcome"))
    ]
    cost = {"role": "total", "amount": 500, "currency": "PLN", "source": "s1", "disputed": {"what": long}}
    asked = made(
        tmp_path,
        title=("Słowo " * 16).strip(),
        indicators=figures,
        funding=[cost],
        transfer={"preconditions": [long], "disputed": {"what": long}},
        organisations=[{"org": each, "role": "leader"} for each in ("um-sopot", "um-gdynia")],
        contacts=[{"org": "um-sopot", "unit": ("Wydział " * 24).strip(), "role": "naczelnik"}],
    )
    assert len(asked.questions) == 5
    assert height_of(asked) < HEIGHT


def test_the_document_has_the_paragraphs_that_were_measured_on_a4() -> None:
    asked = letter("gdynia-pracownia")
    document: Any = Document(BytesIO(letter_document(asked)))
    assert [each.text for each in document.paragraphs] == [words for words, _ in paragraphs_of(asked)]
    section = document.sections[0]
    assert [round(each.pt) for each in (section.page_width, section.page_height)] == [595, 842]
    assert round((section.page_width - section.left_margin - section.right_margin) / 12_700) == round(WIDTH)
    assert round((section.page_height - section.top_margin - section.bottom_margin) / 12_700) == int(HEIGHT)
    assert document.styles["Normal"].font.size.pt == SIZE


def test_a_letter_is_in_the_language_of_the_place() -> None:
    told = catalogues()["pl"]
    spoken = {name: letter_language(each, told) for name, each in told.practices.items()}
    assert (spoken["gdynia-pracownia"], spoken["dania-fgu"], spoken["malmo-naktergalen"]) == ("pl", "en", "en")


def made(tmp_path: Path, **fields: Any) -> Letter:
    folder = practices_folder(tmp_path)
    add(folder, "las/index.md", entry(fields))
    catalogue = load_catalogue(folder)
    return letter_to(catalogue.practices["las"], catalogue, Asking(IDENTITY, DAY, UNTIL))


def test_a_letter_about_a_practice_that_has_ended_says_so(tmp_path: Path) -> None:
    t = Translations.load("pl")
    runs, ended = (made(tmp_path / each, title="Las", lifecycle=each).opening[1] for each in ("running", "ended"))
    named = {"catalogue": IDENTITY.name, "title": "Las"}
    assert runs.startswith(t("letter.opening", **named))
    assert ended.startswith(t("letter.opening.ended", **named))
    assert runs.endswith(t("letter.no_page"))


def test_a_letter_names_two_leaders_or_the_practice_and_an_office(tmp_path: Path) -> None:
    leaders = [{"org": each, "role": "leader"} for each in ("um-sopot", "um-gdynia", "gdynia-mops")][:2]
    offices = [{"org": "um-sopot", "unit": unit} for unit in ("Biuro", "Wydział")]
    asked = made(tmp_path / "a", organisations=leaders, contacts=offices)
    assert asked.to == ("Urząd Miasta Sopotu", "Urząd Miasta Gdyni", "Biuro")
    unknown = Translations.load("pl")("letter.to_unknown", title="Krótko")
    assert made(tmp_path / "b", title="Las w mieście", short_title="Krótko").to == (unknown,)


def test_the_five_questions_of_a_decision_come_first_where_they_are_open(tmp_path: Path) -> None:
    assert [each.topic for each in made(tmp_path).questions] == ["audience", "scale", "effect", "cost", "evidence"]


def test_what_is_disputed_is_asked_and_what_is_known_or_does_not_apply_is_not(tmp_path: Path) -> None:
    cost = {"role": "total", "amount": 500, "currency": "PLN", "source": "s1", "disputed": {"what": "Było więcej."}}
    figures = [
        {"id": name, "label": name, "value": 7, "unit": "person", "nature": nature, "source": "s1"}
        for name, nature in (("uczestnicy", "output"), ("zmiana", "outcome"))
    ]
    asked = made(
        tmp_path,
        funding=[cost],
        indicators=figures,
        target_groups=["seniorzy"],
        not_applicable={"evidence_level": "Nowa.", "adoptions": "Jedyna."},
    )
    assert [each.topic for each in asked.questions] == ["cost", "conditions", "obstacles", "contact"]
    assert asked.questions[0].known.replace("\xa0", " ").endswith("500 zł, ale to niepewne: Było więcej.")
    assert [each.topic for each in asked.rest] == ["audience", "scale", "effect"]


def test_a_letter_goes_to_the_institution_and_names_no_person(tmp_path: Path) -> None:
    person = {
        "org": "um-sopot",
        "unit": "Wydział Zieleni",
        "person": "Jan Iksiński",
        "source": "s1",
        "role": "naczelnik",
    }
    asked = made(tmp_path, organisations=[{"org": "um-sopot", "role": "leader"}], contacts=[person])
    assert asked.to == ("Urząd Miasta Sopotu", "Wydział Zieleni, naczelnik")
    assert "Iksiński" not in asked.text


def test_what_the_catalogue_has_not_said_of_itself_is_said(tmp_path: Path) -> None:
    text = made(tmp_path).text
    assert "[Tu wpisz, kto pyta: nazwa biura]" in text
    assert "[Tu wpisz adres, pod który można odpisać]" in text
    assert "nie podał" not in text
    assert "Znak: las / 2026-11-02" in text
    assert "do 2 grudnia 2026" in text


@pytest.mark.slow
def test_the_form_has_what_the_catalogue_knows_and_the_numbers_of_the_letter() -> None:
    asked = letter("gdynia-pracownia")
    texts = [each.text.replace("\xa0", " ") for each in Document(BytesIO(form_document(asked))).paragraphs]
    assert [text[:2] for text in texts if text[:1].isdigit()] == [f"{n}." for n in range(1, len(asked.questions) + 1)]
    assert "W katalogu jest: całkowity koszt 9,2 mln zł." in texts
    assert form_document(asked) == form_document(asked)


def test_the_file_for_the_form_of_the_site_is_the_whole_entry() -> None:
    practice = catalogues()["pl"].practices["gdynia-pracownia"]
    said = entry_as_written(form_file(practice).decode())
    assert said["title"] == practice.title
    assert len(said["indicators"]) == len(practice.indicators)


def test_that_somebody_was_asked_changes_one_block_of_the_entry(tmp_path: Path) -> None:
    folder = practices_folder(tmp_path)
    add(folder, "las/index.md", entry({"title": "Las"}))
    path = folder / "las" / "index.md"
    before = path.read_text(encoding="utf-8")
    after = with_asked(before, DAY, ["cost", "contact"])
    path.write_text(after, encoding="utf-8")
    read = load_catalogue(folder).practices["las"]
    assert [(each.asked, each.about) for each in read.editorial.inquiries] == [(DAY, ("cost", "contact"))]
    assert with_asked(after, DAY, ["cost"]) == after
    kept = [line for line in before.split("\n") if line in after.split("\n")]
    assert len(before.split("\n")) - len(kept) <= 1
