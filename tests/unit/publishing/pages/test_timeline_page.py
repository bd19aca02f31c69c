"""The timeline: bars as long as the dates say, doubts visible, and pages that do not grow with the catalogue."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser
from tests.support.maps import GDYNIA, Fields, mapped
from tests.support.planned import articles_of
from tests.support.samples import PL, renderer

from goodpractices.catalogue import Catalogue, Practice
from goodpractices.finding.time_spans import TimeSpan, time_line
from goodpractices.publishing.article import Article
from goodpractices.publishing.pages.timeline_page import Dot, Row, Scale, Tick, TimelinePages, scale_of
from goodpractices.publishing.rendering import Renderer


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


@pytest.mark.slow
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


@pytest.mark.parametrize(
    ("years", "shown"),
    [
        ((2016, 2024), "2016 2017 2018 2019 2020 2021 2022 2023 2024"),
        ((2015, 2024), "2016 2018 2020 2022 2024"),
        ((2001, 2024), "2005 2010 2015 2020"),
        ((1990, 2024), "1990 1995 2000 2005 2010 2015 2020"),
        ((1970, 2024), "1970 1980 1990 2000 2010 2020"),
        ((2024, 2024), "2024"),
        ((2000, 2020), "2000 2005 2010 2015"),
    ],
)
def test_a_scale_shows_nine_round_years_at_most_and_none_at_its_very_end(years: tuple[int, int], shown: str) -> None:
    assert [tick.year for tick in Scale(*years).ticks()] == shown.split()


def test_a_year_stands_at_its_part_of_the_scale_and_every_second_one_is_minor() -> None:
    assert Scale(2020, 2023).ticks() == [
        Tick("2020", "0%", is_minor=False),
        Tick("2021", "25%", is_minor=True),
        Tick("2022", "50%", is_minor=False),
        Tick("2023", "75%", is_minor=True),
    ]
    assert Scale(2020, 2022).percent(2021) == pytest.approx(33.333, abs=0.001)
    assert (Scale(2020, 2022).percent(1999), Scale(2020, 2022).percent(2030)) == (0, 100)


class Values(Renderer):
    """Keeps what the template of the timeline is given."""

    def __init__(self) -> None:
        super().__init__(PL, renderer().links)
        self.given: list[dict[str, Any]] = []

    def render(self, template: str, here: str, **values: Any) -> str:
        self.given.append({"here": here, **values})
        return ""


def given_to_template(parent: Path, practices: Mapping[str, Fields]) -> list[dict[str, Any]]:
    catalogue = mapped(parent, [GDYNIA], {name: {"title": name, **some} for name, some in practices.items()})
    values = Values()
    articles_of(TimelinePages(catalogue, time_line(catalogue.published), values).articles())
    return values.given


def rows(parent: Path, practices: Mapping[str, Fields]) -> dict[str, Row]:
    """The rows of the timeline, by the title of each practice."""
    return {row.name.text: row for year in given_to_template(parent, practices)[0]["years"] for row in year.rows}


DECADE = {"period": {"start": "2010-01-01", "end": "2019-12-31"}}
"""With it the scale has ten years: ten percent are a year."""


@pytest.mark.parametrize(
    ("fields", "bar", "shape"),
    [
        ({"period": {"start": "2012", "end": "2013"}}, ("20%", "19.97%", "39.97%"), "none"),
        ({"period": {"start": "2012~", "end": "2013"}}, ("20%", "19.97%", "39.97%"), "left"),
        ({"period": {"start": "2012", "end": "2013?"}}, ("20%", "19.97%", "39.97%"), "right"),
        ({"period": {"start": "2012~", "end": "2013?"}}, ("20%", "19.97%", "39.97%"), "both"),
        ({"period": {"start": "2012-07-01", "end": "2012-07-01"}}, ("25%", "0.9%", "25.9%"), "none"),
        ({"period": {"start": "2012"}, "lifecycle": "ended"}, ("20%", "9%", "29%"), "right"),
        ({"period": {"end": "2012-12-31"}, "lifecycle": "ended"}, ("20.97%", "9%", "29.97%"), "left"),
        ({"period": {"start": "2019-12-31", "end": "2019-12-31"}}, ("99.1%", "0.9%", "100%"), "none"),
        ({"period": {"start": "2010-01-01", "end": "2010-01-01"}}, ("0%", "0.9%", "0.9%"), "none"),
    ],
)
def test_a_bar_has_the_length_of_its_time_and_room_where_an_end_is_unknown(
    fields: Fields, bar: tuple[str, str, str], shape: str, tmp_path: Path
) -> None:
    row = rows(tmp_path, {"dekada": DECADE, "las": fields})["las"]
    assert ((row.x, row.width, row.end), row.shape) == (bar, shape)


def test_a_row_says_dates_theme_and_what_is_doubtful(tmp_path: Path) -> None:
    events = [
        {"date": "2012-03", "text": "Start"},
        {"date": "XXXX-11", "text": "Gala"},
        {"date": "2014/2015", "text": "Prace", "planned": True},
    ]
    found = rows(
        tmp_path,
        {
            "dekada": DECADE,
            "wydarzenia": {"key_dates": events, "themes": ["sport", "zielen"]},
            "bez-poczatku": {"period": {"end": "2013"}},
            "trwa": {"period": {"start": "2013"}, "lifecycle": "running"},
            "nie-wiadomo": {"period": {"start": "2013"}, "lifecycle": "ended"},
        },
    )
    assert found["wydarzenia"].dates == "marzec 2012, 2014–2015"
    assert (found["wydarzenia"].theme, found["wydarzenia"].from_events) == ("sport", True)
    assert found["wydarzenia"].dots[1].planned
    assert {name: row.notes for name, row in found.items() if row.notes} == {
        "wydarzenia": ("znamy tylko daty spotkań i zdarzeń", "1 planowane wydarzenie"),
        "bez-poczatku": ("początku nie znamy",),
        "trwa": ("trwa",),
        "nie-wiadomo": ("końca nie znamy",),
    }
    assert [name for name, row in found.items() if row.goes_on] == ["trwa"]


def test_a_dot_stands_at_its_day(tmp_path: Path) -> None:
    given = {**DECADE, "key_dates": [{"date": "2012-07", "text": "A"}, {"date": "2015", "text": "B", "planned": True}]}
    assert rows(tmp_path, {"las": given})["las"].dots == (Dot("25%", planned=False), Dot("50%", planned=True))


def test_a_year_of_eight_practices_needs_no_page_of_its_own_and_one_of_nine_says_how_many(tmp_path: Path) -> None:
    eight = given_to_template(tmp_path / "8", {f"las-{n}": DECADE for n in range(8)})
    assert (len(eight), eight[0]["years"][0].more) == (1, None)
    main, further = given_to_template(tmp_path / "9", {f"las-{n}": DECADE for n in range(9)})
    [year] = main["years"]
    assert (year.year, len(year.rows)) == ("2010", 8)
    assert (year.more.text, year.more.address) == ("Wszystkie z 2010 r. (9)", "os-czasu/rok-2010/")
    assert further["here"] == "os-czasu/rok-2010/"
    assert len(further["years"][0].rows) == 9
    assert further["trail"] == [(PL("timeline.title"), "os-czasu/")]
    assert further["families"] == main["families"]


def test_undated_practices_say_how_they_are_and_what_is_known(tmp_path: Path) -> None:
    given: dict[str, Fields] = {
        "a": {"lifecycle": "ended", "key_dates": [{"date": "XXXX-11-09", "text": "Gala"}], "short_title": "Skrót"},
        "b": {"lifecycle": "unknown"},
    }
    [page] = given_to_template(tmp_path, given)
    assert [(each.name.text, each.words) for each in page["undated"]] == [
        ("Skrót", ("zakończona", "9 listopada, rok nieznany")),
        ("b", ()),
    ]
    assert (page["scale"], page["ticks"], page["years"], page["all_undated"]) == (None, [], [], None)


def test_many_undated_practices_have_a_page_without_colours(tmp_path: Path) -> None:
    main, further = given_to_template(tmp_path, {f"las-{n}": {} for n in range(25)})
    assert len(main["undated"]) == 24
    assert (main["all_undated"].text, main["all_undated"].address) == ("Wszystkie bez dat (25)", "os-czasu/bez-dat/")
    assert (further["here"], len(further["undated"]), further["families"]) == ("os-czasu/bez-dat/", 25, [])
    assert further["lead"] == PL("timeline.undated_text")


def test_every_page_of_the_timeline_belongs_to_its_entry_of_the_menu(tmp_path: Path) -> None:
    practices: dict[str, Fields] = {f"p{n}": going_on("2016", "2018") for n in range(9)}
    pages = pages_of(mapped(tmp_path, [GDYNIA], {**practices, **{f"q{n}": {} for n in range(25)}}))
    assert {(address, page.title, page.section) for address, page in pages.items()} == {
        ("os-czasu/", "Oś czasu", "timeline"),
        ("os-czasu/rok-2016/", "Praktyki rozpoczęte w 2016 r.", "timeline"),
        ("os-czasu/bez-dat/", "Praktyki bez dat", "timeline"),
    }
    assert pages["os-czasu/"].description == PL("timeline.lead")
