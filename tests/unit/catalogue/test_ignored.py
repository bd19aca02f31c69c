"""What systems, editors and Git's own list leave aside is passed over; everything else is reported."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.support.entries import PRACTICE, add, entry, practices_folder, problems_in

from goodpractices.catalogue import ignored, is_left_behind, load_catalogue, refuse_symlinks

LEFT = [
    "Thumbs.db",
    "thumbs.DB",
    "desktop.ini",
    ".DS_Store",
    "._index.md",
    "index.md~",
    ".#index.md",
    "#index.md#",
    ".index.md.swp",
    "~$opis.docx",
    ".~lock.opis.odt#",
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = practices_folder(tmp_path)
    add(made, f"{PRACTICE}/index.md", entry())
    return made


class Git:
    """Stands in for Git: ignores files of these names, and notes what it was asked."""

    def __init__(self, names: Sequence[str], monkeypatch: pytest.MonkeyPatch, code: int = 0) -> None:
        self.names, self.code = names, code
        self.asked: list[list[str]] = []
        monkeypatch.setattr("subprocess.run", self.run)

    def run(self, command: list[str], *, input: bytes, **_: Any) -> subprocess.CompletedProcess[bytes]:  # noqa: A002
        self.asked.append(input.decode().split("\0"))
        found = [name for name in self.asked[-1] if name.rpartition("/")[2] in self.names]
        return subprocess.CompletedProcess(command, self.code, "".join(f"{name}\0" for name in found).encode())


@pytest.fixture
def repository(folder: Path) -> Path:
    (folder.parent / ".git").mkdir()
    return folder


@pytest.mark.parametrize("name", LEFT)
def test_what_a_program_leaves_is_passed_over_wherever_it_lies(name: str, folder: Path) -> None:
    for place in ("", f"{PRACTICE}/", "_registry/", "_vocabularies/"):
        add(folder, f"{place}{name}", b"x")
    assert problems_in(folder) == []


def test_a_link_that_an_editor_keeps_while_a_file_is_open_is_passed_over(folder: Path) -> None:
    for place in ("", PRACTICE, "_registry", "_vocabularies"):
        (folder / place / ".#index.md").symlink_to("anna@komputer.123")
    assert problems_in(folder) == []
    refuse_symlinks(folder)


def test_hidden_files_and_folders_are_passed_over(folder: Path) -> None:
    for place in ("", f"{PRACTICE}/", "_registry/", "_vocabularies/"):
        add(folder, f"{place}.editorconfig", b"x")
    add(folder, ".vscode/settings.json", b"{}")
    assert problems_in(folder) == []


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("README.md", False),
        ("INNY.md", True),
        ("_registry/inny.yml", True),
        ("_vocabularies/inny.yml", True),
        (f"{PRACTICE}/notatki.txt", True),
        (f"{PRACTICE}/Las.JPG", False),
        (f"{PRACTICE}/las.webp", False),
        (f"{PRACTICE}/las.gif", True),
    ],
)
def test_whatever_does_not_belong_to_the_catalogue_is_told(name: str, folder: Path, *, told: bool) -> None:
    add(folder, name, b"x")
    found = [line for line in problems_in(folder) if "nie należy do katalogu" in line]
    assert [line.split(":")[0] for line in found] == ([f"practices/{name}"] if told else [])


@pytest.mark.parametrize("name", ["index.md", "~index.md", "thumbs.db.jpg", "indexmd", "swp", "a#"])
def test_other_names_are_ours(name: str) -> None:
    assert not is_left_behind(name)


def test_what_git_ignores_is_passed_over_and_git_is_asked_once(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git = Git(["notatki.txt", "SZKIC"], monkeypatch)
    for name in ("notatki.txt", f"{PRACTICE}/notatki.txt", f"{PRACTICE}/inne.txt", "_registry/notatki.txt", "SZKIC/x"):
        add(repository, name, b"x")
    [line] = problems_in(repository)
    assert line.startswith(f"practices/{PRACTICE}/inne.txt: Ten plik nie należy do katalogu")
    assert len(git.asked) == 1


def test_git_is_not_asked_where_everything_is_known(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git = Git([], monkeypatch)
    assert problems_in(repository) == []
    assert git.asked == []


def test_git_is_not_asked_outside_a_repository(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git = Git(["x"], monkeypatch)
    assert ignored(folder, [folder / "x"]) == set()
    assert git.asked == []


@pytest.mark.parametrize("code", [1, 128])
def test_where_git_has_no_answer_names_decide(code: int, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Git(["x"], monkeypatch, code)
    assert ignored(repository, [repository / "x", repository / "Thumbs.db"]) == {repository / "Thumbs.db"}


def test_without_git_names_decide(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object, **__: object) -> None:
        raise FileNotFoundError

    monkeypatch.setattr("subprocess.run", missing)
    assert ignored(repository, [repository / "x"]) == set()


def test_a_picture_that_git_ignores_is_neither_reported_nor_published(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Git(["prywatne.jpg"], monkeypatch)
    add(repository, f"{PRACTICE}/prywatne.jpg", b"x")
    assert problems_in(repository) == []
    assert load_catalogue(repository).practices[PRACTICE].media == ()
    add(repository, f"{PRACTICE}/index.md", entry({"media": [{"file": "prywatne.jpg", "alt": "Las", "credit": "UM"}]}))
    assert any("nie ma zdjęcia „prywatne.jpg”" in line for line in problems_in(repository))


@pytest.mark.skipif(shutil.which("git") is None, reason="there is no Git here")
def test_git_itself_is_asked_what_it_ignores(folder: Path) -> None:
    subprocess.run(["git", "init", "-q", str(folder.parent)], check=True)
    add(folder.parent, ".gitignore", "*.kopia\n")
    for name in ("ż ó.kopia", "b.txt"):
        add(folder, f"{PRACTICE}/{name}", b"")
    paths = sorted((folder / PRACTICE).iterdir())
    assert {path.name for path in ignored(folder, paths)} == {"ż ó.kopia"}
