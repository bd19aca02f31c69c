"""Where each line of a reply goes: to an answer, a verdict, a signature, or among what is kept for a person."""

from typing import Any

import pytest

from goodpractices.editing.inquiries.reply_corrections import correction_in
from goodpractices.editing.inquiries.reply_lines import Ours, sentences
from goodpractices.editing.inquiries.reply_reading import Reply, day_in, read_reply
from goodpractices.editing.inquiries.reply_signatures import looks_like_signature, role_in, signature_start
from goodpractices.editing.inquiries.reply_topics import topic_of_heading, topic_of_sentence

ABOUT = ("audience", "scale", "effect", "cost", "evidence")
NOTHING = Reply()


def read(text: str, about: tuple[str, ...] = ABOUT) -> dict[str, Any]:
    """What a reply without any letter in it says, and nothing of what it does not say."""
    reply = read_reply(text, Ours(()), about)
    said = {name: getattr(reply, name) for name in Reply.__slots__}
    return {name: value for name, value in said.items() if value != getattr(NOTHING, name)}


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("1. seniorzy\n2. 300 osób", {"audience": "seniorzy", "scale": "300 osób"}),
        ("Ad 1 seniorzy\nAd. 2: 300 osób", {"audience": "seniorzy", "scale": "300 osób"}),
        ("pytanie 4: 300 zł", {"cost": "300 zł"}),
        ("(4) 300 zł", {"cost": "300 zł"}),
        ("4 – trzysta", {"cost": "trzysta"}),
        ("- 4. 300 zł", {"cost": "300 zł"}),
        ("5. ankiety", {"evidence": "ankiety"}),
        ("1. Odp.: seniorzy", {"audience": "seniorzy"}),
        ("1. seniorzy\n1. młodsi\n2. starsi", {"audience": "seniorzy\n1. młodsi\n2. starsi"}),
        ("4. 300 zł\n2. jeden\n3. dwa", {"cost": "300 zł\n2. jeden\n3. dwa"}),
        ("Ad 4 300 zł\nAd 2 20 osób", {"cost": "300 zł", "scale": "20 osób"}),
        ("Ad 1 seniorzy\nAd 1 rodziny", {"audience": "seniorzy\nrodziny"}),
    ],
)
def test_a_number_says_which_question_is_answered(text: str, answers: dict[str, str]) -> None:
    assert read(text) == {"answers": answers}


@pytest.mark.parametrize("text", ["6. x", "10. x", "0. x", "1.5 mln zł"])
def test_a_number_that_no_question_has_answers_none(text: str) -> None:
    assert read(text) == {"rest": [("remarks", text)]}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Koszt: 300 zł", {"answers": {"cost": "300 zł"}}),
        ("Odpowiedź: Koszt: 3 zł", {"answers": {"cost": "Koszt: 3 zł"}}),
        ("koszt: 300 zł\nkoszt: 400 zł", {"answers": {"cost": "300 zł\nkoszt: 400 zł"}}),
        ("Koszt i skąd pieniądze\n300 zł", {"answers": {"cost": "300 zł"}}),
        ("Koszt i skąd pieniądze\n3 zł\n\nA dalej.", {"answers": {"cost": "3 zł\n\nA dalej."}}),
        ("LICZBY\n300 osób", {"answers": {"scale": "300 osób"}}),
        ("Liczby\n300 osób", {"rest": [("remarks", "Liczby"), ("remarks", "300 osób")]}),
        ("Pogoda: ładna", {"rest": [("remarks", "Pogoda: ładna")]}),
        (
            "- koszt: 300 zł\n- Liczby: 5 osób\nDalej",
            {"answers": {"cost": "300 zł", "scale": "5 osób"}, "rest": [("remarks", "Dalej")]},
        ),
        (
            "- koszt: 300 zł\ni jeszcze 20\nDalej coś",
            {"answers": {"cost": "300 zł\ni jeszcze 20"}, "rest": [("remarks", "Dalej coś")]},
        ),
        (
            "Z zajęć skorzystało 20 osób. Było miło.",
            {"answers": {"scale": "Z zajęć skorzystało 20 osób."}, "rest": [("remarks", "Było miło.")]},
        ),
        (
            "Było miło. Koszt wyniósł 300 zł. Koniec",
            {"answers": {"cost": "Koszt wyniósł 300 zł."}, "rest": [("remarks", "Było miło. Koniec")]},
        ),
    ],
)
def test_a_name_of_theirs_says_which_question_is_answered(text: str, said: dict[str, Any]) -> None:
    assert read(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Potwierdzamy.", {"verdict": "confirmed", "verdict_words": ["Potwierdzamy."]}),
        ("Koszt: zgadza się", {"boxes": {"cost": "agree"}, "verdict_words": ["zgadza się"]}),
        ("Koszt: nie zgadza się", {"boxes": {"cost": "disagree"}, "verdict_words": ["nie zgadza się"]}),
        ("Koszt:\n☒ zgadza się", {"boxes": {"cost": "agree"}}),
        ("Koszt:\n☐ zgadza się", {}),
        ("Koszt:\n☒ nie wiemy", {"boxes": {"cost": "unknown"}}),
        (
            "Koszt: zgadza się\n\nPotwierdzamy.",
            {
                "boxes": {"cost": "agree"},
                "verdict": "confirmed",
                "verdict_words": ["zgadza się", "Potwierdzamy."],
            },
        ),
        (
            "Koszt: 300 zł\nPotwierdzamy cały opis.",
            {"answers": {"cost": "300 zł"}, "verdict": "confirmed", "verdict_words": ["Potwierdzamy cały opis."]},
        ),
        (
            "Potwierdzam, koszt: 300 zł",
            {"answers": {"cost": "300 zł"}, "verdict": "confirmed", "verdict_words": ["Potwierdzam"]},
        ),
        (
            "Kwestionujemy: kwoty są stare.",
            {
                "verdict": "disputed",
                "verdict_words": ["Kwestionujemy: kwoty są stare."],
                "disputed": ["kwoty są stare."],
            },
        ),
        (
            "Nie potwierdzamy, bo się zmieniło.\nPotwierdzamy.",
            {
                "verdict": "disputed",
                "verdict_words": ["Nie potwierdzamy, bo się zmieniło.", "Potwierdzamy."],
                "disputed": ["bo się zmieniło."],
            },
        ),
        ("Potwierdzamy wpis, ale bez kwot", {"rest": [("remarks", "Potwierdzamy wpis, ale bez kwot")]}),
    ],
)
def test_a_verdict_is_of_one_answer_or_of_the_whole(text: str, said: dict[str, Any]) -> None:
    assert read(text) == said


def mail(*lines: str) -> list[tuple[str, str]]:
    return [("mail", line) for line in lines]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Od: a@b.pl\nData: 12 listopada 2026\nTemat: Odp\n\nKoszt: 3 zł",
            {
                "answers": {"cost": "3 zł"},
                "day": "2026-11-12",
                "rest": mail("Od: a@b.pl", "Data: 12 listopada 2026", "Temat: Odp"),
            },
        ),
        ("Od: a\nWysłano: 3.11.2026\nDate: 4.11.2026", {"day": "2026-11-03"}),
        ("Koszt: 3 zł\nFrom: a\nDate: 2026-11-12", {"answers": {"cost": "3 zł"}}),
        ("Od: a@b.pl\nKoszt: 3 zł", {"answers": {"cost": "3 zł"}, "rest": [("remarks", "Od: a@b.pl")]}),
        ("Dzień odpowiedzi: 3.11.2026", {"day": "2026-11-03"}),
        ("Dzień odpowiedzi: 3.11.2026 r.", {"day": "2026-11-03"}),
        ("Dzień odpowiedzi: 3.11.2026 rano", {"day": "2026-11-03", "rest": [("remarks", "3.11.2026 rano")]}),
        (
            "W dniu 3.11.2026 Anna Nowak napisała:\n> tekst",
            {"rest": [*mail("W dniu 3.11.2026 Anna Nowak napisała:"), ("quoted", "tekst")]},
        ),
        ("-----Wiadomość oryginalna-----\n-----\n", {}),
    ],
)
def test_the_head_of_a_message_is_kept_apart_and_may_say_the_day(text: str, said: dict[str, Any]) -> None:
    found = read(text)
    heads = [line for kind, line in found.get("rest", ()) if kind == "mail"]
    assert {name: value for name, value in found.items() if name in said} == said
    assert found.keys() - said.keys() <= ({"rest"} if heads else set())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Z poważaniem\nAnna Nowak\nBiuro Projektów", {"signature": ["Anna Nowak", "Biuro Projektów"]}),
        ("Z poważaniem, Anna Nowak", {"signature": ["Anna Nowak"]}),
        ("Z poważaniem\nLiczby: 5 osób", {"answers": {"cost": "3 zł", "scale": "5 osób"}}),
        ("--\nBiuro", {"signature": ["Biuro"]}),
        ("Anna Nowak", {"signature": ["Anna Nowak"]}),
        ("\nBiuro Projektów", {"signature": ["Biuro Projektów"]}),
        ("\nA dalej coś jeszcze.", {"rest": [("remarks", "A dalej coś jeszcze.")]}),
        (
            "\nA dalej coś jeszcze.\nAnna Nowak",
            {"signature": ["Anna Nowak"], "rest": [("remarks", "A dalej coś jeszcze.")]},
        ),
        ("Kto odpowiada: Biuro", {"signature": ["Biuro"]}),
        ("Wysłano z iPhone", {"rest": [("remarks", "Wysłano z iPhone")]}),
    ],
)
def test_who_signs_stands_behind_the_last_answer(text: str, said: dict[str, Any]) -> None:
    assert read(f"Koszt: 3 zł\n{text}") == {"answers": {"cost": "3 zł"}, **said}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3.11.2026", "2026-11-03"),
        ("2026-11-03", "2026-11-03"),
        ("3 listopada 2026", "2026-11-03"),
        ("November 3, 2026", "2026-11-03"),
        ("12 listopada 2026 i 13 listopada 2026", "2026-11-12"),
        ("31.02.2026, potem 3.11.2026", "2026-11-03"),
        ("31.02.2026", ""),
        ("jutro", ""),
    ],
)
def test_the_first_day_that_there_is_counts(text: str, day: str) -> None:
    assert day_in(text) == day


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Raz. Dwa", ["Raz.", "Dwa"]),
        ("A! B? C", ["A!", "B?", "C"]),
        ("Raz; Dwa. trzy", ["Raz;", "Dwa. trzy"]),
        ("ok. 300 osób. Potem 5", ["ok. 300 osób.", "Potem 5"]),
        ("Tel. 58 i Nr. 5 Jest", ["Tel. 58 i Nr. 5 Jest"]),
        ("", [""]),
    ],
)
def test_a_sentence_ends_before_a_capital_letter_or_a_number(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@pytest.mark.parametrize(
    "short",
    ["ok", "tys", "mln", "proc", "pkt", "np", "m.in", "ul", "im", "nr", "dr", "inż", "św", "tel", "r", "art", "st"],
)
def test_no_sentence_ends_behind_a_word_cut_short(short: str) -> None:
    assert len(sentences(f"Zajęcia {short}. Gdańsk")) == 1


@pytest.mark.parametrize(
    ("line", "topic"),
    [
        ("Koszt i skąd pieniądze", "cost"),
        ("1) Koszt i skąd pieniądze:", "cost"),
        ("Koszt?", "cost"),
        ("koszt:", "cost"),
        ("KOSZT", "cost"),
        ("2. Liczby:", "scale"),
        ("Ile osób skorzystało?", "scale"),
        ("Ile osób skorzystało", "scale"),
        ("Kto to przejął?", "adoptions"),
        ("Koszt", ""),
        ("Skorzystało.", ""),
        ("Skorzystało", ""),
        ("Pieniądze skąd koszt.", ""),
        ("Koszt i pieniądze 5", ""),
        ("Ile osób i ile osób i ile osób i skorzystało?", ""),
        ("?", ""),
    ],
)
def test_a_heading_of_theirs_says_a_topic_in_other_words(line: str, topic: str) -> None:
    assert topic_of_heading(line) == topic


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        ("Z zajęć skorzystało 1240 osób.", "scale"),
        ("Z zajęć skorzystało wiele osób.", ""),
        ("64% uczestników znalazło pracę", "effect"),
        ("Koszt 300 zł na 20 osób, które skorzystały", ""),
        ("Pogoda była ładna 3 dni", ""),
    ],
)
def test_a_sentence_answers_a_question_if_one_alone_can_be_meant(sentence: str, topic: str) -> None:
    assert topic_of_sentence(sentence) == topic


@pytest.mark.parametrize(
    ("line", "signs", "role"),
    [
        ("Anna Kowalska", True, ""),
        ("dr inż. Anna Kowalska-Nowak", True, ""),
        ("Kierownik projektu", True, "Kierownik projektu"),
        ("Kierownik projektu,", True, "Kierownik projektu"),
        ("kierownik projektu", False, "kierownik projektu"),
        ("Kierownik projektu!", False, "Kierownik projektu!"),
        ("Kierownik pilnuje dyżurów.", False, "Kierownik pilnuje dyżurów"),
        (f"Kierownik {'bardzo ' * 6}x", True, f"Kierownik {'bardzo ' * 6}x"),
        (f"Kierownik {'bardzo ' * 7}x", False, f"Kierownik {'bardzo ' * 7}x"),
        ("Anna Nowak, kierownik projektu", False, "kierownik projektu"),
        ("Biuro Projektów", False, ""),
        ("Anna", False, ""),
    ],
)
def test_a_line_that_is_a_person_or_a_post_signs(line: str, signs: bool, role: str) -> None:
    assert (looks_like_signature(line), role_in(line)) == (signs, role)


@pytest.mark.parametrize(
    ("lines", "start", "where_an_office_is_asked"),
    [
        (["x", "Anna Nowak", "y"], 1, 1),
        (["Anna Nowak"], 1, 1),
        (["Susza", "Biuro A"], 2, 2),
        (["Susza", "", "Biuro A"], 2, 3),
        (["Susza", "", "Biuro A."], 3, 3),
        (["Susza", "", "Biuro", "Anna Nowak"], 2, 3),
        (["x", "", f"Biuro {'a ' * 7}"], 2, 3),
        (["x", "", f"Biuro {'a ' * 8}"], 3, 3),
    ],
)
def test_an_office_signs_behind_a_gap_unless_it_is_the_answer(
    lines: list[str], start: int, where_an_office_is_asked: int
) -> None:
    assert signature_start(lines, is_office_asked=False) == start
    assert signature_start(lines, is_office_asked=True) == where_an_office_is_asked


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("Było 612 osób, nie 784.", (612, 784)),
        ("Nie 784 osób, tylko 612.", (612, 784)),
        ("612 osób a nie 784", (612, 784)),
        ("12,5% zamiast 13%", (12.5, 13)),
        ("1 200 zł instead of 1 300 zł", (1200, 1300)),
        ("2 mln zł, nie 3 mln zł", (2_000_000, 3_000_000)),
        ("612, nie 784, i 5, nie 6", None),
        (f"{'x' * 985} 612, nie 784", (612, 784)),
        (f"{'x' * 988} 612, nie 784", None),
        ("Było 612 osób.", None),
    ],
)
def test_a_correction_says_one_value_instead_of_another(sentence: str, values: tuple[float, float] | None) -> None:
    found = correction_in(sentence)
    assert (found and (found.new, found.old)) == values


def test_a_correction_keeps_the_words_that_say_so() -> None:
    found = correction_in(" - 612, nie 784 ")
    assert found is not None
    assert found.words == "612, nie 784"
