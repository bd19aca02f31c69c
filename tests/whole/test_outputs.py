"""Every field of a practice reaches every output, or stands here with the reason why it does not."""

import pytest
from tests.support.outputs import FULL, fields_forgotten

from goodpractices.catalogue import SECTIONS, Practice, record_shape

TOO_LONG_FOR_A_CELL = "a cell holds a date, a number, a choice or a name; texts and lists of records are in the JSON"
NO_WORDS = "it is a number, or a choice that pages show as one among many"
NAMES = "a name of a person, an institution or a work stays as it is"

ABSENT: dict[str, dict[str, str]] = {
    "page": {
        "id": "it is in the address of the page and in data-practice",
        "editorial": "pages say the state and the days of it each at their place; as a whole it is on withdrawn pages",
        "former_ids": "each is an address that leads to the page",
        "short_title": "it stands where the title is too long: on tiles, in the timeline",
        "not_applicable": "the list of what is missing leaves these out",
        "translations": "it stands on the page in the other language",
    },
    "search": {
        "id": "it is made of the title",
        "editorial": "it is about the entry, not about the practice",
        "former_ids": "they lead to the page, and are made of earlier titles",
        "media": "a picture is no answer to words",
        **dict.fromkeys(("lifecycle_as_of", "lifecycle_source"), "they say how sure the state is, which is found"),
        "not_applicable": "it says what is not there",
        "rights": "they are about the entry, not about the practice",
        "origin": "it is about the entry, not about the practice",
        **dict.fromkeys(("age_range", "participation_level", "criteria"), NO_WORDS),
    },
    "csv": dict.fromkeys(
        (
            "former_ids",
            "sites",
            "original_title",
            "plain_summary",
            "easy_to_read",
            "age_range",
            "key_dates",
            "components",
            "delivery_mode",
            "recurrence",
            "resources",
            "evaluation",
            "participation_level",
            "recognition",
            "claims",
            "obstacles",
            "transfer",
            "adoptions",
            "relations",
            "events",
            "criteria",
            "contacts",
            "media",
            "documents",
            "not_applicable",
            *SECTIONS,
        ),
        TOO_LONG_FOR_A_CELL,
    ),
    "json": {},
    "form": {"translations": "they have files of their own"},
    "guide": {
        "id": "the guide explains it where it says how a folder is called",
        **dict.fromkeys(SECTIONS, "the guide explains headings apart from fields"),
    },
    "translation": {
        **dict.fromkeys(("sources.title", "sources.publisher", "documents.title"), NAMES),
        **dict.fromkeys(("original_title.text", "evaluation.by", "media.credit"), NAMES),
        **dict.fromkeys(("origin.id", "rights.attribution"), NAMES),
    },
    "words": {},
}


def test_the_full_entry_fills_every_field() -> None:
    assert {name for name, value in FULL.items() if value} == record_shape(Practice)["fields"].keys() - {"id"}


@pytest.fixture(scope="module")
def forgotten(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    return fields_forgotten({}, tmp_path_factory.mktemp("full"))


@pytest.mark.parametrize("output", ABSENT)
def test_every_field_is_in_the_output_or_is_left_out_for_a_reason(output: str, forgotten: dict[str, list[str]]) -> None:
    missing = sorted(set(forgotten[output]) - ABSENT[output].keys())
    there = sorted(ABSENT[output].keys() - set(forgotten[output]))
    assert not missing, f"{output} forgets {', '.join(missing)}"
    assert not there, f"{output} is said to leave out what it shows: {', '.join(there)}"


def test_no_output_goes_unasked(forgotten: dict[str, list[str]]) -> None:
    assert forgotten.keys() == ABSENT.keys()
