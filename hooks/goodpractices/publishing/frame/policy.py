"""Tells a browser what pages may load: the site's own files and nothing else.

Each page carries its policy, which its template prints: a host may let nobody set headers, and a folder has none. Where
there is a server, it says the same with every file (``servers.py``). No script stands on a page itself; one that got
there in whatever way does not run, and nothing is asked of another host, but for the one address that may take what the
form sends.
"""

from markupsafe import Markup


def page_policy(receiving_address: str | None = None) -> str:
    """What a page of the site on the web may load, as the page itself says it.

    ``receiving_address`` is where the form may send an entry; the page of the form alone is told of it.
    """
    rules = (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        " ".join(("connect-src 'self'", *([receiving_address] if receiving_address else []))),
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
    )
    return "; ".join(rules)


def site_policy(receiving_address: str | None = None) -> str:
    """The same as a server says it with every file: who may show a page in a frame of theirs only a server can say."""
    return f"{page_policy(receiving_address)}; frame-ancestors 'none'"


PAGE_POLICY = page_policy()
"""The policy of a page that sends nothing."""

SITE_POLICY = site_policy()
"""The policy of a server of a site whose form sends nothing."""

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


def policy_of_page(*, offline: bool, receiving_address: str | None = None) -> Markup:
    """What a page says of its policy, before anything it loads; a page in a folder sends nothing."""
    policy = OFFLINE_POLICY if offline else page_policy(receiving_address)
    return Markup(f'<meta http-equiv="Content-Security-Policy" content="{policy}">')  # noqa: S704
