"""The journeys in Chromium."""

import pytest
from tests.browsers.journeys import Journeys
from tests.support.thorough import AT_NIGHT

# With each change the tests in tests/browser see this one.
pytestmark = [pytest.mark.browsers, AT_NIGHT]


class TestChromium(Journeys):
    browser = "Chromium"
