"""What servers are told: the same headers, kinds of files and pages for wrong addresses, each in its own language."""

import re
from pathlib import Path

import pytest

from goodpractices.publishing import write_server_settings
from goodpractices.publishing.frame.policy import SITE_POLICY
from goodpractices.publishing.frame.servers import HEADERS, server_settings
from goodpractices.publishing.media_types import MEDIA_TYPES, NAMED_ENCODING, TEXTS
from goodpractices.wording import Translations

PL = Translations.load("pl")
NGINX, APACHE = "serwer/nginx.conf", "serwer/apache.htaccess"
HOMES = ("", "en/")


def settings(address: str, root: str = "/") -> str:
    return server_settings(PL, root, HOMES)[address]


def remarks(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if line.startswith("#"))


@pytest.mark.parametrize("root", ["/", "/katalog/"])
@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize("address", ["_headers", NGINX, APACHE])
def test_every_server_is_told_every_header(address: str, language: str, root: str) -> None:
    lines = server_settings(Translations.load(language), root, HOMES)[address].splitlines()
    assert lines[0].startswith("# ")
    for name, value in HEADERS.items():
        assert len([line for line in lines if f"{name}: {value}" in line or f'{name} "{value}"' in line]) == 1, name


def test_a_browser_asks_whether_its_copy_is_still_the_one() -> None:
    assert HEADERS["Cache-Control"] == "no-cache"


def test_netlify_reads_a_path_and_the_headers_below_it() -> None:
    lines = settings("_headers").splitlines()
    assert lines[1:3] == ["/*", f"  Content-Security-Policy: {SITE_POLICY}"]
    assert max(map(len, lines)) < 2000  # what Cloudflare Pages takes
    assert len([line for line in lines if line.startswith("/")]) < 100  # likewise


def test_netlify_is_told_the_kinds_it_may_not_know_each_once() -> None:
    rules = re.findall(r"^/\*\.(\w+)\n  Content-Type: (.*)$", settings("_headers"), flags=re.MULTILINE)
    assert {"csv", "geojson", "jsonld", "bib", "ris", "epub", "atom"} <= dict(rules).keys()
    assert len(rules) == len(dict(rules))
    assert ("csv", "text/csv; charset=utf-8") in rules
    assert ("geojson", "application/geo+json") in rules


@pytest.mark.parametrize(("kind", "media_type"), MEDIA_TYPES.items())
def test_nginx_and_apache_know_every_kind_of_file(kind: str, media_type: str) -> None:
    assert re.search(rf"^    {re.escape(media_type)} (.* )?{kind}( .*)?;$", settings(NGINX), flags=re.MULTILINE)
    apache = rf"^    AddType {re.escape(media_type)} (.* )?\.{kind}( .*)?$"
    assert re.search(apache, settings(APACHE), flags=re.MULTILINE)


def test_what_says_its_encoding_is_not_told_another_time() -> None:
    assert {"html", "css", "js", "csv", "md", "bib", "ris", "txt"} <= set(NAMED_ENCODING) < set(TEXTS)
    declared_inside = {"json", "jsonl", "geojson", "jsonld", "xml", "atom", "svg", "yml"}
    assert declared_inside == set(TEXTS) - set(NAMED_ENCODING)
    assert not set(TEXTS) & {"png", "pdf", "zip", "epub", "docx", "xlsx"}


def test_a_value_stands_in_quotes_that_nothing_in_it_ends() -> None:
    assert not any(set(value) & set('"\\\n$%') for value in HEADERS.values())
    assert f'\nadd_header Content-Security-Policy "{SITE_POLICY}" always;\n' in settings(NGINX)
    assert f'\n    Header always set Content-Security-Policy "{SITE_POLICY}"\n' in settings(APACHE)


@pytest.mark.parametrize("root", ["/", "/katalog/", "/miasta/dobre-praktyki/"])
def test_a_wrong_address_shows_the_page_of_its_language(root: str) -> None:
    nginx, apache = settings(NGINX, root), settings(APACHE, root)
    assert f"error_page 403 404 =404 {root}404.html;" in nginx
    assert re.search(rf"location \^~ {root}en/ \{{\s+error_page 403 404 =404 {root}en/404.html;\s+\}}", nginx)
    assert f"\nErrorDocument 404 {root}404.html\n" in apache
    assert f"<If \"%{{REQUEST_URI}} -strmatch '{root}en/*'\">" in apache
    assert f"\n    ErrorDocument 404 {root}en/404.html\n" in apache


def test_a_site_in_a_folder_of_a_host_touches_nothing_else_there() -> None:
    lines = settings(NGINX, "/katalog/").splitlines()
    outermost = [line for line in lines if not line.startswith((" ", "#", "}"))]
    assert outermost == ["location = /katalog {", "location ^~ /katalog/ {"]
    assert "    return 301 /katalog/;" in lines


def test_the_settings_say_where_the_site_is_to_lie() -> None:
    assert "#   root /var/www;\n#   include /var/www/katalog/serwer/nginx.conf;" in settings(NGINX, "/katalog/")
    assert "#   root /var/www/katalog;\n#   include /var/www/katalog/serwer/nginx.conf;" in settings(NGINX)


@pytest.mark.parametrize("address", [NGINX, APACHE])
def test_settings_for_a_whole_host_say_how_to_get_those_for_a_folder(address: str) -> None:
    assert "address pliku docs/katalog.yml" in remarks(settings(address))
    assert "katalog.yml" not in remarks(settings(address, "/katalog/"))


def test_apache_runs_no_script_of_the_site_as_perl() -> None:
    _, pattern, handler = settings(APACHE).partition("<FilesMatch")[2].split('"', 2)
    assert re.search(pattern, "site.pl.js")
    assert not re.search(pattern, "index.pl")
    assert handler.split()[1:3] == ["SetHandler", "default-handler"]


def test_apache_knows_the_tag_of_what_it_packed() -> None:
    [line] = [line for line in settings(APACHE).splitlines() if "RequestHeader" in line]
    pattern, replacement = (each.replace('\\"', '"') for each in line.split(None, 3)[3][1:-1].split('" "'))
    assert re.sub(pattern, replacement.replace("$", "\\"), '"f8a1-gzip"') == '"f8a1"'
    assert re.sub(pattern, replacement, '"f8a1"') == '"f8a1"'


def test_settings_of_servers_stand_in_the_site(tmp_path: Path) -> None:
    write_server_settings(tmp_path, PL, "/katalog/", HOMES)
    written = {path.relative_to(tmp_path).as_posix(): path for path in tmp_path.rglob("*") if path.is_file()}
    assert {name: path.read_text(encoding="utf-8") for name, path in written.items()} == server_settings(
        PL, "/katalog/", HOMES
    )


POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
OTHER_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cache-Control": "no-cache",
}
NAMED = "text/css text/javascript text/csv text/markdown application/x-bibtex application/x-research-info-systems"
PACKED = (
    "text/css text/javascript image/svg+xml text/csv application/json application/jsonl application/geo+json "
    "application/ld+json application/atom+xml application/xml text/markdown application/yaml application/x-bibtex "
    "application/x-research-info-systems text/plain"
)


def test_these_headers_go_with_every_file() -> None:
    assert {"Content-Security-Policy": POLICY, **OTHER_HEADERS} == HEADERS


def without_types(lines: list[str], kept: str) -> list[str]:
    """The settings but for the list of media types, of which one is kept."""
    is_type = re.compile(r"\s*(AddType )?[a-z]+/[-+.a-z]+ ")
    return [line for line in lines if not is_type.match(line) or kept in line]


NGINX_LINES = [
    "index index.html;",
    "absolute_redirect off;",
    "types {",
    "    image/jpeg jpg jpeg;",
    "}",
    "charset utf-8;",
    f"charset_types {NAMED} text/plain;",
    "gzip on;",
    "gzip_vary on;",
    "gzip_min_length 1024;",
    f"gzip_types {PACKED};",
    f'add_header Content-Security-Policy "{POLICY}" always;',
    *(f'add_header {name} "{value}" always;' for name, value in OTHER_HEADERS.items()),
]


def test_nginx_serves_a_whole_host_like_this() -> None:
    text = settings(NGINX)
    assert without_types([line for line in text.splitlines() if not line.startswith("#")], "image/jpeg") == [
        *NGINX_LINES,
        "error_page 403 404 =404 /404.html;",
        "location ^~ /en/ {",
        "    error_page 403 404 =404 /en/404.html;",
        "}",
    ]
    assert text.endswith("}\n")


def test_nginx_serves_a_folder_of_a_host_like_this() -> None:
    lines = [line for line in settings(NGINX, "/katalog/").splitlines() if not line.startswith("#")]
    assert without_types(lines, "image/jpeg") == [
        "location = /katalog {",
        "    absolute_redirect off;",
        "    return 301 /katalog/;",
        "}",
        "location ^~ /katalog/ {",
        *(f"    {line}" for line in NGINX_LINES),
        "    error_page 403 404 =404 /katalog/404.html;",
        "    location ^~ /katalog/en/ {",
        "        error_page 403 404 =404 /katalog/en/404.html;",
        "    }",
        "}",
    ]


def test_apache_serves_a_folder_of_a_host_like_this() -> None:
    lines = [line for line in settings(APACHE, "/katalog/").splitlines() if not line.startswith("#")]
    assert without_types(lines, "image/jpeg") == [
        "DirectoryIndex index.html",
        r'<FilesMatch "\.pl\.js$">',
        "    SetHandler default-handler",
        "</FilesMatch>",
        "ErrorDocument 403 /katalog/404.html",
        "ErrorDocument 404 /katalog/404.html",
        "<If \"%{REQUEST_URI} -strmatch '/katalog/en/*'\">",
        "    ErrorDocument 403 /katalog/en/404.html",
        "    ErrorDocument 404 /katalog/en/404.html",
        "</If>",
        "<IfModule mod_mime.c>",
        "    AddType image/jpeg .jpg .jpeg",
        "    AddCharset utf-8 .html .css .js .csv .md .bib .ris .txt .sha256 .md5 .conf .htaccess",
        "</IfModule>",
        "<IfModule mod_filter.c>",
        "    <IfModule mod_deflate.c>",
        f"        AddOutputFilterByType DEFLATE text/html {PACKED}",
        "    </IfModule>",
        "</IfModule>",
        "<IfModule mod_headers.c>",
        f'    Header always set Content-Security-Policy "{POLICY}"',
        *(f'    Header always set {name} "{value}"' for name, value in OTHER_HEADERS.items()),
        r'''    RequestHeader edit If-None-Match "^(.*)-gzip\"$" "$1\""''',
        "</IfModule>",
    ]


def test_netlify_is_told_this_of_the_kinds_it_may_not_know() -> None:
    assert dict(re.findall(r"^/\*\.(\w+)\n  Content-Type: (.*)$", settings("_headers"), flags=re.MULTILINE)) == {
        "csv": "text/csv; charset=utf-8",
        "jsonl": "application/jsonl",
        "geojson": "application/geo+json",
        "jsonld": "application/ld+json",
        "atom": "application/atom+xml",
        "md": "text/markdown; charset=utf-8",
        "yml": "application/yaml",
        "bib": "application/x-bibtex; charset=utf-8",
        "ris": "application/x-research-info-systems; charset=utf-8",
        "sha256": "text/plain; charset=utf-8",
        "md5": "text/plain; charset=utf-8",
        "epub": "application/epub+zip",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "conf": "text/plain; charset=utf-8",
        "htaccess": "text/plain; charset=utf-8",
    }


@pytest.mark.parametrize(
    ("kind", "media_type"),
    [
        ("html", "text/html"),
        ("css", "text/css"),
        ("js", "text/javascript"),
        ("svg", "image/svg+xml"),
        ("png", "image/png"),
        ("jpg", "image/jpeg"),
        ("jpeg", "image/jpeg"),
        ("webp", "image/webp"),
        ("json", "application/json"),
        ("xml", "application/xml"),
        ("txt", "text/plain"),
        ("pdf", "application/pdf"),
        ("zip", "application/zip"),
    ],
)
def test_a_kind_that_every_server_knows_has_the_type_it_has_everywhere(kind: str, media_type: str) -> None:
    assert MEDIA_TYPES[kind] == media_type


@pytest.mark.parametrize("address", ["_headers", NGINX, APACHE])
def test_a_server_lets_the_form_reach_the_one_address_that_takes_entries(address: str, tmp_path: Path) -> None:
    receiving = "https://zgloszenia.example.org/praktyki"
    write_server_settings(tmp_path, PL, "/", HOMES, receiving)
    text = (tmp_path / address).read_text(encoding="utf-8")
    assert text.count(receiving) == 1
    assert f"; connect-src 'self' {receiving}; " in text
    assert text.replace(f" {receiving}", "") == settings(address)


def test_a_site_in_one_language_has_one_page_for_wrong_addresses(tmp_path: Path) -> None:
    assert "location ^~" not in server_settings(PL)[NGINX]
    assert "ErrorDocument 404 /404.html\n" in server_settings(PL)[APACHE]
    write_server_settings(tmp_path, PL)
    assert (tmp_path / "serwer" / "nginx.conf").read_text(encoding="utf-8") == server_settings(PL)[NGINX]
    write_server_settings(tmp_path, PL)  # a second time, into what is there
