"""Bars beside figures: shares drawn true, words kept apart from markup, plans unlike results."""

import re
from html import unescape
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from goodpractices.publishing.pages.charts import Segment, Variant, money_bar, share_bar, split_bar


def widths(bar: str, name: str) -> list[float]:
    return [float(width) for width in re.findall(rf'class="bar__{name}"[^>]*width="([\d.]+)%"', bar)]


def test_a_split_shows_each_part_by_its_share_with_a_gap_between() -> None:
    assert split_bar([("445 kobiet", 445), ("339 mężczyzn", 339)]) == (
        '<svg class="bar" role="img" aria-label="445 kobiet, 339 mężczyzn">'
        '<rect class="bar__a" x="0%" width="56.8%" height="100%"/>'
        '<rect class="bar__b" x="56.8%" width="43.2%" height="100%"/>'
        '<rect class="bar__gap" x="56.8%" width="2" height="100%"/></svg>'
    )


def test_a_fifth_part_takes_the_first_colour_again() -> None:
    bar = split_bar([(str(n), 1) for n in range(5)])
    assert re.findall(r"bar__[a-d]", bar) == ["bar__a", "bar__b", "bar__c", "bar__d", "bar__a"]


def test_nothing_is_drawn_where_there_is_nothing_to_divide() -> None:
    assert split_bar([]) == split_bar([("0 kobiet", 0), ("0 mężczyzn", 0)]) == ""


def test_a_part_of_nothing_leaves_no_gap_at_the_edge() -> None:
    assert "bar__gap" not in split_bar([("0 kobiet", 0), ("5 mężczyzn", 5), ("0 innych", 0)])


def test_a_share_is_drawn_over_the_whole() -> None:
    assert share_bar(320 / 784, "40,8% całości", "effect") == (
        '<svg class="bar bar--effect" role="img" aria-label="40,8% całości">'
        '<rect class="bar__rest" width="100%" height="100%"/>'
        '<rect class="bar__share" x="0%" width="40.8%" height="100%"/></svg>'
    )


def test_a_plan_is_never_drawn_as_a_result() -> None:
    plan = share_bar(0.5, "50% całości", "plan")
    assert "bar__share" not in plan
    assert "stroke-dasharray" in plan


@pytest.mark.parametrize("variant", ["done", "effect", "plan"])
def test_words_from_an_entry_stay_words(variant: Variant) -> None:
    hostile = '"><script>alert(1)</script>'
    for bar in (share_bar(0.5, hostile, variant), split_bar([(hostile, 1), ("x", 2)])):
        assert isinstance(bar, Markup)
        assert "<script" not in bar
        assert ElementTree.fromstring(bar).get("aria-label", "").startswith(hostile)  # noqa: S314 - our own markup


@given(st.floats(allow_nan=False))
def test_a_share_never_leaves_its_bar(ratio: float) -> None:
    assert 0 <= widths(share_bar(ratio, ""), "share")[0] <= 100


@given(st.lists(st.integers(min_value=0, max_value=10**9), min_size=1, max_size=20))
def test_the_parts_fill_the_bar(values: list[int]) -> None:
    bar = split_bar([("", value) for value in values])
    if any(values):
        assert sum(widths(bar, "[a-d]")) == pytest.approx(100, abs=0.05 * len(values) + 0.01)


def written_in(grant: float, amount: str = "7,8 mln zł") -> list[str]:
    """The words in a bar whose grant is a part of the whole, each with where it is shown."""
    bar = money_bar(Segment(grant, "dotacja", amount), Segment(1 - grant, "poza dotacją", "1,4 mln zł"), "dotacja: 85%")
    found = re.findall(r'<text class="bar__words(?: bar__words--(\w+))?"[^>]*>([^<]*)</text>', bar)
    return [f"{where} {words}".strip() for where, words in found]


def test_the_words_of_money_stand_in_its_bar_where_there_is_room() -> None:
    assert written_in(0.5) == [
        "wide dotacja 7,8 mln zł",
        "narrow 7,8 mln zł",
        "wide poza dotacją 1,4 mln zł",
        "narrow 1,4 mln zł",
    ]
    assert written_in(0.85) == ["dotacja 7,8 mln zł", "wide 1,4 mln zł"]
    assert written_in(0.99) == ["dotacja 7,8 mln zł"]
    assert written_in(0.01) == ["poza dotacją 1,4 mln zł"]


@given(st.floats(0, 1), st.text(min_size=1, max_size=30))
def test_words_in_a_bar_of_money_are_no_markup_and_never_wider_than_their_part(grant: float, amount: str) -> None:
    bar = money_bar(Segment(grant, "dotacja", amount), Segment(1 - grant, "inne", "1 zł"), "dotacja")
    assert widths(bar, "share") == [pytest.approx(100 * grant, abs=0.06)]
    for words in re.findall(r"<text[^>]*>([^<]*)</text>", bar):
        assert 9 * len(unescape(words)) <= 800
