"""Each row of the comparison: what a practice says in it, how sure it is, and where its page says the same."""

from pathlib import Path
from typing import Any

import pytest
from tests.support.samples import PL, with_registry

from goodpractices.publishing.pages.compared.rows import ROWS, said_of
from goodpractices.publishing.pages.compared.said import NOTHING, Line, Said

TOWNS = [
    {
        "id": f"t{n}",
        "name": f"Miasto {n}",
        "country": "PL",
        "level": "town",
        "population": {"value": 1000 * n, "as_of": "2025-01-01", "source": "GUS"},
    }
    for n in range(1, 7)
]
RATES = [
    {
        **{"id": "pln", "currency": "PLN", "per_euro": {"2020": 4.0, "2021": 5.0}},
        **{"source": "EBC", "as_of": "2026-10-30"},
    }
]
DOUBT = {"what": "Źródła podają różnie."}
COUNTED = {**DOUBT, "counted": "true"}
EURO = {"role": "total", "amount": 1000, "currency": "EUR", "source": "s1", "period": "2020"}
RATE = "po średnim kursie z 2020 roku (1 € = 4 zł, EBC)"
PERSON = {"id": "participants", "label": "osoby", "unit": "person", "nature": "output", "source": "s1", "value": 10}


def said(folder: Path, row: str, **fields: Any) -> Said:
    catalogue = with_registry(folder, {"_registry/places": TOWNS, "_registry/rates": RATES}, {"las": fields})
    return said_of(catalogue.practices["las"], catalogue, PL)[row]


def lines(*texts: str) -> tuple[Line, ...]:
    return tuple(Line(text) for text in texts)


def plain(found: Said) -> Said:
    """The same with usual blanks."""
    texts = tuple(Line(each.text.replace("\u00a0", " "), each.before) for each in found.lines)
    return Said(found.state, found.value.replace("\u00a0", " "), texts, found.level, found.anchor)


QUESTIONS = {"audience", "scale", "effect", "cost", "evidence"}


@pytest.mark.parametrize("row", [name for name in ROWS if name not in QUESTIONS])
def test_where_an_entry_says_nothing_there_is_nothing(row: str, tmp_path: Path) -> None:
    more = {"adoptions": Said("missing", "nikt nam nie zgłosił"), "period": Said("known", lines=lines("trwa"))}
    assert said(tmp_path, row) == more.get(row, NOTHING)


@pytest.mark.parametrize(
    ("row", "field"),
    [
        *(("at_home", "funding"), ("per_person", "funding"), ("lead", "organisations"), ("access", "access_cost")),
        *((name, "transfer") for name in ("preconditions", "fits", "fixed", "minimum_version", "legal_basis")),
        *((name, name) for name in ("resources", "obstacles", "adoptions", "contacts")),
    ],
)
def test_where_a_field_does_not_apply_its_row_says_why(row: str, field: str, tmp_path: Path) -> None:
    found = said(tmp_path, row, not_applicable={field: "Nie było."})
    assert found == Said("not-applicable", PL("strip.not-applicable"), lines("Nie było."))


@pytest.mark.parametrize(
    ("row", "fields", "expected"),
    [
        ("access", {"access_cost": "free"}, Said("known", lines=lines("bezpłatnie"))),
        (
            "preconditions",
            {"transfer": {"preconditions": ["Uchwała.", "Zgoda."]}},
            Said("known", lines=lines("Uchwała.", "Zgoda."), anchor="warunki"),
        ),
        (
            "preconditions",
            {"transfer": {"preconditions": list("abcdef")}},
            Said("known", lines=lines("a", "b", "c", "d", "i jeszcze 2"), anchor="warunki"),
        ),
        (
            "preconditions",
            {"transfer": {"preconditions": "Uchwała.", "disputed": DOUBT}},
            Said("disputed", lines=lines("Uchwała.", DOUBT["what"]), anchor="warunki"),
        ),
        (
            "preconditions",
            {"transfer": {"preconditions": "Uchwała.", "disputed": COUNTED}},
            Said("known", lines=lines("Uchwała."), anchor="warunki"),
        ),
        ("preconditions", {"transfer": {"fixed": "Nazwa."}}, NOTHING),
        (
            "minimum_version",
            {"transfer": {"minimum_version": "Osoba."}},
            Said("known", lines=lines("Osoba."), anchor="warunki"),
        ),
        (
            "fits",
            {"transfer": {"fits": {"population": {"min": 5000}, "municipality_types": ["rural"]}}},
            Said("known", lines=lines("co najmniej 5 000 mieszkańców", "gmina wiejska"), anchor="warunki"),
        ),
        (
            "resources",
            {"resources": {"staff": "Dwie osoby.", "tools": "Komputer."}},
            Said("known", lines=(Line("Dwie osoby.", "ludzie: "), Line("Komputer.", "narzędzia: ")), anchor="zasoby"),
        ),
        (
            "obstacles",
            {"obstacles": [{"what": "Brak sali.", "how_handled": "Wynajęto."}, {"what": "Deszcz."}]},
            Said(
                "known",
                lines=(Line("Brak sali."), Line("Wynajęto.", "→ "), Line("Deszcz.")),
                anchor="trudnosci",
            ),
        ),
        (
            "obstacles",
            {"obstacles": [{"what": each} for each in "abcd"]},
            Said("known", lines=lines(*"abcd"), anchor="trudnosci"),
        ),
        (
            "adoptions",
            {
                "adoptions": [
                    {"state": "adopted", "place": "sopot", "date": "2021"},
                    {"state": "considered", "org": "um-sopot", "place": "gdynia"},
                    {"state": "piloting", "what": "szkoły", "count": 3, "place": "sopot"},
                ]
            },
            Said(
                "known",
                lines=lines("Sopot: stosuje, 2021", "Urząd Miasta Sopotu: rozważa", "szkoły: 3, Sopot: wypróbowuje"),
                anchor="wdrozenia",
            ),
        ),
        (
            "contacts",
            {
                "contacts": [
                    {"org": "um-gdynia", "unit": "Wydział", "role": "koordynator", "email": "biuro@a.pl"},
                    {"org": "um-gdynia", "phone": "58 123 45 67", "address": "ul. Długa"},
                    {"address": "ul. Długa"},
                ]
            },
            Said(
                "known",
                lines=lines("Urząd Miasta Gdyni, Wydział, koordynator, biuro@a.pl", "Urząd Miasta Gdyni, 58 123 45 67"),
                anchor="kontakt",
            ),
        ),
        (
            "lead",
            {
                "organisations": [
                    {"org": "um-gdynia", "role": "leader"},
                    {"org": "um-gdynia", "role": "funder"},
                    {"org": "um-sopot", "role": "partner"},
                    {"org": "um-sopot", "role": "venue"},
                ]
            },
            Said("known", lines=lines("Urząd Miasta Gdyni", PL("compare.others", n=1)), anchor="partnerzy"),
        ),
        (
            "lead",
            {"organisations": [{"org": "um-gdynia", "role": "leader"}]},
            Said("known", lines=lines("Urząd Miasta Gdyni"), anchor="partnerzy"),
        ),
        ("lead", {"organisations": [{"org": "um-gdynia", "role": "partner"}]}, NOTHING),
        (
            "period",
            {"period": {"start": "2020", "end": "2021"}, "lifecycle": "ended"},
            Said("known", "2020–2021", lines("zakończona")),
        ),
        ("period", {"period": {"end": "2021"}, "lifecycle": "ended"}, Said("known", "do 2021", lines("zakończona"))),
        ("period", {"period": {"note": "x"}, "lifecycle": "ended"}, Said("known", lines=lines("zakończona"))),
        (
            "period",
            {"period": {"start": "2020", "disputed": DOUBT}},
            Said("disputed", "od 2020", lines(DOUBT["what"], "trwa")),
        ),
        ("period", {"period": {"start": "2020", "disputed": COUNTED}}, Said("known", "od 2020", lines("trwa"))),
    ],
)
def test_a_row_says_what_the_entry_says(row: str, fields: dict[str, Any], expected: Said, tmp_path: Path) -> None:
    assert plain(said(tmp_path, row, **fields)) == plain(expected)


def test_the_size_is_that_of_the_places_where_it_was_put_into_practice(tmp_path: Path) -> None:
    uses = [
        {"place": "t1"},
        {"place": "t2", "role": "reach"},
        {"place": "gdynia"},
        *({"place": f"t{n}"} for n in (3, 4, 5, 6)),
    ]
    texts = [PL("compare.inhabitants", place=f"Miasto {n}", n=1000 * n) for n in (1, 3, 4, 5)]
    found = said(tmp_path, "place_size", places=uses)
    assert plain(found) == plain(Said("known", lines=lines(*texts, PL("others.more", n=1))))


@pytest.mark.parametrize(
    ("change", "state", "value", "below"),
    [
        ({}, "known", "około 4 000 zł", [RATE]),
        (
            {"planned": True},
            "planned",
            "około 4 000 zł",
            ["Plan, nie wynik", RATE],
        ),
        ({"currency": "PLN"}, "known", "1 000 zł", []),
        ({"currency": "PLN", "planned": True}, "planned", "1 000 zł", ["Plan, nie wynik"]),
        ({"disputed": DOUBT}, "missing", "compare.not_exchanged.disputed", None),
        ({"period": "2019"}, "missing", "compare.not_exchanged.rate", None),
        ({"period": None}, "missing", "compare.not_exchanged.years", None),
    ],
)
def test_money_is_told_in_zloty_by_the_rate_of_its_years(
    change: dict[str, Any], state: str, value: str, below: list[str] | None, tmp_path: Path
) -> None:
    money = {name: each for name, each in {**EURO, **change}.items() if each is not None}
    found = plain(said(tmp_path, "at_home", funding=[money]))
    assert (found.state, found.value) == (state, value if below is not None else PL(value).replace("\u00a0", " "))
    assert [each.text for each in found.lines] == (below or [])
    assert found.anchor == ("" if below is None else "pieniadze")


def test_the_cost_of_a_person_is_computed_from_the_whole_and_rounded(tmp_path: Path) -> None:
    money = {**EURO, "currency": "PLN", "amount": 1004}
    del money["period"]
    found = plain(said(tmp_path, "per_person", funding=[money], indicators=[PERSON]))
    assert found == Said("known", "około 100 zł", lines(PL("computed")), anchor="pieniadze")
    for people, why in (([], "unknown"), ([{**PERSON, "unit": "place", "disputed": DOUBT}], "unknown")):
        found = said(tmp_path, "per_person", funding=[money], indicators=people)
        assert found == Said("missing", PL(f"compare.not_computed.{why}"))


@pytest.mark.parametrize(
    ("row", "fields", "state", "anchor"),
    [
        ("scale", {"indicators": [PERSON]}, "known", "liczby"),
        ("scale", {"indicators": [{**PERSON, "nature": "target"}]}, "planned", "liczby"),
        ("scale", {"indicators": [{**PERSON, "disputed": DOUBT}]}, "disputed", "liczby"),
        ("effect", {"indicators": [{**PERSON, "nature": "outcome"}]}, "known", "liczby"),
        ("evidence", {"evidence_level": {"value": 2, "reason": "Ankieta."}}, "known", "dowody"),
        ("audience", {"target_groups": ["seniorzy"]}, "known", ""),
        ("scale", {}, "missing", ""),
    ],
)
def test_an_answer_leads_to_where_the_page_of_the_practice_gives_it(
    row: str, fields: dict[str, Any], state: str, anchor: str, tmp_path: Path
) -> None:
    found = said(tmp_path, row, **fields)
    assert (found.state, found.anchor) == (state, anchor)
    assert found.value
    assert found.level == (2 if row == "evidence" else None)
