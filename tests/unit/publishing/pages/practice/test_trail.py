"""The trail of a practice: where it comes from, who took it over, what came of that, and what is said of nobody."""

from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser as Tree
from tests.support.samples import IDENTITY, PL, plain, practice_page, published, renderer, said, with_registry

from goodpractices.catalogue import Catalogue
from goodpractices.finding import Related
from goodpractices.publishing.pages import practice_inputs
from goodpractices.publishing.pages.practice.labels import Labels
from goodpractices.publishing.pages.practice.trail import Trail, trail_block

GDYNIA = {"text": "Gdynia", "address": "miejsca/gdynia/"}
SOPOT = {"text": "Sopot", "address": "miejsca/sopot/"}
ITSELF = {"who": [GDYNIA], "words": "ta praktyka", "is_sure": True}
CORRECT = "o-katalogu/#zglos-blad"


def trail(catalogue: Catalogue, related: tuple[tuple[str, str], ...] = (), unconfirmed: tuple[int, ...] = ()) -> Trail:
    others = [Related(catalogue.practices[name], reason) for name, reason in related]
    practice = catalogue.practices["las"]
    inputs = practice_inputs(practice, others, catalogue, IDENTITY, renderer().links, unconfirmed=unconfirmed)
    return trail_block(inputs, Labels(inputs.records, PL))


def adopted(**given: Any) -> dict[str, Any]:
    return {"state": "adopted", "place": "sopot", **given}


def page(parent: Path, **given: Any) -> Tree:
    return Tree(practice_page(published(parent, {"las": given})).content)


def stops(parent: Path, *adoptions: dict[str, Any], **more: Any) -> list[Any]:
    found: list[Any] = said(trail(published(parent, {"las": {"adoptions": [*adoptions]}}), **more).stops)
    return found


def test_an_adopter_is_told_with_time_what_it_changed_and_what_came_of_it(tmp_path: Path) -> None:
    full = adopted(org="um-sopot", date="2022", changes="Mniej", result="Tak", source="s1", confirmed="2023-05")
    office = {"text": "Urząd Miasta Sopotu", "address": "organizacje/um-sopot/"}
    assert stops(tmp_path, full) == [
        {
            "when": "2022",
            "who": [SOPOT, office],
            "words": "stosuje, potwierdzono na miejscu: maj 2023",
            "is_sure": True,
            "details": ["Mniej", "Tak"],
            "source": "s1",
        },
        ITSELF,
    ]


def test_many_stand_in_one_line_with_the_day_for_which_they_were_counted(tmp_path: Path) -> None:
    many = {"state": "adopted", "what": "gminy", "count": 116, "place": "sopot", "as_of": "2019"}
    [first, _] = stops(tmp_path / "a", many)
    assert (first["when"], first["who"]) == ("2019", [{"text": "gminy: 116"}, SOPOT])
    [first, _] = stops(tmp_path / "b", {**many, "date": "2010"})
    assert (first["when"], first["details"]) == ("2010", ["stan na: 2019"])


@pytest.mark.parametrize(
    ("given", "details"),
    [
        ({"result": "Zabrakło pieniędzy."}, ["Dlaczego: Zabrakło pieniędzy."]),
        ({}, ["Dlaczego, nie wiemy."]),
    ],
)
def test_who_gave_up_is_told_with_the_reason_or_that_nobody_knows_it(
    given: dict[str, str], details: list[str], tmp_path: Path
) -> None:
    [stop, _] = stops(tmp_path, adopted(state="given-up", date="2020", **given))
    assert (stop["words"].split(",")[0], stop["details"]) == ("już nie stosuje", details)


@pytest.mark.parametrize(
    ("given", "is_sure"),
    [
        ({"confirmed": "2020"}, True),
        ({"state": "adapted", "confirmed": "2020"}, True),
        ({}, False),
        ({"state": "piloting", "confirmed": "2020"}, False),
        ({"state": "given-up", "confirmed": "2020"}, False),
        ({"confirmed": "2020", "disputed": {"what": "Radny przeczy."}}, False),
    ],
)
def test_the_mark_is_filled_for_who_took_it_over_and_says_so_undisputed(
    given: dict[str, Any], tmp_path: Path, *, is_sure: bool
) -> None:
    [stop, _] = stops(tmp_path, adopted(date="2020", **given))
    assert stop.get("is_sure", False) is is_sure


def test_a_disputed_adoption_has_a_sign_and_its_sentence(tmp_path: Path) -> None:
    shown = page(tmp_path, adoptions=[adopted(date="2020", disputed={"what": "Radny przeczy."})])
    text = plain(shown.css("section[data-field=adoptions] li")[0].text().replace("\xa0", " "))
    assert "stosuje ?, na miejscu" in text
    assert "Radny przeczy." in text


def test_what_nobody_confirmed_for_long_is_told_apart(tmp_path: Path) -> None:
    [first, second, _] = stops(tmp_path, adopted(date="2010"), adopted(date="2020"), unconfirmed=(0,))
    assert first["words"] == "stosuje, niepotwierdzone na miejscu od ponad 24 miesięcy"
    assert second["words"] == "stosuje, na miejscu jeszcze tego nie potwierdzono"


def test_stops_stand_in_order_of_time_and_what_has_no_date_comes_last(tmp_path: Path) -> None:
    given = {
        "period": {"start": "2015", "end": "2018"},
        "adoptions": [
            adopted(),
            adopted(date="2019-03"),
            adopted(date="XXXX"),
            adopted(date="201X"),
            adopted(as_of="2016"),
        ],
    }
    found = said(trail(published(tmp_path, {"las": given})).stops)
    assert [each.get("when", "–") for each in found] == [
        "2010–2019",
        "2015–2018",
        "2016",
        "marzec 2019",
        "–",
        "data nieznana",
    ]


MODEL = {"title": "Bór", "places": [{"place": "sopot"}], "period": {"start": "2001"}}


def test_a_model_and_those_modelled_on_the_practice_stand_on_the_trail(tmp_path: Path) -> None:
    catalogue = published(tmp_path, {"las": {}, "bor": MODEL, "gaj": {**MODEL, "title": "Gaj"}})
    made = trail(catalogue, (("bor", "inspired_by"), ("gaj", "inspired")))
    assert said(made.stops)[:2] == [
        {
            "when": "od 2001",
            "who": [SOPOT],
            "words": words,
            "is_sure": True,
            "own": {"text": title, "address": f"praktyki/{name}/"},
        }
        for name, title, words in (
            ("gaj", "Gaj", "powstała z inspiracji tą praktyką"),
            ("bor", "Bór", "stąd pochodzi inspiracja"),
        )
    ]
    assert (made.is_known, made.is_taken, made.note) == (True, True, None)
    only_model = trail(catalogue, (("bor", "inspired_by"),))
    assert (only_model.is_known, only_model.is_taken) == (True, False)


def test_an_adopter_with_an_entry_of_its_own_stands_there_once_and_leads_to_it(tmp_path: Path) -> None:
    entries: dict[str, dict[str, Any]] = {"las": {"adoptions": [adopted(date="2020")]}, "bor": MODEL}
    catalogue = published(tmp_path, entries)
    made = said(trail(catalogue, (("bor", "inspired"),)).stops)
    assert [each["who"] for each in made] == [[SOPOT], [GDYNIA]]
    assert made[0]["own"] == {"text": "Bór", "address": "praktyki/bor/"}


def test_what_is_alike_is_on_the_trail_only_if_the_same_programme_paid_and_the_head_says_so(tmp_path: Path) -> None:
    programme: dict[str, Any] = {"programme": {"id": "fundusz"}}
    entries: dict[str, dict[str, Any]] = {"las": programme, "bor": {**MODEL, **programme}, "gaj": MODEL}
    made = trail(published(tmp_path, entries), (("bor", "similar_to"), ("gaj", "similar_to")))
    assert [each.words for each in made.stops] == ["podobna praktyka", "ta praktyka"]
    assert (made.note, made.is_known, made.is_taken) == (PL("trail.alike"), False, False)
    assert not made.stops[0].is_sure


def test_the_head_says_when_it_was_only_considered(tmp_path: Path) -> None:
    thought = adopted(state="considered")
    one = trail(published(tmp_path / "a", {"las": {"adoptions": [thought]}}))
    assert (one.note, one.is_taken) == (PL("trail.considered"), False)
    other = trail(published(tmp_path / "b", {"las": {"adoptions": [thought, adopted(state="piloting")]}}))
    assert (other.note, other.is_taken) == (None, True)


def test_the_page_asks_for_others_and_says_where_to_tell(tmp_path: Path) -> None:
    for name, given, question in (
        ("nobody", {}, "Przejął to ktoś inny?"),
        ("considered", {"adoptions": [adopted(state="considered")]}, "Przejął to ktoś inny?"),
        ("adopted", {"adoptions": [adopted()]}, "Ktoś jeszcze?"),
    ):
        [last] = page(tmp_path / name, **given).css(".trail__stop--none")
        assert plain(last.text()).startswith(question)
        assert [each.attributes["href"] for each in last.css("a")] == [f"../../{CORRECT}"]


def test_where_nobody_is_known_the_trail_is_read_on_request(tmp_path: Path) -> None:
    closed = page(tmp_path / "a").css("details[data-field=adoptions]")
    assert [plain(each.css_first("summary").text()) for each in closed] == ["Czy ktoś to przejął?"]  # type: ignore[union-attr]
    shown = page(tmp_path / "b", adoptions=[adopted()])
    assert [each.tag for each in shown.css("[data-field=adoptions]")] == ["section"]
    undue = page(tmp_path / "c", not_applicable={"adoptions": "To jednorazowe wydarzenie."})
    assert undue.css("[data-field=adoptions], .trail") == []


def test_a_longer_trail_goes_on_on_request_and_ends_with_the_question(tmp_path: Path) -> None:
    shown = page(tmp_path, adoptions=[adopted(date=str(2000 + n)) for n in range(7)])
    first, rest = shown.css("section[data-field=adoptions] ol")
    assert (len(first.css("li")), len(first.css(".trail__stop--none"))) == (4, 0)
    assert (len(rest.css("li")), len(rest.css(".trail__stop--none"))) == (5, 1)
    assert rest.parent
    assert rest.parent.tag == "details"


ELEMENTS = [{"name": name} for name in ("Kursy", "Porady", "Szkoły")]
HAS = [
    {"element": "Kursy", "state": "done", "as_of": "2021", "source": "s1"},
    {"element": "Szkoły", "state": "not-done"},
]


def test_the_elements_of_a_standard_are_a_table_in_which_unknown_is_no_no(tmp_path: Path) -> None:
    adoptions = [
        adopted(date="2022", elements=HAS),
        adopted(place="gdynia", date="2020", elements=[{**HAS[1]}]),
        adopted(),
    ]
    shown = page(tmp_path, components=ELEMENTS, adoptions=adoptions)
    table = shown.css_first("[data-field=adoptions] table")
    assert table
    rows = [[plain(cell.text()) for cell in row.css("th, td")] for row in table.css("tr")]
    assert rows == [
        ["Część", "Gdynia", "Sopot"],
        ["Kursy", "nie wiadomo", "tak (2021)1"],
        ["Porady", "nie wiadomo", "nie wiadomo"],
        ["Szkoły", "nie", "nie"],
    ]
    unknown = [cell for cell in table.css("td") if "nie wiadomo" in cell.text()]
    assert all(cell.css_matches(".visually-hidden") for cell in unknown)
    [region] = shown.css(".table-scroll")
    [legend] = shown.css(f"#{region.attributes['aria-labelledby']}")
    assert "Puste pole znaczy „nie wiadomo”." in plain(legend.text())


def test_without_elements_there_is_no_table(tmp_path: Path) -> None:
    assert trail(published(tmp_path, {"las": {"components": ELEMENTS, "adoptions": [adopted()]}})).matrix is None


def test_the_page_of_another_place_on_the_trail_is_led_to(tmp_path: Path) -> None:
    place = {"id": "barcelona", "name": "Barcelona", "country": "ES", "level": "town"}
    entries: dict[str, dict[str, Any]] = {"las": {}, "bor": {**MODEL, "places": [{"place": "barcelona"}]}}
    made = trail(with_registry(tmp_path, {"_registry/places": [place]}, entries), (("bor", "inspired_by"),))
    assert said(made.stops[0].who) == [{"text": "Barcelona, Hiszpania", "address": "miejsca/barcelona/"}]
