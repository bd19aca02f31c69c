"""``katalog.jsonld``: the catalogue for data portals, by DCAT-AP 3.0 (SEMIC), as JSON-LD that needs no other file."""

from collections.abc import Mapping, Sequence
from datetime import date
from hashlib import sha256
from typing import Any

from pydantic_core import to_json

from ...catalogue import Catalogue, Identity, Licence, licences_of
from ...wording import Translations
from ..media_types import MEDIA_TYPES
from ..phrasing import mix_in_words
from .addresses import DCAT, FOLDER

_EU = "http://publications.europa.eu/resource/authority"
_CC_BY_4 = f"{_EU}/licence/CC_BY_4_0"
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
# File types as the Publications Office names them; JSON Lines has no name of its own there yet.
_FILE_TYPES = {"csv": "CSV", "json": "JSON", "jsonl": "JSON", "geojson": "GEOJSON"}
_IANA = "https://www.iana.org/assignments/media-types/"
# Countries of Europe by their codes of two letters and of three (ISO 3166-1), which the Publications Office uses.
# fmt: off
_COUNTRIES = {
    "AD": "AND", "AL": "ALB", "AM": "ARM", "AT": "AUT", "AZ": "AZE", "BA": "BIH", "BE": "BEL", "BG": "BGR",
    "BY": "BLR", "CH": "CHE", "CY": "CYP", "CZ": "CZE", "DE": "DEU", "DK": "DNK", "EE": "EST", "ES": "ESP",
    "FI": "FIN", "FR": "FRA", "GB": "GBR", "GE": "GEO", "GR": "GRC", "HR": "HRV", "HU": "HUN", "IE": "IRL",
    "IS": "ISL", "IT": "ITA", "LI": "LIE", "LT": "LTU", "LU": "LUX", "LV": "LVA", "MC": "MCO", "MD": "MDA",
    "ME": "MNE", "MK": "MKD", "MT": "MLT", "NL": "NLD", "NO": "NOR", "PL": "POL", "PT": "PRT", "RO": "ROU",
    "RS": "SRB", "SE": "SWE", "SI": "SVN", "SK": "SVK", "SM": "SMR", "TR": "TUR", "UA": "UKR", "VA": "VAT",
    "XK": "XKX",
}
# fmt: on


def dcat_catalogue(catalogue: Catalogue, identity: Identity, files: Mapping[str, bytes], t: Translations) -> bytes:
    """A catalogue with one dataset and a distribution for each of the files, by address.

    While the address of the site is not known, names are relative to the file itself.
    """
    terms = _terms(licences_of(catalogue.published, identity), t)
    distributions = [_distribution(address, content, identity, terms, t) for address, content in files.items()]
    dataset: dict[str, Any] = {
        "@id": _iri(f"{FOLDER}#zbior", identity),
        "@type": "dcat:Dataset",
        "dct:title": _polish(identity.name),
        "dct:description": _polish(identity.description),
        "dct:identifier": _iri(f"{FOLDER}#zbior", identity),
        "dct:publisher": {"@id": _iri("#wydawca", identity)},
        "dct:language": _node(f"{_EU}/language/POL", "dct:LinguisticSystem"),
        "dct:accrualPeriodicity": _node(f"{_EU}/frequency/IRREG", "dct:Frequency"),
        "dcat:theme": {
            **_node(f"{_EU}/data-theme/SOCI", "skos:Concept"),
            "skos:prefLabel": _polish(t("data.theme")),
        },
        "dcat:keyword": [_polish(word) for word in _keywords(catalogue)],
        "dcat:landingPage": _node(_iri(FOLDER, identity), "foaf:Document"),
        "dct:spatial": [_node(f"{_EU}/country/{_COUNTRIES[code]}", "dct:Location") for code in _countries(catalogue)],
        "dcat:distribution": [{"@id": each["@id"]} for each in distributions],
    }
    days = sorted(_days(catalogue))
    if days:
        dataset |= {"dct:issued": _day(days[0]), "dct:modified": _day(days[-1])}
    if identity.contact:
        dataset["dcat:contactPoint"] = {
            "@type": "vcard:Kind",
            "vcard:fn": identity.publisher,
            "vcard:hasEmail": {"@id": f"mailto:{identity.contact}"},
        }
    about = {
        "@id": _iri(DCAT, identity),
        "@type": "dcat:Catalog",
        "dct:title": _polish(identity.name),
        "dct:description": _polish(identity.description),
        "dct:publisher": {"@id": _iri("#wydawca", identity)},
        "dct:language": _node(f"{_EU}/language/POL", "dct:LinguisticSystem"),
        **terms,
        "foaf:homepage": _node(_iri("", identity), "foaf:Document"),
        "dcat:dataset": {"@id": dataset["@id"]},
    }
    publisher = {
        "@id": _iri("#wydawca", identity),
        "@type": "foaf:Agent",
        "foaf:name": _polish(identity.publisher),
    }
    graph = [about, dataset, publisher, *distributions]
    return to_json({"@context": _CONTEXT, "@graph": graph}, indent=2) + b"\n"


def _terms(licences: Sequence[Licence], t: Translations) -> dict[str, Any]:
    """The one licence of the data; of several the profile takes none, so that they are told in words."""
    [first, *others] = licences
    if others or not first.url:
        words = {"@type": "dct:RightsStatement", "rdfs:label": _polish(mix_in_words(licences, t))}
        return {"dct:rights": words}
    return {"dct:license": _node(_CC_BY_4 if first.id == "CC-BY-4.0" else first.url, "dct:LicenseDocument")}


def _distribution(
    address: str, content: bytes, identity: Identity, terms: Mapping[str, Any], t: Translations
) -> dict[str, Any]:
    name, _, kind = address.removeprefix(FOLDER).partition(".")
    return {
        "@id": f"{_iri(address, identity)}#plik",
        "@type": "dcat:Distribution",
        "dct:title": _polish(t(f"data.files.{name}.{kind}")),
        "dcat:accessURL": _node(_iri(FOLDER, identity), "rdfs:Resource"),
        "dcat:downloadURL": _node(_iri(address, identity), "rdfs:Resource"),
        "dct:format": _node(f"{_EU}/file-type/{_FILE_TYPES[kind]}", "dct:MediaTypeOrExtent"),
        "dcat:mediaType": _node(_IANA + MEDIA_TYPES[kind], "dct:MediaType"),
        **terms,
        "dcat:byteSize": {"@type": "xsd:nonNegativeInteger", "@value": str(len(content))},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": _node("spdx:checksumAlgorithm_sha256", "spdx:ChecksumAlgorithm"),
            "spdx:checksumValue": {"@type": "xsd:hexBinary", "@value": sha256(content).hexdigest()},
        },
    }


def _node(iri: str, kind: str) -> dict[str, str]:
    """Something described elsewhere; readers of the shapes of DCAT-AP do not fetch that, so its class is said here."""
    return {"@id": iri, "@type": kind}


def _iri(address: str, identity: Identity) -> str:
    return identity.page_address(address) or f"../{address}"


def _polish(text: str) -> dict[str, str]:
    return {"@language": "pl", "@value": text}


def _day(day: date) -> dict[str, str]:
    return {"@type": "xsd:date", "@value": day.isoformat()}


def _days(catalogue: Catalogue) -> set[date]:
    editorials = [practice.editorial for practice in catalogue.published]
    return {day for each in editorials for day in (each.created, each.updated) if day}


def _keywords(catalogue: Catalogue) -> list[str]:
    used = {theme for practice in catalogue.published for theme in practice.themes}
    return [term.pl for theme, term in catalogue.vocabularies["themes"].items() if theme in used]


def _countries(catalogue: Catalogue) -> list[str]:
    used = {catalogue.places[use.place].country for practice in catalogue.published for use in practice.places}
    return sorted(used & set(_COUNTRIES))
