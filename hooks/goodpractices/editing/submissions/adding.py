"""New records told at a terminal: what a registry or a vocabulary lacks, with what has to be known of it."""

from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from ...catalogue import (
    HOME,
    VOCABULARIES,
    GazetteerPlace,
    Organisation,
    Place,
    Programme,
    Validator,
    places_called,
    readings,
)
from ...wording import Translations
from .drafting import Drafter, free_id
from .names import Names, choice_names

Ask = Callable[[str], str]
Say = Callable[[str], None]
Record = dict[str, Any]

REGISTRIES: Mapping[str, Validator[Any]] = {
    "places": Validator(Place),
    "organisations": Validator(Organisation),
    "programmes": Validator(Programme),
}
"""The registries that take new records, each with what checks one."""


@dataclass(slots=True)
class Adding:
    """Asks for new records; those that were told are known to the drafter from then on."""

    drafter: Drafter
    ask: Ask
    say: Say
    new_records: MutableMapping[str, list[Record]] = field(default_factory=dict)

    @property
    def t(self) -> Translations:
        return self.drafter.t

    def agrees(self, asked: str) -> bool:
        return self.is_yes(self.ask(f"{asked} {self.t('new.yes_no')}"))

    def is_yes(self, typed: str) -> bool:
        return typed.strip().casefold() in self.t("new.yes").split()

    def can_add(self, where: str) -> bool:
        """Whether a registry or vocabulary takes new records."""
        return where in REGISTRIES or where in VOCABULARIES

    def say_nearest(self, where: str, words: str) -> None:
        """Say which records have a similar name."""
        names = self.drafter.names[where]
        if near := [names.label(name) for name in names.nearest(words)]:
            self.say(self.t("new.nearest", names=", ".join(f"„{each}”" for each in near)))

    def question(self, where: str, words: str) -> str:
        """The words that ask whether a record is to be added."""
        return self.t("new.add.terms" if where in VOCABULARIES else f"new.add.{where}", name=words)

    def add(self, where: str, words: str) -> str | None:
        """The id of a new record, once all that has to be known about it is told; ``None`` where it is not in order."""
        name = " ".join(words.split())
        record: Record = {
            "id": free_id(words, self.drafter.names[where].called),
            "name": name,
            **self._told(where, name),
        }
        if where in VOCABULARIES:
            self._keep(where, "terms", {"vocabulary": where, "id": record["id"], "pl": name}, record)
            return str(record["id"])
        try:
            REGISTRIES[where](record, self.drafter.reference.names(self._further()))
        except ValidationError as error:
            for problem in REGISTRIES[where].problems(error):
                self.say(f"{problem.field_name}: {self.t.problem(problem.key, problem.params)}")
            return None
        self._keep(where, where, record, record)
        return str(record["id"])

    def _further(self) -> dict[str, list[str]]:
        return {name: list(self.drafter.names[name].called) for name in REGISTRIES}

    def _keep(self, where: str, registry: str, record: Record, known: Record) -> None:
        self.new_records.setdefault(registry, []).append(record)
        self.drafter.know(where, known)

    def _told(self, where: str, name: str) -> Record:
        """What has to be known of a record beside its name."""
        if where == "places":
            return self._place(name)
        if where == "organisations":
            return {"kind": self.one_of(self.drafter.names["organisation_kinds"], self.t("new.kind"))}
        if where == "programmes":
            levels = choice_names(self.t.group("choices.programme_level"))
            return {"level": self.one_of(levels, self.t("new.programme_level"))}
        return {}

    def _place(self, name: str) -> Record:
        found = places_called(name)
        if found and (place := self._chosen(found)):
            return self._of_gazetteer(place)
        country = code_of_country(self.ask(self.t("new.country")).strip() or HOME)
        level = self.one_of(choice_names(self.t.group("choices.place_level")), self.t("new.level"))
        return {"country": country, "level": level}

    def _chosen(self, found: list[GazetteerPlace]) -> GazetteerPlace | None:
        """The place that is meant of those that are called so, or none of them."""
        self.say(self.t("new.which_place"))
        for n, place in enumerate(found, 1):
            self.say(f"  {n}. {place.described(self.t)}")
        while typed := self.ask(self.t("new.which_number")).strip():
            if typed.isdecimal() and 0 < int(typed) <= len(found):
                return found[int(typed) - 1]
            self.say(self.t("new.pick_one"))
        return None

    def _of_gazetteer(self, place: GazetteerPlace) -> Record:
        key = f"region.{place.country}.{place.region}"
        region = self.drafter.names["places"].find(self.t(key)) if key in self.t else None
        numbers = {"lat": float(place.latitude), "lon": float(place.longitude), "geonames": place.geonames}
        return {"country": place.country, "level": "town", **numbers, **({"parent": region} if region else {})}

    def one_of(self, names: Names, asked: str) -> str:
        """The one of several that the person means, by its number or its name."""
        self.say(asked)
        self.list(names)
        while True:
            words = self.ask(self.t("new.answer"))
            if name := names.find(numbered(names, words)):
                return name
            self.say(self.t("new.pick_one"))

    def list(self, names: Names) -> None:
        """Say what there is to choose from, each with its number."""
        for n, name in enumerate(names.called, 1):
            self.say(f"  {n}. {names.label(name)}")


@dataclass(slots=True)
class Deciding:
    """Asks what the unknown names of submissions mean, each once however often it stands in them."""

    adding: Adding
    decided: dict[tuple[str, str], str | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.drafter.decide = self

    @property
    def drafter(self) -> Drafter:
        """What makes the drafts that ask."""
        return self.adding.drafter

    def __call__(self, where: str, words: str) -> str | None:
        """The id of the record that a name means, an old or a new one; ``None`` leaves it to the editors."""
        key = (where, " ".join(words.casefold().split()))
        if key not in self.decided:
            self.decided[key] = self._asked(where, words) if self.adding.can_add(where) else None
        return self.decided[key]

    def proposals(self, record: Mapping[str, Any]) -> dict[str, list[Record]]:
        """The new records that an entry names."""
        names = set(_texts(record))
        new = self.adding.new_records
        found = {where: [each for each in records if each["id"] in names] for where, records in new.items()}
        return {where: records for where, records in found.items() if records}

    def _asked(self, where: str, words: str) -> str | None:
        adding = self.adding
        adding.say("")
        adding.say_nearest(where, words)
        while typed := adding.ask(f"{adding.question(where, words)} {adding.t('new.decide')}").strip():
            if adding.is_yes(typed):
                return adding.add(where, words)
            if known := adding.drafter.names[where].find(typed):
                return known
            adding.say(adding.t("new.not_known", name=typed))
        return None


def _texts(value: Any) -> list[str]:
    """All texts in a value."""
    if isinstance(value, Mapping):
        return [text for each in value.values() for text in _texts(each)]
    if isinstance(value, list | tuple):
        return [text for each in value for text in _texts(each)]
    return [value] if isinstance(value, str) else []


def numbered(names: Names | None, words: str) -> str:
    """What a number on a list stands for; other words as they are."""
    number = int(words) if words.strip().isdecimal() and len(words) < 6 else 0
    if names is None or not 0 < number <= len(names.called):
        return words
    return names.label(list(names.called)[number - 1])


def code_of_country(typed: str) -> str:
    """The code of the country that was named; what was typed where no country is called so."""
    found = readings("country", typed)
    return found[0]["value"] if found else typed
