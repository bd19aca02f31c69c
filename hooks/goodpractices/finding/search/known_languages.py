"""What knows the words of a language."""

from importlib import import_module
from importlib.metadata import version
from typing import Any

from ...wording import ORIGINAL
from .dictionary import Dictionary, Form, Reading
from .lemma_list import LemmaList
from .morphology import Morphology
from .stems import Stems


def load_morphology(language: str = ORIGINAL, *, fallback: bool = False) -> Morphology:
    """What knows the words of a language: of Polish Morfeusz, or what stands in for it where it cannot be imported.

    ``version`` tells which. ``fallback`` asks for what stands in, wherever this is.

    Raises:
        ImportError: when there is neither.
    """
    if language != ORIGINAL:
        return Stems(language)
    try:
        morfeusz = None if fallback else import_module("morfeusz2")
    except ImportError:
        morfeusz = None
    if morfeusz is None:
        return LemmaList.of_simplemma()
    library = morfeusz.Morfeusz(expand_tags=False, generate=True)._morfeusz_obj
    return Dictionary(_Morfeusz(library), version("morfeusz2"))


class _Morfeusz:
    """The library of Morfeusz, asked for no more than a dictionary needs.

    Its package asks for all there is of each reading, and for the words of each tag and each name again and again,
    which takes most of the time.
    """

    def __init__(self, library: Any) -> None:
        self._library = library
        self._tags: dict[int, str] = {}
        self._names: dict[int, list[str]] = {}

    def analyse(self, text: str) -> list[Reading]:
        """The readings of a form: the word, its tag, and what it names."""
        return [(each._lemma, self._tag(each), self._name(each)) for each in self._library.analyse(text)]

    def generate(self, lemma: str) -> list[Form]:
        """The forms of a word, each with its tag."""
        return [(each._orth, self._tag(each)) for each in self._library.generate(lemma)]

    def dict_id(self) -> str:
        """Which dictionary it is."""
        return str(self._library.getDictID())

    def _tag(self, said: Any) -> str:
        number = said.tagId
        if number not in self._tags:
            self._tags[number] = said.getTag(self._library)
        return self._tags[number]

    def _name(self, said: Any) -> list[str]:
        number = said.nameId
        if number not in self._names:
            self._names[number] = said.getName(self._library)
        return self._names[number]
