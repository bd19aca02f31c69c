"""EPUB 3 of the catalogue, written by hand: a zip of XHTML with a list of its parts.

No package for this is both alive and free of a licence that would bind the catalogue; the format asks for four small
files beside the pages, and readers of EPUB 2, many of which are in use, for a table of contents of their own.
"""

import mimetypes
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from ....catalogue import Practice, published_picture, zip_entry
from ...addresses import practice_address
from .book import Book
from .rewriting import Aims, rewrite

MIMETYPE = "application/epub+zip"

# The head of a sheet is for paper; drawings say nothing that does not stand beside them, in colours of their own.
_LEFT_OUT = frozenset({"sheet", "bar", "road"})
_STYLES = Path(__file__).parent / "book.css"


@dataclass(frozen=True, slots=True)
class _Page:
    """The file of a practice."""

    id: str
    file: str
    text: str

    @property
    def has_svg(self) -> bool:
        return "<svg" in self.text


@dataclass(frozen=True, slots=True)
class _Picture:
    """A picture of a practice as the book has it."""

    id: str
    file: str
    type: str
    data: bytes


def epub(book: Book) -> bytes:
    """The catalogue as an EPUB file: the same catalogue gives the same bytes.

    Raises:
        UnusablePicture: when a picture of a practice cannot be published.
    """
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        # The first file, unpacked: readers know an EPUB by its first bytes.
        archive.writestr(zip_entry("mimetype", packed=False), MIMETYPE)
        for name, data in _files(book):
            archive.writestr(zip_entry(name), data)
    return target.getvalue()


def _files(book: Book) -> Iterator[tuple[str, bytes]]:
    pages = [_page(book, practice) for practice in book.practices]
    pictures = [picture for practice in book.practices for picture in _pictures(book, practice)]
    yield "META-INF/container.xml", _rendered(book, "container.xml")
    yield (
        "EPUB/package.opf",
        _rendered(
            book,
            "package.opf",
            identifier=book.identifier(),
            date=book.day.isoformat(),
            pages=pages,
            pictures=pictures,
        ),
    )
    yield "EPUB/nav.xhtml", _rendered(book, "nav.xhtml", title=book.t("books.contents"), chapters=book.chapters)
    yield "EPUB/toc.ncx", _rendered(book, "toc.ncx", identifier=book.identifier(), chapters=book.chapters)
    yield "EPUB/title.xhtml", _rendered(book, "title.xhtml", title=book.identity.name, day=book.day_in_words)
    yield "EPUB/book.css", _STYLES.read_bytes()
    for page in pages:
        yield f"EPUB/{page.file}", page.text.encode()
    for picture in pictures:
        yield f"EPUB/{picture.file}", picture.data


def _rendered(book: Book, template: str, **values: object) -> bytes:
    return book.renderer.render(f"books/{template}", "", identity=book.identity, **values).lstrip().encode()


def _page(book: Book, practice: Practice) -> _Page:
    def link(address: str, anchor: str) -> str | None:
        if other := book.practice_at(address):
            return _file(other)
        page = book.identity.page_address(address)
        return page and (f"{page}#{anchor}" if anchor else page)

    aims = Aims(link, lambda file: _picture_file(practice, file))
    content = rewrite(book.article(practice).content, practice_address(practice.id), aims, left_out=_LEFT_OUT)
    text = _rendered(book, "page.xhtml", title=practice.title, content=content).decode()
    return _Page(f"p-{practice.id}", _file(practice), text)


def _file(practice: Practice) -> str:
    return f"{practice.id}.xhtml"


def _pictures(book: Book, practice: Practice) -> Iterator[_Picture]:
    for n, picture in enumerate(practice.media):
        kind = mimetypes.guess_type(picture.file)[0] or ""
        data = published_picture(book.folder / practice.id / picture.file)
        yield _Picture(f"i-{practice.id}-{n}", _picture_file(practice, picture.file), kind, data)


def _picture_file(practice: Practice, file: str) -> str:
    return f"pictures/{practice.id}/{file}"
