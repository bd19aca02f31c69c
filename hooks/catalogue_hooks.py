"""MkDocs events, each handing over to the package.

MkDocs renders the pages written by hand and one shell for each section and depth; the package fills the shells with its
articles once the site is written. Under properdocs the same names are found, since it answers to ``mkdocs`` too.
"""

import json
import logging
import os
import sys
from collections.abc import Iterable
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from goodpractices.catalogue import (
    ADDRESS_VARIABLE,
    Identity,
    InvalidCatalogue,
    Memory,
    ignored,
    is_left_behind,
    load_catalogue,
    load_identity,
    refuse_symlinks,
)
from goodpractices.editing import FIELD_SECTIONS, TEMPLATES, advice, of_severity, published_schemas, report
from goodpractices.finding import as_published, is_epoch
from goodpractices.publishing import (
    CONTENT,
    DEPTHS,
    LANGUAGES,
    SECTIONS,
    STYLES,
    Archive,
    Audit,
    Downloads,
    Shell,
    Site,
    audit_from_earl,
    dead_links,
    design_of,
    from_root,
    guard_pages,
    half_languages,
    is_about_shell,
    lift_around,
    lift_furniture,
    missing_facts,
    pack_assets,
    place_of,
    remove_leftovers,
    shell_address,
    shell_source,
    write_other_pages,
    write_server_settings,
    write_site,
)
from goodpractices.wording import ORIGINAL, Translations

log = logging.getLogger("mkdocs.catalogue")

# Shells are not written, which is no news for whoever reads the log.
for _generator in ("mkdocs", "properdocs"):
    logging.getLogger(f"{_generator}.commands.build").addFilter(lambda record: not is_about_shell(record.getMessage()))


def on_config(config: MkDocsConfig) -> None:
    """Read and check everything; with any problem nothing is built."""
    if os.environ.get("CATALOGUE_EDITION") == "offline":
        config.use_directory_urls = False
    docs = Path(config.docs_dir)
    folder = Path(os.environ.get("PRACTICES_DIR") or docs.parent / "practices").absolute()
    memory = Memory(docs.parent / ".cache" / "entries")
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is not None and not is_epoch(epoch):
        raise Abort(Translations.load("pl")("publication.not_seconds", value=epoch))
    try:
        refuse_symlinks(docs)
        identity = load_identity(docs / "katalog.yml", address=os.environ.get(ADDRESS_VARIABLE))
        catalogue = load_catalogue(folder, memory)
    except InvalidCatalogue as invalid:
        sys.stderr.write(report(invalid.problems, Translations.load("pl")) + "\n")
        raise Abort("") from None
    for fault in half_languages(identity, docs, Translations.load("pl")):
        raise Abort(fault)
    log.info("Praktyki: %d opublikowanych, %d roboczych", len(catalogue.published), len(catalogue.drafts))
    # Below the level of a warning: a strict build counts those as failures.
    if warnings := of_severity(advice(catalogue, folder, memory=memory), "warning"):
        log.info("Uwagi do przejrzenia: %d (python3 scripts/validate.py)", len(warnings))
    catalogue, ended = as_published(catalogue, epoch)
    for practice_id, people in ended.items():
        log.info("Zgoda minęła, strona nie poda nazwisk: %s (%d)", practice_id, people)
    packed = os.environ.get("CATALOGUE_ARCHIVE")  # the offline edition, for the one on the web to hand out
    archive = Archive.at(Path(packed)) if packed else None
    made = os.environ.get("CATALOGUE_BOOKS")  # the folder of sheets and books to hand out
    downloads = Downloads(Path(made) if made else None)
    design = design_of(docs)
    audit = last_audit(docs / "audyt.json", design)
    offline = not config.use_directory_urls
    hand_written = {
        f"{page.parent.relative_to(docs).as_posix()}/".removeprefix("./") for page in docs.rglob("index.md")
    }
    tell_of_law(identity, date.today())  # a reminder to whoever builds, on no page, so the clock may be asked
    edition = {"offline": offline, "archive": archive, "downloads": downloads, "audit": audit, "design": design}
    sites = Site.in_languages(catalogue, identity, folder, **edition, unnamed=ended, hand_written=hand_written)
    config.site_name = identity.name
    config.site_description = identity.description
    config.site_url = identity.page_address("") if config.use_directory_urls else None
    config.theme.static_templates -= {"404.html", "sitemap.xml"}  # ours are made for each language, and filled
    config.extra["styles"] = list(config.extra_css)
    config.extra_css = [STYLES]
    chrome = {language: site.chrome() for language, site in sites.items()}
    config.extra.update(chrome=chrome)
    config.extra.update(sites=sites, hand_written=hand_written)
    config.extra.update(shells={}, addresses=[], contents=[], furniture={}, around={})


def last_audit(path: Path, design: str) -> Audit | None:
    """The result of the last audit of the accessibility, if there was one; one of another design is told in the log.

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


def theme_script(folders: Iterable[str]) -> str:
    """The address of the theme's own script, whose name changes with every version.

    Raises:
        Abort: the theme has none.
    """
    for folder in map(Path, folders):
        for path in folder.glob("assets/javascripts/bundle.*.min.js"):
            return path.relative_to(folder).as_posix()
    raise Abort(
        "Motyw Material nie ma skryptu assets/javascripts/bundle.*.min.js. Sprawdź jego wersję w pyproject.toml."
    )


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add the shells, the forms to fill in and the schemas; take out what programs left beside the pages, and the
    theme's site map, which nobody fills.
    """
    if theirs := files.get_file_from_path("sitemap.xml"):
        files.remove(theirs)
    remove_ignored(files, Path(config.docs_dir))
    for language, section, depth in product(config.extra["sites"], SECTIONS, DEPTHS):
        path = shell_address(language, section, depth) + "index.md"
        source = shell_source(language, section)
        files.append(File.generated(config, path, content=source, inclusion=InclusionLevel.NOT_IN_NAV))
    site: Site = config.extra["sites"][ORIGINAL]
    if not site.offline:  # there is no server to show a page for wrong addresses
        for each in config.extra["sites"].values():
            files.append(lost_page(each, config))
    for name, template in TEMPLATES.items():
        filled = template(site.catalogue, Translations.load("pl"))
        files.append(File.generated(config, f"dla-redakcji/szablony/{name}", content=filled))
    # Who reads a copy from a folder has the page with all fields beside the schemas, and little room.
    for name, schema in published_schemas(None if site.offline else Translations.load(ORIGINAL)).items():
        files.append(File.generated(config, f"dla-redakcji/schematy/{name}", content=schema))


def lost_page(site: Site, config: MkDocsConfig) -> File:
    """The page of a language for wrong addresses, as a file beside its home page."""
    path, source = site.lost()
    file = File.generated(config, f"{path.removesuffix('.html')}.md", content=source)
    file.inclusion = InclusionLevel.NOT_IN_NAV
    file.use_directory_urls = False  # servers look for 404.html, not for a folder
    return file


def remove_ignored(files: Files, docs: Path) -> None:
    """Take out what is not ours to publish, be it among our pages or in the theme."""
    by_path = {Path(file.abs_src_path): file for file in files if file.abs_src_path}
    ours = [path for path in by_path if path.is_relative_to(docs)]
    theirs = [path for path in by_path if is_left_behind(path.name)]
    for path in {*ignored(docs, ours), *theirs}:
        files.remove(by_path[path])


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """What lies in the folder of a language is in that language, unless it says otherwise."""
    folder = page.file.src_uri.partition("/")[0]
    if folder in config.extra["sites"]:
        page.meta.setdefault("lang", folder)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Leave nothing but the hole in a shell; give other pages their lists of fields, typography and links."""
    if page.meta.get("shell"):
        return CONTENT
    if page.meta.get("lost"):
        return html
    try:
        content = site_of(page, config).hand_written(html, FIELD_SECTIONS)
    except LookupError as unknown:
        raise Abort(f"{page.file.src_uri}: {unknown.args[0]}") from None
    config.extra["contents"].append((page.file, content))
    return content


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> None:
    """Give each page the way to other languages, and home pages their generated parts."""
    if page.meta.get("shell"):
        context["languages"] = LANGUAGES
        return
    site = site_of(page, config)
    if page.meta.get("lost"):
        context.update(languages=site.switch(""), lost_elsewhere=site.lost_elsewhere())
        return
    address = site.original_address(page.url.removesuffix("index.html"), config.extra["hand_written"])
    context["languages"] = site.switch(address)
    if not address:
        context.update(catalogue_hero=site.hero(), catalogue_home=site.home())


def site_of(page: Page, config: MkDocsConfig) -> Site:
    """The site in the language of a page.

    Raises:
        Abort: the catalogue is not published in it.
    """
    sites: dict[str, Site] = config.extra["sites"]
    language = str(page.meta.get("lang", ORIGINAL))
    if language not in sites:
        raise Abort(Translations.load("pl")("languages.unnamed", page=page.file.src_uri, language=language))
    return sites[language]


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Keep a shell instead of writing it, and what is the same on all pages."""
    output = lift_around(lift_furniture(output, config.extra["furniture"]), config.extra["around"])
    if page.meta.get("lost"):
        return from_root(output, page.url, site_of(page, config).identity.root)
    if not page.meta.get("shell"):
        config.extra["addresses"].append(page.url)
        return output
    config.extra["shells"][page.meta["lang"], page.meta["section"], page.url.count("/")] = Shell.cut(output)
    return ""


def write_catalogue(config: MkDocsConfig) -> None:
    """Fill the shells and write what else belongs to the site."""
    folder = Path(config.site_dir)
    addresses = list(config.extra["addresses"])
    for site in config.extra["sites"].values():
        index = site.search_index(Path(config.docs_dir).parent / ".cache" / "search")
        log.info("Wyszukiwarka: %s", index.analyser)
        if index.is_fallback:
            sys.stderr.write(Translations.load("pl")("search.fallback") + "\n")
        addresses += write_site(site, config.extra["shells"], index, folder)
    site = config.extra["sites"][ORIGINAL]
    if config.site_url:
        (folder / "sitemap.xml").write_text(site.site_map(config.site_url, addresses), encoding="utf-8", newline="\n")
    log.info("Zapisano stron: %d", len(addresses))


@event_priority(-100)  # after the search plugin wrote its index
def hand_over_search(config: MkDocsConfig) -> None:
    """Give our search what the plugin found on pages written by hand.

    The theme loads the plugin's index on every page, so nothing of it stays but the settings.
    """
    folder = Path(config.site_dir)
    path = folder / "search" / "search_index.json"
    index = json.loads(path.read_text(encoding="utf-8"))
    write_other_pages(config.extra["sites"], index["docs"], folder)
    settings = json.dumps({**index, "docs": []})
    path.write_text(settings, encoding="utf-8", newline="\n")
    alone = path.with_suffix(".js")  # for folders without a server
    alone.write_text(f"var __index = {settings}", encoding="utf-8", newline="\n")


def finish_assets(config: MkDocsConfig) -> None:
    """Make few files of many, and take away what no page uses."""
    folder = Path(config.site_dir)
    styles, furniture, around = (config.extra[name] for name in ("styles", "furniture", "around"))
    pack_assets(styles, furniture, around, theme_script(config.theme.dirs), folder)
    remove_leftovers(folder)


def tell_of_dead_links(config: MkDocsConfig) -> None:
    """Warn of links written by hand that lead nowhere, now that every page is there; a strict build fails by that."""
    t = Translations.load("pl")
    for file, content in config.extra["contents"]:
        for link in dead_links(content, file.url, Path(config.site_dir)):
            line, column = place_of(link, file.content_string)
            log.warning(t("hand_links.dead", page=f"docs/{file.src_uri}:{line}:{column}", link=link))


@event_priority(-200)  # after everything else that writes pages
def guard_edition(config: MkDocsConfig) -> None:
    """Say what pages may load: to servers in settings of theirs, in the offline edition on each page."""
    site: Site = config.extra["sites"][ORIGINAL]
    if site.offline:
        guard_pages(Path(config.site_dir))
    else:
        homes = [each.links.localized("") for each in config.extra["sites"].values()]
        write_server_settings(Path(config.site_dir), Translations.load("pl"), site.identity.root, homes)


on_post_build = CombinedEvent(write_catalogue, hand_over_search, finish_assets, tell_of_dead_links, guard_edition)
