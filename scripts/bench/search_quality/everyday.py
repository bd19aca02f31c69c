"""Words that people use: those of Debian's thesaurus mythes-pl, since the dictionary itself is full of rare ones."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from .paradigms import Lemma, Paradigms

INDEX = Path("/usr/share/mythes/th_pl_PL_v2.idx")

# How many forms the dictionary gives a noun or an adjective. Verbs have seventy, most of which nobody ever typed.
FORMS_OF_A_WORD = range(4, 15)
# A name in one number only, as a town has it; one in both is rather a first name or a surname.
FORMS_OF_A_TOWN = range(4, 7)

_SHORTEST = 5
_COUNTED_LINES = 2  # the encoding, then the number of words


def everyday_words(paradigms: Paradigms, index: Path = INDEX) -> list[Lemma]:
    """Single words of the thesaurus that the dictionary has once, in alphabetical order.

    Raises:
        FileNotFoundError: there is no thesaurus.
    """
    lines = index.read_text(encoding="iso-8859-2").splitlines()[_COUNTED_LINES:]
    words = {line.partition("|")[0] for line in lines}
    return [lemma for lemma in _with_one_meaning(paradigms, words) if lemma.word.islower()]


def proper_names(paradigms: Paradigms) -> list[Lemma]:
    """Words with a capital that the dictionary has once, in alphabetical order."""
    return [lemma for lemma in _with_one_meaning(paradigms, paradigms.words) if lemma.word.istitle()]


def _with_one_meaning(paradigms: Paradigms, words: Iterable[str]) -> list[Lemma]:
    alone = (paradigms.words[word][0] for word in sorted(words) if len(paradigms.words.get(word, ())) == 1)
    return [each for each in alone if each.flags and each.word.isalpha() and len(each.word) >= _SHORTEST]
