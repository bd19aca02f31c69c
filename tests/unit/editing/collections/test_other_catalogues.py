"""Another catalogue of this kind taken over: its ids become those of this one, or are asked."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.support.entries import add, entry, loaded, practices_folder
from tests.support.office_projects import DAY, PL

from goodpractices.catalogue import load_catalogue
from goodpractices.editing import UnusableSubmission
from goodpractices.editing.collections import Import, checked, prepared, read_map, written
from goodpractices.publishing.open_data.records import practice_json, practice_record, practices_json

MAP = """\
namespace: inny-katalog
licence: CC-BY-4.0
attribution: Katalog sąsiadów
source: {title: Katalog sąsiadów}
url: "https://example.org/praktyki/{id}/"
unknown: {places: propose}
"""


def other(folder: Path, **given: Any) -> bytes:
    """The open data of a catalogue with one practice, as it publishes them."""
    folder.mkdir()
    catalogue = loaded(folder, skwer={**given})
    records = [practice_json(practice_record(each, catalogue)) for each in catalogue.practices.values()]
    return b"".join(practices_json(records, catalogue))


def taken(folder: Path, data: bytes, given: str = MAP) -> Import:
    made = prepared(data, ".json", read_map(given.encode()), folder, load_catalogue(folder), PL, DAY)
    assert checked(made, folder) == []
    written(made, folder, load_catalogue(folder))
    return made


@pytest.mark.slow
def test_an_entry_comes_with_its_fields_and_comes_once(tmp_path: Path) -> None:
    folder, data = practices_folder(tmp_path), other(tmp_path / "inny", access_cost="free", themes=["sport", "zielen"])
    add(folder, "wzor/index.md", entry())
    assert list(taken(folder, data).plan.new) == ["wzor-2"]
    practice = load_catalogue(folder).practices["wzor-2"]
    assert practice.access_cost == "free"
    assert practice.themes == ("sport", "zielen")
    assert practice.editorial.state == "draft"
    assert practice.rights is not None
    assert practice.rights.attribution == "Katalog sąsiadów"
    assert practice.origin is not None
    assert (practice.origin.id, practice.origin.url) == ("skwer", "https://example.org/praktyki/skwer/")
    again = taken(folder, data)
    assert (again.plan.unchanged, len(again.plan.new)) == (1, 0)


def test_ids_that_mean_something_else_here_are_asked_or_made(tmp_path: Path) -> None:
    folder, data = practices_folder(tmp_path), other(tmp_path / "inny", themes=["sport", "zielen"])
    value = json.loads(data)
    for term in value["vocabularies"]["themes"]:
        term["pl"] = "zielony ład" if term["id"] == "zielen" else term["pl"]
    for place in value["registry"]["places"]:
        place |= {"name": "Gdynia Mała", "lat": 54.5, "lon": 18.5} if place["id"] == "gdynia" else {}
    made = taken(folder, json.dumps(value).encode())
    assert [(each.vocabulary, each.value, each.count) for each in made.unknown] == [("themes", "zielony ład", 1)]
    catalogue = load_catalogue(folder)
    practice = catalogue.practices["wzor"]
    assert practice.themes == ("sport",)
    assert [use.place for use in practice.places] == ["gdynia-mala"]
    place = catalogue.places["gdynia-mala"]
    assert (place.name, place.country, place.level, place.lat) == ("Gdynia Mała", "PL", "municipality", 54.5)
    assert practice.editorial.questions == (
        "W przejmowanym zbiorze, pole themes: „zielony ład (zielen)”, a takiego opisu ani pliku w tym katalogu nie ma. "
        "Wpisz właściwy albo pomiń.",
    )


def test_a_permission_given_to_another_catalogue_is_none_for_this_one(tmp_path: Path) -> None:
    rights = {"licence": "all-rights-reserved", "attribution": "Gmina", "permission": "Dla katalogu sąsiadów."}
    folder, data = practices_folder(tmp_path), other(tmp_path / "inny", rights=rights)
    with pytest.raises(UnusableSubmission) as refused:
        taken(folder, data)
    assert [(each.key, each.place) for each in refused.value.faults] == [
        ("collection.licence_forbids", "wiersz 1, skwer")
    ]


def test_data_that_are_newer_than_the_program_are_refused(tmp_path: Path) -> None:
    folder = practices_folder(tmp_path)
    data = json.dumps({"schema": "x", "version": "9", "practices": []}).encode()
    with pytest.raises(UnusableSubmission) as refused:
        taken(folder, data)
    assert [each.key for each in refused.value.faults] == ["rebuild.too_new"]


@pytest.mark.parametrize("broken", [{"rights": "x"}, {"editorial": [1]}, {"translations": {"en": 7}}, {"solution": 3}])
def test_data_that_somebody_spoilt_are_refused(tmp_path: Path, broken: dict[str, Any]) -> None:
    folder, value = practices_folder(tmp_path), json.loads(other(tmp_path / "inny"))
    value["practices"][0] |= broken
    with pytest.raises(UnusableSubmission) as refused:
        taken(folder, json.dumps(value).encode())
    assert [each.key for each in refused.value.faults] == ["rebuild.not_a_catalogue"]
