"""Office files as what they are, ZIP files of XML: taken apart within limits before anything is built of them.

Counts are kept while a part is parsed, so a file that is made to swell is refused at the limit and not after it. Tags
and attributes lose their namespaces: the strict and the transitional form of a format, and files of other programs,
then read alike. Nothing is ever fetched and nothing in a file is run.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from posixpath import dirname, join, normpath
from re import compile as pattern
from typing import Any
from xml.etree.ElementTree import Element, ParseError, TreeBuilder
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812 - an exception, named as one

from ..submission import unusable

MAX_PARTS = 400
MAX_UNPACKED = 40 * 1024 * 1024
MAX_XML = 24 * 1024 * 1024
MAX_ELEMENTS = 200_000
MAX_ATTRIBUTES = 500_000
MAX_DEPTH = 200
MAX_TEXT = 5_000_000
"""Characters of text in all parts together."""
MAX_TAG = 512 * 1024
"""Bytes of one tag with its attributes, or of one comment."""
_OF_SPREADSHEETS = ("{http://schemas.openxmlformats.org/spreadsheetml/", "{http://purl.oclc.org/ooxml/spreadsheetml/")
_ESCAPED = pattern(r"_x([0-9A-Fa-f]{4})_(?<!_x[dD][89a-fA-F][0-9A-Fa-f]{2}_)")
"""A character that a spreadsheet writes by its code, as ``_x000D_`` for the end of a line."""
_CHUNK = 64 * 1024
_XML = (".xml", ".rels")
_NO_XML = (".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".bin", ".tif", ".tiff", ".bmp", ".svm", ".odttf")

Relations = Mapping[str, tuple[str, str]]
"""What a part refers to, by id: the kind in one word (``hyperlink``) and the address, or the name of another part."""


@dataclass(frozen=True)
class Package:
    """The parts of an office file: ``trees`` those of XML, by name; ``others`` the names of the rest.

    ``texts`` are those of the others that look like XML and are none, as pieces of web pages are.
    """

    trees: Mapping[str, Element]
    others: tuple[str, ...]
    texts: tuple[str, ...] = ()

    @cached_property
    def main(self) -> str:
        """The name of the part that the package itself says is its document."""
        return next((name for kind, name in self.relations("").values() if kind == "officeDocument"), "")

    def relations(self, part: str) -> Relations:
        """What a part refers to; ``""`` is the package itself."""
        folder = dirname(part)
        tree = self.trees.get(join(folder, "_rels", f"{part[len(folder) :].lstrip('/')}.rels"))
        found = {}
        for each in tree.iter("Relationship") if tree is not None else ():
            kind = each.get("Type", "").rpartition("/")[2]
            target = each.get("Target", "")
            if each.get("TargetMode") != "External":
                target = normpath(join("/", folder, target)).lstrip("/")
            found[each.get("Id", "")] = (kind, target)
        return found

    def related(self, part: str, kind: str) -> Iterator[tuple[str, Element]]:
        """The parts of one kind that a part refers to, each with its name."""
        for each, name in self.relations(part).values():
            if each == kind and name in self.trees:
                yield name, self.trees[name]


def opened(data: bytes) -> Package:
    """The package in a file.

    Raises:
        UnusableSubmission: it is no ZIP file of XML, one that is made to do harm, or holds more than it may.
    """
    from defusedxml import DefusedXmlException  # only the environment for imports has it

    try:
        with ZipFile(BytesIO(data)) as package:
            return _read(package)
    except DefusedXmlException as error:
        raise unusable("submission.hostile") from error
    except (
        BadZipFile,
        ParseError,
        ZlibError,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
        ValueError,
    ) as error:
        raise unusable("submission.broken") from error


def _read(package: ZipFile) -> Package:
    parts = [part for part in package.infolist() if not part.is_dir()]
    names = [part.filename for part in parts]
    if len(parts) > MAX_PARTS or len(set(names)) < len(names):
        raise unusable("submission.hostile")
    if sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise unusable("submission.too_much_packed", max=MAX_UNPACKED // 1024 // 1024)
    counts = _Counts()
    trees: dict[str, Element] = {}
    texts: list[str] = []
    for part in parts:
        name = part.filename
        if name.lower().endswith(_XML):
            trees[name] = _parsed(_all_of(package, part), counts)
        elif not name.lower().endswith(_NO_XML) and _looks_like_xml(package, part):
            tree = _parsed_if_xml(_all_of(package, part), counts)
            if tree is None:
                texts.append(name)
            else:
                trees[name] = tree
    return Package(trees, tuple(name for name in names if name not in trees), tuple(texts))


def _looks_like_xml(package: ZipFile, part: ZipInfo) -> bool:
    """Whether a part may be XML, by its own first bytes: its name may say anything."""
    with package.open(part) as stream:
        start = stream.read(64)
    return start.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<")


def _parsed_if_xml(data: bytes, counts: "_Counts") -> Element | None:
    """The tree of a part whose name does not say that it is XML; nothing where it is none, as in a web page."""
    from defusedxml import DefusedXmlException  # as above

    try:
        return _parsed(data, counts)
    except (ParseError, DefusedXmlException, ValueError):
        return None


def _all_of(package: ZipFile, part: ZipInfo) -> bytes:
    """The bytes of a part, however many it says it has."""
    with package.open(part) as stream:
        data = stream.read(MAX_XML + 1)
    if len(data) > MAX_XML:
        raise unusable("submission.too_much_packed", max=MAX_XML // 1024 // 1024)
    return data


@dataclass
class _Counts:
    """How much all parts together have had so far."""

    elements: int = 0
    attributes: int = 0
    text: int = 0

    def add(self, attributes: int, depth: int) -> None:
        self.elements += 1
        self.attributes += attributes
        if self.elements > MAX_ELEMENTS or self.attributes > MAX_ATTRIBUTES or depth > MAX_DEPTH:
            raise unusable("submission.too_many_elements")

    def add_text(self, length: int) -> None:
        self.text += length
        if self.text > MAX_TEXT:
            raise unusable("submission.too_many_elements")


class _LimitedBuilder:
    """Builds a tree of tags and attributes without namespaces, and stops where there is more than there may be."""

    def __init__(self, counts: _Counts) -> None:
        self.counts = counts
        self.depth = 0
        self.builder = TreeBuilder()

    def start(self, tag: str, attributes: Mapping[str, str]) -> Element:
        self.depth += 1
        self.counts.add(len(attributes), self.depth)
        return self.builder.start(_local(tag), {_local(name): value for name, value in attributes.items()})

    def end(self, tag: str) -> Element:
        self.depth -= 1
        ended = self.builder.end(_local(tag))
        if ended.text and "_x" in ended.text and tag.startswith(_OF_SPREADSHEETS):
            ended.text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), ended.text)
        return ended

    def data(self, text: str) -> None:
        self.counts.add_text(len(text))
        self.builder.data(text)

    def close(self) -> Element:
        return self.builder.close()


def _parsed(data: bytes, counts: _Counts) -> Element:
    """The tree of a part, read piece by piece so that no single tag may fill the memory."""
    from defusedxml.ElementTree import DefusedXMLParser  # as above

    parser: Any = DefusedXMLParser(target=_LimitedBuilder(counts), forbid_dtd=True)
    for start in range(0, len(data), _CHUNK):
        parser.feed(data[start : start + _CHUNK])
        if start + _CHUNK - parser.parser.CurrentByteIndex > MAX_TAG:
            raise unusable("submission.hostile")
    tree: Element = parser.close()
    return tree


def _local(name: str) -> str:
    return name.rpartition("}")[2]
