"""What is wrong with an entry is said in the form as the validator says it."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page
from tests.browser.forms import ready
from tests.browser.typist import FIELDS
from tests.browser.visitor import Visitor
from tests.support.cases import FILES, Case
from tests.support.entries import CASES

from goodpractices.catalogue import SECTIONS
from goodpractices.wording import Translations

pytestmark = pytest.mark.browser

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


def cases() -> list[Any]:
    found = []
    for path in FILES:
        case = Case(**yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader))  # noqa: S506
        is_possible = path.parent.name in FOLDERS and path.stem not in BEYOND_A_FORM.get(path.parent.name, ())
        if is_possible and not (case.lines or case.file or case.files):
            found.append(pytest.param(case, id=f"{path.parent.name}/{path.stem}"))
    return found


@pytest.fixture(scope="module")
def form_page(browser: Browser, web: str) -> Iterator[Page]:
    visitor = Visitor(browser, web)
    yield ready(visitor)
    visitor.close()


@pytest.mark.parametrize("case", cases())
def test_the_form_says_what_the_validator_says(form_page: Page, case: Case) -> None:
    told = form_page.evaluate(
        """([raw, known]) => FormCheck.check(raw, known).problems.map(
            (each) => FormWords.fieldName(each.location) + ": " + FormWords.problemText(each))""",
        [raw_entry(case), known_ids()],
    )
    expected = [re.sub(r"^\d+:\d+: ", "", line) for line in case.problems]
    # A report shows any blank as a plain one.
    assert sorted(text.replace("\xa0", " ") for text in told) == sorted(expected), case.claim


def raw_entry(case: Case) -> dict[str, Any]:
    base = yaml.load((CASES / "_base" / "practice.yml").read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506
    entry = {name: value for name, value in base.items() if name not in case.without} | dict(case.practice or {})
    return {"id": "wzor", **{name: raw(FIELDS[name], value) for name, value in entry.items()}, **stories(case.body)}


def raw(shape: Mapping[str, Any], value: Any) -> Any:
    """A value as the controls of the form hand it over."""
    if shape["kind"] == "record":
        return {name: raw(shape["fields"][name], each) for name, each in value.items()}
    if shape["kind"] == "list":
        return [raw(shape["of"], each) for each in (value if isinstance(value, list) else [value])]
    if shape["kind"] == "map":
        return [[key, raw(shape["of"], each)] for key, each in value.items()]
    return value == "true" if shape["kind"] == "truth" else value


def stories(body: str) -> dict[str, str]:
    polish = Translations.load("pl")
    sections = {polish(f"section.{section}"): section for section in SECTIONS}
    parts = re.split(r"^##(?!#) *(.*)$", body, flags=re.MULTILINE)
    return {sections[heading]: text.strip() for heading, text in zip(parts[1::2], parts[2::2], strict=True)}


def known_ids() -> dict[str, list[str]]:
    """The ids there are in the example folder that the cases change."""
    shared = {path.stem: path for path in (CASES / "_base").glob("_*/*.yml")}
    read = {name: yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader) for name, path in shared.items()}  # noqa: S506
    return {name: [record["id"] for record in records] for name, records in read.items()} | {"practices": ["wzor"]}
