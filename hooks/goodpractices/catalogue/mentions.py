"""Where texts name a person: in full, in any Polish case, by mailbox or by telephone, however that is written.

What is looked at is what a reader sees: marks of Markdown and characters that nobody sees are passed over, escapes of
HTML and web addresses resolved, letters of any width or with any accent plain ones.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass, fields, is_dataclass
from html import unescape
from itertools import product
from typing import Any, TypeVar
from urllib.parse import unquote

from .given_names import surname_last
from .model import Practice
from .personal_contacts import is_office_mail
from .records import Contact
from .surnames import is_of_another, surname_pattern

T = TypeVar("T")

# Titles and initials say who is meant only together with a surname, and are left where they stand.
_SHORTEST_WORD = 3
# Polish changes up to two letters at the end of a name and adds some: Paweł, Pawłowi; Monika, Monice.
_CHANGED, _ADDED = 2, 6
_FEWEST_KEPT = 2
_PHONE_DIGITS = 9
_SHORTEST_MAILBOX = 5
_GAP = r"\s+"
_ENDING = rf"\w{{0,{_ADDED}}}"
_COUNTRY = r"[1-9](?:[\s./()-]*\d){0,2}?"
_WITHIN_NUMBER = r"[\s./()-]*"
_AT = r"\s*(?:@|[({]?\s*\b(?:at|malpa)\b\s*[)}]?)\s*"
_DOT = r"\s*(?:\.|[({]?\s*\b(?:dot|kropka)\b\s*[)}]?)\s*"
# One thing that is seen as something else than it is written: an escape, the rest of a link, a hyphen at the end of a
# line, a letter with its marks.
_WRITTEN = re.compile(
    r"(&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,8});)|((?:%[0-9A-Fa-f]{2})+)"
    r"|\\([_*`])|((?<=[a-z\u00df-\u024f])-\s+(?=[a-z\u00df-\u024f])|\]\([^()\s]*\)|[*`\\]|(?<![^\W_])_+|_+(?![^\W_]))"
    r"|([][])|(.[\u0300-\u036f]*)",
    re.DOTALL,
)
_LINK = re.compile(r"\]\(([^()\s]+)\)")
_PLAIN = re.compile(r"(?:[A-Za-z0-9 ,.;:?!()@/'\n]|-(?!\s))*")
# A word in letters that no rule here leads to Latin ones.
_OTHER_LETTERS = re.compile(r"[^\W\d_\x00-\u024f]{3}")
_UNSEEN = ("Cf", "Mn", "Me", "Cc")
_TYPED_IN_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
# Cyrillic and Greek letters that look like Latin ones, and what no rule leads to what people type.
_ALIKE = ("’аеорсухіјѕһԁАВЕКМНОРСТУХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧοικ", "'aeopcyxijshdABEKMHOPCTYXIJSABEZHIKMNOPTYXoik")
_SPECIAL = str.maketrans({**dict(zip(*_ALIKE, strict=True)), "ß": "ss", "ẞ": "SS"})
# Which Latin letter another one is, by its name in Unicode: ł and ø, the dotless ı, small capitals, letters in boxes.
_BASE = re.compile(
    r"\bLATIN (SMALL LETTER|CAPITAL LETTER|LETTER SMALL CAPITAL) (?:DOTLESS )?([A-Z]{1,2})(?: WITH\b.*)?$"
)
# What others call a thing by: an id, or the name of a file.
_NAME_OF_A_THING = re.compile(r"(?=[0-9.-]*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+)?")


@dataclass(frozen=True, slots=True)
class Mentions:
    """What some people are named by in texts."""

    patterns: tuple[re.Pattern[str], ...]
    alone: tuple[re.Pattern[str], ...] = ()
    others: tuple[re.Pattern[str], ...] = ()

    @classmethod
    def of(cls, contacts: Iterable[Contact], others: Iterable[Contact] = ()) -> "Mentions":
        """What names the people of some contacts.

        Args:
            contacts: those people.
            others: people who may be named: with the same surname, they keep it beside their given names.
        """
        theirs = [*contacts]
        found = dict.fromkeys(pattern for each in theirs for pattern in _patterns(each))
        own = {name for each in theirs for name in _names(each)}
        named = {name for each in others for name in _names(each)} - own
        alone = filter(None, map(surname_pattern, sorted(own)))
        full = (next(_name_patterns(each)) for each in sorted(named))
        return cls(*(tuple(map(_compiled, each)) for each in (found, alone, full)))

    def replaced(self, text: str, by: str) -> str:
        """A text with other words in the place of the people; the very same text where nobody is named."""
        out, end = [], 0
        for start, stop in self._spans(text):
            out += [text[end:start], by]
            end = stop
        return "".join([*out, text[end:]]) if out else text

    def are_in(self, text: str) -> bool:
        """Whether a text names one of the people."""
        return bool(self._spans(text))

    def are_looked_for_in(self, text: str) -> bool:
        """Whether the letters of a text are those that names are looked for in."""
        return _OTHER_LETTERS.search(_seen(text)[0]) is None

    def fields_in(self, practice: Practice) -> Iterator[str]:
        """The fields of a practice, and of its translations, in whose texts somebody is named.

        So are its id, and ``media`` where a file is named after somebody.
        """
        if self.are_in(practice.id):
            yield "id"
        translated = {f"{language}: ": each for language, each in practice.translations.items()}
        records: Mapping[str, Any] = {"": practice, **translated}
        for where, record in records.items():
            for field in fields(record):
                value = getattr(record, field.name)
                if field.name in ("contacts", "translations"):
                    continue
                in_file = field.name == "media" and any(self.are_in(each.file) for each in practice.media)
                if in_file or mapped_texts(value, self._marked) is not value:
                    yield f"{where}{field.name}"

    def _marked(self, text: str) -> str:
        return self.replaced(text, by="\0")

    def _spans(self, text: str) -> list[tuple[int, int]]:
        """From where to where people are named, without overlaps."""
        seen, places = _seen(text)
        found = [each.span() for pattern in self.patterns for each in pattern.finditer(seen)]
        surnames = (each.span() for pattern in self.alone for each in pattern.finditer(seen))
        found += [each for each in surnames if not is_of_another(seen[: each[0]])]
        kept = [each.span() for pattern in self.others for each in pattern.finditer(seen)] if found else []
        found = [each for each in found if not any(start <= each[0] and each[1] <= end for start, end in kept)]
        within = [(places[start], places[end]) for start, end in found if start < end]
        for link in _LINK.finditer(text):  # whose address is not seen
            within += [(link.start(1) + start, link.start(1) + end) for start, end in self._spans(link[1])]
        spans: list[tuple[int, int]] = []
        for start, end in sorted(within):
            if spans and start < spans[-1][1]:
                spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
            else:
                spans.append((start, end))
        return [(start, _without_marks(text, end)) for start, end in spans]


def _seen(text: str) -> tuple[str, list[int]]:
    """What is seen of a text, and where each of its characters stands in it; the end stands behind the last."""
    if _PLAIN.fullmatch(text):
        return text, list(range(len(text) + 1))
    seen: list[str] = []
    places: list[int] = []
    for each in _WRITTEN.finditer(text):
        shown = _shown(each)
        seen.append(shown)
        places += [each.start()] * len(shown)
    return "".join(seen), [*places, len(text)]


def _shown(written: re.Match[str]) -> str:
    if written[1]:
        return _plain(unescape(written[1]))
    if written[2]:
        return _plain(unquote(written[2], errors="replace"))
    if written[4]:
        return ""
    return written[3] or (" " if written[5] else _plain(written[6]))


def _plain(text: str) -> str:
    """Letters without accents, of usual width; a blank for every blank, a hyphen for every dash."""
    letters = unicodedata.normalize("NFKD", text.translate(_SPECIAL))
    return "".join(map(_plain_letter, letters))


def _plain_letter(letter: str) -> str:
    if letter.isascii() and letter.isalnum():
        return letter
    kind = unicodedata.category(letter)
    if letter.isspace():
        return " "
    if kind == "Nd":
        return str(unicodedata.decimal(letter))
    if base := _BASE.search(unicodedata.name(letter, "")):
        return base[2] if base[1] == "CAPITAL LETTER" else base[2].lower()
    return "" if kind in _UNSEEN else "-" if kind == "Pd" else letter


def _without_marks(text: str, end: int) -> int:
    """The end of a mention without marks of Markdown, which belong to what is behind it."""
    while text[end - 1] in "*_`[\\":
        end -= 1
    return end


def mapped_texts(value: Any, change: Callable[[str], str]) -> Any:
    """A value with every text in it changed; the very same value where no text is another one then.

    Ids and names of files stay: others find a thing by them.

    Args:
        value: texts, tuples, mappings and records of such.
        change: gives what a text becomes.
    """
    if isinstance(value, str):
        changed = value if _NAME_OF_A_THING.fullmatch(value) else change(value)
        return value if changed == value else changed
    if isinstance(value, tuple):
        items = tuple(mapped_texts(each, change) for each in value)
        return value if all(new is old for new, old in zip(items, value, strict=True)) else items
    if isinstance(value, Mapping):
        return _mapped_pairs(value, change)
    if is_dataclass(value) and not isinstance(value, type):
        found = {each.name: getattr(value, each.name) for each in fields(value)}
        changed_fields = {name: new for name, old in found.items() if (new := mapped_texts(old, change)) is not old}
        return with_fields(value, changed_fields) if changed_fields else value
    return value


def _mapped_pairs(value: Mapping[Any, Any], change: Callable[[str], str]) -> Mapping[Any, Any]:
    """A mapping with its names and values changed; names that became the same are told apart by a number."""
    pairs: dict[Any, Any] = {}
    for name, each in value.items():
        new = mapped_texts(name, change)
        free = new if new not in pairs else f"{new} {len(pairs) + 1}"
        pairs[free] = mapped_texts(each, change)
    same = len(pairs) == len(value) and all(pairs.get(name, value) is each for name, each in value.items())
    return value if same else pairs


def with_fields(record: T, changes: Mapping[str, Any]) -> T:
    """A record with some fields changed and not checked anew: a text without a name may be shorter than one may be."""
    changed = copy(record)
    for name, value in changes.items():
        object.__setattr__(changed, name, value)
    return changed


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _patterns(contact: Contact) -> Iterator[str]:
    for name in _names(contact):
        yield from _name_patterns(name)
    if contact.email:
        name, _, host = contact.email.rpartition("@")
        if _is_of_a_person(name):
            yield rf"(?<![\w.+-]){re.escape(_seen(name)[0])}(?![\w-]|\.\w)"
        yield rf"(?<![\w.+-]){re.escape(_seen(name)[0])}{_AT}{_DOT.join(map(re.escape, host.split('.')))}"
    if contact.phone and len(digits := re.sub(r"\D", "", contact.phone)) >= _PHONE_DIGITS:
        number = _WITHIN_NUMBER.join(digits[-_PHONE_DIGITS:])
        yield rf"(?<!\d)(?:(?:\+|00){_WITHIN_NUMBER}{_COUNTRY}{_WITHIN_NUMBER}|0)?{number}(?!\d)"


def _names(contact: Contact) -> Iterator[str]:
    """The name of a contact in plain letters, and as German is typed without its letters: ``Mueller``."""
    if contact.person:
        yield from dict.fromkeys(surname_last(_plain(each)) for each in (contact.person, _german(contact.person)))


def _german(name: str) -> str:
    return unicodedata.normalize("NFC", name).translate(_TYPED_IN_GERMAN)


def _is_of_a_person(mailbox: str) -> bool:
    """Whether the name of a mailbox names somebody by itself: it is no word of a language, nor an office's."""
    return len(mailbox) >= _SHORTEST_MAILBOX and not mailbox.isalpha() and not is_office_mail(mailbox)


def _name_patterns(person: str) -> Iterator[str]:
    """The given names and the surname in either order, and the surname behind an initial or a polite word."""
    words = [word for word in re.findall(r"[\w']+", person) if len(word) >= _SHORTEST_WORD and word[0].isupper()]
    if not words:
        yield rf"\b{re.escape(person)}\b"
        return
    forms = [_forms(word) for word in words]
    joint = rf"(?:{_GAP}|\s?-\s?|\+|_)(?:\w+\.?{_GAP})?"
    yield rf"\b{joint.join(forms)}\b"
    if len(forms) > 1:
        lasts = [_forms(each) for each in re.findall(r"[\w']+", person.split()[-1]) if len(each) >= _SHORTEST_WORD]
        for first, last in product(forms[:-1], lasts or forms[-1:]):
            yield rf"\b{last}(?:,?{_GAP}|-|\+|_){first}\b"
            yield rf"\b{first}{_GAP}(?:\w+{_GAP})?{last}\b"
        yield from _in_one_word(words[0], words[-1])
        last = forms[-1]
        titles = r"pan\w*|mgr|dr|inz\.?|prof\.?|mr\.?|mrs\.?|ms\.?|herr|frau"
        yield rf"\b(?:{words[0][0]}(?:\.\s*|{_GAP})|(?:{titles}){_GAP}){last}\b"


def _in_one_word(first: str, last: str) -> Iterator[str]:
    """Both names as in a profile or a mailbox: ``#AnnaNowak``, ``anna.nowak``; they have no case there."""
    for one, other in ((first, last), (last, first)):
        yield rf"(?<![^\W_]){re.escape(one)}[._]?{re.escape(other)}(?![^\W\d_])"


def _forms(word: str) -> str:
    kept = max(_FEWEST_KEPT, len(word) - _CHANGED)
    return re.escape(word[:kept]) + _ENDING
