"""Where the checkout is, and the entries that tests ask questions of: those this project began with.

Who takes the project over and puts other entries into ``practices/`` moves these to ``tests/practices/``.
"""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PRACTICES = next(folder for folder in (ROOT / "tests" / "practices", ROOT / "practices") if folder.is_dir())

ENTRIES = frozenset(path.parent.name for path in PRACTICES.glob("*/index.md"))
"""The ids of all entries, every one of them published."""
