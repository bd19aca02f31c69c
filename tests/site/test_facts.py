"""Every fact of the first practices stands on its page and in the open data, planned figures always as plans."""

import pytest
from tests.site.facts import Facts, all_facts, holds, missing_words, unheld
from tests.support.pages import BuiltSite, Page, words

pytestmark = pytest.mark.site

FACTS = all_facts()


def test_every_practice_has_a_list_of_facts(site: BuiltSite) -> None:
    assert {facts.practice_id for facts in FACTS} == set(site.records)


@pytest.mark.parametrize("facts", FACTS, ids=lambda facts: facts.practice_id)
def test_every_fact_stands_on_the_page(site: BuiltSite, facts: Facts) -> None:
    assert missing_words(facts, words(site.practice(facts.practice_id).one("article[data-practice]"))) == []


@pytest.mark.parametrize("facts", FACTS, ids=lambda facts: facts.practice_id)
def test_every_fact_is_in_the_open_data(site: BuiltSite, facts: Facts) -> None:
    assert unheld(facts, site.records[facts.practice_id]) == []
    assert unheld(facts, site.json(f"praktyki/{facts.practice_id}/praktyka.json")) == []


def test_a_fact_that_is_not_there_would_be_noticed() -> None:
    record = {"themes": ["sport"], "organisations": [{"org": "lis", "role": "leader"}], "indicators": [{"value": 784}]}
    facts = Facts(
        "x", ("784 osoby",), {"themes~": "sport", "organisations[org=lis].role": "leader", "indicators[0].value": 784}
    )
    assert missing_words(facts, "w projekcie\u00a0784\n\u00a0osoby") == missing_words(facts, "784 osoby") == []
    assert missing_words(facts, "783 osoby") == ["784 osoby"]
    assert unheld(facts, record) == []
    for path, wrong in (
        ("themes", ["sport", "kultura"]),
        ("themes~", ["sport", "kultura"]),
        ("organisations[org=lis].role", "partner"),
        ("organisations[org=inna].role", "leader"),
        ("indicators[1].value", 784),
        ("indicators[0].valu", 784),
        ("missing~", "x"),
    ):
        assert not holds(record, path, wrong), path


def test_the_three_hundred_of_kultura_wlacza_is_a_plan_wherever_it_stands(site: BuiltSite) -> None:
    card = site.practice("kultura-wlacza").one("[data-indicator=staff_trained]")
    assert card.attributes["data-nature"] == "target"
    assert "300" in words(card)
    assert "Plan" in words(card)
    practice = site.practice("kultura-wlacza")
    listed = [page for page in site.pages.values() if page.all(card_of("kultura-wlacza"))]
    assert len(listed) > 5
    assert figures_with("300", practice)
    for page in (practice, *listed):
        assert {nature for nature, _ in figures_with("300", page)} <= {"target"}, page


def test_a_card_of_kultura_wlacza_shows_what_was_done_rather_than_the_plan(site: BuiltSite) -> None:
    listed = [page for page in site.pages.values() if page.all(card_of("kultura-wlacza"))]
    for page in listed:
        assert {nature for nature, _ in figures_with("20", page)} == {"output"}, page
        assert page.all("article[data-practice=kultura-wlacza]") or not figures_with("300", page), page


def test_a_planned_figure_never_passes_for_a_result(site: BuiltSite) -> None:
    planned = 0
    for practice_id, record in site.records.items():
        natures = {figure["id"]: figure["nature"] for figure in record.get("indicators", [])}
        page = site.practice(practice_id)
        for node in page.all("[data-indicator]"):
            says_plan = "Plan, nie wynik" in words(node)
            assert says_plan == (natures[node.attributes["data-indicator"] or ""] == "target"), page
            planned += says_plan
    assert planned > 1


def test_a_card_with_a_plan_says_so(site: BuiltSite) -> None:
    cards = [node for page in site.pages.values() for node in page.all("[data-practice-card], [data-result]")]
    plans = [node for card in cards for node in card.css("[data-nature=target]")]
    assert plans
    said = ("Plan, nie wynik", "Plan, not a result")
    assert [node.html for node in plans if not any(each in words(node) for each in said)] == []


def card_of(practice_id: str) -> str:
    return f"[data-practice-card={practice_id}], [data-result={practice_id}]"


def figures_with(number: str, page: Page) -> list[tuple[str, str]]:
    """Nature and words of each figure of Kultura włącza on a page that shows a number."""
    within = page.all("article[data-practice=kultura-wlacza], " + card_of("kultura-wlacza"))
    nodes = [node for part in within for node in part.css("[data-nature]") if number in words(node).split()]
    return [(node.attributes["data-nature"] or "", words(node)) for node in nodes]
