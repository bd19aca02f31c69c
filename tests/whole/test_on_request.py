"""A file that is made alone is the one that a build writes, whatever an editor did before."""

import shutil
from datetime import date
from pathlib import Path

from tests.support.builds import SOME_ENTRIES, copy_practices, files_of
from tests.support.samples import IDENTITY
from tests.support.thorough import AT_NIGHT
from tests.whole.test_updating import ADDRESSES, PAGES, Editor, made

from goodpractices.catalogue import FIELD_SECTIONS, Cache, ResidentCache, load_catalogue
from goodpractices.publishing import OnRequest, Publication

EDITS = 8


def resident(folder: Path, cache: ResidentCache) -> OnRequest:
    catalogue = load_catalogue(folder, cache)
    today = Publication(catalogue, IDENTITY, folder, date(2025, 11, 29), cache, FIELD_SECTIONS, hand_written=ADDRESSES)
    return OnRequest(today, PAGES, today.related_rows())


@AT_NIGHT
def test_after_each_edit_each_page_made_alone_is_the_one_of_a_build(tmp_path: Path) -> None:
    folder = copy_practices(tmp_path / "practices", *SOME_ENTRIES)
    editor, cache = Editor(folder, 3), ResidentCache(None)
    for n in range(EDITS):
        editor.do()
        load_catalogue(folder, cache)
        if n % 4 == 3:
            today = resident(folder, cache)
            made(folder, Cache(None), tmp_path / "clean")
            built = files_of(tmp_path / "clean")
            pages = {address for address in built if address.endswith(".html")}
            assert {address: today.file_at(address) for address in pages} == {each: built[each] for each in pages}
            beside = {address for address in built if address.count("/") > 1 and address.startswith("praktyki/")}
            assert {each for each in beside if today.file_at(each) not in (None, built[each])} == set()
            shutil.rmtree(tmp_path / "clean")
