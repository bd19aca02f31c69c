"""Who took a practice over, as people say it: ``Sopot, 2024, stosuje``, ``Gdańsk od 2024, prowadzi to ośrodek``."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ...catalogue import plain_words, readings, spelling_table
from ..submissions.names import Names
from .reply_words import YEAR, first_beginning

_PARTS = re.compile(r"[,;:–()]|\s-\s")
_UNSURE = re.compile(
    r"(?<!\w)(?:nie|nikt|nikogo|brak|podobno|chyba|moze|prawdopodobnie|no|not|nobody|none|perhaps|maybe)(?!\w)"
)

_FILLERS = frozenset(("od", "roku", "rok", "r", "w", "since", "in", "from", "the"))
_MOST_WORDS = 4
"""So many words a name has at most that is looked for within a sentence."""


def adoption_told(line: str, names: Mapping[str, Names]) -> tuple[dict[str, Any] | None, bool]:
    """Who took it over, when and with what success, and whether the line says more than that.

    Who answers the question with a place and a year alone says that it is used there; where there are other words, one
    of them has to say so.
    """
    if told := _in_parts(line, names):
        return {"state": "adopted", **told}, False
    if _UNSURE.search(plain_words(line)):
        return None, True
    found, rest = _named(line, names)
    years = YEAR.findall(line)
    if len(found) == 1 and len(years) <= 1 and not {*re.findall(r"[^\W_]+", plain_words(rest))} - _FILLERS - {*years}:
        return _told(found[0], "adopted", years), False
    states = [*_states(plain_words(rest))]
    if len(found) != 1 or len(years) > 1 or len({*states}) != 1:
        return None, True
    return _told(found[0], states[0], years), True


def _told(found: tuple[str, str], state: str, years: list[str]) -> dict[str, Any]:
    return {found[0]: found[1], "state": state} | ({"date": years[0]} if years else {})


def _in_parts(line: str, names: Mapping[str, Names]) -> dict[str, Any] | None:
    """What a line says of which every part is a name, a day or a state."""
    told: dict[str, Any] = {}
    for words in (part.strip(" .").removesuffix(" r") for part in _PARTS.split(line)):
        days = readings("when", _without_fillers(words)) if words else []
        if not words:
            continue
        part: dict[str, Any] = {}
        if place := names["places"].find(words):
            part["place"] = place
        elif org := names["organisations"].find(words):
            part["org"] = org
        elif state := spelling_table("adoption_states").get(plain_words(words)):
            part["state"] = state
        elif len(days) == 1 and days[0].keys() == {"value"}:
            part["date"] = days[0]["value"]
        if not part or part.keys() & told.keys():  # of two places only a person can say which year is whose
            return None
        told |= part
    return told if "place" in told or "org" in told else None


def _without_fillers(words: str) -> str:
    return re.sub(r"^(?:od|since|from)\s+(?:roku\s+)?", "", words.strip(), flags=re.IGNORECASE)


def _named(line: str, names: Mapping[str, Names]) -> tuple[list[tuple[str, str]], str]:
    """The places that a sentence names, else the organisations, and the sentence without their names."""
    words = re.findall(r"[^\s,;:()]+", line)
    for kind, field in (("places", "place"), ("organisations", "org")):
        found: dict[str, str] = {}
        for start in range(len(words)):
            for length in range(min(_MOST_WORDS, len(words) - start), 0, -1):
                said = " ".join(words[start : start + length]).strip(".")
                if said[:1].isupper() and (known := names[kind].find(said)):
                    found.setdefault(known, said)
                    break
        if found:
            rest = line
            for said in found.values():
                rest = rest.replace(said, " ")
            return [(field, each) for each in found], rest
    return [], line


def _states(plain: str) -> Iterator[str]:
    """The states that words of a sentence say, the longest words first, each place in the sentence once."""
    for words, state in sorted(spelling_table("adoption_states").items(), key=lambda each: -len(each[0])):
        start = first_beginning(plain, words)
        if start is not None:
            plain = f"{plain[:start]} {plain[start + len(words) :]}"
            yield state
