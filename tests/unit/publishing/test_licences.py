"""Every output says on what terms each entry may be used, and whom to name, in a catalogue where these differ."""

import csv
import json
import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.support.planned import files_of
from tests.support.samples import IDENTITY, practice_page, published

from goodpractices.catalogue import Catalogue, licences_of
from goodpractices.finding import analyse
from goodpractices.publishing import Article, Book, Site, epub

RIGHTS = {
    "las": {},
    "sad": {"rights": {"licence": "CC-BY-4.0", "attribution": "Fundacja Sad"}},
    "staw": {
        "rights": {"licence": "CC-BY-SA-4.0", "attribution": "Miasto Stawy"},
        "origin": {"namespace": "baza-stawow", "id": "17", "url": "https://example.org/17"},
    },
    "wrzos": {
        "rights": {"licence": "all-rights-reserved", "attribution": "Jan", "permission": "E-mail z 3 marca 2026"}
    },
}
DATES = {"editorial": {"state": "published", "created": "2026-01-02"}}
BY, BY_SA = "https://creativecommons.org/licenses/by/4.0/", "https://creativecommons.org/licenses/by-sa/4.0/"
MIX = "CC BY 4.0, a przy opisach, które mówią inaczej: CC BY-SA 4.0 i wszelkie prawa zastrzeżone"


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return published(tmp_path_factory.mktemp("rights"), {name: {**DATES, **given} for name, given in RIGHTS.items()})


@pytest.fixture(scope="module")
def files(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return files_of(Site(catalogue, IDENTITY, tmp_path_factory.mktemp("site")).files())


def plain(html: str) -> str:
    return " ".join(re.sub("<[^>]+>", " ", html).replace("\u00a0", " ").split())


def test_a_catalogue_has_its_own_licence_first(catalogue: Catalogue) -> None:
    found = [each.id for each in licences_of(catalogue.published, IDENTITY)]
    assert found == ["CC-BY-4.0", "CC-BY-SA-4.0", "all-rights-reserved"]
    assert [each.id for each in licences_of([], IDENTITY)] == ["CC-BY-4.0"]


@pytest.mark.parametrize(
    ("name", "terms", "cited"),
    [
        ("las", "", "CC BY 4.0."),
        ("sad", "Licencja opisu: CC BY 4.0 . Autor: Fundacja Sad.", "CC BY 4.0."),
        ("staw", "Licencja opisu: CC BY-SA 4.0 . Autor: Miasto Stawy.", "CC BY-SA 4.0."),
        (
            "wrzos",
            "Licencja opisu: wszelkie prawa zastrzeżone. Autor: Jan. Zgoda na publikację: E-mail z 3 marca 2026",
            "wszelkie prawa zastrzeżone.",
        ),
    ],
)
def test_a_page_says_the_licence_of_its_entry(catalogue: Catalogue, name: str, terms: str, cited: str) -> None:
    page = practice_page(catalogue, name).content
    assert terms in plain(page)
    assert ("Licencja opisu" in page) is bool(terms)
    assert plain(re.findall(r'<p class="cite">(.*?)</p>', page, re.DOTALL)[0]).endswith(cited)


def test_a_page_says_where_its_entry_was_taken_over_from(catalogue: Catalogue) -> None:
    page = practice_page(catalogue, "staw").content
    assert 'Opis przejęto ze zbioru <a href="https://example.org/17" rel="noopener">baza-stawow: 17</a>.' in page
    assert "Opis przejęto" not in practice_page(catalogue, "sad").content


def test_search_engines_are_told_the_licence_of_the_page(catalogue: Catalogue) -> None:
    heads = {name: practice_page(catalogue, name).foot for name in RIGHTS}
    assert f'"license":"{BY}"' in heads["las"]
    assert f'"license":"{BY_SA}","creditText":"Miasto Stawy"' in heads["staw"]
    assert '"license"' not in heads["wrzos"]
    assert '"creditText":"Jan"' in heads["wrzos"]


def test_tables_and_maps_say_it_of_each_practice(files: dict[str, bytes]) -> None:
    rows = csv.DictReader(files["dane/praktyki.csv"].decode("utf-8-sig").splitlines(), delimiter=";")
    assert {row["id"]: (row["licence"], row["attribution"], row["origin_url"]) for row in rows} == {
        "las": ("CC-BY-4.0", "", ""),
        "sad": ("CC-BY-4.0", "Fundacja Sad", ""),
        "staw": ("CC-BY-SA-4.0", "Miasto Stawy", "https://example.org/17"),
        "wrzos": ("all-rights-reserved", "Jan", ""),
    }
    places = json.loads(files["dane/praktyki.geojson"])["features"]
    found = {each["properties"]["practice"]: each["properties"]["licence"] for each in places}
    assert found["staw"] == "CC-BY-SA-4.0"
    assert found["las"] == "CC-BY-4.0"


def test_the_json_has_it_as_it_was_written(files: dict[str, bytes]) -> None:
    practices = {each["id"]: each for each in json.loads(files["dane/praktyki.json"])["practices"]}
    assert practices["staw"]["rights"] == RIGHTS["staw"]["rights"]
    assert practices["staw"]["origin"] == RIGHTS["staw"]["origin"]
    assert "rights" not in practices["las"]


def test_descriptions_of_the_data_name_every_licence(files: dict[str, bytes]) -> None:
    package = json.loads(files["dane/datapackage.json"])
    assert [each["name"] for each in package["licenses"]] == ["CC-BY-4.0", "CC-BY-SA-4.0", "all-rights-reserved"]
    graph = json.loads(files["dane/katalog.jsonld"])["@graph"]
    assert [each for each in graph if "dct:license" in each] == []
    assert graph[0]["dct:rights"]["rdfs:label"]["@value"] == MIX
    assert f"<dbOrCopyrighted>{MIX}</dbOrCopyrighted>" in files["dane/dane-gov-pl.xml"].decode()


def test_feeds_and_citations_say_it(files: dict[str, bytes]) -> None:
    feed = files["nowe.atom"].decode()
    assert "<rights>CC BY 4.0; CC BY-SA 4.0; wszelkie prawa zastrzeżone</rights>" in feed
    assert "<rights>CC BY-SA 4.0, Miasto Stawy</rights>" in feed
    assert "author = {{Miasto Stawy}}" in files["dane/cytowania.bib"].decode()
    assert "AU  - Jan\r\nT2  - Katalog\r\nPY  - 2026\r\nDA  - 2026/01/02\r\nN1  - all-rights-reserved" in (
        files["dane/cytowania.ris"].decode()
    )


def test_the_book_says_it(catalogue: Catalogue, tmp_path: Path) -> None:
    with ZipFile(BytesIO(epub(Book(analyse(catalogue), IDENTITY, tmp_path)))) as book:
        text = plain("".join(book.read(name).decode() for name in book.namelist() if name.endswith("xhtml")))
    assert "Licencja opisu: CC BY-SA 4.0 . Autor: Miasto Stawy." in text


@pytest.mark.parametrize(("names", "others"), [(["las", "sad"], False), (["las", "staw"], True)])
def test_the_footer_says_that_some_entries_have_another_one(names: list[str], others: bool, tmp_path: Path) -> None:
    some = published(tmp_path, {name: {**DATES, **RIGHTS[name]} for name in names})
    _, (page,) = Site(some, IDENTITY, tmp_path).page(Article("o/", "O", "", "<p>O</p>", ""))
    assert ("chyba że opis podaje inną" in page.decode()) is others
