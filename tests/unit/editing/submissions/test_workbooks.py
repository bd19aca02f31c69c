"""What the readers of spreadsheets see in a file: each cell with its neighbours, and what stood beside it."""

from collections.abc import Sequence
from typing import Any

import pytest

from bench.office_files.packing import odf_part, ods, ods_rows, rows_xml, sheet_part, xlsx
from goodpractices.editing import UnusableSubmission
from goodpractices.editing.submissions.reading import ods as of_libreoffice
from goodpractices.editing.submissions.reading import xlsx as of_excel
from goodpractices.editing.submissions.reading.package import opened
from goodpractices.editing.submissions.reading.values import Aside, Cell, Sheet, Workbook


def read_xlsx(rows: Sequence[Sequence[str]], before: str = "", after: str = "", **further: Any) -> Workbook:
    data = xlsx({"A": before + rows_xml(rows) + after}, **further)
    return of_excel.read_workbook(opened(data))


def read_ods(rows: str, styles: str = "", **parts: str) -> Sheet:
    (sheet,) = of_libreoffice.read_workbook(opened(ods({"A": rows}, styles, parts))).sheets
    return sheet


def texts(sheet: Sheet) -> list[list[str]]:
    return [[cell.text for cell in row] for row in sheet.rows]


def cell(attributes: str, inside: str = "") -> str:
    return f'<c r="@" {attributes}>{inside}</c>'


def odf_cell(attributes: str, *inside: str) -> str:
    paragraphs = "".join(each if each.startswith("<") else f"<text:p>{each}</text:p>" for each in inside)
    return f"<table:table-cell {attributes}>{paragraphs}</table:table-cell>"


def odf_row(attributes: str, *cells: str) -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def only(sheet: Sheet) -> Cell:
    ((found,),) = sheet.rows
    return found


# --- Excel


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (cell('t="b"', "<v>1</v>"), Cell("PRAWDA")),
        (cell('t="b"', "<v> FALSE </v>"), Cell("FAŁSZ")),
        (cell('t="b"', "<v>x</v>"), Cell("x")),
        (cell('t="d"', "<v>2024-05-06T00:00:00</v>"), Cell("2024-05-06T00:00:00", "2024-05-06")),
        (cell('t="e"', "<v>#REF!</v>"), Cell("", asides=(Aside("error", "#REF!"),))),
        (cell('t="str"', "<v>słowo</v>"), Cell("słowo")),
        (cell("", "<v>0.1</v>"), Cell("0,1")),
        (cell('s="7"', "<v>0.1</v>"), Cell("0,1")),
        (cell('s="1"', "<v>45000</v>"), Cell("2023-03-15", "2023-03-15")),
        (cell('s="2"', "<v>1234567</v>"), Cell("", asides=(Aside("not_shown", "1234567"),))),
        (cell('s="3" t="str"', "<v>Sopot</v>"), Cell("Gmina Sopot")),
        (cell('s="4"', "<v>5</v>"), Cell("", asides=(Aside("struck", "5"),))),
        (cell("", "<f>A2</f><v>5</v>"), Cell("5", asides=(Aside("formula", "=A2"),))),
        (cell("", "<f>A2</f>"), Cell("", asides=(Aside("formula_alone", "=A2"),))),
        (cell("", '<f si="0"/><v>5</v>'), Cell("5", asides=(Aside("formula", "=…"),))),
        (
            cell("", '<f>HYPERLINK("https://example.org/a")</f><v>5</v>'),
            Cell("5 (https://example.org/a)", asides=(Aside("formula", '=HYPERLINK("https://example.org/a")'),)),
        ),
        (cell('t="s"', "<v>0</v>"), Cell("wspólny")),
        (cell('t="s"', "<v>1</v>"), Cell("nowe", asides=(Aside("struck", "stare "),))),
        (cell('t="inlineStr"', "<is><t>tu</t></is>"), Cell("tu")),
        (
            cell('t="inlineStr"', "<is><r><rPr><strike/></rPr><t>a</t></r><r><t>b</t></r></is>"),
            Cell("b", asides=(Aside("struck", "a"),)),
        ),
        (cell('t="inlineStr"', '<is><r><rPr><strike val="0"/></rPr><t>a</t></r></is>'), Cell("a")),
        (
            cell('t="inlineStr"', '<is><r><t>10</t></r><r><rPr><vertAlign val="subscript"/></rPr><t>6</t></r></is>'),
            Cell("10₆"),
        ),
    ],
)
def test_a_cell_of_excel_shows_its_value_and_tells_what_is_beside_it(given: str, expected: Cell) -> None:
    strings = ["<si><t>wspólny</t></si>", "<si><r><rPr><strike/></rPr><t>stare </t></r><r><t>nowe</t></r></si>"]
    book = read_xlsx([[given]], strings=strings, formats=["yyyy-mm-dd", ";;;", '0;0;0;"Gmina "@'])
    assert only(book.sheets[0]) == expected


@pytest.mark.parametrize("given", [cell('t="s"', "<v>2</v>"), cell('t="s"'), cell('t="inlineStr"'), cell("")])
def test_a_cell_of_excel_without_a_value_is_none(given: str) -> None:
    assert read_xlsx([[given]], strings=["<si><t>wspólny</t></si>"]).sheets[0].rows == ()


def test_a_formula_that_cells_share_is_told_at_each_of_them() -> None:
    first = cell("", '<f t="shared" si="3">A1+1</f><v>1</v>')
    book = read_xlsx([[first, cell("", '<f t="shared" si="3"/><v>2</v>')]])
    assert [[each.text for each in one.asides] for one in book.sheets[0].rows[0]] == [["=A1+1"], ["=A1+1"]]


def test_formulas_are_shared_within_a_sheet_alone() -> None:
    first = rows_xml([[cell("", '<f t="shared" si="3">A1+1</f><v>1</v>')]])
    second = rows_xml([[cell("", '<f t="shared" si="3"/><v>2</v>')]])
    book = of_excel.read_workbook(opened(xlsx({"A": first, "B": second})))
    assert [only(sheet).asides[0].text for sheet in book.sheets] == ["=A1+1", "=…"]


def test_cells_stand_where_their_addresses_say_or_in_order() -> None:
    assert texts(read_xlsx([["a", "", "c"], [], ["", "x"]]).sheets[0]) == [["a", "", "c"], [], ["", "x"]]
    bare = (
        "<sheetData><row><c t='str'><v>a</v></c><c t='str'><v>b</v></c></row><row r='3'><c t='str'><v>c</v></c></row>"
    )
    book = of_excel.read_workbook(opened(xlsx({"A": f"{bare}</sheetData>"})))
    assert texts(book.sheets[0]) == [["a", "b"], [], ["c"]]


@pytest.mark.parametrize(
    ("reference", "place"),
    [("A1", (0, 0)), ("$C$7", (6, 2)), ("Z1", (0, 25)), ("AA10", (9, 26)), ("a1", None), ("A", None), ("ABCD1", None)],
)
def test_an_address_is_a_row_and_a_column(reference: str, place: tuple[int, int] | None) -> None:
    assert of_excel.place_of(reference) == place


def test_rows_columns_and_sheets_may_be_hidden() -> None:
    columns = '<cols><col min="2" max="3" hidden="1"/><col min="4" max="4" hidden="0"/></cols>'
    data = xlsx({"A": columns + rows_xml([["a", "b", "c", "d"], ["e"]], [2])}, states={"A": "veryHidden"})
    (sheet,) = of_excel.read_workbook(opened(data)).sheets
    assert [[each.is_hidden for each in row] for row in sheet.rows] == [[False, True, True, False], [True]]
    assert (sheet.name, sheet.is_hidden, read_xlsx([["a"]]).sheets[0].is_hidden) == ("A", True, False)


def test_days_are_counted_from_1904_where_the_file_says_so() -> None:
    for said, year in (('date1904="1"', "2027"), ('date1904="true"', "2027"), ('date1904="0"', "2023"), ("", "2023")):
        data = xlsx({"A": rows_xml([[cell('s="1"', "<v>45000</v>")]])}, ["yyyy"])
        book = opened(data)
        about = book.trees["xl/workbook.xml"].makeelement(
            "workbookPr", dict([said.replace('"', "").split("=")] if said else [])
        )
        book.trees["xl/workbook.xml"].append(about)
        assert only(of_excel.read_workbook(book).sheets[0]).text == year


def test_a_link_stands_behind_the_words_of_its_cell() -> None:
    links = {"r1": "https://example.org/a", "r2": "mailto:a@example.org", "r3": "https://example.org/c"}
    after = "".join(f'<hyperlink ref="{at}" r:id="r{n}"/>' for n, at in enumerate(("A1:A1", "B1", "C1"), 1))
    book = read_xlsx([["raport", "", "https://example.org/c"]], after=f"<hyperlinks>{after}</hyperlinks>", links=links)
    assert texts(book.sheets[0]) == [["raport (https://example.org/a)", "a@example.org", "https://example.org/c"]]


def test_merged_cells_are_told_by_their_corners() -> None:
    merged = '<mergeCells><mergeCell ref="A1:B3"/><mergeCell ref="A1:ZZ3"/><mergeCell ref="x"/></mergeCells>'
    assert read_xlsx([["a"]], after=merged).sheets[0].spans == ((0, 2, 0, 1),)


def comments(*texts_: str) -> dict[str, Any]:
    newer = "".join(f'<threadedComment ref="A1"><text>{each}</text></threadedComment>' for each in texts_)
    older = "<commentList><comment ref='A1'><text><r><t>Komentarz: </t></r><r><t>na pewno?</t></r></text></comment>"
    return {
        "parts": {
            "xl/threaded.xml": sheet_part("ThreadedComments", newer),
            "xl/old.xml": sheet_part("comments", f"{older}</commentList>"),
        },
        "of_sheet": {"c1": ("threadedComment", "../threaded.xml"), "c2": ("comments", "../old.xml")},
    }


def test_a_newer_comment_takes_the_place_of_its_copy_for_old_programs() -> None:
    book = read_xlsx([["a"]], **comments("na pewno?"))
    assert only(book.sheets[0]).asides == (Aside("comment", "na pewno?"),)
    assert book.passed_over == ("Komentarz: na pewno?",)


def test_two_comments_that_say_different_things_both_stand() -> None:
    book = read_xlsx([["a"]], **comments("kiedy?"))
    assert [each.text for each in only(book.sheets[0]).asides] == ["kiedy?", "Komentarz: na pewno?"]
    assert book.passed_over == ()


def test_what_a_cell_shows_is_noted_by_its_address() -> None:
    book = read_xlsx([["x", cell('s="1"', "<v>45000</v>")], [cell("", "<v>0.5</v>")]], formats=["yyyy"])
    part = "xl/worksheets/sheet1.xml"
    assert dict(book.shown) == {(part, "B1"): "2023", (part, "A2"): "0,5"}


def test_pictures_and_files_within_a_spreadsheet_are_noted() -> None:
    book = read_xlsx([["a"]], parts={"xl/media/image1.png": b"x", "xl/embeddings/a.bin": b"x", "xl/b.bin": b"x"})
    assert [(each.kind, each.words) for each in book.notes] == [
        ("picture", "xl/media/image1.png"),
        ("embedded", "xl/embeddings/a.bin"),
    ]


def refusal(data: bytes) -> str:
    with pytest.raises(UnusableSubmission) as refused:
        of_excel.read_workbook(opened(data))
    return refused.value.faults[0].key


def test_a_limit_is_told_with_the_most_there_may_be_or_the_sheet() -> None:
    last = '<sheetData><row r="5001"><c r="{}" t="str"><v>a</v></c></row></sheetData>'
    for data, told in (
        (xlsx({"A": last.format("A5001")}), ("submission.too_many_rows", "", {"max": 5000})),
        (xlsx({"A": last.format("KO1")}), ("submission.too_many_columns", "A", {})),
    ):
        with pytest.raises(UnusableSubmission) as refused:
            of_excel.read_workbook(opened(data))
        (fault,) = refused.value.faults
        assert (fault.key, fault.place, dict(fault.params)) == told


def test_a_cell_beyond_the_last_that_may_be_read_refuses_the_file() -> None:
    last = '<sheetData><row r="5000"><c r="A5000" t="str"><v>a</v></c></row></sheetData>'
    assert len(of_excel.read_workbook(opened(xlsx({"A": last}))).sheets[0].rows) == 5000
    assert refusal(xlsx({"A": last.replace("5000", "5001")})) == "submission.too_many_rows"
    wide = '<sheetData><row r="1"><c r="KN1" t="str"><v>a</v></c></row></sheetData>'
    assert len(of_excel.read_workbook(opened(xlsx({"A": wide}))).sheets[0].rows[0]) == 300
    assert refusal(xlsx({"A": wide.replace("KN1", "KO1")})) == "submission.too_many_columns"
    empty = '<sheetData><row r="6000"><c r="A6000"/></row></sheetData>'
    assert of_excel.read_workbook(opened(xlsx({"A": empty}))).sheets[0].rows == ()


# --- LibreOffice


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (odf_cell("", "a"), Cell("a")),
        (odf_cell("", "a", "b"), Cell("a\nb")),
        (odf_cell('office:date-value="2024-05-06"', "6.05.2024"), Cell("6.05.2024", "2024-05-06")),
        (odf_cell('office:date-value="2024-05-06T10:00:00"', "6.05.2024"), Cell("6.05.2024", "2024-05-06")),
        (odf_cell('office:date-value="2024-05-06"', "05.2024"), Cell("05.2024", "2024-05")),
        (odf_cell('office:date-value="2024-05-06"', "2024/5"), Cell("2024/5", "2024-05")),
        (odf_cell('office:date-value="2024-05-06"', "maj 24"), Cell("maj 24", "2024-05")),
        (odf_cell('office:date-value="2024-05-06"', " 2024 r. "), Cell(" 2024 r. ", "2024")),
        (odf_cell('office:date-value="maj"', "2024"), Cell("2024")),
        (odf_cell('office:value="5"'), Cell("", asides=(Aside("not_shown", "5"),))),
        (odf_cell('office:boolean-value="true"'), Cell("", asides=(Aside("not_shown", "true"),))),
        (odf_cell('table:formula="of:=A2"', "5"), Cell("5", asides=(Aside("formula", "=A2"),))),
        (odf_cell('table:formula="=A2"'), Cell("", asides=(Aside("formula_alone", "=A2"),))),
        (odf_cell("", "#ADR!"), Cell("", asides=(Aside("error", "#ADR!"),))),
        (odf_cell("", "Błąd:502"), Cell("", asides=(Aside("error", "Błąd:502"),))),
        (odf_cell("", "Błąd:502 w pliku"), Cell("Błąd:502 w pliku")),
        (odf_cell('table:style-name="UKRYTY"', "a"), Cell("", asides=(Aside("hidden", "a"),))),
        (
            odf_cell("", "<office:annotation><text:p>na pewno?</text:p></office:annotation>", "a"),
            Cell("a", asides=(Aside("comment", "na pewno?"),)),
        ),
        (
            odf_cell("", "<draw:frame><draw:text-box><text:p>obok</text:p></draw:text-box></draw:frame>", "a"),
            Cell("a", asides=(Aside("text_box", "obok"),)),
        ),
    ],
)
def test_a_cell_of_libreoffice_shows_its_text_and_tells_what_is_beside_it(given: str, expected: Cell) -> None:
    assert only(read_ods(odf_row("", given))) == expected


def test_cells_and_rows_of_libreoffice_are_repeated_as_often_as_it_says() -> None:
    twice = 'table:number-columns-repeated="2"'
    rows = odf_row("", odf_cell("", "a"), odf_cell(twice), odf_cell(twice, "b"))
    rows += odf_row('table:number-rows-repeated="2"')
    rows += odf_row('table:number-rows-repeated="3"', odf_cell("", "c"))
    assert texts(read_ods(rows)) == [["a", "", "", "b", "b"], [], [], ["c"], ["c"], ["c"]]


@pytest.mark.parametrize("how", ["collapse", "filter"])
def test_rows_columns_and_covered_cells_of_libreoffice_are_hidden(how: str) -> None:
    columns = f'<table:table-column/><table:table-column table:visibility="{how}" table:number-columns-repeated="2"/>'
    covered = "<table:covered-table-cell><text:p>e</text:p></table:covered-table-cell>"
    rows = odf_row("", *(odf_cell("", each) for each in "abcd"), covered)
    rows += odf_row(f'table:visibility="{how}"', odf_cell("", "f")) + odf_row("", odf_cell("", "g"))
    assert [[each.is_hidden for each in row] for row in read_ods(columns + rows).rows] == [
        [False, True, True, False, True],
        [True],
        [False],
    ]


def test_merged_cells_of_libreoffice_are_told_by_their_corners() -> None:
    tall, wide = 'table:number-rows-spanned="2"', 'table:number-columns-spanned="3"'
    rows = odf_row("", odf_cell(tall, "a"), odf_cell(wide, "b"), odf_cell("", "c"))
    rows += odf_row("", odf_cell(f"{tall} {wide}", "d"))
    assert read_ods(rows).spans == ((0, 1, 0, 0), (0, 0, 1, 3), (1, 2, 0, 2))


def test_a_sheet_of_libreoffice_that_is_not_displayed_is_hidden() -> None:
    style = (
        '<style:style style:name="T" style:family="table"><style:table-properties table:display="{}"/></style:style>'
    )
    for said, is_hidden in (("false", True), ("true", False)):
        table = f'<table:table table:name="A" table:style-name="T">{ods_rows([["a"]])}</table:table>'
        content = f"<office:automatic-styles>{style.format(said)}</office:automatic-styles>"
        content += f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
        data = ods({}, parts={"content.xml": odf_part("document-content", content)})
        (sheet,) = of_libreoffice.read_workbook(opened(data)).sheets
        assert (sheet.name, sheet.is_hidden) == ("A", is_hidden)


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        (odf_row('table:number-rows-repeated="5000"', odf_cell("", "a")), ""),
        (odf_row('table:number-rows-repeated="4999"') + odf_row("", odf_cell("", "a")), ""),
        (odf_row('table:number-rows-repeated="5000"') + odf_row("", odf_cell("", "a")), "submission.too_many_rows"),
        (odf_row('table:number-rows-repeated="9999"') + odf_row("", odf_cell("")), ""),
        (odf_row("", odf_cell('table:number-columns-repeated="300"', "a")), ""),
        (odf_row("", odf_cell('table:number-columns-repeated="301"', "a")), "submission.too_many_columns"),
        (
            odf_row('table:number-rows-repeated="400"', odf_cell('table:number-columns-repeated="300"', "a")),
            "submission.too_many_elements",
        ),
    ],
)
def test_as_many_cells_of_libreoffice_are_read_as_of_excel(rows: str, fault: str) -> None:
    data = ods({"A": rows})
    if not fault:
        of_libreoffice.read_workbook(opened(data))
        return
    with pytest.raises(UnusableSubmission) as refused:
        of_libreoffice.read_workbook(opened(data))
    assert refused.value.faults[0].key == fault
