"""The page of a practice: does it work, what does it take, can we do it?

What answers these questions comes first; the rest follows in the order a reader asks. Everything is a function of the
entry, of the records it names and of the practices it is related to.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from ...catalogue import (
    VOCABULARIES,
    Catalogue,
    Derived,
    Identity,
    KeyDate,
    Organisation,
    Period,
    Place,
    Practice,
    Programme,
    Transfer,
    derive,
)
from ...finding import Related, Shared
from ...wording import Translations, Untranslated, slug
from .. import phrasing
from ..addresses import CORRECT, easy_text_address, member_address, picture_address, practice_address
from ..article import Article
from ..downloads import Download
from ..open_data import citation_links, linked_practice, script
from ..rendering import Renderer
from .abbreviations import Explainer
from .citations import Citations
from .colours import family_class
from .markdown import to_html
from .practice_facts import Value, organisation_value, practice_facts
from .practice_figures import figure_cards, figure_rows
from .practice_money import money_view
from .practice_sheet import sheet_head

_BEFORE_PARTS = ("challenge", "goals", "solution")
_AFTER_PARTNERS = ("outcomes", "beneficiary_view", "success_factors")


@dataclass(frozen=True, slots=True)
class StorySection:
    """A section of the body, rendered."""

    field: str
    anchor: str
    heading: str
    content: Markup


@dataclass(frozen=True, slots=True)
class Pair:
    """A name and what it is: one text or several."""

    name: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """A date in words and what happened or was planned then."""

    date: str
    datetime: str | None
    text: str
    reference: Markup
    place: Value | None
    planned: bool
    known: bool
    note: str | None


def practice_article(
    practice: Practice,
    related: tuple[Related, ...],
    catalogue: Catalogue,
    identity: Identity,
    renderer: Renderer,
    *,
    sheet: Download | None = None,
    is_outdated: bool = False,
) -> Article:
    """The finished page of one practice.

    ``sheet`` is the practice on paper, if the site hands it out; ``is_outdated`` says that its translation is older
    than the Polish entry.
    """
    view = _View(practice, derive(practice), catalogue, identity, renderer)
    address, links = practice_address(practice.id), renderer.links
    place = links.localized(address)
    size = phrasing.size(sheet.size, renderer.t) if sheet else None
    taken = {"sheet_file": Value(renderer.t("take.sheet", size=size), sheet.address) if sheet else None}
    return Article(
        address=address,
        title=practice.title,
        description=practice.summary,
        content=renderer.render("practice.html", address, **view.values(related), **taken, is_outdated=is_outdated),
        section="practices",
        picture=picture_address(place),
        head="" if links.explicit_index else script(linked_practice(practice, catalogue, identity, place)),
    )


class _View:
    """Gathers what the template prints; on the way, in the order of the page, citations are numbered and abbreviations
    explained.
    """

    def __init__(
        self, practice: Practice, derived: Derived, catalogue: Catalogue, identity: Identity, renderer: Renderer
    ) -> None:
        self._practice = practice
        self._derived = derived
        self._catalogue = catalogue
        self._identity = identity
        self._renderer = renderer
        self._t: Translations = renderer.t
        self._citations = Citations(practice.sources, renderer.t)
        self._cite: Callable[[str | None], Markup] = self._citations.cite
        self._explainer = Explainer(catalogue.abbreviations)
        self._here = practice_address(practice.id)
        self._address = renderer.links.localized(self._here)

    def values(self, related: tuple[Related, ...]) -> dict[str, Any]:
        practice, t = self._practice, self._t
        return {
            "practice": practice,
            "summary": self._explainer.line(practice.summary),
            "plain_summary": self._explainer.line(practice.plain_summary),
            "translation": self._translation(),
            "sheet": sheet_head(practice, self._identity, self._address, t),
            "family": self._family(practice.themes[0]),
            "easy_address": easy_text_address(practice.id) if practice.easy_to_read else None,
            "places": list(self._places()),
            "period": self._period(practice.period),
            "kind": self._term("kinds", practice.kind),
            "themes": [(self._term("themes", each), self._family(each)) for each in practice.themes],
            "target_groups": [self._term("target_groups", each) for each in practice.target_groups],
            "facts": list(practice_facts(practice, self._derived, self._catalogue, t)),
            "evidence": practice.evidence_level,
            "cards": list(figure_cards(practice, self._derived, self._citations, t)),
            "rows": list(figure_rows(practice, self._derived, t)),
            "money": money_view(practice, self._derived, self._catalogue, self._citations, t),
            "story_before": self._story(_BEFORE_PARTS),
            "components": practice.components,
            "support_types": [self._term("support_types", each) for each in practice.support_types],
            "steps": self._story(("steps",)),
            "timeline": list(self._timeline()),
            "partners": list(self._partners()),
            "story_after": self._story(_AFTER_PARTNERS),
            "recognition": [(each, self._when(each.date), self._cite(each.source)) for each in practice.recognition],
            "claims": [(each, self._when(each.as_of), self._cite(each.source)) for each in practice.claims],
            "evaluation": self._evaluation(),
            "obstacles": [(each, self._cite(each.source)) for each in practice.obstacles],
            "resources": list(self._resources()),
            "transfer": list(self._transfer()),
            "transfer_reference": self._cite(practice.transfer.source) if practice.transfer else Markup(),
            "transfer_story": self._story(("transfer_story",)),
            "adoptions": list(self._adoptions()),
            "criteria": [(self._term("criteria", each), state) for each, state in practice.criteria.items()],
            "sdg": [(number, t.choice("sdg", number)) for number in practice.sdg],
            "events": [
                (each, self._when(each.date), self._place(each.place), self._cite(each.source))
                for each in practice.events
            ],
            "documents": practice.documents,
            "contacts": [(each, self._organisation(each.org), self._cite(each.source)) for each in practice.contacts],
            "pictures": practice.media,
            "questions": practice.editorial.questions,
            "missing_fields": [t.field(name) for name in self._derived.completeness.missing],
            "not_applicable": [(t.field(name), reason) for name, reason in practice.not_applicable.items()],
            "related": list(self._related(related)),
            "sources": [
                (each, self._source_days(each), self._citations.back_links(each.id)) for each in practice.sources
            ],
            "completeness": self._derived.completeness,
            "editorial": practice.editorial,
            "citation": self._citation(),
            "citation_files": citation_links(practice, self._renderer.links),
            "is_carried": self._renderer.links.explicit_index,
            "days": {name: self._day(name) for name in ("created", "updated", "reviewed_on", "review_by")},
            "edit": self._edit_link(),
            "needs_update": practice.editorial.state == "needs_update",
            "abbreviations": self._explainer.found,
        }

    def _translation(self) -> str | None:
        """Who brought the practice into the language of the page, if that is not the language of the entry."""
        told = self._practice.translations.get(self._t.language)
        if told is None:
            return None
        who = self._t(f"translated.{told.translation.kind}")
        return f"{who} {self._t('translated.by', name=told.translation.by)}" if told.translation.by else who

    def _places(self) -> Iterator[tuple[Value, str]]:
        for use in self._practice.places:
            yield self._place_value(use.place), use.role

    def _place_value(self, place_id: str) -> Value:
        return Value(phrasing.place_name(self._catalogue.places[place_id], self._t), member_address("places", place_id))

    def _place(self, place_id: str | None) -> Value | None:
        return self._place_value(place_id) if place_id else None

    def _organisation(self, organisation_id: str | None) -> Value | None:
        if organisation_id is None:
            return None
        return Value(
            self._catalogue.organisations[organisation_id].name, member_address("organisations", organisation_id)
        )

    def _term(self, vocabulary: str, term_id: str) -> Value:
        label = self._catalogue.label(vocabulary, term_id)
        return Value(label, member_address(vocabulary, term_id) if vocabulary != "criteria" else None)

    def _family(self, theme_id: str) -> str:
        return family_class(self._catalogue.term("themes", theme_id).family)

    def _when(self, value: Any) -> str | None:
        return phrasing.when(value, self._t) if value else None

    def _period(self, period: Period | None) -> str | None:
        return phrasing.period(period.start, period.end, self._t) if period and (period.start or period.end) else None

    def _story(self, sections: tuple[str, ...]) -> list[StorySection]:
        return [self._section(name, text) for name in sections if (text := getattr(self._practice, name))]

    def _section(self, name: str, text: str) -> StorySection:
        heading = self._t(f"section.{name}")
        explain = None if isinstance(text, Untranslated) else self._explainer.part
        content = to_html(text, self._cite, self._practice_link, explain)
        return StorySection(name, _anchor(heading), heading, content)

    def _practice_link(self, practice_id: str) -> str:
        if not self._catalogue.has_page(practice_id):
            return ""
        return self._renderer.links.between(self._here, practice_address(practice_id))

    def _timeline(self) -> Iterator[TimelineItem]:
        for each in sorted(self._dates(), key=lambda key_date: _timeline_order(key_date.date.earliest)):
            yield TimelineItem(
                date=phrasing.when(each.date, self._t),
                datetime=phrasing.machine_date(each.date),
                text=each.text,
                reference=self._cite(each.source),
                place=self._place(each.place),
                planned=each.planned,
                known=each.date.earliest[0] > 0,
                note=each.note,
            )

    def _dates(self) -> Iterator[KeyDate]:
        """The key dates, and the ends of the period where no key date tells of them."""
        yield from self._practice.key_dates
        told = {key_date.date.text for key_date in self._practice.key_dates}
        period = self._practice.period
        for key, end in (("start", period.start), ("end", period.end)) if period else ():
            if end and end.text not in told:
                yield KeyDate(date=end, text=self._t(f"practice.{key}"), source=period.source if period else None)

    def _partners(self) -> Iterator[tuple[Value, str, str, str | None]]:
        for each in self._practice.organisations:
            contribution = ", ".join(self._t.choice("contribution", part) for part in each.contribution)
            yield (
                organisation_value(each, self._catalogue),
                self._t.choice("organisation_role", each.role),
                contribution,
                each.note,
            )

    def _evaluation(self) -> tuple[str, str | None, Any, Markup] | None:
        evaluation = self._practice.evaluation
        if evaluation is None:
            return None
        words = [self._t.choice("evaluation_type", evaluation.type), evaluation.by, self._when(evaluation.date)]
        return ", ".join(word for word in words if word), evaluation.url, evaluation, self._cite(evaluation.source)

    def _resources(self) -> Iterator[Pair]:
        for name in ("staff", "volunteers", "premises", "tools", "skills"):
            if self._practice.resources and (text := getattr(self._practice.resources, name)):
                yield Pair(self._t.field(name, "resources"), (text,))

    def _transfer(self) -> Iterator[Pair]:
        transfer = self._practice.transfer
        if transfer is None:
            return
        for name in ("preconditions", "adaptable", "fixed", "minimum_version", "legal_basis"):
            if value := getattr(transfer, name):
                yield Pair(self._t.field(name, "transfer"), (value,) if isinstance(value, str) else value)
        if fits := tuple(self._fits(transfer)):
            yield Pair(self._t.field("fits", "transfer"), fits)

    def _fits(self, transfer: Transfer) -> Iterator[str]:
        if transfer.fits and (size := transfer.fits.population):
            yield phrasing.inhabitants(size.min, size.max, self._t)
        for each in transfer.fits.municipality_types if transfer.fits else ():
            yield self._t.choice("municipality_type", each)

    def _adoptions(self) -> Iterator[tuple[Value | None, str, str | None, Any, Markup]]:
        for each in self._practice.adoptions:
            who = self._organisation(each.org) or self._place(each.place)
            yield (
                who,
                self._t.choice("adoption_state", each.state),
                self._when(each.date),
                each,
                self._cite(each.source),
            )

    def _related(self, related: tuple[Related, ...]) -> Iterator[tuple[Value, str, str | None, Markup, str]]:
        declared = {f"{each.type} {each.target}": each for each in self._practice.relations}
        for each in related:
            value = Value(each.practice.title, practice_address(each.practice.id))
            relation = declared.get(f"{each.reason} {each.practice.id}")
            note, reference = (relation.note, self._cite(relation.source)) if relation else (None, Markup())
            yield value, self._reason(each), note, reference, self._family(each.practice.themes[0])

    def _reason(self, related: Related) -> str:
        if related.shared:
            return "; ".join(self._shared(each) for each in related.shared)
        via = {"via": related.via.short_title or related.via.title} if related.via else {}
        return self._t(f"related.{related.reason}", **via)

    def _shared(self, shared: Shared) -> str:
        names = [self._shared_name(shared.dimension.removeprefix("wider_"), each) for each in shared.ids]
        return self._t(f"related.alike.{shared.dimension}", n=len(names), names=", ".join(names))

    def _shared_name(self, dimension: str, identifier: str) -> str:
        if dimension == "words":
            return identifier
        if dimension in VOCABULARIES:
            return self._catalogue.label(dimension, identifier)
        records: dict[str, Mapping[str, Organisation | Place | Programme]] = {
            "organisations": self._catalogue.organisations,
            "places": self._catalogue.places,
            "programmes": self._catalogue.programmes,
        }
        return records[dimension][identifier].name

    def _source_days(self, source: Any) -> list[str]:
        days = [self._t("source.published", date=self._when(source.published))] if source.published else []
        if source.retrieved:
            days.append(self._t("source.retrieved", date=phrasing.day(source.retrieved, self._t)))
        return days

    def _citation(self) -> str:
        changed = self._practice.editorial.updated or self._practice.editorial.created
        place = self._t("cite.in", name=self._identity.name)
        if changed:
            place = self._t("cite.state", place=place, date=phrasing.day(changed, self._t))
        address = self._identity.page_address(self._address) or self._address
        return f"{self._practice.title.rstrip('.')}. {place}. {address}. CC BY 4.0."

    def _day(self, name: str) -> str | None:
        value = getattr(self._practice.editorial, name)
        return phrasing.day(value, self._t) if value else None

    def _edit_link(self) -> Value:
        path = f"practices/{self._practice.id}/index.md"
        return Value(path, self._identity.edit_address(path) or CORRECT)


_anchor = lru_cache(maxsize=256)(slug)


def _timeline_order(day: tuple[int, int, int]) -> tuple[bool, tuple[int, int, int]]:
    """Known dates first, in order; unknown years last."""
    return day[0] == 0, day
