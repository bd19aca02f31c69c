"""Files are written whole, or what was there stays."""

import os
import pickle
from pathlib import Path

import pytest

from goodpractices.catalogue import write_whole
from goodpractices.catalogue.files import Unreadable, split_front_matter
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
