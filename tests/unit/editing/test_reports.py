"""What editors read: a line a problem, and nothing an entry could abuse."""

from goodpractices.catalogue import Problem
from goodpractices.editing import problem_line, report
from goodpractices.wording import Translations

PL = Translations.load("pl")
EN = Translations.load("en")

SYMLINK = Problem("symlink", path="practices/a")
MISSING = Problem("missing", ("indicators", 0, "source"), path="practices/b/index.md", line=7, column=12)


def test_a_line_says_where_what_and_how_to_mend_it() -> None:
    assert problem_line(MISSING, PL) == "practices/b/index.md:7:12: indicators[0].source: Uzupełnij to pole."
    assert problem_line(SYMLINK, EN).startswith("practices/a: ")


def test_a_near_value_is_suggested_and_otherwise_the_choice_is_shown() -> None:
    near = Problem("not_allowed", ("lifecycle",), {"value": "runing", "nearest": "running", "allowed": "idea, running"})
    far = Problem("not_allowed", ("lifecycle",), {"value": "trwa", "nearest": None, "allowed": "idea, running"})
    assert problem_line(near, PL).endswith("Nie można tu wpisać „runing”. Może chodziło o „running”?")
    assert problem_line(far, PL).endswith("Nie można tu wpisać „trwa”. Wybierz jedno z: idea, running.")


def test_a_report_ends_with_how_many_and_what_now() -> None:
    lines = report([SYMLINK, MISSING, MISSING], PL).splitlines()
    assert len(lines) == 5
    assert lines[-1].startswith("3 błędy (2 pliki). Nic nie zostało zapisane.")


def test_nothing_an_entry_says_leaves_its_line_or_commands_a_log() -> None:
    value = "a\n::error::b\r\x1b[31m\u202e ##[add-mask]c\u00a0d"
    line = problem_line(
        Problem("unknown_section", (), {"value": value, "known": "x"}, path="practices/\udcf1/index.md"), PL
    )
    assert line.isprintable()
    assert "##[" not in line
    assert line.startswith("practices/?/index.md: Nieznany nagłówek „a ::error::b ?[31m? ## [add-mask]c d”.")


def test_what_is_very_long_is_shown_by_its_beginning() -> None:
    problem = Problem("unknown_key", ("x" * 5000,), {"value": "x" * 5000, "allowed": "a, b", "nearest": None})
    assert len(problem_line(problem, PL)) < 400
