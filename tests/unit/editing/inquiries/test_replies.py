"""Replies to letters: each answer in its field, the rest asked about, nothing lost, no person named in the entry."""

from datetime import date
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.properties import DEAR
from tests.support.replies import (
    answers_in,
    cases,
    letter_about,
    missing_in,
    not_asked,
    quoted,
    read_case,
    table,
    text_of,
)
from tests.support.reply_documents import DOCUMENTS

from goodpractices.catalogue import check_entries, entry_as_written
from goodpractices.editing import UnusableSubmission
from goodpractices.editing.inquiries import Replied, replied

CASES = cases()
DAY = date(2026, 11, 28)
AT_LEAST = 0.95


@pytest.fixture(scope="module")
def parent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("entries")


@pytest.fixture(scope="module")
def all_made(parent: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Replied]:
    return [read_case(case, parent, tmp_path_factory.mktemp("reply")) for case in CASES]


def test_there_are_twenty_replies_of_every_kind() -> None:
    assert len(CASES) >= 20
    assert {case["kind"] for case in CASES} == {
        *("txt", "codes", "form", "letter", "draft", "entry"),
        *DOCUMENTS,
    }


@pytest.mark.slow
@pytest.mark.parametrize("n", range(len(CASES)), ids=[case["claim"] for case in CASES])
def test_each_answer_is_in_its_field_and_the_rest_is_asked_about(n: int, all_made: list[Replied]) -> None:
    assert ([*missing_in(CASES[n], all_made[n])], not_asked(CASES[n], all_made[n])) == ([], [])


@pytest.mark.slow
def test_the_share_of_answers_in_their_field(all_made: list[Replied]) -> None:
    missed = sum(len([*missing_in(case, made)]) for case, made in zip(CASES, all_made, strict=True))
    assert 1 - missed / sum(map(answers_in, CASES)) >= AT_LEAST


@pytest.mark.slow
def test_every_draft_is_in_order(parent: Path, all_made: list[Replied], tmp_path: Path) -> None:
    folder = tmp_path / "practices"
    desk = table(parent).desk(DAY)
    for n, made in enumerate(all_made):
        (folder / f"x{n}").mkdir(parents=True)
        (folder / f"x{n}" / "index.md").write_text(made.text, encoding="utf-8")
    _, problems = check_entries(folder, desk.reference)
    # A title may stand in one entry only; here each stands in several.
    assert [each for each in problems if each.key not in ("title_taken", "title_elsewhere")] == []


@pytest.mark.slow
def test_a_draft_never_looks_published(all_made: list[Replied]) -> None:
    assert {entry_as_written(each.text)["editorial"]["state"] for each in all_made} == {"draft"}


@pytest.mark.slow
def test_only_the_fields_of_the_answers_change(parent: Path, all_made: list[Replied]) -> None:
    laid = table(parent)
    for case, made in zip(CASES, all_made, strict=True):
        before = entry_as_written((laid.folder / made.id / "index.md").read_text(encoding="utf-8"))
        after = entry_as_written(made.text)
        changed = {name for name in {*before, *after} if before.get(name) != after.get(name)}
        assert changed - {"sources", "editorial"} <= {*case["fields"]}, case["claim"]


@pytest.mark.slow
def test_a_name_of_a_person_stands_in_questions_alone(all_made: list[Replied]) -> None:
    named = [n for n, case in enumerate(CASES) if "Przykładowa" in str(case.get("text"))]
    assert len(named) > 3
    for n in named:
        record = entry_as_written(all_made[n].text)
        assert "Przykładowa" in " ".join(record["editorial"].pop("questions"))
        assert "Przykładowa" not in str(record)


def email(text: str, parent: Path, practice_id: str = "las") -> Replied:
    path = Path(mkdtemp()) / "list.txt"
    path.write_text(text, encoding="utf-8")
    return replied(path, table(parent).desk(DAY), practice_id=practice_id)


def test_the_letter_says_which_practice_a_reply_is_about(parent: Path) -> None:
    laid = table(parent)
    letter = letter_about(laid.catalogue.practices["ogrod"], laid.catalogue)
    made = email(f"Potwierdzamy.\n\n{quoted(letter.text)}", parent, practice_id="")
    assert (made.id, entry_as_written(made.text)["editorial"]["inquiries"][0]["asked"]) == ("ogrod", "2026-10-05")


def test_a_reply_that_names_no_practice_is_refused(parent: Path) -> None:
    with pytest.raises(UnusableSubmission) as refused:
        email("Potwierdzamy.", parent, practice_id="")
    assert [each.key for each in refused.value.faults] == ["submission.no_practice"]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Potwierdzamy.", "confirmed"),
        ("Wszystko się zgadza.", "confirmed"),
        ("We confirm the entry.", "confirmed"),
        ("Potwierdzamy odbiór listu.", "answered"),
        ("Potwierdzamy, ale bez kwot.", "answered"),
        ("We confirm receipt of your letter.", "answered"),
        ("Nie potwierdzamy.", "disputed"),
        ("We dispute: the figures are old.", "disputed"),
        ("Odpowiemy później.", "answered"),
    ],
)
def test_what_confirms_and_what_disputes(text: str, answer: str, parent: Path) -> None:
    assert entry_as_written(email(text, parent).text)["editorial"]["inquiries"][-1]["answer"] == answer


def test_the_same_amount_changes_nothing_and_another_one_is_a_dispute(parent: Path) -> None:
    same = entry_as_written(email("Koszt: 500 000 zł", parent, "ogrod").text)["funding"]
    other = entry_as_written(email("Koszt: 620 000 zł", parent, "ogrod").text)["funding"]
    assert [("disputed" in each, str(each["amount"])) for each in same] == [(False, "500000")]
    assert [str(each["disputed"]["others"][0]["value"]) for each in other] == ["620000"]


def test_lines_that_did_not_change_stay_as_they_were(parent: Path) -> None:
    laid = table(parent)
    before, _, _ = (laid.folder / "ogrod" / "index.md").read_text(encoding="utf-8").partition("editorial:")
    after = email("Trudności: susza", parent, "ogrod").text.split("\n")
    assert [line for line in before.split("\n") if line not in after] == []


def test_an_entry_pasted_into_a_message_is_read_with_the_words_beside_it(parent: Path) -> None:
    text = (table(parent).folder / "ogrod" / "index.md").read_text(encoding="utf-8")
    mended = text.replace("sources:", "obstacles:\n- what: Susza\nsources:\n- {id: s2, title: Kronika}")
    mended = mended.replace("  state: published", "  state: published\n  questions: [Czy kronika jest w sieci?]")
    made = email(f"Potwierdzamy.\nZadzwonimy jutro.\n\n````markdown\n{mended}````\n", parent, practice_id="")
    record = entry_as_written(made.text)
    assert (made.id, record["obstacles"]) == ("ogrod", [{"what": "Susza"}])
    assert [each["id"] for each in record["sources"]] == ["s2", "s1", "s3"]
    assert record["editorial"]["inquiries"][-1]["answer"] == "confirmed"
    asked = " ".join(record["editorial"]["questions"])
    assert "Zadzwonimy jutro." in asked
    assert "Czy kronika jest w sieci?" in asked


def test_what_the_file_of_the_form_no_longer_says_is_asked_about(parent: Path) -> None:
    text = (table(parent).folder / "ogrod" / "index.md").read_text(encoding="utf-8")
    start, end = text.index("funding:"), text.index("evidence_level:")
    made = email(text[:start] + text[end:], parent, "ogrod")
    record = entry_as_written(made.text)
    assert "funding" in record
    assert "500000" in " ".join(record["editorial"]["questions"])


def test_a_text_with_an_entry_in_it_is_read_up_to_the_same_size_as_any_other(parent: Path) -> None:
    text = (table(parent).folder / "ogrod" / "index.md").read_text(encoding="utf-8")
    with pytest.raises(UnusableSubmission) as refused:
        email(f"Potwierdzamy.\n\n````markdown\n{text}````\n{'las ' * 300_000}", parent, "ogrod")
    assert [each.key for each in refused.value.faults] == ["submission.too_large"]


def test_a_message_saved_as_a_page_is_read_and_nothing_of_it_is_run(parent: Path, tmp_path: Path) -> None:
    path = tmp_path / "odpowiedz.html"
    path.write_text(
        "<!DOCTYPE html><style>p {color: red}</style><script>alert(1)</script><p>Ad 3 Susza</p>"
        '<p>Ad 5 <a href="mailto:biuro@mopsgdynia.pl">Biuro Projektów</a></p><blockquote>Dopisek</blockquote>',
        encoding="utf-8",
    )
    made = replied(path, table(parent).desk(DAY), practice_id="ogrod")
    record = entry_as_written(made.text)
    assert [each["what"] for each in record["obstacles"]] == ["Susza"]
    assert [(each["unit"], each["email"]) for each in record["contacts"]] == [
        ("Biuro Projektów", "biuro@mopsgdynia.pl")
    ]
    assert "Dopisek" in " ".join(record["editorial"]["questions"])
    assert "alert" not in made.text


@pytest.mark.parametrize(
    ("text", "disputed"),
    [
        ("Było 310 osób, nie 300.", {"uczestnicy": ["310"]}),
        ("Nie 300 osób, tylko 310.", {"uczestnicy": ["310"]}),
        ("It was 310 people, not 300.", {"uczestnicy": ["310"]}),
        ("Było 310 osób, nie 299.", {}),
        ("Było 310 osób, nie mieliśmy więcej.", {}),
    ],
)
def test_a_correction_disputes_the_one_figure_that_it_names(
    text: str, disputed: dict[str, list[str]], parent: Path
) -> None:
    record = entry_as_written(email(text, parent, "ogrod").text)
    found = {
        each["id"]: [str(other["value"]) for other in each["disputed"]["others"]]
        for each in record["indicators"]
        if each.get("disputed", {}).get("others")
    }
    assert found == disputed


def test_an_entry_that_cannot_be_read_is_asked_about_word_for_word(parent: Path, tmp_path: Path) -> None:
    path = tmp_path / "opis.md"
    path.write_text("---\ntitle: [Ogród\nobstacles: Susza stulecia\n---\n", encoding="utf-8")
    made = replied(path, table(parent).desk(DAY), practice_id="ogrod")
    asked = " ".join(entry_as_written(made.text)["editorial"]["questions"])
    assert "Susza stulecia" in asked
    assert "nie ma już" not in asked


def test_a_name_below_the_last_answer_signs_and_answers_nothing(parent: Path) -> None:
    text = "Ad 3 Susza\nAnna Przykładowa\nKierownik projektu"
    record = entry_as_written(email(text, parent, "ogrod").text)
    assert [each["what"] for each in record["obstacles"]] == ["Susza"]
    assert record["editorial"]["inquiries"][-1]["role"] == "Kierownik projektu"
    assert "Anna Przykładowa" in " ".join(record["editorial"]["questions"])


WORD = st.text("abcdefghijkłmnoprstuwyzżźćńóśąę", min_size=4, max_size=9).filter(lambda word: word != "null")
SAID = st.sampled_from(
    [
        "{w} 300 osób {w}",
        "{w}: 40 tys. zł {w}",
        "dotacja 12 000 zł, w tym {w} 500 zł",
        "{w}, 2024, stosuje",
        "Sopot, 2023, {w}",
        "{w} i rodziny",
        "{w} -> {w}",
        "Potwierdzamy, że {w}.",
        "Kwestionujemy: {w} {w}",
        "Koszt: {w}",
        "2. {w}",
        "- {w} {w}",
        "Kontakt: {w}, Biuro {w}, {w}@example.org",
        "Z poważaniem",
        "{w} kierownik {w}",
        "Dzień odpowiedzi: 3.11.2026 {w}",
        "Kto odpowiada: {w}",
        "W 2024 r. 64% {w}. Potem {w} 15 osób; {w}",
        "☒ zgadza się {w}",
        "☐ {w}",
        "> {w}",
        "Od: {w}",
        "W katalogu jest: {w}.",
        "{w} nie wiemy",
        "pkt 2 – {w}",
        "Ad 3 {w} {w}",
        "- koszt: {w}",
        "- {w}, nie 300 osób",
        "Było 290 osób, nie 300 {w}",
        "Koszt 480 000 zł, nie 500 000 {w}",
        "Gdańsk od 2024, {w} prowadzi",
        "Gdańsk, Sopot, 2024",
        "Z zajęć skorzystało 20 osób {w}. {w}",
        "W 2024 roku 10 osób {w}, w 2025 roku 20 osób {w}",
        "Koszt 100 zł {w}, dotacja 50 zł {w}",
        "1 mln zł {w}, z czego 85% {w}",
        "głównie {w} i seniorzy",
        "Odpowiedź trafi do części „Liczby”. {w}",
        "Wysłano z {w}",
        "Kto sprawdzał skutki?",
        "{tail}",
        "",
        "{>cost}",
        "{scale}",
        "{>audience}",
        "{evidence}",
        "{conditions}",
        "{>obstacles}",
        "{adoptions}",
        "{contact}",
    ]
)


@pytest.mark.slow
@DEAR
@given(data=st.data())
def test_no_word_of_a_reply_is_lost(data: st.DataObject, parent: Path) -> None:
    practice = data.draw(st.sampled_from(["las", "ogrod", "garten"]))
    laid = table(parent)
    lines = data.draw(st.lists(SAID, min_size=1, max_size=12))
    said: list[str] = []
    for n, line in enumerate(lines):
        while "{w}" in line:
            said.append(f"{data.draw(WORD)}x{len(said)}q{n}")
            line = line.replace("{w}", said[-1], 1)
        lines[n] = line
    letter = letter_about(laid.catalogue.practices[practice], laid.catalogue)
    made = email(text_of("\n".join(lines), letter), parent, practice)
    assert [word for word in said if word not in made.text] == []
