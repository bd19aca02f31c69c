"""The catalogue in another language: facts once, words per language.

A practice is in the words of its translation; a text that has none stays in Polish and says so, so that no page
presents one language as another.
"""

from collections.abc import Callable, Iterable, Mapping
from copy import copy
from dataclasses import replace
from functools import cached_property
from hashlib import sha256
from typing import Any, TypeVar

from ..wording import Untranslated, said_or_polish
from .catalogue import Catalogue
from .lazy import lazy_practice, maker_of
from .model import Practice, Translation
from .registry import Place, Programme
from .shapes import Shape, record_shape

T = TypeVar("T")
N = TypeVar("N", Place, Programme)

_FIELDS = record_shape(Practice)["fields"]
_IN_BOTH = [name for name in record_shape(Translation)["fields"] if name in _FIELDS]
# A record is written and tested anew in each language: a translation has its own or none.
_OWN = [name for name in _IN_BOTH if _FIELDS[name]["kind"] == "record"]
_TOLD = [name for name in _IN_BOTH if name not in _OWN]
# Names of people, institutions and works stay as they are in every language.
_NAMES = {
    ("contacts", "address"),
    ("contacts", "person"),
    ("documents", "title"),
    ("editorial", "reviewed_by"),
    ("evaluation", "by"),
    ("media", "credit"),
    ("media", "licence"),
    ("origin", "id"),
    ("original_title", "text"),
    ("recognition", "giver"),
    ("rights", "attribution"),
    ("sources", "file"),
    ("sources", "publisher"),
    ("sources", "title"),
}


def in_language(catalogue: Catalogue, language: str) -> Catalogue:
    """The same catalogue in a language; what nobody translated is marked as :class:`Untranslated`."""
    if language == catalogue.language:
        return catalogue
    return replace(
        catalogue,
        practices={
            practice_id: lazy_practice(_Retold(practice, language))
            for practice_id, practice in catalogue.practices.items()
        },
        vocabularies={
            name: {each.id: _annotated(each, language) for each in terms.values()}
            for name, terms in catalogue.vocabularies.items()
        },
        organisations={each.id: _annotated(each, language) for each in catalogue.organisations.values()},
        places={each.id: _annotated(_named(each, language), language) for each in catalogue.places.values()},
        programmes={each.id: _annotated(_named(each, language), language) for each in catalogue.programmes.values()},
        language=language,
    )


def as_written(practice: Practice) -> Practice:
    """A practice as its entry has it, with the same facts: of one in another language that in Polish."""
    maker = maker_of(practice)
    return maker.practice if isinstance(maker, _Retold) else practice


def texts_of(practice: Practice) -> tuple[str, ...]:
    """The texts among the facts of a practice that a translation gives in other words, each once, in their order."""
    found: dict[str, None] = {}

    def seen(text: str) -> str:
        found[text] = None
        return text

    for name, shape in _FACTS_WITH_TEXTS.items():
        _translated(getattr(practice, name), shape, seen)
    return tuple(found)


def untranslated_texts(texts: Iterable[str], translation: Translation) -> tuple[str, ...]:
    """Those of some texts of a practice that a translation has no words for."""
    known = {each.original for each in translation.texts}
    return tuple(text for text in texts if text not in known)


def is_translation_of(translation: Translation, text: str) -> bool:
    """Whether a translation was made from this text of a Polish entry; line ends make no difference."""
    return translation.translation.source_hash == sha256(text.encode()).hexdigest()


class _Retold:
    """A practice in another language: gives the fields of a lazy one, since most of them are read by nobody."""

    def __init__(self, practice: Practice, language: str) -> None:
        self.practice = practice
        self._language = language

    def __call__(self, name: str) -> Any:
        """The value of a field, by its name."""
        original = getattr(self.practice, name)
        if name in _OWN:
            return getattr(self._translation, name, None)
        if name in _TOLD:
            return said_or_polish(getattr(self._translation, name, None), original)
        shape = _FACTS_WITH_TEXTS.get(name)
        return _translated(original, shape, self._say) if shape else original

    @property
    def _translation(self) -> Translation | None:
        return self.practice.translations.get(self._language)

    @cached_property
    def _words(self) -> Mapping[str, str]:
        return {each.original: each.text for each in self._translation.texts} if self._translation else {}

    def _say(self, text: str) -> str:
        return self._words.get(text) or Untranslated(text)


def _with_texts(shape: Shape, place: tuple[str, ...]) -> Shape | None:
    """As much of a shape as leads to texts; names are none. ``None`` where nothing does."""
    match shape["kind"]:
        case "text":
            return None if place[:2] in _NAMES else shape
        case "list":
            each = _with_texts(shape["of"], place)
            return each and {"kind": "list", "of": each}
        case "map":
            keys, each = (_with_texts(shape[part], place) for part in ("keys", "of"))
            return {"kind": "map", "keys": keys, "of": each} if keys or each else None
        case "record":
            found = {name: _with_texts(field, (*place, name)) for name, field in shape["fields"].items()}
            leading = {name: field for name, field in found.items() if field}
            return {"kind": "record", "fields": leading} if leading else None
    return None


_FACTS_WITH_TEXTS = {
    name: shape
    for name, whole in _FIELDS.items()
    if name not in (*_IN_BOTH, "translations") and (shape := _with_texts(whole, (name,)))
}


def _translated(value: Any, shape: Shape | None, say: Callable[[str], str]) -> Any:
    """A value with every text said anew that its shape leads to."""
    if value is None or shape is None:
        return value
    match shape["kind"]:
        case "list":
            return tuple(_translated(each, shape["of"], say) for each in value)
        case "map":
            return {
                _translated(key, shape["keys"], say): _translated(each, shape["of"], say) for key, each in value.items()
            }
        case "record":
            inner = {name: _translated(getattr(value, name), field, say) for name, field in shape["fields"].items()}
            return _with(value, **inner)
    return say(value)


def _named(record: N, language: str) -> N:
    """A place or programme under its name in a language; without one it keeps its own."""
    name = record.name_in(language)
    return _with(record, name=name) if name else record


def _annotated(record: Any, language: str) -> Any:
    """A record with its note in a language; in Polish, marked as such, where nobody has written one."""
    return _with(record, note=said_or_polish(record.notes.get(language), record.note))


def _with(record: T, **values: Any) -> T:
    """A copy with other values, which are not checked again: each stands for one that was. Without any, the same."""
    changed = {name: value for name, value in values.items() if value is not getattr(record, name)}
    if not changed:
        return record
    made = copy(record)
    for name, value in changed.items():
        object.__setattr__(made, name, value)
    return made
