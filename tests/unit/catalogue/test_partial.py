"""What only follows from a fault that is told already is not told as well."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import pytest

from goodpractices.catalogue.partial import FOLLOWS, _follows
from goodpractices.catalogue.problems import Location, Problem

IDS = {key: name for key, (how, name) in FOLLOWS.items() if how == "id"}
FIELDS = {key: name for key, (how, name) in FOLLOWS.items() if how == "field"}
BESIDE = {key: name for key, (how, name) in FOLLOWS.items() if how == "neighbour"}
HERE: Location = ("elsewhere", 3, "here")


def follows(key: str, cause: Location, *, here: Location = HERE, raw: Mapping[str, Any] = MappingProxyType({})) -> bool:
    return _follows(Problem(key, here, {"value": "a"}), [Problem("other"), Problem("x", cause)], raw)


def test_each_message_says_from_what_it_follows() -> None:
    assert FIELDS == {
        "percent_in_prose": "indicators",
        "published_without_evidence": "evidence_level",
        "published_without_organisations": "organisations",
        "unknown_element": "components",
    }
    assert IDS == {"unknown_source": "sources", "unknown_indicator": "indicators"}
    assert {
        **dict.fromkeys(("split_sum", "person_without_consent", "contact_without_consent", "picture_without_consent")),
        "grant_above_total": "period",
        "withdrawn_without_reason": "reason",
    } == BESIDE


@pytest.mark.parametrize(("key", "name"), FIELDS.items())
def test_a_fault_anywhere_in_a_field_hides_what_is_said_for_want_of_it(key: str, name: str) -> None:
    assert follows(key, (name,))
    assert follows(key, (name, 2, "id"))
    assert not follows(key, ("title",))
    assert not follows(key, ())


@pytest.mark.parametrize(("key", "name"), IDS.items())
def test_an_id_is_not_unknown_where_it_stands_in_a_broken_record_or_cannot_be_read(key: str, name: str) -> None:
    assert follows(key, (name,))
    assert follows(key, (name, 0, "id"))
    assert follows(key, (name, 0, "title"), raw={name: [{"id": "b"}, {"id": "a"}]})
    assert not follows(key, (name, 0, "title"), raw={name: [{"id": "b"}]})
    assert not follows(key, ("others", 0, "id"))


@pytest.mark.parametrize(("key", "name"), BESIDE.items())
def test_a_fault_beside_hides_what_may_come_of_it(key: str, name: str | None) -> None:
    assert follows(key, ("elsewhere", 3, name or "beside"))
    assert follows(key, ("elsewhere", 3, name or "beside", 0))
    assert follows(key, ("elsewhere", 3, "other")) is (name is None)
    assert not follows(key, ("elsewhere", 2, name or "beside"))
    assert not follows(key, ("elsewhere", 3))


def test_a_record_in_which_something_is_broken_is_not_complained_about_as_a_whole() -> None:
    assert follows("any", ("places", 0, "place"), here=("places", 0))
    assert follows("any", ("places", 0), here=("places", 0))
    assert not follows("any", ("places", 0), here=("places", 0, "role"))
    assert not follows("any", ("places", 1, "place"), here=("places", 0))
