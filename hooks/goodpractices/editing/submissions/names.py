"""From the words people use to the ids of the catalogue: only what is called just so counts as meant."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import Any

from ...catalogue import ReferenceData
from ...wording import fold

_QUOTES = str.maketrans("", "", "„”“\"'«»")
_NEAR = 0.6
# A name may hold some itself.
_COMMAS = 3


@dataclass(frozen=True)
class Names:
    """The ids of one vocabulary, registry or choice with what each is called; the first name is its label.

    ``further`` are words that lead to an id in a search but may mean something else: they only bring suggestions.
    """

    called: Mapping[str, tuple[str, ...]]
    further: Mapping[str, tuple[str, ...]]

    def find(self, words: str) -> str | None:
        """The id that is meant; none where the words are the name of nothing, or of several."""
        found = self._meant.get(_plain(words), set())
        return next(iter(found)) if len(found) == 1 else None

    def nearest(self, words: str, most: int = 5) -> list[str]:
        """The ids that may be meant, the likeliest first."""
        plain = _plain(words)
        if not plain:
            return []
        scores = {name: self._likeness(plain, name) for name in self.called}
        return sorted((name for name in scores if scores[name] >= _NEAR), key=lambda name: (-scores[name], name))[:most]

    @cached_property
    def _meant(self) -> Mapping[str, set[str]]:
        """The ids by everything they are called, as it compares."""
        meant: dict[str, set[str]] = defaultdict(set)
        for name, called in self.called.items():
            for each in (name, *called):
                meant[_plain(each)].add(name)
        return meant

    def label(self, name: str) -> str:
        return self.called[name][0]

    def _likeness(self, plain: str, name: str) -> float:
        words = map(_plain, (name, *self.called[name], *self.further.get(name, ())))
        return max(_likeness(plain, each) for each in words)


def choice_names(options: Mapping[str, str]) -> Names:
    """The names of a closed choice, from labels by id."""
    return Names({name: (label,) for name, label in options.items()}, {})


def shared_names(reference: ReferenceData) -> dict[str, Names]:
    """The names of all vocabularies and registries."""
    shared = reference.shared
    registries = {"organisations": shared.organisations, "places": shared.places, "programmes": shared.programmes}
    return {name: _names(records.values()) for name, records in {**shared.vocabularies, **registries}.items()}


def split_choices(words: str, names: Names) -> Iterator[str]:
    """The single answers in a row of them, whether on lines, after bullets or with commas that a name may hold too.

    Where answers stand on lines or after semicolons, a comma parts them only if both sides are names.
    """
    lines = [line.strip().removeprefix("- ") for line in words.replace(";", "\n").split("\n")]
    for line in lines:
        parts = line.split(",")
        if len(lines) > 1 and len(parts) > 1 and not any(map(names.find, parts)):
            yield line
            continue
        while parts:
            length = next((n for n in range(min(len(parts), _COMMAS + 1), 0, -1) if names.find(",".join(parts[:n]))), 1)
            if answer := ",".join(parts[:length]).strip():
                yield answer
            del parts[:length]


def _names(records: Iterable[Any]) -> Names:
    called: dict[str, tuple[str, ...]] = {}
    further: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for each in records:
        given = [getattr(each, name, None) for name in ("pl", "name", "short_name", "acronym", "en")]
        called[each.id] = tuple(dict.fromkeys(filter(None, (*given, *getattr(each, "former_names", ())))))
        further[each.id] = each.synonyms
    return Names(called, further)


def _plain(words: str) -> str:
    return " ".join(fold(words.translate(_QUOTES)).replace("–", "-").split())


def _likeness(words: str, name: str) -> float:
    if len(words) >= 3 and (words in name or (name in words and len(name) >= 3)):
        return 1 - abs(len(words) - len(name)) / (2.5 * max(len(words), len(name)))
    matcher = SequenceMatcher(a=words, b=name)
    return matcher.ratio() if matcher.real_quick_ratio() >= _NEAR and matcher.quick_ratio() >= _NEAR else 0.0
