"""What is said of two practices that have something in common: the strongest, a little of it, and no weak reasons."""

import pytest

from goodpractices.finding.reasons import Shared, worth_showing
from goodpractices.finding.similarity import Feature

Common = dict[Feature, float]
TWO: Common = {("themes", "a"): 1, ("themes", "b"): 1}


def test_less_than_two_things_in_common_are_none() -> None:
    assert worth_showing({}) == ()
    assert worth_showing({("themes", "a"): 1}) == ()
    assert worth_showing({("themes", "a"): 1, ("themes", "b"): 0}) == ()
    assert worth_showing({("themes", "a"): 1, ("themes", "b"): -1}) == ()
    assert worth_showing({("themes", "a"): 1, ("themes", "b"): 1}) == (Shared("themes", ("a", "b")),)


def test_a_kind_is_no_reason_nor_is_what_lies_above_counted_as_one() -> None:
    assert worth_showing({("themes", "a"): 1, ("kinds", "project"): 5}) == ()
    assert worth_showing({("themes", "a"): 1, ("wider_themes", "b"): 5}) == ()
    found = worth_showing({("themes", "a"): 1, ("places", "b"): 1, ("wider_themes", "c"): 5})
    assert found[0] == Shared("wider_themes", ("c",))


def test_a_word_is_half_a_reason_and_alone_it_is_none() -> None:
    words: Common = {("words", name): 1 for name in "abcd"}
    assert worth_showing({("words", "a"): 1, ("themes", "a"): 1, ("places", "x"): 0.9})[0].dimension == "themes"
    assert "words" not in [each.dimension for each in worth_showing({("words", "w"): 5, **TWO})]
    assert worth_showing({name: words[name] for name in [*words][:3]}) == ()
    assert worth_showing(words) == (Shared("words", ("a", "b", "c")),)
    two: Common = {("words", "a"): 1, ("words", "b"): 1, ("themes", "t"): 1}
    assert [each.dimension for each in worth_showing(two)] == ["words", "themes"]


@pytest.mark.parametrize(
    ("weak", "shown"),
    [(0.2, ("a", "b")), (0.19, ("a",)), (0.21, ("a", "b"))],
)
def test_what_adds_less_than_a_fifth_of_the_strongest_is_left_out(weak: float, shown: tuple[str, ...]) -> None:
    assert worth_showing({("themes", "a"): 1, ("themes", "b"): weak}) == (Shared("themes", shown),)


@pytest.mark.parametrize(("weak", "dimensions"), [(0.4, ["themes", "places"]), (0.39, ["themes"])])
def test_a_dimension_that_adds_less_than_a_fifth_is_left_out(weak: float, dimensions: list[str]) -> None:
    assert [each.dimension for each in worth_showing({**TWO, ("places", "x"): weak})] == dimensions


def test_two_dimensions_are_named_with_two_things_each_the_strongest_first() -> None:
    common: Common = {
        **{("themes", name): value for name, value in (("a", 1), ("b", 3), ("c", 2))},
        **{("places", name): 2 for name in "zyx"},
        **{("programmes", name): 1.9 for name in "pq"},
    }
    assert worth_showing(common) == (Shared("places", ("x", "y")), Shared("themes", ("b", "c")))


def test_of_equally_strong_dimensions_the_first_by_name_comes_first() -> None:
    common: Common = {("themes", "a"): 1, ("places", "b"): 1, ("organisations", "c"): 1}
    assert [each.dimension for each in worth_showing(common)] == ["organisations", "places"]


def test_what_is_of_two_dimensions_under_one_name_is_told_once() -> None:
    common: Common = {("organisations", "omg"): 1, ("places", "omg"): 1, ("places", "hel"): 0.9, ("themes", "x"): 0.5}
    assert worth_showing(common) == (Shared("places", ("omg", "hel")), Shared("themes", ("x",)))
