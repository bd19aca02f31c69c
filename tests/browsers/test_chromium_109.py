"""The journeys in Chromium 109."""

import pytest
from tests.browsers.journeys import Journeys

pytestmark = pytest.mark.browsers


class TestChromium109(Journeys):
    browser = "Chromium 109"
