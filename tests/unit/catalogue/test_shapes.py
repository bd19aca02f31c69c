"""The model as data: every field is there, and what a form needs to know of it."""

from typing import Annotated, Any

import pytest
from pydantic import Field

from goodpractices.catalogue import PRACTICE, Organisation, Place, Practice, Validator, known_codes, record_shape
from goodpractices.catalogue import fields as kinds
from goodpractices.catalogue.choices import Lifecycle
from goodpractices.catalogue.evidence import EvidenceLevel, Indicator, Split
from goodpractices.catalogue.fields import record
from goodpractices.catalogue.records import Contact, PlaceUse, Transfer
from goodpractices.catalogue.shapes import stand_in


def test_every_field_of_the_model_has_a_shape_in_its_order() -> None:
    assert tuple(record_shape(Practice)["fields"]) == PRACTICE.fields()


@pytest.mark.parametrize("record", [Practice, Organisation, Place])
def test_what_has_to_be_there_is_what_the_schema_requires(record: type) -> None:
    shapes = record_shape(record)["fields"]
    required = {name for name, shape in shapes.items() if shape.get("required")}
    fields = record.__dataclass_fields__.values()  # type: ignore[attr-defined]  # records are dataclasses
    assert required == {each.name for each in fields if each.default is each.default_factory}


@pytest.mark.parametrize(
    ("record", "name", "shape"),
    [
        (Practice, "title", {"kind": "text", "max": 100, "required": True}),
        (Practice, "summary", {"kind": "text", "min": 80, "max": 400, "required": True}),
        (Practice, "challenge", {"kind": "story", "max": 20_000}),
        (Practice, "target_groups", {"kind": "list", "of": {"kind": "ref", "to": "target_groups"}}),
        (Practice, "sdg", {"kind": "list", "of": {"kind": "whole", "min": 1, "max": 17}}),
        (EvidenceLevel, "value", {"kind": "whole", "min": 0, "max": 4, "required": True}),
        (Contact, "consent_until", {"kind": "day"}),
        (Indicator, "of", {"kind": "slug"}),
        (Indicator, "as_of", {"kind": "when"}),
        (Transfer, "fixed", {"kind": "list", "of": {"kind": "text", "max": 1500}, "min": 1, "max": 20, "single": True}),
        (Place, "lat", {"kind": "number", "min": -90, "max": 90}),
        (Place, "teryt", {"kind": "code", "pattern": "^([0-9]{2}|[0-9]{4}|[0-9]{7})$"}),
    ],
)
def test_a_shape_says_the_kind_and_the_limits(record: type, name: str, shape: dict[str, object]) -> None:
    assert record_shape(record)["fields"][name] == shape


def test_a_choice_lists_its_values_under_the_name_of_its_labels_and_says_its_default() -> None:
    assert record_shape(PlaceUse)["fields"]["role"] == {
        "kind": "choice",
        "name": "place_role",
        "values": ["implemented", "reach", "host", "partner"],
        "default": "implemented",
    }


def test_a_mapping_says_what_its_keys_and_values_are() -> None:
    parts = record_shape(Split)["fields"]["parts"]
    assert parts["keys"] == {"kind": "text", "max": 200}
    assert parts["of"] == {"kind": "number", "min": 0}
    assert (parts["min"], parts["max"]) == (1, 20)


@pytest.mark.parametrize(
    ("record", "name", "to"),
    [
        (Practice, "kind", "kinds"),
        (Practice, "themes", "themes"),
        (Practice, "target_groups", "target_groups"),
        (Practice, "support_types", "support_types"),
        (Organisation, "kind", "organisation_kinds"),
        (PlaceUse, "place", "places"),
    ],
)
def test_an_id_says_in_which_list_it_stands(record: type, name: str, to: str) -> None:
    shape = record_shape(record)["fields"][name]
    assert shape.get("of", shape)["to"] == to


def test_codes_are_those_the_model_accepts() -> None:
    codes = {name: text.split() for name, text in known_codes().items()}
    assert {"pl", "de"} <= set(codes["language"])
    assert "PL" in codes["country"]
    assert not {"EU", "ZZ"} & set(codes["country"])
    assert {"PLN", "EUR"} <= set(codes["currency"])


@record
class OfEveryKind:
    text: kinds.Summary
    lines: kinds.Lines
    story: kinds.Story
    slug: kinds.Slug
    ref: kinds.ThemeId
    number: kinds.Number
    whole: Annotated[kinds.WholeNumber, Field(ge=3)]
    truth: kinds.Truth
    day: kinds.CalendarDay
    date: kinds.Date
    when: kinds.When
    interval: kinds.Interval
    url: kinds.Url
    email: kinds.Email
    phone: kinds.Phone
    picture: kinds.PictureFile
    country: kinds.Country
    language: kinds.OtherLanguage
    currency: kinds.Currency
    choice: Lifecycle
    record: Split
    list: Annotated[tuple[PlaceUse, ...], Field(min_length=2)]
    map: dict[kinds.Slug, kinds.Text]
    left_out: kinds.Text | None = None


def test_what_stands_in_for_a_broken_field_is_in_order_whatever_kind_it_is() -> None:
    value = stand_in(record_shape(OfEveryKind))
    assert value.keys() == record_shape(OfEveryKind)["fields"].keys() - {"left_out"}
    assert Validator(OfEveryKind)(value, None).list == (PlaceUse(place="x"), PlaceUse(place="x"))


@pytest.mark.parametrize(
    ("shape", "value"),
    [
        ({"kind": "list", "of": {"kind": "slug"}}, []),
        ({"kind": "list", "of": {"kind": "slug"}, "min": 2}, ["x", "x"]),
        ({"kind": "text"}, "?"),
        ({"kind": "lines", "min": 3}, "???"),
        ({"kind": "map", "keys": {"kind": "slug"}, "of": {"kind": "text"}}, {}),
        ({"kind": "map", "keys": {"kind": "slug"}, "of": {"kind": "text"}, "min": 1}, {"x": "?"}),
        ({"kind": "choice", "values": ["a", "b"]}, "a"),
        ({"kind": "whole"}, "0"),
        ({"kind": "whole", "min": 3}, "3"),
        ({"kind": "record", "fields": {"a": {"kind": "slug", "required": True}, "b": {"kind": "slug"}}}, {"a": "x"}),
    ],
)
def test_what_stands_in_is_as_small_as_can_be(shape: dict[str, Any], value: Any) -> None:
    assert stand_in(shape) == value
