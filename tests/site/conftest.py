"""Another build that tests compare with the real one."""

import pytest
from tests.support.builds import build
from tests.support.pages import BuiltSite


@pytest.fixture(scope="session")
def properdocs_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The same site made by the other generator."""
    built = build(tmp_path_factory.mktemp("properdocs") / "site", generator="properdocs").finished()
    return BuiltSite(built.folder, built.log)
