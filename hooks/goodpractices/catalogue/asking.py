"""Which ids were asked for while something was read, so that the same can be asked again when others exist."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from .validation import Names


def known_ids(names: Names) -> frozenset[str]:
    """All ids there are, written as :class:`Asking` writes those that were asked for."""
    return frozenset(_written(name, each) for name, ids in names.items() for each in ids)


@dataclass(frozen=True, slots=True)
class Asking(Mapping[str, Collection[str]]):
    """The names that exist, and in ``asked`` which of them somebody wanted to know about."""

    names: Names
    asked: set[str] = field(default_factory=set)

    def __getitem__(self, name: str) -> Collection[str]:
        return _Ids(name, self.names[name], self.asked)

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)


@dataclass(frozen=True, slots=True)
class _Ids(Collection[str]):
    name: str
    ids: Collection[str]
    asked: set[str]

    def __contains__(self, value: object) -> bool:
        self.asked.add(_written(self.name, str(value)))
        return value in self.ids

    def __iter__(self) -> Iterator[str]:
        return iter(self.ids)

    def __len__(self) -> int:
        return len(self.ids)


def _written(name: str, value: str) -> str:
    return f"{name}/{value}"
