"""What a command says of its own preparations, and where."""

import ast

import pytest
from tests.support.paths import ROOT

from _shared import environment
from _shared.console import announce

PREPARING = ("browsers", "debian", "environment", "locks", "npm", "other_browsers", "pango")


def test_what_is_set_up_is_said_on_the_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    announce("Przygotowuję…")
    environment.show_progress(10, 20)
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "Przygotowuję…\n  10/20\n")


@pytest.mark.parametrize("module", PREPARING)
def test_a_first_run_leaves_the_output_to_the_result(module: str) -> None:
    """Whoever asks for JSON gets JSON on a fresh machine too."""
    code = ast.parse((ROOT / "scripts" / "_shared" / f"{module}.py").read_text(encoding="utf-8"))
    printing = [each for each in ast.walk(code) if isinstance(each, ast.Call) and ast.unparse(each.func) == "print"]
    assert [ast.unparse(each) for each in printing if "file" not in {key.arg for key in each.keywords}] == []
