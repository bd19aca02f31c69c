"""Mutants of modules change what Python does; tests that run the line try each, the quickest first."""

import sys
import threading
from pathlib import Path

import pytest

from bench.mutating import mutants_of_module
from bench.mutating.inside_pytest import LineRecorder
from bench.mutating.packages import Recorded, in_order, recorded, whole_statement, whole_statements
from bench.mutating.python import is_python

MODULE = Path("/katalog/a.py")


def changes(text: str, lines: frozenset[int] | None = None) -> set[str]:
    source = text.encode()
    return {mutant.changed(source).decode() for mutant in mutants_of_module(MODULE, source, lines)}


@pytest.mark.parametrize(
    ("module", "mutants"),
    [
        ("a = b + c", {"a = b - c"}),
        ("a = (b + c) * d", {"a = (b - c) * d", "a = (b + c) / d"}),
        ("a += b", {"a -= b"}),
        ("a = ó <= c", {"a = ó < c"}),
        ("a = b not in c", {"a = b in c"}),
        ("a = b < c == d", {"a = b <= c == d", "a = b < c != d"}),
        ("a = b and c and d", {"a = b or c and d", "a = b and c or d"}),
        ("a = not b", {"a =  b"}),
        ("a = -b", {"a = b"}),
        ("a = 1_000", {"a = 1001"}),
        ("a = 0.5", {"a = 1.5"}),
        ('a = "ó"', {'a = ""'}),
        ("a = ''", {"a = 'x'"}),
        ('a = b"x"', {'a = b""'}),
        ('a = f"x{b}"', {'a = ""'}),
        ("a = True", {"a = False"}),
        ("if a: b = c", {"if True: b = c", "if False: b = c"}),
        ("while a: b = c", {"while False: b = c"}),
        ("a = b if c else d", {"a = b if True else d", "a = b if False else d"}),
        ("a = [b for b in c if d]", {"a = [b for b in c if True]", "a = [b for b in c if False]"}),
        ("a()", {"None"}),
        ("a = any(b)", {"a = all(b)"}),
        ("a = sorted(b)", {"a = list(b)"}),
        ("a = b.startswith(c)", {"a = b.endswith(c)"}),
        ("a = (b + c).strip()", {"a = (b + c)", "a = (b - c).strip()"}),
        ("a = b(c, d, e=f)", {"a = b(c, None, e=f)", "a = b(c, d, )"}),
        ("a = zip(b, strict=False)", {"a = zip(b, strict=True)"}),
        ("a = b(c=d, e=f)", {"a = b( e=f)", "a = b(c=d, )"}),
        ("def a():\n    return b", {"def a():\n    return None"}),
        ("a = {'b': c}", {"a = {'b_': c}"}),
        ("a: Annotated[b, Field(max_length=3)]", {"a: Annotated[b, Field(max_length=4)]", "a: Annotated[b, Field()]"}),
    ],
)
def test_each_kind_of_place_has_its_changes(module: str, mutants: set[str]) -> None:
    assert changes(module) == mutants


@pytest.mark.parametrize(
    "module",
    [
        '"""A + b."""',
        "a: Literal['b']",
        "def a(b: C['d'] = e) -> 'F': ...",
        "a = B | None",
        "a = TypeVar('b')",
        "if TYPE_CHECKING:\n    a()",
        "__all__ = ['a']",
        "raise ValueError(f'a {b}')",
        "@a(b=True)\nclass C: ...",
        "a = b(encoding=c)",
        "a = zip(b, strict=True)",
        "a = lru_cache(maxsize=8)",
    ],
)
def test_what_no_test_could_see_is_not_changed(module: str) -> None:
    assert changes(module) == set()


def test_an_operator_in_a_comment_is_none() -> None:
    assert changes("a = (b  # + d\n    + c)") == {"a = (b  # + d\n    - c)"}


def test_only_lines_that_are_asked_for_are_changed() -> None:
    assert changes("a = 1\nb = 2\n", frozenset({2})) == {"a = 1\nb = 3\n"}


def test_a_text_that_is_no_module_has_no_mutants() -> None:
    assert not is_python(b"a = = b")
    with pytest.raises(SyntaxError):
        mutants_of_module(MODULE, b"a = = b")


LONG = b"""a(
    b,
)
def c():
    if d:
        e = [
            f,
        ]
"""


def test_a_statement_ran_if_a_line_of_it_did() -> None:
    assert whole_statements(LONG, [2]) == {1, 2, 3}
    assert whole_statements(LONG, [7]) == {6, 7, 8}
    assert whole_statements(LONG, [5]) == {5}


def test_a_statement_that_holds_others_ends_before_them() -> None:
    assert whole_statement(LONG, 8) == {6, 7, 8}
    assert whole_statement(LONG, 4) == {4}


IMPORT = Recorded("", {"hooks/a.py": frozenset({1})}, 9)
OWN = Recorded("tests/test_a.py", {"hooks/a.py": frozenset({2, 3})}, 5)
QUICK = Recorded("tests/test_quick.py", {"hooks/a.py": frozenset({3})}, 1)
OTHER_LINE = Recorded("tests/test_other_line.py", {"hooks/a.py": frozenset({4})}, 1)
ELSEWHERE = Recorded("tests/test_elsewhere.py", {"hooks/b.py": frozenset({3})}, 1)
ALL = [IMPORT, QUICK, OTHER_LINE, ELSEWHERE, OWN]


def test_tests_of_the_same_name_try_a_change_first_and_those_of_other_lines_last() -> None:
    assert in_order(ALL, Path("hooks/a.py"), frozenset({3})) == [OWN, QUICK, OTHER_LINE]
    assert in_order(ALL, Path("hooks/a.py"), frozenset({4})) == [OTHER_LINE, QUICK, OWN]


def test_all_tests_try_a_change_of_a_line_that_only_an_import_runs() -> None:
    assert in_order(ALL, Path("hooks/a.py"), frozenset({1})) == [OWN, QUICK, OTHER_LINE, ELSEWHERE]


def test_a_record_names_modules_as_in_the_checkout_and_the_quickest_tests_first() -> None:
    record = {
        "seconds": {"tests/test_a.py": 2.5, "tests/test_b.py": 1.0},
        "lines": {"tests/test_a.py": {"/kopia/hooks/a.py": [1, 2]}},
    }
    assert recorded(record, Path("/kopia")) == [
        Recorded("tests/test_b.py", {}, 1.0),
        Recorded("tests/test_a.py", {"hooks/a.py": frozenset({1, 2})}, 2.5),
    ]


def test_lines_are_noted_for_the_file_of_tests_that_runs_them(tmp_path: Path) -> None:
    module = tmp_path / "a.py"
    code = compile("def a(b):\n    if b:\n        return 1\n    return 2\n", str(module), "exec")
    names: dict[str, object] = {}
    exec(code, names)  # noqa: S102  # three lines of our own
    function = names["a"]
    assert callable(function)
    recorder = LineRecorder(str(tmp_path))
    before = sys.gettrace()
    try:
        for file, value in (("tests/test_a.py", True), ("tests/test_b.py", False)):
            sys.settrace(None)  # as a test leaves it that runs out of stack
            recorder.pytest_runtest_logstart(f"{file}::test")
            function(value)
    finally:
        sys.settrace(before)
        threading.settrace(before)
    assert recorder.lines["tests/test_a.py"] == {str(module): {2, 3}}
    assert recorder.lines["tests/test_b.py"] == {str(module): {2, 4}}
