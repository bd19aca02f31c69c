"""Takes away what the theme brings along and no page asks for: the site is copied to memory sticks as well.

More than half of a small site would be maps for debuggers and word lists of languages whose search we do not use.
"""

import re
import shutil
from pathlib import Path

_SCRIPTS = "assets/javascripts"

# Of the theme's search, which ours replaces, its styles, and an icon that stands in for ours where there is none.
_UNUSED = (f"{_SCRIPTS}/lunr", f"{_SCRIPTS}/workers", "assets/stylesheets", "assets/images/favicon.png")
_NAMES_A_MAP = re.compile(r"\n?//# sourceMappingURL=\S+\s*$")


def remove_leftovers(folder: Path) -> None:
    """Remove the theme's files that nothing uses from a built site, and its source maps with every mention of them.

    Raises:
        OSError: when a file cannot be removed or written.
    """
    for name in _UNUSED:
        _remove(folder / name)
    for path in sorted((folder / _SCRIPTS).rglob("*")):
        if path.suffix == ".map":
            path.unlink()
        elif path.suffix == ".js":
            text = path.read_text(encoding="utf-8")
            path.write_text(_NAMES_A_MAP.sub("\n", text), encoding="utf-8", newline="\n")


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
