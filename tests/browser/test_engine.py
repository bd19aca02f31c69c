"""The search engine in a browser, from files alone: its words and its answers."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from tests.support.pages import BuiltSite
from tests.support.paths import ROOT

from goodpractices.publishing import ENGINE_PARTS

SCRIPTS = ROOT / "docs" / "assets" / "scripts"
CASES = json.loads((ROOT / "tests" / "cases" / "search" / "tokens.json").read_text(encoding="utf-8"))

PAGE = """<!doctype html><meta charset="utf-8"><title>Wyszukiwanie</title><body>
<script>var loaded = {}; function katalogPart(name, data) { loaded[name] = data; }</script>
<script src="assets/scripts/search/words.js"></script>
<script src="assets/scripts/search/engine.js"></script>
<script src="szukaj/core.js"></script>
<script>
var engine = KatalogSearch.create(loaded.core);
function load(name) {
  return new Promise(function (done, failed) {
    var script = document.createElement("script");
    script.src = "szukaj/" + name + ".js";
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });
}
async function ask(text, options) {
  for (;;) {
    var answer = engine.search(text, Object.assign({ shards: loaded }, options));
    if (!answer.needs.length && engine.has("facets")) return answer;
    await Promise.all((engine.has("facets") ? answer.needs : ["facets"]).map(load)); // facets know the ids
    for (var name in loaded) engine.add(name, loaded[name]);
  }
}
</script>"""

# What is looked up when it is shown does not come out of the page by itself.
ASK = """async ([text, options]) => {
  const answer = await ask(text, options);
  return { ...answer, results: answer.results.map((each) => ({ ...each, id: each.id, forms: each.forms })) };
}"""

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def folder(site: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing but the engine and the index of the real site, under a name that has to be escaped."""
    place = tmp_path_factory.mktemp("search") / "Katalog #1 – 100% żółć"
    shutil.copytree(SCRIPTS, place / "assets" / "scripts")
    parts = [(place / part).read_text(encoding="utf-8") for part in ENGINE_PARTS]
    (place / "assets" / "scripts" / "search" / "engine.js").write_text("\n".join(parts), encoding="utf-8")
    shutil.copytree(site.folder / "szukaj", place / "szukaj")
    (place / "index.html").write_text(PAGE, encoding="utf-8")
    return place


@pytest.fixture(scope="module")
def search(folder: Path, browser: Browser) -> Iterator[Page]:
    """A page with the engine, opened from the folder."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto((folder / "index.html").as_uri())
    yield page
    context.close()


def ask(page: Page, text: str, **options: Any) -> dict[str, Any]:
    answer: dict[str, Any] = page.evaluate(ASK, [text, options])
    return answer


def found(page: Page, text: str) -> list[str]:
    return [result["id"] for result in ask(page, text)["results"] if result["match"] == "exact"]


def test_words_are_those_of_the_index(search: Page) -> None:
    texts = [text for text, _ in CASES["words"]]
    assert search.evaluate("texts => texts.map(KatalogWords.words)", texts) == [words for _, words in CASES["words"]]
    texts = [text for text, _ in CASES["fold"]]
    assert search.evaluate("texts => texts.map(KatalogWords.fold)", texts) == [word for _, word in CASES["fold"]]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("uchodzca", "pomorskie-spotkania-online"),
        ("uchodźców", "pomorskie-spotkania-online"),
        ("uchodźcom", "pomorskie-spotkania-online"),
        ("bytow", "bytow-miedzynarodowo-o-migracji"),
        ("Bytowie", "bytow-miedzynarodowo-o-migracji"),
        ("gdyński", "gdynia-pracownia"),
        ("jaworznickiego", "jaworzno-mlodziez-solidarna"),
        ("Stralsundem okrągły stół", "stralsund-okragle-stoly"),
        ("społeczno-zawodowej gdynia", "gdynia-pracownia"),
    ],
)
def test_any_form_brings_the_practice_first(search: Page, query: str, first: str) -> None:
    assert found(search, query)[0] == first


def test_a_synonym_brings_the_practices_of_its_term(search: Page) -> None:
    assert {"epic", "bytow-miedzynarodowo-o-migracji"} <= set(found(search, "migracja")) & set(found(search, "migrant"))


def test_a_misspelt_word_is_offered_as_similar_and_never_passed_off(search: Page) -> None:
    answer = ask(search, "Kopenhaga mlodzeiz")
    assert answer["missing"] == ["mlodzeiz"]
    assert answer["suggestion"]["text"] == "Kopenhaga młodzież"
    assert [result["id"] for result in answer["results"][:2]] == ["caritas-druga-szansa", "sopot-szkola-drugiej-szansy"]
    assert {result["match"] for result in answer["results"]} == {"similar"}
    assert ask(search, "Kopenhaga mlodzeiz", similar=False)["results"] == []


def test_most_of_a_query_is_enough_if_the_rest_is_nowhere(search: Page) -> None:
    answer = ask(search, "okrągły stół xyzxyz")
    assert answer["missing"] == ["xyzxyz"]
    first = answer["results"][0]
    assert (first["id"], first["match"]) == ("stralsund-okragle-stoly", "exact")


def test_exact_results_come_before_similar_ones(search: Page) -> None:
    matches = [result["match"] for result in ask(search, "integracja przez sport mlodzeiz")["results"]]
    assert set(matches) == {"exact", "similar"}
    assert matches == sorted(matches)
    only_exact = ask(search, "integracja przez sport mlodzeiz", similar=False)["results"]
    assert [result["match"] for result in only_exact] == ["exact"] * matches.count("exact")


@pytest.mark.parametrize(
    ("query", "practice"),
    [
        ("stypendysta", "gdynia-pracownia"),
        ("psycholożka", "gdynia-pracownia"),
        ("nauczycielskiego", "epic"),
        ("licealnej", "jaworzno-mlodziez-solidarna"),
    ],
)
def test_a_word_that_is_nowhere_leads_to_its_family(search: Page, query: str, practice: str) -> None:
    assert practice in found(search, query)


def test_words_that_lead_to_others_only_are_not_proposed(search: Page) -> None:
    assert not {"stypendysta", "stypendialny"} & set(search.evaluate("engine.complete('stypend', 50)"))


def test_a_result_names_the_forms_that_occur(search: Page) -> None:
    forms = ask(search, "uchodzca")["results"][0]["forms"]
    assert "uchodźcom" in forms
    assert "uchodźcach" not in forms


def test_the_last_word_may_be_unfinished(search: Page) -> None:
    assert "pomorskie-spotkania-online" in found(search, "uchodź")
    assert found(search, "uchodź ") == []


def test_words_with_a_minus_are_left_out(search: Page) -> None:
    """The word itself in any form; who refuses sport does not refuse what is only of its family."""
    all_found, left = set(found(search, "integracja ")), set(found(search, "integracja -sport"))
    assert left < all_found
    assert all_found - left <= set(found(search, "sport "))


def test_a_minus_alone_shows_all_others(search: Page) -> None:
    left = set(found(search, "-sport"))
    assert 0 < len(left) < search.evaluate("engine.count")
    assert set(found(search, "integracja -sport")) == set(found(search, "integracja ")) & left


def test_quoted_words_follow_each_other(search: Page) -> None:
    assert found(search, '"okrągłych stołów"')[0] == "stralsund-okragle-stoly"
    apart = ask(search, "„stołów okrągłych”")
    assert {result["match"] for result in apart["results"]} == {"similar"}


@pytest.mark.parametrize("query", ["", " ", "w", "-", '"', "„”", "i w z", "...", "\u0000", "a" * 5000])
def test_nothing_typed_brings_nothing(search: Page, query: str) -> None:
    assert found(search, query) == []


def test_what_was_asked_for_is_marked_in_a_text(search: Page) -> None:
    marked = search.evaluate("text => engine.ranges(text, 'uchodzca')", "Pomagają uchodźcom i ich sąsiadom.")
    assert marked == [[9, 18]]
