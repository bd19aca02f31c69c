"""What is asked with each change, and what every night."""

import pytest
from tests.support.paths import ROOT
from tests.support.thorough import AT_NIGHT, OPTION, Few, at_night


@pytest.mark.parametrize(
    ("count", "taken"), [(2, [0, 9]), (3, [0, 4, 9]), (4, [0, 3, 6, 9]), (10, [*range(10)]), (99, [*range(10)])]
)
def test_a_change_asks_of_a_few_the_first_and_the_last_among_them(count: int, taken: list[int]) -> None:
    assert Few(is_night=False).of(range(10), count) == taken


def test_the_night_asks_of_all() -> None:
    assert Few(is_night=True).of(range(10), 2) == [*range(10)]
    assert at_night("folder").marks == (AT_NIGHT,)


@pytest.mark.parametrize("path", [".github/workflows/w-nocy.yml", ".gitlab-ci.yml"])
def test_every_night_all_is_asked(path: str) -> None:
    assert f"python3 scripts/test.py {OPTION}\n" in (ROOT / path).read_text(encoding="utf-8")
