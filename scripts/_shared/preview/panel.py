"""What the preview says on its pages: the problems, as the words that they are.

Its words stand here and not in the wording files: these may be the very thing that is faulty.
"""

from __future__ import annotations

import html
from collections.abc import Sequence

BROKEN = "Strony nie da się teraz zbudować, więc widać ostatnią dobrą wersję. Popraw:"
NOTHING_YET = "Strony nie da się zbudować. Popraw, a pojawi się tutaj sama:"
DOUBTFUL = "Tak strona wygląda teraz, ale z tymi błędami nie da się jej opublikować:"
IN_THE_TERMINAL = "Budowanie się nie powiodło. Szczegóły są w terminalu."
OUTDATED = "Zmienił się sam program podglądu. Zakończ go klawiszami Ctrl+C i uruchom ponownie."

EMPTY_PAGE = """<!doctype html><html lang="pl"><head><meta charset="utf-8"><title>Podgląd katalogu</title></head>\
<body></body></html>"""
_PANEL = """<div role="alert" lang="pl" data-preview-problems style="position:fixed;z-index:2147483647;\
inset:auto 0 0 0;max-height:50vh;overflow:auto;box-sizing:border-box;padding:1rem 1.5rem;background:#fff4f4;\
color:#1d1d1d;\
border-top:4px solid #b00020;font:16px/1.5 system-ui,sans-serif"><p style="margin:0 0 .5rem"><b>{heading}</b></p>\
<ul style="margin:0;padding-left:1.2rem">{items}</ul></div>"""
_ITEM = '<li style="overflow-wrap:anywhere;white-space:pre-wrap">{}</li>'


def panel(problems: Sequence[str], *, has_pages: bool) -> str:
    """The problems as HTML, the words of strangers in them as nothing but words; nothing where there are none."""
    if not problems:
        return ""
    heading, *lines = problems
    shown = heading if has_pages or heading != BROKEN else NOTHING_YET
    return _PANEL.format(heading=html.escape(shown), items="".join(_ITEM.format(html.escape(each)) for each in lines))
