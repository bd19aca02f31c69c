"""A built site brought up to date: only what follows from something that changed is made anew."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from ..catalogue import step
from .planned import Planned
from .publication import Publication
from .record import SiteRecord
from .writer import Made, addresses_of, count, write


@dataclass(frozen=True, slots=True)
class Update:
    """What makes a built site the one of today.

    Attributes:
        record: the site of today.
        changed: the addresses of files that were written beside the site, to take their places in it.
        removed: the addresses of files that the site of today has not.
        made: the names of the parts that were made.
    """

    record: SiteRecord
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    made: tuple[str, ...]

    def file_at(self, site: Path, beside: Path) -> Callable[[str], Path | None]:
        """Where files of the site of today lie now."""
        changed, there = {*self.changed}, {*addresses_of(self.record.parts), *(each for each, _, _ in self.record.rest)}

        def found(address: str) -> Path | None:
            if address not in there:
                return None
            return (beside if address in changed else site) / address

        return found


def is_as_recorded(record: SiteRecord, site: Path) -> bool:
    """Whether what a generator put into the folder of a site lies there as it was."""
    return Made("", record.rest).is_there(site)


def update(publication: Publication, old: SiteRecord, site: Path, beside: Path) -> Update:
    """Make what a site lacks or has differently, and write it into a folder beside the site, which stays as it is.

    Args:
        publication: the site of today.
        old: what stands in the folder of the site.
        site: that folder.
        beside: an empty folder.

    Raises:
        UnusablePicture: when a picture cannot be published.
        LookupError: a page written by hand asks for fields that there are none of.
        OSError: when a file cannot be written.
    """
    with step("planning"):
        planned = [*publication.parts(old.pages), *publication.by_hand(old.pages)]
        planned.append(publication.site_map([part.page for part in planned if part.page is not None]))
        parts = _kept(planned, old, site)
    count("kept", parts)
    new = write([part for part in planned if part.name not in parts], beside, site, publication.prepare)
    today = {part.name: new.get(part.name) or parts[part.name] for part in planned}
    changed = tuple(address for address in addresses_of(new) if (beside / address).is_file())
    removed = {*addresses_of(old.parts)} - {*addresses_of(today)} - {address for address, _, _ in old.rest}
    return Update(replace(old, parts=today), changed, tuple(sorted(removed)), tuple(new))


def _kept(planned: Iterable[Planned], old: SiteRecord, site: Path) -> dict[str, Made]:
    """The parts that stand there as they would be made today."""
    there = ((part.name, old.parts.get(part.name), part.key) for part in planned)
    return {name: made for name, made, key in there if made and made.key == key and made.is_there(site)}
