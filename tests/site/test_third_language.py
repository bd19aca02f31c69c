"""A third language needs words, a home page and translations, and no line of code or of a test."""

import hashlib
import re
import shutil
from pathlib import Path

import pytest
import yaml
from tests.support.builds import build, project
from tests.support.pages import BuiltSite, words
from tests.support.paths import ROOT

from goodpractices.wording import languages

# Neither names another entry.
TOLD, UNTOLD = "gdynia-pracownia", "jaworzno-mlodziez-solidarna"
LOCALES = "hooks/goodpractices/wording/locales"
ADDRESSES = {"praktyki": "praktiken", "tematy": "themen"}
TITLE = "Werkstatt Gdynia"
ENTRY = """---
title: {title}
summary: >-
  Ein Programm aus Gdynia hilft Menschen ohne Arbeit mit einem eigenen Plan, mit Beratung und mit Kursen.
translation: {{kind: human, source_hash: {hash}, by: Stadtverwaltung}}
---
"""
IDENTITY = {"name": "Gute Praxis", "tagline": "Metropolregion", "description": "Was in Städten gelungen ist."}


pytestmark = [pytest.mark.site, pytest.mark.skipif("de" in languages(), reason="the site has a German one itself")]


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The site with a tiny German one beside it: words for a few addresses, the others English, one practice."""
    folder = tmp_path_factory.mktemp("german") / "project"
    translations = yaml.safe_load((ROOT / "docs" / "katalog.yml").read_text(encoding="utf-8"))["translations"]
    settings = project(folder, TOLD, UNTOLD, translations={**translations, "de": IDENTITY})
    (folder / "hooks").unlink()
    shutil.copytree(ROOT / "hooks", folder / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    add_words(folder / LOCALES)
    (folder / "docs" / "de").mkdir()
    home = (folder / "docs" / "en" / "index.md").read_text(encoding="utf-8").replace("lang: en\n", "")
    (folder / "docs" / "de" / "index.md").write_text(home, encoding="utf-8")
    settings.write_text(settings.read_text(encoding="utf-8").replace("  /en/\n", "  /en/\n  /de/\n"), encoding="utf-8")
    name_in_german(folder / "practices" / "_registry" / "places.yml")
    entry = folder / "practices" / TOLD
    digest = hashlib.sha256((entry / "index.md").read_bytes()).hexdigest()
    (entry / "index.de.md").write_text(ENTRY.format(title=TITLE, hash=digest), encoding="utf-8")
    built = build(folder.parent / "site", settings=settings, cwd=folder).finished()
    return BuiltSite(built.folder, built.log)


def name_in_german(registry: Path) -> None:
    places = yaml.safe_load(registry.read_text(encoding="utf-8"))
    for place in places:
        if place["id"] == "gdynia":
            place["labels"] = {"de": "Gdingen"}
    registry.write_text(yaml.safe_dump(places, allow_unicode=True, sort_keys=False), encoding="utf-8")


def add_words(folder: Path) -> None:
    text = (folder / "en.yml").read_text(encoding="utf-8")
    text = re.sub(r"(?m)^language\.name: .*", "language.name: Deutsch", text)
    for polish, german in ADDRESSES.items():
        text = re.sub(rf"(?m)^address\.{polish}: .*", f"address.{polish}: {german}", text)
    (folder / "de.yml").write_text(text, encoding="utf-8")


def test_every_language_leads_to_every_other(german: BuiltSite) -> None:
    ways = {"": {"English", "Deutsch"}, "en/": {"Polski", "Deutsch"}, "de/": {"Polski", "English"}}
    for address, others in ways.items():
        switch = german.pages[address].all(".tools > a.tool--language")
        assert {words(link) for link in switch} == others


def test_a_translated_practice_has_its_page_under_the_words_of_the_language(german: BuiltSite) -> None:
    page = german.pages[f"de/praktiken/{TOLD}/"]
    assert page.one("html").attributes["lang"] == "de"
    assert words(page.one("h1")) == TITLE


def test_what_nobody_translated_stands_in_polish_and_leads_to_the_polish_page(german: BuiltSite) -> None:
    assert not [address for address in german.pages if address.startswith(f"de/praktiken/{UNTOLD}")]
    page = german.pages["de/praktiken/"]
    assert [node.attributes["data-result"] for node in page.all("[data-result]")] == [TOLD]
    link = page.one("#tresc a[hreflang=pl]")
    assert page.resolve(link.attributes["href"] or "").endswith("site.invalid/praktyki/")


def test_the_search_shows_in_polish_what_nobody_translated(german: BuiltSite) -> None:
    row = german.cards_in("de/search")[UNTOLD][3]
    assert row.startswith('<li class="row')
    assert 'lang="pl"' in row
    assert f"../../praktyki/{UNTOLD}/" in row


def test_the_language_has_a_search_of_its_own(german: BuiltSite) -> None:
    assert german.cards_in("de/search")[TOLD][0] == TITLE
    assert german.cards[TOLD][0] != TITLE


def test_a_place_is_called_by_its_name_in_the_language(german: BuiltSite) -> None:
    assert words(german.pages["de/places/gdynia/"].one("h1")) == "Gdingen"
    assert words(german.pages["miejsca/gdynia/"].one("h1")) == "Gdynia"
