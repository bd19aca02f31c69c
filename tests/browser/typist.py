"""Somebody who fills in the form: enters an entry field by field, by what stands on the page."""

from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Locator, Page

from goodpractices.catalogue import Catalogue, Practice, Shape, record_shape
from goodpractices.publishing import FORM_STEPS

FIELDS: Mapping[str, Shape] = record_shape(Practice)["fields"]
# A record within a record may have a field of the same name.
_OUTERMOST = """parts => {
  const depth = (part) => (part ? 1 + depth(part.parentElement.closest("[data-name]")) : 0);
  const depths = parts.map(depth);
  return depths.indexOf(Math.min(...depths));
}"""
_REGISTRIES = ("organisations", "places", "programmes")


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
            for name in (*step.fields, *step.more):
                if name in entry:
                    self.field(section, name, FIELDS[name], entry[name])

    def field(self, scope: Locator, name: str, shape: Shape, value: Any) -> None:
        parts = scope.locator(f"[data-name='{name}']")
        part = parts.nth(parts.evaluate_all(_OUTERMOST))
        self._show(part)
        self._fill(part, shape, value)

    def _show(self, part: Locator) -> None:
        """Open what the field is folded away in."""
        part.evaluate(
            "each => { for (let up = each; up; up = up.parentElement) if (up.tagName === 'DETAILS') up.open = true }"
        )

    def _fill(self, part: Locator, shape: Shape, value: Any) -> None:
        if shape["kind"] == "record":
            for name, field in shape["fields"].items():
                if name in value:
                    self.field(part, name, field, value[name])
        elif shape["kind"] == "list":
            self._fill_list(part, shape["of"], value)
        elif shape["kind"] == "map":
            for item, (key, each) in zip(self._items(part, len(value)), value.items(), strict=True):
                self.field(item, "key", shape["keys"], key)
                self.field(item, "value", shape["of"], each)
        else:
            self._fill_one(part, shape, value)

    def _fill_list(self, part: Locator, shape: Shape, values: list[Any]) -> None:
        if shape["kind"] == "record":
            for item, value in zip(self._items(part, len(values)), values, strict=True):
                self._fill(item, shape, value)
        elif boxes := part.locator("input[type=checkbox]").all():
            by_value = {box.get_attribute("value"): box for box in boxes}
            for value in values:
                by_value[str(value)].check()
        else:
            part.locator("textarea").fill("\n".join(values))

    def _items(self, part: Locator, count: int) -> list[Locator]:
        items = part.locator(":scope > .group__items > [data-item]")
        while items.count() < count:
            part.locator(":scope > .group__actions > button").first.click()
        return items.all()

    def _fill_one(self, part: Locator, shape: Shape, value: Any) -> None:
        control = part.locator("input, select, textarea").first
        if shape["kind"] == "truth":
            control.set_checked(value)
        elif control.evaluate("each => each.tagName") == "SELECT":
            control.select_option(str(value))
        else:
            control.fill(self._words(shape, value))

    def _words(self, shape: Shape, value: Any) -> str:
        """What is typed: the name of what stands in a registry, a text as it is."""
        if shape["kind"] == "ref" and shape["to"] in _REGISTRIES:
            name: str = getattr(self._catalogue, shape["to"])[value].name
            return name
        if shape["kind"] == "ref" and shape["to"] == "practices":
            return self._catalogue.practices[value].title
        return str(value)
