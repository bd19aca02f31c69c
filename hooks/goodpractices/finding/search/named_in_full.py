"""Names that a text says in full, in whatever case: who types what else they are called means them too."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ...catalogue import Catalogue
from .tokens import fold, words

SAID = "said_"
"""What is said in a text and not chosen as a term is of a kind that begins so."""

_VOCABULARIES = ("themes", "target_groups", "support_types")
_SHORT = 4  # letters of a word that has no endings: na, dla, for
_LONG = 8
_SHORTEST_STEM = 3
_LONGEST_ENDING = 3


class Name(NamedTuple):
    """A name of several words, and the record that is called so: its kind and its id."""

    words: Sequence[str]
    kind: str
    id: str


class NamesInFull:
    """The names that texts in the language of a catalogue may say: of its terms, and of what its glossary shortens."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.names = tuple(_names(catalogue))
        self._by_beginning: dict[str, list[Name]] = defaultdict(list)
        for name in self.names:
            self._by_beginning[name.words[0][:_SHORTEST_STEM]].append(name)

    def said_in(self, texts: Iterable[str]) -> Iterator[tuple[str, str]]:
        """The records that the texts name, each once, in order."""
        found = dict.fromkeys((name.kind, name.id) for text in texts for name in self._said(_folded(text)))
        yield from found

    def _said(self, said: Sequence[str]) -> Iterator[Name]:
        for place, word in enumerate(said):
            for name in self._by_beginning.get(word[:_SHORTEST_STEM], ()):
                here = said[place : place + len(name.words)]
                if len(here) == len(name.words) and all(map(_is_form, here, name.words)):
                    yield name


def _names(catalogue: Catalogue) -> Iterator[Name]:
    """One word alone says too little: it may be any other's form, and the search finds it as it stands."""
    found = [
        *((item.expansion.get(catalogue.language), "glossary", item.id) for item in catalogue.glossary.values()),
        *(
            (term.label(catalogue.language), kind, term.id)
            for kind in _VOCABULARIES
            for term in catalogue.vocabularies[kind].values()
        ),
    ]
    taken_apart = (Name(_folded(text), SAID + kind, record) for text, kind, record in found if text)
    return (name for name in taken_apart if len(name.words) > 1)


def _folded(text: str) -> list[str]:
    """The words of a text without marks, which change within a word: osoba, osób."""
    return words(fold(text))


def _is_form(word: str, of: str) -> bool:
    """Whether a word may be a form of another: europejskiego of europejski, urzedu of urzad."""
    if len(of) < _SHORT:
        return word == of
    return word.startswith(_stem(of)) and len(word) <= len(of) + _LONGEST_ENDING


def _stem(word: str) -> str:
    """What most forms of a word begin with.

    >>> _stem("dla"), _stem("urzad"), _stem("europejski")
    ('dla', 'urz', 'europej')
    """
    if len(word) < _SHORT:
        return word
    return word[: max(_SHORTEST_STEM, len(word) - (2 if len(word) < _LONG else 3))]
