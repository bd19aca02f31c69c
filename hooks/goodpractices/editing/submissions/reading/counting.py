"""How lists count: in digits, in letters or in Roman numbers."""

_MOST_COUNTED = 1000
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x")),
    *((9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def counted(number: int, by: str) -> str:
    """A number as a list counts ``by`` i, I, a or A; in digits by anything else, and beyond what anybody counts so."""
    if by.lower() not in ("i", "a") or not 0 < number < _MOST_COUNTED:
        return str(number)
    text = _roman(number) if by.lower() == "i" else _letters(number)
    return text.upper() if by.isupper() else text


def _roman(number: int) -> str:
    left, found = number, ""
    for worth, sign in _ROMAN:
        times, left = divmod(left, worth)
        found += sign * times
    return found


def _letters(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * (1 + (number - 1) // 26)
