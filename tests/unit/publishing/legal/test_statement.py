"""The legal pages: the status follows from the audit, the ids are the official ones, unknown things are asked for."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.support.samples import IDENTITY, renderer
from tests.unit.publishing.legal.test_audit import CLEAN, FOUND

from goodpractices.catalogue import Identity
from goodpractices.catalogue.identity import Legal
from goodpractices.publishing import Audit, Tried, missing_facts
from goodpractices.publishing.legal import design_of, privacy_article, statement_article, status_of

DAY = date(2026, 11, 22)
WINDOWS = tuple(f"{width}-{scheme}" for width in (1280, 768, 320) for scheme in ("light", "dark"))
WHOLE = replace(CLEAN, windows=WINDOWS)
FAULTY = replace(WHOLE, findings=(FOUND,))
ADVISED = replace(WHOLE, findings=(replace(FOUND, criteria=()),))
BROKEN = replace(WHOLE, findings=(FOUND, replace(FOUND, edition="offline")))
FEW = replace(WHOLE, tried=(Tried("web", "", "pl", 4),))
IDS = {
    "a11y-wstep",
    "a11y-podmiot",
    "a11y-url",
    "a11y-data-publikacja",
    "a11y-data-aktualizacja",
    "a11y-status",
    "a11y-data-sporzadzenie",
    "a11y-data-przeglad",
    "a11y-kontakt",
    "a11y-osoba",
    "a11y-email",
    "a11y-telefon",
    "a11y-procedura",
    "a11y-architektura",
    "a11y-aplikacje",
}
LEGAL = Legal(
    unit="Wydział A & B",
    email="a@example.org",
    phone="+48 00 000 00 00",
    published=DAY,
    changed=DAY,
    drawn_up=DAY,
    building="Winda",
    data_protection="iod@example.org",
    server_logs="Adres IP, 30 dni.",
)
FULL = replace(IDENTITY, owner="Biuro", contact="b@example.org", legal=LEGAL)


@pytest.mark.parametrize(
    ("audit", "checked", "status"),
    [
        (None, DAY, "unknown"),
        (CLEAN, DAY, "unknown"),
        (FEW, DAY, "unknown"),
        (WHOLE, None, "unchecked"),
        (WHOLE, DAY, "full"),
        (ADVISED, DAY, "full"),
        (FAULTY, DAY, "partial"),
        (BROKEN, DAY, "none"),
    ],
)
def test_the_status_follows_from_the_audit_and_full_needs_people_too(
    audit: Audit | None, checked: date | None, status: str
) -> None:
    assert status_of(audit, checked) == status


@pytest.mark.parametrize("identity", [IDENTITY, FULL])
@pytest.mark.parametrize("audit", [None, FAULTY])
def test_every_official_id_stands_there_once(identity: Identity, audit: Audit | None) -> None:
    page = LexborHTMLParser(statement_article(identity, audit, renderer(), offline=False).content)
    found = [node.attributes["id"] or "" for node in page.css("[id^=a11y-]")]
    assert len(found) == len(set(found))
    assert set(found) >= IDS


def test_what_the_office_has_not_said_is_asked_for_and_the_rest_is_not() -> None:
    asked = statement_article(IDENTITY, None, renderer(), offline=False).content
    assert asked.count("jeszcze nie podano") == 9  # the name of the body is asked for in the sentence about it
    assert missing_facts(FULL) == []
    for article in (statement_article(FULL, WHOLE, renderer(), offline=False), privacy_article(FULL, renderer())):
        assert "nie podano" not in article.content
    assert "Wydział A &amp; B" in statement_article(FULL, WHOLE, renderer(), offline=False).content


@pytest.mark.parametrize(("design", "reported"), [("0a1b", False), ("0a1c", True)])
def test_the_statement_owns_up_to_an_audit_of_other_pages(design: str, *, reported: bool) -> None:
    content = statement_article(FULL, WHOLE, renderer(), offline=False, design=design).content
    assert ("Od tego dnia zmienił się" in content) is reported


def test_the_mark_of_a_design_follows_templates_styles_and_scripts_alone(tmp_path: Path) -> None:
    styles = tmp_path / "assets" / "styles"
    styles.mkdir(parents=True)
    (styles / "a.css").write_bytes(b"a {}\n")
    first = design_of(tmp_path)
    (styles / "a.css").write_bytes(b"a {}\r\n")
    (tmp_path / "index.md").write_text("# Katalog", encoding="utf-8")
    assert design_of(tmp_path) == first
    (styles / "a.css").write_bytes(b"b {}\n")
    assert design_of(tmp_path) != first


def test_days_are_written_as_machines_read_them() -> None:
    page = LexborHTMLParser(statement_article(FULL, WHOLE, renderer(), offline=False).content)
    assert [node.attributes["datetime"] for node in page.css("time")] == ["2026-11-22"] * 4


@pytest.mark.parametrize(
    ("reviewed", "day", "due"),
    [
        (None, date(2027, 4, 1), False),
        (DAY, date(2027, 3, 31), False),
        (DAY, date(2027, 4, 1), True),
        (date(2027, 1, 5), date(2027, 4, 1), False),
        (date(2027, 1, 5), date(2028, 3, 31), False),
        (date(2027, 1, 5), date(2028, 4, 1), True),
        (date(2025, 12, 1), date(2027, 1, 1), True),
    ],
)
def test_a_review_is_due_after_31_march(reviewed: date | None, day: date, *, due: bool) -> None:
    assert Legal(drawn_up=reviewed).is_due(day) is due
