"""Where the checkout is, and the entries that tests ask questions of: those this project began with.

Who takes the project over and puts other entries into ``practices/`` moves these to ``tests/practices/``.
"""

import re
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PRACTICES = next(folder for folder in (ROOT / "tests" / "practices", ROOT / "practices") if folder.is_dir())

_DAY = re.compile(r"^  (?:created|updated): (\d{4}-\d{2}-\d{2})$", re.MULTILINE)

ENTRIES = frozenset(path.parent.name for path in PRACTICES.glob("*/index.md"))
"""The ids of all entries, every one of them published."""

LAST_DAY = date.fromisoformat(
    max(day for path in PRACTICES.glob("*/index*.md") for day in _DAY.findall(path.read_text(encoding="utf-8")))
)
"""The last day on which an entry was written or changed."""
