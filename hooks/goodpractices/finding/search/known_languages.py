"""What knows the words of a language."""

from collections.abc import Callable
from importlib import import_module
from importlib.metadata import version
from typing import Any

from ...wording import ORIGINAL
from .dictionary import Dictionary
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
    analyser = morfeusz.Morfeusz(expand_tags=False, generate=True)
    analyser._interp2tuple = _readings_of(analyser._morfeusz_obj)
    return Dictionary(analyser, version("morfeusz2"))


def _readings_of(library: Any) -> Callable[[Any], tuple[Any, ...]]:
    """Turns what the library of Morfeusz says of a form into what its package gives, but without labels.

    The package asks the library for the words of each tag and each name again and again, which takes half of the time.
    """
    tags: dict[int, str] = {}
    names: dict[int, list[str]] = {}

    def reading(said: Any) -> tuple[Any, ...]:
        tag, name = said.tagId, said.nameId
        if tag not in tags:
            tags[tag] = said.getTag(library)
        if name not in names:
            names[name] = said.getName(library)
        return said._orth, said._lemma, tags[tag], names[name], ()

    return reading
