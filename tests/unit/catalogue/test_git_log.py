"""How Git is asked about the entries, whoever configured it; what it answers is tried with Git itself elsewhere."""

import os
import subprocess
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from goodpractices.catalogue.git_log import Repository

ANSWER = ["true", ".git/shallow", "c" * 40, "d" * 40]


class Git:
    """Stands in for Git: gives an answer, and notes how it was asked."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *lines: str, code: int = 0) -> None:
        self._lines, self._code = lines, code
        self.command: list[str] = []
        self.options: dict[str, Any] = {}
        monkeypatch.setattr("subprocess.run", self.run)

    def run(self, command: list[str], **options: Any) -> subprocess.CompletedProcess[bytes]:
        self.command, self.options = command, options
        return subprocess.CompletedProcess(command, self._code, os.fsencode("\n".join(self._lines)))


def test_git_is_asked_in_the_same_way_whatever_its_owner_configured(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    git = Git(monkeypatch, *ANSWER)
    Repository.of(tmp_path)
    program, *rest = git.command
    settings = dict(zip(rest[1:8:2], rest[:8:2], strict=True))
    assert program == "git"
    assert settings == dict.fromkeys(
        ("log.showSignature=false", "log.showRoot=true", "core.quotePath=false", "core.fsmonitor=false"), "-c"
    )
    assert rest[8:] == ["rev-parse", "--is-shallow-repository", "--git-path", "shallow", "HEAD", "HEAD:./"]
    asked = git.options["env"]
    own = {"GIT_NO_REPLACE_OBJECTS": "1", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0"}
    assert {name: asked[name] for name in own} == own
    assert asked.keys() >= os.environ.keys()
    assert (git.options["cwd"], git.options["timeout"]) == (tmp_path, 20)


def test_a_repository_is_known_by_its_last_commit_and_by_where_a_shallow_copy_ends(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    Git(monkeypatch, *ANSWER)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "shallow").write_bytes(b"x")
    found = Repository.of(tmp_path)
    assert found == Repository(tmp_path, "c" * 40, "d" * 40, is_shallow=True, ends=sha256(b"x").hexdigest())
    Git(monkeypatch, "false", *ANSWER[1:])
    whole = Repository.of(tmp_path)
    assert whole is not None
    assert not whole.is_shallow


@pytest.mark.parametrize(("lines", "code"), [(ANSWER, 128), (ANSWER[:3], 0), ([], 0)])
def test_where_git_knows_no_such_folder_there_is_no_repository(
    lines: list[str], code: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    Git(monkeypatch, *lines, code=code)
    assert Repository.of(tmp_path) is None


@pytest.mark.parametrize("error", [FileNotFoundError(), subprocess.TimeoutExpired("git", 20)])
def test_without_git_or_its_answer_there_is_no_repository(
    error: Exception, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("subprocess.run", refused)
    assert Repository.of(tmp_path) is None
