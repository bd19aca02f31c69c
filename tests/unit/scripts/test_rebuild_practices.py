"""The way back from data that somebody prepared: a sentence, and nothing is left of the attempt."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.support.samples import published

import rebuild_practices
from _shared.environment import CommandError
from goodpractices.publishing.open_data.records import practice_json, practice_record, practices_json


def levels(number: int) -> str:
    return "[" * number + "]" * number


@pytest.fixture
def data(tmp_path: Path) -> dict[str, Any]:
    catalogue = published(tmp_path / "katalog", {"las": {}, "staw": {}})
    records = [practice_json(practice_record(each, catalogue)) for each in catalogue.published]
    whole: dict[str, Any] = json.loads(b"".join(practices_json(records, catalogue)))
    return whole


def refused(text: str, tmp_path: Path) -> str:
    """What is said of data; the folder they were to become is not there, nor a part of it."""
    place = tmp_path / "strona" / "dane"
    place.mkdir(parents=True)
    (place / "praktyki.json").write_text(text, encoding="utf-8")
    made = tmp_path / "nowe" / "practices"
    with pytest.raises(CommandError) as error:
        rebuild_practices.rebuild(place / "praktyki.json", made, None)
    assert [*made.parent.iterdir()] == []
    return str(error.value)


@pytest.mark.parametrize("text", [levels(100_000), '{"practices": ' + levels(50_000) + "}"])
def test_data_of_endless_levels_are_refused(text: str, tmp_path: Path) -> None:
    assert refused(text, tmp_path).endswith("praktyki.json ma za dużo poziomów, by były to dane katalogu.")


def test_levels_that_can_be_read_but_not_written_are_refused(data: dict[str, Any], tmp_path: Path) -> None:
    data["practices"][0]["title"] = json.loads(levels(900))
    assert "ma za dużo poziomów" in refused(json.dumps(data), tmp_path)


@pytest.mark.parametrize("place", ["id", "title", "nowe\ud800pole"])
def test_halves_of_letters_are_refused(place: str, data: dict[str, Any], tmp_path: Path) -> None:
    data["practices"][0][place] = "\udfff"
    assert "ma połówki znaków (\\ud800–\\udfff)" in refused(json.dumps(data), tmp_path)


def test_a_practice_given_twice_is_refused_rather_than_dropped(data: dict[str, Any], tmp_path: Path) -> None:
    data["practices"].append(data["practices"][0])
    assert (
        refused(json.dumps(data), tmp_path)
        == "W danych są dwie praktyki „las”. Pobierz plik praktyki.json jeszcze raz."
    )
