"""The style sheets and scripts as text: what breaks a page only for some readers is found before any browser.

The oldest browsers are Chrome and Edge 109, Firefox 115 and Safari 15.6.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.support.paths import ROOT

ASSETS = ROOT / "docs" / "assets"
STYLES = sorted((ASSETS / "styles").glob("*.css"))
SCRIPTS = sorted(path for path in (ASSETS / "scripts").rglob("*.js") if path.parent.name != "vendor")
RULE = re.compile(r"([^{};]+)\{([^{}]*)\}")


def rules(path: Path) -> Iterator[tuple[str, dict[str, list[str]]]]:
    """Each rule of a sheet: its selectors, and the values of each property in their order."""
    text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    for selector, block in RULE.findall(text):
        found: dict[str, list[str]] = {}
        for name, value in re.findall(r"([\w-]+):\s*((?:\"[^\"]*\"|[^;\"])+)", block):
            found.setdefault(name, []).append(value.strip())
        yield " ".join(selector.split()), found


def columns_of(values: list[str]) -> str:
    return " ".join(values).rpartition("/")[2]


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.stem)
def test_no_column_of_a_grid_is_as_wide_as_its_longest_word(path: Path) -> None:
    """A bare ``1fr``, and a grid that names no columns, is never narrower than that."""
    wide = []
    for selector, found in rules(path):
        columns = [
            columns_of(found.get(name, [])) for name in ("grid-template-columns", "grid-template", "grid-auto-columns")
        ]
        bounded = re.sub(r"minmax\((?:[^()]|\([^()]*\))*\)", "", " ".join(columns))
        if "fr" in bounded or ("grid" in found.get("display", []) and not "".join(columns).strip()):
            wide.append(selector)
    assert [selector for selector in wide if selector != ".place__number"] == []  # whose words are a number


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.stem)
def test_a_sign_that_is_not_read_aloud_has_a_plain_one_before_it(path: Path) -> None:
    """Firefox before 128 and Safari before 17.4 know no alternative text, and drop the sign with it."""
    for selector, found in rules(path):
        values = found.get("content", [])
        for n, value in enumerate(values):
            assert "/" not in re.sub(r'"[^"]*"', "", value) or values[:n] == [value.partition(" / ")[0]], selector


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.stem)
def test_a_selector_that_some_browsers_do_not_know_takes_no_other_with_it(path: Path) -> None:
    """Firefox before 121 does not know ``:has()`` and drops the whole list of selectors that one stands in."""
    several = [
        each
        for each, _ in rules(path)
        if ":has(" in each and "," in re.sub(r"\([^()]*(?:\([^()]*\)[^()]*)*\)", "", each)
    ]
    assert several == []


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.stem)
def test_what_older_browsers_know_by_another_name_has_both(path: Path) -> None:
    """Chrome masks by it before 120 and keeps colours on paper before 136; Safari hyphenates by it before 17."""
    for selector, found in rules(path):
        for name in ("mask", "print-color-adjust", "hyphens"):
            assert found.get(name, []) == found.get(f"-webkit-{name}", []), selector


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_script_looks_behind(path: Path) -> None:
    """Safari before 16.4 takes it for a fault of syntax and runs nothing of the file."""
    assert re.search(r"\(\?<[=!]", path.read_text(encoding="utf-8")) is None
