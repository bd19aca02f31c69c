"""What stands beside a message: the field in words, an example, and a page of the guide that really has the section."""

import re
from pathlib import Path

import pytest
from tests.unit.samples import IDENTITY

from goodpractices.catalogue import SECTIONS, Location, Practice, Problem
from goodpractices.editing import Guide
from goodpractices.editing.guide import (
    COMMON_MISTAKES,
    FIELD_SECTIONS,
    HEADINGS,
    SHARED_LISTS,
    YAML_TRAPS,
    field_example,
    field_label,
)
from goodpractices.wording import Translations

DOCS = Path(__file__).resolve().parents[3] / "docs" / "dla-redakcji"
PL = Translations.load("pl")
HERE, WEB = Guide.of(None), Guide.of(IDENTITY)


def test_every_field_of_the_model_is_explained_somewhere() -> None:
    explained = {name for names in FIELD_SECTIONS.values() for name in names}
    assert set(Practice.__dataclass_fields__) - {"id"} - set(SECTIONS) <= explained


@pytest.mark.parametrize(
    ("page", "anchors"),
    [
        ("pola/index.md", [*FIELD_SECTIONS, SHARED_LISTS]),
        ("bledy/index.md", [YAML_TRAPS, COMMON_MISTAKES]),
        ("index.md", [HEADINGS]),
    ],
)
def test_every_section_a_message_leads_to_exists(page: str, anchors: list[str]) -> None:
    there = re.findall(r"\{ #([\w-]+) \}", (DOCS / page).read_text(encoding="utf-8"))
    assert set(anchors) <= set(there)


@pytest.mark.parametrize(
    ("problem", "page"),
    [
        (Problem("missing", ("indicators", 0, "source")), "pola/index.md#liczby"),
        (Problem("missing", (0, "name"), path="practices/_registry/places.yml"), "pola/index.md#slowniki"),
        (Problem("raw_html", ("solution",)), "index.md#naglowki"),
        (Problem("unknown_section"), "index.md#naglowki"),
        (Problem("yaml_colon"), "bledy/index.md#pulapki"),
        (Problem("unknown_key", ("kolor",)), "bledy/index.md#najczestsze"),
        (Problem("translation_outdated", ("translation", "source_hash")), "pola/index.md#tlumaczenie"),
    ],
)
def test_a_message_leads_to_what_explains_it(problem: Problem, page: str) -> None:
    assert HERE.link(problem) == f"docs/dla-redakcji/{page}"


def test_where_the_site_has_an_address_the_guide_is_read_there() -> None:
    assert WEB.link(Problem("missing", ("title",))) == "https://katalog.example.org/dla-redakcji/pola/#obowiazkowe"


@pytest.mark.parametrize(
    ("location", "label", "example"),
    [
        (("indicators", 0, "source"), "wskaźniki (1) › źródło", "source: s1"),
        (("themes", 4), "tematy (5)", "themes: [volunteering-civic, youth-support]"),
        (("evidence_level", "value"), "siła dowodów › wartość", "value: 2"),
        (("kolor",), "", ""),
        ((), "", ""),
    ],
)
def test_a_field_is_named_in_words_and_shown_by_an_example(location: Location, label: str, example: str) -> None:
    assert field_label(location, PL) == label
    assert field_example(location, PL) == example


def test_an_error_is_explained_most_and_a_hint_least() -> None:
    def words(severity: str) -> str:
        return HERE.words(Problem("x", ("title",), severity=severity), PL)  # type: ignore[arg-type]

    more = "Więcej: docs/dla-redakcji/pola/index.md#obowiazkowe"
    assert words("error") == f"Pole: tytuł. Przykład: „title: Las w mieście”. {more}"
    assert words("warning") == f"Pole: tytuł. {more}"
    assert words("hint") == more
