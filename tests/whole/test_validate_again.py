"""Entries that did not change since the last check are not read again, and nobody can tell that from the outcome."""

import os
import random
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.support.entries import add, entry, practices_folder

import validate
from goodpractices.catalogue import Cache, Lost, Problem, StampedCache, load_catalogue
from goodpractices.catalogue import entries as entries_module
from goodpractices.editing import FORMATS

DAY = date(2026, 11, 22)
TITLES = ("Zielone podwórka", "Zielone podwórko", "Klub sąsiada", "Nauka przez pracę")
BODY = "## Wyzwanie\n\nMało miejsc w MOPS dla ludzi. Zobacz [inną praktykę](../las/index.md).\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = practices_folder(tmp_path)
    for n, name in enumerate(("dom", "klub", "las", "park", "staw", "ulica")):
        add(made, f"{name}/index.md", written(TITLES[n % 4]))
    return made


def written(title: str, **further: object) -> str:
    """An entry that readers see, with a claim that grows old and an abbreviation that nobody explains."""
    claims = [{"text": "Jedyna taka.", "as_of": "2019", "source": "s1"}]
    editorial = {"state": "published", "created": "2024-01-10", "updated": "2024-02-10"}
    return entry({"title": title, "themes": ["sport"], "claims": claims, "editorial": editorial, **further}, body=BODY)


@pytest.fixture(autouse=True)
def trusting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stamps are believed although the files are new; the clock of the disk is finer than an edit of these tests."""
    monkeypatch.setattr("goodpractices.catalogue.stamped.TICK", -(10**18))


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The entries that were read from their files, in order."""
    names: list[str] = []
    reading = entries_module._read

    def noting(each: entries_module.EntryFolder, known: object) -> entries_module.ReadEntry:
        names.append(each.path.name)
        return reading(each, known)  # type: ignore[arg-type]

    monkeypatch.setattr(entries_module, "_read", noting)
    return names


def checked(folder: Path, day: date | None = DAY) -> list[Problem]:
    return validate.remarks(folder, day, StampedCache(folder.parent / "cache.sqlite"))


def anew(folder: Path, day: date | None = DAY) -> list[Problem]:
    return validate.remarks(folder, day, Cache(None))


def write(path: Path, edit: Callable[[str], str]) -> None:
    path.write_text(edit(path.read_text(encoding="utf-8")), encoding="utf-8")


def test_only_the_entry_that_changed_is_read(folder: Path, read: list[str]) -> None:
    checked(folder)
    write(folder / "las" / "index.md", lambda text: text + "Jeszcze zdanie.\n")
    read.clear()
    assert checked(folder) == anew(folder)
    assert read[0] == "las"
    assert read[1:] == ["dom", "klub", "las", "park", "staw", "ulica"]  # by the check from the start


def test_of_entries_that_did_not_change_nothing_is_fetched(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checked(folder)
    fetched: list[str] = []
    monkeypatch.setattr(StampedCache, "_said", lambda _, key: fetched.append(key))
    assert checked(folder) != []
    assert fetched == []


def test_a_file_that_changed_just_now_is_not_trusted(
    folder: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("goodpractices.catalogue.stamped.TICK", 10**18)
    checked(folder)
    index = folder / "las" / "index.md"
    status = index.stat()
    write(index, lambda text: text.replace("Mało", "Dużo"))
    os.utime(index, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert checked(folder) == anew(folder)
    assert "las" in read


def test_another_day_gives_the_advice_of_that_day(folder: Path) -> None:
    for day in (DAY, date(2020, 1, 1), None, date(2030, 1, 1), DAY):
        found = checked(folder, day)
        assert found == anew(folder, day), day
        assert ("claim_old" in {each.key for each in found}) is (day in (DAY, date(2030, 1, 1))), day


def test_many_entries_are_fetched_together(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("goodpractices.catalogue.stamped._FEW", 2)
    checked(folder)
    asked: list[int] = []
    recalled = Cache.recalled

    def counting(cache: Cache, kind: str, keys: Iterable[str]) -> dict[str, Any]:
        keys = [*keys]
        if kind == "entries":
            asked.append(len(keys))
        return recalled(cache, kind, keys)

    monkeypatch.setattr(Cache, "recalled", counting)
    found = checked(folder, date(2030, 1, 1))
    assert [count for count in asked if count] == [1, 1, 4]
    assert found == anew(folder, date(2030, 1, 1))


def test_an_entry_that_is_gone_is_missed_by_those_that_name_it(folder: Path) -> None:
    write(
        folder / "dom" / "index.md",
        lambda text: text.replace("---\n", "---\nrelations: [{type: similar_to, target: klub}]\n", 1),
    )
    checked(folder)
    shutil.rmtree(folder / "klub")
    found = checked(folder)
    assert found == anew(folder)
    assert any(each.path.endswith("dom/index.md") and each.severity == "error" for each in found)


def test_a_value_that_another_run_took_away_is_worked_out_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checked(folder)

    def lost(_: StampedCache, key: str) -> None:
        raise Lost(key)

    monkeypatch.setattr(StampedCache, "_said", lost)
    assert checked(folder, date(2027, 1, 1)) == anew(folder, date(2027, 1, 1))


def test_an_id_that_two_entries_had_is_told_although_one_did_not_change(folder: Path) -> None:
    add(folder, "dom/index.md", written("Dom", former_ids=["dawny"]))
    checked(folder)
    add(folder, "las/index.md", written("Las", former_ids=["dawny"]))
    found = checked(folder)
    assert found == anew(folder)
    assert [each.path for each in found if each.key == "former_id_twice"] == ["practices/las/index.md"]


def test_a_new_title_is_compared_with_those_that_did_not_change(folder: Path) -> None:
    checked(folder)
    for title in ("Ogród społeczny w porcie", "Zielone podwórka"):
        add(folder, "las/index.md", written(title))
        found = checked(folder)
        assert found == anew(folder)
        alike = [each.path for each in found if each.key == "near_duplicate"]
        assert ("practices/las/index.md" in alike) is (title == "Zielone podwórka")


def test_a_check_leaves_what_builds_recall(folder: Path, read: list[str]) -> None:
    path = folder.parent / "cache.sqlite"
    checked(folder)
    checked(folder)
    read.clear()
    load_catalogue(folder, Cache(path))
    assert read == []


@pytest.mark.parametrize("damage", ["bytes", "gone", "rows"])
def test_a_damaged_cache_costs_time_and_nothing_else(folder: Path, damage: str) -> None:
    before = checked(folder)
    path = folder.parent / "cache.sqlite"
    if damage == "bytes":
        path.write_bytes(b"no database")
    elif damage == "gone":
        path.unlink()
    else:
        with sqlite3.connect(path) as database:
            database.execute("DELETE FROM sealed WHERE kind = 'entries'")
        database.close()
    assert checked(folder) == before


def edit_title(folder: Path, chance: random.Random) -> None:
    new = chance.choice(TITLES)
    write(some(folder, chance), lambda text: re.sub(r"^title: .*$", f"title: {new}", text, count=1, flags=re.MULTILINE))


def edit_story(folder: Path, chance: random.Random) -> None:
    word = chance.choice(["MOPR", "drzewa", "ktos@wp.pl", "Jeden"])
    write(some(folder, chance), lambda text: f"{text}{word} rośnie.\n")


def edit_theme(folder: Path, chance: random.Random) -> None:
    theme = chance.choice(["sport", "youth-support", "nie-ma-takiego"])
    write(some(folder, chance), lambda text: re.sub(r"themes: ?\[.*?\]|themes:\n- .*", f"themes: [{theme}]", text))


def edit_state(folder: Path, chance: random.Random) -> None:
    states = ["draft", "published", "withdrawn", "xyz"]
    state = chance.choice(states)
    write(some(folder, chance), lambda text: re.sub(r"state: \w+", f"state: {state}", text))


def spoil(folder: Path, chance: random.Random) -> None:
    write(some(folder, chance), lambda text: text.replace("title:", "tytul:", 1))


def mend(folder: Path, chance: random.Random) -> None:
    write(some(folder, chance), lambda text: text.replace("tytul:", "title:", 1).replace("xyz", "published"))


def add_one(folder: Path, chance: random.Random) -> None:
    name = f"nowa-{chance.randrange(4)}"
    relations = [{"type": "similar_to", "target": chance.choice(["las", "park", "nowa-0"])}]
    add(folder, f"{name}/index.md", written(chance.choice(TITLES), relations=relations))


def remove_one(folder: Path, chance: random.Random) -> None:
    if len(entries_of(folder)) > 3:
        shutil.rmtree(some(folder, chance).parent)


def add_stranger(folder: Path, chance: random.Random) -> None:
    (some(folder, chance).parent / "uwagi.txt").write_text("x", encoding="utf-8")


def touch(folder: Path, chance: random.Random) -> None:
    os.utime(some(folder, chance))


def edit_registry(folder: Path, chance: random.Random) -> None:
    path = folder / "_registry" / "organisations.yml"
    write(path, lambda text: text.replace("name: ", "name: MOPS ", 1) if chance.random() < 0.5 else text + "# x\n")


EDITS = (
    *(edit_title, edit_story, edit_theme, edit_state, spoil, mend, mend),
    *(add_one, remove_one, add_stranger, touch, edit_registry),
)


def entries_of(folder: Path) -> list[Path]:
    return sorted(folder.glob("[a-z]*/index.md"))


def some(folder: Path, chance: random.Random) -> Path:
    return chance.choice(entries_of(folder))


@pytest.mark.parametrize("seed", range(6))
def test_after_any_edits_the_outcome_is_that_of_a_check_from_the_start(folder: Path, seed: int) -> None:
    told: set[str] = set()
    chance = random.Random(seed)  # noqa: S311 - edits, no secrets
    checked(folder)
    for n in range(25):
        edit = chance.choice(EDITS)
        edit(folder, chance)
        day = chance.choice([DAY, DAY, None, date(2029, 1, 1)])
        found = checked(folder, day)
        assert found == anew(folder, day), (n, edit.__name__)
        told.update(each.key for each in found)
    assert told >= {"near_duplicate", "claim_old", "unexplained_abbreviation", "next_field"}


def test_the_forms_that_help_names_are_those_there_are() -> None:
    assert list(validate.FORMATS) == list(FORMATS)
