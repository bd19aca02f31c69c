"""Pages written by hand: their text stays, tables scroll, headings become a table of contents."""

import json
from dataclasses import replace

import pytest

from goodpractices.publishing import Article, HandWritten, Heading
from goodpractices.publishing.addresses import Links
from goodpractices.publishing.pages import HomeParts, SourcePage, home_article, prose_article
from goodpractices.publishing.rendering import Renderer
from goodpractices.wording import Translations

RENDERER = Renderer(Translations.load("pl"), Links())
HEADINGS = (Heading("jeden", "Jeden &amp; pół"), Heading("dwa", "Dwa"))


def prose(content: str = "<p>Tekst</p>", **given: object) -> Article:
    page = HandWritten("o-katalogu/", "O &amp; katalogu", content, **given)  # type: ignore[arg-type]
    return prose_article(page, "Opis katalogu", RENDERER)


def test_a_page_without_a_heading_gets_its_title_as_one() -> None:
    assert "<h1>O &amp; katalogu</h1>" in prose().content
    assert "<h1>O &amp; katalogu</h1>" not in prose('<h1 id="x">Inaczej</h1>').content


def test_the_title_is_plain_text_and_the_description_that_of_the_page_or_the_catalogue() -> None:
    assert (prose().title, prose().description) == ("O & katalogu", "Opis katalogu")
    assert prose(meta={"description": "Własny"}).description == "Własny"
    assert prose(meta={"section": "about"}).section == "about"


@pytest.mark.parametrize(("headings", "shown"), [((), False), (HEADINGS[:1], False), (HEADINGS, True)])
def test_several_headings_make_a_table_of_contents(headings: tuple[Heading, ...], shown: bool) -> None:
    content = prose(headings=headings).content
    assert ('<nav class="toc"' in content) is shown
    assert ('<li><a href="#jeden">Jeden &amp; pół</a></li>' in content) is shown


def test_each_table_scrolls_in_a_named_place_of_its_own() -> None:
    table = '<table><tr><th>a</th><th class="x">b</th></tr></table>'
    content = prose(f"{table}<p>i</p>{table}").content
    regions = [f'aria-label="Tabela {n}"><table><tr><th scope="col">a' for n in (1, 2, 3)]
    assert [region in content for region in regions] == [True, True, False]
    assert content.count('<th scope="col" class="x">') == 2
    assert content.count("</table></div>") == 2


def test_code_can_be_scrolled_by_keyboard() -> None:
    assert '<pre tabindex="0">' in prose("<pre>kod</pre>").content


def test_the_home_page_has_its_search_examples_and_what_the_catalogue_adds() -> None:
    page = HandWritten("", "Start", "<p>Witaj</p>", meta={"examples": ["okrągły stół & więcej"]})
    article = home_article(page, "Opis", HomeParts("<b>liczby</b>", "<i>nowe</i>"), RENDERER)
    assert article.has_bands
    assert not article.leads_home
    assert (
        '<a class="chip chip--line" href="praktyki/?q=okr%C4%85g%C5%82y%20st%C3%B3%C5%82%20%26%20wi%C4%99cej">'
        in article.content
    )
    assert "<b>liczby</b>" in article.content
    assert "<i>nowe</i>" in article.content
    assert "hero__edition" not in article.content


def test_a_copy_says_of_which_day_it_is() -> None:
    parts = HomeParts("", "", "Stan na 2 maja", "Działa bez sieci.")
    content = home_article(HandWritten("", "Start", ""), "Opis", parts, RENDERER).content
    assert "<strong>Stan na 2 maja.</strong> Działa bez sieci." in content
    assert "hero__aside" not in content


def test_a_page_written_by_hand_stands_where_it_stood_and_goes_without_bands() -> None:
    article = prose()
    assert (article.address, article.section, article.leads_home, article.has_bands) == (
        "o-katalogu/",
        "",
        False,
        False,
    )


def test_a_home_page_leads_to_the_search_from_the_root() -> None:
    article = home_article(HandWritten("", "Start &amp; tu", "<p>Witaj</p>"), "Opis", HomeParts("", ""), RENDERER)
    assert (article.address, article.title, article.description) == ("", "Start & tu", "Opis")
    assert "<h1>Start &amp; tu</h1>" in article.content
    assert '<div class="hero__lead"><p>Witaj</p></div>' in article.content
    assert 'action="praktyki/"' in article.content
    assert "hero__examples" not in article.content


SOURCE = SourcePage("o.md", "o-katalogu/", "pl", "O", "<p>O</p>", (("a", "A"), ("b", "B")), {"section": "about"})


def test_a_page_read_by_the_generator_comes_back_from_json() -> None:
    value = json.loads(json.dumps(SOURCE.to_json()))
    assert value == ["o.md", "o-katalogu/", "pl", "O", "<p>O</p>", [["a", "A"], ["b", "B"]], {"section": "about"}]
    assert SourcePage.from_json(value) == SOURCE


@pytest.mark.parametrize("value", [[], ["o.md"], [1, 2, 3, 4, 5, 6, [["a"]], {}], ["a"] * 9])
def test_what_is_no_page_is_not_read_as_one(value: list[object]) -> None:
    with pytest.raises((ValueError, TypeError)):
        SourcePage.from_json(value)


@pytest.mark.parametrize(
    ("url", "file"), [("", "index.html"), ("o-katalogu/", "o-katalogu/index.html"), ("o.html", "o.html")]
)
def test_the_file_of_a_page_lies_in_the_folder_of_its_address(url: str, file: str) -> None:
    assert replace(SOURCE, url=url).file == file


@pytest.mark.parametrize(("address", "home"), [("", True), ("o-katalogu/", False)])
def test_the_home_page_is_that_without_an_address(address: str, *, home: bool) -> None:
    assert HandWritten(address, "", "").is_home is home
