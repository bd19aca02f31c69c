"""The trail of a practice: where it comes from, who took it over, and what came of that, in order of time."""

from collections.abc import Iterator
from dataclasses import dataclass

from ....catalogue import Adoption, EdtfDate, EdtfInterval, Period
from ....finding import TAKEN_OVER, moment_of, places_of
from ....wording import Translations
from ... import phrasing
from ...addresses import CORRECT, practice_address
from ..values import Value
from .disputes import DisputeLines, disputed_claim
from .inputs import PracticeInputs
from .labels import Labels
from .matrix import Matrix, matrix_of
from .on_trail import LIKE, OnTrail

When = EdtfDate | EdtfInterval | None


@dataclass(frozen=True, slots=True)
class Stop:
    """Somebody on the trail.

    Attributes:
        when: the time in words, if it is known.
        who: the place, the organisation, or how many of which kind.
        words: what they did, and whether they confirmed it.
        is_sure: whether it was done for sure: the practice itself, its models and those modelled on it, each by its own
            entry, and who took it over and says so.
        details: what was changed, what came of it, why it was given up.
        own: the entry of its own, if there is one.
        source: where it is said.
        dispute: what of it is disputed.
    """

    when: str | None
    who: tuple[Value, ...]
    words: str
    is_sure: bool = False
    details: tuple[str, ...] = ()
    own: Value | None = None
    source: str | None = None
    dispute: DisputeLines | None = None


@dataclass(frozen=True, slots=True)
class Trail:
    """What ``parts/trail.html`` prints.

    Attributes:
        stops: in order of time, what has no date last.
        note: what is said where none of the stops is an adoption, or only plans are.
        is_known: whether anything was handed over; what is merely alike is read on request.
        is_asked: whether to ask for others: not where taking over does not apply.
        is_taken: whether somebody took the practice over.
        report: where readers can tell of another one.
        matrix: which elements the adopters have, if any of them is said to have one.
    """

    stops: tuple[Stop, ...]
    note: str | None
    is_known: bool
    is_asked: bool
    is_taken: bool
    report: str
    matrix: Matrix | None


def trail_block(inputs: PracticeInputs, labels: Labels) -> Trail:
    """The trail of the practice; without others on it, there is none but the question who else there is."""
    practice, t = inputs.practice, labels.t
    others = [*_adoptions(inputs, labels), *_entries(inputs.on_trail, labels)]
    stops = sorted([_itself(inputs, labels), *others], key=lambda each: moment_of(each[0])) if others else []
    is_known = bool(practice.adoptions) or any(each.reason != LIKE for each in inputs.on_trail)
    followed = any(each.reason == "inspired" for each in inputs.on_trail)
    return Trail(
        stops=tuple(stop for _, stop in stops),
        note=_note(inputs, t) if others else None,
        is_known=is_known,
        is_asked="adoptions" not in practice.not_applicable,
        is_taken=followed or any(each.state != "considered" for each in practice.adoptions),
        report=CORRECT,
        matrix=matrix_of(practice, labels),
    )


def _note(inputs: PracticeInputs, t: Translations) -> str | None:
    """What the head has to say, so that nobody takes the others for adopters."""
    states = {each.state for each in inputs.practice.adoptions}
    if not states and all(each.reason == LIKE for each in inputs.on_trail):
        return t("trail.alike")
    return t("trail.considered") if states == {"considered"} else None


def _itself(inputs: PracticeInputs, labels: Labels) -> tuple[When, Stop]:
    practice = inputs.practice
    where = tuple(map(labels.place, places_of(practice)))
    start, when = _span(practice.period, labels.t)
    return start, Stop(when, where, labels.t("trail.itself"), is_sure=True)


def _entries(others: tuple[OnTrail, ...], labels: Labels) -> Iterator[tuple[When, Stop]]:
    """Entries that no adoption tells of."""
    for each in others:
        if each.adoption is None:
            start, when = _span(each.period, labels.t)
            own = Value(each.title, practice_address(each.id))
            where, words = tuple(map(labels.place, each.places)), labels.t(f"related.{each.reason}")
            yield start, Stop(when, where, words, is_sure=each.reason != LIKE, own=own)


def _adoptions(inputs: PracticeInputs, labels: Labels) -> Iterator[tuple[When, Stop]]:
    own = {each.adoption: Value(each.title, practice_address(each.id)) for each in inputs.on_trail}
    for n, each in enumerate(inputs.practice.adoptions):
        stop = Stop(
            when=labels.when(each.when),
            who=labels.adopter(each),
            words=", ".join((labels.adoption_state(each), _confirmed(each, labels, is_long=n in inputs.unconfirmed))),
            is_sure=bool(each.state in TAKEN_OVER and each.confirmed and not each.disputed),
            details=tuple(_details(each, labels)),
            own=own.get(n),
            source=each.source,
            dispute=disputed_claim(each.disputed, labels.t),
        )
        yield each.when, stop


def _confirmed(adoption: Adoption, labels: Labels, *, is_long: bool) -> str:
    if adoption.confirmed:
        return labels.t("practice.confirmed", date=labels.when(adoption.confirmed))
    return labels.t("trail.long_unconfirmed" if is_long else "practice.unconfirmed")


def _details(adoption: Adoption, labels: Labels) -> Iterator[str]:
    if adoption.date and adoption.as_of:
        yield labels.t("figures.as_of", date=labels.when(adoption.as_of))
    if adoption.changes:
        yield adoption.changes
    if adoption.state == "given-up":
        yield labels.t("trail.why", reason=adoption.result) if adoption.result else labels.t("trail.why_unknown")
    elif adoption.result:
        yield adoption.result


def _span(period: Period | None, t: Translations) -> tuple[When, str | None]:
    """The beginning of a period, and all of it in years."""
    if period is None:
        return None, None
    return period.start or period.end, phrasing.whole_years(period, t) or None
