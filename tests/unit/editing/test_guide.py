"""What stands beside a message: the field in words, an example, and a page of the guide that really has the section."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from PIL import Image
from tests.support.builds import SOME_ENTRIES, copy_practices
from tests.support.paths import ROOT
from tests.support.samples import IDENTITY

from goodpractices.catalogue import (
    COUNTED,
    FIELD_SECTIONS,
    SECTIONS,
    InvalidCatalogue,
    Location,
    Practice,
    Problem,
    ageing,
    load_catalogue,
)
from goodpractices.catalogue.choices import EditorialState
from goodpractices.editing import Guide
from goodpractices.editing.advice import readability
from goodpractices.editing.guide import (
    AFTERWARDS,
    COMMON_MISTAKES,
    HEADINGS,
    MEASURED,
    SHARED_LISTS,
    YAML_TRAPS,
    field_example,
    field_label,
)
from goodpractices.editing.reports import listed, problem_text
from goodpractices.wording import Translations

DOCS = ROOT / "docs" / "dla-redakcji"
PL = Translations.load("pl")
FIELDS_PAGE = (DOCS / "pola" / "index.md").read_text(encoding="utf-8")
REGISTRIES = {
    "term": "_vocabularies/themes",
    "organisation": "_registry/organisations",
    "place": "_registry/places",
    "programme": "_registry/programmes",
    "glossary": "_registry/glossary",
    "rates": "_registry/rates",
}
HERE, WEB = Guide.of(None), Guide.of(IDENTITY)


def parts_of(page: str, heading: str = r"## .*\{ #([\w-]+) \}") -> dict[str, str]:
    """What stands under each heading, by its anchor."""
    _, *parts = re.split(rf"^{heading}$", page, flags=re.MULTILINE)
    return dict(zip(parts[::2], parts[1::2], strict=True))


def asked_for(text: str) -> list[str]:
    """The lists of fields that a text asks for."""
    return re.findall(r"^\*.*\* <!-- pola: ([\w-]+) -->$", text, re.MULTILINE)


def examples_in(text: str) -> list[str]:
    return re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)


def plain(text: str) -> Any:
    return yaml.load(text, yaml.BaseLoader)  # noqa: S506 - text only, as the catalogue reads it


def examples_of_records() -> Iterator[tuple[str, str]]:
    """The example after each list of a record's fields."""
    for part in re.split(r"(?=^\*.*<!-- pola:)", parts_of(FIELDS_PAGE)[SHARED_LISTS], flags=re.MULTILINE)[1:]:
        yield asked_for(part)[0], examples_in(part)[0]


EDITORIAL = {"editorial": {"state": "draft"}}


def write_entry(folder: Path, fields: Mapping[str, Any], name: str = "index.md") -> None:
    folder.mkdir(exist_ok=True)
    text = yaml.safe_dump(dict(fields), allow_unicode=True, sort_keys=False, width=1000)
    (folder / name).write_text(f"---\n{text}---\n", encoding="utf-8")


@pytest.fixture
def practices(tmp_path: Path) -> Path:
    return copy_practices(tmp_path / "practices", *SOME_ENTRIES)


def problems_in(folder: Path) -> list[Problem]:
    try:
        load_catalogue(folder)
    except InvalidCatalogue as invalid:
        return list(invalid.problems)
    return []


def test_every_field_of_the_model_is_explained_somewhere() -> None:
    explained = {name for names in FIELD_SECTIONS.values() for name in names}
    assert set(Practice.__dataclass_fields__) - {"id"} - set(SECTIONS) <= explained


def test_each_section_asks_for_its_own_fields_and_the_page_for_all_records_once() -> None:
    asked = {anchor: asked_for(text) for anchor, text in parts_of(FIELDS_PAGE).items()}
    of_practices = FIELD_SECTIONS.keys() - {"tlumaczenie"}
    assert {anchor for anchor, names in asked.items() if anchor in names} == of_practices
    assert [asked[anchor] for anchor in FIELD_SECTIONS if anchor in of_practices] == [
        [anchor] for anchor in FIELD_SECTIONS if anchor in of_practices
    ]
    assert asked[SHARED_LISTS] == list(REGISTRIES)
    assert asked["tlumaczenie"] == ["translation"]


def test_the_page_names_what_has_to_be_there_and_what_counts() -> None:
    parts = parts_of(FIELDS_PAGE)
    fields = Practice.__dataclass_fields__.values()
    required = {each.name for each in fields if each.default is each.default_factory} - {"id"}
    elsewhere = re.search(r"Obowiązkowe są też (.*?)\.", parts["obowiazkowe"], re.DOTALL)
    assert elsewhere
    named = set(re.findall(r"`(\w+)`", elsewhere[1]))
    assert named == required - set(FIELD_SECTIONS["obowiazkowe"])
    counted = re.findall(r"`(\w+)`", parts["nie-dotyczy"].partition("liczą się:")[2])
    assert counted == [name for name in COUNTED if name not in SECTIONS]


def test_every_field_stands_in_an_example_of_its_section() -> None:
    parts = parts_of(FIELDS_PAGE)
    for anchor, names in FIELD_SECTIONS.items():
        shown: set[str] = set().union(*(plain(example) for example in examples_in(parts[anchor])))
        assert set(names) - shown - {"translations"} == set(), anchor


@pytest.mark.slow
def test_the_examples_are_in_order(practices: Path) -> None:
    parts = parts_of(FIELDS_PAGE)
    examples = {anchor: plain(example) for anchor in parts for example in examples_in(parts[anchor])}
    needed = {
        name: value for anchor in ("obowiazkowe", "miejsca", "zrodla") for name, value in examples[anchor].items()
    }
    indicators = {"indicators": examples["liczby"]["indicators"]}
    for anchor in FIELD_SECTIONS.keys() - {"tlumaczenie"}:
        write_entry(practices / f"pole-{anchor}", needed | EDITORIAL | indicators | examples[anchor])
    Image.new("RGB", (8, 8)).save(practices / "pole-zdjecia" / "sadzenie.jpg")
    for record, example in examples_of_records():
        path = practices / f"{REGISTRIES[record]}.yml"
        path.write_text(path.read_text(encoding="utf-8") + example, encoding="utf-8")
    assert problems_in(practices) == []


@pytest.mark.slow
def test_the_example_of_a_translation_is_in_order(practices: Path) -> None:
    example = plain(examples_in(parts_of(FIELDS_PAGE)["tlumaczenie"])[0])
    entry = practices / "gdynia-pracownia"
    write_entry(entry, example, "index.en.md")
    assert problems_in(practices) == []


def test_the_page_about_plain_words_tells_the_limits_that_the_program_keeps() -> None:
    page = (DOCS / "prosty-jezyk" / "index.md").read_text(encoding="utf-8")
    assert f"Do {readability.LONG_SENTENCE} słów średnio." in page
    levels = dict(re.findall(r"^\| (?:do|od \d+ do) (\d+) \| (.*) \|$", page, re.MULTILINE))
    assert "`plain_summary`" in levels[f"{readability.HARD_PLAIN_SUMMARY:g}"]
    assert "`summary`" in levels[f"{readability.HARD_SUMMARY:g}"]


def test_the_page_about_reviews_tells_every_state_and_when_something_is_old() -> None:
    parts = parts_of((DOCS / "recenzja" / "index.md").read_text(encoding="utf-8"))
    assert re.findall(r"^- `(\w+)`", parts["droga"], re.MULTILINE) == list(get_args(EditorialState))
    years = {3: "trzy lata", 5: "pięć", 2: "dwóch lat"}
    afterwards = " ".join(parts[AFTERWARDS].split())
    for n in (ageing.CLAIM_YEARS, ageing.BACKGROUND_YEARS, ageing.REVIEW_MONTHS // 12):
        assert years[n] in afterwards


@pytest.mark.parametrize(
    ("page", "anchors"),
    [
        ("pola/index.md", [*FIELD_SECTIONS, SHARED_LISTS]),
        ("bledy/index.md", [YAML_TRAPS, COMMON_MISTAKES]),
        ("index.md", [HEADINGS]),
        ("prosty-jezyk/index.md", [MEASURED]),
        ("recenzja/index.md", [AFTERWARDS]),
    ],
)
def test_every_section_a_message_leads_to_exists(page: str, anchors: list[str]) -> None:
    there = re.findall(r"\{ #([\w-]+) \}", (DOCS / page).read_text(encoding="utf-8"))
    assert set(anchors) <= set(there)


@pytest.mark.parametrize(
    ("problem", "page"),
    [
        (Problem("missing", ("indicators", 0, "source")), "pola/index.md#liczby"),
        (Problem("missing", (0, "name"), path="practices/_registry/places.yml"), "pola/index.md#slowniki"),
        (Problem("raw_html", ("solution",)), "index.md#naglowki"),
        (Problem("unknown_section"), "index.md#naglowki"),
        (Problem("yaml_colon"), "bledy/index.md#pulapki"),
        (Problem("unknown_key", ("kolor",)), "bledy/index.md#najczestsze"),
        (Problem("translation_outdated", ("translation", "source_hash")), "pola/index.md#tlumaczenie"),
        (Problem("long_words", ("plain_summary",)), "prosty-jezyk/index.md#co-liczy-program"),
        (Problem("claim_old", ("claims", 0)), "recenzja/index.md#po-publikacji"),
    ],
)
def test_a_message_leads_to_what_explains_it(problem: Problem, page: str) -> None:
    assert HERE.link(problem) == f"docs/dla-redakcji/{page}"


def test_where_the_site_has_an_address_the_guide_is_read_there() -> None:
    assert WEB.link(Problem("missing", ("title",))) == "https://katalog.example.org/dla-redakcji/pola/#obowiazkowe"


@pytest.mark.parametrize(
    ("location", "label", "example"),
    [
        (("indicators", 0, "source"), "liczby (1) › źródło", "source: s1"),
        (("themes", 4), "tematy (5)", "themes: [volunteering-civic, youth-support]"),
        (("evidence_level", "value"), "poziom dowodów › wartość", "value: 2"),
        (("kolor",), "", ""),
        ((), "", ""),
    ],
)
def test_a_field_is_named_in_words_and_shown_by_an_example(location: Location, label: str, example: str) -> None:
    assert field_label(location, PL) == label
    assert field_example(location, PL) == example


def test_an_error_is_explained_most_and_a_hint_least() -> None:
    def words(severity: str) -> str:
        return HERE.words(Problem("x", ("title",), severity=severity), PL)  # type: ignore[arg-type]

    more = "Więcej: docs/dla-redakcji/pola/index.md#obowiazkowe"
    assert words("error") == f"Pole: tytuł. Przykład: „title: Las w mieście”. {more}"
    assert words("warning") == f"Pole: tytuł. {more}"
    assert words("hint") == more


def test_who_reads_the_file_itself_is_told_where_the_lists_are() -> None:
    asked = re.findall(r"^(.*)<!-- pola: [\w-]+ -->", FIELDS_PAGE, re.MULTILINE)
    assert len(asked) == len(asked_for(FIELDS_PAGE)) >= 20
    assert all(re.search(r"Listę pól wstawia tu program.*\]\(\.\./index\.md#podglad\)", words) for words in asked)
    assert 'id="podglad"' in (DOCS / "index.md").read_text(encoding="utf-8")


def test_the_guide_is_read_on_the_web_where_the_site_has_an_address_else_in_the_repository() -> None:
    assert Guide("https://katalog.example.org/dla-redakcji/", "") == WEB
    assert HERE == Guide.of(replace(IDENTITY, address=None)) == Guide("docs/dla-redakcji/", "index.md")
    assert (WEB.is_on_web, HERE.is_on_web) == (True, False)


@pytest.mark.parametrize(
    ("problem", "section"),
    [
        (Problem("summary_long", ("summary",)), "prosty-jezyk/index.md#co-liczy-program"),
        (Problem("long_words", ("summary",)), "prosty-jezyk/index.md#co-liczy-program"),
        (Problem("state_old", ("lifecycle",)), "recenzja/index.md#po-publikacji"),
        (Problem("missing", ("name",), path="practices/_registry/places.yml"), "pola/index.md#slowniki"),
        (Problem("missing", ("pl",), path="practices/_vocabularies/themes.yml"), "pola/index.md#slowniki"),
        (Problem("missing", ("goals",)), "index.md#naglowki"),
        (Problem("unknown_section"), "index.md#naglowki"),
        (Problem("text_before_sections"), "index.md#naglowki"),
        (Problem("yaml_syntax"), "bledy/index.md#pulapki"),
        (Problem("symlink"), "bledy/index.md#najczestsze"),
        (Problem("unknown_key", ("kolor",)), "bledy/index.md#najczestsze"),
    ],
)
def test_each_kind_of_problem_has_its_section(problem: Problem, section: str) -> None:
    assert HERE.link(problem) == f"docs/dla-redakcji/{section}"


@pytest.mark.parametrize(
    ("location", "label"),
    [((0, "title"), "tytuł"), (("themes", 0, 1), "tematy (1) (2)"), (("kolor", "title"), "tytuł")],
)
def test_a_position_belongs_to_the_field_before_it(location: Location, label: str) -> None:
    assert field_label(location, PL) == label


def test_the_same_problem_of_a_shared_record_leads_elsewhere_than_that_of_an_entry() -> None:
    problems = [
        Problem("missing", ("name",), path=path)
        for path in ("practices/las/index.md", "practices/_registry/places.yml", "practices/las/index.md")
    ]
    lines = [line for line in listed(problems, PL, Guide.of(None)).splitlines() if line.startswith("    ")]
    assert lines[0] == lines[2] != lines[1]
    assert lines[1].endswith("#slowniki")


def test_problems_that_differ_in_what_they_name_have_texts_of_their_own() -> None:
    problems = [Problem("lone_term", ("themes", 0), {"n": 1, "value": name}, severity="warning") for name in "abb"]
    texts = [problem_text(each, PL) for each in problems]
    assert texts[0] != texts[1] == texts[2]
