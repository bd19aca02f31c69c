"""Abbreviations on the page of a practice: explained once, where they are met first, unless the text does so itself."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser as Tree
from selectolax.lexbor import LexborNode
from tests.support.entries import add, entry, practices_folder
from tests.support.samples import PL, plain, practice_page

from goodpractices.catalogue import Abbreviations, GlossaryItem, load_catalogue
from goodpractices.publishing.pages.practice.abbreviations import Explainer

EU: dict[str, Any] = {"id": "ue", "term": {"pl": "UE", "en": "EU"}, "expansion": {"pl": "Unia Europejska"}}
GLOSSARY = [
    EU,
    {"id": "pup", "term": {"pl": "PUP"}, "expansion": {"pl": "powiatowy urząd pracy"}},
    {
        "id": "epic",
        "term": {"pl": "EPIC"},
        "expansion": {"pl": "Europejska Platforma"},
        "original": {"text": "European Platform of Integrating Cities", "language": "en"},
    },
]
SUMMARY = "Praktyka pokazowa z pieniędzy UE, która ma wszystko, co trzeba, i jeszcze trochę słów dla długości."
BODY = """## Cele

### UE i PUP

Nowy [PUP](https://example.org/), `PUP`, <https://example.org/PUP>, potem **PUP** i znowu PUP oraz UE[^s1].

## Na czym to polega

| PUP | EPIC |
| --- | --- |
| EPIC | x |
"""


def page(parent: Path, summary: str = SUMMARY, body: str = BODY) -> Tree:
    folder = practices_folder(parent)
    add(folder, "_registry/glossary.yml", yaml.safe_dump(GLOSSARY, allow_unicode=True))
    add(folder, "las/index.md", entry({"summary": summary, "editorial": {"state": "published"}}, body))
    return Tree(practice_page(load_catalogue(folder)).content)


def first(tree: Tree | LexborNode, selector: str) -> LexborNode:
    found = tree.css_first(selector)
    assert found
    return found


def explained(text: str, *, known: str = "") -> str:
    explainer = Explainer(Abbreviations([GlossaryItem(**item) for item in GLOSSARY], "pl"))
    explainer.part(known, 0, len(known))
    return explainer.part(text, 0, len(text))


def test_the_first_use_in_reading_order_is_explained_and_no_other(tmp_path: Path) -> None:
    tree = page(tmp_path)
    links = tree.css("a.abbr")
    assert [link.text() for link in links] == ["UE", "PUP", "EPIC"]
    assert [link.parent.tag for link in links if link.parent] == ["p", "strong", "td"]
    assert first(tree, "[data-field=summary] a.abbr abbr").attributes["title"] == "Unia Europejska"


def test_an_abbreviation_leads_to_its_line_and_the_line_back_and_to_the_glossary(tmp_path: Path) -> None:
    tree = page(tmp_path)
    for link in tree.css("a.abbr"):
        line = first(tree, str(link.attributes["href"]))
        assert f"#{line.attributes['id']}" == link.attributes["href"]
        assert link.attributes["aria-describedby"] == line.attributes["id"]
        assert first(line, "dd a").attributes["href"] == f"#{link.attributes['id']}"
    assert first(tree, "#skrot-ue dt a").attributes["href"] == "../../slownik/#haslo-ue"
    assert plain(first(tree, "#skrot-ue").text()) == "UE Unia Europejska ↑"
    assert first(tree, "#skroty").text() == PL("practice.abbreviations")


def test_a_practice_without_abbreviations_has_no_list_of_them(tmp_path: Path) -> None:
    tree = page(
        tmp_path, "Praktyka pokazowa bez skrótów, która ma wszystko, co trzeba, i trochę słów dla długości.", ""
    )
    assert tree.css(".abbreviations, a.abbr") == []


@pytest.mark.parametrize(
    "text",
    [
        "Unia Europejska (UE) daje pieniądze.",
        "z pieniędzy Unii Europejskiej (UE)",
        "UE (Unia Europejska, dawniej inna)",
        "Powiatowym Urzędem Pracy (PUP)",
        "European Platform of Integrating Cities (EPIC)",
    ],
)
def test_what_the_text_explains_itself_is_left_alone_but_listed(text: str) -> None:
    explainer = Explainer(Abbreviations([GlossaryItem(**item) for item in GLOSSARY], "pl"))
    html = explainer.part(text, 0, len(text))
    assert html == text
    assert [(each.is_linked, each.expansion is not None) for each in explainer.found] == [(False, True)]


def test_words_in_brackets_that_are_no_expansion_explain_nothing() -> None:
    assert "<abbr" in explained("Kraje bałtyckie (UE)")
    assert "<abbr" in explained("UE (dawniej EWG)")
    assert "<abbr" in explained("UE (to jest: Unii)")
    assert "<abbr" in explained("Unia Europejska daje, a UE")


def test_only_the_abbreviation_is_linked_and_not_its_ending() -> None:
    assert explained("PUP-em").endswith('<abbr title="powiatowy urząd pracy">PUP</abbr></a>-em')


def test_what_was_explained_before_stays_as_it_is() -> None:
    assert explained("znowu UE", known="UE") == "znowu UE"


def test_every_word_is_escaped() -> None:
    odd = GlossaryItem(id="odd", term={"pl": "X&Y"}, expansion={"pl": '"onclick="alert(1) &lt;b>'})
    html = Explainer(Abbreviations([odd], "pl")).part("<i> X&Y \" 'z'", 0, 15)
    tree = Tree(html)
    assert first(tree, "abbr").attributes == {"title": '"onclick="alert(1) &lt;b>'}
    assert tree.body
    assert tree.body.text() == "<i> X&Y \" 'z'"
    assert tree.css("i") == []


def test_an_expansion_in_another_language_is_no_title() -> None:
    html = Explainer(Abbreviations([GlossaryItem(**EU)], "en")).part("EU", 0, 2)
    assert "<abbr>EU</abbr>" in html
