"""A site beside a clean one: every file that differs is named."""

import os
from pathlib import Path

import pytest

from _shared.verifying import differences, told


def folder(path: Path, **files: bytes) -> Path:
    for name, content in files.items():
        (path / name.replace("_", "/")).parent.mkdir(parents=True, exist_ok=True)
        (path / name.replace("_", "/")).write_bytes(content)
    return path


def test_equal_sites_have_no_differences(tmp_path: Path) -> None:
    one, other = (folder(tmp_path / name, a=b"1", b_c=b"2") for name in "xy")
    assert differences(one, other) == []
    assert told([], one) == f"Strona w folderze {one} jest taka sama jak zbudowana od początku."


@pytest.mark.parametrize("content", [b"2", b"11", b""])
def test_a_file_with_other_bytes_is_named_even_if_its_size_and_time_are_the_same(
    tmp_path: Path, content: bytes
) -> None:
    one, other = folder(tmp_path / "x", a_b=content), folder(tmp_path / "y", a_b=b"1")
    for each in (one, other):
        os.utime(each / "a" / "b", (1, 1))
    assert differences(one, other) == ["inny: a/b"]


def test_a_file_too_many_and_one_too_few_are_named(tmp_path: Path) -> None:
    one, other = folder(tmp_path / "x", a=b"", b_c=b""), folder(tmp_path / "y", a=b"", d_e=b"")
    assert differences(one, other) == ["zbędny: b/c", "brakuje: d/e"]


def test_hidden_files_at_the_top_are_nobodys_and_those_below_are_ours(tmp_path: Path) -> None:
    one, other = folder(tmp_path / "x", **{".domain": b"", "a_.b": b""}), folder(tmp_path / "y")
    other.mkdir()
    assert differences(one, other) == ["zbędny: a/.b"]


def test_of_many_differences_the_first_are_named_and_the_rest_counted(tmp_path: Path) -> None:
    lines = told([f"inny: {n}" for n in range(23)], tmp_path).splitlines()
    assert lines[0].endswith("plików, które się różnią: 23.")
    assert lines[1:3] == ["  inny: 0", "  inny: 1"]
    assert lines[-2:] == ["  … i jeszcze 3", "Zbuduj ją od nowa: python3 scripts/build.py --fresh"]
    assert len(lines) == 23
