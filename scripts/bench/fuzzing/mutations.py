"""Ways to spoil an entry: functions of one form in one table.

Each takes the bytes of the entry, those of another one to borrow from, and chance. What it cannot work on it gives back
as it is, so that any sequence of them makes sense.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import yaml

Mutation = Callable[[bytes, bytes, Random], bytes]
Spot = tuple[Any, Any]
"""A list or mapping and the index or key of one of its values."""

_ENCODINGS = ("cp1250", "iso8859-2", "utf-16", "utf-32", "utf-7", "utf-8-sig")
_TOKENS = (
    *("", " ", "-", "?", ":", "|", ">", "'", '"', "#", "&a x", "*a", "!!python/name:os.system"),
    *("<<: {}", "%TAG ! x", "~"),
    *("null", "true", "no", "0", "-1", "1e400", ".nan", "0x1F", "9" * 400, "-0.000001", "１２", "2023-02-30"),
    *("XXXX", "201X~", "../..", "2016-12/..", "/", "9999-12-31", "0001", "-0044", "2023-03-15T10:00"),
    *("<b>", "<!--", "&lt;", "{{ 7 * 7 }}", "javascript:alert(1)", "https://", "https://[::1", "http://a.b/%ff"),
    *("../../etc/passwd", "nul", "=1+1", "::error::x", "%s{0}$1\\1", "[^s1]", "[x](../epic/index.md)", "![x](y)"),
    *("](<", "`" * 40, "*" * 40, "| a |\n|---|\n| b |", "1. " * 20, "> " * 60, "### x", "## Cele", "---", "..."),
)
_LETTERS = (
    *("\u202e", "\u2066", "\u200b", "\ufeff", "\u2028", "\x00", "\x1b", "\x85", "\uffff", "\U000e0041", "\ufdd0"),
    *("\u0301" * 200, "\u0345", "\u1160", "\u3164", "а", "ﬃ", "İ", "ſ", "ß", "ǆ", "𝟙", "😀", "👩\u200d👩\u200d👧"),
    *("\u0085", "\u00a0", "\u2003", "\u00ad", "\U0010ffff", "\ud7ff", "\r", "\t", "\v", "\f"),
)
_FILLINGS = ("a", "ż", "- ", "[", "]", "{", "(", "**_", "a: ", "\n", "[a](", "<")
_HUGE = (200, 5_000, 60_000, 300_000)
_NESTED = (9, 60)
# The C loader builds a nested value by calling itself: a text of opening brackets would end the program, not the trial.
_DEEPEST = 200


def flip_bytes(data: bytes, _: bytes, chance: Random) -> bytes:
    changed = bytearray(data)
    for _time in range(chance.randint(1, 8) if changed else 0):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def cut_bytes(data: bytes, _: bytes, chance: Random) -> bytes:
    start, end = sorted(chance.randint(0, len(data)) for _ in range(2))
    return data[:start] + data[min(end, start + chance.choice((1, 3, 40, len(data)))) :]


def end_early(data: bytes, _: bytes, chance: Random) -> bytes:
    return data[: chance.randint(0, len(data))]


def repeat_bytes(data: bytes, _: bytes, chance: Random) -> bytes:
    start, end = sorted(chance.randint(0, len(data)) for _ in range(2))
    return data[:end] + data[start:end] * chance.randint(1, 20) + data[end:]


def borrow_bytes(data: bytes, other: bytes, chance: Random) -> bytes:
    start, end = sorted(chance.randint(0, len(other)) for _ in range(2))
    place = chance.randint(0, len(data))
    return data[:place] + other[start:end] + data[place:]


def write_in_another_encoding(data: bytes, _: bytes, chance: Random) -> bytes:
    return _text(data).encode(chance.choice(_ENCODINGS), "replace")


def delete_lines(data: bytes, _: bytes, chance: Random) -> bytes:
    lines = _lines(data)
    start = chance.randrange(len(lines))
    return _joined(lines[:start] + lines[start + chance.randint(1, 4) :])


def repeat_line(data: bytes, _: bytes, chance: Random) -> bytes:
    lines = _lines(data)
    line = chance.randrange(len(lines))
    return _joined(lines[:line] + [lines[line]] * chance.choice((2, 3, 50, 2_000)) + lines[line + 1 :])


def swap_lines(data: bytes, _: bytes, chance: Random) -> bytes:
    lines = _lines(data)
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return _joined(lines)


def indent_lines(data: bytes, _: bytes, chance: Random) -> bytes:
    lines = _lines(data)
    start = chance.randrange(len(lines))
    end = start + chance.randint(1, 6)
    blank = chance.choice((" ", "  ", "\t", "\u00a0", " " * 400))
    moved = [line.removeprefix("  ") if chance.random() < 0.3 else blank + line for line in lines[start:end]]
    return _joined(lines[:start] + moved + lines[end:])


def borrow_lines(data: bytes, other: bytes, chance: Random) -> bytes:
    lines, others = _lines(data), _lines(other)
    start, place = chance.randrange(len(others)), chance.randint(0, len(lines))
    return _joined(lines[:place] + others[start : start + chance.randint(1, 8)] + lines[place:])


def insert_token(data: bytes, _: bytes, chance: Random) -> bytes:
    text = _text(data)
    place = chance.randint(0, len(text))
    return _bytes(text[:place] + chance.choice(_TOKENS) + text[place:])


def replace_value_by_token(data: bytes, _: bytes, chance: Random) -> bytes:
    lines = _lines(data)
    fields = [n for n, line in enumerate(lines) if ": " in line]
    if fields:
        line = chance.choice(fields)
        lines[line] = lines[line].partition(": ")[0] + ": " + chance.choice(_TOKENS)
    return _joined(lines)


def insert_letters(data: bytes, _: bytes, chance: Random) -> bytes:
    text = _text(data)
    for _time in range(chance.randint(1, 3)):
        place = chance.randint(0, len(text))
        text = text[:place] + chance.choice(_LETTERS) + text[place:]
    return _bytes(text)


def normalise_otherwise(data: bytes, _: bytes, chance: Random) -> bytes:
    form = chance.choice(("NFD", "NFKD", "NFKC"))
    return _bytes(unicodedata.normalize(form, _text(data)))  # type: ignore[arg-type]  # one of the known names


def change_case(data: bytes, _: bytes, chance: Random) -> bytes:
    text = _text(data)
    start, end = sorted(chance.randint(0, len(text)) for _ in range(2))
    turn = chance.choice((str.upper, str.title, str.swapcase))
    return _bytes(text[:start] + turn(text[start : min(end, start + 200)]) + text[min(end, start + 200) :])


def insert_something_huge(data: bytes, _: bytes, chance: Random) -> bytes:
    text = _text(data)
    place = chance.randint(0, len(text))
    filling = chance.choice((*_TOKENS[1:], *_LETTERS, *_FILLINGS))
    return _bytes(text[:place] + filling * (chance.choice(_HUGE) // len(filling)) + text[place:])


def replace_value(data: bytes, _: bytes, chance: Random) -> bytes:
    return _restructured(data, chance, lambda spot: _put(spot, _odd_value(chance)))


def spoil_text(data: bytes, _: bytes, chance: Random) -> bytes:
    """One text of the front matter gets something put into it, where most texts stay in order."""

    def spoil(spot: Spot) -> None:
        holder, key = spot
        if isinstance(text := holder[key], str):
            place = chance.randint(0, len(text))
            holder[key] = text[:place] + chance.choice((*_TOKENS, *_LETTERS)) + text[place:]

    return _restructured(data, chance, spoil)


def remove_value(data: bytes, _: bytes, chance: Random) -> bytes:
    return _restructured(data, chance, _remove)


def rename_field(data: bytes, _: bytes, chance: Random) -> bytes:
    def rename(spot: Spot) -> None:
        holder, key = spot
        if isinstance(holder, dict):
            holder[chance.choice((*_TOKENS, *_LETTERS, key[:-1], key.upper()))] = holder.pop(key)

    return _restructured(data, chance, rename)


def multiply_item(data: bytes, _: bytes, chance: Random) -> bytes:
    def multiply(spot: Spot) -> None:
        holder, key = spot
        if isinstance(holder, list):
            holder.extend([holder[key]] * chance.choice((1, 20, 700)))

    return _restructured(data, chance, multiply)


def move_value(data: bytes, _: bytes, chance: Random) -> bytes:
    """A value of one field goes to another one."""
    values: list[Any] = []

    def move(spot: Spot) -> None:
        holder, key = spot
        values.append(holder[key])
        _put(spot, values[0])

    return _restructured(_restructured(data, chance, move), chance, move)


MUTATIONS: tuple[Mutation, ...] = (
    flip_bytes,
    cut_bytes,
    end_early,
    repeat_bytes,
    borrow_bytes,
    write_in_another_encoding,
    delete_lines,
    repeat_line,
    swap_lines,
    indent_lines,
    borrow_lines,
    insert_token,
    replace_value_by_token,
    insert_letters,
    normalise_otherwise,
    change_case,
    insert_something_huge,
    replace_value,
    spoil_text,
    spoil_text,  # twice, since it is the one that most often leaves an entry in order
    remove_value,
    rename_field,
    multiply_item,
    move_value,
)


def _text(data: bytes) -> str:
    return data.decode(errors="replace")


def _bytes(text: str) -> bytes:
    return text.encode(errors="replace")


def _lines(data: bytes) -> list[str]:
    return _text(data).split("\n")


def _joined(lines: list[str]) -> bytes:
    return _bytes("\n".join(lines))


def _restructured(data: bytes, chance: Random, change: Callable[[Spot], None]) -> bytes:
    """The entry with one value of its front matter changed and written anew; as it is where that cannot be read."""
    fence, front, *body = data.split(b"---\n", 2) if data.count(b"---\n") > 1 else (b"", b"")
    if fence or not body:
        return data
    try:
        if _is_too_deep(front):
            return data
        given = yaml.load(front, yaml.CBaseLoader)  # noqa: S506 - text only, as the catalogue reads it
        spots = [*_spots(given)]
    except (yaml.YAMLError, UnicodeError, RecursionError):
        return data
    if not spots:
        return data
    change(chance.choice(spots))
    return b"---\n" + _written(given) + b"---\n" + body[0]


def _is_too_deep(front: bytes) -> bool:
    """Whether too many lists and mappings stand one in another; told from events, which need no stack."""
    depth = 0
    for event in yaml.parse(front, yaml.CBaseLoader):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            return True
    return False


def _written(given: Any) -> bytes:
    text: str = yaml.dump(given, Dumper=_Dumper, allow_unicode=True, sort_keys=False)
    return _bytes(text)


class _Dumper(yaml.CSafeDumper):
    """Writes what stands in several places out each time: anchors are refused at once, which would try nothing."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _spots(node: Any) -> Iterator[Spot]:
    for key, value in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        yield node, key
        yield from _spots(value)


def _put(spot: Spot, value: Any) -> None:
    holder, key = spot
    holder[key] = value


def _remove(spot: Spot) -> None:
    holder, key = spot
    del holder[key]


def _odd_value(chance: Random) -> Any:
    value: Any = chance.choice((*_TOKENS, *_LETTERS))
    kind = chance.randrange(6)
    if kind == 0:
        return [value] * chance.choice((0, 1, 40, 5_000))
    if kind == 1:
        return {value: value}
    if kind == 2:
        for _ in range(chance.choice(_NESTED)):
            value = [value] if chance.random() < 0.5 else {"a": value}
        return value
    if kind == 3:
        return value * (chance.choice(_HUGE) // max(1, len(value)))
    return value
