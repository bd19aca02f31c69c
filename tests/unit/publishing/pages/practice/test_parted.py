"""Long sections of an entry: their beginning is read at once, the rest on request, and nothing is lost between them."""

from itertools import pairwise
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser as Tree
from tests.support.entries import add, entry, practices_folder
from tests.support.samples import plain, practice_page

from goodpractices.catalogue import load_catalogue
from goodpractices.publishing.pages.markdown import html_blocks, to_html
from goodpractices.publishing.pages.practice.story import StorySection, parted

SHORT, LONG = "Sadzimy drzewa. " * 5, "Potem sadzimy krzewy, gdzie było dotąd pusto. " * 9


def divided(*blocks: str) -> tuple[str, str]:
    """The text of both parts of a section of these blocks."""
    text = "\n\n".join(blocks)
    found = parted(StorySection("solution", "s", "S", text), html_blocks(text, lambda source: "", lambda practice: ""))
    assert found.first + found.rest == to_html(text, lambda source: "", lambda practice: "")
    return plain(found.first.striptags()), plain(found.rest.striptags())


@pytest.mark.parametrize("blocks", [(SHORT,), (LONG * 3,), (SHORT, SHORT, SHORT), (LONG, SHORT)])
def test_what_is_short_or_has_little_more_stays_whole(blocks: tuple[str, ...]) -> None:
    assert divided(*blocks)[1] == ""


def test_the_beginning_ends_between_two_paragraphs() -> None:
    first, rest = divided(SHORT, SHORT, LONG)
    assert (first.count("drzewa"), first.count("krzewy"), rest.count("krzewy")) == (10, 0, 9)


def test_a_first_paragraph_stays_whole_however_long_it_is() -> None:
    assert divided(LONG * 3, LONG) == (plain(LONG * 3), plain(LONG))


@pytest.mark.parametrize("announced", ["### Kto mógł się zgłosić", "Zapraszano[^s1]:"])
def test_what_announces_something_is_not_parted_from_it(announced: str) -> None:
    first, rest = divided(SHORT, announced, "- " + LONG, LONG)
    assert first == SHORT.strip()
    assert rest.startswith(announced.strip("# ").replace("[^s1]", ""))


def test_an_announcement_at_the_very_beginning_takes_with_it_what_it_announces() -> None:
    first, rest = divided("Uczestnicy mieli:", "- " + LONG * 2, LONG)
    assert (first.count("krzewy"), rest) == (18, plain(LONG))


def test_the_numbers_of_sources_take_no_room() -> None:
    text = "A[^s1][^s2]. " * 60  # 780 characters with them
    [block] = html_blocks(text, lambda source: "", lambda practice: "")
    assert len(block.text) == 3 * 60 - 1


def test_the_rest_of_a_section_is_on_the_page_closed_and_its_sources_are_numbered_in_order(tmp_path: Path) -> None:
    folder = practices_folder(tmp_path)
    story = f"## Na czym to polega\n\n{LONG}[^s1].\n\n{LONG}[^s1].\n\n## Krok po kroku\n\nKopiemy[^s1].\n"
    add(folder, "las/index.md", entry({"editorial": {"state": "published"}}, story))
    tree = Tree(practice_page(load_catalogue(folder)).content)
    shown, closed = tree.css("[data-field=solution]")
    assert plain(shown.text()).count("krzewy") == plain(closed.text()).count("krzewy") == 9
    numbers = [int(str(node.attributes["id"]).rpartition("-")[2]) for node in tree.css(".ref a")]
    assert all(before < after for before, after in pairwise(numbers))
