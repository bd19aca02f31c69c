"""The pictures that are looked at before a change goes out are of pages that there are."""

import pytest
from tests.support.pages import BuiltSite

from bench.take_screenshots import PAGES, PRINTED

pytestmark = pytest.mark.site


def test_every_page_to_be_pictured_is_there(site: BuiltSite) -> None:
    assert {address.partition("?")[0] for address in PAGES} <= site.pages.keys()
    assert {*PRINTED} <= {*PAGES.values()}
