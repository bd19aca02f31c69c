"""The conversation at a terminal, with a person who types what the test says."""

import contextlib
from collections.abc import Iterable

import pytest
from tests.support.submissions import ANSWERS, PL, reference

from goodpractices.catalogue import Problem
from goodpractices.editing import QUESTIONS, Drafter, Interview

SUMMARY = ANSWERS["summary"]
BEFORE = {
    "title": "Las",
    "summary": SUMMARY,
    "kind": "projekt",
    "themes": "sport",
    "lifecycle": "trwa",
    "sources": "raport",
}
REQUIRED = ["Las", SUMMARY, "projekt", "sport", "", "Gdynia", "", "trwa", "raport", ""]


class Stopped(Exception):
    """The person pressed Ctrl+C."""


def conversation(typed: Iterable[str], **answers: str) -> tuple[Interview, list[str]]:
    said: list[str] = []
    words = iter(typed)

    def ask(asked: str) -> str:
        said.append(asked)
        try:
            return next(words)
        except StopIteration:
            raise Stopped from None

    return Interview(Drafter(reference(), PL), ask, said.append, dict(answers)), said


def test_what_an_entry_needs_is_asked_first_and_the_rest_only_on_request() -> None:
    interview, said = conversation([*REQUIRED, "n"])
    interview.run()
    assert interview.answers == {
        "title": "Las",
        "summary": SUMMARY,
        "kind": "projekt",
        "themes": "sport",
        "places": "Gdynia",
        "lifecycle": "trwa",
        "sources": "raport",
    }
    assert not any("Partnerzy" in line for line in said)


def test_a_bad_answer_is_reported_in_the_words_of_the_validator_and_asked_again() -> None:
    interview, said = conversation(["Las", "za krótko", SUMMARY, "projekty", "projekt"])
    with pytest.raises(Stopped):
        interview.run()
    assert PL("problem.too_short", min=80) in said
    assert PL.problem("unknown_id", {"value": "projekty", "nearest": "projekt"}) in said
    assert interview.answers["kind"] == "projekt"


def test_whatever_was_typed_is_there_after_an_interruption_refused_words_too() -> None:
    interview, _ = conversation(["Las", "za krótko"])
    with pytest.raises(Stopped):
        interview.run()
    assert interview.answers == {"title": "Las"}
    assert interview.refused == {"summary": "za krótko"}


def test_answers_from_before_that_will_not_do_are_reported_first_and_asked_again() -> None:
    given = {**BEFORE, "places": "Gdynia", "themes": "sprot\nsport", "start": "wiosną"}
    interview, said = conversation([""], **given)
    with pytest.raises(Stopped):
        interview.run()
    assert said[1] == "Tematy: sprot"
    assert PL.problem("unknown_id", {"value": "sprot", "nearest": "sport"}) in said
    assert interview.answers["themes"] == "sport"
    assert "Początek: wiosną" in said
    assert interview.typed == {**given, "themes": "sport\nsprot"}


def test_a_place_from_before_that_is_unknown_may_be_added_at_once() -> None:
    interview, said = conversation(["t", "", "gmina", "n"], **BEFORE, places="Kozia Wólka")
    interview.run()
    assert interview.answers["places"] == "Kozia Wólka"
    assert [each["id"] for each in interview.new_records["places"]] == ["kozia-wolka"]
    assert said.count("Gdzie praktyka działa: Kozia Wólka") == 1


def test_a_question_mark_lists_what_there_is_and_a_number_picks_from_it() -> None:
    interview, said = conversation(["?", "2"])
    interview.ask_question(QUESTIONS[2])
    assert "  2. projekt" in said
    assert interview.answers["kind"] == "projekt"


def test_an_unknown_place_may_be_added_with_what_has_to_be_known_of_it() -> None:
    interview, said = conversation(["Kozia Wólka", "t", "", "x", "miejscowość", ""])
    interview.ask_question(next(each for each in QUESTIONS if each.id == "places"))
    assert interview.new_records == {
        "places": [{"id": "kozia-wolka", "name": "Kozia Wólka", "country": "PL", "level": "town"}]
    }
    assert interview.drafter.draft(interview.answers).record["places"][0]["place"] == "kozia-wolka"
    assert PL("new.pick_one") in said


def test_a_country_that_is_none_adds_nothing() -> None:
    interview, said = conversation(["Kozia Wólka", "t", "Pomorze", "miejscowość", "Gdynia", ""])
    interview.ask_question(next(each for each in QUESTIONS if each.id == "places"))
    assert interview.new_records == {}
    assert interview.answers == {"places": "Gdynia"}
    assert f"country: {PL('problem.bad_country')}" in said


def test_a_country_may_be_called_by_its_name() -> None:
    interview, _ = conversation(["Kozia Wólka", "t", "Niemcy", "miejscowość", ""])
    interview.ask_question(next(each for each in QUESTIONS if each.id == "places"))
    assert interview.new_records["places"][0]["country"] == "DE"


def test_an_answer_in_another_spelling_is_said_as_it_was_understood() -> None:
    interview, said = conversation(["15 stycznia 2026 r."])
    interview.ask_question(next(each for each in QUESTIONS if each.id == "start"))
    assert PL("new.understood", meant="15 stycznia 2026") in said
    assert interview.drafter.draft(interview.answers).record["period"] == {"start": "2026-01-15"}


def test_nobody_is_added_whom_the_person_meant_by_another_name() -> None:
    interview, said = conversation(["Urząd Miasta Sopot", "n", "Urząd Miasta Sopotu", ""])
    interview.ask_question(next(each for each in QUESTIONS if each.id == "leaders"))
    assert interview.answers == {"leaders": "Urząd Miasta Sopotu"}
    assert any("Podobne nazwy" in line and "Urząd Miasta Sopotu" in line for line in said)


def test_an_id_is_suggested_and_one_that_is_taken_or_bad_is_not_accepted() -> None:
    interview, said = conversation(["epic", "Zły Id", "las-2"], title="Las")
    assert interview.ask_id() == "las-2"
    assert PL("new.id_taken", id="epic") in said
    assert PL("problem.bad_id") in said


def test_only_questions_without_an_answer_are_offered_beyond_what_an_entry_needs() -> None:
    fresh, said = conversation([*REQUIRED, "n"])
    fresh.run()
    assert any("jeszcze na 22 dobrowolne pytania?" in line for line in said)
    begun, said = conversation(["n"], **BEFORE, places="Gdynia", start="2020-03")
    begun.run()
    assert any("jeszcze na 21 dobrowolnych pytań?" in line for line in said)


def test_whoever_agrees_is_asked_the_rest_and_not_what_is_answered() -> None:
    begun, said = conversation(["Tak ", "", "", "", ""], **BEFORE, places="Gdynia", start="2020-03")
    with pytest.raises(Stopped):
        begun.run()
    assert [line for line in said if line in ("Dla kogo", "Kto prowadzi", "Partnerzy", "Początek", "Koniec")] == [
        "Dla kogo",
        "Kto prowadzi",
        "Partnerzy",
        "Koniec",
    ]


def test_a_required_question_has_an_asterisk_and_its_help_below() -> None:
    interview, said = conversation(["Las"])
    interview.ask_question(QUESTIONS[0])
    assert said == ["", "Nazwa praktyki *", f"  {QUESTIONS[0].help(PL)}", "> "]


def test_an_empty_answer_ends_a_question_that_is_not_required_and_none_that_is() -> None:
    interview, said = conversation(["", "Las"])
    interview.ask_question(QUESTIONS[0])
    assert said.count(PL.problem("missing", {})) == 1
    free, said = conversation([" "])
    free.ask_question(next(each for each in QUESTIONS if each.id == "start"))
    assert free.answers == {}
    assert PL.problem("missing", {}) not in said


def test_one_question_may_be_answered_line_by_line() -> None:
    interview, said = conversation(["Gdynia", "Sopot", ""])
    interview.ask_question(next(each for each in QUESTIONS if each.id == "places"))
    assert interview.answers == {"places": "Gdynia\nSopot"}
    assert said[-3:] == ["> ", "> kolejne (sam Enter kończy): ", "> kolejne (sam Enter kończy): "]


@pytest.mark.parametrize(("typed", "kind"), [("2", "projekt"), ("0", None), ("99", None), ("000002", None)])
def test_a_number_is_one_of_the_list_or_just_words(typed: str, kind: str | None) -> None:
    interview, _ = conversation([typed])
    with contextlib.suppress(Stopped):
        interview.ask_question(QUESTIONS[2])
    assert interview.answers.get("kind") == kind


def test_a_problem_of_the_finished_entry_asks_its_question_again() -> None:
    interview, _ = conversation(["Las w mieście"], title="Las")
    assert interview.ask_again([Problem("too_short", ("title",))])
    assert interview.answers == {"title": "Las w mieście"}
    assert not interview.ask_again([Problem("bad_id", ("nic",))])


@pytest.mark.parametrize(("answer", "agrees"), [("t", True), (" TAK ", True), ("yes", True), ("n", False), ("", False)])
def test_only_yes_is_yes(answer: str, agrees: bool) -> None:
    interview, said = conversation([answer])
    assert interview.agrees("Dodać?") is agrees
    assert said == ["Dodać? [t/N] "]


def ask(name: str, *typed: str, **answers: str) -> tuple[Interview, list[str]]:
    interview, said = conversation(typed, **answers)
    with contextlib.suppress(Stopped):
        interview.ask_question(next(each for each in QUESTIONS if each.id == name))
    return interview, said


def test_a_programme_nobody_knows_is_added_with_its_level() -> None:
    interview, said = ask("programme", "Nieznany Program", "t", "krajowy")
    assert interview.new_records["programmes"] == [
        {"id": "nieznany-program", "name": "Nieznany Program", "level": "national"}
    ]
    assert PL("new.programme_level") in said


def test_a_term_nobody_knows_is_proposed_for_its_vocabulary() -> None:
    interview, _ = ask("themes", "opieka nad seniorami", "t", "")
    assert interview.new_records["terms"] == [
        {"vocabulary": "themes", "id": "opieka-nad-seniorami", "pl": "opieka nad seniorami"}
    ]
    record = interview.drafter.draft(interview.answers, proposals=interview.new_records).record
    assert record["themes"] == ["opieka-nad-seniorami"]


def test_a_better_answer_may_stand_in_the_place_of_yes_or_no() -> None:
    interview, _ = ask("themes", "sprot", "sport", "")
    assert (interview.answers["themes"], interview.new_records) == ("sport", {})


def test_a_place_is_found_in_geonames_and_those_of_one_name_are_told_apart() -> None:
    interview, said = ask("places", "Mosty", "t", "9", "2", "")
    assert [line for line in said if "Mosty – " in line] == [
        "  1. Mosty – Białoruś, niedaleko: Vaukavysk, mieszkańców: 14\xa0239",
        "  2. Mosty – województwo pomorskie, Polska, niedaleko: Rumia, mieszkańców: 1\xa0830",
        "  3. Mosty – województwo zachodniopomorskie, Polska, niedaleko: Goleniów, mieszkańców: 1\xa0420",
    ]
    assert interview.new_records["places"] == [
        {
            **{"id": "mosty", "name": "Mosty", "country": "PL", "level": "town"},
            **{"lat": 54.61195, "lon": 18.49634, "geonames": 3091377, "parent": "pomorskie"},
        }
    ]


def test_none_of_the_places_found_is_told_as_any_other() -> None:
    interview, _ = ask("places", "Mosty", "t", "", "Niemcy", "gmina", "")
    assert interview.new_records["places"] == [
        {"id": "mosty", "name": "Mosty", "country": "DE", "level": "municipality"}
    ]


def test_an_organisation_is_added_with_its_kind_and_blanks_of_its_name_are_one() -> None:
    interview, said = ask("leaders", " Zielona   Fundacja ", "t", "fundacja", "")
    kinds = interview.drafter.names["organisation_kinds"]
    [record] = interview.new_records["organisations"]
    assert record == {"id": "zielona-fundacja", "name": "Zielona Fundacja", "kind": kinds.find("fundacja")}
    assert PL("new.kind") in said
    assert interview.drafter.names["organisations"].find("Zielona Fundacja") == "zielona-fundacja"


def test_a_place_is_in_poland_unless_another_country_is_named() -> None:
    interview, _ = ask("places", "Nowe Miejsce", "t", " DE ", "miejscowość", "")
    assert interview.new_records["places"] == [
        {"id": "nowe-miejsce", "name": "Nowe Miejsce", "country": "DE", "level": "town"}
    ]


def test_whoever_does_not_want_to_add_a_place_is_asked_again_and_their_words_are_kept() -> None:
    interview, said = ask("places", "Nowe Miejsce", "n", "")
    assert interview.new_records == {}
    assert interview.refused == {"places": "Nowe Miejsce"}
    assert any(line.startswith(PL("new.add.places", name="Nowe Miejsce")) for line in said)


def test_an_accepted_answer_takes_the_place_of_a_refused_one() -> None:
    interview, _ = ask("kind", "projekty", "projekt")
    assert (interview.answers, interview.refused) == ({"kind": "projekt"}, {})
    assert interview.typed == {"kind": "projekt"}


def test_a_list_is_offered_where_there_is_one() -> None:
    _, said = ask("kind", "projekt")
    assert f"  {PL('new.how_to_list')}" in said
    _, said = ask("title", "?")
    assert f"  {PL('new.how_to_list')}" not in said


def test_a_question_mark_is_an_answer_where_there_is_nothing_to_list() -> None:
    interview, _ = ask("title", "?")
    assert interview.answers == {"title": "?"}


def test_the_id_is_the_suggested_one_unless_another_is_typed() -> None:
    interview, said = conversation([" "], title="Łąka w mieście")
    assert interview.ask_id() == "laka-w-miescie"
    assert PL("new.id", id="laka-w-miescie") in said
    other, _ = conversation([" moja-laka "], title="Łąka")
    assert other.ask_id() == "moja-laka"


def test_problems_of_several_questions_ask_each_once() -> None:
    interview, said = conversation(["Las", "2020"], title="x", start="wiosną")
    problems = [Problem("a", ("title",)), Problem("b", ("period", "start")), Problem("c", ("title",))]
    assert interview.ask_again(problems)
    assert interview.answers == {"title": "Las", "start": "2020"}
    assert interview.refused == {}
    assert [line for line in said if line in ("Nazwa praktyki *", "Początek")] == ["Nazwa praktyki *", "Początek"]


def test_lines_from_before_that_will_not_do_are_kept_together() -> None:
    interview, _ = conversation([], **{**BEFORE, "themes": "sprot\nsport\nnic takiego"})
    with pytest.raises(Stopped):
        interview.run()
    assert interview.answers["themes"] == "sport"
    assert interview.refused["themes"] == "sprot\nnic takiego"
    assert interview.typed["themes"] == "sport\nsprot\nnic takiego"


def test_fields_that_no_question_is_about_are_told_by_their_names() -> None:
    ages = ["?", "age_rang", "age_range", "{min: 15, max: x}", "{min: 15, max: 24}"]
    interview, said = conversation(
        [*ages, "jak często", "kind: periodic", "sdg", "3\n4", ""], **BEFORE, places="Gdynia"
    )
    interview.ask_fields()
    record = interview.drafter.draft(interview.answers).record
    assert record["age_range"] == {"min": "15", "max": "24"}
    assert (record["title"], record["recurrence"], record["sdg"]) == ("Las", {"kind": "periodic"}, ["3", "4"])
    assert any(line.startswith("age_range.max: ") for line in said)
    assert interview.typed["pole age_range"] == "{min: 15, max: 24}"


def test_a_field_told_beforehand_takes_the_place_of_the_answers_about_it() -> None:
    interview, _ = conversation([], **BEFORE, places="Gdynia")
    interview.fields["places"] = "- place: sopot\n  role: reach\n- place: gdynia"
    interview.take_fields()
    record = interview.drafter.draft(interview.answers).record
    assert record["places"] == [{"place": "sopot", "role": "reach"}, {"place": "gdynia"}]
