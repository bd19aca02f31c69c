"""Files of every kind that people hand in: what arrives, what is asked, and that nothing else does."""

from collections.abc import Mapping
from typing import Any

import pytest
import yaml
from tests.support.office import OFFERED, noted
from tests.support.paths import ROOT
from tests.support.submissions import PL

from bench.office_files.packing import docx, odf_part, ods, ods_rows, odt, rows_xml, sheet_part, word_part, xlsx
from goodpractices.editing.submissions.reading_files import read_file

FOLDER = ROOT / "tests" / "cases" / "_imports"
CASES = [
    pytest.param(case, id=f"{path.stem}: {case['claim']}")
    for path in sorted(FOLDER.glob("*.yml"))
    for case in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
]


def made(case: Mapping[str, Any]) -> tuple[str, bytes]:
    """The file of a case: the ending of its name, and its bytes."""
    if "docx" in case:
        parts = {**case.get("parts", {}), **{n: word_part(*each) for n, each in case.get("word_parts", {}).items()}}
        return ".docx", docx(case["docx"], parts, case.get("links"), case.get("main", "document.xml"))
    if "xlsx" in case:
        return ".xlsx", workbook(case)
    parts = {name: odf_part(*each) for name, each in case.get("odf_parts", {}).items()}
    if "odt" in case:
        return ".odt", odt(case["odt"], parts=parts)
    if "ods" in case:
        after = case.get("ods_after", "")
        return ".ods", ods({name: ods_rows(rows) + after for name, rows in case["ods"].items()}, parts=parts)
    return case["ending"], case["text"].encode(case.get("encoding", "utf-8"))


def workbook(case: Mapping[str, Any]) -> bytes:
    sheets = {}
    for n, (name, rows) in enumerate(case["xlsx"].items()):
        around = ("before", "after") if n == 0 else ("", "")
        before, after = (case.get(each, "") for each in around)
        sheets[name] = before + rows_xml(rows, case.get("hidden_rows", ()) if n == 0 else ()) + after
    return xlsx(
        sheets,
        case.get("formats", ()),
        {name: sheet_part(*each) for name, each in case.get("sheet_parts", {}).items()},
        case.get("links"),
        states=case.get("states"),
        strings=case.get("strings", ()),
        of_sheet={each: tuple(kind) for each, kind in case.get("of_sheet", {}).items()},
    )


@pytest.mark.parametrize("case", CASES)
def test_what_arrives_and_what_is_asked_is_just_this(case: Mapping[str, Any]) -> None:
    ending, data = made(case)
    read = read_file(data, ending, PL, OFFERED)
    expected = case.get("submissions") or [case]
    assert [dict(each.answers) for each in read] == [each["answers"] for each in expected]
    assert [list(map(list, each.leftovers)) for each in read] == [each.get("leftovers", []) for each in expected]
    assert [list(map(list, noted(each))) for each in read] == [each.get("notes", []) for each in expected]


def test_there_are_cases_of_every_kind() -> None:
    assert len(CASES) > 90
