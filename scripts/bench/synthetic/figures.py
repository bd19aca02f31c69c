"""Money and indicators of a synthetic entry: parts that add up, plans apart from results, shares below their whole."""

from typing import get_args

from goodpractices.catalogue.choices import Dimension, Precision

from .dates import when
from .draft import Draft, Facts
from .shared import organisation, programme

PRECISIONS = [each for each in get_args(Precision) if each != "range"]
_PARTS = {
    "sex": ("F", "M"),
    "age": ("0–17", "18–29", "30–59", "60+"),
    "disability": ("z niepełnosprawnością", "bez niepełnosprawności"),
    "place": ("miasto", "wieś"),
    "organisation": ("urząd", "organizacje", "szkoły"),
    "other": ("pierwsza grupa", "druga grupa"),
}
# Further indicators: id, label, unit, nature, lowest and highest value.
_FURTHER = (
    ("meetings", "activity", "event", "output", 3, 90),
    ("partners", "partner", "organisation", "context", 2, 12),
    ("areas", "place", "place", "context", 2, 15),
    ("countries", "country", "country", "context", 2, 9),
    ("materials", "document", "document", "result", 1, 20),
    ("own_projects", "project", "project", "result", 1, 25),
    ("in_kind", "PLN", "PLN", "output", 1_000, 90_000),
    ("travel", "EUR", "EUR", "output", 500, 20_000),
    ("hours", "other", "other", "output", 20, 900),
)


def funding(draft: Draft) -> list[Facts]:
    """The whole cost, most often with a grant and the own share; sometimes one year on its own."""
    chance = draft.chance
    total = chance.randint(2, 999) * 10 ** chance.choice((3, 3, 4, 4, 4))
    grant = total * chance.randint(40, 95) // 100
    amounts = [_money(draft, "total", total)]
    if chance.maybe(75):
        amounts.append(_money(draft, "grant", grant) | {"programme": programme(chance, draft.index)})
        if chance.maybe(40):
            amounts.append(_money(draft, "own", total - grant) | {"funder": organisation(chance, draft.index)})
    if chance.maybe(15):
        year = str(chance.randint(2015, 2025))
        amounts.append(_money(draft, "total", total // 3) | {"period": year})
        amounts.append(_money(draft, "grant", grant // 4) | {"period": year, "planned": "true"})
    if chance.maybe(10):
        for each in amounts:
            each["currency"] = "EUR"
    return amounts


def indicators(draft: Draft) -> list[Facts]:
    """Participants with their splits and parts, a plan, a satisfied share, and some further figures."""
    chance = draft.chance
    whole = chance.randint(12, 1500)
    figures = [_indicator(draft, "participants", "participants", "person", "output", whole)]
    figures[0]["split"] = [_split(draft, dimension, whole) for dimension in chance.some(get_args(Dimension), 1, 2)]
    if chance.maybe(60):
        part = chance.randint(1, whole)
        figures.append(_indicator(draft, "took_part_again", "part", "person", "outcome", part) | {"of": "participants"})
        if chance.maybe(40):
            figures[-1]["split"] = [_split(draft, "sex", part)]
    if chance.maybe(35):
        plan = whole + chance.randint(1, 200)
        figures.append(_indicator(draft, "planned", "planned", "person", "target", plan))
        if chance.maybe(40):
            half = _indicator(draft, "planned_first_year", "planned", "person", "target", plan // 2)
            figures.append(half | {"of": "planned"})
    if chance.maybe(30):
        percent = chance.choice((str(chance.randint(31, 99)), f"{chance.randint(31, 98)}.5"))
        figures.append(_indicator(draft, "satisfied", "satisfied", "percent", "result", percent))
    for name, label, unit, nature, low, high in chance.some(_FURTHER, 3, 9):
        figures.append(_indicator(draft, name, label, unit, nature, chance.randint(low, high)))
    if chance.maybe(12):
        figures.append(_range(draft))
    return figures


def percent_of(facts: Facts) -> str | None:
    """The share that the story may repeat, since an indicator holds it."""
    return next((each["value"] for each in facts.get("indicators", ()) if each["unit"] == "percent"), None)


def _money(draft: Draft, role: str, amount: int) -> Facts:
    precision = draft.chance.choice(PRECISIONS)
    record = {"role": role, "amount": str(amount), "currency": "PLN", "precision": precision, "source": draft.source()}
    return draft.with_extras(record, {"note.funding_note": 60})


def _indicator(draft: Draft, name: str, label: str, unit: str, nature: str, value: int | str) -> Facts:
    record = {"id": name, "label": draft.prose.phrase(f"indicator_label.{label}"), "value": str(value), "unit": unit}
    record["nature"] = nature
    if draft.chance.maybe(25):
        record["precision"] = draft.chance.choice(PRECISIONS)
    if draft.chance.maybe(25):
        record["as_of"] = when(draft.chance)
    record["source"] = draft.source()
    return draft.with_extras(record, {"method.method": 35, "note.label_note": 60})


def _range(draft: Draft) -> Facts:
    record = _indicator(draft, "yearly_group", "participants", "person", "context", 0)
    del record["value"]
    least = draft.chance.randint(3, 40)
    return record | {"precision": "range", "min": str(least), "max": str(least + draft.chance.randint(1, 40))}


def _split(draft: Draft, dimension: str, value: int) -> Facts:
    names = _PARTS[dimension]
    cuts = sorted(draft.chance.randint(0, value) for _ in names[1:])
    sizes = [end - start for start, end in zip([0, *cuts], [*cuts, value], strict=True)]
    return {"dimension": dimension, "parts": {name: str(size) for name, size in zip(names, sizes, strict=True)}}
