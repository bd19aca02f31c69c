"""The lists of places by name, as scripts that the form loads when a place is asked for that the registry lacks."""

from collections.abc import Iterator
from hashlib import sha256

from pydantic_core import to_json

from ...catalogue import GAZETTEER_COUNTRIES, GAZETTEER_LETTERS, gazetteer_text
from ...wording import Translations

GAZETTEER = "assets/gazetteer/"


def gazetteer_stamp() -> str:
    """A hash of all the lists."""
    return sha256("".join(map(gazetteer_text, GAZETTEER_LETTERS)).encode()).hexdigest()


def gazetteer_files() -> Iterator[tuple[str, list[bytes]]]:
    """A script for each letter; a page of a folder may load scripts and nothing else."""
    for letter in GAZETTEER_LETTERS:
        text = to_json({letter: gazetteer_text(letter)})
        start = b"// Places: GeoNames, www.geonames.org, CC BY 4.0\nself.KatalogMiejscowosci=Object.assign("
        yield f"{GAZETTEER}{letter}.js", [start, b"self.KatalogMiejscowosci||{},", text, b");\n"]


def gazetteer_words(t: Translations) -> dict[str, dict[str, str]]:
    """The names of countries and of what lies in them, which the lists have codes for."""
    return {"countries": {code: t.country(code) for code in GAZETTEER_COUNTRIES}, "regions": t.group("region")}
