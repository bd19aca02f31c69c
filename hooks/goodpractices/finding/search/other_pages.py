"""Pages written by hand, as the search box of the header knows them."""

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from .encoding import script

OTHER_PAGES = "strony.js"
"""The file they stand in, among those of the index."""


def other_pages(entries: Iterable[Mapping[str, str]]) -> bytes:
    """The pages as a part of the index, each with the words of all its sections.

    ``entries`` are those of the generator's own index: ``location``, ``title`` and ``text`` in HTML, first of a page
    and then of each of its sections.
    """
    pages: dict[str, list[str]] = {}
    for entry in entries:
        title, text = (Markup(entry[name]).striptags() for name in ("title", "text"))  # noqa: S704 - tags go
        address = entry["location"].partition("#")[0]
        pages.setdefault(address, [title]).append(f"{title} {text}")
    return script("strony", [[address, title, " ".join(texts)] for address, (title, *texts) in pages.items()])
