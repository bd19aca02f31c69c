"""What search engines read: an article about a project or a service, nothing made up, nothing that ends the element."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from pyld import jsonld
from tests.support.samples import IDENTITY, published

from goodpractices.publishing.open_data import linked_practice, script

SCHEMA_ORG = "https://schema.org/"


def linked(parent: Path, identity: Any = IDENTITY, **given: Any) -> dict[str, Any]:
    catalogue = published(parent, {"las": given})
    return linked_practice(catalogue.practices["las"], catalogue, identity, "praktyki/las/")


def test_a_project_with_its_money_and_dates(tmp_path: Path) -> None:
    money = {"role": "grant", "amount": 7800000, "currency": "PLN", "source": "s1"}
    article = linked(tmp_path, kind="project", period={"start": "2016-12", "end": "2023~"}, funding=[money])
    about = article["about"]
    assert (article["@type"], about["@type"], about["foundingDate"]) == ("Article", "Project", "2016-12")
    assert "dissolutionDate" not in about, "an uncertain date is none to a machine"
    assert about["funding"][0]["amount"] == {"@type": "MonetaryAmount", "value": 7800000, "currency": "PLN"}
    assert article["url"] == "https://katalog.example.org/praktyki/las/"


def test_a_lasting_offer_is_a_service(tmp_path: Path) -> None:
    assert linked(tmp_path, kind="service")["about"]["@type"] == "GovernmentService"


def test_without_an_address_nothing_points_anywhere(tmp_path: Path) -> None:
    article = linked(tmp_path, replace(IDENTITY, address=None))
    assert {"@id", "url"}.isdisjoint(article)


def test_no_text_ends_the_element() -> None:
    title = "</script><script>alert(1)</script> & <!--"
    element = script({"headline": title})
    inner = element.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert "<" not in inner
    assert json.loads(inner)["headline"] == title


def test_a_reader_of_linked_data_understands_it(tmp_path: Path) -> None:
    def context(url: str, options: Any) -> dict[str, Any]:
        assert url == "https://schema.org"
        return {"contextUrl": None, "documentUrl": url, "document": {"@context": {"@vocab": SCHEMA_ORG}}}

    (expanded,) = jsonld.expand(linked(tmp_path, title="Las"), {"documentLoader": context})
    assert expanded["@type"] == [f"{SCHEMA_ORG}Article"]
    assert expanded[f"{SCHEMA_ORG}headline"] == [{"@value": "Las"}]
