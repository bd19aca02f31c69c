"""The journeys in Firefox ESR."""

import pytest
from tests.browsers.journeys import Journeys

pytestmark = pytest.mark.browsers


class TestFirefox(Journeys):
    browser = "Firefox ESR"
