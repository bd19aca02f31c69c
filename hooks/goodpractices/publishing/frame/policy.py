"""Tells a browser what pages may load: the site's own files and nothing else.

On the web the server says so, and a build writes its settings (``servers.py``). A folder has none, so each page of the
offline edition carries its policy. No script stands on a page itself; one that got there in whatever way does not run,
and nothing is asked of another host.
"""

import re
from pathlib import Path

SITE_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
"""What a page of the site on the web may load, whichever page it is."""

# Not every browser takes the files of a folder for one site; 'self' is for whoever puts the folder on a server.
_OWN = "'self' file:"
OFFLINE_POLICY = "; ".join(
    (
        "default-src 'none'",
        f"script-src {_OWN}",
        f"style-src {_OWN}",
        f"img-src {_OWN} data:",
        # The theme asks a server for the settings of its search; in a folder they come as a script.
        "connect-src 'self'",
        f"form-action {_OWN}",
        "base-uri 'none'",
    )
)
"""What a page of the offline edition may load."""

# What precedes the first thing a page loads, and has to come first itself.
_CHARSET = re.compile(r"<meta charset=[\"']?utf-8[\"']?>", re.IGNORECASE)


def guarded(html: str) -> str:
    """The page with its policy.

    Raises:
        ValueError: when the page does not name its encoding, after which the policy belongs.
    """
    charset = _CHARSET.search(html)
    if charset is None:
        raise ValueError("the page has no <meta charset> for the policy to follow")
    meta = f'<meta http-equiv="Content-Security-Policy" content="{OFFLINE_POLICY}">'
    return f"{html[: charset.end()]}{meta}{html[charset.end() :]}"


def guard_pages(folder: Path) -> None:
    """Give every page of a built site its policy.

    Raises:
        OSError: when a page cannot be read or written.
        ValueError: when one has no place for it.
    """
    for path in sorted(folder.rglob("*.html")):
        path.write_bytes(guarded(path.read_bytes().decode()).encode())
