"""A folder is written beside the one it is to replace, and takes its place once it is complete: whole or not at all.

Whatever ends a command, the old folder or the new one stands there, and nothing else.
"""

from __future__ import annotations

import ctypes
import errno
import json
import os
import shutil
import sys
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from _shared.environment import CommandError
from _shared.locks import held

BUILDING = "Inne polecenie właśnie zapisuje {folder}; czekam, aż skończy."
MARK = "CZYTAJ.txt"
MARK_TEXT = "Tu powstaje nowa zawartość sąsiedniego folderu. Gdy żadne polecenie nie działa, można to usunąć.\n"
_IS_WINDOWS = os.name == "nt"
_PATIENCE = 3.0  # seconds in which a virus scanner or a preview may let go of a file


@dataclass(frozen=True)
class Stage:
    """A folder in the making: ``new`` takes the place of ``target``, ``aside`` is room for what is needed on the way.

    Their names are used once: a part of a command that was killed may write on for a while, and must not meet ours.
    """

    target: Path
    work: Path
    name: str = field(default_factory=lambda: uuid.uuid4().hex[:8])

    @property
    def new(self) -> Path:
        return self.work / f"new-{self.name}"

    @property
    def aside(self) -> Path:
        return self.work / f"aside-{self.name}"

    @property
    def made(self) -> Path:
        return self.work / f"made-{self.name}.json"

    @property
    def old(self) -> Path:
        return self.work / "old"

    def publish(self) -> None:
        """Put the new folder in the place of the old one, in one step where the system has one.

        Raises:
            CommandError: the old folder cannot be moved, so it stays.
            OSError: the system refuses; then the old folder is where it was.
        """
        if not self.target.exists():
            patiently(lambda: self.new.rename(self.target))
            return
        carry_over(self.target, self.new)
        try:
            swap(self.new, self.target, self.old)
        except OSError as error:
            if error.errno in (errno.EBUSY, errno.EXDEV):
                raise CommandError(mounted(self.target)) from error
            raise

    def merge(self, changed: Sequence[str], removed: Sequence[str]) -> None:
        """Let files of the new folder take their places in the target, and others go; each file is whole at any time.

        A journal says what is to be done, so that the next command finishes what this one could not.

        Args:
            changed: paths below the new folder.
            removed: paths below the target.

        Raises:
            OSError: the system refuses.
        """
        if not changed and not removed:
            return
        journal = {"from": self.new.name, "changed": list(changed), "removed": list(removed)}
        write_through(self.journal, json.dumps(journal))
        finish(self)

    @property
    def journal(self) -> Path:
        return self.work / "journal.json"


def write_through(path: Path, text: str) -> None:
    """Write a small file so that it is there whole or not at all, even if the power fails."""
    beside = path.with_suffix(".new")
    with beside.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def finish(stage: Stage) -> None:
    """Do what a journal says, as far as it is not done yet; without one nothing.

    Raises:
        OSError: the system refuses.
    """
    try:
        journal = json.loads(stage.journal.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return
    new = stage.work / journal["from"]
    for address in journal["changed"]:
        if (new / address).is_file():
            move(new / address, stage.target / address)
    for address in journal["removed"]:
        remove(stage.target / address, stage.target)
    stage.journal.unlink()


def move(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    patiently(lambda: source.replace(target))


def remove(path: Path, root: Path) -> None:
    """Remove a file, and the folders above it that are empty then."""
    patiently(lambda: path.unlink(missing_ok=True))
    for folder in path.parents:
        if folder == root or not folder.is_dir() or any(folder.iterdir()):
            return
        folder.rmdir()


@contextmanager
def staged(target: Path) -> Iterator[Stage]:
    """Room beside a folder for its next contents; what is not published is removed at the end.

    What a command that was killed left there is cleaned up first. A link is followed: its target is replaced.

    Raises:
        CommandError: the folder cannot be replaced, or something of somebody else's stands in the way.
        OSError: the system refuses.
    """
    target = target.resolve()
    if target.exists() and not target.is_dir():
        raise CommandError(f"{target} to plik, a potrzebny jest folder. Wskaż inną nazwę.")
    if os.path.ismount(target):
        raise CommandError(mounted(target))
    target.parent.mkdir(parents=True, exist_ok=True)
    waiting = BUILDING.format(folder=target)
    with held(target.with_name(f".{target.name}.lock"), waiting, remove=True):
        stage = Stage(target, target.with_name(f".{target.name}.unfinished"))
        clean_up(stage)
        stage.work.mkdir(exist_ok=True)
        try:
            (stage.work / MARK).write_text(MARK_TEXT, encoding="utf-8")
            yield stage
        finally:
            clean_up(stage)


def mounted(target: Path) -> str:
    return (
        f"Folder {target} jest punktem montowania, więc nie da się go podmienić w całości.\n"
        f"Wskaż folder w nim, na przykład: --site-dir {target / 'strona'}"
    )


def clean_up(stage: Stage) -> None:
    """Remove what lies beside; if the old folder is there and none in its place, it goes back first.

    Raises:
        CommandError: what lies there was not left by a command of ours.
        OSError: the old folder cannot be put back.
    """
    if not stage.work.is_dir():
        return
    if any(stage.work.iterdir()) and not (stage.work / MARK).exists():
        raise CommandError(
            f"Folder {stage.work} jest potrzebny do zapisania strony, ale są w nim pliki,\n"
            "których nie zapisało to polecenie. Przenieś go albo usuń."
        )
    finish(stage)
    if stage.old.exists() and not stage.target.exists():
        patiently(lambda: stage.old.rename(stage.target))
    for path in stage.work.iterdir():
        if path.is_dir() and not path.is_symlink():
            remove_tree(path)
    for path in (*stage.work.glob("made-*.json"), *stage.work.glob("journal.new")):
        path.unlink(missing_ok=True)
    # The mark goes last, since without it the folder is nobody's; what could not be removed is for the next command.
    if [path.name for path in stage.work.iterdir()] in ([MARK], []):
        shutil.rmtree(stage.work, ignore_errors=True)


def remove_tree(folder: Path) -> None:
    """Remove a folder, as far as the system lets us; Windows keeps files that are marked as read-only."""
    shutil.rmtree(folder, ignore_errors=True)
    if folder.exists():
        for path in (folder, *folder.rglob("*")):
            with suppress(OSError):
                path.chmod(0o700, follow_symlinks=_IS_WINDOWS or not path.is_symlink())
        shutil.rmtree(folder, ignore_errors=True)


def carry_over(old: Path, new: Path) -> None:
    """Keep what a build leaves alone: the rights of the folder, and hidden files at its top, as ``.git`` or
    ``.well-known``.

    Raises:
        OSError: one of them cannot be copied.
    """
    for path in old.iterdir():
        beside = new / path.name
        if not path.name.startswith(".") or os.path.lexists(beside):
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.copytree(path, beside, symlinks=True)
        else:
            shutil.copy2(path, beside, follow_symlinks=False)
    shutil.copymode(old, new)


def swap(new: Path, target: Path, old: Path) -> None:
    """Put one folder in the place of another; the other ends up at ``new`` or at ``old``.

    Raises:
        OSError: the system refuses; then the target is what it was, or ``clean_up`` puts it back.
    """
    if exchanged(new, target):
        return
    # Between these two nothing stands there, be it for a moment or because the second is refused.
    patiently(lambda: target.rename(old))
    patiently(lambda: new.rename(target))


def exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; ``False``, and nothing done, where the system or the disk has no such step."""
    exchange = _exchange()
    return exchange is not None and exchange(os.fsencode(one), os.fsencode(other)) == 0


def _exchange() -> Callable[[bytes, bytes], int] | None:
    """The system's own exchange of two paths, which answers 0 when it is done."""
    if sys.platform not in ("linux", "darwin"):
        return None
    library = ctypes.CDLL(None)
    how = ctypes.c_uint(2)  # RENAME_SWAP of macOS and RENAME_EXCHANGE of Linux
    if sys.platform == "darwin":
        rename = getattr(library, "renamex_np", None)
        return rename and (lambda one, other: int(rename(one, other, how)))
    rename, here = getattr(library, "renameat2", None), -100
    return rename and (lambda one, other: int(rename(here, one, here, other, how)))


def patiently(step: Callable[[], object]) -> None:
    """Take a step that Windows refuses while some program looks into the folder; try for some seconds.

    Raises:
        OSError: it was refused to the end, or for another reason.
    """
    end = time.monotonic() + (_PATIENCE if _IS_WINDOWS else 0)
    while True:
        try:
            step()
        except PermissionError:
            if time.monotonic() >= end:
                raise
            time.sleep(0.1)
        else:
            return


def refuse_sources(target: Path, sources: Sequence[Path]) -> None:
    """Make sure that a folder is none that something is made from, and holds none.

    Raises:
        CommandError: it is, or it does.
    """
    target = target.resolve()
    for source in (path.resolve() for path in sources):
        if source.is_relative_to(target) or target.is_relative_to(source):
            raise CommandError(
                f"Strona nie może trafić do {target}: zastąpiłaby {source}, z którego powstaje.\nWskaż inny folder."
            )


def refuse_foreign(target: Path) -> None:
    """Make sure that what is to be replaced is a site: of other files, the folder may hold only hidden ones.

    Raises:
        CommandError: it holds something else.
    """
    if not target.is_dir() or any((target / name).exists() for name in ("index.html", "404.html", "assets")):
        return
    if found := sorted(path.name for path in target.iterdir() if not path.name.startswith(".")):
        raise CommandError(
            f"W folderze {target} nie ma strony, są za to inne pliki: {', '.join(found[:3])}. Zostałyby usunięte.\n"
            "Wskaż inny folder albo opróżnij ten."
        )
