"""What follows from an entry and is never typed by an editor; pages say "computed" beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

from .bands import COSTS, CostBand, band_of
from .edtf import EdtfInterval
from .evidence import Dispute, Indicator, Money, StatementDispute
from .model import Practice
from .records import Period
from .uses import Wanted, uses

CompletenessLabel = Literal["stub", "partial", "full"]

# What a full description has beyond the required core; what only some practices can have (former ids, a second
# language, pictures) does not count.
COUNTED = tuple(name for name, wanted in uses(Practice, Wanted).items() if wanted.counted)

STUB_BELOW = 35
"""Below how many percent a description is a stub."""


@dataclass(frozen=True, slots=True)
class Completeness:
    """How much of a full description is there, in percent of the counted fields that apply."""

    percent: int
    label: CompletenessLabel
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, as a ratio from 0 to 1."""

    indicator: str
    of: str
    ratio: float


@dataclass(frozen=True, slots=True)
class Derived:
    """The computed values of a practice; ``None`` where the entry does not give what they need.

    Amounts are in the currency of the total; the duration counts the first and the last month.
    """

    completeness: Completeness
    total_amount: float | None
    cost_band: CostBand | None
    cofinanced_share: float | None
    own_amount: float | None
    cost_per_participant: float | None
    currency: str | None
    duration_months: int | None
    shares: tuple[Share, ...]


def derive(practice: Practice) -> Derived:
    """Compute what follows from one practice alone."""
    total = total_funding(practice)
    granted = _granted(practice, total)
    return Derived(
        completeness=completeness(practice),
        total_amount=total.amount if total else None,
        cost_band=cost_band(total),
        cofinanced_share=granted / total.amount if total and total.amount and granted is not None else None,
        own_amount=total.amount - granted if total and granted is not None else None,
        cost_per_participant=cost_per_participant(practice),
        currency=total.currency if total else None,
        duration_months=duration_months(practice),
        shares=tuple(shares(practice)),
    )


class _Disputable(Protocol):
    @property
    def disputed(self) -> Dispute | StatementDispute | None: ...


def may_be_counted(fact: _Disputable) -> bool:
    """Whether one may compute with a figure, an amount or the days of a period: nobody disputes it, or the entry says
    that it counts all the same.
    """
    return fact.disputed is None or fact.disputed.counted


def counted_figures(practice: Practice) -> tuple[Indicator, ...]:
    """The figures one may compute with, draw and choose from. Whoever shows them all says which are disputed."""
    return tuple(filter(may_be_counted, practice.indicators))


def counted_amounts(practice: Practice) -> tuple[Money, ...]:
    """The same of amounts."""
    return tuple(filter(may_be_counted, practice.funding))


def settled_period(practice: Practice) -> Period | None:
    """The period, if one may compute with its days and draw them."""
    return practice.period if practice.period and may_be_counted(practice.period) else None


def completeness(practice: Practice) -> Completeness:
    """Share of the counted fields that are filled; stub below 35 %, partial below 75 %."""
    counted = [name for name in COUNTED if name not in practice.not_applicable]
    missing = tuple(name for name in counted if not getattr(practice, name))
    percent = round(100 * (len(counted) - len(missing)) / len(counted)) if counted else 100
    return Completeness(percent, "stub" if percent < STUB_BELOW else "partial" if percent < 75 else "full", missing)


def total_funding(practice: Practice) -> Money | None:
    """The whole cost, if the entry names exactly one over the whole period, and nobody disputes it."""
    totals = [money for money in practice.funding if money.role == "total" and is_of_whole_time(money, practice)]
    return totals[0] if len(totals) == 1 and may_be_counted(totals[0]) else None


def is_of_whole_time(money: Money, practice: Practice) -> bool:
    """Whether an amount is for all the time of a practice: it names no other, or the very one of the practice."""
    if money.period is None:
        return True
    period = practice.period
    ends = (money.period.start, money.period.end) if isinstance(money.period, EdtfInterval) else (money.period,) * 2
    return period is not None and ends == (period.start, period.end)


def cost_band(total: Money | None) -> CostBand | None:
    """The band of a total in złoty."""
    if total is None or total.currency != "PLN":
        return None
    return band_of(total.amount, COSTS)


def duration_months(practice: Practice) -> int | None:
    """Calendar months from the first to the last, both counted; needs both months to be known."""
    period = settled_period(practice)
    if period is None or period.start is None or period.end is None:
        return None
    start, end = period.start, period.end
    if start.year is None or end.year is None or start.month is None or end.month is None:
        return None
    return (end.year - start.year) * 12 + end.month - start.month + 1


def shares(practice: Practice) -> Iterator[Share]:
    """Each figure that is a part of another one, as a share of it."""
    figures = counted_figures(practice)
    by_id = {indicator.id: indicator for indicator in figures}
    for indicator in figures:
        whole = by_id.get(indicator.of or "")
        if whole and whole.value and indicator.value is not None:
            yield Share(indicator.id, whole.id, indicator.value / whole.value)


def participants(practice: Practice) -> Indicator | None:
    """The count of people reached: the one indicator ``participants`` in persons that is not a plan."""
    for indicator in counted_figures(practice):
        if indicator.id == "participants" and indicator.unit == "person" and indicator.nature != "target":
            return indicator
    return None


def _granted(practice: Practice, total: Money | None) -> float | None:
    grants = [money for money in practice.funding if money.role == "grant" and is_of_whole_time(money, practice)]
    if total is None or not grants or any(grant.currency != total.currency for grant in grants):
        return None
    if not all(map(may_be_counted, grants)):
        return None
    return sum(grant.amount for grant in grants)


def cost_per_participant(practice: Practice) -> float | None:
    """The whole cost by the count of people reached, in the currency of the total; neither may be a plan."""
    total, reached = total_funding(practice), participants(practice)
    return total.amount / reached.value if total and not total.planned and reached and reached.value else None
