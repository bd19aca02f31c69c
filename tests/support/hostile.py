"""A catalogue whose every text tries to become something else on the page.

The entries are made from the model itself: each field that takes words of an editor holds the payload, so a field that
joins the model later is tried as well. What the catalogue refuses is not tried further: a refusal is the best answer.
"""

import shutil
import unicodedata
from collections.abc import Iterator, Mapping, Set
from dataclasses import fields, is_dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import yaml
from PIL import Image
from tests.support.builds import copy_practices
from tests.support.covering import covering
from tests.support.paths import ROOT

from goodpractices.catalogue import SECTIONS, EasyText, GlossaryItem, Organisation, Place, Practice, Programme, Term
from goodpractices.catalogue import fields as kinds
from goodpractices.catalogue.evidence import FormerValue, Indicator, OtherFigure, OtherStatement, Split
from goodpractices.catalogue.identity import Legal, LegalInLanguage
from goodpractices.catalogue.records import Consent, Contact, Editorial
from goodpractices.wording import Translations

CORPUS = ROOT / "tests" / "cases" / "_hostile"


def texts(kind: str) -> tuple[str, ...]:
    """The texts of one kind from all files of the corpus, each once, in the order of the files.

    They are composed (NFC), as the catalogue reads them.
    """
    found = (unicodedata.normalize("NFC", text) for file in _corpus().values() for text in file.get(kind, ()))
    return tuple(dict.fromkeys(found))


def listed(name: str, kind: str) -> list[Any]:
    """What one file of the corpus lists under a name."""
    found: list[Any] = _corpus()[name][kind]
    return found


@cache
def _corpus() -> Mapping[str, Mapping[str, Any]]:
    """What each file of the corpus holds by its name, in the order of the files."""
    paths = sorted(CORPUS.glob("*.yml"))
    return {path.stem: yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader) for path in paths}


ADDRESSES = tuple(listed("addresses", "refused"))
"""What no field for an address takes; in other fields most of it is only a text."""

REFUSED = tuple(text for text in texts("refused") if text not in ADDRESSES)
"""What no field and no story takes."""

PASSED = texts("words")
"""What is only a text, and must stay what it is."""

FIELDS_ONLY = texts("words_in_fields")
"""What stories refuse, as Markdown would make something of it."""

TAKEN = frozenset((*PASSED, *FIELDS_ONLY))
"""What fields take."""

STORIES_ONLY = texts("markdown")
"""What Markdown makes links of, and fields refuse in part."""

FOR_THEIR_WORDS = (
    "{{ config.__class__.__mro__ }}",
    "a < b && c > d",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<1 onclick=alert(1)>",
    "=cmd|' /C calc'!A0",
    "javascript:alert(1)",
    "__proto__ constructor prototype",
    "KATALOG-CONTENT KATALOG-TITLE KATALOG-ADDRESS-practices-0/",
    "[x](javascript:alert(1))",
)
"""Texts that tests ask for, or that do harm by their words rather than by their signs."""

CONSTRUCTS: Mapping[str, str] = {
    "challenge": "{0}",
    "goals": "- {0}\n- x\n    - {0}",
    "solution": "| {0} | x |\n|---|--:|\n| {0} | {0} |",
    "steps": "1. {0}\n2. x",
    "outcomes": "> {0}",
    "beneficiary_view": "**{0}** *{0}* `{0}` [^s1]",
    "success_factors": "### {0}\n\n{0}",
    "transfer_story": "[{0}](https://example.org/) {0}",
}
"""Where a text can stand in a story, by the section that has it there."""

Known = Mapping[str, str]
"""Ids an entry may name, by what they name."""

SHARED: Mapping[str, type] = {
    "_registry/organisations": Organisation,
    "_registry/places": Place,
    "_registry/programmes": Programme,
    "_registry/glossary": GlossaryItem,
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
    (Contact, "consent_until"): None,
    (Editorial, "proposals"): None,  # which nothing that is published may have
    (Consent, "until"): "2099-01-01",
    (Consent, "covers"): None,
    (Indicator, "of"): None,
    (Indicator, "value"): None,  # words stand in its place
    (OtherFigure, "value"): None,
    (OtherStatement, "value"): None,
    (FormerValue, "value"): None,
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
_ENGLISH = Translations.load("en")


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
            return {each: self.value(parts[1]) for each in self.keys(parts[0])}
        raise TypeError(hint)

    def keys(self, hint: Any) -> list[Any]:
        """What words are kept by; those of a language are wanted in Polish too, unless that has a field of its own."""
        if is_kind(hint, kinds.OtherLanguage):
            return ["en", "de"]
        return ["pl", "de"] if is_kind(hint, kinds.Language) else [self.value(hint)]


def is_kind(hint: Any, kind: Any) -> bool:
    """Whether a type is a kind of value, or that kind with further limits."""
    return bool(get_args(hint)[: len(get_args(kind))] == get_args(kind))


def hostile_practices(folder: Path, taken: Set[str] = TAKEN) -> dict[str, str]:
    """Write the folder of practices that pass the checks; gives the payload of the fields of each entry by its id.

    There is an entry for each of some texts, and always for the first one: stories of the corpus lead to it.
    """
    empty_catalogue(folder)
    texts = {PASSED[0], *taken}
    payloads = {f"zly-{n}": each for n, each in enumerate((*PASSED, *FIELDS_ONLY)) if each in texts}
    for practice_id, payload in payloads.items():
        add_entry(folder, practice_id, payload, _HARMLESS if payload in FIELDS_ONLY else payload)
    for n, payload in enumerate(STORIES_ONLY):
        add_entry(folder, f"opis-{n}", f"{_HARMLESS} {n}", payload)
    return payloads


def telling_texts() -> set[str]:
    """Texts among which each sign occurs that any has: wherever it begins one, and beside each other sign it is beside.

    What signs do to a page they do in one text as in another.
    """
    signs = {text: {*_signs_of(text)} for text in (*PASSED, *FIELDS_ONLY)}
    assert {*FOR_THEIR_WORDS} <= signs.keys()
    known = {sign for text in FOR_THEIR_WORDS for sign in signs[text]}
    return {*FOR_THEIR_WORDS, *covering({text: each - known for text, each in signs.items()})}


def _signs_of(text: str) -> Iterator[str]:
    """The signs of a text, alone, side by side and at its beginning; letters and figures are all one sign."""
    signs = "".join("a" if each.isalnum() else each for each in text)
    yield f"begins with {signs[0]}"
    yield from signs
    yield from (one + other for one, other in pairwise(signs) if not {"a", " "} & {one, other})


def empty_catalogue(folder: Path) -> None:
    """A folder of practices without any."""
    copy_practices(folder, "epic")
    shutil.rmtree(folder / "epic")


def add_entry(folder: Path, practice_id: str, payload: str, story: str) -> None:
    """Write an entry with one text in its fields and one in its sections, and a record of each kind that it names."""
    known = {Path(name).name: practice_id for name in SHARED}
    filling = _Filling(payload, known)
    for name, cls in SHARED.items():
        path = folder / f"{name}.yml"
        with path.open("a", encoding="utf-8") as file:
            file.write("\n" + dumped([{**filling.record(cls), "id": practice_id}]))
    given = filling.record(Practice)
    given["editorial"]["state"] = "published"
    given["not_applicable"] = {"age_range": fitted(payload, kinds.Text)}
    given["indicators"] = list(indicators(given["indicators"][0], filling))
    entry = folder / practice_id / "index.md"
    entry.parent.mkdir()
    Image.new("RGB", (8, 8)).save(entry.parent / "obraz.png")
    text = dumped(given)
    entry.write_text(f"---\n{text}---\n{in_sections(story, _HEADINGS)}", encoding="utf-8")
    words = {"title": kinds.Title, "summary": kinds.Summary, "short_title": kinds.ShortTitle}
    words["plain_summary"] = kinds.Text
    translation: dict[str, Any] = {name: fitted(payload, kind) for name, kind in words.items()}
    translation["translation"] = {"kind": "human", "by": fitted(payload, kinds.Label), "source_hash": "0" * 64}
    translation["easy_to_read"] = filling.record(EasyText)
    text = dumped(translation)
    (entry.parent / "index.en.md").write_text(f"---\n{text}---\n{in_sections(story, _ENGLISH)}", encoding="utf-8")


class _Dumper(yaml.CSafeDumper):
    """Writes what several figures share in full in each of them: the catalogue reads no aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def dumped(given: Any) -> str:
    """YAML with each text on a line of its own."""
    text: str = yaml.dump(given, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100_000)
    return text


def in_sections(story: str, headings: Translations) -> str:
    """The sections of an entry, each with the text in another place of Markdown."""
    sections = ((headings(f"section.{name}"), CONSTRUCTS[name].format(story)) for name in SECTIONS)
    return "".join(f"\n## {heading}\n\n{text} [^s1]\n" for heading, text in sections)


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
    while len(" ".join(text.split())) < shortest:
        text += " " + payload
    return " ".join(text.split())[:longest].strip()


def limit_in(limits: str, name: str, otherwise: int) -> int:
    _, found, rest = limits.partition(f"{name}=")
    return int(rest.split(")")[0]) if found else otherwise


IDENTITY: dict[str, Any] = {
    "name": "Katalog \"nazwa\" & 'inna' &lt;b&gt; {{ 7 * 7 }}",
    "tagline": "' onfocus='alert(1)' \" &#60;img src=x onerror=alert(1)&#62;",
    "description": '" onload="alert(1)" &lt;script&gt;alert(1)&lt;/script&gt;',
    "owner": "Biuro \"><' & &amp;lt;i&amp;gt; ${alert(1)}",
}
_FILLED = _Filling(IDENTITY["tagline"], dict.fromkeys((Path(name).name for name in SHARED), ""))
IDENTITY["legal"] = _FILLED.record(Legal)
IDENTITY["translations"] = {
    "en": {
        **{name: IDENTITY[name] for name in ("name", "tagline", "description")},
        "legal": _FILLED.record(LegalInLanguage),
    }
}
