"""What there is to do about the published entries: what is missing, overdue, disputed, unanswered, dead.

``scripts/validate.py --health`` and the page for editors print this and nothing they count themselves, so that their
numbers are the same. What is overdue is the advice about age, as a check on that day gives it.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Literal

from ..wording import polish_order
from .ageing import adoptions_are_confirmed, facts_are_fresh, reviews_are_due
from .catalogue import Catalogue
from .decision import Decision, decision
from .figure_rules import disputes
from .link_report import LinkReport
from .links_out import links_of_practice, links_of_records
from .model import Practice

GapKind = Literal["missing", "overdue", "disputed", "unanswered", "dead"]

GAP_KINDS: tuple[GapKind, ...] = ("missing", "overdue", "disputed", "unanswered", "dead")
"""The kinds in the order of the table."""

_QUESTIONS = tuple(each.name for each in fields(Decision))
_FIELD_ENDS = re.compile(r"[.\[]")
_AGEING = (reviews_are_due, facts_are_fresh, adoptions_are_confirmed)


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing to do: of which kind, in which field of the entry, and which question, advice or address it is."""

    kind: GapKind
    field: str
    what: str = ""


@dataclass(frozen=True, slots=True)
class PracticeHealth:
    """What there is to do about one practice."""

    practice: Practice
    gaps: tuple[Gap, ...]

    def of(self, kind: GapKind) -> tuple[Gap, ...]:
        """Those of one kind."""
        return tuple(each for each in self.gaps if each.kind == kind)


@dataclass(frozen=True, slots=True)
class Health:
    """The state of a catalogue on a day.

    Attributes:
        day: what is old or overdue is so on it.
        links: the last nightly report; without a readable one nothing is known of dead addresses, which is not none.
        practices: the published practices, those with most to do first, then in Polish order of their titles.
        elsewhere: dead addresses of organisations and programmes, each with the record it belongs to.
    """

    day: date
    links: LinkReport | None
    practices: tuple[PracticeHealth, ...]
    elsewhere: tuple[tuple[str, str], ...]

    @property
    def kinds(self) -> tuple[GapKind, ...]:
        """The kinds of which something is known."""
        return kinds_told(self.links)

    def totals(self) -> Mapping[GapKind, int]:
        """How many there are of each kind, of those that are known."""
        counts = Counter(gap.kind for each in self.practices for gap in each.gaps)
        return {kind: counts[kind] for kind in self.kinds}


Gaps = tuple[Gap, ...]


def kinds_told(links: LinkReport | None) -> tuple[GapKind, ...]:
    """The kinds of which something is known, given the last nightly report about addresses."""
    is_known = links is not None and not links.is_broken
    return tuple(kind for kind in GAP_KINDS if kind != "dead" or is_known)


def gaps_on(day: date, links: LinkReport | None = None) -> Callable[[Practice], Gaps]:
    """Finds what there is to do about a practice on a day."""
    gone = _gone(links)
    return lambda practice: (*_own_gaps(practice, day), *_dead(practice, gone))


def health_of(
    catalogue: Catalogue, day: date, links: LinkReport | None = None, gaps_of: Callable[[Practice], Gaps] | None = None
) -> Health:
    """The state of the published practices on a day; ``gaps_of`` knows what :func:`gaps_on` would find."""
    gone, gaps_of = _gone(links), gaps_of or gaps_on(day, links)
    found = [PracticeHealth(each, gaps_of(each)) for each in catalogue.published]
    found.sort(key=lambda each: (-len(each.gaps), polish_order(each.practice.title), each.practice.id))
    elsewhere = tuple((each.where, each.url) for each in links_of_records(catalogue) if each.url in gone)
    return Health(day, links, tuple(found), elsewhere)


def _gone(links: LinkReport | None) -> frozenset[str]:
    return frozenset(links.gone) if links else frozenset()


def _own_gaps(practice: Practice, day: date) -> Iterator[Gap]:
    answers = decision(practice)
    yield from (Gap("missing", name, name) for name in _QUESTIONS if getattr(answers, name).state == "missing")
    for find in _AGEING:
        yield from (Gap("overdue", str(each.location[0]), each.key) for each in find(practice, day))
    yield from (Gap("disputed", str(location[0])) for location, _ in disputes(practice))
    yield from (Gap("unanswered", "editorial") for _ in practice.editorial.questions)


def _dead(practice: Practice, gone: frozenset[str]) -> Iterator[Gap]:
    """The addresses of a practice at which nothing is to be read any more, each place once."""
    for link in dict.fromkeys(links_of_practice(practice)) if gone else ():
        if link.url in gone:
            field = link.where.removeprefix(f"{practice.id}.")
            yield Gap("dead", _FIELD_ENDS.split(field)[0], link.url)
