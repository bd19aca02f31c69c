"""The page of a text that is easy to read, and the way to it: where there is a text, and nowhere else."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.support.entries import EASY_IN_ENGLISH, add, entry, in_english, practices_folder
from tests.support.planned import files_of
from tests.support.samples import IDENTITY, plain, practice_page, published, renderer

from goodpractices.catalogue import load_catalogue
from goodpractices.catalogue.identity import IdentityInLanguage
from goodpractices.finding import analyse
from goodpractices.publishing import Article, Site
from goodpractices.publishing.pages import EasyTextInputs, easy_text_article

Tree = LexborHTMLParser
EASY = {"text": "To jest las.\nLas jest duży.\n\nMożesz przyjść z psem.", "tested_by": "Grupa samorzeczników"}


def article(parent: Path, *, offline: bool = False, **given: Any) -> Article:
    catalogue = published(parent, {"las": {"title": "Las w mieście", "easy_to_read": {**EASY, **given}}})
    practice = catalogue.practices["las"]
    assert practice.easy_to_read
    printer = renderer(offline=offline)
    return easy_text_article(EasyTextInputs.of(practice, practice.easy_to_read, printer.links), printer)


def said(tree: Tree, selector: str) -> list[str]:
    return [plain(node.text()) for node in tree.css(selector)]


def sites(parent: Path, given: dict[str, Any], easy: str) -> dict[str, Site]:
    folder = practices_folder(parent)
    add(folder, "las/index.md", entry({"editorial": {"state": "published"}, **given}))
    add(folder, "las/index.en.md", in_english(easy))
    english = IdentityInLanguage(name="Catalogue", tagline="City", description="Words")
    identity = replace(IDENTITY, translations={"en": english})
    return Site.in_languages(load_catalogue(folder), identity, folder)


def addresses(site: Site) -> list[str]:
    practices = site.catalogue.published
    return [each.address for each in site.practice_articles(practices, analyse(site.catalogue).related.to)]


def test_each_sentence_stands_on_a_line_in_its_block(tmp_path: Path) -> None:
    tree = Tree(article(tmp_path).content)
    blocks = [[plain(line.text()) for line in block.css("p")] for block in tree.css(".easy__block")]
    assert blocks == [["To jest las.", "Las jest duży."], ["Możesz przyjść z psem."]]
    assert said(tree, "h1") == ["Las w mieście"]


def test_the_page_says_who_stands_behind_the_text(tmp_path: Path) -> None:
    tree = Tree(article(tmp_path, written_by="Centrum", tested_on="2026-10").content)
    assert said(tree, ".easy__made dd") == ["Centrum", "Grupa samorzeczników", "październik 2026"]


def test_what_nobody_said_of_the_text_leaves_no_gap(tmp_path: Path) -> None:
    assert said(Tree(article(tmp_path).content), ".easy__made dd") == ["Grupa samorzeczników"]


@pytest.mark.parametrize(("offline", "back"), [(False, "../"), (True, "../index.html")])
def test_both_ends_of_the_page_lead_back(tmp_path: Path, offline: bool, back: str) -> None:
    page = article(tmp_path, offline=offline)
    links = {node.attributes["href"] for node in Tree(page.content).css("a")}
    assert links == {f"../../../praktyki/las/{back.removeprefix('../')}"}
    assert page.address == "praktyki/las/etr/"


def test_the_page_has_a_title_of_its_own_and_the_picture_of_the_practice(tmp_path: Path) -> None:
    page = article(tmp_path)
    assert page.title == "Las w mieście – tekst łatwy do czytania"
    assert page.picture == "praktyki/las/karta.png"


def test_signs_of_markup_stay_signs(tmp_path: Path) -> None:
    tree = Tree(article(tmp_path, text="2 < 3 & **las**\n&lt;b&gt;").content)
    assert said(tree, ".easy__block p") == ["2 < 3 & **las**", "&lt;b&gt;"]


def test_a_practice_leads_to_its_text_below_the_plain_summary(tmp_path: Path) -> None:
    assert link_of(tmp_path / "a", {"plain_summary": "Las jest dla każdego.", "easy_to_read": EASY}) == [
        "../../praktyki/las/etr/"
    ]
    assert link_of(tmp_path / "b", {"easy_to_read": EASY}) == ["../../praktyki/las/etr/"]
    assert link_of(tmp_path / "c", {"plain_summary": "Las jest dla każdego."}) == []


def link_of(parent: Path, given: dict[str, Any]) -> list[str | None]:
    content = practice_page(published(parent, {"las": given})).content
    return [node.attributes["href"] for node in Tree(content).css("[data-field=easy_to_read] a")]


@pytest.mark.parametrize(
    ("polish", "english"), [(EASY, EASY_IN_ENGLISH), (EASY, ""), (None, EASY_IN_ENGLISH), (None, "")]
)
def test_a_language_has_the_page_if_it_has_the_text(tmp_path: Path, polish: Any, english: str) -> None:
    both = sites(tmp_path, {"easy_to_read": polish} if polish else {}, english)
    given = {"pl": bool(polish), "en": bool(english)}
    for language, site in both.items():
        [other] = site.others
        assert ("praktyki/las/etr/" in addresses(site)) is given[language]
        assert site.has("praktyki/las/etr/") is given[language]
        assert bool(site.switch("praktyki/las/etr/")) is given[other.language]


def test_the_site_map_names_the_languages_that_have_the_text(tmp_path: Path) -> None:
    in_both, in_one = (
        sites(tmp_path / name, {"easy_to_read": EASY}, easy)["pl"] for name, easy in (("a", EASY_IN_ENGLISH), ("b", ""))
    )
    polish, english = "praktyki/las/etr/", "en/practices/las/etr/"
    assert (
        in_both.site_map("https://x.pl/", [polish, english]).count(f'hreflang="en" href="https://x.pl/{english}"') == 2
    )
    assert "hreflang" not in in_one.site_map("https://x.pl/", [polish])


@pytest.mark.slow
def test_a_former_address_leads_to_the_text(tmp_path: Path) -> None:
    given = {"former_ids": ["gaj"], "editorial": {"state": "published"}}
    for name, easy, found in (("a", {"easy_to_read": EASY}, True), ("b", {}, False)):
        files = files_of(sites(tmp_path / name, {**given, **easy}, "")["pl"].files())
        assert "praktyki/gaj/index.html" in files
        assert ("praktyki/gaj/etr/index.html" in files) is found


def test_a_withdrawn_practice_leaves_no_text(tmp_path: Path) -> None:
    withdrawn = {"editorial": {"state": "withdrawn", "reason": "Powód."}, "former_ids": ["gaj"], "easy_to_read": EASY}
    site = sites(tmp_path, withdrawn, "")["pl"]
    assert [each.address for each in site.list_articles() if "etr" in each.address.split("/")] == []
    assert [address for address in files_of(site.files()) if "/etr/" in address] == []
