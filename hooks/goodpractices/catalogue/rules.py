"""Rules that compare fields of one practice; each function is named after what must hold and yields what breaks it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Any

from .consents import fields_without_consent
from .derived import completeness
from .edtf import EdtfDate, ends_before
from .figure_rules import FIGURE_RULES
from .licences import FORBIDDING, WITHOUT_CREDIT, forbids_in_words
from .model import Practice
from .problems import Location, Problem, nearest
from .shapes import Shape, record_shape, required_fields
from .today import has_come

# The states in which an entry may still need records that the registries lack.
_UNPUBLISHED = ("draft", "in_review", "changes_requested")

Rule = Callable[[Practice], Iterator[Problem]]
Way = Mapping[str, "Way"]
"""Which fields of a record lead to something, each with the way on from there; nothing follows where it is reached."""

_FIELDS = record_shape(Practice)["fields"]
_LISTS = {name: shape["of"] for name, shape in _FIELDS.items() if shape["kind"] == "list"}
PLAIN_LISTS = [name for name, item in _LISTS.items() if item["kind"] != "record"]
"""Lists of ids or numbers, in which none may stand twice."""
LISTS_WITH_ID = [name for name, item in _LISTS.items() if "id" in item.get("fields", ())]
"""Lists of records that others of the entry name by their id."""
# The fields that name a source, wherever they stand.
_CITING = ("source", "lifecycle_source")

UNDECLARABLE = {*required_fields(Practice), "not_applicable"}
"""Fields that every practice has, so that none can say they do not apply."""

_WITHOUT_CONSENT = {
    "person": "person_without_consent",
    "email": "contact_without_consent",
    "phone": "contact_without_consent",
    "people": "picture_without_consent",
}


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


def adoptions_name_someone(practice: Practice) -> Iterator[Problem]:
    for n, each in enumerate(practice.adoptions):
        if each.org is None and each.place is None and each.what is None:
            yield Problem("adoption_without_place", ("adoptions", n))


def elements_are_components(practice: Practice) -> Iterator[Problem]:
    names = [each.name for each in practice.components]
    for n, adoption in enumerate(practice.adoptions):
        places = [
            (("adoptions", n, "elements", m, "element"), each.element) for m, each in enumerate(adoption.elements)
        ]
        for place, name in places:
            if name not in names:
                yield Problem("unknown_element", place, {"value": name, "nearest": nearest(name, names)})
        yield from _repeated(places, "duplicate_item")


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
        *(
            (("editorial", "inquiries", n, name), getattr(each, name))
            for n, each in enumerate(editorial.inquiries)
            for name in ("asked", "answered")
        ),
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


def inquiries_say_what_came_of_them(practice: Practice) -> Iterator[Problem]:
    for n, each in enumerate(practice.editorial.inquiries):
        here: Location = ("editorial", "inquiries", n)
        if each.answered is None and (each.answer or each.asked is None):
            yield Problem("missing", (*here, "answered" if each.answer else "asked"))
        if each.answered and each.answer is None:
            yield Problem("missing", (*here, "answer"))
        if each.answered and each.asked and each.answered < each.asked:
            yield Problem("days_out_of_order", (*here, "answered"), {"earlier": "asked"})


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
    *FIGURE_RULES,
    periods_run_forward,
    ranges_run_upward,
    adoptions_name_someone,
    elements_are_components,
    people_have_consented,
    licences_permit_publishing,
    pictures_may_be_published,
    editorial_days_have_come,
    not_applicable_is_absent,
    editorial_days_are_in_order,
    inquiries_say_what_came_of_them,
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
    for name, way in _ways_to_sources().items():
        yield from _sources_in(getattr(practice, name), way, (name,))


@cache
def _ways_to_sources() -> Mapping[str, Way]:
    """The fields of a practice that name sources or hold records that do."""
    return _ways_in(record_shape(Practice))


def _ways_in(shape: Shape) -> Way:
    inner = shape["of"] if shape["kind"] == "list" else shape
    if inner["kind"] != "record":
        return {}
    ways = {name: _ways_in(field) for name, field in inner["fields"].items()}
    return {name: way for name, way in ways.items() if way or name in _CITING}


def _sources_in(value: Any, way: Way, here: Location) -> Iterator[tuple[Location, str]]:
    if isinstance(value, tuple):
        for n, each in enumerate(value):
            yield from _sources_in(each, way, (*here, n))
    elif value and not way:
        yield here, value
    elif value:
        for name, inner in way.items():
            yield from _sources_in(getattr(value, name), inner, (*here, name))


def _backwards(start: EdtfDate | None, end: EdtfDate | None) -> bool:
    return start is not None and end is not None and ends_before(end, start)
