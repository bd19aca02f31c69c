"""Single faults for the real entries: what each file then holds, and where its message must stand."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from typing import Any

import yaml
from tests.support.entries import CASES
from tests.support.paths import PRACTICES

ENTRIES_A_MUTATION = 3
"""In how many entries each mutation is tried: further ones would only repeat it."""

_AT = re.compile(r"(?P<sign>[+-]?)(?P<line>\d+):(?P<column>\d+)|\+(?P<further>\d+)")


@dataclass(frozen=True)
class Fault:
    """An entry with one fault: its bytes, the place of the message and words that must be in it."""

    name: str
    entry: str
    data: bytes
    line: int
    column: int
    said: str


@cache
def entries() -> Mapping[str, str]:
    """The texts of the real entries by id."""
    return {path.parent.name: path.read_text(encoding="utf-8") for path in sorted(PRACTICES.glob("*/index.md"))}


@cache
def faults() -> tuple[Fault, ...]:
    """Every mutation in the first entries that have a place for it."""
    # Only text is built: with types, YAML would read dates and numbers.
    mutations = yaml.load((CASES / "_mutations.yml").read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506
    return (*_planted([*map(_from_table, mutations), *_BYTES]),)


def rounds() -> Iterator[list[Fault]]:
    """All faults, of each entry one at a time, so that few folders are enough."""
    by_entry: defaultdict[str, list[Fault]] = defaultdict(list)
    for fault in faults():
        by_entry[fault.entry].append(fault)
    for planted in zip_longest(*by_entry.values()):
        yield [fault for fault in planted if fault]


Mutation = Callable[[str, str], Fault | None]


def _planted(mutations: list[Mutation]) -> Iterator[Fault]:
    faults_of = Counter(dict.fromkeys(entries(), 0))
    for mutate in mutations:
        found = [fault for name, text in entries().items() if (fault := mutate(name, text))]
        # Those that have had the fewest: all of them get some, and there are few rounds.
        for fault in sorted(found, key=lambda each: faults_of[each.entry])[:ENTRIES_A_MUTATION]:
            faults_of[fault.entry] += 1
            yield fault


def _from_table(row: Mapping[str, Any]) -> Mutation:
    pattern = re.compile(row["find"], re.MULTILINE)
    unfit = re.compile(row.get("without", "(?!)"), re.MULTILINE)

    def mutate(entry: str, text: str) -> Fault | None:
        found = pattern.search(text)
        if not found or entry not in row.get("in", [entry]) or unfit.search(text):
            return None
        start, end = found.span(1)
        data = (text[:start] + row["put"] + text[end:]).encode()
        line, column = _expected(row.get("at", "+0"), text, start)
        return Fault(row["name"], entry, data, line, column, row["said"])

    return mutate


def _expected(at: str, text: str, start: int) -> tuple[int, int]:
    line, column = _place(text, start)
    if at == "item":  # the beginning of the list item that the place belongs to
        return _place(text, text.rindex("\n  - ", 0, start) + len("\n  - "))
    found = _AT.fullmatch(at)
    assert found, at
    if found["further"]:
        return line, column + int(found["further"])
    given = int(found["line"])
    return {"": given, "+": line + given, "-": line - given}[found["sign"]], int(found["column"])


def _place(text: str, position: int) -> tuple[int, int]:
    before = text[:position]
    return before.count("\n") + 1, position - (before.rfind("\n") + 1) + 1


def _windows_1250(entry: str, text: str) -> Fault:
    data = text.encode("cp1250", "replace")
    first = next(n for n, character in enumerate(text) if not character.isascii())
    return Fault("Windows-1250", entry, data, *_place(text, first), "UTF-8")


def _utf_16(entry: str, text: str) -> Fault:
    return Fault("UTF-16", entry, text.encode("utf-16"), 1, 1, "UTF-8")


def _unopened(entry: str, text: str) -> Fault:
    return Fault("no opening line", entry, text.removeprefix("---\n").encode(), 1, 1, "zaczynać się od linii ---")


def _unclosed(entry: str, text: str) -> Fault:
    return Fault("no closing line", entry, text.replace("\n---\n", "\n", 1).encode(), 1, 1, "zamykającej")


def _empty(entry: str, _: str) -> Fault:
    return Fault("nothing in the file", entry, b"\n \n", 1, 1, "pusty")


def _with_windows_line_ends(entry: str, text: str) -> Fault | None:
    return _typo(entry, text, "a typo among Windows line ends", lambda spoilt: spoilt.replace("\n", "\r\n").encode())


def _after_a_byte_order_mark(entry: str, text: str) -> Fault | None:
    return _typo(entry, text, "a typo after a byte order mark", lambda spoilt: spoilt.encode("utf-8-sig"))


def _among_letters_in_two_parts(entry: str, text: str) -> Fault | None:
    return _typo(
        entry, text, "a typo among letters in two parts", lambda spoilt: unicodedata.normalize("NFD", spoilt).encode()
    )


def _typo(entry: str, text: str, name: str, write: Callable[[str], bytes]) -> Fault | None:
    start = text.index("\nlifecycle: ") + len("\nlifecycle: ")
    spoilt = text[:start] + "x" + text[start:]
    return Fault(name, entry, write(spoilt), *_place(text, start), "Nie można tu wpisać")


_BYTES: tuple[Mutation, ...] = (
    _windows_1250,
    _utf_16,
    _unopened,
    _unclosed,
    _empty,
    _with_windows_line_ends,
    _after_a_byte_order_mark,
    _among_letters_in_two_parts,
)
