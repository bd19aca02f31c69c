"""A site is whole or not there: builds that are killed, that meet, or that run out of disk."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.support.builds import copy_practices, files_of

from _shared.environment import ROOT

OLD = {"index.html": b"old", "a/b.html": b"old", ".well-known/x": b"kept"}
# Entering the environment is left out: the tests run in theirs.
BUILD = "import build; build.enter = lambda *_: None; build.run(build.main)"
PUBLISHING = """
import sys
from pathlib import Path
from _shared.staging import staged

for n in range(1000):
    with staged(Path(sys.argv[1])) as stage:
        stage.new.mkdir()
        for name in range(30):
            (stage.new / f"{name}.txt").write_text(str(n % 2) * 1000)
        stage.publish()
    print(n, flush=True)
"""


@pytest.fixture(scope="module")
def practices(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all builds, so that the later ones find what the first worked out."""
    return copy_practices(tmp_path_factory.mktemp("whole") / "practices", "gdynia-pracownia")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """An old site, in a folder with nothing else."""
    for name, data in OLD.items():
        path = tmp_path / "in" / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return tmp_path / "in" / "site"


def started(code: str, *arguments: object, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": f"{ROOT / 'scripts'}{os.pathsep}{ROOT / 'hooks'}", "PYTHONUTF8": "1"}
        | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )


def built(site: Path, practices: Path) -> subprocess.Popen[str]:
    return started(BUILD, "--site-dir", site, PRACTICES_DIR=str(practices))


def until(said: str) -> Callable[[subprocess.Popen[str]], bool]:
    return lambda build: any(said in line for line in build.stdout or ())


def pages_written(site: Path) -> Callable[[subprocess.Popen[str]], bool]:
    def are_there(_: subprocess.Popen[str]) -> bool:
        while len(list(site.parent.glob(".*.unfinished/new-*/praktyki/*"))) < 2:
            time.sleep(0.01)
        return True

    return are_there


def test_a_build_that_is_killed_leaves_the_old_site_and_two_at_once_end_well(site: Path, practices: Path) -> None:
    for moment in (until("Cleaning site directory"), pages_written(site)):
        build = built(site, practices)
        assert moment(build)
        build.kill()
        build.communicate()
        assert files_of(site) == OLD

    one, other = built(site, practices), built(site, practices)
    said = [one.communicate()[0], other.communicate()[0]]
    assert [one.returncode, other.returncode] == [0, 0], said
    assert sum("Inne polecenie właśnie zapisuje" in each for each in said) == 1
    assert not any("Traceback" in each for each in said)
    files = files_of(site)
    assert b"Pracownia" in files["praktyki/gdynia-pracownia/index.html"]
    assert files[".well-known/x"] == b"kept"
    assert "a/b.html" not in files
    assert [path.name for path in site.parent.iterdir()] == ["site"]


@pytest.mark.parametrize("seed", range(10))
def test_whoever_is_killed_while_putting_folders_in_place_leaves_one_of_them_whole(seed: int, tmp_path: Path) -> None:
    site = tmp_path / "site"
    process = started(PUBLISHING, site)
    assert process.stdout
    for _ in range(2):
        process.stdout.readline()
    time.sleep(random.Random(seed).random() / 10)  # noqa: S311 - moments, no secrets
    process.kill()
    process.communicate()
    files = files_of(site)
    assert len(files) == 30
    assert set(files.values()) in ({b"0" * 1000}, {b"1" * 1000})


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[Path]:
    folder.mkdir()
    if os.name == "nt" or os.geteuid() or not shutil.which("mount"):
        pytest.skip("only root can make a small disk to be filled")
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], capture_output=True)
    if made.returncode:
        pytest.skip(f"no small disk can be made here: {made.stderr.decode()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


def test_on_a_full_disk_the_old_site_stays_and_a_sentence_says_why(site: Path, practices: Path, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "1500k") as disk:
        shutil.copytree(site, disk / "site")
        build = built(disk / "site", practices)
        said = build.communicate()[0]
        assert build.returncode == 2
        assert "Na dysku zabrakło miejsca (podczas zapisu " in said
        assert "Traceback" not in said
        assert files_of(disk / "site") == OLD
        assert [path.name for path in disk.iterdir()] == ["site"]


def test_ctrl_c_ends_a_build_with_a_word_and_leaves_nothing(site: Path, practices: Path) -> None:
    build = built(site, practices)
    while not list(site.parent.glob(".*.unfinished/new-*")):
        time.sleep(0.01)
    build.send_signal(signal.SIGINT)
    said = build.communicate()[0]
    assert build.returncode == 130
    assert said.endswith("\nPrzerwano.\n")
    assert "Traceback" not in said
    assert files_of(site) == OLD
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_a_folder_of_somebody_is_no_place_for_a_site(tmp_path: Path, practices: Path) -> None:
    (tmp_path / "lista.docx").touch()
    build = built(tmp_path, Path(shutil.copytree(practices, tmp_path / "practices")))
    said = build.communicate()[0]
    assert build.returncode == 2
    assert "Strona nie może trafić do" in said  # the practices lie in it
    assert (tmp_path / "lista.docx").is_file()
