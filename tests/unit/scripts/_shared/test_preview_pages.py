"""What the preview shows at an address, and whether that has changed since somebody saw it."""

from pathlib import Path

import pytest

from _shared.preview.pages import AS_BEFORE, Answer, Pages, Shown


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    site = tmp_path / "site"
    (site / "a").mkdir(parents=True)
    (site / "a" / "index.html").write_bytes(b"before")
    (tmp_path / "secret").write_bytes(b"x")
    made = Pages()
    made.root = site
    return made


def test_without_anything_newer_the_site_is_shown(pages: Pages) -> None:
    assert pages.at("a/index.html") == Shown(b"before")
    assert pages.at("b/index.html") == Shown(None)


def test_before_the_first_site_there_is_nothing() -> None:
    assert Pages().at("index.html") == Shown(None)


@pytest.mark.parametrize("address", ["../secret", "a/../../secret", "", "a", "a/index.html\0"])
def test_nothing_beside_the_site_is_shown(pages: Pages, address: str) -> None:
    assert pages.at(address) == Shown(None)


def test_what_is_rendered_is_shown_in_the_place_of_the_site(pages: Pages) -> None:
    answers = {"a/index.html": Answer(b"now"), "b/index.html": Answer(b"new")}
    pages.ahead = lambda address: answers.get(address, AS_BEFORE)
    assert pages.at("a/index.html") == Shown(b"now")
    assert pages.at("b/index.html") == Shown(b"new")


def test_what_is_not_rendered_is_that_of_the_site(pages: Pages) -> None:
    pages.ahead = lambda _: AS_BEFORE
    assert pages.at("a/index.html") == Shown(b"before")


def test_a_page_that_is_gone_is_not_shown(pages: Pages) -> None:
    pages.ahead = lambda _: Answer(is_gone=True)
    assert pages.at("a/index.html") == Shown(None)


def test_a_page_with_a_fault_is_shown_as_it_was_last_in_order(pages: Pages) -> None:
    answers = [Answer(faults=("x:1: Źle",)), Answer(b"now"), Answer(faults=("x:1: Źle",))]
    pages.ahead = lambda _: answers.pop(0)
    assert pages.at("a/index.html") == Shown(b"before", ("x:1: Źle",))
    assert pages.at("a/index.html") == Shown(b"now")
    assert pages.at("a/index.html") == Shown(b"now", ("x:1: Źle",))


def test_a_site_differs_if_a_file_that_was_seen_does(pages: Pages, tmp_path: Path) -> None:
    pages.ahead = lambda _: Answer(b"now")
    pages.at("a/index.html")
    assert pages.catch_up(tmp_path / "site")
    assert pages.at("a/index.html") == Shown(b"before")


def test_a_site_that_shows_the_same_does_not_differ(pages: Pages, tmp_path: Path) -> None:
    pages.ahead = lambda address: Answer(b"before") if address == "a/index.html" else AS_BEFORE
    pages.at("a/index.html")
    pages.at("missing/index.html")
    (tmp_path / "site" / "unseen.html").write_bytes(b"new")
    assert not pages.catch_up(tmp_path / "site")


def test_a_file_that_appears_where_one_was_missed_differs(pages: Pages, tmp_path: Path) -> None:
    pages.at("b.html")
    (tmp_path / "site" / "b.html").write_bytes(b"new")
    assert pages.catch_up(tmp_path / "site")


def test_what_was_seen_before_pages_were_loaded_anew_does_not_count(pages: Pages, tmp_path: Path) -> None:
    pages.at("a/index.html")
    pages.reload()
    (tmp_path / "site" / "a" / "index.html").write_bytes(b"other")
    assert not pages.catch_up(tmp_path / "site")


def test_a_page_that_was_overtaken_while_it_was_rendered_is_taken_anew(pages: Pages, tmp_path: Path) -> None:
    def slow(_: str) -> Answer:
        assert not pages.catch_up(tmp_path / "site")
        return Answer(b"too late")

    pages.ahead = slow
    assert pages.at("a/index.html") == Shown(b"before")


def test_a_page_of_a_site_that_was_replaced_while_it_was_read_is_taken_from_the_new_one(
    pages: Pages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = tmp_path / "new"
    (new / "a").mkdir(parents=True)
    (new / "a" / "index.html").write_bytes(b"new")
    read = Path.read_bytes

    def replaced(path: Path) -> bytes:
        if path.is_relative_to(new):
            return read(path)
        pages.catch_up(new)
        raise FileNotFoundError

    monkeypatch.setattr(Path, "read_bytes", replaced)
    assert pages.at("a/index.html") == Shown(b"new")
