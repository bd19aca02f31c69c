"""What is worked out of each practice is kept under a name, recalled as it was, and never taken for something else."""

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.support.samples import published
from tests.support.search_caches import SHAPES

from goodpractices.catalogue import Catalogue
from goodpractices.finding import family_axis, find_facets, group_axis, group_practices
from goodpractices.finding.coverage import counted_in
from goodpractices.finding.search.documents import cards, facets, orders, texts
from goodpractices.finding.well_known import best_known

ENTRIES: dict[str, dict[str, Any]] = {
    "las": {
        "title": "Las",
        "evidence_level": {"value": 2, "reason": "Ankieta."},
        "indicators": [
            {"id": "participants", "label": "osoby", "unit": "person", "nature": "output", "source": "s1", "value": 5}
        ],
        "funding": [{"role": "total", "amount": 10, "currency": "PLN", "source": "s1"}],
        "period": {"start": "2020", "end": "2021"},
    },
    "park": {"title": "Park", "themes": ["sport"]},
}
ASKED: Mapping[str, Callable[[Catalogue], Any]] = {
    "evidence": lambda catalogue: counted_in(catalogue)[1],
    "members": lambda catalogue: (group_practices(catalogue), group_axis(catalogue, intermediaries_apart=True)),
    "facets": lambda catalogue: (find_facets(catalogue), family_axis(catalogue)),
    "cards": lambda catalogue: list(cards(catalogue.published, catalogue)),
    "facts": lambda catalogue: texts(catalogue.published, [() for _ in catalogue.published], catalogue),
    "values": lambda catalogue: (facets(catalogue), orders(catalogue)),
    "known": lambda catalogue: best_known(catalogue, catalogue.published, 5),
}


class Kept:
    """The notes of each kind as a build finds them, and those it has to make."""

    def __init__(self, rows: Mapping[str, Mapping[str, Any]]) -> None:
        self.rows = {kind: dict(some) for kind, some in rows.items()}
        self.made: dict[str, set[str]] = {}

    def of(self, kind: str) -> "Row":
        return Row(self.rows.setdefault(kind, {}), self.made.setdefault(kind, set()))

    def asked(self, catalogue: Catalogue, name: str) -> Any:
        """What is found, with nothing noted yet in this build."""
        fresh = replace(catalogue)
        fresh.notes.keep_in(self.of)
        return ASKED[name](fresh)


class Row:
    def __init__(self, values: dict[str, Any], made: set[str]) -> None:
        self._values, self._made = values, made

    def get(self, name: str) -> Any:
        return self._values.get(name)

    def set(self, name: str, value: Any) -> None:
        self._made.add(name)
        self._values[name] = json.loads(json.dumps(value))

    def save(self, names: Collection[str]) -> None:
        pass


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    return published(tmp_path, ENTRIES)


@pytest.mark.parametrize("name", ASKED)
def test_a_note_is_kept_under_its_name_and_recalled_as_it_was(name: str, catalogue: Catalogue) -> None:
    first = Kept({})
    found = first.asked(catalogue, name)
    assert name in first.rows
    assert all(len(made) == len(ENTRIES) for made in first.made.values())
    again = Kept(first.rows)
    assert again.asked(catalogue, name) == found == ASKED[name](replace(catalogue))
    assert not any(again.made.values())


FOREIGN = [*SHAPES, 5, True, ["x", 5], [["x"], 5], {"a": ["x"]}, {"a": [5]}]
# Of these shapes a note may be as well.
ALIKE: Mapping[str, list[Any]] = {"evidence": [5], "facts": [{"a": "x"}]}


@pytest.mark.parametrize(
    ("name", "shape"),
    [
        (name, shape)
        for name in ("evidence", "facets", "cards", "facts", "values", "known")
        for shape in FOREIGN
        if not any(type(each) is type(shape) and each == shape for each in ALIKE.get(name, ()))
    ],
)
def test_what_is_no_note_of_its_kind_is_made_anew(name: str, shape: Any, catalogue: Catalogue) -> None:
    first = Kept({})
    found = first.asked(catalogue, name)
    planted = Kept({kind: dict.fromkeys(rows, shape) if kind == name else rows for kind, rows in first.rows.items()})
    assert planted.asked(catalogue, name) == found
    assert len(planted.made[name]) == len(ENTRIES)
