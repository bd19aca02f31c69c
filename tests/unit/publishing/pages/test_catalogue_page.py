"""The catalogue page: the whole list by theme, page after page, and the filters with their counts."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.support.planned import articles_of
from tests.support.samples import PL, plain, published, renderer

from goodpractices.catalogue import Catalogue
from goodpractices.finding import FACETS
from goodpractices.publishing import Article
from goodpractices.publishing.pages.cards import Cards
from goodpractices.publishing.pages.catalogue_page import CataloguePage
from goodpractices.publishing.pages.paging import PAGE_LENGTH


def page_of(catalogue: Catalogue) -> CataloguePage:
    return CataloguePage(catalogue, Cards(catalogue, renderer()), renderer())


def articles(catalogue: Catalogue) -> dict[str, Article]:
    return articles_of(page_of(catalogue).articles())


def first(catalogue: Catalogue) -> LexborHTMLParser:
    return tree(articles(catalogue)["praktyki/"])


def many(count: int) -> dict[str, Mapping[str, Any]]:
    return {f"p{n}": {"title": f"Praktyka {n}"} for n in range(count)}


@pytest.mark.parametrize(("count", "pages"), [(1, 1), (PAGE_LENGTH, 1), (PAGE_LENGTH + 1, 2), (2 * PAGE_LENGTH + 1, 3)])
def test_the_list_has_as_many_pages_as_it_needs(tmp_path: Path, count: int, pages: int) -> None:
    addresses = list(articles(published(tmp_path, many(count))))
    assert addresses == ["praktyki/", *(f"praktyki/strona-{n}/" for n in range(2, pages + 1))]


def test_every_practice_stands_on_one_page_of_the_list(tmp_path: Path) -> None:
    made = articles(published(tmp_path, many(PAGE_LENGTH + 2)))
    pages = [made["praktyki/"], made["praktyki/strona-2/"]]
    results = [[node.attributes["data-result"] for node in tree(page).css("[data-result]")] for page in pages]
    assert [len(each) for each in results] == [PAGE_LENGTH, 2]
    assert len({*results[0], *results[1]}) == PAGE_LENGTH + 2


def test_an_empty_catalogue_has_a_list_all_the_same(tmp_path: Path) -> None:
    page = first(published(tmp_path, {}))
    assert page.css("[data-result], .pagination, [data-facet]") == []
    assert said(page, "[role=status]") == ["0 praktyk"]


def test_a_long_list_names_the_first_the_last_and_the_nearest_pages(tmp_path: Path) -> None:
    made = articles(published(tmp_path, many(9 * PAGE_LENGTH + 1)))
    assert said(tree(made["praktyki/strona-5/"]), ".pagination li") == ["1", "…", "3", "4", "5", "6", "7", "…", "10"]
    assert said(tree(made["praktyki/strona-5/"]), "[aria-current=page]")[-1] == "5"
    assert said(tree(made["praktyki/"]), ".pagination li") == ["1", "2", "3", "…", "10"]


def test_practices_stand_by_their_first_theme_in_polish_order(tmp_path: Path) -> None:
    given = {"Zebra": "sport", "Łódź": "zielen", "Lód": "zielen", "Ćma": "sport", "Cyrk": "zielen"}
    entries = {f"p{n}": {"title": title, "themes": [theme]} for n, (title, theme) in enumerate(given.items())}
    page = first(published(tmp_path, entries))
    assert said(page, ".theme-rows__name") == ["zieleń", "sport"]
    assert said(page, ".row__title") == ["Cyrk", "Lód", "Łódź", "Ćma", "Zebra"]


def test_a_filter_says_how_many_practices_it_leaves(tmp_path: Path) -> None:
    page = first(published(tmp_path, {"las": {"themes": ["sport"]}, "staw": {"themes": ["zielen", "sport"]}}))
    theme = page.css_first("[data-facet=theme]")
    assert theme is not None
    values = [(each.attributes["value"], each.attributes["type"]) for each in theme.css("input[name=theme]")]
    assert values == [("sport", "checkbox"), ("zielen", "checkbox")]
    assert [plain(node.text()) for node in theme.css(".facet__count")] == ["2", "1"]


def test_filters_stand_in_the_order_of_the_address(tmp_path: Path) -> None:
    page = first(published(tmp_path, {"las": {}}))
    shown = [node.attributes["data-facet"] for node in page.css("[data-facet]")]
    assert shown == [facet for facet in FACETS if facet in shown]
    assert {"theme", "place", "kind", "lifecycle"} <= set(shown)


def test_a_further_page_has_no_filters(tmp_path: Path) -> None:
    further = articles(published(tmp_path, many(PAGE_LENGTH + 1)))["praktyki/strona-2/"]
    assert tree(further).css("form, script, input") == []
    assert further.title == PL("lists.page_title", title=PL("lists.practices.title"), number="2")


def test_scripts_get_the_words_they_say(tmp_path: Path) -> None:
    page = first(published(tmp_path, {"las": {}})).css_first("[data-catalogue]")
    assert page is not None
    words = json.loads(page.attributes["data-said"] or "")
    assert words["practices.count"]["few"] == "{n} praktyki"
    assert "{text}" in words["catalogue.did_you_mean"]


def test_a_row_for_the_search_is_the_row_of_the_page(tmp_path: Path) -> None:
    catalogue = published(tmp_path, {"las": {"title": 'Las & "staw"'}})
    (row,) = page_of(catalogue).rows(catalogue.published)
    assert row in articles(catalogue)["praktyki/"].content
    assert "Las &amp; &#34;staw&#34;" in row


def tree(article: Article) -> LexborHTMLParser:
    return LexborHTMLParser(article.content)


def said(page: LexborHTMLParser, selector: str) -> list[str]:
    return [plain(node.text()) for node in page.css(selector)]
