"""Keeps the search as good as it was promised to be.

The levels are those for forty-six entries: a query has up to eighteen right answers, judged anew by somebody who saw no
result. With fourteen entries, most queries with one or two, they were 0.98 in both sets and 0.95 in each class.

Of the held-out queries only the figures are looked at, and only against what was promised: whoever saw them fail would
soon tune by them. The scale set needs dictionaries of Debian's and is measured by hand.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from tests.support.paths import PRACTICES, ROOT
from tests.support.thorough import AT_NIGHT

pytestmark = pytest.mark.browser

BOTH = ("open", "held_out")
LARGEST_LOSS = 0.03
# Some two or three points lower than what was reached: .95, .93, .94, .99, .99; of everyday words .88, .89 and .97.
NEEDS = {"needs": 0.93, "needs_held_out": 0.91, "needs_later": 0.91, "needs_more": 0.96, "needs_more_held_out": 0.96}
# The lot of the three weakest classes: .96 was reached of the half that lies aside; the open half is there to be read.
NEEDS |= {"needs_weak_held_out": 0.93}
# The lot of broken and short words: .98 was reached of the half that lies aside.
NEEDS |= {"needs_brief_held_out": 0.95}
# Of the later lot a class has few queries: six names.
NEEDS_OF_CLASS = {"everyday": 0.84, "broken": 0.87, "short": 0.88, "english_site": 0.91}
FEWEST = 20


def measure(*arguments: str) -> dict[str, dict[str, Any]]:
    """What scripts/bench/evaluate_search.py says by set, in a process of its own: a test drives no second browser."""
    command = [sys.executable, str(ROOT / "scripts" / "bench" / "evaluate_search.py"), "--json", *arguments]
    variables = {**os.environ, "PRACTICES_DIR": str(PRACTICES)}
    done = subprocess.run(command, cwd=ROOT, env=variables, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    reports = [json.loads(line) for line in done.stdout.splitlines()]
    return {report["set"]: report for report in reports}


@pytest.fixture(scope="module")
def every() -> dict[str, dict[str, Any]]:
    """The report of each set, all from one process with one index."""
    return measure("--set", *BOTH, *NEEDS)


@pytest.fixture(scope="module")
def both(every: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {name: every[name] for name in BOTH}


@pytest.fixture(params=BOTH)
def measured(request: pytest.FixtureRequest, both: dict[str, dict[str, Any]]) -> dict[str, Any]:
    return both[request.param]


def missed(measured: dict[str, Any], kind: str | None = None) -> list[dict[str, Any]] | None:
    """What to look at if a level is not reached; nothing of the held-out queries."""
    misses: list[dict[str, Any]] | None = measured["misses"]
    return misses and [miss for miss in misses if kind in (None, miss["class"])]


def test_the_right_practices_are_among_the_first_ten(measured: dict[str, Any]) -> None:
    least = {"open": 0.98, "held_out": 0.95}[measured["set"]]
    assert measured["overall"]["recall_at_10"] >= least, missed(measured)


def test_the_best_practice_is_on_top(measured: dict[str, Any]) -> None:
    assert measured["overall"]["mrr"] >= 0.95, missed(measured)


def test_no_class_of_queries_is_left_behind(both: dict[str, dict[str, Any]]) -> None:
    """Over both sets, since some classes have only eight queries in one of them."""
    scores: dict[str, list[tuple[float, int]]] = {}
    for measured in both.values():
        for name, each in measured["classes"].items():
            scores.setdefault(name, []).append((each["recall_at_10"], each["queries"]))
    means = {name: sum(r * n for r, n in each) / sum(n for _, n in each) for name, each in scores.items()}
    behind = {name for name, mean in means.items() if mean < 0.92}
    assert not behind, [missed(both["open"], name) for name in behind]


def test_hardly_any_query_comes_back_empty(measured: dict[str, Any]) -> None:
    assert measured["overall"]["without_result"] <= 0.01, missed(measured)


def test_words_that_are_not_there_are_hardly_ever_answered_as_if_they_were(measured: dict[str, Any]) -> None:
    assert measured["unlabelled"] <= 0.05, missed(measured, "absent")


def test_there_are_enough_queries_to_judge_by(measured: dict[str, Any]) -> None:
    least = {"open": (150, 50), "held_out": (100, 25)}[measured["set"]]
    assert measured["overall"]["queries"] >= least[0]
    assert measured["absent"] >= least[1]


@AT_NIGHT
def test_without_the_dictionary_the_search_loses_at_most_a_few_points(
    record_property: Callable[[str, object], None],
) -> None:
    """Both in one run, so that they are asked the same."""
    compared = measure("--set", "all", "--fallback")
    assert [*compared] == [*BOTH]
    for name, *reports in (each.values() for each in compared.values()):
        best, fallback = (each["overall"] for each in reports)
        reason = ", ".join(f"{key} {best[key]:.3f} → {fallback[key]:.3f}" for key in ("recall_at_10", "mrr"))
        record_property("shown", f"Wyszukiwarka bez Morfeusza, zapytania {name}: {reason}")
        assert best["recall_at_10"] - fallback["recall_at_10"] <= LARGEST_LOSS
        assert best["mrr"] - fallback["mrr"] <= LARGEST_LOSS
        assert reports[1]["unlabelled"] <= 0.05


@pytest.fixture(params=NEEDS)
def needed(request: pytest.FixtureRequest, every: dict[str, dict[str, Any]]) -> dict[str, Any]:
    return every[request.param]


def test_what_people_need_is_found(needed: dict[str, Any]) -> None:
    assert needed["overall"]["recall_at_10"] >= NEEDS[needed["set"]], missed(needed)
    assert needed["overall"]["mrr"] >= 0.9, missed(needed)
    assert needed["overall"]["precision_at_3"] >= 0.86, missed(needed)
    assert needed["overall"]["without_result"] <= 0.02, missed(needed)


def test_no_class_of_needs_is_left_behind(needed: dict[str, Any]) -> None:
    behind = {
        name: scores["recall_at_10"]
        for name, scores in needed["classes"].items()
        if scores["queries"] >= FEWEST and scores["recall_at_10"] < NEEDS_OF_CLASS.get(name, 0.9)
    }
    assert not behind, [missed(needed, name) for name in behind]


def test_absent_words_of_needs_are_hardly_ever_answered_as_if_they_were_there(needed: dict[str, Any]) -> None:
    assert needed["unlabelled"] <= 0.04, missed(needed, "absent")
