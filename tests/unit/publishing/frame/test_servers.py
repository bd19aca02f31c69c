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
