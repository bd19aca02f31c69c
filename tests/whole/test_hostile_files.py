"""Files made to take all time or memory: refused with a sentence, before anything is built of them."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from tests.support.office import OFFERED
from tests.support.submissions import PL

from bench.office_files import docx, ods, odt, xlsx
from bench.office_files.packing import packed, relations
from goodpractices.editing import UnusableSubmission
from goodpractices.editing.submissions.reading import package
from goodpractices.editing.submissions.reading_files import read_file


def package_of(main: str, content: bytes) -> bytes:
    return packed({"_rels/.rels": relations({"r": ("officeDocument", main)}), main: content})


def answer(ending: str, data: bytes) -> str:
    """The fault that stops the reading of a file, or the title that was read."""
    try:
        return read_file(data, ending, PL, OFFERED)[0].answers.get("title", "")
    except UnusableSubmission as refused:
        return refused.faults[0].key


UNCLOSED = b"<document>" + b"<a>" * 400_000
REPEATED = (
    "<table:table-row table:number-rows-repeated='1000000'><table:table-cell table:number-columns-repeated='200'>"
    "<text:p>x</text:p></table:table-cell></table:table-row>"
)
FAR = "<sheetData><row r='1048576'><c r='XFD1048576' t='str'><v>Nazwa praktyki</v></c></row></sheetData>"


@pytest.mark.parametrize(
    ("ending", "data", "expected"),
    [
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
            packed(
                {"ppt/x.xml": "<presentation/>", "_rels/.rels": relations({"r": ("officeDocument", "ppt/slides.xml")})}
            ),
            "not_read.slides",
        ),
    ],
)
def test_more_than_there_may_be_is_refused_and_harmless_variants_are_read(
    ending: str, data: bytes, expected: str
) -> None:
    assert answer(ending, data) == expected


def test_depth_is_limited() -> None:
    deep = b"<a>" * package.MAX_DEPTH + b"</a>" * package.MAX_DEPTH
    package.opened(packed({"a.xml": deep}))
    with pytest.raises(UnusableSubmission):
        package.opened(packed({"a.xml": b"<a>" + deep + b"</a>"}))


def test_a_part_that_says_it_is_small_is_read_no_further() -> None:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr("a.xml", b"<a>" + b" " * 1_000_000 + b"</a>")
    lying = out.getvalue().replace((1_000_007).to_bytes(4, "little"), (100).to_bytes(4, "little"))
    assert answer(".docx", lying) == "submission.broken"
