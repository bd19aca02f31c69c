"""From answers to records of an entry: what is sure becomes one, with the reply as its source; the rest is asked about.

The readers are those of the forms and of the import. Of a sentence that says an amount or a figure among other words,
the words stay beside it in ``note``, so that an editor sees what was understood and nothing is lost.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ...catalogue import is_safe_link, list_items, plain_words, spelling_table
from ...wording import ORIGINAL, Translations
from ..submissions.figures import figure_told, measured_told, money_told, obstacle_told, with_ids
from ..submissions.names import Names, split_choices
from .reply_adoptions import adoption_told
from .reply_lines import sentences
from .reply_signatures import is_office
from .reply_words import TIMES, YEAR, first_beginning, holds, opening

_OF_WHICH = re.compile(r"[,;]?\s+(?:w tym|z tego|z czego|including|of which)\b:?\s*", re.IGNORECASE)
_NUMBER = r"\d{1,3}(?:[ \u00a0\u202f.]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_ABOUT = r"(?:ok\.|ok|około|co najmniej|przynajmniej|about|around|approximately|at least)\s+"
_TIMES = rf"(?:\s?(?:{TIMES}))?"
_COUNT = re.compile(
    rf"(?P<typed>(?:{_ABOUT})?(?:{_NUMBER})(?:\s?[–-]\s?(?:{_NUMBER}))?{_TIMES})\s?(?P<unit>%|per\s?cent|[^\W\d_]+)",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    rf"(?:{_ABOUT})?(?:(?:{_NUMBER}){_TIMES}\s?(?:zł(?:otych)?|PLN|EUR|euro|€|USD|GBP|£|SEK|NOK|CZK|DKK)(?!\w)"
    rf"|(?:PLN|EUR|€|USD|GBP|£|SEK|NOK|DKK)\s?(?:{_NUMBER}){_TIMES}(?!\w))",
    re.IGNORECASE,
)
_PARTS = re.compile(rf"{_OF_WHICH.pattern}|\s*\((?=[^)]*\d)|,\s+|\s+(?:i|oraz|and)\s+", re.IGNORECASE)
_ROW = re.compile(r",\s+|\s+(?:i|oraz|and)\s+", re.IGNORECASE)
_PARTLY = re.compile(
    r"roczn|rok(?:u)? rocz|co rok|każdego roku|w skali roku|na rok|/\s?(?:rok|mies|os|godz|year|month)|mies\.|miesię"
    r"|dzienn|na osobę|za osobę|na uczestnik|za godzinę|annual|yearly|monthly"
    r"|(?:per|an?|each|every|one) (?:year|person|month|week|day|participant|hour)",
    re.IGNORECASE,
)
_OF_YEAR = re.compile(
    r"(?:(?:w|in)\s+)?(?:rok(?:u)?\s+)?(?:19|20)\d\d(?:\s?r\.|\s+rok(?:u)?)?\s*[:–-]\s", re.IGNORECASE
)
_BETWEEN_YEARS = re.compile(r",\s+|\s+(?:a|i|oraz|and)\s+", re.IGNORECASE)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?:tel\.?|telefon|phone|tel\.:)?\s*(?P<number>\+?\d[\d ()-]{6,}\d)", re.IGNORECASE)
_SHARE = re.compile(r"\d\s?(?:%|proc|per\s?cent)", re.IGNORECASE)
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_LABEL = 200
_SHORT = 5


@dataclass(slots=True)
class Values:
    """What answers come to: records by the field of an entry, questions, and what was read in another spelling."""

    t: Translations
    names: Mapping[str, Names]
    source: str
    language: str = ORIGINAL
    """That of the letter: in English a comma parts thousands."""
    made: dict[str, list[Any]] = field(default_factory=dict)
    doubts: list[tuple[str, str]] = field(default_factory=list)
    """Words that a person has to place, each with the topic."""

    def take(self, topic: str, words: str) -> None:
        """Read the answer to a topic."""
        if plain_words(words).rstrip(" .!") in spelling_table("unknowns"):
            self.doubts.append((topic, words))
        else:
            _READ[topic](self, words)

    def typed(self, words: str) -> str:
        """Words with their numbers as the readers take them."""
        return words if self.language == ORIGINAL else _THOUSANDS.sub(" ", words)

    def add(self, name: str, record: Any) -> None:
        self.made.setdefault(name, []).append(record)

    def audience(self, words: str) -> None:
        names = self.names["target_groups"]
        if lead := opening(plain_words(words), "leads"):
            self.doubts.append(("audience", words))  # only a person can say whether others belong there as well
            words = words.strip()[len(lead) :].strip(" ,:–-")
        for each in split_choices(_with_commas(words, names), names):
            parts = [(part, names.find(part) or _by_synonym(part, names)) for part in _named_or_parts(each, names)]
            for _, found in parts:
                if found:
                    self.add("target_groups", found)
            if not all(found for _, found in parts):
                self.doubts.append(("audience", each))

    def scale(self, words: str) -> None:
        self.figures("scale", words)

    def effect(self, words: str) -> None:
        self.figures("effect", words)

    def figures(self, topic: str, words: str) -> None:
        nature = "output" if topic == "scale" else "outcome"
        for piece in (part for each in _pieces(words) for part in _by_years(each)):
            typed = self.typed(piece)
            if told := self.figure_of(typed, topic, nature):
                self.add("indicators", {**told, "source": self.source})
            else:
                self.doubts.append((topic, piece))
        if "indicators" in self.made:
            self.made["indicators"] = with_ids([_without(each, "id") for each in self.made["indicators"]])

    def figure_of(self, typed: str, topic: str, nature: str) -> dict[str, Any] | None:
        """The figure that a piece says in the spelling of the form, or in a sentence; a year is no name for it."""
        if (year := _OF_YEAR.match(typed)) and (told := self.figure_in(typed[year.end() :], topic, nature)):
            return told | {"as_of": YEAR.findall(year[0])[0], "note": typed} if "as_of" not in told else None
        if year:
            return None
        return figure_told(typed, 1) or figure_told(f"{typed}, {nature}", 1) or self.figure_in(typed, topic, nature)

    def figure_in(self, piece: str, topic: str, nature: str) -> dict[str, Any] | None:
        """The one figure in a sentence, if it has one: a number with what it counts, and perhaps a year."""
        found = [each for each in _COUNT.finditer(piece) if _is_counted(each)]
        if len(found) != 1 or any(letter.isdigit() for letter in YEAR.sub("", _cut(piece, found[0]))):
            return None
        if _is_bound(piece[: found[0].start()]):
            return None
        measured = measured_told(" ".join(found[0][0].split()))
        if measured is None:
            return None
        years = YEAR.findall(_cut(piece, found[0]))
        said = piece[: _LABEL - 1] if topic == "effect" or len(piece) > _LABEL else ""
        label = said or self.t(
            f"reply_figure.{measured['unit']}" if measured["unit"] == "person" else "reply_figure.other"
        )
        told = {"label": label, **measured, "nature": nature, "note": piece}
        return told | {"as_of": years[0]} if len(years) == 1 else told

    def cost(self, words: str) -> None:
        for piece, is_part in _amounts(words):
            typed = self.typed(piece)
            is_told = not (is_part and not _roles_in(piece)) and not _PARTLY.search(typed)
            told = self.amount_of(typed) if is_told else None
            if told:
                self.add("funding", {**told, "source": self.source})
            else:
                self.doubts.append(("cost", piece))

    def amount_of(self, typed: str) -> dict[str, Any] | None:
        """The amount that a piece says in the spelling of the form, in a sentence, or before the shares of it."""
        told = money_told(typed, 1)
        roles = _roles_in(typed) - {"total"}
        if told and told["role"] == "total" and roles:
            told = None  # a name behind the amount, which the spelling of the form has before it
        return told or self.amount_in(typed) or self.amount_before_share(typed)

    def amount_in(self, piece: str) -> dict[str, Any] | None:
        """The one amount in a sentence."""
        found = [*_AMOUNT.finditer(piece)]
        if len(found) != 1 or _is_bound(piece[: found[0].start()]):
            return None
        rest = _cut(piece, found[0])
        if any(letter.isdigit() for letter in YEAR.sub("", rest)):
            return None
        roles = _roles_in(rest)
        role = next(iter(roles)) if len(roles) == 1 else "" if roles else "total"
        told = money_told(found[0][0].strip(), 1) if role else None
        return {**told, "role": role, "note": piece} if told else None

    def amount_before_share(self, piece: str) -> dict[str, Any] | None:
        """The amount of a sentence that says behind it, in per cent, who paid how much of it."""
        whole, *parts = _OF_WHICH.split(piece, maxsplit=1)
        if not parts or not _SHARE.search(parts[0]) or _AMOUNT.search(parts[0]):
            return None
        told = money_told(whole, 1) or self.amount_in(whole)
        return {**told, "note": piece} if told else None

    def evidence(self, words: str) -> None:
        plain = plain_words(words)
        table = spelling_table("evaluations").items()
        kinds = {kind for word, kind in table if first_beginning(plain, word) is not None}
        if "comparative" in kinds:
            kinds = {"comparative"}
        if len(kinds) == 1 and len(words) <= 1000:
            self.add("evaluation", {"type": kinds.pop(), "note": " ".join(words.split()), "source": self.source})
        else:
            self.doubts.append(("evidence", words))

    def conditions(self, words: str) -> None:
        lines = _items(words)
        for line in re.split(r";\s+", lines[0]) if len(lines) == 1 else lines:
            self.add("preconditions", line)

    def obstacles(self, words: str) -> None:
        for line in _items(words):
            self.add("obstacles", {**obstacle_told(line), "source": self.source})

    def adoptions(self, words: str) -> None:
        for line in (part for each in _items(words) for part in re.split(r";\s+", each)):
            told, left = adoption_told(line, self.names)
            if told:
                self.add("adoptions", {**told, "source": self.source})
            if left or not told:
                self.doubts.append(("adoptions", line))

    def contact(self, words: str) -> None:
        """The office with its address and telephone; what may be the name of a person is asked about."""
        told: dict[str, Any] = {}
        rest = words
        if (email := _EMAIL.search(rest)) and is_safe_link(f"mailto:{email[0]}"):
            told["email"], rest = email[0], rest.replace(email[0], " , ")
        if phone := _PHONE.search(rest):
            told["phone"], rest = " ".join(phone["number"].split()), rest.replace(phone[0], " , ")
        parts = [part.strip(" .:()<>") for part in re.split(r"[,;\n]", rest)]
        parts = [
            part for part in parts if part and plain_words(part) not in ("tel", "e-mail", "email", "telefon", "phone")
        ]
        offices = [part for part in parts if is_office(part)]
        if offices:
            told["unit"] = offices[0]
        left = [part for part in parts if part not in offices[:1]]
        if told:
            self.add("contacts", {**told, "source": self.source})
        if left or not told:
            self.doubts.append(("contact", "; ".join(left) or words))


_READ: Mapping[str, Callable[[Values, str], None]] = {
    "audience": Values.audience,
    "scale": Values.scale,
    "effect": Values.effect,
    "cost": Values.cost,
    "evidence": Values.evidence,
    "conditions": Values.conditions,
    "obstacles": Values.obstacles,
    "adoptions": Values.adoptions,
    "contact": Values.contact,
}


def _items(words: str) -> list[str]:
    return [" ".join(each.split()) for each in list_items(words) if each.strip()]


def _pieces(words: str) -> Iterator[str]:
    """The sentences of an answer, a line or part of one each."""
    for line in _items(words):
        yield from (part.strip() for each in sentences(line) for part in re.split(r";\s+", each) if part.strip())


def _by_years(piece: str) -> list[str]:
    """The parts of a sentence that say a figure for a year each, or all of it."""
    parts = _BETWEEN_YEARS.split(piece)
    is_row = len(parts) > 1 and all(
        len(YEAR.findall(each)) == 1 and sum(map(_is_counted, _COUNT.finditer(each))) == 1 for each in parts
    )
    return parts if is_row else [piece]


def _roles_in(piece: str) -> set[str]:
    """What the amounts of a sentence are called in it."""
    return {role for words, role in spelling_table("funding_roles").items() if holds(plain_words(piece), words)}


def _trimmed(part: str) -> str:
    """A part of a sentence without the signs that parted it; brackets stay if both are there."""
    words = part.strip(" ,")
    return words if "(" in words else words.rstrip(".").strip(" ,)")


def _amounts(words: str) -> Iterator[tuple[str, bool]]:
    """The sentences of an answer about money, each with one amount where that can be told, and whether it is a part."""
    for piece in _pieces(words):
        whole, *parts = map(_trimmed, _PARTS.split(piece))
        row = _ROW.split(piece)
        if parts and all(len(_AMOUNT.findall(each)) == 1 for each in (whole, *parts)):
            yield from ((each, n > 0) for n, each in enumerate((whole, *parts)))
        elif len(row) > 1 and all(len(_AMOUNT.findall(each)) == 1 and _roles_in(each) for each in row):
            yield from ((each, False) for each in row)
        else:
            yield piece, False


def _with_commas(words: str, names: Names) -> str:
    """Groups that an ``and`` connects, apart from each other, if both sides are names."""
    lines = []
    for line in words.split("\n"):
        parts = re.split(r"\s+(?:i|oraz|and)\s+", line.strip(" ."))
        is_row = len(parts) > 1 and all(
            names.find(each) or _by_synonym(each, names) for p in parts for each in p.split(", ")
        )
        lines.append(", ".join(parts) if is_row else line.strip(" ."))
    return "\n".join(lines)


def _named_or_parts(words: str, names: Names) -> list[str]:
    """A name, or the parts of what is none between commas: some of them may be names."""
    return [words] if names.find(words) or _by_synonym(words, names) else re.split(r",\s+", words)


def _by_synonym(words: str, names: Names) -> str | None:
    """The id that is searched by just these words, if only one is."""
    plain = plain_words(words)
    for key in (plain_words, _stem):
        found = {name for name, known in names.further.items() if key(plain) in {key(each) for each in known}}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _stem(words: str) -> str:
    """A word without the letter in which its forms differ most: ``bezrobotny``, ``bezrobotni``."""
    plain = plain_words(words)
    return plain[:-1] if len(plain) > _SHORT and " " not in plain else plain


def _is_counted(found: re.Match[str]) -> bool:
    unit = plain_words(found["unit"])
    return unit in spelling_table("percent") or unit in spelling_table("units")


def _is_bound(before: str) -> bool:
    """Whether the words before a number say that it is only a bound: ``ponad 300 osób``."""
    plain = plain_words(before)
    return any(re.search(rf"(?<!\w){re.escape(each)}$", plain) for each in spelling_table("bounds"))


def _cut(piece: str, found: re.Match[str]) -> str:
    return f"{piece[: found.start()]} {piece[found.end() :]}"


def _without(record: Mapping[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in record.items() if key != name}
