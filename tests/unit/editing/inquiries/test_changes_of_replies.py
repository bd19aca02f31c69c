"""What a reply changes in its entry: what is added, disputed, cited, noted and asked, and nothing besides."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.support.replies import Table, table

from goodpractices.catalogue import PRACTICE, Practice
from goodpractices.editing import UnusableSubmission
from goodpractices.editing.inquiries import Replied, replied
from goodpractices.editing.inquiries.letter import Letter
from goodpractices.editing.inquiries.reply_reading import Reply
from goodpractices.editing.inquiries.replying import answerer, changes_of, pieces
from goodpractices.editing.inquiries.topics import TOPICS, shortened, topics_to_ask
from goodpractices.editing.submissions.names import shared_names
from goodpractices.wording import Translations

PL = Translations.load("pl")
DAY = date(2026, 11, 28)


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> Table:
    return table(tmp_path_factory.mktemp("entries"))


def practice(laid: Table, name: str, **fields: Any) -> Practice:
    """A practice of the table with other fields."""
    said = {**PRACTICE.said(laid.catalogue.practices[name]), **fields}
    return PRACTICE({**said, "id": name, "translations": {}}, laid.desk(DAY).reference.names())


def changed(laid: Table, reply: Reply, name: str = "ogrod", **fields: Any) -> dict[str, Any]:
    """The record after a reply."""
    by = str(fields.pop("by", ""))
    entry = practice(laid, name, **fields)
    return changes_of(reply, entry, laid.desk(DAY).reference, day=DAY.isoformat(), by=by).record


def test_a_reply_is_a_source_of_its_own_with_the_words_of_its_verdict(laid: Table) -> None:
    reply = Reply(verdict="confirmed", verdict_words=["Wszystko  się", "zgadza."], day="2026-11-12")
    record = changed(laid, reply)
    source = {"id": "s2", "title": PL("reply_doubt.source"), "published": "2026-11-12", "note": "Wszystko się zgadza."}
    assert record["sources"][1:] == [source]
    assert record["editorial"]["state"] == "draft"
    assert record["editorial"]["inquiries"][0] == {
        "asked": "2026-10-05",
        "about": ["effect", "conditions", "obstacles", "adoptions", "contact"],
        "answered": "2026-11-12",
        "answer": "confirmed",
        "source": "s2",
    }
    assert "questions" not in record["editorial"]


def test_a_reply_without_a_day_came_on_the_day_it_is_read_and_answers_without_a_verdict(laid: Table) -> None:
    record = changed(laid, Reply(signature=["Kierownik projektu, MOPS w Gdyni"]), by="Wydział Zdrowia")
    source = record["sources"][-1]
    assert (source["published"], source.get("note"), source.get("publisher")) == (
        "2026-11-28",
        None,
        laid.catalogue.organisations["mops-gdynia"].name,
    )
    inquiry = record["editorial"]["inquiries"][-1]
    assert {name: inquiry[name] for name in ("answer", "role", "org")} == {
        "answer": "answered",
        "role": "Wydział Zdrowia",
        "org": "mops-gdynia",
    }


def test_words_of_a_verdict_that_fill_more_than_a_note_are_asked_about(laid: Table) -> None:
    fits = changed(laid, Reply(verdict_words=["a" * 1200]))
    assert (fits["sources"][-1]["note"], fits["editorial"].get("questions")) == ("a" * 1200, None)
    long = changed(laid, Reply(verdict_words=["a" * 1201]))
    assert "note" not in long["sources"][-1]
    assert len(long["editorial"]["questions"]) == 2


def test_what_is_disputed_is_told_with_its_parts(laid: Table) -> None:
    reply = Reply(verdict="disputed", disputed=["kwoty", "", "opis"])
    assert changed(laid, reply)["editorial"]["inquiries"][-1]["what"] == "kwoty; opis"
    assert "what" not in changed(laid, Reply(verdict="confirmed", disputed=["kwoty"]))["editorial"]["inquiries"][-1]
    long = changed(laid, Reply(verdict="disputed", disputed=["a" * 1300]))["editorial"]["inquiries"][-1]
    assert long["what"] == "a" * 1200


def test_the_inquiry_is_the_one_of_the_letter_or_a_new_one(laid: Table) -> None:
    two = [{"asked": "2026-09-01", "about": ["cost"]}, {"asked": "2026-10-05", "about": ["scale"]}]
    editorial = {"state": "published", "created": "2025-05-01", "inquiries": two}
    first = changed(laid, Reply(asked="2026-09-01"), editorial=editorial)["editorial"]["inquiries"]
    assert ["answered" in each for each in first] == [True, False]
    last = changed(laid, Reply(asked="2026-01-01"), editorial=editorial)["editorial"]["inquiries"]
    assert ["answered" in each for each in last] == [False, True]
    answered = [{"asked": "2026-10-05", "answered": "2026-10-09", "answer": "answered"}]
    for asked in ("2026-11-02", ""):
        new = changed(laid, Reply(asked=asked), editorial={**editorial, "inquiries": answered})["editorial"][
            "inquiries"
        ]
        assert len(new) == 2
        assert (new[0], new[1].get("asked", "")) == ({**answered[0]}, asked)


def test_records_that_the_entry_has_already_are_not_added_again(laid: Table) -> None:
    answers = {"audience": "seniorzy, rodziny", "conditions": "Teren; woda"}
    transfer = {"preconditions": ["woda"], "source": "s1"}
    record = changed(laid, Reply(answers=answers), transfer=transfer)
    assert record["target_groups"] == ["seniors", "families"]
    assert record["transfer"] == {"preconditions": ["woda", "Teren"], "source": "s1"}
    assert changed(laid, Reply(answers=answers))["transfer"] == {"preconditions": ["Teren", "woda"], "source": "s2"}


def money(amount: int, **further: object) -> dict[str, object]:
    return {"role": "total", "amount": amount, "currency": "PLN", "source": "s1", **further}


@pytest.mark.parametrize(
    ("known", "told", "after"),
    [
        (money(500), "500 zł", [money(500)]),
        (
            money(500),
            "620 zł",
            [money(500, disputed={"what": PL("reply_doubt.other_value"), "others": [{"value": 620, "source": "s2"}]})],
        ),
        (
            money(500, disputed={"what": "Spór.", "others": [{"value": 1, "source": "s1"}]}),
            "W 2024 r. wydaliśmy 620 zł",
            [
                money(
                    500,
                    disputed={
                        "what": "Spór.",
                        "others": [
                            {"value": 1, "source": "s1"},
                            {"value": 620, "source": "s2", "note": "W 2024 r. wydaliśmy 620 zł"},
                        ],
                    },
                )
            ],
        ),
        (money(500), "620 EUR", [money(500), money(620, currency="EUR", source="s2")]),
        (money(500), "dotacja: 620 zł", [money(500), money(620, role="grant", source="s2")]),
        (money(500, planned=True), "620 zł", [money(500, planned=True), money(620, source="s2")]),
    ],
)  # fmt: skip
def test_another_amount_of_the_same_kind_is_a_dispute(
    laid: Table, known: dict[str, object], told: str, after: list[dict[str, object]]
) -> None:
    assert changed(laid, Reply(answers={"cost": told}), funding=[known])["funding"] == after


FIGURE = {
    "id": "osoby-ktore-skorzystaly",
    "label": "x",
    "value": 300,
    "unit": "person",
    "nature": "output",
    "source": "s1",
}


@pytest.mark.parametrize(
    ("known", "told", "values"),
    [
        ({}, "300 osób", [300]),
        ({}, "310 osób", [300, 310]),
        ({"disputed": {"what": "Spór."}}, "310 osób", [300]),
        ({"disputed": {"what": "Spór."}, "as_of": "2024"}, "310 osób", [300]),
        ({"disputed": {"what": "Spór."}, "as_of": "2024"}, "W 2024 r. było 310 osób", [300]),
        ({"disputed": {"what": "Spór."}, "as_of": "2024"}, "W 2025 r. było 310 osób", [300, 310]),
        ({"disputed": {"what": "Spór."}}, "310 spotkań", [300, 310]),
        ({"disputed": {"what": "Spór."}, "nature": "outcome"}, "310 osób", [300, 310]),
    ],
)
def test_another_figure_is_one_more_unless_the_known_one_is_disputed(
    laid: Table, known: dict[str, object], told: str, values: list[int]
) -> None:
    found = changed(laid, Reply(answers={"scale": told}), indicators=[{**FIGURE, **known}])["indicators"]
    assert [each["value"] for each in found] == values
    others = [each["value"] for each in found[0].get("disputed", {}).get("others", ())]
    assert others == ([310] if values == [300] and "310" in told else [])
    assert len({each["id"] for each in found}) == len(found)


def test_a_figure_whose_name_is_taken_gets_the_next_one(laid: Table) -> None:
    known = [FIGURE, {**FIGURE, "id": f"{FIGURE['id']}-2", "value": 2}]
    found = changed(laid, Reply(answers={"scale": "310 osób"}), indicators=known)["indicators"]
    assert [each["id"] for each in found] == [FIGURE["id"], f"{FIGURE['id']}-2", f"{FIGURE['id']}-3"]


def test_the_source_of_a_reply_has_a_name_that_is_free(laid: Table) -> None:
    sources = [{"id": each, "title": "x"} for each in ("s1", "s3")]
    assert changed(laid, Reply(answers={"obstacles": "Susza"}), sources=sources)["obstacles"][0]["source"] == "s4"


def test_a_correction_among_what_is_left_is_a_dispute_and_no_question(laid: Table) -> None:
    reply = Reply(rest=[("remarks", "Było miło. Było 310 osób, nie 300."), ("quoted", "Raz. Dwa.")])
    record = changed(laid, reply)
    assert [str(each["value"]) for each in record["indicators"][0]["disputed"]["others"]] == ["310"]
    assert record["editorial"]["questions"] == [
        PL("reply_doubt.remarks", words="Było miło."),
        PL("reply_doubt.quoted", words="Raz. Dwa."),
    ]


def test_boxes_and_words_that_nothing_came_of_are_questions(laid: Table) -> None:
    reply = Reply(
        answers={"audience": "smoki"},
        boxes={"cost": "agree", "x": "unknown"},
        rest=[("remarks", "raz"), ("remarks", "dwa"), ("mail", "Od: a")],
        signature=["Anna Przykładowa"],
    )
    assert changed(laid, reply)["editorial"]["questions"] == [
        PL("reply_doubt.answer", label=PL("reply.audience"), words="smoki"),
        PL("reply_doubt.agree", label=PL("reply.cost")),
        PL("reply_doubt.unknown", label="x"),
        PL("reply_doubt.remarks", words="raz / dwa"),
        PL("reply_doubt.mail", words="Od: a"),
        PL("reply_doubt.signature", words="Anna Przykładowa"),
    ]


def test_questions_have_as_many_letters_as_they_have_room_for() -> None:
    def parts(words: str) -> list[str]:
        (before, after) = PL("reply_doubt.mail", words="|").split("|")
        return [each.removeprefix(before).removesuffix(after) for each in pieces(PL, "mail", words)]

    assert parts("a  b\nc <b>") == ["a b c < b>"]
    assert parts("a" * 1200) == ["a" * 1200]
    assert parts("a" * 1201) == ["a" * 1200, "a"]
    assert parts(f"{'a' * 1199} b") == ["a" * 1199, "b"]
    assert parts("") == []


@pytest.mark.parametrize(
    ("lines", "org", "role", "rest"),
    [
        (["Kierownik projektu"], None, "Kierownik projektu", ()),
        (["Biuro Projektów", "Kierownik projektu"], None, "Kierownik projektu", ("Biuro Projektów",)),
        (["Biuro Projektów"], None, "Biuro Projektów", ()),
        (
            ["Anna Przykładowa, kierownik projektu"],
            None,
            "kierownik projektu",
            ("Anna Przykładowa, kierownik projektu",),
        ),
        (["", "  "], None, "", ()),
    ],
)
def test_who_signs_is_a_post_or_an_office_and_the_rest_is_kept(
    laid: Table, lines: list[str], org: str | None, role: str, rest: tuple[str, ...]
) -> None:
    names = shared_names(laid.desk(DAY).reference)
    found = answerer(lines, laid.catalogue.practices["ogrod"], names)
    assert (found.org, found.role, found.rest) == (org, role, rest)


def test_an_organisation_of_the_entry_is_found_among_other_words(laid: Table) -> None:
    names, entry = shared_names(laid.desk(DAY).reference), laid.catalogue.practices["ogrod"]
    name = laid.catalogue.organisations["mops-gdynia"].name
    assert answerer([f"Zespół, {name}"], entry, names).org == "mops-gdynia"
    assert answerer([f"{name} oraz zespół"], entry, names).org == "mops-gdynia"
    assert answerer([f"{name}owie oraz zespół"], entry, names).org is None
    assert answerer([name], entry, names, "x" * 201).role == "x" * 200


# --- What a letter asks


def test_topics_are_asked_in_their_order_and_five_at_most(laid: Table) -> None:
    assert [each.id for each in topics_to_ask(laid.catalogue.practices["las"])] == [each.id for each in TOPICS[:5]]


def known(laid: Table, topic: str, **fields: Any) -> tuple[str, str]:
    found = next(each for each in TOPICS if each.id == topic).known(
        practice(laid, "ogrod", **fields), laid.catalogue, PL
    )
    return found.words.replace("\xa0", " "), found.doubt


def test_what_is_known_is_told_in_words(laid: Table) -> None:
    assert known(laid, "audience") == ("osoby starsze", "")
    assert known(laid, "scale") == ("uczestnicy: 300", "")
    assert known(laid, "scale", indicators=[{**FIGURE, "precision": "about"}]) == ("x: około 300", "")
    spread = {name: value for name, value in FIGURE.items() if name != "value"} | {"min": 10, "max": 20}
    assert known(laid, "scale", indicators=[{**spread, "precision": "range"}]) == ("x: 10–20", "")
    assert known(laid, "effect") == ("osoby, które częściej wychodzą z domu: 120", "Druga strona podaje 90.")
    share = {**FIGURE, "nature": "outcome", "unit": "percent", "value": 64}
    assert known(laid, "effect", indicators=[share]) == ("x: 64%", "")
    assert known(laid, "cost") == ("całkowity koszt 500 000 zł", "")
    assert known(laid, "cost", funding=[money(7, planned=True)]) == ("całkowity koszt 7 zł", PL("letter.planned"))
    assert known(laid, "cost", funding=[]) == known(laid, "scale", indicators=[]) == ("", "")
    level = PL.choice("evidence_level", 2)
    assert known(laid, "evidence") == (f"{level}: Policzyła to organizacja prowadząca.", "")
    transfer = {"preconditions": ["woda"], "fixed": ["teren"], "minimum_version": "mały", "source": "s1"}
    assert known(laid, "conditions", transfer=transfer) == ("woda; teren; mały", "")
    assert known(laid, "conditions", transfer={**transfer, "disputed": {"what": "Nie."}})[1] == "Nie."
    assert (
        known(laid, "obstacles", obstacles=[{"what": "a", "source": "s1"}, {"what": "b", "source": "s1"}])[0] == "a; b"
    )
    taken = [
        {"place": "sopot", "state": "adopted", "source": "s1"},
        {"what": "szkoła", "state": "considered", "source": "s1"},
    ]
    adopted, considered = PL.choice("adoption_state", "adopted"), PL.choice("adoption_state", "considered")
    assert known(laid, "adoptions", adoptions=taken) == (f"Sopot: {adopted}; szkoła: {considered}", "")
    contacts = [{"unit": "Biuro", "email": "biuro@example.org", "source": "s1"}]
    assert known(laid, "contact", contacts=contacts) == ("Biuro, biuro@example.org", "")


def test_what_is_long_is_cut_between_words() -> None:
    assert shortened("a" * 170) == "a" * 170
    assert shortened(f"{'a' * 100} {'b' * 80}") == f"{'a' * 100} …"


def test_a_letter_is_its_parts_with_empty_lines_between() -> None:
    letter = Letter("pl", "temat", ("a", "b"), ("c", "d"), (), (), ("e", "f"), ("g", "h"))
    assert letter.text == "temat\n\na\nb\n\nc\n\nd\n\ne\n\nf\n\ng\nh\n"


# --- The file of the form


def sent(laid: Table, tmp_path: Path, name: str, **fields: Any) -> Replied:
    entry = json.loads(json.dumps(PRACTICE.said(laid.catalogue.practices[name]), default=str))
    given = {key: value for key, value in {"id": name, **entry, **fields}.items() if value is not None}
    path = tmp_path / "opis.json"
    path.write_text(json.dumps({"version": 1, "entry": given}), encoding="utf-8")
    return replied(path, laid.desk(DAY))


def test_of_the_file_of_the_form_only_what_differs_changes(laid: Table, tmp_path: Path) -> None:
    made = sent(laid, tmp_path, "ogrod", title="Ogród przy szkole")
    before = (laid.folder / "ogrod" / "index.md").read_text(encoding="utf-8").split("\n")
    after = made.text.split("\n")
    assert made.changes.changed == ["title", "sources", "editorial"]
    assert next(line for line in before if line not in after) == "title: Ogród za szkołą"
    assert made.changes.questions == []


def test_what_the_file_of_the_form_leaves_out_is_asked_about_in_short(laid: Table, tmp_path: Path) -> None:
    made = sent(laid, tmp_path, "ogrod", funding=None, target_groups=["families"])
    assert [each for each in made.changes.questions if "seniors" in each] == [
        PL("reply_doubt.removed", words='target_groups: "seniors"')
    ]
    assert len([each for each in made.changes.questions if "500000" in each]) == 1
    assert made.changes.record["funding"]


def test_a_file_of_a_form_says_its_practice_by_its_title_too(laid: Table, tmp_path: Path) -> None:
    assert sent(laid, tmp_path, "ogrod", id=None).id == "ogrod"
    with pytest.raises(UnusableSubmission):
        sent(laid, tmp_path, "ogrod", id=None, title="Inny")


def test_questions_and_proposals_of_the_form_are_kept(laid: Table, tmp_path: Path) -> None:
    editorial = {"state": "draft", "created": "2025-05-01", "questions": ["Kto?"]}
    proposals = {"organisations": [{"id": "klub", "name": "Klub", "kind": "foundation"}]}
    asked = sent(laid, tmp_path, "ogrod", editorial={**editorial, "proposals": proposals}).changes
    assert asked.questions[0] == "Kto?"
    assert asked.record["editorial"]["state"] == "draft"
    assert asked.record["editorial"]["proposals"] == proposals


def test_a_letter_about_nothing_new_asks_what_is_open(laid: Table, tmp_path: Path) -> None:
    asked = laid.catalogue.practices["las"]
    bare = replace(asked, editorial=replace(asked.editorial, inquiries=()))
    changed_table = Table(laid.folder, replace(laid.catalogue, practices={"las": bare}))
    path = tmp_path / "list.txt"
    path.write_text("Ad 2 300 osób", encoding="utf-8")
    record = replied(path, changed_table.desk(DAY), practice_id="las").changes.record
    assert [each["value"] for each in record["indicators"]] == [300]
