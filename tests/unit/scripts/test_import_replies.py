"""The command that takes replies: a draft for each, all or none, nothing in the catalogue and nothing over a draft."""

from argparse import Namespace
from datetime import date
from pathlib import Path

import pytest
from tests.support.entries import add, entry, practices_folder

import import_replies
from _shared.environment import CommandError

DAY = date(2026, 11, 12)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = practices_folder(tmp_path)
    for name in ("las", "gaj"):
        add(made, f"{name}/index.md", entry({"title": name.capitalize(), "editorial": {"state": "published"}}))
    return made


def reply(parent: Path, text: str, name: str = "list.txt") -> Path:
    path = parent / name
    path.write_text(text, encoding="utf-8")
    return path


def options(into: Path, *paths: Path, practice_id: str = "las", dry_run: bool = False) -> Namespace:
    return Namespace(paths=[*paths], practice_id=practice_id, by="", day=DAY, into=into, dry_run=dry_run)


@pytest.mark.slow
def test_a_reply_becomes_a_draft_beside_the_catalogue(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (folder / "las/index.md").read_bytes()
    path = reply(tmp_path, "Potwierdzamy.\nZadzwonimy jutro.\nTrudności: susza\n")
    assert import_replies.import_replies(options(tmp_path / "szkice", path), folder) == 0
    text = (tmp_path / "szkice/las/index.md").read_text(encoding="utf-8")
    assert "answered: '2026-11-12'" in text
    assert "answer: confirmed" in text
    assert (folder / "las/index.md").read_bytes() == before
    out = capsys.readouterr().out
    assert "Zmienione pola: trudności" in out
    assert "Zadzwonimy jutro" in out


@pytest.mark.slow
def test_a_dry_run_writes_nothing(folder: Path, tmp_path: Path) -> None:
    path = reply(tmp_path, "Potwierdzamy.")
    assert import_replies.import_replies(options(tmp_path / "szkice", path, dry_run=True), folder) == 0
    assert not (tmp_path / "szkice").exists()


@pytest.mark.slow
def test_a_reply_to_nothing_stops_all_of_them(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = reply(tmp_path, "Znak: gaj / 2026-10-05\nPotwierdzamy.")
    bad = reply(tmp_path, "Potwierdzamy.", "inny.txt")
    assert import_replies.import_replies(options(tmp_path / "szkice", good, bad, practice_id=""), folder) == 1
    assert not (tmp_path / "szkice").exists()
    assert "inny.txt: Nie wiadomo, której praktyki dotyczy ta odpowiedź." in capsys.readouterr().err


@pytest.mark.slow
def test_a_draft_that_is_there_is_not_written_over(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "szkice" / "las").mkdir(parents=True)
    with pytest.raises(CommandError, match="już jest"):
        import_replies.import_replies(options(tmp_path / "szkice", reply(tmp_path, "Potwierdzamy.")), folder)


@pytest.mark.slow
def test_two_replies_about_one_practice_come_one_after_the_other(folder: Path, tmp_path: Path) -> None:
    paths = [reply(tmp_path, "Potwierdzamy.", name) for name in ("a.txt", "b.txt")]
    with pytest.raises(CommandError, match="jedna po drugiej"):
        import_replies.import_replies(options(tmp_path / "szkice", *paths), folder)


@pytest.mark.slow
def test_a_draft_with_a_problem_is_kept_and_told(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = reply(tmp_path, "Kontakt: ktos.prywatny@gmail.com")
    assert import_replies.import_replies(options(tmp_path / "szkice", path), folder) == 1
    assert (tmp_path / "szkice/las/index.md").is_file()
    assert "contacts[0].email" in capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.parametrize("into", ["inny", "."])
def test_a_problem_names_the_file_that_was_written(
    into: str, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = reply(tmp_path, "Kontakt: ktos.prywatny@gmail.com")
    (tmp_path / "inny").mkdir()
    monkeypatch.chdir(tmp_path / "inny" if into == "." else tmp_path)
    assert import_replies.import_replies(options(Path(into), path), folder) == 1
    assert (tmp_path / "inny/las/index.md").is_file()
    assert "inny/las/index.md:" in capsys.readouterr().err
