"""What is rendered of single practices is kept, and recalled only while it would be rendered in the same way."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.support.samples import published

from goodpractices.catalogue import Cache, Catalogue, Practice
from goodpractices.publishing.pieces import Pieces

BASE = "what all pages follow from"


class Maker:
    """Makes a piece of a practice, and knows of which it has made one."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, practice: Practice) -> str:
        self.asked.append(practice.id)
        return f"{practice.title}\x00"


def pieces(catalogue: Catalogue, cache: Cache, base: str = BASE) -> Pieces:
    made = Pieces(catalogue, "pl")
    made.keep_in(cache, base)
    return made


def asked_of(catalogue: Catalogue, cache: Path | None, base: str = BASE, kind: str = "card") -> Sequence[str]:
    """The ids of the practices of which a build makes a piece."""
    maker, opened = Maker(), Cache(cache)
    found = pieces(catalogue, opened, base).of(kind, catalogue.published, maker)
    assert found == [f"{each.title}\x00" for each in catalogue.published]
    opened.save()
    return maker.asked


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache.sqlite"


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    return published(tmp_path, {"las": {"title": "Las"}, "staw": {"title": "Staw"}})


def test_a_piece_is_made_once_a_process(catalogue: Catalogue) -> None:
    maker, kept = Maker(), Pieces(catalogue)
    for _ in range(2):
        assert kept.of("card", catalogue.published, maker) == ["Las\x00", "Staw\x00"]
    assert maker.asked == ["las", "staw"]


def test_a_later_build_makes_only_what_would_be_another_one(catalogue: Catalogue, cache: Path, tmp_path: Path) -> None:
    assert asked_of(catalogue, cache) == ["las", "staw"]
    assert asked_of(catalogue, cache) == []
    changed = published(tmp_path / "changed", {"las": {"title": "Las"}, "staw": {"title": "Duży staw"}})
    assert asked_of(changed, cache) == ["staw"]
    assert asked_of(changed, cache, base="another code") == ["las", "staw"]
    assert asked_of(changed, cache, base="another code", kind="row") == ["las", "staw"]


def test_pieces_that_nobody_asked_for_are_there_the_next_time(catalogue: Catalogue, cache: Path) -> None:
    asked_of(catalogue, cache)
    opened = Cache(cache)
    pieces(catalogue, opened).of("card", catalogue.published[:1], Maker())
    opened.save()
    assert asked_of(catalogue, cache) == []


def test_what_is_prepared_is_kept_at_once_and_made_once(catalogue: Catalogue, cache: Path) -> None:
    maker = Maker()
    for _ in range(2):
        pieces(catalogue, Cache(cache)).prepare("card", catalogue.published, maker)
    assert maker.asked == ["las", "staw"]
    assert asked_of(catalogue, cache) == []


@pytest.mark.parametrize("value", [1, None, ["Las"], "Las", b"\xff"])
def test_what_is_kept_and_is_no_text_is_made_anew(catalogue: Catalogue, cache: Path, value: Any) -> None:
    opened = Cache(cache)
    for each in catalogue.published:
        opened.keep("piece-pl-card", f"{BASE} {catalogue.fingerprint(each.id).listed}", value)
    opened.save()
    assert asked_of(catalogue, cache) == ["las", "staw"]


def test_another_process_recalls_what_was_prepared_over_a_connection_of_its_own(
    catalogue: Catalogue, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened, maker = Cache(cache), Maker()
    kept = pieces(catalogue, opened)
    kept.prepare("card", catalogue.published[:1], Maker())
    there = pieces(catalogue, opened)
    monkeypatch.setattr(os, "getpid", lambda: -1)
    monkeypatch.setattr(opened, "recalled", lambda *_: pytest.fail("the connection of the other process was used"))
    there.of("card", catalogue.published, maker)
    assert maker.asked == ["staw"]
    assert asked_of(catalogue, cache) == ["staw"]
