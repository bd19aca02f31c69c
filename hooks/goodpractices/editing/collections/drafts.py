"""From the rows of a collection to entries: what the map says goes into fields, everything else into questions."""

import re
import textwrap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ...catalogue import FORBIDDING, LICENCES, PERCENT, PRACTICE, SECTIONS, WITHOUT_CREDIT, fingerprint_of
from ...wording import Translations
from ..submissions.drafting import cleaned
from ..submissions.submission import Fault
from .collection_map import PROPOSE, CollectionMap, Rule
from .lookup import CHOICES, Lookup
from .people_values import coordinate_in, day_in, number_in
from .tables import Row, Table

SOURCE = "s1"
_PIECE = 1200
_CHOSEN = {"kind": "kinds"} | {name: name for name in CHOICES}
_SEVERAL = ("themes", "target_groups", "support_types")
_TEXTS = ("title", "short_title", "summary", "plain_summary")
_CONTACT = ("unit", "role", "email", "phone", "address")
_ROLES = ("leader", "partner", "host", "funder", "organiser", "venue", "supporter")
_MONEY = ("total", "grant", "own")
FIELDS = (
    *(*_TEXTS, *_CHOSEN, *_SEVERAL, *SECTIONS, "places", "programme", "period.start", "period.end", "documents"),
    *(f"organisations.{role}" for role in _ROLES),
    *(f"funding.{role}" for role in _MONEY),
    *(f"contacts.{name}" for name in _CONTACT),
)
"""The fields that a map may fill; besides them ``indicators.`` and an id."""
_ORDER = PRACTICE.fields()
_MARKUP = re.compile(r"<(?=[A-Za-z/!?])")
_SENTENCE = re.compile(r"(?<=[.!?]\s)(?=\S)|(?<=\n)")
# What Markdown would take for links, pictures, sources, headings and code in a text that is none of these.
_MARKDOWN = (
    (re.compile(r"\[(?=\^)"), "[ "),
    (re.compile(r"!(?=\[)"), "! "),
    (re.compile(r"\](?=[(:])"), "] "),
    (re.compile(r"```|~~~"), "'''"),
    (re.compile(r"^[ \t]*(#+)[ \t]*", re.MULTILINE), r"\\\1 "),
)


@dataclass(slots=True)
class Draft:
    """The entry a row makes, before it is compared with the catalogue.

    ``fields`` are what the map fills, ``questions`` what is left of the row, ``origin`` says where it is from.
    ``left`` are the words of the questions, each with its kind and its column.
    """

    row: Row
    origin: dict[str, Any]
    fields: dict[str, Any] = field(default_factory=dict)
    questions: list[str] = field(default_factory=list)
    left: list[tuple[str, str, str]] = field(default_factory=list)
    rights: dict[str, Any] = field(default_factory=dict)
    translations: dict[str, Any] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The id of the row in its collection."""
        return str(self.origin["id"])

    @property
    def read(self) -> str:
        """The hash of all that was read of the row."""
        return fingerprint_of([self.fields, self.rights, self.left, self.translations])


def map_faults(settings: CollectionMap, table: Table, t: Translations) -> Iterator[Fault]:
    """What of a map does not fit the table: columns that are not there, fields that there are none of."""
    for name in settings.fields:
        if name not in FIELDS and not re.fullmatch(r"indicators\.[a-z0-9_-]+", name):
            yield Fault("collection.unknown_field", f"fields.{name}", {"known": ", ".join(FIELDS)})
    yield from terms_faults(settings, t)
    yield from column_faults(settings, table)


def terms_faults(settings: CollectionMap, t: Translations) -> Iterator[Fault]:
    """Why a collection may not be published, or not without a name."""
    if settings.licence in FORBIDDING and not settings.permission and not settings.rights:
        words = t("choices.licence_id.all-rights-reserved")
        yield Fault("collection.licence_forbids", "licence", {"licence": words})
    if settings.licence not in (*WITHOUT_CREDIT, *FORBIDDING) and not settings.attribution and not settings.rights:
        yield Fault("collection.no_attribution", "licence", {"licence": settings.licence})


def column_faults(settings: CollectionMap, table: Table) -> Iterator[Fault]:
    """The columns a map names that the table does not have."""
    known = {*table.columns}
    for place, rule in _rules(settings):
        for column in columns_of(rule):
            if column not in known:
                yield Fault("collection.no_column", place, {"column": column, "known": ", ".join(table.columns)})


def _rules(settings: CollectionMap) -> Iterator[tuple[str, Rule]]:
    yield "id", Rule(column=settings.id)
    yield "url", Rule(template=settings.url)
    yield from ((f"fields.{name}", rule) for name, rule in settings.fields.items())
    for registry, rules in settings.new.items():
        yield from ((f"new.{registry}.{name}", rule) for name, rule in rules.items())
    rights = settings.rights
    for name in ("licence", "attribution", "permission") if rights else ():
        if rule := getattr(rights, name):
            yield f"rights.{name}", rule


def columns_of(rule: Rule) -> list[str]:
    """The columns that a rule reads."""
    named = [name for _, name in _pieces(rule.template)]
    return [name for name in (rule.column, *rule.columns, *named) if name]


def _pieces(template: str) -> list[tuple[str, str]]:
    """The texts of a template, each with the name of the column behind it, which the last one lacks."""
    parts = [*re.split(r"\{([^{}]*)\}", template), ""]
    return [*zip(parts[::2], parts[1::2], strict=True)]


class Drafting:
    """Makes the drafts of one table; gathers what is wrong with rows in ``faults``."""

    def __init__(self, settings: CollectionMap, lookup: Lookup, t: Translations) -> None:
        self.settings = settings
        self.lookup = lookup
        self.t = t
        self.faults: list[Fault] = []
        self.misread: dict[tuple[str, str], int] = {}

    def drafts(self, table: Table) -> list[Draft]:
        """The draft of each row but those that the map leaves out."""
        first: dict[str, int] = {}
        drafts = []
        for row in table.rows:
            key = " ".join(cleaned(row.cells.get(self.settings.id, "")).split())
            if not key:
                self.faults.append(Fault("collection.no_id", self.place(row.number, self.settings.id)))
            elif key in self.settings.leave_out:
                continue
            elif first.setdefault(key, row.number) != row.number:
                params = {"id": key, "first": first[key]}
                self.faults.append(Fault("collection.id_twice", self.place(row.number, self.settings.id), params))
            else:
                drafts.append(_OneRow(self, row, key).draft())
        return drafts

    def place(self, row: int, column: str) -> str:
        return self.t("collection.place", row=str(row), column=column)


class _OneRow:
    """One draft while it is made."""

    def __init__(self, by: Drafting, row: Row, key: str) -> None:
        self.by = by
        self.row = row
        self.used: set[str] = {by.settings.id}
        origin = {"namespace": by.settings.namespace, "id": key}
        if url := self.text(Rule(template=by.settings.url)).strip():
            origin["url"] = url
        self.made = Draft(row, origin)

    def draft(self) -> Draft:
        """The draft of the row."""
        made, settings = self.made, self.by.settings
        made.fields["sources"] = [self.source()]
        for name, rule in settings.fields.items():
            if words := self.text(rule).strip():
                self.fill(name, rule, words)
        self.rights()
        for column, text in self.row.cells.items():
            if column not in self.used and column not in settings.ignore:
                self.ask("leftover", column, text)
        made.fields = {name: made.fields[name] for name in _ORDER if name in made.fields}
        return made

    def source(self) -> dict[str, Any]:
        given = self.by.settings.source
        source = {"id": SOURCE, "title": given.title}
        if given.publisher:
            source["publisher"] = given.publisher
        return source | ({"url": self.made.origin["url"]} if "url" in self.made.origin else {})

    def text(self, rule: Rule) -> str:
        """What a rule makes of the row."""
        self.used |= {*columns_of(rule)}
        return self.words_of(rule)

    def words_of(self, rule: Rule) -> str:
        """The same, for a rule whose columns may have to be asked."""
        if rule.constant:
            return rule.constant
        cells = {name: cleaned(self.row.cells.get(name, "")).strip() for name in columns_of(rule)}
        if rule.template:
            filled = any(cells.values())
            whole = "".join(text + cells.get(name, "") for text, name in _pieces(rule.template))
            return (whole if filled else "") or rule.default
        return rule.join.join(filter(None, cells.values())) or rule.default

    def ask(self, key: str, column: str, words: str, **params: str) -> None:
        """Keep words of the row as a question, in as many pieces as it takes."""
        name, t = _plain(column)[:200], self.by.t
        self.made.left.append((key, column, words))
        for piece in textwrap.wrap(_plain(cleaned(words)), _PIECE, break_on_hyphens=False):
            self.made.questions.append(
                t("collection.ask") + t(f"collection.ask_{key}", column=name, words=piece, **params)
            )

    def fill(self, name: str, rule: Rule, words: str) -> None:
        first, _, second = name.partition(".")
        fills: Mapping[str, Callable[[str, Rule, str], None]] = {
            **dict.fromkeys(_TEXTS, self.line),
            **dict.fromkeys(_CHOSEN, self.choice),
            **dict.fromkeys(_SEVERAL, self.several),
            **dict.fromkeys(SECTIONS, self.story),
            "places": self.places,
            "programme": self.programme,
            "organisations": self.organisations,
            "period": self.day,
            "funding": self.money,
            "indicators": self.figure,
            "contacts": self.contact,
            "documents": self.documents,
        }
        fills[first](second or first, rule, words)

    def column(self, rule: Rule) -> str:
        return ", ".join(columns_of(rule)) or "–"

    def line(self, name: str, rule: Rule, words: str) -> None:
        plain = self.without_percentages(name, rule, _plain(words))
        if rule.shorten and len(plain) > rule.shorten:
            self.ask("shortened", self.column(rule), words, field=name)
            plain = plain[: rule.shorten - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"
        self.made.fields[name] = plain

    def story(self, name: str, rule: Rule, words: str) -> None:
        text = self.without_percentages(name, rule, _MARKUP.sub("< ", words))
        for pattern, harmless in _MARKDOWN:
            text = pattern.sub(harmless, text)
        if text.strip():
            self.made.fields[name] = text.strip()

    def without_percentages(self, name: str, rule: Rule, words: str) -> str:
        """The words without sentences that say per cents, which an entry says as indicators: those are asked."""
        if not PERCENT.search(words):
            return words
        sentences = _SENTENCE.split(words)
        for each in sentences:
            if PERCENT.search(each):
                self.ask("percent", self.column(rule), each, field=name)
        return "".join(each for each in sentences if not PERCENT.search(each)).strip()

    def found(self, name: str, vocabulary: str, rule: Rule, words: str) -> str | None:
        lookup = self.by.lookup
        found = lookup.find(vocabulary, words, self.column(rule), self.row.number)
        if found == PROPOSE:
            found = lookup.add(vocabulary, _plain(words), self.new_record(vocabulary))
        if found is None:
            self.ask("unknown", self.column(rule), words, field=name)
        else:
            self.described(vocabulary, found)
        return found

    def new_record(self, registry: str) -> dict[str, Any]:
        """What the map says of a record that is made on the way."""
        rules = self.by.settings.new.get(registry, {})
        given = {name: self.value(name, rule) for name, rule in rules.items()}
        return {name: value for name, value in given.items() if value not in ("", None)}

    def value(self, name: str, rule: Rule) -> Any:
        words = _plain(self.words_of(rule))
        return coordinate_in(words) if name in ("lat", "lon") and words else words

    def described(self, registry: str, name: str) -> None:
        """Count columns as carried over that say of a record what it says itself."""
        for field_name, rule in self.by.settings.new.get(registry, {}).items():
            if self.by.lookup.said(registry, name, field_name) == self.value(field_name, rule):
                self.used |= {*columns_of(rule)}

    def values(self, rule: Rule, words: str) -> list[str]:
        """The single values of a cell: those on lines of their own, and those between the sign of the rule."""
        lines = words.replace(rule.split, "\n") if rule.split else words
        return list(dict.fromkeys(filter(None, (_plain(each) for each in lines.split("\n")))))

    def ids(self, name: str, vocabulary: str, rule: Rule, words: str) -> list[str]:
        found = [self.found(name, vocabulary, rule, each) for each in self.values(rule, words)]
        return list(dict.fromkeys(filter(None, found)))

    def choice(self, name: str, rule: Rule, words: str) -> None:
        if found := self.found(name, _CHOSEN[name], rule, _plain(words)):
            self.made.fields[name] = found

    def several(self, name: str, rule: Rule, words: str) -> None:
        if ids := self.ids(name, name, rule, words):
            self.made.fields[name] = ids

    def places(self, name: str, rule: Rule, words: str) -> None:
        if ids := self.ids(name, name, rule, words):
            self.made.fields[name] = [{"place": each} for each in ids]

    def organisations(self, role: str, rule: Rule, words: str) -> None:
        for each in self.ids("organisations", "organisations", rule, words):
            self.made.fields.setdefault("organisations", []).append({"org": each, "role": role})

    def programme(self, name: str, rule: Rule, words: str) -> None:
        if found := self.found(name, "programmes", rule, _plain(words)):
            self.made.fields[name] = {"id": found}

    def day(self, name: str, rule: Rule, words: str) -> None:
        day = day_in(words, rule.date)
        if day is None:
            self.misread("period", rule, words)
        else:
            self.made.fields.setdefault("period", {})[name] = day

    def money(self, role: str, rule: Rule, words: str) -> None:
        read = number_in(words, rule.decimal)
        if read is None or "unit" in read:
            self.misread("funding", rule, words)
        elif read["value"] or rule.constant:
            money = {"role": role, "amount": read["value"], "currency": read.get("currency", rule.currency)}
            money |= {name: read[name] for name in ("precision",) if name in read} | {"source": SOURCE}
            self.made.fields.setdefault("funding", []).append(money)
        else:
            self.ask("leftover", self.column(rule), words)

    def figure(self, name: str, rule: Rule, words: str) -> None:
        read = number_in(words, rule.decimal)
        if read is None or "currency" in read or read.get("unit", rule.unit) != rule.unit:
            self.misread("indicators", rule, words)
            return
        label = rule.label or self.column(rule)
        figure = {"id": name, "label": label, "unit": rule.unit, "nature": rule.nature, "source": SOURCE, **read}
        self.made.fields.setdefault("indicators", []).append(figure)

    def contact(self, name: str, rule: Rule, words: str) -> None:
        self.made.fields.setdefault("contacts", [{}])[0][name] = _plain(words)

    def documents(self, _: str, rule: Rule, words: str) -> None:
        for each in self.values(rule, words):
            document = {"title": rule.label or self.column(rule), "url": each}
            self.made.fields.setdefault("documents", []).append(document)

    def misread(self, name: str, rule: Rule, words: str) -> None:
        column = self.column(rule)
        self.by.misread[column, name] = self.by.misread.get((column, name), 0) + 1
        self.ask("misread", column, words, field=name)

    def rights(self) -> None:
        """The terms of the row; a row that may not be published is a fault."""
        settings, own = self.by.settings, self.by.settings.rights
        licence = str(settings.licence)
        if own and own.licence and (said := _plain(self.text(own.licence))):
            licence = settings.values.get("licence", {}).get(said, said)
        attribution = (_plain(self.text(own.attribution)) if own and own.attribution else "") or settings.attribution
        permission = (_plain(self.text(own.permission)) if own and own.permission else "") or settings.permission
        column = self.column(own.licence) if own and own.licence else "–"
        if licence not in LICENCES:
            params = {"value": licence, "known": ", ".join(LICENCES)}
            self.by.faults.append(Fault("collection.unknown_licence", self.by.place(self.row.number, column), params))
        elif licence in FORBIDDING and not permission:
            words = self.by.t("choices.licence_id.all-rights-reserved")
            place = self.by.place(self.row.number, column)
            self.by.faults.append(Fault("collection.licence_forbids", place, {"licence": words}))
        given = {"licence": licence, "attribution": attribution, "permission": permission}
        self.made.rights = {name: value for name, value in given.items() if value}


def _plain(words: str) -> str:
    """Words on one line that nobody takes for markup."""
    return _MARKUP.sub("< ", " ".join(words.split()))
