"""The judgement of the pages: what is read of a report, what several say together, and when it is too low."""

import argparse
import json
from pathlib import Path
from typing import Any

import pytest

from _shared.environment import ROOT, CommandError
from bench import measure_pages
from bench.page_quality import LEAST, Page, Reading, Row, in_words, reading_of, together, too_low
from bench.page_quality.rows import cells

LOCK = ROOT / "scripts" / "bench" / "page_quality" / "package-lock.json"
HOME = Page("strona główna", "pl", "")


def report(performance: float | None = 0.995, **failed: float) -> dict[str, Any]:
    """A report as Lighthouse writes it, with some audits that count and are not passed, and one that does not count."""
    figures = {
        "cumulative-layout-shift": 0.0125,
        "total-byte-weight": 33015,
        "largest-contentful-paint": 1174.3,
        "total-blocking-time": 75,
    }
    found = {
        name: {"score": score, "title": f"Title of {name}", "displayValue": "2 s"} for name, score in failed.items()
    }
    refs = [{"id": name, "weight": 1} for name in failed] + [{"id": "unused", "weight": 0}]
    return {
        "requestedUrl": "http://127.0.0.1/",
        "environment": {"benchmarkIndex": 882.5},
        "audits": {
            **{name: {"score": 1, "numericValue": value} for name, value in figures.items()},
            **found,
            "unused": {"score": 0, "title": "Unused"},
        },
        "categories": {
            "performance": {"score": performance, "auditRefs": refs},
            **{name: {"score": 1, "auditRefs": refs} for name in ("accessibility", "best-practices", "seo")},
        },
    }


def reading(performance: int = 100, seo: int = 100, *lost: str) -> Reading:
    scores = {"performance": performance, "accessibility": 100, "best-practices": 100, "seo": seo}
    return Reading(scores, 0, 33015, 1.174, 75, 882.5, lost)


def test_a_report_becomes_scores_of_a_hundred_and_figures() -> None:
    read = reading_of(report(0.97))
    assert read.scores == {"performance": 97, "accessibility": 100, "best-practices": 100, "seo": 100}
    assert (read.shift, read.size, read.shown, read.blocked) == (0.0125, 33015, 1.1743, 75)
    assert read.machine == 882.5


def test_what_took_points_away_is_named_and_what_does_not_count_is_not() -> None:
    assert reading_of(report(0.97, speed=0.8, size=1)).lost == ("Title of speed 2 s",)
    assert reading_of(report(1, speed=0.99)).lost == ()


def test_a_report_without_a_score_is_trouble_rather_than_a_good_one() -> None:
    with pytest.raises(CommandError, match="wydajność"):
        reading_of(report(None))


def test_several_looks_give_the_median_speed_and_the_worst_of_what_no_machine_explains() -> None:
    looks = [reading(100), reading(81, 92, "Title"), reading(99)]
    assert dict(together(looks).scores) == {"performance": 99, "accessibility": 100, "best-practices": 100, "seo": 92}
    assert together(looks).lost == ("Title",)


def test_a_row_has_the_page_its_scores_and_its_figures() -> None:
    row = Row(HOME, "telefon", reading(99))
    scores = ("99", "100", "100", "100")
    assert cells(row) == ("strona główna", "pl", "telefon", *scores, "0.000", "33.0", "1.17", "75", "882")
    assert in_words(row) == "strona główna (pl, telefon): wydajność 99, dostępność 100, dobre praktyki 100, SEO 100"


@pytest.mark.parametrize(("seo", "expected"), [(LEAST, 0), (LEAST - 1, 1)])
def test_only_a_score_below_the_least_is_too_low(seo: int, expected: int) -> None:
    found = [*too_low([Row(HOME, "telefon", reading(100, seo, "Title"))])]
    assert len(found) == expected
    assert all(each.endswith("\n  Title") for each in found)


def test_the_page_of_others_may_have_any_score() -> None:
    theirs = Page("ta praktyka, Material", "pl", "praktyki/epic/", is_ours=False)
    assert [*too_low([Row(theirs, "telefon", reading(1))])] == []


@pytest.mark.parametrize(("seo", "code"), [(100, 0), (90, 1)])
def test_the_exit_code_tells_whether_every_page_is_good(
    seo: int, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["measure_pages.py"])
    monkeypatch.setattr(measure_pages, "enter", lambda _: None)
    monkeypatch.setattr(measure_pages, "CHROMIUM", argparse.Namespace(needed=lambda: "chromium"))
    monkeypatch.setattr("bench.page_quality.fetched_lighthouse", lambda: Path("lighthouse"))
    monkeypatch.setattr(measure_pages, "measured", lambda *_: [Row(HOME, "telefon", reading(100, seo, "Title"))])
    assert measure_pages.main() == code
    assert ("Poniżej 98: strona główna" in capsys.readouterr().out) is bool(code)


def test_the_practice_is_the_one_asked_for_or_the_first() -> None:
    assert measure_pages.chosen(["a", "b"], "b") == "b"
    assert measure_pages.chosen(["a", "b"], None) == "a"
    with pytest.raises(CommandError, match="praktyki c"):
        measure_pages.chosen(["a", "b"], "c")
    with pytest.raises(CommandError, match="Nie ma opublikowanej praktyki"):
        measure_pages.chosen([], None)


def test_pages_are_looked_at_at_least_once() -> None:
    with pytest.raises(SystemExit):
        measure_pages.read_arguments(["--runs", "0"])


def test_every_package_of_lighthouse_is_pinned_by_its_hash_and_tied_to_no_place() -> None:
    lock = json.loads(LOCK.read_text(encoding="utf-8"))["packages"]
    wanted = json.loads(LOCK.with_name("package.json").read_text(encoding="utf-8"))["dependencies"]
    assert lock[""]["dependencies"] == wanted
    assert lock["node_modules/lighthouse"]["version"] == wanted["lighthouse"]
    packages = {name: each for name, each in lock.items() if name}
    assert len(packages) > 100
    assert [name for name, each in packages.items() if not each["integrity"].startswith("sha512-")] == []
    assert [name for name, each in packages.items() if "resolved" in each] == []
