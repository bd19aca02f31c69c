"""A hook for the build of plain pages: writes the seconds its search plugin takes where ``SEARCH_SECONDS`` says."""

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

_EVENTS = ("page_context", "post_build")
_spent: list[float] = []


def on_config(config: MkDocsConfig) -> None:
    """Put a clock at what the search plugin does for each page and at the end."""
    plugin = config.plugins["material/search"]
    for name in _EVENTS:
        handlers: list[Callable[..., Any]] = config.plugins.events[name]
        handlers[:] = [_timed(each) if getattr(each, "__self__", None) is plugin else each for each in handlers]


@event_priority(-100)  # after the plugin wrote its index
def on_post_build(config: MkDocsConfig) -> None:
    """Write the sum."""
    Path(os.environ["SEARCH_SECONDS"]).write_text(str(sum(_spent)), encoding="ascii")


def _timed(handler: Callable[..., Any]) -> Callable[..., Any]:
    def handle(*args: Any, **named: Any) -> Any:
        start = time.perf_counter()
        try:
            return handler(*args, **named)
        finally:
            _spent.append(time.perf_counter() - start)

    return handle
