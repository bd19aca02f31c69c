"""The form, as officials use it: what they enter becomes the entry, what is wrong is said as the validator says it."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page
from pydantic import TypeAdapter
from tests.browser.conftest import Visit
from tests.browser.test_accessibility import violations
from tests.browser.typist import FIELDS, Typist
from tests.browser.visitor import PHONE, WIDE, Scheme, Visitor
from tests.builds import copy_practices
from tests.example import PRACTICES
from tests.unit.catalogue.cases import FILES, Case
from tests.unit.catalogue.examples import CASES

from goodpractices.catalogue import SECTIONS, VOCABULARIES, Catalogue, Practice, load_catalogue
from goodpractices.editing import practice_files
from goodpractices.publishing import FORM_STEPS
from goodpractices.wording import Translations

pytestmark = pytest.mark.browser

FORM = "zglos/"
LAST = "a[href='#krok-7']"
ENTRIES = sorted(path.parent.name for path in PRACTICES.glob("*/index.md"))
REGISTRIES = ("organisations", "places", "programmes")
ADAPTER = TypeAdapter(Practice)

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


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(PRACTICES)


def ready(visitor: Visitor, address: str = FORM) -> Page:
    page = visitor.open(address)
    visitor.wait_for("document.querySelector('[data-form]').dataset.state === 'ready'")
    return page


def finished_text(visitor: Visitor) -> str:
    """The text of the finished file, once nothing is wrong any more."""
    page = visitor.page
    page.locator(LAST).click()
    page.get_by_role("button", name="Sprawdź całość").click()
    problems = page.locator("[data-summary-list] li").all_inner_texts()
    assert problems == []
    return page.locator("#tresc-pliku").input_value()


def said(practice: Practice) -> dict[str, Any]:
    """An entry as short as a file may say it."""
    record: dict[str, Any] = ADAPTER.dump_python(practice, mode="json", exclude_defaults=True)
    record.pop("translations", None)
    return {name: value.strip("\n") if name in SECTIONS else value for name, value in record.items()}


def written(record: Mapping[str, Any]) -> str:
    """The file that the project's own writer makes of an entry."""
    vocabularies: dict[str, Any] = {name: [] for name in VOCABULARIES}
    registry: dict[str, Any] = {name: [] for name in REGISTRIES}
    data = {"version": "1.0", "practices": [record], "vocabularies": vocabularies, "registry": registry}
    files = dict(practice_files(data))
    return files[f"{record['id']}/index.md"]


@pytest.mark.parametrize("practice_id", ENTRIES)
def test_an_entry_typed_field_by_field_becomes_its_file(
    visit: Visit, catalogue: Catalogue, practice_id: str, tmp_path: Path
) -> None:
    practice = catalogue.practices[practice_id]
    visitor = visit()
    page = ready(visitor)
    new_id = f"{practice_id}-2"  # the id itself is taken
    Typist(page, catalogue).enter({**said(practice), "id": new_id})
    text = finished_text(visitor)
    assert text == written({**said(practice), "id": new_id})
    assert page.get_by_text(f"practices/{new_id}/index.md").is_visible()
    copy_practices(tmp_path / "practices")
    (tmp_path / "practices" / practice_id / "index.md").write_text(text, encoding="utf-8")
    assert load_catalogue(tmp_path / "practices").practices[practice_id] == without_blank_ends(practice)


def without_blank_ends(practice: Practice) -> Practice:
    """The practice with its stories as files written anew have them: each begins after one empty line."""
    stories = {name: f"\n{story.strip()}" for name in SECTIONS if (story := getattr(practice, name))}
    record: Practice = ADAPTER.validate_python({**ADAPTER.dump_python(practice, mode="json"), **stories})
    return record


def test_an_opened_entry_comes_back_as_it_was(visit: Visit, catalogue: Catalogue) -> None:
    visitor = visit()
    page = ready(visitor)
    page.get_by_text("Szkice i poprawki").click()
    for practice_id in ENTRIES:
        practice = catalogue.practices[practice_id]
        page.get_by_label("Popraw praktykę z katalogu").fill(practice.title)
        page.get_by_role("button", name="Otwórz", exact=True).click()
        page.get_by_text(f"Poprawiasz praktykę: {practice.title}").wait_for()
        assert finished_text(visitor) == written(said(practice))


def test_texts_are_quoted_as_the_writer_of_the_project_quotes_them(visit: Visit) -> None:
    visitor = visit()
    page = ready(visitor)
    words = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=12)
    signs = ["-", "?", ":", "#", "'", '"', "no", "2016", "2016-12-01", "1.5", "0x1", "~", "=", "a:", "[x]"]
    special = st.sampled_from(signs)
    texts = st.lists(st.one_of(words, special), min_size=1, max_size=40).map(" ".join)

    @given(st.lists(texts, min_size=1, max_size=60))
    @settings(max_examples=25, deadline=None, derandomize=True, database=None)
    def same(some: list[str]) -> None:
        values = [*some, " ".join(some * 3)]  # longer than a line
        lines = {"one": "\n".join(values), "blocks": ["\n\n".join(values)]}
        pairs = [{"key": value, "other": True} for value in values]
        record = {"id": "x", "title": values[0], "a": values, "b": pairs, "lines": lines}
        assert page.evaluate("record => KatalogForm.entryText(record)", record) == written(record)

    same()


def test_a_text_of_several_lines_keeps_them(visit: Visit, catalogue: Catalogue) -> None:
    easy = {"text": "To jest szkoła.\nNauka trwa rok.\n\nZapraszamy.", "tested_by": "Grupa", "tested_on": "2026-10"}
    given = {**ADAPTER.dump_python(catalogue.practices["epic"], mode="json"), "id": "epic-2", "easy_to_read": easy}
    record = said(ADAPTER.validate_python(given))
    visitor = visit()
    page = ready(visitor)
    typed = {**easy, "text": " To  jest szkoła. \nNauka trwa rok.\n\n\n \nZapraszamy.\n"}
    Typist(page, catalogue).enter({**record, "easy_to_read": typed})
    assert finished_text(visitor) == written(record)


def test_what_was_typed_is_there_after_a_reload_and_after_a_step_back(anywhere: Visit) -> None:
    visitor = anywhere()
    page = ready(visitor)
    title = page.locator("#krok-1").get_by_label("Tytuł (wymagane)").first
    title.fill("Las w „mieście” <b>")
    page.get_by_text("Szkic zapisany").wait_for()
    page.get_by_role("button", name="Dalej").first.click()
    assert visitor.focused == "krok-2-tytul"
    page.go_back()
    visitor.wait_for("document.querySelector('#krok-1').hidden === false")
    assert title.input_value() == "Las w „mieście” <b>"
    page.reload()
    visitor.wait_for("document.querySelector('[data-form]').dataset.state === 'ready'")
    assert title.input_value() == "Las w „mieście” <b>"
    page.get_by_text("Wczytano szkic").wait_for()


def test_a_draft_goes_into_a_file_and_comes_back(anywhere: Visit, tmp_path: Path) -> None:
    visitor = anywhere()
    page = ready(visitor)
    title = page.locator("#krok-1").get_by_label("Tytuł (wymagane)").first
    title.fill("Las")
    page.locator("#krok-1").get_by_label("Kultura i biblioteki").check()
    page.locator(".form__drafts summary").click()
    with page.expect_download() as started:
        page.get_by_role("button", name="Zapisz szkic w pliku").click()
    assert started.value.suggested_filename == "szkic-las.json"
    draft = tmp_path / "szkic-las.json"
    started.value.save_as(draft)
    page.get_by_role("button", name="Zacznij od nowa").click()
    assert title.input_value() == ""
    page.get_by_label("Otwórz szkic z pliku").set_input_files(draft)
    visitor.wait_for("document.querySelector('[data-name=title] input').value === 'Las'")
    assert page.locator("#krok-1").get_by_label("Kultura i biblioteki").is_checked()


@pytest.mark.parametrize("content", ["", "[]", "{", '{"version": 1, "entry": []}', '{"version": 2, "entry": {}}', "\0"])
def test_a_file_that_is_no_draft_changes_nothing(visit: Visit, tmp_path: Path, content: str) -> None:
    page = ready(visit())
    title = page.locator("#krok-1").get_by_label("Tytuł (wymagane)").first
    title.fill("Las")
    page.get_by_text("Szkice i poprawki").click()
    (tmp_path / "x.json").write_text(content, encoding="utf-8")
    page.get_by_label("Otwórz szkic z pliku").set_input_files(tmp_path / "x.json")
    page.get_by_text("To nie jest szkic z tego formularza").wait_for()
    assert title.input_value() == "Las"


def test_a_hostile_draft_is_only_text(visit: Visit, tmp_path: Path) -> None:
    hostile = "<img src=x onerror=alert(1)>"
    strange: list[Any] = [hostile, 7, None, [], {}, [[hostile]], [{"id": hostile, "__proto__": {"x": hostile}}], True]
    visitor = visit()
    page = ready(visitor)
    page.get_by_text("Szkice i poprawki").click()
    for value in strange:
        draft = {"version": 1, "opened": "", "entry": dict.fromkeys(FIELDS, value), "added": {"organisations": value}}
        (tmp_path / "x.json").write_text(json.dumps(draft), encoding="utf-8")
        page.get_by_label("Otwórz szkic z pliku").set_input_files(tmp_path / "x.json")
        page.wait_for_timeout(50)
        page.locator(LAST).click()
        page.get_by_role("button", name="Sprawdź całość").click()
        assert page.locator("[data-form] img").count() == 0
        assert page.evaluate("({}).x") is None


def test_a_hostile_catalogue_brings_only_words_into_the_form(visit: Visit, hostile_web: str) -> None:
    visitor = visit(base=hostile_web)
    page = ready(visitor)
    page.get_by_text("Szkice i poprawki").click()
    for title in ("zly-0", "zly-5", "zly-9"):
        page.get_by_label("Popraw praktykę z katalogu").fill(title)
        page.get_by_role("button", name="Otwórz", exact=True).click()
        page.get_by_text("Poprawiasz praktykę:").wait_for()
        page.locator(LAST).click()
        assert page.locator("[data-form]").locator("img, script, svg, [onclick]").count() == 0


def test_an_organisation_that_is_on_no_list_comes_with_the_entry(visit: Visit, catalogue: Catalogue) -> None:
    visitor = visit()
    page = ready(visitor)
    entry = said(catalogue.practices["epic"])
    Typist(page, catalogue).enter({**entry, "id": "nowa", "organisations": []})
    page.locator("a[href='#krok-2']").click()
    people = page.locator("#krok-2")
    people.get_by_role("button", name="Dodaj nową organizację").click()
    added = people.locator("[data-name='organisations']").last
    added.get_by_label("Identyfikator").fill("klub-las")
    added.get_by_label("Nazwa (wymagane)").fill("Klub Las")
    added.get_by_label("Rodzaj organizacji").select_option("school-education")
    people.get_by_role("button", name="Dodaj organizację").click()
    used = people.locator("[data-name='organisations']").first
    used.get_by_label("Organizacja (wymagane)").fill("klub las")
    used.get_by_label("Rola").select_option("leader")
    assert "- org: klub-las\n  role: leader\n" in finished_text(visitor)
    record = page.get_by_label("Dopisz na końcu pliku practices/_registry/organisations.yml:").input_value()
    assert record == "- id: klub-las\n  name: Klub Las\n  kind: school-education\n"


def test_what_was_removed_can_be_had_back(visit: Visit) -> None:
    page = ready(visit())
    source = page.locator("#krok-1 [data-name='sources']")
    source.get_by_label("Tytuł").fill("Raport")
    source.get_by_role("button", name="Usuń: Źródło 1").click()
    assert source.get_by_label("Tytuł").count() == 0
    source.get_by_role("button", name="Cofnij usunięcie").click()
    assert source.get_by_label("Tytuł").input_value() == "Raport"


def test_problems_lead_to_their_fields(anywhere: Visit) -> None:
    visitor = anywhere()
    page = ready(visitor)
    page.locator(LAST).click()
    page.get_by_role("button", name="Sprawdź całość").click()
    assert page.evaluate("document.activeElement.matches('[data-summary]')")
    page.get_by_role("link", name="Źródła › Źródło 1 › Tytuł: Uzupełnij to pole.").click()
    focused = page.locator(":focus")
    assert focused.get_attribute("aria-invalid") == "true"
    ids = (focused.get_attribute("aria-describedby") or "").split()
    assert "Uzupełnij to pole." in [page.locator(f"#{each}").inner_text() for each in ids]
    focused.fill("Raport")
    visitor.wait_for("!document.activeElement.hasAttribute('aria-invalid')")


def test_the_form_can_be_filled_in_with_the_keyboard_alone(visit: Visit) -> None:
    visitor = visit()
    page = ready(visitor)
    page.locator("#krok-1").get_by_label("Tytuł (wymagane)").first.focus()
    keys = page.keyboard
    keys.type("Las w mieście")
    keys.press("Tab")
    keys.type("Mieszkańcy sadzą drzewa razem ze szkołami i strażą miejską. Każda klasa opiekuje się lasem.")
    keys.press("Tab")
    keys.type("Proj")
    keys.press("Tab")
    keys.press("Space")
    page.get_by_label("Stan (wymagane)").first.focus()
    keys.type("Trwa")
    keys.press("Tab")
    keys.type("Gdynia")
    page.locator("#krok-1 [data-name='sources']").get_by_label("Tytuł").focus()
    keys.type("Raport")
    page.locator("#krok-1 [data-go]").focus()
    keys.press("Enter")
    assert visitor.focused == "krok-2-tytul"
    text = finished_text(visitor)
    assert "title: Las w mieście\n" in text
    assert "kind: project\nthemes:\n- migrant-integration\nplaces:\n- place: gdynia\nlifecycle: running\n" in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_nothing_stands_in_the_way_on_any_step(visit: Visit, width: int, scheme: Scheme) -> None:
    visitor = visit(width=width, scheme=scheme)
    page = ready(visitor)
    assert violations(visitor) == []
    page.get_by_text("Szkice i poprawki").click()
    page.get_by_label("Popraw praktykę z katalogu").fill("gdynia-pracownia")
    page.get_by_role("button", name="Otwórz", exact=True).click()
    page.get_by_text("Poprawiasz praktykę").wait_for()
    page.evaluate("document.querySelectorAll('.form details').forEach(each => each.open = true)")
    for number in range(1, len(FORM_STEPS) + 1):
        page.locator(f"a[href='#krok-{number}']").click()
        assert violations(visitor) == [], number
        assert not visitor.scrolls_sideways, number
    page.get_by_role("button", name="Zacznij od nowa").click()
    page.locator(LAST).click()
    page.get_by_role("button", name="Sprawdź całość").click()
    for number in (7, 1):
        page.locator(f"a[href='#krok-{number}']").click()
        assert violations(visitor) == [], number
        assert not visitor.scrolls_sideways, number


def test_without_scripts_the_page_says_what_to_do_instead(visit: Visit) -> None:
    page = visit(javascript=False).open(FORM)
    assert page.get_by_text("Formularz działa tylko z włączonym JavaScriptem").is_visible()
    assert page.locator("form[data-form]").is_hidden()


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
        """([raw, known]) => KatalogForm.check(raw, known).problems.map(
            (each) => KatalogForm.fieldName(each.location) + ": " + KatalogForm.problemText(each))""",
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
