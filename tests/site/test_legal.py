"""The legal pages of the built site: every page leads there, and they say what the settings and the last audit say."""

import logging
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort
from tests.support.pages import BuiltSite, words

import catalogue_hooks
from _shared.environment import ROOT
from goodpractices.catalogue import Identity
from goodpractices.catalogue.identity import Legal
from goodpractices.publishing import audit_from_earl, audit_to_earl
from goodpractices.publishing.legal import status_of
from goodpractices.wording import Translations

pytestmark = pytest.mark.site

PAGES = {
    "pl": ("deklaracja-dostepnosci/", "prywatnosc/"),
    "en": ("en/accessibility/", "en/privacy/"),
}


@pytest.fixture(params=["site", "offline"])
def edition(request: pytest.FixtureRequest) -> BuiltSite:
    if request.param == "site":
        built: BuiltSite = request.getfixturevalue("site")
        return built
    return BuiltSite(request.getfixturevalue("offline_folder"))


def test_every_page_leads_to_the_legal_pages_in_its_language(site: BuiltSite) -> None:
    for page in site.pages.values():
        language = page.one("html").attributes["lang"] or ""
        links = {page.resolve(node.attributes["href"] or "") for node in page.all(".site-footer a")}
        for address in PAGES[language]:
            assert any(link.endswith(f"site.invalid/{address}") for link in links), page


@pytest.mark.parametrize("language", ["pl", "en"])
def test_the_footer_of_the_offline_edition_leads_there_as_well(offline_folder: Path, language: str) -> None:
    footer = (offline_folder / "assets" / "scripts" / f"offline.{language}.js").read_text(encoding="utf-8")
    for address in PAGES[language]:
        assert f"{address}index.html" in footer


@pytest.mark.parametrize("language", ["pl", "en"])
def test_the_status_is_the_one_that_the_result_file_asks_for(edition: BuiltSite, language: str) -> None:
    audit = audit_from_earl((ROOT / "docs" / "audyt.json").read_text(encoding="utf-8"))
    assert audit.is_whole
    said = words(edition.pages[PAGES[language][0]].one("#a11y-status"))
    assert said == Translations.load(language)(f"accessibility.status.{status_of(audit, None)}")


def test_the_report_and_its_file_are_there_on_the_web_alone(site: BuiltSite, offline_folder: Path) -> None:
    assert {"deklaracja-dostepnosci/badanie/index.html", "deklaracja-dostepnosci/audyt.json"} <= site.files
    assert not {path.name for path in offline_folder.rglob("*")} & {"badanie", "audit", "audyt.json"}


def test_the_sitemap_has_the_legal_pages_in_both_languages(changed: BuiltSite) -> None:
    lines = changed.text("sitemap.xml").splitlines()
    for address in ("deklaracja-dostepnosci/", "en/accessibility/audit/", "prywatnosc/"):
        [url] = [line for line in lines if f"/{address}</loc>" in line]
        assert re.findall('hreflang="([^"]+)"', url) == ["pl", "en", "x-default"]


def test_a_build_says_what_the_office_has_yet_to_say(site: BuiltSite) -> None:
    [reported] = [line for line in site.log.splitlines() if "Strony prawne czekają na dane" in line]
    assert "legal.phone" in reported


def test_a_build_says_that_the_review_is_due(caplog: pytest.LogCaptureFixture) -> None:
    identity = Identity(name="x", tagline="x", description="x", legal=Legal(reviewed=date(2026, 11, 1)))
    for day, due in ((date(2027, 3, 31), False), (date(2027, 4, 1), True)):
        caplog.clear()
        with caplog.at_level(logging.INFO):
            catalogue_hooks.tell_of_law(identity, day)
        assert ("przypada do 31 marca" in caplog.text) is due


def test_a_broken_result_of_the_audit_stops_the_build_with_a_sentence(tmp_path: Path) -> None:
    assert catalogue_hooks.last_audit(tmp_path / "audyt.json", "") is None
    (tmp_path / "audyt.json").write_text("{", encoding="utf-8")
    with pytest.raises(Abort, match="to nie wynik badania"):
        catalogue_hooks.last_audit(tmp_path / "audyt.json", "")


@pytest.mark.parametrize("reported", [True, False])
def test_a_build_says_that_the_audit_was_of_other_pages(
    caplog: pytest.LogCaptureFixture, tmp_path: Path, *, reported: bool
) -> None:
    audit = replace(audit_from_earl((ROOT / "docs" / "audyt.json").read_text(encoding="utf-8")), design="a")
    (tmp_path / "audyt.json").write_text(audit_to_earl(audit), encoding="utf-8")
    with caplog.at_level(logging.INFO, "mkdocs"):
        assert catalogue_hooks.last_audit(tmp_path / "audyt.json", "b" if reported else "a") == audit
    assert ("zmienił się wygląd" in caplog.text) is reported
