"""Small bars beside a figure: its parts, its share of a whole, or what is only planned.

Each is one line of SVG without colours of its own: classes say what a piece means, and the styles give both schemes
their colours. The figures stand beside it in words too, so nobody who misses the bar misses anything.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

Variant = Literal["done", "effect", "plan"]

_BAR = Markup('<svg class="bar{variant}" role="img" aria-label="{label}">{pieces}</svg>')
_COUNT = Markup('<svg class="bar" aria-hidden="true">{piece}</svg>')
_PART = Markup('<rect class="bar__{name}" x="{x}" width="{width}" height="100%"/>')
_GAP = Markup('<rect class="bar__gap" x="{x}" width="2" height="100%"/>')
_REST = Markup('<rect class="bar__rest" width="100%" height="100%"/>')
# Dashes rather than a whole: a plan must not look like a result even where colours are not seen.
_PLANNED = Markup(
    '<line class="bar__plan" x2="{width}" y1="50%" y2="50%" '
    'stroke="currentColor" stroke-width="12" stroke-dasharray="5 3"/>'
)
_NAMES = "abcd"
# A piece of a bar with words in it, which it cuts rather than letting them run into the next.
_SEGMENT = Markup('<svg x="{x}" width="{width}" aria-hidden="true">{words}</svg>')
_WORDS = Markup('<text class="bar__words{where}" x="10" y="50%" dy=".35em">{words}</text>')
# Pixels: how wide bars are at least on a wide page and on a phone, what a letter of a wide typeface takes, room beside.
_WIDE, _NARROW, _LETTER, _BESIDE = 800, 288, 9.2, 16


def split_bar(parts: Sequence[tuple[str, float]]) -> Markup:
    """A bar of the parts of a whole, each a pair of words and number; nothing where there is nothing to divide."""
    total = sum(value for _, value in parts)
    if total <= 0:
        return Markup()
    pieces, gaps, before = Markup(), Markup(), 0.0
    for place, (_, value) in enumerate(parts):
        x = _percent(before / total)
        pieces += _PART.format(name=_NAMES[place % len(_NAMES)], x=x, width=_percent(value / total))
        gaps += _GAP.format(x=x) if 0 < before < total else ""
        before += value
    return _BAR.format(variant="", label=", ".join(words for words, _ in parts), pieces=pieces + gaps)


def share_bar(ratio: float, label: str, variant: Variant = "done") -> Markup:
    """A bar of a part of a whole, from 0 to 1; a plan is dashed."""
    width = _percent(min(max(0.0, ratio), 1.0))
    share = _PLANNED.format(width=width) if variant == "plan" else _PART.format(name="share", x="0%", width=width)
    return _BAR.format(variant="" if variant == "done" else f" bar--{variant}", label=label, pieces=_REST + share)


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar, from 0 to 1: what it is and how much, of which as much stands in it as there is room for."""

    ratio: float
    name: str
    amount: str


def money_bar(grant: Segment, rest: Segment, label: str) -> Markup:
    """The bar of a sum: the part that a grant paid and the rest, with their words in them where they fit."""
    width = _percent(grant.ratio)
    pieces = _REST + _PART.format(name="share", x="0%", width=width)
    pieces += _SEGMENT.format(x="0%", width=width, words=_words_in(grant))
    pieces += _SEGMENT.format(x=width, width=_percent(rest.ratio), words=_words_in(rest))
    return _BAR.format(variant=" bar--money", label=label, pieces=pieces)


def _words_in(segment: Segment) -> Markup:
    """The words of a segment for wide pages and those for phones; none where not even the amount has room."""
    on_page, on_phone = _fitting(segment, _WIDE), _fitting(segment, _NARROW)
    if on_page == on_phone:
        return _WORDS.format(where="", words=on_page) if on_page else Markup()
    wide = _WORDS.format(where=" bar__words--wide", words=on_page)
    return wide + (_WORDS.format(where=" bar__words--narrow", words=on_phone) if on_phone else "")


def _fitting(segment: Segment, width: int) -> str:
    room = segment.ratio * width - _BESIDE
    whole = f"{segment.name} {segment.amount}"
    return next((words for words in (whole, segment.amount) if _LETTER * len(words) <= room), "")


def count_bar(ratio: float) -> Markup:
    """A bar of a number on a scale from 0 to 1, whose number and name stand below it in words."""
    return _COUNT.format(piece=_PART.format(name="share", x="0%", width=_percent(min(max(0.0, ratio), 1.0))))


def _percent(ratio: float) -> str:
    return f"{100 * ratio:.1f}".removesuffix(".0") + "%"
