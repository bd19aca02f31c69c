"""The offline archive: one folder, always the same bytes."""

import os
import zipfile
from pathlib import Path

import pytest

from goodpractices.publishing import write_archive


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A built site of three files."""
    folder = tmp_path / "site"
    for name in ("index.html", "praktyki/las/index.html", "łódź.css"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    return folder


def test_everything_is_in_one_folder_in_order(site: Path, tmp_path: Path) -> None:
    write_archive(site, tmp_path / "k.zip")
    with zipfile.ZipFile(tmp_path / "k.zip") as archive:
        assert archive.namelist() == ["katalog/index.html", "katalog/praktyki/las/index.html", "katalog/łódź.css"]
        assert archive.read("katalog/index.html") == b"index.html"
        assert archive.testzip() is None


def test_time_and_rights_of_the_files_leave_no_trace(site: Path, tmp_path: Path) -> None:
    write_archive(site, tmp_path / "first.zip")
    for path in site.rglob("*.html"):
        os.utime(path, (1_700_000_000, 1_700_000_000))
        path.chmod(0o600)
    write_archive(site, tmp_path / "second.zip")
    assert (tmp_path / "first.zip").read_bytes() == (tmp_path / "second.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "second.zip") as archive:
        kinds = {(entry.date_time, entry.external_attr >> 16) for entry in archive.infolist()}
    assert kinds == {((1980, 1, 1, 0, 0, 0), 0o100644)}


def test_an_older_archive_is_replaced_and_its_folder_made(site: Path, tmp_path: Path) -> None:
    target = tmp_path / "dist" / "k.zip"
    write_archive(site, target)
    (site / "index.html").write_text("nowa", encoding="utf-8")
    write_archive(site, target)
    with zipfile.ZipFile(target) as archive:
        assert archive.read("katalog/index.html") == b"nowa"
    assert list(target.parent.iterdir()) == [target]


def test_a_folder_without_a_home_page_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"index\.html"):
        write_archive(tmp_path, tmp_path / "k.zip")
    assert not (tmp_path / "k.zip").exists()
