"""The catalogue in another language: facts once, words per language.

A practice is in the words of its translation; a text that has none stays in Polish and says so, so that no page
presents one language as another.
"""

from collections.abc import Callable, Iterable, Iterator
from copy import copy
from dataclasses import replace
from hashlib import sha256
from typing import Any, TypeVar

from ..wording import Untranslated, said_or_polish
from .catalogue import Catalogue
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
    ("original_title", "text"),
    ("recognition", "giver"),
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
        practices={each.id: _in_language(each, language) for each in catalogue.practices.values()},
        vocabularies={
            name: {each.id: _annotated(each, language) for each in terms.values()}
            for name, terms in catalogue.vocabularies.items()
        },
        organisations={each.id: _annotated(each, language) for each in catalogue.organisations.values()},
        places={each.id: _annotated(_named(each, language), language) for each in catalogue.places.values()},
        programmes={each.id: _annotated(_named(each, language), language) for each in catalogue.programmes.values()},
        language=language,
    )


def texts_of(practice: Practice) -> tuple[str, ...]:
    """The texts among the facts of a practice that a translation gives in other words, each once, in their order."""
    found: dict[str, None] = {}

    def seen(text: str) -> str:
        found[text] = None
        return text

    for name, shape in _facts():
        _translated(getattr(practice, name), shape, seen, (name,))
    return tuple(found)


def untranslated_texts(texts: Iterable[str], translation: Translation) -> tuple[str, ...]:
    """Those of some texts of a practice that a translation has no words for."""
    known = {each.original for each in translation.texts}
    return tuple(text for text in texts if text not in known)


def is_translation_of(translation: Translation, text: str) -> bool:
    """Whether a translation was made from this text of a Polish entry; line ends make no difference."""
    return translation.translation.source_hash == sha256(text.encode()).hexdigest()


def _in_language(practice: Practice, language: str) -> Practice:
    translation = practice.translations.get(language)
    words = {each.original: each.text for each in translation.texts} if translation else {}

    def say(text: str) -> str:
        return words.get(text) or Untranslated(text)

    facts = {name: _translated(getattr(practice, name), shape, say, (name,)) for name, shape in _facts()}
    own = {name: getattr(translation, name, None) for name in _OWN}
    return _with(practice, **facts, **own, **{name: _in_words(practice, translation, name) for name in _TOLD})


def _in_words(practice: Practice, translation: Translation | None, name: str) -> str | None:
    original: str | None = getattr(practice, name)
    said: str | None = getattr(translation, name) if translation else None
    return said_or_polish(said, original)


def _facts() -> Iterator[tuple[str, Shape]]:
    return ((name, shape) for name, shape in _FIELDS.items() if name not in (*_IN_BOTH, "translations"))


def _translated(value: Any, shape: Shape, say: Callable[[str], str], place: tuple[str, ...]) -> Any:
    """A value of a shape with every text in it said anew; names are no texts."""
    if value is None:
        return None
    match shape["kind"]:
        case "text":
            return value if place[:2] in _NAMES else say(value)
        case "list":
            return tuple(_translated(each, shape["of"], say, place) for each in value)
        case "map":
            return {
                _translated(key, shape["keys"], say, place): _translated(value[key], shape["of"], say, place)
                for key in value
            }
        case "record":
            inner = {
                name: _translated(getattr(value, name), field, say, (*place, name))
                for name, field in shape["fields"].items()
            }
            return _with(value, **inner)
    return value


def _named(record: N, language: str) -> N:
    """A place or programme under its name in a language; without one it keeps its own."""
    name = record.name_in(language)
    return _with(record, name=name) if name else record


def _annotated(record: Any, language: str) -> Any:
    """A record with its note in a language; in Polish, marked as such, where nobody has written one."""
    return _with(record, note=said_or_polish(record.notes.get(language), record.note))


def _with(record: T, **values: Any) -> T:
    """A copy with other values, which are not checked again: each stands for one that was."""
    made = copy(record)
    for name, value in values.items():
        object.__setattr__(made, name, value)
    return made
