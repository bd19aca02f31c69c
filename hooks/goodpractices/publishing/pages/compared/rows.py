"""What a practice says in each row of the comparison, by the rules of its own page: nothing is weighed or added up.

The five questions of the strip come first, with what the money is worth beside them; then what it takes to do the
same, what stood in the way, who took it over, whom to ask. What is disputed is shown with its doubt and reckoned with
nowhere.
"""

from collections.abc import Callable, Iterable, Mapping
from itertools import chain

from ....catalogue import (
    Adoption,
    AnswerState,
    Catalogue,
    Contact,
    Obstacle,
    Period,
    Practice,
    Transfer,
    may_be_counted,
)
from ....finding import conditions_of
from ....wording import Translations
from ... import phrasing
from ..fit_rows import kinds_in_words, size_in_words
from ..practice import MEANS
from .money import MONEY_ROWS
from .said import NOTHING, Compared, Line, Said, lines

_MOST = 4
"""How many of several things a cell names: four practices have to fit on four sheets of paper."""

# Where the page of a practice says the same, with its source.
_ANCHORS = {"scale": "liczby", "effect": "liczby", "cost": "pieniadze", "evidence": "dowody"}

Row = Callable[[Compared], Said]


def said_of(practice: Practice, catalogue: Catalogue, t: Translations) -> dict[str, Said]:
    """What a practice says, by row, in the order of the rows."""
    subject = Compared(practice, catalogue, t)
    return {name: say(subject) for name, say in ROWS.items()}


def _question(name: str) -> Row:
    """A row of the strip. What it says of the cost of a person has a row of its own."""

    def say(subject: Compared) -> Said:
        cell = subject.strip[name]
        below = lines(cell.text, cell.further if cell.state == "planned" else None)
        return Said(cell.state, cell.value, below, cell.level, _ANCHORS.get(name, "") if cell.state in _SOURCED else "")

    return say


_SOURCED: tuple[AnswerState, ...] = ("known", "disputed", "planned")


def _place_size(subject: Compared) -> Said:
    """How many live where it was put into practice."""
    t, places = subject.t, subject.catalogue.places
    used = (places[use.place] for use in subject.practice.places if use.role == "implemented")
    known = [(phrasing.place_name(each, t), each.population.value) for each in used if each.population]
    texts = [Line(t("compare.inhabitants", place=name, n=count)) for name, count in known]
    return Said("known", lines=subject.first(texts, _MOST)) if texts else NOTHING


def _period(subject: Compared) -> Said:
    """When, and whether it goes on."""
    period, goes_on = subject.practice.period, phrasing.lifecycle(subject.practice, subject.t)
    if period is None or not (period.start or period.end):
        return Said("known", lines=lines(goes_on))
    value = phrasing.period(period.start, period.end, subject.t)
    return Said(_certainty(period), value, lines(_doubt(period), goes_on))


def _lead(subject: Compared) -> Said:
    """Who leads it, and with how many others."""
    used, name = subject.practice.organisations, subject.labels.organisation
    leaders = dict.fromkeys(each.org for each in used if each.role == "leader")
    if not leaders:
        return subject.not_given("organisations")
    others = len({each.org for each in used} - {*leaders})
    more = lines(subject.t("compare.others", n=others) if others else None)
    texts = subject.first((Line(name(each).text) for each in leaders), _MOST)
    return Said("known", lines=(*texts, *more), anchor="partnerzy")


def _access(subject: Compared) -> Said:
    cost = subject.practice.access_cost
    if cost is None:
        return subject.not_given("access_cost")
    return Said("known", lines=lines(subject.t.choice("access_cost", cost)))


def _condition(name: str) -> Row:
    """A row of what it takes to do the same."""

    def say(subject: Compared) -> Said:
        given = getattr(subject.practice.transfer, name, None)
        return _of_transfer(subject, (given,) if isinstance(given, str) else given or ())

    return say


def _fits(subject: Compared) -> Said:
    conditions, t = conditions_of(subject.practice), subject.t
    return _of_transfer(subject, filter(None, (size_in_words(conditions, t), kinds_in_words(conditions, t))))


def _of_transfer(subject: Compared, texts: Iterable[str]) -> Said:
    transfer, shown = subject.practice.transfer, subject.first(lines(*texts), _MOST)
    if transfer is None or not shown:
        return subject.not_given("transfer")
    return Said(_certainty(transfer), lines=(*shown, *lines(_doubt(transfer))), anchor="warunki")


def _resources(subject: Compared) -> Said:
    means, t = subject.practice.resources, subject.t
    given = [(t.field(name, "resources"), getattr(means, name, None)) for name in MEANS]
    texts = [Line(text, f"{name}: ") for name, text in given if text]
    return Said("known", lines=tuple(texts), anchor="zasoby") if texts else subject.not_given("resources")


def _obstacles(subject: Compared) -> Said:
    found = subject.practice.obstacles
    return _listed(subject, [*map(_obstacle, found)], "obstacles", "trudnosci")


def _obstacle(obstacle: Obstacle) -> tuple[Line, ...]:
    handled = (Line(obstacle.how_handled, "→ "),) if obstacle.how_handled else ()
    return (*lines(obstacle.what), *handled)


def _adoptions(subject: Compared) -> Said:
    found = [lines(_adoption(each, subject)) for each in subject.practice.adoptions]
    said = _listed(subject, found, "adoptions", "wdrozenia")
    return Said("missing", subject.t("compare.nobody")) if said.state == "missing" else said


def _adoption(adoption: Adoption, subject: Compared) -> str:
    labels, t = subject.labels, subject.t
    who = [phrasing.many(adoption.what, adoption.count, "exact", t)] if adoption.what else []
    if adoption.org:
        who.append(labels.organisation(adoption.org).text)
    elif adoption.place:
        who.append(labels.place(adoption.place).text)
    said = labels.adoption_state(adoption), labels.when(adoption.when)
    return f"{', '.join(who)}: {', '.join(filter(None, said))}"


def _contacts(subject: Compared) -> Said:
    found = [lines(words) for each in subject.practice.contacts if (words := _contact(each, subject))]
    return _listed(subject, found, "contacts", "kontakt")


def _contact(contact: Contact, subject: Compared) -> str:
    """Whom to ask, by role: people are named on the page of the practice alone."""
    organisation = subject.labels.organisation(contact.org).text if contact.org else None
    return ", ".join(filter(None, (organisation, contact.unit, contact.role, contact.email, contact.phone)))


def _listed(subject: Compared, found: list[tuple[Line, ...]], field: str, anchor: str) -> Said:
    """Several things of some lines each."""
    if not found:
        return subject.not_given(field)
    more = lines(subject.t("others.more", n=len(found) - _MOST) if len(found) > _MOST else None)
    return Said("known", lines=(*chain.from_iterable(found[:_MOST]), *more), anchor=anchor)


def _certainty(fact: Period | Transfer) -> AnswerState:
    return "known" if may_be_counted(fact) else "disputed"


def _doubt(fact: Period | Transfer) -> str | None:
    return fact.disputed.what if fact.disputed and not may_be_counted(fact) else None


QUESTIONS = ("audience", "scale", "effect", "cost", "evidence")

ROWS: Mapping[str, Row] = {
    **{name: _question(name) for name in QUESTIONS[:-1]},
    **MONEY_ROWS,
    "evidence": _question("evidence"),
    "place_size": _place_size,
    "period": _period,
    "lead": _lead,
    "access": _access,
    "preconditions": _condition("preconditions"),
    "fits": _fits,
    "fixed": _condition("fixed"),
    "adaptable": _condition("adaptable"),
    "minimum_version": _condition("minimum_version"),
    "legal_basis": _condition("legal_basis"),
    "resources": _resources,
    "obstacles": _obstacles,
    "adoptions": _adoptions,
    "contacts": _contacts,
}
"""The rows in their order, first the five questions with what the money is worth; each gives what a practice says."""
