"""What is computed from an entry, on the figures of the Gdynia entry and on its edges."""

from typing import Any

import pytest
from tests.support.entries import practice
from tests.support.real import real_catalogue

from goodpractices.catalogue import COUNTED, PRACTICE, Derived, Practice, derive
from goodpractices.catalogue.derived import participants


def made(**fields: Any) -> Practice:
    return PRACTICE({"id": "wzor", **practice(**fields)}, None)


def money(role: str, amount: str, **more: str) -> dict[str, str]:
    return {"role": role, "amount": amount, "currency": "PLN", "source": "s1", **more}


def figure(name: str, value: str, **more: str) -> dict[str, str]:
    return {"id": name, "label": name, "value": value, "unit": "person", "nature": "output", "source": "s1", **more}


@pytest.fixture(scope="module")
def gdynia() -> Derived:
    return derive(real_catalogue().practices["gdynia-pracownia"])


@pytest.mark.slow
def test_gdynia_was_paid_for_by_the_grant_to_84_8_percent(gdynia: Derived) -> None:
    assert gdynia.cofinanced_share == pytest.approx(0.848, abs=0.0005)


@pytest.mark.slow
def test_gdynia_added_1_4_million_of_its_own(gdynia: Derived) -> None:
    assert (gdynia.own_amount, gdynia.currency) == (1_400_000, "PLN")


def test_of_gdynia_nothing_is_computed_from_the_number_of_participants_which_is_disputed(gdynia: Derived) -> None:
    assert [share.indicator for share in gdynia.shares] == ["target_with_disability"]
    assert gdynia.cost_per_participant is None


def test_shares_are_of_the_whole_that_each_part_names() -> None:
    figures = [figure("participants", "784"), figure("took_job", "320", of="participants")]
    (share,) = derive(made(indicators=figures)).shares
    assert (share.indicator, share.of, round(100 * share.ratio, 1)) == ("took_job", "participants", 40.8)


def test_the_whole_cost_by_the_participants_is_the_cost_of_one() -> None:
    paid = derive(made(funding=[money("total", "9200000")], indicators=[figure("participants", "784")]))
    assert paid.cost_per_participant is not None
    assert round(paid.cost_per_participant) == 11_735


def test_gdynia_took_85_months_with_the_first_and_the_last(gdynia: Derived) -> None:
    assert gdynia.duration_months == 85


def test_gdynia_cost_between_five_and_ten_million(gdynia: Derived) -> None:
    assert gdynia.cost_band == "5-10m"


def test_an_entry_without_figures_has_nothing_computed() -> None:
    derived = derive(made())
    assert derived.completeness.label == "stub"
    assert (derived.cost_band, derived.cofinanced_share, derived.own_amount, derived.currency) == (
        None,
        None,
        None,
        None,
    )
    assert (derived.cost_per_participant, derived.duration_months, derived.shares) == (None, None, ())


@pytest.mark.parametrize(
    ("amount", "band"),
    [
        ("0", "under-50k"),
        ("49999.99", "under-50k"),
        ("50000", "50-250k"),
        ("250000", "250k-1m"),
        ("1000000", "1-5m"),
        ("5000000", "5-10m"),
        ("10000000", "over-10m"),
    ],
)
def test_a_band_begins_at_its_lower_end(amount: str, band: str) -> None:
    assert derive(made(funding=[money("total", amount)])).cost_band == band


def test_nothing_is_computed_over_different_currencies_or_periods() -> None:
    euro = derive(made(funding=[money("total", "100"), money("grant", "80", currency="EUR")]))
    assert (euro.cofinanced_share, euro.own_amount) == (None, None)
    yearly = derive(made(funding=[money("total", "100", period="2023"), money("grant", "80")]))
    assert (yearly.cofinanced_share, yearly.cost_band) == (None, None)
    two_totals = derive(made(funding=[money("total", "100"), money("total", "200"), money("grant", "80")]))
    assert two_totals.cofinanced_share is None


def test_a_total_of_nothing_divides_nothing() -> None:
    derived = derive(made(funding=[money("total", "0"), money("grant", "0")], indicators=[figure("participants", "0")]))
    assert (derived.cofinanced_share, derived.cost_per_participant) == (None, None)


def test_grants_are_added_up() -> None:
    derived = derive(made(funding=[money("total", "100"), money("grant", "50"), money("grant", "25")]))
    assert (derived.cofinanced_share, derived.own_amount) == (0.75, 25)


def test_a_plan_is_no_participant() -> None:
    assert participants(made(indicators=[figure("participants", "300", nature="target")])) is None
    assert participants(made(indicators=[figure("participants", "300")])) is not None


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2023-01", "2023-01", 1),
        ("2022-12", "2023-01", 2),
        ("2023-01-31", "2023-02-01", 2),
        ("2016", "2023-12", None),
        ("XXXX-01", "2023-12", None),
        ("202X-01", "2023-12", None),
    ],
)
def test_months_are_counted_only_where_both_are_known(start: str, end: str, months: int | None) -> None:
    assert derive(made(period={"start": start, "end": end})).duration_months == months


def test_what_does_not_apply_does_not_count() -> None:
    before = derive(made()).completeness
    after = derive(
        made(not_applicable={"funding": "Nie jest projektem", "programme": "Nie jest projektem"})
    ).completeness
    assert set(before.missing) - set(after.missing) == {"funding", "programme"}
    everything = derive(made(not_applicable=dict.fromkeys(COUNTED, "Nie dotyczy"))).completeness
    assert (everything.percent, everything.label, everything.missing) == (100, "full", ())


DISPUTED = {"what": "Źródła podają różnie"}
COUNTED_ALL_THE_SAME = {**DISPUTED, "counted": "true"}


@pytest.mark.parametrize(("disputed", "share"), [(DISPUTED, []), (COUNTED_ALL_THE_SAME, [0.25])])
@pytest.mark.parametrize("which", ["participants", "jobs"])
def test_a_disputed_figure_has_no_share_and_is_none_unless_it_is_counted(
    which: str, disputed: Any, share: list[float]
) -> None:
    figures = [figure("participants", "100"), figure("jobs", "25", of="participants")]
    derived = derive(
        made(indicators=[{**each, **({"disputed": disputed} if each["id"] == which else {})} for each in figures])
    )
    assert [each.ratio for each in derived.shares] == share


def test_nothing_is_computed_from_disputed_money() -> None:
    figures = [figure("participants", "100")]
    total = {**money("total", "1000"), "disputed": DISPUTED}
    derived = derive(made(funding=[total, money("grant", "500")], indicators=figures))
    assert (derived.total_amount, derived.cost_band, derived.cofinanced_share) == (None, None, None)
    assert (derived.own_amount, derived.cost_per_participant, derived.currency) == (None, None, None)


def test_a_disputed_grant_covers_no_share_and_leaves_no_rest() -> None:
    derived = derive(made(funding=[money("total", "1000"), {**money("grant", "500"), "disputed": DISPUTED}]))
    assert (derived.total_amount, derived.cofinanced_share, derived.own_amount) == (1000, None, None)


def test_a_planned_total_says_nothing_of_what_a_participant_cost() -> None:
    total = {**money("total", "1000"), "planned": "true"}
    assert derive(made(funding=[total], indicators=[figure("participants", "100")])).cost_per_participant is None


def test_a_participant_costs_nothing_known_where_their_number_is_disputed() -> None:
    figures = [{**figure("participants", "100"), "disputed": DISPUTED}]
    assert derive(made(funding=[money("total", "1000")], indicators=figures)).cost_per_participant is None


@pytest.mark.parametrize(("disputed", "months"), [(DISPUTED, None), (COUNTED_ALL_THE_SAME, 12)])
def test_a_disputed_period_lasts_as_long_as_nobody_knows(disputed: Any, months: int | None) -> None:
    period = {"start": "2019-01", "end": "2019-12", "disputed": disputed}
    assert derive(made(period=period)).duration_months == months


@pytest.mark.parametrize(
    ("period", "amount"), [("2016-12/2023-12", 100), ("2016-12/2023", None), ("2020", None), ("../2023-12", None)]
)
def test_an_amount_of_the_very_time_of_the_practice_is_the_whole(period: str, amount: int | None) -> None:
    entry = made(funding=[money("total", "100", period=period)], period={"start": "2016-12", "end": "2023-12"})
    assert derive(entry).total_amount == amount


def test_the_whole_that_was_planned_for_another_time_is_no_second_whole() -> None:
    entry = made(
        funding=[
            money("total", "100", period="2016/2023"),
            money("grant", "80", period="2016/2023"),
            money("total", "90", period="2016/2022", planned="true"),
        ],
        period={"start": "2016", "end": "2023"},
    )
    assert (derive(entry).total_amount, derive(entry).cofinanced_share) == (100, 0.8)


TEXTS = ("challenge", "goals", "solution", "steps", "outcomes", "beneficiary_view", "success_factors")


@pytest.mark.parametrize(
    ("filled", "of", "percent", "label"),
    [
        (0, 20, 0, "stub"),
        (6, 18, 33, "stub"),
        (7, 20, 35, "partial"),
        (5, 7, 71, "partial"),
        (6, 8, 75, "full"),
        (7, 7, 100, "full"),
    ],
)
def test_below_35_percent_a_description_is_a_stub_and_from_75_on_full(
    filled: int, of: int, percent: int, label: str
) -> None:
    others = [name for name in COUNTED if name not in TEXTS]
    counted = [*TEXTS, *others][:of]
    undue = {name: "Nie dotyczy." for name in COUNTED if name not in counted}
    found = derive(made(**dict.fromkeys(TEXTS[:filled], "x"), not_applicable=undue)).completeness
    assert (found.percent, found.label) == (percent, label)
    assert found.missing == tuple(name for name in COUNTED if name in counted[filled:])


@pytest.mark.parametrize(
    ("period", "of_amount", "whole"),
    [
        ({"start": "2020", "end": "2021"}, "2020/2021", True),
        ({"start": "2020", "end": "2021"}, "2020", False),
        ({"start": "2020", "end": "2020"}, "2020", True),
        ({"start": "2020"}, "2020/..", True),
        ({"start": "2020", "end": "2021"}, "2020/..", False),
        (None, "2020/2021", False),
        ({"start": "2020", "end": "2021"}, None, True),
    ],
)
def test_a_total_is_of_all_the_time_of_a_practice(
    period: dict[str, str] | None, of_amount: str | None, *, whole: bool
) -> None:
    total = money("total", "100", **({"period": of_amount} if of_amount else {}))
    derived = derive(made(funding=[total], **({"period": period} if period else {})))
    assert (derived.total_amount, derived.currency) == ((100, "PLN") if whole else (None, None))


def test_a_planned_cost_is_no_cost_of_a_person_and_one_in_another_currency_in_no_band() -> None:
    reached = [figure("participants", "50")]
    planned = derive(made(funding=[{**money("total", "100"), "planned": True}], indicators=reached))
    assert (planned.total_amount, planned.cost_per_participant) == (100, None)
    euros = derive(made(funding=[{**money("total", "100"), "currency": "EUR"}], indicators=reached))
    assert (euros.cost_band, euros.cost_per_participant, euros.currency) == (None, 2, "EUR")


@pytest.mark.parametrize("change", [{"unit": "place"}, {"nature": "target"}, {"id": "others"}])
def test_who_was_reached_is_counted_in_persons_by_one_figure(change: dict[str, str]) -> None:
    other = {**figure("participants", "5"), **change}
    assert participants(made(indicators=[other])) is None
    first = {**figure("participants", "7"), "id": "participants"}
    found = participants(made(indicators=[other, first] if "id" in change else [first]))
    assert found is not None
    assert found.value == 7
