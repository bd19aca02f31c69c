"""What each practice of the catalogue has to be laid beside others with."""

from selectolax.lexbor import LexborHTMLParser
from tests.support.compared import records, said, texts
from tests.support.paths import PRACTICES
from tests.support.planned import files_of
from tests.support.real import real_catalogue as real
from tests.support.samples import IDENTITY, plain

from goodpractices.publishing import Site
from goodpractices.publishing.pages.compared import NOTHING


def test_each_practice_has_a_file_that_shows_what_it_says() -> None:
    site = Site(real(), IDENTITY, PRACTICES)
    found = {id_: record for _, id_, record in records(files_of(site.compared_files(real().published)))}
    assert {*found} >= {each.id for each in real().published}
    for practice in real().published:
        record, rows = found[practice.id], said(practice)
        assert record["title"] == (practice.short_title or practice.title)
        assert [*record["cells"]] == [name for name, row in rows.items() if row != NOTHING]
        for name, cell in record["cells"].items():
            assert cell["state"] == rows[name].state
            shown = plain(LexborHTMLParser(cell["html"]).text()).replace("\u00a0", " ").replace("\u00ad", "")
            for text in filter(None, texts(rows[name])):
                assert plain(text).replace("\u00a0", " ") in shown
