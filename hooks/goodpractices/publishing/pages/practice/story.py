"""Sections of the body of an entry, which several blocks of its page show."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ....catalogue import Practice
from ....wording import Translations, slug


@dataclass(frozen=True, slots=True)
class StorySection:
    """A section of the body: its heading with an anchor, and its Markdown."""

    field: str
    anchor: str
    heading: str
    text: str


def story(practice: Practice, sections: Iterable[str], t: Translations) -> tuple[StorySection, ...]:
    """Those of some sections that the entry has."""
    return tuple(_section(name, text, t) for name in sections if (text := getattr(practice, name)))


def _section(name: str, text: str, t: Translations) -> StorySection:
    heading = t(f"section.{name}")
    return StorySection(name, _anchor(heading), heading, text)


_anchor = lru_cache(maxsize=256)(slug)
