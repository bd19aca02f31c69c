"""Gathers the advice about all entries and gives each piece its place in the file."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256
from itertools import islice
from pathlib import Path

from ...catalogue import (
    MAX_ENTRY_BYTES,
    Catalogue,
    Practice,
    Problem,
    Unreadable,
    gathered,
    placed_in_entry,
    read_text,
    texts_of,
    untranslated_texts,
)
from .ageing import consents_last, facts_are_fresh, reviews_are_due
from .duplicates import near_duplicates
from .letters import words_keep_to_one_script
from .links import links_lead_where_they_say
from .lone_terms import lone_terms
from .next_field import next_field
from .personal_data import private_addresses, private_phones
from .readability import summaries_are_readable, summaries_are_short

_ORIGINAL = "pl"
# Who looks at twenty places sees the next ones as well, and no text makes a report of a million lines.
_MOST_OF_A_KIND = 20
_SHOWN = 60

# Functions of one form, each named after what it wants or finds: advice from one practice and a day,
_ON_A_PRACTICE: tuple[Callable[[Practice, date | None], Iterator[Problem]], ...] = (
    summaries_are_short,
    summaries_are_readable,
    facts_are_fresh,
    reviews_are_due,
    consents_last,
    next_field,
)
# from the text of one file, with line and column,
_ON_A_TEXT: tuple[Callable[[str], Iterator[Problem]], ...] = (
    private_addresses,
    private_phones,
    words_keep_to_one_script,
    links_lead_where_they_say,
)
# and from all practices together, each with the id of the practice it is for.
_ON_ALL: tuple[Callable[[Sequence[Practice]], Iterator[tuple[str, Problem]]], ...] = (lone_terms, near_duplicates)


def advice(catalogue: Catalogue, folder: Path, day: date | None = None) -> list[Problem]:
    """Warnings and hints about the entries that are not withdrawn, in the order of their places.

    Args:
        catalogue: the entries that are in order.
        folder: where they were read from.
        day: the day on which things are old or overdue; without it an entry is measured by its own dates alone, so
            that the same entries get the same advice on any day.
    """
    wanted = [each for each in catalogue.practices.values() if each.editorial.state != "withdrawn"]
    together: dict[str, list[Problem]] = {}
    for find in _ON_ALL:
        for practice_id, problem in find(wanted):
            together.setdefault(practice_id, []).append(problem)

    def advise(practices: Sequence[Practice]) -> list[list[Problem]]:
        return [_on_an_entry(each, folder, day, together) for each in practices]

    found = [problem for problems in gathered(advise, wanted) for problem in problems]
    return sorted(found, key=lambda each: (each.path, each.line, each.column, each.field_name, each.key))


def advice_on_text(text: str) -> list[Problem]:
    """What is noticed in the words of a file, with line and column; of each kind the first few."""
    return [problem for find in _ON_A_TEXT for problem in islice(find(text), _MOST_OF_A_KIND)]


def _on_an_entry(
    practice: Practice, folder: Path, day: date | None, together: Mapping[str, Sequence[Problem]]
) -> list[Problem]:
    index = folder / practice.id / "index.md"
    found = [problem for find in _ON_A_PRACTICE for problem in find(practice, day)]
    try:
        text = read_text(index, MAX_ENTRY_BYTES)
        found = _in_file(index, folder, [*found, *together.get(practice.id, ()), *advice_on_text(text)])
        for language in practice.translations:
            path = index.with_name(f"index.{language}.md")
            about = [*_outdated(practice, language, text), *_mistold(practice, language)]
            about += advice_on_text(read_text(path, MAX_ENTRY_BYTES))
            found += _in_file(path, folder, about, language)
    except Unreadable:
        return []  # it changed since it was checked; the next check will say what is wrong with it
    return found


def _outdated(practice: Practice, language: str, text: str) -> Iterator[Problem]:
    """A translation made from another text than the Polish file has now; line ends make no difference."""
    translation = practice.translations[language]
    if translation.translation.source_hash != sha256(text.encode()).hexdigest():
        yield Problem("translation_outdated", ("translation", "source_hash"), severity="warning")


def _mistold(practice: Practice, language: str) -> Iterator[Problem]:
    """Facts that a translation leaves in Polish, and words in it for what the entry does not say."""
    translation = practice.translations[language]
    if missing := untranslated_texts(practice, translation):
        params = {"n": len(missing), "value": missing[0][:_SHOWN]}
        yield Problem("translation_incomplete", ("title",), params, severity="warning")
    known = texts_of(practice)
    for n, each in enumerate(translation.texts):
        if each.original not in known:
            params = {"value": each.original[:_SHOWN]}
            yield Problem("translation_of_nothing", ("texts", n, "original"), params, severity="warning")


def _in_file(path: Path, folder: Path, problems: Sequence[Problem], language: str = _ORIGINAL) -> list[Problem]:
    """The problems with their path, line and field; a hint is about the whole file and has no line."""
    shown = f"{folder.name}/{path.parent.name}/{path.name}"
    warnings = [replace(each, path=shown) for each in problems if each.severity != "hint"]
    hints = [replace(each, path=shown) for each in problems if each.severity == "hint"]
    return [*(placed_in_entry(path, warnings, language) if warnings else ()), *hints]
