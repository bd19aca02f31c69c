"""The locks hold everything that is pinned, and nothing that ties them to a place."""

import json
import re
import tomllib
from collections.abc import Iterator

import pytest

from _shared.environment import ROOT, locked

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
SITE = PROJECT["dependencies"]
PINS = {
    "site": SITE,
    "pdf": SITE + EXTRAS["pdf"],
    "import": SITE + EXTRAS["import"],
    "test": SITE + EXTRAS["pdf"] + EXTRAS["import"] + EXTRAS["test"],
}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def entries(needs: str) -> Iterator[tuple[str, str, str]]:
    """Name, version and the rest of each package in a lock."""
    text = locked(needs).read_text(encoding="utf-8")
    for entry in re.split(r"\n(?=\w)", text):
        if found := re.match(r"(\w\S*)==(\S+)(.*)", entry, flags=re.DOTALL):
            yield found[1], found[2], found[3]


@pytest.mark.parametrize("needs", PINS)
def test_every_pin_is_in_the_lock_in_the_same_version(needs: str) -> None:
    versions = {(normal(name), version) for name, version, _ in entries(needs)}
    pins = (pin.partition(";")[0].strip().partition("==") for pin in PINS[needs])
    assert {(normal(name), version) for name, _, version in pins} <= versions


def test_only_the_analyser_is_left_to_the_system() -> None:
    conditional = [pin.partition("==")[0] for pins in PINS.values() for pin in pins if ";" in pin]
    assert {*conditional} == {"morfeusz2"}


@pytest.mark.parametrize("needs", ["site", "pdf", "import"])
def test_no_lock_leaves_anything_else_to_the_system(needs: str) -> None:
    left = {name for name, _, rest in entries(needs) if re.match(r"\s*;.*(?:platform_[ms]|sys_|os_name)", rest)}
    assert left == {"morfeusz2"}


def test_the_tests_run_with_the_packages_of_the_site_and_of_pdf() -> None:
    assert set(entries_without_reasons("site")) <= set(entries_without_reasons("pdf"))
    assert set(entries_without_reasons("pdf")) <= set(entries_without_reasons("test"))
    assert set(entries_without_reasons("import")) <= set(entries_without_reasons("test"))


def test_a_build_of_the_site_needs_no_package_for_pdf_or_for_imports() -> None:
    assert not {"weasyprint", "openpyxl", "python-docx", "lxml"} & {normal(name) for name, _, _ in entries("site")}


def entries_without_reasons(needs: str) -> Iterator[tuple[str, ...]]:
    for name, version, rest in entries(needs):
        yield name, version, *re.findall(r"sha256:[0-9a-f]{64}", rest)


@pytest.mark.parametrize("needs", PINS)
def test_every_package_has_the_hashes_of_its_files(needs: str) -> None:
    without = [name for name, _, rest in entries(needs) if "--hash=sha256:" not in rest]
    assert without == []


@pytest.mark.slow
@pytest.mark.parametrize("needs", PINS)
def test_no_address_and_no_path_stands_in_a_lock(needs: str) -> None:
    text = locked(needs).read_text(encoding="utf-8")
    assert re.findall(r".*(?:://|--(?:extra-)?index|--find-links| /\w).*", text) == []


def test_the_lock_of_lighthouse_has_a_hash_for_each_package_and_no_address() -> None:
    text = (ROOT / "scripts" / "bench" / "page_quality" / "package-lock.json").read_text(encoding="utf-8")
    packages = {name: each for name, each in json.loads(text)["packages"].items() if name}
    assert packages
    assert [name for name, each in packages.items() if "integrity" not in each] == []
    assert "://" not in text
