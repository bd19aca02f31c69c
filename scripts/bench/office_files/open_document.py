"""Structures of documents and spreadsheets of LibreOffice (ODT, ODS), made up with words that have to arrive."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from .packing import odf_part, ods_rows

if TYPE_CHECKING:
    from .generating import Maker


def _p(*inside: str) -> str:
    return f"<text:p>{''.join(inside)}</text:p>"


def plain(maker: Maker) -> str:
    return _p(maker.phrase())


def torn_word(maker: Maker) -> str:
    word = maker.word()
    return _p(
        word[:4], f'<text:span text:style-name="GRUBY">{word[4:]}</text:span>', "<text:s text:c='3'/>", maker.word()
    )


def breaks(maker: Maker) -> str:
    return _p(maker.word(), "<text:line-break/>", maker.word(), "<text:tab/>", maker.word())


def hidden(maker: Maker) -> str:
    return _p(maker.word(), f' <text:span text:style-name="UKRYTY">{maker.phrase()}</text:span>')


def hidden_field(maker: Maker) -> str:
    return _p(maker.word(), f'<text:hidden-text text:string-value="x">{maker.word()}</text:hidden-text>')


def struck(maker: Maker) -> str:
    return _p(f'<text:span text:style-name="SKRESLONY">{maker.phrase()}</text:span> ', maker.word())


def link(maker: Maker) -> str:
    return _p(maker.word(), f' <text:a xlink:href="{maker.address()}">{maker.word()}</text:a>')


def comment(maker: Maker) -> str:
    said = f"<dc:creator>Jan</dc:creator><dc:date>2026-01-01</dc:date><text:p>{maker.phrase()}</text:p>"
    return _p(maker.word(), f"<office:annotation>{said}</office:annotation>", maker.word())


def footnote(maker: Maker) -> str:
    body = f"<text:note-body><text:p>{maker.phrase()}</text:p></text:note-body>"
    return _p(maker.word(), f"<text:note><text:note-citation>1</text:note-citation>{body}</text:note>")


def text_box(maker: Maker) -> str:
    box = f"<draw:text-box><text:p>{maker.phrase()}</text:p></draw:text-box><svg:desc>{maker.word()}</svg:desc>"
    return _p(maker.word(), f"<draw:frame>{box}</draw:frame>")


def items(maker: Maker) -> str:
    name = maker.random.choice(("NUMERY", "PUNKTY"))
    inner = f"<text:list><text:list-item><text:p>{maker.word()}</text:p></text:list-item></text:list>"
    item = f"<text:list-item><text:p>{maker.phrase()}</text:p>{inner}</text:list-item>"
    return f'<text:list text:style-name="{name}">{item}</text:list>'


def removed(maker: Maker) -> str:
    number = f"ct{len(maker.words)}"
    gone = f"<text:deletion><text:p>{maker.phrase()}</text:p></text:deletion>"
    region = f'<text:changed-region text:id="{number}">{gone}</text:changed-region>'
    use = maker.random.choice((f'<text:change text:change-id="{number}"/>', ""))
    return f"<text:tracked-changes>{region}</text:tracked-changes>" + _p(maker.word(), use, maker.word())


def section(maker: Maker) -> str:
    return f"<text:section>{plain(maker)}<nowosc>{_p(maker.word())}</nowosc></text:section>"


def own_heading(maker: Maker) -> str:
    return f'<text:h text:outline-level="{maker.random.choice((2, 3))}">{maker.phrase()}</text:h>'


def table(maker: Maker) -> str:
    rows = [[maker.word(), maker.word()], [maker.word(), maker.word()]]
    return f"<table:table>{ods_rows(rows)}</table:table>"


def form_table(maker: Maker) -> str:
    rows = [["Partnerzy", maker.phrase()], [maker.word(), maker.phrase()]]
    return f"<table:table>{ods_rows(rows)}</table:table>"


def field(maker: Maker) -> str:
    return _p(maker.word(), f" <text:date>{maker.word()}</text:date> <text:nowe-pole>{maker.word()}</text:nowe-pole>")


def counted_heading(maker: Maker) -> str:
    number = f"{maker.word()}:" if maker.random.random() < 0.3 else maker.random.choice(("1.", "2.1"))
    return f'<text:h text:outline-level="3"><text:number>{number}</text:number>{maker.phrase()}</text:h>'


def filled_in_field(maker: Maker) -> str:
    number = f"c{len(maker.words)}"
    kinds = (
        '<form:text form:id="{0}" form:current-value="{1}"/>',
        '<form:checkbox form:id="{0}" form:label="{1}" form:current-state="checked"/>',
        '<form:listbox form:id="{0}"><form:option form:label="{1}" form:current-selected="true"/></form:listbox>',
    )
    control = maker.random.choice(kinds).format(number, maker.phrase())
    forms = f'<office:forms xmlns:form="urn:oasis:names:tc:opendocument:xmlns:form:1.0">{control}</office:forms>'
    return forms + _p(maker.word(), " ", maker.random.choice((f'<draw:control draw:control="{number}"/>', "")))


KINDS: tuple[Callable[[Maker], str], ...] = (
    *(plain, torn_word, breaks, hidden, hidden_field, struck, link, comment, footnote, text_box, items, removed),
    *(section, own_heading, table, form_table, field, counted_heading, filled_in_field),
)


def parts_of(maker: Maker) -> dict[str, str | bytes]:
    """The parts beside the text, now and then."""
    parts: dict[str, str | bytes] = {}
    if maker.random.random() < 0.2:
        header = f"<style:header><text:p>{maker.phrase()}</text:p></style:header>"
        inside = f"<office:master-styles><style:master-page>{header}</style:master-page></office:master-styles>"
        parts["styles.xml"] = odf_part("document-styles", inside)
    if maker.random.random() < 0.2:
        subject = f"<dc:subject>{maker.word()}</dc:subject><meta:initial-creator>Jan</meta:initial-creator>"
        parts["meta.xml"] = odf_part("document-meta", f"<office:meta>{subject}</office:meta>")
    if maker.random.random() < 0.1:
        parts["Pictures/obraz.png"] = b"\x89PNG"
        maker.expect("Pictures/obraz.png")
    return parts


def cell(maker: Maker) -> str:
    return maker.phrase()


def cell_of_lines(maker: Maker) -> str:
    return f"<table:table-cell>{_p(maker.phrase())}{_p(maker.phrase())}</table:table-cell>"


def cell_of_money(maker: Maker) -> str:
    amount = f"{maker.random.randint(10, 999)} {maker.random.randint(100, 999)},50 zł"
    maker.expect(amount)
    return f'<table:table-cell office:value-type="currency" office:value="1">{_p(amount)}</table:table-cell>'


def cell_of_date(maker: Maker) -> str:
    maker.expect("15.01.2026")
    value = 'office:value-type="date" office:date-value="2026-01-15"'
    return f"<table:table-cell {value}>{_p('15.01.2026')}</table:table-cell>"


def cell_not_shown(maker: Maker) -> str:
    value = maker.random.randint(10_000, 99_999)
    maker.expect(str(value))
    return f'<table:table-cell office:value-type="float" office:value="{value}"/>'


def cell_with_formula(maker: Maker) -> str:
    return f'<table:table-cell table:formula="of:=[{maker.word()}]">{_p(maker.word())}</table:table-cell>'


def cell_with_comment(maker: Maker) -> str:
    said = f"<office:annotation><dc:creator>Jan</dc:creator>{_p(maker.phrase())}</office:annotation>"
    return f"<table:table-cell>{said}{_p(maker.word())}</table:table-cell>"


def repeated_cell(maker: Maker) -> str:
    return f'<table:table-cell table:number-columns-repeated="2">{_p(maker.word())}</table:table-cell>'


def covered_cell(maker: Maker) -> str:
    return f"<table:covered-table-cell>{_p(maker.word())}</table:covered-table-cell>"


CELLS: tuple[Callable[[Maker], str], ...] = (
    *(cell, cell, cell_of_lines, cell_of_money, cell_of_date, cell_not_shown, cell_with_formula, cell_with_comment),
    *(repeated_cell, covered_cell),
)


def sheets_of(maker: Maker) -> dict[str, str]:
    """Further sheets, now and then; hidden ones too."""
    if maker.random.random() > 0.3:
        return {}
    rows = ods_rows([[maker.phrase()], [maker.word(), maker.word()]])
    inside = f"<table:table-cell>{_p(maker.word())}</table:table-cell>"
    hidden_row = f'<table:table-row table:visibility="collapse">{inside}</table:table-row>'
    return {maker.word(): rows + hidden_row}
