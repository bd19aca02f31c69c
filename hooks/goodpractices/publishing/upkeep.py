"""What a build is told about the upkeep of the catalogue beside the entries themselves."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from ..catalogue import History, LinkReport


@dataclass(frozen=True, slots=True)
class Upkeep:
    """The day that the page for editors counts for, the last nightly report about addresses and the history of the
    entries, if there are any.
    """

    day: date
    links: LinkReport | None = None
    history: History | None = None

    @property
    def inputs(self) -> tuple[Any, ...]:
        """What is told of the day and the addresses, as values that JSON can hold."""
        links = self.links and (self.links.is_broken, self.links.to_json())
        return self.day.isoformat(), links
