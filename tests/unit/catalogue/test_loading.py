"""Entries read for somebody else: as they are written, the lines of a field, and where a problem stands."""

from pathlib import Path
from typing import Any

import pytest
from tests.support.entries import entry

from goodpractices.catalogue.loading import entry_as_written, lines_of_field, placed_in_entry, with_proposed
from goodpractices.catalogue.problems import Location, Problem

TEXT = """---
title: Las
places:
  - place: gdynia
    role: host
# uwaga
period: {start: 2020}
---

## Wyzwanie

Upał.
"""


def test_an_entry_is_read_as_it_is_written_with_its_sections() -> None:
    assert entry_as_written(TEXT) == {
        "title": "Las",
        "places": [{"place": "gdynia", "role": "host"}],
        "period": {"start": "2020"},
        "challenge": "\nUpał.",
    }


@pytest.mark.parametrize("text", ["title: Las", "---\n- a\n---\n", "---\na: [\n---\n", ""])
def test_of_what_cannot_be_read_nothing_is_there(text: str) -> None:
    assert entry_as_written(text) == {}


@pytest.mark.parametrize(
    ("location", "lines"),
    [
        (("title",), (2, 3)),
        (("places",), (3, 7)),
        (("period",), (7, 8)),
        (("period", "start"), (7, 8)),
    ],
)
def test_a_field_reaches_to_the_next_one_or_to_the_end(location: tuple[str, ...], lines: tuple[int, int]) -> None:
    assert lines_of_field(TEXT, *location) == lines


@pytest.mark.parametrize(
    ("location", "place"),
    [
        (("title",), (2, 8)),
        (("places", 0, "role"), (5, 11)),
        (("period", "start"), (7, 17)),
        (("challenge",), (10, 1)),
        (("summary",), (1, 1)),
        (("places", 3), (4, 3)),
    ],
)
def test_a_problem_is_placed_in_the_file(location: Location, place: tuple[int, int], tmp_path: Path) -> None:
    path = tmp_path / "index.md"
    path.write_text(TEXT, encoding="utf-8")
    [found] = placed_in_entry(path, [Problem("x", location)])
    assert (found.line, found.column) == place
    [spotted] = placed_in_entry(path, [Problem("x", line=5, column=12)])
    assert (spotted.location, spotted.line, spotted.column) == (("places", 0, "role"), 5, 12)


def test_an_entry_may_name_what_it_proposes() -> None:
    proposals = {
        "places": [{"id": "hel"}, "zle"],
        "organisations": {"id": "nie-lista"},
        "programmes": None,
        "terms": [{"vocabulary": "themes", "id": "las"}, {"vocabulary": "kinds", "id": "plan"}],
    }
    names = {"places": {"gdynia"}, "themes": {"sport"}}
    assert with_proposed(names, {"editorial": {"proposals": proposals}}) == {
        "places": {"gdynia", "hel"},
        "themes": {"sport", "las"},
        "kinds": {"plan"},
    }
    none: list[dict[str, Any]] = [{}, {"editorial": None}, {"editorial": {"proposals": []}}]
    for nothing in none:
        assert with_proposed(names, nothing) is names


def test_the_minimal_entry_can_be_read() -> None:
    assert entry_as_written(entry())["title"] == "Wzór"
