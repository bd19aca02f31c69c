"""What grows old: each limit just before and just after."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.support.advised import practice, said

from goodpractices.catalogue.ageing import adoptions_are_confirmed, facts_are_fresh, reviews_are_due

FIGURE = {"id": "a", "label": "a", "unit": "person", "nature": "context", "value": 1, "source": "s1"}


CLAIM = {"text": "Jedyny taki program.", "source": "s1"}


@pytest.mark.parametrize(
    ("as_of", "day", "old"),
    [
        ("2020-03-04", "2023-03-04", False),
        ("2020-03-04", "2023-03-05", True),
        ("2020-03", "2023-03-31", False),
        ("2020-03", "2023-04-01", True),
        ("2020", "2023-12-31", False),
        ("2020", "2024-01-01", True),
    ],
)
def test_a_claim_is_old_three_years_after_its_last_day(tmp_path: Path, as_of: str, day: str, *, old: bool) -> None:
    given = practice(tmp_path, claims=[{**CLAIM, "as_of": as_of}])
    expected = [("claim_old", ("claims", 0, "as_of"), {"date": as_of, "years": 3})]
    assert said(facts_are_fresh(given, date.fromisoformat(day))) == (expected if old else [])


def test_a_claim_known_to_be_outdated_is_left_alone(tmp_path: Path) -> None:
    claims = [{**CLAIM, "as_of": "2010", "status": "outdated"}, {**CLAIM, "as_of": "2010"}]
    assert [where for _, where, _ in said(facts_are_fresh(practice(tmp_path, claims=claims), date(2026, 1, 1)))] == [
        ("claims", 1, "as_of")
    ]


@pytest.mark.parametrize(("as_of", "old"), [("2020", True), ("2021", False)])
def test_a_background_figure_is_old_after_five_years(tmp_path: Path, as_of: str, *, old: bool) -> None:
    given = practice(tmp_path, indicators=[{**FIGURE, "as_of": as_of}])
    expected = [("figure_old", ("indicators", 0, "as_of"), {"date": as_of, "years": 5})]
    assert said(facts_are_fresh(given, date(2026, 1, 1))) == (expected if old else [])


def test_a_figure_of_what_was_done_never_ages_nor_one_without_a_day(tmp_path: Path) -> None:
    figures = [{**FIGURE, "nature": "output", "as_of": "1990"}, {**FIGURE, "id": "b"}]
    assert said(facts_are_fresh(practice(tmp_path, indicators=figures), date(2026, 1, 1))) == []


@pytest.mark.parametrize(
    ("planned", "day", "passed"),
    [(True, "2025-06-08", True), (True, "2025-06-07", False), (False, "2025-06-08", False)],
)
def test_a_plan_has_passed_the_day_after(tmp_path: Path, planned: bool, day: str, *, passed: bool) -> None:
    given = practice(tmp_path, key_dates=[{"date": "2025-06-07", "text": "Otwarcie", "planned": planned}])
    expected = [("plan_passed", ("key_dates", 0, "date"), {"date": "2025-06-07"})]
    assert said(facts_are_fresh(given, date.fromisoformat(day))) == (expected if passed else [])


def test_without_a_day_facts_are_measured_by_the_last_look_at_the_entry(tmp_path: Path) -> None:
    claims = [{**CLAIM, "as_of": "2020"}]
    looked_at = {"state": "draft", "created": "2019-01-01", "updated": "2021-01-01", "reviewed_on": "2024-01-01"}
    assert len(said(facts_are_fresh(practice(tmp_path / "a", claims=claims, editorial=looked_at), None))) == 1
    earlier = {**looked_at, "reviewed_on": "2023-12-31"}
    assert said(facts_are_fresh(practice(tmp_path / "b", claims=claims, editorial=earlier), None)) == []
    assert said(facts_are_fresh(practice(tmp_path / "c", claims=claims), None)) == []


@pytest.mark.parametrize(
    ("editorial", "day", "expected"),
    [
        ({"review_by": "2026-01-02"}, "2026-01-02", []),
        (
            {"review_by": "2026-01-02"},
            "2026-01-03",
            [("review_overdue", ("editorial", "review_by"), {"date": "2026-01-02"})],
        ),
        ({"updated": "2024-01-31"}, "2026-01-31", []),
        ({"updated": "2024-01-31"}, "2026-02-01", [("state_old", ("lifecycle",), {"date": "2024-01-31", "n": 24})]),
        ({"updated": "2020-01-31", "review_by": "2030-01-01"}, "2026-02-01", []),
        ({}, "2026-02-01", []),
    ],
)
def test_a_review_is_due_after_its_day_or_two_years(
    tmp_path: Path, editorial: dict[str, str], day: str, expected: list[Any]
) -> None:
    given = practice(tmp_path, editorial={"state": "draft", **editorial})
    assert said(reviews_are_due(given, date.fromisoformat(day))) == expected
    assert said(reviews_are_due(given, None)) == []


@pytest.mark.parametrize(
    ("lifecycle", "due"),
    [
        ("idea", True),
        ("starting", True),
        ("pilot", True),
        ("running", True),
        ("became-regular-service", True),
        ("suspended", True),
        ("ended", False),
        ("abandoned", False),
        ("unknown", False),
    ],
)
def test_the_state_of_what_goes_on_is_asked_about(tmp_path: Path, lifecycle: str, *, due: bool) -> None:
    given = practice(tmp_path, lifecycle=lifecycle, editorial={"state": "draft", "created": "2020-01-01"})
    assert bool(said(reviews_are_due(given, date(2026, 1, 1)))) is due


@pytest.mark.parametrize(
    ("adoption", "told"),
    [
        ({"date": "2023"}, ("date", "2023")),
        ({"date": "2023", "as_of": "2022"}, ("date", "2023")),
        ({"as_of": "2023"}, ("as_of", "2023")),
        ({"date": "2024"}, None),
        ({"date": "2023", "confirmed": "2025"}, None),
        ({}, None),
    ],
)
def test_an_adoption_waits_two_years_for_whoever_made_it_to_confirm_it(
    tmp_path: Path, adoption: dict[str, str], told: tuple[str, str] | None
) -> None:
    given = practice(tmp_path, adoptions=[{"state": "adopted", "place": "sopot", **adoption}])
    expected = (
        [("adoption_unconfirmed", ("adoptions", 0, told[0]), {"date": told[1], "years": 2})] if told is not None else []
    )
    assert said(adoptions_are_confirmed(given, date(2026, 6, 1))) == expected
    assert said(adoptions_are_confirmed(given, None)) == []


def test_without_a_day_an_adoption_waits_until_the_last_look_at_the_entry(tmp_path: Path) -> None:
    editorial = {"state": "draft", "created": "2026-06-01"}
    given = practice(tmp_path, editorial=editorial, adoptions=[{"state": "adopted", "place": "sopot", "date": "2023"}])
    assert [key for key, _, _ in said(adoptions_are_confirmed(given, None))] == ["adoption_unconfirmed"]
