"""The timeline of all entries."""

from selectolax.lexbor import LexborHTMLParser
from tests.support.planned import articles_of
from tests.support.real import real_catalogue
from tests.support.samples import renderer

from goodpractices.finding.time_spans import time_line
from goodpractices.publishing.pages.timeline_page import TimelinePages


def test_each_published_practice_is_on_the_real_timeline_once() -> None:
    catalogue = real_catalogue()
    pages = articles_of(TimelinePages(catalogue, time_line(catalogue.published), renderer()).articles())
    page = LexborHTMLParser(pages["os-czasu/"].content)
    links = [node.attributes["href"] or "" for node in page.css(".axis-row__name a, .undated a")]
    assert sorted(links) == sorted(f"../praktyki/{practice.id}/" for practice in catalogue.published)
