"""Which pages of the real catalogue are measured."""

from tests.support.paths import PRACTICES

from _shared.environment import ROOT
from bench.page_quality import pages_to_judge
from goodpractices.catalogue import load_catalogue, load_identity
from goodpractices.publishing import Site


def test_home_catalogue_and_practice_are_judged_in_every_language_that_has_them() -> None:
    folder = PRACTICES
    sites = Site.in_languages(load_catalogue(folder), load_identity(ROOT / "docs" / "katalog.yml"), folder)
    assert [each.address for each in pages_to_judge(sites, "epic")] == [
        "",
        "praktyki/",
        "praktyki/epic/",
        "en/",
        "en/practices/",
        "en/practices/epic/",
    ]
