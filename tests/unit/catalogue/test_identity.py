"""Whose the catalogue is: addresses that follow from it, its languages, and when its declaration is due."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from goodpractices.catalogue import InvalidCatalogue, load_identity
from goodpractices.catalogue.identity import Identity, IdentityInLanguage, Legal, LegalInLanguage
from goodpractices.wording import Untranslated

PLAIN = Identity(name="Katalog", tagline="Praktyki", description="Opis.")
REPOSITORY = "https://example.org/a/b"


@pytest.mark.parametrize(
    ("way", "new_file", "new_issue"),
    [
        (
            "edit/main/",
            {"address": f"{REPOSITORY}/new/main", "file": "filename", "content": "value"},
            {"address": f"{REPOSITORY}/issues/new", "title": "title", "text": "body"},
        ),
        (
            "-/edit/dev/",
            {"address": f"{REPOSITORY}/-/new/dev", "file": "file_name", "content": ""},
            {"address": f"{REPOSITORY}/-/issues/new", "title": "issue[title]", "text": "issue[description]"},
        ),
        (
            "_edit/main/",
            {"address": f"{REPOSITORY}/_new/main", "file": "filename", "content": ""},
            {"address": f"{REPOSITORY}/issues/new", "title": "title", "text": "body"},
        ),
        ("blob/main/", None, None),
        ("edit/a/b/", None, None),
    ],
)
def test_what_can_be_begun_at_a_host_follows_from_the_way_to_its_editor(
    way: str, new_file: dict[str, str] | None, new_issue: dict[str, str] | None
) -> None:
    for repository in (REPOSITORY, f"{REPOSITORY}/"):
        there = replace(PLAIN, repository=repository, edit_path=way)
        assert (there.new_file, there.new_issue) == (new_file, new_issue)
        assert there.edit_address("a.md") == f"{REPOSITORY}/{way}a.md"
        assert there.takes_entries is (new_issue is not None)


def test_without_a_repository_nothing_can_be_begun_and_somebody_has_to_be_named() -> None:
    assert (PLAIN.new_file, PLAIN.new_issue, PLAIN.edit_address("a.md")) == (None, None, None)
    assert not PLAIN.takes_entries
    assert replace(PLAIN, contact="a@example.org").takes_entries
    assert replace(PLAIN, receiving_address="https://example.org/a").takes_entries


@pytest.mark.parametrize(
    ("address", "page", "root"),
    [
        (None, None, "/"),
        ("https://example.org", "https://example.org/x/", "/"),
        ("https://example.org/", "https://example.org/x/", "/"),
        ("https://example.org/a/b", "https://example.org/a/b/x/", "/a/b/"),
        ("https://example.org/a/b/", "https://example.org/a/b/x/", "/a/b/"),
    ],
)
def test_pages_are_read_below_the_address_of_the_site(address: str | None, page: str | None, root: str) -> None:
    there = replace(PLAIN, address=address)
    assert (there.page_address("x/"), there.root) == (page, root)


def test_until_an_owner_is_named_the_catalogue_stands_for_itself() -> None:
    assert PLAIN.publisher == "Katalog"
    assert replace(PLAIN, owner="Miasto").publisher == "Miasto"


@pytest.mark.parametrize(
    ("looked", "day", "due"),
    [
        ({"drawn_up": date(2026, 11, 22)}, date(2027, 3, 31), False),
        ({"drawn_up": date(2026, 11, 22)}, date(2027, 4, 1), True),
        ({"drawn_up": date(2026, 1, 1)}, date(2026, 12, 31), False),
        ({"drawn_up": date(2025, 1, 1)}, date(2027, 3, 1), True),
        ({"drawn_up": date(2025, 1, 1), "reviewed": date(2026, 5, 1)}, date(2027, 3, 31), False),
        ({}, date(2027, 4, 1), False),
    ],
)
def test_the_declaration_is_looked_through_each_year_until_the_end_of_march(
    looked: dict[str, date], day: date, *, due: bool
) -> None:
    legal = Legal(drawn_up=looked.get("drawn_up"), reviewed=looked.get("reviewed"))
    assert legal.is_due(day) is due
    assert legal.last_review == (looked.get("reviewed") or looked.get("drawn_up"))


def test_in_another_language_it_is_called_otherwise_and_what_nobody_translated_stays_polish() -> None:
    english = IdentityInLanguage(
        name="Catalogue", tagline="Practices", description="About.", legal=LegalInLanguage(unit="Office")
    )
    both = replace(PLAIN, translations={"en": english}, legal=Legal(unit="Biuro", building="Schody", phone="12345"))
    assert both.languages == ("pl", "en")
    assert both.in_language("pl") is both
    there = both.in_language("en")
    assert (there.name, there.tagline, there.description) == ("Catalogue", "Practices", "About.")
    assert (there.legal.unit, there.legal.building, there.legal.phone) == ("Office", "Schody", "12345")
    assert isinstance(there.legal.building, Untranslated)
    assert there.legal.server_logs is None
    with pytest.raises(KeyError):
        both.in_language("de")


def test_the_address_of_the_host_is_taken_only_where_the_file_says_none(tmp_path: Path) -> None:
    path = tmp_path / "katalog.yml"
    path.write_text("name: Katalog\ntagline: x\ndescription: y\n", encoding="utf-8")
    assert load_identity(path).address is None
    assert load_identity(path, address="https://example.org/a").address == "https://example.org/a"
    with pytest.raises(InvalidCatalogue) as refused:
        load_identity(path, address="x" * 90)
    [problem] = refused.value.problems
    assert (problem.key, problem.path, problem.params) == ("bad_site_address", "CATALOGUE_ADDRESS", {"value": "x" * 80})
    path.write_text("name: Katalog\ntagline: x\ndescription: y\naddress: https://a.pl\n", encoding="utf-8")
    assert load_identity(path, address="x").address == "https://a.pl"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("name: Katalog\n", [("missing", 1), ("missing", 1)]),
        ("name: [a\n", [("yaml_open_bracket", 1)]),
        ("name: A\u200b\ntagline: x\ndescription: y\n", [("control_character", 1)]),
        ("name: A\ntagline: x\ndescription: y\nlicence: qqq\n", [("not_allowed", 4)]),
    ],
)
def test_whatever_is_wrong_with_the_file_is_told_with_its_path(
    text: str, found: list[tuple[str, int]], tmp_path: Path
) -> None:
    path = tmp_path / "docs" / "katalog.yml"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidCatalogue) as refused:
        load_identity(path)
    assert [(each.key, each.line) for each in refused.value.problems] == found
    assert {each.path for each in refused.value.problems} == {"docs/katalog.yml"}


def test_without_the_file_its_path_is_told(tmp_path: Path) -> None:
    with pytest.raises(InvalidCatalogue) as refused:
        load_identity(tmp_path / "docs" / "katalog.yml")
    assert [each.path for each in refused.value.problems] == ["docs/katalog.yml"]
