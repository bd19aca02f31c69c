"""Licences: each that an entry may name, and where it stands in full."""

from typing import get_args

from goodpractices.catalogue import LICENCES
from goodpractices.catalogue.choices import LicenceId


def test_each_licence_that_may_be_named_is_known_by_its_name() -> None:
    assert set(LICENCES) == {*get_args(LicenceId)}


def test_a_licence_of_creative_commons_leads_to_its_own_text() -> None:
    own = {name: each.url for name, each in LICENCES.items() if name.startswith("CC-")}
    parts = {name: (url or "").split("/licenses/")[-1].strip("/").split("/") for name, url in own.items()}
    assert {name: "-".join(["CC", *said]).upper() for name, said in parts.items()} == {name: name for name in own}
