"""Locks between commands: alone or shared, given back by themselves, by the means of each system."""

import errno
import os
from pathlib import Path

import pytest

from _shared import locks
from _shared.locks import SHARERS, Lock, acquired, held, tried


def test_a_lock_is_held_by_one(tmp_path: Path) -> None:
    with held(tmp_path / "in" / "a.lock", ""):
        assert tried(tmp_path / "in" / "a.lock") is None
        assert tried(tmp_path / "in" / "a.lock", shared=True) is None
    assert tried(tmp_path / "in" / "a.lock")


def test_a_lock_is_shared_by_many_and_keeps_out_whoever_wants_it_alone(tmp_path: Path) -> None:
    with held(tmp_path / "a.lock", "", shared=True), held(tmp_path / "a.lock", "", shared=True):
        assert tried(tmp_path / "a.lock") is None
    assert tried(tmp_path / "a.lock")


def test_its_file_is_removed_on_request_and_who_waited_for_it_notices(tmp_path: Path) -> None:
    path = tmp_path / "a.lock"
    waiting = os.open(path, os.O_RDWR | os.O_CREAT)
    with held(path, "", remove=True):
        pass
    assert not path.exists()
    assert not locks._is_still_there(path, waiting)
    os.close(waiting)


def test_who_waits_is_told_once_and_goes_on_when_it_is_free(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.lock"
    other = tried(path)
    assert other
    pauses = []

    def pause(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 3:
            other.release()

    monkeypatch.setattr("time.sleep", pause)
    acquired(path, "czekam").release()
    assert len(pauses) == 3
    assert capsys.readouterr().err == "czekam\n"


def test_a_place_where_nobody_can_write_needs_no_shared_lock(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    lock = tried(tmp_path / "file" / "a.lock", shared=True)
    assert lock
    assert lock.fd is None
    lock.release()
    with pytest.raises(OSError, match="file"):
        tried(tmp_path / "file" / "a.lock")


def test_a_disk_without_locks_is_reported_and_does_not_stop_the_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def flock(*_: object) -> None:
        raise OSError(errno.ENOLCK, "x")

    monkeypatch.setattr("fcntl.flock", flock)
    assert tried(tmp_path / "a.lock")
    assert "nie zna blokad" in capsys.readouterr().err


class Windows:
    """The bytes of one file, as Windows locks them for whoever asks first."""

    LK_NBLCK = 2

    def __init__(self) -> None:
        self.taken: dict[int, int] = {}

    def locking(self, fd: int, mode: int, count: int) -> None:
        start = os.lseek(fd, 0, os.SEEK_CUR)
        wanted = range(start, start + count)
        if mode != self.LK_NBLCK or any(each in self.taken for each in wanted):
            raise PermissionError(errno.EACCES, "x")
        self.taken |= dict.fromkeys(wanted, fd)

    def closed(self, lock: Lock) -> None:
        self.taken = {each: fd for each, fd in self.taken.items() if fd != lock.fd}
        lock.release()


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> Windows:
    system = Windows()
    monkeypatch.setattr(locks, "fcntl", None)
    monkeypatch.setattr(locks, "msvcrt", system, raising=False)
    return system


def test_on_windows_a_lock_is_held_by_one(tmp_path: Path, windows: Windows) -> None:
    first = tried(tmp_path / "a.lock")
    assert first
    assert tried(tmp_path / "a.lock") is None
    assert tried(tmp_path / "a.lock", shared=True) is None
    windows.closed(first)
    assert tried(tmp_path / "a.lock", shared=True)


def test_on_windows_a_lock_is_shared_by_so_many(tmp_path: Path, windows: Windows) -> None:
    sharers = [tried(tmp_path / "a.lock", shared=True) for _ in range(SHARERS)]
    assert all(sharers)
    assert tried(tmp_path / "a.lock", shared=True) is None
    assert tried(tmp_path / "a.lock") is None
    for each in sharers:
        assert each
        windows.closed(each)
    assert tried(tmp_path / "a.lock")
