"""Fewer and smaller files of styles and scripts, since a browser waits for each before it shows a page."""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from ..form import FORM_SCRIPTS
from ..pages import (
    CATALOGUE_SCRIPTS,
    COMPARE_SCRIPTS,
    ENGINE_PARTS,
    FIT_SCRIPTS,
    SAVED_STYLES,
    SAVING_SCRIPTS,
    SHORTLIST_PARTS,
    TOGGLES_SCRIPT,
    WORDS_SCRIPT,
    ShortlistWords,
)
from ..styles import FOR_ALL, STYLE_FILES
from .plain_scripts import plain_script

_SCRIPTS = "assets/scripts"
_STYLES = "assets/styles"
# What stays: texts, and a comment that alone keeps two words apart. What goes: other comments, and blanks around lines.
_STYLES_BUT_FOR_COMMENTS = re.compile(
    r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|(?<=\S)/\*.*?\*/(?=\S))|\s*(?:/\*.*?\*/|\n)(?:\s|/\*.*?\*/)*""", re.DOTALL
)
# What stays: texts. What goes: blanks around the signs between rules and their parts, and the last semicolon of a rule.
_SPARED_OR_BLANK = re.compile(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|;?\s*(\})\s*|\s*([{;,])\s*|(:)\s+""", re.DOTALL)
EARLY_SCRIPT = f"{_SCRIPTS}/early.js"
"""The script that runs before anything of a page is drawn."""

_PAGE_SCRIPTS = (
    *(f"{_SCRIPTS}/{name}.js" for name in ("script_only", "header", "languages")),
    TOGGLES_SCRIPT,
)
# What a reader gets who turns to the search of the header: what answers, and what shows the answers.
_HEADER_SEARCH = {
    f"{_SCRIPTS}/search.js": (WORDS_SCRIPT, *ENGINE_PARTS, f"{_SCRIPTS}/search/data.js"),
    f"{_SCRIPTS}/header_search.js": tuple(
        f"{_SCRIPTS}/{name}.js" for name in ("phrases", "elements", "search/leads", "search/header")
    ),
}
_OFFLINE = f"{_SCRIPTS}/offline_parts.js"


def page_script(language: str) -> str:
    """The one file with the scripts of every page in a language."""
    return f"{_SCRIPTS}/site.{language}.js"


def offline_script(language: str) -> str:
    """The file with the header and the footer of all pages of the offline edition in a language."""
    return f"{_SCRIPTS}/offline.{language}.js"


def pack_assets(
    styles: Sequence[str],
    script_only: Mapping[str, str],
    shortlists: Mapping[str, ShortlistWords],
    offline: Mapping[str, Mapping[str, str]],
    folder: Path,
) -> None:
    """Join the styles of a built site, in their order, and its scripts. What was joined is removed.

    Args:
        styles: the styles of every page.
        script_only: what scripts alone use of the header, by language.
        shortlists: what the toggles of the comparison say, by language.
        offline: the header and the footer of all pages of an offline edition, by language.
        folder: the site.

    Raises:
        OSError: when a file is not there or cannot be written.
    """
    scripts = {
        **_HEADER_SEARCH,
        **CATALOGUE_SCRIPTS,
        **FIT_SCRIPTS,
        **COMPARE_SCRIPTS,
        **FORM_SCRIPTS,
    }
    joined = {**scripts, **STYLE_FILES}
    names = {*styles, *_PAGE_SCRIPTS, *SHORTLIST_PARTS, SAVED_STYLES[-1], _OFFLINE}
    names = names.union(*joined.values(), *SAVING_SCRIPTS.values())
    texts = {name: _read(folder / name) for name in names.union(SAVED_STYLES)}
    for name in names:
        (folder / name).unlink()
    (folder / _SCRIPTS / "search").rmdir()  # all of it was joined
    for target, parts in {FOR_ALL: styles, **joined}.items():
        _write(folder / target, [texts[name] for name in parts])
    for language, html in script_only.items():
        first, *others = (texts[name] for name in _PAGE_SCRIPTS)
        script = _shortlist_script(language).removeprefix(f"{_SCRIPTS}/")
        toggles = _call("katalogToggles", shortlists[language].label, script)
        _write(folder / page_script(language), [first, _call("katalogScriptOnly", html), *others, toggles])
    for language, words in shortlists.items():
        keeping = [texts[name] for name in SHORTLIST_PARTS]
        _write(folder / _shortlist_script(language), [*keeping, _call("katalogShortlist", words.said)])
    saved_styles = plain_styles("\n".join(texts[name] for name in SAVED_STYLES))
    for target, parts in SAVING_SCRIPTS.items():
        _write(folder / target, [*(texts[name] for name in parts), _call("katalogCompareSaving", saved_styles)])
    for language, around in offline.items():
        _write(folder / offline_script(language), [texts[_OFFLINE], _call("katalogOffline", around)])
    _shrink(folder / _SCRIPTS, "*.js", plain_script)
    _shrink(folder / _STYLES, "*.css", plain_styles)


def _shortlist_script(language: str) -> str:
    """The file that keeps what is chosen to be compared, in a language."""
    return f"{_SCRIPTS}/compare/shortlist.{language}.js"


def _call(function: str, *values: object) -> str:
    """The call of a function of the script before it, which hands it values."""
    return f"{function}({', '.join(json.dumps(value, ensure_ascii=False) for value in values)});"


def _shrink(folder: Path, kind: str, shrunk: Callable[[str], str]) -> None:
    """Take comments and blanks out of the files of a kind in a folder; those of others stay as they are."""
    for path in sorted(folder.rglob(kind)):
        text = "" if "vendor" in path.relative_to(folder).parts else _read(path)
        if (plain := shrunk(text)) != text:  # what is plain already stays as it was noted when it was made
            _write(path, [plain])


def plain_styles(text: str) -> str:
    """Styles that say the same without comments and without the blanks that only their authors read.

    >>> plain_styles('b, i { top: 0; }  /* why */  q::after { content: "/* ;"; }')
    'b,i{top:0}q::after{content:"/* ;"}'
    """
    said = _STYLES_BUT_FOR_COMMENTS.sub(lambda found: found[1] or "\n", text)
    return _SPARED_OR_BLANK.sub(lambda found: next(filter(None, found.groups())), said).strip()


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _write(path: Path, texts: Iterable[str]) -> None:
    path.write_text("\n".join(texts), encoding="utf-8", newline="\n")
