"""Where the real site leads and what a browser asks for: nothing is dead, nothing leaves the site by itself."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

import pytest
from tests.support.pages import BASE, NOT_FOUND, BuiltSite, Page, attribute_values, dead_links, is_outside, links, words
from tests.support.sites import ADDRESS, COPIES

pytestmark = pytest.mark.site

WITHDRAWN = {"praktyki/kultura-wlacza/", "en/practices/kultura-wlacza/"}

# What a browser fetches, or where it sends what a reader typed; <a href> alone may lead elsewhere.
REQUESTS = (
    *(("*", name) for name in ("src", "srcset", "poster", "data", "action", "formaction", "background", "ping")),
    *(("*", name) for name in ("manifest", "xlink:href")),
    *((tag, "href") for tag in ("link", "use", "image", "area", "base")),
)
# These relations of a link say what it is and make no request.
SILENT = {"canonical", "license", "alternate"}
STYLE_REQUEST = re.compile(r"@import\s+[\"']?([^\"';)]+)|url\(\s*[\"']?([^\"')]+)")
CODE_REQUEST = re.compile(r"\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts|import)\b")


def test_every_link_leads_to_a_page_or_a_file(site: BuiltSite) -> None:
    assert len(list(links(site))) > 4000
    assert dead_links(site) == []


def test_every_anchor_leads_to_an_element(site: BuiltSite) -> None:
    anchored = [(page, link) for page, link in links(site) if "#" in link and not is_outside(page.resolve(link))]
    assert len(anchored) > 1000
    assert [(page, link) for page, link in anchored if not is_anchored(site, page, link)] == []


def test_no_page_makes_a_request_to_another_host(site: BuiltSite) -> None:
    for page in site.pages.values():
        assert [address for address in requests(page) if is_outside(address)] == [], page


def test_every_request_of_a_page_is_answered(site: BuiltSite) -> None:
    asked = {address for page in site.pages.values() for address in requests(page) if not address.startswith("data:")}
    assert len(asked) > 5
    assert {address for address in asked if site.file_at(address) is None} == set()


def test_no_style_makes_a_request_to_another_host(site: BuiltSite) -> None:
    styles = {name: site.text(name) for name in site.files if name.endswith(".css")}
    styles |= {f"{page} {n}": text for page in site.pages.values() for n, text in enumerate(styles_in(page))}
    assert styles
    for name, text in styles.items():
        asked = [urljoin(BASE + name, (found[1] or found[2]).strip()) for found in STYLE_REQUEST.finditer(text)]
        assert [address for address in asked if is_outside(address)] == [], name


# After a press the form sends an entry to the address of katalog.yml; tests/browser/ shows that nothing is sent before.
MAY_REQUEST = {"assets/scripts/form/form.js": {"fetch"}}


def test_our_scripts_make_no_request_and_name_no_host(site: BuiltSite) -> None:
    ours = [name for name in site.files if name.startswith("assets/scripts/")]
    assert ours
    for name in ours:
        script = site.text(name)
        assert set(CODE_REQUEST.findall(without_comments(script))) <= MAY_REQUEST.get(name, set()), name
        # Words of the form show how an address is written; that host is kept for examples (RFC 2606).
        named = re.findall(r"(?:https?|wss?)?://[\w.-]+\.\w+|[\"']//\w", script)
        assert {*named} <= {"https://www.example.org"}, name


def test_a_link_to_another_host_does_not_hand_over_the_window(site: BuiltSite) -> None:
    for page in site.pages.values():
        opening = [node for node in page.all("a[target]") if "noopener" not in (node.attributes.get("rel") or "")]
        assert opening == [], page


def test_a_link_into_the_narrowed_catalogue_names_a_filter_and_its_count(site: BuiltSite) -> None:
    filters = {
        (node.attributes["name"], node.attributes["value"]): "".join(
            words(count) for count in label.css(".facet__count")
        )
        for label in site.pages["praktyki/"].all("[data-facet] label")
        for node in label.css("input[name]")
    }
    # The commonest come with the page; its script brings the others, or ticks one that the address asks for.
    facets = site.search_part("facets")["facets"]
    brought = {(name, term) for name, facet in facets.items() for term, _ in facet["terms"]}
    assert filters.keys() <= brought
    places = Counter(use["place"] for record in site.records.values() for use in record["places"])
    filters |= {each: str(places[each[1]]) for each in brought - filters.keys() if each[0] == "place"}
    narrowed = [
        (parse_qsl(urlsplit(node.attributes["href"] or "").query), words(node))
        for node in site.pages["mapa/"].all("a[href*='?']")
    ]
    assert len(narrowed) > 10
    for query, text in narrowed:
        assert [filters[each] for each in query] == [text.split()[0]], text


def test_every_page_is_reached_from_the_home_page(site: BuiltSite) -> None:
    assert set(site.pages) - steps_from(site, "").keys() == NOT_FOUND


@pytest.mark.parametrize(("home", "practices"), [("", "praktyki/"), ("en/", "en/practices/")])
def test_every_practice_is_at_most_three_links_from_home(site: BuiltSite, home: str, practices: str) -> None:
    steps = steps_from(site, home)
    far = {f"{practices}{name}/": steps[f"{practices}{name}/"] for name in site.records}
    assert {address: count for address, count in far.items() if count > 3} == {}


def test_a_fact_leads_to_its_source_and_the_source_back(site: BuiltSite) -> None:
    for practice_id in site.records:
        page = site.practice(practice_id)
        there = [node.attributes["href"] or "" for node in page.all(".ref a")]
        assert there
        assert all(link.startswith("#zrodlo-") for link in there)
        back = {(node.attributes["href"] or "").lstrip("#") for node in page.all(".sources__back a")}
        assert back == {node.attributes["id"] for node in page.all(".ref a")}


def test_every_link_of_the_offline_edition_names_a_file(offline_folder: Path) -> None:
    offline = BuiltSite(offline_folder)
    leading = [(page, link) for page, link in links(offline) if not link.startswith("#")]
    inside = [page.resolve(link) for page, link in leading if not is_outside(page.resolve(link))]
    named = {urlsplit(target).path.lstrip("/") for target in inside}
    assert len(named) > 100
    assert named - offline.files == set()


def test_no_page_for_wrong_addresses_stands_where_no_server_shows_it(offline_folder: Path) -> None:
    assert BuiltSite(offline_folder).files & NOT_FOUND == set()


def test_a_page_for_wrong_addresses_is_no_page_to_be_found(changed: BuiltSite) -> None:
    for address in NOT_FOUND:
        page = changed.pages[address]
        assert page.one("meta[name=robots]").attributes["content"] == "noindex"
        assert page.all("link[rel=canonical], meta[property^='og:']") == []
        assert address not in changed.text("sitemap.xml")
        assert address not in changed.text("szukaj/pages.js") + changed.text("en/search/pages.js")


def test_a_page_for_wrong_addresses_leads_from_the_root_of_the_host(site: BuiltSite, changed: BuiltSite) -> None:
    for built, root in ((site, "/"), (changed, urlsplit(ADDRESS).path)):
        for address in NOT_FOUND:
            page = built.pages[address]
            own = [link for _, link in attribute_values(page, ("*", "href"), ("*", "src"), ("form", "action"))]
            inside = [link for link in own if not link.startswith(("#", "https://"))]
            assert len(inside) > 20
            assert [link for link in inside if not link.startswith(root)] == []
            assert [link for link in inside if built.file_at(BASE + link.removeprefix(root)) is None] == []


def test_without_an_address_there_is_no_site_map_and_no_canonical_link(site: BuiltSite) -> None:
    assert [name for name in site.files if "sitemap" in name] == []
    assert [page for page in site.pages.values() if page.all("link[rel=canonical]")] == []


def test_with_an_address_the_site_map_names_every_page_on_offer_once(changed: BuiltSite) -> None:
    named = re.findall(r"<loc>(.*)</loc>", changed.text("sitemap.xml"))
    pages = {address for address, page in changed.pages.items() if not is_redirect(page)} - NOT_FOUND
    assert len(pages) > COPIES
    assert sorted(named) == sorted(ADDRESS + address for address in pages - WITHDRAWN)
    dated = dict(re.findall(r"<loc>(.*)</loc><lastmod>(.*)</lastmod>", changed.text("sitemap.xml")))
    for practice_id, record in changed.records.items():
        assert dated[f"{ADDRESS}praktyki/{practice_id}/"] == record["editorial"]["updated"]
    assert dated[ADDRESS] == max(record["editorial"]["updated"] for record in changed.records.values())
    for address in pages:
        assert changed.pages[address].one("link[rel=canonical]").attributes["href"] == ADDRESS + address
    assert f"{ADDRESS}praktyki/gdynia-pracownia/" in words(changed.practice("gdynia-pracownia").one(".cite"))


def steps_from(site: BuiltSite, home: str) -> dict[str, int]:
    """How many links lead to each page that can be reached from one, at least; no script is needed to follow them."""
    leading: dict[str, set[str]] = {}
    for page, link in links(site):
        if not is_outside(page.resolve(link)):
            leading.setdefault(page.address, set()).add(urlsplit(page.resolve(link)).path.lstrip("/"))
    steps, waiting = {home: 0}, [home]
    for address in waiting:
        for target in sorted(leading.get(address, set()) & site.pages.keys() - steps.keys()):
            steps[target] = steps[address] + 1
            waiting.append(target)
    return steps


def is_redirect(page: Page) -> bool:
    return bool(page.all("meta[http-equiv=refresh]"))


def is_anchored(site: BuiltSite, page: Page, link: str) -> bool:
    target = site.pages.get((site.file_at(page.resolve(link)) or "").removesuffix("index.html"))
    return target is not None and unquote(urlsplit(link).fragment) in target.ids


def requests(page: Page) -> Iterator[str]:
    for node, value in attribute_values(page, *REQUESTS):
        if node.tag == "link" and set((node.attributes.get("rel") or "").split()) <= SILENT:
            continue
        for part in value.split(",") if "srcset" in node.attributes else [value]:
            yield page.resolve(part.split()[0] if part.split() else "")
    for node in page.all("meta[http-equiv=refresh]"):
        yield page.resolve((node.attributes["content"] or "").partition("url=")[2])


def without_comments(script: str) -> str:
    return re.sub(r"/\*.*?\*/", "", script, flags=re.DOTALL)


def styles_in(page: Page) -> list[str]:
    return [node.text() for node in page.all("style")] + [value for _, value in attribute_values(page, ("*", "style"))]
