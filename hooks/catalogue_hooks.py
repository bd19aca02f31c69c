"""MkDocs events, each handing over to the package.

MkDocs renders the text of pages written by hand; the package makes whole pages of it and every other page of the site.
Under properdocs the same names are found, since it answers to ``mkdocs`` too.
"""

import json
import logging
import os
import sys
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import CombinedEvent
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from goodpractices.catalogue import (
    ADDRESS_VARIABLE,
    FIELD_SECTIONS,
    Cache,
    Catalogue,
    Identity,
    InvalidCatalogue,
    cache_for,
    ignored,
    is_epoch,
    personal_numbers,
    publication_day,
    step,
)
from goodpractices.editing import published_schemas, report, told_of_consents
from goodpractices.publishing import (
    STYLES,
    Archive,
    Audit,
    Downloads,
    Made,
    PageSettings,
    Publication,
    Site,
    SiteRecord,
    SourcePage,
    Upkeep,
    audit_from_earl,
    design_of,
    files_below,
    hand_written_in,
    missing_facts,
    noted,
    pack_assets,
    read_catalogue,
    shortlist_words,
    write,
    write_server_settings,
)
from goodpractices.wording import ORIGINAL, Translations

log = logging.getLogger("mkdocs.catalogue")


MADE_VARIABLE = "CATALOGUE_MADE"
"""Names the file to note in what the build made, for a later one to make only what has changed since."""


_serves = False


@dataclass(slots=True)
class Build:
    """What one event finds and a later one needs; made anew by each build."""

    publication: Publication
    styles: list[str]
    icon: str
    pages: list[SourcePage] = field(default_factory=list)
    """The pages written by hand."""
    texts: dict[str, str] = field(default_factory=dict)
    """The Markdown of these pages by their files."""

    @property
    def original(self) -> Site:
        return self.publication.sites[ORIGINAL]


def build_of(config: MkDocsConfig) -> Build:
    """The build that is under way."""
    build: Build = config.extra["build"]
    return build


def on_startup(*, command: str, **_: object) -> None:
    """Remember whether pages are served by MkDocs, which puts a script of its own on each of them."""
    global _serves
    _serves = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    """Read and check everything; with any problem nothing is built."""
    if os.environ.get("CATALOGUE_EDITION") == "offline":
        config.use_directory_urls = False
    docs = Path(config.docs_dir)
    folder = Path(os.environ.get("PRACTICES_DIR") or docs.parent / "practices").absolute()
    cache = cache_for(folder)
    identity, catalogue = load(docs, folder, cache)
    tell_of_taking(identity)
    tell_of_law(identity, date.today())  # a reminder to whoever builds, on no page, so the clock may be asked
    icon = str(config.theme["favicon"])
    settings = PageSettings(icon, has_policy=not _serves)
    shared = {
        "hand_written": hand_written_in(docs),
        "settings": settings,
        **edition(config, docs),
        "upkeep": Upkeep.of(docs, folder, cache, epoch()),
    }
    publication = Publication(catalogue, identity, folder, publication_day(epoch()), cache, FIELD_SECTIONS, **shared)
    publication.recall()
    for line in told_of_consents(publication.ended, Translations.load(ORIGINAL)):
        log.info(line)
    config.site_name = identity.name
    config.site_description = identity.description
    config.site_url = identity.page_address("") if config.use_directory_urls else None
    config.theme.static_templates -= {"404.html", "sitemap.xml"}  # ours are made for each language, and filled
    config.extra["build"] = Build(publication, list(config.extra_css), icon)
    config.extra_css = [STYLES]


def load(docs: Path, folder: Path, cache: Cache) -> tuple[Identity, Catalogue]:
    """What the catalogue is called, and its practices, checked.

    Raises:
        Abort: there are problems, which are printed.
    """
    try:
        identity, catalogue = read_catalogue(docs, folder, cache, os.environ.get(ADDRESS_VARIABLE))
    except InvalidCatalogue as invalid:
        sys.stderr.write(report(invalid.problems, Translations.load("pl")) + "\n")
        raise Abort("") from None
    except ValueError as fault:
        raise Abort(str(fault)) from None
    log.info("Praktyki: %d opublikowanych, %d roboczych", len(catalogue.published), len(catalogue.drafts))
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


def tell_of_taking(identity: Identity) -> None:
    """Say in the log, below the level of a warning, that the form can hand an entry over to nobody."""
    if not identity.takes_entries:
        log.info(
            "Formularz nie wie, komu przekazać opis: w docs/katalog.yml brakuje contact, repository albo"
            " receiving_address"
        )


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
    """What lies in the folder of a language is in that language, unless it says otherwise; no page holds a PESEL."""
    refuse_personal_numbers(page.file.content_string, f"docs/{page.file.src_uri}")
    folder = page.file.src_uri.partition("/")[0]
    if folder in build_of(config).publication.sites:
        page.meta.setdefault("lang", folder)


def refuse_personal_numbers(text: str, path: str) -> None:
    """Stop at a page written by hand that holds the number of a person.

    Raises:
        Abort: it does; where is printed, the number is not.
    """
    if problems := [replace(each, path=path) for each in personal_numbers(text)]:
        sys.stderr.write(report(problems, Translations.load("pl")) + "\n")
        raise Abort(path)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give the text of a page its lists of fields, typography and links."""
    build = build_of(config)
    source = source_page(html, page, config)
    build.pages.append(source)
    build.texts[source.source] = page.file.content_string
    try:
        return build.publication.content_of(source)
    except LookupError as unknown:
        raise Abort(f"{page.file.src_uri}: {unknown.args[0]}") from None


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> None:
    """Hand the whole page to the only template, which prints it."""
    build = build_of(config)
    (source,) = (each for each in build.pages if each.source == page.file.src_uri)
    (part,) = build.publication.by_hand([source])
    ((_, (html,)),) = part.make()
    context["page_as_html"] = html.decode()


def source_page(html: str, page: Page, config: MkDocsConfig) -> SourcePage:
    """A page as MkDocs read it.

    Raises:
        Abort: the catalogue is not published in its language.
    """
    language = str(page.meta.get("lang", ORIGINAL))
    if language not in build_of(config).publication.sites:
        raise Abort(Translations.load("pl")("languages.unnamed", page=page.file.src_uri, language=language))
    meta = json.loads(json.dumps(dict(page.meta), default=str))
    return SourcePage(page.file.src_uri, page.url, language, str(page.title), html, headings_of(page), meta)


def headings_of(page: Page) -> tuple[tuple[str, str], ...]:
    """The headings of the first level below the title."""
    top = list(page.toc)
    if top and top[0].level == 1:
        top = top[0].children
    return tuple((each.id, each.title) for each in top)


def write_catalogue(config: MkDocsConfig) -> None:
    """Write the pages, data and editions that the catalogue makes, and note what was made."""
    folder = Path(config.site_dir)
    build = build_of(config)
    publication = build.publication
    with step("planning"):
        parts = [*publication.parts(build.pages)]
    made = write(parts, folder, prepare=publication.prepare)
    tell_of_search(publication)
    made |= {
        part.name: Made(part.key, noted(folder, [page.file]), part.page)
        for page in build.pages
        for part in publication.by_hand([page])
    }
    addresses = [part.page for part in made.values() if part.page is not None]
    made |= write([publication.site_map(addresses)], folder)
    log.info("Zapisano stron: %d", len(addresses))
    if path := os.environ.get(MADE_VARIABLE):
        record = SiteRecord("", build.icon, tuple(build.pages), {} if has_strangers(config) else made)
        Path(path).write_text(json.dumps(record.to_json()), encoding="utf-8", newline="\n")


def tell_of_search(publication: Publication) -> None:
    """Say what analysed the texts, and loudly if it was not what it should be."""
    for analysed in publication.analysers.values():
        log.info("Wyszukiwarka: %s", analysed.texts.analyser)
        if analysed.texts.is_fallback:
            sys.stderr.write(Translations.load("pl")("search.fallback") + "\n")


def has_strangers(config: MkDocsConfig) -> bool:
    """Whether the site follows from more than the pages and the catalogue: then a later build needs the generator.

    A plugin or another hook may change pages, a folder of templates elsewhere or an extension may bring in other files.
    """
    templates = config.theme.custom_dir
    is_elsewhere = templates is not None and not Path(templates).is_relative_to(config.docs_dir)
    others = set(config.plugins) - {*config.hooks} or len(config.hooks) > 1
    return bool(others or is_elsewhere or "pymdownx.snippets" in config.markdown_extensions)


def finish_assets(config: MkDocsConfig) -> None:
    """Make few files of many."""
    build = build_of(config)
    scripts = {language: site.header_scripts() for language, site in build.publication.sites.items()}
    script_only = {language: markup for language, (markup, _) in scripts.items()}
    offline = {language: parts for language, (_, parts) in scripts.items() if parts}
    shortlists = {name: shortlist_words(name, site.links) for name, site in build.publication.sites.items()}
    with step("assets"):
        pack_assets(build.styles, script_only, shortlists, offline, Path(config.site_dir))


def tell_of_dead_links(config: MkDocsConfig) -> None:
    """Warn of links written by hand that lead nowhere, now that every page is there; a strict build fails by that."""
    build = build_of(config)
    with step("links"):
        site = files_below(Path(config.site_dir))
        found = [*build.publication.dead_links(build.pages, site, lambda page: build.texts[page.source])]
    for words in found:
        log.warning(words)


def set_up_servers(config: MkDocsConfig) -> None:
    """Write the settings of servers, which say among other things what pages may load; a folder has no server."""
    build = build_of(config)
    site = build.original
    if not site.offline:
        homes = [each.links.localized("") for each in build.publication.sites.values()]
        identity = site.identity
        write_server_settings(
            Path(config.site_dir), Translations.load("pl"), identity.root, homes, identity.receiving_address
        )


on_post_build = CombinedEvent(write_catalogue, finish_assets, tell_of_dead_links, set_up_servers)
