"""YAML as text with places: nothing is lost on the way, nothing runs, and every place is where it is said to be."""

import re
import time
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from tests.support.properties import DEAR

from goodpractices.catalogue.problems import Location
from goodpractices.catalogue.yaml_reader import MAX_DEPTH, Place, YamlText, read_yaml

# Lines that hold no value: blank ones, comments, directives and the marks around documents.
SILENT = re.compile(r"\ufeff?\s*(?:#.*)?|%.*|(?:---|\.\.\.)\s*(?:#.*)?", re.DOTALL)

WORDS = st.text(st.sampled_from("abzążśćł019 :#-_'\"!&*?|>@`%{}[],\n😀"), max_size=12)
NAMES = st.text(st.sampled_from("abcżźć"), min_size=1, max_size=6)
MARKS = st.text(st.sampled_from("abcżźć019€"), min_size=1, max_size=6)


def trees(leaves: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    return st.recursive(
        leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3), max_leaves=10
    )


def read(text: str, **options: Any) -> YamlText:
    return read_yaml(text, max_nodes=1000, **options)


@pytest.mark.slow
@given(st.text())
@example("")
@example("---")
@example("\ufeff")
@example("%YAML 9.9\n---\na")
@example("? ? ? a")
@example("!<x> a")
@example("[" * 3000)
@example("&a *a")
@example("a: |99")
@example("\r\xa0")
@example("a: b\u2028\x85c #1")
def test_any_text_gives_a_value_or_a_problem(text: str) -> None:
    result = read(text)
    assert result.value is not None or result.problems or all(SILENT.fullmatch(line) for line in text.splitlines())


@given(st.text(st.sampled_from("ab:- \n[]{},'\"&*!|>?#%@`\\\t~=<"), max_size=60))
def test_any_heap_of_marks_gives_a_value_or_a_problem_in_the_text(text: str) -> None:
    result = read(text)
    assert result.value is not None or result.problems or all(SILENT.fullmatch(line) for line in text.split("\n"))
    lines = text.count("\n") + 1
    assert all(1 <= problem.line <= lines + 1 and problem.column >= 1 for problem in result.problems)


@pytest.mark.parametrize("filling", ["\uffff", " ", "\t", ": ", "- ", ": |", "> "])
def test_a_line_without_end_that_is_no_yaml_is_told_in_time(filling: str) -> None:
    line = "   " + filling * (60_000 // len(filling)) + "x"
    started = time.process_time()
    assert read(f"a: [\n{line}\n b: }}\n").problems
    assert time.process_time() - started < 2


@given(st.text(st.sampled_from("ab:- \n{}[],#|'\"\r\x85\u2028\u2029\xa0\u2003•–„”"), max_size=20))
@example("{\xa0")
@example("a: b\nc: [\xa0")
def test_any_heap_of_signs_of_office_programs_gives_a_value_or_a_problem(text: str) -> None:
    result = read(text)
    last = len(re.split("\r\n|[\n\r\x85\u2028\u2029]", text)) + 1
    assert all(1 <= problem.line <= last and problem.column >= 1 for problem in result.problems)


@DEAR
@given(trees(MARKS), st.sampled_from([True, False, None]), st.sampled_from([None, "'", '"']), st.integers(1, 9))
def test_every_key_and_value_is_found_where_its_place_says(
    tree: Any, flow: bool | None, quote: str | None, first_line: int
) -> None:
    text = yaml.safe_dump(tree, default_flow_style=flow, default_style=quote, allow_unicode=True, width=40)
    result = read_yaml(text, first_line=first_line, max_nodes=1000)
    if any(problem.key == "too_deep" for problem in result.problems):
        return
    assert result.value == tree
    lines = text.split("\n")

    def stands_at(place: Place) -> str:
        line, column = place
        return lines[line - first_line][column - 1 :].lstrip("'\"")

    assert all(stands_at(result.values[location]).startswith(leaf) for location, leaf in leaves(tree))
    assert all(stands_at(place).startswith(str(location[-1])) for location, place in result.keys.items())


def test_a_text_in_a_block_stands_at_its_mark() -> None:
    assert read("a:\n  b: |\n    ąę\n").values[("a", "b")] == (2, 6)


@pytest.mark.slow
@given(trees(WORDS))
def test_a_tree_of_texts_comes_back_whole(tree: Any) -> None:
    text = yaml.safe_dump(tree, allow_unicode=True)
    result = read(text)
    assert result.value == tree or [problem.key for problem in result.problems] == ["too_deep"]


@pytest.mark.parametrize(
    "scalar", ["2003", "no", "0123", "12:30", "1e3", "~", "null", "2026-11-22", "0x1F", ".inf", "=", "yes"]
)
def test_a_scalar_stays_the_text_it_is(scalar: str) -> None:
    assert read(f"a: {scalar}").value == {"a": scalar}


def test_places_count_from_one_and_from_the_first_line_of_the_file() -> None:
    result = read("title: Wzór\nżółw:\n  - ąę: ćś\n", first_line=2)
    assert result.keys[("title",)] == (2, 1)
    assert result.values[("title",)] == (2, 8)
    assert result.values[("żółw", 0, "ąę")] == (4, 9)
    assert read("{a: 😀, b: c}").values[("b",)] == (1, 11)


def test_what_is_refused_is_marked_and_the_rest_is_read_on() -> None:
    result = read("a: &x 1\nb: *x\nc: !!int 3\nd: {<<: 1, e: 2}\nd: 4\n")
    assert [(problem.key, problem.line) for problem in result.problems] == [
        ("anchor", 1),
        ("alias", 2),
        ("tag", 3),
        ("merge_key", 4),
        ("duplicate_key", 5),
    ]
    assert result.damaged >= {("a",), ("b",), ("c",), ("d", "<<")}
    assert result.value["d"]["e"] == "2"


def test_a_key_that_ends_in_nul_is_not_mistaken_for_a_repeated_one() -> None:
    result = read('"a\\0": x\n')
    assert [problem.key for problem in result.problems] == ["control_character"]


@pytest.mark.parametrize("escape", ["\\u202e", "\\0", "\\x07", "\\u200b", "\\e", "\\N", "\\L", "\\P"])
def test_a_control_character_written_as_an_escape_is_seen(escape: str) -> None:
    assert [problem.key for problem in read(f'a: "x{escape}y"').problems] == ["control_character"]


@pytest.mark.parametrize("escape", ["\\t", "\\n", "\\u0105", "\\\\", "\\/", "\\_"])
def test_other_escapes_are_taken(escape: str) -> None:
    assert read(f'a: "x{escape}y"').problems == []


def test_a_mapping_or_a_list_for_a_key_is_refused_where_the_mapping_stands() -> None:
    for text in ("a:\n  ? [b]\n  : c\n", "a:\n  ? {b: c}\n  : d\n"):
        [problem] = read(text).problems
        assert (problem.key, problem.location, problem.line) == ("bad_key", ("a",), 2)


def test_what_is_wrong_before_a_text_breaks_is_told_too_but_not_on_the_line_where_it_does() -> None:
    assert [(each.key, each.line) for each in read("a: &x 1\nb: [c\n").problems] == [
        ("anchor", 1),
        ("yaml_open_bracket", 2),
    ]
    assert [(each.key, each.line) for each in read("a: &x [c\n").problems] == [("yaml_open_bracket", 1)]


def test_a_number_that_its_comma_tears_in_two_is_told_once() -> None:
    result = read("a: {value: 1,5, of: b}\nc: d\n")
    [problem] = result.problems
    assert (problem.key, problem.location, problem.params["write"]) == (
        "yaml_torn_number",
        ("a", "value"),
        "value: 1.5",
    )
    assert result.value["c"] == "d"
    assert read("a: {value: 1, of: b}").problems == []


def test_depth_and_number_of_values_have_their_limits() -> None:
    assert read("[" * MAX_DEPTH + "]" * MAX_DEPTH).problems == []
    assert [problem.key for problem in read("[" * (MAX_DEPTH + 1)).problems] == ["too_deep"]
    assert read_yaml("[a, b]", max_nodes=3).problems == []
    assert [problem.key for problem in read_yaml("[a, b, c]", max_nodes=3).problems] == ["too_many_nodes"]


@pytest.mark.parametrize("text", ["[[], []]", "{a: b}", "[{}, a]", "[*a, *a]"])
def test_lists_mappings_names_and_references_count_as_values(text: str) -> None:
    assert "too_many_nodes" not in [problem.key for problem in read_yaml(text, max_nodes=3).problems]
    assert [problem.key for problem in read_yaml(text, max_nodes=2).problems][-1] == "too_many_nodes"


def leaves(tree: Any, location: Location = ()) -> list[tuple[Location, str]]:
    if isinstance(tree, str):
        return [(location, tree)]
    items = tree.items() if isinstance(tree, dict) else enumerate(tree)
    return [leaf for key, inner in items for leaf in leaves(inner, (*location, key))]
