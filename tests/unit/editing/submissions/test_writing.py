"""New entries on disk: all or none, nothing there is touched, and nothing is left of a failed attempt."""

from pathlib import Path

import pytest
from tests.support.entries import add, entry, practices_folder

from goodpractices.catalogue import load_catalogue, load_reference_data
from goodpractices.editing import UnusableSubmission, write_entries

GOOD = {"index.md": entry().encode()}
FAULTY = {"index.md": entry({"lifecycle": "trwa"}).encode()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return practices_folder(tmp_path)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_entries_in_order_are_written(folder: Path) -> None:
    assert write_entries(folder, {"a": GOOD, "b": GOOD}, load_reference_data(folder)) == []
    assert sorted(load_catalogue(folder).practices) == ["a", "b"]


def test_one_faulty_entry_keeps_all_from_being_written(folder: Path) -> None:
    before = contents(folder)
    problems = write_entries(folder, {"a": GOOD, "b": FAULTY}, load_reference_data(folder))
    assert [(problem.path, problem.key) for problem in problems] == [("practices/b/index.md", "not_allowed")]
    assert contents(folder) == before


def test_faulty_entries_are_written_where_that_is_asked_for(folder: Path, tmp_path: Path) -> None:
    aside = tmp_path / "szkice"
    problems = write_entries(aside, {"b": FAULTY}, load_reference_data(folder), even_faulty=True)
    assert [problem.key for problem in problems] == ["not_allowed"]
    assert contents(aside) == {"b/index.md": FAULTY["index.md"]}


@pytest.mark.parametrize("there", ["folder", "file", "link"])
def test_what_is_there_is_never_overwritten(there: str, folder: Path) -> None:
    reference = load_reference_data(folder)
    if there == "folder":
        (folder / "a").mkdir()
    elif there == "file":
        (folder / "a").write_text("x", encoding="utf-8")
    else:
        (folder / "a").symlink_to("nowhere")
    before = contents(folder)
    with pytest.raises(UnusableSubmission):
        write_entries(folder, {"a": GOOD, "b": GOOD}, reference)
    assert contents(folder) == before


@pytest.mark.parametrize("name", ["../x", "/x", "a/b", "..", "", "Ź", "a\0"])
def test_no_id_leads_out_of_the_folder(name: str, folder: Path) -> None:
    before = contents(folder.parent)
    with pytest.raises(UnusableSubmission):
        write_entries(folder, {name: GOOD}, load_reference_data(folder))
    assert contents(folder.parent) == before


def test_a_faulty_neighbour_does_not_matter(folder: Path) -> None:
    add(folder, "zla/index.md", FAULTY["index.md"])
    assert write_entries(folder, {"a": GOOD}, load_reference_data(folder)) == []


def test_a_disk_that_fails_in_the_middle_leaves_everything_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(folder)
    rename = Path.rename

    def failing(path: Path, target: Path) -> Path:
        if path.name == "b":
            raise OSError(28, "No space left on device")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(OSError, match="No space"):
        write_entries(
            folder,
            {"a": GOOD, "b": GOOD},
            load_reference_data(folder),
        )
    assert contents(folder) == before


def test_folders_above_are_made_and_nothing_else_is_left_there(folder: Path, tmp_path: Path) -> None:
    aside = tmp_path / "a" / "b" / "szkice"
    reference = load_reference_data(folder)
    assert write_entries(aside, {"las": GOOD}, reference) == []
    assert [path.name for path in aside.iterdir()] == ["las"]
    assert write_entries(aside, {"staw": {**GOOD}}, reference) == []
    assert sorted(path.name for path in aside.iterdir()) == ["las", "staw"]


def test_a_name_that_is_taken_or_none_is_told(folder: Path) -> None:
    reference = load_reference_data(folder)
    with pytest.raises(UnusableSubmission) as refused:
        write_entries(folder, {"a": GOOD, "Zły id": GOOD, "b/c": GOOD}, reference)
    assert [(fault.key, fault.place) for fault in refused.value.faults] == [
        ("problem.bad_id", "Zły id"),
        ("problem.bad_id", "b/c"),
    ]
    (folder / "a").mkdir()
    with pytest.raises(UnusableSubmission) as refused:
        write_entries(folder, {"a": GOOD, "b": GOOD}, reference)
    assert [(fault.key, fault.place, fault.params) for fault in refused.value.faults] == [
        ("submission.taken", "", {"id": "a", "folder": folder})
    ]
