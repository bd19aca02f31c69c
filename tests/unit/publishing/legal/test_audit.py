"""The result of an audit: what is written is read again, and nothing else is taken for one."""

import json
from dataclasses import replace
from datetime import date

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.support.samples import plain, renderer

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


DUBLIN, DOAP = "http://purl.org/dc/terms/", "http://usefulinc.com/ns/doap#"


def test_the_words_of_the_file_are_those_of_the_vocabularies() -> None:
    assert json.loads(audit_to_earl(CLEAN))["@context"] == {
        "@vocab": "http://www.w3.org/ns/earl#",
        "dct": DUBLIN,
        "doap": DOAP,
        "own": "urn:katalog-dobrych-praktyk:audyt#",
        "date": {"@id": "dct:date", "@type": "http://www.w3.org/2001/XMLSchema#date"},
        "title": "dct:title",
        "language": "dct:language",
        "partOf": {"@id": "dct:isPartOf", "@type": "@id"},
        "version": "doap:revision",
        "assertedBy": {"@type": "@id"},
        "subject": {"@type": "@id"},
        "test": {"@type": "@id"},
        "mode": {"@type": "@vocab"},
        "outcome": {"@type": "@vocab"},
        **{name: f"own:{name}" for name in ("looks", "states", "windows", "impact", "criteria", "where", "design")},
    }


def assertion(program: str, page: str, outcome: str, **more: object) -> dict[str, object]:
    test = {"axe-core": "wcag22aa", "nu": "html"}[program]
    return {
        "@type": "Assertion",
        "assertedBy": f"urn:katalog:program:{program}",
        "subject": f"urn:katalog:{page}",
        "test": f"urn:katalog:test:{test}",
        "mode": "automatic",
        "result": {"@type": "TestResult", "outcome": outcome},
        **more,
    }


def subject(edition: str, address: str) -> dict[str, object]:
    return {
        "@id": f"urn:katalog:{edition}:{address}",
        "@type": "TestSubject",
        "title": address,
        "language": "pl",
        "partOf": f"urn:katalog:{edition}",
    }


def test_the_file_says_what_was_tried_with_what_and_what_was_found_where() -> None:
    nodes = json.loads(audit_to_earl(FAULTY))["@graph"]
    assert nodes[:4] == [
        {
            "@id": "urn:katalog:audyt",
            "@type": "own:Audit",
            "date": "2026-11-22",
            "states": ["page", "search"],
            "windows": ["1280-light", "320-dark"],
            "design": "0a1b",
        },
        {"@id": "urn:katalog:program:chromium", "@type": "Software", "title": "Chromium", "version": "156.0"},
        {"@id": "urn:katalog:program:nu", "@type": "Software", "title": "Nu Html Checker", "version": "26"},
        {"@id": "urn:katalog:program:axe-core", "@type": "Software", "title": "axe-core", "version": "4.14.1"},
    ]
    assert nodes[4:] == [
        subject("offline", "mapa/"),
        assertion("axe-core", "offline:mapa/", "passed", looks=2),
        assertion("nu", "offline:mapa/", "passed"),
        subject("web", ""),
        assertion("axe-core", "web:", "passed", looks=4),
        assertion("nu", "web:", "failed"),
        subject("web", "mapa/"),
        assertion("axe-core", "web:mapa/", "failed", looks=2),
        assertion("nu", "web:mapa/", "passed"),
        assertion(
            "nu",
            "web:",
            "failed",
            result={"@type": "TestResult", "outcome": "failed", "title": "Bad value"},
            criteria=[],
            states=[],
        ),
        assertion(
            "axe-core",
            "web:mapa/",
            "failed",
            result={
                "@type": "TestResult",
                "outcome": "failed",
                "title": "image-alt",
                "info": "Images must have alternative text",
                "where": '<img src="a&b">',
                "impact": "critical",
            },
            criteria=["1.1.1"],
            states=["page 1280-light", "page 320-dark"],
        ),
    ]


def test_the_file_has_a_line_for_each_node_and_letters_as_they_are() -> None:
    text = audit_to_earl(replace(CLEAN, states=("otwarta część",)))
    lines = text.split("\n")
    assert lines[0].startswith('{"@context": {"@vocab": ')
    assert lines[1] == '"@graph": ['
    assert [line[:7] for line in lines[2:-2]] == ['{"@id":', '{"@id":', '{"@id":', *(['{"@id":', '{"@type'] * 3)]
    assert lines[-2:] == ["]}", ""]
    assert "otwarta część" in text


def test_an_audit_is_found_among_the_nodes_wherever_it_stands() -> None:
    value = json.loads(audit_to_earl(FAULTY))
    value["@graph"].append(value["@graph"].pop(0))
    with_ids = [{"@id": f"urn:x:{n}", **node} for n, node in enumerate(value["@graph"])]
    assert audit_from_earl(json.dumps({"@graph": with_ids})).states == ("page", "search")


def test_what_a_file_may_go_without_is_empty() -> None:
    value = json.loads(audit_to_earl(FAULTY))
    del value["@graph"][0]["design"]
    assert audit_from_earl(json.dumps(value)).design == ""
    [bare] = [each for each in audit_from_earl(json.dumps(value)).findings if each.program == NU]
    assert (bare.where, bare.help, bare.impact, bare.criteria, bare.states) == ("", "", "", (), ())


def test_an_audit_counts_its_looks_and_tells_what_breaks_a_criterion() -> None:
    assert FAULTY.looks == 8
    assert FAULTY.breaking_wcag == (FOUND,)
    assert [each.breaks_wcag for each in FAULTY.findings] == [True, False]


@pytest.mark.parametrize(
    ("editions", "windows", "whole"),
    [
        (("web", "offline"), 6, True),
        (("web", "offline"), 5, False),
        (("web",), 6, False),
        (("offline",), 6, False),
    ],
)
def test_an_audit_is_whole_with_both_editions_in_six_windows(
    editions: tuple[str, ...], windows: int, *, whole: bool
) -> None:
    tried = tuple(Tried(edition, "", "pl", 1) for edition in editions)
    assert replace(CLEAN, tried=tried, windows=("1280-light",) * windows).is_whole is whole


def test_the_page_says_what_was_tried_with_what() -> None:
    article = audit_article(replace(FAULTY, tried=(*FAULTY.tried, Tried("web", "en/", "en", 1))), renderer())
    assert (article.address, article.title, article.section) == (
        "deklaracja-dostepnosci/badanie/",
        "Badanie dostępności",
        "rules",
    )
    assert article.description == "Co sprawdzono, jakimi programami i co znaleziono."
    words = plain(LexborHTMLParser(article.content).text().replace("\xa0", " "))
    for claim in (
        "Dnia 22 listopada 2026 r. program sprawdził",
        "Program znalazł 2 błędy:",
        "Nu Html Checker: Bad value: web/",
        "Sprawdzono 4 strony. Liczba sprawdzeń: 9.",
        "Okna: 1280 px, motyw jasny; 320 px, motyw ciemny.",
        "Stany: otwarta strona z rozwiniętymi częściami; otwarta wyszukiwarka.",
        "Wersje: strona w internecie; wersja do czytania bez internetu. Języki: polski; angielski.",
        "Programy: Chromium 156.0, Nu Html Checker 26, axe-core 4.14.1.",
    ):
        assert claim in words
    assert "Poprawności HTML nie sprawdzano." not in words
    assert "Poprawności HTML nie sprawdzano." in audit_article(CLEAN, renderer()).content.replace("\xa0", " ")
    assert 'href="../../deklaracja-dostepnosci/audyt.json" download' in article.content
