"""Sequences cut by what they hold: where they are cut, and what stays when something is added or removed."""

from collections.abc import Sequence

import pytest

from goodpractices.finding.search.slices import is_boundary, short_names, sliced

NAMES = [f"praktyka-{n:04}" for n in range(1000)]


def cut(names: Sequence[str], least: int = 8) -> list[tuple[str, ...]]:
    return [tuple(names[each.start : each.stop]) for each in sliced(names, least)]


@pytest.mark.parametrize("least", [1, 8, 24])
def test_slices_hold_everything_in_its_order(least: int) -> None:
    assert [name for part in cut(NAMES, least) for name in part] == NAMES


def test_a_slice_is_neither_short_nor_long() -> None:
    lengths = [len(part) for part in cut(NAMES)]
    assert min(lengths[:-1]) >= 8
    assert max(lengths) <= 32
    assert 12 <= sum(lengths) / len(lengths) <= 20


def test_alike_names_are_cut_at_the_longest_slice() -> None:
    never = [name for name in (f"p{n}" for n in range(2000)) if not is_boundary(name, 1 / 8)][:100]
    assert [len(part) for part in cut(never)] == [32, 32, 32, 4]


def test_nothing_has_no_slices() -> None:
    assert sliced([], 8) == []


@pytest.mark.parametrize("at", [0, 1, 333, 500, 999, 1000])
def test_one_item_more_or_less_changes_few_slices(at: int) -> None:
    more = [*NAMES[:at], "dodatkowa", *NAMES[at:]]
    assert len(set(cut(more)) - set(cut(NAMES))) <= 3
    assert len(set(cut(NAMES)) - set(cut(more))) <= 3


def test_a_name_is_a_boundary_in_its_share_of_all() -> None:
    assert 80 <= sum(is_boundary(name, 0.1) for name in NAMES) <= 120
    assert not any(is_boundary(name, 0) for name in NAMES)
    assert all(is_boundary(name, 1) for name in NAMES)


def test_short_names_grow_until_no_two_are_alike() -> None:
    assert short_names(["las", "łąka"]) == ["0b66", "99ac"]
    assert short_names(["p91", "p440"]) == ["f4ea3", "f4eaf"]
