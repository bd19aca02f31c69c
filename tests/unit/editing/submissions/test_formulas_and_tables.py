"""Formulas on one line, cells of tables as text, and the lines of entries that are written anew."""

from xml.etree.ElementTree import fromstring

import pytest
from tests.support.office import ASKED

from bench.office_files.packing import sheet_part, xlsx
from goodpractices.editing import UnusableSubmission
from goodpractices.editing.entry_text import entry_text, with_lines, yaml_text
from goodpractices.editing.submissions.delimited import cells_of, decoded, read_csv
from goodpractices.editing.submissions.reading.controls import ticked_controls
from goodpractices.editing.submissions.reading.formulas import formula
from goodpractices.editing.submissions.reading.package import opened


def t(text: str) -> str:
    return f"<r><t>{text}</t></r>"


@pytest.mark.parametrize(
    ("xml", "shown"),
    [
        (f"<f><num>{t('1')}</num><den>{t('2')}</den></f>", "1/2"),
        (f"<f><num>{t('a+b')}</num><den>{t('2c')}</den></f>", "(a+b)/2c"),
        (f"<sSup><e>{t('10')}</e><sup>{t('6')}</sup></sSup>", "10⁶"),
        (f"<sSub><e>{t('x')}</e><sub>{t('1')}</sub></sSub>", "x₁"),
        (f"<sSubSup><e>{t('x')}</e><sub>{t('i')}</sub><sup>{t('n+1')}</sup></sSubSup>", "x_i^(n+1)"),
        (f"<rad><deg>{t('3')}</deg><e>{t('8')}</e></rad>", "³√(8)"),
        (f"<rad><radPr/><e>{t('8')}</e></rad>", "√(8)"),
        (
            f"<nary><naryPr><chr val='∑'/></naryPr><sub>{t('1')}</sub><sup>{t('9')}</sup><e>{t('x')}</e></nary>",
            "∑₁⁹(x)",
        ),
        (f"<nary><e>{t('x')}</e></nary>", "∫(x)"),
        (f"<d><e>{t('a')}</e><e>{t('b')}</e></d>", "(a|b)"),
        (
            f"<d><dPr><begChr val='['/><endChr val=']'/><sepChr val=','/></dPr><e>{t('a')}</e><e>{t('b')}</e></d>",
            "[a,b]",
        ),
        (f"<m><mPr>{t('x')}</mPr><mr><e>{t('1')}</e><e>{t('2')}</e></mr><mr><e>{t('3')}</e></mr></m>", "1, 2; 3"),
        (f"<eqArr><e>{t('a')}</e><e>{t('b')}</e></eqArr>", "a; b"),
        (f"<limLow><limLowPr>{t('x')}</limLowPr><e>{t('lim')}</e><lim>{t('n')}</lim></limLow>", "lim n"),
        (f"<func><fName>{t('sin')}</fName><e>{t('x')}</e></func>", "sin x"),
        (f"<oMath><ctrlPr>{t('x')}</ctrlPr>{t('a')}{t('b')}</oMath>", "ab"),
        ("<t/>", ""),
    ],
)
def test_a_formula_stands_on_one_line(xml: str, shown: str) -> None:
    assert formula(fromstring(xml)) == shown  # noqa: S314  # our own words


def control(shape: str, kind: str, checked: str, *, name: str = "") -> list[tuple[str, str]]:
    second = f'<control shapeId="{shape}" r:id="c1"/>'
    of_sheet = f'<controls><control shapeId="{shape}" r:id="c1" name="{name}"/>{second}</controls>'
    text = "<xdr:txBody><a:t>Zgoda </a:t><a:t>tak</a:t></xdr:txBody>"
    about = f'<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="7"/></xdr:nvSpPr>{text}</xdr:sp>'
    data = xlsx(
        {"A": "<sheetData/>" + of_sheet},
        parts={
            "xl/ctrlProps/p1.xml": sheet_part(f"formControlPr objectType='{kind}'{checked}", ""),
            "xl/drawings/d1.xml": sheet_part("xdr:wsDr", about),
        },
        of_sheet={"c1": ("ctrlProp", "../ctrlProps/p1.xml"), "d1": ("drawing", "../drawings/d1.xml")},
    )
    return [*ticked_controls(opened(data))]


def test_a_box_of_a_sheet_has_its_tick_and_the_words_of_its_shape() -> None:
    part = "xl/ctrlProps/p1.xml"
    assert control("7", "CheckBox", " checked='Checked'") == [(part, "☒ Zgoda  tak")]
    assert control("7", "Radio", "") == [(part, "☐ Zgoda  tak")]
    assert control("7", "CheckBox", " checked='Unchecked'") == [(part, "☐ Zgoda  tak")]
    assert control("8", "CheckBox", " checked='Mixed'", name="Pole 1") == [(part, "☒ Pole 1")]
    assert control("8", "CheckBox", "") == [(part, "☐ ")]
    assert control("7", "Button", "") == []


def test_a_table_as_text_has_as_many_cells_as_may_be_read() -> None:
    assert cells_of("a;b\nc;", ";") == [["a", "b"], ["c", ""]]
    assert cells_of("a;b\nc", ";", 3) == [["a", "b"], ["c"]]
    for text, most in (("a;b\nc;d", 3), ("x" * (4 * 1024 * 1024 + 1), 9)):
        with pytest.raises(UnusableSubmission) as refused:
            cells_of(text, ";", most)
        assert [each.key for each in refused.value.faults] == ["submission.too_many_elements"]
    assert cells_of("x" * (4 * 1024 * 1024), ";") == [["x" * (4 * 1024 * 1024)]]
    assert cells_of("", ";") == []


def test_the_sign_that_parts_cells_is_the_one_with_most_questions_then_most_cells() -> None:
    assert read_csv("Nazwa praktyki,Źródła\na;b;c,d\n".encode(), ASKED)[1] == ["a;b;c", "d"]
    assert read_csv(b"a|b;c\nd|e|f;g\n", ASKED) == [["a", "b;c"], ["d", "e", "f;g"]]
    assert read_csv(b"a|b;c;d\ne|f|g|h;i\n", ASKED) == [["a|b", "c", "d"], ["e|f|g|h", "i"]]
    assert read_csv(b"a;b\n", ASKED) == [["a", "b"]]


@pytest.mark.parametrize("encoding", ["cp1250", "iso-8859-2", "cp852", "mac_latin2", "utf-16", "utf-8-sig"])
def test_the_encoding_of_a_text_is_the_one_with_its_questions_and_letters(encoding: str) -> None:
    text = "Źródła: żółta łąka, ślad, ćma\n"
    assert decoded(text.encode(encoding), ASKED) == text


def test_lines_of_an_entry_are_exchanged_and_all_others_stay() -> None:
    assert with_lines("a\nb\nc\nd", (2, 4), "x\ny\n") == "a\nx\ny\nd"
    assert with_lines("a\nb", (2, 2), "x") == "a\nx\nb"
    assert with_lines("a\nb", (1, 2), "") == "b"


def test_an_entry_says_its_fields_and_then_its_story() -> None:
    same = {"a": "1"}
    record = {
        "id": "x",
        "title": "Łąka",
        "media": [same, same],
        "solution": " raz\n",
        "languages": ["pl"],
        "derived": 1,
    }
    assert (
        entry_text(record, "pl") == "---\ntitle: Łąka\nmedia:\n- a: '1'\n- a: '1'\n---\n\n## Na czym to polega\n\nraz\n"
    )
    assert entry_text({"title": "x"}, "pl") == "---\ntitle: x\n---\n"
    lines = yaml_text({"b": "raz\ndwa", "a": "x " * 70}).split("\n")
    assert lines[:3] == ["b: |-", "  raz", "  dwa"]
    assert [len(each) > 100 for each in lines[3:]] == [True, False, False]
