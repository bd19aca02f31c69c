"""A citation is saved from the page of a practice, on a server and from a folder, with scripts and without."""

from pathlib import Path

import pytest
from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("javascript", [True, False], ids=["scripts", "no-scripts"])
def test_the_citation_of_a_practice_is_saved_in_every_format(anywhere: Visit, javascript: bool) -> None:
    page = anywhere(javascript=javascript).open("praktyki/epic/")
    page.get_by_text("O tym opisie i jak cytować").click()
    saved: dict[str, str] = {}
    for name in ("BibTeX", "RIS", "CSL-JSON"):
        with page.expect_download() as started:
            page.get_by_role("link", name=name, exact=True).click()
        saved[started.value.suggested_filename] = Path(started.value.path()).read_text(encoding="utf-8")
    assert [*saved] == ["epic.bib", "epic.ris", "epic.json"]
    assert saved["epic.bib"].startswith("@misc{epic,\n  title = {{")
    assert saved["epic.ris"].startswith("TY  - ELEC\nID  - epic\n")
    assert '"language": "pl"' in saved["epic.json"]
    assert page.url.endswith(("/praktyki/epic/", "/praktyki/epic/index.html"))
