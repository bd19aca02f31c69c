"""What dane.gov.pl gathers: one dataset, a resource for each file, in the order of elements the portal was given."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.support.samples import IDENTITY, PL, published

from goodpractices.publishing.open_data.harvester import harvester_xml, md5_file

FILES = {"dane/praktyki.csv": b"", "dane/praktyki.json": b""}
RESOURCE = """      <resource status="published">
        <extIdent>dane/{file}</extIdent>
        <url>https://katalog.example.org/dane/{file}</url>
        <title>
          <polish>{title}</polish>
        </title>
        <availability>remote</availability>
{dates}        <hasDynamicData>false</hasDynamicData>
        <hasHighValueData>false</hasHighValueData>
        <hasHighValueDataFromEuropeanCommissionList>false</hasHighValueDataFromEuropeanCommissionList>
        <hasResearchData>false</hasResearchData>
        <containsProtectedData>false</containsProtectedData>
      </resource>
"""
DATES = """        <dataDate>2026-01-02</dataDate>
        <lastUpdateDate>2026-01-02T00:00:00Z</lastUpdateDate>
"""
DATASET = """<?xml version="1.0" encoding="UTF-8"?>
<ns2:datasets xmlns:ns2="urn:otwarte-dane:harvester:1.13">
  <dataset status="published">
    <extIdent>katalog-dobrych-praktyk</extIdent>
    <title>
      <polish>Katalog</polish>
    </title>
    <description>
      <polish>Opis katalogu</polish>
    </description>
    <url>https://katalog.example.org/dane/</url>
    <updateFrequency>irregular</updateFrequency>
    <categories>
      <category>SOCI</category>
    </categories>
    <conditions>
      <dbOrCopyrightedLicenseChosen>CC_BY_4.0</dbOrCopyrightedLicenseChosen>
    </conditions>
    <resources>
{resources}    </resources>
    <tags>
      <tag lang="pl">sport</tag>
      <tag lang="pl">zieleń</tag>
    </tags>
  </dataset>
</ns2:datasets>
"""


def described(parent: Path, state: date | None, address: str | None = "https://katalog.example.org/") -> str:
    entries: dict[str, dict[str, Any]] = {
        "las": {"themes": ["zielen", "sport"]},
        "staw": {"themes": ["zielen"]},
        "szkic": {"themes": ["praca"], "editorial": {"state": "draft"}},
    }
    identity = replace(IDENTITY, address=address)
    return harvester_xml(published(parent, entries), identity, state, FILES, PL).decode()


def resources(dates: str) -> str:
    titles = {
        "praktyki.csv": "Praktyki, po jednej w wierszu",
        "praktyki.json": "Wszystkie praktyki ze słownikami i rejestrami",
    }
    return "".join(RESOURCE.format(file=file, title=title, dates=dates) for file, title in titles.items())


def test_the_dataset_says_what_it_holds_and_on_what_terms(tmp_path: Path) -> None:
    assert described(tmp_path, date(2026, 1, 2)) == DATASET.format(resources=resources(DATES))


def test_without_a_date_of_the_data_none_is_said(tmp_path: Path) -> None:
    assert described(tmp_path, None) == DATASET.format(resources=resources(""))


def test_an_address_without_a_slash_at_its_end_is_the_same(tmp_path: Path) -> None:
    assert described(tmp_path, None, "https://katalog.example.org") == DATASET.format(resources=resources(""))


def test_without_the_address_of_the_site_there_is_nothing_to_gather(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="address of the site"):
        described(tmp_path, None, None)


def test_the_sum_stands_on_a_line_of_its_own() -> None:
    assert md5_file(b"") == b"d41d8cd98f00b204e9800998ecf8427e\n"
