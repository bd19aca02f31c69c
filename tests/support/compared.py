"""What a practice says where it is laid beside others, and the files that say it."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from tests.support.real import real_catalogue
from tests.support.samples import PL

from goodpractices.catalogue import Practice
from goodpractices.publishing.pages.compared import Said, said_of

START = re.compile(r'^\(self\.KatalogPorownane=self\.KatalogPorownane\|\|\{\}\)\["([a-z0-9-]+)"\]=')


@cache
def given_in(field: str) -> list[Any]:
    """What entries hold in a field, all of it: the real ones, and with each a doubtful one where there may be one."""
    found = [each for practice in real_catalogue().published for each in all_of(getattr(practice, field))]
    disputes = [each.disputed for each in found if getattr(each, "disputed", None)]
    return [*found, *(replace(each, disputed=doubt) for doubt in disputes[:1] for each in found)]


def all_of(value: Any) -> tuple[Any, ...]:
    """The values of a field, one or many or none."""
    return value if isinstance(value, tuple) else (value,) if value is not None else ()


def texts(said: Said) -> list[str]:
    return [said.value, *(line.text for line in said.lines)]


def said(practice: Practice) -> dict[str, Said]:
    return said_of(practice, real_catalogue(), PL)


def records(files: dict[str, bytes]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for address, data in files.items():
        text = data.decode()
        start = START.match(text)
        assert start is not None
        assert text.endswith(";\n")
        yield address, start[1], json.loads(text[start.end() : -2])
