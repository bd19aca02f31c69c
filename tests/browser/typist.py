"""Somebody who fills in the form: enters an entry field by field, by what stands on the page."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from goodpractices.catalogue import Catalogue, Practice, Shape, record_shape
from goodpractices.publishing import FORM_STEPS

FIELDS: Mapping[str, Shape] = record_shape(Practice)["fields"]
# The page does this itself: a question for each control would take longer than all the rest.
_TYPING = (Path(__file__).parent / "typing.js").read_text(encoding="utf-8").strip().rstrip(";")
_REGISTRIES = ("organisations", "places", "programmes")

Filling = tuple[str, Any]
"""How a field is filled in, and with what."""


class Typist:
    """Enters values of an entry, as JSON has them, into the form on a page."""

    def __init__(self, page: Page, catalogue: Catalogue) -> None:
        self._page = page
        self._catalogue = catalogue

    def enter(self, entry: Mapping[str, Any]) -> None:
        """Go through the steps and fill in every field that the entry has."""
        for number, step in enumerate(FORM_STEPS, 1):
            self._page.locator(f".form__steps a[href='#krok-{number}']").click()
            section = self._page.locator(f"#krok-{number}")
            expect(section).to_be_visible()
            named = [name for name in (*step.fields, *step.more) if name in entry]
            section.evaluate(_TYPING, ("fields", [(name, self._filling(FIELDS[name], entry[name])) for name in named]))

    def _filling(self, shape: Shape, value: Any) -> Filling:
        if shape["kind"] == "record":
            fields = shape["fields"]
            return "fields", [(name, self._filling(fields[name], value[name])) for name in fields if name in value]
        if shape["kind"] == "list" and shape["of"]["kind"] != "record":
            return "many", [str(each) for each in value]
        if shape["kind"] == "list":
            return "items", [self._filling(shape["of"], each) for each in value]
        if shape["kind"] == "map":
            return "items", [self._pair(shape, key, each) for key, each in value.items()]
        return "one", value if shape["kind"] == "truth" else self._words(shape, value)

    def _pair(self, shape: Shape, key: str, value: Any) -> Filling:
        return "fields", [("key", self._filling(shape["keys"], key)), ("value", self._filling(shape["of"], value))]

    def _words(self, shape: Shape, value: Any) -> str:
        """What is typed: the name of what stands in a registry, a text as it is."""
        if shape["kind"] == "ref" and shape["to"] in _REGISTRIES:
            name: str = getattr(self._catalogue, shape["to"])[value].name
            return name
        if shape["kind"] == "ref" and shape["to"] == "practices":
            return self._catalogue.practices[value].title
        return str(value)
