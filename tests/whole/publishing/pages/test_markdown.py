"""Texts made to keep Markdown busy do not."""

import time

import pytest

from goodpractices.publishing.pages.markdown import to_html


def cite(source: str) -> str:
    return f'<sup class="ref"><a href="#zrodlo-{source}">{source}</a></sup>'


def link(practice: str) -> str:
    return f"../{practice}/"


LONG = 40_000  # twice what a section may hold
LENGTHY = {
    "brackets": "[" * LONG,
    "links that never end": "[a](" * (LONG // 4),
    "spaces in a link": "[a](" + " " * LONG,
    "brackets in a link": "[a](" + "(" * LONG,
    "escaped brackets": "[\\" * (LONG // 2),
    "stars and lines": "*_" * (LONG // 2),
    "stars that never close": "**a " * (LONG // 4),
    "a row of stars": "*" * LONG,
    "code that never ends": "`a" * (LONG // 2),
    "tags that never end": "<" * LONG,
    "spaces": "a" + " " * LONG + "b",
    "one-letter words": "w " * (LONG // 2),
    "digits": "1 " * (LONG // 2),
    "cells of code": "|`|" * (LONG // 3) + "\n|-|-|\n",
    "lines": "a\n" * (LONG // 2),
    "rows of dashes": "a\n---\n" * (LONG // 6),
    "headings": "#" * LONG,
}


@pytest.mark.parametrize("name", LENGTHY)
def test_no_text_keeps_the_build_waiting(name: str) -> None:
    start = time.process_time()
    to_html(LENGTHY[name], cite, link)
    assert time.process_time() - start < 5  # a second at most here; a quadratic reading takes minutes
