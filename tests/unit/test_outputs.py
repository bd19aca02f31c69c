"""Every field of a practice reaches every output, or stands here with the reason why it does not."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.support.outputs import FULL, fields_forgotten
from tests.support.paths import ROOT

from goodpractices.catalogue import SECTIONS, Practice, record_shape

TOO_LONG_FOR_A_CELL = "a cell holds a date, a number, a choice or a name; texts and lists of records are in the JSON"
NO_WORDS = "it is a number, or a choice that pages show as one among many"
NAMES = "a name of a person, an institution or a work stays as it is"

ABSENT: dict[str, dict[str, str]] = {
    "page": {
        "id": "it is in the address of the page and in data-practice",
        "editorial": "pages say the state and the days of it each at their place; as a whole it is on withdrawn pages",
        "former_ids": "each is an address that leads to the page",
        "short_title": "it stands where the title is too long: on tiles, in the timeline",
        "not_applicable": "the list of what is missing leaves these out",
        "translations": "it stands on the page in the other language",
    },
    "search": {
        "id": "it is made of the title",
        "editorial": "it is about the entry, not about the practice",
        "former_ids": "they lead to the page, and are made of earlier titles",
        "funding": "its programmes are found where they are named in words; amounts are for sorting",
        "media": "a picture is no answer to words",
        "not_applicable": "it says what is not there",
        **dict.fromkeys(("age_range", "evaluation", "participation_level", "sdg", "criteria"), NO_WORDS),
    },
    "csv": dict.fromkeys(
        (
            "former_ids",
            "original_title",
            "plain_summary",
            "easy_to_read",
            "age_range",
            "key_dates",
            "components",
            "delivery_mode",
            "recurrence",
            "resources",
            "evaluation",
            "participation_level",
            "recognition",
            "claims",
            "obstacles",
            "transfer",
            "adoptions",
            "relations",
            "events",
            "criteria",
            "contacts",
            "media",
            "documents",
            "not_applicable",
            *SECTIONS,
        ),
        TOO_LONG_FOR_A_CELL,
    ),
    "json": {},
    "form": {"translations": "they have files of their own"},
    "guide": {
        "id": "the guide explains it where it says how a folder is called",
        **dict.fromkeys(SECTIONS, "the guide explains headings apart from fields"),
    },
    "translation": {
        **dict.fromkeys(("sources.title", "sources.publisher", "documents.title"), NAMES),
        **dict.fromkeys(("original_title.text", "evaluation.by", "media.credit"), NAMES),
    },
    "words": {},
}

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
    model.write_text(f"{head}class Practice:{practice.replace(first, f'    motto: {field} = None{chr(10)}{first}')}")
    for locale in (package / "goodpractices" / "wording" / "locales").glob("*.yml"):
        added = "\nfield.motto: motto\nhelp.motto: One line.\n" if words else ""
        locale.write_text(locale.read_text(encoding="utf-8") + added, encoding="utf-8")
    asked = subprocess.run(
        [sys.executable, str(ROOT / "tests" / "support" / "outputs.py"), json.dumps({"motto": "Rośnij z nami"})],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(package), str(ROOT)])},
        capture_output=True,
        encoding="utf-8",
    )
    assert not asked.returncode, asked.stderr
    return {output for output, fields in json.loads(asked.stdout).items() if "motto" in fields}


def test_the_full_entry_fills_every_field() -> None:
    assert {name for name, value in FULL.items() if value} == record_shape(Practice)["fields"].keys() - {"id"}


@pytest.fixture(scope="module")
def forgotten(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    return fields_forgotten({}, tmp_path_factory.mktemp("full"))


@pytest.mark.parametrize("output", ABSENT)
def test_every_field_is_in_the_output_or_is_left_out_for_a_reason(output: str, forgotten: dict[str, list[str]]) -> None:
    missing = sorted(set(forgotten[output]) - ABSENT[output].keys())
    there = sorted(ABSENT[output].keys() - set(forgotten[output]))
    assert not missing, f"{output} forgets {', '.join(missing)}"
    assert not there, f"{output} is said to leave out what it shows: {', '.join(there)}"


def test_no_output_goes_unasked(forgotten: dict[str, list[str]]) -> None:
    assert forgotten.keys() == ABSENT.keys()


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
