"""Whether a practice fits a municipality, by what its entry says of the conditions of transfer and by nothing else.

Nothing is weighed and nothing guessed: each condition is met, unmet or to be asked about, and readers see which.
What an entry does not say is not known; it never counts as a no. Of what is disputed there is neither a yes nor a no.
Where a practice ran is a yes to municipalities alike; to others it says nothing.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from ..catalogue import Catalogue, MunicipalityType, Place, Practice, may_be_counted
from ..wording import polish_order

Fit = Literal["fits", "may-fit", "does-not-fit", "unknown"]
State = Literal["met", "asked", "untried", "unmet"]

STATES: tuple[State, ...] = ("met", "asked", "untried", "unmet")
FITS: tuple[Fit, ...] = ("fits", "may-fit", "does-not-fit", "unknown")

KINDS: Mapping[MunicipalityType, Mapping[MunicipalityType, State]] = {
    "urban": {"urban": "met", "city-county": "asked"},
    "urban-rural": {"urban-rural": "met"},
    "rural": {"rural": "met"},
    "city-county": {"urban": "met", "city-county": "met"},
}
"""What a municipality of a kind is to a condition that names one; what is not named is unmet.

A city with the rights of a county is an urban municipality, and registries often call it no more than that.
"""

MOST_MUNICIPALITIES = 400
"""How many municipalities a list to choose from has; who finds theirs not among them types its size and kind."""

_LEVELS = ("town", "municipality")


@dataclass(frozen=True, slots=True)
class Municipality:
    """What there is to compare; what nobody told is ``None``."""

    population: int | None = None
    kind: MunicipalityType | None = None


@dataclass(frozen=True, slots=True)
class Conditions:
    """What an entry says of the municipalities it is for.

    ``further`` says that it names conditions in words, which only a person can compare, ``disputed`` that somebody
    doubts what it says and that it does not count all the same, ``tried`` that it names the municipalities where the
    practice ran rather than those it is for.
    """

    least: int | None = None
    most: int | None = None
    kinds: tuple[MunicipalityType, ...] = ()
    further: bool = False
    disputed: bool = False
    tried: bool = False

    @property
    def name_a_size(self) -> bool:
        """Whether they name a size."""
        return self.least is not None or self.most is not None

    @property
    def say_something(self) -> bool:
        """Whether the entry says anything to judge by."""
        return self.name_a_size or bool(self.kinds) or self.further


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a practice fits, and how each condition stands that the entry names."""

    fit: Fit
    size: State | None = None
    kind: State | None = None


def conditions_of(practice: Practice) -> Conditions:
    """What the entry of a practice says of the municipalities it is for."""
    transfer = practice.transfer
    if transfer is None:
        return Conditions()
    fits = transfer.fits
    size = fits.population if fits else None
    return Conditions(
        least=size.min if size else None,
        most=size.max if size else None,
        kinds=fits.municipality_types if fits else (),
        further=bool(transfer.preconditions),
        disputed=not may_be_counted(transfer),
        tried=fits.tried if fits else False,
    )


def judge(conditions: Conditions, municipality: Municipality) -> Verdict:
    """How a municipality stands to the conditions of a practice."""
    size, kind = _size(conditions, municipality.population), _kind(conditions, municipality.kind)
    return Verdict(_fit(conditions, {size, kind}), size, kind)


def _fit(conditions: Conditions, states: set[State | None]) -> Fit:
    if not conditions.say_something:
        return "unknown"
    if conditions.disputed:
        return "may-fit"
    if "unmet" in states:
        return "does-not-fit"
    return "may-fit" if conditions.further or states & {"asked", "untried"} else "fits"


def _size(conditions: Conditions, population: int | None) -> State | None:
    if not conditions.name_a_size:
        return None
    if population is None:
        return "asked"
    is_too_small = conditions.least is not None and population < conditions.least
    is_too_large = conditions.most is not None and population > conditions.most
    return _outside(conditions) if is_too_small or is_too_large else "met"


def _kind(conditions: Conditions, kind: MunicipalityType | None) -> State | None:
    if not conditions.kinds:
        return None
    if kind is None:
        return "asked"
    states = {KINDS[kind].get(each, _outside(conditions)) for each in conditions.kinds}
    return next(state for state in STATES if state in states)


def _outside(conditions: Conditions) -> State:
    return "untried" if conditions.tried else "unmet"


def fit_counts(practices: Iterable[Practice], municipality: Municipality) -> dict[Fit, int]:
    """How many practices fit, may fit, do not fit, and of how many that is not known; together all of them."""
    found = Counter(judge(conditions_of(practice), municipality).fit for practice in practices)
    return {fit: found[fit] for fit in FITS}


def municipalities(catalogue: Catalogue) -> tuple[Place, ...]:
    """The towns and municipalities of the registry whose size or kind is known, in Polish order of names."""
    known = [
        place
        for place in catalogue.places.values()
        if place.level in _LEVELS and (place.population or place.municipality_type)
    ]
    largest = sorted(known, key=lambda place: -(place.population.value if place.population else 0))
    return tuple(sorted(largest[:MOST_MUNICIPALITIES], key=lambda place: (polish_order(place.name), place.id)))


def municipality_of(place: Place) -> Municipality:
    """A place as far as there is something to compare."""
    return Municipality(place.population.value if place.population else None, place.municipality_type)
