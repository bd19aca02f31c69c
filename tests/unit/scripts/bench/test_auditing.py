"""What an audit tries can be told on the page about accessibility."""

import pytest

from bench.auditing import STATES
from goodpractices.wording import Translations


@pytest.mark.parametrize("language", ["pl", "en"])
def test_the_page_of_the_audit_has_words_for_every_state(language: str) -> None:
    t = Translations.load(language)
    assert all(t(f"audit.states.{state.name}") for state in STATES)
