"""A filled-in document of the catalogue opens in the form, and every word of it is in a field or in a question."""

from base64 import b64encode
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from playwright.sync_api import expect
from tests.browser.conftest import Visit
from tests.browser.forms import ready
from tests.browser.visitor import Visitor
from tests.support.documents import document, documents
from tests.support.submissions import ANSWERS, PL, reference

from bench.office_files import generate
from bench.office_files.packing import docx
from goodpractices.editing import TEMPLATES

pytestmark = pytest.mark.browser

TYPED = {
    "title": "Las w mieście",
    "summary": ANSWERS["summary"],
    "places": "Gdynia",
    "sources": "Raport roczny, https://example.org/raport",
    "leaders": "Klub Las",
    "start": "marzec 2024",
    "solution": "Sadzimy drzewa.\n\nRazem ze szkołami.",
    "funding": "całość: 9,2 mln zł",
    "remarks": "Proszę dzwonić po 15.",
}


STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"


def filled(path: Path) -> Path:
    """The template with answers typed below its questions, one answer ticked, and a word where nothing is asked."""
    document: Any = Document(BytesIO(TEMPLATES["praktyka.docx"](reference().shared, PL)))
    for paragraph in [*document.paragraphs]:
        for question, words in TYPED.items():
            if paragraph.text == PL(f"ask.{question}"):
                below = paragraph._p.getnext()
                for line in reversed(words.split("\n")):
                    below.addnext(document.add_paragraph(line)._p)
        if paragraph.text in ("☐ projekt", "☐ wsparcie młodzieży"):
            paragraph.text = paragraph.text.replace("☐", "☒")
    document.sections[0].footer.paragraphs[0].text = "Wydział Zieleni"
    document.save(path)
    return path


def strict(path: Path) -> Path:
    """A document as Word saves it in the strict form of its standard, whose elements are in another namespace."""
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with ZipFile(path) as packed:
        parts = {name: packed.read(name).replace(usual, STRICT) for name in packed.namelist()}
    with ZipFile(path, "w") as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    return path


def test_a_document_in_the_strict_form_of_its_standard_opens_as_well(visit: Visit, tmp_path: Path) -> None:
    visitor = visit()
    page = ready(visitor)
    page.locator(".form__drafts summary").click()
    page.locator("[data-open-file]").set_input_files(strict(filled(tmp_path / "las.docx")))
    visitor.wait_for("document.querySelector('[data-name=title] input').value === 'Las w mieście'")


def test_a_filled_in_document_opens_in_the_form(anywhere: Visit, tmp_path: Path) -> None:
    visitor = anywhere()
    page = ready(visitor)
    page.locator(".form__drafts summary").click()
    page.locator("[data-open-file]").set_input_files(filled(tmp_path / "las.docx"))
    visitor.wait_for("document.querySelector('[data-name=title] input').value === 'Las w mieście'")
    main = page.locator("#krok-1")
    assert main.locator("[data-name=summary] textarea").input_value() == ANSWERS["summary"]
    assert main.locator("[data-name=kind] select").input_value() == "project"
    assert main.locator("[data-name=themes] input:checked").count() == 1
    assert main.locator("[data-name=places] input").first.input_value() == "Gdynia"
    source = main.locator("[data-name=sources]").first
    assert source.locator("[data-name=title] input").input_value() == "Raport roczny"
    assert source.locator("[data-name=url] input").input_value() == "https://example.org/raport"
    assert page.locator("#krok-2 [data-name=organisations] [data-name=org] input").first.input_value() == "Klub Las"
    assert page.locator("#krok-3 [data-name=solution] textarea").input_value() == TYPED["solution"]
    assert page.locator("#krok-4 [data-name=period] [data-name=start] input").input_value() == "marzec 2024"
    asked = page.locator("[data-name=editorial] [data-name=questions] textarea").input_value()
    assert asked.split("\n") == [
        "Ile to kosztowało: całość: 9,2 mln zł",
        "Uwagi dla redakcji: Proszę dzwonić po 15.",
        "Wydział Zieleni",
    ]


def chosen(visitor: Visitor, path: Path) -> None:
    """A file is chosen on the page of the form."""
    page = visitor.page
    if not page.locator("[data-open-file]").is_visible():
        page.locator(".form__drafts summary").click()
    page.locator("[data-open-file]").set_input_files(path)


def test_a_document_says_in_a_browser_what_the_import_reads_in_it(visit: Visit, tmp_path: Path) -> None:
    visitor = visit()
    page = ready(visitor)
    title = page.locator("#krok-1 [data-name=title] input")
    challenge = page.locator("[data-name=challenge] textarea")
    path = tmp_path / "las.docx"
    for case in documents():
        path.write_bytes(document(case, PL("ask.summary"), case["claim"]))
        chosen(visitor, path)
        expect(page.locator("#krok-1 [data-name=summary] textarea")).to_have_value(case["claim"])
        assert title.input_value() == case.get("title", "Las"), case["claim"]
        assert challenge.input_value() == case.get("challenge", ""), case["claim"]
        asked = page.locator("[data-name=editorial] [data-name=questions] textarea").input_value()
        under = PL("submission.under", label=PL("ask.title" if "title" in case else "ask.challenge"))
        kinds = ("hidden", "struck", "removed", "moved")
        unseen = [PL(f"note.{kind}", place=under, words=each) for kind in kinds for each in case.get(kind, ())]
        expected = [*unseen, *case.get("asked", ()), *case.get("beside", ())]
        assert sorted(asked.split("\n")) == sorted(expected or [""]), case["claim"]


READ = """async (coded) => {
    const bytes = Uint8Array.from(atob(coded), (each) => each.charCodeAt(0));
    return JSON.stringify(await FormDocumentFile.draftOf(new File([bytes], "x.docx")));
}"""


def test_the_place_on_a_page_that_a_link_leads_to_belongs_to_its_address(visit: Visit, tmp_path: Path) -> None:
    page = ready(visit())
    link = "<w:p><w:hyperlink r:id='r9' w:anchor='rozdzial3'><w:r><w:t>raport</w:t></w:r></w:hyperlink></w:p>"
    linked = docx([PL("ask.title"), "Las", PL("ask.sources"), link], links={"r9": "https://example.org/a"})
    (tmp_path / "las.docx").write_bytes(linked)
    page.locator(".form__drafts summary").click()
    page.locator("[data-open-file]").set_input_files(tmp_path / "las.docx")
    url = page.locator("#krok-1 [data-name=sources]").first.locator("[data-name=url] input")
    expect(url).to_have_value("https://example.org/a#rozdzial3")


def test_no_word_of_a_document_that_was_made_up_is_lost(visit: Visit, tmp_path: Path) -> None:
    visitor = visit()
    page = ready(visitor)
    chosen(visitor, filled(tmp_path / "las.docx"))
    visitor.wait_for("document.querySelector('[data-name=title] input').value === 'Las w mieście'")
    documents = [each for each in (generate(20, n) for n in range(160)) if each.ending == ".docx"]
    assert len(documents) > 20
    for made in documents:
        draft = page.evaluate(READ, b64encode(made.data).decode())
        said = " ".join(draft.replace("\\n", " ").replace('\\"', '"').split())
        assert (made.kinds, [word for word in made.words if word not in said]) == (made.kinds, [])


def test_what_opens_documents_comes_with_the_first_one(visit: Visit, tmp_path: Path) -> None:
    visitor = visit()
    asked: list[str] = []
    visitor.page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    ready(visitor)
    assert "form.js" in asked
    later = {"document.js", "fflate.js"}
    assert later.isdisjoint(asked)
    chosen(visitor, filled(tmp_path / "las.docx"))
    visitor.wait_for("document.querySelector('[data-name=title] input').value === 'Las w mieście'")
    assert later.issubset(asked)


@pytest.mark.parametrize("script", ["document", "fflate"])
def test_where_that_does_not_come_the_form_says_so(visit: Visit, tmp_path: Path, script: str) -> None:
    visitor = visit()
    page = ready(visitor)
    address = f"**/{script}.js"
    page.route(address, lambda route: route.abort())
    path = filled(tmp_path / "las.docx")
    chosen(visitor, path)
    expect(page.locator("[data-file-problem]")).to_have_text(PL("form.say.file_failed"))
    assert visitor.complaints
    visitor.complaints.clear()
    page.unroute(address)
    chosen(visitor, path)
    visitor.wait_for("document.querySelector('[data-name=title] input').value === 'Las w mieście'")
    expect(page.locator("[data-file-problem]")).to_be_hidden()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"nothing"])
def test_what_is_no_document_changes_nothing(visit: Visit, tmp_path: Path, content: bytes) -> None:
    page = ready(visit())
    page.locator(".form__drafts summary").click()
    (tmp_path / "x.docx").write_bytes(content)
    page.locator("[data-open-file]").set_input_files(tmp_path / "x.docx")
    page.get_by_text("To nie jest szkic z tego formularza").wait_for()
