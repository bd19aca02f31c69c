"""What is said of a hostile input that was run."""

import pytest

pytest.importorskip("resource", reason="Windows neither forks nor limits processes")

from bench.attacks import MOST_MEMORY, MOST_SECONDS, Outcome, table

GOOD = Outcome("tekst", "<b>|\u202e", "Tak nie wolno.", 1, 0.5, 50 * 1024**2)


@pytest.mark.parametrize(
    ("code", "seconds", "memory", "is_bad"),
    [
        (0, 0.1, 1, False),
        (2, MOST_SECONDS, MOST_MEMORY, False),
        (70, 0.1, 1, True),
        (1, MOST_SECONDS + 0.1, 1, True),
        (1, 0.1, MOST_MEMORY + 1, True),
    ],
)
def test_it_ended_well_with_a_code_of_commands_within_the_limits(
    code: int, seconds: float, memory: int, is_bad: bool
) -> None:
    assert Outcome("wpis", "x", "", code, seconds, memory).is_bad == is_bad


def test_a_row_holds_nothing_that_would_end_it_or_hide() -> None:
    assert GOOD.row() == r"| tekst | &lt;b>\|\\u202e | Tak nie wolno. | 1 | 0.50 | 50 |"


def test_below_the_table_stands_what_it_amounts_to() -> None:
    bad = Outcome("obraz", "y", "x" * 500, 70, 1.25, 90 * 1024**2)
    *_, last_row, _, summary = table([GOOD, bad])
    assert last_row.endswith("… | 70 | 1.25 | 90 **!** |")
    assert summary == "Razem: 2, źle: 1. Najdłużej 1.25 s, najwięcej 90 MB."
