"""Short names for what an entry says: equal ones mean that whatever is made of it is the same."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from ..wording import ORIGINAL
from .body import SECTIONS, practices_linked
from .model import Practice
from .validators import PRACTICE

LISTED = (
    "id",
    "former_ids",
    "title",
    "short_title",
    "summary",
    "kind",
    "themes",
    "target_groups",
    "support_types",
    "places",
    "organisations",
    "programme",
    "funding",
    "lifecycle",
    "lifecycle_as_of",
    "period",
    "key_dates",
    "indicators",
    "evidence_level",
    "transfer",
    "adoptions",
    "relations",
    "not_applicable",
    "editorial",
    "rights",
    "easy_to_read",
    "translations",
)
"""The fields that pages about many practices may read, of translations all but the story. A test tries them."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Hashes of an entry: of everything, of what pages about many practices may show, of the rest but for the story, of
    the story by language.

    ``whole`` follows from the bytes of all its files. Who mends a word of a story changes no list. ``names`` are the
    ids of practices that it relates or may link to.
    """

    whole: str
    listed: str
    own: str
    stories: Mapping[str, str]
    names: tuple[str, ...]

    @classmethod
    def of(cls, practice: Practice, files: str = "") -> "Fingerprint":
        """The fingerprint of a practice; ``files`` is the hash of the files it was read from."""
        said = PRACTICE.said(practice)
        stories = {ORIGINAL: _without_story(said)}
        for language, translation in said.get("translations", {}).items():
            stories[language] = _without_story(translation)
        hashes = {language: fingerprint_of(story) for language, story in stories.items()}
        listed = fingerprint_of({name: value for name, value in said.items() if name in LISTED})
        own = fingerprint_of({name: value for name, value in said.items() if name not in LISTED})
        return cls(fingerprint_of([files, listed, own, hashes]), listed, own, hashes, _practices_named(practice))


def _practices_named(practice: Practice) -> tuple[str, ...]:
    records = (practice, *practice.translations.values())
    texts = [text for each in records for name in SECTIONS if (text := getattr(each, name))]
    linked = {each for text in texts for each in practices_linked(text)}
    return tuple(sorted(linked.union(each.target for each in practice.relations)))


def fingerprint_of(value: Any) -> str:
    """The hash of a value that JSON can hold; the order of keys makes no difference."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return blake2b(text.encode(), digest_size=16).hexdigest()


def _without_story(said: dict[str, Any]) -> list[Any]:
    """Take the story out of what a record says."""
    return [said.pop(name, None) for name in SECTIONS]
