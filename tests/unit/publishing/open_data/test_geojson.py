"""Practices on maps: a feature for each place of each practice, one without coordinates as well."""

import json
from pathlib import Path
from typing import Any

from tests.support.samples import PL, with_registry

from goodpractices.publishing.open_data import practice_record
from goodpractices.publishing.open_data.geojson import features, geojson
from goodpractices.publishing.open_data.tables import Names

REDA: dict[str, Any] = {
    "id": "reda",
    "name": "Reda",
    "country": "PL",
    "level": "town",
    "lat": 54.6,
    "lon": 18.35,
    "coord_precision": "centre",
}
HALF = {"id": "hel", "name": "Hel", "country": "PL", "level": "town"}


def collection(parent: Path, **given: Any) -> bytes:
    entries = {"las": {"title": "Las", "themes": ["sport", "zielen"], **given}}
    catalogue = with_registry(parent, {"_registry/places": [REDA, HALF]}, entries)
    names = Names(catalogue, PL, lambda practice_id: f"../praktyki/{practice_id}/", "CC-BY-4.0")
    return geojson(features(practice_record(each, catalogue), names) for each in catalogue.published)


def test_a_place_of_a_practice_is_a_feature(tmp_path: Path) -> None:
    places = [{"place": "reda", "role": "implemented"}, {"place": "hel", "role": "partner"}]
    assert json.loads(collection(tmp_path, places=places)) == {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "id": "las/reda/implemented",
                "geometry": {"type": "Point", "coordinates": [18.35, 54.6]},
                "properties": {
                    "practice": "las",
                    "title": "Las",
                    "url": "../praktyki/las/",
                    "themes": ["sport", "zielen"],
                    "lifecycle": "running",
                    "place": "reda",
                    "place_label": "Reda",
                    "country": "PL",
                    "level": "town",
                    "role": "implemented",
                    "coord_precision": "centre",
                    "licence": "CC-BY-4.0",
                },
            },
            {
                "type": "Feature",
                "id": "las/hel/partner",
                "geometry": None,
                "properties": {
                    "practice": "las",
                    "title": "Las",
                    "url": "../praktyki/las/",
                    "themes": ["sport", "zielen"],
                    "lifecycle": "running",
                    "place": "hel",
                    "place_label": "Hel",
                    "country": "PL",
                    "level": "town",
                    "role": "partner",
                    "licence": "CC-BY-4.0",
                },
            },
        ],
    }


def test_the_file_ends_with_its_line(tmp_path: Path) -> None:
    assert collection(tmp_path, editorial={"state": "draft"}) == b'{"type":"FeatureCollection","features":[]}\n'
