"""The journeys in Chromium."""

import pytest
from tests.browsers.journeys import Journeys

pytestmark = pytest.mark.browsers


class TestChromium(Journeys):
    browser = "Chromium"
