"""The feeds as outsiders read them: with a reader of feeds, and by the grammar of Atom."""

from pathlib import Path
from typing import Any

import feedparser
import pytest
from lxml import etree
from tests.support.pages import BuiltSite
from tests.support.sites import ADDRESS

pytestmark = pytest.mark.site

GRAMMAR = etree.RelaxNG(etree.parse(Path(__file__).parent / "atom.rng"))

FEED = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="pl">
  <id>urn:a</id><title>Nowe praktyki</title><updated>2026-01-02T00:00:00Z</updated>
  <author><name>Gdynia</name></author>
  <link rel="alternate" type="text/html" href="./" />
  <entry>
    <id>urn:b</id><title>Okrągłe stoły</title><updated>2026-01-02T00:00:00Z</updated><summary>Rozmowy</summary>
    <link href="praktyki/stoly/" /><category term="participation" />
  </entry>
</feed>"""


@pytest.mark.parametrize("address", ["nowe.atom", "zmiany.atom", "tematy/migrant-integration/zmiany.atom"])
@pytest.mark.parametrize("edition", ["site", "changed"])
def test_a_feed_reader_finds_nothing_wrong(request: pytest.FixtureRequest, edition: str, address: str) -> None:
    site: BuiltSite = request.getfixturevalue(edition)
    found = feedparser.parse((site.folder / address).read_bytes())
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    assert found.entries
    assert len({entry.id for entry in found.entries}) == len(found.entries)
    for entry in found.entries:
        assert entry.title
        assert entry.summary
        assert entry.updated.endswith("T00:00:00Z")
        target = entry.link.removeprefix(ADDRESS)
        place = site.folder if target != entry.link else (site.folder / address).parent
        assert (place / target / "index.html").resolve().is_file(), entry.link


@pytest.mark.parametrize("edition", ["site", "changed", "hostile"])
def test_every_feed_keeps_the_grammar_of_atom(request: pytest.FixtureRequest, edition: str) -> None:
    given: Any = request.getfixturevalue(edition)
    folder: Path = (given.site if edition == "hostile" else given).folder
    feeds = sorted(folder.rglob("*.atom"))
    assert len(feeds) > 2
    for path in feeds:
        assert faults_of(path.read_bytes()) == [], path


def test_the_grammar_takes_a_feed_and_what_others_add_to_it() -> None:
    assert faults_of(FEED.encode()) == []
    assert faults_of(FEED.replace("<summary>", '<x xmlns="urn:x" a="b"><y/>c</x><summary>').encode()) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("<id>urn:a</id>", ""),
        ("<id>urn:a</id>", "<id></id>"),
        ("<title>Nowe praktyki</title>", ""),
        ("<title>Nowe praktyki</title>", "<title>Nowe</title><title>praktyki</title>"),
        ("<title>Nowe praktyki</title>", '<title type="markdown">Nowe praktyki</title>'),
        ("<title>Nowe praktyki</title>", "<title>Nowe <b>praktyki</b></title>"),
        ("2026-01-02T00:00:00Z", "2026-01-02"),
        ("2026-01-02T00:00:00Z", "2026-01-02t00:00:00z"),
        ("2026-01-02T00:00:00Z", "2026-02-30T00:00:00Z"),
        ("<author><name>Gdynia</name></author>", ""),
        ("<name>Gdynia</name>", ""),
        ('href="./"', ""),
        ('type="text/html"', 'type="html"'),
        ('<link href="praktyki/stoly/" />', ""),
        ('term="participation"', 'label="participation"'),
        ("<summary>Rozmowy</summary>", "<note>Rozmowy</note>"),
        ('xml:lang="pl"', 'xml:lang="po polsku"'),
    ],
)
def test_the_grammar_notices(right: str, wrong: str) -> None:
    assert right in FEED
    assert faults_of(FEED.replace(right, wrong, 1).encode()) != []


def faults_of(feed: bytes) -> list[str]:
    """What the grammar of Atom finds wrong in a feed."""
    GRAMMAR.validate(etree.fromstring(feed))
    return [str(each) for each in GRAMMAR.error_log]
