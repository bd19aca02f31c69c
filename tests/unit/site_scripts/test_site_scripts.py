"""What the scripts of the site work out: claims in the files beside, which Node runs in one process."""

from pathlib import Path

import pytest
from tests.support.form_cases import write_cases

from _shared.site_scripts import Run, run_tests

FILES = sorted(Path(__file__).parent.glob("*.test.js"))


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    cases = tmp_path_factory.mktemp("cases") / "cases.json"
    write_cases(cases)
    return run_tests(FILES, cases)


@pytest.mark.slow
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_what_scripts_claim_holds(file: Path, run: Run) -> None:
    assert [f"{each.claim}\n{each.reason}" for each in run.failures if each.file == file] == []


@pytest.mark.slow
def test_all_claims_were_tried(run: Run) -> None:
    assert run.passed > 200
