"""The chrome of a page with holes for what differs from page to page.

A site generator that renders one page a practice spends most of its time on the same header and footer. So it renders
one *shell* for each section and depth, a page whose title, description and so on are the words below, and the shell is
filled here.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from .article import Article

TITLE = "KATALOG-TITLE"
DESCRIPTION = "KATALOG-DESCRIPTION"
HEAD = "KATALOG-HEAD"
PICTURE = "KATALOG-PICTURE"
CONTENT = "KATALOG-CONTENT"
LANGUAGES = "KATALOG-LANGUAGES"
_FOLDER = "KATALOG-ADDRESS"

_HOLES = re.compile(
    f"{TITLE}|{DESCRIPTION}|{HEAD}|{PICTURE}|{CONTENT}|{LANGUAGES}|(?:{_FOLDER}-[a-z_-]+-[0-9]+/)+(?:index.html)?"
)

_INDENT = re.compile(r"\n\s+")

DEPTHS = (1, 2, 3, 4)
"""How deep generated pages lie: ``praktyki/``, ``praktyki/las/``, ``tematy/sport/strona-2/``, all of it in ``en/``."""


def shell_address(language: str, section: str, depth: int) -> str:
    """The address under which the shell of a section is rendered: a hole as deep as the pages it serves."""
    return "".join(f"{_FOLDER}-{language}-{section}-{n}/" for n in range(depth))


def is_about_shell(text: str) -> bool:
    """Whether a message names the address of a shell."""
    return _FOLDER in text


def shell_source(language: str, section: str) -> str:
    """The page a generator renders as the shell of a section."""
    return (
        f"---\ntitle: {TITLE}\ndescription: {DESCRIPTION}\nhead: {HEAD}\npicture: {PICTURE}\n"
        f"section: {section}\nlang: {language}\nshell: true\nsearch:\n  exclude: true\n---\n\n{CONTENT}\n"
    )


def _unindented(html: str) -> str:
    """HTML without the indentation of its templates: a tenth less to carry; where blanks count they stay."""
    return html if "<pre" in html else _INDENT.sub("\n", html)


@dataclass(frozen=True, slots=True)
class Shell:
    """A rendered page, cut at its holes: every second part is the name of one."""

    parts: tuple[str, ...]

    @classmethod
    def cut(cls, html: str) -> "Shell":
        """Cut a rendered page at its holes.

        Raises:
            ValueError: when the page has no hole for the title or not exactly one for the content; the theme would lose
            them.
        """
        if html.count(CONTENT) != 1 or TITLE not in html:
            raise ValueError("the theme's page has no place for a title, or not one for the content")
        html = _unindented(html)
        parts: list[str] = []
        end = 0
        for found in _HOLES.finditer(html):
            parts += [html[end : found.start()], _FOLDER if found[0].startswith(_FOLDER) else found[0]]
            end = found.end()
        return cls((*parts, html[end:]))

    def fill(self, article: Article, address: str, languages: str) -> str:
        """The whole page of an article; its texts are escaped for element content and attributes alike.

        Args:
            article: what the page is about.
            address: where it stands in its language.
            languages: a finished fragment that leads to it in other languages.
        """
        values: Mapping[str, str] = {
            TITLE: escape(article.title),
            DESCRIPTION: escape(article.description),
            HEAD: article.head,
            PICTURE: escape(article.picture),
            CONTENT: _unindented(article.content),
            LANGUAGES: languages,
            _FOLDER: escape(address),
        }
        return "".join(values[part] if n % 2 else part for n, part in enumerate(self.parts))
