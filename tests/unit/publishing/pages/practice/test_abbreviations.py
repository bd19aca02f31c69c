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
from goodpractices.publishing.pages.practice.abbreviations import Explained, Explainer
from goodpractices.wording import Untranslated

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
    assert [link.text() for link in links] == ["UE", "EPIC", "PUP"]
    assert [link.parent.tag for link in links if link.parent] == ["p", "td", "strong"]
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


def explainer(language: str = "pl") -> Explainer:
    return Explainer(Abbreviations([GlossaryItem(**item) for item in GLOSSARY], language))


def test_a_line_of_plain_text_is_html_with_short_words_kept_to_the_next() -> None:
    made = explainer()
    assert made.line("<w UE>") == (
        "&lt;w\u00a0"
        '<a class="abbr" href="#skrot-ue" id="tu-ue" aria-describedby="skrot-ue"><abbr title="Unia Europejska">'
        "UE</abbr></a>&gt;"
    )
    assert made.line(None) is None
    untranslated = Untranslated("w UE")
    assert made.line(untranslated) is untranslated
    assert explainer("en").line("in a EU") == (
        'in a <a class="abbr" href="#skrot-ue" id="tu-ue" aria-describedby="skrot-ue"><abbr>EU</abbr></a>'
    )


def test_what_was_met_is_listed_in_its_order_with_its_place_in_the_glossary() -> None:
    made = explainer()
    made.part("PUP i Unia Europejska (UE), UE", 0, 30)
    assert made.found == (
        Explained("pup", "PUP", "powiatowy urząd pracy", "slownik/#haslo-pup", True),
        Explained("ue", "UE", "Unia Europejska", "slownik/#haslo-ue", False),
    )


def test_a_part_of_a_text_is_taken_alone() -> None:
    assert explainer().part("UE <i> UE", 3, 6) == "&lt;i&gt;"


@pytest.mark.parametrize(
    ("text", "explains"),
    [
        ("Unia Europejska (UE)", True),
        ("unii europejskich (UE)", True),
        ("Un Europejska (UE)", False),
        ("Uni Eur (UE)", False),
        ("Unia Europejska („UE”)", True),
        ("Unia Europejska (dalej UE)", False),
        ("UE (Unia Europejska)", True),
        ("UE – (Unia Europejska i inni)", True),
        ("PUP-u (powiatowy urząd pracy)", True),
        ("UE oraz (Unia Europejska)", False),
        ("UE (Unia)", False),
        (f"Unia Europejska{' ' * 284}(UE)", True),
        (f"Unia Europejska{' ' * 285}(UE)", False),
        ("EPIC (European Platform of Integrating Cities)", True),
        ("EPIC (Europejska Platforma)", True),
    ],
)
def test_an_abbreviation_is_explained_by_words_in_brackets_beside_it(text: str, *, explains: bool) -> None:
    made = explainer()
    html = made.part(text, 0, len(text))
    assert ("<abbr" not in html) is explains
    assert [each.is_linked for each in made.found] == [not explains]
