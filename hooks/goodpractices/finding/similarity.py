"""How much two practices have in common, as a number and as what it consists of.

A practice is a handful of features: its terms, places, organisations, programmes and the words that tell it from
others. A feature weighs as much as it tells, so what everyone has weighs nothing. The measure is a cosine that trusts
little in practices of which little is known; it is the same from both sides and never reaches 1.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from math import fsum, sqrt

from ..catalogue import Catalogue, Practice, digest
from .rarity import rarity

Feature = tuple[str, str]
"""A dimension and an id within it; a word is its own id."""

_Noted = tuple[str, str, float]

Words = Mapping[str, Mapping[str, float]]
"""For each practice, by id, the words that tell what it is about, each with how much is said of it, from 0 to 1."""

# How much a dimension says, for features that are equally rare. Wider ones are what lies above a place or a term.
WEIGHTS: Mapping[str, float] = {
    "themes": 1.0,
    "target_groups": 0.9,
    "support_types": 0.5,
    "kinds": 0.15,
    "places": 1.0,
    "organisations": 1.0,
    "programmes": 0.8,
    "words": 0.6,
    "wider_themes": 0.3,
    "wider_target_groups": 0.3,
    "wider_places": 0.3,
}
_PLACE_ROLES = {"implemented": 1.0, "reach": 1.0}
_ORGANISATION_ROLES = {"leader": 1.0, "organiser": 1.0, "partner": 0.8}
_OTHER_ROLE = 0.5

# A feature of more practices than this says nothing of any of them.
_NEARLY_ALL = 0.75
# The cosine of what two practices share with this much more on either side that they do not.
_DOUBT = 3.0
# So many practices that share a feature are looked at for one practice (and as many for each of its rarest features),
# so that the work does not grow with the catalogue; of these so many are measured.
_LOOKED_AT = 1_000
_ALWAYS_FEATURES = 2
_MEASURED = 20


class Similarity:
    """Measures practices of a catalogue against each other; made once for a catalogue.

    Practices and features go by numbers inside: small integers close together keep many comparisons cheap.
    """

    def __init__(self, catalogue: Catalogue, words: Words) -> None:
        above = _Above(catalogue)
        self._ids = sorted(each.id for each in catalogue.published)
        self._numbers = {each: n for n, each in enumerate(self._ids)}
        noted = catalogue.noted("features", _noted_features, _are_features)
        strengths = [_strengths(noted[each], above, words.get(each, {})) for each in self._ids]
        counts = Counter(feature for features in strengths for feature in features)
        self._features = sorted(counts)
        numbers = {feature: n for n, feature in enumerate(self._features)}
        tells = {feature: WEIGHTS[feature[0]] * _tells(n, len(strengths)) for feature, n in counts.items()}
        self._vectors: list[dict[int, float]] = []
        self._holders: list[list[int]] = [[] for _ in counts]
        for n, features in enumerate(strengths):
            vector = {numbers[each]: strength * sqrt(tells[each]) for each, strength in features.items()}
            # Exactly rounded, here and below, so that the order of the features changes nothing.
            length = sqrt(fsum(value * value for value in vector.values()) + _DOUBT)
            self._vectors.append({feature: value / length for feature, value in vector.items()})
            for feature in vector:
                self._holders[feature].append(n)

    def between(self, one: str, other: str) -> float:
        """How much two practices, by id, have in common, between 0 and 1."""
        return self._value(self._numbers[one], self._numbers[other])

    def in_common(self, one: str, other: str) -> dict[Feature, float]:
        """What two practices have in common, and how much of the whole each feature makes up."""
        mine, theirs = (self._vectors[self._numbers[each]] for each in (one, other))
        return {self._features[each]: mine[each] * theirs[each] for each in sorted(mine.keys() & theirs.keys())}

    def version(self, practice_id: str) -> str:
        """The hash of what a practice, by id, is compared by: its features with their weights."""
        return self._versions[self._numbers[practice_id]]

    def candidates(self, practice_id: str) -> list[str]:
        """The ids of those that share most of what tells most; what very many share is left to the measure."""
        practice = self._numbers[practice_id]
        return [self._ids[other] for other in self._candidates(practice)]

    def key_of_candidates(self, practice_id: str) -> str:
        """Of what the candidates follow: the practice, what it is compared by, and who has what is looked through."""
        practice = self._numbers[practice_id]
        looked_through = [self._versions_of_holders[feature] for feature in self._telling(self._vectors[practice])]
        return " ".join([practice_id, self._versions[practice], *looked_through])

    def ranked(self, practice_id: str, others: Iterable[str]) -> list[tuple[float, str]]:
        """The others by what they have in common with a practice, the nearest first; of equals by their ids."""
        practice = self._numbers[practice_id]
        measured = sorted([(-self._value(practice, self._numbers[other]), other) for other in others])
        return [(-value, other) for value, other in measured]

    @cached_property
    def _versions(self) -> list[str]:
        names = ["\n".join(feature) for feature in self._features]
        found = []
        for vector in self._vectors:
            features = sorted(vector)
            found.append(digest(*[names[each] for each in features], *[vector[each].hex() for each in features]))
        return found

    @cached_property
    def _versions_of_holders(self) -> list[str]:
        return [digest(*(self._ids[each] for each in holders)) for holders in self._holders]

    def _value(self, one: int, other: int) -> float:
        mine, theirs = self._vectors[one], self._vectors[other]
        return fsum([mine[each] * theirs[each] for each in mine.keys() & theirs.keys()])

    def _candidates(self, practice: int) -> list[int]:
        vector = self._vectors[practice]
        scores: dict[int, float] = {}
        for feature in self._telling(vector):
            tells = vector[feature] ** 2
            for other in self._looked_at(feature, practice):
                scores[other] = scores.get(other, 0.0) + tells
        scores.pop(practice, None)
        best = sorted(scores.values())[-_MEASURED:]
        near = sorted([(-score, other) for other, score in scores.items() if score >= best[0]])
        return [other for _, other in near[:_MEASURED]]

    def _looked_at(self, feature: int, practice: int) -> Sequence[int]:
        """Those that share a feature; of very many the next ones after a practice, going round at the end."""
        holders = self._holders[feature]
        if len(holders) <= _LOOKED_AT:
            return holders
        start = bisect_right(holders, practice)
        return [*holders[start : start + _LOOKED_AT], *holders[: max(0, start + _LOOKED_AT - len(holders))]]

    def _telling(self, vector: Mapping[int, float]) -> Iterator[int]:
        """The features that tell most, as long as not too many share them; the rarest ones whoever shares them."""
        shared = sorted((len(self._holders[each]), each) for each in vector if len(self._holders[each]) > 1)
        left = _LOOKED_AT
        for number, feature in shared[:_ALWAYS_FEATURES]:
            left -= number
            yield feature
        for _, number, feature in sorted((-vector[each], number, each) for number, each in shared[_ALWAYS_FEATURES:]):
            if number <= left:
                left -= number
                yield feature


def _tells(holders: int, practices: int) -> float:
    return rarity(holders, practices) if holders <= _NEARLY_ALL * practices else 0.0


class _Above:
    """What lies above each term and place, themselves included where something lies below them."""

    def __init__(self, catalogue: Catalogue) -> None:
        broader = {
            name: {term.id: term.broader for term in catalogue.vocabularies[name].values()}
            for name in ("themes", "target_groups")
        }
        self._parents: dict[str, dict[str, str | None]] = {
            **broader,
            "places": {place.id: place.parent for place in catalogue.places.values()},
        }
        self._heads = {name: frozenset(parents.values()) for name, parents in self._parents.items()}

    def of(self, feature: Feature) -> Iterator[Feature]:
        dimension, identifier = feature
        above: str | None = identifier
        while above and dimension in self._parents:
            if above in self._heads[dimension]:
                yield f"wider_{dimension}", above
            above = self._parents[dimension][above]


def _strengths(features: Iterable[_Noted], above: _Above, words: Mapping[str, float]) -> dict[Feature, float]:
    """The features of a practice, each with how much the practice is about it, from 0 to 1."""
    found: dict[Feature, float] = {}
    for dimension, identifier, strength in features:
        feature = dimension, identifier
        for each in (feature, *above.of(feature)):
            found[each] = max(strength, found.get(each, 0.0))
    found.update({("words", word): strength for word, strength in words.items()})
    return found


def _noted_features(practice: Practice) -> list[_Noted]:
    return [(*feature, strength) for feature, strength in _features(practice)]


def _are_features(kept: object) -> bool:
    return isinstance(kept, list) and all([*map(type, each)] == [str, str, float] for each in kept)


def _features(practice: Practice) -> Iterator[tuple[Feature, float]]:
    yield ("kinds", practice.kind), 1.0
    for vocabulary in ("themes", "target_groups", "support_types"):
        for term in getattr(practice, vocabulary):
            yield (vocabulary, term), 1.0
    for place in practice.places:
        yield ("places", place.place), _PLACE_ROLES.get(place.role, _OTHER_ROLE)
    for organisation in practice.organisations:
        yield ("organisations", organisation.org), _ORGANISATION_ROLES.get(organisation.role, _OTHER_ROLE)
    if practice.programme:
        yield ("programmes", practice.programme.id), 1.0
    for money in practice.funding:
        if money.programme:
            yield ("programmes", money.programme), 1.0
