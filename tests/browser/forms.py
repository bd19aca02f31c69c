"""The form and what it makes: the page once it is ready, its finished file, the file that the project itself writes."""

from collections.abc import Mapping
from typing import Any

import yaml
from playwright.sync_api import Page
from pydantic import TypeAdapter
from tests.browser.visitor import Visitor

from goodpractices.catalogue import SECTIONS, VOCABULARIES, Practice
from goodpractices.editing import practice_files

FORM = "zglos/#krok-1"
SHORT = "zglos/"
LAST = ".form__steps a[href='#krok-7']"
REGISTRIES = ("organisations", "places", "programmes")
ADAPTER = TypeAdapter(Practice)


def ready(visitor: Visitor, address: str = FORM) -> Page:
    page = visitor.open(address)
    visitor.wait_for("document.querySelector('[data-form]').dataset.state === 'ready'")
    return page


def finished_text(visitor: Visitor) -> str:
    """The text of the finished file, once nothing is wrong any more."""
    page = visitor.page
    page.locator(LAST).click()
    page.get_by_role("button", name="Sprawdź całość").click()
    problems = page.locator("[data-summary-list] li").all_inner_texts()
    assert problems == []
    return page.locator("#tresc-pliku").input_value()


def said(practice: Practice) -> dict[str, Any]:
    """An entry as short as a file may say it."""
    record: dict[str, Any] = ADAPTER.dump_python(practice, mode="json", exclude_defaults=True)
    record.pop("translations", None)
    return {name: value.strip("\n") if name in SECTIONS else value for name, value in record.items()}


def read_back(text: str) -> tuple[Any, str]:
    """What the file of an entry says: its fields as PyYAML reads them, and its story."""
    fields, story = text.removeprefix("---\n").split("\n---\n", 1)
    return yaml.safe_load(fields), story


def written(record: Mapping[str, Any]) -> str:
    """The file that the project's own writer makes of an entry."""
    vocabularies: dict[str, Any] = {name: [] for name in VOCABULARIES}
    registry: dict[str, Any] = {name: [] for name in REGISTRIES}
    data = {"version": "1.0", "practices": [record], "vocabularies": vocabularies, "registry": registry}
    files = dict(practice_files(data))
    return files[f"{record['id']}/index.md"]
