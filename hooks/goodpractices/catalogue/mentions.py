"""Where texts name a person: in full, in any Polish case, by mailbox or by telephone."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, TypeVar

from .model import Practice
from .records import Contact

T = TypeVar("T")

# Titles and initials say who is meant only together with a surname, and are left where they stand.
_SHORTEST_WORD = 3
# Polish changes up to two letters at the end of a name and adds some: Paweł, Pawłowi; Monika, Monice.
_CHANGED, _ADDED = 2, 6
_FEWEST_KEPT = 2
_PHONE_DIGITS = 9
_GAP = r"[\s\u00a0]+"
_ENDING = rf"\w{{0,{_ADDED}}}"
_WITHIN_NUMBER = r"[\s\u00a0./()-]*"


@dataclass(frozen=True, slots=True)
class Mentions:
    """What some people are named by in texts."""

    patterns: tuple[re.Pattern[str], ...]

    @classmethod
    def of(cls, contacts: Iterable[Contact]) -> "Mentions":
        """What names the people of some contacts."""
        found = dict.fromkeys(pattern for each in contacts for pattern in _patterns(each))
        return cls(tuple(re.compile(pattern, re.IGNORECASE) for pattern in found))

    def replaced(self, text: str, by: str) -> str:
        """A text with other words in the place of the people; the very same text where nobody is named."""
        for pattern in self.patterns:
            text = pattern.sub(lambda _: by, text)
        return text

    def fields_in(self, practice: Practice) -> Iterator[str]:
        """The fields of a practice, and of its translations, in whose texts somebody is named."""
        translated = {f"{language}: ": each for language, each in practice.translations.items()}
        records: Mapping[str, Any] = {"": practice, **translated}
        for where, record in records.items():
            for field in fields(record):
                value = getattr(record, field.name)
                if field.name not in ("contacts", "translations") and mapped_texts(value, self._marked) is not value:
                    yield f"{where}{field.name}"

    def _marked(self, text: str) -> str:
        return self.replaced(text, by="\0")


def mapped_texts(value: Any, change: Callable[[str], str]) -> Any:
    """A value with every text in it changed; the very same value where no text is another one then.

    Args:
        value: texts, tuples, mappings and records of such.
        change: gives what a text becomes.
    """
    if isinstance(value, str):
        changed = change(value)
        return value if changed == value else changed
    if isinstance(value, tuple):
        items = tuple(mapped_texts(each, change) for each in value)
        return value if all(new is old for new, old in zip(items, value, strict=True)) else items
    if isinstance(value, Mapping):
        pairs = {name: mapped_texts(each, change) for name, each in value.items()}
        return value if all(pairs[name] is each for name, each in value.items()) else pairs
    if is_dataclass(value) and not isinstance(value, type):
        found = {each.name: getattr(value, each.name) for each in fields(value)}
        changed_fields = {name: new for name, old in found.items() if (new := mapped_texts(old, change)) is not old}
        return with_fields(value, changed_fields) if changed_fields else value
    return value


def with_fields(record: T, changes: Mapping[str, Any]) -> T:
    """A record with some fields changed and not checked anew: a text without a name may be shorter than one may be."""
    changed = copy(record)
    for name, value in changes.items():
        object.__setattr__(changed, name, value)
    return changed


def _patterns(contact: Contact) -> Iterator[str]:
    if contact.person:
        yield from _name_patterns(contact.person)
    if contact.email:
        yield rf"(?<![\w.+-]){re.escape(contact.email)}"
    if contact.phone and len(digits := re.sub(r"\D", "", contact.phone)) >= _PHONE_DIGITS:
        number = _WITHIN_NUMBER.join(digits[-_PHONE_DIGITS:])
        yield rf"(?<!\d)(?:(?:\+|00)48{_WITHIN_NUMBER})?{number}(?!\d)"


def _name_patterns(person: str) -> Iterator[str]:
    """The given names and the surname in either order, and the surname behind an initial or a polite word."""
    words = [word for word in re.findall(r"[\w'’]+", person) if len(word) >= _SHORTEST_WORD and word[0].isupper()]
    if not words:
        yield rf"\b{re.escape(person)}\b"
        return
    forms = [_forms(word) for word in words]
    joint = rf"(?:{_GAP}|\s?[-–]\s?)(?:\w+\.?{_GAP})?"
    yield rf"\b{joint.join(forms)}\b"
    if len(forms) > 1:
        first, *_, last = forms
        yield rf"\b{last}{_GAP}{first}\b"
        yield rf"\b{first}{_GAP}(?:\w+{_GAP})?{last}\b"
        yield rf"\b(?:{words[0][0]}\.|pan\w*|mgr|dr|inż\.?|prof\.?|mr\.?|mrs\.?|ms\.?|herr|frau){_GAP}{last}\b"


def _forms(word: str) -> str:
    kept = max(_FEWEST_KEPT, len(word) - _CHANGED)
    return re.escape(word[:kept]) + _ENDING
