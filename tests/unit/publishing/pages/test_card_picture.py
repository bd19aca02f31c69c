"""The picture of a page: the size that services ask for, and words that stay inside."""

import re
from io import BytesIO

from PIL import Image
from tests.support.paths import ROOT

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


def test_the_family_gives_the_colour_it_has_on_the_site() -> None:
    light = TOKENS.read_text(encoding="utf-8").split("}")[1]
    for family, colour in FAMILY_COLOURS.items():
        assert re.search(f"--{family}: {colour};", light), family
        assert drawn(family=family).convert("RGB").getpixel((5, 5)) == tuple(bytes.fromhex(colour[1:]))
