"""Office files made to take all time or memory, and harmless variants of the formats."""

from bench.office_files import docx, ods, odt, xlsx
from bench.office_files.packing import packed, relations
from goodpractices.editing.submissions.reading import package


def package_of(main: str, content: bytes) -> bytes:
    return packed({"_rels/.rels": relations({"r": ("officeDocument", main)}), main: content})


UNCLOSED = b"<document>" + b"<a>" * 400_000
REPEATED = (
    "<table:table-row table:number-rows-repeated='1000000'><table:table-cell table:number-columns-repeated='200'>"
    "<text:p>x</text:p></table:table-cell></table:table-row>"
)
FAR = "<sheetData><row r='1048576'><c r='XFD1048576' t='str'><v>Nazwa praktyki</v></c></row></sheetData>"

OFFICE_FILES: tuple[tuple[str, bytes, str], ...] = (
    (".docx", package_of("word/document.xml", UNCLOSED), "submission.too_many_elements"),
    (".docx", package_of("word/document.foo", UNCLOSED), "submission.too_many_elements"),
    (
        ".docx",
        package_of("word/document.xml", b"<document>" + b"<a b='' c=''/>" * 300_000),
        "submission.too_many_elements",
    ),
    (
        ".docx",
        package_of("word/d.xml", b"<d " + b"".join(b"a%d='' " % n for n in range(200_000)) + b"/>"),
        "submission.hostile",
    ),
    (".docx", package_of("word/document.xml", b"<d><!--" + b"x" * 2_000_000 + b"--></d>"), "submission.hostile"),
    (
        ".docx",
        package_of("word/document.xml", b"<d>" + b" " * (package.MAX_XML + 1) + b"</d>"),
        "submission.too_much_packed",
    ),
    (".docx", docx(["Nazwa praktyki: Las", "<w:tbl><w:tr><w:tc>" * 50]), "submission.broken"),
    (".xlsx", xlsx({"A": FAR}), "submission.too_many_rows"),
    (".ods", ods({"A": REPEATED}), "submission.too_many_elements"),
    (".odt", odt(["Nazwa praktyki: Las", "<text:p><text:s text:c='999999999999'/></text:p>"]), "Las"),
    (".xlsx", docx(["Nazwa praktyki: Las"]), "Las"),
    (".docx", odt(["Nazwa praktyki: Las"]), "Las"),
    (".docx", packed({"a.txt": "x"}), "submission.broken"),
    (
        ".docx",
        packed({"ppt/x.xml": "<presentation/>", "_rels/.rels": relations({"r": ("officeDocument", "ppt/slides.xml")})}),
        "not_read.slides",
    ),
)
"""The ending, the file, and the fault that stops its reading; a harmless one has its title instead."""
