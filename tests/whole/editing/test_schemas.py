"""Every file of the catalogue passes the schemas that the tools of editors read."""

from pathlib import Path

import pytest
from tests.support.paths import PRACTICES
from tests.support.schemas import faults, read

from goodpractices.catalogue import VOCABULARIES

FILES = {
    "organisation": ["_registry/organisations"],
    "place": ["_registry/places"],
    "programme": ["_registry/programmes"],
    "glossary": ["_registry/glossary"],
    "rates": ["_registry/rates"],
    "term": [f"_vocabularies/{name}" for name in VOCABULARIES],
}


@pytest.mark.parametrize(
    ("name", "path"),
    [
        *(("practice", path) for path in sorted(PRACTICES.glob("*/index.md"))),
        *(("translation", path) for path in sorted(PRACTICES.glob("*/index.en.md"))),
        *((name, PRACTICES / f"{file}.yml") for name, files in FILES.items() for file in files),
    ],
    ids=lambda value: value if isinstance(value, str) else f"{value.parent.name}/{value.stem}",
)
def test_the_files_of_the_catalogue_pass(name: str, path: Path) -> None:
    assert faults(name, read(path)) == []
