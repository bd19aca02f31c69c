"""What of a practice can be found, and how much each part says about what the practice is about."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any, NamedTuple, get_args

from ...catalogue import (
    CITATION,
    SECTIONS,
    Branch,
    Catalogue,
    EdtfDate,
    EdtfInterval,
    GlossaryItem,
    Organisation,
    Place,
    Practice,
    Programme,
    Searched,
    SearchField,
    Shape,
    Term,
    branches,
    record_shape,
)
from ...wording import ORIGINAL, Translations, Untranslated, date_in_words, languages
from ..groups import programmes_of
from .named_in_full import SAID, NamesInFull
from .numbers import day_word, number_words, numbers_in
from .written_otherwise import written_otherwise

FIELDS: tuple[SearchField, ...] = get_args(SearchField)
"""Where a word may be found, as results name it; the index knows each by its number here."""

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)|<(?:https?://|mailto:)[^>]*>")
_SIGNS = re.compile(r"[*_`#>|~]+|^\s*(?:[-+]|\d+\.)\s+", re.MULTILINE)
_BLANKS = re.compile(r"[^\S\n]+")

# In which order fields are read, above the story and below it: a word is near those that are read before and after.
# Fields that are not named here come last, in the order of the model.
_HEAD = ("title", "short_title", "original_title", "summary", "plain_summary", "easy_to_read")
_BELOW = (
    "components",
    "key_dates",
    "indicators",
    "events",
    "recognition",
    "claims",
    "obstacles",
    "resources",
    "transfer",
    "documents",
    "sources",
    "contacts",
    "adoptions",
    "relations",
    "recurrence",
    "evidence_level",
    "period",
)
# What the search finds in whatever language it is asked.
_LANGUAGES = (ORIGINAL, *(each for each in languages() if each != ORIGINAL))

_GOAL = "SDG sdg{0} cel{0} goal{0}"

_HERE = ("implemented", "reach")
_NEXT_OF_KIN = 0.4


class Passage(NamedTuple):
    """A text of a practice, the field it counts for and its weight.

    ``own`` is what the practice itself says; words that stand for it (synonyms, what lies around its place) are not.
    """

    field: SearchField
    weight: float
    text: str
    own: bool = True


class Connection(NamedTuple):
    """A record of the catalogue that a practice names, where it is kept, and how much its words count."""

    kind: str
    id: str
    weight: float


class Section(NamedTuple):
    """A section of a story: its field, and its words as plain text."""

    name: str
    text: str


def own_passages(practice: Practice, story: str) -> Iterator[Passage]:
    """What is said in the practice itself; its story as plain text is given, since that takes longest to find.

    What nobody translated is found in Polish: here it is left out, but for titles, which practices are called by.
    """
    for passage in _all_passages(practice, story):
        if passage.field == "title" or not isinstance(passage.text, Untranslated):
            yield passage
            # 9,2 mln is found as 9 200 000 as well.
            yield from _each(passage.field, passage.weight, numbers_in(passage.text), own=False)
            yield from _otherwise(passage)


def _all_passages(practice: Practice, story: str) -> Iterator[Passage]:
    yield from _facts(practice, head=True)
    if practice.easy_to_read:  # for those who look for such texts
        yield Passage("term", 0.6, Translations.load(ORIGINAL)("easy.abbreviation"), own=False)
    if story:
        yield Passage("text", 1, story)
    for translation in practice.translations.values():
        yield Passage("title", 3, translation.title, own=False)
        yield Passage("summary", 1.5, translation.summary, own=False)
    yield from _facts(practice, head=False)
    yield from _each("term", 0.6, (_GOAL.format(goal) for goal in practice.sdg), own=False)


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
    texts = (practice.title, practice.summary, practice.plain_summary or "", story)
    said = "\n".join(text for text in texts if not isinstance(text, Untranslated))
    for item_id in dict.fromkeys(use.item.id for use in catalogue.abbreviations.used(said)):
        yield Connection("glossary", item_id, 0.5)


def named(practice: Practice, story: str, names: NamesInFull) -> Iterator[Connection]:
    """What a practice names in full without choosing it as a term, so that it is found by what else that is called."""
    chosen = {(SAID + each.kind, each.id) for each in connections(practice)}
    texts = (
        each.text for each in _all_passages(practice, story) if each.own and not isinstance(each.text, Untranslated)
    )
    for kind, record in names.said_in(texts):
        if (kind, record) not in chosen:
            yield Connection(kind, record, 0.5)


def record_passages(connection: Connection, catalogue: Catalogue) -> Iterator[Passage]:
    """The words of a record, which stand for every practice that names it."""
    kind, record, weight = connection
    if kind.startswith(SAID):
        yield from _said_otherwise(kind.removeprefix(SAID), record, weight, catalogue)
    elif kind == "places":
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
            yield from _each("term", _NEXT_OF_KIN, above.names, own=False)


def passages_of(practice: Practice, catalogue: Catalogue) -> Iterator[Passage]:
    """All that a practice is found by: what it says, and the words of the records that it names."""
    story = stories(practice)
    yield from own_passages(practice, story)
    named_there = named(practice, story, NamesInFull(catalogue))
    for connection in (*connections(practice), *explained(practice, story, catalogue), *named_there):
        yield from record_passages(connection, catalogue)


def plain_text(story: str) -> str:
    """The words of a Markdown text without its signs, sources and addresses."""
    text = _LINK.sub(lambda link: link[1] or " ", CITATION.sub("", story))
    return _BLANKS.sub(" ", _SIGNS.sub(" ", text)).strip()


def told_sections(practice: Practice) -> Iterator[Section]:
    """The story of a practice as plain text, as far as it is in the language of the catalogue."""
    for name in SECTIONS:
        if (story := getattr(practice, name)) and not isinstance(story, Untranslated):
            yield Section(name, plain_text(story))


def joined(sections: Iterable[Section]) -> str:
    """A story as one text."""
    return "\n".join(text for _, text in sections)


def stories(practice: Practice) -> str:
    """The story of a practice as plain text, all of it."""
    return joined(told_sections(practice))


@cache
def _searched() -> Mapping[str, Branch[Searched]]:
    """The fields of a practice in which something stands that it is found by, in the order they are read."""
    found = {each.name: each for each in branches(Practice, Searched)}
    return {name: found[name] for name in dict.fromkeys((*_HEAD, *_BELOW, *found))}


def _facts(practice: Practice, *, head: bool) -> Iterator[Passage]:
    fields = record_shape(Practice)["fields"]
    for name, branch in _searched().items():
        if (name in _HEAD) == head:
            yield from _read(getattr(practice, name), fields[name], branch)


def _read(value: Any, shape: Shape, branch: Branch[Searched]) -> Iterator[Passage]:
    """What a field says, of each item of a list, and then what the fields within it say."""
    if isinstance(value, tuple):
        yield from (passage for each in value for passage in _read(each, shape["of"], branch))
    elif value is not None:
        if branch.said:
            yield from _in_words(value, branch.said, shape.get("name", ""))
        for inner in branch.within:
            yield from _read(getattr(value, inner.name), shape["fields"][inner.name], inner)


def _in_words(value: Any, found: Searched, choice: str) -> Iterator[Passage]:
    """A text as it is, a number and a day as one word each, of a choice what pages say: free of charge, online."""
    if choice:
        words = (each for language in _LANGUAGES for each in _called(choice, value, Translations.load(language)))
        yield from _each(found.field, found.weight, words, own=False)
    elif isinstance(value, EdtfInterval):
        yield from (passage for end in (value.start, value.end) if end for passage in _in_words(end, found, choice))
    elif isinstance(value, EdtfDate):
        yield from _date(value, found)
    elif isinstance(value, str):
        yield Passage(found.field, found.weight, value)
    elif isinstance(value, Mapping):
        yield from (passage for number in value.values() for passage in _in_words(number, found, choice))
    else:
        yield from _each(found.field, found.weight, number_words(value), own=False)


def _date(date: EdtfDate, found: Searched) -> Iterator[Passage]:
    if date.year is not None:
        yield Passage(found.field, found.weight, str(date.year))
    if date.year is not None and date.month and date.day:
        yield Passage(found.field, found.weight, day_word(date.year, date.month, date.day), own=False)
        words = (date_in_words(Translations.load(language), date) for language in _LANGUAGES)
        yield from _each(found.field, found.weight / 2, words, own=False)


def _called(choice: str, value: str, t: Translations) -> Iterator[str]:
    """What pages call a choice, and what else people may call it."""
    yield t.choice(choice, value)
    if (also := f"search.also.{choice}.{value}") in t:
        yield t(also)


def _term(term: Term, weight: float, language: str) -> Iterator[Passage]:
    label = term.label(language)
    yield Passage("term", weight, label)
    others = (each for each in term.names if each != label)
    yield from _each("term", weight / 2, (*others, *term.synonyms), own=False)


def _broader(term: Term, vocabulary: str, catalogue: Catalogue) -> Iterator[Term]:
    while term.broader:
        term = catalogue.term(vocabulary, term.broader)
        yield term


def _place(place: Place, weight: float, catalogue: Catalogue) -> Iterator[Passage]:
    yield Passage("place", weight, place.name)
    yield from _each("place", weight * 0.8, (place.en, *place.labels.values(), *place.synonyms), own=False)
    for above in _around(place, catalogue):
        yield from _each("place", weight * _NEXT_OF_KIN, (above.name, *above.synonyms), own=False)
    yield from _each("place", weight * _NEXT_OF_KIN, _country(place.country), own=False)


def _around(place: Place, catalogue: Catalogue) -> Iterator[Place]:
    while place.parent:
        place = catalogue.places[place.parent]
        yield place


@lru_cache
def _country(code: str) -> tuple[str, ...]:
    return tuple(Translations.load(language).country(code) for language in _LANGUAGES)


def _organisation(organisation: Organisation, weight: float, catalogue: Catalogue) -> Iterator[Passage]:
    yield from _named(Passage("organisation", weight, organisation.name))
    others = (organisation.short_name, *organisation.former_names, *organisation.synonyms)
    yield from _also_named("organisation", weight, others)
    kind = catalogue.term("organisation_kinds", organisation.kind)
    yield from _each("organisation", _NEXT_OF_KIN, (*kind.names, *kind.synonyms), own=False)


def _programme(programme: Programme, weight: float) -> Iterator[Passage]:
    yield from _named(Passage("programme", weight, programme.name))
    others = (programme.en, *programme.labels.values(), programme.acronym, *programme.synonyms)
    yield from _also_named("programme", weight, others)


def _named(passage: Passage) -> Iterator[Passage]:
    yield passage
    yield from _otherwise(passage)


def _also_named(field: SearchField, weight: float, names: Iterable[str | None]) -> Iterator[Passage]:
    """Other names, each with its initials as well: ESF of European Social Fund."""
    yield from (each for name in _each(field, weight, names, own=False) for each in _named(name))


def _otherwise(passage: Passage) -> Iterator[Passage]:
    """What a text says, as people who have seen it elsewhere type it: it counts less than what stands there."""
    yield from _each(passage.field, passage.weight / 2, written_otherwise(passage.text), own=False)


def _expansion(item: GlossaryItem, weight: float) -> Iterator[Passage]:
    original = item.original.text if item.original else None
    yield from _each("text", weight, dict.fromkeys((*item.expansion.values(), original)), own=False)


def _said_otherwise(kind: str, record: str, weight: float, catalogue: Catalogue) -> Iterator[Passage]:
    """What a name is called that stands in a text: its abbreviation, its name in other languages.

    Synonyms are left out: of a text that names something in passing they say too little.
    """
    if kind == "glossary":
        item = catalogue.glossary[record]
        called = (*item.term.values(), *item.variants, *item.expansion.values())
        yield from _each("text", weight, dict.fromkeys(called), own=False)
    else:
        term = catalogue.term(kind, record)
        names = (each for each in term.names if each != term.label(catalogue.language))
        yield from _each("text", weight, names, own=False)


def _each(field: SearchField, weight: float, texts: Iterable[str | None], *, own: bool = True) -> Iterator[Passage]:
    return (Passage(field, weight, text, own) for text in texts if text)
