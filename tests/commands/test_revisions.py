"""Two revisions compared: whatever a change brings along, its reviewers see all of it."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.support.entries import add, entry, practices_folder

import summarise_changes
from _shared import revisions
from _shared.environment import CommandError

AUTHOR = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_CONFIG_GLOBAL": os.devnull}
AUTHOR |= {"GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org"}


class Repository:
    """A repository with a catalogue of one practice, and what a test adds to it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.practices = practices_folder(folder)
        self.git("init", "-q")
        add(self.practices, "wzor/index.md", entry())
        self.commit()

    def git(self, *arguments: str, given: bytes = b"") -> str:
        environment = os.environ | AUTHOR
        done = subprocess.run(
            ["git", *arguments], cwd=self.folder, env=environment, input=given, capture_output=True, check=True
        )
        return done.stdout.decode().strip()

    def commit(self) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "x")

    def compared(self, monkeypatch: pytest.MonkeyPatch, old: str = "HEAD~1", new: str = "HEAD") -> tuple[str, int]:
        """What is told of two revisions to somebody in the folder of the repository."""
        unpack, named = revisions.unpack, revisions.commit_named
        monkeypatch.chdir(self.folder)
        monkeypatch.setattr(
            summarise_changes, "unpack", lambda commit, path, folder: unpack(commit, path, folder, self.folder)
        )
        monkeypatch.setattr(summarise_changes, "commit_named", lambda name: named(name, self.folder))
        return summarise_changes.summarised(old, new, "text")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path)


ADDED = "1 praktyka dodana\n\nnowa\n- dodano – cała praktyka: „Wzór”\n"


def test_a_folder_named_as_the_revision_hides_nothing(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(repository.practices, repository.folder / "HEAD")
    add(repository.practices, "nowa/index.md", entry())
    repository.commit()
    assert repository.compared(monkeypatch)[0].startswith(ADDED)
    assert repository.compared(monkeypatch, new="./HEAD")[0] == "Bez zmian w opisach praktyk.\n"


@pytest.mark.parametrize("place", [".gitattributes", "practices/.gitattributes"])
def test_what_is_left_out_of_archives_is_compared(
    place: str, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(repository.practices, "nowa/index.md", entry())
    add(repository.folder, place, "nowa export-ignore\n**/nowa/** export-ignore\n* export-subst ident eol=crlf\n")
    repository.commit()
    assert repository.compared(monkeypatch)[0].startswith(ADDED)


@pytest.mark.parametrize("target", ["/etc/passwd", "../../..", "index.en.md", "wzor"])
def test_a_symbolic_link_is_told_of_and_not_followed(
    target: str, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository.practices / "wzor" / "index.en.md").symlink_to(target)
    repository.commit()
    text, code = repository.compared(monkeypatch)
    assert code == 1
    assert "practices/wzor/index.en.md" in text
    assert "dowiązanie" in text


def test_a_picture_or_a_list_that_changed_is_told_of(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    places = repository.practices / "_registry" / "places.yml"
    places.write_text(places.read_text(encoding="utf-8") + "# nowa uwaga\n", encoding="utf-8")
    add(repository.practices, "wzor/index.md", entry({"short_title": "Nowy"}))
    repository.commit()
    text, code = repository.compared(monkeypatch)
    assert code == 0
    assert text.endswith("\n\nInne pliki\n- zmieniono – „_registry/places.yml”\n")
    assert "index.md" not in text


def test_a_replaced_object_is_read_as_it_was_proposed(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    add(repository.practices, "nowa/index.md", entry())
    repository.commit()
    old = repository.git("rev-parse", "HEAD~1")
    repository.git("replace", "HEAD", "HEAD~1")
    assert repository.compared(monkeypatch, old=old)[0].startswith(ADDED)


def test_a_tree_that_leads_out_of_its_folder_is_refused(repository: Repository, tmp_path: Path) -> None:
    blob = repository.git("hash-object", "-w", "--stdin", given=b"x")
    inner = repository.git("mktree", given=f"100644 blob {blob}\tx\n".encode())
    evil = b"40000 ..\0" + bytes.fromhex(inner)
    up = repository.git("hash-object", "-w", "-t", "tree", "--literally", "--stdin", given=evil)
    root = repository.git("mktree", given=f"040000 tree {up}\tpractices\n".encode())
    commit = repository.git("commit-tree", root, "-m", "x")
    with pytest.raises(CommandError, match="prowadzi poza folder"):
        revisions.unpack(commit, "practices", tmp_path / "out", repository.folder)
    assert not (tmp_path / "x").exists()


def test_a_revision_without_practices_is_refused(repository: Repository, tmp_path: Path) -> None:
    root = repository.git("mktree", given=b"")
    commit = repository.git("commit-tree", root, "-m", "x")
    with pytest.raises(CommandError, match="nie ma folderu practices"):
        revisions.unpack(commit, "practices", tmp_path / "out", repository.folder)
