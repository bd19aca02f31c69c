"""Figures of a practice: parts in the frame of their whole, the others each for itself, and all of them as a table."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from ....catalogue import Derived, Indicator, Practice, Share, Split, counted_figures, may_be_counted
from ....wording import NO_BREAK, Translations
from ... import phrasing
from .. import charts
from .disputes import DisputeLines, OtherValue, disputed_number, in_words

# How many figures a reader takes in at once: a row of cards, or one frame and what room it leaves.
_MOST_FIGURES, _MOST_FRAMES = 3, 1
# What has changed comes before what was done, and a plan last.
_ORDER = ("outcome", "result", "output", "context", "target")
_VARIANTS: Mapping[str, charts.Variant] = {"target": "plan", "result": "effect", "outcome": "effect"}


@dataclass(frozen=True, slots=True)
class FigureCard:
    """One figure, ready to print; ``notes`` are pairs of words and whether they are computed."""

    indicator: str
    nature: str
    kind: str
    value: str
    label: str
    source: str
    in_words: bool
    """Whether the value is words of a source rather than a number."""
    bar: Markup
    notes: tuple[tuple[str, bool], ...]
    former: tuple[OtherValue, ...]
    dispute: DisputeLines | None


@dataclass(frozen=True, slots=True)
class FigureRow:
    """The same figure as a row of the table."""

    nature: str
    label: str
    kind: str
    value: str
    share: str
    as_of: str | None
    method: str | None


@dataclass(frozen=True, slots=True)
class Frame:
    """A whole and its parts on one scale: that of the whole, or of the largest part where the whole is doubtful."""

    whole: FigureCard
    parts: tuple[FigureCard, ...]
    is_doubtful: bool


@dataclass(frozen=True, slots=True)
class FigureList:
    """Figures, each in a frame or as a card."""

    frames: tuple[Frame, ...]
    cards: tuple[FigureCard, ...]

    def __len__(self) -> int:
        return len(self.cards) + sum(1 + len(frame.parts) for frame in self.frames)


@dataclass(frozen=True, slots=True)
class Figures:
    """What ``parts/figures.html`` prints: what is read at once, the ``rest`` on request, all of them as a table."""

    first: FigureList
    rest: FigureList
    rows: tuple[FigureRow, ...]


def figures_block(practice: Practice, derived: Derived, t: Translations) -> Figures:
    """The figures of a practice."""
    cards = {card.indicator: card for card in _cards(practice, derived, t)}
    frames = tuple(_frames(practice, cards))
    framed = {card.indicator for frame in frames for card in (frame.whole, *frame.parts)}
    first, rest = _divided(frames, tuple(card for name, card in cards.items() if name not in framed))
    return Figures(first, rest, tuple(_rows(practice, derived, t)))


def _divided(frames: tuple[Frame, ...], cards: tuple[FigureCard, ...]) -> tuple[FigureList, FigureList]:
    """What is read at once, and the rest, unless that were a single figure."""
    framed = FigureList(frames[:_MOST_FRAMES], ())
    room = max(_MOST_FIGURES - len(framed), 0)
    first, rest = replace(framed, cards=cards[:room]), FigureList(frames[_MOST_FRAMES:], cards[room:])
    return (first, rest) if len(rest) > 1 else (FigureList(frames, cards), FigureList((), ()))


def _frames(practice: Practice, cards: Mapping[str, FigureCard]) -> Iterator[Frame]:
    """A frame for each figure that is a whole and no part itself."""
    for whole in practice.indicators:
        parts = [each for each in practice.indicators if each.of == whole.id]
        if not parts or whole.of:
            continue
        is_sure = may_be_counted(whole) and bool(whole.value)
        most = whole.value if is_sure else max((each.value or 0 for each in parts if _is_drawn(each)), default=0)
        bars = {
            each.id: charts.count_bar(each.value / most) for each in parts if _is_drawn(each) and each.value and most
        }
        yield Frame(
            cards[whole.id],
            tuple(replace(cards[each.id], bar=bars.get(each.id, Markup())) for each in parts),
            is_doubtful=not is_sure,
        )


def _is_drawn(part: Indicator) -> bool:
    return may_be_counted(part) and part.nature != "target"


def _cards(practice: Practice, derived: Derived, t: Translations) -> Iterator[FigureCard]:
    """A card for each figure: what has changed first, plans last, otherwise in the order of the entry."""
    wholes = {indicator.id: indicator for indicator in practice.indicators}
    shares = {share.indicator: share for share in derived.shares}
    bars = {each.id: _bar(each, shares.get(each.id), t) for each in counted_figures(practice)}
    for indicator in sorted(practice.indicators, key=lambda each: _ORDER.index(each.nature)):
        share = shares.get(indicator.id)
        yield FigureCard(
            indicator=indicator.id,
            nature=indicator.nature,
            kind=t(f"figures.kind.{indicator.nature}"),
            value=phrasing.figure_value(indicator, t),
            label=indicator.label,
            source=indicator.source,
            in_words=indicator.words is not None,
            bar=bars.get(indicator.id, Markup()),
            notes=tuple(_notes(indicator, share, wholes, t)),
            former=tuple(_former(indicator, t)),
            dispute=_dispute(indicator, t),
        )


def _rows(practice: Practice, derived: Derived, t: Translations) -> Iterator[FigureRow]:
    """Rows of the table of figures, split parts as rows of their own, in the order of the entry."""
    wholes = {indicator.id: indicator for indicator in practice.indicators}
    shares = {share.indicator: share for share in derived.shares}
    for indicator in practice.indicators:
        kind = t.choice("nature", indicator.nature)
        share = shares.get(indicator.id)
        yield FigureRow(
            nature=indicator.nature,
            label=indicator.label,
            kind=kind,
            value=phrasing.figure_value(indicator, t),
            share=_share_words(share, wholes, t) if share else "",
            as_of=phrasing.when(indicator.as_of, t) if indicator.as_of else None,
            method=indicator.method,
        )
        for split in indicator.split:
            for code, value in split.parts.items():
                label = f"{indicator.label}: {part_label(split, code, t)}"
                yield FigureRow(indicator.nature, label, kind, t.number(value), "", None, None)


def _former(indicator: Indicator, t: Translations) -> Iterator[OtherValue]:
    for each in indicator.former_values:
        words = in_words(each.words, each.value, lambda value: phrasing.number_of(value, indicator, t))
        dated = t("figures.as_of", date=phrasing.when(each.as_of, t)) if each.as_of else None
        yield OtherValue(words, each.source, tuple(text for text in (dated, each.note) if text))


def _dispute(indicator: Indicator, t: Translations) -> DisputeLines | None:
    return disputed_number(indicator.disputed, lambda value: phrasing.number_of(value, indicator, t), t)


def part_label(split: Split, code: str, t: Translations) -> str:
    """What a part of a split is called: the code's word for the sexes, else the code itself."""
    return t.choice("sex", code) if split.dimension == "sex" and f"choices.sex.{code}" in t else code


def _bar(indicator: Indicator, share: Share | None, t: Translations) -> Markup:
    if indicator.split:
        split = indicator.split[0]
        return charts.split_bar([(part_words(split, code, value, t), value) for code, value in split.parts.items()])
    if share:
        words = t("figures.share_short", share=t.percent(share.ratio))
        return charts.share_bar(share.ratio, words, _VARIANTS.get(indicator.nature, "done"))
    return Markup()


def part_words(split: Split, code: str, value: float, t: Translations) -> str:
    """A part with its number: ``445 kobiet``."""
    key = f"sex.{code}"
    if split.dimension == "sex" and key in t:
        return f"{t.number(value)} {t(key, n=value)}"
    return f"{part_label(split, code, t)}: {t.number(value)}"


def _notes(
    indicator: Indicator, share: Share | None, wholes: dict[str, Indicator], t: Translations
) -> Iterator[tuple[str, bool]]:
    for split in indicator.split:
        parts = (part_words(split, code, value, t) for code, value in split.parts.items())
        # A number stays with its word, unless that is a label of any length.
        yield " · ".join(words.replace(" ", NO_BREAK) if words[0].isdigit() else words for words in parts), False
    if share:
        yield _share_words(share, wholes, t), True
    if indicator.as_of:
        yield t("figures.as_of", date=phrasing.when(indicator.as_of, t)), False
    for text in (indicator.method and t("figures.method", method=indicator.method), indicator.note):
        if text:
            yield text, False


def _share_words(share: Share, wholes: dict[str, Indicator], t: Translations) -> str:
    whole = wholes[share.of]
    return t("figures.share", share=t.percent(share.ratio), value=phrasing.figure_value(whole, t), whole=whole.label)
