"""Gathers the advice about all entries and gives each piece its place in the file."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path

from ...catalogue import (
    MAX_ENTRY_BYTES,
    PUBLISHED_STATES,
    Cache,
    Catalogue,
    Content,
    Practice,
    Problem,
    Unreadable,
    adoptions_are_confirmed,
    facts_are_fresh,
    gathered,
    is_translation_of,
    placed_in_entry,
    read_text,
    reviews_are_due,
    texts_of,
    untranslated_texts,
    without_collector,
)
from ...wording import ORIGINAL
from .abbreviations import abbreviations_in, explained_words, unexplained
from .consents import consents_are_told, consents_end, consents_last
from .duplicates import near_duplicates
from .lasting import Lasting, keep_lasting, lasting_from_cache
from .letters import words_hide_nothing, words_keep_to_one_script
from .links import links_lead_where_they_say
from .lone_terms import lone_terms
from .next_field import next_field
from .noted import Compared, noted
from .personal_data import bank_accounts, private_addresses, private_phones, tax_numbers
from .readability import easy_sentences_are_short, summaries_are_readable, summaries_are_short
from .sources import sources_are_complete

_INDEX = "index.md"
# Who looks at twenty places sees the next ones as well, and no text makes a report of a million lines.
_MOST_OF_A_KIND = 20
_SHOWN = 60

# Functions of one form, each named after what it wants or finds: advice from one practice alone,
_ON_A_PRACTICE: tuple[Callable[[Practice], Iterator[Problem]], ...] = (
    summaries_are_short,
    summaries_are_readable,
    easy_sentences_are_short,
    consents_are_told,
    sources_are_complete,
    next_field,
)
# from one practice and a day,
_ON_A_DAY: tuple[Callable[[Practice, date | None], Iterator[Problem]], ...] = (
    facts_are_fresh,
    adoptions_are_confirmed,
    reviews_are_due,
    consents_last,
    consents_end,
)
# from the text of one file, with line and column,
_ON_A_TEXT: tuple[Callable[[str], Iterator[Problem]], ...] = (
    private_addresses,
    private_phones,
    bank_accounts,
    tax_numbers,
    words_keep_to_one_script,
    words_hide_nothing,
    links_lead_where_they_say,
)
# and from all practices together, each with the id of the practice it is for.
_ON_ALL: tuple[Callable[[Sequence[Compared], Cache | None], Iterator[tuple[str, Problem]]], ...] = (
    lone_terms,
    near_duplicates,
)


def advice(catalogue: Catalogue, folder: Path, day: date | None = None, cache: Cache | None = None) -> list[Problem]:
    """Warnings and hints about the entries that are not withdrawn, in the order of their places.

    Args:
        catalogue: the entries that are in order.
        folder: where they were read from.
        day: the day on which things are old or overdue; without it an entry is measured by its own dates alone, so
            that the same entries get the same advice on any day.
        cache: the one the catalogue was read with, so that only files that changed are looked through.
    """
    with without_collector():
        return _advice(catalogue, folder, day, cache)


def _advice(catalogue: Catalogue, folder: Path, day: date | None, cache: Cache | None) -> list[Problem]:
    notes = noted(catalogue.practices, day, lambda practice: _on_a_day(practice, day), cache)
    wanted = {name: each.compared for name, each in notes.items() if each.compared.state != "withdrawn"}
    together: dict[str, list[Problem]] = {}
    for find in _ON_ALL:
        for practice_id, problem in find([*wanted.values()], cache):
            together.setdefault(practice_id, []).append(problem)
    passing = {each: [*notes[each].passing, *together.get(each, ())] for each in wanted}
    lasting = _lasting({name: catalogue.practices[name] for name in wanted}, folder, passing, cache)
    explained = explained_words(catalogue)
    published = {name for name, each in wanted.items() if each.state in PUBLISHED_STATES}
    found = [
        problem.at(f"{folder.name}/{practice_id}/{problem.path}", problem.line, problem.column)
        for practice_id, each in lasting.items()
        for problem in (
            *unexplained(each.problems, explained if practice_id in published else None),
            *_at_their_places(passing[practice_id], each),
        )
    ]
    return sorted(found, key=lambda each: (each.path, each.line, each.column, each.field_name, each.key))


def advice_on_text(text: str) -> list[Problem]:
    """What is noticed in the words of a file, with line and column; of each kind the first few."""
    return [problem for find in _ON_A_TEXT for problem in islice(find(text), _MOST_OF_A_KIND)]


def _on_a_day(practice: Practice, day: date | None) -> Iterator[Problem]:
    return (problem for find in _ON_A_DAY for problem in find(practice, day))


def _at_their_places(problems: Sequence[Problem], lasting: Lasting) -> Iterator[Problem]:
    for problem in problems:
        line, column = lasting.places[problem.location]
        yield problem.at(_INDEX, line, column)


def _lasting(
    practices: Mapping[str, Practice], folder: Path, passing: Mapping[str, Sequence[Problem]], cache: Cache | None
) -> dict[str, Lasting]:
    """What is known by id of entries that are as they were read, with a place for all that passing advice is about."""
    contents = cache.contents if cache else {}

    def look_through(part: Sequence[Practice]) -> list[Lasting | None]:
        return [_looked_through(each, folder, passing[each.id], contents.get(each.id)) for each in part]

    read = {each: contents[each] for each in practices if each in contents}
    earlier = lasting_from_cache(cache, read) if cache else {}
    known = {each: _with_all_places(earlier.get(each), passing[each]) for each in practices}
    looked = iter([*gathered(look_through, [practices[each] for each, lasting in known.items() if lasting is None])])
    found = {each: lasting or next(looked) for each, lasting in known.items()}
    if cache and contents:  # without contents the entries did not come from the cache, and its advice stays
        for practice_id, lasting in found.items():
            if lasting and (content := contents.get(practice_id)):
                keep_lasting(cache, content, lasting, earlier.get(practice_id))
        cache.save()
    return {practice_id: lasting for practice_id, lasting in found.items() if lasting}


def _with_all_places(lasting: Lasting | None, passing: Sequence[Problem]) -> Lasting | None:
    return lasting if lasting and all(each.location in lasting.places for each in passing) else None


def _looked_through(
    practice: Practice, folder: Path, passing: Sequence[Problem], content: Content | None
) -> Lasting | None:
    """The same for one entry, from its files; ``None`` where they changed since they were checked.

    The next check will say what is wrong with them.
    """
    index = folder / practice.id / _INDEX
    try:
        text = read_text(index, MAX_ENTRY_BYTES)
        alone = [problem for find in _ON_A_PRACTICE for problem in find(practice)]
        found = _in_file(index, [*alone, *advice_on_text(text), *abbreviations_in(practice, text)])
        for language in practice.translations:
            path = index.with_name(f"index.{language}.md")
            about = [*_outdated(practice, language, text), *_untrue_translations(practice, language)]
            about += easy_sentences_are_short(practice.translations[language])
            words = read_text(path, MAX_ENTRY_BYTES)
            about += [*advice_on_text(words), *abbreviations_in(practice.translations[language], words)]
            found += _in_file(path, about, language)
        placed = placed_in_entry(index, passing) if passing else []
    except Unreadable:
        return None
    if content and not content.is_unchanged():
        return None
    return Lasting(found, {each.location: (each.line, each.column) for each in placed})


def _outdated(practice: Practice, language: str, text: str) -> Iterator[Problem]:
    """A translation made from another text than the Polish file has now."""
    if not is_translation_of(practice.translations[language], text):
        yield Problem("translation_outdated", ("translation", "source_hash"), severity="warning")


def _untrue_translations(practice: Practice, language: str) -> Iterator[Problem]:
    """Facts that a translation leaves in Polish, and words in it for what the entry does not say."""
    translation, texts = practice.translations[language], texts_of(practice)
    if missing := untranslated_texts(texts, translation):
        params = {"n": len(missing), "value": missing[0][:_SHOWN]}
        yield Problem("translation_incomplete", ("title",), params, severity="warning")
    for n, each in enumerate(translation.texts):
        if each.original not in texts:
            params = {"value": each.original[:_SHOWN]}
            yield Problem("translation_of_nothing", ("texts", n, "original"), params, severity="warning")


def _in_file(path: Path, problems: Sequence[Problem], language: str = ORIGINAL) -> list[Problem]:
    """The problems with file, line and field; a hint is about the whole file and has no line."""
    warnings = [each for each in problems if each.severity != "hint"]
    hints = [each for each in problems if each.severity == "hint"]
    placed = placed_in_entry(path, warnings, language) if warnings else []
    return [replace(each, path=path.name) for each in (*placed, *hints)]
