"""Money of a practice: amounts, the share that was co-financed, and what one participant cost."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ...catalogue import Catalogue, Derived, Money, Practice, total_funding
from ...wording import Translations
from .. import phrasing
from ..addresses import member_address
from . import charts
from .citations import Citations


@dataclass(frozen=True, slots=True)
class AmountRow:
    """One amount of the funding, ready to print."""

    role: str
    amount: str
    reference: Markup
    planned: bool
    notes: tuple[str, ...]
    programme: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class MoneyView:
    """The money section; ``computed`` are sentences about values that nobody typed."""

    amounts: tuple[AmountRow, ...]
    total: AmountRow | None
    bar: Markup
    computed: tuple[str, ...]


def money_view(
    practice: Practice, derived: Derived, catalogue: Catalogue, citations: Citations, t: Translations
) -> MoneyView | None:
    """The money section, or nothing where the entry names no amount."""
    if not practice.funding:
        return None
    rows = tuple(_row(money, catalogue, citations, t) for money in practice.funding)
    total = total_funding(practice)
    first = rows[practice.funding.index(total)] if total else None
    bar = Markup()
    if derived.cofinanced_share is not None:
        bar = charts.share_bar(
            derived.cofinanced_share, t("money.share_short", share=t.percent(derived.cofinanced_share)), "money"
        )
    return MoneyView(rows, first, bar, tuple(_computed(practice, derived, t)))


def _row(money: Money, catalogue: Catalogue, citations: Citations, t: Translations) -> AmountRow:
    programme = catalogue.programmes[money.programme] if money.programme else None
    notes = [phrasing.when(money.period, t)] if money.period else []
    notes += [catalogue.organisations[money.funder].name] if money.funder else []
    notes += [t.choice("precision", money.precision)] if money.precision != "exact" else []
    return AmountRow(
        role=t.choice("funding_role", money.role),
        amount=t.money(money.amount, money.currency, money.precision),
        reference=citations.cite(money.source),
        planned=money.planned,
        notes=(*notes, *([money.note] if money.note else [])),
        programme=(programme.acronym or programme.name, member_address("programmes", programme.id))
        if programme
        else None,
    )


def _computed(practice: Practice, derived: Derived, t: Translations) -> Iterator[str]:
    total = total_funding(practice)
    if total is None:
        return
    precision = "exact" if all(money.precision == "exact" for money in practice.funding) else "rounded"
    if derived.cofinanced_share is not None:
        yield t("money.share", share=t.percent(derived.cofinanced_share))
    if derived.own_amount:
        yield t("money.own", amount=t.money(round(derived.own_amount, 2), total.currency, precision))
    if derived.cost_per_participant is not None:
        yield t("money.per_participant", amount=t.money(round(derived.cost_per_participant), total.currency))
