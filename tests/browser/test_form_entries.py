"""What officials enter into the form becomes the entry: the file says what the project's own writer says."""

from collections.abc import Iterator
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import expect
from tests.browser.conftest import Visit
from tests.browser.forms import ADAPTER, finished_text, read_back, ready, said, written
from tests.browser.typist import Typist
from tests.support.builds import copy_practices
from tests.support.covering import covering
from tests.support.thorough import Few, at_night

from goodpractices.catalogue import SECTIONS, Catalogue, Practice, load_catalogue

pytestmark = pytest.mark.browser


def fullest(catalogue: Catalogue) -> list[Practice]:
    """The entries that have every field any entry has; each adds most to the fields of those before it."""
    practices = catalogue.practices
    # Of those that add as many the last is taken.
    places = {each: set(places_in(said(practices[each]))) for each in sorted(practices, reverse=True)}
    return [practices[each] for each in covering(places)]


def places_in(value: Any, path: str = "") -> Iterator[str]:
    """Where a value has texts and numbers: ``places[].role``; the items of a list are one place."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from places_in(each, f"{path}.{name}")
    elif isinstance(value, list):
        for each in value:
            yield from places_in(each, f"{path}[]")
    else:
        yield path


@pytest.mark.parametrize("rank", [0, at_night(1)])
def test_an_entry_typed_field_by_field_becomes_its_file(
    visit: Visit, catalogue: Catalogue, rank: int, tmp_path: Path
) -> None:
    practice = fullest(catalogue)[rank]
    practice_id = practice.id
    visitor = visit()
    page = ready(visitor)
    new_id = f"{practice_id}-2"  # the id itself is taken
    Typist(page, catalogue).enter({**said(practice), "id": new_id})
    text = finished_text(visitor)
    assert read_back(text) == read_back(written({**said(practice), "id": new_id}))
    assert page.get_by_text(f"practices/{new_id}/index.md").is_visible()
    copy_practices(tmp_path / "practices")
    (tmp_path / "practices" / practice_id / "index.md").write_text(text, encoding="utf-8")
    assert load_catalogue(tmp_path / "practices").practices[practice_id] == without_blank_ends(practice)


def without_blank_ends(practice: Practice) -> Practice:
    """The practice with its stories as files written anew have them: each begins after one empty line."""
    stories = {name: f"\n{story.strip()}" for name in SECTIONS if (story := getattr(practice, name))}
    record: Practice = ADAPTER.validate_python({**ADAPTER.dump_python(practice, mode="json"), **stories})
    return record


def test_an_opened_entry_comes_back_as_it_was(visit: Visit, catalogue: Catalogue, few: Few) -> None:
    visitor = visit()
    page = ready(visitor)
    page.get_by_text("Szkice i poprawki").click()
    for practice in few.of(fullest(catalogue), 3):
        page.locator("[data-open-name]").fill(practice.title)
        page.locator("[data-open]").click()
        expect(page.locator("[data-opened]")).to_contain_text(f"Poprawiasz praktykę: {practice.title}")
        assert read_back(finished_text(visitor)) == read_back(written(said(practice)))


def test_any_text_is_read_back_as_it_was(visit: Visit) -> None:
    visitor = visit()
    page = ready(visitor)
    words = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=12)
    signs = ["-", "?", ":", "#", "'", '"', "no", "2016", "2016-12-01", "1.5", "0x1", "~", "=", "a:", "[x]"]
    special = st.sampled_from(signs)
    texts = st.lists(st.one_of(words, special), min_size=1, max_size=40).map(" ".join)

    @given(st.lists(texts, min_size=1, max_size=60))
    @settings(max_examples=25, deadline=None, derandomize=True, database=None)
    def same(some: list[str]) -> None:
        values = [*some, " ".join(some * 3)]  # longer than a line
        lines = {"one": "\n".join(values), "blocks": ["\n\n".join(values)]}
        pairs = [{"key": value, "other": True} for value in values]
        record = {"id": "x", "title": values[0], "a": values, "b": pairs, "lines": lines}
        found, _ = read_back(page.evaluate("record => FormYaml.entryText(record)", record))
        assert found == {name: value for name, value in record.items() if name != "id"}

    same()


def test_a_text_of_several_lines_keeps_them(visit: Visit, catalogue: Catalogue) -> None:
    easy = {"text": "To jest szkoła.\nNauka trwa rok.\n\nZapraszamy.", "tested_by": "Grupa", "tested_on": "2026-10"}
    needed = {field.name for field in fields(Practice) if field.default is MISSING and field.default_factory is MISSING}
    epic = ADAPTER.dump_python(catalogue.practices["epic"], mode="json", include=needed)
    record = said(ADAPTER.validate_python({**epic, "id": "epic-2", "easy_to_read": easy}))
    visitor = visit()
    page = ready(visitor)
    typed = {**easy, "text": " To  jest szkoła. \nNauka trwa rok.\n\n\n \nZapraszamy.\n"}
    Typist(page, catalogue).enter({**record, "easy_to_read": typed})
    assert read_back(finished_text(visitor)) == read_back(written(record))
