"""What it takes to do the same elsewhere: conditions, means, what the practice meets."""

from collections.abc import Iterator
from dataclasses import dataclass

from ....catalogue import Fits, Practice, Transfer
from ....wording import Translations
from ... import phrasing
from .disputes import DisputeLines, disputed_claim
from .labels import Labels
from .story import StorySection, story

_CONDITIONS = ("preconditions", "adaptable", "fixed", "minimum_version", "legal_basis")
MEANS = ("staff", "volunteers", "premises", "tools", "skills")


@dataclass(frozen=True, slots=True)
class Pair:
    """A name and what it is: one text or several."""

    name: str
    texts: tuple[str, ...]
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Goal:
    """One of the goals of sustainable development."""

    number: int
    name: str


@dataclass(frozen=True, slots=True)
class TransferBlock:
    """What ``parts/transfer.html`` prints; ``criteria`` are pairs of a criterion and how far it is met."""

    source: str | None
    dispute: DisputeLines | None
    story: tuple[StorySection, ...]
    conditions: tuple[Pair, ...]
    resources: tuple[Pair, ...]
    criteria: tuple[Pair, ...]
    goals: tuple[Goal, ...]


def transfer_block(practice: Practice, labels: Labels) -> TransferBlock:
    """What it takes to do the same."""
    t = labels.t
    return TransferBlock(
        source=practice.transfer.source if practice.transfer else None,
        dispute=disputed_claim(practice.transfer.disputed, t) if practice.transfer else None,
        story=story(practice, ("transfer_story",), t),
        conditions=tuple(_conditions(practice.transfer, t)) if practice.transfer else (),
        resources=tuple(_resources(practice, t)),
        criteria=tuple(
            Pair(labels.name("criteria", each), (t.choice("criterion_state", state),))
            for each, state in practice.criteria.items()
        ),
        goals=tuple(Goal(number, t.choice("sdg", number)) for number in practice.sdg),
    )


def _conditions(transfer: Transfer, t: Translations) -> Iterator[Pair]:
    for name in _CONDITIONS:
        if value := getattr(transfer, name):
            yield Pair(t.field(name, "transfer"), (value,) if isinstance(value, str) else value)
    if transfer.fits and (places := tuple(_places(transfer.fits, t))):
        name = t("practice.tried_in") if transfer.fits.tried else t.field("fits", "transfer")
        yield Pair(name, places, transfer.fits.source)


def _places(fits: Fits, t: Translations) -> Iterator[str]:
    if size := fits.population:
        yield phrasing.inhabitants(size.min, size.max, t)
    for each in fits.municipality_types:
        yield t.choice("municipality_type", each)


def _resources(practice: Practice, t: Translations) -> Iterator[Pair]:
    for name in MEANS if practice.resources else ():
        if text := getattr(practice.resources, name):
            yield Pair(t.field(name, "resources"), (text,))
