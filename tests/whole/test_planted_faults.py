"""Everything wrong is told at once: twenty different faults in five of the real entries give twenty messages."""

import shutil
from pathlib import Path

import pytest
import yaml
from tests.support.entries import CASES, problems_in
from tests.support.paths import PRACTICES

import validate

FAULTS: list[dict[str, str]] = yaml.safe_load((CASES / "_faults.yml").read_text(encoding="utf-8"))


@pytest.fixture
def practices(tmp_path: Path) -> Path:
    """The real practices, to be spoilt."""
    return Path(shutil.copytree(PRACTICES, tmp_path / "practices"))


def plant(practices: Path, fault: dict[str, str]) -> None:
    path = practices / fault["entry"] / "index.md"
    before, found, after = path.read_text(encoding="utf-8").partition(fault["good"])
    assert found, fault["good"]
    path.write_text(before + fault["bad"] + after, encoding="utf-8")


def place_of(practices: Path, fault: dict[str, str]) -> str:
    """The path and the line a fault stands on, once all are planted."""
    text = (practices / fault["entry"] / "index.md").read_text(encoding="utf-8")
    line = text[: text.index(fault["bad"])].count("\n") + 1
    return f"practices/{fault['entry']}/index.md:{line}:"


def test_the_real_practices_are_in_order() -> None:
    assert validate.validated(PRACTICES, [], "text") == ("Wszystko w porządku.", 0)


def test_twenty_faults_in_five_files_are_twenty_messages_each_on_its_line(practices: Path) -> None:
    for fault in FAULTS:
        plant(practices, fault)
    places = [place_of(practices, fault) for fault in FAULTS]
    lines = problems_in(practices)
    assert len(lines) == len(FAULTS) == 20
    assert len({fault["entry"] for fault in FAULTS}) == 5
    for place, fault in zip(places, FAULTS, strict=True):
        assert any(line.startswith(place) and fault["said"] in line for line in lines), (fault, lines)
