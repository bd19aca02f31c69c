"""What the reader of Word's documents sees: each paragraph as it stands on paper, and what stood beside it."""

from collections.abc import Sequence

import pytest

from bench.office_files.packing import docx, run, word_part
from goodpractices.editing.submissions.reading.docx import MAX_SPAN, read_document
from goodpractices.editing.submissions.reading.package import opened
from goodpractices.editing.submissions.reading.values import Aside, Document, DocumentTable, Paragraph


def read(*body: str, links: dict[str, str] | None = None, **parts: str) -> Document:
    return read_document(opened(docx(body, {f"{name}.xml": each for name, each in parts.items()}, links)))


def p(*inside: str, about: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{about}</w:pPr>' if about else ''}{''.join(inside)}</w:p>"


def only(*inside: str, about: str = "", **parts: str) -> Paragraph:
    (block,) = read(p(*inside, about=about), links=None, **parts).blocks
    assert isinstance(block, Paragraph)
    return block


def aside(kind: str, text: str) -> tuple[Aside, ...]:
    return (Aside(kind, text),)


def field(instruction: str, shown: str, about: str = "") -> str:
    begin = f'<w:r><w:fldChar w:fldCharType="begin">{about}</w:fldChar></w:r>'
    told = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>" if instruction else ""
    between = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' if shown else ""
    return f'{begin}{told}{between}{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def in_control(about: str, *inside: str) -> str:
    return f"<w:sdt><w:sdtPr>{about}</w:sdtPr><w:sdtContent>{''.join(inside)}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a\tb\nc"),
        ("<w:r><w:t>a</w:t><w:ptab/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r>", "a\tb\nc"),
        ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t></w:r>", "a-bc"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "☒"),
        ('<w:r><w:sym w:font="Logo" w:char="F0EE"/></w:r>', "[Logo F0EE] "),
        ("<w:ruby><w:rt><w:r><w:t>jak</w:t></w:r></w:rt></w:ruby><w:r><w:t>co</w:t></w:r>", "(jak) co"),
        ("<w:smartTag><w:r><w:t>a</w:t></w:r></w:smartTag>", "a"),
        ("<w:customXml><w:customXmlPr/><w:r><w:t>a</w:t></w:r></w:customXml>", "a"),
        (
            "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>",
            "1/2",
        ),
        (field("PAGE", run("5")), "5"),
        (field(' HYPERLINK "https://example.org/a"', run("tu")), "tu (https://example.org/a)"),
        (field(' HYPERLINK "https://example.org/a"', run("https://example.org/a")), "https://example.org/a"),
        (field("", run("☐"), '<w:ffData><w:checkBox><w:checked w:val="0"/></w:checkBox></w:ffData>'), "☐"),
        (field("", "", '<w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData>'), "☒"),
        (field("", "", '<w:ffData><w:checkBox><w:default w:val="off"/></w:checkBox></w:ffData>'), "☐"),
        (field("", "", "<w:ffData><w:checkBox/></w:ffData>"), "☐"),
        (in_control('<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>', run("☐")) + run(" tak"), "☒ tak"),
        (in_control('<w14:checkbox><w14:checked w14:val="true"/></w14:checkbox>', run("x")) + run(" tak"), "☒ tak"),
        (in_control("<w14:checkbox/>", run("☒")) + run(" tak"), "☐ tak"),
        (in_control("<w14:checkbox/>", run(" tak i nie")), "☐ tak i nie"),
        (in_control("<w:text/>", run("a")), "a"),
        ("<w:sdt><w:sdtPr/></w:sdt>" + run("a"), "a"),
        (in_control("<w:showingPlcHdr/>", run("Wybierz element.")) + run("a"), "a"),
        (in_control("<w:showingPlcHdr/>", run("Wpisz coś")), "Wpisz coś"),
        (in_control("", run("Wybierz element.")), "Wybierz element."),
        (
            "<mc:AlternateContent><mc:Choice>"
            + run("a")
            + "</mc:Choice><mc:Fallback>"
            + run("b")
            + "</mc:Fallback></mc:AlternateContent>",
            "a",
        ),
        ("<mc:AlternateContent><mc:Choice/><mc:Fallback>" + run("b") + "</mc:Fallback></mc:AlternateContent>", "b"),
    ],
)
def test_a_paragraph_says_what_one_sees(inside: str, text: str) -> None:
    assert only(inside) == Paragraph(text)


@pytest.mark.parametrize(("chosen", "text"), [("0", "a"), ("1", "b"), ("2", ""), ("x", ""), ("00001", ""), (None, "a")])
def test_a_list_of_an_old_form_shows_what_was_chosen(chosen: str | None, text: str) -> None:
    result = f'<w:result w:val="{chosen}"/>' if chosen else ""
    entries = '<w:listEntry w:val="a"/><w:listEntry w:val="b"/>'
    assert only(field("", "", f"<w:ffData><w:ddList>{result}{entries}</w:ddList></w:ffData>")).text == text
    assert only(field("", "", f'<w:ffData><w:ddList><w:default w:val="1"/>{entries}</w:ddList></w:ffData>')).text == "b"


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (run("a") + run("b", "<w:vanish/>"), Paragraph("a", asides=aside("hidden", "b"))),
        (run("a") + run("b", '<w:vanish w:val="false"/>'), Paragraph("ab")),
        (run("a") + run("b", "<w:strike/>"), Paragraph("a", asides=aside("struck", "b"))),
        (run("a") + run("b", "<w:dstrike/>"), Paragraph("a", asides=aside("struck", "b"))),
        (run("a") + run("b", '<w:rStyle w:val="Ukryty"/>'), Paragraph("a", asides=aside("hidden", "b"))),
        (run("a") + run("b", '<w:rStyle w:val="Ukryty"/><w:vanish w:val="0"/>'), Paragraph("ab")),
        (run("a") + f"<w:del>{run('b')}</w:del>", Paragraph("a", asides=aside("removed", "b"))),
        (run("a") + "<w:r><w:delText>b</w:delText></w:r>", Paragraph("a", asides=aside("removed", "b"))),
        (run("a") + f"<w:moveFrom>{run('b')}</w:moveFrom>", Paragraph("a", asides=aside("moved", "b"))),
        (run("a") + f"<w:ins>{run('b')}</w:ins>", Paragraph("ab")),
        (run("a", "<w:b/>"), Paragraph("a", is_marked=True)),
        (run("a", "<w:u/>"), Paragraph("a", is_marked=True)),
        (run("a", '<w:highlight w:val="yellow"/>') + run(" "), Paragraph("a ", is_marked=True)),
        (run("a", '<w:highlight w:val="none"/>'), Paragraph("a")),
        (run("a", '<w:b w:val="off"/>'), Paragraph("a")),
        (run("a", "<w:b/>") + run("b"), Paragraph("ab")),
        (run("a") + run("b", "<w:b/>"), Paragraph("ab")),
        (run("1") + run("2", '<w:vertAlign w:val="superscript"/>'), Paragraph("1²")),
        (run("1") + run("2", '<w:vertAlign w:val="subscript"/>'), Paragraph("1₂")),
        (run("1") + run("2", '<w:vertAlign w:val="baseline"/>'), Paragraph("12")),
        (
            run("20 ") + '<w:r><w:sym w:font="Logo" w:char="F0EE"/></w:r>',
            Paragraph("20 ", asides=aside("sign", "Logo F0EE")),
        ),
        (
            run("a")
            + "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
            + p(run("b"))
            + p(run("c"))
            + "</w:txbxContent>"
            "</v:textbox></v:shape></w:pict></w:r>",
            Paragraph("a", asides=aside("text_box", "b\nc")),
        ),
    ],
)
def test_text_that_is_not_plainly_there_stands_beside_the_paragraph(inside: str, expected: Paragraph) -> None:
    assert only(inside) == expected


@pytest.mark.parametrize(
    ("about", "level"),
    [
        ('<w:pStyle w:val="Nagwek2"/>', 2),
        ('<w:pStyle w:val="Nagwek3"/>', 3),
        ('<w:pStyle w:val="Heading1"/>', 1),
        ('<w:pStyle w:val="berschrift4"/>', 4),
        ('<w:pStyle w:val="Titre5"/>', 5),
        ('<w:pStyle w:val="Tytu"/>', 1),
        ('<w:pStyle w:val="Title"/>', 1),
        ('<w:pStyle w:val="Titel"/>', 1),
        ('<w:pStyle w:val="Normalny"/>', 0),
        ('<w:outlineLvl w:val="0"/>', 1),
        ('<w:outlineLvl w:val="8"/>', 9),
        ('<w:outlineLvl w:val="9"/>', 0),
        ('<w:pStyle w:val="Nagwek2"/><w:outlineLvl w:val="3"/>', 4),
    ],
)
def test_a_heading_is_known_by_its_style_or_its_outline(about: str, level: int) -> None:
    assert only(run("a"), about=about) == Paragraph("a", level)


def styles(*of: str) -> str:
    return word_part("styles", "".join(of))


def style(name: str, inside: str, based: str = "") -> str:
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:styleId="{name}"><w:name w:val="{name}"/>{on}{inside}</w:style>'


def test_a_style_says_what_the_one_says_that_it_is_based_on() -> None:
    given = styles(
        style("A", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:strike/><w:b/></w:rPr>'),
        style("B", '<w:rPr><w:strike w:val="0"/></w:rPr>', "A"),
        style("C", "", "A"),
        style("Pod", '<w:rPr><w:vertAlign w:val="subscript"/></w:rPr>'),
    )
    assert only(run("a"), about='<w:pStyle w:val="B"/>', styles=given) == Paragraph("a", 2)
    assert only(run("a"), about='<w:pStyle w:val="C"/>', styles=given) == Paragraph("", 2, asides=aside("struck", "a"))
    assert only(run("1", '<w:rStyle w:val="Pod"/>'), styles=given) == Paragraph("₁")


def test_styles_that_are_based_on_each_other_end() -> None:
    given = styles(style("A", "<w:rPr><w:strike/></w:rPr>", "B"), style("B", "", "A"))
    assert only(run("a"), about='<w:pStyle w:val="A"/>', styles=given).text == ""


def numbering(*levels: str, more: str = "") -> str:
    listed = "".join(f'<w:lvl w:ilvl="{n}">{each}</w:lvl>' for n, each in enumerate(levels))
    kind = f'<w:abstractNum w:abstractNumId="7">{listed}</w:abstractNum>'
    return word_part("numbering", f'{kind}<w:num w:numId="1"><w:abstractNumId w:val="7"/>{more}</w:num>')


def level(kind: str, sign: str, start: str = "", more: str = "") -> str:
    begins = f'<w:start w:val="{start}"/>' if start else ""
    return f'{begins}<w:numFmt w:val="{kind}"/><w:lvlText w:val="{sign}"/>{more}'


def item(text: str, depth: int = 0, number: str = "1", more: str = "") -> str:
    about = f'{more}<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    return p(run(text), about=about) if text else p(about=about)


def items(given: str, *of: str) -> list[str]:
    return [each.text for each in read(*of, numbering=given).blocks if isinstance(each, Paragraph)]


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (level("decimal", "%1."), ["1. a", "2. b"]),
        (level("decimal", "%1)", "5"), ["5. a", "6. b"]),
        (level("decimal", "", "0"), ["0. a", "1. b"]),
        (level("decimal", "%1.", "1234567"), ["1. a", "2. b"]),
        (level("decimal", "Etap %1:"), ["Etap 1: a", "Etap 2: b"]),
        (level("decimal", "§ %1"), ["§ 1 a", "§ 2 b"]),
        (level("lowerLetter", "%1)"), ["a) a", "b) b"]),
        (level("upperLetter", "%1.", "26"), ["Z. a", "AA. b"]),
        (level("lowerRoman", "%1.", "3"), ["iii. a", "iv. b"]),
        (level("upperRoman", "%1.", "1998"), ["1998. a", "1999. b"]),
        (level("upperRoman", "%1.", "948"), ["CMXLVIII. a", "CMXLIX. b"]),
        (level("lowerRoman", "%1.", "999"), ["cmxcix. a", "1000. b"]),
        (level("lowerRoman", "%1.", "444"), ["cdxliv. a", "cdxlv. b"]),
        (level("bullet", "o"), ["- a", "- b"]),
        (level("none", ""), ["- a", "- b"]),
        (level("bullet", "☐"), ["☐ a", "☐ b"]),
        (level("bullet", "o", more='<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>'), ["☐ a", "☐ b"]),
        (level("bullet", "\uf0fe", more='<w:rPr><w:rFonts w:hAnsi="Wingdings"/></w:rPr>'), ["☒ a", "☒ b"]),
    ],
)
def test_items_of_a_list_have_the_signs_that_word_writes(given: str, shown: list[str]) -> None:
    assert items(numbering(given), item("a"), item("b")) == shown


def test_a_level_within_a_list_is_indented_and_counted_anew_below_each_item() -> None:
    given = numbering(
        level("decimal", "%1."),
        level("decimal", "%2."),
        level("bullet", "-"),
        level("bullet", "-"),
        level("bullet", "-"),
    )
    of = [item("a"), item("b", 1), item("c", 1), item("d"), item("e", 1), item("f", 2), item("g", 4)]
    four = " " * 4
    assert items(given, *of) == [
        "1. a",
        f"{four}1. b",
        f"{four}2. c",
        "2. d",
        f"{four}1. e",
        f"{four * 2}- f",
        f"{four * 3}- g",
    ]


def test_a_number_may_have_those_of_the_levels_around_it() -> None:
    given = numbering(level("upperRoman", "%1."), level("decimal", "%1.%2)"))
    assert items(given, item("a"), item("b", 1), item("c", 1)) == ["I. a", "I.1) b", "I.2) c"]
    assert items(given, item("b", 1)) == ["I.1) b"]


def test_a_list_may_begin_at_another_number_or_have_a_level_of_its_own() -> None:
    other = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>'
    assert items(numbering(level("decimal", "%1."), more=other), item("a"), item("b")) == ["4. a", "5. b"]
    own = f'<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0">{level("decimal", "Krok %1:")}</w:lvl></w:lvlOverride>'
    assert items(numbering(level("decimal", "%1."), more=own), item("a")) == ["Krok 1: a"]
    assert items(numbering(level("decimal", "%1.")), item("a", number="9"), item("b", number="0")) == ["- a", "b"]


def test_an_empty_item_is_not_counted_and_headings_keep_only_words() -> None:
    given = numbering(level("decimal", "%1."), level("decimal", "Część %2"))
    heading = '<w:pStyle w:val="Nagwek2"/>'
    assert items(given, item("a"), item(""), item("b")) == ["1. a", "", "2. b"]
    assert items(given, item("a", more=heading), item("b", 1, more=heading)) == ["a", "Część 1 b"]


def cells_of(document: Document) -> list[list[list[str]]]:
    (table,) = document.blocks
    assert isinstance(table, DocumentTable)
    return [[[each.text for each in cell if isinstance(each, Paragraph)] for cell in row] for row in table.rows]


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def row(*cells: str, about: str = "") -> str:
    return f"<w:tr><w:trPr>{about}</w:trPr>{''.join(cells)}</w:tr>"


def cell(text: str, about: str = "") -> str:
    return f"<w:tc><w:tcPr>{about}</w:tcPr>{p(run(text))}</w:tc>"


def test_a_cell_over_several_columns_leaves_the_others_empty() -> None:
    spans = [cell("a", f'<w:gridSpan w:val="{n}"/>') for n in ("2", "x", "0", "99")]
    widths = [len(cells_of(read(table(row(each, cell("b")))))[0]) for each in spans]
    assert widths == [3, 2, 2, MAX_SPAN + 1]


def test_rows_and_cells_may_stand_in_wrappings() -> None:
    second = f"<w:customXml>{cell('b')}</w:customXml>"
    wrapped = f"<w:sdt><w:sdtPr/><w:sdtContent>{row(cell('a'), second)}</w:sdtContent></w:sdt>"
    assert cells_of(read(table(wrapped, f"<w:ins>{row(cell('c'))}</w:ins>"))) == [[["a"], ["b"]], [["c"]]]


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        (row(cell("a"), about="<w:del/>"), "removed"),
        (row(cell("a"), about="<w:hidden/>"), "hidden"),
        (row(cell("a", "<w:cellDel/>")), "removed"),
    ],
)
def test_rows_and_cells_that_are_gone_stand_beside_the_rest(given: str, kind: str) -> None:
    (block,) = read(table(given)).blocks
    assert isinstance(block, DocumentTable)
    assert block.rows == (((Paragraph("", asides=aside(kind, "a")),),),)


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    cut = "<w:rPr><w:del/></w:rPr>"
    joined = read(p(run("Świet"), about=cut), p(run("lica")), p(run("obok")))
    assert [each for each in joined.blocks if isinstance(each, Paragraph)] == [
        Paragraph("Świetlica"),
        Paragraph("obok"),
    ]
    assert joined.passed_over == ("Świet", "lica")
    assert read(p(run("Świet"), about=cut)).blocks == (Paragraph("Świet"),)


def test_a_table_of_contents_is_passed_over_as_far_as_headings_repeat_it() -> None:
    contents = '<w:pStyle w:val="Spistreci1"/>'
    found = read(p(run("Las ..... 5"), about=contents), p(run("Inny 6"), about=contents), "## Las")
    assert found.blocks == (Paragraph(""), Paragraph(""), Paragraph("Las", 2))
    assert found.passed_over == ("Las ..... 5",)


def test_a_link_that_leads_nowhere_outside_has_no_address() -> None:
    link = f'<w:hyperlink r:id="r1">{run("tu")}</w:hyperlink>'
    shown = {
        address: read(p(link), links={"r1": address}).blocks
        for address in ("https://example.org/a", "mailto:a@example.org", "file:///a")
    }
    assert [block.text for blocks in shown.values() for block in blocks if isinstance(block, Paragraph)] == [
        "tu (https://example.org/a)",
        "tu (a@example.org)",
        "tu",
    ]


def test_notes_stand_at_their_paragraph_with_what_is_not_seen_of_them() -> None:
    inside = p(run("raport ") + run("stary", "<w:strike/>"))
    found = only(
        run("a") + '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="9"/></w:r>',
        footnotes=word_part("footnotes", f'<w:footnote w:id="2">{inside}</w:footnote>'),
    )
    assert found == Paragraph("a", asides=(Aside("footnote", "raport"), Aside("struck", "stary")))


def test_what_was_moved_is_told_with_its_new_place() -> None:
    found = read(p(run("a"), f"<w:moveTo>{run(' b ')}</w:moveTo>"))
    assert (found.blocks, found.moved) == ((Paragraph("a b "),), frozenset({"b"}))


def others(names: Sequence[str]) -> list[tuple[str, str]]:
    parts: dict[str, str | bytes] = dict.fromkeys(names, b"\x00")
    return [(each.kind, each.words) for each in read_document(opened(docx(["a"], parts))).notes]


def test_pictures_and_inserted_files_are_noted_by_name() -> None:
    assert others(["word/media/a.png", "word/embeddings/b.bin", "word/afchunk.HTML", "word/c.bin"]) == [
        ("picture", "word/media/a.png"),
        ("embedded", "word/embeddings/b.bin"),
        ("embedded", "word/afchunk.HTML"),
    ]
