"""What kind of file each file of the site is: servers say it, and so do the descriptions of the open data."""

from collections.abc import Mapping

MEDIA_TYPES: Mapping[str, str] = {
    # Pages, and what they are made with.
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "webp": "image/webp",
    # Open data, feeds and the site map.
    "csv": "text/csv",
    "json": "application/json",
    "jsonl": "application/jsonl",
    "geojson": "application/geo+json",
    "jsonld": "application/ld+json",
    "atom": "application/atom+xml",
    "xml": "application/xml",
    # Entries, citations and checksums.
    "md": "text/markdown",
    "yml": "application/yaml",
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "txt": "text/plain",
    "sha256": "text/plain",
    "md5": "text/plain",
    # Books, packed editions and forms to fill in.
    "pdf": "application/pdf",
    "epub": "application/epub+zip",
    "zip": "application/zip",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    # Settings for servers.
    "conf": "text/plain",
    "htaccess": "text/plain",
}
"""The media type of a file by the last part of its name."""

_SAYS_ITS_ENCODING = ("json", "jsonl", "yaml", "xml")

TEXTS = tuple(
    kind
    for kind, media_type in MEDIA_TYPES.items()
    if media_type.startswith("text/") or media_type.endswith(_SAYS_ITS_ENCODING) or kind in ("bib", "ris")
)
"""The kinds that are text, in UTF-8: servers pack them on the way."""

NAMED_ENCODING = tuple(kind for kind in TEXTS if not MEDIA_TYPES[kind].endswith(_SAYS_ITS_ENCODING))
"""The texts that nothing says the encoding of but a server; JSON, YAML and XML say it themselves."""
