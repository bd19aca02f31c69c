"""What money is worth in the comparison: in złoty, with the rate, and for each person; never of a disputed number."""

from collections.abc import Callable, Mapping

from ....catalogue import (
    HOME_CURRENCY,
    Money,
    cost_per_participant,
    exchanged,
    may_be_counted,
    years_of,
)
from ... import phrasing
from ..practice import exchanged_amount, rate_in_words
from .said import Compared, Said, lines

_ANCHOR = "pieniadze"


def _at_home(subject: Compared) -> Said:
    """The cost in złoty: as the source gives it, or by the rates of its own years."""
    answer, t = subject.decision.cost, subject.t
    money = answer.subject
    if money is None:
        return subject.not_given("funding")
    if not may_be_counted(money):
        return Said("missing", t("compare.not_exchanged.disputed"))
    plan = t("figures.kind.target") if answer.state == "planned" else None
    if money.currency == HOME_CURRENCY:
        return Said(answer.state, phrasing.plain_amount(money, t), lines(plan), anchor=_ANCHOR)
    years = years_of(money, subject.practice)
    told = exchanged(money, HOME_CURRENCY, years, subject.catalogue.rates) if years else None
    if told is None:
        return Said("missing", t("compare.not_exchanged.rate" if years else "compare.not_exchanged.years"))
    rate = rate_in_words(told, money.currency, t)
    return Said(answer.state, exchanged_amount(told, t), lines(plan, rate), anchor=_ANCHOR)


def _per_person(subject: Compared) -> Said:
    """The whole cost for each person reached, where the page of the practice reckons it."""
    answer, t = subject.decision.cost, subject.t
    money = answer.subject
    if money is None:
        return subject.not_given("funding")
    each = cost_per_participant(subject.practice)
    if each is not None and answer.state == "known":
        value = t.money(round(each), money.currency, "about")
        return Said("known", value, lines(t("computed")), anchor=_ANCHOR)
    return Said("missing", t(f"compare.not_computed.{_why_not(subject, money)}"))


def _why_not(subject: Compared, money: Money) -> str:
    if money.planned:
        return "plan"
    if not may_be_counted(money):
        return "amount"
    people = (each for each in subject.practice.indicators if each.id == "participants" and each.unit == "person")
    return "people" if any(not may_be_counted(each) for each in people) else "unknown"


MONEY_ROWS: Mapping[str, Callable[[Compared], Said]] = {"at_home": _at_home, "per_person": _per_person}
"""The rows beside the cost, each with what a practice says in it."""
