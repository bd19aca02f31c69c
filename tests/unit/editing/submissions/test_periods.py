"""When a practice began and ended: what two answers say differently is asked about, and no end is made of a quarter."""

import pytest
from tests.support.submissions import ANSWERS, drafter

from goodpractices.catalogue.spellings import period_ends


def told(**answers: str) -> tuple[dict[str, str], list[str]]:
    """The period of a draft, and what is asked about it."""
    draft = drafter().draft({**ANSWERS, "start": "", **answers})
    return draft.record.get("period", {}), [each.text for each in draft.doubts if each.question in ("start", "end")]


@pytest.mark.parametrize(
    ("start", "end", "period", "asked"),
    [
        ("2019–2023", "2022", {"start": "2019", "end": "2023"}, "2022"),
        ("2019", "2020–2023", {"start": "2019", "end": "2023"}, "2020–2023"),
        ("marzec 2020", "2019 – 2021", {"start": "2020-03", "end": "2021"}, "2019 – 2021"),
    ],
)
def test_two_answers_that_do_not_agree_are_asked_about(
    start: str, end: str, period: dict[str, str], asked: str
) -> None:
    found, doubts = told(start=start, end=end)
    assert found == period
    assert [f"„{asked}”" in each for each in doubts] == [True]


def test_two_answers_that_agree_are_not() -> None:
    assert told(start="2019–2023", end="2023 r.") == ({"start": "2019", "end": "2023"}, [])


@pytest.mark.parametrize("words", ["I kw. 2022", "II połowa 2022", "ok. I półrocze 2022", "od I kw. 2022"])
def test_a_part_of_a_year_is_no_period_of_a_practice(words: str) -> None:
    assert period_ends(words, ("start", "end")) == {}
    found, doubts = told(start=words)
    assert found == {}
    assert f"„{words}”" in doubts[0]
