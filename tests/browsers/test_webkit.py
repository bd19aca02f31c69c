"""The journeys in WebKit."""

import pytest
from tests.browsers.journeys import Journeys

pytestmark = pytest.mark.browsers


class TestWebKit(Journeys):
    browser = "WebKit"
