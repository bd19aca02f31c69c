"""All files of the open data, in one place: which there are, and in what order they are made."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...catalogue import Catalogue, Identity, Practice, licences_of, shared_records
from ...finding import Groups, state_date
from ...wording import Translations
from ..addresses import Links, practice_address, practice_data_address
from . import addresses
from .citing import FORMATS, citations_address, reference
from .dcat import dcat_catalogue
from .feeds import changed, created, feed
from .geojson import geojson
from .harvester import harvester_xml, md5_file
from .package import data_package, is_in_words, meaning
from .records import practice_json, practice_record, practices_json
from .schema import schema_json
from .shares import PracticeShare, lines_of
from .spreadsheets import table_lines, write_table
from .tables import OF_PRACTICES, ORGANISATIONS, TABLES, Names, Record

File = tuple[str, Iterable[bytes]]
"""Where a file stands, and its bytes piece by piece."""


@dataclass(frozen=True, slots=True)
class TableMeaning:
    """A table with what its columns mean, for people."""

    name: str
    address: str
    columns: tuple[tuple[str, str], ...]


def data_names(catalogue: Catalogue, identity: Identity, links: Links, t: Translations) -> Names:
    """What the files of the open data call what they name, and where they say it stands."""
    link = _linker(addresses.FOLDER, identity, links)
    return Names(catalogue, t, lambda practice_id: link(practice_address(practice_id)), identity.licence)


def data_files(
    shares: Sequence[PracticeShare], names: Names, groups: Groups, identity: Identity, links: Links
) -> Iterator[File]:
    """Every file of the open data about all practices but feeds.

    The offline edition goes without what repeats another file.

    Args:
        shares: the share of each published practice, in their order.
        names: what they call what they name.
        groups: has the practices of each organisation.
        identity: whose the catalogue is.
        links: those of the edition.
    """
    catalogue, t = names.catalogue, names.t
    described = dict(_described(shares, groups, names, links))
    yield from ((address, [content]) for address, content in described.items())
    state = state_date(catalogue.published)
    day = state.isoformat() if state else None
    yield (
        addresses.DATA_PACKAGE,
        [data_package(identity, licences_of(catalogue.published, identity), day, described, t)],
    )
    yield addresses.DCAT, [dcat_catalogue(catalogue, identity, described, t)]
    references = [reference(practice, identity) for practice in catalogue.published]
    for name, write in FORMATS.items():
        yield citations_address(name), [write(references).encode()]
    if identity.address:
        xml = harvester_xml(catalogue, identity, state, described, t)
        yield addresses.HARVESTER, [xml]
        yield f"{addresses.HARVESTER}.md5", [md5_file(xml)]


def practice_data(practice: Practice, catalogue: Catalogue) -> Iterator[File]:
    """The record of a practice beside its page; the offline edition has it in the file of all."""
    yield practice_data_address(practice.id), [practice_json(practice_record(practice, catalogue))]


def feed_files(
    catalogue: Catalogue, groups: Groups, identity: Identity, links: Links, t: Translations
) -> Iterator[File]:
    """The feeds: for readers who come back, so for the web alone."""
    name = identity.name
    listed = [
        (addresses.NEW, t("data.feeds.new", catalogue=name), catalogue.published, created),
        (addresses.CHANGED, t("data.feeds.changed", catalogue=name), catalogue.published, changed),
    ]
    for theme, practices in groups.by_dimension["themes"].items():
        title = t("data.feeds.theme", catalogue=name, theme=catalogue.term("themes", theme).pl)
        listed.append((addresses.theme_feed_address(theme), title, practices, changed))
    for address, title, practices, day in listed:
        yield address, [feed(address, title, practices, day, identity, _linker(address, identity, links), t)]


def data_addresses(identity: Identity, links: Links) -> Mapping[str, tuple[str, ...]]:
    """Where the files stand, by what they are for; that for dane.gov.pl needs the address of the site."""
    harvester = (addresses.HARVESTER,) if identity.address else ()
    return {
        "tables": tuple(addresses.table_address(table.name) for table in TABLES),
        "programs": tuple(_exports(links)),
        "citations": tuple(map(citations_address, FORMATS)),
        "descriptions": (addresses.DATA_PACKAGE, addresses.DCAT, *harvester),
    }


def table_meanings(t: Translations) -> tuple[TableMeaning, ...]:
    """The tables and what their columns mean, but for those that say in words what the one before says."""
    return tuple(
        TableMeaning(
            table.name,
            addresses.table_address(table.name),
            tuple((column.name, meaning(table, column, t)) for column in table.columns if not is_in_words(column)),
        )
        for table in TABLES
    )


def _described(
    shares: Sequence[PracticeShare], groups: Groups, names: Names, links: Links
) -> Iterator[tuple[str, bytes]]:
    """The files that the descriptions are about."""
    for address, export in _exports(links).items():
        yield address, export.content(shares, names)
    lines = lines_of(shares)
    for table in OF_PRACTICES:
        yield addresses.table_address(table.name), write_table(table, lines[table.name])
    organisations = (
        row for record in _organisations(names.catalogue, groups) for row in ORGANISATIONS.cells(record, names)
    )
    yield addresses.table_address(ORGANISATIONS.name), write_table(ORGANISATIONS, table_lines(organisations))


def _exports(links: Links) -> Mapping[str, "_Export"]:
    return {address: each for address, each in _EXPORTS.items() if each.is_offline or not links.explicit_index}


def _organisations(catalogue: Catalogue, groups: Groups) -> Iterator[Record]:
    """The organisations of published practices, with the ids of these."""
    for record in shared_records(catalogue)["registry"]["organisations"]:
        if practices := groups.of("organisations", record["id"]):
            yield {**record, "practices": sorted(each.id for each in practices)}


def _linker(here: str, identity: Identity, links: Links) -> Callable[[str], str]:
    """Links from a file: whole addresses once that of the site is known, until then from folder to folder."""
    return lambda there: identity.page_address(there) or links.between(here, there)


@dataclass(frozen=True, slots=True)
class _Export:
    """A file for programs; one that repeats another is not in the offline edition."""

    content: Callable[[Sequence[PracticeShare], Names], bytes]
    is_offline: bool = True


def _json(shares: Sequence[PracticeShare], names: Names) -> bytes:
    return b"".join(practices_json((each.record.encode() for each in shares), names.catalogue))


# Every file for programs that is no table, in the order of the page about data. What each is stands in the locale files
# under data.files, a kind of file that is new in media_types.py and dcat.py.
_EXPORTS: Mapping[str, _Export] = {
    addresses.PRACTICES_JSON: _Export(_json),
    addresses.PRACTICES_JSON_LINES: _Export(
        lambda shares, _: "".join(each.record for each in shares).encode(), is_offline=False
    ),
    addresses.GEOJSON: _Export(lambda shares, _: geojson(each.features for each in shares if each.features)),
    addresses.SCHEMA: _Export(lambda _, __: schema_json()),
}
