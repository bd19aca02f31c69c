"""A practice as the page "does it fit us" shows it: what its entry says of municipalities, its cost, its evidence."""

from dataclasses import dataclass

from ...catalogue import Catalogue, Practice, decision
from ...finding import Conditions, conditions_of
from ...wording import Translations
from .. import phrasing
from ..addresses import meeting_address, practice_address
from ..rendering import Renderer
from .strip import cost_in_words


@dataclass(frozen=True, slots=True)
class FitRow:
    """What the page shows of a practice, ready to print.

    ``named``, ``size`` and ``kind`` put in words which municipalities the entry is for, ``needed`` what has to be there
    first; the offline edition has no ``sheet`` for a meeting.
    """

    address: str
    sheet: str | None
    title: str
    place: str
    conditions: Conditions
    named: str
    size: str
    kind: str
    needed: tuple[str, ...]
    doubt: str
    """What somebody disputes about the conditions."""
    cost: str
    evidence: str


def fit_row(practice: Practice, catalogue: Catalogue, renderer: Renderer) -> FitRow:
    """A practice as a row."""
    t = renderer.t
    conditions = conditions_of(practice)
    place = catalogue.places[practice.places[0].place]
    level = decision(practice).evidence.subject
    dispute = practice.transfer.disputed if practice.transfer else None
    return FitRow(
        address=practice_address(practice.id),
        sheet=None if renderer.links.explicit_index else meeting_address(practice.id),
        title=practice.short_title or practice.title,
        place=phrasing.place_name(place, t),
        conditions=conditions,
        named=named_in_words(conditions, t),
        size=size_in_words(conditions, t),
        kind=kinds_in_words(conditions, t),
        needed=practice.transfer.preconditions or () if practice.transfer else (),
        doubt=dispute.what if dispute else "",
        cost=cost_in_words(practice, t),
        evidence=t.choice("evidence_level", level.value) if level else t("strip.missing"),
    )


def size_in_words(conditions: Conditions, t: Translations) -> str:
    """The size of municipalities that an entry names; nothing if it names none."""
    return phrasing.inhabitants(conditions.least, conditions.most, t) if conditions.name_a_size else ""


def named_in_words(conditions: Conditions, t: Translations) -> str:
    """What goes before the size and the kinds: whether the practice is for them, or ran there."""
    return t("fit.named_tried" if conditions.tried else "fit.named")


def kinds_in_words(conditions: Conditions, t: Translations) -> str:
    """The kinds of municipalities that an entry names."""
    return ", ".join(t.choice("municipality_type", each) for each in conditions.kinds)


def row_html(row: FitRow, here: str, renderer: Renderer) -> str:
    """The row as HTML for the page at an address; of what says nothing of municipalities a line."""
    return renderer.render("fit_row.html" if row.conditions.say_something else "fit_line.html", here, row=row)
