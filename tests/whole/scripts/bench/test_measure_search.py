"""The queries of the measurement of the search, chosen from all entries."""

import pytest
from tests.support.real import real_catalogue

from bench.search_cost import chosen_queries
from goodpractices.catalogue import Catalogue
from goodpractices.finding.search import stories, words


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return real_catalogue()


def test_ours_is_asked_for_forms_that_no_practice_has_and_material_for_words_of_titles(catalogue: Catalogue) -> None:
    written = {
        word
        for each in catalogue.published
        for text in (each.title, each.summary, stories(each))
        for word in words(text)
    }
    titles = {word for each in catalogue.published for word in words(each.title)}
    queries = chosen_queries(catalogue, 5)
    assert len(queries) == 5
    assert {word for query in queries for word in query.said.split()} <= titles
    assert not {word for query in queries for word in query.other.split()} & written
