"""Parts of a site on disk: written, noted with their files, and known again as they were."""

import errno
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from goodpractices.publishing.pages import SourcePage
from goodpractices.publishing.planned import Planned
from goodpractices.publishing.record import SiteRecord, files_in
from goodpractices.publishing.writer import Made, addresses_of, noted, write


def part(name: str, *addresses: str, page: str | None = None, large: bool = False) -> Planned:
    def make() -> list[tuple[str, list[bytes]]]:
        return [(address, [address.encode(), b"!"]) for address in addresses]

    return Planned(name, f"key of {name}", make, page, is_large=large)


def test_parts_are_written_with_their_folders_and_noted_in_their_order(tmp_path: Path) -> None:
    made = write(
        [part("b", "b/index.html", page="b/"), part("big", "big.zip", large=True), part("a", "a", "c/a")], tmp_path
    )
    assert {
        path.relative_to(tmp_path).as_posix(): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()
    } == {address: f"{address}!".encode() for address in ("b/index.html", "big.zip", "a", "c/a")}
    assert [(name, each.key, each.page) for name, each in made.items()] == [
        ("b", "key of b", "b/"),
        ("big", "key of big", None),
        ("a", "key of a", None),
    ]
    assert list(addresses_of(made)) == ["b/index.html", "big.zip", "a", "c/a"]
    address, size, time = made["b"].files[0]
    assert (address, size, time) == ("b/index.html", 13, (tmp_path / "b" / "index.html").stat().st_mtime_ns)


def test_a_file_is_written_anew_over_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"something much longer than that")
    write([part("a", "a")], tmp_path)
    assert (tmp_path / "a").read_bytes() == b"a!"


def test_a_file_that_a_site_has_already_is_not_written_beside_it(tmp_path: Path) -> None:
    site, beside = tmp_path / "site", tmp_path / "beside"
    old = write([part("a", "same", "other", "gone")], site)
    (site / "other").write_bytes(b"other?")
    (site / "gone").unlink()
    new = write([part("a", "same", "other", "gone")], beside, site)
    assert sorted(path.name for path in beside.iterdir()) == ["gone", "other"]
    assert new["a"].files[0] == old["a"].files[0]
    assert new["a"].files[1] == ("other", 6, (beside / "other").stat().st_mtime_ns)


class FullDisk(list[bytes]):
    """Bytes that find no room; as the system does, it says so without a name."""

    def __iter__(self) -> Iterator[bytes]:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_is_told_of_with_the_file_that_found_no_room(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No space") as refused:
        write([Planned("a", "key", lambda: [("c/a.html", FullDisk())])], tmp_path)
    assert refused.value.filename == str(tmp_path / "c" / "a.html")


def change(path: Path) -> None:
    path.write_bytes(b"b!")
    os.utime(path, ns=(1, 1))


@pytest.mark.parametrize(
    ("spoil", "there"),
    [
        (lambda path: None, True),
        (lambda path: path.unlink(), False),
        (lambda path: path.write_bytes(b"longer"), False),
        (change, False),
    ],
)
def test_a_part_is_there_while_its_files_are_as_they_were(
    tmp_path: Path, spoil: Callable[[Path], object], *, there: bool
) -> None:
    made = write([part("a", "a", "b")], tmp_path)["a"]
    spoil(tmp_path / "a")
    assert made.is_there(tmp_path) is there


def test_what_others_wrote_is_noted_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abc")
    os.utime(tmp_path / "a", ns=(5, 7))
    assert noted(tmp_path, ["a"]) == (("a", 3, 7),)
    with pytest.raises(FileNotFoundError):
        noted(tmp_path, ["b"])


MADE = Made("k", (("a", 3, 7), ("b", 4, 8)), "b/")


def test_a_part_comes_back_from_json() -> None:
    value = json.loads(json.dumps(MADE.to_json()))
    assert value == ["k", [["a", 3, 7], ["b", 4, 8]], "b/"]
    assert Made.from_json(value) == MADE


@pytest.mark.parametrize("value", [[], ["k", []], ["k", [["a", 3]], None]])
def test_what_is_no_part_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="unpack"):
        Made.from_json(value)


PAGE = SourcePage("o.md", "o/", "pl", "O", "<p>O</p>", (), {})
RECORD = SiteRecord("ground", "icon.svg", (PAGE,), {"part": MADE}, (("rest", 1, 2),))


def test_the_record_of_a_site_comes_back_from_json() -> None:
    value = json.loads(json.dumps(RECORD.to_json()))
    assert value == [
        "ground",
        "icon.svg",
        [["o.md", "o/", "pl", "O", "<p>O</p>", [], {}]],
        {"part": ["k", [["a", 3, 7], ["b", 4, 8]], "b/"]},
        [["rest", 1, 2]],
    ]
    assert SiteRecord.from_json(value) == RECORD


@pytest.mark.parametrize(
    "value",
    [
        None,
        5,
        "abcde",
        [],
        ["g", "i", [], []],
        ["g", "i", [], [], []],
        ["g", "i", [1], {}, []],
        ["g", "i", [], {}, [1]],
    ],
)
def test_what_is_no_record_is_none(value: object) -> None:
    assert SiteRecord.from_json(value) is None


def test_files_of_a_folder_are_all_but_hidden_ones_at_its_top(tmp_path: Path) -> None:
    for name in ("index.html", ".record", ".git/config", "a/.nojekyll", "a/b.css"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    assert sorted(files_in(tmp_path)) == ["a/.nojekyll", "a/b.css", "index.html"]
