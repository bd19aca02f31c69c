"""Tables of the package: each name in them is one of the model or of the wording, so that none can be misspelt."""

from typing import Any, get_args

import pytest
from pydantic import TypeAdapter, ValidationError
from tests.support.entries import practice
from tests.unit.catalogue.messages import keys_in_words

from goodpractices.catalogue import (
    PRACTICE,
    Practice,
    ageing,
    consents,
    fingerprints,
    partial,
    placing,
    rules,
)
from goodpractices.catalogue.catalogue import PUBLISHED_STATES, REVERSE
from goodpractices.catalogue.changed_fields import _ABOUT_THE_ENTRY
from goodpractices.catalogue.choices import (
    ConsentScope,
    EditorialState,
    Lifecycle,
    Nature,
    RelationType,
    TermVocabulary,
)
from goodpractices.catalogue.decision import EFFECTS, PLANS, REACH
from goodpractices.catalogue.derived import COUNTED
from goodpractices.catalogue.explaining import _MEASURED, COMMON_FIELDS
from goodpractices.catalogue.field_sections import EXPLAINED, FIELD_SECTIONS
from goodpractices.catalogue.files import MAX_ENTRY_BYTES, MAX_PICTURE_BYTES, MAX_REGISTRY_BYTES
from goodpractices.catalogue.folder import OPTIONAL_REGISTRIES, REGISTRIES
from goodpractices.catalogue.gazetteer import COUNTRIES
from goodpractices.catalogue.languages import _NAMES
from goodpractices.catalogue.loading import _MISSING, _SHARED_FIELDS
from goodpractices.catalogue.proposals import PROPOSED
from goodpractices.catalogue.records import Contact, Picture
from goodpractices.catalogue.registry import VOCABULARIES
from goodpractices.catalogue.shapes import _KINDS, _STAND_INS, known_codes, record_shape
from goodpractices.catalogue.spellings.tables import _ANSWERS, _tables, spelling_tables
from goodpractices.catalogue.uses import Asked, uses
from goodpractices.catalogue.validation import _KEYS
from goodpractices.catalogue.yaml_reader import _KNOWN_FAULTS, _TOLD_WHERE_IT_BEGAN
from goodpractices.wording import Translations

FIELDS = record_shape(Practice)["fields"]
MESSAGES = keys_in_words(Translations.load("pl"))
LISTS = {*VOCABULARIES, *REGISTRIES, "practices"}


def within(name: str) -> dict[str, Any]:
    """The fields of the record that a field holds, or a list of it."""
    shape = FIELDS[name]
    found: dict[str, Any] = shape.get("of", shape)["fields"]
    return found


def parts(*names: str) -> set[str]:
    return {name for each in names for name in within(each)}


@pytest.mark.parametrize(
    ("names", "known"),
    [
        (fingerprints.LISTED, FIELDS),
        (COUNTED, FIELDS),
        (_SHARED_FIELDS, FIELDS),
        ([name for name, _ in _MISSING], FIELDS),
        ([name for name, _ in _NAMES], FIELDS),
        (rules.UNDECLARABLE, FIELDS),
        ([name for how, name in partial.FOLLOWS.values() if how != "neighbour"], FIELDS),
        (
            [name for how, name in partial.FOLLOWS.values() if how == "neighbour" and name],
            parts("funding", "editorial"),
        ),
        (rules._CITING, {*FIELDS, "source"}),
        (rules._UNPUBLISHED, get_args(EditorialState)),
        (PUBLISHED_STATES, get_args(EditorialState)),
        (ageing._GOING_ON, get_args(Lifecycle)),
        (REVERSE, get_args(RelationType)),
        ((*EFFECTS, *REACH, *PLANS), get_args(Nature)),
        ({*consents._SCOPES.values()}, get_args(ConsentScope)),
        (consents._SCOPES, {*Contact.__dataclass_fields__, *Picture.__dataclass_fields__}),
        ([*_KEYS.values(), *_MISSING.values(), *partial.FOLLOWS, *rules._WITHOUT_CONSENT.values()], MESSAGES),
        (placing._ABOUT_THE_KEY, MESSAGES),
        ([f"yaml_{name}" for _, name in _KNOWN_FAULTS], MESSAGES),
        (_TOLD_WHERE_IT_BEGAN, [name for _, name in _KNOWN_FAULTS]),
        (VOCABULARIES, get_args(TermVocabulary)),
        ((*PROPOSED, *OPTIONAL_REGISTRIES), REGISTRIES),
        (COUNTRIES, known_codes()["country"].split()),
        (COMMON_FIELDS, parts("recognition", "evaluation")),
        ([_ABOUT_THE_ENTRY], {each.step for each in uses(Practice, Asked).values()}),
        (_MEASURED, {shape["kind"] for _, shape in _KINDS}),
        ({shape["to"] for _, shape in _KINDS if "to" in shape}, LISTS),
        ({"ref", *_STAND_INS}, {shape["kind"] for _, shape in _KINDS}),
    ],
)
def test_every_name_in_a_table_is_known(names: Any, known: Any) -> None:
    assert [name for name in names if name not in known] == []
    assert all(names)


def test_names_of_people_and_works_are_texts_of_their_records() -> None:
    assert [(name, part) for name, part in _NAMES if within(name)[part]["kind"] != "text"] == []


def test_a_field_that_is_missing_with_a_message_of_its_own_is_one_that_has_to_be_there() -> None:
    assert [(name, part) for name, part in _MISSING if not within(name)[part].get("required")] == []


def test_the_consents_that_rules_ask_for_are_those_that_end() -> None:
    assert rules._WITHOUT_CONSENT.keys() == consents._SCOPES.keys()


def test_what_goes_on_is_all_that_has_not_come_to_an_end() -> None:
    assert {*get_args(Lifecycle)} - {*ageing._GOING_ON} == {"ended", "abandoned", "unknown"}


def test_places_are_listed_of_countries_near_and_far_in_europe_each_once() -> None:
    assert len({*COUNTRIES}) == len(COUNTRIES) == 41
    assert {"PL", "DE", "UA", "LT", "CZ", "SK", "SE", "NO", "XK"} <= {*COUNTRIES}


@pytest.mark.parametrize(("hint", "to"), [(hint, shape["to"]) for hint, shape in _KINDS if "to" in shape])
def test_an_id_is_looked_up_in_the_list_that_its_shape_names(hint: Any, to: str) -> None:
    adapter: TypeAdapter[str] = TypeAdapter(hint)
    assert adapter.validate_python("a", context={to: {"a"}}) == "a"
    with pytest.raises(ValidationError):
        adapter.validate_python("b", context={to: {"a"}})


@pytest.mark.parametrize(
    ("limit", "kilobytes"), [(MAX_ENTRY_BYTES, 256), (MAX_REGISTRY_BYTES, 16 * 1024), (MAX_PICTURE_BYTES, 10 * 1024)]
)
def test_a_file_may_be_so_large(limit: int, kilobytes: int) -> None:
    assert limit == 1024 * kilobytes


def _hashes(**fields: Any) -> tuple[str, str]:
    """What lists show of a practice, and what its own page shows besides."""
    found = fingerprints.Fingerprint.of(PRACTICE({"id": "wzor", **practice(**fields)}, None))
    return found.listed, found.own


LISTED = [
    ("short_title", "Las"),
    ("lifecycle_as_of", "2020"),
    ("target_groups", ["x"]),
    ("support_types", ["x"]),
    ("former_ids", ["x"]),
    ("organisations", [{"org": "x", "role": "leader"}]),
    ("programme", {"id": "x"}),
    ("funding", [{"role": "total", "amount": 1, "currency": "PLN", "source": "s"}]),
    ("period", {"start": "2020"}),
    ("key_dates", [{"date": "2020", "text": "x"}]),
    ("evidence_level", {"value": 1, "reason": "x"}),
    ("transfer", {"fixed": "x"}),
    ("adoptions", [{"state": "adopted", "place": "x"}]),
    ("relations", [{"type": "similar_to", "target": "x"}]),
    ("not_applicable", {"funding": "x"}),
    ("rights", {"licence": "CC0-1.0"}),
    ("easy_to_read", {"text": "x", "tested_by": "x"}),
    ("lifecycle", "ended"),
]


@pytest.mark.parametrize(("name", "value"), LISTED)
def test_what_lists_may_show_changes_the_hash_of_what_they_show_and_no_other(name: str, value: Any) -> None:
    before, after = _hashes(), _hashes(**{name: value})
    assert (before[0] == after[0], before[1] == after[1]) == (False, True)


@pytest.mark.parametrize(("name", "value"), [("plain_summary", "x"), ("contacts", [{"org": "x"}]), ("scope", "county")])
def test_what_only_its_own_page_shows_changes_the_hash_of_that(name: str, value: Any) -> None:
    before, after = _hashes(), _hashes(**{name: value})
    assert (before[0] == after[0], before[1] == after[1]) == (True, False)


@pytest.mark.parametrize(("name", "value"), [*LISTED, ("plain_summary", "x"), ("challenge", "x"), ("title", "Inny")])
def test_whatever_an_entry_says_changes_the_hash_of_all(name: str, value: Any) -> None:
    plain, changed = (
        fingerprints.Fingerprint.of(PRACTICE({"id": "wzor", **practice(**fields)}, None), files="x")
        for fields in ({}, {name: value})
    )
    assert plain.whole != changed.whole


def test_the_guide_explains_what_the_model_says_it_does_translations_last() -> None:
    assert FIELD_SECTIONS["dla-kogo"][:2] == ("target_groups", "age_range")
    assert FIELD_SECTIONS["tlumaczenie"] == ("translations", "translation")
    assert {name for names in FIELD_SECTIONS.values() for name in names} == EXPLAINED.keys()
    assert all(EXPLAINED[name].section == anchor for anchor, names in FIELD_SECTIONS.items() for name in names)


def test_the_form_is_given_the_words_of_its_questions_and_not_those_of_letters() -> None:
    tables = spelling_tables()
    assert not tables.keys() & {*_ANSWERS}
    assert {*_ANSWERS} < _tables().keys()
    assert tables.keys() == _tables().keys() - {*_ANSWERS}
    assert len(_ANSWERS) == 19
