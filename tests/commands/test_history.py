"""What changed day by day, from repositories of every kind: whole, shallow, absent, foreign, dishonest."""

import os
import shutil
import subprocess
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.support.entries import add, entry, practices_folder

from goodpractices.catalogue import Cache, EntryChange, FieldChange, History, history, read_history

NOBODY = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_CONFIG_GLOBAL": os.devnull}
NOBODY |= {"GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org"}
PUBLISHED = {"editorial": {"state": "published"}}
DRAFT = {"editorial": {"state": "draft"}}
WITHDRAWN = {"editorial": {"state": "withdrawn", "reason": "Powód."}}
NOON = "T12:00:00+0000"


class Repository:
    """A repository with a folder of practices."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.practices = practices_folder(folder)
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str, day: str = "2026-01-01") -> str:
        when = {"GIT_AUTHOR_DATE": day + NOON, "GIT_COMMITTER_DATE": day + NOON}
        done = subprocess.run(
            ["git", *arguments], cwd=self.folder, env=os.environ | NOBODY | when, capture_output=True, check=True
        )
        return done.stdout.decode().strip()

    def commit(self, day: str, **entries: Any) -> None:
        """Commit entries: the fields of each, its text, or ``None`` where it goes."""
        for name, given in entries.items():
            if given is None:
                shutil.rmtree(self.practices / name)
            else:
                add(self.practices, f"{name}/index.md", given if isinstance(given, str | bytes) else entry(given))
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "x", day=day)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "repo")


def known(folder: Path, cache: Cache | None = None) -> History:
    found = read_history(folder, cache)
    assert found is not None
    return found


def told(found: History) -> dict[str, dict[str, str]]:
    """What became of each entry, by day."""
    return {each.day.isoformat(): {entry.practice: entry.kind for entry in each.entries} for each in found.days}


def test_entries_come_change_and_go_for_readers_alone(repository: Repository) -> None:
    repository.commit("2026-01-01", las=PUBLISHED, sad=DRAFT, staw=PUBLISHED, szkic=DRAFT)
    repository.commit("2026-01-05", las={**PUBLISHED, "lifecycle": "ended"}, szkic={**DRAFT, "lifecycle": "ended"})
    repository.commit("2026-02-01", sad=PUBLISHED, staw=WITHDRAWN)
    repository.commit("2026-02-02", las=None, szkic=None)
    found = known(repository.practices)
    assert told(found) == {
        "2026-02-02": {"las": "removed"},
        "2026-02-01": {"sad": "new", "staw": "withdrawn"},
        "2026-01-05": {"las": "changed"},
        "2026-01-01": {"las": "new", "staw": "new"},
    }
    assert found.days[2].entries == (
        EntryChange("las", "changed", (FieldChange("lifecycle", "changed", ("running",), ("ended",)),)),
    )
    assert found.since is None


def test_of_a_day_the_first_and_the_last_version_are_compared(repository: Repository) -> None:
    repository.commit("2026-01-01", las=PUBLISHED)
    repository.commit("2026-01-02", las={**PUBLISHED, "lifecycle": "pilot", "title": "Inny"})
    repository.commit("2026-01-02", las={**PUBLISHED, "lifecycle": "ended"})
    repository.commit("2026-01-03", las={**PUBLISHED, "lifecycle": "pilot"})
    repository.commit("2026-01-03", las={**PUBLISHED, "lifecycle": "ended"})
    assert told(known(repository.practices)) == {"2026-01-02": {"las": "changed"}, "2026-01-01": {"las": "new"}}
    (change,) = known(repository.practices).days[0].entries[0].fields
    assert (change.old, change.new) == (("running",), ("ended",))


def test_what_a_merge_brings_is_of_its_day(repository: Repository) -> None:
    repository.commit("2026-01-01", las=PUBLISHED)
    repository.git("checkout", "-q", "-b", "propozycja")
    repository.commit("2026-01-02", sad=PUBLISHED)
    repository.git("checkout", "-q", "main")
    repository.git("merge", "-q", "--no-ff", "-m", "x", "propozycja", day="2026-03-01")
    assert told(known(repository.practices)) == {"2026-03-01": {"sad": "new"}, "2026-01-01": {"las": "new"}}


def test_a_shallow_copy_says_from_when_it_knows(repository: Repository, tmp_path: Path) -> None:
    repository.commit("2026-01-01", las=PUBLISHED)
    repository.commit("2026-01-05", las={**PUBLISHED, "lifecycle": "pilot"})
    repository.commit("2026-02-01", las={**PUBLISHED, "lifecycle": "ended"})
    copies = {}
    for depth in ("1", "2"):
        copy = tmp_path / f"copy-{depth}"
        repository.git("clone", "-q", "--depth", depth, f"file://{repository.folder}", str(copy))
        copies[depth] = known(copy / "practices")
    assert (told(copies["1"]), copies["1"].since) == ({}, date(2026, 2, 1))
    assert (told(copies["2"]), copies["2"].since) == ({"2026-02-01": {"las": "changed"}}, date(2026, 1, 5))


def test_a_copy_that_is_deepened_is_looked_at_again(repository: Repository, tmp_path: Path) -> None:
    repository.commit("2026-01-01", las=PUBLISHED)
    repository.commit("2026-02-01", las={**PUBLISHED, "lifecycle": "ended"})
    copy = tmp_path / "copy"
    repository.git("clone", "-q", "--depth", "1", f"file://{repository.folder}", str(copy))
    cache = Cache(tmp_path / "cache.sqlite")
    assert known(copy / "practices", cache).days == ()
    cache.save()
    subprocess.run(["git", "fetch", "-q", "--unshallow"], cwd=copy, check=True, capture_output=True)
    assert len(known(copy / "practices", cache).days) == 2


def test_without_git_a_repository_or_a_place_in_it_nothing_is_known(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit("2026-01-01", las=PUBLISHED)
    assert read_history(practices_folder(tmp_path / "zip")) is None
    unpacked = repository.folder / "rozpakowane"
    shutil.copytree(repository.practices, unpacked / "practices")
    assert read_history(unpacked / "practices") is None
    monkeypatch.setenv("PATH", str(tmp_path))
    assert read_history(repository.practices) is None


def test_a_repository_without_commits_knows_nothing(repository: Repository) -> None:
    assert read_history(repository.practices) is None


@pytest.mark.parametrize(
    "spoilt",
    [b"", b"\xff\xfe\x00\x01", b"---\n", "---\neditorial: [[[[\n---\n", "x" * 300_000, "---\n" + "a: &a [*a]\n" * 9],
)
def test_versions_that_cannot_be_read_are_said_to_be_so(repository: Repository, spoilt: str | bytes) -> None:
    repository.commit("2026-01-01", las=PUBLISHED)
    repository.commit("2026-01-02", las=spoilt)
    repository.commit("2026-01-03", las={**PUBLISHED, "lifecycle": "ended"})
    assert told(known(repository.practices)) == {
        "2026-01-03": {"las": "unclear"},
        "2026-01-02": {"las": "unclear"},
        "2026-01-01": {"las": "new"},
    }


def test_no_commit_is_of_a_later_day_than_one_made_upon_it(repository: Repository) -> None:
    repository.commit("2099-01-01", las=PUBLISHED)
    repository.commit("2026-01-02", sad=PUBLISHED)
    repository.commit("2026-01-03", staw=PUBLISHED)
    assert told(known(repository.practices)) == {
        "2026-01-03": {"staw": "new"},
        "2026-01-02": {"las": "new", "sad": "new"},
    }


def test_a_commit_without_a_day_takes_it_from_none_before_it(repository: Repository) -> None:
    repository.commit("2026-01-01", las=PUBLISHED)
    repository.commit("1970-01-01", sad=PUBLISHED)
    repository.commit("2026-02-01", bor=PUBLISHED)
    assert told(known(repository.practices)) == {
        "2026-02-01": {"sad": "new", "bor": "new"},
        "2026-01-01": {"las": "new"},
    }


def test_links_and_names_that_are_no_entries_are_passed_over(repository: Repository) -> None:
    secret = add(repository.folder, "sekret.md", entry(PUBLISHED))
    link = repository.practices / "las" / "index.md"
    link.parent.mkdir()
    link.symlink_to(secret)
    add(repository.practices, "ŻÓŁĆ/index.md", entry(PUBLISHED))
    add(repository.practices, "a\nb/index.md", entry(PUBLISHED))
    add(repository.practices, "las/glebiej/index.md", entry(PUBLISHED))
    repository.commit("2026-01-01", sad=PUBLISHED)
    assert told(known(repository.practices)) == {"2026-01-01": {"sad": "new"}}


def test_what_is_found_is_kept_by_the_commit(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit("2026-01-01", las=PUBLISHED)
    cache = Cache(tmp_path / "cache.sqlite")
    first = known(repository.practices, cache)
    cache.save()
    with monkeypatch.context() as patch:
        patch.setattr(history, "version_of", None)
        assert known(repository.practices, Cache(tmp_path / "cache.sqlite")) == first
    repository.commit("2026-01-02", sad=PUBLISHED)
    assert len(known(repository.practices, Cache(tmp_path / "cache.sqlite")).days) == 2


def test_a_day_with_very_many_changes_is_counted_and_no_more(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "MOST_OF_A_DAY", 3)
    repository.commit("2026-01-01", **{f"p{n}": PUBLISHED for n in range(5)})
    (day,) = known(repository.practices).days
    assert (len(day.entries), day.further) == (3, 2)


def test_a_deep_history_is_read_so_far_and_says_so(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "MOST", 2)
    for day in range(1, 6):
        repository.commit(f"2026-01-0{day}", las={**PUBLISHED, "title": f"Las {day}"})
    found = known(repository.practices)
    assert [*told(found)] == ["2026-01-05", "2026-01-04"]
    assert found.since == date(2026, 1, 4)


def test_a_thousand_commits_cost_no_second(repository: Repository) -> None:
    """As one stream, since a thousand commands would take long."""
    stream = []
    for n in range(1_000):
        data = entry({**PUBLISHED, "title": f"Las {n}"}).encode()
        day = 1_700_000_000 + n * 86_400
        stream.append(
            f"commit refs/heads/main\ncommitter A <a@example.org> {day} +0000\ndata 1\nx\n"
            f"M 100644 inline practices/las/index.md\ndata {len(data)}\n".encode()
            + data
            + b"\n"
        )
    subprocess.run(
        ["git", "fast-import", "--quiet"],
        cwd=repository.folder,
        input=b"".join(stream),
        check=True,
        capture_output=True,
    )
    start = time.process_time()
    found = known(repository.practices)
    assert time.process_time() - start < 1
    assert len(found.days) == 1_000
