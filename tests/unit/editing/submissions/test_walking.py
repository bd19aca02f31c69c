"""What the walk through an office file finds, piece by piece, and what of messages and typefaces is letters."""

import pytest

from bench.office_files.packing import (
    docx,
    odf_part,
    ods,
    odt,
    packed,
    relations,
    rows_xml,
    run,
    sheet_part,
    word_part,
    xlsx,
)
from goodpractices.editing.submissions.reading.mail_text import is_page, text_of_page, without_codes
from goodpractices.editing.submissions.reading.package import opened
from goodpractices.editing.submissions.reading.signs import in_letters, placed, sign
from goodpractices.editing.submissions.reading.walk import Unit, unaccounted, units


def found(data: bytes, part: str) -> list[str]:
    """The pieces of one part; addresses in angle brackets, copies in square ones, cells with their place."""
    return [
        f"<{each.text}>"
        if each.is_address
        else f"[{each.text}]"
        if each.is_copy
        else f"{each.cell} {each.text}".strip()
        for each in units(opened(data))
        if each.part.endswith(part)
    ]


POWER = "<m:sSup><m:e><m:r><m:t>1</m:t></m:r></m:e></m:sSup>"
RAISED = run("2", '<w:vertAlign w:val="superscript"/>')


def instruction(text: str) -> str:
    return f"<w:p><w:r><w:instrText> {text} </w:instrText></w:r></w:p>"


def picture(description: str) -> str:
    about = f'<wp:docPr id="1" name="Obraz 1" descr="{description}"/>'
    return f"<w:p><w:r><w:drawing>{about}</w:drawing></w:r></w:p>"


def alternatives(newer: str, older: str) -> str:
    both = f"<mc:Choice>{run(newer)}</mc:Choice><mc:Fallback>{run(older)}</mc:Fallback>"
    return f"<mc:AlternateContent>{both}</mc:AlternateContent>"


def raised(before: str, above: str) -> str:
    look = "<rPr><vertAlign val='superscript'/></rPr>"
    return f"<c r='@' t='inlineStr'><is><r><t>{before}</t></r><r>{look}<t>{above}</t></r></is></c>"


def in_word(*body: str) -> list[str]:
    return found(docx(body), "word/document.xml")


@pytest.mark.parametrize(
    ("body", "pieces"),
    [
        (f"<w:p>{run('raz')}{run('dwa')}</w:p>", ["razdwa"]),
        ("<w:p><w:r><w:t>raz</w:t><w:tab/><w:t>dwa</w:t><w:br/><w:t>trzy</w:t></w:r></w:p>", ["raz dwa trzy"]),
        ("<w:p><w:r><w:t>raz</w:t><w:noBreakHyphen/><w:t>dwa</w:t></w:r></w:p>", ["raz-dwa"]),
        ('<w:p><w:r><w:t>x</w:t><w:sym w:font="Symbol" w:char="F0B1"/></w:r></w:p>', ["x±"]),
        ("<w:p><w:r><w:t>raz</w:t><w:delText>dwa</w:delText></w:r></w:p>", ["raz", "dwa"]),
        (f"<w:p><m:oMath>{POWER}<m:r><m:t>2</m:t></m:r></m:oMath></w:p>", ["1 2"]),
        (f"<w:p>{run('1')}{RAISED}</w:p>", ["1^2"]),
        (instruction('HYPERLINK "https://example.org/a" \\o "opis"'), ["[opis]", "<https://example.org/a>"]),
        (instruction('DATE \\@ "d MMMM" "uwaga"'), ["[uwaga]"]),
        (instruction("ADDIN tajne"), []),
        (instruction('QUOTE "cytat"'), ['"cytat"']),
        ('<w:p><w:fldSimple w:instr=" MACROBUTTON x tu "/></w:p>', ["tu"]),
        (picture("opis zdjęcia"), ["opis zdjęcia"]),
        (picture("12"), []),
        ('<w:tbl><w:tblPr><w:tblCaption w:val="podpis"/></w:tblPr></w:tbl>', ["podpis"]),
        (alternatives("a b", "b"), ["a b"]),
        (alternatives("a", "b"), ["a", "b"]),
        ("<w:p><w:r><wp:posOffset>12</wp:posOffset></w:r></w:p>", []),
    ],
)
def test_every_piece_of_a_document_is_found(body: str, pieces: list[str]) -> None:
    assert in_word(body) == pieces


def test_what_programs_note_about_a_file_is_left_out() -> None:
    properties = "<Properties><Company>Urząd</Company><Application>Word</Application><Title>Las</Title></Properties>"
    custom = '<Properties><property name="Sprawa">7</property><property name="MSIP_Label">x</property></Properties>'
    data = docx(["a"], {"docProps/app.xml": properties, "docProps/custom.xml": custom})
    assert (found(data, "app.xml"), found(data, "custom.xml")) == (["Las"], ["7"])
    assert found(docx(["a"], {"inne.xml": "<a><Company>Urząd</Company></a>"}), "inne.xml") == ["Urząd"]


def test_who_wrote_a_comment_and_when_is_nobodys_business() -> None:
    about = "<dc:creator>Jan</dc:creator><dc:date>2024</dc:date>"
    note = f"<office:annotation>{about}<text:p>uwaga</text:p></office:annotation>"
    assert found(odt([f"<text:p>{note}</text:p>"]), "content.xml") == ["uwaga"]
    assert found(odt(["<text:p><dc:creator>Jan</dc:creator></text:p>"]), "content.xml") == ["Jan"]


def test_fields_to_tick_say_their_state() -> None:
    box = '<form:checkbox xmlns:form="urn:f" form:label="Zgoda" form:current-state="{}"/>'
    for state, shown in (("checked", "☒ Zgoda"), ("unchecked", "☐ Zgoda"), ("", "☐ Zgoda")):
        assert found(odt([f"<text:p>{box.format(state)}</text:p>"]), "content.xml") == [shown]
    label = '<form:button xmlns:form="urn:f" form:label="Wyślij"/>'
    assert found(odt([f"<text:p>{label}</text:p>"]), "content.xml") == ["Wyślij"]


def test_conditions_and_choices_are_copies() -> None:
    rule = '<table:content-validation table:condition="cell-content-is-in-list(&quot;tak&quot;;&quot;nie&quot;)"/>'
    assert found(odt([rule]), "content.xml") == ["[tak]", "[nie]"]


@pytest.mark.parametrize(
    ("cell", "pieces"),
    [
        ("<c r='@' t='str'><v>a</v></c>", ["A1 a"]),
        ("<c r='@'><f>B1</f><v>5</v></c>", ["=A1 B1", "A1 5"]),
        ("<c r='@' t='s'><v> 0 </v></c>", ["A1 raz"]),
        ("<c r='@' t='s'><v>9</v></c>", []),
        ("<c r='@' t='s'><v>x</v></c>", []),
        ("<c t='str'><v>a</v></c>", ["#1 a"]),
        (raised("10", "6"), ["A1 10^6"]),
        (raised("a", "b"), ["A1 ab"]),
        ("<c r='@'><v> </v></c>", []),
    ],
)
def test_a_cell_is_found_as_it_is_stored(cell: str, pieces: list[str]) -> None:
    data = xlsx({"Arkusz1": rows_xml([[cell]])}, strings=["<si><t>raz</t></si>"])
    assert found(data, "sheet1.xml") == pieces


def test_a_shared_text_that_no_cell_shows_stands_for_itself() -> None:
    data = xlsx({"A": rows_xml([["<c r='@' t='s'><v>0</v></c>"]])}, strings=["<si><t>a</t></si>", "<si><t>b</t></si>"])
    assert found(data, "sharedStrings.xml") == ["b"]


def test_names_of_sheets_count_unless_a_program_gave_them() -> None:
    sheets = dict.fromkeys(("Arkusz1", "Sheet 2", "Zielone", "List"), "<sheetData/>")
    assert found(xlsx(sheets), "workbook.xml") == ["Zielone"]
    assert found(ods(dict.fromkeys(("Arkusz1", "Zielone"), "")), "content.xml") == ["Zielone"]


def test_headers_names_and_links_of_a_sheet_are_found() -> None:
    after = '<headerFooter><oddHeader>&amp;L&amp;"Arial"Wydział &amp;P</oddHeader></headerFooter>'
    names = '<definedNames><definedName name="x" comment="uwaga">"tekst"</definedName></definedNames>'
    rule = '<dataValidation><formula1>"tak,nie"</formula1></dataValidation>'
    data = xlsx({"A": rows_xml([["a"]]) + after + rule}, links={"r1": "https://example.org/a"})
    assert [" ".join(each.split()) for each in found(data, "sheet1.xml")] == ["A1 a", "Wydział", "tak,nie"]
    assert found(data, "sheet1.xml.rels") == ["<https://example.org/a>"]
    book = sheet_part("workbook", names + "<sheets/>")
    assert found(xlsx({}, parts={"xl/workbook.xml": book}), "workbook.xml") == ["[uwaga]", "[tekst]"]


def test_a_box_drawn_on_a_sheet_says_its_state_with_its_words() -> None:
    box = '<shape><textbox>Zgoda</textbox><ClientData ObjectType="{}"><Checked>{}</Checked></ClientData></shape>'
    for kind, checked, shown in (
        ("Checkbox", "1", "☒ Zgoda"),
        ("Checkbox", "0", "☐ Zgoda"),
        ("Radio", " 1 ", "☒ Zgoda"),
        ("Note", "1", "Zgoda"),
    ):
        data = xlsx({"A": "<sheetData/>"}, parts={"xl/drawings/a.vml": f"<xml>{box.format(kind, checked)}</xml>"})
        assert [each.strip() for each in found(data, "a.vml")] == [shown]


@pytest.mark.parametrize(
    ("attribute", "pieces"),
    [
        ('caption="Nasz podpis"', ["[Nasz podpis]"]),
        ('caption="podpis"', ["[podpis]"]),
        ('caption="12"', []),
        ('caption="true"', []),
        ('inny="jedno"', []),
        ('inny="kilka słów tutaj"', ["[kilka słów tutaj]"]),
        ('inny="a b"', []),
        ('inny="łąka"', ["[łąka]"]),
        ('style="łąka i las"', []),
        ('font-name="łąka i las"', []),
        ('modifiedBy="Łukasz Ląd"', []),
        ('href="https://example.org/a"', ["<https://example.org/a>"]),
        ('href="#tu"', []),
        ('title="Słowa"', ["Słowa"]),
        ('title="12"', []),
    ],
)
def test_attributes_count_where_somebody_may_have_written_them(attribute: str, pieces: list[str]) -> None:
    assert found(docx(["a"], {"inne.xml": f"<a {attribute}/>"}), "inne.xml") == pieces
    assert found(docx(["a"], {"theme/a.xml": '<a caption="Nasz podpis"/>'}), "theme/a.xml") == []


def test_the_main_part_comes_first_and_parts_that_only_list_others_have_no_words() -> None:
    data = docx(["a"], {"comments.xml": word_part("comments", f"<w:comment><w:p>{run('b')}</w:p></w:comment>")})
    assert [each.text for each in units(opened(data))] == ["a", "b"]
    content = "<office:body><office:text><text:p>b</text:p></office:text></office:body>"
    parts = {
        "aaa.xml": "<x>a</x>",
        "content.xml": odf_part("document-content", content),
        "m.xml": "<manifest>x</manifest>",
    }
    assert [each.text for each in units(opened(packed(parts)))] == ["b", "a"]
    assert relations({}, {}).startswith("<Relationships")


def missing(*of: Unit, carried: str = "", counts: dict[str, int] | None = None) -> list[str]:
    return [each.text for each in unaccounted(iter(of), carried, counts or {}, {})]


def test_copies_are_missed_only_if_their_words_stand_nowhere() -> None:
    copy = Unit("x", ("las miejski",), is_copy=True)
    assert missing(copy) == ["las miejski"]
    assert missing(copy, counts={"las": 1, "miejski": 1}) == []
    assert missing(copy, counts={"las": 1}) == ["las miejski"]
    stored = Unit("x", (" 42709 ",))
    day = Unit("x", ("2016-12-05T00:00:00",), is_copy=True)
    assert missing(stored, day, counts={"42709": 1}) == []
    assert missing(day) == ["2016-12-05T00:00:00"]


def test_properties_repeat_what_is_said_and_mail_addresses_lose_their_prefix() -> None:
    assert missing(Unit("docProps/core.xml", ("Las",)), counts={"Las": 0}) == []
    assert missing(Unit("docProps/core.xml", ("Las",))) == ["Las"]
    assert missing(Unit("x", ("mailto:a@example.org",), is_address=True), carried="a@example.org") == []


# --- Messages


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<p>raz</p><p>dwa</p>", ["raz", "", "dwa", ""]),
        ("<div>raz</div><div>dwa</div>", ["raz", "dwa"]),
        ("raz<br>dwa<br><br>trzy", ["raz", "dwa", "", "trzy"]),
        ("<ul><li>a</li><li>b</li></ul>c", ["- a", "- b", "c"]),
        ("<ol><li>a<ol><li>b</li></ol></li><li>c</li></ol>", ["1. a", "1. b", "2. c"]),
        ("<li>a</li></ol>", ["- a"]),
        ("<blockquote>a<blockquote>b</blockquote></blockquote></blockquote>c", ["> a", "> > b", "c"]),
        ("a<script>x</script><style>y</style></style>b", ["ab"]),
        ('<a href="https://example.org/a">tu</a> i <a href="#x">tam</a>', ["tu (https://example.org/a) i tam"]),
        ('<a href="mailto:a@example.org">a@example.org</a>', ["a@example.org"]),
        ('<a href="mailto:a@example.org">pisz</a> <a>tu</a>', ["pisz (a@example.org) tu"]),
        ("<table><tr><td>a</td><td> b  c </td></tr></table>", ["a", "b c"]),
    ],
)
def test_the_words_of_a_page_stand_on_lines_as_one_sees_them(page: str, lines: list[str]) -> None:
    assert text_of_page(page).split("\n") == lines


def test_a_page_is_known_by_its_beginning() -> None:
    assert [is_page(each) for each in ("\ufeff <HTML>", "<p>a", "<div class='x'>", "<picture>", "a <p>")] == [
        *(True, True, True, False, False),
    ]


def test_codes_are_letters_unless_they_are_none() -> None:
    assert without_codes("=C5=82=C4=85ka =\nx") == "łąka x"
    assert without_codes("=C5 i") == "=C5 i"


# --- Typefaces of signs


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [
        ("Symbol", "F0B1", "±"),
        ("symbol", "61", "α"),
        ("Symbol", "F07F", ""),
        ("Wingdings", "FE", "☒"),
        ("Wingdings", "FB", "✗"),
        ("Wingdings", "A8", "☐"),
        ("Wingdings", "B7", "•"),
        ("Wingdings", "E2", "↓"),
        ("Wingdings", "28", "☎"),
        ("Wingdings", "80", "⓪"),
        ("Wingdings", "8A", "⑩"),
        ("Wingdings", "95", "❿"),
        ("Wingdings 2", "50", "☒"),
        ("Wingdings 2", "4F", "✗"),
        ("Wingdings 2", "A3", "☐"),
        ("Wingdings 3", "69", "↓"),
        ("Webdings", "61", "☒"),
        ("Webdings", "72", "✗"),
        ("Webdings", "63", "☐"),
        ("Webdings", "36", "↓"),
        ("Calibri", "20AC", "€"),
        ("Calibri", "20", " "),
        ("Calibri", "1F", ""),
        ("Calibri", "D800", ""),
        ("Calibri", "D7FF", "\ud7ff"),
        ("Calibri", "F0FE", "☒"),
        ("Calibri", "xx", ""),
    ],
)
def test_a_code_is_a_sign_of_its_typeface(font: str, code: str, shown: str) -> None:
    assert sign(font, code) == shown


@pytest.mark.parametrize(
    ("text", "font", "shown"),
    [
        ("o", "Wingdings", "☐"),
        ("o o", "Wingdings", "☐ ☐"),
        ("o, tak", "Wingdings", "o, tak"),
        (" ", "Wingdings", " "),
        ("o", "Arial", "o"),
        ("wiek \uf0a3 26", "Symbol", "wiek ≤ 26"),
        ("\uf0fe\uf001", "Arial", "☒\uf001"),
        ("\ue000\uf100", "Arial", "\ue000\uf100"),
    ],
)
def test_letters_of_a_typeface_are_signs_if_all_of_them_are(text: str, font: str, shown: str) -> None:
    assert in_letters(text, font) == shown


def test_raised_and_lowered_digits_have_letters_of_their_own() -> None:
    assert placed("10-2+(3)=", "super") == "¹⁰⁻²⁺⁽³⁾⁼"
    assert placed("10−2", "sub") == "₁₀₋₂"
    assert placed("10", "") == "10"
