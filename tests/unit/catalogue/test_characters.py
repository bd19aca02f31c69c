"""What no text may hold: characters that nobody sees, and marks piled up on a letter."""

import unicodedata

import pytest

from goodpractices.catalogue import without_control_characters
from goodpractices.catalogue.characters import STACKED_MARKS, control_characters, stacked_marks

# As libyaml writes it.
ESCAPED = "\\U0001F468\u200d\\U0001F469\u200d\\U0001F467"
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
RAINBOW = "\U0001f3f3\ufe0f\u200d\U0001f308"
DOCTOR = "\U0001f469\U0001f3fd\u200d\u2695\ufe0f"
# In the composed form (NFC), as files are read.
WORDS = [
    "Việt Nam, Nguyễn Thị Ngọc Diệp",
    "ᾅδης ᾗ",
    "בְּרֵאשִׁ֖ית בָּרָ֣א",
    "السَّلَامُ عَلَيْكُمْ",
    "ที่นี่ น้ำ",
    "ё́ Ї́жак",
    "1\ufe0f\u20e3 ❤\ufe0f",
    "ŹDŹBŁO ą̃ ų́",
]


@pytest.mark.parametrize("emoji", [FAMILY, RAINBOW, DOCTOR, ESCAPED], ids=["family", "flag", "doctor", "escaped"])
def test_the_joiner_within_an_emoji_is_a_letter_of_it(emoji: str) -> None:
    assert list(control_characters(f"Rodziny {emoji}{emoji} z osiedla")) == []
    assert without_control_characters(emoji) == emoji


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("ra\u200dport", 3),
        ("\u200draport", 1),
        ("\U0001f469\u200draport", 2),
        ("raport\u200d\U0001f469", 7),
        ("\U0001f469\u200d\u200d\U0001f469", 2),
    ],
    ids=["in a word", "before one", "after an emoji", "before an emoji", "twice"],
)
def test_elsewhere_it_is_a_character_that_nobody_sees(text: str, column: int) -> None:
    problem, *_ = control_characters(text)
    assert (problem.key, problem.params, problem.column) == ("control_character", {"value": "U+200D"}, column)
    assert "\u200d" not in without_control_characters(text)


@pytest.mark.parametrize("words", WORDS)
def test_no_language_is_taken_for_a_pile_of_marks(words: str) -> None:
    assert list(stacked_marks(unicodedata.normalize("NFC", words))) == []
    assert list(stacked_marks(unicodedata.normalize("NFD", words))) == []


def test_a_pile_is_told_where_its_letter_stands() -> None:
    [problem] = stacked_marks("las\nz" + "\u0332\u0303" * 30 + "algo")
    assert (problem.key, problem.params, problem.line, problem.column) == (
        "stacked_marks",
        {"count": 60, "most": 4},
        2,
        1,
    )


def test_each_character_that_nobody_sees_is_told_with_its_line_and_column() -> None:
    found = control_characters("las\u200b\nmost \u202edom\n\u2060")
    told = [(each.key, each.params, each.line, each.column) for each in found]
    assert told == [
        ("control_character", {"value": "U+200B"}, 1, 4),
        ("control_character", {"value": "U+202E"}, 2, 6),
        ("control_character", {"value": "U+2060"}, 3, 1),
    ]


def test_only_marks_count_as_marks() -> None:
    found = [chr(code) for code in range(0x20, 0x10000) if STACKED_MARKS.fullmatch(chr(code) * 5)]
    assert {unicodedata.category(each) for each in found} == {"Mn", "Me"}
