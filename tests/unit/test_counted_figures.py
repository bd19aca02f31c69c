"""Whoever computes, draws or chooses asks for what may be counted; few modules may look at all figures of an entry."""

import ast
from collections.abc import Iterator

from tests.support.paths import ROOT

PACKAGE = ROOT / "hooks" / "goodpractices"

# Who looks at everything, and what for. A module that joins them must not compute with what somebody disputes.
LOOK_AT_ALL = {
    "indicators": {
        "catalogue/decision.py": "each answer says whether its figure is disputed",
        "catalogue/derived.py": "it picks out those that may be counted",
        "catalogue/figure_rules.py": "disputed figures have rules too",
        "editing/advice/ageing.py": "old figures are asked about, disputed or not",
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
        "publishing/pages/cards.py": "years are shown with their doubt",
        "publishing/pages/practice/course.py": "days are shown with their doubt",
        "publishing/pages/practice/facts.py": "days are shown with their doubt",
        "publishing/pages/practice/head.py": "days are shown with their doubt",
        "publishing/pages/timeline_page.py": "days of a bar that was drawn are told; disputed ones are not drawn",
    },
}


def reading(field: str) -> Iterator[str]:
    """The modules that read a field of a practice, by their paths in the package."""
    for folder in ("catalogue", "finding", "publishing", "editing"):
        for path in sorted((PACKAGE / folder).rglob("*.py")):
            nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if any(
                isinstance(node, ast.Attribute) and node.attr == field and _is_practice(node.value) for node in nodes
            ):
                yield path.relative_to(PACKAGE).as_posix()


def _is_practice(node: ast.expr) -> bool:
    return "practice" in ast.unparse(node)


def test_only_these_modules_look_at_figures_that_may_not_be_counted() -> None:
    for field, modules in LOOK_AT_ALL.items():
        assert set(reading(field)) == modules.keys(), field
