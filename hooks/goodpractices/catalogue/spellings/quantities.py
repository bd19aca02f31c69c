"""Numbers, amounts and per cents as people type them: ``85 000,50 zł``, ``9,2 mln``, ``ok. 1 240``, ``32 proc.``."""

import re

from .plain import plain
from .tables import Table, table

Reading = dict[str, str]

_BLANK_GROUPS = re.compile(r"[0-9]{1,3}(?:[ '’][0-9]{3})+(?:[.,][0-9]{1,6})?")
_DOT_GROUPS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]{1,6}|[0-9]{1,3}(?:\.[0-9]{3}){2,}")
_COMMA_GROUPS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]{1,6}|[0-9]{1,3}(?:,[0-9]{3}){2,}")
_EITHER = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
_PLAIN = re.compile(r"[0-9]{1,15}(?:[.,][0-9]{1,6})?")
_NO_CENTS = re.compile(r"(?<=[0-9]),[-–—]+$")
_RANGE = re.compile(r"(.*[0-9a-z]) ?[-–—] ?([0-9].*)")
_MOST_DIGITS, _MOST_DECIMALS = 15, 6


def quantity(text: str) -> list[Reading]:
    """Every way to read a number: ``value``, or ``min`` and ``max`` of a range, each as a file writes it.

    What stood beside it comes along: ``currency``, ``unit`` (``percent``), ``precision``.
    """
    words = plain(text)
    further: Reading = {}
    words, precision = _head(words, table("precisions"))
    if precision:
        further["precision"] = precision
    words, currency = _either_end(words, table("currencies"))
    if currency:
        further["currency"] = currency
    elif (found := _tail(words, table("percent")))[1]:
        words = found[0]
        further["unit"] = "percent"
    return [{**each, **further} for each in _values(words) if not ("min" in each and precision)]


def _values(words: str) -> list[Reading]:
    if single := _numbers(words):
        return [{"value": each} for each in single]
    if found := _RANGE.fullmatch(words):
        zeros = _tail(found[2], table("multipliers"))[1]
        lows, highs = _numbers(found[1], zeros), _numbers(found[2])
        return [{"min": low, "max": high, "precision": "range"} for low in lows for high in highs]
    return []


def _numbers(words: str, zeros: str = "") -> list[str]:
    """The numbers that words can mean; ``zeros`` of a multiplier are added where the words have none."""
    if words.startswith("-"):
        return [f"-{each}" for each in _numbers(words[1:].lstrip(), zeros)]
    rest, own = _tail(words, table("multipliers"))
    zeros = own or zeros
    if rest in table("numerals"):
        found = [table("numerals")[rest]]
    else:
        found = _digits(rest, is_counted=bool(zeros)) if rest or not own else ["1"]
    moved = (_moved(each, int(zeros or 0)) for each in found)
    return list(dict.fromkeys(each for each in moved if each))


def _digits(words: str, *, is_counted: bool) -> list[str]:
    """The readings of digits with their signs; ``is_counted`` where thousands or millions are named behind them."""
    words = _NO_CENTS.sub("", words)
    if _BLANK_GROUPS.fullmatch(words):
        return [re.sub("[ '’]", "", words).replace(",", ".")]
    if _DOT_GROUPS.fullmatch(words):
        return [words.replace(".", "").replace(",", ".")]
    if _COMMA_GROUPS.fullmatch(words):
        return [words.replace(",", "")]
    if _EITHER.fullmatch(words):
        fraction = words.replace(",", ".")
        # Nobody says "1 250 millions" with a comma, while Polish has one before decimals.
        return [fraction] if is_counted and "," in words else [re.sub("[.,]", "", words), fraction]
    return [words.replace(",", ".")] if _PLAIN.fullmatch(words) else []


def _moved(number: str, places: int) -> str:
    """The number with its point moved to the right, without needless zeros; empty where a file has no room for it."""
    whole, _, decimals = number.partition(".")
    decimals = decimals.ljust(places, "0")
    whole = (whole + decimals[:places]).lstrip("0") or "0"
    decimals = decimals[places:].rstrip("0")
    if len(whole) > _MOST_DIGITS or len(decimals) > _MOST_DECIMALS:
        return ""
    return f"{whole}.{decimals}" if decimals else whole


def _head(words: str, meanings: Table) -> tuple[str, str]:
    """The words behind the longest one of a table that they begin with, and its meaning."""
    for word in sorted(meanings, key=len, reverse=True):
        rest = words.removeprefix(word)
        if rest != words and not (word[-1].isalpha() and rest[:1].isalpha()):
            return rest.removeprefix(".").lstrip(), meanings[word]
    return words, ""


def _tail(words: str, meanings: Table) -> tuple[str, str]:
    """The words before the longest one of a table that they end with, and its meaning."""
    for end in (words, words.removesuffix(".")):
        for word in sorted(meanings, key=len, reverse=True):
            rest = end.removesuffix(word)
            if rest != end and not (word[0].isalpha() and rest[-1:].isalpha()):
                return rest.rstrip(), meanings[word]
    return words, ""


def _either_end(words: str, meanings: Table) -> tuple[str, str]:
    rest, meaning = _tail(words, meanings)
    return (rest, meaning) if meaning else _head(words, meanings)
