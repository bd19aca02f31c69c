"""What was made beforehand and is handed out: where each file stands, its size, and what tells it from another."""

import os
from pathlib import Path

import pytest
from tests.support.samples import published

from goodpractices.publishing.downloads import NOTHING, Archive, Download, Downloads, checksum_file, sheet_name


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "books"
    folder.mkdir()
    for name in ("katalog.epub", "katalog.pdf", "las.pdf", "inne.txt"):
        (folder / name).write_bytes(name.encode())
        os.utime(folder / name, ns=(5, 7))
    return folder


def test_books_stand_at_the_root_and_a_sheet_beside_its_practice(folder: Path, tmp_path: Path) -> None:
    practices = published(tmp_path, {"las": {}, "staw": {}}).practices
    downloads = Downloads(folder)
    assert downloads.books() == (
        Download("katalog.pdf", folder / "katalog.pdf"),
        Download("katalog.epub", folder / "katalog.epub"),
    )
    assert downloads.sheet(practices["las"]) == Download("praktyki/las/las.pdf", folder / "las.pdf")
    assert downloads.sheet(practices["staw"]) is None
    assert sheet_name(practices["staw"]) == "staw.pdf"


def test_a_folder_need_not_hold_them_all_nor_be_there(folder: Path, tmp_path: Path) -> None:
    (folder / "katalog.pdf").unlink()
    (folder / "katalog.pdf").mkdir()
    assert [each.address for each in Downloads(folder).books()] == ["katalog.epub"]
    assert NOTHING.books() == ()
    assert NOTHING.sheet(published(tmp_path, {"las": {}}).practices["las"]) is None


def test_a_file_is_told_from_another_in_its_place(folder: Path) -> None:
    book = Download("katalog.epub", folder / "katalog.epub")
    assert (book.size, book.stamp) == (12, ("katalog.epub", 12, 7))
    os.utime(book.path, ns=(5, 8))
    assert book.stamp == ("katalog.epub", 12, 8)


def test_an_archive_has_its_checksum_beside_it(folder: Path) -> None:
    archive = Archive.at(folder / "inne.txt")
    assert (archive.size, archive.stamp) == (8, (8, 7))
    assert archive.checksum == checksum_file(archive.path) == folder / "inne.txt.sha256"
    with pytest.raises(FileNotFoundError):
        Archive.at(folder / "nic.zip")
