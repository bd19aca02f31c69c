"""Sources: numbered in their order, linked from each fact and back."""

from tests.support.samples import PL

from goodpractices.catalogue import Source
from goodpractices.publishing.pages.practice.citations import Citations

SOURCES = [Source(id="s1", title="Pierwsze"), Source(id="raport_2020", title="Drugie")]


def test_a_citation_has_the_number_of_its_source_and_an_id_of_its_own() -> None:
    citations = Citations(SOURCES, PL)
    assert citations.cite("raport_2020") == (
        '<sup class="ref"><a href="#zrodlo-raport_2020" id="ref-raport_2020-1" aria-label="źródło 2">2</a></sup>'
    )
    assert 'id="ref-raport_2020-2"' in citations.cite("raport_2020")
    assert 'id="ref-s1-1"' in citations.cite("s1")


def test_a_fact_without_a_known_source_cites_nothing() -> None:
    citations = Citations(SOURCES, PL)
    assert citations.cite(None) == citations.cite("") == citations.cite("s9") == ""


def test_a_source_leads_back_to_each_place_that_cited_it() -> None:
    citations = Citations(SOURCES, PL)
    for _ in range(3):
        citations.cite("s1")
    links = citations.back_links("s1")
    assert [link.anchor for link in links] == ["#ref-s1-1", "#ref-s1-2", "#ref-s1-3"]
    assert [link.number for link in links] == [1, 2, 3]
    assert len({link.label for link in links}) == 3
    assert citations.back_links("raport_2020") == ()
