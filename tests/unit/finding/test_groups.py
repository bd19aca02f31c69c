"""Which practices belong to a term, a place, an organisation, a programme; which are newest; what the search knows."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.support.samples import published

from goodpractices.finding import DIMENSIONS, group_practices, newest, state_date

Fields = dict[str, Any]


def ids(practices: Any) -> list[str]:
    return [practice.id for practice in practices]


def test_a_practice_is_in_the_group_of_everything_it_names(tmp_path: Path) -> None:
    given = {
        "kind": "service",
        "themes": ["zielen", "sport"],
        "target_groups": ["seniorzy"],
        "places": [{"place": "gdynia"}, {"place": "gdynia", "role": "host"}],
        "organisations": [{"org": "um-gdynia", "role": "leader"}, {"org": "um-gdynia", "role": "funder"}],
        "programme": {"id": "fundusz"},
        "funding": [{"role": "total", "amount": 1, "currency": "PLN", "programme": "fundusz", "source": "s1"}],
    }
    groups = group_practices(published(tmp_path, {"las": given}))
    named = [
        *(("kinds", "service"), ("themes", "zielen"), ("themes", "sport"), ("target_groups", "seniorzy")),
        *(("places", "gdynia"), ("organisations", "um-gdynia"), ("programmes", "fundusz")),
    ]
    for dimension, identifier in named:
        assert ids(groups.of(dimension, identifier)) == ["las"], dimension
    assert sum(len(group) for each in DIMENSIONS for group in groups.by_dimension[each].values()) == len(named)


def test_a_group_nobody_belongs_to_is_empty(tmp_path: Path) -> None:
    assert group_practices(published(tmp_path, {"las": {}})).of("themes", "sport") == ()


def test_groups_are_in_polish_order_of_titles_and_without_drafts(tmp_path: Path) -> None:
    entries: dict[str, Fields] = {
        "a": {"title": "Łąka"},
        "b": {"title": "Lód"},
        "c": {"title": "Mur"},
        "d": {"editorial": {"state": "draft"}},
    }
    groups = group_practices(published(tmp_path, entries))
    assert ids(groups.of("themes", "zielen")) == ["b", "a", "c"]


def test_the_newest_come_first_and_of_one_day_the_fuller_ones(tmp_path: Path) -> None:
    def on(day: str, **fields: Any) -> Fields:
        return {"editorial": {"state": "published", "created": day}, **fields}

    full = on("2026-11-20", organisations=[{"org": "um-gdynia", "role": "leader"}])
    entries: dict[str, Fields] = {
        "a": on("2026-11-20"),
        "b": full,
        "c": on("2026-11-22"),
        "d": on("2026-11-20"),
        "bez-daty": {},
    }
    practices = published(tmp_path, entries).published
    assert ids(newest(practices, 10)) == ["c", "b", "a", "d"]
    assert ids(newest(practices, 2)) == ["c", "b"]


@pytest.mark.parametrize(
    ("editorial", "day"),
    [
        ([{"created": "2026-11-20"}, {"created": "2026-11-22"}], date(2026, 11, 22)),
        ([{"created": "2026-11-20", "updated": "2026-11-23"}, {"created": "2026-11-22"}], date(2026, 11, 23)),
        ([{"created": "2026-11-20", "reviewed_on": "2026-11-24", "review_by": "2027-12-02"}], date(2026, 11, 24)),
        ([{}], None),
        ([], None),
    ],
)
def test_a_catalogue_is_as_of_the_last_day_an_entry_was_changed_or_checked(
    tmp_path: Path, editorial: list[dict[str, str]], day: date | None
) -> None:
    entries = {f"p{n}": {"editorial": {"state": "published", **given}} for n, given in enumerate(editorial)}
    assert state_date(published(tmp_path, entries).published) == day
