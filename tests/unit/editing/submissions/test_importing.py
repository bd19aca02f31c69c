"""From files to entries: each kind is read by its reader, what cannot be used is told, and nothing else is opened."""

import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from tests.support.entries import add, entry, practices_folder
from tests.support.office import filled_document, sheet, workbook
from tests.support.samples import PL
from tests.support.submissions import ANSWERS, reference

from goodpractices.catalogue import Problem, ReferenceData, load_reference_data
from goodpractices.editing import UnusableSubmission
from goodpractices.editing.submissions.importing import MAX_BYTES, Imported, imported
from goodpractices.editing.submissions.reading_files import KINDS

DAY = date(2026, 11, 22)
LABELS = {name: PL(f"ask.{name}") for name in ANSWERS}
ISSUE = "\n\n".join(f"### {LABELS[name]}\n\n{words}" for name, words in ANSWERS.items())


def entries(path: Path, practice_id: str = "", known: ReferenceData | None = None) -> list[Imported]:
    return imported(path, known or reference(), PL, created=DAY, practice_id=practice_id)


def refused(read: Callable[[], object]) -> list[tuple[str, str, dict[str, object]]]:
    with pytest.raises(UnusableSubmission) as error:
        read()
    return [(fault.key, fault.place, dict(fault.params)) for fault in error.value.faults]


def given(parent: Path, name: str, data: bytes) -> Path:
    path = parent / name
    path.write_bytes(data)
    return path


def table(*rows: tuple[str, ...]) -> bytes:
    return "".join(";".join(f'"{cell}"' for cell in row) + "\r\n" for row in rows).encode()


ROW = tuple(ANSWERS.values())
FILES = {
    "las.md": ISSUE.encode(),
    "las.txt": b"\xef\xbb\xbf" + ISSUE.encode(),
    "LAS.MD": ISSUE.encode(),
    "las.csv": table(tuple(LABELS.values()), ROW),
    "las.xlsx": sheet(list(LABELS.values()), list(ROW)),
    "las.docx": filled_document(),
}


@pytest.mark.parametrize("name", FILES)
def test_each_kind_of_file_makes_an_entry(tmp_path: Path, name: str) -> None:
    [made] = entries(given(tmp_path, name, FILES[name]))
    assert made.id == "las-w-miescie"
    assert list(made.files) == ["index.md"]
    text = made.files["index.md"].decode()
    assert text.startswith("---\ntitle: Las w mieście\n")
    assert "created: 2026-11-22\n" in text
    assert made.doubts == ()


def test_there_is_a_reader_for_these_kinds() -> None:
    assert list(KINDS) == [".docx", ".xlsx", ".odt", ".ods", ".csv", ".tsv", ".md", ".txt", ".json"]


def test_every_row_is_an_entry_with_an_id_of_its_own_and_its_place(tmp_path: Path) -> None:
    first, second = entries(given(tmp_path, "las.csv", table(tuple(LABELS.values()), ROW, ROW)))
    assert (first.id, second.id) == ("las-w-miescie", "las-w-miescie-2")
    assert (first.place, second.place) == ("CSV, wiersz 2", "CSV, wiersz 3")
    assert second.place_of(Problem("missing", ("title",))) == "CSV, komórka A3"
    assert second.place_of(Problem("missing", ("period", "start"))) == "CSV, komórka I3"
    assert second.place_of(Problem("missing", ("indicators",))) == "CSV, wiersz 3"
    assert second.place_of(Problem("missing", ("nothing",))) == "CSV, wiersz 3"


def test_an_id_may_be_given_to_one_entry_and_not_to_several(tmp_path: Path) -> None:
    [made] = entries(given(tmp_path, "las.md", ISSUE.encode()), "moj-las")
    assert made.id == "moj-las"
    several = given(tmp_path, "las.csv", table(tuple(LABELS.values()), ROW, ROW))
    assert refused(lambda: entries(several, "moj-las")) == [("submission.one_id", "", {"n": 2})]


def test_an_id_of_the_catalogue_is_not_given_again(tmp_path: Path) -> None:
    taken = next(iter(reference().practice_ids))
    path = given(tmp_path, "las.md", f"### {LABELS['title']}\n\n{taken}".encode())
    assert entries(path)[0].id == f"{taken}-2"


def test_what_cannot_be_sure_comes_as_a_doubt(tmp_path: Path) -> None:
    text = f"### Kolor\n\nzielony\n\n{ISSUE}\n"
    [made] = entries(given(tmp_path, "las.md", text.encode()))
    assert [doubt.question for doubt in made.doubts] == [""]
    assert "zielony" in made.doubts[0].text


@pytest.mark.parametrize("name", ["las", "las.exe"])
def test_another_kind_is_refused_with_those_there_are(tmp_path: Path, name: str) -> None:
    assert refused(lambda: entries(given(tmp_path, name, b"x"))) == [
        ("submission.unknown_kind", "", {"known": ".docx, .xlsx, .odt, .ods, .csv, .tsv, .md, .txt, .json"})
    ]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("las.doc", "old_document"),
        ("las.xls", "old_workbook"),
        ("las.XLSB", "old_workbook"),
        ("las.docm", "macros"),
        ("las.pdf", "pdf"),
        ("las.rtf", "rtf"),
        ("las.eml", "mail"),
        ("las.msg", "mail"),
        ("las.pages", "apple"),
        ("las.html", "web_page"),
        ("las.pptx", "slides"),
        ("las.jpg", "picture"),
        ("las.zip", "archive"),
        ("las.gdoc", "google"),
        ("las.fodt", "other_office"),
    ],
)
def test_a_kind_that_is_not_read_says_how_to_save_it(tmp_path: Path, name: str, key: str) -> None:
    assert refused(lambda: entries(given(tmp_path, name, b"x"))) == [(f"not_read.{key}", "", {})]


@pytest.mark.parametrize(
    ("start", "key"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old_or_locked"),
        (b"%PDF-1.7", "pdf"),
        (b"{\\rtf1", "rtf"),
        (b"\r\n<!doctype HTML><html>", "web_page"),
        (b"<html xmlns='x'>", "web_page"),
        (b"\x89PNG\r\n", "picture"),
    ],
)
@pytest.mark.parametrize("ending", ["docx", "xlsx", "csv", "txt"])
def test_what_only_bears_the_name_of_another_kind_is_told_as_what_it_is(
    tmp_path: Path, ending: str, start: bytes, key: str
) -> None:
    assert refused(lambda: entries(given(tmp_path, f"las.{ending}", start + b" x"))) == [(f"not_read.{key}", "", {})]


def test_a_template_that_nobody_filled_in_is_no_submission(tmp_path: Path) -> None:
    assert refused(lambda: entries(given(tmp_path, "las.xlsx", workbook()))) == [("submission.empty", "", {})]


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    path = given(tmp_path, "las.docx", b"")
    os.truncate(path, MAX_BYTES + 1)
    assert refused(lambda: entries(path)) == [("submission.too_large", "las.docx", {"max": 10})]
    os.truncate(path, MAX_BYTES)
    assert refused(lambda: entries(path))[0][0] == "submission.broken"


@pytest.mark.slow
def test_an_issue_may_be_a_megabyte(tmp_path: Path) -> None:
    start = f"### {LABELS['title']}\n\nLas\n\n### {LABELS['solution']}\n\n".encode()
    room = 1024 * 1024 - len(start)
    assert entries(given(tmp_path, "las.md", start + b"a" * room))[0].id == "las"
    too_long = given(tmp_path, "las.md", start + b"a" * (room + 1))
    assert refused(lambda: entries(too_long)) == [("submission.too_large", "", {"max": 1})]


def test_an_issue_that_is_no_text_is_refused(tmp_path: Path) -> None:
    assert refused(lambda: entries(given(tmp_path, "las.md", b"\xff\xfe\x00"))) == [("submission.not_text", "", {})]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_nothing_is_read_through_a_link(tmp_path: Path) -> None:
    given(tmp_path, "secret.md", ISSUE.encode())
    (tmp_path / "las.md").symlink_to(tmp_path / "secret.md")
    assert refused(lambda: entries(tmp_path / "las.md")) == [("submission.no_file", "las.md", {})]
    (tmp_path / "folder").mkdir()
    (tmp_path / "link.md").symlink_to(tmp_path / "folder")
    assert refused(lambda: entries(tmp_path / "link.md")) == [("submission.no_file", "link.md", {})]


@pytest.fixture
def known(tmp_path: Path) -> ReferenceData:
    return load_reference_data(practices_folder(tmp_path / "catalogue"))


def test_a_folder_of_entries_becomes_drafts_with_what_lies_beside_them(tmp_path: Path, known: ReferenceData) -> None:
    folder = tmp_path / "nowe"
    editorial = {"state": "in_review", "created": "2024-01-02"}
    media = [{"file": "las.png", "alt": "Drzewa", "credit": "Urząd", "licence": "CC-BY-4.0"}]
    add(folder, "las/index.md", entry({"title": "Las", "editorial": editorial, "media": media}))
    Image.new("RGB", (4, 4), "red").save(folder / "las" / "las.png")
    add(folder, "las/Thumbs.db", b"x")
    add(folder, "las/.ukryty", b"x")
    add(folder, "staw/index.md", entry({"title": "Staw"}))
    las, staw = entries(folder, known=known)
    assert (las.id, las.place, staw.id) == ("las", "las", "staw")
    text = las.files["index.md"].decode()
    assert "state: draft\n" in text
    assert "created: '2024-01-02'\n" in text
    assert (list(las.files), list(staw.files)) == (["index.md", "las.png"], ["index.md"])
    assert las.files["las.png"] == (folder / "las" / "las.png").read_bytes()


def test_a_folder_with_faults_is_refused_with_all_of_them(tmp_path: Path, known: ReferenceData) -> None:
    folder = tmp_path / "nowe"
    add(folder, "las/index.md", entry({"title": "Las", "themes": ["nic"]}))
    add(folder, "staw/index.md", entry({"title": "Staw"}, without=("summary",)))
    found = refused(lambda: entries(folder, known=known))
    assert [key for key, _, _ in found] == ["submission.entry", "submission.entry"]
    assert found[0][1].endswith("las/index.md:4:3")
    assert str(found[0][2]["problem"]).startswith("themes[0]: ")
    assert str(found[1][2]["problem"]).startswith("summary: ")


def test_an_empty_folder_is_refused(tmp_path: Path, known: ReferenceData) -> None:
    (tmp_path / "nowe").mkdir()
    assert refused(lambda: entries(tmp_path / "nowe", known=known)) == [("submission.empty", "", {})]


def test_a_fault_of_a_whole_file_names_no_field(tmp_path: Path, known: ReferenceData) -> None:
    folder = tmp_path / "nowe"
    add(folder, "las/index.md", "---\ntitle: [\n---\n")
    [(key, place, params)] = refused(lambda: entries(folder, known=known))
    assert (key, place.rpartition("nowe/")[2].partition(":")[0]) == ("submission.entry", "las/index.md")
    assert not str(params["problem"]).startswith(":")
    assert str(params["problem"])[0].isupper()
