"""What search engines read: an article about a project or a service, nothing made up, nothing that ends the element."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from pyld import jsonld
from tests.support.samples import IDENTITY, published, with_registry

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


TOWN = {"id": "reda", "name": "Reda", "country": "PL", "level": "town", "teryt": "2215021", "lat": 54.6, "lon": 18.35}
CITY_HALL = {"id": "um-reda", "name": "Urząd Miasta", "kind": "urzad", "url": "https://reda.example.org/"}
FUND = {"id": "fundusz-2", "name": "Fundusz Zieleni", "level": "local"}
PARK = {
    "kind": "project",
    "title": "Las w mieście",
    "short_title": "Las",
    "themes": ["zielen", "sport"],
    "target_groups": ["seniorzy"],
    "places": [{"place": "reda", "role": "implemented"}, {"place": "reda", "role": "partner"}],
    "organisations": [{"org": "um-reda", "role": "leader"}, {"org": "um-gdynia", "role": "funder"}],
    "period": {"start": "2016-12-05", "end": "2023"},
    "funding": [
        {"role": "total", "amount": 9, "currency": "PLN", "source": "s1"},
        {
            "role": "grant",
            "amount": 5,
            "currency": "EUR",
            "source": "s1",
            "funder": "um-reda",
            "programme": "fundusz-2",
        },
    ],
    "sources": [{"id": "s1", "title": "Raport", "url": "https://example.org/raport"}, {"id": "s2", "title": "Notatka"}],
    "editorial": {"state": "published", "created": "2024-01-02", "updated": "2024-03-04"},
}


def park(parent: Path, **given: Any) -> dict[str, Any]:
    records: dict[str, list[dict[str, Any]]] = {
        "_registry/places": [TOWN],
        "_registry/organisations": [CITY_HALL],
        "_registry/programmes": [FUND],
    }
    catalogue = with_registry(parent, records, {"las": {**PARK, **given}})
    return linked_practice(catalogue.practices["las"], catalogue, IDENTITY, "praktyki/las/")


REDA = {
    "@type": "AdministrativeArea",
    "name": "Reda",
    "identifier": {"@type": "PropertyValue", "propertyID": "TERYT", "value": "2215021"},
    "address": {"@type": "PostalAddress", "addressCountry": "PL"},
    "geo": {"@type": "GeoCoordinates", "latitude": 54.6, "longitude": 18.35},
}
REDA_CITY_HALL = {"@type": "Organization", "name": "Urząd Miasta", "url": "https://reda.example.org/"}
PUBLISHER = {"@type": "Organization", "name": "Katalog", "url": "https://katalog.example.org/"}


def test_an_article_says_who_publishes_what_when_and_where(tmp_path: Path) -> None:
    article = park(tmp_path)
    assert {name: article[name] for name in article if name not in ("about", "description")} == {
        "@context": "https://schema.org",
        "@type": "Article",
        "@id": "https://katalog.example.org/praktyki/las/",
        "url": "https://katalog.example.org/praktyki/las/",
        "headline": "Las w mieście",
        "inLanguage": "pl",
        "datePublished": date(2024, 1, 2),
        "dateModified": date(2024, 3, 4),
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "author": PUBLISHER,
        "publisher": PUBLISHER,
        "isPartOf": {"@type": "WebSite", "name": "Katalog", "url": "https://katalog.example.org/"},
        "isBasedOn": ["https://example.org/raport"],
        "keywords": ["zieleń", "sport"],
        "audience": [{"@type": "Audience", "audienceType": "seniorzy"}],
        "spatialCoverage": [REDA],
    }


def test_a_project_names_its_leaders_sponsors_and_grants(tmp_path: Path) -> None:
    assert park(tmp_path)["about"] == {
        "@type": "Project",
        "name": "Las w mieście",
        "alternateName": "Las",
        "foundingDate": "2016-12-05",
        "dissolutionDate": "2023",
        "location": [REDA],
        "parentOrganization": [REDA_CITY_HALL],
        "sponsor": [{"@type": "Organization", "name": "Urząd Miasta Gdyni"}],
        "funding": [
            {
                "@type": "MonetaryGrant",
                "name": "Fundusz Zieleni",
                "amount": {"@type": "MonetaryAmount", "value": 5, "currency": "EUR"},
                "funder": REDA_CITY_HALL,
            }
        ],
    }


def test_a_service_names_its_providers_and_where_it_is_offered(tmp_path: Path) -> None:
    assert park(tmp_path, kind="service")["about"] == {
        "@type": "GovernmentService",
        "name": "Las w mieście",
        "alternateName": "Las",
        "provider": [REDA_CITY_HALL],
        "areaServed": [REDA],
    }


def test_a_practice_that_never_changed_was_last_changed_when_it_was_entered(tmp_path: Path) -> None:
    article = park(tmp_path, editorial={"state": "published", "created": "2024-01-02"})
    assert article["dateModified"] == date(2024, 1, 2)


def test_every_sign_that_could_end_the_element_is_escaped() -> None:
    assert script({"a": "<>&\u2028\u2029"}) == (
        '<script type="application/ld+json">{"a":"\\u003c\\u003e\\u0026\\u2028\\u2029"}</script>'
    )
