"""The texts that people read: of the locale files, of pages written by hand and of entries, each with its place."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

# What is for programs: code, the addresses of links, marks, anchors of headings and places in braces.
_NOT_WORDS = re.compile(
    r"```.*?```|~~~.*?~~~|`[^`]*`|<!--.*?-->|\]\([^)]*\)|\[\^\w+\]|\{ ?#?[\w-]+ ?\}|<[^>]*>", re.DOTALL
)
_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n(.*)\Z", re.DOTALL)
# What sources, organisations and other languages call things is theirs; ids and addresses are for programs.
_THEIRS = {"sources", "original_title", "documents", "recognition", "synonyms", "original", "former_names", "variants"}
_FOR_PROGRAMS = {"id", "url", "source", "place", "org", "kind", "themes", "target_groups", "support_types", "family"}
_LANGUAGES = ("pl", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """Some words with their language and the place where a person can change them."""

    place: str
    language: str
    words: str
    is_entry: bool = False


def locale_texts(folder: Path) -> Iterator[Text]:
    """Each text of the locale files, its place ``pl.yml: help.title``."""
    for path in sorted(folder.glob("*.yml")):
        for key, words in _leaves(_read(path.read_text(encoding="utf-8"))):
            yield Text(f"{path.name}: {key}", path.stem, _NOT_WORDS.sub(" ", words))


def page_texts(root: Path) -> Iterator[Text]:
    """Each line of the pages that are written by hand, and the names of the catalogue."""
    for path in sorted((root / "docs").rglob("*.md")):
        place = path.relative_to(root).as_posix()
        yield from _lines(place, "en" if place.startswith("docs/en/") else "pl", path.read_text(encoding="utf-8"))
    for name in ("README.md", "CONTRIBUTING.md"):  # partly in either language
        for language in _LANGUAGES:
            yield from _lines(name, language, (root / name).read_text(encoding="utf-8"))
    for key, words in _leaves(_read((root / "docs" / "katalog.yml").read_text(encoding="utf-8"))):
        yield Text(f"docs/katalog.yml: {key}", "en" if key.startswith("translations.en.") else "pl", words)


def entry_texts(folder: Path) -> Iterator[Text]:
    """What the entries, the vocabularies and the registers of a folder say in words of their own."""
    for path in sorted(folder.glob("*/index*.md")):
        place, language = path.relative_to(folder).as_posix(), "en" if path.suffixes[0] == ".en" else "pl"
        parts = _FRONT_MATTER.match(path.read_text(encoding="utf-8"))
        if parts is None:  # which the check of entries tells
            continue
        for key, words in _leaves(_read(parts[1]), own=True):
            yield Text(f"{place}: {key}", language, words, is_entry=True)
        yield from _lines(place, language, parts[2], is_entry=True)
    for path in sorted(folder.glob("_*/*.yml")):
        for record in _read(path.read_text(encoding="utf-8")) or ():
            for key, words in _leaves(record, own=True):
                yield Text(f"{path.name}: {record['id']}.{key}", _language(key), words, is_entry=True)


def _read(text: str) -> Any:
    return yaml.load(text, Loader=yaml.CSafeLoader)


def _language(key: str) -> str:
    return "en" if "en" in key.split(".") else "pl"


def _lines(place: str, language: str, text: str, is_entry: bool = False) -> Iterator[Text]:
    """The paragraphs of a page, each with the number of its first line."""
    plain = _NOT_WORDS.sub(lambda found: "\n" * found[0].count("\n") or " ", text)
    for found in re.finditer(r"\S.*?(?=\n\s*\n|\Z)", plain, re.DOTALL):
        yield Text(f"{place}:{plain.count(chr(10), 0, found.start()) + 1}", language, found[0], is_entry)


def _leaves(content: Any, key: str = "", own: bool = False) -> Iterator[tuple[str, str]]:
    """Every text inside, by its path; with ``own`` without what others call things and what is for programs."""
    if isinstance(content, Mapping):
        for name, value in content.items():
            if not own or name not in _THEIRS | _FOR_PROGRAMS:
                yield from _leaves(value, f"{key}.{name}" if key else str(name), own)
    elif isinstance(content, list):
        for number, value in enumerate(content):
            yield from _leaves(value, f"{key}[{number}]", own)
    elif isinstance(content, str):
        yield key, content
