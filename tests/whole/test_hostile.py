"""Every text of the hostile corpus in every place that takes a text: refused there with its line, or only words."""

import os
import posixpath
import time
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pydantic import TypeAdapter, ValidationError
from tests.support.entries import PRACTICE, add, entry, practices_folder, problems_in, problems_of
from tests.support.hostile import (
    ADDRESSES,
    CORPUS,
    FIELDS_ONLY,
    PASSED,
    REFUSED,
    SHARED,
    STORIES_ONLY,
    TAKEN,
    add_entry,
    empty_catalogue,
    fitted,
    hostile_practices,
    listed,
    telling_texts,
    texts,
)

from goodpractices.catalogue import SECTIONS, InvalidCatalogue, Location, Problem, is_safe_link, is_slug, load_catalogue
from goodpractices.catalogue import fields as kinds
from goodpractices.catalogue.characters import CONTROL, STACKED_MARKS
from goodpractices.catalogue.fields import is_picture_name
from goodpractices.editing import problem_line
from goodpractices.wording import Translations

TOLD_BY_LINE = ("control_character", "stacked_marks", "not_utf8")
ODD = sorted({*REFUSED, *PASSED, *FIELDS_ONLY, *STORIES_ONLY, *ADDRESSES})
PICTURES, FOLDERS, FILES = (listed("file_names", kind) for kind in ("pictures", "folders", "files"))


def test_the_corpus_is_large_and_says_nothing_twice() -> None:
    assert len({*ODD, *PICTURES, *FOLDERS, *FILES}) >= 300
    assert set(REFUSED) & set(PASSED) == set()
    assert {*FIELDS_ONLY} & {*PASSED, *STORIES_ONLY} == set()
    assert all(yaml.safe_load(path.read_text(encoding="utf-8"))["threat"] for path in CORPUS.glob("*.yml"))


def test_what_is_only_a_text_is_taken_letter_by_letter(tmp_path: Path) -> None:
    # Those that tell most are taken by the site that each change makes of them.
    payloads = hostile_practices(tmp_path / "practices", TAKEN - telling_texts())
    taken = load_catalogue(tmp_path / "practices").practices
    assert {name: taken[name].title for name in payloads} == {
        name: fitted(payload, kinds.Title) for name, payload in payloads.items()
    }
    easy = {name: entry.easy_to_read.text for name, entry in taken.items() if entry.easy_to_read and name in payloads}
    assert easy == {name: fitted(payload, kinds.Lines) for name, payload in payloads.items()}


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of practices in which every text is one that nothing takes."""
    folder = tmp_path_factory.mktemp("refused") / "practices"
    empty_catalogue(folder)
    for n, payload in enumerate(REFUSED):
        add_entry(folder, f"zly-{n}", payload, payload)
    return folder


@pytest.fixture(scope="module")
def refusals(refused: Path) -> Mapping[str, list[Problem]]:
    """What is said of them, by file."""
    with pytest.raises(InvalidCatalogue) as refusal:
        load_catalogue(refused)
    found: dict[str, list[Problem]] = {}
    for problem in refusal.value.problems:
        found.setdefault(problem.path.removeprefix("practices/"), []).append(problem)
    return found


@pytest.mark.parametrize("number", range(len(REFUSED)), ids=lambda number: ascii(REFUSED[number]))
@pytest.mark.parametrize("name", ["index.md", "index.en.md"])
def test_what_could_run_or_deceive_is_refused_in_every_field_and_section(
    name: str, number: int, refusals: Mapping[str, list[Problem]], refused: Path, tmp_path: Path
) -> None:
    payload = REFUSED[number]
    text = (refused / f"zly-{number}" / name).read_text(encoding="utf-8")
    problems = refusals[f"zly-{number}/{name}"]
    if any(problem.key in TOLD_BY_LINE for problem in problems):
        # Such a character is told by its line, before anything knows which field the line belongs to.
        lines = lines_told(problems, refused / f"zly-{number}", name, tmp_path)
        assert {n for n, line in enumerate(text.split("\n"), 1) if is_unseen(line, payload)} <= lines
        return
    reported = {problem.location for problem in problems}
    assert [place for place in places_of(payload, plain(text.split("---\n")[1])) if place not in reported] == []
    assert {(section,) for section in SECTIONS} <= reported
    assert all(problem.line > 0 for problem in problems)


@pytest.mark.parametrize("name", SHARED)
def test_what_could_run_or_deceive_is_refused_in_every_label_and_registry(
    name: str, refusals: Mapping[str, list[Problem]], refused: Path
) -> None:
    reported = {problem.location for problem in refusals[f"{name}.yml"]}
    records = plain((refused / f"{name}.yml").read_text(encoding="utf-8"))
    for number, payload in enumerate(REFUSED):
        # Others are told by their line, and no file gets hundreds of such messages.
        if not (CONTROL.search(payload) or STACKED_MARKS.search(payload)):
            [(n, record)] = [(n, each) for n, each in enumerate(records) if each["id"] == f"zly-{number}"]
            places = [(n, *place) for place in places_of(payload, record)]
            assert places
            assert [place for place in places if place not in reported] == [], payload


@pytest.mark.parametrize("payload", FIELDS_ONLY)
def test_what_markdown_would_make_something_of_is_refused_on_its_line(payload: str, tmp_path: Path) -> None:
    [*lines] = problems_of(tmp_path, entry(body=f"## Wyzwanie\n\n{payload}\n"))
    number = entry(body="## Wyzwanie\n\n").count("\n") + 1
    assert lines
    assert all(line.startswith(f"{number}:") for line in lines)


def test_a_field_for_an_address_takes_web_addresses_only() -> None:
    assert [payload for payload in ADDRESSES if accepted(kinds.Url, payload)] == []
    links = [payload for payload in ODD if accepted(kinds.Url, payload) or is_safe_link(payload)]
    assert [link for link in links if not link.startswith(("https://", "http://", "mailto:"))] == []
    assert [link for link in links if set(link) & set("<>\"'` \t\n\\{}")] == []


@pytest.mark.parametrize("kind", ["Slug", "Email", "Phone", "PictureFile", "Language", "Country", "Currency", "Number"])
def test_a_field_of_another_kind_takes_nothing_of_it(kind: str) -> None:
    assert [text for text in ODD if accepted(getattr(kinds, kind), text)] == []


@pytest.mark.parametrize("kind", ["Date", "When", "Interval", "CalendarDay", "Truth", "WholeNumber", "ThemeId"])
def test_a_date_a_number_or_an_id_takes_nothing_of_it(kind: str) -> None:
    assert [text for text in ODD if accepted(getattr(kinds, kind), text)] == []


@pytest.mark.parametrize("name", PICTURES, ids=ascii)
def test_a_name_that_is_none_of_a_picture_is_refused_at_its_place(name: str, tmp_path: Path) -> None:
    media = [{"file": name, "alt": "Las", "credit": "Urząd"}]
    lines = problems_of(tmp_path, entry({"media": media}))
    assert any(line.startswith(("2:", "3:", "4:", "5:")) for line in lines), lines


@pytest.mark.parametrize("name", FOLDERS, ids=ascii)
def test_a_folder_of_such_a_name_is_no_practice(name: str, tmp_path: Path) -> None:
    folder = practices_folder(tmp_path)
    add(folder, f"{name}/index.md", entry())
    [line] = problems_in(folder)
    assert line.isprintable()
    assert line.startswith("practices/")


@pytest.mark.parametrize("name", FILES, ids=ascii)
def test_a_file_of_such_a_name_has_no_place_beside_an_entry(name: str, tmp_path: Path) -> None:
    folder = practices_folder(tmp_path)
    add(folder, f"{PRACTICE}/index.md", entry())
    add(folder, f"{PRACTICE}/{name}", b"x")
    lines = problems_in(folder)
    assert lines
    assert all(line.isprintable() and line.startswith(f"practices/{PRACTICE}/") for line in lines)


@pytest.mark.skipif(os.name == "nt", reason="names of files are small and capital letters at once on this system")
def test_two_pictures_that_differ_in_capital_letters_alone_are_not_both_taken(tmp_path: Path) -> None:
    folder = practices_folder(tmp_path)
    media = [{"file": name, "alt": "Las", "credit": "Urząd"} for name in ("las.jpg", "Las.jpg")]
    add(folder, f"{PRACTICE}/index.md", entry({"media": media}))
    for each in media:
        Image.new("RGB", (3, 3)).save(folder / PRACTICE / each["file"])
    [line] = problems_in(folder)
    assert line.startswith(f"practices/{PRACTICE}/las.jpg: Ta nazwa różni się od „Las.jpg” tylko wielkością liter")


@pytest.mark.parametrize("case", listed("yaml", "lines"), ids=lambda case: ascii(case["text"]))
def test_a_trick_of_yaml_is_reported_on_its_line(case: dict[str, Any], tmp_path: Path) -> None:
    folder = practices_folder(tmp_path)
    add(folder, f"{PRACTICE}/index.md", entry(f"{case['text']}\n"))
    with pytest.raises(InvalidCatalogue) as refusal:
        load_catalogue(folder)
    assert (case["at"], case["key"]) in {(problem.line, problem.key) for problem in refusal.value.problems}
    assert all(problem_line(problem, Translations.load("pl")).isprintable() for problem in refusal.value.problems)


@pytest.mark.parametrize("case", listed("long", "repeated"), ids=lambda case: ascii(case["text"]))
@pytest.mark.parametrize("where", ["a section", "a field", "a key"])
def test_no_long_text_is_checked_for_long(where: str, case: dict[str, Any], tmp_path: Path) -> None:
    text = case["text"] * case["times"]
    given = yaml.safe_dump({"plain_summary": text} if where == "a field" else {text: "x"}, allow_unicode=True)
    tried = entry(body=f"## Wyzwanie\n\n{text}\n") if where == "a section" else entry(given)
    started = time.process_time()
    problems_of(tmp_path, tried)
    assert time.process_time() - started < 2


def test_a_link_among_the_files_of_an_entry_is_refused_whatever_it_leads_to(tmp_path: Path) -> None:
    folder = practices_folder(tmp_path)
    add(folder, f"{PRACTICE}/index.md", entry())
    for name, target in (("index.en.md", "/etc/passwd"), ("las.png", "../../las.png"), ("x", ".."), (".git", "/")):
        (folder / PRACTICE / name).symlink_to(target)
    lines = problems_in(folder)
    assert [line.split(": ")[0] for line in lines if "To jest dowiązanie" in line] == [
        f"practices/{PRACTICE}/{name}" for name in (".git", "index.en.md", "las.png", "x")
    ]


NAMES = st.text(st.sampled_from("abAB09-_./\\:%~ \t\n\0łącon.jpgpnwe"), max_size=16)


@given(NAMES | st.text(max_size=16))
def test_no_name_of_a_picture_or_an_entry_leads_out_of_its_folder(name: str) -> None:
    here = PurePosixPath("/katalog/las")
    if is_picture_name(name) or is_slug(name):
        assert PurePosixPath(posixpath.normpath(here / name)).parent == here
        assert PureWindowsPath(name).name == name
        assert name.isascii()
        assert not name.startswith((".", "-"))
        assert not set(name) & set('/\\:*?"<>|%#&; \n\t')


@given(
    st.text(max_size=60), st.sampled_from(["javascript", "data", "vbscript", "file", "blob", "ftp", "about", "https"])
)
def test_no_scheme_but_those_of_the_web_makes_a_link(rest: str, scheme: str) -> None:
    for text in (f"{scheme}:{rest}", f" {scheme}:{rest}", f"{scheme[:3]}\t{scheme[3:]}:{rest}", f"&#{rest};{scheme}:"):
        if is_safe_link(text):
            assert text.startswith("https://")
            assert "." in (urlsplit(text).hostname or "")
            assert urlsplit(text).username is None


def plain(text: str) -> Any:
    """YAML as texts, lists and mappings, as the catalogue reads it."""
    return yaml.load(text, yaml.CBaseLoader)  # noqa: S506 - text only


def accepted(kind: Any, text: str) -> bool:
    try:
        TypeAdapter(kind).validate_python(text)
    except ValidationError:
        return False
    return True


def places_of(payload: str, node: Any, location: Location = ()) -> Iterator[Location]:
    """Where a text stands that begins with the payload, as far as it goes."""
    if isinstance(node, str) and (node.startswith(payload) or (node and payload.startswith(node))):
        yield location
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in items:
        yield from places_of(payload, value, (*location, key))


def lines_told(problems: list[Problem], entry: Path, name: str, parent: Path) -> set[int]:
    """The lines such problems name, and those named next once these are mended, when not all were listed."""
    told = {problem.line for problem in problems if problem.key in TOLD_BY_LINE}
    if not any(problem.key == "more_problems" for problem in problems):
        return told
    folder = practices_folder(parent)
    lines = (entry / name).read_text(encoding="utf-8").split("\n")
    mended = [mend(line) if n in told else line for n, line in enumerate(lines, 1)]
    add(folder, f"{entry.name}/{name}", "\n".join(mended))
    with pytest.raises(InvalidCatalogue) as refusal:
        load_catalogue(folder)
    assert not any(problem.key == "more_problems" for problem in refusal.value.problems)
    return told | {problem.line for problem in refusal.value.problems if problem.key in TOLD_BY_LINE}


def mend(line: str) -> str:
    """A line without what is told by its line."""
    return STACKED_MARKS.sub("", CONTROL.sub("", line))


def is_unseen(line: str, payload: str) -> bool:
    """Whether a line of an entry holds what a payload is refused for, as it is or as YAML writes it."""
    hidden = [*CONTROL.findall(payload), *STACKED_MARKS.findall(payload)]
    written = [yaml.safe_dump(characters, allow_unicode=False).strip('"\n') for characters in hidden]
    return any(characters in line for characters in hidden) or any(each in line for each in written)


def test_every_list_of_the_corpus_is_asked_somewhere() -> None:
    kinds_of_lists = {
        kind for path in CORPUS.glob("*.yml") for kind in yaml.safe_load(path.read_text(encoding="utf-8"))
    } - {"threat"}
    assert kinds_of_lists == {
        *("refused", "words", "words_in_fields", "markdown", "folders", "pictures", "files", "lines", "repeated"),
    }
    assert all(texts(kind) for kind in ("refused", "words", "words_in_fields", "markdown"))
