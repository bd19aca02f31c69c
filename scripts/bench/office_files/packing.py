"""Office files of a few parts, written as bare XML: a structure need not be known to any library to be in one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DOCUMENT = (
    f'<w:document xmlns:w="{_W}" xmlns:r="{_OFFICE}"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
)
_SHEET = (
    f'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{_OFFICE}"'
    ' xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_STYLES = (
    f'<w:styles xmlns:w="{_W}"><w:style w:type="paragraph" w:styleId="Nagwek2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Nagwek3"><w:name w:val="heading 3"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Spistreci1"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="character" w:styleId="Ukryty"><w:name w:val="Ukryty"/><w:rPr><w:vanish/></w:rPr></w:style>'
    "</w:styles>"
)
_ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
    ' xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"'
)
_ODF_STYLES = (
    '<style:style style:name="UKRYTY" style:family="text"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="SKRESLONY" style:family="text"><style:text-properties'
    ' style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="GRUBY" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<text:list-style style:name="NUMERY"><text:list-level-style-number text:level="1"/></text:list-style>'
)

Parts = Mapping[str, str | bytes]
"""Further parts of a package by name: their XML, or bytes."""
Links = Mapping[str, str]
"""Addresses of links by the ids that refer to them."""


def packed(parts: Parts) -> bytes:
    """A package of some parts."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def repacked(data: bytes, changes: Parts) -> bytes:
    """A package with some of its parts exchanged or added."""
    with ZipFile(BytesIO(data)) as package:
        return packed({**{name: package.read(name) for name in package.namelist()}, **changes})


def relations(kinds: Mapping[str, tuple[str, str]], links: Links | None = None) -> str:
    """The part that says what another refers to: kinds and names by id, and links."""
    own = "".join(
        f'<Relationship Id="{each}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for each, (kind, target) in kinds.items()
    )
    outside = "".join(
        f'<Relationship Id="{each}" Type="{_OFFICE}/hyperlink" Target={quoteattr(address)} TargetMode="External"/>'
        for each, address in (links or {}).items()
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{own}{outside}</Relationships>'


def run(text: str, look: str = "") -> str:
    """A run of text of a document."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(text: str) -> str:
    """A paragraph of a document as we write it: ``## `` begins a heading, ``<`` XML as it is, the rest is text."""
    if text.startswith("<w:"):
        return text
    for sign, style in (("### ", "Nagwek3"), ("## ", "Nagwek2")):
        if text.startswith(sign):
            return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run(text.removeprefix(sign))}</w:p>'
    return text if text.startswith("<") else f"<w:p>{run(text)}</w:p>"


def docx(
    body: Sequence[str], parts: Parts | None = None, links: Links | None = None, main: str = "document.xml"
) -> bytes:
    """A document; parts named ``comments.xml`` and the like are what the document refers to.

    Args:
        body: its paragraphs, see ``paragraph``.
        parts: further parts by name, those without a folder in ``word/``.
        links: addresses of links by id.
        main: the name of the part with the text.
    """
    given = {name if "/" in name else f"word/{name}": content for name, content in (parts or {}).items()}
    names = ["styles.xml", *(name.removeprefix("word/") for name in given if name.startswith("word/"))]
    kinds = {f"p{n}": (name.partition(".")[0].rstrip("0123456789"), name) for n, name in enumerate(names)}
    return packed(
        {
            "_rels/.rels": relations({"rId1": ("officeDocument", f"word/{main}")}),
            f"word/{main}": f"{_DOCUMENT}<w:body>{''.join(map(paragraph, body))}<w:sectPr/></w:body></w:document>",
            f"word/_rels/{main}.rels": relations(kinds, links),
            "word/styles.xml": _STYLES,
            **given,
        }
    )


def word_part(name: str, content: str) -> str:
    """The XML of a part beside the text of a document: ``comments``, ``footnotes``, ``hdr``."""
    return f'<w:{name} xmlns:w="{_W}">{content}</w:{name}>'


def xlsx(
    sheets: Mapping[str, str],
    formats: Sequence[str] = (),
    parts: Parts | None = None,
    links: Links | None = None,
    *,
    states: Mapping[str, str] | None = None,
    strings: Sequence[str] = (),
    of_sheet: Mapping[str, tuple[str, str]] | None = None,
) -> bytes:
    """A spreadsheet.

    Args:
        sheets: the XML of each sheet inside its root, by name.
        formats: number formats; a cell of style ``n`` has the ``n``-th, counted from 1. The style after the last one
            is struck through.
        parts: further parts by name.
        links: addresses of links on the first sheet, by id.
        states: ``hidden`` by the names of sheets.
        strings: the XML of the strings that cells share.
        of_sheet: what else the first sheet refers to: kinds and names of parts by id.
    """
    listed = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{n}" state="{(states or {}).get(name, "visible")}" r:id="rId{n}"/>'
        for n, name in enumerate(sheets, 1)
    )
    own = {f"rId{n}": ("worksheet", f"worksheets/sheet{n}.xml") for n, _ in enumerate(sheets, 1)}
    shared = {"rStyles": ("styles", "styles.xml"), "rStrings": ("sharedStrings", "sharedStrings.xml")}
    codes = "".join(f'<numFmt numFmtId="{200 + n}" formatCode={quoteattr(code)}/>' for n, code in enumerate(formats, 1))
    looks = "".join(f'<xf numFmtId="{200 + n}" fontId="0"/>' for n, _ in enumerate(formats, 1))
    fonts = "<fonts><font/><font><strike/></font></fonts>"
    cells = f'<cellXfs><xf numFmtId="0" fontId="0"/>{looks}<xf numFmtId="0" fontId="1"/></cellXfs>'
    return packed(
        {
            "_rels/.rels": relations({"rId1": ("officeDocument", "xl/workbook.xml")}),
            "xl/workbook.xml": f"<workbook {_SHEET}><sheets>{listed}</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": relations({**own, **shared}),
            "xl/styles.xml": f"<styleSheet {_SHEET}><numFmts>{codes}</numFmts>{fonts}{cells}</styleSheet>",
            "xl/sharedStrings.xml": f"<sst {_SHEET}>{''.join(strings)}</sst>",
            "xl/worksheets/_rels/sheet1.xml.rels": relations(of_sheet or {}, links),
            **{
                f"xl/worksheets/sheet{n}.xml": f"<worksheet {_SHEET}>{content}</worksheet>"
                for n, content in enumerate(sheets.values(), 1)
            },
            **(parts or {}),
        }
    )


def sheet_part(name: str, content: str) -> str:
    """The XML of a part beside the cells of a spreadsheet: ``comments``, ``xdr:wsDr``; attributes may follow."""
    return f"<{name} {_SHEET}>{content}</{name.partition(' ')[0]}>"


def rows_xml(rows: Sequence[Sequence[str]], hidden: Sequence[int] = ()) -> str:
    """Rows of cells: each a text, or the XML of a cell in which ``@`` stands for its address."""
    out = []
    for number, row in enumerate(rows, 1):
        cells = "".join(_cell(text, f"{_column(n)}{number}") for n, text in enumerate(row) if text)
        out.append(f'<row r="{number}"{_HIDDEN if number in hidden else ""}>{cells}</row>')
    return f"<sheetData>{''.join(out)}</sheetData>"


_HIDDEN = ' hidden="1"'


def _cell(text: str, place: str) -> str:
    if text.startswith("<c"):
        return text.replace("@", place, 1)
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def _column(n: int) -> str:
    return (chr(ord("A") + n // 26 - 1) if n > 25 else "") + chr(ord("A") + n % 26)


def odt(body: Sequence[str], styles: str = "", parts: Parts | None = None) -> bytes:
    """A document of LibreOffice; its paragraphs in the notation of ``paragraph``, XML with the prefixes of ODF."""
    content = "".join(_odf_paragraph(each) for each in body)
    return _odf("text", content, styles, parts)


def _odf_paragraph(text: str) -> str:
    if text.startswith("<"):
        return text
    if text.startswith("## "):
        return f'<text:h text:outline-level="2">{escape(text[3:])}</text:h>'
    return f"<text:p>{escape(text)}</text:p>"


def ods(tables: Mapping[str, str], styles: str = "", parts: Parts | None = None) -> bytes:
    """A spreadsheet of LibreOffice: the XML of each sheet inside its table, by name."""
    content = "".join(
        f"<table:table table:name={quoteattr(name)}>{rows}</table:table>" for name, rows in tables.items()
    )
    return _odf("spreadsheet", content, styles, parts)


def ods_rows(rows: Sequence[Sequence[str]]) -> str:
    """Rows of cells: each a text, or the XML of a cell."""
    return "".join(f"<table:table-row>{''.join(map(_odf_cell, row))}</table:table-row>" for row in rows)


def _odf_cell(text: str) -> str:
    if text.startswith("<"):
        return text
    inside = f"<text:p>{escape(text)}</text:p>" if text else ""
    return f'<table:table-cell office:value-type="string">{inside}</table:table-cell>'


def _odf(kind: str, content: str, styles: str, parts: Parts | None) -> bytes:
    automatic = f"<office:automatic-styles>{_ODF_STYLES}{styles}</office:automatic-styles>"
    body = f"<office:body><office:{kind}>{content}</office:{kind}></office:body>"
    return packed(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}",
            "content.xml": f"<office:document-content {_ODF}>{automatic}{body}</office:document-content>",
            **(parts or {}),
        }
    )


def odf_part(name: str, content: str) -> str:
    """The XML of a part of an OpenDocument file: ``document-meta``, ``document-styles``."""
    return f"<office:{name} {_ODF}>{content}</office:{name}>"
