"""The audit as somebody runs it: it goes through the states of pages, finds what was planted, and says so in EARL."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import Graph, Namespace
from tests.support.pages import BuiltSite
from tests.support.thorough import AT_NIGHT

from _shared.environment import ROOT
from bench.auditing import STATES, sample_of
from goodpractices.publishing import audit_from_earl

pytestmark = pytest.mark.browser

EARL = Namespace("http://www.w3.org/ns/earl#")
DAY = "2026-11-22"


def audited(folder: Path, result: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command as it ends, in the environment of the tests."""
    code = "import sys, audit; audit.enter = lambda *_: None; sys.argv[0] = 'audit.py'; audit.run(audit.main)"
    given = ["--web", str(folder), "--editions", "web", "--few", "--date", DAY, "--result", str(result), *arguments]
    done = subprocess.run(
        [sys.executable, "-c", code, *given],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "scripts"), str(ROOT / "hooks")])},
        capture_output=True,
        encoding="utf-8",
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done


def test_an_audit_without_findings_ends_well_and_tells_what_was_tried(site: BuiltSite, tmp_path: Path) -> None:
    done = audited(site.folder, tmp_path / "audyt.json", "--pages", "/", "en/privacy/")
    assert done.returncode == 0, done.stdout
    assert "Stron: 2" in done.stdout
    assert "HTML nie był sprawdzany" in done.stdout
    text = (tmp_path / "audyt.json").read_text(encoding="utf-8")
    audit = audit_from_earl(text)
    assert audit.day.isoformat() == DAY
    assert {(page.address, page.language) for page in audit.tried} == {("", "pl"), ("en/privacy/", "en")}
    # Two windows of each state; the search is looked at twice, empty and asked.
    assert {page.address: page.looks for page in audit.tried} == {"": 8, "en/privacy/": 2}
    assert audit.states == ("page", "menu", "search")
    graph = Graph().parse(data=text, format="json-ld")
    outcomes = [*graph.objects(None, EARL.outcome)]
    assert outcomes == [EARL.passed] * 2


@AT_NIGHT
def test_every_state_of_the_form_is_reached_on_a_phone_too(site: BuiltSite, tmp_path: Path) -> None:
    done = audited(site.folder, tmp_path / "audyt.json", "--pages", "zglos/")
    assert done.returncode == 0, done.stdout
    audit = audit_from_earl((tmp_path / "audyt.json").read_text(encoding="utf-8"))
    assert {"form_filled", "form_short", "form_failing"} <= {*audit.states}


def test_a_planted_fault_is_found_and_ends_the_audit_with_1(site: BuiltSite, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    shutil.copytree(site.folder, folder, copy_function=os.link)
    page = folder / "prywatnosc" / "index.html"
    text = page.read_text(encoding="utf-8")
    page.unlink()  # what is linked is the file of the site that everybody reads
    page.write_text(text.replace("</h1>", '</h1><img src="data:,">', 1), encoding="utf-8")
    done = audited(folder, tmp_path / "audyt.json", "--pages", "prywatnosc/")
    assert done.returncode == 1, done.stdout
    assert "axe-core: image-alt (WCAG 1.1.1): web, prywatnosc/" in done.stdout
    [found] = audit_from_earl((tmp_path / "audyt.json").read_text(encoding="utf-8")).findings
    assert (found.rule, found.criteria) == ("image-alt", ("1.1.1",))
    assert found.states == ("page 1280-light", "page 320-dark")


def test_a_page_that_is_not_there_is_said_in_a_sentence(site: BuiltSite, tmp_path: Path) -> None:
    done = audited(site.folder, tmp_path / "audyt.json", "--pages", "nie-ma/")
    assert done.returncode == 2
    assert "Nie ma stron: nie-ma/" in done.stderr


def test_the_sample_has_every_kind_of_page_in_both_languages(site: BuiltSite) -> None:
    sampled = sample_of(site.folder)
    kinds = {(page.address.removeprefix(f"{page.language}/").partition("/")[0], page.language) for page in sampled}
    every = {
        (address.removeprefix("en/").partition("/")[0], page.one("html").attributes["lang"] or "")
        for address, page in site.pages.items()
    }
    assert kinds == every
    # The list, three practices and a sheet for a meeting.
    assert len([page for page in sampled if page.address.startswith("praktyki/")]) == 5


def test_every_state_has_a_page_in_each_language(site: BuiltSite) -> None:
    for language in ("pl", "en"):
        pages = [page for page in sample_of(site.folder) if page.language == language]
        assert [state.name for state in STATES if not any(map(state.has, pages))] == []
