"""The real site, built once for all tests that ask it questions, and one made of hostile entries."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.builds import build, offline_settings, project
from tests.hostile import IDENTITY, hostile_practices
from tests.pages import BuiltSite


@dataclass(frozen=True)
class HostileSite:
    """A site, and the payload of each of its practices by id."""

    site: BuiltSite
    payloads: dict[str, str]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The site as ``scripts/build.py`` makes it."""
    built = build(tmp_path_factory.mktemp("site") / "site").finished()
    return BuiltSite(built.folder, built.log)


@pytest.fixture(scope="session")
def offline_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The edition of the real site that opens from a folder."""
    folder = tmp_path_factory.mktemp("offline")
    return build(folder / "site", settings=offline_settings(folder / "project")).finished().folder


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> HostileSite:
    """A site of entries and an identity whose every text tries to become something else."""
    folder = tmp_path_factory.mktemp("hostile")
    payloads = hostile_practices(folder / "practices")
    settings = project(folder / "project", **IDENTITY)
    built = build(folder / "site", settings=settings, practices=folder / "practices").finished()
    return HostileSite(BuiltSite(built.folder, built.log), payloads)
