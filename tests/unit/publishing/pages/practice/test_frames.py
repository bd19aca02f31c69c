"""Figures in the frame of their whole: which stand in one, what is drawn, and on which scale."""

import re
from pathlib import Path
from typing import Any

import pytest
from tests.support.samples import PL, published, said

from goodpractices.catalogue import derive
from goodpractices.publishing.pages.practice.figures import Figures, Frame, figures_block

WHAT = "Źródła podają różnie."

_WIDTH = re.compile(r'class="bar__share" x="0%" width="([\d.]+%)"')


def doubt() -> dict[str, Any]:
    return {"disputed": {"what": WHAT}}


def decided() -> dict[str, Any]:
    return {"disputed": {"what": WHAT, "counted": True, "decision": "Liczymy uczestników."}}


def figure(name: str, value: float | None = None, **more: Any) -> dict[str, Any]:
    known = {"id": name, "label": name, "unit": "person", "nature": "output", "source": "s1", **more}
    return known if value is None else {**known, "value": value}


def figures(parent: Path, *given: dict[str, Any]) -> Figures:
    practice = published(parent, {"las": {"indicators": list(given)}}).practices["las"]
    return figures_block(practice, derive(practice), PL)


def frame(parent: Path, *given: dict[str, Any]) -> Frame:
    [only] = figures(parent, *given).first.frames
    return only


def widths(shown: Frame) -> dict[str, str | None]:
    """How wide the bar of each part is; nothing where none is drawn."""
    found = {part.indicator: _WIDTH.search(part.bar) for part in shown.parts}
    assert {name: bool(bar) for name, bar in found.items()} == {part.indicator: bool(part.bar) for part in shown.parts}
    return {name: bar and bar[1] for name, bar in found.items()}


def test_a_whole_stands_with_its_parts_and_every_other_figure_alone(tmp_path: Path) -> None:
    block = figures(
        tmp_path,
        *(figure("spotkania", 12, unit="event"), figure("praca", 320, of="osoby", nature="outcome")),
        *(figure("osoby", 784), figure("kobiety", 445, of="osoby"), figure("plan", 800, nature="target")),
    )
    [shown] = block.first.frames
    assert (shown.whole.indicator, [part.indicator for part in shown.parts]) == ("osoby", ["praca", "kobiety"])
    assert [card.indicator for card in block.rest.cards] == ["spotkania", "plan"]


def test_every_figure_is_shown_once(tmp_path: Path) -> None:
    block = figures(
        tmp_path,
        *(figure("a", 100), figure("b", 50, of="a"), figure("c", 25, of="b"), figure("d", 10, of="c")),
        *(figure("e", 7), figure("f", 3, of="e")),
    )
    frames, cards = [*block.first.frames, *block.rest.frames], [*block.first.cards, *block.rest.cards]
    framed = [card.indicator for each in frames for card in (each.whole, *each.parts)]
    assert sorted([*framed, *(card.indicator for card in cards)]) == ["a", "b", "c", "d", "e", "f"]
    assert framed == ["a", "b", "e", "f"]


def test_of_many_figures_three_are_read_at_once_effects_first_plans_last(tmp_path: Path) -> None:
    natures = ("target", "context", "output", "output", "output", "output", "result", "outcome")
    block = figures(tmp_path, *(figure(f"f{n}", n, nature=nature) for n, nature in enumerate(natures)))
    assert [card.indicator for card in block.first.cards] == ["f7", "f6", "f2"]
    assert [card.indicator for card in block.rest.cards] == ["f3", "f4", "f5", "f1", "f0"]


def test_a_single_figure_is_not_kept_back(tmp_path: Path) -> None:
    block = figures(tmp_path, *(figure(f"f{n}", n) for n in range(4)))
    assert (len(block.first), len(block.rest)) == (4, 0)


def test_one_frame_is_read_at_once_with_what_room_it_leaves(tmp_path: Path) -> None:
    framed = [figure(f"{whole}1", 5, of=whole) for whole in "abc"]
    block = figures(tmp_path, *(figure(whole, 9) for whole in "abc"), *framed, *(figure(f"f{n}", n) for n in range(4)))
    assert [each.whole.indicator for each in block.first.frames] == ["a"]
    assert [card.indicator for card in block.first.cards] == ["f0"]
    assert [each.whole.indicator for each in block.rest.frames] == ["b", "c"]
    assert [card.indicator for card in block.rest.cards] == ["f1", "f2", "f3"]


def test_parts_of_a_sure_whole_are_drawn_on_its_scale(tmp_path: Path) -> None:
    shown = frame(tmp_path, figure("osoby", 800), figure("praca", 320, of="osoby"), figure("kurs", 800, of="osoby"))
    assert (shown.is_doubtful, widths(shown)) == (False, {"praca": "40%", "kurs": "100%"})


def test_a_disputed_whole_gives_no_scale_and_the_largest_part_does(tmp_path: Path) -> None:
    shown = frame(
        tmp_path, figure("osoby", 800, **doubt()), figure("praca", 320, of="osoby"), figure("kurs", 400, of="osoby")
    )
    assert (shown.is_doubtful, widths(shown)) == (True, {"praca": "80%", "kurs": "100%"})
    assert said(shown.whole.value) == "800 ?"


@pytest.mark.parametrize(
    "whole",
    [
        figure("osoby", words="kilkaset"),
        figure("osoby", precision="range", min=700, max=900),
        figure("osoby", 0, **doubt()),
    ],
)
def test_a_whole_without_a_number_gives_no_scale(whole: dict[str, Any], tmp_path: Path) -> None:
    shown = frame(tmp_path, whole, figure("praca", 200, of="osoby"), figure("kurs", 50, of="osoby"))
    assert (shown.is_doubtful, widths(shown)) == (True, {"praca": "100%", "kurs": "25%"})


def test_a_disputed_part_is_neither_drawn_nor_the_scale_of_others(tmp_path: Path) -> None:
    shown = frame(
        tmp_path,
        *(figure("osoby", 800, **doubt()), figure("sporna", 700, of="osoby", **doubt())),
        *(figure("praca", 320, of="osoby"), figure("kurs", 160, of="osoby")),
    )
    assert widths(shown) == {"sporna": None, "praca": "100%", "kurs": "50%"}


def test_a_disputed_part_of_a_sure_whole_is_said_and_not_drawn(tmp_path: Path) -> None:
    shown = frame(tmp_path, figure("osoby", 800), figure("praca", 320, of="osoby", **doubt()))
    [part] = shown.parts
    assert (said(part.value), part.bar, part.notes) == ("320 ?", "", ())


def test_what_counts_though_it_is_disputed_is_drawn(tmp_path: Path) -> None:
    shown = frame(tmp_path, figure("osoby", 800, **decided()), figure("praca", 320, of="osoby", **decided()))
    assert (shown.is_doubtful, widths(shown)) == (False, {"praca": "40%"})


@pytest.mark.parametrize("doubt", [{}, doubt()])
def test_nothing_is_drawn_of_a_plan(doubt: dict[str, Any], tmp_path: Path) -> None:
    shown = frame(
        tmp_path,
        figure("plan", 800, nature="target", **doubt),
        figure("praca", 320, of="plan", nature="target"),
    )
    assert (widths(shown), shown.parts[0].kind) == ({"praca": None}, "Plan, nie wynik")


@pytest.mark.parametrize("part", [{"words": "kilkanaście"}, {"precision": "range", "min": 10, "max": 20}, {"value": 0}])
def test_a_part_without_a_number_or_of_none_is_not_drawn(part: dict[str, Any], tmp_path: Path) -> None:
    shown = frame(tmp_path, figure("osoby", 800), figure("praca", of="osoby", **part))
    assert widths(shown) == {"praca": None}


def test_the_part_of_a_part_is_a_card_with_its_share_a_planned_one_dashed(tmp_path: Path) -> None:
    done = figures(tmp_path / "a", figure("a", 100), figure("b", 50, of="a"), figure("c", 25, of="b"))
    planned = [figure(name, value, nature="target", **more) for name, value, more in PLANNED]
    [card], [plan] = done.first.cards, figures(tmp_path / "b", *planned).first.cards
    assert (card.indicator, plan.indicator) == ("c", "c")
    assert '<svg class="bar" role="img" aria-label="50%' in card.bar
    assert 'class="bar bar--plan"' in plan.bar
    assert "stroke-dasharray" in plan.bar


PLANNED: list[tuple[str, float, dict[str, Any]]] = [("a", 100, {}), ("b", 50, {"of": "a"}), ("c", 25, {"of": "b"})]
