"""Translations that belong to another practice: of a copied folder only the Polish file became one of its own."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from ..wording import ORIGINAL
from .body import SECTIONS
from .fingerprints import Fingerprint, fingerprint_of
from .languages import is_translation_of
from .model import Practice

_NO_STORY = fingerprint_of([None] * len(SECTIONS))


class Foreign(NamedTuple):
    """A translation in the folder of one practice that belongs to another one."""

    practice_id: str
    language: str
    owner: str


def foreign_translations(
    practices: Mapping[str, Practice], fingerprints: Mapping[str, Fingerprint], text_of: Callable[[str], str]
) -> Iterator[Foreign]:
    """The translations that tell the story of another practice and were not made from the text of their own.

    Args:
        practices: those in order, by their ids.
        fingerprints: theirs; of the others nothing is said.
        text_of: gives the text of the Polish file of a practice.
    """
    for (language, _), ids in sorted(_telling_the_same(fingerprints).items()):
        for each in ids if len(ids) > 1 else ():
            translation = practices[each].translations[language]
            if is_translation_of(translation, text_of(each)):
                continue
            others = [other for other in ids if other != each]
            owners = [other for other in others if is_translation_of(translation, text_of(other))]
            called_so = [
                other for other in others if practices[other].translations[language].title == translation.title
            ]
            if owner := next(iter((*owners, *called_so)), None):
                yield Foreign(each, language, owner)


def _telling_the_same(fingerprints: Mapping[str, Fingerprint]) -> dict[tuple[str, str], list[str]]:
    """The practices by the language and the hash of a story told in it."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for practice_id, fingerprint in fingerprints.items():
        for language, story in fingerprint.stories.items():
            if language != ORIGINAL and story != _NO_STORY:
                found[language, story].append(practice_id)
    return found
