"""The command that writes letters: all or none, nothing over what is there, the day in the entries only when told."""

from argparse import Namespace
from datetime import date
from pathlib import Path

import pytest
from tests.support.entries import add, entry, practices_folder

import ask
from _shared.environment import CommandError

DAY = date(2026, 11, 2)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = practices_folder(tmp_path)
    add(made, "las/index.md", entry({"title": "Las", "editorial": {"state": "published"}}))
    add(made, "gaj/index.md", entry({"title": "Gaj"}))
    return made


def options(to: Path, *ids: str, asked: date | None = None) -> Namespace:
    return Namespace(ids=[*ids], all=not ids, to=to, until=None, asked=asked)


@pytest.mark.slow
def test_each_practice_has_a_folder_with_the_letter_and_the_form(folder: Path, tmp_path: Path) -> None:
    assert ask.ask(options(tmp_path / "listy", "las", "gaj"), folder) == 0
    files = ["e-mail.txt", "formularz.docx", "list.docx", "opis.md"]
    assert {each.name: sorted(file.name for file in each.iterdir()) for each in (tmp_path / "listy").iterdir()} == {
        "las": files,
        "gaj": files,
    }


@pytest.mark.slow
def test_without_ids_all_that_readers_see_are_asked_about(folder: Path, tmp_path: Path) -> None:
    ask.ask(options(tmp_path / "listy"), folder)
    assert [each.name for each in (tmp_path / "listy").iterdir()] == ["las"]


@pytest.mark.slow
def test_nothing_is_written_over_and_then_nothing_at_all(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "listy" / "las").mkdir(parents=True)
    with pytest.raises(CommandError, match="już jest"):
        ask.ask(options(tmp_path / "listy", "gaj", "las", asked=DAY), folder)
    assert [each.name for each in (tmp_path / "listy").iterdir()] == ["las"]
    assert "asked" not in (folder / "gaj/index.md").read_text(encoding="utf-8")


def test_an_unknown_practice_stops_the_command(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="Nie ma praktyki „lasek”"):
        ask.ask(options(tmp_path / "listy", "lasek"), folder)


@pytest.mark.slow
def test_the_entries_say_who_was_asked_when_only_if_told(folder: Path, tmp_path: Path) -> None:
    path = folder / "las/index.md"
    before = path.read_bytes()
    ask.ask(options(tmp_path / "a", "las"), folder)
    assert path.read_bytes() == before
    ask.ask(options(tmp_path / "b", "las", asked=DAY), folder)
    said = path.read_text(encoding="utf-8")
    assert "asked: '2026-11-02'" in said
    assert all(f"\n    - {topic}\n" in said for topic in ("audience", "scale", "effect", "cost", "evidence"))


@pytest.mark.parametrize(
    "arguments",
    [
        ["--to", "x"],
        ["--all", "las", "--to", "x"],
        ["las"],
        ["las", "--to", "x", "--until", "jutro"],
        ["las", "--to", "x", "--until", "2020-01-01"],
        ["las", "--to", "x", "--asked", "2026-11-02", "--until", "2026-11-01"],
        ["las", "--to", "x", "--asked", "9999-12-31"],
    ],
)
def test_what_cannot_be_meant_is_refused(arguments: list[str]) -> None:
    with pytest.raises(SystemExit):
        ask.read_arguments(arguments)
