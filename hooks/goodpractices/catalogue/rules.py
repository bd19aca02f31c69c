"""Rules that compare fields of one practice; each function is named after what must hold and yields what breaks it."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import pairwise

from .body import PERCENT
from .consents import fields_without_consent
from .derived import completeness
from .edtf import EdtfDate, ends_before
from .evidence import Indicator, Money
from .licences import FORBIDDING, WITHOUT_CREDIT, forbids_in_words
from .model import Practice
from .problems import Location, Problem, nearest
from .shapes import record_shape, required_fields
from .today import has_come

# The states in which an entry may still need records that the registries lack.
_UNPUBLISHED = ("draft", "in_review", "changes_requested")

Rule = Callable[[Practice], Iterator[Problem]]

_FIELDS = record_shape(Practice)["fields"]
_LISTS = {name: shape["of"] for name, shape in _FIELDS.items() if shape["kind"] == "list"}
PLAIN_LISTS = [name for name, item in _LISTS.items() if item["kind"] != "record"]
"""Lists of ids or numbers, in which none may stand twice."""
LISTS_WITH_ID = [name for name, item in _LISTS.items() if "id" in item.get("fields", ())]
"""Lists of records that others of the entry name by their id."""
# Fields that say where they are from.
_SOURCED = [name for name, shape in _FIELDS.items() if "source" in _LISTS.get(name, shape).get("fields", ())]

UNDECLARABLE = {*required_fields(Practice), "not_applicable"}
"""Fields that every practice has, so that none can say they do not apply."""

_WITHOUT_CONSENT = {
    "person": "person_without_consent",
    "email": "contact_without_consent",
    "phone": "contact_without_consent",
    "people": "picture_without_consent",
}

# Numbers are written with at most six; sums are rounded to them, since 0.1 + 0.2 is not 0.3 to a computer.
_DECIMALS = 6


def check(practice: Practice) -> Iterator[Problem]:
    """Everything in one practice that its fields say against each other."""
    for rule in RULES:
        yield from rule(practice)


def ids_are_unique(practice: Practice) -> Iterator[Problem]:
    for name in LISTS_WITH_ID:
        yield from _repeated(((name, n, "id"), each.id) for n, each in enumerate(getattr(practice, name)))


def items_are_unique(practice: Practice) -> Iterator[Problem]:
    for name in PLAIN_LISTS:
        yield from _repeated(
            (((name, n), str(each)) for n, each in enumerate(getattr(practice, name))), "duplicate_item"
        )
    links = ((("relations", n), f"{each.type} {each.target}") for n, each in enumerate(practice.relations))
    yield from _repeated(links, "duplicate_item")
    uses = ((("places", n), f"{each.place} {each.role}") for n, each in enumerate(practice.places))
    yield from _repeated(uses, "duplicate_item")
    roles = ((("organisations", n), f"{each.org} {each.role}") for n, each in enumerate(practice.organisations))
    yield from _repeated(roles, "duplicate_item")


def proposals_are_accepted_before_publication(practice: Practice) -> Iterator[Problem]:
    if practice.editorial.proposals and practice.editorial.state not in _UNPUBLISHED:
        yield Problem("proposals_left", ("editorial", "proposals"), {"id": practice.id})


def sources_exist(practice: Practice) -> Iterator[Problem]:
    known = {source.id for source in practice.sources}
    for location, source in _cited(practice):
        if source not in known:
            yield Problem("unknown_source", location, {"value": source, "nearest": nearest(source, known)})


def figures_have_one_value(practice: Practice) -> Iterator[Problem]:
    for n, each in enumerate(practice.indicators):
        ranged = each.min is not None or each.max is not None
        if each.precision == "range":
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
        for m, split in enumerate(indicator.split):
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
        elif part.value is not None and whole.value is not None and part.value > whole.value:
            params = {"part": part.value, "whole": whole.value, "of": whole.id}
            yield Problem("part_above_whole", ("indicators", n, "value"), params)


def grants_fit_the_total(practice: Practice) -> Iterator[Problem]:
    for (currency, _), total in _totals(practice).items():
        spent = 0.0
        for n, money in enumerate(practice.funding):
            if money.role == "total" or _budget_key(money) != _budget_key(total):
                continue
            spent = round(spent + money.amount, _DECIMALS)
            if spent > total.amount:
                params = {"amount": spent, "total": total.amount, "currency": currency}
                yield Problem("grant_above_total", ("funding", n, "amount"), params)
                break


def periods_run_forward(practice: Practice) -> Iterator[Problem]:
    if (period := practice.period) and _backwards(period.start, period.end):
        yield Problem("end_before_start", ("period", "end"))


def ranges_run_upward(practice: Practice) -> Iterator[Problem]:
    ranges: list[tuple[Location, int | None, int | None]] = []
    if practice.age_range:
        ranges.append((("age_range", "max"), practice.age_range.min, practice.age_range.max))
    if practice.transfer and practice.transfer.fits and (size := practice.transfer.fits.population):
        ranges.append((("transfer", "fits", "population", "max"), size.min, size.max))
    for location, lowest, highest in ranges:
        if lowest is not None and highest is not None and lowest > highest:
            yield Problem("range_order", location, {"min": lowest, "max": highest})


def percentages_have_an_indicator(practice: Practice) -> Iterator[Problem]:
    percents = (each for each in practice.indicators if each.unit == "percent")
    known = {value for each in percents for value in (each.value, each.min, each.max)}
    prose: tuple[tuple[Location, str | None], ...] = (
        (("summary",), practice.summary),
        (("plain_summary",), practice.plain_summary),
        (("easy_to_read", "text"), practice.easy_to_read.text if practice.easy_to_read else None),
    )
    for location, text in prose:
        for found in PERCENT.finditer(text or ""):
            if float(found[1].replace(",", ".")) not in known:
                yield Problem("percent_in_prose", location, {"value": found[0]})


def adoptions_name_someone(practice: Practice) -> Iterator[Problem]:
    for n, each in enumerate(practice.adoptions):
        if each.org is None and each.place is None:
            yield Problem("adoption_without_place", ("adoptions", n))


def people_have_consented(practice: Practice) -> Iterator[Problem]:
    for n, contact in enumerate(practice.contacts):
        if contact.consent and contact.consent_until:
            yield Problem("consent_twice", ("contacts", n, "consent_until"))
        for name in fields_without_consent(contact):
            yield Problem(_WITHOUT_CONSENT[name], ("contacts", n, name))
    for n, picture in enumerate(practice.media):
        for name in fields_without_consent(picture):
            yield Problem(_WITHOUT_CONSENT[name], ("media", n, name))


def licences_permit_publishing(practice: Practice) -> Iterator[Problem]:
    if (rights := practice.rights) is None:
        return
    if rights.licence in FORBIDDING and not rights.permission:
        yield Problem("licence_forbids", ("rights", "licence"))
    elif rights.licence not in WITHOUT_CREDIT and not rights.attribution:
        yield Problem("licence_without_attribution", ("rights", "licence"))


def pictures_may_be_published(practice: Practice) -> Iterator[Problem]:
    for n, picture in enumerate(practice.media):
        if forbids_in_words(picture.licence or "") and not picture.permission:
            yield Problem("licence_forbids", ("media", n, "licence"))


def editorial_days_have_come(practice: Practice) -> Iterator[Problem]:
    editorial = practice.editorial
    days: list[tuple[Location, date | None]] = [
        (("editorial", "created"), editorial.created),
        (("editorial", "updated"), editorial.updated),
        (("editorial", "reviewed_on"), editorial.reviewed_on),
        *((("sources", n, "retrieved"), each.retrieved) for n, each in enumerate(practice.sources)),
    ]
    for location, day in days:
        if day and not has_come(day):
            yield Problem("day_to_come", location, {"value": day.isoformat()})


def not_applicable_is_absent(practice: Practice) -> Iterator[Problem]:
    names = set(_FIELDS) - UNDECLARABLE
    for name in practice.not_applicable:
        if name in UNDECLARABLE:
            yield Problem("not_applicable_required", ("not_applicable", name))
        elif name not in names:
            params = {"value": name, "nearest": nearest(name, names)}
            yield Problem("not_applicable_unknown", ("not_applicable", name), params)
        elif getattr(practice, name):
            yield Problem("not_applicable_but_given", ("not_applicable", name), {"value": name})


def editorial_days_are_in_order(practice: Practice) -> Iterator[Problem]:
    editorial = practice.editorial
    days = [("created", editorial.created), ("updated", editorial.updated)]
    reviews = [
        ("created", editorial.created),
        ("reviewed_on", editorial.reviewed_on),
        ("review_by", editorial.review_by),
    ]
    for (earlier_name, earlier), (later_name, later) in (*pairwise(days), *pairwise(reviews)):
        if earlier and later and later < earlier:
            yield Problem("days_out_of_order", ("editorial", later_name), {"earlier": earlier_name})


def state_has_what_it_needs(practice: Practice) -> Iterator[Problem]:
    state = practice.editorial.state
    if state == "withdrawn" and not practice.editorial.reason:
        yield Problem("withdrawn_without_reason", ("editorial", "state"))
    if state == "published" and completeness(practice).label != "stub":
        for name, key in (
            ("evidence_level", "published_without_evidence"),
            ("organisations", "published_without_organisations"),
        ):
            if not getattr(practice, name) and name not in practice.not_applicable:
                yield Problem(key, ("editorial", "state"))


def relations_lead_elsewhere(practice: Practice) -> Iterator[Problem]:
    for n, relation in enumerate(practice.relations):
        if relation.target == practice.id:
            yield Problem("self_relation", ("relations", n, "target"))


RULES: tuple[Rule, ...] = (
    ids_are_unique,
    items_are_unique,
    proposals_are_accepted_before_publication,
    sources_exist,
    figures_have_one_value,
    splits_add_up,
    parts_fit_their_whole,
    grants_fit_the_total,
    periods_run_forward,
    ranges_run_upward,
    percentages_have_an_indicator,
    adoptions_name_someone,
    people_have_consented,
    licences_permit_publishing,
    pictures_may_be_published,
    editorial_days_have_come,
    not_applicable_is_absent,
    editorial_days_are_in_order,
    state_has_what_it_needs,
    relations_lead_elsewhere,
)


def _repeated(items: Iterable[tuple[Location, str]], key: str = "duplicate_id") -> Iterator[Problem]:
    seen: set[str] = set()
    for location, value in items:
        if value in seen:
            yield Problem(key, location, {"value": value})
        seen.add(value)


def _cited(practice: Practice) -> Iterator[tuple[Location, str]]:
    for name in _SOURCED:
        value = getattr(practice, name)
        if isinstance(value, tuple):
            yield from (((name, n, "source"), each.source) for n, each in enumerate(value) if each.source)
        elif value and value.source:
            yield (name, "source"), value.source


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
    return {_budget_key(money): money for money in practice.funding if money.role == "total"}


def _budget_key(money: Money) -> tuple[str, str]:
    """What amounts can be compared: the same currency over the same period."""
    return money.currency, money.period.text if money.period else ""


def _backwards(start: EdtfDate | None, end: EdtfDate | None) -> bool:
    return start is not None and end is not None and ends_before(end, start)
