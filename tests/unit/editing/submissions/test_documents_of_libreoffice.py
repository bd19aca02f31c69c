"""What the reader of LibreOffice's documents sees: each paragraph as it stands on paper, and what stood beside it."""

import pytest

from bench.office_files.packing import odt
from goodpractices.editing import UnusableSubmission
from goodpractices.editing.submissions.reading.odt import read_document
from goodpractices.editing.submissions.reading.package import opened
from goodpractices.editing.submissions.reading.values import Aside, Document, DocumentTable, Paragraph


def read(*body: str, styles: str = "") -> Document:
    return read_document(opened(odt(body, styles)))


def p(inside: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{inside}</text:p>'


def span(inside: str, style: str) -> str:
    return f'<text:span text:style-name="{style}">{inside}</text:span>'


def only(given: str, styles: str = "") -> Paragraph:
    (block,) = read(given, styles=styles).blocks
    assert isinstance(block, Paragraph)
    return block


def texts(document: Document) -> list[str]:
    return [each.text for each in document.blocks if isinstance(each, Paragraph)]


def aside(kind: str, text: str) -> tuple[Aside, ...]:
    return (Aside(kind, text),)


def style(name: str, text: str = "", about: str = "") -> str:
    return f'<style:style style:name="{name}" {about}><style:text-properties {text}/></style:style>'


def form(kind: str, *told: tuple[str, str]) -> str:
    params = "".join(f'<field:param field:name="{name}" field:value="{value}"/>' for name, value in told)
    about = f'xmlns:field="urn:x" field:type="vnd.oasis.opendocument.field.{kind}"'
    return f"<field:fieldmark {about}>{params}</field:fieldmark>"


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ('a<text:s text:c="3"/>b<text:s/>c', "a   b c"),
        ('a<text:s text:c="101"/>b', f"a{' ' * 100}b"),
        ("a<text:tab/>b<text:line-break/>c", "a\tb\nc"),
        ("a\nb", "a b"),
        ('<text:a xlink:href="https://example.org/a">tu</text:a>', "tu (https://example.org/a)"),
        ('<text:a xlink:href="https://example.org/a">https://example.org/a</text:a>', "https://example.org/a"),
        ('<text:a xlink:href="mailto:a@example.org">pisz</text:a>', "pisz (a@example.org)"),
        ('<text:a xlink:href="#rozdzial">tu</text:a>', "tu"),
        ("<text:ruby><text:ruby-base>co</text:ruby-base><text:ruby-text>jak</text:ruby-text></text:ruby>", "co (jak)"),
        (form("FORMCHECKBOX", ("Checkbox_Checked", "true")) + " tak", "☒ tak"),
        (form("FORMCHECKBOX", ("Checkbox_Checked", "false")) + " tak", "☐ tak"),
        (form("FORMTEXT", ("Dropdown_ListEntry", "a")) + "b", "b"),
        (
            form("FORMDROPDOWN", ("Dropdown_ListEntry", "a"), ("Dropdown_ListEntry", "b"), ("Dropdown_Selected", "1")),
            "b",
        ),
        (form("FORMDROPDOWN", ("Dropdown_ListEntry", "a"), ("Dropdown_Selected", "1")), ""),
        (form("FORMDROPDOWN", ("Dropdown_ListEntry", "a"), ("Dropdown_Selected", "00000")), ""),
        (form("FORMDROPDOWN", ("Dropdown_ListEntry", "a")), ""),
        ("<text:date>5 maja</text:date>a<text:title>b</text:title>", "a"),
    ],
)
def test_a_paragraph_says_what_one_sees(inside: str, text: str) -> None:
    assert only(p(inside)) == Paragraph(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('text:display="none"', Paragraph("a", asides=aside("hidden", "b"))),
        ('text:display="true"', Paragraph("ab")),
        ('style:text-line-through-style="solid"', Paragraph("a", asides=aside("struck", "b"))),
        ('style:text-line-through-type="single"', Paragraph("a", asides=aside("struck", "b"))),
        ('style:text-line-through-style="none" style:text-line-through-type="single"', Paragraph("ab")),
        ('style:text-position="super 58%"', Paragraph("ab")),
    ],
)
def test_text_that_is_not_plainly_there_stands_beside_the_paragraph(text: str, expected: Paragraph) -> None:
    assert only(p(f"a{span('b', 'X')}"), style("X", text)) == expected


@pytest.mark.parametrize(
    ("position", "text"),
    [
        ("super 58%", "1²"),
        ("sub", "1₂"),
        ("33% 58%", "1²"),
        ("-8%", "1₂"),
        ("0% 100%", "12"),
        ("-0%", "12"),
        ("33", "12"),
        ("", "12"),
    ],
)
def test_a_digit_stands_where_its_position_has_it(position: str, text: str) -> None:
    assert only(p(f"1{span('2', 'X')}"), style("X", f'style:text-position="{position}"')).text == text


@pytest.mark.parametrize(
    ("text", "is_marked"),
    [
        ('fo:font-weight="bold"', True),
        ('fo:font-weight="normal"', False),
        ('style:text-underline-style="solid"', True),
        ('style:text-underline-style="none"', False),
        ('fo:background-color="#ff0"', True),
        ('fo:background-color="transparent"', False),
        ("", False),
    ],
)
def test_a_paragraph_stands_out_if_all_of_it_does(text: str, is_marked: bool) -> None:
    assert only(p(f"{span('a', 'X')} i {span('b', 'X')}"), style("X", text)).is_marked is False
    assert only(p(span("a", "X")), style("X", text)).is_marked is is_marked


def test_a_style_says_what_the_one_says_that_it_is_based_on() -> None:
    base = style("A", 'text:display="none" fo:font-weight="bold"')
    assert only(p(span("a", "B")), base + style("B", "", 'style:parent-style-name="A"')).asides == aside("hidden", "a")
    shown = style("B", 'text:display="true"', 'style:parent-style-name="A"')
    assert only(p(span("a", "B")), base + shown) == Paragraph("a", is_marked=True)
    circle = style("A", "", 'style:parent-style-name="B"') + style("B", "", 'style:parent-style-name="A"')
    assert only(p(span("a", "B")), circle) == Paragraph("a")


@pytest.mark.parametrize(
    ("about", "level"),
    [
        ('style:default-outline-level="2"', 2),
        ('style:default-outline-level="0"', 0),
        ('style:default-outline-level="x"', 0),
        ('style:default-outline-level="12"', 9),
    ],
)
def test_a_heading_is_known_by_its_outline(about: str, level: int) -> None:
    assert only(p("a", "X"), style("X", 'fo:font-weight="bold"', f'{about} style:family="paragraph"')) == Paragraph(
        "a", level, is_marked=not level
    )
    assert only('<text:h text:outline-level="3">a</text:h>') == Paragraph("a", 3)
    assert only("<text:h>a</text:h>") == Paragraph("a", 1)


@pytest.mark.parametrize(("name", "level"), [("Title", 1), ("Tytuł", 1), ("Title_20_page", 0)])
def test_a_title_is_known_by_the_name_of_its_style(name: str, level: int) -> None:
    assert only(p("a", name), style(name)).level == level


def lists(kind: str, *levels: str) -> str:
    listed = "".join(f'<text:list-level-style-number text:level="{n}" {each}/>' for n, each in enumerate(levels, 1))
    return f'<text:list-style style:name="{kind}">{listed}</text:list-style>'


def item(*inside: str, about: str = "", tag: str = "list-item") -> str:
    return f"<text:{tag} {about}>{''.join(inside)}</text:{tag}>"


def listed(*inside: str, about: str = 'text:style-name="L"') -> str:
    return f"<text:list {about}>{''.join(inside)}</text:list>"


@pytest.mark.parametrize(
    ("level", "shown"),
    [
        ("", ["1. a", "2. b"]),
        ('text:start-value="5"', ["5. a", "6. b"]),
        ('style:num-suffix=")"', ["1. a", "2. b"]),
        ('style:num-prefix="Etap " style:num-suffix=":"', ["Etap 1: a", "Etap 2: b"]),
        ('style:num-suffix=" etap:"', ["1 etap: a", "2 etap: b"]),
    ],
)
def test_items_of_a_list_have_its_signs(level: str, shown: list[str]) -> None:
    found = read(listed(item(p("a")), item(p("b"))), styles=lists("L", level))
    assert texts(found) == shown


def test_lists_are_indented_counted_and_continued() -> None:
    inner = listed(item(p("b")), item(p("c")), about="")
    more = 'text:style-name="L" text:continue-numbering="true"'
    body = [
        listed(item(p("Wstęp"), tag="list-header"), item(p("a"), inner), item(p("d"))),
        p("obok"),
        listed(item(p("e")), about=more),
        listed(item(p("f")), item(p("g"), about='text:start-value="9"'), item(p("h"))),
        listed(item(p("i")), about='text:style-name="L" text:start-value="4"'),
        listed(item(p("j")), about='text:style-name="kreski"'),
        listed(item(p("")), item(p("k"))),
    ]
    four = " " * 4
    assert texts(read(*body, styles=lists("L", "", ""))) == [
        *("Wstęp", "1. a", f"{four}1. b", f"{four}2. c", "2. d", "obok", "3. e", "1. f", "9. g", "10. h"),
        *("4. i", "- j", "", "2. k"),
    ]


def test_of_a_list_in_lists_the_fourth_level_is_the_last_that_is_indented() -> None:
    inner = item(p("f"))
    for letter in "edcba":
        inner = item(p(letter), listed(inner, about=""))
    assert [len(each) - len(each.lstrip()) for each in texts(read(listed(inner)))] == [0, 4, 8, 12, 12, 12]


COMMENT = "<office:annotation><dc:creator>Jan</dc:creator><text:p>a</text:p></office:annotation>"
BODY = "<text:note-body><text:p>a</text:p></text:note-body>"
NOTE = f"<text:note><text:note-citation>1</text:note-citation>{BODY}</text:note>"
UNSEEN = "<text:section text:display='none'><text:p>a</text:p><text:p>b</text:p></text:section>"


@pytest.mark.parametrize(
    ("given", "asides"),
    [
        (UNSEEN, aside("hidden", "a\nb")),
        ("<draw:frame><draw:text-box><text:p>a</text:p></draw:text-box></draw:frame>", aside("text_box", "a")),
        (p(COMMENT), aside("comment", "a")),
        (p(NOTE), aside("footnote", "a")),
        (p("<draw:custom-shape><text:p>a</text:p></draw:custom-shape>"), aside("text_box", "a")),
        (p("<text:hidden-text text:string-value='a'/>"), aside("hidden", "a")),
        (p("a<text:hidden-paragraph text:is-hidden='true'/>"), aside("hidden", "a")),
    ],
)
def test_what_stands_beside_the_text_is_kept_with_its_kind(given: str, asides: tuple[Aside, ...]) -> None:
    assert only(given) == Paragraph("", asides=asides)


def test_a_section_that_is_displayed_is_text() -> None:
    assert texts(read("<text:section text:display='true'><text:p>a</text:p></text:section>")) == ["a"]


def test_deleted_text_stands_where_it_was() -> None:
    deletion = "<text:deletion><dc:creator>Jan</dc:creator><text:p>stare</text:p><text:p>słowa</text:p></text:deletion>"
    region = f'<text:changed-region text:id="c1">{deletion}</text:changed-region>'
    inserted = '<text:changed-region text:id="c2"><text:insertion/></text:changed-region>'
    body = f"<text:tracked-changes>{region}{inserted}</text:tracked-changes>"
    body += p('a<text:change text:change-id="c1"/><text:change text:change-id="c2"/>b')
    body += '<text:change text:change-id="c1"/><text:change text:change-id="c3"/>'
    assert read(body).blocks == (
        Paragraph("ab", asides=aside("removed", "stare\nsłowa")),
        Paragraph("", asides=aside("removed", "stare\nsłowa")),
    )


def table(*rows: str) -> str:
    return f"<table:table>{''.join(rows)}</table:table>"


def row(*cells: str, about: str = "") -> str:
    return f"<table:table-row {about}>{''.join(cells)}</table:table-row>"


def cell(text: str, about: str = "", tag: str = "table-cell") -> str:
    return f"<table:{tag} {about}><text:p>{text}</text:p></table:{tag}>"


def test_rows_and_cells_of_a_table_are_repeated_and_grouped() -> None:
    head = f"<table:table-header-rows>{row(cell('a'), cell('b', tag='covered-table-cell'))}</table:table-header-rows>"
    twice = row(cell("c", 'table:number-columns-repeated="2"'), about='table:number-rows-repeated="2"')
    (found,) = read(table(head, twice, f"<table:table-row-group>{row(cell('d'))}</table:table-row-group>")).blocks
    assert isinstance(found, DocumentTable)
    told = [
        ["".join(each.text for each in one if isinstance(each, Paragraph)) for one in cells] for cells in found.rows
    ]
    assert told == [["a", "b"], ["c", "c"], ["c", "c"], ["d"]]


def test_a_table_is_read_up_to_a_size() -> None:
    (found,) = read(
        table(row(cell("c", 'table:number-columns-repeated="31"'), about='table:number-rows-repeated="21"'))
    ).blocks
    assert isinstance(found, DocumentTable)
    assert (len(found.rows), len(found.rows[0])) == (20, 30)
    whole = row(*[cell("c", 'table:number-columns-repeated="25"')], about='table:number-rows-repeated="20"')
    assert len(read(table(*[whole] * 100)).blocks) == 1
    with pytest.raises(UnusableSubmission) as refused:
        read(table(*[whole] * 100, row(cell("x"))))
    assert [each.key for each in refused.value.faults] == ["submission.too_many_elements"]


def test_a_table_of_contents_is_passed_over_as_far_as_headings_repeat_it() -> None:
    contents = "<text:index-body><text:p>Las 5</text:p><text:p>Inny 6</text:p></text:index-body>"
    found = read(f"<text:table-of-content>{contents}</text:table-of-content>", "## Las")
    assert (texts(found), found.passed_over) == (["Las"], ("Las 5",))


def test_pictures_and_objects_are_noted_by_name() -> None:
    names = ("Pictures/a.png", "media/b.png", "Object 1/c.bin", "d.bin")
    found = read_document(opened(odt(["a"], parts=dict.fromkeys(names, b"\x00"))))
    assert [(each.kind, each.words) for each in found.notes] == [
        ("picture", "Pictures/a.png"),
        ("picture", "media/b.png"),
        ("embedded", "Object 1/c.bin"),
    ]
