"""What a practice says where it is laid beside others, and the files that say it."""

import json
import re
from collections.abc import Iterator
from typing import Any

from tests.support.real import real_catalogue
from tests.support.samples import PL

from goodpractices.catalogue import Practice
from goodpractices.publishing.pages.compared import Said, said_of

START = re.compile(r'^\(self\.KatalogPorownane=self\.KatalogPorownane\|\|\{\}\)\["([a-z0-9-]+)"\]=')


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
