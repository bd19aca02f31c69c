"""What is asked about a practice: each question with its kind, its field and the answers it allows."""

from tests.support.samples import PL
from tests.support.submissions import reference

from goodpractices.catalogue import SECTIONS
from goodpractices.editing import QUESTIONS

ASKED = [
    ("title", "line", "title", True, ""),
    ("summary", "text", "summary", True, ""),
    ("kind", "choice", "kind", True, "kinds"),
    ("themes", "choices", "themes", True, "themes"),
    ("places", "lines", "places", True, ""),
    ("lifecycle", "choice", "lifecycle", True, "lifecycle"),
    ("sources", "lines", "sources", True, ""),
    ("target_groups", "choices", "target_groups", False, "target_groups"),
    ("leaders", "lines", "organisations", False, ""),
    ("partners", "lines", "organisations", False, ""),
    ("start", "line", "period", False, ""),
    ("end", "line", "period", False, ""),
    ("support_types", "choices", "support_types", False, "support_types"),
    ("access_cost", "choice", "access_cost", False, "access_cost"),
    ("programme", "line", "programme", False, ""),
    *((section, "text", section, False, "") for section in SECTIONS),
    ("funding", "text", "funding", False, ""),
    ("indicators", "text", "indicators", False, ""),
    ("obstacles", "text", "obstacles", False, ""),
    ("contact_unit", "line", "contacts", False, ""),
    ("contact_email", "line", "contacts", False, ""),
    ("remarks", "text", "editorial", False, ""),
]


def test_these_questions_are_asked_in_this_order() -> None:
    assert [(each.id, each.kind, each.field, each.required, each.allowed) for each in QUESTIONS] == ASKED


def test_lists_and_several_choices_take_several_answers() -> None:
    assert [each.id for each in QUESTIONS if each.takes_several] == [
        *("themes", "places", "sources", "target_groups", "leaders", "partners", "support_types"),
        *("funding", "indicators", "obstacles"),
    ]


def test_answers_come_from_a_vocabulary_a_closed_choice_or_anywhere() -> None:
    by_id = {each.id: each for each in QUESTIONS}
    assert by_id["kind"].options(reference().shared, PL)["project"] == "projekt"
    assert by_id["lifecycle"].options(reference().shared, PL)["running"] == "trwa"
    assert by_id["title"].options(reference().shared, PL) == {}
