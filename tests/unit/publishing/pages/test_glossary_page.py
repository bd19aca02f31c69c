"""The page of the glossary: from A to Z in Polish order, in words of its language, with an anchor for each item."""

from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser as Tree
from selectolax.lexbor import LexborNode
from tests.support.samples import PL, plain, renderer, with_registry

from goodpractices.catalogue import Catalogue, in_language
from goodpractices.publishing.addresses import Links, glossary_address
from goodpractices.publishing.pages.glossary_page import glossary_article
from goodpractices.publishing.rendering import Renderer
from goodpractices.wording import Translations

ITEMS: list[dict[str, Any]] = [
    {"id": "zrodlo", "term": {"pl": "źródło", "en": "source"}, "explanation": {"pl": "Skąd to wiadomo."}},
    {"id": "zip", "term": {"pl": "ZIP"}, "explanation": {"pl": "Plik.", "en": "A file."}},
    {"id": "lodz", "term": {"pl": "łódź"}, "explanation": {"pl": "Pływa."}},
    {"id": "lider", "term": {"pl": "lider"}, "explanation": {"pl": "Prowadzi."}},
    {
        "id": "ngo",
        "term": {"pl": "NGO"},
        "expansion": {"pl": "organizacja pozarządowa"},
        "original": {"text": "non-governmental organisation", "language": "en"},
        "variants": ["NGO", "N.G.O."],
    },
]


def catalogue(parent: Path, items: list[dict[str, Any]]) -> Catalogue:
    return with_registry(parent, {"_registry/glossary": items} if items else {}, {})


def first(tree: Tree | LexborNode, selector: str) -> LexborNode:
    found = tree.css_first(selector)
    assert found
    return found


def said(tree: Tree, selector: str) -> list[str]:
    return [plain(node.text()) for node in tree.css(selector)]


def test_items_stand_under_their_letters_in_polish_order(tmp_path: Path) -> None:
    article = glossary_article(catalogue(tmp_path, ITEMS), renderer())
    tree = Tree(article.content)
    assert article.address == "slownik/"
    assert said(tree, "h2") == said(tree, ".letters a") == ["L", "Ł", "N", "Z", "Ź"]
    assert [node.attributes["id"] for node in tree.css("dl > div")] == [
        f"haslo-{each}" for each in ("lider", "lodz", "ngo", "zip", "zrodlo")
    ]
    for letter in tree.css(".letters a"):
        assert first(tree, f"h2{letter.attributes['href']}").text() == letter.text()


def test_an_abbreviation_from_elsewhere_says_what_it_stands_for_there_and_how_else_it_is_written(
    tmp_path: Path,
) -> None:
    item = first(Tree(glossary_article(catalogue(tmp_path, ITEMS), renderer()).content), "#haslo-ngo")
    assert plain(item.text()) == (
        "NGO także: N.G.O. organizacja pozarządowa (angielski: non-governmental organisation)"
    )
    assert first(item, "[lang=en]").text() == "non-governmental organisation"


def test_in_english_what_nobody_translated_is_marked_as_polish(tmp_path: Path) -> None:
    english = Translations.load("en")
    renderer = Renderer(english, Links(words={"": "en/", **english.group("address")}))
    tree = Tree(glossary_article(in_language(catalogue(tmp_path, ITEMS), "en"), renderer).content)
    assert said(tree, "h2") == ["L", "Ł", "N", "S", "Z"]
    assert said(tree, "dd [lang=pl]") == ["Prowadzi.", "Pływa.", "organizacja pozarządowa", "Skąd to wiadomo."]
    assert said(tree, "#haslo-zip dd") == ["A file."]
    assert tree.css("#haslo-ngo [lang=en]") == []


def test_a_foreign_letter_stands_with_its_base(tmp_path: Path) -> None:
    items = [
        {"id": name, "term": {"pl": term}, "explanation": {"pl": "x"}}
        for name, term in (("a", "ekran"), ("b", "élan"), ("c", "etap"))
    ]
    assert said(Tree(glossary_article(catalogue(tmp_path, items), renderer()).content), "h2") == ["E"]


def test_without_items_the_page_says_so(tmp_path: Path) -> None:
    assert PL("glossary.empty") in glossary_article(catalogue(tmp_path, []), renderer()).content


def test_an_item_has_an_address_of_its_own() -> None:
    assert glossary_address("ue") == "slownik/#haslo-ue"
