"""The open data as outsiders read them: with their own programs, and with the pages beside them."""

import csv
import io
import json
from hashlib import md5, sha256
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import frictionless
import pytest
import yaml
from jsonschema import Draft202012Validator
from rdflib import DCAT, DCTERMS, FOAF, RDF, RDFS, SKOS, XSD, Graph, Literal, URIRef
from tests.support.pages import BuiltSite, in_millions, words
from tests.support.paths import ENTRIES
from tests.support.real import real_catalogue
from tests.support.sites import ADDRESS

from goodpractices.catalogue import load_catalogue
from goodpractices.editing import practice_files
from goodpractices.publishing.open_data.tables import TABLES

pytestmark = pytest.mark.site

EU = "http://publications.europa.eu/resource/authority"


DCAT_AP_NAMES = Graph(bind_namespaces="none").namespace_manager
for prefix, namespace in {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": DCAT,
    "dcatap": "http://data.europa.eu/r5r/",
    "dct": DCTERMS,
    "foaf": FOAF,
    "rdfs": RDFS,
    "skos": SKOS,
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
}.items():
    DCAT_AP_NAMES.bind(prefix, namespace)


def is_of_kind(value: Any, kind: str | None) -> bool:
    """Whether a value of a graph is what a rule asks for: an address or a node, a text, a date, or a type of XSD."""
    if kind in (None, "iri"):
        return kind is None or not isinstance(value, Literal)
    if kind == "text":
        return isinstance(value, Literal)
    types = ("date", "dateTime", "gYear", "gYearMonth") if kind == "date" else (kind,)
    return isinstance(value, Literal) and value.datatype in [XSD[each] for each in types]


def table(site: BuiltSite, name: str) -> list[dict[str, str]]:
    text = (site.folder / "dane" / f"{name}.csv").read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


@pytest.mark.parametrize("edition", ["site", "changed"])
def test_a_reader_of_data_packages_finds_nothing_wrong(
    request: pytest.FixtureRequest, edition: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder: Path = request.getfixturevalue(edition).folder / "dane"
    monkeypatch.chdir(folder)  # frictionless trusts no path that leads elsewhere
    report = frictionless.Package("datapackage.json").validate()
    assert report.flatten(["resourceName", "rowNumber", "fieldName", "type", "note"]) == []
    assert report.stats["warnings"] == 0


def test_the_package_tells_size_and_sum_of_each_file(site: BuiltSite) -> None:
    package = site.json("dane/datapackage.json")
    for resource in package["resources"]:
        content = (site.folder / "dane" / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{sha256(content).hexdigest()}"
    tables = {each["path"] for each in package["resources"] if each["format"] == "csv"}
    assert tables == {f"{each.name}.csv" for each in TABLES}


def test_every_published_practice_is_a_row_a_line_and_a_record(site: BuiltSite) -> None:
    ids = sorted(site.records)
    assert [row["id"] for row in table(site, "praktyki")] == ids
    lines = (site.folder / "dane" / "praktyki.jsonl").read_bytes().splitlines()
    assert [json.loads(line) for line in lines] == list(site.records.values())
    assert ids == sorted(ENTRIES)


def test_every_figure_of_the_table_is_that_of_the_page(site: BuiltSite) -> None:
    rows = [row for row in table(site, "wskazniki") if not row["dimension"]]
    assert len(rows) == sum(len(record.get("indicators", [])) for record in site.records.values())
    for row in rows:
        shown = words(site.practice(row["practice"]).one(f"[data-indicator='{row['indicator']}'] .number__value"))
        for value in filter(None, (row["value"], row["min"], row["max"])):
            assert grouped(value) in shown or in_millions(value) in shown, (row["practice"], row["indicator"])


def test_every_amount_of_the_table_is_that_of_the_record(site: BuiltSite) -> None:
    given = {
        (row["practice"], row["number"]): float(row["amount"].replace(",", ".")) for row in table(site, "finansowanie")
    }
    expected = {
        (practice_id, str(n)): money["amount"]
        for practice_id, record in site.records.items()
        for n, money in enumerate(record.get("funding", []), 1)
    }
    assert given == expected != {}


def test_links_of_the_table_lead_to_the_pages(site: BuiltSite) -> None:
    for row in table(site, "praktyki"):
        assert (site.folder / "dane" / row["url"] / "index.html").resolve().is_file()


@pytest.mark.parametrize("edition", ["site", "changed"])
def test_the_places_hold_to_the_grammar_of_geojson(request: pytest.FixtureRequest, edition: str) -> None:
    grammar = Draft202012Validator(yaml.safe_load((Path(__file__).parent / "geojson.yml").read_text(encoding="utf-8")))
    collection = request.getfixturevalue(edition).json("dane/praktyki.geojson")
    assert [error.json_path for error in grammar.iter_errors(collection)] == []
    positions = [feature["geometry"] for feature in collection["features"]]
    assert None in positions
    positions[0] = {"type": "Point", "coordinates": [54, 118]}
    wrong = [{**each, "geometry": at} for each, at in zip(collection["features"], positions, strict=True)]
    assert len(list(grammar.iter_errors({**collection, "features": wrong}))) == 1


def test_the_places_stand_on_a_map(site: BuiltSite) -> None:
    collection = site.json("dane/praktyki.geojson")
    uses = sum(len(record["places"]) for record in site.records.values())
    assert (collection["type"], len(collection["features"])) == ("FeatureCollection", uses)
    for feature in collection["features"]:
        assert feature["properties"]["practice"] in site.records
        if feature["geometry"]:
            longitude, latitude = feature["geometry"]["coordinates"]
            assert -180 <= longitude <= 180
            assert -90 <= latitude <= 90
            assert feature["properties"]["coord_precision"]
    sopot = next(each for each in collection["features"] if each["properties"]["place"] == "sopot")
    assert [round(each) for each in sopot["geometry"]["coordinates"]] == [19, 54]


def test_a_reader_of_linked_data_finds_a_catalogue(changed: BuiltSite) -> None:
    graph = Graph().parse(changed.folder / "dane" / "katalog.jsonld", format="json-ld")
    (catalogue,) = graph.subjects(RDF.type, DCAT.Catalog)
    (dataset,) = graph.objects(catalogue, DCAT.dataset)
    distributions = set(graph.objects(dataset, DCAT.distribution))
    assert len(distributions) == len(changed.json("dane/datapackage.json")["resources"])
    for each in distributions:
        assert isinstance(graph.value(each, DCAT.accessURL), URIRef)
        target = str(graph.value(each, DCAT.downloadURL))
        assert (changed.folder / target.removeprefix(ADDRESS)).is_file()
        assert graph.value(each, DCTERMS.license) == URIRef(f"{EU}/licence/CC_BY_4_0")
    assert all(isinstance(each, URIRef) for each in graph.objects(dataset, DCTERMS.spatial))


@pytest.mark.parametrize("edition", ["site", "changed"])
def test_the_description_keeps_every_rule_of_dcat_ap(request: pytest.FixtureRequest, edition: str) -> None:
    graph = Graph().parse(request.getfixturevalue(edition).folder / "dane" / "katalog.jsonld", format="json-ld")
    rules = yaml.safe_load((Path(__file__).parent / "dcat_ap.yml").read_text(encoding="utf-8"))
    seen = set()
    for kind, properties in rules.items():
        for subject in graph.subjects(RDF.type, DCAT_AP_NAMES.expand_curie(kind)):
            seen.add(kind)
            for name, rule in properties.items():
                values = list(graph.objects(subject, DCAT_AP_NAMES.expand_curie(name)))
                assert rule.get("min", 0) <= len(values) <= rule.get("max", len(values)), (kind, name, values)
                assert [value for value in values if not is_of_kind(value, rule.get("kind"))] == [], (kind, name)
                if "class" in rule:
                    named = DCAT_AP_NAMES.expand_curie(rule["class"])
                    assert [value for value in values if (value, RDF.type, named) not in graph] == [], (kind, name)
    assert seen >= {"foaf:Agent", "dcat:Catalog", "dcat:Dataset", "dcat:Distribution"}


def test_what_the_portal_gathers_stands_there_once_the_address_is_known(site: BuiltSite, changed: BuiltSite) -> None:
    assert "dane/dane-gov-pl.xml" not in site.files
    content = (changed.folder / "dane" / "dane-gov-pl.xml").read_bytes()
    assert (changed.folder / "dane" / "dane-gov-pl.xml.md5").read_text(encoding="ascii") == sum_of(content) + "\n"
    root = ET.fromstring(content)  # noqa: S314 - made by us
    assert root.tag == "{urn:otwarte-dane:harvester:1.13}datasets"
    (dataset,) = root
    assert [child.tag for child in dataset] == [
        *("extIdent", "title", "description", "url", "updateFrequency", "categories", "conditions", "resources", "tags")
    ]
    for resource in dataset.iter("resource"):
        target = resource.findtext("url") or ""
        assert (changed.folder / target.removeprefix(ADDRESS)).is_file()


def test_each_page_of_a_practice_says_what_it_is_to_search_engines(site: BuiltSite, changed: BuiltSite) -> None:
    for practice_id, record in site.records.items():
        article = json.loads(site.practice(practice_id).one("script[type='application/ld+json']").text())
        assert article["headline"] == record["title"]
        assert article["about"]["@type"] in ("Project", "GovernmentService")
        assert "url" not in article
    address = "praktyki/gdynia-pracownia/"
    assert json.loads(changed.pages[address].one("script[type='application/ld+json']").text())["url"].endswith(address)
    assert changed.pages[address].one("meta[property='og:url']").attributes["content"] == (ADDRESS + address)


def test_each_shared_page_has_a_picture_of_its_own_or_that_of_the_catalogue(
    changed: BuiltSite, site: BuiltSite
) -> None:
    shown: dict[str, str] = {}
    for address, page in changed.pages.items():
        if pictures := page.all("meta[property='og:image']"):
            (picture,) = pictures
            shown[address] = (picture.attributes["content"] or "").removeprefix(ADDRESS)
    assert shown["praktyki/barth-quartiersbuero/"] == "praktyki/barth-quartiersbuero/karta.png"
    assert {shown[address] for address in ("", "praktyki/", "tematy/", "o-katalogu/")} == {"karta.png"}
    assert shown["en/practices/gdynia-pracownia/"] == "en/practices/gdynia-pracownia/karta.png"
    assert {shown[address] for address in ("en/", "en/practices/", "en/about/")} == {"en/karta.png"}
    assert set(shown.values()) <= changed.files
    assert [name for name in site.files if name.endswith("karta.png")] == []


def test_a_citation_can_be_taken_from_each_page(site: BuiltSite) -> None:
    for practice_id in site.records:
        page = site.practice(practice_id)
        for kind, start in (("bib", "@misc{"), ("ris", "TY  - ELEC"), ("json", "[")):
            link = page.one(f"a[download='{practice_id}.{kind}']").attributes["href"] or ""
            assert link.startswith("data:application/")
            assert unquote(link.partition(",")[2]).startswith(start)


def test_the_page_about_the_data_leads_to_every_file(site: BuiltSite) -> None:
    page = site.pages["dane/"]
    linked = {site.file_at(page.resolve(node.attributes["href"] or "")) for node in page.all("#tresc a[href]")}
    assert {name for name in site.files if name.startswith("dane/") and not name.endswith(".html")} <= linked
    assert {name for name in site.files if name.endswith(".atom")} <= linked
    for each in TABLES:
        for column in each.columns:
            if not column.name.endswith("_label"):
                assert column.name in page.text


def test_the_practices_come_back_from_their_data(site: BuiltSite, tmp_path: Path) -> None:
    for name, text in practice_files(site.json("dane/praktyki.json")):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert load_catalogue(tmp_path) == real_catalogue()


def test_no_spreadsheet_runs_anything_of_a_stranger(hostile: Any) -> None:
    folder = hostile.site.folder / "dane"
    cells = [
        cell
        for path in folder.glob("*.csv")
        for row in csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""), delimiter=";")
        for cell in row
    ]
    assert [cell for cell in cells if cell.lstrip().startswith(("=", "+", "@")) or not number_or_text(cell)] == []
    assert [cell for cell in cells if cell.startswith("'=")] != [], "a formula was among the payloads"


def sum_of(content: bytes) -> str:
    return md5(content, usedforsecurity=False).hexdigest()


def number_or_text(cell: str) -> bool:
    """Whether what begins with a minus is a number."""
    return not cell.startswith("-") or cell[1:].replace(",", "", 1).isdigit()


def grouped(value: str) -> str:
    """A number of a table as pages write it: ``9 200 000``, with the spaces that words() leaves."""
    whole, _, rest = value.partition(",")
    return f"{int(whole):,}".replace(",", " ") + (f",{rest}" if rest else "")
