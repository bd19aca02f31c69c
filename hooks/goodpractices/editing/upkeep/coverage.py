"""How many entries say what a reader decides by: what it cost, what came of it, who checked, whom to ask."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from ...catalogue import Catalogue, Practice, counted_figures
from ...wording import Translations

_BY_OTHERS = ("external", "comparative")
_EFFECTS = ("result", "outcome")

Coverage = Mapping[str, tuple[str, ...]]
"""The ids of the entries that have something, by what it is called in the wording under ``coverage``."""


def _has_effects(practice: Practice) -> bool:
    """Whether there is an effect with a number that nobody disputes."""
    figures = (each for each in counted_figures(practice) if each.nature in _EFFECTS)
    return any(each.value is not None or each.min is not None for each in figures)


_MEASURES: Mapping[str, Callable[[Practice], object]] = {
    "money": lambda practice: practice.funding,
    "effects": _has_effects,
    "evaluation": lambda practice: any(each.type in _BY_OTHERS for each in practice.evaluation),
    "obstacles": lambda practice: practice.obstacles,
    "transfer": lambda practice: practice.transfer,
    "adoptions": lambda practice: practice.adoptions,
    "contacts": lambda practice: practice.contacts,
    "period": lambda practice: practice.period and (practice.period.start or practice.period.end),
    "pictures": lambda practice: practice.media,
    "as_of": lambda practice: practice.lifecycle_as_of,
}


def coverage(practices: Iterable[Practice]) -> Coverage:
    """Which of some entries have what, in the order of the table; ids in the order of the entries."""
    given = tuple(practices)
    return {name: tuple(each.id for each in given if has(each)) for name, has in _MEASURES.items()}


def coverage_table(states: Sequence[tuple[str, Catalogue]], t: Translations) -> str:
    """A table of how many published entries have what: a column for each state of the catalogue, its name above it."""
    published = [catalogue.published for _, catalogue in states]
    counted = [coverage(practices) for practices in published]
    rows = [
        (t("coverage.what"), [name for name, _ in states]),
        (t("coverage.all"), [str(len(practices)) for practices in published]),
        *(
            (
                t(f"coverage.{name}"),
                [_cell(len(each[name]), len(whole), t) for each, whole in zip(counted, published, strict=True)],
            )
            for name in _MEASURES
        ),
    ]
    return _aligned(rows)


def without(practices: Sequence[Practice]) -> Mapping[str, tuple[str, ...]]:
    """The entries that lack something, by what it is called."""
    return {
        name: tuple(each.id for each in practices if each.id not in having)
        for name, having in coverage(practices).items()
    }


def missing_lines(catalogue: Catalogue, t: Translations) -> str:
    """A line for each thing that some published entries lack, with their ids."""
    lacking = without(catalogue.published)
    return "".join(f"{t(f'coverage.{name}')} – {', '.join(ids)}\n" for name, ids in lacking.items() if ids)


def _cell(count: int, whole: int, t: Translations) -> str:
    return f"{count} ({t.percent(round(count / whole, 2))})" if whole else str(count)


def _aligned(rows: Sequence[tuple[str, list[str]]]) -> str:
    first = max(len(name) for name, _ in rows)
    widths = [max(map(len, column)) for column in zip(*(cells for _, cells in rows), strict=True)]
    lines = (
        "  ".join([name.ljust(first), *(cell.rjust(width) for cell, width in zip(cells, widths, strict=True))])
        for name, cells in rows
    )
    return "".join(f"{line.rstrip()}\n" for line in lines)
