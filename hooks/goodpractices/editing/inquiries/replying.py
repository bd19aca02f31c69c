"""A reply brought into the entry it is about, as a draft: what it says, who said it and when, and all that is left."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from ...catalogue import PRACTICE, Practice, ReferenceData, plain_words
from ...wording import ORIGINAL, Translations
from ..submissions.names import Names, shared_names
from .letter import letter_language
from .reply_corrections import take_corrections
from .reply_lines import sentences
from .reply_reading import Reply
from .reply_signatures import is_office, role_in
from .reply_values import Values

_MOST = 1200


@dataclass(frozen=True, slots=True)
class Answerer:
    """Who answered: an organisation and a role, and the words of a signature that are neither."""

    org: str | None
    role: str
    rest: tuple[str, ...]


@dataclass(slots=True)
class Changes:
    """What a reply changes in an entry: ``record`` as it is after it, the fields that changed, questions."""

    record: dict[str, Any]
    changed: list[str] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)


def changes_of(
    reply: Reply,
    practice: Practice,
    reference: ReferenceData,
    *,
    day: str,
    notes: Sequence[str] = (),
    by: str = "",
    record: Mapping[str, Any] | None = None,
) -> Changes:
    """What a reply changes in the entry of a practice.

    Args:
        reply: what was read.
        practice: the entry as it is.
        reference: what the names in it may mean.
        day: the day of the reply, if it does not say so itself.
        notes: words that stood beside the text of the file, as questions.
        by: who answered, if somebody knows better than the reply says.
        record: what the entry says with changes that came beside the reply.
    """
    t = Translations.load(ORIGINAL)
    names = shared_names(reference)
    made = Changes(dict(record or PRACTICE.said(practice)))
    who = answerer(reply.signature, practice, names, by)
    source = _free_source(made.record)
    values = Values(t, names, source, letter_language(practice, reference.shared))
    for topic, words in reply.answers.items():
        values.take(topic, words)
    for name, records in values.made.items():
        _merge(made, name, records, source, t)
    _correct(made, reply, values, source)
    answered = reply.day or day
    answer = reply.verdict or "answered"
    _cite(made, reply, who, source, answered, reference, t)
    made.questions += [*_questions(reply, values, who, t), *notes]
    _note(made, reply, who, source, answered, answer)
    return made


def _correct(made: Changes, reply: Reply, values: Values, source: str) -> None:
    """Make disputes of what was left over where it says that one value of the entry is another."""
    doubts = dict(take_corrections([words for _, words in values.doubts], made.record, source))
    values.doubts = [each for n, each in enumerate(values.doubts) if n not in doubts]
    rest = [(kind, part) for kind, words in reply.rest for part in (sentences(words) if kind == "remarks" else [words])]
    remarks = dict(take_corrections([words for _, words in rest], made.record, source))
    reply.rest = [each for n, each in enumerate(rest) if n not in remarks] if remarks else reply.rest
    disputes = dict(take_corrections(reply.disputed, made.record, source))
    made.changed += [*doubts.values(), *remarks.values(), *disputes.values()]


def answerer(lines: Sequence[str], practice: Practice, names: Mapping[str, Names], by: str = "") -> Answerer:
    """Who signed a reply: an organisation of the registry, and a post or an office; names of people are left out."""
    org, rest = None, []
    said = [part.strip(" .") for line in lines for part in line.split(",")]
    # A post says more than the office it belongs to, wherever in a signature it stands.
    role = by or next(filter(None, (*map(role_in, said), *map(_office, said))), "")
    own = [each.org for each in practice.organisations]
    for line in filter(None, map(str.strip, lines)):
        parts = [each.strip(" .") for each in line.split(",")]
        known = [names["organisations"].find(each) or names["organisations"].find(line) for each in parts]
        org = org or next(filter(None, known), None) or _called(line, own, names["organisations"])
        if not all(each == role or found for each, found in zip(parts, known, strict=True)):
            rest.append(line)
    return Answerer(org, role[:200], tuple(rest))


def _office(words: str) -> str:
    return words.strip(" .,") if is_office(words) else ""


def _called(line: str, own: Sequence[str], names: Names) -> str | None:
    """The organisation of the entry that a line names among other words."""
    plain = f" {plain_words(line).replace(',', ' ')} "
    return next((each for each in own for name in names.called[each] if f" {plain_words(name)} " in plain), None)


def _free_source(record: Mapping[str, Any]) -> str:
    taken = {str(each["id"]) for each in record["sources"]}
    return next(each for n in range(len(taken) + 1, len(taken) + 99) if (each := f"s{n}") not in taken)


def _merge(made: Changes, name: str, records: Sequence[Any], source: str, t: Translations) -> None:
    """Bring records into a field: what the entry says already stays, what differs is disputed, the rest is added."""
    if name == "preconditions":
        transfer = dict(made.record.get("transfer") or {})
        before = [*transfer.get("preconditions", ())]
        transfer["preconditions"] = [*before, *(each for each in records if each not in before)]
        transfer.setdefault("source", source)
        made.record["transfer"] = transfer
        made.changed.append("transfer")
        return
    before = [*made.record.get(name, ())]
    added = _settled(name, before, records, source, t) if name in ("funding", "indicators") else records
    kept = [each for each in added if each not in before]
    made.record[name] = [*before, *(_with_free_ids(before, kept) if name == "indicators" else kept)]
    made.changed.append(name)


def _settled(
    name: str, before: list[Any], records: Sequence[Any], source: str, t: Translations
) -> Iterator[Mapping[str, Any]]:
    """Those of some records that the entry lacks; one that says another value of the same thing becomes its dispute."""
    value = "amount" if name == "funding" else "value"
    for each in records:
        n = next((n for n, known in enumerate(before) if _is_same_thing(name, known, each)), None)
        if n is None or value not in each or value not in before[n]:
            yield each
        elif before[n][value] != each[value] and name == "indicators" and "disputed" not in before[n]:
            yield each  # of two figures only a person can say whether they count the same
        elif before[n][value] != each[value]:
            dispute = dict(before[n].get("disputed") or {"what": t("reply_doubt.other_value")})
            other = {"value": each[value], "source": source} | ({"note": each["note"]} if each.get("note") else {})
            dispute["others"] = [*dispute.get("others", ()), other]
            before[n] = {**before[n], "disputed": dispute}


def _is_same_thing(name: str, known: Mapping[str, Any], told: Mapping[str, Any]) -> bool:
    if name == "funding":
        return all(known.get(each) == told.get(each) for each in ("role", "currency")) and not known.get("planned")
    is_same = all(known.get(each) == told.get(each) for each in ("unit", "nature"))
    return is_same and "of" not in known and told.get("as_of") in (None, known.get("as_of"))


def _with_free_ids(before: Sequence[Mapping[str, Any]], added: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    taken = {each["id"] for each in before}
    made = []
    for each in added:
        free = next(i for i in (each["id"], *(f"{each['id']}-{n}" for n in range(2, 99))) if i not in taken)
        taken.add(free)
        made.append({**each, "id": free})
    return made


def _cite(
    made: Changes, reply: Reply, who: Answerer, source: str, day: str, reference: ReferenceData, t: Translations
) -> None:
    """The reply among the sources; what was said of the whole entry stands in its note."""
    publisher = reference.shared.organisations[who.org].name if who.org else ""
    cited: dict[str, Any] = {"id": source, "title": t("reply_doubt.source")}
    cited |= {"publisher": publisher} if publisher else {}
    cited["published"] = day
    note = " ".join(" ".join(reply.verdict_words).split())
    if len(note) > _MOST:
        reply.rest.append(("remarks", note))
        note = ""
    made.record["sources"] = [*made.record["sources"], cited | ({"note": note} if note else {})]
    made.changed.append("sources")


def _questions(reply: Reply, values: Values, who: Answerer, t: Translations) -> Iterator[str]:
    for topic, words in values.doubts:
        yield from pieces(t, "answer", words, label=t(f"reply.{topic}"))
    for topic, box in reply.boxes.items():
        label = t(f"reply.{topic}") if f"reply.{topic}" in t else topic
        yield t(f"reply_doubt.{box}", label=label)
    for kind, lines in groupby(reply.rest, key=lambda each: each[0]):
        yield from pieces(t, kind, " / ".join(words for _, words in lines))
    if who.rest:
        yield from pieces(t, "signature", " / ".join(who.rest))


def pieces(t: Translations, kind: str, words: str, **params: str) -> Iterator[str]:
    """A question with words of the reply, in pieces a question has room for."""
    rest = " ".join(words.split()).replace("<", "< ")
    while rest:
        end = len(rest) if len(rest) <= _MOST else rest.rfind(" ", 1, _MOST)
        end = end if end > 0 else _MOST
        yield t(f"reply_doubt.{kind}", words=rest[:end], **params)
        rest = rest[end:].lstrip()


def _note(made: Changes, reply: Reply, who: Answerer, source: str, day: str, answer: str) -> None:
    """Who answered what and when, in the inquiry that waited for it, or in one of its own."""
    editorial = dict(made.record["editorial"])
    inquiries = [dict(each) for each in editorial.get("inquiries", ())]
    waiting = [each for each in inquiries if "answered" not in each]
    if reply.asked:
        waiting = [each for each in waiting if str(each.get("asked")) == reply.asked] or waiting
    inquiry = waiting[-1] if waiting else {"asked": reply.asked} if reply.asked else {}
    if not waiting:
        inquiries.append(inquiry)
    said = {"answered": day, "answer": answer, "org": who.org, "role": who.role, "source": source}
    said["what"] = "; ".join(filter(None, reply.disputed))[:_MOST] if answer == "disputed" else ""
    inquiry |= {name: value for name, value in said.items() if value}
    questions = [*editorial.get("questions", ()), *made.questions]
    editorial |= {"state": "draft", "inquiries": inquiries} | ({"questions": questions} if questions else {})
    made.record["editorial"] = editorial
    made.changed.append("editorial")
