"""New records that an answer names with all that has to be known of them: what is in brackets says what it is."""

import re
from collections.abc import Mapping

from ...catalogue import readings
from ...wording import Translations
from .names import Names, choice_names

_TOLD = re.compile(r"(.+?)\s*\(([^()]+)\)")


def record_told(where: str, words: str, names: Mapping[str, Names], t: Translations) -> dict[str, str] | None:
    """The record that words tell all about, without its id; ``None`` where they do not.

    >>> record_told("places", "Łeba (miejscowość, Polska)", {}, Translations.load("pl"))
    {'name': 'Łeba', 'country': 'PL', 'level': 'town'}
    """
    found = _TOLD.fullmatch(" ".join(words.split()))
    if not found:
        return None
    name, told = found[1], [each.strip() for each in found[2].split(",")]
    if where == "places" and len(told) == 2:
        level = choice_names(t.group("choices.place_level")).find(told[0])
        country = readings("country", told[1])
        return {"name": name, "country": country[0]["value"], "level": level} if level and country else None
    if where == "organisations" and len(told) == 1:
        kind = names["organisation_kinds"].find(told[0])
        return {"name": name, "kind": kind} if kind else None
    return None
