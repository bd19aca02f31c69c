"""Amounts in a foreign currency: told in złoty as well, by the rates of their own years, or as they are."""

from pathlib import Path
from typing import Any

from tests.support.samples import IDENTITY, PL, renderer, said, with_registry

from goodpractices.catalogue import derive
from goodpractices.publishing.pages import practice_inputs
from goodpractices.publishing.pages.practice.labels import Labels
from goodpractices.publishing.pages.practice.money import money_block
from goodpractices.wording import Translations

RATES = [
    {
        "id": "pln",
        "currency": "PLN",
        "per_euro": {"2016": 4.4, "2017": 4.2},
        "source": "EBC",
        "en": "ECB",
        "as_of": "2026-10-30",
    },
    {"id": "sek", "currency": "SEK", "per_euro": {"2017": 9.6}, "source": "EBC", "en": "ECB", "as_of": "2026-10-30"},
]


def amounts_at_home(parent: Path, *amounts: dict[str, Any], t: Translations = PL) -> list[Any]:
    """The notes of each amount; a share of it for the whole period is for 2016 to 2017."""
    funding = [{"role": "grant", "source": "s1", **each} for each in amounts]
    given = {"period": {"start": "2016-12", "end": "2017-06", "source": "s1"}, "funding": funding}
    catalogue = with_registry(parent, {"_registry/rates": RATES}, {"las": given})
    practice = catalogue.practices["las"]
    labels = Labels(practice_inputs(practice, (), catalogue, IDENTITY, renderer().links).records, t)
    return [said(each.notes) for each in money_block(practice, derive(practice), labels).amounts]


def test_an_amount_from_abroad_is_told_in_zloty_with_its_rate(tmp_path: Path) -> None:
    euro = {"amount": 2844000, "currency": "EUR"}
    crowns = {"amount": 477000, "currency": "SEK", "period": "2017"}
    assert amounts_at_home(tmp_path, euro, crowns) == [
        ["około 12,2 mln zł po średnim kursie z lat 2016–2017 (1 € = 4,3 zł, EBC)"],
        ["2017", "około 209 000 zł po średnim kursie z 2017 roku (1 SEK = 0,4375 zł, EBC)"],
    ]


def test_an_amount_without_a_rate_and_one_in_zloty_are_told_as_they_are(tmp_path: Path) -> None:
    crowns = {"amount": 477000, "currency": "SEK"}  # the rate of 2016 is missing
    home = {"amount": 477000, "currency": "PLN", "period": "2017"}
    assert amounts_at_home(tmp_path, crowns, home) == [[], ["2017"]]


def test_in_english_the_source_has_its_english_name(tmp_path: Path) -> None:
    crowns = {"amount": 477000, "currency": "SEK", "period": "2017"}
    [[_, told]] = amounts_at_home(tmp_path, crowns, t=Translations.load("en"))
    assert told == "about PLN 209,000 at the average rate of 2017 (SEK 1 = 0.4375 PLN, ECB)"
