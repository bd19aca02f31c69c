"""The legal pages: the status follows from the audit, the ids are the official ones, unknown things are asked for."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.support.samples import IDENTITY, plain, renderer
from tests.unit.publishing.legal.test_audit import CLEAN, FOUND

from goodpractices.catalogue import Identity
from goodpractices.catalogue.identity import Legal
from goodpractices.publishing import Article, Audit, Tried, missing_facts
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


def words(article: Article) -> str:
    return plain(LexborHTMLParser(article.content).text().replace("\xa0", " "))


def test_the_statement_says_what_the_office_said(tmp_path: Path) -> None:
    legal = replace(LEGAL, checked_by_hand=date(2026, 12, 1), assessed_by="Fundacja", reviewed=date(2027, 1, 5))
    article = statement_article(replace(FULL, legal=legal), FAULTY, renderer(), offline=False)
    assert (article.address, article.title, article.section) == (
        "deklaracja-dostepnosci/",
        "Deklaracja dostępności",
        "rules",
    )
    assert article.description == "W jakim stopniu strona jest dostępna, jak ją zbadano i gdzie zgłosić problem."
    said = words(article)
    for claim in (
        "Data publikacji strony: 22 listopada 2026",
        "Data ostatniej istotnej zmiany: 22 listopada 2026",
        "Data sporządzenia deklaracji: 22 listopada 2026",
        "Data ostatniego przeglądu deklaracji: 5 stycznia 2027",
        "Strona jest częściowo zgodna z tą ustawą. Badanie znalazło błędy. Złamane reguły: image-alt.",
        "Stronę zbadał program, ostatnio 22 listopada 2026.",
        "Pełne badanie przez człowieka: 1 grudnia 2026.",
        "Ocenę przygotował podmiot: Fundacja.",
        "Osoba, wydział lub biuro: Wydział A & B Adres e-mail: a@example.org Telefon: +48 00 000 00 00",
    ):
        assert claim in said
    links = [node.attributes["href"] for node in LexborHTMLParser(article.content).css("a")]
    assert links == [
        "../",
        "https://katalog.example.org/",
        "../deklaracja-dostepnosci/badanie/",
        "mailto:a@example.org",
        "https://bip.brpo.gov.pl/",
    ]


def test_the_statement_of_a_folder_leads_home_and_to_no_report() -> None:
    page = LexborHTMLParser(statement_article(FULL, FAULTY, renderer(offline=True), offline=True).content)
    links = [node.attributes["href"] for node in page.css("a")]
    assert links[:2] == ["../index.html", "../index.html"]
    assert "badanie" not in "".join(each or "" for each in links)


def test_without_an_audit_there_is_no_day_no_rule_and_no_report() -> None:
    said = words(statement_article(FULL, None, renderer(), offline=False))
    assert "Nie ma wyniku badania całej strony." in said
    assert "Stronę zbadał program" not in said
    assert "Złamane reguły" not in said
    assert "Od tego dnia" not in said
    assert "Pełne badanie przez człowieka" not in said


def test_rules_are_named_once_each_in_order() -> None:
    other = replace(FOUND, rule="aria-label")
    said = words(statement_article(FULL, replace(WHOLE, findings=(FOUND, other, FOUND)), renderer(), offline=False))
    assert "Złamane reguły: aria-label, image-alt." in said


def test_the_contact_stands_for_an_address_of_its_own() -> None:
    article = statement_article(replace(FULL, legal=replace(LEGAL, email=None)), None, renderer(), offline=False)
    assert 'id="a11y-email" href="mailto:b@example.org"' in article.content


def test_the_page_about_privacy_names_the_address_that_the_form_sends_to() -> None:
    address = "https://zgloszenia.example.org/praktyki"
    said = words(privacy_article(replace(FULL, receiving_address=address), renderer()))
    assert f"trafiają pod adres {address}." in said
    assert "trafiają pod adres" not in words(privacy_article(FULL, renderer()))


def test_the_page_about_privacy_says_what_is_kept_and_who_answers_for_it() -> None:
    article = privacy_article(FULL, renderer())
    assert (article.address, article.title, article.section) == ("prywatnosc/", "Prywatność i kontakt", "rules")
    assert article.description == "Co strona zapisuje, czego nie zapisuje i kto za nią odpowiada."
    page = LexborHTMLParser(article.content)
    assert {
        node.attributes["data-kept"]: plain(node.text().replace("\xa0", " "))[:14] for node in page.css("li[data-kept]")
    } == {
        "porownanie": "Które praktyki",
        "motyw": "Jasny albo cie",
        "zglos.szkic": "Szkice z formu",
        "zglos.karta": "Który szkic je",
    }
    said = words(article)
    for claim in (
        "jak długo to trzyma: Adres IP, 30 dni.",
        "Stronę prowadzi i odpowiada za dane: Biuro",
        "Adres e-mail: b@example.org",
        "Inspektor ochrony danych: iod@example.org",
    ):
        assert claim in said
    assert words(privacy_article(IDENTITY, renderer())).count("jeszcze nie podano") == 4


def test_facts_that_are_missing_are_named_as_in_the_file() -> None:
    assert missing_facts(replace(IDENTITY, address=None)) == [
        "owner",
        "contact",
        "address",
        "legal.unit",
        "legal.phone",
        "legal.published",
        "legal.changed",
        "legal.drawn_up",
        "legal.building",
        "legal.data_protection",
        "legal.server_logs",
    ]


@pytest.mark.parametrize(("faulty", "tried", "status"), [(1, 2, "partial"), (2, 3, "none"), (2, 4, "partial")])
def test_none_is_when_more_than_half_of_the_pages_break_a_criterion(faulty: int, tried: int, status: str) -> None:
    pages = [("web" if n % 2 else "offline", f"{n}/") for n in range(tried)]
    audit = replace(
        WHOLE,
        tried=tuple(Tried(edition, address, "pl", 1) for edition, address in pages),
        findings=tuple(replace(FOUND, edition=edition, address=address) for edition, address in pages[:faulty]),
    )
    assert status_of(audit, DAY) == status


@pytest.mark.parametrize("folder", ["templates", "assets/styles", "assets/scripts"])
def test_the_mark_of_a_design_follows_these_folders_and_names_in_them(tmp_path: Path, folder: str) -> None:
    bare = design_of(tmp_path)
    (tmp_path / folder / "inner").mkdir(parents=True)
    assert design_of(tmp_path) == bare
    (tmp_path / folder / "inner" / "a.txt").write_text("a", encoding="utf-8")
    first = design_of(tmp_path)
    assert first != bare
    (tmp_path / folder / "inner" / ".DS_Store").write_bytes(b"\xff")
    assert design_of(tmp_path) == first
    (tmp_path / folder / "inner" / "a.txt").rename(tmp_path / folder / "b.txt")
    assert design_of(tmp_path) not in (bare, first)
    assert len(first) == 64
