"""Each answer on its way into a draft: the field it fills, and the doubt that is left of it."""

from collections.abc import Mapping
from typing import Any

import pytest
from tests.support.submissions import ANSWERS, PL, drafter, reference

from goodpractices.catalogue import Problem
from goodpractices.editing.submissions.adding import code_of_country, numbered
from goodpractices.editing.submissions.drafting import Drafter, cleaned, free_id, question_of
from goodpractices.editing.submissions.form_drafts import record_of_draft
from goodpractices.editing.submissions.names import choice_names
from goodpractices.editing.submissions.submission import Note


def made(**answers: str) -> tuple[Mapping[str, Any], list[str]]:
    draft = drafter().draft({**ANSWERS, **answers})
    return draft.record, [each.text for each in draft.doubts]


def field(name: str, **answers: str) -> Any:
    return made(**answers)[0].get(name)


def test_answers_on_one_line_lose_only_blanks_and_markup() -> None:
    assert field("title", title="Las  <b>w</b>\nmieście < 3") == "Las < b>w< /b> mieście < 3"
    assert field("title", title="\ufeffLas\u200b w\x07 mieście") == "Las w mieście"


def test_a_story_keeps_its_headings_below_those_of_the_entry() -> None:
    story = field(
        "solution", solution="# Raz\n## Dwa\n### Trzy\n#### Cztery\n<b>x</b> <https://example.org> <!-- y -->"
    )
    assert story.split("\n")[:4] == ["### Raz", "### Dwa", "### Trzy", "#### Cztery"]
    assert "< b>x< /b> <https://example.org> < !-- y -->" in story


def test_five_themes_are_taken_and_the_sixth_is_asked_about() -> None:
    labels = [each.pl for each in [*reference().shared.vocabularies["themes"].values()][:6]]
    record, doubts = made(themes="\n".join([*labels, labels[0]]))
    assert record["themes"] == [*reference().shared.vocabularies["themes"]][:5]
    (asked,) = [each for each in doubts if labels[5] in each]
    assert asked == PL("doubt.too_many", label=PL("ask.themes"), words=labels[5], field="themes", similar="")


def test_sixty_answers_are_taken_and_further_ones_are_asked_about() -> None:
    record, doubts = made(obstacles="\n".join(f"Kłopot {n}" for n in range(62)))
    assert len(record["obstacles"]) == 60
    (asked,) = [each for each in doubts if "Kłopot" in each]
    assert "Kłopot 60; Kłopot 61" in asked
    assert len(made(obstacles="\n".join(f"Kłopot {n}" for n in range(60)))[1]) == 0


def test_partners_and_leaders_have_their_roles_and_stand_once() -> None:
    name = "Urząd Miasta Sopotu"
    organisations = field("organisations", leaders=f"{name}\n{name}", partners=name)
    assert [each["role"] for each in organisations] == ["leader", "partner"]


@pytest.mark.parametrize(
    ("start", "end", "period", "doubts"),
    [
        ("2020", "2021", {"start": "2020", "end": "2021"}, 0),
        ("5 maja 2020", "", {"start": "2020-05-05"}, 0),
        ("2020–2021", "", {"start": "2020", "end": "2021"}, 0),
        ("2020–2021", "2021", {"start": "2020", "end": "2021"}, 0),
        ("2020–2021", "2022", {"start": "2020", "end": "2021"}, 1),
        ("wiosną", "", None, 1),
    ],
)
def test_each_end_of_a_period_is_a_day_or_a_doubt(
    start: str, end: str, period: dict[str, str] | None, doubts: int
) -> None:
    record, asked = made(start=start, end=end)
    assert (record.get("period"), len(asked)) == (period, doubts)


def test_a_contact_has_an_address_that_is_one() -> None:
    assert field("contacts", contact_unit="Biuro", contact_email="biuro@example.org") == [
        {"unit": "Biuro", "email": "biuro@example.org"}
    ]
    record, doubts = made(contact_email="biuro")
    assert "contacts" not in record
    assert len([each for each in doubts if "„biuro”" in each]) == 1


def test_a_draft_without_sources_or_stage_says_so() -> None:
    record, doubts = made(sources="", lifecycle="")
    assert record["sources"] == [{"id": "s1", "title": PL("doubt.submission_as_source")}]
    assert record["lifecycle"] == "unknown"
    assert PL("doubt.no_source") in doubts


def left(heading: str, words: str, *notes: Note) -> list[str]:
    return [each.text for each in drafter().draft(ANSWERS, leftovers=[(heading, words)], notes=notes).doubts]


def test_words_that_answer_nothing_are_doubts_under_what_they_stood_under() -> None:
    assert left("Kolor  <b>", "zielony <i>") == [PL("doubt.leftover", label="Kolor < b>", words="zielony < i>")]
    long = "k" * 201
    assert left(long, "x") == [PL("doubt.leftover", label="k" * 200, words=f"{long} x")]
    assert left("k" * 200, "x") == [PL("doubt.leftover", label="k" * 200, words="x")]
    pieces = left("Kolor", f"{'a' * 1199} b {'c' * 1200}")
    assert [each.count("a") > 1000 for each in pieces][:2] == [True, False]
    assert len(pieces) == 3
    assert left("", " ", Note("comment", "p" * 201, "x"))[-1] == PL("note.comment", place="p" * 200, words="x")


def test_a_new_record_that_an_answer_says_all_about_is_proposed_once() -> None:
    draft = drafter().draft(
        {**ANSWERS, "leaders": "Klub Nowy (fundacja)", "partners": "Klub Nowy (fundacja)\nKlub-Nowy (fundacja)"}
    )
    proposed = draft.record["editorial"]["proposals"]["organisations"]
    assert [(each["id"], each["name"]) for each in proposed] == [
        ("klub-nowy", "Klub Nowy"),
        ("klub-nowy-2", "Klub-Nowy"),
    ]
    assert [(each["org"], each["role"]) for each in draft.record["organisations"]] == [
        ("klub-nowy", "leader"),
        ("klub-nowy", "partner"),
        ("klub-nowy-2", "partner"),
    ]


def test_whoever_decides_is_asked_only_for_names_nobody_knows() -> None:
    asked = []

    def decide(where: str, words: str) -> str | None:
        asked.append((where, words))
        return "sopot" if where == "places" else None

    own = Drafter(reference(), PL, decide=decide)
    draft = own.draft({**ANSWERS, "places": "Gdynia\nKurort", "partners": "Nikt taki"})
    assert asked == [("places", "Kurort"), ("organisations", "Nikt taki")]
    assert [each["place"] for each in draft.record["places"]] == ["gdynia", "sopot"]


def test_an_id_is_free_and_short() -> None:
    assert free_id("Las", ["las", "las-2"]) == "las-3"
    assert free_id("!", []) == "praktyka"
    assert free_id("!", ["x"], "x") == "x-2"
    assert free_id("a" * 59 + " b", []) == "a" * 59
    assert cleaned("a\r\nb\rc\u0301") == "a\nb\nć"


@pytest.mark.parametrize(
    ("location", "question"),
    [
        (("title",), "title"),
        (("period", "end"), "end"),
        (("period",), "start"),
        (("period", "x"), None),
        (("x",), None),
        ((), None),
        (("organisations", 0, "org"), "leaders"),
    ],
)
def test_a_problem_is_about_the_question_of_its_field(location: tuple[str | int, ...], question: str | None) -> None:
    found = question_of(Problem("missing", location=location))
    assert (found.id if found else None) == question


def test_a_number_stands_for_an_item_of_the_list() -> None:
    names = choice_names({"a": "raz", "b": "dwa"})
    assert [numbered(names, each) for each in ("1", " 2 ", "0", "3", "x", "000001")] == [
        "raz",
        "dwa",
        "0",
        "3",
        "x",
        "000001",
    ]
    assert numbered(None, "1") == "1"
    assert [code_of_country(each) for each in ("Polska", "niemcy", "Kraina")] == ["PL", "DE", "Kraina"]


# --- The draft of the form


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ({"title": "Las", "summary": "", "themes": [], "x": None}, {"title": "Las"}),
        ({"period": {"start": "5 maja 2020"}}, {"period": {"start": "2020-05-05"}}),
        ({"period": {"start": "2020–2021"}}, {"period": {"start": "2020", "end": "2021"}}),
        ({"period": {"start": "2020–2021", "end": "2022"}}, {"period": {"start": "2020–2021", "end": "2022"}}),
        ({"period": {"start": "wiosną"}}, {"period": {"start": "wiosną"}}),
        (
            {"funding": [{"role": "total", "amount": "1 240,50 zł"}]},
            {"funding": [{"role": "total", "amount": "1240.5", "currency": "PLN"}]},
        ),
        (
            {"funding": [{"amount": "ok. 5 EUR"}]},
            {"funding": [{"amount": "5", "currency": "EUR", "precision": "about"}]},
        ),
        (
            {"indicators": [{"value": "5 osób", "unit": "event"}]},
            {"indicators": [{"value": "5 osób", "unit": "event"}]},
        ),
        (
            {"funding": [{"amount": "5 EUR", "currency": "PLN"}]},
            {"funding": [{"amount": "5 EUR", "currency": "PLN"}]},
        ),
        ({"indicators": [{"value": "32%"}]}, {"indicators": [{"value": "32", "unit": "percent"}]}),
        ({"pilot": True, "y": False, "z": {"a": 1}}, {"pilot": "true", "z": {"a": 1}}),
    ],
)
def test_what_was_typed_is_kept_in_the_spelling_of_files_where_it_is_clear(
    typed: dict[str, Any], kept: dict[str, Any]
) -> None:
    assert record_of_draft({"entry": typed}) == kept


def test_new_records_of_the_form_are_proposals_of_a_draft() -> None:
    added = {"places": [{"id": "leba", "name": "Łeba", "lat": "54,76"}], "terms": []}
    record = record_of_draft({"entry": {"title": "Las", "editorial": {"state": "published"}}, "added": added})
    assert record["editorial"] == {
        "state": "published",
        "proposals": {"places": [{"id": "leba", "name": "Łeba", "lat": "54.76"}]},
    }
    assert record_of_draft({"entry": {"title": "Las"}, "added": added})["editorial"]["state"] == "draft"
    assert record_of_draft({"entry": {"title": "Las"}, "added": {}}) == {"title": "Las"}
    assert record_of_draft({"entry": {"title": "Las"}, "added": "x"}) == {"title": "Las"}
