"""What spares tests the time that large dictionaries and further processes take, where these make no difference."""

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from goodpractices.catalogue import cache as cache_file
from goodpractices.catalogue import record_lists, shared, workers
from goodpractices.catalogue.record_lists import RecordList
from goodpractices.finding.search import everyday
from goodpractices.finding.search.dictionary import Dictionary

FEW_WORDS = {
    "pl": [{"find": "las ogród", "say": "gaj, zagajnik, na dwor*"}],
    "en": [{"find": "forest", "say": "grove"}],
}
LOOKED_UP = ("word", "paradigm", "nouns", "family")


@pytest.fixture(autouse=True, scope="session")
def few_everyday_words() -> Iterator[None]:
    """The table of words of everyday life is a short one: each catalogue would ask for the forms of some thousand."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(everyday, "_book", lambda: FEW_WORDS)
        yield


@pytest.fixture(autouse=True, scope="session")
def words_looked_up_once() -> Iterator[None]:
    """The dictionary is asked once for each word, however many catalogues have it."""
    with pytest.MonkeyPatch.context() as patch:
        for name in LOOKED_UP:
            patch.setattr(Dictionary, name, _once_a_word(getattr(Dictionary, name)))
        yield


@pytest.fixture(autouse=True, scope="session")
def dictionary_opened_once() -> Iterator[None]:
    """The dictionary of Polish takes longer to open than most tests; where there is none, nothing needs sparing."""
    try:
        morfeusz = import_module("morfeusz2")
    except ImportError:
        yield
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(morfeusz, "Morfeusz", cache(morfeusz.Morfeusz))
        yield


@pytest.fixture(autouse=True, scope="session")
def lists_read_once() -> Iterator[None]:
    """A vocabulary or registry of the same bytes is read once: each catalogue of the tests has the same nine."""
    found: dict[tuple[str, bytes], RecordList] = {}

    def read_once(path: Path) -> RecordList:
        if path.is_symlink() or not path.is_file():
            return record_lists.read_list(path)
        key = path.stem, path.read_bytes()
        if key not in found:
            found[key] = record_lists.read_list(path)
        return found[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shared, "read_list", read_once)
        yield


@pytest.fixture(autouse=True, scope="session")
def caches_not_waited_for() -> Iterator[None]:
    """No cache of a test outlives the system, so none has to be on the disk before the test goes on."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cache_file, "_SYNCHRONOUS", "PRAGMA synchronous = OFF")
        yield


@pytest.fixture(autouse=True, scope="session")
def one_process() -> Iterator[None]:
    """So small a catalogue is made sooner than other processes are; the builds of the real site have several."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workers, "_processors", lambda: 1)
        yield


def _once_a_word(look_up: Callable[[Dictionary, str], Any]) -> Callable[[Dictionary, str], Any]:
    """What a dictionary of one version says of a word is the same wherever it was opened."""
    found: dict[tuple[str, str], Any] = {}

    def looked_up(dictionary: Dictionary, word: str) -> Any:
        key = dictionary.version, word
        if key not in found:
            found[key] = look_up(dictionary, word)
        return found[key]

    return looked_up
