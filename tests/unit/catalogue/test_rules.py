"""Rules between the fields of a practice: what each finds, where, and what it says of it."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from tests.support.entries import practice

from goodpractices.catalogue import PRACTICE, Practice
from goodpractices.catalogue.derived import COUNTED
from goodpractices.catalogue.rules import LISTS_WITH_ID, PLAIN_LISTS, check
from goodpractices.catalogue.shapes import record_shape, stand_in

Found = list[tuple[str, tuple[str | int, ...], Mapping[str, Any]]]

FIGURE = {"id": "a", "label": "osoby", "unit": "person", "nature": "output", "source": "s1", "value": 5}
TOTAL = {"role": "total", "amount": 100, "currency": "PLN", "source": "s1"}
GRANT = {**TOTAL, "role": "grant"}
DISPUTE = {"what": "Nie zgadza się."}
PERSON = {"org": "um-gdynia", "person": "Anna Nowak"}
TOMORROW = (date.today() + timedelta(days=2)).isoformat()  # zones are a day apart at most


def found(**fields: Any) -> Found:
    made = PRACTICE({"id": "wzor", **practice(**fields)}, None)
    return [(each.key, each.location, each.params) for each in check(made)]


def item_of(name: str) -> Any:
    return stand_in(record_shape(Practice)["fields"][name]["of"])


def test_a_practice_that_has_only_what_it_must_breaks_no_rule() -> None:
    assert found() == []


@pytest.mark.parametrize("name", PLAIN_LISTS)
def test_no_item_stands_twice_in_a_list_of_ids_or_numbers(name: str) -> None:
    item = item_of(name)
    assert found(**{name: [item, item]}) == [("duplicate_item", (name, 1), {"value": item})]


@pytest.mark.parametrize("name", LISTS_WITH_ID)
def test_no_id_stands_twice_among_the_records_that_are_named_by_it(name: str) -> None:
    item = {**item_of(name), "id": "s1", **({"value": 1, "source": "s1"} if name == "indicators" else {})}
    assert found(**{name: [item, item]}) == [("duplicate_id", (name, 1, "id"), {"value": "s1"})]


@pytest.mark.parametrize(
    ("name", "item", "other", "said"),
    [
        ("relations", {"type": "similar_to", "target": "las"}, {"type": "part_of", "target": "las"}, "similar_to las"),
        (
            "relations",
            {"type": "similar_to", "target": "las"},
            {"type": "similar_to", "target": "hel"},
            "similar_to las",
        ),
        ("places", {"place": "hel", "role": "host"}, {"place": "hel", "role": "reach"}, "hel host"),
        ("places", {"place": "hel", "role": "host"}, {"place": "gdynia", "role": "host"}, "hel host"),
        ("organisations", {"org": "um", "role": "leader"}, {"org": "um", "role": "venue"}, "um leader"),
        ("organisations", {"org": "um", "role": "leader"}, {"org": "ngo", "role": "leader"}, "um leader"),
    ],
)
def test_a_record_without_an_id_stands_once_in_each_of_its_roles(
    name: str, item: dict[str, str], other: dict[str, str], said: str
) -> None:
    assert found(**{name: [item, other]}) == []
    assert found(**{name: [item, other, item]}) == [("duplicate_item", (name, 2), {"value": said})]


@pytest.mark.parametrize("state", ["draft", "in_review", "changes_requested", "published", "needs_update"])
def test_proposals_are_left_only_where_nothing_is_published_yet(state: str) -> None:
    proposals = {"organisations": [{"id": "ngo", "name": "NGO", "kind": "ngo"}]}
    left = ("proposals_left", ("editorial", "proposals"), {"id": "wzor"})
    keys = [each for each in found(editorial={"state": state, "proposals": proposals}) if each[0] == left[0]]
    assert keys == ([] if state in ("draft", "in_review", "changes_requested") else [left])


def test_a_source_that_is_cited_stands_among_the_sources() -> None:
    assert found(lifecycle_source="s1") == []
    assert found(lifecycle_source="s11") == [
        ("unknown_source", ("lifecycle_source",), {"value": "s11", "nearest": "s1"})
    ]
    assert found(indicators=[{**FIGURE, "source": "xyz"}]) == [
        ("unknown_source", ("indicators", 0, "source"), {"value": "xyz", "nearest": None})
    ]
    dispute = {**DISPUTE, "others": [{"value": 4, "source": "s1"}, {"value": 3, "source": "zz"}]}
    assert [where for _, where, _ in found(indicators=[{**FIGURE, "disputed": dispute}])] == [
        ("indicators", 0, "disputed", "others", 1, "source")
    ]


def test_a_period_ends_after_it_began() -> None:
    assert found(period={"start": "2020-05", "end": "2020-05"}) == []
    assert found(period={"start": "2020-05", "end": "2020-04"}) == [("end_before_start", ("period", "end"), {})]


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        (lambda ends: {"age_range": ends}, ("age_range", "max")),
        (lambda ends: {"transfer": {"fits": {"population": ends}}}, ("transfer", "fits", "population", "max")),
    ],
)
def test_a_range_runs_upward(fields: Any, where: tuple[str, ...]) -> None:
    for ends in ({"min": 5, "max": 5}, {"min": 5}, {"max": 0}, {"min": 0, "max": 1}):
        assert found(**fields(ends)) == []
    assert found(**fields({"min": 5, "max": 4})) == [("range_order", where, {"min": 5, "max": 4})]
    assert found(**fields({"min": 1, "max": 0})) == [("range_order", where, {"min": 1, "max": 0})]


def test_an_adoption_names_a_place_an_organisation_or_what_adopted() -> None:
    given = [{"org": "um"}, {"place": "hel"}, {"what": "szkoły"}, {}]
    assert found(adoptions=[{"state": "adopted", **each} for each in given]) == [
        ("adoption_without_place", ("adoptions", 3), {})
    ]


def test_an_adopter_has_each_element_once_and_only_what_the_practice_has() -> None:
    uses = [{"element": name, "state": "done"} for name in ("sala", "klub", "Klubb", "klub")]
    adoption = {"state": "adopted", "place": "hel", "elements": uses}
    assert found(components=[{"name": "sala"}, {"name": "klub"}], adoptions=[adoption]) == [
        (
            "unknown_element",
            ("adoptions", 0, "elements", 2, "element"),
            {"value": "Klubb", "nearest": "klub"},
        ),
        ("duplicate_item", ("adoptions", 0, "elements", 3, "element"), {"value": "klub"}),
    ]


def test_a_person_is_named_with_consent_and_consent_is_given_in_one_way() -> None:
    assert found(contacts=[{**PERSON, "consent_until": "2030-01-01"}]) == []
    assert found(contacts=[PERSON]) == [("person_without_consent", ("contacts", 0, "person"), {})]
    both = {**PERSON, "consent_until": "2030-01-01", "consent": {"until": "2030-01-01"}}
    assert found(contacts=[both]) == [("consent_twice", ("contacts", 0, "consent_until"), {})]
    picture = {"file": "a.jpg", "alt": "Anna", "credit": "UM"}
    assert found(media=[picture, {**picture, "people": "recognisable"}]) == [
        ("picture_without_consent", ("media", 1, "people"), {})
    ]


@pytest.mark.parametrize(
    ("rights", "key"),
    [
        ({"licence": "all-rights-reserved"}, "licence_forbids"),
        ({"licence": "all-rights-reserved", "attribution": "UM"}, "licence_forbids"),
        ({"licence": "all-rights-reserved", "permission": "List", "attribution": "UM"}, None),
        ({"licence": "all-rights-reserved", "permission": "List"}, "licence_without_attribution"),
        ({"licence": "CC-BY-4.0"}, "licence_without_attribution"),
        ({"licence": "CC-BY-4.0", "attribution": "UM"}, None),
        ({"licence": "CC0-1.0"}, None),
        ({"licence": "public-domain"}, None),
    ],
)
def test_a_licence_permits_to_publish_and_names_whom_to_credit(rights: dict[str, str], key: str | None) -> None:
    assert found(rights=rights) == ([(key, ("rights", "licence"), {})] if key else [])


def test_a_picture_under_a_licence_that_forbids_needs_permission() -> None:
    picture = {"file": "a.jpg", "alt": "Las", "credit": "UM", "licence": "Wszelkie prawa zastrzeżone"}
    given = [{**picture, "licence": "CC BY"}, {**picture, "permission": "List"}, picture]
    assert found(media=given) == [("licence_forbids", ("media", 2, "licence"), {})]


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        (lambda day: {"editorial": {"state": "draft", "created": day}}, ("editorial", "created")),
        (lambda day: {"editorial": {"state": "draft", "updated": day}}, ("editorial", "updated")),
        (lambda day: {"editorial": {"state": "draft", "reviewed_on": day}}, ("editorial", "reviewed_on")),
        (lambda day: {"sources": [{"id": "s1", "title": "x", "retrieved": day}]}, ("sources", 0, "retrieved")),
        (
            lambda day: {"editorial": {"state": "draft", "inquiries": [{"asked": day}]}},
            ("editorial", "inquiries", 0, "asked"),
        ),
        (
            lambda day: {
                "editorial": {
                    "state": "draft",
                    "inquiries": [{"answered": day, "answer": "confirmed", "asked": "2020-01-01"}],
                }
            },
            ("editorial", "inquiries", 0, "answered"),
        ),
    ],
)
def test_what_editors_did_lies_in_the_past(fields: Any, where: tuple[str | int, ...]) -> None:
    assert found(**fields("2021-01-01")) == []
    assert found(**fields(TOMORROW)) == [("day_to_come", where, {"value": TOMORROW})]


def test_a_review_may_be_due_later() -> None:
    assert found(editorial={"state": "draft", "review_by": TOMORROW}) == []


@pytest.mark.parametrize(
    ("name", "key", "params"),
    [
        ("funding", None, {}),
        ("title", "not_applicable_required", {}),
        ("not_applicable", "not_applicable_required", {}),
        ("fundign", "not_applicable_unknown", {"value": "fundign", "nearest": "funding"}),
        ("qqq", "not_applicable_unknown", {"value": "qqq", "nearest": None}),
        ("indicators", "not_applicable_but_given", {"value": "indicators"}),
    ],
)
def test_only_a_field_that_is_left_out_can_be_said_not_to_apply(
    name: str, key: str | None, params: dict[str, Any]
) -> None:
    expected = [(key, ("not_applicable", name), params)] if key else []
    assert found(not_applicable={name: "Nie było."}, indicators=[FIGURE]) == expected


@pytest.mark.parametrize(
    ("earlier", "later"),
    [("created", "updated"), ("created", "reviewed_on"), ("reviewed_on", "review_by")],
)
def test_editorial_days_follow_each_other(earlier: str, later: str) -> None:
    days = {"state": "draft", earlier: "2021-05-02", later: "2021-05-01"}
    assert found(editorial=days) == [("days_out_of_order", ("editorial", later), {"earlier": earlier})]
    assert found(editorial={**days, later: "2021-05-02"}) == []


def test_a_review_may_come_before_the_last_change() -> None:
    assert found(editorial={"state": "draft", "reviewed_on": "2021-05-01", "updated": "2021-06-01"}) == []
    assert found(editorial={"state": "draft", "reviewed_on": "2021-06-01", "updated": "2021-05-01"}) == []


@pytest.mark.parametrize(
    ("inquiry", "expected"),
    [
        ({"asked": "2021-05-01"}, []),
        ({"asked": "2021-05-01", "answered": "2021-05-01", "answer": "confirmed"}, []),
        ({"answered": "2021-05-01", "answer": "confirmed"}, []),
        ({}, [("missing", "asked", {})]),
        ({"answer": "confirmed"}, [("missing", "answered", {})]),
        ({"asked": "2021-05-01", "answer": "confirmed"}, [("missing", "answered", {})]),
        ({"answered": "2021-05-01"}, [("missing", "answer", {})]),
        (
            {"asked": "2021-05-02", "answered": "2021-05-01", "answer": "confirmed"},
            [("days_out_of_order", "answered", {"earlier": "asked"})],
        ),
    ],
)
def test_an_inquiry_says_when_it_was_made_and_what_came_of_it(
    inquiry: dict[str, str], expected: list[tuple[str, str, dict[str, str]]]
) -> None:
    assert found(editorial={"state": "draft", "inquiries": [inquiry]}) == [
        (key, ("editorial", "inquiries", 0, name), params) for key, name, params in expected
    ]


def test_a_withdrawn_practice_says_why() -> None:
    assert found(editorial={"state": "withdrawn", "reason": "Na prośbę."}) == []
    assert found(editorial={"state": "withdrawn"}) == [("withdrawn_without_reason", ("editorial", "state"), {})]
    assert found(editorial={"state": "needs_update"}) == []


def test_a_published_description_tells_who_and_how_well_known_unless_it_is_a_stub() -> None:
    assert found(editorial={"state": "published"}) == []
    undue = dict.fromkeys(
        [name for name in record_shape(Practice)["fields"] if name in COUNTED], "Nie dotyczy tej praktyki."
    )
    described = {"editorial": {"state": "published"}, "summary": practice()["summary"]}
    without = {name: why for name, why in undue.items() if name not in ("evidence_level", "organisations")}
    told = {"challenge": "x", "solution": "x"}
    left = {name: why for name, why in without.items() if name not in told}
    assert [key for key, _, _ in found(**described, **told, not_applicable=left)] == [
        "published_without_evidence",
        "published_without_organisations",
    ]
    assert found(**described, **told, not_applicable={**left, "evidence_level": "Nie ma."})[0][0] == (
        "published_without_organisations"
    )


def test_a_practice_is_not_related_to_itself() -> None:
    links = [{"type": "part_of", "target": "las"}, {"type": "part_of", "target": "wzor"}]
    assert found(relations=links) == [("self_relation", ("relations", 1, "target"), {})]
