"""The plugin that notes which lines tests run, in a pytest of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

from _shared.environment import ROOT


def test_lines_that_run_before_the_first_test_are_noted_apart(tmp_path: Path) -> None:
    (tmp_path / "watched").mkdir()
    module = tmp_path / "watched" / "a.py"
    module.write_text("A = 1\n\n\ndef a():\n    return A\n", encoding="utf-8")
    (tmp_path / "conftest.py").write_text("import watched.a\n", encoding="utf-8")
    (tmp_path / "test_a.py").write_text("from watched.a import a\n\ndef test_a():\n    assert a()\n", encoding="utf-8")
    record = tmp_path / "record.json"
    variables = {
        "MUTANTS_RECORD": str(record),
        "MUTANTS_WATCHED": str(tmp_path / "watched"),
        "PYTHONPATH": f"{ROOT / 'scripts'}{os.pathsep}{tmp_path}",
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
    }
    subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "bench.mutating.inside_pytest", "--rootdir", ".", "test_a.py"],
        cwd=tmp_path,
        env={**os.environ, **variables},
        check=True,
        capture_output=True,
    )
    assert json.loads(record.read_text(encoding="utf-8"))["lines"] == {
        "": {str(module): [1, 4]},
        "test_a.py": {str(module): [5]},
    }
