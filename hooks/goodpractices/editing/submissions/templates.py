"""Documents and spreadsheets to fill in without any tool of the catalogue, made of the questions.

They are written here rather than by the libraries that read them: a build of the site makes them anew from the model
and the vocabularies, with the same bytes each time and without further packages. Both formats are ZIP files of XML.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO, StringIO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from ...catalogue import Catalogue
from ...wording import Translations
from .questions import QUESTIONS, Question
from .sheets import column_name

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_A4 = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
_EMPTY_ROWS = 20
_WIDTH = 32


def document_template(catalogue: Catalogue, t: Translations) -> bytes:
    """A document (DOCX) with a heading a question, what to write, the answers to tick, and room below."""
    paragraphs = [
        _paragraph("Title", t("submission.template_title")),
        _paragraph("Hint", t("submission.template_intro")),
    ]
    for question in QUESTIONS:
        paragraphs += [_paragraph("Heading2", question.label(t)), _paragraph("Hint", question.help(t))]
        paragraphs += [_paragraph("Normal", f"☐ {label}") for label in question.options(catalogue, t).values()]
        paragraphs.append(_paragraph("Normal", ""))
    body = "".join(paragraphs)
    parts = {
        "word/document.xml": f'<w:document xmlns:w="{_WORDS}"><w:body>{body}{_A4}</w:body></w:document>',
        "word/styles.xml": _document_styles(t),
        "word/_rels/document.xml.rels": _relations({"styles": "styles.xml"}),
    }
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    return _package(
        parts, {"document": f"{main}.document.main+xml", "styles": f"{main}.styles+xml"}, "word/document.xml"
    )


def workbook_template(catalogue: Catalogue, t: Translations) -> bytes:
    """A spreadsheet (XLSX): a column a question, a row a practice, a second sheet that explains the columns."""
    head = [question.label(t) for question in QUESTIONS]
    hints = [question.help(t) for question in QUESTIONS]
    rows = [head, hints, *([""] * len(head) for _ in range(_EMPTY_ROWS))]
    singles = [(n, question) for n, question in enumerate(QUESTIONS) if question.kind == "choice"]
    explained = [[t("submission.question"), t("submission.explanation"), t("submission.allowed")]]
    for question in QUESTIONS:
        explained.append([question.label(t), question.help(t), "; ".join(question.options(catalogue, t).values())])
    lists = [list(question.options(catalogue, t).values()) for _, question in singles]
    names = [t(f"submission.sheet_{name}") for name in ("practices", "explanations", "lists")]
    sheets = [
        _sheet(rows, validations=_validations(singles, lists, names[2])),
        _sheet(explained),
        _sheet([[column[n] if n < len(column) else "" for column in lists] for n in range(max(map(len, lists)))]),
    ]
    listed = "".join(f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="rId{n}"/>' for n, name in enumerate(names, 1))
    parts = {
        "xl/workbook.xml": f'<workbook xmlns="{_SHEETS}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations(
            {f"worksheet{n}": f"worksheets/sheet{n}.xml" for n in range(1, len(sheets) + 1)} | {"styles": "styles.xml"}
        ),
        "xl/styles.xml": _sheet_styles(),
        **{f"xl/worksheets/sheet{n}.xml": sheet for n, sheet in enumerate(sheets, 1)},
    }
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    kinds = {"workbook": f"{main}.sheet.main+xml", "styles": f"{main}.styles+xml", "sheet": f"{main}.worksheet+xml"}
    return _package(parts, kinds, "xl/workbook.xml")


def table_template(catalogue: Catalogue, t: Translations) -> bytes:
    """A spreadsheet as CSV, in two columns: the questions, and room for the answers of one practice."""
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerows([question.label(t), ""] for question in QUESTIONS)
    return out.getvalue().encode("utf-8-sig")


TEMPLATES = {"praktyka.docx": document_template, "praktyki.xlsx": workbook_template, "praktyka.csv": table_template}
"""The files to fill in by name; each is made of a catalogue and the wording."""


def _paragraph(style: str, words: str) -> str:
    text = f'<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r>' if words else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{text}</w:p>'


def _document_styles(t: Translations) -> str:
    def style(name: str, title: str, look: str, *, default: bool = False, outline: str = "") -> str:
        mark = ' w:default="1"' if default else ""
        based = "" if default else '<w:basedOn w:val="Normal"/>'
        return (
            f'<w:style w:type="paragraph" w:styleId="{name}"{mark}><w:name w:val="{title}"/>{based}'
            f'<w:pPr><w:spacing w:after="120"/>{outline}</w:pPr><w:rPr>{look}</w:rPr></w:style>'
        )

    styles = [
        style("Normal", "Normal", f'<w:sz w:val="22"/><w:lang w:val="{t.locale.replace("_", "-")}"/>', default=True),
        style("Title", "Title", '<w:b/><w:sz w:val="40"/>'),
        style("Heading2", "heading 2", '<w:b/><w:sz w:val="26"/>', outline='<w:outlineLvl w:val="1"/>'),
        style("Hint", "Hint", '<w:i/><w:color w:val="595959"/>'),
    ]
    return f'<w:styles xmlns:w="{_WORDS}">{"".join(styles)}</w:styles>'


def _sheet(rows: Iterable[list[str]], validations: str = "") -> str:
    lines = list(rows)
    filled = "".join(_row(number, row) for number, row in enumerate(lines, 1))
    columns = f'<cols><col min="1" max="{max(map(len, lines))}" width="{_WIDTH}" style="1" customWidth="1"/></cols>'
    return f'<worksheet xmlns="{_SHEETS}">{columns}<sheetData>{filled}</sheetData>{validations}</worksheet>'


def _row(number: int, cells: list[str]) -> str:
    return f'<row r="{number}">{"".join(_cell(number, n, words) for n, words in enumerate(cells))}</row>'


def _cell(number: int, n: int, words: str) -> str:
    place = f"{column_name(n)}{number}"
    style = 2 if number == 1 else 1
    if not words:
        return f'<c r="{place}" s="{style}"/>'
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{escape(words)}</t></is></c>'


def _sheet_styles() -> str:
    """Cells as text, so that no spreadsheet makes a day of ``2016-12``; the first row in bold."""
    wrapped = '<alignment vertical="top" wrapText="1"/>'
    fonts = '<fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts>'
    patterns = "".join(f'<fill><patternFill patternType="{name}"/></fill>' for name in ("none", "gray125"))
    fills = f'<fills count="2">{patterns}</fills>'
    bare = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
    texts = "".join(
        f'<xf numFmtId="49" fontId="{font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">'
        f"{wrapped}</xf>"
        for font in (0, 1)
    )
    return (
        f'<styleSheet xmlns="{_SHEETS}">{fonts}{fills}<borders count="1"><border/></borders>'
        f'<cellStyleXfs count="1">{bare}</cellStyleXfs>'
        f'<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>{texts}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
        "</styleSheet>"
    )


def _validations(singles: list[tuple[int, Question]], lists: list[list[str]], sheet: str) -> str:
    """Lists to choose from, where one answer is taken of several."""
    rules = []
    for place, ((column, _), options) in enumerate(zip(singles, lists, strict=True)):
        cells = f"{column_name(column)}3:{column_name(column)}{_EMPTY_ROWS + 2}"
        source = escape(f"'{sheet}'!${column_name(place)}$1:${column_name(place)}${len(options)}")
        rules.append(
            f'<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="{cells}">'
            f"<formula1>{source}</formula1></dataValidation>"
        )
    return f'<dataValidations count="{len(rules)}">{"".join(rules)}</dataValidations>'


def _relations(targets: Mapping[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/{name.rstrip("0123456789")}" Target="{target}"/>'
        for n, (name, target) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _package(parts: Mapping[str, str], kinds: Mapping[str, str], main: str) -> bytes:
    """The parts as one ZIP file: no clock, no order but this one."""
    out = BytesIO()
    with ZipFile(out, "w") as package:
        for name, text in _all_parts(parts, kinds, main):
            part = ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            part.compress_type = ZIP_STORED  # how well others pack differs from one library to the next
            part.create_system = 0
            package.writestr(part, _HEAD + text)
    return out.getvalue()


def _all_parts(parts: Mapping[str, str], kinds: Mapping[str, str], main: str) -> Iterator[tuple[str, str]]:
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kinds[_kind(name)]}"/>' for name in parts if _kind(name) in kinds
    )
    plain = "".join(
        f'<Default Extension="{ending}" ContentType="{kind}"/>'
        for ending, kind in (
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("xml", "application/xml"),
        )
    )
    yield "[Content_Types].xml", f'<Types xmlns="{_PACKAGE}/content-types">{plain}{overrides}</Types>'
    yield "_rels/.rels", _relations({"officeDocument": main})
    yield from parts.items()


def _kind(name: str) -> str:
    """What a part is: ``xl/worksheets/sheet1.xml`` is a sheet; relations are of no kind."""
    return name.rpartition("/")[2].removesuffix(".xml").rstrip("0123456789") if name.endswith(".xml") else ""
