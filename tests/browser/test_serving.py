"""The site in a folder of a host, ``https://…/praktyki-miast/``, behind nginx with the settings that the build wrote.

Its address is known at build time, as it has to be where a page for wrong addresses is to find its styles.
"""

import http.client
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.nginx import behind_nginx, settings_fault
from tests.browser.visitor import Visitor
from tests.support.pages import BuiltSite
from tests.support.sites import ADDRESS

from goodpractices.publishing.frame.servers import HEADERS, server_settings
from goodpractices.publishing.media_types import MEDIA_TYPES, NAMED_ENCODING, TEXTS
from goodpractices.wording import Translations

pytestmark = pytest.mark.browser

ROOT = urlsplit(ADDRESS).path
NOWHERE = "nie-ma/takiej/strony"


@dataclass(frozen=True)
class Answer:
    """What a server said: status, headers by their names in small letters, and the start of the content."""

    status: int
    headers: dict[str, str]
    content: bytes


@dataclass(frozen=True)
class Host:
    """A host that answers at an address."""

    address: str

    def ask(self, path: str, **headers: str) -> Answer:
        connection = http.client.HTTPConnection(urlsplit(self.address).netloc, timeout=30)
        try:
            connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
            answer = connection.getresponse()
            headers = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, headers, answer.read())
        finally:
            connection.close()


@pytest.fixture(scope="module")
def host(changed: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    with behind_nginx(changed.folder, ROOT, tmp_path_factory.mktemp("nginx")) as address:
        yield Host(address)


@pytest.fixture
def visitor(browser: Browser, host: Host) -> Iterator[Visitor]:
    """A reader of the site, around whom nothing goes wrong and who leaves its folder for nothing."""
    visitor = Visitor(browser, host.address + ROOT)
    yield visitor
    visitor.close()
    assert visitor.complaints == []


def one_of_each_kind(site: BuiltSite) -> list[str]:
    """A file of each kind, by the last part of its name; those without one are for programs of hosts."""
    return sorted({Path(name).suffix: name for name in sorted(site.files) if Path(name).suffix}.values())


def test_every_kind_of_file_comes_as_what_it_is(host: Host, changed: BuiltSite) -> None:
    asked = one_of_each_kind(changed)
    assert len(asked) > 20
    for name in asked:
        kind = Path(name).suffix[1:]
        encoding = "; charset=utf-8" if kind in NAMED_ENCODING else ""
        answer = host.ask(ROOT + name)
        assert (answer.status, answer.headers["content-type"]) == (200, MEDIA_TYPES[kind] + encoding), name
        assert answer.content == (changed.folder / name).read_bytes(), name


def test_a_file_of_the_open_data_comes_as_what_its_description_says(host: Host, changed: BuiltSite) -> None:
    described = changed.json("dane/datapackage.json")["resources"]
    assert len(described) > 5
    for each in described:
        kind = host.ask(f"{ROOT}dane/{each['path']}").headers["content-type"]
        assert kind.partition(";")[0] == each["mediatype"], each["path"]


@pytest.mark.parametrize("path", ["", "en/", "dane/praktyki.csv", "assets/styles/all.css", NOWHERE, "en/x", "praktyki"])
def test_every_answer_has_the_headers(host: Host, path: str) -> None:
    headers = host.ask(ROOT + path).headers
    assert {name: headers.get(name.lower()) for name in HEADERS} == HEADERS


def test_texts_are_packed_for_whoever_reads_that(host: Host, changed: BuiltSite) -> None:
    for name in one_of_each_kind(changed):
        large = (changed.folder / name).stat().st_size >= 1024
        answer = host.ask(ROOT + name, Accept_Encoding="gzip")
        packed = answer.headers.get("content-encoding") == "gzip"
        assert packed == (Path(name).suffix[1:] in TEXTS and large), name


def test_a_copy_that_is_still_the_one_is_not_sent_again(host: Host) -> None:
    first = host.ask(f"{ROOT}assets/styles/all.css", Accept_Encoding="gzip")
    again = host.ask(f"{ROOT}assets/styles/all.css", Accept_Encoding="gzip", If_None_Match=first.headers["etag"])
    assert (first.status, again.status, again.content) == (200, 304, b"")


@pytest.mark.parametrize(
    ("path", "led_to"), [(ROOT.rstrip("/"), ROOT), (f"{ROOT}praktyki", f"{ROOT}praktyki/"), (f"{ROOT}en", f"{ROOT}en/")]
)
def test_a_folder_without_its_last_sign_is_led_on_to_on_the_same_host(host: Host, path: str, led_to: str) -> None:
    answer = host.ask(path)
    assert (answer.status, answer.headers["location"]) == (301, led_to)


@pytest.mark.parametrize(
    ("path", "language"),
    [(NOWHERE, "pl"), ("praktyki/nie-ma/", "pl"), ("assets/", "pl"), ("en/nie-ma", "en"), ("en/practices/x/y", "en")],
)
def test_a_wrong_address_is_answered_in_its_language(host: Host, path: str, language: str) -> None:
    answer = host.ask(ROOT + path)
    assert answer.status == 404
    assert f'<html lang="{language}"' in answer.content.decode()


def test_the_rest_of_the_host_is_left_alone(host: Host) -> None:
    other, wrong = host.ask("/"), host.ask("/nie-ma")
    assert (other.status, wrong.status) == (200, 404)
    assert not {name.lower() for name in HEADERS} & (other.headers.keys() | wrong.headers.keys())
    assert b"Nie ma takiej strony" not in wrong.content


@pytest.mark.parametrize(
    ("path", "title", "home"),
    [(NOWHERE, "Nie ma takiej strony", ROOT), ("en/no/such", "This page does not exist", f"{ROOT}en/")],
)
def test_the_page_for_a_wrong_address_is_a_page_of_the_site(
    browser: Browser, host: Host, path: str, title: str, home: str
) -> None:
    visitor = Visitor(browser, host.address + ROOT)
    page = visitor.open(path)
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    assert page.evaluate("getComputedStyle(document.querySelector('.site-header')).display") != "inline"
    assert page.evaluate("document.styleSheets[0].cssRules.length") > 50
    leads_to = page.locator(".brand").evaluate("link => new URL(link.href).pathname")
    assert leads_to == home
    searched_for(page)
    visitor.close()
    [missing] = [each for each in visitor.complaints if not each.startswith("console: ")]
    assert missing == f"404: {host.address}{ROOT}{path}"


def searched_for(page: Page) -> None:
    """Search for a practice on the page, as readers do, and come to its page."""
    page.locator("#tresc").get_by_role("searchbox").fill("Pracownia")
    page.keyboard.press("Enter")
    expect(page.locator("[data-result]:visible").first).to_contain_text("Pracownia")


def test_the_page_for_a_wrong_address_leads_readers_of_the_other_language_home(browser: Browser, host: Host) -> None:
    visitor = Visitor(browser, host.address + ROOT)
    page = visitor.open(NOWHERE)
    page.locator("#tresc [lang=en] a").click()
    assert urlsplit(page.url).path == f"{ROOT}en/"
    expect(page.locator("html")).to_have_attribute("lang", "en")
    visitor.close()


def test_readers_search_narrow_and_read(visitor: Visitor) -> None:
    page = visitor.open("")
    page.locator("[data-search-open]").click()
    panel = page.get_by_role("dialog")
    panel.get_by_role("textbox").press_sequentially("uchodźcy")
    panel.locator(".search-panel__link", has_text="uchodź").first.click()  # the first letters are answered too
    expect(page.locator("article[data-practice]")).to_be_visible()
    assert urlsplit(page.url).path.startswith(f"{ROOT}praktyki/")
    visitor.open("praktyki/")
    page.locator("#tresc").get_by_role("searchbox").fill("młodzież")
    page.locator("[data-facet] input:visible").first.check()
    expect(page).to_have_url(re.compile(r"\?q="))
    page.reload()
    page.locator("[data-result]:visible a").first.click()
    expect(page.locator("article[data-practice]")).to_be_visible()


def test_readers_go_over_to_the_other_language_and_back(visitor: Visitor) -> None:
    page = visitor.open("praktyki/sopot-szkola-drugiej-szansy/")
    page.locator(".tool--language:visible").click()
    assert urlsplit(page.url).path == f"{ROOT}en/practices/sopot-szkola-drugiej-szansy/"
    page.locator(".tool--language:visible").click()
    assert urlsplit(page.url).path == f"{ROOT}praktyki/sopot-szkola-drugiej-szansy/"


def test_the_map_leads_to_the_places(visitor: Visitor) -> None:
    page = visitor.open("mapa/")
    page.locator("#tresc a[href*='miejsca/']:visible").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert urlsplit(page.url).path.startswith(f"{ROOT}miejsca/")


def test_a_draft_of_the_form_is_kept(visitor: Visitor) -> None:
    page = visitor.open("zglos/#krok-1")
    visitor.wait_for("document.querySelector('[data-form]').dataset.state === 'ready'")
    page.locator("#krok-1 [data-name=title] input").first.fill("Las w mieście")
    expect(page.locator("[data-form]")).to_contain_text("Szkic zapisany")
    page.reload()
    visitor.wait_for("document.querySelector('[data-form]').dataset.state === 'ready'")
    expect(page.locator("#krok-1 [data-name=title] input").first).to_have_value("Las w mieście")


def test_the_edition_to_carry_about_and_the_books_are_handed_out(visitor: Visitor, changed: BuiltSite) -> None:
    page = visitor.open("dane/")
    for name in ("katalog-offline.zip", "katalog.epub"):
        with page.expect_download() as downloading:
            page.locator(f"#tresc a[href$='{name}']").first.click()
        downloaded = Path(downloading.value.path())
        assert downloaded.read_bytes() == next(changed.folder.rglob(name)).read_bytes()


def test_feeds_the_site_map_and_the_pages_name_the_same_address(host: Host, changed: BuiltSite) -> None:
    located = re.findall(r"<loc>(.*?)</loc>", host.ask(f"{ROOT}sitemap.xml").content.decode())
    linked = re.findall(r'<link [^>]*href="(.*?)"', host.ask(f"{ROOT}nowe.atom").content.decode())
    assert (len(located) > 200, len(linked) > 5) == (True, True)
    assert [each for each in (*located, *linked) if not each.startswith(ADDRESS)] == []
    for page in changed.pages.values():
        for node in page.all("link[rel=canonical], link[rel=alternate][hreflang]"):
            assert (node.attributes["href"] or "").startswith(ADDRESS), page
    for address in (*located[:: len(located) // 20], *linked):
        assert host.ask(urlsplit(address).path).status == 200, address


@pytest.mark.parametrize("root", ["/", "/katalog/"])
def test_nginx_takes_the_settings(root: str, tmp_path: Path) -> None:
    settings = server_settings(Translations.load("pl"), root, ("", "en/"))["serwer/nginx.conf"]
    assert settings_fault(settings, tmp_path) == ""
    assert settings_fault(settings.replace("types {", "types"), tmp_path) != ""
