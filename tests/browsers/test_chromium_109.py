"""The journeys in Chromium 109."""

import pytest
from tests.browsers.journeys import Journeys
from tests.support.thorough import AT_NIGHT

pytestmark = [pytest.mark.browsers, AT_NIGHT]


class TestChromium109(Journeys):
    browser = "Chromium 109"
