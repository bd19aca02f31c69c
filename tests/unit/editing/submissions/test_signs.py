"""What a file shows by other means than letters: signs of typefaces, raised digits, formulas, numbers of lists."""

from collections.abc import Mapping
from itertools import product
from typing import Any

import pytest
from tests.support.documents import document, documents
from tests.support.office import OFFERED, noted, read_document
from tests.support.submissions import PL

from bench.office_files.packing import docx, ods, ods_rows, odt, rows_xml, word_part, xlsx
from goodpractices.editing import UnusableSubmission
from goodpractices.editing.submissions.reading_files import read_file
from goodpractices.editing.submissions.submission import Submission

TITLE = ["## Nazwa praktyki", "Las"]
BODY = "## Na czym to polega"
SUPER = (
    '<style:style style:name="SUP" style:family="text"><style:text-properties style:text-position="{}"/></style:style>'
)


def run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*inside: str) -> str:
    return f"<w:p>{''.join(inside)}</w:p>"


def told(*body: str, **parts: str) -> Submission:
    """A document with the answer to one question."""
    return read_document(docx([*TITLE, BODY, *body], {f"{name}.xml": each for name, each in parts.items()}))


def answer(*body: str, **parts: str) -> str:
    read = told(*body, **parts)
    assert [note for note in noted(read) if note[0] == "lost"] == []
    return read.answers["solution"]


@pytest.mark.parametrize(
    ("font", "code", "sign"),
    [
        ("Calibri", "20AC", "€"),
        ("Symbol", "F0B1", "±"),
        ("Symbol", "F0A3", "≤"),
        ("Wingdings", "F0A3", "☐"),
        ("Wingdings", "F0E0", "→"),
    ],
)
def test_a_sign_is_that_of_its_typeface(font: str, code: str, sign: str) -> None:
    assert (
        answer(paragraph(run("20 "), f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>', run("x"))) == f"20 {sign}x"
    )


@pytest.mark.parametrize("case", documents(), ids=lambda case: case["claim"])
def test_a_document_says_what_the_form_reads_in_it(case: Mapping[str, Any]) -> None:
    read = read_document(document(case))
    assert " ".join(read.answers["title"].split()) == case.get("title", "Las")
    assert read.answers.get("challenge") == case.get("challenge")
    beside = [f"{label}: {' / '.join(filter(None, words.splitlines()))}" for label, words in read.leftovers]
    assert beside == case.get("beside", [])
    unseen = ("hidden", "struck", "removed", "moved")
    for each in unseen:
        assert [words for kind, _, words in noted(read) if kind == each] == case.get(each, [])
    assert [words for kind, _, words in noted(read) if kind not in unseen] == case.get("asked", [])


def test_a_sign_that_nobody_knows_is_asked_about() -> None:
    read = told(paragraph(run("20"), '<w:r><w:sym w:font="Logo Gminy" w:char="F0EE"/></w:r>'))
    assert noted(read) == [("sign", "pod „Na czym to polega”", "Logo Gminy F0EE")]


def test_letters_of_a_typeface_of_signs_are_those_signs() -> None:
    fonts = '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'
    assert answer(paragraph(run("\uf0b3", fonts), run("18 lat"))) == "≥18 lat"


@pytest.mark.parametrize(("place", "shown"), [("superscript", "10⁶ zł"), ("subscript", "10₆ zł")])
def test_a_raised_digit_is_none_of_the_number_before(place: str, shown: str) -> None:
    look = f'<w:vertAlign w:val="{place}"/>'
    assert answer(paragraph(run("10"), run("6", look), run(" zł"))) == shown
    raised = f'<r><rPr><vertAlign val="{place}"/></rPr><t>6</t></r>'
    rich = f'<is><r><t>10</t></r>{raised}<r><t xml:space="preserve"> zł</t></r></is>'
    rows = rows_xml([["Nazwa praktyki", "Na czym to polega"], ["Las", f"<c r='@' t='inlineStr'>{rich}</c>"]])
    (read,) = read_file(xlsx({"Arkusz1": rows}), ".xlsx", PL, OFFERED)
    assert (read.answers["solution"], noted(read)) == (shown, [])


@pytest.mark.parametrize(
    ("position", "shown"),
    [("super 58%", "10⁶ zł"), ("33% 58%", "10⁶ zł"), ("-8% 58%", "10₆ zł"), ("0% 100%", "106 zł")],
)
def test_libreoffice_raises_digits_too(position: str, shown: str) -> None:
    words = "10<text:span text:style-name='SUP'>6</text:span> zł"
    text = odt([*TITLE, BODY, f"<text:p>{words}</text:p>"], SUPER.format(position))
    cell = f"<table:table-cell><text:p>{words}</text:p></table:table-cell>"
    sheet = ods({"A1": ods_rows([["Nazwa praktyki", "Na czym to polega"], ["Las", cell]])}, SUPER.format(position))
    for ending, data in ((".odt", text), (".ods", sheet)):
        (read,) = read_file(data, ending, PL, OFFERED)
        assert read.answers["solution"] == shown


def math(inside: str) -> str:
    return f"<m:oMath>{inside}</m:oMath>"


def part(name: str, text: str) -> str:
    return f"<m:{name}><m:r><m:t>{text}</m:t></m:r></m:{name}>"


@pytest.mark.parametrize(
    ("formula", "shown"),
    [
        (f"<m:f>{part('num', '1')}{part('den', '2')}</m:f>", "1/2"),
        (f"<m:f>{part('num', 'a+b')}{part('den', '2')}</m:f>", "(a+b)/2"),
        (f"<m:sSup>{part('e', '10')}{part('sup', '6')}</m:sSup>", "10⁶"),
        (f"<m:sSub>{part('e', 'x')}{part('sub', 'min')}</m:sSub>", "x_min"),
        (f"<m:rad><m:radPr/>{part('deg', '3')}{part('e', '27')}</m:rad>", "³√(27)"),
        (f"<m:d>{part('e', '5')}</m:d>", "(5)"),
        (
            f"<m:nary><m:naryPr><m:chr m:val='∑'/></m:naryPr>{part('sub', '1')}{part('sup', '9')}"
            f"{part('e', '7')}</m:nary>",
            "∑₁⁹(7)",
        ),
    ],
)
def test_a_formula_on_one_line_means_the_same(formula: str, shown: str) -> None:
    assert answer(paragraph(run("ok. "), math(formula), run(" etatu"))) == f"ok. {shown} etatu"
    assert answer(f"<m:oMathPara>{math(formula)}</m:oMathPara>") == shown


def numbered(text: str, depth: str = "0") -> str:
    return f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr></w:pPr>{run(text)}</w:p>'


@pytest.mark.parametrize(
    ("level", "override", "shown"),
    [
        ("<w:start w:val='5'/><w:lvlText w:val='%1.'/>", "", "5. raz\n\n6. dwa"),
        ("<w:start w:val='1'/><w:lvlText w:val='Etap %1:'/>", "", "Etap 1: raz\n\nEtap 2: dwa"),
        (
            "<w:lvlText w:val='%1.'/>",
            "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='3'/></w:lvlOverride>",
            "3. raz\n\n4. dwa",
        ),
    ],
)
def test_a_list_counts_as_its_file_says(level: str, override: str, shown: str) -> None:
    first = f"<w:lvl w:ilvl='0'><w:numFmt w:val='decimal'/>{level}</w:lvl>"
    kind = f"<w:abstractNum w:abstractNumId='0'>{first}</w:abstractNum>"
    lists = word_part("numbering", f"{kind}<w:num w:numId='1'><w:abstractNumId w:val='0'/>{override}</w:num>")
    assert answer(numbered("raz"), numbered("dwa"), numbering=lists) == shown


def test_lists_of_libreoffice_count_as_their_file_says() -> None:
    def item(words: str, about: str = "") -> str:
        return f"<text:list-item {about}><text:p>{words}</text:p></text:list-item>"

    first = item("raz", "text:start-value='5'")
    lists = f"<text:list text:style-name='NUMERY'>{first}{item('dwa')}</text:list>"
    on = f"<text:list text:style-name='NUMERY' text:continue-numbering='true'>{item('trzy')}</text:list>"
    (read,) = read_file(odt([*TITLE, BODY, lists, on]), ".odt", PL, OFFERED)
    assert read.answers["solution"] == "5. raz\n\n6. dwa\n\n7. trzy"


def test_what_a_field_asks_for_is_not_what_it_shows() -> None:
    def sign(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    def field(instruction: str, shown: str) -> str:
        asked = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        return sign("begin") + asked + sign("separate") + run(shown) + sign("end")

    inner = f"{sign('begin')}<w:r><w:instrText>IF </w:instrText></w:r>{field('MERGEFIELD K', '3')}"
    read = told(paragraph(inner, sign("separate"), run("Tak"), sign("end")))
    assert read.answers["solution"] == "Tak"
    assert noted(read) == [("hidden", "pod „Na czym to polega”", "3")]
    assert ("lost", "W zgłoszeniu", "\\f(3;4)") in noted(told(paragraph(run("ok. "), field("EQ \\f(3;4)", ""))))
    tip = "HYPERLINK &quot;https://example.org/a&quot; \\o &quot;Raport&quot;"
    assert ("lost", "W zgłoszeniu", "Raport") in noted(told(paragraph(field(tip, "tu"))))


@pytest.mark.parametrize(
    "inside",
    [
        '<w:p><w:r><w:pict><v:shape alt="Wykres: 784 osoby"/></w:pict></w:r></w:p>',
        '<w:tbl><w:tblPr><w:tblCaption w:val="Wykres: 784 osoby"/></w:tblPr><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>',
    ],
)
def test_descriptions_of_pictures_and_tables_are_asked_about(inside: str) -> None:
    assert ("lost", "W zgłoszeniu", "Wykres: 784 osoby") in noted(told("x", inside))


def test_a_note_keeps_its_blanks_and_what_was_removed_stands_apart() -> None:
    gone = "<w:del><w:r><w:delText>300</w:delText></w:r></w:del>"
    inside = f"<w:p><w:r><w:t>2019</w:t><w:br/><w:t>400</w:t><w:tab/><w:t>osób</w:t></w:r>{gone}</w:p>"
    notes = word_part("footnotes", f"<w:footnote w:id='2'>{inside}</w:footnote>")
    read = told(paragraph(run("x"), '<w:r><w:footnoteReference w:id="2"/></w:r>'), footnotes=notes)
    place = "pod „Na czym to polega”"
    assert noted(read) == [("footnote", place, "2019\n400\tosób"), ("removed", place, "300")]


def test_a_page_that_is_all_boxes_is_read() -> None:
    words = "".join(map(paragraph, map(run, ["Nazwa praktyki", "Las", "Na czym to polega", "Sadzimy."])))
    box = f"<w:txbxContent>{words}</w:txbxContent>"
    newer = f"<w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>"
    older = f"<w:pict><v:textbox>{box}</v:textbox></w:pict>"
    both = (
        f"<mc:AlternateContent><mc:Choice>{newer}</mc:Choice><mc:Fallback>{older}</mc:Fallback></mc:AlternateContent>"
    )
    read = read_document(docx([paragraph(f"<w:r>{both}</w:r>")]))
    assert dict(read.answers) == {"title": "Las", "solution": "Sadzimy."}


def test_a_spreadsheet_says_characters_by_their_codes() -> None:
    rows = [
        ["Nazwa_x000a_praktyki", "Na czym to_x000D_\npolega"],
        ["Las", "raz_x000D_\ndwa _x005F_x0041_ _xD83D_ a_x_b"],
    ]
    (read,) = read_file(xlsx({"Arkusz1": rows_xml(rows)}), ".xlsx", PL, OFFERED)
    assert read.answers["solution"].replace("\r", "") == "raz\ndwa _x0041_ _xD83D_ a_x_b"


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ('"Gmina "@', "Gmina Sopot"),
        ('0;-0;0;"Gmina "@', "Gmina Sopot"),
        ("@", "Sopot"),
        ("0", "Sopot"),
        (";;;", "Sopot"),
    ],
)
def test_a_text_is_shown_in_its_format_too(code: str, shown: str) -> None:
    cell = "<c r='@' s='1' t='inlineStr'><is><t>Sopot</t></is></c>"
    rows = rows_xml([["Nazwa praktyki", "Na czym to polega"], ["Las", cell]])
    (read,) = read_file(xlsx({"Arkusz1": rows}, [code]), ".xlsx", PL, OFFERED)
    assert read.answers["solution"] == shown


def test_boxes_of_a_form_say_whether_they_are_ticked() -> None:
    boxes = "".join(
        f"<form:checkbox xmlns:form='f' form:label='{name}' form:current-state='{state}'/>"
        for name, state in (("projekt", "checked"), ("program", "unchecked"))
    )
    (read,) = read_file(odt([*TITLE, f"<office:forms>{boxes}</office:forms>"]), ".odt", PL, OFFERED)
    assert noted(read) == [("lost", "W zgłoszeniu", "☒ projekt / ☐ program")]


CODED = "Nazwa praktyki: =C5=81=C4=85ka"
HEADS = ["MIME-Version: 1.0", "Content-Transfer-Encoding: base64", "Content-Type: multipart/alternative; boundary=b"]


@pytest.mark.parametrize("text", [CODED, *(f"Od: A\n{head}\n\nNazwa praktyki: Las" for head in HEADS)])
def test_a_letter_as_programs_send_it_is_not_taken_for_its_words(text: str) -> None:
    with pytest.raises(UnusableSubmission) as refused:
        read_file(text.encode(), ".txt", PL, OFFERED)
    assert [fault.key for fault in refused.value.faults] == ["not_read.mail"]


@pytest.mark.parametrize(("mark", "colon"), [*product(("**", "*", "__"), (True, False))])
def test_a_question_in_bold_may_be_answered_behind_it(mark: str, colon: bool) -> None:
    label = f"{mark}Nazwa praktyki:{mark}" if colon else f"{mark}Nazwa praktyki{mark}:"
    (read,) = read_file(f"{label} Las\n\n{mark}bardzo{mark} duży".encode(), ".txt", PL, OFFERED)
    assert read.answers["title"].startswith("Las")
    assert f"{mark}bardzo{mark} duży" in read.answers["title"]


def test_a_box_within_a_box_is_read_once() -> None:
    box = run("na dnie")
    for _ in range(20):  # each of them would be read twice in the one around it
        box = f"<w:r><w:pict><w:txbxContent>{paragraph(box)}</w:txbxContent></w:pict></w:r>"
    place = "pod „Na czym to polega”"
    assert noted(told("x", paragraph(box))) == [("text_box", place, "na dnie")]
