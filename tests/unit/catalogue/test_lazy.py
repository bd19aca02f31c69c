"""A lazy practice is a practice for everyone who reads it, and works out only what is read."""

import copy
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, fields, replace
from typing import Any

import pytest
from pydantic import ValidationError
from tests.support.real import real_catalogue

from goodpractices.catalogue import Practice
from goodpractices.catalogue.lazy import lazy_practice


@pytest.fixture(scope="module")
def plain() -> Practice:
    return real_catalogue().practices["epic"]


@pytest.fixture
def asked() -> list[str]:
    """The names of the fields that were asked for, in order."""
    return []


@pytest.fixture
def lazy(plain: Practice, asked: list[str]) -> Practice:
    def make(name: str) -> Any:
        asked.append(name)
        return getattr(plain, name)

    return lazy_practice(make)


def test_a_field_is_made_when_it_is_first_read_and_only_once(lazy: Practice, asked: list[str]) -> None:
    assert asked == []
    places = lazy.places
    assert asked == ["places"]
    assert lazy.places is places
    assert (lazy.id, lazy.id, lazy.kind) == ("epic", "epic", "project")
    assert asked == ["places", "id", "kind"]


def test_it_has_every_field_of_a_practice_and_none_beside(lazy: Practice, plain: Practice) -> None:
    assert [getattr(lazy, each.name) for each in fields(lazy)] == [getattr(plain, each.name) for each in fields(plain)]
    with pytest.raises(AttributeError, match="'Practice' has no field 'titel'"):
        _ = lazy.titel  # type: ignore[attr-defined]


def test_it_equals_a_plain_practice_from_both_sides_and_differs_where_a_field_does(
    lazy: Practice, plain: Practice
) -> None:
    other = lazy_practice(lambda name: "inny" if name == "id" else getattr(plain, name))
    assert lazy == plain
    assert plain == lazy
    assert lazy == lazy_practice(lambda name: getattr(plain, name))
    assert lazy != other
    assert plain != other
    assert other != plain


def test_it_is_shown_as_a_plain_practice_is(lazy: Practice, plain: Practice) -> None:
    assert isinstance(lazy, Practice)
    assert repr(lazy) == repr(plain)


def test_it_cannot_be_changed(lazy: Practice) -> None:
    with pytest.raises(FrozenInstanceError):
        lazy.title = "Inny"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del lazy.title


def pickled_and_restored(practice: Practice) -> Any:
    return pickle.loads(pickle.dumps(practice))  # noqa: S301 - as it goes from process to process


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, pickled_and_restored])
def test_a_copy_is_a_plain_practice_of_the_same_fields(
    lazy: Practice, plain: Practice, again: Callable[[Practice], Practice]
) -> None:
    made = again(lazy)
    assert type(made) is Practice
    assert made == plain


def test_replacing_a_field_makes_a_plain_practice_that_is_checked(lazy: Practice, plain: Practice) -> None:
    made = replace(lazy, title="Inny tytuł")
    assert type(made) is Practice
    assert (made.title, made.summary) == ("Inny tytuł", plain.summary)
    with pytest.raises(ValidationError):
        replace(lazy, themes=())
