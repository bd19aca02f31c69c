"""Runs the hostile inputs of the tests and prints what became of each: the sentence, exit code, time and memory.

Linux and macOS. The inputs are those of ``tests/cases`` and ``tests/support``, so an input that joins them is run too.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from _shared.environment import ROOT, CommandError, enter, run

sys.path.insert(0, str(ROOT))

KINDS = ("wpis", "tekst", "plik", "obraz")


def main() -> int:
    """Run the inputs; 0 when each ended well, 1 when one did not."""
    options = read_arguments(sys.argv[1:])
    if sys.platform == "win32":
        raise CommandError("To polecenie działa w Linuksie i macOS: Windows nie rozdziela procesów tak, jak tu trzeba.")
    enter("test")
    from tests.support.attacks import attacks

    from bench.attacks import Attack, Outcome, table, tried

    found = [each for each in attacks() if each.kind in options.kinds and options.only in each.name]
    wanted = [attack for kind in KINDS for attack in [each for each in found if each.kind == kind][: options.first]]
    outcomes = []

    def noted(attack: Attack) -> Outcome:
        outcomes.append(tried(attack))
        return outcomes[-1]

    for line in table(map(noted, wanted)):
        print(line, flush=True)
    return 1 if not outcomes or any(each.is_bad for each in outcomes) else 0


def read_arguments(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description="Uruchamia wrogie dane wejściowe z testów, każde w osobnym procesie, i wypisuje tabelę: "
        "co się stało, kod wyjścia, czas, pamięć. Źle jest, gdy powstaje ślad stosu, mija 5 s albo 300 MB.",
    )
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=KINDS, help="tylko te rodzaje")
    parser.add_argument("--only", default="", metavar="TEKST", help="tylko te, które mają TEKST w nazwie")
    parser.add_argument("--first", type=int, metavar="N", help="tylko tyle pierwszych każdego rodzaju")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    run(main)
