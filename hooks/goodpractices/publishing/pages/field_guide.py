"""The lists of the editors' guide that explain every field: made of the model and the wording.

A page written by hand says where they go: a paragraph that ends with ``<!-- pola: czas -->`` is replaced by the fields
of that section, one with ``<!-- pola: organisation -->`` by those of a record. The words before the comment are for
whoever reads the file on the repository's host, which hides comments and makes no lists.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from ...catalogue import (
    COMMON_FIELDS,
    SECTIONS,
    Catalogue,
    GlossaryItem,
    Organisation,
    Place,
    Practice,
    Programme,
    Rates,
    Shape,
    Term,
    Translation,
    field_help,
    record_shape,
    shape_in_words,
    value_help,
)
from ...wording import Translations
from ..form import CODES_OF_NUMBERS
from ..rendering import Renderer

Sections = Mapping[str, tuple[str, ...]]
"""Which fields of a practice each section explains, by its anchor."""

_MARK = re.compile(r"<p>(?:(?!</?p>).)*<!-- pola: ([\w-]+) --></p>", re.DOTALL)
_CODE = re.compile("`([^`]+)`")
_RECORDS: Mapping[str, type] = {
    "term": Term,
    "organisation": Organisation,
    "place": Place,
    "programme": Programme,
    "glossary": GlossaryItem,
    "rates": Rates,
    "translation": Translation,
}


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
    def is_explained(self) -> bool:
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
        common = tuple(
            each for each in shown if each in COMMON_FIELDS and self._needs_no_words(shapes[each], each, within)
        )
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
            _with_code(field_help(name, within, self._t)),
            _with_code(self._word("guide.why", place)),
            _with_code(shape_in_words(shape, self._t)),
            tuple(self._values(item, place)),
            tuple(self._terms(shape)),
            inner,
            common,
        )

    def _needs_no_words(self, shape: Shape, name: str, within: str) -> bool:
        return not shape.get("required") and not self._word("guide.help", f"{within}.{name}")

    def _word(self, group: str, place: str) -> str:
        key = f"{group}.{place}"
        return self._t(key) if key in self._t else ""

    def _values(self, item: Shape, place: str) -> Iterator[tuple[str, str, Markup]]:
        if item["kind"] == "choice":
            name = item["name"]
            for value in item["values"]:
                yield value, self._t.choice(name, value), _with_code(value_help(name, value, self._t))
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
