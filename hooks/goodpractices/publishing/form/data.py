"""What the scripts of the form know: the model with its words, the terms and records entries may name, every message.

Fields, choices and words follow from the model, the wording and the catalogue; a new field or term needs no line here.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic_core import to_json

from ...catalogue import (
    COUNTED,
    FOLLOWS,
    FORBIDDING,
    FORBIDDING_WORDS,
    FREE_MAIL,
    LISTS_WITH_ID,
    MOBILE,
    MOST_MARKS,
    OFFICE_MAIL,
    OFFICES,
    PLAIN_LISTS,
    PRACTICE,
    SECTIONS,
    STUB_BELOW,
    UNDECLARABLE,
    WITHOUT_CREDIT,
    Asked,
    Catalogue,
    Identity,
    Practice,
    ProposedOrganisation,
    ProposedPlace,
    ProposedProgramme,
    ProposedTerm,
    Shape,
    Term,
    known_codes,
    record_shape,
    spelling_tables,
    text_patterns,
    uses,
)
from ...wording import ORIGINAL, Translations
from ..addresses import FORM
from .gazetteer import gazetteer_words
from .short import short_form
from .steps import STEPS
from .taking import taking_data

ENTRIES = f"{FORM}wpisy-"
_ASKED = uses(Practice, Asked)

PER_FILE = 50
"""How many entries a file for corrections holds; one is loaded when somebody asks to correct an entry."""

# A record that a registry lacks; the entry proposes it.
_ADDED: Mapping[str, type] = {
    "organisations": ProposedOrganisation,
    "places": ProposedPlace,
    "programmes": ProposedProgramme,
    "terms": ProposedTerm,
}
# Help for these is the same in whatever record they stand.
_SAME_EVERYWHERE = ("note", "source", "url")
# Ids that the form suggests itself: s1, s2 and so on.
_FIRST_IDS = {"sources": ("id", "s"), "indicators": ("id", "w")}
CODES_OF_NUMBERS = {"sdg": "sdg", "evidence_level.value": "evidence_level"}
"""Fields whose numbers stand for something, by the name that their labels have in the wording."""

# What is typed as it stands in a file; elsewhere an example would show ids, or the hint of the kind has one.
_TYPED = ("text", "slug", "url", "email", "phone")
_OWN = {"source": "sources", "lifecycle_source": "sources", "of": "indicators"}
_SEASONS = ("21", "22", "23", "24")
_REGISTRIES = ("organisations", "places", "programmes")
# What can be wrong in a form; files, YAML and registries have more ways. A test compares this with the scripts.
MESSAGES = frozenset(
    (
        "adoption_without_place",
        "bad_country",
        "bad_currency",
        "bad_date",
        "bad_day",
        "bad_email",
        "bad_id",
        "bad_language",
        "bad_link",
        "bad_pattern",
        "bad_percent",
        "bad_phone",
        "bad_picture_name",
        "bad_url",
        "body_image",
        "consent_twice",
        "contact_without_consent",
        "day_to_come",
        "picture_without_consent",
        "claim_without_date",
        "control_character",
        "days_out_of_order",
        "decision_not_counted",
        "duplicate_id",
        "duplicate_item",
        "duplicate_key",
        "end_before_start",
        "figure_without_source",
        "grant_above_total",
        "indicator_refers_to_itself",
        "licence_forbids",
        "licence_without_attribution",
        "markup_in_text",
        "lookalike_host",
        "missing",
        "needs_value",
        "not_a_number",
        "not_allowed",
        "not_applicable_but_given",
        "not_applicable_required",
        "not_applicable_unknown",
        "not_integer",
        "number_with_exponent",
        "part_above_whole",
        "percent_in_prose",
        "person_without_consent",
        "personal_number",
        "proposals_left",
        "published_without_evidence",
        "published_without_organisations",
        "range_needs_ends",
        "range_order",
        "raw_html",
        "self_relation",
        "split_sum",
        "stacked_marks",
        "suggestion",
        "target_mixed_with_result",
        "too_few",
        "too_large",
        "too_long",
        "too_many",
        "too_short",
        "too_small",
        "unit_mismatch",
        "unknown_element",
        "unknown_id",
        "unknown_indicator",
        "unknown_practice",
        "unknown_section",
        "unknown_source",
        "value_or_words",
        "withdrawn_without_reason",
    )
)
_START: Mapping[str, Any] = {"sources": [{"id": "s1"}], "places": [{}], "editorial": {"state": "draft"}}


def data_address(language: str) -> str:
    """Where the script with the data of the form stands."""
    return f"assets/scripts/form/data.{language}.js"


def form_data(catalogue: Catalogue, identity: Identity, t: Translations) -> Iterator[bytes]:
    """The script that hands everything to those of the form; the file that the form writes has Polish headings."""
    fields = record_shape(Practice)["fields"]
    asked = {name: field for name, field in fields.items() if name in _ASKED}
    words = _Words(catalogue, t)
    worded = words.fields(_without_proposals(asked), "")
    values = {
        "shape": {"kind": "record", "fields": worded},
        "added": {name: words.added(name) for name in _ADDED},
        "steps": [{"name": step.name, "fields": step.fields, "more": step.more, "added": step.added} for step in STEPS],
        "short": short_form(worded, t),
        "taking": taking_data(identity),
        "families": {each.id: each.family for each in catalogue.vocabularies["themes"].values() if each.family},
        "start": _START,
        "terms": {name: [*terms] for name, terms in catalogue.vocabularies.items()},
        "registry": _registry(catalogue),
        "per_file": PER_FILE,
        "gazetteer": gazetteer_words(t),
        "asked": _asked(Translations.load(ORIGINAL)),
        "headings": {section: Translations.load(ORIGINAL)(f"section.{section}") for section in SECTIONS},
        "counted": COUNTED,
        "stub": STUB_BELOW,
        "declarable": sorted(fields.keys() - UNDECLARABLE),
        "undeclarable": sorted(UNDECLARABLE),
        "lists": {"plain": PLAIN_LISTS, "with_id": LISTS_WITH_ID},
        "follows": FOLLOWS,
        "codes": known_codes(),
        "spellings": spelling_tables(),
        "months": _months(t),
        "currency_signs": {
            code: t.currency_sign(code) for code in sorted(set(spelling_tables()["currencies"].values()))
        },
        "patterns": text_patterns(),
        "most_marks": MOST_MARKS,
        "licences": {
            "forbidding": FORBIDDING,
            "without_credit": WITHOUT_CREDIT,
            "words": FORBIDDING_WORDS,
        },
        "personal": {
            "free_mail": sorted(FREE_MAIL),
            "office_mail": OFFICE_MAIL,
            "offices": OFFICES,
            "mobile": MOBILE,
        },
        "words": t.for_scripts(filter(_is_said, t.entries)),
        "digits": {"group": t.group_sign, "decimal": t.number(0.5)[1]},
        "host": _host(identity),
    }
    yield b"self.KatalogFormularz=" + to_json(values) + b";"  # as plain as scripts of the site are


def entry_file(number: int, practices: Iterable[Practice]) -> tuple[str, Iterable[bytes]]:
    """A script with some entries as they are written, for those who correct one; it runs from a folder too."""
    entries = {practice.id: _entry(practice) for practice in practices}
    head = b"self.KatalogWpisy = Object.assign(self.KatalogWpisy || {}, "
    return f"{ENTRIES}{number}.js", [head, to_json(entries), b");\n"]


def _entry(practice: Practice) -> dict[str, Any]:
    plain = PRACTICE.plain(practice)
    return {name: value for name, value in plain.items() if name in _ASKED and value not in ([], {})}


def _terms(terms: Iterable[Term], t: Translations) -> list[list[str]]:
    return [[term.id, _capital(term.label(t.language))] for term in terms]


def _registry(catalogue: Catalogue) -> dict[str, list[Any]]:
    """Ids, names, and the other names by which a record is found."""
    found: dict[str, list[Any]] = {
        name: [[each.id, each.name, _other_names(each)] for each in getattr(catalogue, name).values()]
        for name in _REGISTRIES
    }
    practices = [[each.id, each.title, [each.short_title] if each.short_title else []] for each in catalogue.published]
    return {**found, "practices": practices}


def _other_names(record: Any) -> list[str]:
    short = getattr(record, "short_name", None) or getattr(record, "acronym", None)
    return [*([short] if short else []), *record.synonyms]


def _without_proposals(fields: Mapping[str, Shape]) -> dict[str, Shape]:
    """The fields without the records an entry proposes, which the form asks for in lists of their own."""
    editorial = fields["editorial"]
    inner = {name: shape for name, shape in editorial["fields"].items() if name != "proposals"}
    rare = [name for name in editorial["rare"] if name != "proposals"]
    return {**fields, "editorial": {**editorial, "fields": inner, "rare": rare}}


_UNSEEN = ("hidden", "struck", "removed", "moved")
"""Why words of a document are not seen, as its reader in the form has it too."""


def _asked(t: Translations) -> dict[str, Any]:
    """The questions of the document to fill in, what else of its words is ours, and how its unseen words are told."""
    ours = (t(f"submission.{name}") for name in ("template_title", "template_intro"))
    under = t("submission.under", label="{label}")
    notes = {kind: t(f"note.{kind}", place=under, words="{words}") for kind in _UNSEEN}
    notes["taken_for"] = t("note.taken_for", place="{label}", words="{words}")
    hints = [*t.group("ask_help").values(), *ours]
    return {"labels": t.group("ask"), "hints": hints, "before": t("submission.before"), "notes": notes}


def _months(t: Translations) -> dict[str, tuple[str, str]]:
    """Months and seasons by their numbers in a date: alone, and after a day or a preposition."""
    months = {f"{n:02}": (t.month(n, alone=True), t.month(n, alone=False)) for n in range(1, 13)}
    seasons = {n: (_season(n, "alone", t), _season(n, "after", t)) for n in _SEASONS}
    return {**months, **seasons}


def _season(number: str, form: str, t: Translations) -> str:
    return t(f"date.season.{number}.{form}", year="").strip()


def _is_said(key: str) -> bool:
    group, _, name = key.partition(".")
    is_problem = group == "problem" and name.removesuffix(".far") in MESSAGES
    return is_problem or key.startswith(("form.say.", "gazetteer.", "missing"))


def _host(identity: Identity) -> dict[str, str] | None:
    new_file = identity.new_file
    return {**new_file, "edit": identity.edit_address("practices/") or ""} if new_file else None


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


class _Words:
    """Gives shapes what a person has to read: labels, help, examples, the labels of choices."""

    def __init__(self, catalogue: Catalogue, t: Translations) -> None:
        self._catalogue = catalogue
        self._t = t

    def fields(self, shapes: Mapping[str, Shape], within: str) -> dict[str, Shape]:
        return {name: self._field(name, shape, within) for name, shape in shapes.items()}

    def added(self, registry: str) -> Shape:
        """The list of records to add to a registry."""
        shape = record_shape(_ADDED[registry])
        return {
            "kind": "list",
            "of": {**shape, "fields": self.fields(shape["fields"], registry)},
            "label": self._t(f"form.added.{registry}"),
            "help": self._t(f"form.added_help.{registry}"),
            "item": self._t(f"form.item.{registry}"),
            "add": self._t(f"form.add.new_{registry}"),
        }

    def _field(self, name: str, shape: Shape, within: str) -> Shape:
        made = {**shape, "label": _capital(self._t.field(name, within))}
        if help_text := self._help(name, within):
            made["help"] = help_text
        if f"form.hint.{shape['kind']}" in self._t:
            made["hint"] = self._t(f"form.hint.{shape['kind']}")
        if shape["kind"] in _TYPED and (example := self._example(name, within)):
            made["example"] = example
        return self._completed(made, name, within)

    def _completed(self, made: Shape, name: str, within: str) -> Shape:
        """The shape with what depends on its kind: inner fields, options, words for lists."""
        place = f"{within}.{name}" if within else name
        if made["kind"] == "record":
            made |= self._record(made, name)
        elif made["kind"] == "map":
            made |= self._map(made, name)
        elif made["kind"] == "list":
            made |= self._list(made, name)
        elif options := self._options(made, place):
            made["options"] = options
        elif made["kind"] == "slug" and name in _OWN:
            made["own"] = _OWN[name]
        return made

    def _record(self, made: Shape, name: str) -> Shape:
        return {"fields": self.fields(made["fields"], name), "rare": made["rare"]}

    def _list(self, made: Shape, name: str) -> Shape:
        inner = made["of"]
        if inner["kind"] == "record":
            words = {"of": {**inner, **self._record(inner, name)}, **self._several(name)}
            return words | ({"first": _FIRST_IDS[name]} if name in _FIRST_IDS else {})
        options = self._options(inner, name)
        main = {"main": self._t("form.main_theme")} if name == "themes" else {}
        return {"options": options, **main} if options else {}

    def _map(self, made: Shape, name: str) -> Shape:
        keys = {**made["keys"], "label": self._t(f"form.key.{name}"), "required": True}
        values = {**made["of"], "label": self._t(f"form.value.{name}"), "required": True}
        if name == "not_applicable":
            names = (each for each in record_shape(Practice)["fields"] if each in _ASKED and each not in UNDECLARABLE)
            keys["options"] = [[each, _capital(self._t.field(each))] for each in names]
        else:
            keys |= {"options": options} if (options := self._options(keys, name)) else {}
            values |= {"options": options} if (options := self._options(values, name)) else {}
        return {"keys": keys, "of": values, **self._several(name)}

    def _several(self, name: str) -> Shape:
        return {"item": self._t(f"form.item.{name}"), "add": self._t(f"form.add.{name}")}

    def _options(self, shape: Shape, place: str) -> list[list[str]]:
        """What there is to choose from, with labels; registries are too long for that."""
        if shape["kind"] == "choice":
            return [[each, _capital(self._t.choice(shape["name"], each))] for each in shape["values"]]
        if shape["kind"] == "ref" and shape["to"] in self._catalogue.vocabularies:
            return _terms(self._catalogue.vocabularies[shape["to"]].values(), self._t)
        if place in CODES_OF_NUMBERS:
            labels = self._t.group(f"choices.{CODES_OF_NUMBERS[place]}")
            return [[number, f"{number}. {label}"] for number, label in labels.items()]
        return []

    def _help(self, name: str, within: str) -> str:
        keys = [f"form.help.{within}.{name}", f"help.{within}.{name}"] if within else [f"form.help.{name}"]
        keys += [f"form.help.{name}", f"help.{name}"] if name in _SAME_EVERYWHERE or not within else []
        return next((self._t(key) for key in keys if key in self._t), "")

    def _example(self, name: str, within: str) -> str:
        """An example without the name of the field, which a file has before it."""
        keys = (f"example.{within}.{name}", f"example.{name}") if within else (f"example.{name}",)
        text = next((self._t(key) for key in keys if key in self._t), "")
        return text.partition(": ")[2]
