"""From answers to a draft: what is sure in its field, what is not as a question, nothing lost and nothing made up."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.properties import DEAR
from tests.support.submissions import ANSWERS, PL, drafter, reference

from goodpractices.catalogue import Problem
from goodpractices.editing import QUESTIONS, free_id, write_entries
from goodpractices.editing.submissions.drafting import cleaned, question_of


def doubts(**answers: str) -> list[str]:
    return [doubt.text for doubt in drafter().draft({**ANSWERS, **answers}).doubts]


def test_what_is_sure_goes_into_its_field() -> None:
    draft = drafter().draft(ANSWERS, date(2026, 11, 22))
    assert draft.id == "las-w-miescie"
    assert draft.doubts == ()
    assert draft.record["kind"] == "project"
    assert draft.record["themes"] == ["sport", "youth-support"]
    assert draft.record["places"] == [
        {"place": "gdynia", "role": "implemented"},
        {"place": "sopot", "role": "implemented"},
    ]
    assert draft.record["lifecycle"] == "unknown"
    assert draft.record["organisations"] == [{"org": "urzad-miasta-sopotu", "role": "leader"}]
    assert draft.record["period"] == {"start": "2020-03"}
    assert draft.record["sources"] == [
        {"id": "s1", "title": "Sprawozdanie z akcji", "url": "https://example.org/las"},
        {"id": "s2", "title": "Notatka z rozmowy w urzędzie"},
    ]
    assert draft.record["editorial"] == {"state": "draft", "created": date(2026, 11, 22)}


def test_the_draft_is_in_order(tmp_path: Path) -> None:
    draft = drafter().draft(ANSWERS, date(2026, 11, 22))
    assert write_entries(tmp_path, {draft.id: {"index.md": draft.text.encode()}}, reference()) == []
    assert (tmp_path / "las-w-miescie" / "index.md").read_text(encoding="utf-8") == draft.text


def test_a_name_nobody_knows_is_asked_about_with_what_it_may_be() -> None:
    (asked,) = doubts(partners="Urząd Miasta Sopot")
    assert "„Urząd Miasta Sopot”" in asked
    assert "Urząd Miasta Sopotu" in asked
    assert "organisations" in asked


def test_a_word_that_only_helps_to_search_is_no_name() -> None:
    assert drafter().names["themes"].find("praca") is None
    assert drafter().names["themes"].nearest("praca")[0] == "labour-activation"


@pytest.mark.parametrize("question", ["funding", "indicators", "remarks"])
def test_sums_and_figures_wait_for_a_person(question: str) -> None:
    (asked,) = doubts(**{question: "500 tys. zł od miasta"})
    assert "„500 tys. zł od miasta”" in asked


def test_a_date_that_says_too_little_is_asked_about() -> None:
    assert "„wiosną”" in doubts(start="wiosną")[0]


def test_themes_beyond_the_fifth_are_asked_about() -> None:
    five = "sport, wolontariat i aktywność obywatelska, nauka języka, szkolenie pracowników, życie sąsiedzkie"
    named = f"{five}, wymiana międzynarodowa"
    draft = drafter().draft({**ANSWERS, "themes": named})
    assert len(draft.record["themes"]) == 5
    assert "wymiana międzynarodowa" in draft.doubts[0].text


def test_without_a_source_the_submission_is_one_and_the_editor_is_told() -> None:
    draft = drafter().draft({**ANSWERS, "sources": ""})
    assert draft.record["sources"] == [{"id": "s1", "title": "Zgłoszenie praktyki do katalogu"}]
    assert draft.doubts[0].text == PL("doubt.no_source")


def test_unseen_characters_are_left_out_and_line_ends_are_of_one_kind() -> None:
    assert cleaned("a\u202eb\u200bc\r\nd\x0be\u2028f\0") == "abc\nd\ne\nf"


def test_markup_and_headings_of_a_stranger_are_no_markup_and_no_sections(tmp_path: Path) -> None:
    hostile = {"title": "Las <b>x", "solution": "## Cele\n<script>alert(1)</script>\n# Tytuł", "remarks": "<img src=x>"}
    draft = drafter().draft({**ANSWERS, **hostile})
    assert write_entries(tmp_path, {draft.id: {"index.md": draft.text.encode()}}, reference()) == []
    assert "### Cele\n< script>" in draft.text


def test_words_that_answer_no_question_are_kept_with_what_they_stood_under() -> None:
    draft = drafter().draft(ANSWERS, leftovers=[("Budżet obywatelski?", "Tak, w 2019 r.")])
    assert draft.doubts[0].text == PL("doubt.leftover", label="Budżet obywatelski?", words="Tak, w 2019 r.")


def test_long_words_are_kept_whole_in_several_questions() -> None:
    asked = doubts(remarks="słowo " * 1000)
    assert sum(each.count("słowo") for each in asked) >= 999
    assert max(map(len, asked)) <= 1500


def test_an_address_in_angle_brackets_stays_a_link() -> None:
    assert drafter().draft({**ANSWERS, "goals": "<https://example.org/x> <b>"}).record["goals"] == (
        "<https://example.org/x> < b>"
    )


@pytest.mark.parametrize(
    ("title", "taken", "expected"),
    [
        ("Łódź: zielone dachy", set(), "lodz-zielone-dachy"),
        ("Las", {"las"}, "las-2"),
        ("Las", {"las", "las-2"}, "las-3"),
        ("", set(), "praktyka"),
        ("日本", set(), "ri-ben"),
        ("../../etc", set(), "etc"),
    ],
)
def test_an_id_is_made_of_the_title_and_nobody_else_has_it(title: str, taken: set[str], expected: str) -> None:
    assert free_id(title, taken) == expected


@pytest.mark.slow
@DEAR
@given(st.dictionaries(st.sampled_from([question.id for question in QUESTIONS]), st.text(max_size=60)))
def test_whatever_is_answered_there_is_a_draft_and_every_word_is_in_it(answers: dict[str, str]) -> None:
    draft = drafter().draft(answers)
    kept = "".join(draft.text.replace("< ", "<").split()) + "".join(doubt.text for doubt in draft.doubts)
    for words in answers.values():
        letters = [letter for letter in cleaned(words) if letter.isalpha() and letter.isascii()]
        assert all(letter in kept for letter in letters)


def record(**answers: str) -> Any:
    return drafter().draft({**ANSWERS, **answers}).record


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Raport, https://example.org/a;", {"title": "Raport", "url": "https://example.org/a"}),
        ("(https://example.org/a)", {"title": "https://example.org/a", "url": "https://example.org/a"}),
        ("Raport, https://example.org/a.", {"title": "Raport", "url": "https://example.org/a"}),
        ("Raport – https://example.org/a", {"title": "Raport", "url": "https://example.org/a"}),
        ("Raport za 2020 r. https://example.org/a", {"title": "Raport za 2020 r.", "url": "https://example.org/a"}),
        ("Raport, https://example.org/a, 2020 r.", {"title": "Raport, 2020 r.", "url": "https://example.org/a"}),
        ("https://example.org/a", {"title": "https://example.org/a", "url": "https://example.org/a"}),
        ("https://example.org/a.", {"title": "https://example.org/a", "url": "https://example.org/a"}),
        ("https://example.org/a – Raport [2020]", {"title": "Raport [2020]", "url": "https://example.org/a"}),
        ("https://example.org/a: Raport.", {"title": "Raport.", "url": "https://example.org/a"}),
        ("Raport (https://example.org/a).", {"title": "Raport", "url": "https://example.org/a"}),
        ("Raport <https://example.org/a>", {"title": "Raport", "url": "https://example.org/a"}),
        ("Raport (https://example.org/a) z 2020 r.", {"title": "Raport z 2020 r.", "url": "https://example.org/a"}),
        ("Raport (zob. https://example.org/a)", {"title": "Raport (zob.)", "url": "https://example.org/a"}),
        ("[Raport](https://example.org/a)", {"title": "Raport", "url": "https://example.org/a"}),
        ("(Raport: https://example.org/a)", {"title": "Raport", "url": "https://example.org/a"}),
        (
            "Gdynia, https://example.org/Gdynia_(miasto).",
            {"title": "Gdynia", "url": "https://example.org/Gdynia_(miasto)"},
        ),
        ("Raport http://localhost:x/", {"title": "Raport http://localhost:x/"}),
        ("1. Raport", {"title": "Raport"}),
        ("2) Raport", {"title": "Raport"}),
        ("- Raport <b>", {"title": "Raport < b>"}),
    ],
)
def test_a_source_is_a_title_and_an_address_without_what_stands_around_it(line: str, source: dict[str, str]) -> None:
    assert record(sources=line)["sources"] == [{"id": "s1", **source}]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Raport, https://example.org/a, https://example.org/a/b.", "Raport"),
        ("Raport (https://example.org/a, https://example.org/b) i aneks", "Raport i aneks"),
        ("https://example.org/a https://example.org/b", "https://example.org/a"),
        ("https://example.org/a – raport; https://example.org/b", "raport"),
    ],
)
def test_of_several_addresses_a_source_has_the_first_and_its_note_the_whole_line(line: str, title: str) -> None:
    [source] = record(sources=line)["sources"]
    assert source == {"id": "s1", "title": title, "note": line, "url": "https://example.org/a"}


def test_an_address_that_leads_nowhere_stays_in_the_title_beside_one_that_does() -> None:
    [source] = record(sources="Raport http://localhost/a, https://example.org/b")["sources"]
    assert source == {"id": "s1", "title": "Raport http://localhost/a", "url": "https://example.org/b"}


def test_a_long_title_of_a_source_is_cut_and_kept_whole_beside_it() -> None:
    [source] = record(sources="a" * 201)["sources"]
    assert source == {"id": "s1", "title": "a" * 199 + "…", "note": "a" * 201}
    assert record(sources="a" * 200)["sources"] == [{"id": "s1", "title": "a" * 200}]


def test_five_themes_go_into_the_entry_and_the_sixth_is_asked_about() -> None:
    labels = [drafter().names["themes"].label(each) for each in list(drafter().names["themes"].called)[:6]]
    draft = drafter().draft({**ANSWERS, "themes": "\n".join(labels)})
    assert draft.record["themes"] == list(drafter().names["themes"].called)[:5]
    [doubt] = draft.doubts
    assert (doubt.question, doubt.problem) == ("themes", Problem("too_many", params={"max": 5}))
    assert labels[5] in doubt.text


@pytest.mark.parametrize(
    ("answers", "contacts", "asked"),
    [
        ({"contact_email": "biuro@example.org"}, [{"email": "biuro@example.org"}], 0),
        ({"contact_unit": "Wydział", "contact_email": "a@b.pl"}, [{"unit": "Wydział", "email": "a@b.pl"}], 0),
        ({"contact_email": "biuro"}, None, 1),
        ({"contact_email": "biuro@example.org i inne"}, None, 1),
    ],
)
def test_an_address_that_is_none_is_asked_about(
    answers: dict[str, str], contacts: list[dict[str, str]] | None, asked: int
) -> None:
    draft = drafter().draft({**ANSWERS, **answers})
    assert draft.record.get("contacts") == contacts
    assert len(draft.doubts) == asked


def test_a_day_that_is_none_is_asked_about_in_the_words_of_the_validator() -> None:
    draft = drafter().draft({**ANSWERS, "start": "wiosną", "end": "2021"})
    assert draft.record["period"] == {"end": "2021"}
    assert [doubt.problem for doubt in draft.doubts] == [Problem("bad_date", params={"value": "wiosną"})]


def test_headings_of_a_story_go_below_those_of_the_entry() -> None:
    story = record(solution="# A\n## B\n### C\ntekst <b>x</b> <https://example.org>")["solution"]
    assert story == "### A\n### B\n### C\ntekst < b>x< /b> <https://example.org>"


def test_what_belongs_to_no_question_is_asked_about_below_its_heading() -> None:
    draft = drafter().draft(ANSWERS, leftovers=[("Kolor", " zielony "), ("Nic", " ")])
    [doubt] = draft.doubts
    assert (doubt.question, doubt.problem) == ("", None)
    assert "Kolor" in doubt.text
    assert "zielony" in doubt.text
    assert draft.record["editorial"] == {"state": "draft", "questions": [doubt.text]}


def test_words_too_long_for_a_question_are_asked_in_pieces() -> None:
    assert len(doubts(remarks="a" * 1200)) == 1
    assert len(doubts(remarks="a" * 1201)) == 2


@pytest.mark.parametrize(
    ("title", "taken", "identifier"),
    [
        ("Łąka & las", [], "laka-las"),
        ("Las", ["las"], "las-2"),
        ("Las", ["las", "las-2"], "las-3"),
        ("…", [], "praktyka"),
        ("a" * 59 + " b", [], "a" * 59),
    ],
)
def test_an_id_is_made_of_the_title_and_is_nobody_elses(title: str, taken: list[str], identifier: str) -> None:
    assert free_id(title, taken) == identifier


@pytest.mark.parametrize(
    ("location", "question"),
    [(("period", "end"), "end"), (("title",), "title"), (("organisations", 0), "leaders"), (("x",), None), ((), None)],
)
def test_a_problem_is_about_the_question_of_its_field(location: tuple[str | int, ...], question: str | None) -> None:
    found = question_of(Problem("missing", location))
    assert (found.id if found else None) == question


def test_what_is_wrong_with_one_answer_is_known_before_there_is_an_entry() -> None:
    by_id = {question.id: question for question in QUESTIONS}

    def keys(name: str, words: str) -> list[str]:
        return [fault.key for fault in drafter().faults(by_id[name], words)]

    assert keys("title", "Las") == []
    assert keys("title", "a" * 101) == ["too_long"]
    assert keys("summary", "za krótko") == ["too_short"]
    assert keys("contact_email", "biuro") == ["bad_email"]
    assert keys("start", "wiosną") == ["bad_date"]
    assert keys("remarks", "cokolwiek") == []
    [fault] = drafter().faults(by_id["kind"], "projekty")
    assert (fault.key, fault.params) == (
        "unknown_id",
        {"value": "projekty", "where": "kinds", "nearest": "projekt"},
    )


def test_an_unknown_name_is_cut_where_it_is_reported_and_long_ones_have_no_likeness() -> None:
    by_id = {question.id: question for question in QUESTIONS}
    [short] = drafter().faults(by_id["programme"], "x" * 200)
    [long] = drafter().faults(by_id["programme"], "Gdynia " * 40)
    assert short.params == {"value": "x" * 200, "where": "programmes", "nearest": None}
    assert (len(str(long.params["value"])), long.params["nearest"]) == (200, None)


def test_at_most_three_likely_names_are_suggested() -> None:
    [asked] = doubts(partners="Urząd Miasta")
    likely = asked.partition("Podobne: ")[2]
    assert likely == (
        "Urząd Miasta Łodzi, Urząd Miasta Sopotu lub Urząd Miasta Krakowa. Wpisz właściwą w polu organisations."
    )


def test_a_choice_is_kept_with_its_id_and_one_theme_alone_is_limited() -> None:
    groups = "\n".join(drafter().names["target_groups"].label(each) for each in drafter().names["target_groups"].called)
    draft = drafter().draft({**ANSWERS, "target_groups": groups, "access_cost": PL("choices.access_cost.free")})
    assert draft.record["target_groups"] == list(drafter().names["target_groups"].called)
    assert len(draft.record["target_groups"]) > 5
    assert draft.record["access_cost"] == "free"
    assert draft.doubts == ()


def test_the_same_name_twice_is_one() -> None:
    draft = drafter().draft({**ANSWERS, "places": "Gdynia\nGDYNIA\nSopot", "themes": "sport\nsport"})
    assert [each["place"] for each in draft.record["places"]] == ["gdynia", "sopot"]
    assert draft.record["themes"] == ["sport"]


def test_leaders_and_partners_are_told_apart() -> None:
    draft = drafter().draft({**ANSWERS, "partners": "Urząd Miasta Sopotu"})
    assert draft.record["organisations"] == [
        {"org": "urzad-miasta-sopotu", "role": "leader"},
        {"org": "urzad-miasta-sopotu", "role": "partner"},
    ]


def test_more_answers_than_sixty_wait_for_a_person_in_one_question() -> None:
    many = "\n".join(["Gdynia"] * 60 + ["Sopot", "Reda"])
    draft = drafter().draft({**ANSWERS, "places": many})
    assert draft.record["places"] == [{"place": "gdynia", "role": "implemented"}]
    [doubt] = draft.doubts
    assert "„Sopot; Reda”" in doubt.text
    assert drafter().draft({**ANSWERS, "places": "\n".join(["Gdynia"] * 60)}).doubts == ()


def test_the_fields_stand_in_the_order_of_an_entry_and_sources_at_its_end() -> None:
    assert list(drafter().draft({**ANSWERS, "contact_unit": "Wydział"}, date(2026, 1, 2)).record) == [
        *("title", "summary", "kind", "themes", "places", "lifecycle", "period", "organisations", "contacts"),
        *("solution", "sources", "editorial"),
    ]


def test_an_id_that_is_given_is_taken_and_one_of_others_is_not() -> None:
    assert drafter().draft(ANSWERS, practice_id="moj").id == "moj"
    assert drafter().draft(ANSWERS, taken={"las-w-miescie"}).id == "las-w-miescie-2"
    assert drafter().draft(ANSWERS, taken=()).id == "las-w-miescie"


def test_lines_without_words_are_no_answers_and_bullets_are_left_out() -> None:
    draft = drafter().draft({**ANSWERS, "sources": "- \n\n• raport\n1. strona\n123. nie punkt\n–  pismo"})
    assert [each["title"] for each in draft.record["sources"]] == ["raport", "strona", "123. nie punkt", "pismo"]


def test_without_a_day_the_draft_has_none() -> None:
    assert drafter().draft(ANSWERS).record["editorial"] == {"state": "draft"}


def test_each_doubt_names_the_question_it_is_about() -> None:
    draft = drafter().draft(
        {"sources": "", "start": "wiosną", "partners": "Nikt", "remarks": "Uwaga"}, leftovers=[("a", "b")]
    )
    assert [doubt.question for doubt in draft.doubts] == ["partners", "start", "remarks", "sources", ""]
    assert draft.record["lifecycle"] == "unknown"
    assert draft.id == "praktyka"
