"""The page of a practice: the order of figures, plans as plans, money, dates, what is missing, how to cite."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.support.entries import add, entry, practices_folder
from tests.support.samples import PL, plain, practice_page, published

from goodpractices.catalogue import Catalogue, load_catalogue
from goodpractices.finding.related import find_related

Tree = LexborHTMLParser


def figure(**fields: Any) -> dict[str, Any]:
    known = {"id": "i1", "label": "uczestnicy", "unit": "person", "nature": "output", "value": 784, "source": "s1"}
    return {**known, **fields}


def amount(**fields: Any) -> dict[str, Any]:
    return {"role": "total", "amount": 9200000, "currency": "PLN", "source": "s1", **fields}


def page_of(catalogue: Catalogue, practice_id: str = "las", *, offline: bool = False) -> Tree:
    related = find_related(catalogue, {}).to(catalogue.practices[practice_id])
    return Tree(practice_page(catalogue, practice_id, related, offline=offline).content)


def page(parent: Path, **given: Any) -> Tree:
    return page_of(published(parent, {"las": given}))


def said(tree: Tree, selector: str) -> list[str]:
    return [plain(node.text()) for node in tree.css(selector)]


def field(tree: Tree, name: str) -> str:
    return " | ".join(said(tree, f"[data-field={name}]"))


def test_results_stand_before_plans(tmp_path: Path) -> None:
    figures = [figure(id="a", nature="target"), figure(id="b"), figure(id="c", nature="outcome")]
    tree = page(tmp_path, indicators=figures)
    assert [node.attributes["data-indicator"] for node in tree.css("[data-indicator]")] == ["b", "c", "a"]
    assert [node.attributes["data-nature"] for node in tree.css("tbody tr")] == ["target", "output", "outcome"]


def test_a_plan_is_called_a_plan_in_its_card_and_a_goal_in_the_table(tmp_path: Path) -> None:
    tree = page(tmp_path, indicators=[figure(nature="target", value=300)])
    assert "Plan, nie wynik" in said(tree, "[data-indicator=i1]")[0]
    assert said(tree, "tbody tr td")[0] == "cel"


def test_a_share_is_marked_as_computed(tmp_path: Path) -> None:
    tree = page(tmp_path, indicators=[figure(), figure(id="i2", nature="outcome", value=320, of="i1")])
    shown = said(tree, "[data-indicator=i2]")[0]
    assert "40,8%" in shown
    assert "(obliczono)" in shown


def test_a_split_is_shown_in_words_and_in_rows(tmp_path: Path) -> None:
    split = [{"dimension": "sex", "parts": {"F": 445, "M": 339}}]
    tree = page(tmp_path, indicators=[figure(split=split)])
    assert "445 kobiet · 339 mężczyzn" in said(tree, "[data-indicator=i1]")[0]
    assert said(tree, "tbody th") == ["uczestnicy", "uczestnicy: kobiety", "uczestnicy: mężczyźni"]


def test_the_same_parts_of_another_split_keep_their_own_names(tmp_path: Path) -> None:
    split = [{"dimension": "place", "parts": {"Gdynia": 500, "Sopot": 284}}]
    assert "Gdynia: 500 · Sopot: 284" in said(page(tmp_path, indicators=[figure(split=split)]), "[data-indicator]")[0]


def test_every_fact_with_a_source_has_its_number(tmp_path: Path) -> None:
    tree = page(
        tmp_path,
        indicators=[figure()],
        funding=[amount()],
        key_dates=[{"date": "2020", "text": "Start", "source": "s1"}],
        claims=[{"text": "Pierwsi", "as_of": "2020", "source": "s1"}],
        recognition=[{"name": "Nagroda", "source": "s1"}],
    )
    for name in ("indicators", "funding", "key_dates", "claims", "recognition"):
        assert tree.css(f"[data-field={name}] .ref a[href='#zrodlo-s1']"), name
    assert len(said(tree, ".sources__back a")) == 5


def test_the_places_that_cite_a_source_are_numbered_as_a_reader_meets_them(tmp_path: Path) -> None:
    folder = practices_folder(tmp_path)
    story = "## Na czym to polega\n\nLas[^s1].\n\n## Co się zmieniło\n\nWięcej[^s1].\n"
    given = {
        "editorial": {"state": "published"},
        "indicators": [figure()],
        "funding": [amount()],
        "key_dates": [{"date": "2020", "text": "Start", "source": "s1"}],
        "evaluation": {"type": "external", "source": "s1"},
        "recognition": [{"name": "Nagroda", "source": "s1"}],
        "claims": [{"text": "Pierwsi", "as_of": "2020", "source": "s1"}],
        "obstacles": [{"what": "Deszcz", "source": "s1"}],
        "transfer": {"preconditions": "Ludzie", "source": "s1"},
        "contacts": [{"role": "leśniczy", "source": "s1"}],
    }
    add(folder, "las/index.md", entry(given, story))
    tree = page_of(load_catalogue(folder))
    met = [node.attributes["id"] for node in tree.css(".ref a")]
    assert met == [f"ref-s1-{number}" for number in range(1, 12)]
    assert [node.attributes["href"] for node in tree.css(".sources__back a")] == [f"#{each}" for each in met]


def test_money_tells_the_share_that_was_co_financed_and_the_rest(tmp_path: Path) -> None:
    tree = page(
        tmp_path, funding=[amount(), amount(role="grant", amount=7800000)], indicators=[figure(id="participants")]
    )
    shown = field(tree, "funding")
    assert "84,8%" in shown
    assert "1 400 000 zł" in shown
    assert "11 735 zł" in shown
    assert shown.count("(obliczono)") == 3


def test_planned_money_is_called_a_plan(tmp_path: Path) -> None:
    tree = page(tmp_path, funding=[amount(planned=True)])
    assert said(tree, "[data-field=funding] [data-nature=target] .number__kind") == ["Plan, nie wynik"]


def test_money_of_a_single_year_gives_no_share(tmp_path: Path) -> None:
    tree = page(tmp_path, funding=[amount(period="2020"), amount(role="grant", amount=5, period="2020")])
    assert "obliczono" not in field(tree, "funding")


def test_dates_are_in_order_and_unknown_years_last(tmp_path: Path) -> None:
    dates = [
        {"date": "XXXX-11-09", "text": "Gala"},
        {"date": "2022-10", "text": "Zjazd"},
        {"date": "2021", "text": "Początek prac", "planned": True},
    ]
    tree = page(tmp_path, key_dates=dates)
    assert [text.split(" · ")[0] for text in said(tree, ".timeline__text")] == ["Początek prac", "Zjazd", "Gala"]
    assert [node.attributes["datetime"] for node in tree.css("time")] == ["2021", "2022-10"]
    assert said(tree, ".timeline .badge--plan") == ["plan"]


def test_the_period_is_told_on_the_timeline_unless_a_date_tells_of_it(tmp_path: Path) -> None:
    tree = page(
        tmp_path, period={"start": "2016-12", "end": "2023-12"}, key_dates=[{"date": "2016-12", "text": "Ruszamy"}]
    )
    assert said(tree, ".timeline__text") == ["Ruszamy", "Koniec"]


def test_a_bare_practice_says_what_is_missing(tmp_path: Path) -> None:
    tree = page(tmp_path)
    for name in ("funding", "indicators", "organisations", "transfer", "evidence_level"):
        assert "brak danych" in field(tree, name).lower(), name
    assert said(tree, "[data-field=completeness] .missing")
    assert tree.css("table, .timeline, svg:not(.squares, .sheet__code), img") == []


def test_what_does_not_apply_is_shown_with_its_reason_rather_than_as_missing(tmp_path: Path) -> None:
    reasons = {"funding": "To dokument.", "indicators": "Nie liczono."}
    tree = page(tmp_path, not_applicable=reasons)
    for name, reason in reasons.items():
        assert reason in field(tree, name)
        assert "brak danych" not in said(tree, f"section[data-field={name}]")[0].lower()


def test_a_link_in_a_story_leads_to_the_other_practice_and_never_to_a_draft(tmp_path: Path) -> None:
    folder = practices_folder(tmp_path)
    body = "## Cele\n\nJak [Staw](../staw/index.md) i [Szkic](../szkic/index.md)[^s1].\n"
    add(folder, "las/index.md", entry({"editorial": {"state": "published"}}, body))
    add(folder, "staw/index.md", entry({"editorial": {"state": "published"}}))
    add(folder, "szkic/index.md", entry())
    catalogue = load_catalogue(folder)
    story = page_of(catalogue).css_first("[data-field=goals]")
    assert story
    assert [node.attributes["href"] for node in story.css("p > a")] == ["../../praktyki/staw/"]
    assert "Szkic" in story.text()
    offline = page_of(catalogue, offline=True).css_first("[data-field=goals] p > a")
    assert offline
    assert offline.attributes["href"] == "../../praktyki/staw/index.html"


def test_a_relation_is_told_from_both_sides_with_its_note_where_it_was_written(tmp_path: Path) -> None:
    relation = {"type": "part_of", "target": "staw", "note": "Od początku.", "source": "s1"}
    catalogue = published(tmp_path, {"las": {"title": "Las", "relations": [relation]}, "staw": {"title": "Staw"}})
    here, there = (page_of(catalogue, name).css_first(".related__item") for name in ("las", "staw"))
    assert here
    assert there
    assert [plain(node.text()) for node in here.css("a, p")] == [
        "Staw",
        f"{PL('related.part_of')}1",
        "1",
        "Od początku.",
    ]
    assert [plain(node.text()) for node in there.css("a, p")] == ["Las", PL("related.has_part")]


@pytest.mark.parametrize(
    ("editorial", "said_so"),
    [
        ({"created": "2026-11-20"}, "stan na 20 listopada 2026"),
        ({"created": "2026-11-20", "updated": "2026-11-22"}, "stan na 22 listopada 2026"),
        ({}, "W: Katalog. https://katalog.example.org/praktyki/las/. CC BY 4.0."),
    ],
)
def test_the_citation_names_catalogue_address_and_day(
    tmp_path: Path, editorial: Mapping[str, str], said_so: str
) -> None:
    tree = page(tmp_path, title="Las.", editorial={"state": "published", **editorial})
    assert said(tree, ".cite")[0].startswith("Las. W: Katalog")
    assert said_so in said(tree, ".cite")[0]


def test_the_address_of_a_person_is_a_link_to_write_to(tmp_path: Path) -> None:
    contact = {"org": "um-gdynia", "unit": "Referat", "email": "referat@example.org", "phone": "+48 58 000 00 00"}
    tree = page(tmp_path, contacts=[contact])
    assert "Urząd Miasta Gdyni, Referat, +48 58 000 00 00, referat@example.org" in field(tree, "contacts")
    assert tree.css("[data-field=contacts] a[href='mailto:referat@example.org']")


def test_ids_on_the_page_are_unique_however_full_it_is(tmp_path: Path) -> None:
    tree = page(
        tmp_path,
        indicators=[figure(), figure(id="i2", nature="target")],
        funding=[amount(), amount(role="grant", amount=1)],
        transfer={"preconditions": "Ludzie", "source": "s1"},
        sdg=[1, 2],
        events=[{"title": "Zjazd", "source": "s1"}],
        documents=[{"title": "Regulamin"}],
    )
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(set(ids)) == len(ids)
