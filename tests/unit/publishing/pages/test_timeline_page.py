"""The timeline: bars as long as the dates say, doubts visible, and pages that do not grow with the catalogue."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser
from tests.support.maps import GDYNIA, Fields, mapped
from tests.support.paths import PRACTICES
from tests.support.planned import articles_of
from tests.support.samples import renderer

from goodpractices.catalogue import Catalogue, Practice, load_catalogue
from goodpractices.finding.time_spans import TimeSpan, time_line
from goodpractices.publishing.article import Article
from goodpractices.publishing.pages.timeline_page import Scale, TimelinePages, scale_of


def pages_of(catalogue: Catalogue) -> dict[str, Article]:
    articles = TimelinePages(catalogue, time_line(catalogue.published), renderer()).articles()
    return articles_of(articles)


def main_page(parent: Path, practices: Mapping[str, Fields]) -> str:
    return pages_of(mapped(parent, [GDYNIA], practices))["os-czasu/"].content


def span(parent: Path, **fields: object) -> TimeSpan:
    (only,) = time_line(mapped(parent, [GDYNIA], {"las": fields}).published).spans
    return only


def going_on(start: str, end: str | None = None) -> Fields:
    return {"period": {"start": start} | ({"end": end} if end else {})}


def text_of(content: str) -> str:
    return " ".join(LexborHTMLParser(content).text().replace("\xa0", " ").split())


def test_a_bar_runs_from_the_first_day_to_the_last(tmp_path: Path) -> None:
    found = span(tmp_path, period={"start": "2016-12", "end": "2023-12"})
    assert (found.start, found.end) == pytest.approx((2016 + 11 / 12, 2024), abs=0.01)
    assert (found.starts, found.ends) == ("sure", "sure")


@pytest.mark.parametrize(
    ("start", "end", "lifecycle", "expected"),
    [
        ("2016~", "2023", "ended", ("about", "sure")),
        ("2016", "2023?", "ended", ("sure", "about")),
        ("201X", "2023", "ended", ("about", "sure")),
        ("2016", None, "running", ("sure", "open")),
        ("2016", None, "ended", ("sure", "unknown")),
        ("2016", None, "unknown", ("sure", "unknown")),
        (None, "2023", "ended", ("unknown", "sure")),
        ("XXXX", "2023", "ended", ("unknown", "sure")),
    ],
)
def test_ends_are_as_sure_as_their_dates(
    tmp_path: Path, start: str | None, end: str | None, lifecycle: str, expected: tuple[str, str]
) -> None:
    period = {name: value for name, value in (("start", start), ("end", end)) if value}
    found = span(tmp_path, period=period, lifecycle=lifecycle)
    assert (found.starts, found.ends) == expected


def test_what_goes_on_does_so_until_the_day_the_catalogue_speaks_for(tmp_path: Path) -> None:
    assert span(tmp_path, period={"start": "2016"}, lifecycle="running").end == pytest.approx(2024.5)


def test_dated_events_stand_in_for_a_missing_period_and_say_so(tmp_path: Path) -> None:
    events = [{"date": "2021-09", "text": "Start."}, {"date": "2023-03", "text": "Koniec.", "planned": True}]
    found = span(tmp_path, key_dates=events)
    assert found.from_events
    assert [event.planned for event in found.events] == [False, True]


@pytest.mark.parametrize(
    "fields", [{}, {"period": {"start": "XXXX"}}, {"key_dates": [{"date": "XXXX-11-09", "text": "Nagroda."}]}]
)
def test_without_a_year_there_is_no_bar(tmp_path: Path, fields: Fields) -> None:
    line = time_line(mapped(tmp_path, [GDYNIA], {"las": fields}).published)
    assert (len(line.spans), [practice.id for practice in line.undated]) == (0, ["las"])


def test_a_row_says_in_words_what_its_bar_shows(tmp_path: Path) -> None:
    words = text_of(main_page(tmp_path, {"las": {**going_on("2016~"), "lifecycle": "running"}}))
    assert "od około 2016 trwa" in words


def test_a_plan_is_called_one(tmp_path: Path) -> None:
    planned = {"key_dates": [{"date": "2027-03", "text": "Otwarcie.", "planned": True}]}
    content = main_page(tmp_path, {"las": planned})
    assert "axis__dot--planned" in content
    assert "1 planowane wydarzenie" in text_of(content)


def test_an_undated_practice_keeps_what_is_known(tmp_path: Path) -> None:
    content = main_page(tmp_path, {"las": {"key_dates": [{"date": "XXXX-11-09", "text": "Nagroda."}]}})
    assert "9 listopada, rok nieznany" in text_of(content)


def test_each_published_practice_is_on_the_real_timeline_once() -> None:
    catalogue = load_catalogue(PRACTICES)
    page = LexborHTMLParser(pages_of(catalogue)["os-czasu/"].content)
    links = [node.attributes["href"] or "" for node in page.css(".axis-row__name a, .undated a")]
    assert sorted(links) == sorted(f"../praktyki/{practice.id}/" for practice in catalogue.published)


def test_a_year_with_many_practices_leads_to_a_page_of_its_own(tmp_path: Path) -> None:
    practices = {f"las-{n:03}": going_on("2016", "2018") for n in range(60)}
    pages = pages_of(mapped(tmp_path, [GDYNIA], practices))
    assert sorted(pages) == ["os-czasu/", "os-czasu/rok-2016/", "os-czasu/rok-2016/strona-2/"]
    rows = [len(LexborHTMLParser(pages[address].content).css(".axis-row")) for address in sorted(pages)]
    assert rows == [8, 48, 12]


def test_undated_practices_do_not_fill_the_page(tmp_path: Path) -> None:
    pages = pages_of(mapped(tmp_path, [GDYNIA], {f"las-{n:03}": {} for n in range(30)}))
    assert sorted(pages) == ["os-czasu/", "os-czasu/bez-dat/"]
    assert len(LexborHTMLParser(pages["os-czasu/"].content).css(".undated li")) == 24


def test_one_old_practice_does_not_flatten_the_others(tmp_path: Path) -> None:
    practices = {"stara": going_on("1890", "1900"), "nowa": going_on("2020", "2022")}
    scale = scale_of(time_line(mapped(tmp_path, [GDYNIA], practices).published).spans)
    assert scale == Scale(1983, 2022)
    assert 'x="0%"' in main_page(tmp_path / "again", practices)


@given(st.integers(1900, 2030), st.integers(0, 60), st.floats(1800, 2100))
def test_nothing_leaves_the_scale(first: int, years: int, moment: float) -> None:
    scale = Scale(first, first + years)
    assert 0 <= scale.percent(moment) <= 100
    assert 0 < len(scale.ticks()) <= 13 or years == 0
    assert all(first <= int(tick.year) <= first + years for tick in scale.ticks())


def test_titles_from_an_entry_stay_words(tmp_path: Path) -> None:
    content = main_page(tmp_path, {"las": {"title": "Las & miasto", **going_on("2016")}})
    assert "Las &amp; miasto" in content.replace("&nbsp;", " ")


def dated(practices: tuple[Practice, ...]) -> list[str]:
    return [each.practice.id for each in time_line(practices).spans]


def test_the_latest_start_comes_first(tmp_path: Path) -> None:
    practices = {"dawna": going_on("2003"), "nowa": going_on("2021"), "srednia": going_on("2016")}
    assert dated(mapped(tmp_path, [GDYNIA], practices).published) == ["nowa", "srednia", "dawna"]
