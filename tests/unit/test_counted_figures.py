"""Whoever computes, draws or chooses asks for what may be counted; few modules may look at all figures of an entry."""

import ast
from collections.abc import Iterator

import pytest
from tests.support.paths import ROOT

PACKAGE = ROOT / "hooks" / "goodpractices"

# Who looks at everything, and what for. A module that joins them must not compute with what somebody disputes.
LOOK_AT_ALL = {
    "indicators": {
        "catalogue/decision.py": "each answer says whether its figure is disputed",
        "catalogue/derived.py": "it picks out those that may be counted",
        "catalogue/figure_rules.py": "disputed figures have rules too",
        "catalogue/ageing.py": "old figures are asked about, disputed or not",
        "publishing/pages/compared/money.py": "it says why a cost is not divided by people",
        "finding/newest.py": "it counts how much an entry says, not what",
        "finding/search/documents.py": "labels are shown with a result, without their numbers",
        "publishing/pages/practice/figures.py": "the page shows every figure and says which are disputed",
    },
    "funding": {
        "catalogue/decision.py": "each answer says whether its amount is disputed",
        "catalogue/derived.py": "it picks out those that may be counted",
        "catalogue/figure_rules.py": "disputed amounts have rules too",
        "editing/upkeep/coverage.py": "it counts how many entries name an amount, not which",
        "finding/groups.py": "programmes are named by amounts",
        "finding/similarity.py": "programmes are named by amounts",
        "publishing/pages/practice/inputs.py": "the rates of all currencies that a page shows belong to it",
        "publishing/pages/practice/money.py": "the page shows every amount and says which are disputed",
    },
    "period": {
        "catalogue/derived.py": "it picks out the one that may be counted",
        "catalogue/figure_rules.py": "a disputed period has rules too",
        "catalogue/rules.py": "the order of the days is checked",
        "editing/upkeep/coverage.py": "it counts how many entries name a period, not which",
        "finding/answers.py": "that a period is disputed is a value of a filter, and its days are not counted",
        "publishing/pages/cards.py": "years are shown with their doubt",
        "publishing/pages/compared/rows.py": "years are shown with their doubt",
        "publishing/pages/practice/course.py": "days are shown with their doubt",
        "publishing/pages/practice/facts.py": "days are shown with their doubt",
        "publishing/pages/practice/head.py": "days are shown with their doubt",
        "publishing/pages/practice/trail.py": "years are shown with their doubt",
        "publishing/pages/timeline_page.py": "days of a bar that was drawn are told; disputed ones are not drawn",
    },
}


def fields_read() -> dict[str, set[str]]:
    """For each of the fields the modules that read it of a practice, by their paths in the package."""
    found: dict[str, set[str]] = {field: set() for field in LOOK_AT_ALL}
    for folder in ("catalogue", "finding", "publishing", "editing"):
        for path in (PACKAGE / folder).rglob("*.py"):
            for field in _fields_of_practices(path.read_text(encoding="utf-8")):
                found[field].add(path.relative_to(PACKAGE).as_posix())
    return found


def _fields_of_practices(source: str) -> Iterator[str]:
    if any(f".{field}" in source for field in LOOK_AT_ALL):
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Attribute) and node.attr in LOOK_AT_ALL and "practice" in ast.unparse(node.value):
                yield node.attr


@pytest.mark.slow
def test_only_these_modules_look_at_figures_that_may_not_be_counted() -> None:
    assert fields_read() == {field: modules.keys() for field, modules in LOOK_AT_ALL.items()}
