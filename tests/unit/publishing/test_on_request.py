"""Files of the site made one at a time."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from PIL import Image
from tests.support.entries import add, entry, practices_folder
from tests.support.samples import IDENTITY

from goodpractices.catalogue import FIELD_SECTIONS, Cache, load_catalogue
from goodpractices.publishing import OnRequest, Publication, SourcePage

ABOUT = SourcePage("o/index.md", "o/", "pl", "O nas", "<h1>O nas</h1><p>Kto to robi</p>", (), {})
ALIKE = ["park", "alike", None, [["themes", ["sport"]]]]


def on_request(parent: Path, rows: Mapping[str, Any], **entries: Mapping[str, Any]) -> OnRequest:
    folder = practices_folder(parent)
    for name, given in entries.items():
        add(folder, f"{name}/index.md", entry({"editorial": {"state": "published"}, **given}))
    publication = Publication(
        load_catalogue(folder), IDENTITY, folder, date(2025, 11, 29), Cache(None), FIELD_SECTIONS, hand_written={"o/"}
    )
    return OnRequest(publication, [ABOUT], {"pl": rows})


def page(site: OnRequest, address: str) -> str:
    found = site.file_at(address)
    assert found is not None
    return found.decode()


def test_pages_of_practices_lists_and_texts_are_made(tmp_path: Path) -> None:
    site = on_request(tmp_path, {}, las={"title": "Praktyka las"}, park={"title": "Praktyka park"})
    assert "Praktyka las</h1>" in page(site, "praktyki/las/index.html")
    assert "Praktyka park" in page(site, "praktyki/index.html")
    assert "Kto to robi" in page(site, "o/index.html")
    assert "<html" in page(site, "404.html")


def test_what_stands_beside_a_practice_is_made(tmp_path: Path) -> None:
    site = on_request(tmp_path, {}, las={"title": "Praktyka las"})
    assert '"Praktyka las"' in page(site, "praktyki/las/praktyka.json")


def test_what_the_comparison_says_of_a_practice_is_made(tmp_path: Path) -> None:
    site = on_request(tmp_path, {}, las={"title": "Praktyka las"})
    assert '"title":"Praktyka las"' in page(site, "porownaj/las/dane.js")


def test_what_the_comparison_says_is_there_by_a_former_name_too(tmp_path: Path) -> None:
    site = on_request(tmp_path, {}, las={"title": "Praktyka las", "former_ids": ["bor"]})
    assert '"title":"Praktyka las"' in page(site, "porownaj/bor/dane.js")


def test_for_the_comparison_nothing_else_of_a_practice_is_made(tmp_path: Path) -> None:
    picture = tmp_path / "practices/las/las.png"
    picture.parent.mkdir(parents=True)
    Image.new("RGB", (4, 4), "red").save(picture)
    media = [{"file": "las.png", "alt": "Drzewa", "credit": "Urząd", "licence": "CC-BY-4.0"}]
    site = on_request(tmp_path, {}, las={"media": media})
    picture.unlink()  # a file of the practice that can no longer be made
    assert "KatalogPorownane" in page(site, "porownaj/las/dane.js")


def test_a_former_address_leads_on(tmp_path: Path) -> None:
    site = on_request(tmp_path, {}, las={"former_ids": ["bor"]})
    assert "../../praktyki/las/" in page(site, "praktyki/bor/index.html")


def test_what_is_about_all_or_is_not_there_is_left_to_a_build(tmp_path: Path) -> None:
    site = on_request(tmp_path, {}, las={})
    missing = ("dane/praktyki.json", "praktyki/inna/index.html", "praktyki/las/inny.json", "assets/site.css", "")
    assert [site.file_at(address) for address in missing] == [None] * 5


def test_examples_are_a_page_and_a_list_in_each_language(tmp_path: Path) -> None:
    assert on_request(tmp_path, {}, las={}).examples() == ["praktyki/las/index.html", "praktyki/index.html"]


def test_what_was_related_is_shown_until_it_is_known_anew(tmp_path: Path) -> None:
    site = on_request(tmp_path, {"las": [ALIKE]}, las={}, park={"title": "Praktyka park"})
    assert "Praktyka park" in page(site, "praktyki/las/index.html")


def test_of_what_was_related_nothing_is_shown_that_has_gone(tmp_path: Path) -> None:
    rows = [
        ALIKE,
        ["gone", "alike", None, [["themes", ["sport"]]]],
        ["park", "same_part_of", "gone", []],
        ["park", "alike", None, [["themes", ["sport"]], ["wider_places", ["gone"]]]],
    ]
    site = on_request(tmp_path, {"las": rows[1:]}, las={}, park={"title": "Praktyka park"})
    assert "Praktyka park" not in page(site, "praktyki/las/index.html")


def test_a_new_practice_is_related_to_nothing_yet(tmp_path: Path) -> None:
    site = on_request(tmp_path, {"park": []}, las={}, park={"title": "Praktyka park"})
    assert "Praktyka park" not in page(site, "praktyki/las/index.html")
