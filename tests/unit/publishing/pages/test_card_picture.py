"""The picture of a page: the size that services ask for, and words that stay inside."""

import re
from io import BytesIO
from itertools import pairwise
from typing import get_args

import pytest
from PIL import Image, ImageChops
from tests.support.paths import ROOT

from goodpractices.catalogue.choices import ThemeFamily
from goodpractices.publishing.pages.card_picture import FAMILY_COLOURS, SIZE, CardPicture, draw

TOKENS = ROOT / "docs/assets/styles/tokens.css"
EDGE = 85  # pixels on the right that no letter may reach


def drawn(**words: str) -> Image.Image:
    card = CardPicture(**{"above": "Sopot", "title": "Łąka", "below": "12 osób", "owner": "Katalog", **words})
    return Image.open(BytesIO(draw(card)))


def test_it_is_a_png_of_the_size_that_is_asked_for_and_small() -> None:
    assert (drawn().format, drawn().size) == ("PNG", SIZE)
    assert len(draw(CardPicture("a", "Zażółć gęślą jaźń " * 9, "c", "d"))) < 60_000


def test_every_word_of_the_card_is_seen() -> None:
    plain = drawn().tobytes()
    for name in ("above", "title", "below", "owner"):
        assert drawn(**{name: "Żółw"}).tobytes() != plain, name


def test_what_is_too_long_is_cut_before_the_edge() -> None:
    endless = dict.fromkeys(("above", "title", "below", "owner"), "bardzo długie słowa " * 30)
    for words in (endless, {"title": "Konstantynopolitańczykowianeczka" * 4}):
        picture = drawn(**words).convert("RGB")
        assert picture.crop((SIZE[0] - EDGE, 0, *SIZE)).getcolors() == [(EDGE * SIZE[1], (255, 255, 255))]
        assert picture.crop((40, 600, *SIZE)).getcolors() == [((SIZE[0] - 40) * 30, (255, 255, 255))]


def lines_below(title: str, below: str) -> int:
    """How many lines there are between a title of one line and the sign."""
    both, alone = (drawn(title=title, below=words).convert("L").crop((60, 140, 1200, 515)) for words in (below, ""))
    different = ImageChops.difference(both, alone)
    inked = [bool(different.crop((0, y, different.width, y + 1)).getbbox()) for y in range(different.height)]
    return sum(after and not before for before, after in pairwise(inked))


@pytest.mark.parametrize(("words", "lines"), [(3, 1), (12, 2), (300, 4)])
def test_what_is_said_below_goes_on_in_the_next_line_as_long_as_there_is_room(words: int, lines: int) -> None:
    assert lines_below("mmmm", " ".join(["mmm"] * words)) == lines


def test_what_has_no_room_ends_behind_a_whole_word_and_no_line_ends_with_a_short_one() -> None:
    many = " ".join(["mmmm"] * 200)
    assert drawn(above=f"{many} nnnn").tobytes() == drawn(above=f"{many} oooo").tobytes()
    tied = drawn(title="Dom w mieście i w gminie, w powiecie i w regionie")
    assert (
        tied.tobytes() == drawn(title="Dom w\xa0mieście i\xa0w\xa0gminie, w\xa0powiecie i\xa0w\xa0regionie").tobytes()
    )


def test_the_family_gives_the_colour_it_has_on_the_site() -> None:
    assert set(FAMILY_COLOURS) == set(get_args(ThemeFamily))
    light = TOKENS.read_text(encoding="utf-8").split("}")[1]
    for family, colour in FAMILY_COLOURS.items():
        assert re.search(f"--{family}: {colour};", light), family
        assert drawn(family=family).convert("RGB").getpixel((5, 5)) == tuple(bytes.fromhex(colour[1:]))


WHITE, INK, QUIET, SEA = (255, 255, 255), (18, 33, 44), (72, 89, 100), (15, 87, 116)
PLACES = {
    "above": ((60, 0, 1200, 140), (90, 80), QUIET),
    "title": ((60, 140, 1200, 235), (90, 142), INK),
    "below": ((60, 235, 1200, 500), (90, 242), SEA),
    "owner": ((160, 500, 1200, 630), (166, 524), INK),
}
"""Where each line is looked for, where it begins, and its colour."""


@pytest.mark.parametrize("name", PLACES)
def test_each_line_has_its_place_and_its_colour(name: str) -> None:
    region, (left, top), colour = PLACES[name]
    picture = drawn(above="HH", title="HH", below="HH", owner="HH").convert("RGB").crop(region)
    found = ImageChops.difference(picture, Image.new("RGB", picture.size, WHITE)).getbbox()
    assert found
    # An H begins a few pixels right of and some way below the corner of its line.
    assert 0 <= found[0] + region[0] - left <= 8
    assert 5 <= found[1] + region[1] - top <= 25
    assert min(picture.getcolors(9999) or [], key=lambda each: sum(each[1]))[1] == colour


def test_the_colour_of_the_family_is_a_bar_on_the_left() -> None:
    picture = drawn(family="youth").convert("RGB")
    bar = (131, 64, 155)
    assert [picture.getpixel(at) for at in ((0, 0), (28, 0), (28, 629))] == [bar, bar, bar]
    assert picture.getpixel((29, 300)) == WHITE
    assert drawn().convert("RGB").getpixel((0, 0)) == (113, 130, 141)


@pytest.mark.parametrize(
    ("at", "colour"),
    [
        ((105, 538), (240, 176, 74)),
        ((118, 533), (255, 255, 255)),
        ((130, 540), (159, 212, 232)),
        ((118, 560), (255, 255, 255)),
        ((95, 523), (15, 87, 116)),
        ((140, 568), (15, 87, 116)),
        ((90, 518), (255, 255, 255)),
        ((145, 573), (255, 255, 255)),
        ((118, 517), (255, 255, 255)),
        ((147, 546), (255, 255, 255)),
    ],
)
def test_the_sign_has_three_heads_above_a_wave(at: tuple[int, int], colour: tuple[int, int, int]) -> None:
    found = drawn().convert("RGB").getpixel(at)
    assert isinstance(found, tuple)
    assert all(abs(one - other) <= 6 for one, other in zip(found, colour, strict=True)), found


def rows_of_title(title: str) -> list[tuple[int, int]]:
    """The first and the last row of pixels of each line of a title that has no ascenders."""
    picture = drawn(title=title, below="").convert("L").crop((60, 140, 1200, 510))
    inked = [picture.crop((0, y, picture.width, y + 1)).getextrema()[0] < 128 for y in range(picture.height)]  # type: ignore[operator]
    starts = [y for y, ink in enumerate(inked) if ink and not inked[y - 1]]
    return [(y + 140, next(end for end in range(y, len(inked)) if not inked[end]) + 139) for y in starts]


def test_a_long_title_has_smaller_letters_on_four_lines_at_most() -> None:
    short, longer = rows_of_title("mmmm"), rows_of_title(" ".join(["mmmmm"] * 40))
    assert len(short) == 1
    assert len(longer) == 4
    height, smaller = (each[0][1] - each[0][0] for each in (short, longer))
    assert smaller < 0.75 * height
    # 1.22 of the size of the letters, which are of 42 pixels at least.
    assert {after[0] - before[0] for before, after in pairwise(longer)} == {51}
