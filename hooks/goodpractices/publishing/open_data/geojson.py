"""Where practices are, for maps: RFC 7946, one feature for each place of each practice.

A place without coordinates has a feature without geometry, so that nothing is lost; how exact the others are stands in
``coord_precision``.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic_core import to_json

from ...catalogue import Place
from .tables import Names, Record


def geojson(of_practices: Iterable[str]) -> bytes:
    """All places of all practices as one collection of features.

    Args:
        of_practices: what :func:`features` gives of each practice.
    """
    empty = to_json({"type": "FeatureCollection", "features": []}).decode()
    return f"{empty.removesuffix(']}')}{','.join(of_practices)}]}}\n".encode()


def features(record: Record, names: Names) -> str:
    """The places of a practice, each a feature, with commas between them."""
    return ",".join(to_json(each).decode() for each in _features(record, names))


def _features(record: Record, names: Names) -> Iterator[dict[str, Any]]:
    for use in record["places"]:
        place = names.catalogue.places[use["place"]]
        properties = {
            "practice": record["id"],
            "title": record["title"],
            "url": names.address_of(record["id"]),
            "themes": record["themes"],
            "lifecycle": record["lifecycle"],
            "place": place.id,
            "place_label": place.name,
            "country": place.country,
            "level": place.level,
            "role": use["role"],
            "coord_precision": place.coord_precision,
            "licence": names.licence_of(record),
            "attribution": record.get("rights", {}).get("attribution"),
        }
        yield {
            "type": "Feature",
            "id": f"{record['id']}/{place.id}/{use['role']}",
            "geometry": _point(place),
            "properties": {name: value for name, value in properties.items() if value is not None},
        }


def _point(place: Place) -> dict[str, Any] | None:
    if place.lat is None or place.lon is None:
        return None
    return {"type": "Point", "coordinates": [place.lon, place.lat]}
