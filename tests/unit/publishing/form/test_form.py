"""The form page and the data of its scripts: everything the model asks is asked once, in the words of the wording."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.support.paths import ROOT
from tests.support.samples import PL, plain, published, renderer

from goodpractices.catalogue import PRACTICE, Catalogue, Identity
from goodpractices.publishing import Site
from goodpractices.publishing.form import FORM_SCRIPTS, FORM_STEPS, data_address, form_article, form_data
from goodpractices.publishing.form.data import MESSAGES, PER_FILE
from goodpractices.publishing.planned import Written
from goodpractices.wording import Translations

IDENTITY = Identity(name="Katalog", tagline="Miasta", description="Opis")
SCRIPTS = ROOT / "docs" / "assets" / "scripts" / "form"
RECEIVING = "https://zgloszenia.example.org/praktyki"
REPOSITORY = "https://git.example.org/katalog"


def data_of(catalogue: Catalogue, identity: Identity = IDENTITY, t: Translations = PL) -> dict[str, Any]:
    script = b"".join(form_data(catalogue, identity, t)).decode()
    value: dict[str, Any] = json.loads(script.removeprefix("self.KatalogFormularz=").removesuffix(";"))
    return value


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return data_of(published(tmp_path_factory.mktemp("form"), {"las": {"title": "Las"}}))


def fields_of(shape: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, field in shape.get("fields", {}).items():
        yield name, field
        yield from fields_of(field)
        yield from fields_of(field.get("of", {}))


def test_every_field_of_the_model_is_asked_in_one_step() -> None:
    asked = [name for step in FORM_STEPS for name in (*step.fields, *step.more)]
    assert sorted(asked) == sorted(set(PRACTICE.fields()) - {"translations"})


def test_what_has_to_be_there_is_seen_at_once(data: dict[str, Any]) -> None:
    folded = {name for step in FORM_STEPS for name in step.more}
    assert [name for name in folded if data["shape"]["fields"][name].get("required")] == []
    records = {name: {**field, **field.get("of", {})} for name, field in data["shape"]["fields"].items()}
    rare = [(name, each) for name, record in records.items() for each in record.get("rare", ())]
    assert len(rare) > len(dict(rare)) > 10
    assert [(name, each) for name, each in rare if records[name]["fields"][each].get("required")] == []


def test_the_data_has_each_name_that_a_script_of_the_form_asks_for(data: dict[str, Any]) -> None:
    asked = {name for path in SCRIPTS.glob("*.js") for name in re.findall(r"\bdata\.(\w+)", path.read_text("utf-8"))}
    assert len(asked) > 20
    assert asked - data.keys() == set()


def test_what_is_said_of_dates_and_numbers_is_said_as_the_build_says_it(data: dict[str, Any]) -> None:
    assert data["digits"] == {"group": "\u00a0", "decimal": ","}
    assert data["currency_signs"]["PLN"] == "zł"
    assert data["months"]["01"] == ["styczeń", "stycznia"]


def test_the_first_step_shows_only_what_has_to_be_there(data: dict[str, Any]) -> None:
    [first, *_] = FORM_STEPS
    assert [name for name in first.fields if not data["shape"]["fields"][name].get("required")] == []


def test_a_source_is_asked_for_once_sources_are_there(data: dict[str, Any]) -> None:
    asked = [name for step in FORM_STEPS for name in (*step.fields, *step.more)]
    fields = data["shape"]["fields"]
    citing = {name for name in asked for _, each in fields_of({"fields": {name: fields[name]}}) if names_a_source(each)}
    assert {"indicators", "lifecycle_source"} <= citing
    assert citing & set(asked[: asked.index("sources")]) == set()


def names_a_source(shape: dict[str, Any]) -> bool:
    return shape.get("own") == "sources"


def test_every_field_has_a_label(data: dict[str, Any]) -> None:
    assert [name for name, field in fields_of(data["shape"]) if not field["label"]] == []
    assert data["shape"]["fields"]["funding"]["of"]["fields"]["role"]["label"] == "Co to za kwota"


def test_what_there_is_to_choose_from_comes_with_labels(data: dict[str, Any]) -> None:
    fields = data["shape"]["fields"]
    assert ["ended", "Zakończona"] in fields["lifecycle"]["options"]
    assert ["8", "8. Wzrost gospodarczy i godna praca"] in fields["sdg"]["options"]
    assert fields["indicators"]["of"]["fields"]["source"]["own"] == "sources"
    assert fields["indicators"]["of"]["fields"]["of"]["own"] == "indicators"


def examples_of(shape: dict[str, Any]) -> dict[str, str]:
    """The examples of prose: what an address or an id looks like is the same in every language."""
    return {
        name: field["example"] for name, field in fields_of(shape) if field["kind"] == "text" and "example" in field
    }


def test_an_example_is_in_the_language_of_the_form(data: dict[str, Any], tmp_path: Path) -> None:
    english = data_of(published(tmp_path / "en", {"las": {}}), t=Translations.load("en"))
    polish, other = examples_of(data["shape"]), examples_of(english["shape"])
    assert polish["title"] == "Las w mieście"
    assert other["title"] == "A forest in the city"
    assert polish.keys() == other.keys()
    assert [text for text in other.values() if re.search("[ąćęłńóśźż]", text)] == []
    assert {name for name in polish if polish[name] == other[name]} == set()


@pytest.mark.parametrize(
    ("name", "taken", "refused"),
    [
        ("email", "biuro@example.org", "biuro@example"),
        ("phone", "+48 58 000 00 00", "58 000 00 00 w. 3"),
        ("slug", "las-w-miescie", "las_"),
        ("number", "-9.25", "9,25"),
        ("picture", "las.jpg", ".las.jpg"),
    ],
)
def test_scripts_get_the_patterns_of_the_model(name: str, taken: str, refused: str, data: dict[str, Any]) -> None:
    pattern = data["patterns"][name]
    assert re.search(pattern, taken)
    assert not re.search(pattern, refused)
    assert not re.search(pattern, f"{taken} {taken}")
    script = (SCRIPTS / "check.js").read_text(encoding="utf-8")
    assert pattern.removeprefix("^(?:").removesuffix(")$") not in script


def test_the_pattern_of_what_is_not_seen_is_one_of_javascript(data: dict[str, Any]) -> None:
    assert r"\u{e0000}-\u{e0fff}]" in data["patterns"]["control"]
    assert "\\U" not in data["patterns"]["control"]


def test_no_pattern_looks_behind_which_safari_could_not_before_16_4(data: dict[str, Any]) -> None:
    shown = {name: pattern for name, pattern in data["patterns"].items() if re.search(r"\(\?<[=!]", pattern)}
    assert shown == {}


@pytest.mark.parametrize("text", ["a\u200db", "\u200da", "\U0001f469\u200d", "a\u200d\U0001f469", "a\u200b"])
def test_what_scripts_find_unseen_ends_in_the_character(text: str, data: dict[str, Any]) -> None:
    pattern = re.sub(r"\\u\{([0-9a-f]{5})\}", r"\\U000\1", data["patterns"]["control"])
    found = re.search(pattern, text)
    assert found
    assert found[0][-1] in "\u200b\u200d"


def test_every_message_that_the_scripts_say_is_there(data: dict[str, Any]) -> None:
    speaking = [path for path in SCRIPTS.glob("*.js") if not path.name.startswith("document_")]  # they name Word's XML
    texts = "".join(path.read_text(encoding="utf-8") for path in speaking)
    strings = set(re.findall(r"\"([a-z_]+)\"|([a-z_]+): (?:\"|null)", texts))
    named = {word for pair in strings for word in pair if f"problem.{word}" in PL}
    assert {key.split(".")[1] for key in data["words"] if key.startswith("problem.")} >= named
    assert MESSAGES - {"personal_number"} <= {*named, "suggestion"}
    assert {key for key in PL.entries if key.startswith("form.say.")} <= data["words"].keys()
    assert set(re.findall(r"\"(form\.say\.[a-z_]+)\"", texts)) <= data["words"].keys()


def entry_files(catalogue: Catalogue) -> Iterator[Written]:
    parts = (each for each in Site(catalogue, IDENTITY, Path()).files() if each.name.startswith("form entries "))
    return (file for part in parts for file in part.make())


def test_entries_for_corrections_come_in_files_of_limited_size(tmp_path: Path) -> None:
    catalogue = published(tmp_path, {f"p{n}": {"title": f"Praktyka {n}"} for n in range(PER_FILE + 1)})
    files = {path: b"".join(pieces).decode() for path, pieces in entry_files(catalogue)}
    assert list(files) == ["zglos/wpisy-0.js", "zglos/wpisy-1.js"]
    start, end = "self.KatalogWpisy = Object.assign(self.KatalogWpisy || {}, ", ");\n"
    found = [json.loads(text.removeprefix(start).removesuffix(end)) for text in files.values()]
    assert [len(entries) for entries in found] == [PER_FILE, 1]
    # The page finds the file of an entry by its place on this list.
    assert [*found[0], *found[1]] == [each for each, *_ in data_of(catalogue)["registry"]["practices"]]


def test_an_entry_for_corrections_holds_what_is_asked_and_given_and_nothing_computed(tmp_path: Path) -> None:
    catalogue = published(tmp_path, {"las": {}})
    [(_, pieces)] = entry_files(catalogue)
    text = b"".join(pieces).decode()
    entry = json.loads(text[text.index("{}, ") + 4 :].removesuffix(");\n"))["las"]
    assert entry.keys() == {"id", "title", "summary", "kind", "themes", "places", "lifecycle", "sources", "editorial"}
    assert list(entry) == [name for name in PRACTICE.fields() if name in entry]


def test_drafts_stay_out_of_the_form(tmp_path: Path) -> None:
    catalogue = published(tmp_path, {"las": {"editorial": {"state": "draft"}}, "park": {"title": "Park"}})
    assert [each for each, *_ in data_of(catalogue)["registry"]["practices"]] == ["park"]
    assert all("las" not in b"".join(pieces).decode() for _, pieces in entry_files(catalogue))


@pytest.mark.parametrize(
    ("edit_path", "address", "file", "content"),
    [
        ("edit/main/", "/new/main", "filename", "value"),
        ("-/edit/main/", "/-/new/main", "file_name", ""),
        ("_edit/trunk/", "/_new/trunk", "filename", ""),
    ],
)
def test_a_new_file_can_be_begun_at_the_host(edit_path: str, address: str, file: str, content: str) -> None:
    identity = replace(IDENTITY, repository=f"{REPOSITORY}/", edit_path=edit_path)
    assert identity.new_file == {"address": REPOSITORY + address, "file": file, "content": content}


@pytest.mark.parametrize("edit_path", ["blob/main/", "edit/feature/x/", "edit/"])
def test_an_unknown_host_offers_no_new_file(edit_path: str) -> None:
    assert replace(IDENTITY, repository=REPOSITORY, edit_path=edit_path).new_file is None
    assert replace(IDENTITY, edit_path="edit/main/").new_file is None


@pytest.mark.parametrize(
    ("edit_path", "address", "title", "text"),
    [
        ("edit/main/", "/issues/new", "title", "body"),
        ("-/edit/main/", "/-/issues/new", "issue[title]", "issue[description]"),
        ("_edit/trunk/", "/issues/new", "title", "body"),
    ],
)
def test_a_new_issue_can_be_begun_at_the_host(edit_path: str, address: str, title: str, text: str) -> None:
    identity = replace(IDENTITY, repository=f"{REPOSITORY}/", edit_path=edit_path)
    assert identity.new_issue == {"address": REPOSITORY + address, "title": title, "text": text}


def test_an_entry_is_taken_by_whoever_is_named() -> None:
    assert not IDENTITY.takes_entries
    assert not replace(IDENTITY, repository=REPOSITORY, edit_path="blob/main/").takes_entries
    ways: tuple[dict[str, Any], ...] = (
        {"contact": "biuro@example.org"},
        {"repository": REPOSITORY},
        {"receiving_address": RECEIVING},
    )
    for named in ways:
        assert replace(IDENTITY, **named).takes_entries, named


def test_the_link_to_the_host_is_there_only_with_a_repository() -> None:
    assert "data-host" not in form_article(IDENTITY, renderer()).content
    assert "data-host" in form_article(replace(IDENTITY, repository=REPOSITORY), renderer()).content


def test_the_page_says_where_to_write_without_scripts() -> None:
    content = form_article(replace(IDENTITY, contact="biuro@example.org"), renderer()).content
    assert 'href="mailto:biuro@example.org"' in content
    assert PL("form.no_script_mail") in plain(content)


def test_the_page_of_the_form_has_its_data_its_script_and_its_styles() -> None:
    article = form_article(IDENTITY, renderer())
    assert (article.address, article.title, article.section) == ("zglos/", "Zgłoś praktykę", "submit")
    assert article.description == PL("form.lead")
    assert (article.head, article.styles) == ("", "form")
    page = LexborHTMLParser(article.content)
    assert [node.attributes["src"] for node in page.css("script")] == [
        "../assets/scripts/form/data.pl.js",
        "../assets/scripts/form/form.js",
    ]
    assert [node.attributes["data-step"] for node in page.css("[data-step]")] == [
        *("main", "people", "story", "course", "figures", "others", "finish"),
    ]
    assert [plain(node.text().replace("\xa0", " ")) for node in page.css("h2[id^=krok]")][:2] == [
        "Krok 1 z 7: Najważniejsze",
        "Krok 2 z 7: Dla kogo i kto",
    ]


def test_entries_are_opened_on_the_web_alone() -> None:
    [web], [offline] = (
        LexborHTMLParser(form_article(IDENTITY, renderer(offline=is_offline), offline=is_offline).content).css("form")
        for is_offline in (False, True)
    )
    assert web.attributes["data-entries"] == "../zglos/wpisy-"
    assert "data-entries" not in offline.attributes
    assert web.css("[data-open]") != []
    assert offline.css("[data-open]") == []


def test_the_scripts_of_the_page_are_made_of_all_there_are_once_those_that_fill_it_in_last() -> None:
    (bundle, sources), (on_demand, opening_documents) = FORM_SCRIPTS.items()
    assert bundle == "assets/scripts/form/form.js"
    of_the_form = [Path(each).name for each in sources if Path(each).parent.name == "form"]
    later = [Path(each).name for each in opening_documents]
    names = [f"document_{each}.js" for each in ("signs", "look", "text", "tables", "rest", "file")]
    assert (on_demand, later) == ("assets/scripts/form/document.js", names)
    assert sorted([*of_the_form, *later]) == sorted(path.name for path in SCRIPTS.glob("*.js"))
    assert [each for each in sources if Path(each).parent.name != "form"] == [
        f"assets/scripts/{name}.js" for name in ("phrases", "elements", "download")
    ]
    assert of_the_form[-1] == "page.js"
    assert data_address("en") == "assets/scripts/form/data.en.js"
