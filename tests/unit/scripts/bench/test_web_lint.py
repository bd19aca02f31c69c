"""What the linter of styles and scripts tells an author, and what it is told to leave."""

import json
from pathlib import Path

import pytest

from _shared import environment
from bench.web_lint import ALLOWED, Problem, judged, says

ROOT = Path("/katalog")


def problem(feature: str, *, old: tuple[str, ...] = (), in_list: bool = False) -> Problem:
    return Problem(ROOT / "docs" / "x.css", 3, 7, feature, ("firefox 115", "safari_ios 15.6"), old, in_list)


def test_a_problem_says_where_what_in_which_browsers_and_the_way_out() -> None:
    assert says(problem("text-wrap"), ROOT) == (
        "docs/x.css:3:7: text-wrap – tego nie zna: Firefox 115, Safari w iOS 15.6. "
        "Użyj starszego zapisu albo dodaj przed tym taki, który zna każda przeglądarka."
    )


def test_an_old_name_is_the_way_out_where_there_is_one() -> None:
    assert says(problem("mask", old=("-webkit-",)), ROOT).endswith("Napisz obok także: -webkit-mask.")
    text = says(problem("print-color-adjust", old=("color-adjust",)), ROOT)
    assert text.endswith("Napisz obok także: color-adjust.")


def test_a_selector_in_a_list_gets_a_rule_of_its_own() -> None:
    assert "przenieś ten selektor do osobnej" in says(problem(":has", in_list=True), ROOT)


def test_a_file_that_cannot_be_read_is_reported_in_the_words_of_the_reader() -> None:
    broken = Problem(ROOT / "x.js", 1, 2, "Parsing error", (), (), in_list=False)
    assert says(broken, ROOT) == "x.js:1:2: Parsing error"


def test_what_is_allowed_is_allowed_outside_lists_alone() -> None:
    alone, listed, other = problem(":has"), problem(":has", in_list=True), problem("mask")
    assert judged([alone, listed, other], {":has": "ozdoba"}) == ([listed, other], [])


def test_what_nothing_needs_any_more_is_no_longer_allowed() -> None:
    assert judged([problem(":has", in_list=True)], {":has": "ozdoba", "mask": "ozdoba"}) == (
        [problem(":has", in_list=True)],
        [":has", "mask"],
    )


def test_everything_allowed_has_its_reason() -> None:
    assert [feature for feature, reason in ALLOWED.items() if len(reason) < 20] == []


@pytest.mark.parametrize("wanted", ["scripts/bench/web_lint", "scripts/bench/chromium_109", "tests/whole/site_scripts"])
def test_a_lock_of_npm_has_a_hash_for_each_package_and_no_address(wanted: str) -> None:
    folder = environment.ROOT / wanted
    text = (folder / "package-lock.json").read_text(encoding="utf-8")
    packages = json.loads(text)["packages"]
    assert packages.pop("")["dependencies"] == json.loads((folder / "package.json").read_text("utf-8"))["dependencies"]
    assert packages
    assert [name for name, each in packages.items() if "integrity" not in each] == []
    assert "://" not in text
