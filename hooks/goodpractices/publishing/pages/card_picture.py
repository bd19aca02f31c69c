"""The picture that stands for a page where its address is shared: drawn here, with the letters of a font beside."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from math import pi, sin
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from ...wording import bind_short_words

SIZE = 1200, 630
"""Width and height in pixels, as the services that show such pictures ask for them."""

FAMILY_COLOURS = {
    "labour": "#ad4a17",
    "housing": "#3c55a8",
    "youth": "#83409b",
    "migration": "#0e6f86",
    "care": "#6f5a4a",
    "community": "#47701f",
    "governance": "#a12d57",
}
"""Those of ``tokens.css`` on light paper."""

_NEUTRAL = "#71828d"
_PAPER, _INK, _QUIET, _SEA = "#ffffff", "#12212c", "#485964", "#0f5774"
_AMBER, _SKY = "#f0b04a", "#9fd4e8"
_INKS = (_INK, _QUIET, _SEA)
# A picture of 256 colours: of each ink so many shades from paper on, for smooth letters; then the plain colours.
_SHADES = 64
_PLAIN_FROM = _SHADES * len(_INKS)
_PLAIN = (_PAPER, _NEUTRAL, *FAMILY_COLOURS.values())

_LEFT, _RIGHT, _TOP = 90, 1110, 80
_TITLE_SIZES = (64, 56, 48, 42)
_TITLE_LINES = 4
_BELOW_SIZE, _BELOW_STEP, _BELOW_LINES = 36, 48, 4
_SIGN, _FOOT = 56, 518
_FONTS = Path(__file__).parent / "fonts"


@dataclass(frozen=True, slots=True)
class CardPicture:
    """What a picture says: a line above, the title, a line below, whose it is, and the colour of the family."""

    above: str
    title: str
    below: str
    owner: str
    family: str | None = None


def draw(card: CardPicture) -> bytes:
    """The picture as PNG; the same words, the same bytes."""
    picture = Image.new("P", SIZE, _plain(_PAPER))
    picture.putpalette(_palette())
    colour = FAMILY_COLOURS.get(card.family or "", _NEUTRAL)
    ImageDraw.Draw(picture).rectangle((0, 0, 28, SIZE[1]), fill=_plain(colour))
    _write(picture, _QUIET, [(_LEFT, _TOP, card.above, _font("Regular", 32))])
    font, lines = _title(card.title)
    step = round(font.size * 1.22)
    title = [(_LEFT, _TOP + 62 + n * step, line, font) for n, line in enumerate(lines)]
    _write(picture, _INK, title)
    below = _TOP + 62 + len(lines) * step + 22
    rows = _rows(card.below, _font("Bold", _BELOW_SIZE), _lines_below(below))
    _write(
        picture, _SEA, [(_LEFT, below + n * _BELOW_STEP, row, _font("Bold", _BELOW_SIZE)) for n, row in enumerate(rows)]
    )
    _paste_sign(picture, (_LEFT, _FOOT))
    _write(picture, _INK, [(_LEFT + 76, 524, card.owner, _font("Bold", 32))])
    target = BytesIO()
    picture.save(target, "PNG", compress_level=3)  # a sixth larger than usual, in half the time
    return target.getvalue()


Text = tuple[int, int, str, ImageFont.FreeTypeFont]
"""Where a line of text begins, the line, and its font."""


def _write(picture: Image.Image, ink: str, texts: Sequence[Text]) -> None:
    first = _INKS.index(ink) * _SHADES
    for left, top, text, font in texts:
        mask = Image.new("L", (SIZE[0] - left, int(font.size * 1.5)))
        ImageDraw.Draw(mask).text((0, 0), _cut(text, font, _RIGHT - left), fill=255, font=font, anchor="la")
        shades = mask.point([first + value * (_SHADES - 1) // 255 for value in range(256)])
        picture.paste(shades, (left, top), mask.point([0] + [255] * 255))


def _title(title: str) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """The largest letters with which the title has room; with the smallest the rest of it is left out."""
    for size in _TITLE_SIZES:
        font = _font("Bold", size)
        lines = list(_lines(title, font))
        if len(lines) <= _TITLE_LINES:
            break
    return font, _rows(title, font, _TITLE_LINES)


def _lines_below(top: int) -> int:
    """How many lines have room between the title and the sign, not close to it."""
    return min(max((_FOOT - _SIGN // 3 - top) // _BELOW_STEP, 1), _BELOW_LINES)


def _rows(text: str, font: ImageFont.FreeTypeFont, most: int) -> list[str]:
    """The lines of a text, at most so many: the last one holds all the rest."""
    lines = list(_lines(text, font))
    return [*lines[: most - 1], *([" ".join(lines[most - 1 :])] if lines[most - 1 :] else [])]


def _lines(text: str, font: ImageFont.FreeTypeFont) -> Iterator[str]:
    line = ""
    for word in bind_short_words(text).split(" "):
        longer = f"{line} {word}".strip()
        if line and font.getlength(longer) > _RIGHT - _LEFT:
            yield line
            longer = word
        line = longer
    yield line


def _cut(text: str, font: ImageFont.FreeTypeFont, room: int) -> str:
    """The text, or as much of it as there is room for, in pixels."""
    if font.getlength(text) <= room:
        return text
    # No letter gives room back, so the longest beginning that has room is found by halving.
    kept = bisect_right(range(len(text)), float(room), key=lambda n: font.getlength(_beginning(text, n))) - 1
    return _beginning(text, max(kept, 0))


def _beginning(text: str, length: int) -> str:
    """So many letters of a text, up to its last whole word if there is one."""
    begun = text[:length]
    whole = begun if text[length : length + 1] in ("", " ") else begun.rpartition(" ")[0] or begun
    return f"{whole.rstrip(' ,;:–')}…"


def _paste_sign(picture: Image.Image, corner: tuple[int, int]) -> None:
    """Put the sign of the catalogue on the picture, its colours behind those that are there."""
    sign, colours = _sign()
    first = len(_palette()) // 3
    picture.putpalette(_palette() + colours)
    picture.paste(sign.point([min(value + first, 255) for value in range(256)]), corner)


@lru_cache
def _sign() -> tuple[Image.Image, bytes]:
    """Three heads above a wave, drawn large and made smaller for smooth edges, and its palette."""
    large = Image.new("RGB", (_SIGN * 4, _SIGN * 4), _PAPER)
    pen = ImageDraw.Draw(large)
    pen.rounded_rectangle((0, 0, _SIGN * 4 - 1, _SIGN * 4 - 1), _SIGN, fill=_SEA)
    for x, y, radius, colour in ((62, 81, 18, _AMBER), (112, 62, 20, _PAPER), (160, 87, 18, _SKY)):
        pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=colour)
    wave = [(40 + step, round(154 - 14 * sin((step - 12) * pi / 36))) for step in range(0, 149, 4)]
    pen.line(wave, fill=_PAPER, width=17, joint="curve")
    small = large.resize((_SIGN, _SIGN), Image.Resampling.LANCZOS).quantize(256 - len(_palette()) // 3)
    return small, bytes(small.getpalette() or ())


def _plain(colour: str) -> int:
    return _PLAIN_FROM + _PLAIN.index(colour)


@lru_cache
def _palette() -> bytes:
    colours = [_mixed(ink, n / (_SHADES - 1)) for ink in _INKS for n in range(_SHADES)]
    return bytes(value for colour in [*colours, *map(_rgb, _PLAIN)] for value in colour)


def _mixed(ink: str, share: float) -> tuple[int, int, int]:
    red, green, blue = (round(p + (i - p) * share) for p, i in zip(_rgb(_PAPER), _rgb(ink), strict=True))
    return red, green, blue


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


@lru_cache
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    # Without the layout engine that not every machine has, so that the bytes are the same on each.
    return ImageFont.truetype(_FONTS / f"NotoSans-{weight}.ttf", size, layout_engine=ImageFont.Layout.BASIC)
