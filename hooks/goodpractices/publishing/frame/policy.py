"""Tells a browser what pages may load: the site's own files and nothing else.

Each page carries its policy, which its template prints: a host may let nobody set headers, and a folder has none. Where
there is a server, it says the same with every file (``servers.py``). No script stands on a page itself; one that got
there in whatever way does not run, and nothing is asked of another host.
"""

from markupsafe import Markup

PAGE_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
    )
)
"""What a page of the site on the web may load, whichever page it is, as the page itself says it."""

# Who may show a page in a frame of theirs only a server can say.
SITE_POLICY = f"{PAGE_POLICY}; frame-ancestors 'none'"
"""The same as a server says it."""

# Not every browser takes the files of a folder for one site; 'self' is for whoever puts the folder on a server.
_OWN = "'self' file:"
OFFLINE_POLICY = "; ".join(
    (
        "default-src 'none'",
        f"script-src {_OWN}",
        f"style-src {_OWN}",
        f"img-src {_OWN} data:",
        f"form-action {_OWN}",
        "base-uri 'none'",
    )
)
"""What a page of the offline edition may load."""


def policy_of_page(*, offline: bool) -> Markup:
    """What a page says of its policy, before anything it loads."""
    policy = OFFLINE_POLICY if offline else PAGE_POLICY
    return Markup(f'<meta http-equiv="Content-Security-Policy" content="{policy}">')  # noqa: S704
