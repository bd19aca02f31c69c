"""Tells a browser what pages may load: the site's own files and nothing else.

On the web the server says so, and a build writes its settings (``servers.py``). A folder has none, so each page of the
offline edition carries its policy, which its template prints. No script stands on a page itself; one that got there in
whatever way does not run, and nothing is asked of another host.
"""

from markupsafe import Markup

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
        "connect-src 'self'",
        f"form-action {_OWN}",
        "base-uri 'none'",
    )
)
"""What a page of the offline edition may load."""


def policy_of_page(*, offline: bool) -> Markup:
    """What a page says of its policy, before anything it loads: nothing on the web, where the server says it."""
    return Markup(f'<meta http-equiv="Content-Security-Policy" content="{OFFLINE_POLICY}">' if offline else "")  # noqa: S704
