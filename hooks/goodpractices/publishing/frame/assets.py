"""Fewer and smaller files of styles and scripts, since a browser waits for each before it shows a page."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from ..form import FORM_SCRIPTS
from ..furniture import CARRIED, PAGE_SCRIPTS, carried, carried_script, furnished, page_script
from ..pages import CATALOGUE_SCRIPTS, ENGINE_PARTS, ENGINE_SCRIPT, WORDS_SCRIPT
from .plain_scripts import plain_script

STYLES = "assets/styles/all.css"
"""All styles of the site in one file."""

_SCRIPTS = "assets/scripts"
_STYLES = "assets/styles"
# What stays: texts, and a comment that alone keeps two words apart. What goes: other comments, and blanks around lines.
_STYLES_BUT_FOR_COMMENTS = re.compile(
    r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|(?<=\S)/\*.*?\*/(?=\S))|\s*(?:/\*.*?\*/|\n)(?:\s|/\*.*?\*/)*""", re.DOTALL
)
# The worker behind the search in the header loads this by its own name.
_ALSO_ALONE = {WORDS_SCRIPT}


def pack_assets(
    styles: Sequence[str],
    furniture: Mapping[str, str],
    around: Mapping[str, Mapping[str, str]],
    theme: str,
    folder: Path,
) -> None:
    """Join the styles of a built site, in their order, and its scripts.

    ``furniture`` is what its pages left for their script, by language, ``around`` what stands around all of them in an
    edition to carry about, ``theme`` the address of the theme's own script. What was joined is removed.

    Raises:
        OSError: when a file is not there or cannot be written.
    """
    joined = {**CATALOGUE_SCRIPTS, **FORM_SCRIPTS, ENGINE_SCRIPT: ENGINE_PARTS}
    names = {*styles, *PAGE_SCRIPTS, CARRIED}.union(*joined.values())
    texts = {name: _read(folder / name) for name in names}
    for name in names - _ALSO_ALONE:
        (folder / name).unlink()
    for target, parts in {STYLES: styles, **joined}.items():
        _write(folder / target, [texts[name] for name in parts])
    for language, html in furniture.items():
        _write(folder / page_script(language), furnished([texts[name] for name in PAGE_SCRIPTS], html, theme))
    for language, fragments in around.items():
        _write(folder / carried_script(language), carried(texts[CARRIED], fragments))
    _shrink(folder / _SCRIPTS, "*.js", plain_script)
    _shrink(folder / _STYLES, "*.css", plain_styles)


def _shrink(folder: Path, kind: str, shrunk: Callable[[str], str]) -> None:
    """Take comments and blanks out of the files of a kind in a folder; those of others stay as they are."""
    for path in sorted(folder.rglob(kind)):
        if "vendor" not in path.relative_to(folder).parts:
            _write(path, [shrunk(_read(path))])


def plain_styles(text: str) -> str:
    """Styles that say the same without comments and blank lines.

    >>> plain_styles('b { top: 0; }  /* why */  q::after { content: "/*"; }').split(chr(10))
    ['b { top: 0; }', 'q::after { content: "/*"; }']
    """
    return _STYLES_BUT_FOR_COMMENTS.sub(lambda found: found[1] or "\n", text).strip()


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _write(path: Path, texts: Iterable[str]) -> None:
    path.write_text("\n".join(texts), encoding="utf-8", newline="\n")
