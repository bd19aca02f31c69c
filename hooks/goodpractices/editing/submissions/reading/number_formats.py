"""What a cell of a spreadsheet shows: its value in its number format, as a Polish office sees it.

The formats are those of ECMA-376 (18.8.31). Fractions, padding and colours have no words of their own and are left
out; numbers take the decimal comma and a space between thousands.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation, localcontext
from fractions import Fraction

from babel.dates import format_datetime

BUILT_IN = {
    **{1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??"},
    **{14: "yyyy-mm-dd", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm"},
    **{21: "h:mm:ss", 22: "yyyy-mm-dd h:mm", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 45: "mm:ss"},
    **{46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@"},
    **dict.fromkeys((5, 6, 42), '#,##0 "zł"'),
    **dict.fromkeys((7, 8, 44), '#,##0.00 "zł"'),
    41: "#,##0",
    43: "#,##0.00",
}
"""The formats that have a number only; those of money show the currency of Poland, as Excel does there."""

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[\$(?P<currency>[^\]-]*)(?:-[^\]]*)?\]|\[(?P<elapsed>h+|m+|s+)\]'
    r"|\[[^\]]*\]|(?P<general>General|Standard)|(?P<exponent>E[+-]0+)|(?P<half>AM/PM|A/P)"
    r"|(?P<date>y+|m+|d+|h+|s+(?:\.0+)?|r+|e+)|(?P<fraction>[#?0]+\s*/\s*[?0-9]+)|(?P<digits>[#0?][#0?,]*(?:\.[#0?]*)?,*)"
    r"|(?P<decimals>\.[#0?]+)|(?P<percent>%)|(?P<text>@)|(?P<plain>.)",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]")
_SECTIONS = re.compile(r'((?:"[^"]*"|\\.|\[[^\]]*\]|[^;])*)(?:;|$)', re.DOTALL)
_MAX_DIGITS = 30
_MAX_FORMAT = 500
_LAST_DAY = 2_958_465  # 9999-12-31
_FORMS = {
    "yy": "yy",
    "m": "M",
    "mm": "MM",
    "mmm": "MMM",
    "mmmm": "LLLL",
    "mmmm!": "MMMM",
    "d": "d",
    "dd": "dd",
    "ddd": "EEE",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What a cell shows; ``date`` is the same in the catalogue's notation where it is a date."""

    text: str
    date: str = ""


def shown(stored: str, code: str, *, from_1904: bool = False) -> Shown:
    """The stored number of a cell as its format shows it."""
    try:
        number = Decimal(stored.strip())
    except InvalidOperation:
        return Shown(stored)
    if not number.is_finite() or abs(number.adjusted()) > 300 or len(code) > _MAX_FORMAT:
        return Shown(stored)
    section, number = _section(code, number)
    tokens = [
        (str(each.lastgroup or ""), each[each.lastgroup] if each.lastgroup else "") for each in _TOKEN.finditer(section)
    ]
    kinds = {kind for kind, _ in tokens}
    if "general" in kinds or (not section.strip() and code.count(";") == 0):
        return Shown(_literals(tokens, _general(number)))
    if kinds & {"date", "elapsed", "half"}:
        return _as_date(number, tokens, from_1904=from_1904)
    return Shown(_as_number(number, tokens).strip())


def shown_text(text: str, code: str) -> str:
    """A text as its format shows it: ``"Gmina "@`` puts a word before it."""
    sections = [each[1] for each in _SECTIONS.finditer(code[:_MAX_FORMAT])][: code.count(";") + 1]
    section = sections[3] if len(sections) > 3 else sections[-1] if sections else ""
    tokens = [
        (str(each.lastgroup or ""), each[each.lastgroup] if each.lastgroup else "") for each in _TOKEN.finditer(section)
    ]
    return _literals(tokens, text) if any(kind == "text" for kind, _ in tokens) else text


def _section(code: str, number: Decimal) -> tuple[str, Decimal]:
    """The part of a format that is for this number, and the number as that part shows it: it may lose its sign."""
    sections = [each[1] for each in _SECTIONS.finditer(code)][: code.count(";") + 1] or [""]
    for section in sections[:2]:
        if condition := _CONDITION.search(section):
            if _holds(number, condition[1], Decimal(condition[2])):
                return section, number
            continue
    if _CONDITION.search(sections[0]):
        return sections[min(len(sections) - 1, 2)], number
    if number < 0 and len(sections) > 1 and sections[1]:
        return sections[1], -number
    if number == 0 and len(sections) > 2:
        return sections[2], number
    return sections[0], number


def _holds(number: Decimal, sign: str, limit: Decimal) -> bool:
    below, same = number < limit, number == limit
    return {"<": below, "<=": below or same, "=": same, ">=": not below, ">": not (below or same), "<>": not same}[sign]


def _general(number: Decimal) -> str:
    """A number without a format: as many as eleven digits."""
    whole = f"{number:f}".lstrip("-").partition(".")[0]
    if len(whole) > 15 or (number and abs(number) < Decimal("1E-9")):
        return f"{number:.5E}".replace(".", ",")
    text = f"{_rounded(number, max(0, 10 - len(whole))):f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")


def _literals(tokens: list[tuple[str, str]], number: str) -> str:
    words = (number if kind in ("general", "text") else text if kind in _LITERAL else "" for kind, text in tokens)
    return "".join(words) if tokens else number


_LITERAL = ("quoted", "escaped", "currency", "plain", "percent")


def _as_number(number: Decimal, tokens: list[tuple[str, str]]) -> str:
    number = number * 100 ** sum(kind == "percent" for kind, _ in tokens)
    has_fraction = any(kind == "fraction" for kind, _ in tokens)
    groups = iter(_groups(number, [text for kind, text in tokens if kind in ("digits", "decimals")], tokens))
    out = []
    for kind, text in tokens:
        if kind in ("digits", "decimals"):
            out.append("" if has_fraction else next(groups))
        elif kind == "fraction":
            out.append(_fraction(number, text))
        elif kind == "text":
            out.append(_general(number))
        elif kind in _LITERAL:
            out.append(text)
    return "".join(out)


def _groups(number: Decimal, patterns: list[str], tokens: list[tuple[str, str]]) -> list[str]:
    """The digits for each pattern of a format: all in the first, or parted as in ``00-000`` for postal codes."""
    written = "".join(patterns)
    exponent = next((text for kind, text in tokens if kind == "exponent"), "")
    if len(patterns) > 1 and not exponent and not set(written) & {".", ","}:
        digits = f"{_rounded(abs(number), 0):f}".rjust(min(_MAX_DIGITS, written.count("0")), "0")
        parted, sign = [], _sign(number, digits)
        for pattern in reversed(patterns[1:]):
            parted.append(digits[-len(pattern) :])
            digits = digits[: -len(pattern)]
        return [sign + digits, *reversed(parted)]
    digits = _exponential(number, written, exponent) if exponent else _digits(abs(number), written)
    return [_sign(number, digits) + digits, *[""] * len(patterns)]


def _sign(number: Decimal, digits: str) -> str:
    """A minus, unless what is shown has been rounded to nothing."""
    return "-" if number < 0 and any(letter not in "0, " for letter in digits) else ""


def _digits(number: Decimal, written: str) -> str:
    """The digits of a number in a pattern such as ``#,##0.00``; a comma at its end divides by a thousand."""
    scale = len(written) - len(written.rstrip(","))
    whole, _, decimals = written.rstrip(",").partition(".")
    number = number / Decimal(1000) ** scale
    most = min(_MAX_DIGITS, sum(each in "0#?" for each in decimals))
    least = decimals.rindex("0") + 1 if "0" in decimals else 0
    text = f"{_rounded(number, most):f}"
    before, _, after = text.partition(".")
    after = after[: max(least, len(after.rstrip("0")))]
    before = before.lstrip("0").rjust(min(_MAX_DIGITS, whole.count("0")), "0")
    if "," in whole.strip(","):
        before = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", " ", before)
    return f"{before},{after}" if after else before


def _exponential(number: Decimal, written: str, exponent: str) -> str:
    decimals = min(_MAX_DIGITS, sum(each in "0#?" for each in written.partition(".")[2]))
    mantissa, _, power = f"{abs(number):.{decimals}E}".partition("E")
    sign = "-" if int(power) < 0 else "+" if "+" in exponent else ""
    return f"{mantissa.replace('.', ',')}E{sign}{abs(int(power)):0{len(exponent) - 2}d}"


def _fraction(number: Decimal, text: str) -> str:
    """A number as ``3 1/2``; as a decimal where that would not be small."""
    if abs(number) > 10**9:
        return _general(number)
    bottom = text.partition("/")[2].strip()
    exact = Fraction(number)
    near = (
        Fraction(round(exact * int(bottom)), int(bottom))
        if bottom.isdecimal() and int(bottom)
        else exact.limit_denominator(10 ** min(3, len(bottom)) - 1)
    )
    whole, rest = divmod(abs(near), 1)
    sign = "-" if near < 0 else ""
    return sign + " ".join(filter(None, (str(whole) if whole or not rest else "", f"{rest}" if rest else "")))


def _rounded(number: Decimal, decimals: int) -> Decimal:
    with localcontext() as context:
        context.prec = 400
        return number.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def _as_date(number: Decimal, tokens: list[tuple[str, str]], *, from_1904: bool) -> Shown:
    if number < 0 or number > _LAST_DAY:
        return Shown("#" * 8)
    if any(kind == "elapsed" for kind, _ in tokens):
        return Shown(_elapsed(number, tokens))
    moment = _moment(number, from_1904=from_1904)
    out, has_half = [], any(kind == "half" for kind, _ in tokens)
    for n, (kind, text) in enumerate(tokens):
        if kind == "date":
            out.append(_part_of_date(moment, _form(tokens, n), is_minute=_is_minute(tokens, n), half=has_half))
        elif kind == "half":
            out.append("AM" if moment.hour < 12 else "PM")
        elif kind in _LITERAL and (kind != "plain" or text != "@"):
            out.append(text)
    return Shown("".join(out).strip(), _notation(moment, tokens))


def _moment(number: Decimal, *, from_1904: bool) -> datetime:
    """The day and time of a serial number; Excel believes that there was a 29 February in 1900."""
    seconds = int((number * 86_400).to_integral_value(ROUND_HALF_UP))
    days, rest = divmod(seconds, 86_400)
    start = date(1904, 1, 1) if from_1904 else date(1899, 12, 31) if days < 60 else date(1899, 12, 30)
    try:
        day = start + timedelta(days)
    except OverflowError:
        day = date.max
    return datetime(day.year, day.month, day.day, rest // 3600, rest // 60 % 60, rest % 60)


def _form(tokens: list[tuple[str, str]], n: int) -> str:
    """A part of the format of a date; ``mmmm!`` is the month beside a day, which Polish inflects."""
    form = tokens[n][1].lower()
    beside_day = any(kind == "date" and text.lower() in ("d", "dd") for kind, text in tokens)
    return "mmmm!" if form == "mmmm" and beside_day else form


def _is_minute(tokens: list[tuple[str, str]], n: int) -> bool:
    """Whether the m's of a format are minutes: those behind an hour or before a second are."""
    if tokens[n][1].lower() not in ("m", "mm"):
        return False
    before = [text.lower() for kind, text in tokens[:n] if kind in ("date", "elapsed")]
    after = [text.lower() for kind, text in tokens[n + 1 :] if kind == "date"]
    return bool(before[-1:] and before[-1].startswith("h")) or bool(after[:1] and after[0].startswith("s"))


def _part_of_date(moment: datetime, form: str, *, is_minute: bool, half: bool) -> str:
    if is_minute:
        return f"{moment.minute:02d}" if form == "mm" else str(moment.minute)
    if form.startswith("h"):
        hour = (moment.hour % 12 or 12) if half else moment.hour
        return f"{hour:02d}" if len(form) > 1 else str(hour)
    if form.startswith("s"):
        return f"{moment.second:02d}" if form.startswith("ss") else str(moment.second)
    if form.startswith(("y", "r", "e")):
        return f"{moment.year:04d}" if len(form) > 2 or form[0] != "y" else f"{moment.year % 100:02d}"
    if form.startswith("mmmmm") and form != "mmmm!":
        return format_datetime(moment, "LLLLL", locale="pl")
    return format_datetime(moment, _FORMS.get(form, "EEEE"), locale="pl")


def _elapsed(number: Decimal, tokens: list[tuple[str, str]]) -> str:
    seconds = int((number * 86_400).to_integral_value(ROUND_HALF_UP))
    rest = {"h": seconds // 3600, "m": seconds // 60 % 60, "s": seconds % 60}
    total = {"h": seconds // 3600, "m": seconds // 60, "s": seconds}
    out = []
    for kind, text in tokens:
        if kind in ("date", "elapsed"):
            amount = (total if kind == "elapsed" else rest).get(text[0].lower(), 0)
            out.append(f"{amount:0{min(4, len(text.partition('.')[0]))}d}")
        elif kind in _LITERAL:
            out.append(text)
    return "".join(out).strip()


def _notation(moment: datetime, tokens: list[tuple[str, str]]) -> str:
    """The date as far as it is shown: a year, a month of a year, a day; nothing where no year is shown."""
    letters = {text[0].lower() for n, (kind, text) in enumerate(tokens) if kind == "date" and not _is_minute(tokens, n)}
    if not letters & {"y", "r", "e"}:
        return ""
    if "m" not in letters:
        return f"{moment.year:04d}"
    return f"{moment.year:04d}-{moment.month:02d}" + (f"-{moment.day:02d}" if "d" in letters else "")
