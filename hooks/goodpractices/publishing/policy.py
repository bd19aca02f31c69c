"""Tells a browser what the pages of the offline edition may load: their own files and nothing else.

On the web that is for the server to say. A folder has none, so each page carries its policy, and says which of its
inline scripts are meant. A script that got onto a page in any other way does not run, and nothing is asked of the
network.
"""

import base64
import hashlib
import re
from functools import lru_cache
from pathlib import Path

_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_SOURCE = re.compile(r"\ssrc\s*=", re.IGNORECASE)
_DATA_TYPE = re.compile(r"\stype\s*=(?!\s*[\"']?(?:text/javascript|module))", re.IGNORECASE)
# What precedes the first thing a page loads, and has to come first itself.
_CHARSET = re.compile(r"<meta charset=[\"']?utf-8[\"']?>", re.IGNORECASE)

# Not every browser takes the files of a folder for one site; 'self' is for whoever puts the folder on a server.
_OWN = "'self' file:"


def guarded(html: str) -> str:
    """The page with its policy.

    Raises:
        ValueError: when the page does not name its encoding, after which the policy belongs.
    """
    charset = _CHARSET.search(html)
    if charset is None:
        raise ValueError("the page has no <meta charset> for the policy to follow")
    meta = f'<meta http-equiv="Content-Security-Policy" content="{content_policy(html)}">'
    return f"{html[: charset.end()]}{meta}{html[charset.end() :]}"


def content_policy(html: str) -> str:
    """What a page may load; of inline scripts those it holds."""
    hashes = dict.fromkeys(_hash(text) for attributes, text in _SCRIPT.findall(html) if _runs_inline(attributes))
    rules = (
        "default-src 'none'",
        " ".join(("script-src", _OWN, *hashes)),
        f"style-src {_OWN}",
        f"img-src {_OWN} data:",
        # The theme asks a server for the settings of its search; in a folder they come as a script.
        "connect-src 'self'",
        f"form-action {_OWN}",
        "base-uri 'none'",
    )
    return "; ".join(rules)


def guard_pages(folder: Path) -> None:
    """Give every page of a built site its policy.

    Raises:
        OSError: when a page cannot be read or written.
        ValueError: when one has no place for it.
    """
    for path in sorted(folder.rglob("*.html")):
        path.write_bytes(guarded(path.read_bytes().decode()).encode())


def _runs_inline(attributes: str) -> bool:
    return not _SOURCE.search(attributes) and not _DATA_TYPE.search(attributes)


@lru_cache(maxsize=1024)
def _hash(script: str) -> str:
    # A browser reads every end of a line as one sign before it hashes.
    text = script.replace("\r\n", "\n").replace("\r", "\n")
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
