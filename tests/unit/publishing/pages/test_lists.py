"""Lists: members in order, reverse links with roles."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.support.planned import articles_of
from tests.support.samples import PL, plain, published, renderer, with_registry

from goodpractices.catalogue import Catalogue, in_language
from goodpractices.finding import group_practices
from goodpractices.publishing import Article
from goodpractices.publishing.addresses import Links
from goodpractices.publishing.pages.cards import Cards
from goodpractices.publishing.pages.lists import Lists
from goodpractices.publishing.pages.paging import PAGE_LENGTH
from goodpractices.publishing.rendering import Renderer
from goodpractices.wording import Translations


def articles(catalogue: Catalogue) -> dict[str, Article]:
    made = Lists(catalogue, group_practices(catalogue), Cards(catalogue, renderer()), renderer())
    return articles_of(made.articles())


def many(count: int) -> dict[str, Mapping[str, Any]]:
    return {f"p{n}": {"title": f"Praktyka {n}"} for n in range(count)}


def test_a_term_has_a_page_once_a_practice_uses_it(tmp_path: Path) -> None:
    made = articles(published(tmp_path, {"las": {"themes": ["zielen", "sport"]}}))
    assert "tematy/sport/" in made
    assert "tematy/kultura/" not in made


def test_a_place_and_an_organisation_have_a_page_before_any_practice(tmp_path: Path) -> None:
    made = articles(published(tmp_path, {"las": {}}))
    assert said(tree(made["organizacje/um-sopot/"]), ".missing") == [PL("member.none")]
    assert "miejsca/sopot/" in made


def test_an_organisation_is_shown_with_every_role_it_has(tmp_path: Path) -> None:
    roles = [{"org": "um-gdynia", "role": "leader"}, {"org": "um-gdynia", "role": "funder"}]
    made = articles(published(tmp_path, {"las": {"organisations": roles}, "staw": {}}))
    page = tree(made["organizacje/um-gdynia/"])
    assert [node.attributes["data-practice-card"] for node in page.css("[data-practice-card]")] == ["las"]
    assert said(page, ".meta .badge") == ["prowadzi, finansuje"]


def test_a_programme_that_only_paid_a_part_leads_to_the_practice_too(tmp_path: Path) -> None:
    money = {"role": "grant", "amount": 5, "currency": "PLN", "programme": "fundusz", "source": "s1"}
    made = articles(published(tmp_path, {"las": {"funding": [money]}}))
    assert len(tree(made["programy/fundusz/"]).css("[data-practice-card=las]")) == 1


def english(catalogue: Catalogue, *, offline: bool) -> dict[str, Article]:
    translated, words = in_language(catalogue, "en"), Translations.load("en")
    renders = Renderer(words, Links(offline, {"": "en/", **words.group("address")}))
    return articles_of(Lists(translated, group_practices(translated), Cards(translated, renders), renders).articles())


@pytest.mark.parametrize(
    ("offline", "polish"), [(False, "../../../tematy/sport/"), (True, "../../../tematy/sport/index.html")]
)
def test_a_list_leads_to_the_polish_one_of_what_nobody_translated(tmp_path: Path, offline: bool, polish: str) -> None:
    page = tree(english(published(tmp_path, {"las": {"themes": ["sport"]}}), offline=offline)["tematy/sport/"])
    assert said(page, ".count") == ["1 practice"]
    assert page.css("[data-practice-card]") == []
    [link] = page.css("#praktyki ~ p a")
    assert link.attributes["href"] == polish
    assert "1 practice stands in Polish only" in plain(link.text())


def test_drafts_are_in_no_list(tmp_path: Path) -> None:
    made = articles(published(tmp_path, {"las": {}, "szkic": {"editorial": {"state": "draft"}}}))
    assert [article.address for article in made.values() if "szkic" in article.content] == []


def test_no_two_pages_have_the_same_title(tmp_path: Path) -> None:
    organisation = {"id": "gdynia", "name": "Gdynia", "kind": "urzad"}
    made = articles(with_registry(tmp_path, {"_registry/organisations": [organisation]}, many(PAGE_LENGTH + 1)))
    titles = [article.title for article in made.values()]
    assert "Gdynia – Organizacja" in titles
    assert len(set(titles)) == len(titles)


def test_a_list_of_terms_tells_how_many_practices_each_has(tmp_path: Path) -> None:
    made = articles(published(tmp_path, {"las": {"themes": ["zielen"]}, "staw": {"themes": ["zielen", "sport"]}}))
    page = tree(made["tematy/"])
    assert said(page, ".term__name") == ["zieleń", "sport"]
    assert said(page, ".term__count") == ["2 praktyki", "1 praktyka"]


def tree(article: Article) -> LexborHTMLParser:
    return LexborHTMLParser(article.content)


def said(page: LexborHTMLParser, selector: str) -> list[str]:
    return [plain(node.text()) for node in page.css(selector)]
