"""Mutants are single changes of one place, the same for one seed, and counted by what the tests say to them."""

from pathlib import Path

import pytest

from bench.mutating import Mutant, Outcome, Score, draw, mutants_of_script, report, try_all
from bench.mutating.site_scripts import FileOfTests, asked_of, lines_in

SCRIPT = Path("/katalog/a.js")


def changes(text: str, lines: frozenset[int] | None = None) -> set[str]:
    source = text.encode()
    return {mutant.changed(source).decode() for mutant in mutants_of_script(SCRIPT, source, lines)}


@pytest.mark.parametrize(
    ("script", "mutants"),
    [
        ("a = b + c;", {"a = b - c;"}),
        ("a = b <= c;", {"a = b < c;"}),
        ("a = b && c;", {"a = b || c;"}),
        ("a++;", {"a--;"}),
        ("a = !b;", {"a = b;"}),
        ("a = 1_000;", {"a = 1001;"}),
        ("a = 0.5;", {"a = (0.5 + 1);"}),
        ('a = "ó";', {'a = "";'}),
        ('a = "";', {'a = "x";'}),
        ("a = true;", {"a = false;"}),
        ("if (a) b = c;", {"if (true) b = c;", "if (false) b = c;"}),
        ("while (a) b = c;", {"while (false) b = c;"}),
        ("a = b ? c : d;", {"a = true ? c : d;", "a = false ? c : d;"}),
        ("a();", {"void 0;"}),
        ("a = b.some(c);", {"a = b.every(c);"}),
        ("a = b.filter(c);", {"a = b;"}),
        ("a = { b: c };", {"a = { b_: c };"}),
        ('a = b.textContent || "";', {'a = b.textContent && "";'}),  # of an element, which always has a text
    ],
)
def test_each_kind_of_place_has_its_changes(script: str, mutants: set[str]) -> None:
    assert changes(script) == mutants


@pytest.mark.parametrize(
    "script", ['"use strict";', "// a + b", "/** @param {1} a */", "`a ${b}`;", "/a+b/.x;", "super.x;"]
)
def test_what_does_nothing_is_not_changed(script: str) -> None:
    assert changes(script) == set()


def test_only_lines_that_are_asked_for_are_changed() -> None:
    assert changes("a = 1;\nb = 2;\n", frozenset({2})) == {"a = 1;\nb = 3;\n"}


def test_a_text_that_is_no_script_has_no_mutants() -> None:
    with pytest.raises(ValueError, match="no script"):
        mutants_of_script(SCRIPT, b"a = = b")


def test_the_same_seed_draws_the_same_mutants_whatever_their_order() -> None:
    mutants = mutants_of_script(SCRIPT, b"a = [1, 2, 3, 4, 5, 6, 7, 8, 9];")
    assert draw(mutants, 3, 7) == draw(reversed(mutants), 3, 7)
    assert [mutant.before for mutant in draw(mutants, 3, 7)] == ["6", "3", "4"]
    assert len(draw(mutants, 99, 7)) == 9


def mutant(line: int, name: str = "a.js") -> Mutant:
    return Mutant(SCRIPT.with_name(name), 0, 1, line, "operator", "a +\n  b", "-")


def test_a_report_counts_by_group_and_names_what_nobody_noticed() -> None:
    outcomes = [
        Outcome(mutant(3), "survived"),
        Outcome(mutant(1), "killed", "x"),
        Outcome(mutant(2), "invalid"),
        Outcome(mutant(1, "b.js"), "killed", "x"),
    ]
    assert list(report(outcomes, lambda each: each.path.name, SCRIPT.parent)) == [
        "a.js: 1/2 (50 %)",
        "b.js: 1/1 (100 %)",
        "razem: 2/3 (67 %)",
        "\nPrzeżyły:",
        "a.js:3: operator: a + b → -",
    ]
    assert str(Score(0, 0)) == "0/0 (–)"


def test_outcomes_come_in_the_order_of_the_mutants() -> None:
    mutants = [mutant(n) for n in range(1, 6)]
    outcomes = try_all(mutants, lambda each: Outcome(each, "killed"), jobs=2)
    assert [each.mutant.line for each in outcomes] == [1, 2, 3, 4, 5]


def test_a_line_ran_if_a_sign_of_it_did() -> None:
    text = "function a() {\n  b();\n  if (c) {\n    d();\n  }\n}\n"
    start, end = text.index("{\n    d"), text.index("  }\n}") + 3
    functions = [
        {"ranges": [{"startOffset": 0, "endOffset": len(text), "count": 1}]},
        {"ranges": [{"startOffset": start, "endOffset": end, "count": 0}]},
    ]
    assert lines_in(text, functions) == {1, 2, 3, 6}


def test_only_tests_that_run_the_line_are_asked_the_quickest_first() -> None:
    def tests(name: str, seconds: float, line: int) -> FileOfTests:
        return FileOfTests(Path(name), seconds, {SCRIPT: frozenset({line})})

    asked = asked_of(mutant(3), [tests("slow", 3, 3), tests("elsewhere", 1, 4), tests("quick", 2, 3)])
    assert [each.path.name for each in asked] == ["quick", "slow"]
    assert asked_of(mutant(3, "b.js"), [tests("slow", 3, 3)]) == []
