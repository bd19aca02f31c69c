"""A small catalogue with places on the map, for the tests of maps and of the timeline."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborNode
from tests.support.entries import dumped, entry, with_shared
from tests.support.samples import renderer
from tests.support.shelf import catalogue_of

from goodpractices.catalogue import Catalogue
from goodpractices.finding import group_practices
from goodpractices.finding.map_points import map_places
from goodpractices.publishing.pages.map_page import MapPage

Fields = Mapping[str, Any]

GDYNIA = {"id": "gdynia", "name": "Gdynia", "lat": "54.51889", "lon": "18.53188"}
SOPOT = {"id": "sopot", "name": "Sopot", "lat": "54.4418", "lon": "18.56003"}
GDANSK = {"id": "gdansk", "name": "Gdańsk", "lat": "54.35227", "lon": "18.64912"}
JAWORZNO = {"id": "jaworzno", "name": "Jaworzno", "lat": "50.20528", "lon": "19.27498"}
STRALSUND = {"id": "stralsund", "name": "Stralsund", "country": "DE", "lat": "54.30911", "lon": "13.0818"}
LIZBONA = {"id": "lizbona", "name": "Lizbona", "country": "PT", "lat": "38.72509", "lon": "-9.1498"}
POMORSKIE = {"id": "pomorskie", "name": "województwo pomorskie", "level": "region"}


def mapped(_: Path, places: Sequence[Fields], practices: Mapping[str, Fields] | None = None) -> Catalogue:
    """A catalogue of some places, Polish towns unless they say otherwise, and of published practices by id.

    A practice is at the first of the places unless it says where, and was entered on 1 July 2024.
    """
    whole = [{"country": "PL", "level": "town", **place} for place in places]
    files: dict[str, str | bytes] = {"_registry/places.yml": dumped(whole)}
    for name, given in (practices or {}).items():
        usual = {"places": [{"place": places[0]["id"]}], "editorial": {"state": "published", "created": "2024-07-01"}}
        files[f"{name}/index.md"] = entry({**usual, **given})
    return catalogue_of(with_shared(files))


def page_of(catalogue: Catalogue, *, offline: bool = False) -> MapPage:
    """The page of the map."""
    return MapPage(catalogue, map_places(catalogue, group_practices(catalogue)), renderer(offline=offline))


def attribute(node: LexborNode, name: str) -> str:
    return node.attributes[name] or ""


def at(*places: str) -> Fields:
    """A practice at some places."""
    return {"places": [{"place": place} for place in places]}
