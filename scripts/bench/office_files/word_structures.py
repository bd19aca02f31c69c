"""Structures of documents (DOCX), each a function that makes one up with words that have to arrive."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from .packing import paragraph, run, word_part

if TYPE_CHECKING:
    from .generating import Maker

_BOX = "<w:txbxContent>{}</w:txbxContent>"


def _p(*inside: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{''.join(inside)}</w:p>"


def plain(maker: Maker) -> str:
    return paragraph(maker.phrase())


def torn_word(maker: Maker) -> str:
    """A word over several runs, as spelling checks leave it."""
    word = maker.word()
    return _p(run(word[:3]), '<w:proofErr w:type="spellStart"/>', run(word[3:6], "<w:b/>"), run(word[6:]))


def inserted(maker: Maker) -> str:
    return _p(run(maker.word() + " "), f'<w:ins w:id="1" w:author="a">{run(maker.phrase())}</w:ins>')


def deleted(maker: Maker) -> str:
    gone = f'<w:del w:id="1" w:author="a"><w:r><w:delText>{maker.phrase()}</w:delText></w:r></w:del>'
    return _p(run(maker.word() + " "), gone, run(" " + maker.word()))


def deleted_inside_a_word(maker: Maker) -> str:
    first = maker.word()
    gone = f"<w:del><w:r><w:delText>{maker.word()}</w:delText></w:r></w:del>"
    return _p(run(first[:4]), gone, run(first[4:]))


def deleted_end_of_paragraph(maker: Maker) -> str:
    word = maker.word()
    return f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run(word[:4])}</w:p><w:p>{run(word[4:])}</w:p>"


def moved(maker: Maker) -> str:
    phrase = maker.phrase()
    return _p(f"<w:moveFrom>{run(phrase)}</w:moveFrom>") + _p(f"<w:moveTo>{run(phrase)}</w:moveTo>")


def moved_away(maker: Maker) -> str:
    return _p(run(maker.word()), f"<w:moveFrom>{run(maker.phrase())}</w:moveFrom>")


def control_around(maker: Maker) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph(maker.phrase())}</w:sdtContent></w:sdt>"


def control_inside(maker: Maker) -> str:
    inner = f"<w:sdt><w:sdtContent>{run(maker.word())}</w:sdtContent></w:sdt>"
    return _p(
        run(maker.word() + " "), f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    )


def prompt_of_somebody(maker: Maker) -> str:
    return _p(f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run(maker.phrase())}</w:sdtContent></w:sdt>")


def box_of_somebody(maker: Maker) -> str:
    state = maker.random.choice("01")
    box = f'<w:sdtPr><w14:checkbox><w14:checked w14:val="{state}"/></w14:checkbox></w:sdtPr>'
    return _p(f"<w:sdt>{box}<w:sdtContent>{run('☐')}</w:sdtContent></w:sdt>", run(" " + maker.phrase()))


def typed_box(maker: Maker) -> str:
    return paragraph(f"{maker.random.choice('☐☒☑✓')} {maker.phrase()}") if maker.words else plain(maker)


def old_form_field(maker: Maker) -> str:
    entries = "".join(f'<w:listEntry w:val="{each}"/>' for each in ("inne", maker.word()))
    begin = f'<w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/>{entries}</w:ddList></w:ffData>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    return _p(f"<w:r>{begin}</w:fldChar></w:r><w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r>", end)


def simple_field(maker: Maker) -> str:
    return _p(f'<w:fldSimple w:instr=" AUTHOR ">{run(maker.word())}</w:fldSimple>')


def box_of_an_old_form(maker: Maker) -> str:
    """A box with the field that Word writes around it, which shows nothing itself."""
    box = '<w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData>'
    begin = f'<w:r><w:fldChar w:fldCharType="begin">{box}</w:fldChar></w:r>'
    return _p(begin, _told("FORMCHECKBOX"), run(f" {maker.phrase()}"))


def entry_of_an_index(maker: Maker) -> str:
    told = f"XE &quot;{maker.word()}&quot;"
    return _p(run(maker.word()), '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', _told(told))


def branch_that_is_not_shown(maker: Maker) -> str:
    word = maker.word()
    told = f"IF 1 = 1 &quot;{word}&quot; &quot;{maker.word()}&quot;"
    return _p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', _told(told, run(word)))


def _told(instruction: str, shown: str = "") -> str:
    """The rest of a field: what it is told, and what it shows."""
    told = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return f'{told}<w:r><w:fldChar w:fldCharType="separate"/></w:r>{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def hidden_row(maker: Maker) -> str:
    cell = f"<w:tc>{paragraph(maker.phrase())}</w:tc>"
    seen = f"<w:tc>{paragraph(maker.word())}</w:tc>"
    return f"<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr>{cell}</w:tr><w:tr>{seen}</w:tr></w:tbl>"


def field_with_address(maker: Maker) -> str:
    begin, middle, end = (f'<w:r><w:fldChar w:fldCharType="{each}"/></w:r>' for each in ("begin", "separate", "end"))
    order = f'<w:r><w:instrText xml:space="preserve"> HYPERLINK "{maker.address()}" </w:instrText></w:r>'
    return _p(run(maker.word() + " "), begin, order, middle, run(maker.word()), end)


def field_that_shows_its_text(maker: Maker) -> str:
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{each}"/></w:r>' for each in ("begin", "end"))
    return _p(begin, f"<w:r><w:instrText> MACROBUTTON NoMacro {maker.word()}</w:instrText></w:r>", end)


def link(maker: Maker) -> str:
    name = f"rLink{len(maker.links)}"
    maker.links[name] = maker.address()
    return _p(run(maker.word() + " "), f'<w:hyperlink r:id="{name}">{run(maker.word())}</w:hyperlink>')


def link_that_nothing_uses(maker: Maker) -> str:
    maker.links[f"rLink{len(maker.links)}"] = maker.address()
    return plain(maker)


def smart_tag(maker: Maker) -> str:
    return _p(f'<w:smartTag w:element="x"><w:smartTagPr/>{run(maker.word())}</w:smartTag>')


def unknown_element(maker: Maker) -> str:
    if maker.random.random() < 0.5:
        return f"<w:nowosc>{paragraph(maker.word())}</w:nowosc>"
    return _p(f"<w:nowosc><w:coNowego>{run(maker.word())}</w:coNowego></w:nowosc>")


def unknown_text(maker: Maker) -> str:
    return _p(f"<w:r><w:nowyTekst>{maker.word()}</w:nowyTekst></w:r>")


def hidden(maker: Maker) -> str:
    look = maker.random.choice(("<w:vanish/>", '<w:rStyle w:val="Ukryty"/>', '<w:vanish w:val="true"/>'))
    return _p(run(maker.word() + " "), run(maker.phrase(), look))


def struck(maker: Maker) -> str:
    return _p(run(maker.word() + " "), run(maker.phrase(), maker.random.choice(("<w:strike/>", "<w:dstrike/>"))))


def bold(maker: Maker) -> str:
    return _p(run(maker.phrase(), "<w:b/>"))


def list_item(maker: Maker) -> str:
    level = maker.random.choice(("0", "0", "1", "2", "5"))
    numbers = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    return f"<w:p>{numbers}{run(maker.phrase())}</w:p>"


def own_heading(maker: Maker) -> str:
    text = " ".join(maker.word() for _ in range(maker.random.choice((1, 3, 25))))
    return _p(run(text), style=maker.random.choice(("Nagwek2", "Nagwek3"))) + ("" if len(text) % 2 else plain(maker))


def contents(maker: Maker) -> str:
    return _p(run("Nazwa praktyki\t1"), style="Spistreci1") + plain(maker)


def breaks_and_hyphens(maker: Maker) -> str:
    pieces = (f"<w:t>{maker.word()}</w:t>{each}" for each in ("<w:tab/>", "<w:br/>", "<w:noBreakHyphen/>", "<w:cr/>"))
    return _p(f"<w:r>{''.join(pieces)}<w:t>{maker.word()}</w:t></w:r>")


def formula(maker: Maker) -> str:
    return _p(f"<m:oMath><m:r><m:t>{maker.word()}</m:t></m:r></m:oMath>")


def ruby(maker: Maker) -> str:
    return _p(
        f"<w:r><w:ruby><w:rt>{run(maker.word())}</w:rt><w:rubyBase>{run(maker.word())}</w:rubyBase></w:ruby></w:r>"
    )


def text_box(maker: Maker) -> str:
    box = _BOX.format(paragraph(maker.phrase()))
    new = f"<mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
    old = f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
    return _p(run(maker.word()), f"<w:r><mc:AlternateContent>{new}{old}</mc:AlternateContent></w:r>")


def old_text_box(maker: Maker) -> str:
    word_art = f'<v:shape><v:textpath string="{maker.word()}"/></v:shape>'
    box = f"<v:textbox>{_BOX.format(paragraph(maker.phrase()))}</v:textbox>"
    return _p(f"<w:r><w:pict>{word_art}{box}</w:pict></w:r>")


def alternative_text(maker: Maker) -> str:
    drawing = f'<wp:inline><wp:docPr id="1" name="Obraz 1" descr="{maker.phrase()}"/></wp:inline>'
    return _p(f"<w:r><w:drawing>{drawing}</w:drawing></w:r>")


def comment(maker: Maker) -> str:
    return _noted(maker, "comment")


def footnote(maker: Maker) -> str:
    return _noted(maker, "footnote")


def endnote(maker: Maker) -> str:
    return _noted(maker, "endnote")


def _noted(maker: Maker, kind: str) -> str:
    number = str(len(maker.notes) + 5)
    maker.notes.append(f'{kind}|<w:{kind} w:id="{number}">{paragraph(maker.phrase())}</w:{kind}>')
    return _p(run(maker.word()), f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>')


def table(maker: Maker) -> str:
    """A table of figures; equal cells stay equal."""
    amount = str(maker.random.randint(10_000, 99_999))
    rows = [[maker.word(), maker.word()], [maker.word(), amount], [amount, amount]]
    maker.expect(amount)
    return _table([[paragraph(text) for text in row] for row in rows])


def spanned_table(maker: Maker) -> str:
    span = f'<w:tcPr><w:gridSpan w:val="{maker.random.choice((2, 3, 999))}"/></w:tcPr>'
    merge = '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>'
    rows = [[span + paragraph(maker.word())], [merge + paragraph(maker.word()), paragraph(maker.word())]]
    return _table([*rows, ["<w:tcPr><w:vMerge/></w:tcPr><w:p/>", paragraph(maker.word())]])


def nested_table(maker: Maker) -> str:
    inner = _table([[paragraph(maker.word()), paragraph(maker.phrase())]])
    return _table([[paragraph(maker.word()) + inner + "<w:p/>", paragraph(maker.word())]])


def form_table(maker: Maker) -> str:
    """Questions beside answers, in a table of somebody's own."""
    question, other = maker.random.choice((("Partnerzy", "Uwagi dla redakcji"), ("Koniec", "Dla kogo")))
    rows = [[question, maker.phrase()], [maker.word(), maker.phrase()], [other, maker.phrase()], [maker.phrase()]]
    return _table([[paragraph(text) for text in row] for row in rows])


def form_across(maker: Maker) -> str:
    rows = [["Partnerzy", "Uwagi dla redakcji", maker.word()], *([maker.phrase() for _ in range(3)] for _ in range(2))]
    return _table([[paragraph(text) for text in row] for row in rows])


def form_with_remarks(maker: Maker) -> str:
    """Questions beside answers, and beside those what somebody says of them."""
    head = ["Lp.", "Pytanie", "Odpowiedź", maker.random.choice(("Uwagi komisji", "Wskazówki", "Limit znaków"))]
    rows = [["1.", "Partnerzy", maker.phrase(), maker.phrase()], ["2.", "Dla kogo", maker.phrase(), ""]]
    return _table([[paragraph(text) for text in row] for row in (head, *rows)])


def form_below(maker: Maker) -> str:
    """A row of questions above a row of answers, in a form of one question a row."""
    rows = [["Partnerzy", "Uwagi dla redakcji"], [maker.phrase(), maker.phrase()], ["Dla kogo", maker.phrase()]]
    return _table([[paragraph(text) for text in row] for row in rows])


def questions_in_lines(maker: Maker) -> str:
    lines = (maker.word(), f"Partnerzy: {maker.phrase()}", "Dla kogo", maker.phrase())
    return _p(f"<w:r>{'<w:br/>'.join(f'<w:t>{each}</w:t>' for each in lines)}</w:r>")


def changed_row(maker: Maker) -> str:
    gone = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph(maker.word())}</w:tc></w:tr>"
    kept = f"<w:sdt><w:sdtContent><w:tr><w:tc>{paragraph(maker.word())}</w:tc></w:tr></w:sdtContent></w:sdt>"
    return f"<w:tbl>{gone}{kept}<w:tr><w:tc>{paragraph(maker.word())}</w:tc></w:tr></w:tbl>"


def _table(rows: list[list[str]]) -> str:
    return (
        "<w:tbl>"
        + "".join(f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in row)}</w:tr>" for row in rows)
        + "</w:tbl>"
    )


KINDS: tuple[Callable[[Maker], str], ...] = (
    *(plain, torn_word, inserted, deleted, deleted_inside_a_word, deleted_end_of_paragraph, moved, moved_away),
    *(control_around, control_inside, prompt_of_somebody, box_of_somebody, typed_box, old_form_field, simple_field),
    *(field_with_address, field_that_shows_its_text, link, link_that_nothing_uses, smart_tag, unknown_element),
    *(unknown_text, hidden, struck, bold, list_item, own_heading, contents, breaks_and_hyphens, formula, ruby),
    *(text_box, old_text_box, alternative_text, comment, footnote, endnote, table, spanned_table, nested_table),
    *(form_table, form_across, changed_row, box_of_an_old_form, entry_of_an_index),
    *(branch_that_is_not_shown, hidden_row, form_with_remarks, form_below, questions_in_lines),
)


def parts_of(maker: Maker) -> dict[str, str | bytes]:
    """The parts beside the text: the notes that were made, and now and then others."""
    parts: dict[str, str | bytes] = {}
    for kind in ("comment", "footnote", "endnote"):
        own = [each.partition("|")[2] for each in maker.notes if each.startswith(f"{kind}|")]
        if own:
            parts[f"{kind}s.xml"] = word_part(f"{kind}s", "".join(own))
    for name, make in _FURTHER.items():
        if maker.random.random() < 0.15:
            maker.kinds.append(name)
            parts[name] = make(maker)
    return parts


def _drawn(maker: Maker) -> str:
    return f'<x xmlns:a="a"><a:p><a:r><a:t>{maker.phrase()}</a:t></a:r></a:p></x>'


_FURTHER: dict[str, Callable[[Maker], str | bytes]] = {
    "header1.xml": lambda maker: word_part("hdr", paragraph(maker.phrase())),
    "footer1.xml": lambda maker: word_part("ftr", paragraph(maker.phrase())),
    "footer2.foo": lambda maker: word_part("ftr", paragraph(maker.phrase())),
    "diagrams/data1.xml": _drawn,
    "charts/chart1.xml": _drawn,
    "glossary/document.xml": lambda maker: word_part("glossaryDocument", paragraph(maker.phrase())),
    "docProps/core.xml": lambda maker: f"<p><subject>{maker.word()}</subject><creator>Jan</creator></p>",
    "docProps/custom.xml": lambda maker: f'<p><property name="Sprawa"><t>{maker.word()}</t></property></p>',
    "customXml/item1.xml": lambda maker: f"<b><Source><Title>{maker.phrase()}</Title></Source></b>",
    "media/image1.png": lambda maker: b"\x89PNG",
    "comments9.xml": lambda maker: word_part("comments", f"<w:comment>{paragraph(maker.phrase())}</w:comment>"),
}
