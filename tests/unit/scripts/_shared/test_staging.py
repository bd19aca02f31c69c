"""A folder takes the place of another: whole or not at all, in each of the ways a system has for it."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.support.builds import files_of

from _shared import staging
from _shared.environment import CommandError
from _shared.staging import Stage, refuse_foreign, refuse_sources, staged

OLD = {"index.html": b"old", "a/b.html": b"old"}
NEW = {"index.html": b"new", "c.html": b"new"}


def write(folder: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def publish(target: Path) -> None:
    with staged(target) as stage:
        write(stage.new, NEW)
        stage.publish()


def beside(target: Path) -> set[str]:
    return {path.name for path in target.parent.iterdir()}


@pytest.fixture(params=["exchanged", "moved"])
def target(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An old site, on a system that exchanges folders and on one that does not."""
    if request.param == "moved":
        monkeypatch.setattr(staging, "_exchange", lambda: None)
    return write(tmp_path / "in" / "site", OLD)


def test_the_new_folder_takes_the_place_of_the_old_one(target: Path) -> None:
    publish(target)
    assert files_of(target) == NEW
    assert beside(target) == {"site"}


def test_a_folder_that_was_not_there_is_made(tmp_path: Path) -> None:
    publish(tmp_path / "a" / "b" / "site")
    assert files_of(tmp_path / "a" / "b" / "site") == NEW


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    publish(tmp_path / "site")
    assert files_of(tmp_path / "site") == NEW


def test_what_is_not_published_leaves_nothing(target: Path) -> None:
    with staged(target) as stage:
        write(stage.new, NEW)
    with pytest.raises(KeyboardInterrupt):
        interrupted(target)
    assert files_of(target) == OLD
    assert beside(target) == {"site"}


def interrupted(target: Path) -> None:
    with staged(target) as stage:
        write(stage.aside, NEW)
        raise KeyboardInterrupt


def test_a_link_is_followed(target: Path) -> None:
    link = target.parent / "link"
    link.symlink_to(target.name)
    publish(link)
    assert link.is_symlink()
    assert files_of(target) == NEW


def test_hidden_files_and_the_rights_of_the_folder_stay(target: Path) -> None:
    hidden = {".git": b"x", ".well-known/security.txt": b"y"}
    write(target, hidden)
    (target / ".link").symlink_to("a")
    target.chmod(0o750)
    publish(target)
    assert files_of(target) == NEW | hidden
    assert (target / ".link").is_symlink()
    assert target.stat().st_mode & 0o777 == 0o750


def test_a_new_hidden_file_wins_over_the_old_one(target: Path) -> None:
    write(target, {".nojekyll": b"old"})
    with staged(target) as stage:
        write(stage.new, NEW | {".nojekyll": b"new"})
        stage.publish()
    assert (target / ".nojekyll").read_bytes() == b"new"


def test_what_a_killed_command_left_is_removed_by_the_next(target: Path) -> None:
    left = Stage(target, target.with_name(".site.unfinished"))
    write(left.new, NEW)
    write(left.aside, NEW)
    (left.work / staging.MARK).touch()
    publish(target)
    assert files_of(target) == NEW
    assert beside(target) == {"site"}


def test_a_command_killed_between_two_steps_leaves_the_old_folder_to_be_put_back(target: Path) -> None:
    left = Stage(target, target.with_name(".site.unfinished"))
    write(left.new, NEW)
    (left.work / staging.MARK).touch()
    target.rename(left.old)
    with staged(target):
        assert files_of(target) == OLD
    assert files_of(target) == OLD
    assert beside(target) == {"site"}


def test_a_folder_of_somebody_else_in_the_way_is_not_touched(target: Path) -> None:
    theirs = write(target.with_name(".site.unfinished"), {"a": b"x"})
    with pytest.raises(CommandError, match="których nie zapisało to polecenie"):
        publish(target)
    assert files_of(theirs) == {"a": b"x"}
    assert files_of(target) == OLD


def test_what_could_not_be_removed_is_in_nobodys_way(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("shutil.rmtree", lambda *_, **__: None)
        publish(target)
        assert beside(target) == {"site", ".site.unfinished"}
    publish(target)
    assert files_of(target) == NEW
    assert beside(target) == {"site"}


@pytest.mark.parametrize("code", [errno.EBUSY, errno.EXDEV])
def test_a_folder_that_cannot_be_moved_stays_and_a_sentence_says_why(
    code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = write(tmp_path / "site", OLD)
    monkeypatch.setattr(staging, "_exchange", lambda: None)
    monkeypatch.setattr(staging, "patiently", refusing(code, target))
    with pytest.raises(CommandError, match="punktem montowania"):
        publish(target)
    assert files_of(target) == OLD


def refusing(code: int, path: Path) -> Callable[[Callable[[], object]], None]:
    def patiently(_: Callable[[], object]) -> None:
        raise OSError(code, os.strerror(code), str(path))

    return patiently


def test_if_the_new_folder_cannot_come_in_the_old_one_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = write(tmp_path / "site", OLD)
    monkeypatch.setattr(staging, "_exchange", lambda: None)
    monkeypatch.setattr(Path, "rename", refusing_what_begins_with("new-", Path.rename))
    with pytest.raises(PermissionError):
        publish(target)
    assert files_of(target) == OLD
    assert beside(target) == {"site"}


def refusing_what_begins_with(prefix: str, rename: Callable[[Path, Path], Path]) -> Callable[[Path, Path], Path]:
    def renamed(path: Path, target: Path) -> Path:
        if path.name.startswith(prefix):
            raise PermissionError(errno.EACCES, "x", str(path))
        return rename(path, target)

    return renamed


def test_a_mount_point_is_refused_beforehand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.path.ismount", lambda _: True)
    with pytest.raises(CommandError, match=r"punktem montowania.*\n.*--site-dir .*strona"), staged(tmp_path):
        pytest.fail("nothing may be built")


def test_a_file_is_refused_beforehand(tmp_path: Path) -> None:
    (tmp_path / "site").touch()
    with pytest.raises(CommandError, match="to plik, a potrzebny jest folder"), staged(tmp_path / "site"):
        pytest.fail("nothing may be built")


CHANGED = {"index.html": b"new", "c/d.html": b"new"}
MERGED = {**CHANGED, "kept.html": b"old"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write(tmp_path / "in" / "site", {"index.html": b"old", "a/b.html": b"old", "kept.html": b"old"})


def merge(site: Path) -> None:
    with staged(site) as stage:
        write(stage.new, CHANGED)
        stage.merge(list(CHANGED), ["a/b.html"])


def test_changed_files_take_their_places_and_removed_ones_go_with_their_folders(site: Path) -> None:
    merge(site)
    assert files_of(site) == MERGED
    assert not (site / "a").exists()
    assert beside(site) == {"site"}


def test_where_nothing_changed_nothing_is_touched(site: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in site.rglob("*")}
    with staged(site) as stage:
        stage.new.mkdir()
        stage.merge([], [])
    assert {path: path.stat().st_mtime_ns for path in site.rglob("*")} == before


@pytest.mark.parametrize("step", [0, 1, 2])
def test_what_a_killed_command_began_is_finished_by_the_next(
    step: int, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    def killed(name: str, real: Callable[..., None]) -> Callable[..., None]:
        def step_of(*arguments: Path) -> None:
            if len(done) == step:
                raise KilledError
            done.append(name)
            real(*arguments)

        return step_of

    class KilledError(BaseException):
        """Ends the command where it stands."""

    monkeypatch.setattr(staging, "clean_up", lambda _: None)  # which a killed command does not get to
    monkeypatch.setattr(staging, "move", killed("move", staging.move))
    monkeypatch.setattr(staging, "remove", killed("remove", staging.remove))
    with pytest.raises(KilledError):
        merge(site)
    assert len(done) == step
    monkeypatch.undo()
    with staged(site):
        assert files_of(site) == MERGED
    assert beside(site) == {"site"}


def test_a_command_killed_before_its_journal_stands_changes_nothing(site: Path) -> None:
    stage = Stage(site, site.with_name(".site.unfinished"))
    write(stage.new, CHANGED)
    write(stage.work, {staging.MARK: b"", "journal.new": b'{"from"'})
    before = files_of(site)
    with staged(site):
        assert files_of(site) == before
    assert beside(site) == {"site"}


def test_windows_is_asked_again_while_a_program_looks_into_the_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.sleep", lambda _: None)
    monkeypatch.setattr(staging, "_PATIENCE", 60.0)
    answers = iter([PermissionError(), PermissionError(), None])

    def step() -> None:
        if answer := next(answers):
            raise answer

    with monkeypatch.context() as patch:
        patch.setattr(staging, "_IS_WINDOWS", True)
        staging.patiently(step)
    assert next(answers, "asked to the end") == "asked to the end"
    answers = iter([PermissionError()])
    with pytest.raises(PermissionError):
        staging.patiently(step)


@pytest.mark.parametrize("site", [".", "..", "docs", "docs/site", "practices/../docs"])
def test_what_the_site_is_made_from_is_not_written_over(site: str, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    with pytest.raises(CommandError, match="z którego powstaje"):
        refuse_sources(tmp_path / site, [tmp_path / "docs", tmp_path / "practices"])


def test_another_folder_of_the_checkout_may_become_the_site(tmp_path: Path) -> None:
    refuse_sources(tmp_path / "docs-site", [tmp_path / "docs", tmp_path / "practices"])


def test_a_folder_with_somebodys_files_is_not_replaced(tmp_path: Path) -> None:
    write(tmp_path, {"list.docx": b"x"})
    with pytest.raises(CommandError, match=r"nie ma strony, są za to inne pliki: list\.docx"):
        refuse_foreign(tmp_path)


@pytest.mark.parametrize("files", [{}, {".git": b"x"}, OLD, {"assets/x.css": b"x"}])
def test_a_site_an_empty_folder_and_one_with_hidden_files_may_be_replaced(
    files: dict[str, bytes], tmp_path: Path
) -> None:
    refuse_foreign(write(tmp_path, files))
    refuse_foreign(tmp_path / "missing")
