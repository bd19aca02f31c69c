"""Abbreviations that nobody explains: those in the prose of an entry that the glossary does not know."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from ...catalogue import SECTIONS, Catalogue, Practice, Problem, Translation, whole_words
from .spotting import spotted, warning_at

_PROSE = ("summary", "plain_summary", *SECTIONS)
_ABBREVIATION = whole_words("[A-ZĄĆĘŁŃÓŚŹŻ]{2,6}")
_NUMERAL = re.compile("X{0,3}(?:IX|IV|V?I{0,3})")
# Links, code, sources and addresses are no prose; none of these patterns goes over a bracket twice.
_NO_PROSE = re.compile(r"`[^`\n]*`|\[[^\[\]]*\](?:\([^()]*\))?|<[^<>]*>")
_NOT_BREAK = re.compile(r"[^\n]")
# As many places of a file are looked at, so that no text makes a list of a million.
_MOST_PLACES = 1000


def abbreviations_in(record: Practice | Translation, text: str) -> list[Problem]:
    """Each place of an abbreviation in the file of an entry, for :func:`unexplained` to choose from.

    Places among the facts are found as well, since a text does not tell; their location does.
    """
    prose = "\n".join(_without_links(getattr(record, name) or "") for name in _PROSE)
    wanted = {each for each in _ABBREVIATION.findall(prose) if not _NUMERAL.fullmatch(each)}
    if not wanted:
        return []
    places = (each for each in spotted(_ABBREVIATION, _without_links(text)) if each[0][0] in wanted)
    return [
        warning_at("unexplained_abbreviation", line, column, n=1, value=found[0])
        for found, line, column in islice(places, _MOST_PLACES)
    ]


def explained_words(catalogue: Catalogue) -> frozenset[str]:
    """The abbreviations that need no word any more: the glossary has them, or an organisation is called so."""
    names = [name for item in catalogue.glossary.values() for name in (*item.term.values(), *item.variants)]
    for each in catalogue.organisations.values():
        names += [each.name, each.short_name or "", *each.former_names]
    return frozenset(word for name in names for word in _ABBREVIATION.findall(name))


def unexplained(problems: Sequence[Problem], explained: Collection[str] | None) -> Iterator[Problem]:
    """The problems of an entry with one, at the first place, for all abbreviations in it that are not explained.

    With ``None`` none of them is spoken of.
    """
    places: dict[str, Problem] = {}
    for each in problems:
        if each.key != "unexplained_abbreviation":
            yield each
        elif explained is not None and each.location and each.location[0] in _PROSE:
            places.setdefault(str(each.params["value"]), each)
    unknown = [value for value in places if value not in (explained or ())]
    if unknown:
        first = places[unknown[0]]
        params = {"n": len(unknown), "value": ", ".join(unknown)}
        yield replace(first, params=params)


def _without_links(text: str) -> str:
    return _NO_PROSE.sub(lambda found: _NOT_BREAK.sub(" ", found[0]), text)
