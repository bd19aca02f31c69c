"""A practice as one file: everything in it, nothing that runs, no link that leads nowhere."""

import base64
import hashlib
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser, LexborNode
from tests.support.entries import add, entry, practices_folder
from tests.support.paths import ROOT
from tests.support.samples import IDENTITY, published

from goodpractices.catalogue import Catalogue, load_catalogue
from goodpractices.finding import analyse
from goodpractices.publishing import read_styles, single_file

STYLES = ROOT / "docs" / "assets" / "styles"
NOWHERE = replace(IDENTITY, address=None)
SOURCE = {"id": "s1", "title": "Raport", "url": "https://raport.example.org/a?b=1&c=2"}


def written(parent: Path, identity: Any = NOWHERE, **given: Any) -> str:
    return file_of(published(parent, {"las": {"sources": [SOURCE], **given}}), parent / "practices", identity)


def file_of(catalogue: Catalogue, folder: Path, identity: Any = NOWHERE) -> str:
    return single_file(catalogue.practices["las"], analyse(catalogue), identity, folder, read_styles(STYLES))


def read(parent: Path, identity: Any = NOWHERE, **given: Any) -> LexborHTMLParser:
    return LexborHTMLParser(written(parent, identity, **given))


def links(tree: LexborHTMLParser) -> list[str]:
    return [node.attributes.get("href") or "" for node in tree.css("[href]")]


def one(tree: LexborHTMLParser, selector: str) -> LexborNode:
    return tree.css(selector)[0]


def with_picture(parent: Path) -> str:
    """The file of a practice that has a picture."""
    folder = practices_folder(parent)
    picture = {"file": "las.png", "alt": "Czerwony las", "credit": "Urząd", "licence": "CC-BY-4.0"}
    add(folder, "las/index.md", entry({"media": [picture], "editorial": {"state": "published"}}))
    Image.new("RGB", (4, 4), "red").save(folder / "las" / "las.png")
    return file_of(load_catalogue(folder), folder)


def test_nothing_is_loaded_and_nothing_runs(tmp_path: Path) -> None:
    html = with_picture(tmp_path)
    tree = LexborHTMLParser(html)
    assert tree.css("script, link, iframe, nav, .practice__take") == []
    assert [(node.attributes["src"] or "").partition(":")[0] for node in tree.css("[src]")] == ["data"]
    assert "url(" not in html


def test_the_article_is_whole(tmp_path: Path) -> None:
    amount = {"role": "total", "amount": 900, "currency": "PLN", "source": "s1"}
    judged = {"target_groups": ["seniorzy"], "evidence_level": {"value": 1, "reason": "Lista"}}
    tree = read(tmp_path, funding=[amount], **judged)
    assert len(tree.css("article[data-practice=las]")) == 1
    assert len(tree.css("h1")) == 1
    assert len(tree.css(".strip, .ladder, [data-field=funding], [data-field=sources], .cite")) == 5
    assert len(re.findall(r"<p[ >]", str(tree.html))) == str(tree.html).count("</p>")


def test_a_link_to_another_page_becomes_its_words(tmp_path: Path) -> None:
    tree = read(tmp_path)
    assert [link for link in links(tree) if not link.startswith(("#", "https://raport.example.org/"))] == []
    assert one(tree, "[data-field=themes] span.chip").text().strip()


def test_a_link_to_another_page_leads_to_the_site_if_its_address_is_known(tmp_path: Path) -> None:
    tree = read(tmp_path, IDENTITY)
    theme = one(tree, "[data-field=themes] a.chip").attributes["href"]
    assert (theme or "").startswith("https://katalog.example.org/tematy/")


def test_sources_can_be_opened_and_anchors_lead_somewhere(tmp_path: Path) -> None:
    figure = {"id": "i1", "label": "goście", "unit": "person", "nature": "output", "value": 784, "source": "s1"}
    tree = read(tmp_path, indicators=[figure])
    assert SOURCE["url"] in links(tree)
    anchors = [link[1:] for link in links(tree) if link.startswith("#")]
    assert anchors
    assert [anchor for anchor in anchors if not tree.css(f"[id='{anchor}']")] == []


def test_a_picture_is_in_the_file(tmp_path: Path) -> None:
    shown = one(LexborHTMLParser(with_picture(tmp_path)), "figure img")
    assert (shown.attributes["src"] or "").startswith("data:image/png;base64,iVBOR")
    assert shown.attributes["alt"] == "Czerwony las"


def test_signs_of_the_language_and_of_html_survive(tmp_path: Path) -> None:
    tree = read(tmp_path, title='Łąka & las, "gęsty"')
    assert one(tree, "h1").text().strip() == 'Łąka & las, "gęsty"'
    assert one(tree, "title").text().startswith('Łąka & las, "gęsty" – ')


def test_the_styles_stand_in_the_file_and_its_policy_knows_them(tmp_path: Path) -> None:
    catalogue = published(tmp_path, {"las": {"title": "Las"}})
    html = single_file(
        catalogue.practices["las"],
        analyse(catalogue),
        NOWHERE,
        tmp_path / "practices",
        "/* why */ q::before { top: 7px; }",
    )
    tree = LexborHTMLParser(html)
    styles = one(tree, "style").text(deep=True)
    assert styles.startswith("q::before{top:7px}")
    assert "why" not in styles
    assert len(styles) > 100  # those of the file itself follow
    digest = base64.b64encode(hashlib.sha256(styles.encode()).digest()).decode()
    assert one(tree, "meta[http-equiv=Content-Security-Policy]").attributes["content"] == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
    assert one(tree, "title").text() == "Las – Katalog"


def test_the_styles_of_an_article_are_read_in_their_order(tmp_path: Path) -> None:
    names = [f"{name}.css" for name in ("tokens", "lists", "parts", "ladder", "numbers", "practice", "prose", "print")]
    for name in names:
        (tmp_path / name).write_text(f"/* {name} */", encoding="utf-8")
    assert read_styles(tmp_path).split("\n") == [f"/* {name} */" for name in names]
    (tmp_path / "prose.css").unlink()
    with pytest.raises(FileNotFoundError):
        read_styles(tmp_path)


def test_an_anchor_that_leads_nowhere_is_its_words(tmp_path: Path) -> None:
    tree = read(tmp_path)
    assert tree.css("a[href='#skroty']") == []
    assert [each for each in links(tree) if each == "#"] == []
