"""What the cache has of entries that did not change: the same outcome, whatever became of the cache."""

import os
import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from tests.support.caches import plant, values
from tests.support.entries import PRACTICE, add, entry, in_english, practices_folder

from goodpractices.catalogue import (
    Cache,
    Catalogue,
    InvalidCatalogue,
    Lost,
    Problem,
    cache_for,
    code_stamp,
    load_catalogue,
)
from goodpractices.catalogue import cache as caching
from goodpractices.catalogue.cache import READING, Content
from goodpractices.catalogue.loading import load_practice

READER = "goodpractices.catalogue.entries.load_practice"

Outcome = tuple[Catalogue | None, list[Problem]]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "practices.sqlite"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = practices_folder(tmp_path)
    add(folder, f"{PRACTICE}/index.md", entry())
    add(folder, "inna/index.md", entry({"relations": [{"type": "similar_to", "target": PRACTICE}]}))
    return folder


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of entries that were read in full since the last look, as long as this process reads them."""
    ids: list[str] = []

    def noting(path: Path, practice_id: str, *further: Any) -> Any:
        ids.append(practice_id)
        return load_practice(path, practice_id, *further)

    monkeypatch.setattr(READER, noting)
    return ids


def outcome(folder: Path, place: Path | None = None) -> Outcome:
    try:
        return load_catalogue(folder, Cache(place) if place else None), []
    except InvalidCatalogue as error:
        return error.sound, error.problems


def read_again(folder: Path, place: Path, read: list[str]) -> list[str]:
    read.clear()
    assert outcome(folder, place) == outcome_without_noting(folder, read)
    return read


def outcome_without_noting(folder: Path, read: list[str]) -> Outcome:
    noted = [*read]
    found = outcome(folder)
    read[:] = noted
    return found


def test_what_did_not_change_is_not_read_again(folder: Path, place: Path, read: list[str]) -> None:
    assert read_again(folder, place, read) == ["inna", PRACTICE]
    assert read_again(folder, place, read) == []


def test_a_changed_letter_is_noticed_and_that_entry_alone_read(folder: Path, place: Path, read: list[str]) -> None:
    outcome(folder, place)
    add(folder, f"{PRACTICE}/index.md", entry().replace("title: W", "title: X"))
    assert read_again(folder, place, read) == [PRACTICE]
    assert read_again(folder, place, read) == []


def test_an_entry_under_another_name_is_another_one(folder: Path, place: Path, read: list[str]) -> None:
    outcome(folder, place)
    shutil.copytree(folder / PRACTICE, folder / "kopia")
    assert read_again(folder, place, read) == ["kopia"]


def test_content_differs_by_its_name_the_code_and_every_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = ((add(tmp_path, name, text), 100) for name, text in (("a", "x"), ("b", "y")))
    contents = [Content.of(*each) for each in (("n", [one, other]), ("m", [one, other]), ("n", [one]))]
    monkeypatch.setattr(caching, "code_stamp", lambda *_: "other")
    contents.append(Content.of("n", [one, other]))
    assert len({each.key for each in contents if each}) == 4


@pytest.mark.slow
def test_a_changed_translation_or_picture_is_noticed(folder: Path, place: Path, read: list[str]) -> None:
    add(folder, "inna/index.en.md", in_english())
    outcome(folder, place)
    add(folder, "inna/index.en.md", "---\n---\n")
    assert read_again(folder, place, read) == ["inna"]
    add(folder, "inna/zdjecie.png", b"no picture")
    assert read_again(folder, place, read) == ["inna"]


@pytest.mark.parametrize("file", ["_registry/places.yml", "_vocabularies/themes.yml"])
def test_a_removed_id_is_noticed(file: str, folder: Path, place: Path, read: list[str]) -> None:
    outcome(folder, place)
    text = (folder / file).read_text(encoding="utf-8")
    add(folder, file, text.replace("id: ", "id: nie-"))
    assert read_again(folder, place, read) == ["inna", PRACTICE]
    assert {problem.key for problem in outcome(folder, place)[1]} >= {"unknown_id"}
    add(folder, file, text)
    assert outcome(folder, place)[1] == []


def test_a_removed_practice_is_noticed(folder: Path, place: Path, read: list[str]) -> None:
    add(folder, "trzecia/index.md", entry(body=f"## Wyzwanie\n\nJak [tam](../{PRACTICE}/index.md).\n"))
    assert outcome(folder, place)[1] == []
    shutil.rmtree(folder / PRACTICE)
    assert read_again(folder, place, read) == ["inna", "trzecia"]
    assert [problem.key for problem in outcome(folder, place)[1]] == ["unknown_practice"] * 2


def test_a_former_id_that_another_practice_takes_is_noticed(folder: Path, place: Path) -> None:
    add(folder, "stara/index.md", entry({"former_ids": ["dawna"]}))
    assert outcome(folder, place)[1] == []
    add(folder, "dawna/index.md", entry())
    assert [problem.key for problem in outcome(folder, place)[1]] == ["former_id_live"]
    assert outcome(folder, place) == outcome(folder)


def test_a_registry_that_cannot_be_read_lets_nothing_unchecked_be_kept(folder: Path, place: Path) -> None:
    themes = folder / "_vocabularies" / "themes.yml"
    text = themes.read_text(encoding="utf-8")
    themes.write_text("[", encoding="utf-8")
    add(folder, f"{PRACTICE}/index.md", entry({"themes": ["nie-ma"]}))
    outcome(folder, place)
    themes.write_text(text, encoding="utf-8")
    assert [problem.key for problem in outcome(folder, place)[1]] == ["unknown_id"]


def test_a_described_picture_that_breaks_is_noticed(folder: Path, place: Path) -> None:
    add(folder, f"{PRACTICE}/index.md", entry({"media": [{"file": "las.png", "alt": "Las", "credit": "Urząd"}]}))
    Image.new("RGB", (2, 2)).save(folder / PRACTICE / "las.png")
    assert outcome(folder, place)[1] == []
    add(folder, f"{PRACTICE}/las.png", b"no picture")
    assert [[problem.key for problem in outcome(folder, place)[1]] for _ in range(2)] == [["unusable_picture"]] * 2


def test_a_list_that_names_a_record_gone_from_another_is_noticed(folder: Path, place: Path) -> None:
    kinds = folder / "_vocabularies" / "organisation_kinds.yml"
    outcome(folder, place)
    kinds.write_text(kinds.read_text(encoding="utf-8").replace("id: ", "id: nie-"), encoding="utf-8")
    found = outcome(folder, place)
    assert found == outcome(folder)
    assert {problem.path for problem in found[1]} == {"practices/_registry/organisations.yml"}


def test_an_entry_with_a_problem_is_read_each_time(folder: Path, place: Path, read: list[str]) -> None:
    add(folder, f"{PRACTICE}/index.md", entry({"lifecycle": "trwa"}))
    outcome(folder, place)
    assert read_again(folder, place, read) == [PRACTICE]


def test_a_file_that_changes_while_it_is_read_is_not_kept(
    folder: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index: list[tuple[Path, bytes]] = []

    def changing(path: Path, *further: Any) -> Any:
        before = path.read_bytes()
        path.write_text(entry({"title": "Nowy"}), encoding="utf-8")
        found = load_practice(path, *further)
        index.append((path, before))
        return found

    monkeypatch.setattr(READER, changing)
    outcome(folder, place)
    monkeypatch.undo()
    for path, before in index:
        path.write_bytes(before)
    assert outcome(folder, place) == outcome(folder)


def test_other_code_finds_nothing_and_clears_up(
    folder: Path, place: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    outcome(folder, place)
    before = keys(place, "entries")
    monkeypatch.setattr(caching, "code_stamp", lambda *_: "other")
    assert read_again(folder, place, read) == ["inna", PRACTICE]
    assert len(before) == len(keys(place, "entries")) == 2
    assert before.isdisjoint(keys(place, "entries"))


@pytest.mark.parametrize("change", [("a.py", "a = 2"), ("locales/pl.yml", "a: c"), ("new.py", "")])
def test_the_stamp_of_the_code_changes_with_every_source(change: tuple[str, str], tmp_path: Path) -> None:
    add(tmp_path, "a.py", "a = 1")
    add(tmp_path, "locales/pl.yml", "a: b")
    stamp = code_stamp.__wrapped__
    before = stamp(tmp_path)
    add(tmp_path, "a.pyc", "")
    assert stamp(tmp_path) == before
    add(tmp_path, *change)
    assert stamp(tmp_path) != before


def test_the_stamp_covers_the_packages_that_reading_needs() -> None:
    assert {folder.name for folder in READING} == {"catalogue", "wording"}
    assert all((folder / "__init__.py").is_file() for folder in READING)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: b"",
        lambda data: data[: len(data) // 2],
        lambda data: data.replace(b"Wz", b"Xz"),
        lambda _: "{„nie nasz”}".encode() * 200,
    ],
    ids=["empty", "half", "another letter", "foreign"],
)
def test_a_broken_cache_costs_time_only(
    spoil: Callable[[bytes], bytes], folder: Path, place: Path, read: list[str]
) -> None:
    outcome(folder, place)
    place.write_bytes(spoil(place.read_bytes()))
    assert read_again(folder, place, read) == ["inna", PRACTICE]
    assert read_again(folder, place, read) == []


@pytest.mark.slow
def test_a_cache_that_another_run_is_writing_costs_time_only(
    folder: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(caching, "_PATIENCE", 0.1)
    outcome(folder, place)
    with closing(sqlite3.connect(place)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert outcome(folder, place) == outcome(folder)
    assert len(keys(place, "entries")) == 2


def test_the_cache_of_a_folder_lies_outside_it(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CATALOGUE_CACHE", raising=False)
    monkeypatch.setattr("platformdirs.user_cache_path", lambda name, appauthor: tmp_path / "user" / name)
    load_catalogue(folder, cache_for(folder))
    moved = folder.rename(tmp_path / "inny")
    load_catalogue(moved, cache_for(moved))
    files = [path for path in tmp_path.rglob("*.sqlite*") if path.is_file()]
    assert {path.parent for path in files} == {tmp_path / "user" / "katalog-dobrych-praktyk"}
    assert len(files) == 2


@pytest.mark.parametrize(("named", "files"), [("", 0), ("gdzie indziej", 1)])
def test_the_place_of_caches_can_be_named(
    named: str, files: int, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CATALOGUE_CACHE", named)
    load_catalogue(folder, cache_for(folder))
    assert len([*tmp_path.glob("gdzie indziej/*")]) == len([*tmp_path.rglob("*.sqlite")]) == files


def test_caches_that_nobody_has_used_for_long_are_removed(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CATALOGUE_CACHE", str(tmp_path / "all"))
    old, young = (add(tmp_path / "all", name, "") for name in ("old.sqlite", "young.sqlite"))
    days = 24 * 3600
    os.utime(old, (0, time.time() - 91 * days))
    os.utime(young, (0, time.time() - 89 * days))
    load_catalogue(folder, cache_for(folder))
    assert not old.exists()
    assert young.exists()


def test_bytes_and_json_come_back_as_they_were(place: Path) -> None:
    cache = Cache(place)
    given = {"a": b"\x00\xff", "b": ["ż", 1, None, {"c": 0.1}], "d": ""}
    for key, value in given.items():
        cache.keep("things", key, value)
    assert cache.recalled("things", given) == given
    cache.save()
    assert Cache(place).recalled("things", [*given, "e"]) == given


def test_a_kind_nobody_asked_about_is_not_forgotten(place: Path) -> None:
    for kind in ("a", "b"):
        cache = Cache(place)
        cache.keep(kind, "key", kind)
        cache.save()
    assert [Cache(place).get(kind, "key") for kind in ("a", "b")] == ["a", "b"]


SCRIPT = [{"id": "zrodlo", "title": "Źródło", "url": "javascript:alert(1)"}]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("sources", SCRIPT),
        ("id", "../../x"),
        ("title", ["W"]),
        ("title", "<b>W</b>"),
        ("contacts", [{"person": 5}]),
        ("translations", {"en": {"title": "T"}}),
    ],
)
def test_a_field_that_the_model_refuses_is_never_made(field: str, value: Any, folder: Path, place: Path) -> None:
    outcome(folder, place)
    plant(place, "entries", lambda kept: [*kept[:2], {**kept[2], field: value}])
    catalogue, _ = outcome(folder, place)
    assert catalogue is not None
    with pytest.raises(Lost):
        getattr(catalogue.practices[PRACTICE], field)


@pytest.mark.parametrize("kept", [None, 5, "x", [], {}, [PRACTICE], [[1, 2, {}, []], [], []], [[], [], {}]], ids=str)
def test_a_value_of_another_shape_counts_as_missing(kept: Any, folder: Path, place: Path, read: list[str]) -> None:
    outcome(folder, place)
    plant(place, "entries", lambda _: kept)
    assert read_again(folder, place, read) == ["inna", PRACTICE]


@pytest.mark.parametrize(
    "kept", [None, 5, {}, [5], [{"id": "x"}], [{"id": "x", "name": "X", "url": "javascript:alert(1)"}]], ids=str
)
def test_a_list_in_the_cache_passes_every_check_or_is_read_anew(kept: Any, folder: Path, place: Path) -> None:
    outcome(folder, place)
    plant(place, "shared", lambda _: kept)
    assert [outcome(folder, place) for _ in range(2)] == [outcome(folder)] * 2


def test_nothing_but_text_is_kept_of_entries(folder: Path, place: Path) -> None:
    outcome(folder, place)
    with closing(sqlite3.connect(place)) as database:
        kinds = database.execute("SELECT DISTINCT kind, typeof(value) FROM sealed ORDER BY kind").fetchall()
    assert kinds == [("entries", "text"), ("shared", "text")]


@pytest.mark.parametrize("kind", ["a file above it", "a folder in its place"])
def test_a_place_that_cannot_be_written_is_no_problem(kind: str, folder: Path, place: Path) -> None:
    if kind == "a file above it":
        add(place.parent.parent, place.parent.name, "")
    else:
        place.mkdir(parents=True)
    assert [outcome(folder, place) for _ in range(2)] == [outcome(folder)] * 2


def test_a_place_without_the_right_to_write_is_no_problem(
    folder: Path, place: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise PermissionError

    outcome(folder, place)
    monkeypatch.setattr("os.utime", refuse)
    assert read_again(folder, place, read) == ["inna", PRACTICE]


def test_an_entry_that_has_gone_is_forgotten(folder: Path, place: Path) -> None:
    outcome(folder, place)
    shutil.rmtree(folder / "inna")
    outcome(folder, place)
    assert [said["id"] for _, _, said in values(place, "entries").values()] == [PRACTICE]


def test_nothing_is_written_where_nothing_changed(folder: Path, place: Path) -> None:
    outcome(folder, place)
    before = place.read_bytes()
    outcome(folder, place)
    assert place.read_bytes() == before


def keys(place: Path, kind: str) -> set[str]:
    return {*values(place, kind)}
