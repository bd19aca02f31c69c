"""The style sheets and scripts as text: what breaks a page only for some readers is found before any browser.

The oldest browsers are Chrome and Edge 109, Firefox 115 and Safari 15.6.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from tests.support.paths import ROOT

from goodpractices.catalogue.choices import ThemeFamily
from goodpractices.publishing.pages import SAVED_STYLES
from goodpractices.publishing.styles import STYLE_FILES

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


def written() -> set[str]:
    """All words of templates, scripts and pages, where classes are given."""
    folders = {"hooks": ("html", "py"), "docs/assets/scripts": ("js",), "docs/templates": ("html",)}
    paths = (path for folder, kinds in folders.items() for kind in kinds for path in (ROOT / folder).rglob(f"*.{kind}"))
    return {word for path in paths for word in re.findall(r"[\w-]+", path.read_text(encoding="utf-8"))}


# Written in pieces: what stands before what a value adds. And what a generator gives to texts of its own.
PUT_TOGETHER = ("family-", "map--", "bar__", "bar--", "badge--", "field--", "coverage__number--")
OF_A_GENERATOR = {"admonition", "admonition-title"}


@pytest.mark.slow
def test_no_style_is_for_a_class_that_nothing_has() -> None:
    selectors = " ".join(selector for path in STYLES for selector, _ in rules(path))
    classes = set(re.findall(r"\.(-?[a-zA-Z_][\w-]*)", re.sub(r'"[^"]*"', "", selectors)))
    unused = {each for each in classes - written() - OF_A_GENERATOR if not each.startswith(PUT_TOGETHER)}
    assert len(classes) > 300
    assert unused == set()


def test_every_sheet_is_part_of_a_file_that_pages_load() -> None:
    joined = {sheet for sheets in STYLE_FILES.values() for sheet in sheets}
    saved = {sheet for sheet in SAVED_STYLES if sheet.endswith("_saved.css")}  # in a file that a reader keeps
    named = set(re.findall(r"assets/styles/\w+\.css", (ROOT / "mkdocs.yml").read_text(encoding="utf-8")))
    assert joined & named == set()
    assert joined | named | saved == {f"assets/styles/{path.name}" for path in STYLES}


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


FAMILIES = get_args(ThemeFamily)
PAPERS = ("paper", "card", "sand", "tint")


def schemes() -> list[dict[str, str]]:
    """The colours of the light scheme, of the dark one, and of the dark one that the system asks for."""
    text = (ASSETS / "styles" / "tokens.css").read_text(encoding="utf-8")
    blocks = [block for block in re.findall(r"\{([^{}]*)\}", text) if "--paper:" in block]
    return [dict(re.findall(r"--([\w-]+): (#[0-9a-f]+)", block)) for block in blocks]


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * each for each in colour[1:])
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_reckoned_as_wcag_does() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_can_be_read_on_every_paper_and_carries_a_number(family: str) -> None:
    assert len(schemes()) == 3
    for scheme in schemes():
        for name in (*PAPERS, "on-act"):
            assert contrast(scheme[family], scheme[name]) >= 4.5, (scheme["paper"], name)


@pytest.mark.parametrize("family", FAMILIES)
def test_each_family_has_its_class_and_its_colour_on_paper(family: str) -> None:
    tokens = dict(rules(ASSETS / "styles" / "tokens.css"))
    assert tokens[f".family-{family}"]["--family"] == [f"var(--{family})"]
    assert f"--{family}: {schemes()[0][family]};" in (ASSETS / "styles" / "print.css").read_text(encoding="utf-8")
