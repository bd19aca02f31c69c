"""Office files spoilt at random: their bytes, or the XML of their parts."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from random import Random
from zipfile import BadZipFile, ZipFile

from .packing import packed


def spoilt(data: bytes, random: Random) -> bytes:
    """A file with one to three faults."""
    for _ in range(random.randint(1, 3)):
        data = random.choice(_WAYS)(data, random)
    return data


def _cut(data: bytes, random: Random) -> bytes:
    return data[: random.randint(0, len(data))]


def _flip(data: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(random.randint(1, 30)):
        if changed:
            changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def _in_a_part(change: Callable[[bytes, Random], bytes]) -> Callable[[bytes, Random], bytes]:
    """A way to spoil one part of a package; a file that is none is spoilt itself."""

    def spoil(data: bytes, random: Random) -> bytes:
        try:
            with ZipFile(BytesIO(data)) as package:
                parts: dict[str, str | bytes] = {name: package.read(name) for name in package.namelist()}
        except (BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError, EOFError):
            return change(data, random)
        except Exception:  # a packed part that cannot be unpacked: zlib's own error
            return change(data, random)
        if not parts:
            return data
        name = random.choice(sorted(parts))
        content = parts[name]
        parts[name] = change(content.encode() if isinstance(content, str) else content, random)
        return packed(parts)

    return spoil


def _lose_tag(data: bytes, random: Random) -> bytes:
    tags = [*re.finditer(rb"<[^<>]*>", data)]
    if not tags:
        return data
    tag = random.choice(tags)
    return data[: tag.start()] + data[tag.end() :]


def _strange_value(data: bytes, random: Random) -> bytes:
    values = [*re.finditer(rb'="([^"]*)"', data)]
    if not values:
        return data
    value = random.choice(values)
    strange = random.choice(
        (
            b"",
            b"-1",
            b"999999999999999999999999",
            b"1e308",
            b"NaN",
            "½".encode(),
            "٣".encode(),
            b"A0",
            b"XFD1048577",
            b"x" * 9_999,
        )
    )
    return data[: value.start(1)] + strange + data[value.end(1) :]


def _strange_text(data: bytes, random: Random) -> bytes:
    texts = [*re.finditer(rb">([^<>]+)<", data)]
    if not texts:
        return data
    text = random.choice(texts)
    strange = random.choice(
        (b"", b"-1", b"1e400", b"nan", b"99999999999999999999", "²".encode(), b"\xff", b"]]>", b"&#0;", b" " * 999)
    )
    return data[: text.start(1)] + strange + data[text.end(1) :]


def _repeat(data: bytes, random: Random) -> bytes:
    tags = [*re.finditer(rb"<(\w+:?\w*)[^<>]*>[^<>]*</\1>|<[^<>]*/>", data)]
    if not tags:
        return data
    tag = random.choice(tags)
    return data[: tag.end()] + tag[0] * random.choice((1, 50, 3_000)) + data[tag.end() :]


def _wrap(data: bytes, random: Random) -> bytes:
    deep = random.choice((5, 150, 900))
    return re.sub(rb"(<\w+:?(?:body|sheetData|text|table)\b[^<>]*>)", rb"\1" + b"<z>" * deep, data, count=1)


def _lose(data: bytes, random: Random) -> bytes:
    return b""


_WAYS: tuple[Callable[[bytes, Random], bytes], ...] = (
    *(_cut, _flip, _in_a_part(_cut), _in_a_part(_flip), _in_a_part(_lose_tag), _in_a_part(_strange_value)),
    *(_in_a_part(_strange_value), _in_a_part(_strange_text), _in_a_part(_repeat), _in_a_part(_wrap), _in_a_part(_lose)),
)
