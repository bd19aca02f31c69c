"""Where a problem stands in a file: the value it is about, its key, or the mapping that something is missing from."""

from typing import Any

from goodpractices.catalogue.placing import named, placed, with_place
from goodpractices.catalogue.problems import Problem
from goodpractices.catalogue.yaml_reader import read_yaml

DOCUMENT = read_yaml("title: Las\nperiod:\n  start: x\nplaces:\n  - place: hel\n", max_nodes=100)


def place_of(key: str, *location: str | int) -> tuple[int, int]:
    problem = with_place(Problem(key, location), DOCUMENT)
    return problem.line, problem.column


def test_a_problem_stands_at_its_value() -> None:
    assert place_of("bad_date", "period", "start") == (3, 10)
    assert place_of("unknown_id", "places", 0, "place") == (5, 12)
    assert [each.line for each in placed([Problem("x", ("title",)), Problem("x", ("period", "start"))], DOCUMENT)] == [
        1,
        3,
    ]


def test_an_unknown_field_stands_at_its_name() -> None:
    assert place_of("unknown_key", "period", "start") == (3, 3)


def test_a_record_that_stands_alone_in_the_place_of_a_list_has_no_number_in_the_file() -> None:
    alone = read_yaml("evaluation:\n  tpye: x\n  by: y\n", max_nodes=100)
    places = [
        with_place(Problem(key, ("evaluation", 0, name)), alone) for key, name in (("unknown_key", "tpye"), ("x", "by"))
    ]
    assert [(each.line, each.column) for each in places] == [(2, 3), (3, 7)]


def test_what_is_missing_stands_where_it_is_missing_from() -> None:
    assert place_of("missing", "places", 0, "role") == place_of("x", "places", 0) == (5, 5)
    assert place_of("missing", "summary") == (1, 1)


def test_a_problem_of_the_text_is_about_the_value_that_begins_before_it() -> None:
    def location_of(line: int, column: int) -> Any:
        [problem] = named([Problem("x", line=line, column=column)], DOCUMENT)
        return problem.location

    assert location_of(1, 9) == ("title",)
    assert location_of(3, 10) == ("period", "start")
    assert location_of(5, 14) == ("places", 0, "place")
    both = named([Problem("x", line=1, column=9), Problem("y", line=3, column=10)], DOCUMENT)
    assert [each.location for each in both] == [("title",), ("period", "start")]
