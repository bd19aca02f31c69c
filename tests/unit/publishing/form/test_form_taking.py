"""To whom the form hands an entry over: the page offers what the office wrote into its file, and nothing else."""

from dataclasses import replace
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.support.samples import IDENTITY, plain, renderer

from goodpractices.publishing.form import form_article
from goodpractices.publishing.form.taking import taking_data, taking_of
from goodpractices.wording import Translations

CONTACT: dict[str, Any] = {"contact": "biuro@example.org"}
ISSUES: dict[str, Any] = {"repository": "https://git.example.org/katalog"}
ADDRESS: dict[str, Any] = {"receiving_address": "https://zgloszenia.example.org/praktyki"}
NOBODY: dict[str, Any] = {"owner": None, "contact": None, "repository": None, "receiving_address": None}


def ways(named: dict[str, Any], *, offline: bool = False) -> list[set[str]]:
    """What each of the two places offers where an entry is handed over."""
    identity = replace(IDENTITY, **{**NOBODY, **named})
    page = LexborHTMLParser(form_article(identity, renderer(offline=offline), offline=offline).content)
    names = ("send", "mail", "issue", "download")
    return [{name for name in names if place.css(f"[data-{name}]")} for place in page.css("[data-hand-over]")]


@pytest.mark.parametrize(
    ("named", "web", "folder"),
    [
        ({}, set(), set()),
        (CONTACT, {"mail"}, {"mail"}),
        (ISSUES, {"issue"}, set()),
        (ADDRESS, {"send"}, set()),
        ({**CONTACT, **ISSUES, **ADDRESS}, {"send", "mail", "issue"}, {"mail"}),
    ],
)
def test_both_forms_offer_what_the_office_names(named: dict[str, Any], web: set[str], folder: set[str]) -> None:
    assert ways(named) == [{*web, "download"}] * 2
    assert ways(named, offline=True) == [{*folder, "download"}] * 2
    identity = replace(IDENTITY, **{**NOBODY, **named})
    assert taking_of(identity, offline=False).is_nobody == (not web)
    assert taking_of(identity, offline=True).is_nobody == (not folder)


@pytest.mark.parametrize(
    ("owner", "said"), [(None, "która prowadzi ten katalog"), ("Biuro", "Katalog prowadzi: Biuro.")]
)
def test_where_nobody_is_named_the_page_says_how_to_hand_the_file_in(owner: str | None, said: str) -> None:
    content = plain(form_article(replace(IDENTITY, **{**NOBODY, "owner": owner}), renderer()).content)
    assert content.count("Redakcja nie podała jeszcze adresu") == 2
    assert said in content.replace("\xa0", " ")
    named = plain(form_article(replace(IDENTITY, **{**NOBODY, **CONTACT}), renderer()).content)
    assert "nie podała jeszcze adresu" not in named


def test_the_page_names_the_address_that_a_press_sends_to() -> None:
    content = plain(form_article(replace(IDENTITY, **{**NOBODY, **ADDRESS}), renderer()).content)
    assert f"plik trafi pod adres {ADDRESS['receiving_address']}." in content.replace("\xa0", " ")


def test_scripts_know_the_same_and_the_message_is_polish_in_every_language() -> None:
    data = taking_data(replace(IDENTITY, **{**NOBODY, **CONTACT, **ISSUES, **ADDRESS}))
    assert (data["contact"], data["address"]) == (CONTACT["contact"], ADDRESS["receiving_address"])
    assert data["issue"]["address"] == "https://git.example.org/katalog/issues/new"
    polish = Translations.load("pl").entries
    assert data["letter"]["sender"] == polish["form.letter.sender"]
    nobody = taking_data(replace(IDENTITY, **NOBODY))
    assert (nobody["contact"], nobody["address"], nobody["issue"]) == (None, None, None)
