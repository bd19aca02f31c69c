"""The files about all practices for programs and for readers of feeds, each with what it follows from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from ..catalogue import Buckets, Cache, Catalogue, Identity, gathered
from ..finding import Groups
from .form import PER_FILE, entry_file
from .open_data import Names, PracticeShare, data_files, data_names, feed_files, share_inputs
from .planned import PlannedFiles, Written
from .rendering import Renderer


@dataclass(frozen=True)
class DataParts:
    """What a site has of all practices beside its pages.

    Attributes:
        catalogue: all practices.
        groups: the practices by what they have in common.
        identity: whose site it is.
        renderer: has the words and the links.
        offline: whether it is the edition that opens from a folder.
    """

    catalogue: Catalogue
    groups: Groups
    identity: Identity
    renderer: Renderer
    offline: bool

    def files(self, cache: Cache, base: str, all_listed: tuple[Any, ...]) -> Iterator[PlannedFiles]:
        """The open data, the feeds, and the entries for those who correct one.

        Args:
            cache: what earlier builds made of single practices.
            base: the hash of what the whole site follows from.
            all_listed: what pages about all published practices follow from.
        """
        catalogue, links = self.catalogue, self.renderer.links
        states = [(each.id, each.editorial.state) for each in catalogue.practices.values()]
        everything = states, self._wholes
        data = partial(data_files, names=self._names, groups=self.groups, identity=self.identity, links=links)
        yield PlannedFiles("data", everything, lambda: data(self._shares(cache, base)), is_large=True)
        if self.offline:
            return
        feeds = partial(feed_files, catalogue, self.groups, self.identity, links, self.renderer.t)
        yield PlannedFiles("feeds", all_listed, feeds)
        for n, start in enumerate(range(0, len(catalogue.published), PER_FILE)):
            some = slice(start, start + PER_FILE)
            yield PlannedFiles(f"form entries {n}", self._wholes[some], partial(self._entries, n, some))

    def _shares(self, cache: Cache, base: str) -> list[PracticeShare]:
        """The share of each published practice in the open data; what earlier builds made comes from the cache."""
        names = self._names
        practices = {share_inputs(each, names): each for each in self.catalogue.published}
        kept = Buckets(cache, "data-offline" if self.offline else "data", base)
        missing = [key for key in practices if not PracticeShare.is_one(kept.get(key))]

        def made(keys: Sequence[str]) -> list[list[Any]]:
            return [PracticeShare.of(practices[key], names).to_json() for key in keys]

        for key, share in zip(missing, gathered(made, missing), strict=True):
            kept.set(key, share)
        kept.save(practices.keys())
        cache.save()
        return [PracticeShare.from_json(kept.get(key)) for key in practices]

    def _entries(self, number: int, some: slice) -> Iterator[Written]:
        yield entry_file(number, self.catalogue.published[some])

    @cached_property
    def _names(self) -> Names:
        return data_names(self.catalogue, self.identity, self.renderer.links, self.renderer.t)

    @cached_property
    def _wholes(self) -> list[str]:
        return [self.catalogue.fingerprint(each.id).whole for each in self.catalogue.published]
