"""What few have tells more than what many have, in steps that a growing catalogue seldom leaves."""

from itertools import pairwise

from goodpractices.finding.rarity import rarity


def test_what_nearly_all_have_tells_nothing_and_what_one_has_tells_most() -> None:
    assert rarity(1000, 1000) == 0
    assert rarity(100, 1000) == 2.5  # ln(1001 / 100) = 2.30
    assert rarity(10, 1000) == 4.75  # ln(1001 / 10) = 4.61
    assert rarity(1, 1000) == 7  # ln(1001) = 6.91


def test_what_fewer_have_never_tells_less() -> None:
    for fewer, more in pairwise(range(1, 500)):
        assert rarity(fewer, 500) >= rarity(more, 500) >= 0


def test_steps_are_quarters_and_close_to_what_the_logarithm_says() -> None:
    assert rarity(7, 60) == 2.0  # ln(61 / 7) = 2.16
    assert rarity(8, 60) == 2.0
    assert rarity(9, 60) == 1.75  # ln(61 / 9) = 1.91


def test_one_practice_more_moves_no_weights_but_seldom_and_then_all_by_one_step() -> None:
    moved = [count for count in range(100, 1000) if rarity(5, count) != rarity(5, count + 1)]
    assert len(moved) == 10  # ln(1001 / 101) = 2.29, and a step is a quarter
    assert {rarity(5, count + 1) - rarity(5, count) for count in moved} == {0.25}
