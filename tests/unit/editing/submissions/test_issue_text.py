"""The text of an issue, as GitHub, Forgejo and GitLab make it of the forms in this repository."""

import time

import pytest
from tests.support.office import ASKED
from tests.support.submissions import ANSWERS, PL, reference

from goodpractices.editing import QUESTIONS, UnusableSubmission, issue_template
from goodpractices.editing.submissions import issue_text
from goodpractices.editing.submissions.submission import Submission


def read_issue(text: str) -> Submission:
    (read,) = issue_text.read_issue(text, ASKED).submissions
    return read


def as_github(answers: dict[str, str]) -> str:
    """What GitHub makes of a form: every question, with words of its own where there is no answer."""
    parts = [f"### {each.label(PL)}\n\n{answers.get(each.id, '_No response_')}" for each in QUESTIONS]
    return "\n\n".join([*parts, "### Zgody\n\n- [X] Wiem, że zgłoszenie jest publiczne.\n- [x] Opis jest mój."])


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_answers_of_a_form_come_back(end: str) -> None:
    read = read_issue(as_github(ANSWERS).replace("\n", end))
    assert read.answers == ANSWERS
    assert read.leftovers == ()
    assert read.places["title"] == "### Nazwa praktyki"


def test_the_template_of_gitlab_left_as_it_is_answers_nothing() -> None:
    read = read_issue(issue_template(reference().shared, PL))
    assert read.answers == {}
    assert read.leftovers == ()


def test_boxes_that_were_ticked_are_the_answer() -> None:
    text = (
        issue_template(reference().shared, PL)
        .replace("- [ ] sport", "- [x] sport")
        .replace("[ ] projekt", "[X] projekt")
    )
    assert read_issue(text).answers == {"kind": "projekt", "themes": "sport"}


def test_a_heading_in_a_longer_answer_belongs_to_it_even_one_of_the_form_again() -> None:
    answer = "Sadzimy.\n\n### Skąd drzewa\n\nZ lasu.\n\n### Nazwa praktyki\n\nInna"
    read = read_issue(f"### Nazwa praktyki\n\nLas\n\n### Na czym to polega\n\n{answer}")
    assert read.answers == {"title": "Las", "solution": answer}


def test_a_question_the_catalogue_does_not_know_is_kept_with_its_heading() -> None:
    read = read_issue("Dzień dobry!\n\n### Nazwa praktyki\n\nLas\n\n### Ulubiony kolor\n\nzielony")
    assert read.answers == {"title": "Las"}
    assert read.leftovers == (("Przed pierwszym pytaniem", "Dzień dobry!"), ("Ulubiony kolor", "zielony"))


def test_a_comment_of_the_template_is_no_answer_but_one_of_a_stranger_is_kept() -> None:
    hint = PL("ask_help.title")
    read = read_issue(f"### Nazwa praktyki\n<!-- {hint} -->\nLas <!-- tajne -->")
    assert read.answers == {"title": "Las <!-- tajne -->"}


@pytest.mark.parametrize("words", ["<!--", "## " + "#" * 100_000 + "x\n", "- [", " \t", "### a\n"])
def test_pathological_input_is_read_in_no_time(words: str) -> None:
    start = time.perf_counter()
    read_issue("### Nazwa praktyki\nLas\n" + words * (500_000 // len(words)))
    assert time.perf_counter() - start < 8


@pytest.mark.parametrize("text", ["", "zwykły tekst", "# Nazwa", "### Coś innego\n\nx"])
def test_a_text_without_questions_is_refused_and_the_questions_are_named(text: str) -> None:
    with pytest.raises(UnusableSubmission) as refused:
        read_issue(text)
    assert refused.value.faults[0].key == "submission.no_questions"
    assert "„Nazwa praktyki”" in PL("submission.no_questions", **refused.value.faults[0].params)


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n"])
def test_lines_may_end_in_any_way(end: str) -> None:
    text = "### Nazwa praktyki\n\nLas\n\n### Źródła\n\nraport\n"
    assert read_issue(text.replace("\n", end)).answers == {"title": "Las", "sources": "raport"}


@pytest.mark.parametrize(
    ("heading", "is_heading"),
    [
        ("# Nazwa praktyki", False),
        ("## Nazwa praktyki", True),
        ("#### Nazwa praktyki", True),
        ("##### Nazwa praktyki", False),
        ("###\tNazwa praktyki ###", True),
        ("###Nazwa praktyki", False),
        (" ### Nazwa praktyki", False),
        ("### \t # Nazwa praktyki:", True),
    ],
)
def test_a_heading_has_two_to_four_signs_and_a_blank(heading: str, *, is_heading: bool) -> None:
    read = read_issue(f"### Źródła\n\nraport\n\n{heading}\n\nLas")
    assert ("title" in read.answers) is is_heading


@pytest.mark.parametrize(
    ("lines", "answer"),
    [
        ("- [x] projekt\n- [ ] usługa", "projekt"),
        ("* [X] projekt", "projekt"),
        ("  -  [x]   projekt", "projekt"),
        ("- [x]projekt", "projekt"),
        ("- [x] projekt\nuwaga", "projekt\nuwaga"),
        ("a - [x] projekt", "a - [x] projekt"),
        ("-[x] projekt", "-[x] projekt"),
        ("- [ ] projekt", None),
        ("None", None),
        ("N/A", None),
        ("_No response_", None),
        ("none i tyle", "none i tyle"),
    ],
)
def test_a_ticked_box_is_an_answer_and_an_empty_one_is_none(lines: str, answer: str | None) -> None:
    read = read_issue(f"### Źródła\n\nraport\n\n### Rodzaj praktyki\n\n{lines}\n")
    assert read.answers.get("kind") == answer
    assert read.places == {name: f"### {PL(f'ask.{name}')}" for name in read.answers}


def test_words_below_the_consent_and_comments_that_do_not_end_are_told_apart() -> None:
    text = "### Nazwa praktyki\n\nLas <!-- a\n\n### Zgody\n\n- [x] Tak\n\n### Źródła\n\nraport -->"
    read = read_issue(text)
    assert read.answers == {"title": "Las <!-- a", "sources": "raport -->"}
    assert read.leftovers == ()


def test_our_hints_are_no_answer_wherever_they_stand() -> None:
    hint, intro = PL("ask_help.title"), PL("submission.intro")
    read = read_issue(f"<!-- {intro} -->### Nazwa praktyki\na<!--{hint}-->b<!-- c --><!-- {hint} -->")
    assert read.answers == {"title": "ab<!-- c -->"}
