"""What knows the words of a language."""

from importlib import import_module
from importlib.metadata import version

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
    return Dictionary(morfeusz.Morfeusz(expand_tags=False, generate=True), version("morfeusz2"))
