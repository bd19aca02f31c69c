"""Small bars beside a figure: its parts, its share of a whole, or what is only planned.

Each is one line of SVG without colours of its own: classes say what a piece means, and the styles give both schemes
their colours. The figures stand beside it in words too, so nobody who misses the bar misses anything.
"""

from collections.abc import Sequence
from typing import Literal

from markupsafe import Markup

Variant = Literal["done", "effect", "money", "plan"]

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


def count_bar(ratio: float) -> Markup:
    """A bar of a number on a scale from 0 to 1, whose number and name stand below it in words."""
    return _COUNT.format(piece=_PART.format(name="share", x="0%", width=_percent(min(max(0.0, ratio), 1.0))))


def _percent(ratio: float) -> str:
    return f"{100 * ratio:.1f}".removesuffix(".0") + "%"
