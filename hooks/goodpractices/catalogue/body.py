"""The story of a practice: Markdown under fixed headings, with numbered sources and without HTML."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from ..wording import Translations, languages
from .fields import is_safe_link
from .hosts import has_plain_host
from .model import Practice
from .problems import Location, Problem, nearest
from .shapes import record_shape

SECTIONS = tuple(name for name, shape in record_shape(Practice)["fields"].items() if shape["kind"] == "story")
"""The fields that stand in the body of an entry, each under its heading."""

# Each pattern meets lines of any length: none may try again from every character of a run it has already seen.
_MAY_LINK = re.compile(r"\.\./([a-z0-9_-]+)/")
CITATION = re.compile(r"\[\^([^\[\]\s]+)\]")
PERCENT = re.compile(r"(?<!\d)(\d+(?:[.,]\d+)?)\s?(?:%|proc\.|procent)")
PRACTICE_LINK = re.compile(r"\.\./([a-z0-9-]+)/(?:index\.md)?")

# Markdown takes "##Cele" for a heading as well, so a forgotten space must not hide one.
_HEADING = re.compile(r"##(?!#)(.*)")
_TITLE = re.compile(r"#[ \t]*[^#\s].*")
_FENCE = re.compile(r"[ ]{0,3}(```|~~~)")
_HTML = re.compile(r"<(?!https?://[^\s<>]+>|mailto:[^\s<>]+>)[A-Za-z/!?]")
_IMAGE = re.compile(r"!\[")
# In brackets after words, at the foot of the text, or as an address alone between < and >.
_LINK = re.compile(
    r"\]\(\s*<?(?P<inline>[^)\s>]*)"
    r"|^[ ]{0,3}\[[^\]^][^\]]*\]:\s*<?(?P<foot>\S*?)>?(?:\s|$)"
    r"|<(?P<alone>(?:https?://|mailto:)[^\s<>]+)>",
    re.MULTILINE,
)


@dataclass(slots=True)
class Body:
    """The sections of a body by id, the line of each heading, and the problems found on the way.

    ``prose`` is every line with its number and the section it belongs to; also those that belong to none.
    """

    sections: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    prose: list[tuple[int, Location, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def practices_linked(text: str) -> Iterator[str]:
    """The ids of all practices that a section may link to, some perhaps where no link comes of it."""
    return (found[1] for found in _MAY_LINK.finditer(text))


@cache
def section_headings(language: str) -> Mapping[str, str]:
    """The headings of an entry in a language, by the id of the section, in their order."""
    t = Translations.load(language)
    return {section: t(f"section.{section}") for section in SECTIONS}


def headings_by_language() -> dict[str, Mapping[str, str]]:
    """The same for every language there are words for."""
    return {language: section_headings(language) for language in languages()}


def read_body(text: str, first_line: int, headings: Mapping[str, str]) -> Body:
    """Split a body whose first line is line ``first_line`` of its file into its sections.

    ``headings`` maps section ids to the headings of the language the file is written in.
    """
    body = Body()
    before, *chunks = _chunks(text, first_line)
    if before.text.strip():
        line = next(number for number, words in enumerate(before.lines, first_line) if words.strip())
        body.problems.append(Problem("text_before_sections", (), {"known": _listed(headings)}, line=line, column=1))
    for chunk in chunks:
        _add_section(body, chunk, headings)
    for chunk in (before, *chunks):
        location = next(((section,) for section, line in body.lines.items() if line == chunk.line), ())
        body.prose += [(number, location, line) for number, line in enumerate(chunk.lines, chunk.line + 1) if line]
    return body


def body_problems(
    body: Body, sources: Collection[str], practices: Collection[str] | None, percents: Collection[str]
) -> Iterator[Problem]:
    """What is wrong in the words of a body.

    Args:
        body: the body as it was read.
        sources: ids that ``[^id]`` may name.
        practices: ids that links may lead to; ``None`` where they are not known yet.
        percents: values of the indicators in percent, as written; prose may repeat them but not bring others.
    """
    for number, location, line in body.prose:
        for problem in _line_problems(line, location, sources, practices, percents):
            yield replace(problem, line=number)


@dataclass(slots=True)
class _Chunk:
    """The lines under one heading of the first or second level; the first chunk has no heading."""

    line: int
    heading: str = ""
    is_section: bool = False
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def _chunks(text: str, first_line: int) -> list[_Chunk]:
    chunks = [_Chunk(first_line - 1)]
    fenced = False
    for number, line in enumerate(text.split("\n"), first_line):
        fenced ^= bool(_FENCE.match(line))
        section = None if fenced else _HEADING.fullmatch(line)
        if section:
            chunks.append(_Chunk(number, section[1].rstrip(" \t#").lstrip(), is_section=True))
        elif not fenced and _TITLE.fullmatch(line):
            chunks.append(_Chunk(number, line.strip("# \t")))
        else:
            chunks[-1].lines.append(line)
    return chunks


def _add_section(body: Body, chunk: _Chunk, headings: Mapping[str, str]) -> None:
    section = next((each for each, words in headings.items() if words.casefold() == chunk.heading.casefold()), None)
    if not chunk.is_section or section is None:
        near = nearest(chunk.heading, [words.casefold() for words in headings.values()])
        known = next((words for words in headings.values() if words.casefold() == near), None)
        params = {"value": chunk.heading, "known": _listed(headings), "nearest": known}
        body.problems.append(Problem("unknown_section", (), params, line=chunk.line, column=1))
    elif section in body.sections:
        body.problems.append(
            Problem("repeated_section", (section,), {"value": chunk.heading}, line=chunk.line, column=1)
        )
    elif not chunk.text.strip():
        body.problems.append(Problem("empty_section", (section,), {"value": chunk.heading}, line=chunk.line, column=1))
    else:
        order = list(headings)
        if any(order.index(section) < order.index(earlier) for earlier in body.sections):
            params = {"known": _listed(headings)}
            body.problems.append(Problem("section_order", (section,), params, line=chunk.line, column=1))
        body.sections[section] = chunk.text.rstrip()
        body.lines[section] = chunk.line


def _line_problems(
    line: str,
    location: Location,
    sources: Collection[str],
    practices: Collection[str] | None,
    percents: Collection[str],
) -> Iterator[Problem]:
    """The problems of one line, their line number still missing."""

    def problem(key: str, found: re.Match[str], **params: str | None) -> Problem:
        return Problem(key, location, params, column=found.start() + 1)

    for found in _HTML.finditer(line):
        yield problem("raw_html", found)
        break  # an element has a beginning and an end; one message a line is enough to find both
    images = list(_IMAGE.finditer(line))
    for found in images:
        yield problem("body_image", found)
    for found in CITATION.finditer(line):
        if found[1] not in sources:
            yield problem("unknown_source", found, value=found[1], nearest=nearest(found[1], sources))
    for found in () if images else _links(line):
        yield from _link_problems(found, problem, practices)
    for found in PERCENT.finditer(line) if "%" in line or "proc" in line else ():
        if found[1].replace(",", ".") not in percents:
            yield problem("percent_in_prose", found, value=found[0])


def _links(line: str) -> Iterable[re.Match[str]]:
    """The links of a line; most have nothing that one could begin with, which is quicker to see than to search for."""
    return _LINK.finditer(line) if any(sign in line for sign in ("](", "]:", "<")) else ()


def _link_problems(
    found: re.Match[str], problem: Callable[..., Problem], practices: Collection[str] | None
) -> Iterator[Problem]:
    target = next(each for each in found.groups() if each is not None)
    internal = PRACTICE_LINK.fullmatch(target)
    if internal is None:
        if not is_safe_link(target):
            yield problem("bad_link", found, value=target)
        elif not has_plain_host(target):
            yield problem("lookalike_host", found, value=target)
    elif practices is not None and internal[1] not in practices:
        yield problem("unknown_practice", found, value=internal[1], nearest=nearest(internal[1], practices))


def _listed(headings: Mapping[str, str]) -> str:
    return ", ".join(f"„{words}”" for words in headings.values())
