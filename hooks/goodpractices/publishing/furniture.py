"""Takes what scripts alone use off the pages: the same on each, it would be a sixth of a short one.

The templates mark it; it is kept once for each language and comes to the page with the scripts.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence

PAGE_SCRIPTS = tuple(
    f"assets/scripts/{name}.js" for name in ("furniture", "search/frame", "start", "chrome", "highlight")
)
"""The scripts of every page in the order they run; the first one places the furniture."""

CARRIED = "assets/scripts/around.js"
"""The script that puts the header and the footer of the edition to carry about where they belong."""

_AROUND = re.compile(r"<!-- around (\w+) (\w+) -->(.*?)<!-- /around -->\n?", re.DOTALL)
_MARKED = re.compile(r"<!-- furniture (\w+) -->(.*?)<!-- /furniture -->\n?", re.DOTALL)
_BETWEEN_LINES = re.compile(r"\s*\n\s*")


def page_script(language: str) -> str:
    """The one file with the scripts of every page in a language."""
    return f"assets/scripts/site.{language}.js"


def lift_furniture(html: str, kept: dict[str, str]) -> str:
    """The page without its furniture, which is added to what is ``kept`` by language.

    Raises:
        ValueError: when a page has none, or another than the pages of its language before it.
    """
    marked = _MARKED.search(html)
    if marked is None:
        raise ValueError("the page has nothing marked as furniture; the templates have lost it")
    _keep(kept, marked[1], marked[2], f"the furniture of pages in {marked[1]}")
    return html[: marked.start()] + html[marked.end() :]


def carried_script(language: str) -> str:
    """The file with the header and the footer of all pages in a language."""
    return f"assets/scripts/around.{language}.js"


def lift_around(html: str, kept: dict[str, dict[str, str]]) -> str:
    """The page without its header and footer, if they are marked, which are added to what is ``kept`` by language.

    Raises:
        ValueError: when they are not those of the pages before it.
    """
    for language, part, fragment in _AROUND.findall(html):
        _keep(kept.setdefault(language, {}), part, fragment, f"the {part} of pages in {language}")
    return _AROUND.sub("", html)


def _keep(kept: dict[str, str], name: str, fragment: str, what: str) -> None:
    """Keep a fragment that is the same on all pages under a name.

    Raises:
        ValueError: what is kept under it already is another.
    """
    fragment = _BETWEEN_LINES.sub("\n", fragment).strip()
    if kept.setdefault(name, fragment) != fragment:
        raise ValueError(f"{what} differs, so it cannot be kept once")


def carried(script: str, parts: Mapping[str, str]) -> Iterator[str]:
    """The text of ``CARRIED`` with the call that hands it the header and the footer."""
    yield script
    yield f"katalogAround({json.dumps(parts, ensure_ascii=False)});"


def furnished(scripts: Sequence[str], furniture: str, theme: str) -> Iterator[str]:
    """The texts of ``PAGE_SCRIPTS`` with what they are told: the furniture, and where the theme's own script stands."""
    yield f"self.KatalogThemeAddress={json.dumps(theme)};"
    yield scripts[0]
    yield f"katalogFurniture({json.dumps(furniture)});"
    yield from scripts[1:]
