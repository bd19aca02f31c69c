"""Money of a practice: amounts, the share that was co-financed, and what one participant cost."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ....catalogue import HOME_CURRENCY, Derived, Exchanged, Money, Practice, exchanged, total_funding, years_of
from ....wording import Translations
from ... import phrasing
from ...addresses import member_address
from .. import charts
from ..values import Value
from .disputes import DisputeLines, disputed_number
from .labels import Labels

# Digits of an amount that was reckoned by a rate: more would look exact.
_DIGITS = 3


@dataclass(frozen=True, slots=True)
class AmountRow:
    """One amount of the funding, ready to print."""

    role: str
    amount: str
    source: str
    planned: bool
    notes: tuple[str, ...]
    programme: Value | None
    dispute: DisputeLines | None


@dataclass(frozen=True, slots=True)
class MoneyBlock:
    """What ``parts/money.html`` prints; ``computed`` are sentences about values that nobody typed."""

    amounts: tuple[AmountRow, ...]
    bar: Markup
    computed: tuple[str, ...]


def money_block(practice: Practice, derived: Derived, labels: Labels) -> MoneyBlock:
    """The money of a practice."""
    return MoneyBlock(
        amounts=tuple(_row(money, practice, labels) for money in practice.funding),
        bar=_bar(practice, derived, labels.t),
        computed=tuple(_computed(practice, derived, labels.t)),
    )


def _bar(practice: Practice, derived: Derived, t: Translations) -> Markup:
    """The whole cost, split where it is known what a grant paid; of a sum alone a bar would say nothing."""
    share, own, total = derived.cofinanced_share, derived.own_amount, total_funding(practice)
    if share is None or own is None or total is None:
        return Markup()
    share = min(max(0.0, share), 1.0)
    amounts = (t.money(round(amount, 2), total.currency, _precision(practice)) for amount in (total.amount - own, own))
    grant, rest = (
        charts.Segment(ratio, t(f"money.segment.{name}"), amount)
        for name, ratio, amount in zip(("grant", "own"), (share, 1 - share), amounts, strict=True)
    )
    return charts.money_bar(grant, rest, t("money.share_short", share=t.percent(share)))


def _precision(practice: Practice) -> str:
    return "exact" if all(money.precision == "exact" for money in practice.funding) else "rounded"


def _row(money: Money, practice: Practice, labels: Labels) -> AmountRow:
    t = labels.t
    precision = None if money.precision == "exact" else t.choice("precision", money.precision)
    funder = labels.name("organisations", money.funder) if money.funder else None
    notes = (labels.when(money.period), funder, precision, money.note, _at_home(money, practice, labels))
    return AmountRow(
        role=t.choice("funding_role", money.role),
        amount=phrasing.amount(money, t),
        source=money.source,
        planned=money.planned,
        notes=tuple(note for note in notes if note),
        programme=_programme(money.programme, labels) if money.programme else None,
        dispute=disputed_number(money.disputed, lambda value: t.money(value, money.currency), t),
    )


def _at_home(money: Money, practice: Practice, labels: Labels) -> str | None:
    """An amount of another currency in złoty, with the rate, its years and whose it is; nothing without a rate."""
    years = years_of(money, practice)
    if money.currency == HOME_CURRENCY or years is None:
        return None
    told = exchanged(money, HOME_CURRENCY, years, labels.records.rates)
    return _in_words(told, money.currency, labels.t) if told else None


def _in_words(told: Exchanged, currency: str, t: Translations) -> str:
    return t("money.exchanged", amount=exchanged_amount(told, t), **_rate(told, currency, t))


def exchanged_amount(told: Exchanged, t: Translations) -> str:
    """An amount that was reckoned by a rate, no more exact than that allows."""
    return t.money(_rounded(told.amount), told.currency, "about")


def rate_in_words(told: Exchanged, currency: str, t: Translations) -> str:
    """By which rate an amount was reckoned, of which years, and whose it is."""
    return t("money.rate", **_rate(told, currency, t))


def _rate(told: Exchanged, currency: str, t: Translations) -> dict[str, str]:
    first, last = map(str, told.years)
    return {
        "one": t.money(1, currency),
        "rate": f"{t.number(round(told.rate, 4))} {t.currency_sign(told.currency)}",
        "years": t("money.of_year", year=first) if first == last else t("money.of_years", first=first, last=last),
        "source": t.listing(dict.fromkeys(each.source_in(t.language) for each in told.used)),
    }


def _rounded(amount: float) -> int:
    return int(float(f"{amount:.{_DIGITS}g}"))


def _programme(programme_id: str, labels: Labels) -> Value:
    programme = labels.records.programmes[programme_id]
    return Value(programme.acronym or programme.name, member_address("programmes", programme_id))


def _computed(practice: Practice, derived: Derived, t: Translations) -> Iterator[str]:
    total = total_funding(practice)
    if total is None:
        return
    if derived.cofinanced_share is not None:
        yield t("money.share", share=t.percent(derived.cofinanced_share))
    if derived.own_amount:
        yield t("money.own", amount=t.money(round(derived.own_amount, 2), total.currency, _precision(practice)))
    if derived.cost_per_participant is not None:
        yield t("money.per_participant", amount=t.money(round(derived.cost_per_participant), total.currency))
