"""Tells a browser what pages may load: the site's own files and nothing else.

On the web the server says so, and a build writes its settings for the usual servers. A folder has none, so each page of
the offline edition carries its policy. No script stands on a page itself; one that got there in whatever way does not
run, and nothing is asked of another host.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from ..wording import Translations

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

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": SITE_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
}
"""What a server should say with every file of the site."""

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


def server_settings(t: Translations) -> dict[str, str]:
    """The headers as settings of the usual servers, by the address of the file that holds them.

    ``_headers`` is read by Netlify and Cloudflare Pages where it stands; the others are for whoever runs a server. No
    ``.htaccess`` is put to work by itself: where a host does not allow it, it would take the whole site down.
    """
    netlify = "/*\n" + _lines("  {}: {}")
    nginx = _lines('add_header {} "{}" always;')
    apache = "<IfModule mod_headers.c>\n" + _lines('  Header always set {} "{}"') + "</IfModule>\n"
    return {
        "_headers": f"# {t('server.netlify')}\n{netlify}",
        "serwer/nginx.conf": f"# {t('server.nginx')}\n{nginx}",
        "serwer/apache.htaccess": f"# {t('server.apache')}\n{apache}",
    }


def write_server_settings(folder: Path, t: Translations) -> None:
    """Put the settings of servers into a built site.

    Raises:
        OSError: when one cannot be written.
    """
    for address, text in server_settings(t).items():
        path = folder / address
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode())


def _lines(form: str) -> str:
    return "".join(form.format(name, value) + "\n" for name, value in HEADERS.items())


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
