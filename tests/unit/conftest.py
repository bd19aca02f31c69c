"""What all unit tests are tried with, where the real thing would take longer than all else they do."""

from collections.abc import Iterator

import pytest

from goodpractices.finding.search import everyday

FEW_WORDS = {
    "pl": [{"find": "las ogród", "say": "gaj, zagajnik, na dwor*"}],
    "en": [{"find": "forest", "say": "grove"}],
}


@pytest.fixture(autouse=True, scope="session")
def few_everyday_words() -> Iterator[None]:
    """A table of a few words of everyday life: the real one has thousands, whose forms each catalogue would ask for."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(everyday, "_book", lambda: FEW_WORDS)
        yield
