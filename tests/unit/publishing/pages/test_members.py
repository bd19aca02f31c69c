"""What the page of a place, an organisation or a programme says besides its practices."""

from pathlib import Path
from typing import Any

import pytest
from tests.support.samples import PL, plain, with_registry

from goodpractices.catalogue import Catalogue
from goodpractices.publishing.pages.members import DESCRIBE, Member


def member(catalogue: Catalogue, dimension: str, identifier: str) -> Member:
    records: Any = catalogue.vocabularies.get(dimension) or getattr(catalogue, dimension)
    return DESCRIBE[dimension](catalogue, records[identifier], PL)


def facts(described: Member) -> dict[str, list[str]]:
    return {name: [plain(value.text) for value in values] for name, values in described.facts}


def test_a_place_tells_its_level_country_size_and_neighbours(tmp_path: Path) -> None:
    place = {
        "id": "stralsund",
        "name": "Stralsund",
        "country": "DE",
        "level": "town",
        "parent": "gdynia",
        "twin_places": ["sopot"],
        "population": {"value": 59418, "as_of": "2022", "source": "GeoNames"},
    }
    described = member(with_registry(tmp_path, {"_registry/places": [place]}, {}), "places", "stralsund")
    shown = facts(described)
    assert ["Niemcy"] in shown.values()
    assert ["Gdynia"] in shown.values()
    assert ["Sopot"] in shown.values()
    assert any("59 418" in text and "2022" in text and "GeoNames" in text for texts in shown.values() for text in texts)
    links = {value.text: value.address for _, values in described.facts for value in values if value.address}
    assert links == {"Gdynia": "miejsca/gdynia/", "Sopot": "miejsca/sopot/"}


def test_a_metropolis_names_its_members(tmp_path: Path) -> None:
    place = {
        "id": "omx",
        "name": "Metropolia",
        "country": "PL",
        "level": "metropolitan-area",
        "members": [{"place": "gdynia"}, {"place": "sopot"}],
    }
    shown = facts(member(with_registry(tmp_path, {"_registry/places": [place]}, {}), "places", "omx"))
    assert ["Gdynia", "Sopot"] in shown.values()


def test_an_organisation_tells_what_it_is_and_where(tmp_path: Path) -> None:
    organisation = {
        "id": "biblioteka",
        "name": "Biblioteka Miejska",
        "short_name": "BM",
        "former_names": ["Czytelnia Miejska"],
        "kind": "urzad",
        "place": "sopot",
        "parent": "um-sopot",
        "url": "https://biblioteka.example.org/",
    }
    catalogue = with_registry(tmp_path, {"_registry/organisations": [organisation]}, {})
    described = member(catalogue, "organisations", "biblioteka")
    texts = {value.text: value.address for _, values in described.facts for value in values}
    assert texts["Sopot"] == "miejsca/sopot/"
    assert texts["Urząd Miasta Sopotu"] == "organizacje/um-sopot/"
    assert texts["https://biblioteka.example.org/"] == "https://biblioteka.example.org/"
    assert {"BM", "Czytelnia Miejska"} <= texts.keys()


def test_a_programme_tells_when_it_ran_and_who_runs_it(tmp_path: Path) -> None:
    programme = {
        "id": "rpo",
        "name": "Program Regionalny",
        "acronym": "RPO",
        "level": "regional",
        "period": "2014/2020",
        "authority": "Zarząd Województwa",
        "fund": "esf",
    }
    shown = facts(member(with_registry(tmp_path, {"_registry/programmes": [programme]}, {}), "programmes", "rpo"))
    assert {"RPO", "2014–2020", "Zarząd Województwa"} <= {text for texts in shown.values() for text in texts}


def test_a_record_with_nothing_more_to_say_says_only_what_it_is(tmp_path: Path) -> None:
    catalogue = with_registry(tmp_path, {}, {})
    assert list(facts(member(catalogue, "programmes", "fundusz")).values()) == [["lokalny"]]
    assert member(catalogue, "themes", "sport").facts == ()


def test_a_theme_brings_the_colour_of_its_family(tmp_path: Path) -> None:
    theme = {"id": "jezyk", "pl": "język", "en": "language", "family": "migration", "note": "Nauka języka."}
    described = member(with_registry(tmp_path, {"_vocabularies/themes": [theme]}, {}), "themes", "jezyk")
    assert (described.family, described.note) == ("family-migration", "Nauka języka.")


PLACE = {
    "id": "reda",
    "name": "Reda",
    "country": "PL",
    "level": "town",
    "parent": "gdynia",
    "members": [{"place": "sopot"}],
    "twin_places": ["sopot"],
    "population": {"value": 26000, "as_of": "2021", "source": "GUS"},
    "teryt": "2215021",
    "nuts": "PL633",
    "lau": "2215021",
    "note": "Miasto",
}
ORGANISATION = {
    "id": "mops",
    "name": "Ośrodek",
    "kind": "urzad",
    "short_name": "OP",
    "former_names": ["Dawny"],
    "place": "gdynia",
    "parent": "um-gdynia",
    "url": "https://mops.example/",
    "note": "Pomoc",
    "registry_ids": {"krs": "0000123456"},
}
PROGRAMME = {
    "id": "fz",
    "name": "Fundusz",
    "level": "local",
    "acronym": "FZ",
    "period": "2021/2027",
    "fund": "esf",
    "authority": "Miasto",
    "url": "https://fz.example/",
    "note": "Na zieleń",
}


@pytest.mark.parametrize(
    ("dimension", "record", "note", "said"),
    [
        (
            "places",
            PLACE,
            "Miasto",
            [
                ("rodzaj miejsca", ["miejscowość"]),
                ("kraj", ["Polska"]),
                ("Położenie", ["Gdynia"]),
                ("należą tu", ["Sopot"]),
                ("miejscowości partnerskie", ["Sopot"]),
                ("liczba mieszkańców", ["26 000 (2021) (GUS)"]),
                ("Kody", ["TERYT 2215021", "NUTS PL633", "LAU 2215021"]),
            ],
        ),
        (
            "organisations",
            ORGANISATION,
            "Pomoc",
            [
                ("rodzaj organizacji", ["urząd"]),
                ("nazwa skrócona", ["OP"]),
                ("miejsce", ["Gdynia"]),
                ("do czego należy", ["Urząd Miasta Gdyni"]),
                ("adres strony", ["https://mops.example/"]),
                ("dawne nazwy", ["Dawny"]),
            ],
        ),
        (
            "programmes",
            PROGRAMME,
            "Na zieleń",
            [
                ("poziom programu", ["lokalny"]),
                ("skrót", ["FZ"]),
                ("kiedy", ["2021–2027"]),
                ("fundusz", ["Europejski Fundusz Społeczny"]),
                ("instytucja zarządzająca", ["Miasto"]),
                ("adres strony", ["https://fz.example/"]),
            ],
        ),
    ],
)
def test_a_record_says_all_that_is_known_in_this_order(
    dimension: str, record: dict[str, Any], note: str, said: list[tuple[str, list[str]]], tmp_path: Path
) -> None:
    described = member(with_registry(tmp_path, {f"_registry/{dimension}": [record]}, {}), dimension, record["id"])
    assert [*facts(described).items()] == said
    assert (described.id, described.name, described.note) == (record["id"], record["name"], note)
