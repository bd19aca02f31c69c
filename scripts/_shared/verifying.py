"""Whether a site that stands on the disk is the one that a build from the start gives."""

from __future__ import annotations

import filecmp
from collections.abc import Sequence
from pathlib import Path

MOST = 20
"""How many files are named."""


def differences(site: Path, clean: Path) -> list[str]:
    """What a site has otherwise than a clean one, each a line; hidden files at its top are nobody's and pass.

    Raises:
        OSError: a file cannot be read.
    """
    from goodpractices.publishing import files_in

    there, wanted = {*files_in(site)}, {*files_in(clean)}
    both = sorted(there & wanted)
    filecmp.clear_cache()
    changed = [name for name in both if not filecmp.cmp(site / name, clean / name, shallow=False)]
    return [
        *(f"inny: {name}" for name in changed),
        *(f"zbędny: {name}" for name in sorted(there - wanted)),
        *(f"brakuje: {name}" for name in sorted(wanted - there)),
    ]


def told(found: Sequence[str], site: Path) -> str:
    """What to say of the differences."""
    if not found:
        return f"Strona w folderze {site} jest taka sama jak zbudowana od początku."
    further = [f"… i jeszcze {len(found) - MOST}"] if len(found) > MOST else []
    lines = [f"  {line}" for line in (*found[:MOST], *further)]
    heading = f"Strona w folderze {site} różni się od zbudowanej od początku; plików, które się różnią: {len(found)}."
    return "\n".join([heading, *lines, "Zbuduj ją od nowa: python3 scripts/build.py --fresh"])
