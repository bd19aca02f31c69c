"""PDF for offices and archives: tagged, marked as PDF/UA-1, from the HTML and the print styles of the site.

WeasyPrint is an optional package and needs Pango, a library of the system; everything else works without both.
"""

import base64
import mimetypes
import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ....catalogue import Practice, published_picture
from ...addresses import practice_address
from ...styles import OF_ARTICLES
from .book import Book, Chapter
from .rewriting import Aims, rewrite

STYLES = (*OF_ARTICLES, "sheet")
"""The styles of the site that paper is made with, in their order."""

_HERE = Path(__file__).parent
_DATE = "SOURCE_DATE_EPOCH"
_SVG = re.compile(r"(<svg\b[^>]*>)(<title>.*?</title>)?")


class MissingLibraries(Exception):
    """The package for PDF or the library of the system it stands on cannot be loaded."""


class PdfPress:
    """Makes PDF of a book with the styles in a folder.

    Raises:
        MissingLibraries: when WeasyPrint or Pango cannot be loaded.
    """

    def __init__(self, book: Book, styles: Path) -> None:
        self._book = book
        self._weasyprint = _load_weasyprint()
        self._common = [styles / f"{name}.css" for name in STYLES]
        self._drawings = (_HERE / "drawings.css").read_text(encoding="utf-8")

    def practice(self, practice: Practice) -> bytes:
        """One practice, on the sheet that a browser would print."""
        content = self._content(practice, self._web, prefix="")
        title = f"{practice.title} – {self._book.identity.name}"
        html = self._document(title, practice.summary, [(practice, content)], chapters=())
        return self._print(html, ("pdf.css",), practice.id)

    def book(self) -> bytes:
        """The whole catalogue: title page, contents, every practice on a page of its own."""
        return self._print(self.book_html(), ("pdf.css", "pdf_book.css"), "")

    def book_html(self) -> str:
        """The document that the book is printed from."""

        def link(address: str, anchor: str) -> str | None:
            if practice := self._book.practice_at(address):
                return f"#{practice.id}"
            return self._web(address, anchor)

        contents = [(each, self._content(each, link, prefix=f"{each.id}-")) for each in self._book.practices]
        identity = self._book.identity
        return self._document(identity.name, identity.description, contents, chapters=self._book.chapters)

    def _web(self, address: str, anchor: str) -> str | None:
        page = self._book.identity.page_address(address)
        return page and (f"{page}#{anchor}" if anchor else page)

    def _content(self, practice: Practice, link: Callable[[str, str], str | None], prefix: str) -> str:
        def picture(file: str) -> str:
            data = base64.b64encode(published_picture(self._book.folder / practice.id / file)).decode()
            return f"data:{mimetypes.guess_type(file)[0]};base64,{data}"

        article = self._book.article(practice)
        html = rewrite(article.content, practice_address(practice.id), Aims(link, picture), prefix=prefix)
        # A drawing knows no styles but its own.
        return _SVG.sub(rf"\1\2<style>{self._drawings}</style>", html)

    def _document(
        self, title: str, description: str, contents: Iterable[tuple[Practice, str]], chapters: tuple[Chapter, ...]
    ) -> str:
        first = {chapter.practices[0].id: chapter for chapter in chapters}
        return self._book.renderer.render(
            "books/document.html",
            "",
            title=title,
            description=description,
            identity=self._book.identity,
            day=self._book.day_in_words,
            date=self._book.day.isoformat(),
            chapters=chapters,
            pages=[(practice, first.get(practice.id), content) for practice, content in contents],
        )

    def _print(self, html: str, own: Iterable[str], part: str) -> bytes:
        weasyprint = self._weasyprint
        fetcher = weasyprint.urls.URLFetcher(allowed_protocols=("data",))
        styles = [weasyprint.CSS(path, media_type="print") for path in (*self._common, *(_HERE / name for name in own))]
        with _content_date(self._book):
            document = weasyprint.HTML(string=html, url_fetcher=fetcher, media_type="print")
            pdf: bytes = document.write_pdf(
                stylesheets=styles,
                pdf_variant="pdf/ua-1",
                pdf_identifier=self._book.identifier(part or "pdf").bytes,
            )
        return pdf


def _load_weasyprint() -> Any:
    try:
        import weasyprint
    except (ImportError, OSError) as error:  # OSError: the package is there, Pango is not
        raise MissingLibraries(str(error)) from error
    return weasyprint


@contextmanager
def _content_date(book: Book) -> Iterator[None]:
    """The day of the content for whatever asks for a time meanwhile: fonts carry one."""
    before = os.environ.get(_DATE)
    midnight = datetime(book.day.year, book.day.month, book.day.day, tzinfo=UTC)
    os.environ[_DATE] = str(int(midnight.timestamp()))
    try:
        yield
    finally:
        del os.environ[_DATE]
        if before is not None:
            os.environ[_DATE] = before
