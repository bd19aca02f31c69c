"""The site map: sorted, escaped, in all languages, dated."""

from datetime import date

from goodpractices.publishing.site_map import sitemap


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
    assert "hreflang" not in second


def test_a_site_map_says_when_a_page_changed_where_that_is_known() -> None:
    text = sitemap("https://x.pl/", ["a/", "b/"], {"a/": date(2026, 3, 4)}, {})
    assert "<url><loc>https://x.pl/a/</loc><lastmod>2026-03-04</lastmod></url>" in text
    assert "<url><loc>https://x.pl/b/</loc></url>" in text
