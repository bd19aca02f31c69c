"""What of a practice can be found, and how much each part says about what the practice is about."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from ...catalogue import CITATION, SECTIONS, Catalogue, Organisation, Place, Practice, Programme, Term
from ...wording import Translations

Field = Literal["title", "summary", "text", "place", "organisation", "programme", "term", "figure"]
FIELDS: tuple[Field, ...] = ("title", "summary", "text", "place", "organisation", "programme", "term", "figure")
"""Where a word may be found, as results name it; the index knows each by its number here."""

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)|<(?:https?://|mailto:)[^>]*>")
_SIGNS = re.compile(r"[*_`#>|~]+|^\s*(?:[-+]|\d+\.)\s+", re.MULTILINE)
_BLANKS = re.compile(r"[^\S\n]+")

_HERE = ("implemented", "reach")
_NEXT_OF_KIN = 0.4


class Passage(NamedTuple):
    """A text of a practice, the field it counts for and its weight.

    ``own`` is what the practice itself says; words that stand for it (synonyms, what lies around its place) are not.
    """

    field: Field
    weight: float
    text: str
    own: bool = True


def passages(practice: Practice, catalogue: Catalogue) -> Iterator[Passage]:
    """Everything of a practice that can be found."""
    yield from _told(practice)
    yield from _facts(practice)
    yield from _terms(practice, catalogue)
    yield from _places(practice, catalogue)
    yield from _organisations(practice, catalogue)
    yield from _programmes(practice, catalogue)


def plain_text(story: str) -> str:
    """The words of a Markdown text without its signs, sources and addresses."""
    text = _LINK.sub(lambda link: link[1] or " ", CITATION.sub("", story))
    return _BLANKS.sub(" ", _SIGNS.sub(" ", text)).strip()


def stories(practice: Practice) -> str:
    """The whole story of a practice as plain text."""
    return "\n".join(plain_text(story) for section in SECTIONS if (story := getattr(practice, section)))


def _told(practice: Practice) -> Iterator[Passage]:
    yield Passage("title", 5, practice.title)
    if practice.short_title:
        yield Passage("title", 4, practice.short_title)
    if practice.original_title:
        yield Passage("title", 3, practice.original_title.text)
    yield Passage("summary", 2.5, practice.summary)
    if practice.plain_summary:
        yield Passage("summary", 1, practice.plain_summary)
    if story := stories(practice):
        yield Passage("text", 1, story)
    for translation in practice.translations.values():
        yield Passage("title", 3, translation.title, own=False)
        yield Passage("summary", 1.5, translation.summary, own=False)


def _facts(practice: Practice) -> Iterator[Passage]:
    for component in practice.components:
        yield from _each("text", 1.5, (component.name, component.description, component.target))
    for key_date in practice.key_dates:
        yield from _each("text", 1, (key_date.text, key_date.note))
    for indicator in practice.indicators:
        yield from _each("figure", 1, (indicator.label, indicator.note))
    for event in practice.events:
        yield from _each("text", 1, (event.title, event.note))
    for recognition in practice.recognition:
        yield from _each("text", 1, (recognition.name, recognition.giver, recognition.note))
    for claim in practice.claims:
        yield Passage("text", 1, claim.text)
    for obstacle in practice.obstacles:
        yield from _each("text", 1, (obstacle.what, obstacle.how_handled))
    if practice.resources:
        resources = practice.resources
        needed = (resources.staff, resources.volunteers, resources.premises, resources.tools, resources.skills)
        yield from _each("text", 1, needed)
    if practice.transfer:
        transfer = practice.transfer
        yield from _each("text", 1, (*(transfer.preconditions or ()), *(transfer.adaptable or ())))
        yield from _each("text", 1, (*(transfer.fixed or ()), transfer.minimum_version, *(transfer.legal_basis or ())))
    for document in practice.documents:
        yield Passage("text", 0.5, document.title)
    for source in practice.sources:
        yield from _each("text", 0.5, (source.title, source.publisher))
    for contact in practice.contacts:
        yield from _each("text", 0.5, (contact.unit, contact.role, contact.person, contact.address))
    for adoption in practice.adoptions:
        yield from _each("text", 1, (adoption.changes, adoption.result))
    for relation in practice.relations:
        yield from _each("text", 0.5, (relation.note,))
    if practice.recurrence:
        yield from _each("text", 0.5, (practice.recurrence.note,))
    if practice.evidence_level:
        yield Passage("text", 0.5, practice.evidence_level.reason)
    yield from _dates(practice)


def _dates(practice: Practice) -> Iterator[Passage]:
    """The years of a practice, so that a year can be typed."""
    if practice.period:
        for date in (practice.period.start, practice.period.end):
            if date and date.year is not None:
                yield Passage("text", 1, str(date.year))


def _terms(practice: Practice, catalogue: Catalogue) -> Iterator[Passage]:
    used = [("themes", each) for each in practice.themes]
    used += [("target_groups", each) for each in practice.target_groups]
    used += [("support_types", each) for each in practice.support_types]
    used += [("kinds", practice.kind)]
    for number, (vocabulary, term_id) in enumerate(used):
        # The first theme of a practice is what it is about in the first place.
        yield from _term(catalogue.term(vocabulary, term_id), 3 if number == 0 else 2)
        for above in _broader(catalogue.term(vocabulary, term_id), vocabulary, catalogue):
            yield from _each("term", _NEXT_OF_KIN, (above.pl, above.en), own=False)
    yield from _choices(practice)


def _choices(practice: Practice) -> Iterator[Passage]:
    """What pages say in words: free of charge, online, international."""
    chosen = (
        ("lifecycle", practice.lifecycle),
        ("scope", practice.scope),
        ("delivery_mode", practice.delivery_mode),
        ("access_cost", practice.access_cost),
    )
    for name, value in chosen:
        if value:
            labels = (Translations.load(language).choice(name, value) for language in ("pl", "en"))
            yield from _each("term", 0.6, labels, own=False)


def _term(term: Term, weight: float) -> Iterator[Passage]:
    yield Passage("term", weight, term.pl)
    yield from _each("term", weight / 2, (term.en, *term.synonyms), own=False)


def _broader(term: Term, vocabulary: str, catalogue: Catalogue) -> Iterator[Term]:
    while term.broader:
        term = catalogue.term(vocabulary, term.broader)
        yield term


def _places(practice: Practice, catalogue: Catalogue) -> Iterator[Passage]:
    for use in practice.places:
        weight = 3 if use.role in _HERE else 1.5
        place = catalogue.places[use.place]
        yield from _place(place, weight)
        for above in _around(place, catalogue):
            yield from _each("place", weight * _NEXT_OF_KIN, (above.name, *above.synonyms), own=False)
        yield from _each("place", weight * _NEXT_OF_KIN, _country(place.country), own=False)


def _place(place: Place, weight: float) -> Iterator[Passage]:
    yield Passage("place", weight, place.name)
    yield from _each("place", weight * 0.8, (place.en, *place.synonyms), own=False)


def _around(place: Place, catalogue: Catalogue) -> Iterator[Place]:
    while place.parent:
        place = catalogue.places[place.parent]
        yield place


@lru_cache
def _country(code: str) -> tuple[str, ...]:
    return tuple(Translations.load(language).country(code) for language in ("pl", "en"))


def _organisations(practice: Practice, catalogue: Catalogue) -> Iterator[Passage]:
    for use in practice.organisations:
        weight = 2 if use.role == "leader" else 1
        yield from _organisation(catalogue.organisations[use.org], weight)
        kind = catalogue.term("organisation_kinds", catalogue.organisations[use.org].kind)
        yield from _each("organisation", _NEXT_OF_KIN, (kind.pl, kind.en, *kind.synonyms), own=False)
        yield from _each("organisation", 0.8, (use.note,))


def _organisation(organisation: Organisation, weight: float) -> Iterator[Passage]:
    yield Passage("organisation", weight, organisation.name)
    others = (organisation.short_name, *organisation.former_names, *organisation.synonyms)
    yield from _each("organisation", weight, others, own=False)


def _programmes(practice: Practice, catalogue: Catalogue) -> Iterator[Passage]:
    used = [practice.programme.id] if practice.programme else []
    used += [money.programme for money in practice.funding if money.programme]
    for programme_id in dict.fromkeys(used):
        yield from _programme(catalogue.programmes[programme_id])
    if practice.programme:
        yield from _each("programme", 1, (practice.programme.measure, practice.programme.note))


def _programme(programme: Programme) -> Iterator[Passage]:
    yield Passage("programme", 1.5, programme.name)
    yield from _each("programme", 1.5, (programme.en, programme.acronym, *programme.synonyms), own=False)


def _each(field: Field, weight: float, texts: Iterable[str | None], *, own: bool = True) -> Iterator[Passage]:
    return (Passage(field, weight, text, own) for text in texts if text)
