"""Long lists on several pages: how many, what stands on each, and which of them a page leads to."""

import pytest
from tests.support.samples import PL

from goodpractices.publishing.pages.paging import LONG_PAGE_LENGTH, PAGE_LENGTH, PageLink, page_links, paged


def test_a_list_is_cut_into_pages_of_one_length() -> None:
    pages = list(paged(range(7), "a/", 3))
    assert [(page.number, page.address, list(page.items)) for page in pages] == [
        (1, "a/", [0, 1, 2]),
        (2, "a/strona-2/", [3, 4, 5]),
        (3, "a/strona-3/", [6]),
    ]
    assert [len(list(paged(range(6), "a/", 3))), len(list(paged(range(0), "a/", 3)))] == [2, 1]
    assert (PAGE_LENGTH, LONG_PAGE_LENGTH) == (48, 96)
    assert [len(page.items) for page in paged(range(49), "a/")] == [48, 1]


def numbers(current: int, last: int) -> list[int | None]:
    return [link.number if link else None for link in page_links("a/", current, last)]


@pytest.mark.parametrize(
    ("current", "last", "shown"),
    [
        (1, 1, []),
        (1, 2, [1, 2]),
        (1, 4, [1, 2, 3, 4]),
        (1, 5, [1, 2, 3, None, 5]),
        (4, 7, [1, 2, 3, 4, 5, 6, 7]),
        (5, 9, [1, None, 3, 4, 5, 6, 7, None, 9]),
        (9, 9, [1, None, 7, 8, 9]),
    ],
)
def test_a_page_leads_to_the_first_the_last_and_two_on_each_side(
    current: int, last: int, shown: list[int | None]
) -> None:
    assert numbers(current, last) == shown


def test_a_link_says_whether_it_is_that_of_the_page() -> None:
    assert page_links("a/", 2, 2) == [PageLink(1, "a/", current=False), PageLink(2, "a/strona-2/", current=True)]


def test_further_pages_have_their_number_in_the_title() -> None:
    first, second = paged(range(2), "a/", 1)
    assert (first.title("Tematy", PL), second.title("Tematy", PL)) == ("Tematy", "Tematy, strona 2")
