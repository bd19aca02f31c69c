"""Forms of words, as what knows them answers: which words a form may belong to, in which forms a word may be asked for.

Polish is known by Morfeusz (dictionary.py), or where it cannot be imported by a list of lemmas (lemma_list.py), and
everyone is told: the name of what analysed the words is a part of the index. What neither knows are names (names.py).
"""

from dataclasses import dataclass
from typing import Literal, Protocol

WordKind = Literal["known", "unknown", "ignored"]


@dataclass(frozen=True, slots=True)
class Word:
    """What a form may be: the words it belongs to, none of them if nobody would look for it."""

    kind: WordKind
    lemmas: tuple[str, ...] = ()


class Morphology(Protocol):
    """Knows the forms of words; both answers depend on nothing but the word and the version."""

    version: str
    """What analyses and from which dictionary, as the index names it."""

    is_fallback: bool
    """Whether it stands in for what knows more and has no package here."""

    ignored: frozenset[str]
    """Words of the closed classes, for queries: the browser has no dictionary to know them by."""

    def prepare(self) -> None:
        """Read whatever the answers need, so that processes that share the questions need not each do it."""
        ...

    def word(self, text: str) -> Word:
        """What a form, as written, may be."""
        ...

    def paradigm(self, lemma: str) -> tuple[str, ...]:
        """The forms of a word in small letters, sorted; only those the dictionary knows."""
        ...

    def family(self, lemma: str) -> tuple[str, ...]:
        """Words made from a word or that it is made from, sorted."""
        ...

    def nouns(self, text: str) -> tuple[str, ...]:
        """The nouns a form belongs to, if it can be nothing else; names outside the dictionary are not among them."""
        ...
