"""Signs that a file does not write as letters: of the typefaces Symbol and Wingdings, and raised or lowered digits."""

_NUMBERS = "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"
_WINGDINGS = {
    **dict.fromkeys((0xFE, 0xFD, 0xFC, 0x78), "☒"),
    0xFB: "✗",
    **dict.fromkeys((0xA8, 0x6F, 0xA3, 0x71, 0x72), "☐"),
    **dict.fromkeys((0xB7, 0xA7, 0xD8, 0x6C, 0x6E, 0x76, 0x77), "•"),
    **dict(zip((*range(0xDF, 0xE3), *range(0xE7, 0xEB), *range(0xEF, 0xF3)), "←→↑↓" * 3, strict=True)),
    **dict(zip((0x28, 0x29, 0x2A, 0x4A, 0x4C, 0xAB), "☎☎✉☺☹★", strict=True)),
    **dict(zip(range(0x80, 0x96), _NUMBERS, strict=True)),
}
"""Ticks, boxes, bullets, arrows and numbers of Wingdings, by their codes; its kin has others at the same codes."""
_TABLES = {
    "wingdings 2": {**dict.fromkeys((0x50, 0x51, 0x52, 0x53, 0x54), "☒"), 0x4F: "✗", 0xA3: "☐"},
    "wingdings 3": dict(zip((0x66, 0x67, 0x68, 0x69), "←→↑↓", strict=True)),
    "webdings": {0x61: "☒", 0x72: "✗", 0x63: "☐", **dict(zip((0x33, 0x34, 0x35, 0x36), "←→↑↓", strict=True))},
}
_SYMBOL = dict(
    (
        *zip(range(0x20, 0x40), " !∀#∃%&∋()∗+,−./0123456789:;<=>?", strict=True),
        *zip(range(0x40, 0x60), "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_", strict=True),
        *zip(range(0x60, 0x7F), "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼", strict=True),
        *zip(range(0xA0, 0xC0), "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵", strict=True),
        *zip(range(0xC0, 0xE0), "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓", strict=True),
        *zip((0xE0, 0xE1, 0xE2, 0xE3, 0xE4, 0xE5, 0xF1, 0xF2), "◊〈®©™∑〉∫", strict=True),
    )
)
_OWN = range(0xF000, 0xF100)
"""Where such a typeface has its signs in Unicode: beside all letters."""
PLACES = {"super": "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾", "sub": "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎"}
_ON_LINE = "0123456789+−-=()"
_PLACED = {place: str.maketrans(_ON_LINE, signs) for place, signs in PLACES.items()}
LOWERED = str.maketrans("".join(PLACES.values()), _ON_LINE * len(PLACES))
"""Raised and lowered signs as those on the line."""


def sign(font: str, code: str) -> str:
    """The sign that a typeface has at a code; empty where nobody knows it.

    >>> sign("Symbol", "F0B1"), sign("Calibri", "20AC"), sign("Wingdings", "F0FE")
    ('±', '€', '☒')
    """
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if number in _OWN or _is_of_signs(font):
        return _table(font).get(number % 0x100, "")
    return chr(number) if 0x20 <= number < 0xD800 else ""


def in_letters(text: str, font: str) -> str:
    r"""A text of a typeface of signs: codes beside all letters, and letters where it has signs for all of them.

    >>> in_letters("wiek \uf0a3 26", "Symbol"), in_letters("o", "Wingdings"), in_letters("o", "Arial")
    ('wiek ≤ 26', '☐', 'o')
    """
    known = _table(font)
    if _is_of_signs(font) and text.strip() and all(each.isspace() or ord(each) in known for each in text):
        return "".join(each if each.isspace() else known[ord(each)] for each in text)
    if not any("\uf000" <= letter <= "\uf0ff" for letter in text):
        return text
    return "".join(known.get(ord(each) % 0x100, each) if ord(each) in _OWN else each for each in text)


def placed(text: str, place: str) -> str:
    """A text above (``super``) or below the line (``sub``): ``10`` and a raised ``6`` are no 106."""
    return text.translate(_PLACED[place]) if place in _PLACED else text


def _is_of_signs(font: str) -> bool:
    return font.casefold().startswith(("symbol", "wingdings", "webdings"))


def _table(font: str) -> dict[int, str]:
    name = font.casefold()
    return _SYMBOL if name.startswith("symbol") else _TABLES.get(name, _WINGDINGS)
