"""The figures of all engines in one table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bench.search_quality import Report

from .measuring import Cost

if TYPE_CHECKING:
    from rich.table import Table


@dataclass(frozen=True, slots=True)
class Measured:
    """What an engine answered and what that cost."""

    report: Report
    cost: Cost


_MEASURES = ("recall@5", "recall@10", "MRR", "P@3", "bez wyniku", "słowa nieobecne z wynikiem bez zastrzeżenia")


def shown(title: str, engines: Mapping[str, Measured | str]) -> Table:
    """A column for each engine; one that could not be had has the reason in place of figures."""
    from rich.table import Table

    table = Table("miara", title=title)
    for name in engines:
        table.add_column(name, justify="right")
    columns = [_column(each) for each in engines.values()]
    names = (*_MEASURES, "KB (gzip) do pierwszego wyniku", "s do pierwszego wyniku")
    for n, name in enumerate(names):
        table.add_row(name, *(column[n] for column in columns))
    return table


def _column(measured: Measured | str) -> Sequence[str]:
    if isinstance(measured, str):
        return ("NIE ZMIERZONO",) * (len(_MEASURES) + 2)
    scores, cost = measured.report.overall, measured.cost
    if scores is None:
        return ("–",) * (len(_MEASURES) + 2)
    values = (scores.recall_at_5, scores.recall_at_10, scores.mrr, scores.precision_at_3)
    return (
        *(f"{value:.3f}" for value in values),
        f"{scores.without_result:.1%}",
        f"{measured.report.unlabelled:.1%}",
        f"{cost.size / 1000:.1f}",
        f"{cost.seconds:.2f}",
    )
