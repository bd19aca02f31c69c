"""Practices drawn once and for all, and what of them is related with a cache and without."""

import random
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.support.samples import published

from goodpractices.catalogue import Cache, Catalogue
from goodpractices.catalogue.choices import RelationType
from goodpractices.finding.related import find_related

THEMES = ("zielen", "sport", "kultura", "praca", "edukacja", "zdrowie")


VOCABULARY = tuple(f"{thing}-{n}" for thing in ("świetlica", "ogród", "dyżur", "piłka") for n in range(15))


RELATIONS: tuple[RelationType, ...] = ("part_of", "presented_at", "funded_by_project", "similar_to")


IDS = tuple(f"p{n:02}" for n in range(70))


HUBS = IDS[:60:10]


Words = dict[str, dict[str, float]]


State = tuple[Catalogue, Words]


Found = dict[str, list[tuple[Any, ...]]]


def drawn_state(parent: Path) -> State:
    """Seventy practices with terms, places, organisations and relations drawn once and for all, and their words."""
    draw = random.Random(19)  # noqa: S311 - the same for everyone, and no secret
    entries = {}
    for practice_id in IDS:
        target = draw.choice([each for each in HUBS if each != practice_id])
        entries[practice_id] = {
            "themes": draw.sample(THEMES, draw.randint(1, 3)),
            "target_groups": draw.choice([[], ["seniorzy"]]),
            "places": [{"place": draw.choice(["gdynia", "sopot"]), "role": draw.choice(["implemented", "partner"])}],
            "organisations": [{"org": draw.choice(["um-gdynia", "um-sopot"]), "role": "leader"}],
            "relations": [{"type": draw.choice(RELATIONS), "target": target}] if draw.random() < 0.6 else [],
        }
    words = {each: {word: draw.choice([0.3, 0.6, 0.9]) for word in draw.sample(VOCABULARY, 5)} for each in IDS}
    return published(parent, entries), words


def edited(catalogue: Catalogue, practice_id: str, **fields: Any) -> Catalogue:
    practice = replace(catalogue.practices[practice_id], **fields)
    return replace(catalogue, practices={**catalogue.practices, practice_id: practice})


def found(state: State, cache: Cache | None = None) -> Found:
    catalogue, words = state
    related = find_related(catalogue, words, cache)
    if cache:
        cache.save()
    return {practice.id: [row(each) for each in related.to(practice)] for practice in catalogue.published}


def row(each: Any) -> tuple[Any, ...]:
    return each.practice.id, each.reason, each.via and each.via.id, each.shared


def computed(before: State, after: State, path: Path) -> tuple[int, int]:
    """How many values an edit has computed anew, two for each practice, and how many practices' results it changes."""
    old = found(before, Cache(path))
    cache = Cache(path)
    new = found(after, cache)
    return cache.computed, len([each for each in new if each in old and new[each] != old[each]])
