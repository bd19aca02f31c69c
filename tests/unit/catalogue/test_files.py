"""Files are written whole, or what was there stays."""

import os
import pickle
import stat
import unicodedata
from pathlib import Path

import pytest

from goodpractices.catalogue import write_whole
from goodpractices.catalogue.files import Unreadable, read_bytes, read_text, split_front_matter
from goodpractices.catalogue.problems import Problem


def test_what_a_process_cannot_read_comes_whole_to_the_one_that_asked() -> None:
    problem = Problem("not_a_file", path="practices/las/index.md")
    assert pickle.loads(pickle.dumps(Unreadable(problem))).problem == problem  # noqa: S301 - our own


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    write_whole(tmp_path / "a" / "b.txt", b"x")
    assert (tmp_path / "a" / "b.txt").read_bytes() == b"x"
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b.txt"]


@pytest.mark.parametrize("step", ["write_bytes", "replace"])
def test_what_cannot_be_written_leaves_the_old_file_and_nothing_else(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError(28, "x")

    (tmp_path / "a.txt").write_bytes(b"old")
    with monkeypatch.context() as patch:
        patch.setattr(Path, step, refused)
        with pytest.raises(OSError, match="x"):
            write_whole(tmp_path / "a.txt", b"new")
    assert (tmp_path / "a.txt").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"old")
    (tmp_path / "link").symlink_to("a.txt")
    write_whole(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "a.txt").read_bytes() == b"new"


@pytest.mark.skipif(os.name == "nt", reason="its name is another there")
def test_a_device_stays_one() -> None:
    write_whole(Path(os.devnull), b"x")
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize("fence", ["---", "--- ", "---\t"])
def test_front_matter_ends_at_a_line_of_dashes_whatever_blanks_follow(fence: str) -> None:
    split = split_front_matter(f"{fence}\ntitle: Las\n{fence}\n## Cele\n")
    assert (split.yaml, split.body, split.body_line) == ("title: Las", "## Cele\n", 4)


def test_dashes_that_are_indented_close_nothing() -> None:
    with pytest.raises(Unreadable):
        split_front_matter("---\ntitle: Las\n ---\n")


def text_of(data: bytes, tmp_path: Path) -> str:
    path = tmp_path / "a.md"
    path.write_bytes(data)
    return read_text(path, 100)


def test_a_text_has_line_feeds_composed_letters_and_no_mark_before_it(tmp_path: Path) -> None:
    apart = unicodedata.normalize("NFD", "Żółć\r\na\rb\n")
    assert text_of(b"\xef\xbb\xbf" + apart.encode(), tmp_path) == "Żółć\na\nb\n"


@pytest.mark.parametrize(
    ("data", "key", "place"),
    [
        (b"", "empty_file", (1, 1)),
        (b" \n", "empty_file", (1, 1)),
        ("a".encode("utf-16-le"), "not_utf8", (1, 1)),
        ("Ż\nab".encode() + b"\xff", "not_utf8", (2, 3)),
        ("Żó".encode() + b"\xff", "not_utf8", (1, 3)),
        (b"x" * 101, "file_too_large", (0, 0)),
    ],
)
def test_what_is_no_text_is_told_where_it_begins(data: bytes, key: str, place: tuple[int, int], tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as refused:
        text_of(data, tmp_path)
    problem = refused.value.problem
    assert (problem.key, (problem.line, problem.column)) == (key, place)


def test_a_file_may_be_as_large_as_its_limit(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x" * 4096)
    assert len(read_bytes(path, 4096)) == 4096
    with pytest.raises(Unreadable) as refused:
        read_bytes(path, 2048)
    assert refused.value.problem.params == {"size": 4, "max": 2}


def test_a_folder_and_a_link_are_no_files(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("a")
    for name, key in (("", "not_a_file"), ("link", "symlink"), ("x", "cannot_read")):
        with pytest.raises(Unreadable) as refused:
            read_bytes(tmp_path / name, 10)
        assert refused.value.problem.key == key


@pytest.mark.skipif(os.name == "nt", reason="has other rights")
def test_a_secret_is_read_by_nobody_else_from_its_first_byte_on(tmp_path: Path) -> None:
    write_whole(tmp_path / "key", b"x", 0o600)
    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("title: Las\n", "no_front_matter"),
        (" ---\n---\n", "no_front_matter"),
        ("---\ntitle: Las\n", "unclosed_front_matter"),
        ("---", "unclosed_front_matter"),
    ],
)
def test_without_its_two_lines_of_dashes_a_file_has_no_front_matter(text: str, key: str) -> None:
    with pytest.raises(Unreadable) as refused:
        split_front_matter(text)
    problem = refused.value.problem
    assert (problem.key, problem.line, problem.column) == (key, 1, 1)
