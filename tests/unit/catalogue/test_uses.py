"""What fields say of themselves beside their type: lists follow from it, and the type stays what it is."""

from typing import Annotated

import pytest

from goodpractices.catalogue import Practice, branches, uses
from goodpractices.catalogue.evidence import (
    Claim,
    Dispute,
    Evaluation,
    EvidenceLevel,
    FormerValue,
    Indicator,
    Money,
    OtherFigure,
    OtherStatement,
    Recognition,
    Source,
    StatementDispute,
)
from goodpractices.catalogue.fields import Label, Text, record
from goodpractices.catalogue.records import (
    Adoption,
    Component,
    Contact,
    Document,
    EasyText,
    Event,
    KeyDate,
    Obstacle,
    OriginalTitle,
    Participation,
    Period,
    ProgrammeUse,
    Recurrence,
    Relation,
    Resources,
    Sites,
    Transfer,
)
from goodpractices.catalogue.shapes import record_shape
from goodpractices.catalogue.uses import Asked, Rare, Searched, Wanted


@record
class Leaf:
    colour: Annotated[Label, Searched("text", 2)]
    size: Annotated[Text | None, Rare()] = None


@record
class Tree:
    name: Annotated[Label, Asked("first"), Searched("title", 5)]
    height: Annotated[Label, Asked("first", after="age")]
    leaves: tuple[Leaf, ...]
    fruit: Leaf | None = None
    age: Annotated[Label | None, Asked("first", more=True)] = None
    secret: Label | None = None


def test_fields_of_one_use_come_in_the_order_of_the_model_but_for_those_that_say_after_which() -> None:
    assert list(uses(Tree, Asked)) == ["name", "age", "height"]
    assert uses(Tree, Asked)["age"].more


def test_fields_within_records_are_found_by_way_of_those_that_hold_them() -> None:
    name, leaves, fruit = branches(Tree, Searched)
    assert (name.name, name.said, name.within) == ("name", Searched("title", 5), ())
    assert [(each.name, each.said) for each in leaves.within] == [("colour", Searched("text", 2))]
    assert (leaves.said, fruit.within) == (None, leaves.within)


def test_what_a_field_is_for_changes_nothing_of_what_may_stand_in_it() -> None:
    fields = record_shape(Tree)["fields"]
    assert fields["name"] == {"kind": "text", "max": 200, "required": True}
    assert fields["age"] == {"kind": "text", "max": 200}
    assert fields["leaves"]["of"]["rare"] == ["size"]


def test_a_translation_is_not_part_of_what_a_practice_says() -> None:
    assert "translations" not in [each.name for each in branches(Practice, Searched)]


def test_no_two_fields_are_suggested_at_the_same_rank() -> None:
    ranks = [wanted.rank for wanted in uses(Practice, Wanted).values()]
    assert len(ranks) > 20
    assert len({*ranks}) == len(ranks)


# How much a word counts by where it stands: names first, then what a practice says of itself, notes and people last.
WEIGHTS: dict[type, dict[str, tuple[str, float]]] = {
    Practice: {
        "title": ("title", 5),
        "short_title": ("title", 4),
        "summary": ("summary", 2.5),
        "plain_summary": ("summary", 1),
        **dict.fromkeys(("lifecycle", "scope", "delivery_mode", "access_cost"), ("term", 0.6)),
    },
    OriginalTitle: {"text": ("title", 3)},
    Participation: {"note": ("organisation", 0.8)},
    ProgrammeUse: dict.fromkeys(("measure", "note"), ("programme", 1)),
    Period: {**dict.fromkeys(("start", "end"), ("text", 1)), "note": ("text", 0.5)},
    KeyDate: dict.fromkeys(("date", "text", "note"), ("text", 1)),
    Component: dict.fromkeys(("name", "description", "target"), ("text", 1.5)),
    Recurrence: {"note": ("text", 0.5)},
    Resources: dict.fromkeys(("staff", "volunteers", "premises", "tools", "skills"), ("text", 1)),
    Sites: dict.fromkeys(("what", "note"), ("text", 1)),
    Indicator: {
        **dict.fromkeys(("label", "note", "min", "max"), ("figure", 1)),
        "value": ("figure", 2),
        **dict.fromkeys(("method", "words"), ("figure", 0.5)),
    },
    EvidenceLevel: {"reason": ("text", 0.5)},
    Recognition: dict.fromkeys(("name", "rank", "giver", "note"), ("text", 1)),
    Evaluation: {"finding": ("text", 1), "note": ("text", 0.5)},
    Dispute: {"what": ("figure", 0.5)},
    StatementDispute: {"what": ("text", 0.5)},
    OtherFigure: dict.fromkeys(("value", "note"), ("figure", 0.5)),
    OtherStatement: {"note": ("text", 0.5)},
    FormerValue: dict.fromkeys(("value", "note"), ("figure", 0.5)),
    Money: {"amount": ("figure", 2), "note": ("text", 0.5)},
    Claim: {"text": ("text", 1), "note": ("text", 0.5)},
    Obstacle: dict.fromkeys(("what", "how_handled"), ("text", 1)),
    Transfer: dict.fromkeys(("preconditions", "adaptable", "fixed", "minimum_version", "legal_basis"), ("text", 1)),
    Adoption: dict.fromkeys(("what", "changes", "result"), ("text", 1)),
    Relation: {"note": ("text", 0.5)},
    Event: dict.fromkeys(("title", "date", "note"), ("text", 1)),
    Contact: {**dict.fromkeys(("unit", "role", "person"), ("text", 0.5)), "address": ("text", 0.1)},
    Document: dict.fromkeys(("title", "note"), ("text", 0.5)),
    Source: {**dict.fromkeys(("title", "publisher"), ("text", 0.5)), "note": ("text", 0.3)},
    EasyText: {"text": ("text", 0.3)},
}


@pytest.mark.parametrize("of", WEIGHTS, ids=lambda each: each.__name__)
def test_a_word_counts_by_the_field_it_stands_in(of: type) -> None:
    assert {name: (each.field, each.weight) for name, each in uses(of, Searched).items()} == WEIGHTS[of]
