"""From the bytes of a file to submissions: its kind is told by what it holds, and what is not read is said at once."""

from collections.abc import Callable, Iterator, Mapping
from typing import cast

from ...wording import Translations
from .accounting import accounted
from .asked import Asked, Offered
from .delimited import SEPARATOR, decoded, read_csv
from .documents import Reading, read_answers
from .issue_text import is_source_of_mail, read_text
from .reading import docx, ods, odt, xlsx
from .reading.mail_text import is_page, text_of_page, without_codes
from .reading.package import Package, opened
from .reading.values import Document, Workbook, paragraphs
from .reading.walk import PROMPT, Unit, units
from .sheets import read_rows, read_sheets
from .submission import Note, Submission, unusable

MAX_TEXT = 1024 * 1024

_OFFICE = (".docx", ".xlsx", ".odt", ".ods")
_DOCUMENTS = (".docx", ".odt")
_TEXTS = (".md", ".txt")
_PAGES = (".html", ".htm")
_TABLES = (".csv", ".tsv")
_DRAFTS = (".json",)
KINDS = (*_OFFICE, *_TABLES, *_TEXTS, *_DRAFTS)
"""The endings of names of files that are read."""

_NOT_READ: Mapping[str, str] = {
    **dict.fromkeys((".doc", ".dot", ".wps"), "old_document"),
    **dict.fromkeys((".xls", ".xlt", ".xlsb"), "old_workbook"),
    **dict.fromkeys((".docm", ".dotm", ".xlsm", ".xltm"), "macros"),
    **dict.fromkeys((".eml", ".msg", ".mbox"), "mail"),
    **dict.fromkeys((".pages", ".numbers"), "apple"),
    **dict.fromkeys((".html", ".htm", ".mht", ".mhtml"), "web_page"),
    **dict.fromkeys((".ppt", ".pptx", ".odp", ".key"), "slides"),
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".gif", ".tif", ".tiff", ".heic", ".webp"), "picture"),
    **dict.fromkeys((".zip", ".7z", ".rar"), "archive"),
    **dict.fromkeys((".gdoc", ".gsheet"), "google"),
    **dict.fromkeys((".fodt", ".fods", ".sxw", ".sxc", ".wpd"), "other_office"),
    **{".pdf": "pdf", ".rtf": "rtf"},
}
"""Kinds of files that are not read, by the endings of their names; keys of the wording under ``not_read.``."""
_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old_or_locked"),
    (b"%pdf", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"<!doctype html", "web_page"),
    (b"<html", "web_page"),
    (b"\x89png", "picture"),
    (b"\xff\xd8\xff", "picture"),
)


def read_file(data: bytes, ending: str, t: Translations, offered: Offered) -> list[Submission]:
    """The submissions in a file; every word of it is in them.

    Args:
        data: its bytes.
        ending: the ending of its name, with its dot, in small letters.
        t: the wording of the form.
        offered: the ready answers to each question; an empty box before one of them says nothing.

    Raises:
        UnusableSubmission: nothing can be made of it.
    """
    refuse_unread(ending, data)
    asked = Asked(t, offered)
    if ending in _OFFICE:
        return _of_package(opened(data), asked)
    if ending in _TEXTS and len(data) > MAX_TEXT:
        raise unusable("submission.too_large", max=MAX_TEXT // 1024 // 1024)
    text = decoded(data, asked)
    if ending in _TEXTS and is_source_of_mail(text):
        raise unusable("not_read.mail")
    reading = read_rows(read_csv(data, asked), "CSV", asked) if ending in _TABLES else read_text(text, asked)
    text = SEPARATOR.sub("", text, count=1) if SEPARATOR.match(text) else text
    return accounted(reading, [Unit("", (line,)) for line in text.split("\n")], t)


def read_plain(data: bytes, ending: str, t: Translations, offered: Offered) -> list[Submission]:
    """The words of a document or a text in their order, whatever they answer, as one answer called ``text``.

    A line is a paragraph, or a cell of a table; what stands beside the text is a note, as ``read_file`` makes it, its
    place the paragraph that it stands beside. A message may be a page of HTML.

    Raises:
        UnusableSubmission: it is neither, or nothing can be made of it.
    """
    asked = Asked(t, offered)
    if ending in (*_TEXTS, *_PAGES):
        return [Submission({"text": _message(data, asked)})]
    refuse_unread(ending, data)
    if ending not in _OFFICE:
        raise unusable("submission.unknown_kind", known=", ".join((*_DOCUMENTS, *_TEXTS)))
    package = opened(data)
    kind, read = _reader_of(package)
    if kind != "document":
        raise unusable("submission.unknown_kind", known=", ".join((*_DOCUMENTS, *_TEXTS)))
    document = cast(Document, read(package))
    found = [*paragraphs(document.blocks)]
    asides = (Note(each.kind, paragraph.text.strip(), each.text) for paragraph in found for each in paragraph.asides)
    text = "\n".join(each.text for each in found)
    submission = Submission({"text": text}, notes=(*asides, *document.notes))
    return accounted(Reading((submission,), document.passed_over), units(package), t)


def _message(data: bytes, asked: Asked) -> str:
    """The words of a message that was saved as text or as a page.

    Raises:
        UnusableSubmission: it is no text, too long, or all that a program sent.
    """
    if len(data) > MAX_TEXT:
        raise unusable("submission.too_large", max=MAX_TEXT // 1024 // 1024)
    text = decoded(data, asked)
    if is_source_of_mail(text):
        text = without_codes(text)
    if is_source_of_mail(text):
        raise unusable("not_read.mail")
    if is_page(text):
        return text_of_page(text)
    refuse_unread(".txt", data)
    return text


def refuse_unread(ending: str, data: bytes = b"") -> None:
    """Refuse a kind of file that is not read, with how to save it so that it is.

    Raises:
        UnusableSubmission: it is one.
    """
    known = ", ".join(KINDS)
    kind = next(
        (kind for start, kind in _STARTS if data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(start)), ""
    )
    if ending in KINDS and not kind:
        return
    if kind and (ending in KINDS or ending not in _NOT_READ):
        raise unusable(f"not_read.{kind}")
    if ending in _NOT_READ:
        raise unusable(f"not_read.{_NOT_READ[ending]}")
    raise unusable("submission.unknown_kind", known=known)


def _of_package(package: Package, asked: Asked) -> list[Submission]:
    kind, read = _reader_of(package)
    value = read(package)
    if kind == "document":
        return accounted(read_answers(cast(Document, value), asked), _of_others(package, asked), asked.t)
    book = cast(Workbook, value)
    reading: Reading = read_sheets(book, asked)
    return accounted(reading, _of_others(package, asked), asked.t, book.shown)


def _of_others(package: Package, asked: Asked) -> Iterator[Unit]:
    """Every piece of text in a package but for ready answers of ours in lists to choose from, and prompts of Word."""
    for unit in units(package):
        is_prompt = "glossary" in unit.part and PROMPT.fullmatch(unit.text.strip())
        if not is_prompt and not (unit.is_copy and asked.is_ours(unit.text)):
            yield unit


def _reader_of(package: Package) -> tuple[str, Callable[[Package], object]]:
    """What reads a package, by what its main part is: names of files and parts may say anything.

    Raises:
        UnusableSubmission: it is neither a document nor a spreadsheet.
    """
    main = package.trees.get(package.main)
    if main is not None:
        if main.tag == "document":
            return "document", docx.read_document
        if main.tag == "workbook":
            return "workbook", xlsx.read_workbook
    content = package.trees.get("content.xml")
    if content is not None and content.find("body/text") is not None:
        return "document", odt.read_document
    if content is not None and content.find("body/spreadsheet") is not None:
        return "workbook", ods.read_workbook
    if "slides" in package.main or (content is not None and content.find("body/presentation") is not None):
        raise unusable("not_read.slides")
    if any(name.endswith("workbook.bin") for name in package.others):
        raise unusable("not_read.old_workbook")
    raise unusable("submission.broken")
