"""The site map: sorted, escaped, in all languages, dated."""

import re
from datetime import date
from pathlib import Path

from tests.support.entries import add, entry, practices_folder

from goodpractices.catalogue import load_catalogue
from goodpractices.finding import group_practices
from goodpractices.publishing.addresses import Links
from goodpractices.publishing.site_map import site_map, sitemap


def test_a_site_map_is_sorted_and_escaped() -> None:
    text = sitemap("https://x.pl/a&b/", ["tematy/", "", "praktyki/"], {}, {})
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<urlset ')
    assert [line.strip() for line in text.splitlines()[2:-1]] == [
        f"<url><loc>https://x.pl/a&amp;b/{address}</loc></url>" for address in ("", "praktyki/", "tematy/")
    ]


def test_the_address_of_a_site_may_lack_its_last_slash() -> None:
    assert "<loc>https://x.pl/tematy/</loc>" in sitemap("https://x.pl", ["tematy/"], {}, {})


def test_a_site_map_names_a_page_in_its_languages() -> None:
    alternates = {"a/": {"pl": "a/", "en": "en/a/"}}
    [first, second] = [
        line for line in sitemap("https://x.pl/", ["a/", "b/"], {}, alternates).splitlines() if "<loc>" in line
    ]
    assert '<xhtml:link rel="alternate" hreflang="en" href="https://x.pl/en/a/"/>' in first
    assert '<xhtml:link rel="alternate" hreflang="x-default" href="https://x.pl/a/"/>' in first
    assert first.count("hreflang") == 3
    assert "hreflang" not in second


def test_a_site_map_says_when_a_page_changed_where_that_is_known() -> None:
    text = sitemap("https://x.pl/", ["a/", "b/"], {"a/": date(2026, 3, 4)}, {})
    assert "<url><loc>https://x.pl/a/</loc><lastmod>2026-03-04</lastmod></url>" in text
    assert "<url><loc>https://x.pl/b/</loc></url>" in text


def test_pages_are_dated_by_what_they_show_and_offered_in_their_languages(tmp_path: Path) -> None:
    folder = practices_folder(tmp_path)
    dated = {"las": "2026-01-02", "staw": "2026-03-04"}
    for name, day in dated.items():
        theme = "sport" if name == "las" else "zielen"
        editorial = {"state": "published", "created": day}
        add(folder, f"{name}/index.md", entry({"themes": [theme], "editorial": editorial}))
    add(folder, "bez/index.md", entry({"editorial": {"state": "withdrawn", "reason": "Koniec."}}))
    catalogue = load_catalogue(folder)
    links = {"pl": Links(), "en": Links(words={"": "en/", "praktyki": "practices", "tematy": "themes"})}
    offered = [
        *("", "praktyki/", "praktyki/las/", "praktyki/bez/", "tematy/sport/", "tematy/", "mapa/", "prywatnosc/"),
        *("en/", "en/practices/", "en/practices/las/", "en/practices/bez/"),
    ]
    text = site_map("https://x.pl/", offered, catalogue, group_practices(catalogue), links)
    found = {
        address: (day, [language for language, _ in re.findall(r'hreflang="([\w-]+)" href="([^"]+)"', rest)])
        for address, day, rest in re.findall(
            r"<loc>https://x.pl/([^<]*)</loc>(?:<lastmod>([^<]*)</lastmod>)?(.*)</url>", text
        )
    }
    both = ["pl", "en", "x-default"]
    assert found == {
        "": ("2026-03-04", both),
        "praktyki/": ("2026-03-04", both),
        "praktyki/las/": ("2026-01-02", both),
        "tematy/": ("2026-03-04", []),
        "tematy/sport/": ("2026-01-02", []),
        "mapa/": ("2026-03-04", []),
        "prywatnosc/": ("", []),
        "en/": ("2026-03-04", both),
        "en/practices/": ("2026-03-04", both),
        "en/practices/las/": ("2026-01-02", both),
    }
