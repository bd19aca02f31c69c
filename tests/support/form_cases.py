"""The cases of entries as the form has them: what is typed, and the problems that the validator finds in it."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from tests.support.cases import FILES, Case
from tests.support.documents import documents, signs
from tests.support.entries import CASES
from tests.support.samples import published
from tests.support.spellings import spellings, usual_spellings
from tests.support.submissions import reference

from goodpractices.catalogue import SECTIONS, Identity, Practice, Shape, record_shape
from goodpractices.editing.submissions.reading import walk
from goodpractices.finding import KINDS
from goodpractices.publishing.form import FORM_SCRIPTS, form_data
from goodpractices.wording import Translations

FOLDERS = ("fields", "figures", "rules", "story", "form")
# What nobody can do in a form: it writes fields, lists and headings itself, and what is left empty is not there.
BEYOND_A_FORM = {
    "fields": {
        "empty",
        "field-belongs-elsewhere",
        "misspelt-required",
        "not-a-list",
        "not-a-mapping",
        "not-text",
        "not-true-false",
        "section-as-field",
        "unknown-key-far",
        "unknown-key-near",
        "unknown-key-nested",
    },
    "rules": {"proposals-left"},
    "story": {
        "empty-section",
        "heading-without-space",
        "repeated-section",
        "section-order",
        "text-before-sections",
        "title-in-body",
        "unknown-section-far",
        "unknown-section-near",
    },
}
# What the form reads all the same, since it can be meant in one way only.
_UNDERSTOOD = {
    "fields": {"amount-in-words", "bad-currency", "bad-date", "bad-language", "date-in-words", "not-a-number-comma"},
}
_FIELDS: Mapping[str, Shape] = record_shape(Practice)["fields"]
_HOST = "https://git.example.org/katalog"


def form_cases() -> Iterator[tuple[str, Case]]:
    """The cases that somebody can type, by folder and name."""
    for path in FILES:
        case = Case(**_read(path))
        others = {*BEYOND_A_FORM.get(path.parent.name, ()), *_UNDERSTOOD.get(path.parent.name, ())}
        is_possible = path.parent.name in FOLDERS and path.stem not in others
        if is_possible and not (case.lines or case.file or case.files):
            yield f"{path.parent.name}/{path.stem}", case


def expected(case: Case) -> list[str]:
    """The problems without their lines, which a form has not."""
    return sorted(re.sub(r"^\d+:\d+: ", "", line) for line in case.problems)


def raw_entry(case: Case) -> dict[str, Any]:
    base = _read(CASES / "_base" / "practice.yml")
    entry = {name: value for name, value in base.items() if name not in case.without} | dict(case.practice or {})
    return {"id": "wzor", **{name: _raw(_FIELDS[name], value) for name, value in entry.items()}, **_stories(case.body)}


def known_ids() -> dict[str, list[str]]:
    """The ids there are in the example folder that the cases change."""
    read = {path.stem: _read(path) for path in (CASES / "_base").glob("_*/*.yml")}
    return {name: [record["id"] for record in records] for name, records in read.items()} | {"practices": ["wzor"]}


def write_cases(path: Path) -> None:
    """Write what the tests of the form in Node are given: its data, and all cases."""
    identity = Identity(name="Katalog", tagline="Miasta", description="Opis", repository=_HOST)
    catalogue = published(path.parent, {"las": {"title": "Las"}, "most": {"title": "Most"}})
    data = b"".join(form_data(catalogue, identity, Translations.load("pl"))).decode()
    cases = [
        {"name": name, "claim": case.claim, "raw": raw_entry(case), "problems": expected(case)}
        for name, case in form_cases()
    ]
    source = json.loads(data.removeprefix("self.KatalogFormularz=").removesuffix(";"))
    scripts, later = (
        [each.removeprefix("assets/scripts/").removesuffix(".js") for each in names] for names in FORM_SCRIPTS.values()
    )
    values = {"source": source, "scripts": scripts, "later": later, "known": known_ids(), "cases": cases}
    spelled = {"spellings": spellings(), "usual": usual_spellings(), "ways_known": _ways_known()}
    told = {"documents": documents(), "signs": signs(), "skipped": sorted(walk.SKIPPED)}
    told["skipped_in_properties"] = sorted(walk.SKIPPED_IN_PROPERTIES)
    fit = {
        "cases": yaml.load((CASES / "_fit.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader),
        "kinds": KINDS,
    }
    path.write_text(json.dumps({**values, **spelled, **told, "fit": fit}), encoding="utf-8")


def _ways_known() -> dict[str, list[str]]:
    """The ids of the real catalogue, which the practice of ``tests/cases/_ways`` names."""
    return {name: sorted(ids) for name, ids in reference().names().items()}


def _raw(shape: Mapping[str, Any], value: Any) -> Any:
    """A value as the controls of the form hand it over."""
    if shape["kind"] == "record":
        return {name: _raw(shape["fields"][name], each) for name, each in value.items()}
    if shape["kind"] == "list":
        return [_raw(shape["of"], each) for each in (value if isinstance(value, list) else [value])]
    if shape["kind"] == "map":
        return [[key, _raw(shape["of"], each)] for key, each in value.items()]
    return value == "true" if shape["kind"] == "truth" else value


def _stories(body: str) -> dict[str, str]:
    polish = Translations.load("pl")
    sections = {polish(f"section.{section}"): section for section in SECTIONS}
    parts = re.split(r"^##(?!#) *(.*)$", body, flags=re.MULTILINE)
    return {sections[heading]: text.strip() for heading, text in zip(parts[1::2], parts[2::2], strict=True)}


def _read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506
