"""The share of each practice in the files of open data: kept, and made anew only where something it says changed."""

from pathlib import Path
from typing import Any

import pytest
from tests.support.samples import IDENTITY, published

from goodpractices.catalogue import Cache, Catalogue
from goodpractices.publishing import Site
from goodpractices.publishing.open_data import PracticeShare

LAS, PARK = {"title": "Las"}, {"title": "Park"}


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The practices whose shares were made."""
    ids: list[str] = []
    real = PracticeShare.of.__func__  # type: ignore[attr-defined]

    def noted(cls: type[PracticeShare], practice: Any, names: Any) -> PracticeShare:
        ids.append(practice.id)
        share: PracticeShare = real(cls, practice, names)
        return share

    monkeypatch.setattr(PracticeShare, "of", classmethod(noted))
    return ids


def data(catalogue: Catalogue, cache: Path | None = None, base: str = "", **edition: Any) -> dict[str, bytes]:
    """The files of the open data, with what the file of a cache holds."""
    site = Site(catalogue, IDENTITY, Path(), **edition)
    parts = [each for each in site.files(Cache(cache), base) if each.name == "data"]
    return {address: b"".join(pieces) for part in parts for address, pieces in part.make()}


def test_only_the_share_of_a_practice_that_changed_is_made_anew(tmp_path: Path, made: list[str]) -> None:
    cache = tmp_path / "cache.sqlite"
    data(published(tmp_path / "a", {"las": LAS, "park": PARK}), cache)
    changed = published(tmp_path / "b", {"las": LAS, "park": {"title": "Park nad rzeką"}})
    assert made == ["las", "park"]
    warm = data(changed, cache)
    assert made == ["las", "park", "park"]
    assert b"Park nad rzek" in warm["dane/praktyki.csv"]
    assert warm == data(changed)


@pytest.mark.parametrize("edition", [{"offline": False}, {"offline": True}])
def test_files_of_kept_shares_are_those_of_new_ones(tmp_path: Path, made: list[str], edition: Any) -> None:
    cache, catalogue = tmp_path / "cache.sqlite", published(tmp_path, {"las": LAS, "park": PARK})
    first, again = data(catalogue, cache, **edition), data(catalogue, cache, **edition)
    assert made == ["las", "park"]
    assert first == again
    assert len(first) > 8


def test_a_relation_appears_once_the_other_practice_has_a_page(tmp_path: Path, made: list[str]) -> None:
    cache = tmp_path / "cache.sqlite"
    related = {**LAS, "relations": [{"type": "successor_of", "target": "park", "source": "s1"}]}
    draft = {**PARK, "editorial": {"state": "draft"}}
    before = data(published(tmp_path / "a", {"las": related, "park": draft}), cache)
    assert b"successor_of" not in before["dane/praktyki.jsonl"]
    after = data(published(tmp_path / "b", {"las": related, "park": PARK}), cache)
    assert made == ["las", "las", "park"]
    assert b"successor_of" in after["dane/praktyki.jsonl"]


def test_what_everything_follows_from_makes_every_share_anew(tmp_path: Path, made: list[str]) -> None:
    cache, catalogue = tmp_path / "cache.sqlite", published(tmp_path, {"las": LAS})
    data(catalogue, cache, "one code")
    data(catalogue, cache, "another code")
    assert made == ["las", "las"]


@pytest.mark.parametrize("value", [None, [], ["a", "b"], ["a", "b", ["c"]], ["a", 1, ["", "", "", ""]], "abc"])
def test_what_is_no_share_is_not_taken_for_one(value: object) -> None:
    assert not PracticeShare.is_one(value)


def test_a_share_comes_back_as_it_was() -> None:
    share = PracticeShare('{"id":"las"}\n', "", ["a\r\n", "", "", ""])
    assert PracticeShare.is_one(share.to_json())
    assert PracticeShare.from_json(share.to_json()) == share
