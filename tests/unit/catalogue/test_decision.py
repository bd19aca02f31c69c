"""What a reader decides by: which of the facts of an entry answers which question, and how sure it is."""

from typing import Any

import pytest
from tests.support.entries import practice

from goodpractices.catalogue import PRACTICE, Practice, decision


def made(**fields: Any) -> Practice:
    return PRACTICE({"id": "wzor", **practice(**fields)}, None)


def figure(name: str, **more: Any) -> dict[str, Any]:
    known = {"id": name, "label": name, "value": "7", "unit": "person", "nature": "output", "source": "s1"}
    return {**known, **more}


def money(role: str, **more: Any) -> dict[str, Any]:
    return {"role": role, "amount": "100", "currency": "PLN", "source": "s1", **more}


DOUBT = {"what": "Źródła się różnią."}


@pytest.mark.parametrize(
    ("figures", "chosen", "state"),
    [
        ([figure("a", unit="event"), figure("b")], "b", "known"),
        ([figure("b"), figure("part", of="b")], "b", "known"),
        ([figure("part", of="b"), figure("b")], "b", "known"),
        ([figure("plan", nature="target"), figure("a", unit="event")], "a", "known"),
        ([figure("plan", nature="target")], "plan", "planned"),
        ([figure("a", disputed=DOUBT), figure("b")], "a", "disputed"),
        ([figure("a", disputed={**DOUBT, "counted": True, "decision": "Bo tak."})], "a", "known"),
        ([figure("effect", nature="outcome"), figure("context", nature="context")], None, "missing"),
    ],
)
def test_scale_is_what_was_done_for_people_before_other_things_and_plans(
    figures: list[dict[str, Any]], chosen: str | None, state: str
) -> None:
    scale = decision(made(indicators=figures)).scale
    assert (scale.subject.id if scale.subject else None, scale.state) == (chosen, state)


@pytest.mark.parametrize(
    ("figures", "chosen", "state"),
    [
        ([figure("a"), figure("b", nature="outcome"), figure("c", nature="result")], "b", "known"),
        ([figure("c", nature="result"), figure("b", nature="outcome")], "c", "known"),
        ([figure("a", nature="outcome", disputed=DOUBT), figure("b", nature="outcome")], "b", "known"),
        ([figure("a", nature="outcome", disputed=DOUBT)], "a", "disputed"),
        ([figure("a", nature="target")], None, "missing"),
    ],
)
def test_effect_is_what_came_of_it_and_what_nobody_disputes_first(
    figures: list[dict[str, Any]], chosen: str | None, state: str
) -> None:
    effect = decision(made(indicators=figures)).effect
    assert (effect.subject.id if effect.subject else None, effect.state) == (chosen, state)


@pytest.mark.parametrize(
    ("funding", "role", "state"),
    [
        ([money("grant"), money("total")], "total", "known"),
        ([money("grant")], "grant", "known"),
        ([money("own")], None, "missing"),
        ([money("total", planned="true"), money("grant")], "grant", "known"),
        ([money("total", planned="true")], "total", "planned"),
        ([money("total", disputed=DOUBT)], "total", "disputed"),
    ],
)
def test_cost_is_the_whole_before_a_grant_and_what_was_spent_before_a_plan(
    funding: list[dict[str, Any]], role: str | None, state: str
) -> None:
    cost = decision(made(funding=funding)).cost
    assert (cost.subject.role if cost.subject else None, cost.state) == (role, state)


def test_the_cost_of_the_whole_time_goes_before_that_of_a_year() -> None:
    cost = decision(made(funding=[money("total", period="2020", amount="5"), money("total", amount="9")])).cost
    assert cost.subject is not None
    assert cost.subject.amount == 9


def test_what_does_not_apply_says_why_and_is_no_answer() -> None:
    answers = decision(made(not_applicable={"funding": "To dokument.", "indicators": "To dokument."}))
    assert (answers.cost.state, answers.cost.reason) == ("not-applicable", "To dokument.")
    assert [answers.scale.state, answers.effect.state] == ["not-applicable", "not-applicable"]
    assert not answers.cost.is_given


def test_an_entry_with_three_answers_is_no_stub() -> None:
    known = {"target_groups": ["migrants"], "evidence_level": {"value": "0", "reason": "Sam opis."}}
    assert decision(made(**known)).is_stub
    assert not decision(made(**known, funding=[money("total")])).is_stub
