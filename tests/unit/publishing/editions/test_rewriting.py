"""The article of a practice as other editions have it: parts left out, links led elsewhere, the rest as it is."""

import pytest

from goodpractices.publishing.editions.books.rewriting import Aims, rewrite
from goodpractices.publishing.editions.rewriting import Rewriter

AIMS = Aims(lambda page, anchor: f"{page}.xhtml#{anchor}" if page.startswith("praktyki/") else None, "p/{}".format)


class Plain(Rewriter):
    """An edition whose links lead to capital letters, those to nowhere apart."""

    left_out_classes = frozenset({"gone"})

    def link(self, href: str) -> str | None:
        return None if href == "nowhere" else href.upper()

    def picture(self, name: str) -> str:
        return f"p/{name}"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("<p>Ą &amp; &lt;b&gt; &#39;&nbsp;&shy;<br>x</p>", "<p>Ą &amp; &lt;b&gt; &#39;&nbsp;&shy;<br>x</p>"),
        ('<p title="a &#34;b&#34; &amp; c" hidden>x</p>', '<p title="a &#34;b&#34; &amp; c" hidden>x</p>'),
        ('<svg viewBox="0 0 1 1"><path d="m0"/></svg>', '<svg viewBox="0 0 1 1"><path d="m0"/></svg>'),
        ('<a class="c" href="x" rel="me">y</a>', '<a class="c" href="X" rel="me">y</a>'),
        ('<a class="c" href="nowhere" rel="me">y</a>z', '<span class="c">y</span>z'),
        ('<img src="a.png" alt="A" loading="lazy">', '<img src="p/a.png" alt="A" loading="lazy">'),
        ('a<div class="x gone"><p>b<br>c<div>d</div></p><img src="e">&amp;</div>f', "af"),
        ('a<img class="gone" src="b">c', "ac"),
        ("a<script>if (1 < 2) {}</script>b", "ab"),
        ("<ul><li>a<li>b</ul>c", "<ul><li>a<li>b</li></li></ul>c"),
        ("a</b></br>c", "ac"),
    ],
    ids=lambda text: text[:30],
)
def test_html_stays_as_it_is_but_for_what_the_edition_changes(given: str, expected: str) -> None:
    assert Plain().rewritten(given) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("a&nbsp;&#39;&amp;<br>", "a\xa0'&amp;<br/>"),
        ("<details open>x</details>", '<details open="open">x</details>'),
        ('<img src="a.png" loading="lazy">', '<img src="p/a.png"/>'),
        ('<p id="a" aria-describedby="b c">x</p>', '<p id="q-a" aria-describedby="q-b q-c">x</p>'),
        ('<a href="#a">x</a>', '<a href="#q-a">x</a>'),
        ('<a href="../inna/#b">x</a>', '<a href="praktyki/inna/.xhtml#b">x</a>'),
        ('<a href="https://a.pl/">x</a>', '<a href="https://a.pl/">x</a>'),
        ('<a href="../../mapa/" target="b">x</a>', "<span>x</span>"),
        ('a<nav class="crumbs">b</nav><p class="sheet">c</p>d', "ad"),
        ('<svg aria-label="1 &lt; 2"></svg>', '<svg aria-label="1 &lt; 2" xmlns="{}"><title>1 &lt; 2</title></svg>'),
    ],
    ids=lambda text: text[:30],
)
def test_a_book_gets_xml_whose_ids_and_links_are_its_own(given: str, expected: str) -> None:
    expected = expected.replace("{}", "http://www.w3.org/2000/svg")
    assert rewrite(given, "praktyki/las/", AIMS, prefix="q-", left_out=frozenset({"sheet"})) == expected


@pytest.mark.parametrize("tag", ["area", "br", "col", "hr", "input", "link", "meta", "source", "wbr"])
def test_an_element_that_holds_nothing_is_not_closed(tag: str) -> None:
    assert Plain().rewritten(f"<p><{tag}>x</p>") == f"<p><{tag}>x</p>"
    assert rewrite(f"<p><{tag}>x</p>", "", AIMS) == f"<p><{tag}/>x</p>"


@pytest.mark.parametrize("name", ["practice__take", "cite-files", "easy-link", "crumbs"])
def test_a_book_goes_without_what_only_a_website_has(name: str) -> None:
    assert rewrite(f'a<div class="x {name}"><p>b</p></div>c', "", AIMS) == "ac"


def test_names_of_attributes_of_drawings_keep_their_capitals() -> None:
    given = '<svg viewBox="0 0 1 1" preserveAspectRatio="none" tabindex="0"></svg>'
    assert Plain().rewritten(given) == given
    assert rewrite(given, "", AIMS) == (
        '<svg viewBox="0 0 1 1" preserveAspectRatio="none" xmlns="http://www.w3.org/2000/svg"></svg>'
    )


def test_of_a_link_to_nowhere_class_id_and_language_stay() -> None:
    given = '<a class="c" id="i" lang="en" href="nowhere" rel="me" title="t">x</a>'
    assert Plain().rewritten(given) == '<span class="c" id="i" lang="en">x</span>'
