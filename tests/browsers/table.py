"""What the journeys came to in each browser and edition, as a table below the results of pytest."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import pytest
from tests.support.thorough import OPTION

CELL, LEFT_OUT = "journey", "left out"
EDITIONS = {"web": "www", "folder": "folder"}
BROWSERS = ("Chromium", "Firefox ESR", "WebKit", "Chromium 109")

_GOOD, _BAD, _SKIPPED, _UNRUN = "dobrze", "źle", "pominięto", "–"


@dataclass
class Cell:
    """How a journey ended in one browser and edition: of its phases the worst one, and what of it was left out."""

    result: str = _GOOD
    reasons: list[str] = field(default_factory=list)


Cells = dict[tuple[str, str, str], Cell]


def cell_of(item: pytest.Item) -> tuple[str, list[Any]] | None:
    """The cell that a test fills: the line where its journey is written, the journey, the browser and the edition."""
    marker = item.get_closest_marker("journey")
    parameters = getattr(item, "callspec", None)
    if marker is None or parameters is None:
        return None
    return CELL, [item.location[1], marker.args[0], item.cls.browser, parameters.params["base"]]  # type: ignore[attr-defined]


def read_cells(reports: Iterable[Any]) -> Cells:
    """The cells of the table from the reports of pytest, in the order in which the journeys are written."""
    cells: Cells = {}
    placed = ((dict(report.user_properties).get(CELL), report) for report in reports)
    for (_, journey, browser, edition), report in sorted(
        ((place, report) for place, report in placed if place), key=lambda pair: pair[0][0]
    ):
        cell = cells.setdefault((journey, browser, edition), Cell())
        if report.failed:
            cell.result = _BAD
        elif report.skipped and cell.result == _GOOD:
            cell.result = _SKIPPED
        found = [value for name, value in report.user_properties if name == LEFT_OUT]
        cell.reasons += [reason for reason in found if reason not in cell.reasons]
    return cells


def lines_of(cells: Cells) -> list[str]:
    """The table and, below it, every reason for what was left out."""
    reasons = list(dict.fromkeys(reason for cell in cells.values() for reason in cell.reasons))
    journeys = list(dict.fromkeys(journey for journey, _, _ in cells))
    first = max(map(len, journeys), default=0)
    columns = [(browser, edition) for browser in BROWSERS for edition in EDITIONS]
    widths = [max(13, len(browser) + 1) for browser, _ in columns]

    def line(name: str, values: Iterable[str]) -> str:
        return f"{name:<{first}}  " + "".join(f"{value:<{width}}" for value, width in zip(values, widths, strict=True))

    table = [
        line("", [browser if edition == "web" else "" for browser, edition in columns]),
        line("", [EDITIONS[edition] for _, edition in columns]),
    ]
    for journey in journeys:
        found = [cells.get((journey, browser, edition)) for browser, edition in columns]
        table.append(line(journey, [_words(cell, reasons) if cell else _UNRUN for cell in found]))
    return [each.rstrip() for each in table] + [f"{n}) {reason}" for n, reason in enumerate(reasons, 1)]


def _words(cell: Cell, reasons: list[str]) -> str:
    numbers = ",".join(str(reasons.index(reason) + 1) for reason in cell.reasons)
    return f"{cell.result} {numbers})" if numbers else cell.result


def write_table(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the table, if any journey was tried."""
    reports = [
        report for kind in terminalreporter.stats.values() for report in kind if hasattr(report, "user_properties")
    ]
    cells = read_cells(reports)
    if cells:
        terminalreporter.section("Ścieżki czytelnika w przeglądarkach")
        for line in lines_of(cells):
            terminalreporter.write_line(line)
        if not terminalreporter.config.getoption(OPTION):
            terminalreporter.write_line(f"{_UNRUN}: co noc, python3 scripts/test.py {OPTION} tests/browsers")
