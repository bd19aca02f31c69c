"""The command for editors: which problems it tells, in which form, and how it ends."""

import json
from pathlib import Path

import pytest
from tests.support.cases import FILES, read
from tests.support.entries import CASES, add, entry, practices_folder

import validate
from _shared.environment import ROOT, CommandError

SPOILT = entry({"lifecycle": "trwa"})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = practices_folder(tmp_path)
    add(folder, "dobra/index.md", entry())
    add(folder, "zla/index.md", SPOILT)
    add(folder, "inna-zla/index.md", SPOILT)
    return folder


def paths(output: str) -> list[str]:
    return [problem["path"] for problem in json.loads(output)["problems"]]


def test_all_is_well_ends_with_0(tmp_path: Path) -> None:
    folder = practices_folder(tmp_path)
    add(folder, "dobra/index.md", entry())
    assert validate.validated(folder, [], "text") == ("Wszystko w porządku.", 0)


def test_problems_end_with_1_and_are_all_reported(folder: Path) -> None:
    output, code = validate.validated(folder, [], "json")
    assert code == 1
    assert paths(output) == ["practices/inna-zla/index.md", "practices/zla/index.md"]


@pytest.mark.parametrize("path", [path for path in FILES if path.parent.name == "files"], ids=lambda path: path.stem)
def test_bad_files_end_with_1_and_good_ones_with_0_in_every_form(path: Path, tmp_path: Path) -> None:
    case = read(path)
    folder = case.write(tmp_path)
    codes = {form: validate.validated(folder, [], form)[1] for form in ("text", "json", "github", "gitlab", "sarif")}
    assert set(codes.values()) == {1 if case.problems else 0}


@pytest.mark.parametrize("given", ["zla", "zla/index.md"])
def test_a_path_limits_what_is_reported(given: str, folder: Path) -> None:
    output, code = validate.validated(folder, [folder / given], "json")
    assert (paths(output), code) == (["practices/zla/index.md"], 1)


def test_a_good_path_among_bad_ones_is_well(folder: Path) -> None:
    assert validate.validated(folder, [folder / "dobra"], "text") == ("Wszystko w porządku.", 0)


def test_several_paths_are_reported_together(folder: Path) -> None:
    output, _ = validate.validated(folder, [folder / "dobra", folder / "zla", folder / "inna-zla"], "json")
    assert paths(output) == ["practices/inna-zla/index.md", "practices/zla/index.md"]


def test_a_path_may_hold_the_practices_and_be_spelt_from_here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder / "dobra")
    assert len(paths(validate.validated(folder, [Path("..")], "json")[0])) == 2
    assert paths(validate.validated(folder, [Path("../zla")], "json")[0]) == ["practices/zla/index.md"]
    assert len(paths(validate.validated(folder, [folder.parent], "json")[0])) == 2


def test_ids_of_the_whole_catalogue_are_known_whatever_the_path(folder: Path) -> None:
    add(folder, "zla/index.md", entry({"relations": [{"type": "similar_to", "target": "dobra"}]}))
    assert validate.validated(folder, [folder / "zla"], "text")[1] == 0


def test_a_link_is_reported_by_its_own_path(folder: Path) -> None:
    (folder / "link").symlink_to("dobra")
    assert paths(validate.validated(folder, [folder / "link"], "json")[0]) == ["practices/link"]


def test_a_folder_of_practices_that_is_a_link_is_a_problem(folder: Path) -> None:
    link = folder.parent / "link"
    link.symlink_to(folder)
    assert validate.validated(link, [], "json")[1] == 1


def test_what_cannot_be_checked_is_trouble(folder: Path) -> None:
    with pytest.raises(CommandError, match="Nie ma folderu z praktykami"):
        validate.validated(folder / "nie-ma", [], "text")
    with pytest.raises(CommandError, match="Nie ma takiego pliku ani folderu"):
        validate.validated(folder, [folder / "nie-ma"], "text")
    with pytest.raises(CommandError, match="nie należy do folderu z praktykami"):
        validate.validated(folder, [CASES], "text")


def test_the_practices_may_be_elsewhere(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PRACTICES_DIR", raising=False)
    assert validate.practices_folder() == ROOT / "practices"
    monkeypatch.setenv("PRACTICES_DIR", f"{folder}/../practices/")
    assert validate.practices_folder() == folder
