"""Settings for the usual servers: what they say with each file, its kind among it, and what a wrong address shows."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from ...wording import Translations
from ..media_types import MEDIA_TYPES, NAMED_ENCODING, TEXTS
from .lost import lost_pages
from .policy import site_policy

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    # Names of files do not change with what is in them, so a browser asks whether its copy is still the one.
    "Cache-Control": "no-cache",
}


def headers_of(receiving_address: str | None = None) -> dict[str, str]:
    """What a server should say with every file of the site, with the page for wrong addresses as well.

    ``receiving_address`` is where the form may send an entry.
    """
    return {"Content-Security-Policy": site_policy(receiving_address), **_HEADERS}


HEADERS = headers_of()
"""The same for a site whose form sends nothing."""

# A server knows these, or serves no page at all; what is said twice in a _headers file would be sent twice.
_KNOWN_EVERYWHERE = {"html", "css", "js", "svg", "png", "jpg", "jpeg", "webp", "json", "txt", "pdf", "zip", "xml"}
# Apache adds -gzip to the tag of what it packs, and then does not know the tag again.
_TAG_OF_PACKED = r'''RequestHeader edit If-None-Match "^(.*)-gzip\"$" "$1\""'''
_PACKED_FROM = 1024  # bytes

# Where Perl runs, every name with .pl in it is a program, site.pl.js as well.
_NOT_A_PROGRAM = r"\.pl\.js$"


def server_settings(
    t: Translations, root: str = "/", homes: Collection[str] = ("",), receiving_address: str | None = None
) -> dict[str, str]:
    """The settings by the address of the file that holds them.

    ``_headers`` is read by Netlify and Cloudflare Pages where it stands; the others are for whoever runs a server. No
    ``.htaccess`` is put to work by itself: where a host does not allow it, it would take the whole site down.

    Args:
        t: the words of whoever runs the server.
        root: the path of the site on its host, ``/`` or ``/katalog/``.
        homes: the address of the home page in each language, from the root of the site.
        receiving_address: where the form may send an entry.
    """
    headers = headers_of(receiving_address)
    return {
        "_headers": _joined(_remark(t("server.netlify")), _netlify(headers)),
        "serwer/nginx.conf": _joined(_remark(*_about_nginx(t, root)), _nginx(root, homes, headers)),
        "serwer/apache.htaccess": _joined(
            _remark(t("server.apache", root=root), _about_folders(t, root)), _apache(root, homes, headers)
        ),
    }


def write_server_settings(
    folder: Path,
    t: Translations,
    root: str = "/",
    homes: Collection[str] = ("",),
    receiving_address: str | None = None,
) -> None:
    """Put the settings of servers into a built site.

    Raises:
        OSError: when one cannot be written.
    """
    for address, text in server_settings(t, root, homes, receiving_address).items():
        path = folder / address
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode())


def _about_nginx(t: Translations, root: str) -> Iterator[str]:
    base = "/var/www/katalog" if root == "/" else "/var/www"
    place = (base + root).rstrip("/")
    yield t("server.nginx", root=root, place=f"{place}/")
    yield f"  root {base};"
    yield f"  include {place}/serwer/nginx.conf;"
    yield _about_folders(t, root)


def _about_folders(t: Translations, root: str) -> str:
    """How the settings become those of a site in a folder of a host, if they are none yet."""
    return t("server.folder") if root == "/" else ""


def _netlify(headers: Mapping[str, str]) -> Iterator[str]:
    yield "/*"
    yield from (f"  {name}: {value}" for name, value in headers.items())
    for kind, media_type in MEDIA_TYPES.items():
        if kind not in _KNOWN_EVERYWHERE:
            yield from (f"/*.{kind}", f"  Content-Type: {_with_encoding(kind, media_type)}")


def _nginx(root: str, homes: Collection[str], headers: Mapping[str, str]) -> Iterator[str]:
    """The settings of a ``server``; below the root of a host those of a ``location`` in it."""
    settings = [*_nginx_files(headers), *_nginx_lost(root, homes)]
    if root == "/":
        yield from settings
        return
    yield f"location = {root.rstrip('/')} {{"
    yield "    absolute_redirect off;"
    yield f"    return 301 {root};"
    yield "}"
    # ^~ keeps settings for names of files elsewhere on this server from reaching in.
    yield f"location ^~ {root} {{"
    yield from _indented(settings)
    yield "}"


def _nginx_files(headers: Mapping[str, str]) -> Iterator[str]:
    yield "index index.html;"
    yield "absolute_redirect off;"
    yield "types {"
    for media_type, kinds in _kinds_by_type().items():
        yield f"    {media_type} {' '.join(kinds)};"
    yield "}"
    yield "charset utf-8;"
    yield f"charset_types {' '.join(_types_but_html(NAMED_ENCODING))};"
    yield "gzip on;"
    yield "gzip_vary on;"
    yield f"gzip_min_length {_PACKED_FROM};"
    yield f"gzip_types {' '.join(_types_but_html(TEXTS))};"
    yield from (f'add_header {name} "{value}" always;' for name, value in headers.items())


def _nginx_lost(root: str, homes: Collection[str]) -> Iterator[str]:
    """A folder without a page is no address either."""
    for home, page in lost_pages(homes).items():
        shown = f"error_page 403 404 =404 {root}{page};"
        if home:
            yield f"location ^~ {root}{home} {{"
            yield f"    {shown}"
            yield "}"
        else:
            yield shown


def _apache(root: str, homes: Collection[str], headers: Mapping[str, str]) -> Iterator[str]:
    yield "DirectoryIndex index.html"
    yield f'<FilesMatch "{_NOT_A_PROGRAM}">'
    yield "    SetHandler default-handler"
    yield "</FilesMatch>"
    yield from _apache_lost(root, homes)
    yield from _if_module("mod_mime", _apache_files())
    packed = " ".join(dict.fromkeys(MEDIA_TYPES[kind] for kind in TEXTS))
    yield from _if_module("mod_filter", _if_module("mod_deflate", [f"AddOutputFilterByType DEFLATE {packed}"]))
    said = [f'Header always set {name} "{value}"' for name, value in headers.items()]
    yield from _if_module("mod_headers", [*said, _TAG_OF_PACKED])


def _apache_lost(root: str, homes: Collection[str]) -> Iterator[str]:
    for home, page in lost_pages(homes).items():
        shown = [f"ErrorDocument {status} {root}{page}" for status in (403, 404)]
        if home:
            yield f"<If \"%{{REQUEST_URI}} -strmatch '{root}{home}*'\">"
            yield from _indented(shown)
            yield "</If>"
        else:
            yield from shown


def _apache_files() -> Iterator[str]:
    for media_type, kinds in _kinds_by_type().items():
        yield f"AddType {media_type} {_suffixes(kinds)}"
    yield f"AddCharset utf-8 {_suffixes(NAMED_ENCODING)}"


def _kinds_by_type() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for kind, media_type in MEDIA_TYPES.items():
        found.setdefault(media_type, []).append(kind)
    return found


def _types_but_html(kinds: Iterable[str]) -> list[str]:
    """Their media types; of HTML nginx knows by itself, and complains when told."""
    return [each for each in dict.fromkeys(MEDIA_TYPES[kind] for kind in kinds) if each != MEDIA_TYPES["html"]]


def _with_encoding(kind: str, media_type: str) -> str:
    return f"{media_type}; charset=utf-8" if kind in NAMED_ENCODING else media_type


def _suffixes(kinds: Iterable[str]) -> str:
    return " ".join(f".{kind}" for kind in kinds)


def _if_module(name: str, lines: Iterable[str]) -> Iterator[str]:
    yield f"<IfModule {name}.c>"
    yield from _indented(lines)
    yield "</IfModule>"


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"    {line}" for line in lines)


def _remark(*texts: str) -> Iterator[str]:
    return (f"# {line}" for text in texts for line in text.splitlines())


def _joined(*parts: Iterable[str]) -> str:
    return "".join(f"{line}\n" for part in parts for line in part)
