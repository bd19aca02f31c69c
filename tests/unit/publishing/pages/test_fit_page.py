"""What the scripts of the page "does it fit us" compare is what the entries say."""

import json
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.support.planned import articles_of, files_of
from tests.support.samples import plain, published, renderer

from goodpractices.catalogue import Catalogue
from goodpractices.finding import Conditions, conditions_of
from goodpractices.publishing.pages.cards import Cards
from goodpractices.publishing.pages.fit_page import FitPages

TRANSFERS: dict[str, dict[str, Any]] = {
    "a": {"fits": {"population": {"min": "0"}}},
    "b": {"fits": {"population": {"max": "20000"}, "municipality_types": ["rural", "urban"]}},
    "c": {"preconditions": ["Uchwała & rada.", "Pieniądze."]},
    "d": {"adaptable": "Nazwa."},
    "e": {"preconditions": ["Zgoda."], "disputed": {"what": "Radny uważa inaczej."}},
    "f": {"fits": {"population": {"min": "5000"}, "tried": "true"}},
}


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    return published(tmp_path, {name: {"title": f"Praktyka {name}", "transfer": TRANSFERS[name]} for name in TRANSFERS})


def pages(catalogue: Catalogue) -> FitPages:
    return FitPages(catalogue, Cards(catalogue, renderer()), renderer())


def data(catalogue: Catalogue) -> dict[str, Any]:
    (text,) = files_of(pages(catalogue).files(())).values()
    found: dict[str, Any] = json.loads(text.decode().removeprefix("self.KatalogPasuje=").removesuffix(";\n"))
    return found


def test_the_data_hold_the_conditions_of_every_practice_and_no_others(catalogue: Catalogue) -> None:
    for record, practice in zip(data(catalogue)["practices"], catalogue.by_title, strict=True):
        said = {**record["conditions"], "kinds": tuple(record["conditions"].get("kinds", ()))}
        assert Conditions(**said) == conditions_of(practice)
        assert [
            name for name, value in record["conditions"].items() if value is None or value is False or value == []
        ] == []


def test_a_row_is_handed_to_the_scripts_without_blanks_around_it(catalogue: Catalogue) -> None:
    rows = [record["html"] for record in data(catalogue)["practices"]]
    assert rows == [row.strip() for row in rows]
    assert all(row.startswith("<") for row in rows)


def test_conditions_stand_there_in_words_too(catalogue: Catalogue) -> None:
    words = [(record["size"], record["kind"]) for record in data(catalogue)["practices"]]
    assert [plain(" | ".join(each)) for each in words] == [
        *("co najmniej 0 mieszkańców |", "do 20 000 mieszkańców | gmina wiejska, gmina miejska", "|", "|", "|"),
        "co najmniej 5 000 mieszkańców |",
    ]


def test_the_page_lists_first_whose_entries_say_most(catalogue: Catalogue) -> None:
    page = LexborHTMLParser(articles_of(pages(catalogue).articles())["czy-pasuje/"].content)
    sections = [
        (plain(each.css("h2")[0].text()), [plain(link.text()) for link in each.css("h3 a, .line a")])
        for each in page.css(".fit__group")
    ]
    assert sections == [
        ("Opis mówi, dla jakich gmin", ["Praktyka a", "Praktyka b", "Praktyka f"]),
        ("Opis mówi, czego potrzeba", ["Praktyka c", "Praktyka e"]),
        ("Opis nie mówi", ["Praktyka d"]),
    ]
    assert [plain(each.text()) for each in page.css(".fit-row__needed li")] == [
        "Uchwała & rada.",
        "Pieniądze.",
        "Zgoda.",
    ]
    said = [plain(each.text()) for each in page.css(".fit-row__named")]
    assert [words.partition(":")[0] for words in said] == ["Dla gmin", "Dla gmin", "Działa lub działała w gminach"]
    assert [plain(each.text()) for each in page.css(".fit-row__doubt")] == ["Niepewne: Radny uważa inaczej."]


def test_one_may_choose_places_whose_size_or_kind_is_known(catalogue: Catalogue) -> None:
    page = LexborHTMLParser(articles_of(pages(catalogue).articles())["czy-pasuje/"].content)
    kinds = [each.attributes["value"] for each in page.css("[data-fit-kind] option")]
    assert kinds == ["", "urban", "urban-rural", "rural", "city-county"]
    known = {each.id for each in catalogue.places.values() if each.population or each.municipality_type}
    chosen = [each.attributes["value"] for each in page.css("[data-fit-place] option")]
    assert set(chosen) <= {"", *known}
