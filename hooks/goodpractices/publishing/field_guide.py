"""The lists of the editors' guide that explain every field: made of the model and the wording.

A page written by hand says where they go, each as a paragraph of its own: ``[[ pola: czas ]]`` is replaced by the
fields of that section, ``[[ pola: organisation ]]`` by those of a record.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from ..catalogue import (
    SECTIONS,
    Catalogue,
    Organisation,
    Place,
    Practice,
    Programme,
    Shape,
    Term,
    Translation,
    record_shape,
)
from ..wording import Translations
from .form import CODES_OF_NUMBERS
from .rendering import Renderer

Sections = Mapping[str, tuple[str, ...]]
"""Which fields of a practice each section explains, by its anchor."""

_MARK = re.compile(r"<p>\[\[ pola: ([\w-]+) \]\]</p>")
_CODE = re.compile("`([^`]+)`")
_RECORDS: Mapping[str, type] = {
    "term": Term,
    "organisation": Organisation,
    "place": Place,
    "programme": Programme,
    "translation": Translation,
}
# What these are is the same in whatever record they stand, and the common rules of the page tell it.
_COMMON = ("note", "source")
_SAME_EVERYWHERE = (*_COMMON, "precision")

# In what the limits of a kind are counted; an address is short enough anyway.
_MEASURED = {"text": "characters", "number": "numbers", "whole": "numbers"}


@dataclass(frozen=True, slots=True)
class ExplainedField:
    """A field ready to print: ``facts`` is what may stand in it, ``common`` names inner fields that need no words.

    ``values`` are the ones to choose from, each with its label and what else there is to say of it; where they come
    from a vocabulary, ``terms`` has them instead.
    """

    name: str
    label: str
    required: bool
    text: Markup
    why: Markup
    facts: Markup
    values: tuple[tuple[str, str, Markup], ...] = ()
    terms: tuple[tuple[str, str], ...] = ()
    inner: tuple["ExplainedField", ...] = ()
    common: tuple[str, ...] = ()

    @property
    def is_told(self) -> bool:
        """Whether there is more to say of its values than their labels."""
        return any(meaning for _, _, meaning in self.values)


def fill_field_guide(html: str, sections: Sections, catalogue: Catalogue, renderer: Renderer) -> str:
    """A page with the fields where it asks for them.

    Raises:
        LookupError: the page asks for a section or record that is none; says so in the words of the site.
    """

    def filled(mark: re.Match[str]) -> str:
        fields, common = explained(mark[1], sections, catalogue, renderer.t)
        return renderer.render("fields.html", "", fields=fields, common=common, is_record=mark[1] in _RECORDS)

    return _MARK.sub(filled, html)


def explained(
    name: str, sections: Sections, catalogue: Catalogue, t: Translations
) -> tuple[tuple[ExplainedField, ...], tuple[str, ...]]:
    """The fields of a section or record, and the names of those that the common rules explain.

    Raises:
        LookupError: there is no such section or record.
    """
    explainer = _Explainer(catalogue, t)
    if name in _RECORDS:
        return explainer.record(record_shape(_RECORDS[name])["fields"], name)
    if name not in sections:
        raise LookupError(t("guide.unknown", name=name, known=t.listing([*sections, *_RECORDS])))
    shapes = record_shape(Practice)["fields"]
    return tuple(explainer.field(each, shapes[each], "") for each in sections[name] if each in shapes), ()


class _Explainer:
    """Puts shapes into words."""

    def __init__(self, catalogue: Catalogue, t: Translations) -> None:
        self._catalogue = catalogue
        self._t = t

    def record(self, shapes: Mapping[str, Shape], within: str) -> tuple[tuple[ExplainedField, ...], tuple[str, ...]]:
        """The fields of a record, and the names of those that need no words."""
        shown = [each for each in shapes if each not in SECTIONS]  # a story stands under headings
        common = tuple(each for each in shown if each in _COMMON and self._needs_no_words(shapes[each], each, within))
        return tuple(self.field(each, shapes[each], within) for each in shown if each not in common), common

    def field(self, name: str, shape: Shape, within: str) -> ExplainedField:
        """One field, with those inside it."""
        place = f"{within}.{name}" if within else name
        item = shape["of"] if shape["kind"] in ("list", "map") else shape
        inner, common = self.record(item["fields"], name) if item["kind"] == "record" else ((), ())
        return ExplainedField(
            name,
            self._t.field(name, within),
            bool(shape.get("required")),
            _with_code(self._text(name, within)),
            _with_code(self._word("guide.why", place)),
            _with_code(self._facts(shape)),
            tuple(self._values(item, place)),
            tuple(self._terms(shape)),
            inner,
            common,
        )

    def _needs_no_words(self, shape: Shape, name: str, within: str) -> bool:
        return not shape.get("required") and not self._word("guide.help", f"{within}.{name}")

    def _text(self, name: str, within: str) -> str:
        place = f"{within}.{name}" if within else name
        keys = [f"guide.help.{place}", f"help.{place}"]
        keys += [f"help.{name}"] if name in _SAME_EVERYWHERE else []
        return next((self._t(key) for key in keys if key in self._t), "")

    def _word(self, group: str, place: str) -> str:
        key = f"{group}.{place}"
        return self._t(key) if key in self._t else ""

    def _facts(self, shape: Shape) -> str:
        """What may stand in a field: its kind, its limits, and what is so when it is left out."""
        said = self._kind(shape)
        if "default" in shape:
            said += self._t("guide.default", value=shape["default"])
        return said

    def _kind(self, shape: Shape) -> str:
        kind = shape["kind"]
        if kind == "list":
            return self._list(shape)
        if kind == "map":
            keys, values = self._kind(shape["keys"]), self._kind(shape["of"])
            return self._t("guide.pairs", keys=keys, values=values, limits=self._limits(shape, "pairs"))
        if kind == "ref":
            return self._reference(shape["to"])
        return self._t(f"guide.kind.{kind}") + (self._limits(shape, _MEASURED[kind]) if kind in _MEASURED else "")

    def _list(self, shape: Shape) -> str:
        limits = self._limits(shape, "items")
        if shape["of"]["kind"] == "record":
            return self._t("guide.list.fields", limits=limits)
        key = "guide.list.or_one" if shape.get("single") else "guide.list.items"
        return self._t(key, limits=limits, item=self._kind(shape["of"]))

    def _reference(self, to: str) -> str:
        if to == "practices":
            return self._t("guide.reference.practice")
        group = "vocabulary" if to in self._catalogue.vocabularies else "registry"
        return self._t(f"guide.reference.{group}", name=to)

    def _limits(self, shape: Shape, unit: str) -> str:
        given = {name: shape[name] for name in ("min", "max") if name in shape}
        return " " + self._t(f"guide.limits.{unit}_{'_'.join(given)}", **given) if given else ""

    def _values(self, item: Shape, place: str) -> Iterator[tuple[str, str, Markup]]:
        if item["kind"] == "choice":
            name = item["name"]
            for value in item["values"]:
                yield value, self._t.choice(name, value), _with_code(self._word(f"guide.values.{name}", value))
        elif place in CODES_OF_NUMBERS:
            for value, label in self._t.group(f"choices.{CODES_OF_NUMBERS[place]}").items():
                yield value, label, Markup("")

    def _terms(self, shape: Shape) -> Iterator[tuple[str, str]]:
        item: Shape = shape.get("keys") or shape.get("of") or shape
        if item["kind"] == "ref" and item["to"] in self._catalogue.vocabularies:
            terms = self._catalogue.vocabularies[item["to"]].values()
            yield from ((term.id, term.label(self._catalogue.language)) for term in terms)


def _with_code(text: str) -> Markup:
    """A text as HTML, what stands in backticks as code."""
    return Markup(_CODE.sub(r"<code>\1</code>", str(escape(text))))  # noqa: S704 - escaped just now
