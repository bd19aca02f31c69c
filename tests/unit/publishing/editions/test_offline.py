"""The offline archive: one folder, always the same bytes, nothing that unpacks to another place."""

import hashlib
import os
import subprocess
import time
import zipfile
from pathlib import Path

import pytest

from goodpractices.publishing import Archive, write_archive

PAGES = ("index.html", "praktyki/las/index.html", "łódź.css")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A built site of three files."""
    folder = tmp_path / "site"
    for name in PAGES:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    return folder


def test_everything_is_in_one_folder_in_order_and_the_checksums_last(site: Path, tmp_path: Path) -> None:
    write_archive(site, tmp_path / "k.zip")
    with zipfile.ZipFile(tmp_path / "k.zip") as archive:
        assert archive.namelist() == [f"katalog/{name}" for name in (*PAGES, "SHA256SUMS.txt")]
        assert archive.read("katalog/index.html") == b"index.html"
        assert archive.testzip() is None


@pytest.mark.parametrize("zone", ["UTC", "Pacific/Kiritimati", "America/Adak"])
def test_time_zone_and_rights_of_the_files_leave_no_trace(
    site: Path, tmp_path: Path, zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = write_archive(site, tmp_path / "k.zip").path.read_bytes()
    for path in site.rglob("*.html"):
        os.utime(path, (1_700_000_000, 1_700_000_000))
        path.chmod(0o600)
    monkeypatch.setenv("TZ", zone)
    if hasattr(time, "tzset"):
        time.tzset()
    again = write_archive(site, tmp_path / "elsewhere" / "k.zip")
    assert again.path.read_bytes() == first
    with zipfile.ZipFile(again.path) as archive:
        kinds = {(entry.date_time, entry.external_attr >> 16) for entry in archive.infolist()}
    assert kinds == {((1980, 1, 1, 0, 0, 0), 0o100644)}


def test_sha256sum_finds_every_file_as_it_was_packed(site: Path, tmp_path: Path) -> None:
    packed = write_archive(site, tmp_path / "dist" / "k.zip")
    assert checked(packed.path.parent, "k.zip.sha256").returncode == 0
    with zipfile.ZipFile(packed.path) as archive:
        archive.extractall(tmp_path)
    assert checked(tmp_path / "katalog", "SHA256SUMS.txt").stdout.count(": OK") == len(PAGES)
    (tmp_path / "katalog" / "łódź.css").write_text("zmienione", encoding="utf-8")
    assert checked(tmp_path / "katalog", "SHA256SUMS.txt").returncode == 1


def test_packed_is_told_where_it_is_and_how_large(site: Path, tmp_path: Path) -> None:
    packed = write_archive(site, tmp_path / "k.zip")
    assert packed == Archive.at(tmp_path / "k.zip")
    data = packed.path.read_bytes()
    assert packed.size == len(data)
    assert packed.checksum.read_text(encoding="utf-8") == f"{hashlib.sha256(data).hexdigest()}  k.zip\n"


def test_an_older_archive_is_replaced_and_its_folder_made(site: Path, tmp_path: Path) -> None:
    target = tmp_path / "dist" / "k.zip"
    write_archive(site, target)
    (site / "index.html").write_text("nowa", encoding="utf-8")
    packed = write_archive(site, target)
    with zipfile.ZipFile(target) as archive:
        assert archive.read("katalog/index.html") == b"nowa"
    assert sorted(target.parent.iterdir()) == [target, packed.checksum]


def test_a_folder_without_a_home_page_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"index\.html"):
        write_archive(tmp_path, tmp_path / "k.zip")
    assert not (tmp_path / "k.zip").exists()


@pytest.mark.parametrize(
    "name", ["..\\x.html", "C:x.html", "a/con.txt", "a/koniec.", "a /x.html", "INDEX.html", "a\nb.html", "a?.html"]
)
def test_a_name_that_does_not_unpack_to_a_place_of_its_own_is_refused(site: Path, tmp_path: Path, name: str) -> None:
    (site / name).parent.mkdir(exist_ok=True)
    (site / name).write_text("x", encoding="utf-8")
    with pytest.raises(ValueError, match="bezpiecznie"):
        write_archive(site, tmp_path / "k.zip")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_nothing_is_packed_through_a_link(site: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x", encoding="utf-8")
    (site / "link.html").symlink_to(tmp_path / "secret")
    with pytest.raises(ValueError, match=r"link\.html"):
        write_archive(site, tmp_path / "k.zip")


def checked(folder: Path, sums: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["sha256sum", "-c", sums], cwd=folder, capture_output=True, encoding="utf-8")
