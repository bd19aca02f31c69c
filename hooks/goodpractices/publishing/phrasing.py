"""Values of the model as people say them: dates, periods, figures, places, sizes."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ..catalogue import (
    HOME,
    LICENCES,
    EdtfDate,
    EdtfInterval,
    Indicator,
    Licence,
    Money,
    Period,
    Place,
    Practice,
    Rights,
    standing,
)
from ..wording import Number, Translations, at_date_in_words, date_in_words, day_in_words, range_in_words

_MONEY = ("PLN", "EUR")
# Below it megabytes would say too little.
_SMALL_FILE = 300_000
# What a phone has room for, in letters, and how much longer a sentence may be before it is cut.
_IN_SHORT, _LONG_SENTENCE = 95, 110
# Words of a letter or two, and what comes before them, belong to what follows.
_LOOSE_END = re.compile(r"(?:[\s,;:–-]+\w{0,2})+$")
# One letter before a dot, and these, are an abbreviation.
_END_OF_SENTENCE = re.compile(r"(?<=\w\w[.!?])(?<!\b(?:al|dr|im|in|np|os|pl|ul|św)\.)\s+(?=[^\W\d_a-ząćęłńóśźż])")


def when(value: EdtfDate | EdtfInterval, t: Translations) -> str:
    """A date or an interval: ``24–27 października 2022``, ``9 listopada, rok nieznany``."""
    if isinstance(value, EdtfInterval):
        return range_in_words(t, value.start, value.end)
    return date_in_words(t, value)


def state_at(lifecycle: str, known: EdtfDate | EdtfInterval, t: Translations) -> str:
    """The state of a practice with the time for which it is known: ``działała w lipcu 2025``."""
    if isinstance(known, EdtfInterval):
        return t(f"lifecycle.as_of.{lifecycle}", when=t("date.at.other", date=when(known, t)))
    return t(f"lifecycle.as_of.{lifecycle}", when=at_date_in_words(t, known))


def lifecycle(practice: Practice, t: Translations) -> str:
    """Whether a practice goes on, as of the day for which that is known: ``trwa``, ``działała w lipcu 2025``."""
    if practice.lifecycle_as_of is None:
        return t.choice("lifecycle", practice.lifecycle)
    return state_at(practice.lifecycle, practice.lifecycle_as_of, t)


def standing_in_words(practice: Practice, t: Translations, *, briefly: bool = False) -> str:
    """What those who run a practice said to its entry: ``potwierdzone przez prowadzących 3.2027``; nothing unasked.

    Args:
        practice: the practice.
        t: the words of a language.
        briefly: without what they dispute.
    """
    if (known := standing(practice)) is None:
        return ""
    when = t("standing.when", number=str(known.day.month), year=str(known.day.year))
    ended = ".ended" if practice.has_ended else ""
    words = t(f"standing.{known.state}{ended}", when=when)
    return t("standing.why", words=words, what=known.what) if known.what and not briefly else words


def day(value: date, t: Translations) -> str:
    """A day of the calendar: ``20 listopada 2026``."""
    return day_in_words(t, value)


def first_sentence(text: str) -> str:
    """The beginning of a text that says more in a place of its own; what may be a short word ends no sentence.

    >>> first_sentence("W 2017 r. urząd podał 7,8 mln zł. Inne źródło podaje mniej.")
    'W 2017 r. urząd podał 7,8 mln zł.'
    """
    return _END_OF_SENTENCE.split(text, maxsplit=1)[0]


def in_short(text: str) -> str:
    """The first sentence, or the beginning of one that takes more than two or three lines of a phone, up to a word.

    >>> in_short("Dom dla każdego, kto chce coś zrobić: " + "uszyć, ugotować, " * 5 + "naprawić.")
    'Dom dla każdego, kto chce coś zrobić: uszyć, ugotować, uszyć, ugotować, uszyć, ugotować'
    """
    sentence = first_sentence(text)
    if len(sentence) <= _LONG_SENTENCE:
        return sentence
    words = sentence[:_IN_SHORT].rsplit(" ", 1)[0]
    return _LOOSE_END.sub("", words)


def period(start: EdtfDate | None, end: EdtfDate | None, t: Translations) -> str:
    """From a date to a date: ``grudzień 2016 – grudzień 2023``, ``od grudnia 2016``."""
    return range_in_words(t, start, end)


def whole_period(value: Period, t: Translations) -> str:
    """The period of a practice, with a sign of it where somebody disputes it."""
    words = period(value.start, value.end, t)
    return words if value.disputed is None else doubtful(words, t)


def years(start: EdtfDate | None, end: EdtfDate | None, t: Translations) -> str:
    """The same in years alone, for cards: ``2016–2023``; nothing where no year is known."""
    first, last = (_year_only(each) for each in (start, end))
    return range_in_words(t, first, last) if first or last else ""


def whole_years(value: Period, t: Translations) -> str:
    """The years of the period of a practice, with a sign of it where somebody disputes it."""
    words = years(value.start, value.end, t)
    return doubtful(words, t) if words and value.disputed is not None else words


def machine_date(value: EdtfDate | EdtfInterval) -> str | None:
    """The date for the ``datetime`` of a ``time`` element; ``None`` for what HTML has no form for, or is not sure."""
    if isinstance(value, EdtfInterval) or value.year is None or value.approximate or value.uncertain:
        return None
    known = [f"{value.year:04}", *(f"{part:02}" for part in (value.month, value.day) if part)]
    return "-".join(known)


def size(count: int, t: Translations) -> str:
    """A number of bytes, as far as it tells whether to fetch them now: ``45 kB``, ``0,4 MB``, ``12 MB``."""
    if count < _SMALL_FILE:
        return t("size.kilobytes", amount=t.number(max(round(count / 1000), 1)))
    megabytes = count / 1_000_000
    return t("size.megabytes", amount=t.number(round(megabytes, 1) if megabytes < 10 else round(megabytes)))


def licence_label(licence: Licence, t: Translations) -> str:
    """What people call a licence: ``CC BY-SA 4.0``, ``wszelkie prawa zastrzeżone``."""
    return t.choice("licence_id", licence.id)


def rights_in_words(rights: Rights, t: Translations) -> str:
    """On what terms an entry may be used, and whom to name: ``CC BY-SA 4.0, Fundacja Las``."""
    return ", ".join(
        [licence_label(LICENCES[rights.licence], t), *([rights.attribution] if rights.attribution else [])]
    )


def mix_in_words(licences: Sequence[Licence], t: Translations) -> str:
    """What holds where entries have licences of their own; the first is that of the others."""
    first, *others = (licence_label(each, t) for each in licences)
    return t("licence.mixed", licence=first, others=t.listing(others)) if others else first


def figure_value(indicator: Indicator, t: Translations) -> str:
    """A figure without the word for what it counts: ``784``, ``co najmniej 300``, ``kilkanaście``, ``784 ?``."""
    words = plain_figure(indicator, t)
    return words if indicator.disputed is None else doubtful(words, t)


def amount(money: Money, t: Translations) -> str:
    """An amount of money: ``9,2 mln zł``, ``12 000 zł ?``."""
    words = plain_amount(money, t)
    return words if money.disputed is None else doubtful(words, t)


def plain_amount(money: Money, t: Translations) -> str:
    """The same without a sign that somebody disputes it, where that is said otherwise."""
    return t.money(money.amount, money.currency, money.precision)


def doubtful(words: str, t: Translations) -> str:
    """A value that somebody disputes, with a sign of it: ``784 ?``."""
    return t("figure.doubtful", value=words)


def qualified(words: str, precision: str, t: Translations) -> str:
    """A number in words with how exact it is: ``około 70``."""
    return t(f"figure.{precision}", value=words) if precision in ("at_least", "about") else words


def number_of(value: Number, indicator: Indicator, t: Translations) -> str:
    """Another number in the unit of a figure, exactly: ``662``, ``40,8%``."""
    return _amount(value, replace(indicator, precision="exact"), t)


def plain_figure(indicator: Indicator, t: Translations) -> str:
    """The same without a sign that somebody disputes it, where that is said otherwise."""
    if indicator.words is not None:
        return indicator.words
    if indicator.min is not None and indicator.max is not None:
        return t("figure.range_short", min=t.number(indicator.min), max=_amount(indicator.max, indicator, t))
    if indicator.value is None:
        return t("missing")
    return qualified(_amount(indicator.value, indicator, t), indicator.precision, t)


def place_name(place: Place, t: Translations) -> str:
    """A place, abroad with its country: ``Gdynia``, ``Stralsund, Niemcy``."""
    if place.country == HOME or place.level == "country":
        return place.name
    return t("place.with_country", place=place.name, country=t.country(place.country))


def many(what: str, count: int | None, precision: str, t: Translations) -> str:
    """Many of one kind: ``szkoły: około 70``."""
    return what if count is None else f"{what}: {qualified(t.number(count), precision, t)}"


def age(lowest: int | None, highest: int | None, t: Translations) -> str:
    """An age range: ``od 15 do 24 lat``, ``od 15 lat``, ``do 24 lat``."""
    return _between(lowest, highest, "age", t)


def inhabitants(lowest: int | None, highest: int | None, t: Translations) -> str:
    """A size of places: ``od 5 000 do 20 000 mieszkańców``."""
    return _between(lowest, highest, "inhabitants", t)


def _between(lowest: int | None, highest: int | None, key: str, t: Translations) -> str:
    if lowest is not None and highest is not None:
        return t(f"{key}.between", min=lowest, max=highest, n=highest)
    if lowest is not None:
        return t(f"{key}.from", min=lowest, n=lowest)
    return t(f"{key}.to", max=highest, n=highest) if highest is not None else t("missing")


def _year_only(value: EdtfDate | None) -> EdtfDate | None:
    return replace(value, month=None, day=None, season=None) if value and value.years else None


def _amount(value: Number, indicator: Indicator, t: Translations) -> str:
    if indicator.unit in _MONEY:
        return t.money(value, indicator.unit, "exact" if indicator.precision == "exact" else "rounded")
    return t("figure.percent", value=value) if indicator.unit == "percent" else t.number(value)
