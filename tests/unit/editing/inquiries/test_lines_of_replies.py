"""Which lines of a reply are ours: the letter, its questions, its reference, however a program quoted them."""

import pytest

from goodpractices.editing.inquiries.reply_lines import Line, Ours, lines_of
from goodpractices.editing.inquiries.reply_words import first_beginning, holds, opening, opens_with
from goodpractices.wording import Translations

PL = Translations.load("pl")
OURS = Ours(
    ("Szanowni Państwo\nprosimy o odpowiedź na pięć krótkich pytań o praktykę Las w mieście", "Drugi list"),
    ("Urząd Miasta",),
    ("Z góry dziękujemy za odpowiedź",),
)
GOES = PL("letter.goes", part=PL("letter.part.cost"))


def test_lines_lose_the_signs_of_a_quotation_and_blanks() -> None:
    assert [*lines_of("> a \r\n>> b\r> > c\n  d \n>")] == [
        *(Line("a", True), Line("b", True), Line("c", True), Line("d"), Line("", True)),
    ]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (PL("reply.cost"), ("cost", "")),
        (f"3. **{PL('reply.cost')}** 300 zł ", ("cost", "300 zł")),
        (f"{PL('reply.cost').upper()}: 300 zł", ("cost", "300 zł")),
        (PL("reply.cost").replace(" ", "  "), ("cost", "")),
        (f"Wiemy. {PL('reply.cost')}", None),
    ],
)
def test_a_question_of_ours_is_known_with_what_stands_behind_it(line: str, found: tuple[str, str] | None) -> None:
    assert OURS.question(line) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (f"{GOES} 300 zł", ("cost", "300 zł")),
        (f"  {GOES} – 300 zł", ("cost", "300 zł")),
        (f"Drugi list {GOES} 300 zł", ("cost", "300 zł")),
        (f"{PL('letter.known', known='500 zł')} {GOES} 300 zł", ("cost", "300 zł")),
        (GOES, ("cost", "")),
        (f"Nasze słowa. {GOES} 300 zł", ("", "")),
        ("300 zł", ("", "")),
    ],
)
def test_words_behind_ours_answer_the_question_they_follow(line: str, found: tuple[str, str]) -> None:
    assert OURS.behind(line) == found


@pytest.mark.parametrize(
    ("line", "is_quoted", "is_ours"),
    [
        ("", False, True),
        ("szanowni państwo", False, True),
        (PL("letter.form_title"), False, True),
        (PL("letter.no_page"), False, True),
        (PL("letter.until", day="3 listopada 2026"), False, True),
        (PL("letter.until", day="wkrótce"), False, False),
        ("prosimy o odpowiedź na pięć krótkich pytań o", False, True),
        ("prosimy o odpowiedź na pięć krótkich pytań", False, False),
        ("prosimy o odpowiedź na pięć krótkich pytań", True, True),
        ("rosimy o odpowiedź", True, False),
        ("Las", False, False),
    ],
)
def test_a_line_is_ours_word_for_word_or_as_a_long_part(line: str, is_quoted: bool, is_ours: bool) -> None:
    assert OURS.is_line(Line(line, is_quoted)) == is_ours


def test_the_reference_names_the_practice_and_the_day_of_the_letter() -> None:
    found = OURS.is_reference(f"  {PL('letter.reference', id='las-2', day='2026-11-02')} ")
    assert found is not None
    assert (found["id"], found["day"]) == ("las-2", "2026-11-02")
    assert OURS.is_reference(f"{PL('letter.reference', id='las-2', day='2026-11-02')}.") is None
    assert OURS.is_reference(PL("letter.reference", id="las", day="wczoraj")) is None


def test_behind_the_last_question_no_answer_is_awaited() -> None:
    lines = ("dziękujemy za odpowiedź", "za odpowiedź", "dziękujemy za odpowiedzi")
    assert [OURS.is_closing(each) for each in lines] == [True, False, False]


def test_a_line_between_words_of_ours_looks_like_ours() -> None:
    assert OURS.looks_like_ours(PL("letter.known", known="coś innego"))
    assert not OURS.looks_like_ours("coś innego")


def test_words_are_found_whole_or_by_their_beginning() -> None:
    assert [holds("a.b c", each) for each in ("a.b", "b", "c", "axb")] == [True, True, True, False]
    assert [first_beginning("nowa nowina", each) for each in ("nowi", "now", "owa")] == [5, 0, None]
    assert [opens_with("nowa rzecz", each) for each in ("nowa", "now", "rzecz")] == [True, False, False]
    assert opening("nie potwierdzamy wpisu", "verdicts") == "nie potwierdzamy"
    assert opening("pogoda", "verdicts") == ""
