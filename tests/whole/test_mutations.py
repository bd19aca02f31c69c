"""One fault in an entry that was in order: it is reported, on its line and in its column; what is no fault is not.

With a cache the outcome is the same, for the real entries in order and spoilt in every way.
"""

import shutil
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.support.entries import problems_in
from tests.support.mutations import Fault, entries, faults, rounds
from tests.support.paths import PRACTICES
from tests.support.real import real_catalogue

from goodpractices.catalogue import Cache, Catalogue, InvalidCatalogue, Problem, load_catalogue
from goodpractices.editing import problem_line
from goodpractices.wording import Translations

Reported = Mapping[Fault, list[Problem]]
Outcome = tuple[Catalogue | None, list[Problem]]


@dataclass(frozen=True)
class Round:
    """Some faults, one an entry, and what reading them brings without a cache and with one."""

    planted: list[Fault]
    outcome: Outcome
    cached: Outcome


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The real practices, to be changed."""
    return Path(shutil.copytree(PRACTICES, tmp_path / "practices"))


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> list[Round]:
    """Every fault. A folder takes one fault an entry at a time, so that few folders are enough."""
    parent = tmp_path_factory.mktemp("mutations")
    folder, place = Path(shutil.copytree(PRACTICES, parent / "practices")), parent / "cache.sqlite"
    outcome(folder, place)
    return [_tried(folder, place, planted) for planted in rounds()]


@pytest.fixture(scope="module")
def reported(tried: list[Round]) -> Reported:
    """What is said of each fault."""
    return {fault: problems for each in tried for fault, problems in _reported(each).items()}


def outcome(folder: Path, place: Path | None = None) -> Outcome:
    try:
        return load_catalogue(folder, Cache(place) if place else None), []
    except InvalidCatalogue as error:
        return error.sound, error.problems


def test_there_are_at_least_a_hundred_and_every_entry_gets_some() -> None:
    assert len(faults()) >= 100
    assert {fault.entry for fault in faults()} == entries().keys()


def test_every_fault_is_reported_on_its_line_in_its_words(reported: Reported) -> None:
    polish = Translations.load("pl")
    missed = {
        f"{fault.name} in {fault.entry}, {fault.line}:{fault.column}": _places(problems)
        for fault, problems in reported.items()
        if not any(each.line == fault.line and fault.said in problem_line(each, polish) for each in problems)
    }
    assert missed == {}


def test_hardly_any_fault_brings_a_second_message(reported: Reported) -> None:
    assert sum(len(problems) > 1 for problems in reported.values()) <= 0.05 * len(reported)


def test_the_column_is_right_in_ninety_five_of_a_hundred(reported: Reported) -> None:
    missed = {
        f"{fault.name} in {fault.entry}, {fault.line}:{fault.column}": _places(problems)
        for fault, problems in reported.items()
        if (fault.line, fault.column) not in {(problem.line, problem.column) for problem in problems}
    }
    assert len(missed) <= 0.05 * len(reported), missed


def test_spoilt_entries_bring_the_same_problems_with_and_without_cache(tried: list[Round]) -> None:
    for each in tried:
        assert each.cached == each.outcome


def test_the_real_entries_are_the_same_with_and_without_cache(tmp_path: Path) -> None:
    without: Outcome = real_catalogue(), []
    assert [outcome(PRACTICES, tmp_path / "cache.sqlite") for _ in range(2)] == [without] * 2


def test_two_faults_in_one_file_are_two_messages(folder: Path) -> None:
    index = folder / "gdynia-pracownia" / "index.md"
    text = (
        index.read_text(encoding="utf-8").replace("lifecycle: ended", "lifecycle: trwa").replace("- org:", "- orgg:", 1)
    )
    index.write_text(text, encoding="utf-8")
    assert [line.split(": ")[1] for line in problems_in(folder)] == ["lifecycle", "organisations[0].orgg"]


@pytest.mark.parametrize(
    "rewrite",
    [
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.encode("utf-8-sig"),
        lambda text: unicodedata.normalize("NFD", text).encode(),
        lambda text: unicodedata.normalize("NFD", text).replace("\n", "\r\n").encode("utf-8-sig"),
    ],
    ids=["Windows line ends", "byte order mark", "letters in two parts", "all three"],
)
def test_what_editors_programs_do_to_a_file_is_accepted(rewrite: Callable[[str], bytes], folder: Path) -> None:
    for name, text in entries().items():
        (folder / name / "index.md").write_bytes(rewrite(text))
    assert load_catalogue(folder).practices == real_catalogue().practices


def _tried(folder: Path, place: Path, planted: list[Fault]) -> Round:
    for name, text in entries().items():
        (folder / name / "index.md").write_text(text, encoding="utf-8")
    for fault in planted:
        (folder / fault.entry / "index.md").write_bytes(fault.data)
    return Round(planted, outcome(folder), outcome(folder, place))


def _reported(tried: Round) -> Reported:
    _, problems = tried.outcome
    return {
        fault: [each for each in problems if each.path == f"practices/{fault.entry}/index.md"]
        for fault in tried.planted
    }


def _places(problems: list[Problem]) -> list[str]:
    return [f"{each.line}:{each.column} {each.key}" for each in problems]
