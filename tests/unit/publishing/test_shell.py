"""Pages made of a shell: every hole filled, everything from an article escaped once."""

from dataclasses import replace

import pytest

from goodpractices.publishing import CONTENT, DEPTHS, LANGUAGES, Article, Shell, shell_address, shell_source
from goodpractices.publishing.shell import DESCRIPTION, HEAD, TITLE

PAGE = (
    f'<html><title>{TITLE} – Katalog</title><meta content="{DESCRIPTION}">{HEAD}<link href="https://x.pl/{{address}}">'
    f"<h1>{TITLE}</h1>{CONTENT}</html>"
)
ARTICLE = Article("praktyki/las/", 'Las & "łąka"', "Opis <krótki>", "<p>Las &amp; łąka</p>", "practices", head="<meta>")


def page(section: str = "practices", depth: int = 2) -> str:
    return PAGE.format(address=shell_address("pl", section, depth))


def filled(html: str, article: Article, languages: str = "") -> str:
    return Shell.cut(html).fill(article, article.address, languages)


def test_every_hole_is_filled() -> None:
    assert filled(page(), ARTICLE) == (
        "<html><title>Las &amp; &quot;łąka&quot; – Katalog</title>"
        '<meta content="Opis &lt;krótki&gt;"><meta><link href="https://x.pl/praktyki/las/">'
        "<h1>Las &amp; &quot;łąka&quot;</h1><p>Las &amp; łąka</p></html>"
    )


def test_a_shell_serves_many_articles() -> None:
    shell = Shell.cut(page())
    other = Article("praktyki/staw/", "Staw", "Opis", "<p>Staw</p>", "practices")
    first, again, last = (shell.fill(each, each.address, "") for each in (ARTICLE, ARTICLE, other))
    assert first == again != last


def test_a_page_leads_to_itself_in_other_languages_wherever_its_chrome_says_so() -> None:
    switch = '<a lang="en" href="../../en/practices/las/">English</a>'
    assert filled(page().replace("<h1>", f"{LANGUAGES}<h1>{LANGUAGES}"), ARTICLE, switch).count(switch) == 2


def test_a_page_stands_where_its_language_has_it() -> None:
    english = Shell.cut(PAGE.format(address=shell_address("en", "practices", 3)))
    assert 'href="https://x.pl/en/practices/las/"' in english.fill(ARTICLE, "en/practices/las/", "")


def test_words_that_look_like_a_hole_are_words() -> None:
    tricky = Article("a/", f"{CONTENT} {DESCRIPTION}", TITLE, f"{TITLE} {shell_address('pl', 'themes', 1)}", "themes")
    html = filled(page("themes", 1), tricky)
    assert html.count(f"<h1>{CONTENT} {DESCRIPTION}</h1>{TITLE} {shell_address('pl', 'themes', 1)}</html>") == 1


@pytest.mark.parametrize("depth", DEPTHS)
@pytest.mark.parametrize("section", ["practices", "target_groups"])
def test_the_address_of_a_shell_is_as_deep_as_the_pages_it_serves(section: str, depth: int) -> None:
    assert shell_address("pl", section, depth).count("/") == depth
    assert 'href="https://x.pl/praktyki/las/"' in filled(page(section, depth), ARTICLE)


def test_the_file_name_of_a_shell_belongs_to_its_address() -> None:
    offline = page().replace('/">', '/index.html">')
    assert 'href="https://x.pl/praktyki/las/"' in filled(offline, ARTICLE)


@pytest.mark.parametrize("broken", [PAGE.replace(CONTENT, ""), PAGE + CONTENT, PAGE.replace(TITLE, "")])
def test_a_theme_that_loses_title_or_content_is_refused(broken: str) -> None:
    with pytest.raises(ValueError, match="no place"):
        Shell.cut(broken)


def test_the_source_of_a_shell_stays_out_of_the_search() -> None:
    source = shell_source("en", "themes")
    assert "exclude: true" in source
    assert "section: themes" in source
    assert "lang: en" in source
    assert source.endswith(f"{CONTENT}\n")


def test_the_chrome_loses_its_indentation_and_the_article_keeps_its_own() -> None:
    code = "<pre>a\n   b</pre>"
    html = filled(page().replace("<title>", "\n\n    <title>"), replace(ARTICLE, content=code))
    assert html.startswith("<html>\n<title>")
    assert code in html
