"""What the scripts of the site do to a page: claims in the files beside, which Node runs with a page of its own."""

from pathlib import Path

import pytest
from tests.support.form_cases import write_cases

from _shared.site_scripts import Run, install_page, run_tests

FILES = sorted(Path(__file__).parent.glob("*.test.js"))


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    cases = tmp_path_factory.mktemp("cases") / "cases.json"
    write_cases(cases)
    install_page()
    return run_tests(FILES, cases)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_what_scripts_do_to_a_page(file: Path, run: Run) -> None:
    assert [f"{each.claim}\n{each.reason}" for each in run.failures if each.file == file] == []


def test_all_claims_were_tried(run: Run) -> None:
    assert run.passed > 100
