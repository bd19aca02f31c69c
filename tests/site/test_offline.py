"""The edition that opens from a folder: nothing in it is useless, leaves it, or runs unless it is meant to."""

import hashlib
import json
import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.support.pages import BuiltSite, Page, attribute_values, words
from tests.support.paths import ENTRIES, LAST_DAY
from tests.support.sites import ADDRESS, FORMERLY

from goodpractices.publishing.frame.policy import OFFLINE_POLICY, PAGE_POLICY
from goodpractices.publishing.styles import styles_of

pytestmark = pytest.mark.site

POLICY = "meta[http-equiv=Content-Security-Policy]"
MONTHS = {11: ("listopada", "November"), 12: ("grudnia", "December")}
OF, IN_ENGLISH = MONTHS[LAST_DAY.month]
DAY = f"{LAST_DAY.day} {OF} {LAST_DAY.year}"
STATE = f"Wersja do czytania bez internetu, stan na {DAY}"
STATES = {
    "pl": STATE,
    "en": f"Offline edition, as of {LAST_DAY.day} {IN_ENGLISH} {LAST_DAY.year}",
}
GAZETTEER = "assets/gazetteer/"
"""The places of the form, which its script fetches letter by letter."""


@pytest.fixture(scope="session")
def offline(offline_folder: Path) -> BuiltSite:
    return BuiltSite(offline_folder)


@pytest.fixture(params=["site", "offline"])
def edition(request: pytest.FixtureRequest) -> BuiltSite:
    built: BuiltSite = request.getfixturevalue(request.param)
    return built


# Small ones of pages that no practice has as yet, or that stay on the web: an edit may bring the first one, and then
# nothing else is made anew.
SPARE = {styles_of("easy"), styles_of("meeting")}


def test_no_asset_is_there_for_nothing(edition: BuiltSite) -> None:
    texts = "\n".join(edition.text(name) for name in edition.files if name.endswith((".html", ".css", ".js")))
    assets = [name for name in edition.files if name.startswith("assets/") and not name.endswith(".LICENSE.txt")]
    assert len(assets) >= 10
    assert [name for name in sorted(assets) if asked_by(name) not in texts and name not in SPARE] == []


def asked_by(asset: str) -> str:
    """How scripts and pages name an asset: the lists of places by their folder, each then by its letter."""
    return GAZETTEER if re.fullmatch(rf"{GAZETTEER}[a-z_]\.js", asset) else Path(asset).name


def test_no_source_map_is_there_or_asked_for(edition: BuiltSite) -> None:
    assert [name for name in edition.files if name.endswith(".map")] == []
    texts = {name: edition.text(name) for name in edition.files if name.endswith((".css", ".js"))}
    assert [name for name, text in texts.items() if re.search(r"^\s*/[/*]# source", text, re.MULTILINE)] == []


def test_the_offline_edition_has_each_fact_once_as_data(offline: BuiltSite, site: BuiltSite) -> None:
    beside = {f"praktyki/{practice}/praktyka.json" for practice in site.records}
    assert beside <= site.files
    assert not beside & offline.files
    assert site.files - offline.files >= {"dane/praktyki.jsonl"}
    for edition in (site, offline):
        assert edition.text("dane/cytowania.bib").count("@misc{") == len(site.records)
        assert edition.text("dane/cytowania.ris").count("TY  - ") == len(site.records)
        assert {item["id"] for item in json.loads(edition.text("dane/cytowania.json"))} == set(site.records)


def test_the_offline_edition_opens_no_entries_to_correct_since_they_may_have_changed(
    offline: BuiltSite, site: BuiltSite
) -> None:
    assert "zglos/wpisy-0.js" in site.files - offline.files
    assert site.pages["zglos/"].all("[data-open-name]")
    assert not offline.pages["zglos/"].all("[data-open-name], [data-entries]")


def test_the_packed_edition_is_small(offline_folder: Path) -> None:
    # The places of the form are as many whatever the entries; the rest grows with them, as do the pages about them.
    with ZipFile(offline_folder.parents[1] / "katalog-offline.zip") as packed:
        sizes = {each.filename.partition("/")[2]: each.compress_size for each in packed.infolist()}
    places = sum(size for name, size in sizes.items() if name.startswith(GAZETTEER))
    assert places < 900_000
    assert sum(sizes.values()) - places < 85_000 * len(ENTRIES)


def test_the_checksums_name_every_file_of_the_edition(offline: BuiltSite) -> None:
    lines = [line.split("  ", 1) for line in offline.text("SHA256SUMS.txt").splitlines()]
    assert {name for _, name in lines} == offline.files - {"SHA256SUMS.txt"}
    for checksum, name in lines:
        assert hashlib.sha256((offline.folder / name).read_bytes()).hexdigest() == checksum, name


def test_the_start_page_says_what_edition_it_is_and_of_which_day(offline: BuiltSite, site: BuiltSite) -> None:
    assert words(offline.pages[""].one(".hero__edition")).startswith(f"{STATE}.")
    assert site.pages[""].all(".hero__edition") == []


def test_every_page_says_in_its_footer_of_which_day_it_is_and_on_the_web_the_home_page(
    offline: BuiltSite, site: BuiltSite
) -> None:
    pages = [page for page in offline.pages.values() if not is_redirect(page)]
    assert len(pages) > 200
    for page in pages:
        language = page.one("html").attributes["lang"]
        script = f"assets/scripts/offline.{language}.js"
        parts = [node.attributes["data-part"] for node in page.all(f"script[src$='{script}']")]
        assert parts == ["header", "footer"], page
        assert STATES[language or ""] in offline.text(script)
    assert f"Stan na {DAY}" in words(site.pages[""].one(".site-footer"))
    assert "Stan na" not in words(site.pages["praktyki/epic/"].one(".site-footer"))


def test_no_page_leads_to_the_published_site(offline: BuiltSite) -> None:
    for page in offline.pages.values():
        leading = [
            node.attributes.get(name) or "" for node in page.all("*") for name in ("href", "src", "action", "content")
        ]
        assert [value for value in leading if ADDRESS in value] == [], page
    assert ADDRESS in words(offline.practice("epic").one(".cite"))


def test_every_page_carries_one_policy_before_anything_it_loads(offline: BuiltSite) -> None:
    assert f"praktyki/{FORMERLY[0]}/" in offline.pages
    for page in offline.pages.values():
        page.one(POLICY)
        head = page.html.index("Content-Security-Policy")
        assert re.search("<(?:script|link|style|title)", page.html[:head]) is None, page


def test_the_policy_is_the_same_on_every_page_and_leaves_no_gap(offline: BuiltSite) -> None:
    assert {policy(page) for page in offline.pages.values()} == {OFFLINE_POLICY}
    assert [page for page in offline.pages.values() if page.all("script:not([src])")] == []


def test_no_page_has_styles_of_its_own_that_the_policy_would_refuse(offline: BuiltSite) -> None:
    for page in offline.pages.values():
        assert page.all("style") == [], page
        assert list(attribute_values(page, ("*", "style"))) == [], page


def test_on_the_web_every_page_carries_the_policy_of_the_web_and_no_archive_is_promised(site: BuiltSite) -> None:
    assert {policy(page) for page in site.pages.values()} == {PAGE_POLICY}
    assert [page for page in site.pages.values() if "katalog-offline" in page.html] == []


def policy(page: Page) -> str:
    return page.one(POLICY).attributes["content"] or ""


def is_redirect(page: Page) -> bool:
    return bool(page.all("meta[http-equiv=refresh]"))
