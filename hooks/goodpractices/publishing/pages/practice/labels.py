"""What records and dates are called on the page of a practice."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ....catalogue import Adoption, EdtfDate, EdtfInterval, Organisation, Place, Programme, Records
from ....wording import Translations
from ... import phrasing
from ...addresses import member_address
from ..colours import family_class
from ..values import Value


@dataclass(frozen=True, slots=True)
class Labels:
    """Records as values that lead to their pages, and dates in words, in one language."""

    records: Records
    t: Translations

    def place(self, place_id: str) -> Value:
        return Value(phrasing.place_name(self.records.places[place_id], self.t), member_address("places", place_id))

    def organisation(self, organisation_id: str) -> Value:
        name = self.records.organisations[organisation_id].name
        return Value(name, member_address("organisations", organisation_id))

    def adopter(self, adoption: Adoption) -> tuple[Value, ...]:
        """Who took a practice over: how many of which kind, the place and the organisation, as far as known."""
        many = [Value(phrasing.many(adoption.what, adoption.count, "exact", self.t))] if adoption.what else []
        where = [self.place(adoption.place)] if adoption.place else []
        return (*many, *where, *([self.organisation(adoption.org)] if adoption.org else []))

    def adoption_state(self, adoption: Adoption) -> str:
        """What came of an adoption, with a sign of it where somebody disputes it."""
        words = self.t.choice("adoption_state", adoption.state)
        return phrasing.doubtful(words, self.t) if adoption.disputed else words

    def programme(self, programme_id: str) -> Value:
        return Value(self.records.programmes[programme_id].name, member_address("programmes", programme_id))

    def term(self, vocabulary: str, term_id: str) -> Value:
        return Value(self.records.label(vocabulary, term_id), member_address(vocabulary, term_id))

    def family(self, theme_id: str) -> str:
        """The class that gives a theme its colour."""
        return family_class(self.records.term("themes", theme_id).family)

    def when(self, value: EdtfDate | EdtfInterval | None) -> str | None:
        return phrasing.when(value, self.t) if value else None

    def day(self, value: date | None) -> str | None:
        return phrasing.day(value, self.t) if value else None

    def name(self, dimension: str, identifier: str) -> str:
        """What a member of a dimension is called, a place without its country."""
        registries: dict[str, Mapping[str, Organisation | Place | Programme]] = {
            "organisations": self.records.organisations,
            "places": self.records.places,
            "programmes": self.records.programmes,
        }
        if dimension in registries:
            return registries[dimension][identifier].name
        return self.records.label(dimension, identifier)
