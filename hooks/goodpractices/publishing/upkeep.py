"""What a build is told about the upkeep of the catalogue beside the entries themselves."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ..catalogue import Cache, History, LinkReport, link_report_file, read_history, read_link_report, told_day


@dataclass(frozen=True, slots=True)
class Upkeep:
    """The day that the page for editors counts for, the last nightly report about addresses and the history of the
    entries, if there are any.
    """

    day: date
    links: LinkReport | None = None
    history: History | None = None

    @classmethod
    def of(cls, docs: Path, folder: Path, cache: Cache, epoch: str | None) -> "Upkeep":
        """What is known beside a folder of hand-written pages and in the history of a folder of practices.

        ``epoch`` is the day the build is given, as seconds since 1970.
        """
        return cls(told_day(epoch), read_link_report(link_report_file(docs)), read_history(folder, cache))

    @property
    def inputs(self) -> tuple[Any, ...]:
        """What is told of the day and the addresses, as values that JSON can hold."""
        links = self.links and (self.links.is_broken, self.links.to_json())
        return self.day.isoformat(), links
