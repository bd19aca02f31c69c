"""MkDocs events, each handing over to the package.

MkDocs renders the text of pages written by hand; the package makes whole pages of it and every other page of the site.
Under properdocs the same names are found, since it answers to ``mkdocs`` too.
"""

import logging
import os
import sys
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from goodpractices.catalogue import (
    ADDRESS_VARIABLE,
    Cache,
    Catalogue,
    Identity,
    InvalidCatalogue,
    cache_for,
    ignored,
    load_catalogue,
    load_identity,
    refuse_symlinks,
)
from goodpractices.editing import FIELD_SECTIONS, advice, of_severity, published_schemas, report
from goodpractices.finding import OtherPage, as_published, is_epoch
from goodpractices.publishing import (
    STYLES,
    Archive,
    Audit,
    Downloads,
    HandWritten,
    Heading,
    PageSettings,
    Site,
    audit_from_earl,
    dead_links,
    design_of,
    guard_pages,
    half_languages,
    missing_facts,
    pack_assets,
    place_of,
    write_other_pages,
    write_server_settings,
    write_site,
)
from goodpractices.wording import ORIGINAL, Translations

log = logging.getLogger("mkdocs.catalogue")


@dataclass(slots=True)
class Build:
    """What one event finds and a later one needs; made anew by each build."""

    sites: dict[str, Site]
    styles: list[str]
    hand_written: set[str]
    """The addresses of all pages written by hand."""
    cache: Cache
    pages: list[tuple[Page, str]] = field(default_factory=list)
    """Those pages, each with the HTML of its text."""

    @property
    def original(self) -> Site:
        return self.sites[ORIGINAL]


def build_of(config: MkDocsConfig) -> Build:
    """The build that is under way."""
    build: Build = config.extra["build"]
    return build


def on_config(config: MkDocsConfig) -> None:
    """Read and check everything; with any problem nothing is built."""
    if os.environ.get("CATALOGUE_EDITION") == "offline":
        config.use_directory_urls = False
    docs = Path(config.docs_dir)
    folder = Path(os.environ.get("PRACTICES_DIR") or docs.parent / "practices").absolute()
    cache = cache_for(folder)
    identity, catalogue = load(docs, folder, cache)
    catalogue, ended = as_published(catalogue, epoch())
    for practice_id, people in ended.items():
        log.info("Zgoda minęła, strona nie poda nazwisk: %s (%d)", practice_id, people)
    tell_of_law(identity, date.today())  # a reminder to whoever builds, on no page, so the clock may be asked
    hand_written = {
        f"{page.parent.relative_to(docs).as_posix()}/".removeprefix("./") for page in docs.rglob("index.md")
    }
    settings = PageSettings(str(config.theme["favicon"]))
    shared = {"unnamed": ended, "hand_written": hand_written, "settings": settings, **edition(config, docs)}
    sites = Site.in_languages(catalogue, identity, folder, **shared)
    config.site_name = identity.name
    config.site_description = identity.description
    config.site_url = identity.page_address("") if config.use_directory_urls else None
    config.theme.static_templates -= {"404.html", "sitemap.xml"}  # ours are made for each language, and filled
    config.extra["build"] = Build(sites, list(config.extra_css), hand_written, cache)
    config.extra_css = [STYLES]


def load(docs: Path, folder: Path, cache: Cache) -> tuple[Identity, Catalogue]:
    """What the catalogue is called, and its practices, checked.

    Raises:
        Abort: there are problems, which are printed.
    """
    t = Translations.load("pl")
    try:
        refuse_symlinks(docs)
        identity = load_identity(docs / "katalog.yml", address=os.environ.get(ADDRESS_VARIABLE))
        catalogue = load_catalogue(folder, cache)
    except InvalidCatalogue as invalid:
        sys.stderr.write(report(invalid.problems, t) + "\n")
        raise Abort("") from None
    for fault in half_languages(identity, docs, t):
        raise Abort(fault)
    log.info("Praktyki: %d opublikowanych, %d roboczych", len(catalogue.published), len(catalogue.drafts))
    # Below the level of a warning: a strict build counts those as failures.
    if warnings := of_severity(advice(catalogue, folder, cache=cache), "warning"):
        log.info("Uwagi do przejrzenia: %d (python3 scripts/validate.py)", len(warnings))
    return identity, catalogue


def epoch() -> str | None:
    """The moment the build is given, if it is.

    Raises:
        Abort: it is no number of seconds.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given is not None and not is_epoch(given):
        raise Abort(Translations.load("pl")("publication.not_seconds", value=given))
    return given


def edition(config: MkDocsConfig, docs: Path) -> dict[str, Any]:
    """Which edition this is, and what it hands out."""
    packed = os.environ.get("CATALOGUE_ARCHIVE")  # the offline edition, for the one on the web to hand out
    made = os.environ.get("CATALOGUE_BOOKS")  # the folder of sheets and books to hand out
    design = design_of(docs)
    return {
        "offline": not config.use_directory_urls,
        "archive": Archive.at(Path(packed)) if packed else None,
        "downloads": Downloads(Path(made) if made else None),
        "audit": last_audit(docs / "audyt.json", design),
        "design": design,
    }


def last_audit(path: Path, design: str) -> Audit | None:
    """The result of the last audit of the accessibility, if there was one; the log says when it is of another design.

    Raises:
        Abort: the file is no such result.
    """
    try:
        audit = audit_from_earl(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        log.info("Dostępność nie była badana: python3 scripts/audit.py")
        return None
    except ValueError:
        raise Abort(f"{path} to nie wynik badania. Zapisz go od nowa: python3 scripts/audit.py") from None
    if audit.design != design:
        log.info("Od badania dostępności zmienił się wygląd albo działanie stron: python3 scripts/audit.py")
    return audit


def tell_of_law(identity: Identity, day: date) -> None:
    """Say in the log what the legal pages lack; below the level of a warning, as a strict build counts those."""
    if missing := missing_facts(identity):
        log.info("Strony prawne czekają na dane w docs/katalog.yml: %s", ", ".join(missing))
    if identity.legal.is_due(day):
        log.info("Uwaga: deklaracja dostępności czeka na przegląd, który przypada do 31 marca (legal.reviewed)")


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add the schemas; take out what is not ours to publish."""
    remove_others(files, config)
    site = build_of(config).original
    # Who reads a copy from a folder has the page with all fields beside the schemas, and little room.
    for name, schema in published_schemas(None if site.offline else Translations.load(ORIGINAL)).items():
        files.append(File.generated(config, f"dla-redakcji/schematy/{name}", content=schema))


def remove_others(files: Files, config: MkDocsConfig) -> None:
    """Take out what programs left beside the pages, and the files of the theme, of which our pages use none."""
    docs = Path(config.docs_dir)
    by_path = {Path(file.abs_src_path): file for file in files if file.abs_src_path}
    ours = [path for path in by_path if path.is_relative_to(docs)]
    for path in {*ignored(docs, ours), *(path for path in by_path if not path.is_relative_to(docs))}:
        files.remove(by_path[path])


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """What lies in the folder of a language is in that language, unless it says otherwise."""
    folder = page.file.src_uri.partition("/")[0]
    if folder in build_of(config).sites:
        page.meta.setdefault("lang", folder)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give the text of a page its lists of fields, typography and links."""
    try:
        content = site_of(page, config).with_own_links(html, FIELD_SECTIONS)
    except LookupError as unknown:
        raise Abort(f"{page.file.src_uri}: {unknown.args[0]}") from None
    build_of(config).pages.append((page, content))
    return content


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> None:
    """Hand the whole page to the only template, which prints it."""
    site = site_of(page, config)
    address = site.original_address(page.url.removesuffix("index.html"), build_of(config).hand_written)
    text = HandWritten(address, str(page.title), str(page.content), headings_of(page), page.meta)
    _, (html,) = site.page(site.written_by_hand(text))
    context["page_as_html"] = html.decode()


def headings_of(page: Page) -> list[Heading]:
    """The headings of the first level below the title."""
    top = list(page.toc)
    if top and top[0].level == 1:
        top = top[0].children
    return [Heading(each.id, each.title) for each in top]


def site_of(page: Page, config: MkDocsConfig) -> Site:
    """The site in the language of a page.

    Raises:
        Abort: the catalogue is not published in it.
    """
    sites = build_of(config).sites
    language = str(page.meta.get("lang", ORIGINAL))
    if language not in sites:
        raise Abort(Translations.load("pl")("languages.unnamed", page=page.file.src_uri, language=language))
    return sites[language]


def write_catalogue(config: MkDocsConfig) -> None:
    """Write the pages, data and editions that the catalogue makes."""
    folder = Path(config.site_dir)
    build = build_of(config)
    addresses = [page.url for page, _ in build.pages]
    for site in build.sites.values():
        analysed = site.analysed(build.cache)
        log.info("Wyszukiwarka: %s", analysed.texts.analyser)
        if analysed.texts.is_fallback:
            sys.stderr.write(Translations.load("pl")("search.fallback") + "\n")
        addresses += write_site(site, analysed, folder)
        own = [page for page in build.pages if site_of(page[0], config) is site]
        write_other_pages(site, (OtherPage(page.url, str(page.title), content) for page, content in own), folder)
    if config.site_url:
        text = build.original.site_map(config.site_url, addresses)
        (folder / "sitemap.xml").write_text(text, encoding="utf-8", newline="\n")
    log.info("Zapisano stron: %d", len(addresses))


def finish_assets(config: MkDocsConfig) -> None:
    """Make few files of many."""
    build = build_of(config)
    scripts = {language: site.header_scripts() for language, site in build.sites.items()}
    script_only = {language: markup for language, (markup, _) in scripts.items()}
    offline = {language: parts for language, (_, parts) in scripts.items() if parts}
    pack_assets(build.styles, script_only, offline, Path(config.site_dir))


def tell_of_dead_links(config: MkDocsConfig) -> None:
    """Warn of links written by hand that lead nowhere, now that every page is there; a strict build fails by that."""
    t = Translations.load("pl")
    for page, content in build_of(config).pages:
        for link in dead_links(content, page.file.url, Path(config.site_dir)):
            line, column = place_of(link, page.file.content_string)
            log.warning(t("hand_links.dead", page=f"docs/{page.file.src_uri}:{line}:{column}", link=link))


@event_priority(-200)  # after everything else that writes pages
def guard_edition(config: MkDocsConfig) -> None:
    """Say what pages may load: to servers in settings of theirs, in the offline edition on each page."""
    build = build_of(config)
    site = build.original
    if site.offline:
        guard_pages(Path(config.site_dir))
    else:
        homes = [each.links.localized("") for each in build.sites.values()]
        write_server_settings(Path(config.site_dir), Translations.load("pl"), site.identity.root, homes)


on_post_build = CombinedEvent(write_catalogue, finish_assets, tell_of_dead_links, guard_edition)
