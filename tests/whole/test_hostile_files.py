"""Files made to take all time or memory: refused with a sentence, before anything is built of them."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from tests.support.hostile_files import OFFICE_FILES
from tests.support.office import OFFERED
from tests.support.submissions import PL

from bench.office_files.packing import packed
from goodpractices.editing import UnusableSubmission
from goodpractices.editing.submissions.reading import package
from goodpractices.editing.submissions.reading_files import read_file


def answer(ending: str, data: bytes) -> str:
    """The fault that stops the reading of a file, or the title that was read."""
    try:
        return read_file(data, ending, PL, OFFERED)[0].answers.get("title", "")
    except UnusableSubmission as refused:
        return refused.faults[0].key


@pytest.mark.parametrize(
    ("ending", "data", "expected"),
    OFFICE_FILES,
)
def test_more_than_there_may_be_is_refused_and_harmless_variants_are_read(
    ending: str, data: bytes, expected: str
) -> None:
    assert answer(ending, data) == expected


def test_depth_is_limited() -> None:
    deep = b"<a>" * package.MAX_DEPTH + b"</a>" * package.MAX_DEPTH
    package.opened(packed({"a.xml": deep}))
    with pytest.raises(UnusableSubmission):
        package.opened(packed({"a.xml": b"<a>" + deep + b"</a>"}))


def test_a_part_that_says_it_is_small_is_read_no_further() -> None:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr("a.xml", b"<a>" + b" " * 1_000_000 + b"</a>")
    lying = out.getvalue().replace((1_000_007).to_bytes(4, "little"), (100).to_bytes(4, "little"))
    assert answer(".docx", lying) == "submission.broken"
