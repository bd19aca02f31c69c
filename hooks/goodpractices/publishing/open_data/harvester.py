"""The description that dane.gov.pl gathers by itself ("harvester", XML), with the MD5 sum it asks for beside the file.

Element names and their order follow files that public bodies feed the portal with
(``urn:otwarte-dane:harvester:1.13``). The official XSD could not be had when this was written, so the file was never
validated against it.
"""

from collections.abc import Mapping
from datetime import date
from hashlib import md5
from xml.etree import ElementTree as ET

from ...catalogue import Catalogue, Identity, licences_of
from ...wording import Translations
from ..phrasing import mix_in_words
from .addresses import FOLDER
from .xml_files import add_text, xml_file

_NAMESPACE = "urn:otwarte-dane:harvester:1.13"
_NO = "false"
# "Społeczeństwo" among the categories of the portal.
_CATEGORY = "SOCI"


def harvester_xml(
    catalogue: Catalogue, identity: Identity, state: date | None, files: Mapping[str, bytes], t: Translations
) -> bytes:
    """One dataset with a resource for each of the files, by address.

    Raises:
        ValueError: the address of the site is not known; the portal takes absolute addresses only.
    """
    if identity.address is None:
        raise ValueError("the portal needs the address of the site")
    base = identity.address.rstrip("/") + "/"
    root = ET.Element("ns2:datasets", {"xmlns:ns2": _NAMESPACE})
    dataset = ET.SubElement(root, "dataset", {"status": "published"})
    add_text(dataset, "extIdent", "katalog-dobrych-praktyk")
    add_text(ET.SubElement(dataset, "title"), "polish", identity.name)
    add_text(ET.SubElement(dataset, "description"), "polish", identity.description)
    add_text(dataset, "url", base + FOLDER)
    add_text(dataset, "updateFrequency", "irregular")
    add_text(ET.SubElement(dataset, "categories"), "category", _CATEGORY)
    conditions = ET.SubElement(dataset, "conditions")
    licences = licences_of(catalogue.published, identity)
    if [each.id for each in licences] == ["CC-BY-4.0"]:
        add_text(conditions, "dbOrCopyrightedLicenseChosen", "CC_BY_4.0")
    else:
        add_text(conditions, "dbOrCopyrighted", mix_in_words(licences, t))
    resources = ET.SubElement(dataset, "resources")
    for address in files:
        resources.append(_resource(address, base, state, t))
    tags = ET.SubElement(dataset, "tags")
    for theme in sorted({theme for practice in catalogue.published for theme in practice.themes}):
        ET.SubElement(tags, "tag", {"lang": "pl"}).text = catalogue.term("themes", theme).pl
    return xml_file(root)


def md5_file(content: bytes) -> bytes:
    """What stands in the ``.md5`` file beside the description; the portal compares, nothing is kept secret by it."""
    return md5(content, usedforsecurity=False).hexdigest().encode() + b"\n"


def _resource(address: str, base: str, state: date | None, t: Translations) -> ET.Element:
    name, _, kind = address.removeprefix(FOLDER).partition(".")
    resource = ET.Element("resource", {"status": "published"})
    add_text(resource, "extIdent", address)
    add_text(resource, "url", base + address)
    add_text(ET.SubElement(resource, "title"), "polish", t(f"data.files.{name}.{kind}"))
    add_text(resource, "availability", "remote")
    if state:
        add_text(resource, "dataDate", state.isoformat())
        add_text(resource, "lastUpdateDate", f"{state.isoformat()}T00:00:00Z")
    for flag in (
        "hasDynamicData",
        "hasHighValueData",
        "hasHighValueDataFromEuropeanCommissionList",
        "hasResearchData",
        "containsProtectedData",
    ):
        add_text(resource, flag, _NO)
    return resource
