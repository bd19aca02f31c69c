"""A field added to a copy of the model: every output that needs a line for it is named by the check of the outputs."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.support.paths import ROOT

# What a field of the model has to say to be in the outputs that follow from the model.
TOLD = 'Annotated[Label | None, Asked("main"), Explained("nazwa"), Searched("title", 1)]'


def forgotten_in_a_copy(folder: Path, field: str, *, words: bool) -> set[str]:
    """Which outputs forget a field ``motto`` of this type in a copy of the package, with words for it or without."""
    package = shutil.copytree(ROOT / "hooks", folder / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    model = package / "goodpractices" / "catalogue" / "model.py"
    lines = model.read_text(encoding="utf-8").replace("from .fields import (", "from .fields import (\n    Label,")
    head, practice = lines.split("class Practice:")
    first = "    original_title: "
    assert practice.count(first) == 1
    added = practice.replace(first, f"    motto: {field} = None\n{first}")
    model.write_text(f"{head}class Practice:{added}", encoding="utf-8")
    for locale in (package / "goodpractices" / "wording" / "locales").glob("*.yml"):
        further = "\nfield.motto: motto\nhelp.motto: One line.\n" if words else ""
        locale.write_text(locale.read_text(encoding="utf-8") + further, encoding="utf-8")
    # -P: the folder of the program is no place to import from, whatever its modules are called.
    asked = subprocess.run(
        [sys.executable, "-P", str(ROOT / "tests" / "support" / "outputs.py"), json.dumps({"motto": "Rośnij z nami"})],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(package), str(ROOT)])},
        capture_output=True,
        encoding="utf-8",
    )
    assert not asked.returncode, asked.stderr
    return {output for output, fields in json.loads(asked.stdout).items() if "motto" in fields}


def test_a_new_field_that_only_has_a_type_is_missed_wherever_a_line_is_needed(tmp_path: Path) -> None:
    assert forgotten_in_a_copy(tmp_path, "Label | None", words=False) == {
        "page",
        "search",
        "csv",
        "form",
        "guide",
        "words",
    }


def test_a_new_field_that_says_what_it_is_for_is_missed_by_pages_and_tables_alone(tmp_path: Path) -> None:
    assert forgotten_in_a_copy(tmp_path, TOLD, words=True) == {"page", "csv"}
