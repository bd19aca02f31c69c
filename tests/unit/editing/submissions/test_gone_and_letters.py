"""Text of Word that is deleted or moved in whatever wraps it, and letters in plain text line by line."""

from typing import Any

import pytest
from tests.support.office import ASKED, OFFERED
from tests.support.submissions import PL

from bench.office_files.packing import docx, rows_xml, run, xlsx
from goodpractices.editing import UnusableSubmission
from goodpractices.editing.submissions.issue_text import is_source_of_mail, read_text
from goodpractices.editing.submissions.reading import xlsx as of_excel
from goodpractices.editing.submissions.reading.docx import read_document
from goodpractices.editing.submissions.reading.package import opened
from goodpractices.editing.submissions.reading.values import Aside, DocumentTable, Paragraph, paragraphs
from goodpractices.editing.submissions.reading_files import MAX_TEXT, read_file, read_plain

TITLE, SOURCES, BODY = (PL(f"ask.{name}") for name in ("title", "sources", "solution"))


def alternatives(inside: str) -> str:
    return f"<mc:AlternateContent><mc:Choice>{inside}</mc:Choice></mc:AlternateContent>"


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (run("b"), "b"),
        (f"<w:hyperlink>{run('b')}</w:hyperlink>", "b"),
        (f'<w:hyperlink r:id="r1">{run("b")}</w:hyperlink>', "b (https://example.org/a)"),
        (
            f'<w:fldSimple w:instr=" HYPERLINK https://example.org/b ">{run("b")}</w:fldSimple>',
            "b (https://example.org/b)",
        ),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('b')}</w:sdtContent></w:sdt>", "b"),
        (f"<w:sdt><w:sdtPr><w14:checkbox/></w:sdtPr><w:sdtContent>{run('bb')}</w:sdtContent></w:sdt>", "☐bb"),
        (f"<w:smartTag>{run('b')}</w:smartTag>", "b"),
        (alternatives(run("b")), "b"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B1"/></w:r>', "±"),
        ('<w:r><w:sym w:font="Logo" w:char="F0EE"/></w:r>', ""),
        ("<w:r><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "b\nc"),
        ("<m:oMath><m:r><m:t>b</m:t></m:r></m:oMath>", "b"),
        (FIELD, "☒"),
        (f"<w:r>{alternatives('<w:t>b</w:t>')}</w:r>", "b"),
        ("<w:r><w:inny><w:r><w:t>b</w:t></w:r></w:inny></w:r>", "b"),
        ("<w:ruby><w:rt><w:r><w:t>b</w:t></w:r></w:rt></w:ruby>", "(b)"),
        (f"<w:moveTo>{run('b')}</w:moveTo>", "b"),
    ],
)
@pytest.mark.parametrize(("tag", "kind"), [("del", "removed"), ("moveFrom", "moved")])
def test_what_is_deleted_or_moved_is_so_in_whatever_wraps_it(tag: str, kind: str, inside: str, text: str) -> None:
    body = f"<w:p>{run('a')}<w:{tag}>{inside}</w:{tag}></w:p>"
    (block,) = read_document(opened(docx([body], links={"r1": "https://example.org/a"}))).blocks
    assert isinstance(block, Paragraph)
    assert block.text == "a"
    assert [each.text for each in block.asides if each.kind == kind] == ([text] if text else [])


@pytest.mark.parametrize(
    "wrapped",
    [
        "{}",
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<mc:AlternateContent><mc:Choice>{}</mc:Choice></mc:AlternateContent>",
        "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>",
        "<w:customXml>{}</w:customXml>",
    ],
)
def test_blocks_that_are_deleted_are_so_in_whatever_wraps_them(wrapped: str) -> None:
    paragraph = f"<w:p>{run('b')}</w:p>"
    blocks = read_document(opened(docx([f"<w:del>{wrapped.format(paragraph)}</w:del>"]))).blocks
    (found,) = paragraphs(blocks)
    assert (found.text, found.asides) == ("", (Aside("removed", "b"),))
    assert all(isinstance(each, Paragraph | DocumentTable) for each in blocks)


def test_a_sheet_beyond_the_fiftieth_is_not_read() -> None:
    data = xlsx({f"A{n}": rows_xml([["a"]]) for n in range(51)})
    assert len(of_excel.read_workbook(opened(data)).sheets) == 50


def test_days_are_counted_from_1900_where_a_file_says_nothing_of_it() -> None:
    data = xlsx({"A": rows_xml([['<c r="@" s="1"><v>45000</v></c>']])}, ["yyyy"])
    package = opened(data)
    package.trees["xl/workbook.xml"].append(package.trees["xl/workbook.xml"].makeelement("workbookPr", {}))
    assert of_excel.read_workbook(package).sheets[0].rows[0][0].text == "2023"


# --- Letters


def answers(text: str) -> dict[str, Any]:
    return dict(read_text(text, ASKED).submissions[0].answers)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{TITLE}: Las\n{SOURCES}: raport", {"title": "Las", "sources": "raport"}),
        (f"**{TITLE}:** Las\n__{SOURCES}__: raport", {"title": "Las", "sources": "raport"}),
        (f"*{TITLE}*: Las\n_{SOURCES}:_ raport", {"title": "Las", "sources": "raport"}),
        (f"**{TITLE}**\nLas\n\n{SOURCES}\nraport", {"title": "Las", "sources": "raport"}),
        (f"# {TITLE} #\nLas\n##### {SOURCES}\nraport", {"title": "Las", "sources": "raport"}),
        (f"| {TITLE} | Las |\n|---|---|\n| {SOURCES} | raport |", {"title": "Las", "sources": "raport"}),
        (f"{TITLE}\n=====\nLas\n{SOURCES}\n-----\nraport", {"title": "Las", "sources": "raport"}),
        (f"{TITLE}: Las\n{BODY}:\nraz\ndwa\n\ntrzy", {"title": "Las", "solution": "raz\ndwa\n\ntrzy"}),
        (f"{TITLE}: Las\n{BODY}: **raz** i dwa", {"title": "Las", "solution": "**raz** i dwa"}),
    ],
)
def test_a_letter_answers_however_its_questions_are_marked(text: str, told: dict[str, str]) -> None:
    assert answers(text) == told


def test_the_head_of_a_message_stands_beside_a_letter_if_it_has_two_lines() -> None:
    (read,) = read_text(f"Od: a\nTemat: b\n\n{TITLE}: Las", ASKED).submissions
    assert [(each.kind, each.words) for each in read.notes] == [("mail", "Od: a\nTemat: b")]
    (alone,) = read_text(f"Od: a\n\n{TITLE}: Las", ASKED).submissions
    assert (alone.notes, alone.leftovers) == ((), ((PL("submission.before"), "Od: a"),))


@pytest.mark.parametrize(
    ("text", "is_source"),
    [
        ("a\nMIME-Version: 1.0\n", True),
        ("content-type: text/plain", True),
        ("Content-Transfer-Encoding: 8bit", True),
        ("Content-Type: image/png", False),
        (" MIME-Version: 1.0", False),
        ("g=C5=82os", True),
        ("x =E2=80=93 y", True),
        ("a=C1=82", False),
    ],
)
def test_a_letter_as_programs_send_it_is_known(text: str, is_source: bool) -> None:
    assert is_source_of_mail(text) == is_source


def test_a_text_is_read_up_to_a_size_that_is_told() -> None:
    exact = f"{TITLE}: Las\n".encode()
    for ending in (".txt", ".md"):
        whole = exact + b" " * (MAX_TEXT - len(exact))
        assert read_file(whole, ending, PL, OFFERED)[0].answers == {"title": "Las"}
        with pytest.raises(UnusableSubmission) as refused:
            read_file(whole + b" ", ending, PL, OFFERED)
        assert [(each.key, dict(each.params)) for each in refused.value.faults] == [
            ("submission.too_large", {"max": 1})
        ]
    with pytest.raises(UnusableSubmission) as refused:
        read_plain(b" " * (MAX_TEXT + 1), ".txt", PL, OFFERED)
    assert [(each.key, dict(each.params)) for each in refused.value.faults] == [("submission.too_large", {"max": 1})]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_of_a_letter_may_end_in_any_way(end: str) -> None:
    assert answers(f"{TITLE}{end}Las{end}{end}{SOURCES}{end}raport") == {"title": "Las", "sources": "raport"}
