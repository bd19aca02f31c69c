"""Where the facts of a practice come from, how to cite its page, and how fresh it is."""

from collections.abc import Iterator
from dataclasses import dataclass

from ....catalogue import LICENCES, Derived, EdtfDate, EdtfInterval, Origin, Rights, Source, licence_of
from ....wording import Translations
from ... import phrasing
from ...open_data import CitationLink, citation_links, reference
from .inputs import PracticeInputs
from .labels import Labels


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source, and when it was published and read."""

    source: Source
    days: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Freshness:
    """Who looked through the entry when, and when it changed, in words."""

    reviewed: str | None
    reviewed_by: str | None
    changed: str | None
    review_by: str | None


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms an entry may be used that has a licence of its own, and whom to name."""

    label: str
    url: str | None
    attribution: str | None
    permission: str | None


@dataclass(frozen=True, slots=True)
class Sources:
    """What ``parts/sources.html`` prints."""

    lines: tuple[SourceLine, ...]
    citation: str
    licence: Terms | None
    origin: Origin | None
    files: tuple[CitationLink, ...]
    freshness: Freshness
    completeness: str
    percent: int


def sources_block(inputs: PracticeInputs, derived: Derived, labels: Labels) -> Sources:
    """The sources of the page."""
    practice, t = inputs.practice, labels.t
    editorial = practice.editorial
    return Sources(
        lines=tuple(SourceLine(each, tuple(_days(each, labels))) for each in practice.sources),
        citation=_citation(inputs, t),
        licence=_terms(practice.rights, t) if practice.rights else None,
        origin=practice.origin,
        files=citation_links(reference(practice, inputs.identity)),
        freshness=Freshness(
            reviewed=labels.day(editorial.reviewed_on),
            reviewed_by=editorial.reviewed_by,
            changed=labels.day(editorial.updated or editorial.created),
            review_by=labels.day(editorial.review_by),
        ),
        completeness=derived.completeness.label,
        percent=derived.completeness.percent,
    )


def _terms(rights: Rights, t: Translations) -> Terms:
    licence = LICENCES[rights.licence]
    return Terms(phrasing.licence_label(licence, t), licence.url, rights.attribution, rights.permission)


def _days(source: Source, labels: Labels) -> Iterator[str]:
    if source.published and _is_dated(source.published):
        yield labels.t("source.published", date=labels.when(source.published))
    elif source.published:
        yield labels.t("source.undated")
    if source.retrieved:
        yield labels.t("source.retrieved", date=labels.day(source.retrieved))


def _is_dated(published: EdtfDate | EdtfInterval) -> bool:
    """Whether anything of the date is known: ``XXXX`` says that the source bears none."""
    return isinstance(published, EdtfInterval) or bool(published.years or published.month or published.season)


def _citation(inputs: PracticeInputs, t: Translations) -> str:
    editorial, here = inputs.practice.editorial, inputs.links.localized(inputs.address)
    place = t("cite.in", name=inputs.identity.name)
    if changed := editorial.updated or editorial.created:
        place = t("cite.state", place=place, date=phrasing.day(changed, t))
    address = inputs.identity.page_address(here) or here
    authors = [rights.attribution] if (rights := inputs.practice.rights) and rights.attribution else []
    licence = phrasing.licence_label(licence_of(inputs.practice, inputs.identity), t)
    return f"{'. '.join([*authors, inputs.practice.title.rstrip('.'), place, address, licence])}."
