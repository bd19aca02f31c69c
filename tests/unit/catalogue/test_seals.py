"""What somebody else wrote into a cache is not recalled, however well it is made."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from goodpractices.catalogue import Cache, seals
from goodpractices.catalogue.seals import KEY_VARIABLE, key_file, seal_of


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "cache.sqlite"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home without a key, in which this process has read none."""
    monkeypatch.delenv(KEY_VARIABLE)
    monkeypatch.setattr("platformdirs.user_data_path", lambda name, appauthor: tmp_path / "home" / name)
    seals._secret.cache_clear()
    yield tmp_path / "home"
    seals._secret.cache_clear()


def kept(place: Path, value: str) -> None:
    cache = Cache(place)
    cache.keep("things", "key", value)
    cache.save()


def recalled(place: Path) -> object:
    """What a later process recalls."""
    seals._secret.cache_clear()
    return Cache(place).get("things", "key")


def test_what_was_kept_under_the_key_of_another_is_not_recalled(place: Path) -> None:
    kept(place, "<script>")
    assert recalled(place) == "<script>"
    key_file().unlink()
    assert recalled(place) is None


def test_a_key_is_made_once_and_for_its_owner_alone(place: Path, home: Path) -> None:
    kept(place, "las")
    [file] = [path for path in home.rglob("*") if path.is_file()]
    made = file.read_bytes()
    assert recalled(place) == "las"
    assert file.read_bytes() == made
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_key_that_is_none_is_made_anew(place: Path) -> None:
    kept(place, "las")
    key_file().write_bytes(b"short")
    assert recalled(place) is None
    kept(place, "staw")
    assert recalled(place) == "staw"


def test_machines_with_one_key_share_a_cache(place: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEY_VARIABLE, "wspólny klucz")
    kept(place, "las")
    assert recalled(place) == "las"
    assert not home.exists()
    monkeypatch.setenv(KEY_VARIABLE, "inny klucz")
    assert recalled(place) is None


def test_where_no_key_can_be_made_nothing_is_kept_and_nothing_fails(place: Path, home: Path) -> None:
    home.write_text("no folder", encoding="utf-8")
    kept(place, "las")
    assert recalled(place) is None


def test_a_seal_is_that_of_its_kind_and_key() -> None:
    assert len({seal_of("a", "b", "c"), seal_of("a", "bc", ""), seal_of("ab", "", "c"), seal_of("b", "a", "c")}) == 4
    assert seal_of("a", "b", "ż") == seal_of("a", "b", "ż".encode())
