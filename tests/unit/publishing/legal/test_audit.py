"""The result of an audit: what is written is read again, and nothing else is taken for one."""

import json
from dataclasses import replace
from datetime import date

import pytest
from tests.support.samples import renderer

from goodpractices.publishing import AXE, NU, Audit, Finding, Tried, audit_from_earl, audit_to_earl
from goodpractices.publishing.legal import audit_article

FOUND = Finding(
    "web",
    "mapa/",
    AXE,
    "image-alt",
    '<img src="a&b">',
    help="Images must have alternative text",
    impact="critical",
    criteria=("1.1.1",),
    states=("page 1280-light", "page 320-dark"),
)
CLEAN = Audit(
    day=date(2026, 11, 22),
    versions={AXE: "4.14.1", "Chromium": "156.0"},
    design="0a1b",
    states=("page", "search"),
    windows=("1280-light", "320-dark"),
    tried=(Tried("offline", "mapa/", "pl", 2), Tried("web", "", "pl", 4), Tried("web", "mapa/", "pl", 2)),
)
FAULTY = replace(
    CLEAN, findings=(FOUND, Finding("web", "", NU, "Bad value", "")), versions={**CLEAN.versions, NU: "26"}
)


@pytest.mark.parametrize("audit", [CLEAN, FAULTY])
def test_an_audit_comes_back_from_its_file(audit: Audit) -> None:
    back = audit_from_earl(audit_to_earl(audit))
    assert replace(back, findings=tuple(sorted(back.findings))) == replace(
        audit, findings=tuple(sorted(audit.findings))
    )


def test_the_order_of_what_was_tried_does_not_change_the_file() -> None:
    assert audit_to_earl(replace(CLEAN, tried=CLEAN.tried[::-1])) == audit_to_earl(CLEAN)


def test_each_page_has_one_outcome_for_each_program_and_one_more_for_each_finding() -> None:
    graph = json.loads(audit_to_earl(FAULTY))["@graph"]
    outcomes = [node["result"]["outcome"] for node in graph if node["@type"] == "Assertion"]
    assert (outcomes.count("passed"), outcomes.count("failed")) == (4, 4)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"@graph": []}', '{"@graph": [{"@id": "urn:katalog:audyt"}]}', "x"])
def test_what_is_no_result_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no result"):
        audit_from_earl(text)


def test_the_page_shows_a_finding_letter_by_letter() -> None:
    content = audit_article(FAULTY, renderer()).content
    assert "&lt;img src=&#34;a&amp;b&#34;&gt;" in content
    assert "axe-core: image-alt, 1.1.1" in content
    assert "Program nie znalazł błędów" in audit_article(CLEAN, renderer()).content
