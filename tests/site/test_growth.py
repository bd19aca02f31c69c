"""The measurement compares like with like, and its sums are right."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from tests.support.paths import PRACTICES

from _shared.environment import CommandError
from _shared.plain_pages import write_projects
from bench.measure_growth import Build, Cost, complaints, conclusions, family, measured, proportional_memory
from bench.synthetic import write_catalogue
from goodpractices.catalogue import PRACTICE, SECTIONS, load_catalogue

NOT_SHOWN = ("id", "editorial", "translations")


def test_plain_pages_say_all_that_the_entries_say(tmp_path: Path) -> None:
    write_catalogue(tmp_path / "practices", 20, 4, PRACTICES)
    write_projects(tmp_path / "practices", tmp_path / "pages", tmp_path / "raw")
    catalogue = load_catalogue(tmp_path / "practices")
    assert len(catalogue.published) > 10
    for practice in catalogue.published:
        page = (tmp_path / "pages" / "docs" / "praktyki" / practice.id / "index.md").read_text(encoding="utf-8")
        raw = (tmp_path / "raw" / "docs" / "praktyki" / practice.id / "index.md").read_text(encoding="utf-8")
        assert raw == (tmp_path / "practices" / practice.id / "index.md").read_text(encoding="utf-8")
        assert all(getattr(practice, section) in page for section in SECTIONS if getattr(practice, section))
        facts = {name: value for name, value in PRACTICE.plain(practice).items() if name not in NOT_SHOWN}
        # Texts of several words are no ids, which stand on the page by their names.
        assert [text for text in texts_of(facts) if " " in text and text not in page] == []


def test_conclusions_compare_time_per_practice() -> None:
    costs = {
        (100, "nasza"): [Cost(1.0, 1.0, 50.0, 50.0)],
        (1000, "nasza"): [Cost(12.5, 1.0, 80.0, 90.0), Cost(90.0, 1.0, 80.0, 120.0), Cost(2.0, 1.0, 80.0, 90.0)],
    }
    growth, memory = conclusions(costs)
    assert "przy 1000 ÷ przy 100 = 1.25 " in growth
    assert "120 MiB" in memory


def test_a_build_that_fails_says_why(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: x\ntheme: {name: no-such-theme}\n", encoding="utf-8")
    with pytest.raises(CommandError, match="no-such-theme"):
        measured(Build("próba", tmp_path), tmp_path / "site")


def test_of_a_log_only_complaints_are_reported() -> None:
    assert complaints("INFO - a\nWARNING - b\nINFO - c\n") == "WARNING - b"
    assert complaints("Traceback\n") == "Traceback"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at /proc")
def test_memory_is_looked_up_for_a_process_and_its_children() -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        assert {os.getpid(), child.pid} <= set(family(os.getpid()))
        assert proportional_memory(os.getpid()) > 5


def texts_of(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from texts_of(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts_of(each)
