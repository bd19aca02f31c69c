"""Places, organisations and programmes of the synthetic practices: their number grows with that of the practices.

Entry ``index`` names only records that a catalogue of ``index + 1`` entries has, so it is the same in every larger one.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, get_args

import yaml

from goodpractices.catalogue.choices import Fund, MunicipalityType, ProgrammeLevel

from .chance import Chance
from .dates import interval
from .prose import Prose

Record = dict[str, Any]

# Places come in blocks of a region, a county, a metropolitan area and its towns; one town of a block lies abroad.
_BLOCK = 12
_MOST_PLACES = 300
_MOST_PROGRAMMES = 60


def places_known(index: int) -> int:
    return min(_MOST_PLACES, 2 * _BLOCK + _BLOCK * (index // 100))


def organisations_known(index: int) -> int:
    return 10 + index // 5


def programmes_known(index: int) -> int:
    return min(_MOST_PROGRAMMES, 6 + index // 200)


def place_id(n: int) -> str:
    return f"miejsce-przykladowe-{n}"


def organisation_id(n: int) -> str:
    return f"organizacja-przykladowa-{n}"


def programme_id(n: int) -> str:
    return f"program-przykladowy-{n}"


def town(chance: Chance, index: int) -> str:
    """The id of a town that entry ``index`` may name."""
    block = chance.randrange(places_known(index) // _BLOCK)
    return place_id(block * _BLOCK + chance.randrange(3, _BLOCK))


def organisation(chance: Chance, index: int) -> str:
    """The id of an organisation that entry ``index`` may name."""
    return organisation_id(chance.below(organisations_known(index)))


def programme(chance: Chance, index: int) -> str:
    """The id of a programme that entry ``index`` may name."""
    return programme_id(chance.randrange(programmes_known(index)))


def registries(seed: int, count: int, organisation_kinds: Sequence[str]) -> dict[str, list[Record]]:
    """The records that ``count`` entries need, by registry."""
    return {
        "organisations": [_organisation(seed, n, organisation_kinds) for n in range(organisations_known(count))],
        "places": [_place(seed, n) for n in range(places_known(count))],
        "programmes": [_programme(seed, n) for n in range(programmes_known(count))],
    }


def _organisation(seed: int, n: int, kinds: Sequence[str]) -> Record:
    chance = Chance.of(seed, n, "organisation")
    kind = chance.choice(kinds)
    names = _names()["organisations"]
    name = names.get(kind, names["unspecified"]).format(n=n)
    record: Record = {"id": organisation_id(n), "name": name, "kind": kind}
    words = name.split()
    if chance.maybe(40):
        record["short_name"] = "".join(word[0] for word in words[:-1]) + f" {n}"
    if chance.maybe(10):
        record["former_names"] = [f"{words[0]} Dawniej Przykładowe {n}"]
    if chance.maybe(85):
        record["place"] = town(chance, max(0, 5 * (n - 10)))
    if chance.maybe(50):
        record["url"] = f"https://www.example.org/organizacje/{n}"
    if n and chance.maybe(8):
        record["parent"] = organisation_id(n // 2)
    if chance.maybe(10):
        record["registry_ids"] = {"krs": f"{n:010}", "regon": f"{n:09}", "nip": f"{n:010}"}
    if chance.maybe(15):
        record["languages"] = chance.some(("pl", "en", "uk", "de"), 1, 3)
    if chance.maybe(50):
        record["synonyms"] = [f"przykładowa {n}", f"{words[0].lower()} nr {n}"]
    if chance.maybe(20):
        record["note"] = Prose(chance).say("organisation_note")
    return record


def _place(seed: int, n: int) -> Record:
    chance = Chance.of(seed, n, "place")
    block, step = divmod(n, _BLOCK)
    region = place_id(block * _BLOCK)
    if step < 3:
        record = _area(chance, n, step)
    else:
        abroad = step == _BLOCK - 1
        record = _town(chance, n, abroad=abroad) | ({} if abroad else {"parent": region})
    if step == 2:
        record["members"] = [{"place": place_id(n + 1)}, {"place": place_id(n + 2), "since": f"{2005 + block % 20}"}]
    if step == 3:
        record["twin_places"] = [place_id(block * _BLOCK + _BLOCK - 1)]
    return record


def _area(chance: Chance, n: int, step: int) -> Record:
    level = ("region", "county", "metropolitan-area")[step]
    record: Record = {"id": place_id(n), "name": _names()["places"][level].format(n=n), "country": "PL", "level": level}
    if level == "region":
        record |= {"nuts": "PLZZZ", "nuts_version": "2021", "en": f"Sample Region {n}"}
    if level == "county":
        record |= {"teryt": f"99{n % 100:02}", "note": Prose(chance).say("label_note")}
    return record


def _town(chance: Chance, n: int, *, abroad: bool) -> Record:
    names = _names()["places"]
    country, name = chance.choice(tuple(names["abroad"].items())) if abroad else ("PL", chance.choice(names["town"]))
    record: Record = {"id": place_id(n), "name": name.format(n=n), "country": country}
    record["level"] = chance.choice(("town", "municipality"))
    record |= {"lat": f"{chance.uniform(50, 54):.4f}", "lon": f"{chance.uniform(15, 23):.4f}"}
    record["coord_precision"] = chance.choice(("centre", "area"))
    if chance.maybe(80):
        size = chance.randint(1, 9) * 10 ** chance.randint(3, 5)
        record["population"] = {"value": str(size), "as_of": "2025", "source": "dane przykładowe"}
    record["municipality_type"] = chance.choice(get_args(MunicipalityType))
    if chance.maybe(10):
        record |= {"geonames": str(900_000_000 + n), "lau": f"PRZYKLAD-{n}"}
    record["synonyms"] = [f"{name.split()[-2].lower()} nr {n}", f"przykładzianie {n}"]
    return record


def _programme(seed: int, n: int) -> Record:
    chance = Chance.of(seed, n, "programme")
    prose = Prose(chance)
    record: Record = {
        "id": programme_id(n),
        "name": f"Program Przykładowy {n}: {prose.phrase('component')}",
        "level": chance.choice(get_args(ProgrammeLevel)),
        "en": f"Sample Programme {n}",
        "acronym": f"PP {n}",
        "period": interval(chance),
        "fund": chance.choice(get_args(Fund)),
        "authority": f"Instytucja Przykładowa {n}",
        "synonyms": [f"PP{n}"],
    }
    if chance.maybe(50):
        record["url"] = f"https://www.example.org/programy/{n}"
    if chance.maybe(30):
        record["note"] = prose.say("programme_note")
    return record


@cache
def _names() -> dict[str, Any]:
    text = (Path(__file__).parent / "names.yml").read_text(encoding="utf-8")
    names: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return names
