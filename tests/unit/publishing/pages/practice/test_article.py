"""The page of a practice: the order of figures, plans as plans, money, dates, what is missing, how to cite."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.support.entries import add, entry, practices_folder
from tests.support.samples import PL, plain, practice_page, published, with_registry

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


def headings(tree: Tree) -> list[str]:
    return said(tree, "section.block > h2")


def test_effects_stand_first_and_plans_last(tmp_path: Path) -> None:
    figures = [figure(id="a", nature="target"), figure(id="b"), figure(id="c", nature="outcome")]
    tree = page(tmp_path, indicators=figures)
    assert [node.attributes["data-indicator"] for node in tree.css("[data-indicator]")] == ["c", "b", "a"]
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


def known(**given: Any) -> dict[str, Any]:
    """What of an entry has to be known for the five questions to stand at its head."""
    level = {"value": 1, "reason": "Lista"}
    return {"target_groups": ["seniorzy"], "evidence_level": level, "funding": [amount()], **given}


def asked(count: int) -> dict[str, Any]:
    return {"state": "published", "questions": [f"Ile drzew było w roku {2001 + n}?" for n in range(count)]}


def dates(count: int) -> list[dict[str, str]]:
    return [{"date": str(2001 + n), "text": f"Zjazd {n}", "source": "s1"} for n in range(count)]


def test_of_a_long_list_the_first_are_read_at_once_and_the_rest_on_request(tmp_path: Path) -> None:
    tree = page(tmp_path, **known(editorial=asked(9)))
    assert len(tree.css(".questions li")) == 9
    assert len(tree.css("details.rest .questions li")) == 6
    assert said(tree, "[data-field=questions] summary") == ["Pozostałe pytania (6)"]


def test_a_single_thing_is_not_kept_back(tmp_path: Path) -> None:
    assert page(tmp_path, **known(editorial=asked(4))).css("[data-field=questions] details") == []


def test_dates_are_read_on_request_and_their_number_is_told(tmp_path: Path) -> None:
    tree = page(tmp_path, **known(key_dates=dates(9)))
    assert len(tree.css("details.rest .timeline__item")) == 9
    assert "Kluczowe daty i wydarzenia (9)" in said(tree, ".closed--last > details > summary")


def test_the_period_is_told_on_the_timeline_unless_a_date_tells_of_it(tmp_path: Path) -> None:
    tree = page(
        tmp_path, period={"start": "2016-12", "end": "2023-12"}, key_dates=[{"date": "2016-12", "text": "Ruszamy"}]
    )
    assert said(tree, ".timeline__text") == ["Ruszamy", "Koniec"]


def test_a_bare_practice_says_what_is_missing(tmp_path: Path) -> None:
    tree = page(tmp_path)
    [missing] = said(tree, "[data-field=completeness] .missing")
    assert missing.startswith("Brak danych: ")
    for name in ("pieniądze", "liczby", "organizacje", "warunki powtórzenia", "poziom dowodów"):
        assert name in missing.lower(), name
    assert tree.css("table, .timeline, svg:not(.sheet__code), img") == []


def test_what_is_missing_is_named_once_and_makes_no_section_of_its_own(tmp_path: Path) -> None:
    tree = page(tmp_path)
    assert " ".join(said(tree, ".practice__story")).count("Brak danych") == 1
    assert headings(tree) == ["Kto i gdzie", "Źródła"]
    assert headings(page(tmp_path / "b", **known())) == [
        *("Dowody", "Pieniądze", "Kto i gdzie", "Czego jeszcze nie wiemy", "Źródła")
    ]


def test_a_short_entry_says_so_in_place_of_the_strip(tmp_path: Path) -> None:
    short, full = page(tmp_path / "a", **known(funding=[])), page(tmp_path / "b", **known())
    assert (said(short, ".practice__stub"), short.css(".strip")) == (["Krótki opis: wiemy tylko tyle"], [])
    assert full.css(".practice__stub") == []
    assert said(full, ".strip dt") == ["Dla kogo", "Skala", "Skutek", "Koszt", "Dowody"]


def test_who_and_where_names_every_organisation_and_place_with_its_role(tmp_path: Path) -> None:
    tree = page(
        tmp_path,
        organisations=[{"org": "um-sopot", "role": "leader"}, {"org": "um-gdynia", "role": "funder"}],
        places=[{"place": "gdynia"}, {"place": "sopot", "role": "reach"}],
        lifecycle="ended",
    )
    assert said(tree, "[data-field=organisations] .partners li") == [
        "Urząd Miasta Sopotu prowadzi",
        "Urząd Miasta Gdyni finansuje",
    ]
    assert said(tree, "div[data-field=places] li") == ["Gdynia tu prowadzono", "Sopot zasięg"]


def test_whom_to_ask_stands_beside_what_is_not_known(tmp_path: Path) -> None:
    contacts = [{"email": "biuro@example.org"}, {"role": "ogrodnik", "email": "las@example.org", "shared": True}]
    editorial = {"state": "published", "questions": ["Ile drzew?"]}
    tree = page(tmp_path, **known(contacts=contacts, editorial=editorial))
    assert said(tree, "[aria-labelledby=braki] .doubts [data-field=questions] li") == ["Ile drzew?"]
    assert said(tree, "[aria-labelledby=braki] [data-field=contacts] li") == [
        "biuro@example.org",
        "ogrodnik, las@example.org",
    ]


def test_parts_stand_in_the_frame_of_their_whole_and_a_doubtful_frame_is_marked(tmp_path: Path) -> None:
    given = [figure(), figure(id="i2", nature="outcome", value=320, of="i1"), figure(id="i3", value=12, unit="event")]
    sure = page(tmp_path / "a", indicators=given)
    assert [node.attributes["data-indicator"] for node in sure.css(".framed [data-indicator]")] == ["i1", "i2"]
    assert [node.attributes["data-indicator"] for node in sure.css(".numbers [data-indicator]")] == ["i3"]
    assert sure.css(".framed__parts--doubtful") == []
    doubtful = page(tmp_path / "b", indicators=[{**given[0], "disputed": {"what": "Różnie."}}, *given[1:]])
    assert len(doubtful.css(".framed__parts--doubtful")) == 1


def test_the_stair_of_evidence_where_it_stands_is_marked_for_everybody(tmp_path: Path) -> None:
    tree = page(tmp_path, evidence_level={"value": 2, "reason": "Jest lista", "assessor": "Redakcja"})
    assert said(tree, ".ladder [aria-current=step]") == ["policzono Jest lista"]
    assert len(tree.css(".ladder li")) == 5
    assert "Ocena: Redakcja." in field(tree, "evidence_level")


def test_what_nobody_judged_has_no_ladder(tmp_path: Path) -> None:
    assert page(tmp_path).css(".ladder, [data-field=evidence_level]") == []


POINT = [{"id": "wioska", "name": "Wioska", "country": "PL", "level": "town", "lat": 54.5, "lon": 18.5}]


def test_the_poster_names_the_place_that_it_shows(tmp_path: Path) -> None:
    places = [{"place": "gdynia"}, {"place": "wioska", "role": "partner"}]
    catalogue = with_registry(tmp_path, {"_registry/places": POINT}, {"las": {"places": places}})
    assert said(page_of(catalogue), ".poster__name") == ["Wioska"]


def test_a_practice_without_a_point_on_the_map_has_no_poster(tmp_path: Path) -> None:
    assert page(tmp_path).css(".poster") == []


def test_what_does_not_apply_is_shown_with_its_reason_rather_than_as_missing(tmp_path: Path) -> None:
    reasons = {"funding": "To dokument.", "indicators": "Nie liczono."}
    tree = page(tmp_path, not_applicable=reasons)
    missing, *undue = said(tree, "[data-field=completeness] .missing")
    assert undue == ["Nie dotyczy – pieniądze: To dokument.", "Nie dotyczy – liczby: Nie liczono."]
    assert not {"pieniądze", "liczby"} & set(missing.removeprefix("Brak danych: ").rstrip(".").split(", "))


def test_the_strip_tells_what_does_not_apply_from_what_is_missing(tmp_path: Path) -> None:
    known = {"target_groups": ["seniorzy"], "evidence_level": {"value": 1, "reason": "Lista"}, "indicators": [figure()]}
    undue = page(tmp_path / "a", **known, not_applicable={"funding": "To dokument."})
    assert said(undue, "[data-answer=cost] dd") == ["nie dotyczy", "To dokument."]
    assert said(page(tmp_path / "b", **known), "[data-answer=cost] dd") == ["nie podano"]


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
