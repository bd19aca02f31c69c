"""Rules between the figures, the amounts and the disputes of a practice, each named after what must hold.

What somebody disputes need not fit the rest, unless the entry counts with it: that it does not is often the dispute.
"""

from collections.abc import Callable, Iterator

from .body import PERCENT
from .derived import counted_amounts, may_be_counted
from .evidence import Dispute, FormerValue, Indicator, Money, OtherFigure, OtherStatement, StatementDispute
from .model import Practice
from .problems import Location, Problem, nearest

# Numbers are written with at most six; sums are rounded to them, since 0.1 + 0.2 is not 0.3 to a computer.
_DECIMALS = 6


def figures_have_one_value(practice: Practice) -> Iterator[Problem]:
    for n, each in enumerate(practice.indicators):
        ranged = each.min is not None or each.max is not None
        if each.words is not None:
            if each.value is not None or ranged:
                yield Problem("value_or_words", ("indicators", n))
        elif each.precision == "range":
            if each.value is not None or each.min is None or each.max is None:
                yield Problem("range_needs_ends", ("indicators", n))
            elif each.min > each.max:
                yield Problem("range_order", ("indicators", n, "max"), {"min": each.min, "max": each.max})
        elif each.value is None or ranged:
            yield Problem("needs_value", ("indicators", n))
        if each.unit == "percent" and each.value is not None and not 0 <= each.value <= 100:
            yield Problem("bad_percent", ("indicators", n, "value"), {"value": each.value})


def splits_add_up(practice: Practice) -> Iterator[Problem]:
    for n, indicator in enumerate(practice.indicators):
        for m, split in enumerate(indicator.split if may_be_counted(indicator) else ()):
            total = sum(split.parts.values())
            if indicator.value is not None and round(total - indicator.value, _DECIMALS):
                # Any part may be the wrong one; the first is where an editor begins to add.
                first = next(iter(split.parts))
                parts = " + ".join(str(part) for part in split.parts.values())
                params = {"parts": parts, "sum": round(total, _DECIMALS), "value": indicator.value}
                yield Problem("split_sum", ("indicators", n, "split", m, "parts", first), params)


def parts_fit_their_whole(practice: Practice) -> Iterator[Problem]:
    by_id = {indicator.id: indicator for indicator in practice.indicators}
    for n, part in enumerate(practice.indicators):
        if part.of is None:
            continue
        here: Location = ("indicators", n, "of")
        whole = by_id.get(part.of)
        if whole is None:
            yield Problem("unknown_indicator", here, {"value": part.of, "nearest": nearest(part.of, by_id)})
        elif _leads_back(part, by_id):
            yield Problem("indicator_refers_to_itself", here, {"value": part.of})
        elif (part.nature == "target") != (whole.nature == "target"):
            yield Problem("target_mixed_with_result", here, {"part": part.id, "whole": whole.id})
        elif part.unit != whole.unit:
            yield Problem("unit_mismatch", here, {"part": part.id, "whole": whole.id})
        elif _is_above(part, whole):
            params = {"part": part.value, "whole": whole.value, "of": whole.id}
            yield Problem("part_above_whole", ("indicators", n, "value"), params)


def grants_fit_the_total(practice: Practice) -> Iterator[Problem]:
    for (currency, _), total in _totals(practice).items():
        spent = 0.0
        for n, money in enumerate(practice.funding):
            if money.role == "total" or _budget_key(money) != _budget_key(total) or not may_be_counted(money):
                continue
            spent = round(spent + money.amount, _DECIMALS)
            if spent > total.amount:
                params = {"amount": spent, "total": total.amount, "currency": currency}
                yield Problem("grant_above_total", ("funding", n, "amount"), params)
                break


def percentages_have_an_indicator(practice: Practice) -> Iterator[Problem]:
    percents = (each for each in practice.indicators if each.unit == "percent")
    known = {value for each in percents for value in _numbers(each)}
    prose: tuple[tuple[Location, str | None], ...] = (
        (("summary",), practice.summary),
        (("plain_summary",), practice.plain_summary),
        (("easy_to_read", "text"), practice.easy_to_read.text if practice.easy_to_read else None),
    )
    for location, text in prose:
        for found in PERCENT.finditer(text or ""):
            if float(found[1].replace(",", ".")) not in known:
                yield Problem("percent_in_prose", location, {"value": found[0]})


def values_are_numbers_or_words(practice: Practice) -> Iterator[Problem]:
    for location, each in _other_values(practice):
        if (each.value is None) == (each.words is None):
            yield Problem("value_or_words", location)


def decisions_are_about_what_counts(practice: Practice) -> Iterator[Problem]:
    for location, dispute in disputes(practice):
        if dispute.decision and not dispute.counted:
            yield Problem("decision_not_counted", (*location, "decision"))


FIGURE_RULES: tuple[Callable[[Practice], Iterator[Problem]], ...] = (
    figures_have_one_value,
    splits_add_up,
    parts_fit_their_whole,
    grants_fit_the_total,
    percentages_have_an_indicator,
    values_are_numbers_or_words,
    decisions_are_about_what_counts,
)


def _numbers(figure: Indicator) -> Iterator[float | None]:
    """All the numbers that an entry has for a figure, what it was before and what others say among them."""
    yield from (figure.value, figure.min, figure.max)
    yield from (each.value for each in figure.former_values)
    yield from (each.value for each in (figure.disputed.others if figure.disputed else ()))


def _is_above(part: Indicator, whole: Indicator) -> bool:
    if not may_be_counted(part) or not may_be_counted(whole):
        return False
    return part.value is not None and whole.value is not None and part.value > whole.value


def _leads_back(part: Indicator, by_id: dict[str, Indicator]) -> bool:
    seen = {part.id}
    current: Indicator | None = part
    while current and current.of:
        if current.of in seen:
            return True
        seen.add(current.of)
        current = by_id.get(current.of)
    return False


def _totals(practice: Practice) -> dict[tuple[str, str], Money]:
    return {_budget_key(money): money for money in counted_amounts(practice) if money.role == "total"}


def _budget_key(money: Money) -> tuple[str, str]:
    """What amounts can be compared: the same currency over the same period."""
    return money.currency, money.period.text if money.period else ""


def disputes(practice: Practice) -> Iterator[tuple[Location, Dispute | StatementDispute]]:
    """Everything in an entry that somebody disputes, with its place."""
    for name in ("indicators", "funding", "claims", "adoptions"):
        for n, each in enumerate(getattr(practice, name)):
            if each.disputed:
                yield (name, n, "disputed"), each.disputed
    if practice.period and practice.period.disputed:
        yield ("period", "disputed"), practice.period.disputed
    if practice.transfer and practice.transfer.disputed:
        yield ("transfer", "disputed"), practice.transfer.disputed


def _other_values(practice: Practice) -> Iterator[tuple[Location, OtherFigure | OtherStatement | FormerValue]]:
    """What stands beside a value: what it was before, and what others say in its place."""
    for location, dispute in disputes(practice):
        others: tuple[OtherFigure | OtherStatement, ...] = dispute.others
        for n, other in enumerate(others):
            yield (*location, "others", n), other
    for n, figure in enumerate(practice.indicators):
        yield from ((("indicators", n, "former_values", m), each) for m, each in enumerate(figure.former_values))
