"""The catalogue page: the whole list, the fullest first, page after page, and the filters with their counts."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.support.planned import articles_of
from tests.support.samples import PL, plain, published, renderer, with_registry

from goodpractices.catalogue import SECTIONS, Catalogue
from goodpractices.finding import FACETS, SORTS
from goodpractices.publishing import Article
from goodpractices.publishing.pages.cards import Cards
from goodpractices.publishing.pages.catalogue_page import CATALOGUE_SCRIPTS, FIRST_ROWS, FIRST_VALUES, CataloguePage
from goodpractices.publishing.pages.paging import PAGE_LENGTH


def page_of(catalogue: Catalogue) -> CataloguePage:
    return CataloguePage(catalogue, Cards(catalogue, renderer()), renderer())


def articles(catalogue: Catalogue) -> dict[str, Article]:
    return articles_of(page_of(catalogue).articles())


def first(catalogue: Catalogue) -> LexborHTMLParser:
    return tree(articles(catalogue)["praktyki/"])


def many(count: int) -> dict[str, Mapping[str, Any]]:
    return {f"p{n}": {"title": f"Praktyka {n}"} for n in range(count)}


@pytest.mark.slow
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


@pytest.mark.slow
def test_a_long_list_names_the_first_the_last_and_the_nearest_pages(tmp_path: Path) -> None:
    made = articles(published(tmp_path, many(9 * PAGE_LENGTH + 1)))
    assert said(tree(made["praktyki/strona-5/"]), ".pagination li") == ["1", "…", "3", "4", "5", "6", "7", "…", "10"]
    assert said(tree(made["praktyki/strona-5/"]), "[aria-current=page]")[-1] == "5"
    assert said(tree(made["praktyki/"]), ".pagination li") == ["1", "2", "3", "…", "10"]


FULL: dict[str, Any] = {
    "target_groups": ["seniorzy"],
    "evidence_level": {"value": 1, "reason": "Ankiety"},
    "indicators": [
        {"id": "a", "label": "osoby", "unit": "person", "nature": "output", "value": 5, "source": "s1"},
    ],
}
STRONGER = {**FULL, "evidence_level": {"value": 2, "reason": "Ankiety"}}
SHORT = {"target_groups": ["seniorzy"]}


@pytest.mark.slow
def test_the_fullest_practices_stand_first_then_by_evidence_and_in_polish_order(tmp_path: Path) -> None:
    given = {"Zebra": STRONGER, "Łódź": FULL, "Lód": FULL, "Ćma": {}, "Cyrk": {}, "Wrona": SHORT}
    entries = {f"p{n}": {"title": title, **more} for n, (title, more) in enumerate(given.items())}
    page = first(published(tmp_path, entries))
    assert said(page, "[data-result] a") == ["Zebra", "Lód", "Łódź", "Wrona", "Cyrk", "Ćma"]


def test_short_entries_stand_below_the_others_each_in_a_line(tmp_path: Path) -> None:
    page = first(published(tmp_path, {"a": {"title": "Cyrk"}, "b": {"title": "Zebra", **FULL}, "c": {"title": "Ćma"}}))
    assert said(page, ".rows .row__title") == ["Zebra"]
    assert said(page, ".short-entries h2") == ["Krótkie opisy (2)"]
    assert said(page, ".short-entries .line a") == ["Cyrk", "Ćma"]
    assert page.css(".short-entries .strip, .short-entries .row") == []


@pytest.mark.parametrize(("count", "first_ones"), [(FIRST_ROWS, 15), (FIRST_ROWS + 1, 16), (FIRST_ROWS + 2, 15)])
def test_a_phone_is_offered_the_rest_of_a_long_list(count: int, first_ones: int, tmp_path: Path) -> None:
    page = first(published(tmp_path, {f"p{n}": {"title": f"Las {n}", **FULL} for n in range(count)}))
    rest = len(page.css("#dalsze > .row"))
    assert len(page.css("[data-whole] .row")) == count
    assert rest == count - first_ones
    assert said(page, "a.more-rows[href='#dalsze']") == ([f"Pokaż jeszcze {rest}"] if rest else [])


@pytest.mark.parametrize(("given", "shown"), [(FULL, ".rows"), ({}, ".short-entries")])
def test_a_list_of_one_kind_alone_has_no_place_for_the_other(given: Any, shown: str, tmp_path: Path) -> None:
    page = first(published(tmp_path, {"a": given}))
    lists = [each for each in (".rows", ".short-entries") if page.css(f"[data-whole] {each}")]
    assert lists == [shown]


def test_full_entries_fill_the_first_pages_and_short_ones_the_last(tmp_path: Path) -> None:
    entries = {**many(PAGE_LENGTH), "z": {"title": "Żubr", **FULL}}
    made = articles(published(tmp_path, entries))
    assert said(tree(made["praktyki/"]), ".row__title") == ["Żubr"]
    assert len(tree(made["praktyki/"]).css(".line")) == PAGE_LENGTH - 1
    assert (tree(made["praktyki/strona-2/"]).css(".row"), len(tree(made["praktyki/strona-2/"]).css(".line"))) == ([], 1)


def test_a_filter_says_how_many_practices_it_leaves(tmp_path: Path) -> None:
    page = first(published(tmp_path, {"las": {"themes": ["sport"]}, "staw": {"themes": ["zielen", "sport"]}}))
    theme = page.css_first("[data-facet=theme]")
    assert theme is not None
    values = [(each.attributes["value"], each.attributes["type"]) for each in theme.css("input[name=theme]")]
    assert values == [("sport", "checkbox"), ("zielen", "checkbox")]
    assert [plain(node.text()) for node in theme.css(".facet__count")] == ["2", "1"]


def test_filters_stand_in_the_order_of_the_address(tmp_path: Path) -> None:
    other = {"themes": ["sport"], "places": [{"place": "sopot"}], "kind": "service", "lifecycle": "ended"}
    page = first(published(tmp_path, {"las": {}, "staw": other}))
    shown = [node.attributes["data-facet"] for node in page.css("[data-facet]")]
    assert shown == [facet for facet in FACETS if facet in {"theme", "place", "kind", "lifecycle", "duration"}]


def test_a_filter_that_would_leave_all_is_not_offered(tmp_path: Path) -> None:
    page = first(published(tmp_path, {"las": {}, "staw": {"themes": ["sport"]}}))
    assert [node.attributes["data-facet"] for node in page.css("[data-facet]")] == ["theme"]


def test_an_empty_answer_leads_to_the_commonest_themes_and_to_the_form(tmp_path: Path) -> None:
    page = first(published(tmp_path, {"las": {"themes": ["sport"]}, "staw": {"themes": ["zielen", "sport"]}}))
    addresses = [node.attributes["href"] for node in page.css("[data-empty] a")]
    assert addresses == ["../praktyki/?theme=sport", "../praktyki/?theme=zielen", "../zglos/"]
    none = first(published(tmp_path / "none", {}))
    assert [node.attributes["href"] for node in none.css("[data-empty] a")] == ["../zglos/"]


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
    catalogue = published(tmp_path, {"las": {"title": 'Las & "staw"', **FULL}})
    (row,) = Cards(catalogue, renderer()).rows(catalogue.published, "praktyki/")
    assert row in articles(catalogue)["praktyki/"].content
    assert "Las &amp; &#34;staw&#34;" in row


def test_the_first_page_says_how_many_there_are_and_how_to_sort_them(tmp_path: Path) -> None:
    made = articles(published(tmp_path, many(3)))["praktyki/"]
    page = tree(made)
    assert (made.title, made.section, made.address) == ("Praktyki", "practices", "praktyki/")
    assert said(page, "h1") == ["Praktyki"]
    assert plain(made.description) == said(page, ".lead")[0]
    assert said(page, "[role=status]") == ["3 praktyki"]
    assert [node.attributes["value"] for node in page.css("select[name=sort] option")] == [*SORTS]
    assert said(page, "select[name=sort] option")[0] == "najpełniejsze"


def test_without_scripts_the_page_leads_to_other_lists(tmp_path: Path) -> None:
    page = first(published(tmp_path, {"las": {}}))
    assert [(plain(node.text()), node.attributes["href"]) for node in page.css(".browse a")] == [
        ("Tematy", "../tematy/"),
        ("Grupy odbiorców", "../grupy/"),
        ("Miejsca", "../miejsca/"),
        ("Organizacje", "../organizacje/"),
        ("Programy", "../programy/"),
    ]


def test_the_head_of_the_first_page_alone_begins_the_search(tmp_path: Path) -> None:
    made = articles(published(tmp_path, many(PAGE_LENGTH + 1)))
    [script] = LexborHTMLParser(made["praktyki/"].head).css("script")
    assert script.attributes == {
        "src": "../assets/scripts/catalogue/search.js",
        "data-parts": "../szukaj/",
        "data-facets": "has_cost has_results taken_over theme target_group evidence cost place_size place reach"
        " cost_per_person duration lifecycle kind support programme",
        "data-sorts": " ".join(SORTS),
    }
    [page] = first(published(tmp_path / "one", {"las": {}})).css("script")
    assert page.attributes["src"] == "../assets/scripts/catalogue/page.js"
    assert made["praktyki/strona-2/"].head == ""


def test_a_further_page_says_which_it_is_and_how_many_there_are(tmp_path: Path) -> None:
    further = articles(published(tmp_path, many(PAGE_LENGTH + 1)))["praktyki/strona-2/"]
    page = tree(further)
    assert (further.title, further.address) == ("Praktyki, strona 2", "praktyki/strona-2/")
    assert said(page, "h1") == ["Praktyki"]
    assert said(page, ".crumbs [aria-current]") == ["Praktyki, strona 2"]
    assert said(page, "[role=status]") == ["49 praktyk"]
    assert [node.attributes["href"] for node in page.css(".line a")] == [
        f"../../praktyki/{node.attributes['data-result']}/" for node in page.css("[data-result]")
    ]


def test_the_first_page_follows_from_all_practices_and_further_ones_from_theirs(tmp_path: Path) -> None:
    catalogue = published(tmp_path, many(PAGE_LENGTH + 1))
    first_page, second = page_of(catalogue).articles()
    assert (first_page.inputs[:2], len(first_page.inputs[2])) == ((49, 49), 49)
    assert (second.inputs[:2], len(second.inputs[2])) == ((49, 49), 1)


def test_the_commonest_values_come_first_and_of_levels_the_highest(tmp_path: Path) -> None:
    given = {
        "a": {"target_groups": ["seniorzy", "dzieci"], "evidence_level": {"value": 1, "reason": "Ankiety"}},
        "b": {"target_groups": ["seniorzy"], "evidence_level": {"value": 3, "reason": "Badanie"}},
        "c": {"target_groups": ["dzieci"], "evidence_level": {"value": 1, "reason": "Ankiety"}},
        "d": {"target_groups": ["dzieci"]},
    }
    children = {"id": "dzieci", "pl": "dzieci", "en": "children"}
    page = first(with_registry(tmp_path, {"_vocabularies/target_groups": [children]}, given))

    def values(facet: str) -> list[tuple[str, str]]:
        box = page.css_first(f"[data-facet={facet}]")
        assert box is not None
        counts = [plain(node.text()) for node in box.css(".facet__count")]
        return list(zip([node.attributes["value"] or "" for node in box.css("input")], counts, strict=True))

    assert values("target_group") == [("dzieci", "3"), ("seniorzy", "2")]
    assert values("evidence") == [("3", "1"), ("1", "2"), ("missing", "1")]
    box = page.css_first("[data-facet=evidence]")
    assert box is not None
    assert [plain(node.text()) for node in box.css(".facet__label")] == ["zbadano", "przeprowadzono", "nie podano"]


@pytest.mark.parametrize(("count", "further"), [(FIRST_VALUES, 0), (FIRST_VALUES + 1, 1)])
def test_after_the_first_values_of_a_filter_the_others_wait_to_be_opened(
    count: int, further: int, tmp_path: Path
) -> None:
    places = [{"id": f"osada-{n}", "name": f"Osada {n}", "country": "PL", "level": "town"} for n in range(count)]
    given = {f"p{n}": {"places": [{"place": f"osada-{n}"}]} for n in range(count)}
    box = first(with_registry(tmp_path, {"_registry/places": places}, given)).css_first("[data-facet=place]")
    assert box is not None
    assert len(box.css("fieldset > ul input")) == FIRST_VALUES
    assert len(box.css(".facet__more input")) == further
    assert [plain(node.text()) for node in box.css("summary")] == [f"pokaż wszystkie ({count})"] * further


def test_of_many_values_forty_come_with_the_page(tmp_path: Path) -> None:
    places = [{"id": f"osada-{n}", "name": f"Osada {n}", "country": "PL", "level": "town"} for n in range(42)]
    given = {f"p{n}": {"places": [{"place": f"osada-{n}"}]} for n in range(42)}
    page = first(with_registry(tmp_path, {"_registry/places": places}, given))
    box = page.css_first("[data-facet=place]")
    assert box is not None
    assert len(box.css("input")) == 40
    assert [plain(node.text()) for node in box.css("[data-rest]")] == ["Pokaż pozostałe (2)"]


def test_scripts_get_these_words_alone(tmp_path: Path) -> None:
    page = first(published(tmp_path, {"las": {}})).css_first("[data-catalogue]")
    assert page is not None
    words = json.loads(page.attributes["data-said"] or "")
    assert list(words) == [
        "practices.count",
        *(f"catalogue.{name}" for name in ("similar_count", "show", "filters", "filters_set")),
        *("catalogue.sorts.relevance", "catalogue.sorts.fullest"),
        *(f"catalogue.{name}" for name in ("remove", "of_facet", "clear", "clear_set", "quoted")),
        *(f"catalogue.{name}" for name in ("nothing_for", "related", "asks_nothing")),
        *("catalogue.did_you_mean", "catalogue.similar_below", "search.similar", "search.without"),
        *(f"catalogue.{name}" for name in ("check_spelling", "relax", "without", "nearest_lacks")),
        *(f"catalogue.{name}" for name in ("find_value", "find_none", "more", "failed")),
        *(f"catalogue.reasons.{name}" for name in ("text", "term", "place", "organisation", "programme", "figure")),
        *(f"catalogue.reasons.{name}" for name in ("themes", "target_groups", "support_types", "kinds")),
        *(f"section.{name}" for name in SECTIONS),
        *(f"search.found_in.{language}" for language in ("pl", "en", "other")),
        "digits.group",
    ]
    assert words["digits.group"] == "\u00a0"
    assert "ż" in (page.attributes["data-said"] or "")  # letters as they are


def test_the_scripts_of_the_page_are_made_of_these_files() -> None:
    named = {
        name: [part.removeprefix("assets/scripts/") for part in parts] for name, parts in CATALOGUE_SCRIPTS.items()
    }
    assert list(named) == ["assets/scripts/catalogue/search.js", "assets/scripts/catalogue/page.js"]
    assert named["assets/scripts/catalogue/search.js"][-3:] == [
        *("catalogue/state.js", "search/data.js", "catalogue/asked.js"),
    ]
    assert named["assets/scripts/catalogue/page.js"] == [
        *("phrases.js", "elements.js", "search/leads.js"),
        *(f"catalogue/{name}.js" for name in ("narrowing", "results", "values", "passages", "reasons")),
        *(
            f"catalogue/{name}.js"
            for name in ("families", "finding", "filters", "sheet", "rows", "notices", "nearest", "page")
        ),
    ]


def tree(article: Article) -> LexborHTMLParser:
    return LexborHTMLParser(article.content)


def said(page: LexborHTMLParser, selector: str) -> list[str]:
    return [plain(node.text()) for node in page.css(selector)]
