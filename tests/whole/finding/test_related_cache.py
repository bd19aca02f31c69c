"""What is related is the same after any edits, with what earlier builds kept and without, among seventy practices."""

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.support.related import (
    HUBS,
    IDS,
    RELATIONS,
    THEMES,
    VOCABULARY,
    State,
    computed,
    drawn_state,
    edited,
    found,
)

from goodpractices.catalogue import Cache, Practice, Relation
from goodpractices.finding import similarity


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> State:
    return drawn_state(tmp_path_factory.mktemp("drawn"))


def first(state: State, number: int) -> State:
    catalogue, words = state
    kept = {each: catalogue.practices[each] for each in IDS[:number]}
    return replace(catalogue, practices=kept), {each: words[each] for each in kept}


def with_entry(drawn: State, state: State, practice_id: str) -> State:
    practices = {**state[0].practices, practice_id: drawn[0].practices[practice_id]}
    return replace(state[0], practices=dict(sorted(practices.items()))), {
        **state[1],
        practice_id: drawn[1][practice_id],
    }


def say_otherwise(draw: random.Random, state: State, practice: Practice) -> State:
    catalogue, words = state
    return catalogue, {**words, practice.id: {word: draw.choice([0.3, 0.5, 0.8]) for word in words[practice.id]}}


def use_other_words(draw: random.Random, state: State, practice: Practice) -> State:
    catalogue, words = state
    return catalogue, {**words, practice.id: dict.fromkeys(draw.sample(VOCABULARY, draw.randint(0, 6)), 0.6)}


def change_themes(draw: random.Random, state: State, practice: Practice) -> State:
    return edited(state[0], practice.id, themes=tuple(draw.sample(THEMES, draw.randint(1, 4)))), state[1]


def relate(draw: random.Random, state: State, practice: Practice) -> State:
    kind = practice.relations[0].type if practice.relations else draw.choice(RELATIONS)
    target = draw.choice([each for each in HUBS if each != practice.id])
    relations = draw.choice([(), (Relation(type=kind, target=target),)])
    return edited(state[0], practice.id, relations=relations), state[1]


def remove(_draw: random.Random, state: State, practice: Practice) -> State:
    catalogue, words = state
    return replace(catalogue, practices={k: v for k, v in catalogue.practices.items() if k != practice.id}), words


def leave(_draw: random.Random, state: State, _practice: Practice) -> State:
    return state


EDITS: tuple[Callable[[random.Random, State, Practice], State], ...] = (
    say_otherwise,
    use_other_words,
    change_themes,
    relate,
    remove,
    leave,
)


@pytest.mark.parametrize("seed", range(5))
def test_after_random_edits_a_warm_cache_gives_what_no_cache_gives(
    drawn: State, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setattr(similarity, "_MEASURED", 3)  # so that a small catalogue has practices that are not compared
    draw = random.Random(seed)  # noqa: S311
    states = [first(drawn, 60)]
    for _ in range(8):
        state = draw.choice([states[-1], states[-1], draw.choice(states)])  # an edit may be undone
        if draw.random() < 0.2:
            state = with_entry(drawn, state, draw.choice(IDS))
        states.append(draw.choice(EDITS)(draw, state, draw.choice(state[0].published)))
    for state in states:
        assert found(state, Cache(tmp_path / "cache.sqlite")) == found(state)


def typo(_drawn: State, state: State, n: int) -> State:
    catalogue, words = state
    return catalogue, {**words, IDS[n]: {word: much - 0.1 for word, much in words[IDS[n]].items()}}


def new_theme(_drawn: State, state: State, n: int) -> State:
    themes = state[0].practices[IDS[n]].themes
    return edited(state[0], IDS[n], themes=(*themes, next(each for each in THEMES if each not in themes))), state[1]


def new_entry(drawn: State, state: State, n: int) -> State:
    return with_entry(drawn, state, IDS[60 + n])


@pytest.mark.parametrize(
    ("edit", "most_computed", "most_changed"),
    # Everyone has one of six themes and of two towns here: among a thousand a new theme or entry reaches few as well.
    [(typo, 36, 4), (new_theme, 82, 29), (new_entry, 118, 39)],
)
def test_an_edit_reaches_those_that_share_what_it_changes(
    drawn: State, tmp_path: Path, edit: Callable[[State, State, int], State], most_computed: int, most_changed: int
) -> None:
    small = first(drawn, 58)
    reached = [computed(small, edit(drawn, small, n), tmp_path / f"{n}.sqlite") for n in range(7)]
    assert max(values for values, _ in reached) <= most_computed
    assert max(results for _, results in reached) <= most_changed
