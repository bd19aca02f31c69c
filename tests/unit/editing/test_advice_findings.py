"""What advice finds in texts and between entries: private addresses, odd links and letters, twins, abbreviations."""

from pathlib import Path
from typing import Any

import pytest
from tests.support.advised import said
from tests.support.entries import loaded

from goodpractices.catalogue import Catalogue, Problem
from goodpractices.editing.advice.abbreviations import explained_words, unexplained
from goodpractices.editing.advice.duplicates import candidates, in_common, near_duplicates
from goodpractices.editing.advice.letters import words_keep_to_one_script
from goodpractices.editing.advice.links import links_lead_where_they_say
from goodpractices.editing.advice.noted import Compared
from goodpractices.editing.advice.personal_data import private_addresses, private_phones


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("anna.kowalska@gmail.com", [1]),
        ("pisz: anna+las@WP.PL, jan_nowak@poczta.onet.pl", [7, 23]),
        ("biuro@gmail.com sekretariat@wp.pl szkola12@onet.pl mops@o2.pl", []),
        ("anna@gdynia.pl anna@mail.gmail.com.pl", []),
        ("@gmail.com", []),
        ("ż@gmail.com", []),
    ],
)
def test_a_mailbox_at_a_service_for_everyone_looks_private(text: str, columns: list[int]) -> None:
    found = list(private_addresses(text))
    assert [(each.key, each.line, each.column) for each in found] == [("private_email", 1, each) for each in columns]


def test_an_address_has_the_line_it_stands_on() -> None:
    [found] = private_addresses("a\n\n  anna@wp.pl\n")
    assert (found.line, found.column, found.severity) == (3, 3, "warning")


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("601 202 303", [1]),
        ("601-202-303", [1]),
        ("601202303", []),
        ("+48601202303", [1]),
        ("0048 601202303", [1]),
        ("tel. 601202303", [6]),
        ('Komórka: "601202303"', [11]),
        ("Telewizyjna 601202303", []),
        ("kom: 601202303", [6]),
        ("phone 601202303", [7]),
        ("dzwoń 601202303", [7]),
        ("601 202 000", []),
        ("tel. 601 202 000", [6]),
        ("601 202 303 zł", []),
        ("601 202 303 mieszkańców", []),
        ("601 202 303 m²", []),
        ("601 202-303", []),
        ("581 202 303", []),
        ("401 202 303", []),
        ("1 601 202 303 4", []),
        ("601 202 303.", [1]),
        ("601 202 303,5", []),
        ("https://example.org/601-202-303", []),
        ("601 202 303 i 501 202 303", [1, 15]),
    ],
)
def test_a_mobile_number_looks_private_and_an_amount_does_not(text: str, columns: list[int]) -> None:
    found = list(private_phones(text))
    assert [(each.key, each.line, each.column) for each in found] == [("private_phone", 1, each) for each in columns]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://example.org/a", []),
        ("[a](https://www.example.org/)", []),
        ("[https://example.org/a](https://www.example.org/b)", []),
        ("[www.example.org](https://example.org/)", []),
        (
            "x [https://example.org](https://inny.example/)",
            [("link_names_other_host", 3, {"value": "example.org", "target": "inny.example"})],
        ),
        (
            "https://ex\u0430mple.org/",
            [("foreign_host", 1, {"value": "ex\u0430mple.org", "ascii": "xn--exmple-4nf.org"})],
        ),
        (
            "https://www.xn--exmple-4nf.org/",
            [("foreign_host", 1, {"value": "xn--exmple-4nf.org", "ascii": "xn--exmple-4nf.org"})],
        ),
        ("https://a.\u0430..org/", [("foreign_host", 1, {"value": "a.\u0430..org", "ascii": r"a.\u0430..org"})]),
        ("[https://[a](https://example.org/)", [("link_names_other_host", 1, {"value": "", "target": "example.org"})]),
        ("https://[bad/", []),
    ],
)
def test_a_link_leads_to_the_host_it_names_in_letters_of_one_kind(text: str, expected: list[Any]) -> None:
    found = list(links_lead_where_they_say(text))
    assert [(each.key, each.column, dict(each.params)) for each in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("las \u043b\u0435\u0441 δάσος", []),
        ("l\u0430s", [(2, {"value": "l\u0430s", "letter": "\u0430", "code": "U+0430"})]),
        ("w\nla\u03c3", []),
        ("a1\u0430", []),
    ],
)
def test_a_word_of_two_alphabets_is_told_with_its_odd_letter(text: str, expected: list[Any]) -> None:
    found = list(words_keep_to_one_script(text))
    assert [(each.column, dict(each.params)) for each in found if each.line == 1] == expected
    if text.startswith("w\n"):
        assert [(each.line, each.column) for each in found] == [(2, 3)]


def compared(catalogue: Catalogue) -> list[Compared]:
    return [*map(Compared.of, catalogue.practices.values())]


def two(parent: Path, first: dict[str, Any], second: dict[str, Any]) -> list[Any]:
    catalogue = loaded(parent, a=first, b=second)
    return [(name, dict(each.params)) for name, each in near_duplicates(compared(catalogue))]


def orgs(*names: str) -> list[dict[str, str]]:
    return [{"org": name, "role": "partner"} for name in names]


TITLE = "Zielone podwórka dla seniorów"


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        ({}, {}, True),
        ({}, {"title": "Zielone podwórko dla seniorów"}, True),
        ({}, {"title": "ZIELONE PODWORKA – dla seniorow!"}, True),
        ({}, {"title": "Szare dachy dla młodzieży"}, False),
        ({}, {"places": [{"place": "sopot"}]}, False),
        ({}, {"places": [{"place": "sopot"}, {"place": "gdynia"}]}, True),
        ({"title": f"{TITLE} 2019"}, {"title": f"{TITLE} 2020"}, False),
        ({"organisations": orgs("um-gdynia")}, {"organisations": orgs("um-sopot")}, False),
        ({"organisations": orgs("um-gdynia")}, {"organisations": orgs("um-sopot", "um-gdynia")}, True),
        ({"organisations": orgs("um-gdynia")}, {}, True),
        ({}, {"organisations": orgs("um-gdynia")}, True),
        ({"relations": [{"type": "similar_to", "target": "b"}]}, {}, False),
        ({}, {"relations": [{"type": "similar_to", "target": "a"}]}, False),
    ],
)
def test_two_entries_may_be_one_practice(
    tmp_path: Path, first: dict[str, Any], second: dict[str, Any], *, alike: bool
) -> None:
    title = str(first.get("title", TITLE))
    expected = [("b", {"value": "a", "title": title})]
    assert two(tmp_path, {"title": TITLE, **first}, {"title": TITLE, **second}) == (expected if alike else [])


def test_of_three_alike_each_later_one_is_told_of_the_first(tmp_path: Path) -> None:
    catalogue = loaded(tmp_path, **{name: {"title": TITLE} for name in "abc"})
    found = [(name, each.params["value"]) for name, each in near_duplicates(compared(catalogue))]
    assert found == [("b", "a"), ("c", "a")]


def test_what_two_sets_have_in_common_is_a_share_of_all() -> None:
    assert in_common(frozenset("abcd"), frozenset("abcx")) == 0.6
    assert in_common(frozenset("ab"), frozenset("ab")) == 1.0
    assert in_common(frozenset("a"), frozenset("b")) == 0.0


def test_only_practices_that_share_a_rare_group_of_letters_and_a_place_are_compared(tmp_path: Path) -> None:
    catalogue = loaded(tmp_path, a={"title": "x"}, b={"title": "x", "places": [{"place": "sopot"}]}, c={"title": "y"})
    practices = [*map(Compared.of, catalogue.practices.values())]
    titles = [frozenset({"abc", "bcd"}), frozenset({"abc", "bcd"}), frozenset({"abc", "bcd"})]
    assert candidates(practices, titles) == {(0, 2)}


def abbreviation(value: str, *location: str) -> Problem:
    return Problem("unexplained_abbreviation", location, {"n": 1, "value": value}, severity="warning")


def test_abbreviations_of_an_entry_are_told_at_the_first_place_of_all() -> None:
    other = Problem("summary_long", ("summary",), severity="warning")
    found = [
        abbreviation("NGO", "title"),
        other,
        abbreviation("PUP", "summary"),
        abbreviation("NGO", "goals"),
        abbreviation("PUP", "goals"),
        abbreviation("KRS", "goals"),
    ]
    assert said(unexplained(found, {"KRS"})) == [
        ("summary_long", ("summary",), {}),
        ("unexplained_abbreviation", ("summary",), {"n": 2, "value": "PUP, NGO"}),
    ]
    assert said(unexplained(found, {"KRS", "PUP", "NGO"})) == [("summary_long", ("summary",), {})]
    assert said(unexplained(found, None)) == [("summary_long", ("summary",), {})]


def test_names_of_organisations_explain_abbreviations(tmp_path: Path) -> None:
    assert explained_words(loaded(tmp_path)) == frozenset()


def test_titles_of_the_same_letters_in_other_words_are_not_alike(tmp_path: Path) -> None:
    assert two(tmp_path, {"title": "A la ma ko ta i psa"}, {"title": "Alama kotai psa"}) == []


@pytest.mark.parametrize(
    "service",
    [
        *("aol.com", "autograf.pl", "gazeta.pl", "gmail.com", "gmx.com", "gmx.de", "gmx.net", "go2.pl"),
        *("googlemail.com", "hotmail.com", "icloud.com", "int.pl", "interia.com", "interia.eu", "interia.pl"),
        *("live.com", "o2.pl", "onet.eu", "onet.pl", "op.pl", "outlook.com", "poczta.fm", "poczta.onet.pl"),
        *("poczta.pl", "proton.me", "protonmail.com", "spoko.pl", "t-online.de", "tlen.pl", "ukr.net", "vp.pl"),
        *("web.de", "wp.eu", "wp.pl", "yahoo.com"),
    ],
)
def test_anyone_gets_a_mailbox_at_these_services(service: str) -> None:
    assert [each.key for each in private_addresses(f"anna.kowalska@{service}")] == ["private_email"]


@pytest.mark.parametrize(
    "name",
    [
        *("biuro", "sekretariat", "kontakt", "contact", "info", "office", "urzad", "gmina", "miasto"),
        *("powiat", "szkola", "przedszkole", "biblioteka", "fundacja", "stowarzyszenie", "klub", "centrum", "dom"),
        *("osrodek", "mops", "gops", "pup", "rada", "redakcja", "projekt", "praca", "rekrutacja", "zarzad", "zapisy"),
        *("pomoc", "punkt", "kultura"),
    ],
)
def test_a_mailbox_of_an_office_is_none_of_a_person(name: str) -> None:
    assert list(private_addresses(f"las.{name}1@gmail.com")) == []
