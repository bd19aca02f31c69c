"""Cells and other structures of spreadsheets (XLSX), made up with words and figures that have to arrive."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from .packing import rows_xml, sheet_part, xlsx

if TYPE_CHECKING:
    from .generating import Maker

FORMATS = (
    *(
        '#,##0.00 "zł"',
        "0%",
        "000000",
        "yyyy",
        "d.mm.yyyy",
        "[$€-407] #,##0",
        "@",
        ";;;",
        '#,##0," tys. zł"',
        "mmmm yyyy",
    ),
    *('_-* #,##0.00\\ "zł"_-;-* #,##0.00\\ "zł"_-;_-* "-"??\\ "zł"_-', '[Red]0.0"°C"', '"nr "0'),
)
_STRUCK = len(FORMATS) + 1


def text(maker: Maker) -> str:
    return maker.phrase()


def formula_text(maker: Maker) -> str:
    return f'<c r="@" t="str"><f>A1&amp;"{maker.word()}"</f><v>{maker.phrase()}</v></c>'


def formula_alone(maker: Maker) -> str:
    return f'<c r="@"><f>SUM({maker.word()})</f></c>'


def linking_formula(maker: Maker) -> str:
    return f'<c r="@" t="str"><f>HYPERLINK("{maker.address()}","x")</f><v>{maker.word()}</v></c>'


def money(maker: Maker) -> str:
    whole, cents = maker.random.randint(1_000, 999_999), maker.random.randint(1, 99)
    maker.expect(f"{whole // 1000} {whole % 1000:03d},{cents:02d} zł")
    return f'<c r="@" s="{maker.random.choice((1, 11))}"><v>{whole}.{cents:02d}</v></c>'


def thousands(maker: Maker) -> str:
    number = maker.random.randint(10, 990)
    maker.expect(f"{number} tys. zł")
    return f'<c r="@" s="9"><v>{number}000</v></c>'


def per_cent(maker: Maker) -> str:
    number = maker.random.randint(1, 99)
    maker.expect(f"{number}%")
    return f'<c r="@" s="2"><v>{number / 100}</v></c>'


def leading_zeros(maker: Maker) -> str:
    number = maker.random.randint(100, 9999)
    maker.expect(f"{number:06d}")
    return f'<c r="@" s="3"><v>{number}</v></c>'


def number(maker: Maker) -> str:
    value = maker.random.randint(10_000, 99_999)
    maker.expect(f"{value},5")
    return f'<c r="@"><v>{value}.5</v></c>'


def year(maker: Maker) -> str:
    maker.expect("2019")
    return '<c r="@" s="4"><v>43466</v></c>'


def month(maker: Maker) -> str:
    maker.expect("styczeń 2019")
    return '<c r="@" s="10"><v>43466</v></c>'


def day(maker: Maker) -> str:
    maker.expect("15.01.2026")
    return '<c r="@" s="5"><v>46037</v></c>'


def euros(maker: Maker) -> str:
    maker.expect("€ 20 000")
    return '<c r="@" s="6"><v>20000</v></c>'


def truth(maker: Maker) -> str:
    maker.expect("PRAWDA")
    return '<c r="@" t="b"><v>1</v></c>'


def error(maker: Maker) -> str:
    maker.expect("#N/A")
    return '<c r="@" t="e"><v>#N/A</v></c>'


def not_shown(maker: Maker) -> str:
    value = maker.random.randint(10_000, 99_999)
    maker.expect(str(value))
    return f'<c r="@" s="8"><v>{value}</v></c>'


def struck(maker: Maker) -> str:
    return f'<c r="@" s="{_STRUCK}" t="inlineStr"><is><t>{maker.phrase()}</t></is></c>'


def partly_struck(maker: Maker) -> str:
    runs = f"<r><t>{maker.word()} </t></r><r><rPr><strike/></rPr><t>{maker.word()}</t></r>"
    return f'<c r="@" t="inlineStr"><is>{runs}</is></c>'


def with_reading(maker: Maker) -> str:
    return f'<c r="@" t="inlineStr"><is><t>{maker.word()}</t><rPh sb="0" eb="1"><t>{maker.word()}</t></rPh></is></c>'


def shared(maker: Maker) -> str:
    rich = maker.random.random() < 0.5
    runs = f"<r><t>{maker.word()}</t></r><r><t> {maker.word()}</t></r>" if rich else f"<t>{maker.phrase()}</t>"
    maker.notes.append(f"<si>{runs}</si>")
    return f'<c r="@" t="s"><v>{len(maker.notes) - 1}</v></c>'


KINDS: tuple[Callable[[Maker], str], ...] = (
    *(
        text,
        text,
        text,
        formula_text,
        formula_alone,
        linking_formula,
        money,
        thousands,
        per_cent,
        leading_zeros,
        number,
    ),
    *(year, month, day, euros, truth, error, not_shown, struck, partly_struck, with_reading, shared),
)


class Sheets:
    """A spreadsheet around the rows of its first sheet, with what stands beside cells."""

    def __init__(self, maker: Maker) -> None:
        self.maker = maker
        self.after = ""
        self.parts: dict[str, str | bytes] = {}
        self.of_sheet: dict[str, tuple[str, str]] = {}

    def packed(self, rows: list[list[str]]) -> bytes:
        maker = self.maker
        hidden = [len(rows)] if maker.random.random() < 0.15 else []
        columns = '<cols><col min="3" max="3" hidden="1"/></cols>' if maker.random.random() < 0.1 else ""
        for beside in _BESIDE:
            if maker.random.random() < 0.15:
                maker.kinds.append(beside.__name__)
                beside(self)
        sheets = {"Arkusz1": columns + rows_xml(rows, hidden) + self.after}
        states = {}
        if maker.random.random() < 0.3:
            name = "Arkusz2" if maker.random.random() < 0.5 else maker.word()
            sheets[name] = rows_xml([[maker.phrase(), maker.phrase()], [maker.phrase()]])
            states[name] = maker.random.choice(("visible", "hidden", "veryHidden"))
        if maker.random.random() < 0.3:
            maker.notes.append(f"<si><t>{maker.word()}</t></si>")
        given = {"strings": maker.notes, "of_sheet": self.of_sheet, "states": states}
        return xlsx(sheets, FORMATS, self.parts, maker.links, **given)  # type: ignore[arg-type]

    def comment(self) -> None:
        words = f"<r><t>{self.maker.word()}</t></r><r><t> {self.maker.word()}</t></r>"
        place = self.maker.random.choice(("A1", "B2", "Z99"))
        inside = (
            f'<authors><author>Jan</author></authors><commentList><comment ref="{place}"><text>{words}</text></comment>'
        )
        self.parts["xl/comments1.xml"] = sheet_part("comments", f"{inside}</commentList>")
        self.of_sheet["rComments"] = ("comments", "../comments1.xml")

    def threaded_comment(self) -> None:
        words = f"<text>{self.maker.phrase()}</text>"
        self.parts["xl/threadedComments/threadedComment1.xml"] = sheet_part(
            "ThreadedComments", f'<threadedComment ref="B2">{words}</threadedComment>'
        )
        self.of_sheet["rThreaded"] = ("threadedComment", "../threadedComments/threadedComment1.xml")

    def link(self) -> None:
        self.maker.links["rLink"] = self.maker.address()
        self.after += '<hyperlinks><hyperlink ref="A2" r:id="rLink"/></hyperlinks>'

    def prompt(self) -> None:
        self.after += f'<dataValidations><dataValidation prompt="{self.maker.phrase()}" sqref="A1"/></dataValidations>'

    def page_header(self) -> None:
        self.after += f"<headerFooter><oddHeader>&amp;L{self.maker.word()}&amp;R&amp;P</oddHeader></headerFooter>"

    def drawing(self) -> None:
        box = f"<xdr:sp><xdr:txBody><a:p><a:r><a:t>{self.maker.phrase()}</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
        self.parts["xl/drawings/drawing1.xml"] = sheet_part("xdr:wsDr", box)

    def properties(self) -> None:
        self.parts["docProps/core.xml"] = (
            f"<p><title>{self.maker.word()}</title><lastModifiedBy>Jan</lastModifiedBy></p>"
        )

    def pivot_table(self) -> None:
        rows = f'<r><x v="0"/><s v="{self.maker.phrase()}"/></r>'
        self.parts["xl/pivotCache/pivotCacheRecords1.xml"] = sheet_part("pivotCacheRecords", rows)

    def slicer(self) -> None:
        about = f'<slicer name="Fragmentator" caption="{self.maker.word()}"/>'
        self.parts["xl/slicers/slicer1.xml"] = sheet_part("slicers", about)

    def filter(self) -> None:
        kept = f'<filters><filter val="{self.maker.word()}"/></filters>'
        self.after += f'<autoFilter ref="A1:B2"><filterColumn colId="0">{kept}</filterColumn></autoFilter>'

    def scenario(self) -> None:
        self.after += f'<scenarios><scenario name="{self.maker.word()}" comment="{self.maker.phrase()}"/></scenarios>'

    def control(self) -> None:
        items = f'<itemLst><item val="{self.maker.word()}"/></itemLst>'
        self.parts["xl/ctrlProps/ctrlProp1.xml"] = sheet_part("formControlPr", items)

    def unknown_extension(self) -> None:
        self.after += f"<extLst><ext><nowosc><opis>{self.maker.word()}</opis></nowosc></ext></extLst>"

    def merged(self) -> None:
        self.after += '<mergeCells><mergeCell ref="B2:C2"/></mergeCells>'


_BESIDE = (
    *(Sheets.comment, Sheets.threaded_comment, Sheets.link, Sheets.prompt, Sheets.page_header, Sheets.drawing),
    *(Sheets.properties, Sheets.unknown_extension, Sheets.merged, Sheets.pivot_table, Sheets.slicer, Sheets.filter),
    *(Sheets.scenario, Sheets.control),
)
