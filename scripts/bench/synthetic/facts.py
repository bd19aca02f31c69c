"""The front matter of a synthetic entry: which fields it has, how often, and who makes each."""

from collections.abc import Callable
from typing import Any, get_args

from goodpractices.catalogue import choices
from goodpractices.wording import slug

from .connections import adoptions, contacts, events, organisations, places, programme_use, relations
from .dates import a_date, a_day, when
from .doubts import add_doubts
from .draft import Draft, Facts, Vocabularies
from .figures import funding, indicators
from .subject import Subject

_LONGEST_SHORT_TITLE = 40
_SHORTEST_SUMMARY, _LONGEST_SUMMARY = 80, 400
# What may be declared not applicable, where the entry does not have it.
_DECLARABLE = ("funding", "programme", "evaluation", "age_range", "transfer", "contacts", "resources")


def front_matter(seed: int, subject: Subject, vocabularies: Vocabularies) -> Facts:
    """All fields of one entry in the order of the file, scalars as text; a stub has few of them."""
    draft = Draft.begin(seed, subject, vocabularies)
    for name, percent, stub_percent, make in _FIELDS:
        if draft.chance.maybe(stub_percent if subject.is_stub else percent) and (value := make(draft)):
            draft.facts[name] = value
    add_doubts(draft)
    return draft.facts


def _choice(values: Any) -> Callable[[Draft], str]:
    options = get_args(values)
    return lambda draft: draft.chance.choice(options)


def _short_title(draft: Draft) -> str | None:
    words = draft.prose.say("short_title")
    return words if len(words) <= _LONGEST_SHORT_TITLE else None


def _original_title(draft: Draft) -> Facts:
    return {"text": f"Musterprojekt {draft.index}", "language": draft.chance.choice(("de", "en", "sv"))}


def _summary(draft: Draft) -> str:
    summary = " ".join([draft.prose.say("summary"), *draft.prose.several("summary_end", 1, 3)])
    while len(summary) < _SHORTEST_SUMMARY:
        summary += f" {draft.prose.say('summary_end')}"
    return summary if len(summary) <= _LONGEST_SUMMARY else _summary(draft)


def _plain_summary(draft: Draft) -> str:
    return " ".join(draft.prose.several("plain_summary", 5, 9))


def _easy_to_read(draft: Draft) -> Facts:
    lines = draft.prose.several("plain_summary", 4, 7)
    record: Facts = {"text": "\n".join([*lines[:2], "", *lines[2:]]), "tested_by": draft.prose.say("easy_testers")}
    if draft.chance.maybe(60):
        record["tested_on"] = a_date(draft.chance)
    return draft.with_extras(record, {"written_by.easy_writers": 60})


def _terms(vocabulary: str, least: int, most: int) -> Callable[[Draft], list[str]]:
    return lambda draft: draft.chance.some(draft.vocabularies[vocabulary], least, most)


def _age_range(draft: Draft) -> Facts:
    least = draft.chance.randint(3, 60)
    ages = {"min": str(least), "max": str(least + draft.chance.randint(3, 40))}
    return dict(draft.chance.some(tuple(ages.items()), 1, 2))


def _former_ids(draft: Draft) -> list[str]:
    return [f"dawny-adres-{draft.index}"]


def _period(draft: Draft) -> Facts:
    start = a_date(draft.chance, 2008, 2016)
    record = {"start": start}
    if draft.facts["lifecycle"] in ("ended", "abandoned") or draft.chance.maybe(30):
        record["end"] = a_date(draft.chance, 2020, 2026)
    return draft.with_extras(record, {"note.period_note": 50, "source": 90})


def _key_dates(draft: Draft) -> list[Facts]:
    return [_key_date(draft, n) for n in range(draft.chance.randint(1, 8))]


def _key_date(draft: Draft, n: int) -> Facts:
    record: Facts = {"date": when(draft.chance, 2009 + 2 * n, 2010 + 2 * n), "text": draft.prose.say("key_date")}
    if draft.chance.maybe(30):
        record["place"] = draft.facts["places"][0]["place"]
    if draft.chance.maybe(10):
        record["planned"] = "true"
    return draft.with_extras(record, {"note.label_note": 40, "source": 90})


def _recurrence(draft: Draft) -> Facts:
    record = {"kind": draft.chance.choice(get_args(choices.RecurrenceKind))}
    return draft.with_extras(record, {"note.recurrence_note": 60})


def _components(draft: Draft) -> list[Facts]:
    extras = {"description.component_description": 85, "target.component_target": 40}
    names = {draft.prose.say("component"): None for _ in range(draft.chance.randint(2, 6))}
    return [draft.with_extras({"name": name}, extras) for name in names]


def _resources(draft: Draft) -> Facts:
    kinds = ("staff", "volunteers", "premises", "tools", "skills")
    return {kind: draft.prose.say(kind) for kind in draft.chance.some(kinds, 1, 5)}


def _evidence_level(draft: Draft) -> Facts:
    record = {
        "value": str(draft.chance.randint(0, 4)),
        "reason": " ".join(draft.prose.several("evidence_reason", 1, 2)),
    }
    if draft.chance.maybe(80):
        record["assessor"] = "redakcja katalogu"
    return record


def _evaluation(draft: Draft) -> Facts:
    record: Facts = {"type": draft.chance.choice(get_args(choices.EvaluationType))}
    if record["type"] != "none":
        record |= {"by": f"Instytut Przykładowy {draft.chance.randint(1, 40)}", "date": when(draft.chance)}
        record["url"] = f"https://www.example.org/ewaluacje/{draft.index}"
        record["source"] = draft.source()
    return record


def _recognition(draft: Draft) -> list[Facts]:
    record = {"name": draft.prose.say("recognition"), "giver": f"Kapituła Przykładowa {draft.chance.randint(1, 30)}"}
    if draft.chance.maybe(80):
        record["date"] = when(draft.chance)
    return [draft.with_extras(record, {"rank.rank": 60, "note.recognition_note": 50, "source": 80})]


def _claims(draft: Draft) -> list[Facts]:
    claim = {"text": draft.prose.say("claim"), "as_of": when(draft.chance), "source": draft.source()}
    if draft.chance.maybe(70):
        claim["status"] = draft.chance.choice(get_args(choices.ClaimStatus))
    return [draft.with_extras(claim, {"note.label_note": 30})]


def _obstacles(draft: Draft) -> list[Facts]:
    extras = {"how_handled.handled": 70, "viewpoint.viewpoint": 50, "source": 60}
    return [draft.with_extras({"what": what}, extras) for what in draft.prose.several("obstacle", 1, 3)]


def _transfer(draft: Draft) -> Facts:
    chance, prose = draft.chance, draft.prose
    record: Facts = {}
    for key, phrase in (("preconditions", "precondition"), ("adaptable", "adaptable"), ("fixed", "fixed")):
        if chance.maybe(70):
            texts = prose.several(phrase, 1, 3)
            record[key] = texts[0] if len(texts) == 1 else texts
    if chance.maybe(30):
        record["legal_basis"] = prose.say("legal_basis")
    if chance.maybe(50):
        record["fits"] = _fits(draft)
    return draft.with_extras(record, {"minimum_version.minimum_version": 50, "source": 60})


def _fits(draft: Draft) -> Facts:
    least = draft.chance.randint(1, 9) * 1000
    population = {"min": str(least), "max": str(least * draft.chance.randint(2, 50))}
    return {"population": population, "municipality_types": draft.chance.some(get_args(choices.MunicipalityType), 1, 3)}


def _sdg(draft: Draft) -> list[str]:
    return [str(goal) for goal in draft.chance.some(range(1, 18), 1, 4)]


def _criteria(draft: Draft) -> Facts:
    states = get_args(choices.CriterionState)
    chosen = draft.chance.some(draft.vocabularies["criteria"], 3, 17)
    return {criterion: draft.chance.choice(states) for criterion in chosen}


def _media(draft: Draft) -> list[Facts]:
    record = {"file": "zdjecie.png", "alt": draft.prose.say("alt"), "credit": "obraz przykładowy"}
    if draft.chance.maybe(70):
        record["licence"] = "CC0 1.0"
    return [record]


def _documents(draft: Draft) -> list[Facts]:
    return [_document(draft, title) for title in draft.prose.several("document", 1, 3)]


def _document(draft: Draft, title: str) -> Facts:
    record: Facts = {"title": title}
    if draft.chance.maybe(70):
        record["url"] = f"https://www.example.org/dokumenty/{draft.index}.pdf"
    record["type"] = draft.chance.choice(get_args(choices.DocumentType))
    if draft.chance.maybe(60):
        record["language"] = draft.chance.choice(("pl", "en", "uk"))
    return draft.with_extras(record, {"note.document_note": 30})


def _sources(draft: Draft) -> list[Facts]:
    return [_source(draft, source) for source in draft.sources]


def _source(draft: Draft, source: str) -> Facts:
    chance = draft.chance
    record: Facts = {"id": source, "title": ". ".join(draft.prose.several("source_title", 1, 2))}
    if chance.maybe(95):
        record["publisher"] = f"Wydawca Przykładowy {chance.randint(1, 60)}"
    if chance.maybe(95):
        record["url"] = f"https://www.example.org/zrodla/{slug(record['title'])}-{draft.index}-{source}"
        if chance.maybe(20):
            record["archive_url"] = f"https://www.example.com/archiwum/{draft.index}-{source}"
    else:
        record["file"] = f"zrodlo-{draft.index}-{source}.pdf"
    if chance.maybe(90):
        record["published"] = when(chance)
    if chance.maybe(95):
        record["retrieved"] = a_day(chance, 2024, 2025)
    return draft.with_extras(record, {"note.source_note": 60})


def _not_applicable(draft: Draft) -> Facts:
    absent = [name for name in _DECLARABLE if name not in draft.facts]
    return {name: draft.prose.say("not_applicable") for name in draft.chance.some(absent, 1, 2)} if absent else {}


def _editorial(draft: Draft) -> Facts:
    chance, state = draft.chance, draft.subject.state
    record: Facts = {"state": state, "created": a_day(chance, 2023, 2023), "updated": a_day(chance, 2024, 2025)}
    if chance.maybe(60):
        record |= {"reviewed_on": a_day(chance, 2024, 2025), "reviewed_by": "redakcja katalogu"}
        record["review_by"] = a_day(chance, 2026, 2027)
    if chance.maybe(95):
        record["questions"] = [draft.prose.say("question") for _ in range(chance.randint(3, 9))]
    if state in ("withdrawn", "needs_update", "changes_requested"):
        record["reason"] = draft.prose.say(f"reason.{state}")
    return record


# Field, how often in percent, how often in a stub, maker. Later makers may look at earlier fields.
_FIELDS: tuple[tuple[str, float, float, Callable[[Draft], Any]], ...] = (
    ("title", 100, 100, lambda draft: draft.subject.title),
    ("short_title", 85, 10, _short_title),
    ("original_title", 40, 5, _original_title),
    ("summary", 100, 100, _summary),
    ("plain_summary", 98, 0, _plain_summary),
    ("kind", 100, 100, lambda draft: draft.chance.choice(draft.vocabularies["kinds"])),
    ("themes", 100, 100, _terms("themes", 1, 5)),
    ("target_groups", 98, 40, _terms("target_groups", 1, 4)),
    ("age_range", 20, 0, _age_range),
    ("places", 100, 100, places),
    ("scope", 98, 10, _choice(choices.Scope)),
    ("lifecycle", 100, 100, _choice(choices.Lifecycle)),
    ("former_ids", 5, 0, _former_ids),
    ("period", 96, 5, _period),
    ("key_dates", 96, 0, _key_dates),
    ("recurrence", 60, 0, _recurrence),
    ("delivery_mode", 65, 5, _choice(choices.DeliveryMode)),
    ("access_cost", 60, 5, _choice(choices.AccessCost)),
    ("support_types", 98, 10, _terms("support_types", 1, 8)),
    ("components", 92, 0, _components),
    ("resources", 65, 0, _resources),
    ("organisations", 100, 60, organisations),
    ("programme", 60, 10, programme_use),
    ("funding", 65, 0, funding),
    ("indicators", 96, 5, indicators),
    ("evidence_level", 100, 100, _evidence_level),
    ("evaluation", 45, 0, _evaluation),
    ("participation_level", 45, 0, _choice(choices.ParticipationLevel)),
    ("recognition", 26, 0, _recognition),
    ("claims", 37, 0, _claims),
    ("obstacles", 65, 0, _obstacles),
    ("transfer", 70, 0, _transfer),
    ("adoptions", 40, 0, adoptions),
    ("relations", 90, 20, relations),
    ("events", 35, 5, events),
    ("sdg", 88, 20, _sdg),
    ("criteria", 30, 0, _criteria),
    ("contacts", 60, 0, contacts),
    ("media", 4, 0, _media),
    ("documents", 50, 0, _documents),
    ("sources", 100, 100, _sources),
    ("not_applicable", 12, 0, _not_applicable),
    ("editorial", 100, 100, _editorial),
    ("easy_to_read", 5, 0, _easy_to_read),
)
