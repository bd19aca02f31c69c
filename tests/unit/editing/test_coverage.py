"""The table of what entries say: each measure sees what it is about alone; plans and doubts are no effect."""

from pathlib import Path
from typing import Any

import pytest
from tests.support.samples import PL, published

from goodpractices.catalogue import Practice
from goodpractices.editing import coverage_table, missing_lines
from goodpractices.editing.upkeep.coverage import coverage

FIGURE = {"id": "praca", "label": "w pracy", "unit": "person", "nature": "outcome", "source": "s1", "value": 320}
DOUBT = {"what": "Źródła się różnią."}
FILLED: dict[str, dict[str, Any]] = {
    "money": {"funding": [{"role": "total", "amount": 5, "currency": "PLN", "source": "s1"}]},
    "effects": {"indicators": [FIGURE]},
    "evaluation": {"evaluation": {"type": "external", "by": "Uczelnia", "source": "s1"}},
    "obstacles": {"obstacles": [{"what": "Brak miejsca.", "source": "s1"}]},
    "transfer": {"transfer": {"preconditions": "Potrzebny jest lokal."}},
    "adoptions": {"adoptions": [{"state": "adopted", "place": "sopot", "source": "s1"}]},
    "contacts": {"contacts": [{"org": "um-sopot", "email": "las@example.org"}]},
    "period": {"period": {"start": "2019", "source": "s1"}},
    "as_of": {"lifecycle": "running", "lifecycle_as_of": "2025-07", "lifecycle_source": "s1"},
}
NOTHING: dict[str, dict[str, Any]] = {
    "a plan": {"indicators": [{**FIGURE, "nature": "target"}]},
    "an output": {"indicators": [{**FIGURE, "nature": "output"}]},
    "a disputed effect": {"indicators": [{**FIGURE, "disputed": DOUBT}]},
    "words of a source": {"indicators": [{**{key: FIGURE[key] for key in FIGURE if key != "value"}, "words": "wiele"}]},
    "a look of their own": {"evaluation": {"type": "internal", "source": "s1"}},
}


def of(parent: Path, given: dict[str, Any]) -> list[Practice]:
    return [*published(parent, {"las": given}).practices.values()]


@pytest.mark.parametrize("name", FILLED)
def test_what_an_entry_has_is_counted_for_it_alone(name: str, tmp_path: Path) -> None:
    found = coverage(of(tmp_path, FILLED[name]))
    assert {each: ids for each, ids in found.items() if ids} == {name: ("las",)}


@pytest.mark.parametrize("name", NOTHING)
def test_what_is_no_counted_effect_and_no_look_of_others_is_not_counted(name: str, tmp_path: Path) -> None:
    assert not any(coverage(of(tmp_path, NOTHING[name])).values())


def test_a_disputed_effect_counts_where_the_entry_says_so(tmp_path: Path) -> None:
    decided = {**FIGURE, "disputed": {**DOUBT, "counted": True, "decision": "Liczymy umowę."}}
    assert coverage(of(tmp_path, {"indicators": [decided]}))["effects"] == ("las",)


def test_the_table_has_a_column_for_each_state_and_leaves_drafts_out(tmp_path: Path) -> None:
    draft = {**FILLED["money"], "editorial": {"state": "draft"}}
    before = published(tmp_path / "a", {"las": {}, "szkic": draft})
    now = published(tmp_path / "b", {"las": FILLED["money"], "staw": {}, "pole": FILLED["money"]})
    lines = coverage_table([("HEAD~9", before), ("teraz", now)], PL).replace("\xa0", " ").splitlines()
    assert lines[:4] == [
        "Opisy                       HEAD~9    teraz",
        "opublikowane                     1        3",
        "mają kwotę                  0 (0%)  2 (67%)",
        "mają policzony skutek       0 (0%)   0 (0%)",
    ]
    assert len(lines) == 12


def test_a_catalogue_without_entries_has_a_table_of_noughts(tmp_path: Path) -> None:
    lines = coverage_table([("teraz", published(tmp_path, {}))], PL).splitlines()
    assert {line.split()[-1] for line in lines[1:]} == {"0"}


def test_entries_that_lack_something_are_named(tmp_path: Path) -> None:
    told = missing_lines(published(tmp_path, {"las": FILLED["money"], "staw": {}, "pole": {}}), PL).splitlines()
    assert told[0] == "mają kwotę – pole, staw"
    assert len(told) == 10
