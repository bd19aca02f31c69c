"""Whatever an entry says: strip, poster and bars show its own numbers, and none comes of a doubt or a plan."""

import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.support.entries import practice
from tests.support.properties import DEAR
from tests.support.samples import PL

from goodpractices.catalogue import PRACTICE, Practice, derive
from goodpractices.publishing.pages.practice.figures import figures_block
from goodpractices.publishing.pages.strip import Cell, poster_figure, strip

Record = dict[str, Any]

DISPUTES = st.sampled_from(
    [None, {"what": "Różnie."}, {"what": "Różnie.", "counted": "true", "decision": "Bo tak."}, None]
)
NATURES = st.sampled_from(["output", "result", "outcome", "target", "context"])
VALUES = st.integers(1, 99_999)
_DIGITS = re.compile(r"\d+(?:[\u00a0\u202f]\d{3})*")
_WIDTH = re.compile(r'class="bar__share" x="0%" width="([\d.]+)%"')


def _kept(**fields: Any) -> Record:
    return {name: value for name, value in fields.items() if value is not None}


@st.composite
def figures(draw: st.DrawFn) -> list[Record]:
    names = draw(st.lists(st.sampled_from(["participants", "b", "c", "d", "e"]), unique=True))
    given: list[Record] = []
    for name in names:
        wholes = [each["id"] for each in given if "of" not in each]
        known = draw(st.booleans())
        given.append(
            _kept(
                **{"id": name, "label": f"liczba {name}", "source": "s1", "nature": draw(NATURES)},
                unit=draw(st.sampled_from(["person", "event"])),
                value=str(draw(VALUES)) if known else None,
                words=None if known else "kilkanaście",
                of=draw(st.sampled_from([None, *wholes])),
                disputed=draw(DISPUTES),
            )
        )
    return given


AMOUNTS = st.builds(
    lambda **fields: _kept(currency="PLN", source="s1", **fields),
    role=st.sampled_from(["total", "grant", "own"]),
    amount=VALUES.map(str),
    planned=st.sampled_from([None, "true"]),
    period=st.sampled_from([None, None, "2020"]),
    disputed=DISPUTES,
)


@st.composite
def practices(draw: st.DrawFn) -> tuple[Practice, list[Record], list[Record]]:
    """A practice with its figures and amounts as they were written; it has a strip."""
    indicators, funding = draw(figures()), draw(st.lists(AMOUNTS, max_size=3))
    judged = {"target_groups": ["seniorzy"], "evidence_level": {"value": "2", "reason": "Lista."}}
    made = PRACTICE({"id": "wzor", **practice(indicators=indicators, funding=funding, **judged)}, None)
    return made, indicators, funding


def numbers(text: str) -> list[int]:
    return [int(re.sub(r"\D", "", found)) for found in _DIGITS.findall(text)]


def cells(made: Practice) -> dict[str, Cell]:
    return {cell.question: cell for cell in strip(made, str, PL)}


def may_be_counted(record: Record) -> bool:
    return "counted" in record.get("disputed", {"counted": "true"})


@DEAR
@given(practices())
def test_every_number_of_the_strip_is_one_of_the_entry(case: tuple[Practice, list[Record], list[Record]]) -> None:
    made, indicators, funding = case
    shown = cells(made)
    values = {int(each["value"]) for each in indicators if "value" in each}
    amounts = {int(each["amount"]) for each in funding}
    for question, known in (("scale", values), ("effect", values), ("cost", amounts)):
        if question in shown:
            assert set(numbers(shown[question].value)) <= known
            assert len(numbers(shown[question].value)) <= 1


@DEAR
@given(practices())
def test_a_number_that_seems_sure_is_neither_disputed_nor_planned(
    case: tuple[Practice, list[Record], list[Record]],
) -> None:
    made, indicators, funding = case
    sure = [each for each in indicators if may_be_counted(each) and each["nature"] != "target"]
    spent = [each for each in funding if may_be_counted(each) and "planned" not in each]
    shown = cells(made)
    for question, records, name in (("scale", sure, "value"), ("effect", sure, "value"), ("cost", spent, "amount")):
        if question in shown and shown[question].state == "known":
            assert set(numbers(shown[question].value)) <= {int(each[name]) for each in records if name in each}


@DEAR
@given(practices())
def test_a_poster_shows_an_effect_of_the_entry_that_nobody_disputes(
    case: tuple[Practice, list[Record], list[Record]],
) -> None:
    made, indicators, _ = case
    effects = [each for each in indicators if each["nature"] in ("outcome", "result") and may_be_counted(each)]
    shown = poster_figure(made, PL)
    if shown is None:
        assert effects == []
    else:
        assert shown.label == effects[0]["label"]
        assert numbers(shown.value) == [int(each["value"]) for each in effects[:1] if "value" in each]


@DEAR
@given(practices())
def test_what_a_person_cost_comes_of_a_sure_total_and_a_sure_count_alone(
    case: tuple[Practice, list[Record], list[Record]],
) -> None:
    made, indicators, funding = case
    totals = [each for each in funding if each["role"] == "total" and "period" not in each]
    people = [each for each in indicators if each["id"] == "participants" and each["unit"] == "person"]
    sure = [
        *(each for each in totals if len(totals) == 1 and may_be_counted(each) and "planned" not in each),
        *(each for each in people if may_be_counted(each) and each["nature"] != "target" and "value" in each),
    ]
    cost = cells(made).get("cost")
    computed = numbers(cost.further) if cost else []
    if len(sure) == 2 and cost:
        assert computed == [round(int(sure[0]["amount"]) / int(sure[1]["value"]))]
    else:
        assert computed == []


@DEAR
@given(practices())
def test_a_bar_of_a_frame_is_that_of_a_sure_part_on_a_sure_scale(
    case: tuple[Practice, list[Record], list[Record]],
) -> None:
    made, indicators, _ = case
    by_id = {each["id"]: each for each in indicators}
    block = figures_block(made, derive(made), PL)
    for frame in (*block.first.frames, *block.rest.frames):
        whole, parts = by_id[frame.whole.indicator], [by_id[part.indicator] for part in frame.parts]
        drawn = [each for each in parts if may_be_counted(each) and each["nature"] != "target" and "value" in each]
        scale = whole if may_be_counted(whole) and "value" in whole else None
        most = int(scale["value"]) if scale else max((int(each["value"]) for each in drawn), default=0)
        expected = {each["id"]: min(100 * int(each["value"]) / most, 100) for each in drawn}
        found = {part.indicator: _WIDTH.search(part.bar) for part in frame.parts if part.bar}
        assert found.keys() == expected.keys()
        assert all(bar and abs(float(bar[1]) - expected[name]) <= 0.05 + 1e-9 for name, bar in found.items())
