"""A catalogue whose every text tries to become something else on the page.

The entries are made from the model itself: each field that takes words of an editor holds the payload, so a field that
joins the model later is tried as well. What the catalogue refuses is not tried further: a refusal is the best answer.
"""

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import yaml
from PIL import Image
from tests.builds import copy_practices

from goodpractices.catalogue import SECTIONS, Organisation, Place, Practice, Programme, Term
from goodpractices.catalogue import fields as kinds
from goodpractices.catalogue.model import Indicator, Split
from goodpractices.wording import Translations

REFUSED = (
    "<script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<!--<img src=x onerror=alert(1)>",
    "raz\u202egnp.exe",
    "raz\x00dwa",
    "< script>alert(1)</ script>",
    "data:text/html,<alert(1)",
)
"""What no field and no story takes."""

PASSED = (
    '" onmouseover="alert(1)" x="',
    "' onfocus='alert(1)' autofocus='",
    '"><',
    "\">'><",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;img src=x onerror=alert(1)&#62;",
    "&#x3c;svg onload=alert(1)&#x3e;",
    "&amp;lt;b&amp;gt; &quot; &#39; &nbsp;",
    "&notit; &copy &AMP",
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
    "\\x3cimg src=x onerror=alert(1)\\x3e",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "\uff1cscript\uff1ealert(1)\uff1c/script\uff1e",
    "<\u017fcript>alert(1) <\u017fcript onload=alert(1)>",
    "<1 onclick=alert(1)>",
    "a < b && c > d",
    "-->alert(1)",
    "]]>alert(1)",
    "*/alert(1)/*",
    "');alert(1);('",
    "`${alert(1)}`",
    "{{ 7 * 7 }} {% include 'x' %} {# x #}",
    "{{ config.__class__.__mro__ }}",
    "${7*7} #{7*7} <%= 7*a %>",
    "%(title)s {title} %s {0}",
    "javascript:alert(1)",
    "KATALOG-CONTENT KATALOG-TITLE KATALOG-ADDRESS-practices-0/",
    "{: onclick=alert(1) .x #y }",
    "[x][y] [^s9 ] [[x]] [x] (1javascript:alert(1))",
    "**a** __b__ *c* _d_ ~~e~~ `f` # g",
    "| a | b | ||| \\| \\",
    "--- *** ===",
    '--8<-- "x.md" !!! note',
    ":material-alert: :smile: ++ctrl++",
    "=cmd|' /C calc'!A0",
    "@import url(//evil.example/x.css)",
    "expression(alert(1)); background:url(//evil.example)",
)
"""What is only a text, and must stay what it is."""

FIELDS_ONLY = ("[x](javascript:alert(1))", "![x](https://evil.example/x.png)", "[x]: javascript:alert(1)")
"""What stories refuse, as Markdown would make something of it."""

STORIES_ONLY = (
    '<https://evil.example"onmouseover=alert(1)>',
    "<https://evil.example/'><https://x.example/`onload=alert(1)`>",
    '<mailto:a@example.org?subject="onclick=alert(1)>',
    '[a](https://example.org/x_y_z*a*b) [**b**](../zly-0/index.md) [c](https://example.org/(a)/b "onclick=alert(1)")',
    "[a [b](https://example.org/1)](https://example.org/2)",
)
"""What Markdown makes links of, and fields refuse in part."""

Known = Mapping[str, str]
"""Ids an entry may name, by what they name."""

_SHARED: Mapping[str, type] = {
    "_registry/organisations": Organisation,
    "_registry/places": Place,
    "_registry/programmes": Programme,
    "_vocabularies/kinds": Term,
    "_vocabularies/themes": Term,
    "_vocabularies/target_groups": Term,
    "_vocabularies/support_types": Term,
    "_vocabularies/organisation_kinds": Term,
    "_vocabularies/criteria": Term,
}
# Fields that depend on each other; None leaves one out.
_FIXED: Mapping[tuple[type, str], Any] = {
    (Practice, "id"): None,
    (Practice, "former_ids"): None,
    (Practice, "relations"): None,
    (Practice, "translations"): None,
    (Practice, "age_range"): None,
    (Practice, "sdg"): ["1"],
    (Indicator, "of"): None,
    (Indicator, "min"): None,
    (Indicator, "max"): None,
    (Indicator, "split"): None,
    (Term, "broader"): None,
    (Term, "sdg"): None,
    (Term, "exact_match"): None,
    (Place, "parent"): None,
    (Place, "geonames"): None,
    (Place, "nuts_version"): None,
    (Place, "nuts"): None,
    (Place, "teryt"): None,
    (Organisation, "parent"): None,
    (Organisation, "registry_ids"): None,
    (Programme, "period"): "2014/2020",
}
_HARMLESS = "Bez znaczenia"
_HEADINGS = Translations.load("pl")


class _Filling:
    """Records in which every text is the payload."""

    def __init__(self, payload: str, known: Known) -> None:
        self._payload = payload
        self._special: list[tuple[Any, str]] = [
            (kinds.Url, "https://example.org/a&b;c?d=%22%3E%3Cscript%3E&lt;i&gt;=1"),
            (kinds.Email, "kontakt@example.org"),
            (kinds.Phone, "+48 58 000 00 00"),
            (kinds.PictureFile, "obraz.png"),
            (kinds.Currency, "PLN"),
            (kinds.Language, "de"),
            (kinds.Country, "DE"),
            (kinds.Date, "2020"),
            (kinds.When, "2020-05"),
            (kinds.CalendarDay, "2026-01-01"),
            (kinds.Number, "7"),
            (kinds.WholeNumber, "2"),
            (kinds.Truth, "true"),
            (kinds.ThemeId, known["themes"]),
            (kinds.TargetGroupId, known["target_groups"]),
            (kinds.KindId, known["kinds"]),
            (kinds.SupportTypeId, known["support_types"]),
            (kinds.OrganisationKindId, known["organisation_kinds"]),
            (kinds.CriterionId, known["criteria"]),
            (kinds.OrganisationId, known["organisations"]),
            (kinds.PlaceId, known["places"]),
            (kinds.ProgrammeId, known["programmes"]),
            (kinds.Slug, "s1"),
        ]

    def record(self, cls: type) -> dict[str, Any]:
        hints = get_type_hints(cls, include_extras=True)
        given: dict[str, Any] = {}
        for field in fields(cls):
            if (value := _FIXED.get((cls, field.name), self)) is self:
                value = self.value(hints[field.name])
            if value is not None and field.name not in SECTIONS:
                given[field.name] = value
        return given

    def value(self, hint: Any) -> Any:
        special = next((value for kind, value in self._special if is_kind(hint, kind)), None)
        if special is not None:
            return special
        origin, parts = get_origin(hint), get_args(hint)
        if origin is Annotated and parts[0] is str:
            return fitted(self._payload, hint)
        if origin is Annotated:
            return self.value(parts[0])
        if origin in (Union, UnionType):
            return self.value(next(part for part in parts if part is not NoneType))
        if origin is Literal:
            return str(parts[0])
        if origin is tuple:
            return [self.value(parts[0])]
        if isinstance(hint, type) and is_dataclass(hint):
            return self.record(hint)
        if origin is not None and issubclass(origin, Mapping):
            return {self.value(parts[0]): self.value(parts[1])}
        raise TypeError(hint)


def is_kind(hint: Any, kind: Any) -> bool:
    """Whether a type is a kind of value, or that kind with further limits."""
    return bool(get_args(hint)[: len(get_args(kind))] == get_args(kind))


def hostile_practices(folder: Path) -> dict[str, str]:
    """Write the folder of practices that pass the checks; gives the payload of the fields of each entry by its id."""
    empty_catalogue(folder)
    payloads = {f"zly-{n}": payload for n, payload in enumerate((*PASSED, *FIELDS_ONLY))}
    for practice_id, payload in payloads.items():
        add_entry(folder, practice_id, payload, _HARMLESS if payload in FIELDS_ONLY else payload)
    for n, payload in enumerate(STORIES_ONLY):
        add_entry(folder, f"opis-{n}", f"{_HARMLESS} {n}", payload)
    return payloads


def empty_catalogue(folder: Path) -> None:
    """A folder of practices without any."""
    copy_practices(folder, "epic")
    shutil.rmtree(folder / "epic")


def add_entry(folder: Path, practice_id: str, payload: str, story: str) -> None:
    """Write an entry with one text in its fields and one in its sections, and a record of each kind that it names."""
    known = {Path(name).name: practice_id for name in _SHARED}
    filling = _Filling(payload, known)
    for name, cls in _SHARED.items():
        path = folder / f"{name}.yml"
        with path.open("a", encoding="utf-8") as file:
            file.write("\n" + yaml.safe_dump([{**filling.record(cls), "id": practice_id}], allow_unicode=True))
    given = filling.record(Practice)
    given["editorial"]["state"] = "published"
    given["not_applicable"] = {"age_range": fitted(payload, kinds.Text)}
    given["indicators"] = list(indicators(given["indicators"][0], filling))
    entry = folder / practice_id / "index.md"
    entry.parent.mkdir()
    Image.new("RGB", (8, 8)).save(entry.parent / "obraz.png")
    text = yaml.safe_dump(given, allow_unicode=True, sort_keys=False)
    stories = "".join(f"\n## {_HEADINGS(f'section.{name}')}\n\n{story} [^s1]\n" for name in SECTIONS)
    entry.write_text(f"---\n{text}---\n{stories}", encoding="utf-8")


def indicators(given: dict[str, Any], filling: _Filling) -> Iterator[dict[str, Any]]:
    """A figure of every nature, the first split, the second a part of it."""
    split = {**filling.record(Split), "dimension": "other"}
    yield {**given, "id": "i1", "nature": "output", "unit": "person", "split": [split]}
    yield {**given, "id": "i2", "nature": "output", "unit": "person", "of": "i1"}
    yield {**given, "id": "i3", "nature": "target", "unit": "other"}


def fitted(payload: str, kind: Any) -> str:
    """The payload as often as the shortest text asks for, and not longer than the longest."""
    limits = str(get_args(kind)[1:])
    shortest = limit_in(limits, "min_length", 1)
    longest = limit_in(limits, "max_length", 20_000)
    text = payload
    while len(text) < shortest:
        text += " " + payload
    return text[:longest].strip()


def limit_in(limits: str, name: str, otherwise: int) -> int:
    _, found, rest = limits.partition(f"{name}=")
    return int(rest.split(")")[0]) if found else otherwise


IDENTITY = {
    "name": "Katalog \"nazwa\" & 'inna' &lt;b&gt; {{ 7 * 7 }}",
    "tagline": "' onfocus='alert(1)' \" &#60;img src=x onerror=alert(1)&#62;",
    "description": '" onload="alert(1)" &lt;script&gt;alert(1)&lt;/script&gt;',
    "owner": "Biuro \"><' & &amp;lt;i&amp;gt; ${alert(1)}",
}
