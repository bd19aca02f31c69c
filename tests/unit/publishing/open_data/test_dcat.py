"""The catalogue as data portals read it: one dataset, who publishes it, a distribution for each file."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.support.samples import IDENTITY, PL, with_registry

from goodpractices.publishing.open_data.dcat import dcat_catalogue

HOME = "https://katalog.example.org"
EU = "http://publications.europa.eu/resource/authority"
TOWN = {"id": "rostock", "name": "Rostock", "country": "DE", "level": "town"}
FAR = {"id": "quebec", "name": "Québec", "country": "CA", "level": "town"}
DAYS = {"state": "published", "created": "2024-01-02", "updated": "2024-03-04"}


def graph(parent: Path, days: dict[str, str] = DAYS, **identity: Any) -> list[Any]:
    entries = {
        "las": {"themes": ["sport"], "places": [{"place": "rostock"}, {"place": "quebec"}], "editorial": days},
        "staw": {"themes": ["zielen"], "places": [{"place": "gdynia"}]},
        "szkic": {"themes": ["praca"], "editorial": {"state": "draft"}},
    }
    catalogue = with_registry(parent, {"_registry/places": [TOWN, FAR]}, entries)
    files = {"dane/praktyki.json": b"{}", "dane/praktyki.csv": b""}
    described = json.loads(dcat_catalogue(catalogue, replace(IDENTITY, **identity), files, PL))
    assert described["@context"]["dcat"] == "http://www.w3.org/ns/dcat#"
    found: list[Any] = described["@graph"]
    return found


def polish(text: str) -> dict[str, str]:
    return {"@language": "pl", "@value": text}


def node(address: str, kind: str) -> dict[str, str]:
    return {"@id": address, "@type": kind}


def test_the_catalogue_names_its_publisher_licence_and_dataset(tmp_path: Path) -> None:
    about, _, publisher, *_ = graph(tmp_path, owner="Miasto")
    assert about == {
        "@id": f"{HOME}/dane/katalog.jsonld",
        "@type": "dcat:Catalog",
        "dct:title": polish("Katalog"),
        "dct:description": polish("Opis katalogu"),
        "dct:publisher": {"@id": f"{HOME}/#wydawca"},
        "dct:language": node(f"{EU}/language/POL", "dct:LinguisticSystem"),
        "dct:license": node(f"{EU}/licence/CC_BY_4_0", "dct:LicenseDocument"),
        "foaf:homepage": node(f"{HOME}/", "foaf:Document"),
        "dcat:dataset": {"@id": f"{HOME}/dane/#zbior"},
    }
    assert publisher == {"@id": f"{HOME}/#wydawca", "@type": "foaf:Agent", "foaf:name": polish("Miasto")}


def test_the_dataset_says_what_it_is_about_where_and_of_when(tmp_path: Path) -> None:
    dataset = graph(tmp_path, contact="biuro@example.org")[1]
    assert dataset == {
        "@id": f"{HOME}/dane/#zbior",
        "@type": "dcat:Dataset",
        "dct:title": polish("Katalog"),
        "dct:description": polish("Opis katalogu"),
        "dct:identifier": f"{HOME}/dane/#zbior",
        "dct:publisher": {"@id": f"{HOME}/#wydawca"},
        "dct:language": node(f"{EU}/language/POL", "dct:LinguisticSystem"),
        "dct:accrualPeriodicity": node(f"{EU}/frequency/IRREG", "dct:Frequency"),
        "dcat:theme": {
            **node(f"{EU}/data-theme/SOCI", "skos:Concept"),
            "skos:prefLabel": polish("Ludność i społeczeństwo"),
        },
        "dcat:keyword": [polish("zieleń"), polish("sport")],
        "dcat:landingPage": node(f"{HOME}/dane/", "foaf:Document"),
        "dct:spatial": [node(f"{EU}/country/DEU", "dct:Location"), node(f"{EU}/country/POL", "dct:Location")],
        "dcat:distribution": [{"@id": f"{HOME}/dane/praktyki.json#plik"}, {"@id": f"{HOME}/dane/praktyki.csv#plik"}],
        "dct:issued": {"@type": "xsd:date", "@value": "2024-01-02"},
        "dct:modified": {"@type": "xsd:date", "@value": "2024-03-04"},
        "dcat:contactPoint": {
            "@type": "vcard:Kind",
            "vcard:fn": "Katalog",
            "vcard:hasEmail": {"@id": "mailto:biuro@example.org"},
        },
    }


def test_what_is_not_known_of_days_and_contact_is_not_said(tmp_path: Path) -> None:
    dataset = graph(tmp_path, {"state": "published"})[1]
    assert {"dct:issued", "dct:modified", "dcat:contactPoint"}.isdisjoint(dataset)


def test_a_distribution_says_what_the_file_is_and_where(tmp_path: Path) -> None:
    first, second = graph(tmp_path)[3:]
    assert first == {
        "@id": f"{HOME}/dane/praktyki.json#plik",
        "@type": "dcat:Distribution",
        "dct:title": polish("Wszystkie praktyki ze słownikami i rejestrami"),
        "dcat:accessURL": node(f"{HOME}/dane/", "rdfs:Resource"),
        "dcat:downloadURL": node(f"{HOME}/dane/praktyki.json", "rdfs:Resource"),
        "dct:format": node(f"{EU}/file-type/JSON", "dct:MediaTypeOrExtent"),
        "dcat:mediaType": node("https://www.iana.org/assignments/media-types/application/json", "dct:MediaType"),
        "dct:license": node(f"{EU}/licence/CC_BY_4_0", "dct:LicenseDocument"),
        "dcat:byteSize": {"@type": "xsd:nonNegativeInteger", "@value": "2"},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": node("spdx:checksumAlgorithm_sha256", "spdx:ChecksumAlgorithm"),
            "spdx:checksumValue": {
                "@type": "xsd:hexBinary",
                "@value": "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
            },
        },
    }
    assert second["dct:format"] == node(f"{EU}/file-type/CSV", "dct:MediaTypeOrExtent")


def test_without_an_address_names_are_relative_to_the_file(tmp_path: Path) -> None:
    assert graph(tmp_path, address=None)[1]["@id"] == "../dane/#zbior"


COUNTRIES = [
    *(("AD", "AND"), ("AL", "ALB"), ("AM", "ARM"), ("AT", "AUT"), ("AZ", "AZE"), ("BA", "BIH")),
    *(("BE", "BEL"), ("BG", "BGR"), ("BY", "BLR"), ("CH", "CHE"), ("CY", "CYP"), ("CZ", "CZE")),
    *(("DE", "DEU"), ("DK", "DNK"), ("EE", "EST"), ("ES", "ESP"), ("FI", "FIN"), ("FR", "FRA")),
    *(("GB", "GBR"), ("GE", "GEO"), ("GR", "GRC"), ("HR", "HRV"), ("HU", "HUN"), ("IE", "IRL")),
    *(("IS", "ISL"), ("IT", "ITA"), ("LI", "LIE"), ("LT", "LTU"), ("LU", "LUX"), ("LV", "LVA")),
    *(("MC", "MCO"), ("MD", "MDA"), ("ME", "MNE"), ("MK", "MKD"), ("MT", "MLT"), ("NL", "NLD")),
    *(("NO", "NOR"), ("PL", "POL"), ("PT", "PRT"), ("RO", "ROU"), ("RS", "SRB"), ("SE", "SWE")),
    *(("SI", "SVN"), ("SK", "SVK"), ("SM", "SMR"), ("TR", "TUR"), ("UA", "UKR"), ("VA", "VAT")),
    ("XK", "XKX"),
]


def test_each_country_of_europe_has_its_code_of_three_letters(tmp_path: Path) -> None:
    """By ISO 3166-1, and for Kosovo the code that the European Union uses."""
    codes = dict(COUNTRIES)
    assert len(codes) == 49
    places = [{"id": f"kraj-{n}", "name": code, "country": code, "level": "town"} for n, code in enumerate(codes)]
    entries = {"las": {"places": [{"place": each["id"]} for each in places]}}
    catalogue = with_registry(tmp_path, {"_registry/places": places}, entries)
    described = json.loads(dcat_catalogue(catalogue, IDENTITY, {}, PL))
    assert [each["@id"].rpartition("/")[2] for each in described["@graph"][1]["dct:spatial"]] == list(codes.values())


def test_the_words_of_the_description_are_those_of_the_vocabularies(tmp_path: Path) -> None:
    catalogue = with_registry(tmp_path, {}, {"las": {}})
    assert json.loads(dcat_catalogue(catalogue, IDENTITY, {}, PL))["@context"] == {
        "dcat": "http://www.w3.org/ns/dcat#",
        "dct": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "spdx": "http://spdx.org/rdf/terms#",
        "vcard": "http://www.w3.org/2006/vcard/ns#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }


def test_the_types_of_files_are_those_of_the_publications_office(tmp_path: Path) -> None:
    catalogue = with_registry(tmp_path, {}, {"las": {}})
    files = {f"dane/praktyki.{kind}": b"" for kind in ("csv", "json", "jsonl", "geojson")}
    found = json.loads(dcat_catalogue(catalogue, IDENTITY, files, PL))["@graph"][3:]
    assert [each["dct:format"]["@id"].rpartition("/")[2] for each in found] == ["CSV", "JSON", "JSON", "GEOJSON"]
