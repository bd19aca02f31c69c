"""What lists ask of each practice is worked out once, and recalled only while it would be worked out the same way."""

import os
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from tests.support.samples import published

from goodpractices.catalogue import Buckets, Cache, Catalogue, Practice, is_row

BASE = "what all notes follow from"


class Noter:
    """Notes the title of a practice, and knows of which it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, practice: Practice) -> list[str]:
        self.asked.append(practice.id)
        return [practice.title]


def is_note(kept: object) -> bool:
    return is_row(kept, str)


def _named(name: str, _: str) -> list[str]:
    return [name]


def recalling(catalogue: Catalogue, cache: Cache, base: str = BASE) -> Catalogue:
    """The same catalogue as a build finds it, with nothing noted yet."""
    fresh = replace(catalogue)
    fresh.notes.keep_in(lambda kind: Buckets(cache, kind, base))
    return fresh


def asked_of(catalogue: Catalogue, cache: Path, base: str = BASE, kind: str = "titles") -> Sequence[str]:
    """The ids of the practices of which a build makes a note."""
    noter, opened = Noter(), Cache(cache)
    found = recalling(catalogue, opened, base).noted(kind, noter, is_note)
    assert found == {each.id: [each.title] for each in catalogue.published}
    opened.save()
    return noter.asked


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache.sqlite"


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    return replace(published(tmp_path, {"las": {"title": "Las"}, "staw": {"title": "Staw"}}))


def test_a_note_is_made_once_a_process(catalogue: Catalogue) -> None:
    noter = Noter()
    for _ in range(2):
        assert catalogue.noted("titles", noter, is_note) == {"las": ["Las"], "staw": ["Staw"]}
    assert noter.asked == ["las", "staw"]


def test_a_catalogue_made_of_another_one_begins_without_notes(catalogue: Catalogue) -> None:
    noter = Noter()
    for each in (catalogue, replace(catalogue)):
        each.noted("titles", noter, is_note)
    assert noter.asked == ["las", "staw"] * 2


def test_notes_of_one_kind_that_stand_for_something_else_are_others(catalogue: Catalogue) -> None:
    for name in ("one", "other"):
        found = catalogue.notes.of("kind", {"las": name}, partial(_named, name), is_note)
        assert found == {"las": [name]}


def test_a_later_build_notes_only_what_would_be_another(catalogue: Catalogue, cache: Path, tmp_path: Path) -> None:
    assert asked_of(catalogue, cache) == ["las", "staw"]
    assert asked_of(catalogue, cache) == []
    edited = published(tmp_path / "edited", {"las": {"title": "Las"}, "staw": {"title": "Staw i łąka"}})
    assert asked_of(edited, cache) == ["staw"]
    assert asked_of(edited, cache, base="another") == ["las", "staw"]
    assert asked_of(edited, cache, base="another", kind="others") == ["las", "staw"]


@pytest.mark.parametrize("kept", ["Las", [], ["Las", "Las"], {"Las": 1}, [5], [["Las"]]])
def test_what_is_no_such_note_is_made_anew(catalogue: Catalogue, cache: Path, kept: Any) -> None:
    opened = Cache(cache)
    rows = Buckets(opened, "titles", BASE)
    for each in catalogue.published:
        rows.set(catalogue.fingerprint(each.id).listed, kept)
    rows.save({catalogue.fingerprint(each.id).listed for each in catalogue.published})
    opened.save()
    assert asked_of(catalogue, cache) == ["las", "staw"]


def test_what_is_noted_of_some_stays_kept_when_others_are_noted(cache: Path, catalogue: Catalogue) -> None:
    for given in ({"las": "one"}, {"staw": "two"}, {"las": "one", "staw": "two"}):
        opened = Cache(cache)
        notes = recalling(catalogue, opened).notes
        for practice_id, name in given.items():
            notes.of("kind", {practice_id: name}, partial(_named, name), is_note)
        opened.save()
    opened = Cache(cache)
    rows = Buckets(opened, "kind", BASE)
    assert [rows.get(name) for name in ("one", "two")] == [["one"], ["two"]]


def test_another_process_leaves_the_cache_of_its_parent_alone(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(kind: str) -> Any:
        raise AssertionError(kind)

    catalogue.notes.keep_in(refuse)
    monkeypatch.setattr(os, "getpid", lambda: 0)
    assert catalogue.noted("titles", Noter(), is_note)["las"] == ["Las"]
