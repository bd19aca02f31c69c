"""Files of offices as large as they may be are read, larger ones are refused before they take anything."""

import pytest
from tests.support.office import ASKED, DOCX, packed, read_document, with_part

from goodpractices.editing import UnusableSubmission
from goodpractices.editing.submissions import sheets
from goodpractices.editing.submissions.reading.package import MAX_ELEMENTS, opened
from goodpractices.editing.submissions.sheets import MAX_ROWS


def test_as_much_as_a_table_may_have_is_read() -> None:
    rows = [["Nazwa praktyki"], ["Pełna nazwa, do 100 znaków."], *[["x"]] * MAX_ROWS]
    assert len(sheets.read_rows(rows, "Praktyki", ASKED).submissions) == 500
    [read] = sheets.read_rows([["Nazwa praktyki"], ["x" * 20_000, *["y"] * 99]], "Praktyki", ASKED).submissions
    assert len(read.leftovers) == 99


def test_a_document_of_very_many_parts_is_refused_before_a_library_opens_it() -> None:
    body = b'<w:document xmlns:w="w">' + b"<w:p/>" * MAX_ELEMENTS + b"</w:document>"
    with pytest.raises(UnusableSubmission) as refused:
        read_document(with_part(DOCX, "word/document.xml", body))
    assert refused.value.faults[0].key == "submission.too_many_elements"


def test_what_unpacks_to_too_much_says_how_much_there_may_be() -> None:
    opened(packed(2, 20 * 1024 * 1024))
    with pytest.raises(UnusableSubmission) as refused:
        opened(packed(1, 40 * 1024 * 1024 + 1))
    [fault] = refused.value.faults
    assert (fault.key, fault.params) == ("submission.too_much_packed", {"max": 40})
    body = b"<x>" + b"<a/>" * (MAX_ELEMENTS - 1) + b"</x>"
    opened(with_part(packed(1), "A.XML", body))
    with pytest.raises(UnusableSubmission) as refused:
        opened(with_part(packed(1), "A.XML", body.replace(b"<x>", b"<x><a/>")))
    [fault] = refused.value.faults
    assert (fault.key, fault.params) == ("submission.too_many_elements", {})
