"""Moves the new records that an entry proposes into the registries and vocabularies."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from _shared.environment import enter, run
from _shared.submissions import fault_lines
from validate import practices_folder


def main() -> int:
    """Move them; 1 when there are none, or something stands in the way."""
    options = read_arguments(sys.argv[1:])
    enter()
    return accept(options.id, practices_folder())


def read_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description="Przenosi nowe miejsca, organizacje, programy i hasła ze szkicu praktyki do rejestrów i słowników.",
        allow_abbrev=False,
    )
    parser.add_argument("id", metavar="PRAKTYKA", help="nazwa folderu praktyki")
    return parser.parse_args(arguments)


def accept(practice_id: str, folder: Path) -> int:
    """Move the proposals of one entry, and say what was done."""
    from goodpractices.editing import UnusableSubmission, accept_proposals, problem_line
    from goodpractices.wording import Translations

    t = Translations.load("pl")
    try:
        accepted = accept_proposals(folder, practice_id)
    except UnusableSubmission as unusable:
        print(fault_lines(practice_id, unusable.faults, t), file=sys.stderr)
        return 1
    if accepted.problems:
        print("\n".join([*(problem_line(each, t) for each in accepted.problems), t("accept.stopped")]), file=sys.stderr)
        return 1
    for file, ids in accepted.added.items():
        print(t("accept.added", file=file, ids=", ".join(ids)))
    if accepted.known:
        print(t("accept.known", ids=", ".join(accepted.known)))
    print(t("accept.done", file=folder / practice_id / "index.md"))
    return 0


if __name__ == "__main__":
    run(main)
