"""A small catalogue that submissions are made for, and answers that make an entry which is in order."""

from functools import cache

from tests.support.paths import PRACTICES

from goodpractices.catalogue import ReferenceData, load_reference_data
from goodpractices.editing import Drafter
from goodpractices.wording import Translations

PL = Translations.load("pl")

ANSWERS = {
    "title": "Las w mieście",
    "summary": "Mieszkańcy sadzą drzewa razem ze szkołami i strażą miejską. Każda klasa opiekuje się fragmentem lasu.",
    "kind": "projekt",
    "themes": "sport, wsparcie młodzieży",
    "places": "Gdynia\nSopot",
    "lifecycle": "nie wiadomo, czy trwa",
    "sources": "Sprawozdanie z akcji, https://example.org/las\nNotatka z rozmowy w urzędzie",
    "leaders": "Urząd Miasta Sopotu",
    "start": "2020-03",
    "solution": "Uczniowie sadzą drzewa.\n\nDwa razy w roku.",
}


@cache
def reference() -> ReferenceData:
    """Those of the real catalogue: its vocabularies are what people pick from."""
    return load_reference_data(PRACTICES)


@cache
def drafter() -> Drafter:
    return Drafter(reference(), PL)
