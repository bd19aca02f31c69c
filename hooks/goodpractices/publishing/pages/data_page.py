"""The page about open data: what there is to take, what stands in each file, and on what terms."""

from collections.abc import Sequence
from dataclasses import dataclass

from ...catalogue import Catalogue, Identity
from ...finding import Groups, state_date
from ...wording import Translations
from .. import phrasing
from ..addresses import ARCHIVE, DATA
from ..article import Article
from ..downloads import Archive, Download
from ..open_data import CHANGED, NEW, data_addresses, table_meanings, theme_feed_address
from ..rendering import Renderer
from .values import Value


@dataclass(frozen=True, slots=True)
class _Feed:
    """A feed by what it brings."""

    name: str
    address: str


def data_article(
    catalogue: Catalogue,
    groups: Groups,
    identity: Identity,
    archive: Archive | None,
    books: Sequence[Download],
    renderer: Renderer,
) -> Article:
    """The page ``dane/``; feeds, the packed edition and books are things of the web."""
    t = renderer.t
    state = state_date(catalogue.published)
    themes = catalogue.vocabularies["themes"]
    used = [theme for theme in themes if groups.of("themes", theme)]
    content = renderer.render(
        "data.html",
        DATA,
        title=t("data.title"),
        lead=t("data.lead"),
        state=phrasing.day(state, t) if state else None,
        count=len(catalogue.published),
        files=data_addresses(identity, renderer.links),
        has_harvester=identity.address is not None,
        tables=table_meanings(t),
        archive=(ARCHIVE, phrasing.size(archive.size, t)) if archive else None,
        books=[_book(each, t) for each in books],
        is_offline=renderer.links.explicit_index,
        feeds=[_Feed(t("data.feed_new"), NEW), _Feed(t("data.feed_changed"), CHANGED)],
        theme_feeds=[_Feed(themes[theme].label(catalogue.language), theme_feed_address(theme)) for theme in used],
    )
    return Article(DATA, t("data.title"), t("data.lead"), content, "data")


def _book(download: Download, t: Translations) -> Value:
    """What a file with the whole catalogue is for, and its address."""
    form = download.path.suffix.removeprefix(".")
    return Value(t(f"data.books.{form}", size=phrasing.size(download.size, t)), download.address)
