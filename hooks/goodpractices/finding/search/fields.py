"""What of a practice can be found, and how much each part says about what the practice is about."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from ...catalogue import (
    CITATION,
    SECTIONS,
    Catalogue,
    EasyText,
    GlossaryItem,
    Organisation,
    Place,
    Practice,
    Programme,
    Term,
)
from ...wording import ORIGINAL, Translations, Untranslated
from ..groups import programmes_of

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


class Connection(NamedTuple):
    """A record of the catalogue that a practice names, where it is kept, and how much its words count."""

    kind: str
    id: str
    weight: float


def own_passages(practice: Practice, story: str) -> Iterator[Passage]:
    """What is said in the practice itself; its story as plain text is given, since that takes longest to find.

    What nobody translated is found in Polish: here it is left out, but for titles, which practices are called by.
    """
    for passage in _all_passages(practice, story):
        if passage.field == "title" or not isinstance(passage.text, Untranslated):
            yield passage


def _all_passages(practice: Practice, story: str) -> Iterator[Passage]:
    yield from _told(practice, story)
    yield from _facts(practice)
    yield from _choices(practice)
    for use in practice.organisations:
        yield from _each("organisation", 0.8, (use.note,))
    if practice.programme:
        yield from _each("programme", 1, (practice.programme.measure, practice.programme.note))


def connections(practice: Practice) -> Iterator[Connection]:
    """The terms, places, organisations and programmes of a practice."""
    # The first theme of a practice is what it is about in the first place.
    yield from (Connection("themes", each, 2 if number else 3) for number, each in enumerate(practice.themes))
    yield from (Connection("target_groups", each, 2) for each in practice.target_groups)
    yield from (Connection("support_types", each, 2) for each in practice.support_types)
    yield Connection("kinds", practice.kind, 2)
    for place in practice.places:
        yield Connection("places", place.place, 3 if place.role in _HERE else 1.5)
    for organisation in practice.organisations:
        yield Connection("organisations", organisation.org, 2 if organisation.role == "leader" else 1)
    yield from (Connection("programmes", each, 1.5) for each in programmes_of(practice))


def explained(practice: Practice, story: str, catalogue: Catalogue) -> Iterator[Connection]:
    """The items of the glossary whose abbreviations a practice uses, so that it is found by what they stand for."""
    told = (practice.title, practice.summary, practice.plain_summary or "", story)
    said = "\n".join(text for text in told if not isinstance(text, Untranslated))
    for item_id in dict.fromkeys(use.item.id for use in catalogue.abbreviations.used(said)):
        yield Connection("glossary", item_id, 0.5)


def record_passages(connection: Connection, catalogue: Catalogue) -> Iterator[Passage]:
    """The words of a record, which stand for every practice that names it."""
    kind, record, weight = connection
    if kind == "places":
        yield from _place(catalogue.places[record], weight, catalogue)
    elif kind == "organisations":
        yield from _organisation(catalogue.organisations[record], weight, catalogue)
    elif kind == "programmes":
        yield from _programme(catalogue.programmes[record], weight)
    elif kind == "glossary":
        yield from _expansion(catalogue.glossary[record], weight)
    else:
        yield from _term(catalogue.term(kind, record), weight, catalogue.language)
        for above in _broader(catalogue.term(kind, record), kind, catalogue):
            yield from _each("term", _NEXT_OF_KIN, (above.pl, above.en), own=False)


def plain_text(story: str) -> str:
    """The words of a Markdown text without its signs, sources and addresses."""
    text = _LINK.sub(lambda link: link[1] or " ", CITATION.sub("", story))
    return _BLANKS.sub(" ", _SIGNS.sub(" ", text)).strip()


def stories(practice: Practice) -> str:
    """The story of a practice as plain text, as far as it is told in the language of the catalogue."""
    told = (story for section in SECTIONS if (story := getattr(practice, section)))
    return "\n".join(plain_text(story) for story in told if not isinstance(story, Untranslated))


def _told(practice: Practice, story: str) -> Iterator[Passage]:
    yield Passage("title", 5, practice.title)
    if practice.short_title:
        yield Passage("title", 4, practice.short_title)
    if practice.original_title:
        yield Passage("title", 3, practice.original_title.text)
    yield Passage("summary", 2.5, practice.summary)
    if practice.plain_summary:
        yield Passage("summary", 1, practice.plain_summary)
    if practice.easy_to_read:
        yield from _easy(practice.easy_to_read)
    if story:
        yield Passage("text", 1, story)
    for translation in practice.translations.values():
        yield Passage("title", 3, translation.title, own=False)
        yield Passage("summary", 1.5, translation.summary, own=False)


def _easy(easy: EasyText) -> Iterator[Passage]:
    """The everyday words of a text that is easy to read, and "ETR", for those who look for such texts.

    It says again what stands elsewhere, so that it counts for little: a practice with such a text is not more about
    its subject than one without.
    """
    yield Passage("text", 0.3, easy.text)
    yield Passage("term", 0.6, Translations.load(ORIGINAL)("easy.abbreviation"), own=False)


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
        yield from _each("text", 1, (recognition.name, recognition.rank, recognition.giver, recognition.note))
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


def _term(term: Term, weight: float, language: str) -> Iterator[Passage]:
    label = term.label(language)
    yield Passage("term", weight, label)
    others = (each for each in (term.pl, term.en) if each != label)
    yield from _each("term", weight / 2, (*others, *term.synonyms), own=False)


def _broader(term: Term, vocabulary: str, catalogue: Catalogue) -> Iterator[Term]:
    while term.broader:
        term = catalogue.term(vocabulary, term.broader)
        yield term


def _place(place: Place, weight: float, catalogue: Catalogue) -> Iterator[Passage]:
    yield Passage("place", weight, place.name)
    yield from _each("place", weight * 0.8, (place.en, *place.synonyms), own=False)
    for above in _around(place, catalogue):
        yield from _each("place", weight * _NEXT_OF_KIN, (above.name, *above.synonyms), own=False)
    yield from _each("place", weight * _NEXT_OF_KIN, _country(place.country), own=False)


def _around(place: Place, catalogue: Catalogue) -> Iterator[Place]:
    while place.parent:
        place = catalogue.places[place.parent]
        yield place


@lru_cache
def _country(code: str) -> tuple[str, ...]:
    return tuple(Translations.load(language).country(code) for language in ("pl", "en"))


def _organisation(organisation: Organisation, weight: float, catalogue: Catalogue) -> Iterator[Passage]:
    yield Passage("organisation", weight, organisation.name)
    others = (organisation.short_name, *organisation.former_names, *organisation.synonyms)
    yield from _each("organisation", weight, others, own=False)
    kind = catalogue.term("organisation_kinds", organisation.kind)
    yield from _each("organisation", _NEXT_OF_KIN, (kind.pl, kind.en, *kind.synonyms), own=False)


def _programme(programme: Programme, weight: float) -> Iterator[Passage]:
    yield Passage("programme", weight, programme.name)
    yield from _each("programme", weight, (programme.en, programme.acronym, *programme.synonyms), own=False)


def _expansion(item: GlossaryItem, weight: float) -> Iterator[Passage]:
    original = item.original.text if item.original else None
    yield from _each("text", weight, dict.fromkeys((*item.expansion.values(), original)), own=False)


def _each(field: Field, weight: float, texts: Iterable[str | None], *, own: bool = True) -> Iterator[Passage]:
    return (Passage(field, weight, text, own) for text in texts if text)
