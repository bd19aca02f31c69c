"""Every text of every entry in English."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from tests.support.real import real_catalogue

from goodpractices.catalogue import Catalogue, in_language, texts_of, untranslated_texts
from goodpractices.wording import Untranslated


@pytest.fixture(scope="module")
def polish() -> Catalogue:
    return real_catalogue()


@pytest.fixture(scope="module")
def english(polish: Catalogue) -> Catalogue:
    return in_language(polish, "en")


def texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for each in fields(value):
            yield from texts_in(getattr(value, each.name))
    elif isinstance(value, Mapping):
        yield from texts_in([*value.keys(), *value.values()])
    elif isinstance(value, tuple | list):
        for each in value:
            yield from texts_in(each)


def test_every_text_of_every_entry_is_there_in_english(polish: Catalogue, english: Catalogue) -> None:
    for practice in polish.practices.values():
        assert texts_of(practice)
        assert untranslated_texts(texts_of(practice), practice.translations["en"]) == ()
    for practice in english.practices.values():
        assert [text for text in texts_in(practice) if isinstance(text, Untranslated)] == []
