"""Who and what a synthetic entry is connected with: places, organisations, programmes, other entries."""

from typing import get_args

from goodpractices.catalogue.choices import AdoptionState, Contribution, Fund, OrganisationRole, PlaceRole, RelationType

from .dates import when
from .draft import Draft, Facts
from .shared import organisation, place_id, programme, town
from .subject import earlier_subject


def places(draft: Draft) -> list[Facts]:
    """Where it is done, and often places it reaches or that take part; none twice."""
    chance = draft.chance
    uses = {town(chance, draft.index): "implemented"}
    for _ in range(chance.choice((0, 0, 0, 1, 1, 2, 5))):
        uses.setdefault(town(chance, draft.index), chance.choice(get_args(PlaceRole)))
    if chance.maybe(10):
        uses.setdefault(place_id(chance.randrange(3)), "reach")
    return [{"place": place, "role": role} for place, role in uses.items()]


def organisations(draft: Draft) -> list[Facts]:
    """A leader and up to eight others."""
    chance = draft.chance
    roles = {organisation(chance, draft.index): "leader"}
    for _ in range(chance.choice((0, 1, 2, 3, 4, 6, 8))):
        roles.setdefault(organisation(chance, draft.index), chance.choice(get_args(OrganisationRole)))
    return [_participation(draft, org, role) for org, role in roles.items()]


def programme_use(draft: Draft) -> Facts:
    record: Facts = {"id": programme(draft.chance, draft.index)}
    if draft.chance.maybe(75):
        record["fund"] = draft.chance.choice(get_args(Fund))
    return draft.with_extras(record, {"measure.programme_measure": 40, "note.programme_note": 20})


def relations(draft: Draft) -> list[Facts] | None:
    """Up to three other entries, all of them earlier ones."""
    chance = draft.chance
    found: dict[str, Facts] = {}
    for _ in range(chance.randint(1, 3)):
        if other := earlier_subject(draft.seed, draft.index, chance):
            found.setdefault(other.id, {"type": chance.choice(get_args(RelationType)), "target": other.id})
    extras = {"note.relation_note": 40, "source": 50}
    return [draft.with_extras(each, extras) for each in found.values()] or None


def adoptions(draft: Draft) -> list[Facts]:
    return [_adoption(draft) for _ in range(draft.chance.randint(1, 3))]


def events(draft: Draft) -> list[Facts]:
    return [_event(draft) for _ in range(draft.chance.randint(1, 3))]


def contacts(draft: Draft) -> list[Facts]:
    """Offices and roles, never people."""
    chance = draft.chance
    record: Facts = {"org": organisation(chance, draft.index), "role": draft.prose.say("contact_role")}
    if chance.maybe(50):
        record["unit"] = draft.prose.say("contact_unit")
    record["email"] = f"kontakt{draft.index}@example.org"
    if chance.maybe(50):
        record["phone"] = f"+48 000 {draft.index // 1000 % 1000:03} {draft.index % 1000:03}"
    if chance.maybe(50):
        house, city = chance.randint(1, 99), chance.randint(1, 99)
        record["address"] = f"ul. Przykładowa {house}, 00-000 Miasto Przykładowe {city}"
    return [record]


def _participation(draft: Draft, org: str, role: str) -> Facts:
    record: Facts = {"org": org, "role": role}
    if draft.chance.maybe(20):
        record["contribution"] = draft.chance.some(get_args(Contribution), 1, 2)
    return draft.with_extras(record, {"note.organisation_note": 60})


def _adoption(draft: Draft) -> Facts:
    chance = draft.chance
    record: Facts = {"state": chance.choice(get_args(AdoptionState))}
    if chance.maybe(50):
        record["org"] = organisation(chance, draft.index)
    if "org" not in record or chance.maybe(30):
        record["place"] = town(chance, draft.index)
    if chance.maybe(70):
        record["date"] = when(chance)
    return draft.with_extras(record, {"changes.adoption_changes": 50, "result.adoption_result": 50, "source": 60})


def _event(draft: Draft) -> Facts:
    chance = draft.chance
    record: Facts = {"title": draft.prose.say("event")}
    if chance.maybe(85):
        record["date"] = when(chance)
    if chance.maybe(60):
        record["place"] = town(chance, draft.index)
    if chance.maybe(25):
        record["url"] = f"https://www.example.org/wydarzenia/{draft.index}"
    return draft.with_extras(record, {"note.label_note": 20, "source": 60})
