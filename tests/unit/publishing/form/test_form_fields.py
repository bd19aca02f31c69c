"""What the scripts of the form get for a field of each kind: its limits, its words, what there is to choose from."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.support.samples import PL, with_registry

from goodpractices.catalogue import Identity
from goodpractices.publishing.form import form_data

IDENTITY = Identity(name="Katalog", tagline="Miasta", description="Opis")
FUND = {
    **{"id": "fz", "name": "Fundusz Zieleni", "level": "local", "acronym": "FZ"},
    "synonyms": ["zielony"],
}


def given(parent: Path, identity: Identity = IDENTITY) -> Any:
    catalogue = with_registry(
        parent, {"_registry/programmes": [FUND]}, {"las": {"title": "Las w mieście", "short_title": "Las"}}
    )
    script = b"".join(form_data(catalogue, identity, PL)).decode()
    return json.loads(script.removeprefix("self.KatalogFormularz=").removesuffix(";"))


@pytest.fixture
def data(tmp_path: Path) -> Any:
    return given(tmp_path)


@pytest.fixture
def fields(data: Any) -> Any:
    return data["shape"]["fields"]


def test_a_text_comes_with_its_limit_help_and_example(fields: Any) -> None:
    assert fields["title"] == {
        "kind": "text",
        "max": 100,
        "required": True,
        "label": "Tytuł",
        "help": "Pełna nazwa praktyki, do 100 znaków.",
        "example": "Las w mieście",
    }


def test_terms_are_to_be_chosen_from_and_the_first_theme_is_the_main_one(fields: Any) -> None:
    assert fields["kind"]["options"] == [["project", "Projekt"], ["service", "Usługa"]]
    assert fields["themes"]["options"][0] == ["zielen", "Zieleń"]
    assert fields["themes"]["main"] == "Temat główny"
    assert "main" not in fields["target_groups"]
    assert "example" not in fields["themes"]


def test_a_date_has_a_hint_instead_of_an_example(fields: Any) -> None:
    start = fields["period"]["fields"]["start"]
    assert start["hint"].startswith("Wpisz tyle, ile wiadomo, na przykład 2023, marzec 2023")
    assert start.keys() == {"kind", "label", "hint"}
    assert fields["period"]["rare"] == ["note", "disputed"]


def test_a_list_of_records_has_words_for_one_of_them_and_suggests_ids(fields: Any) -> None:
    sources = fields["sources"]
    assert (sources["item"], sources["add"], sources["first"]) == ("Źródło", "Dodaj źródło", ["id", "s"])
    assert fields["indicators"]["first"] == ["id", "w"]
    assert "first" not in fields["funding"]
    assert sources["of"]["rare"] == ["file", "published", "retrieved", "archive_url", "copy_of", "note"]
    assert sources["of"]["fields"]["url"] == {
        "kind": "url",
        "max": 2000,
        "label": "Adres strony",
        "help": "Pełny adres strony razem z https://.",
        "example": "https://www.example.org/sprawozdanie",
    }


def test_a_source_within_a_record_is_one_of_the_entry(fields: Any) -> None:
    assert fields["funding"]["of"]["fields"]["source"] == {
        "kind": "slug",
        "required": True,
        "label": "Źródło",
        "help": "Skąd to wiadomo. Listę źródeł układa się w pierwszym kroku.",
        "example": "s1",
        "own": "sources",
    }


def test_a_choice_has_a_label_for_each_of_its_values(fields: Any) -> None:
    role = fields["funding"]["of"]["fields"]["role"]
    assert role["options"] == [["total", "Całkowity koszt"], ["grant", "Dotacja"], ["own", "Wkład własny"]]
    assert role["label"] == "Co to za kwota"
    assert fields["funding"]["of"]["fields"]["precision"]["default"] == "exact"


def test_numbers_that_stand_for_something_are_chosen_by_name(fields: Any) -> None:
    assert fields["sdg"]["options"][0] == ["1", "1. Koniec z ubóstwem"]
    assert len(fields["sdg"]["options"]) == 17
    assert [each[0] for each in fields["evidence_level"]["fields"]["value"]["options"]] == ["0", "1", "2", "3", "4"]


def test_a_mapping_has_words_for_its_keys_and_values(fields: Any) -> None:
    criteria = fields["criteria"]
    assert criteria["keys"] == {
        "kind": "ref",
        "to": "criteria",
        "label": "Kryterium",
        "required": True,
        "options": [["nowosc", "Nowość"]],
    }
    assert criteria["of"]["label"] == "Czy spełnia"
    assert criteria["of"]["required"]
    assert criteria["of"]["options"][0] == ["met", "Spełnia"]
    assert (criteria["item"], criteria["add"]) == ("Kryterium", "Dodaj kryterium")


def test_what_may_be_not_applicable_is_every_field_that_need_not_be_there(fields: Any) -> None:
    options = dict(fields["not_applicable"]["keys"]["options"])
    assert options["funding"] == "Pieniądze"
    assert {"title", "kind", "editorial", "not_applicable", "translations"}.isdisjoint(options)
    assert "options" not in fields["not_applicable"]["of"]


def test_a_record_that_a_registry_lacks_is_asked_for_by_what_an_official_knows(data: Any) -> None:
    places = data["added"]["places"]
    lists = {name: shape["of"] for name, shape in data["added"].items()}
    assert {name: [each for each in of["fields"] if each not in of["rare"]] for name, of in lists.items()} == {
        "organisations": ["id", "name", "kind", "short_name", "place", "url"],
        "places": ["id", "name", "country", "level"],
        "programmes": ["id", "name", "level", "acronym", "url"],
        "terms": ["vocabulary", "id", "pl", "en"],
    }
    assert {name: places[name] for name in ("kind", "label", "help", "item", "add")} == {
        "kind": "list",
        "label": "Miejsca, których nie ma na liście",
        "help": "Opisz tu miejsce, a potem wybierz je wyżej jak każde inne.",
        "item": "Miejsce",
        "add": "Dodaj nowe miejsce",
    }
    assert places["of"]["fields"]["level"]["label"] == "Rodzaj miejsca"


def test_records_are_found_by_all_their_names(data: Any) -> None:
    assert data["registry"] == {
        "organisations": [["um-gdynia", "Urząd Miasta Gdyni", []], ["um-sopot", "Urząd Miasta Sopotu", []]],
        "places": [["gdynia", "Gdynia", []], ["sopot", "Sopot", []]],
        "programmes": [["fundusz", "Fundusz Miejski", []], ["fz", "Fundusz Zieleni", ["FZ", "zielony"]]],
        "practices": [["las", "Las w mieście", ["Las"]]],
    }


def test_an_entry_begins_with_a_source_a_place_and_as_a_draft(data: Any) -> None:
    assert data["start"] == {"sources": [{"id": "s1"}], "places": [{}], "editorial": {"state": "draft"}}


def test_numbers_are_written_with_the_signs_of_the_language(data: Any) -> None:
    assert data["digits"] == {"group": "\xa0", "decimal": ","}


def test_steps_say_what_is_seen_at_once_and_what_is_added_there(data: Any) -> None:
    first = data["steps"][0]
    assert (first["name"], first["added"]) == ("main", ["places", "terms"])
    assert first["fields"][:2] == ["title", "summary"]
    assert {"short_title", "plain_summary"} < {*first["more"]}
    assert not {*first["fields"]} & {*first["more"]}


def test_the_host_is_told_with_where_entries_are_edited(tmp_path: Path) -> None:
    identity = replace(IDENTITY, repository="https://git.example.org/katalog", edit_path="edit/main/")
    assert given(tmp_path, identity)["host"] == {
        "address": "https://git.example.org/katalog/new/main",
        "file": "filename",
        "content": "value",
        "edit": "https://git.example.org/katalog/edit/main/practices/",
    }
