"""An entry of another catalogue, field by field: what comes over, what is asked, what is left out."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.support.entries import loaded, practices_folder
from tests.support.office_projects import DAY, PL

from goodpractices.catalogue import load_catalogue
from goodpractices.editing import UnusableSubmission
from goodpractices.editing.collections import prepared, read_map
from goodpractices.editing.collections.collection_map import MAX_BYTES, UnusableMap
from goodpractices.editing.collections.planning import doubled_origins
from goodpractices.publishing.open_data.records import practice_json, practice_record, practices_json

MAP = "namespace: inny\nlicence: CC-BY-4.0\nattribution: Sąsiedzi\nsource: {title: Inny}\n"
ASK = PL("collection.ask")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    catalogue = loaded(tmp_path_factory.mktemp("inny"), skwer={})
    records = [practice_json(practice_record(each, catalogue)) for each in catalogue.practices.values()]
    return dict(json.loads(b"".join(practices_json(records, catalogue))))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return practices_folder(tmp_path)


def questions(whole: dict[str, Any], folder: Path, given: str = MAP, **fields: Any) -> list[str]:
    data = json.dumps({**whole, "practices": [{**whole["practices"][0], **fields}]}).encode()
    made = prepared(data, ".json", read_map(given.encode()), folder, load_catalogue(folder), PL, DAY)
    (draft,) = made.plan.drafts.values()
    return draft.questions


def asked(field: str, words: str) -> str:
    return ASK + PL("collection.ask_reference", field=field, words=words)


def test_what_a_catalogue_says_and_this_one_has_no_field_for_is_asked(whole: dict[str, Any], folder: Path) -> None:
    assert questions(whole, folder) == []
    assert questions(whole, folder, nowe={"a": "<b>"}) == [asked("nowe", '{"a": "< b>"}')]
    assert questions(whole, folder, b=1, a=2) == [asked("a", "2"), asked("b", "1")]


def test_own_questions_and_where_it_was_taken_from_come_along(whole: dict[str, Any], folder: Path) -> None:
    editorial = {"state": "published", "questions": ["Kto dba o drzewa?"]}
    origin = {"namespace": "x", "id": "1"}
    assert questions(whole, folder, editorial=editorial, origin=origin) == [
        "Kto dba o drzewa?",
        asked("origin", '{"namespace": "x", "id": "1"}'),
    ]


def test_a_long_word_is_asked_in_pieces(whole: dict[str, Any], folder: Path) -> None:
    told = questions(whole, folder, nowe=f"{'a' * 1100} {'b' * 1100}")
    assert len(told) == 2


def test_a_practice_without_an_id_is_told_with_its_row(whole: dict[str, Any], folder: Path) -> None:
    with pytest.raises(UnusableSubmission) as refused:
        questions(whole, folder, id=7)
    assert [(each.key, each.place) for each in refused.value.faults] == [
        ("rebuild.not_a_list", PL("collection.row", row="1"))
    ]


@pytest.mark.slow
def test_a_map_is_read_up_to_a_size_and_names_alone_are_rules() -> None:
    fields = read_map(f"{MAP}fields: {{title: Nazwa, themes: {{columns: Obszar}}}}\nignore: Lp.\n".encode())
    assert fields.fields["title"].column == "Nazwa"
    assert (fields.fields["themes"].columns, fields.ignore) == (("Obszar",), ("Lp.",))
    assert read_map(f"{MAP}url: ''\npermission:\n".encode()).permission is None
    for text, is_read in ((b" " * (MAX_BYTES - len(MAP.encode())), True), (b" " * MAX_BYTES, False)):
        if is_read:
            assert read_map(MAP.encode() + b"#" + text[1:]).namespace == "inny"
        else:
            with pytest.raises(UnusableSubmission) as refused:
                read_map(MAP.encode() + b"#" + text)
            assert [(each.key, dict(each.params)) for each in refused.value.faults] == [
                ("submission.too_large", {"max": 1})
            ]


@pytest.mark.parametrize(
    ("given", "place"),
    [
        ("table: {header: 1001}", ("table", "header")),
        ("table: {header: -1}", ("table", "header")),
        ("table: {separator: ab}", ("table", "separator")),
        ("fields: {title: {column: a, shorten: 19}}", ("fields", "title", "shorten")),
        ("fields: {title: {column: a, shorten: 20001}}", ("fields", "title", "shorten")),
        ("fields: {title: {column: a, decimal: ';'}}", ("fields", "title", "decimal")),
        ("unknown: {places: maybe}", ("unknown", "places")),
    ],
)
def test_what_a_map_may_not_say_is_told_with_its_place(given: str, place: tuple[str, ...]) -> None:
    with pytest.raises(UnusableMap) as refused:
        read_map(f"{MAP}{given}\n".encode())
    assert place in [tuple(map(str, each.location)) for each in refused.value.problems]


def test_two_entries_of_one_row_are_told(tmp_path: Path) -> None:
    origin = {"namespace": "x", "id": "1", "imported": "2026-11-20"}
    other = {**origin, "id": "2"}
    catalogue = loaded(tmp_path, a={"origin": origin}, b={"origin": origin}, c={"origin": other}, d={})
    assert [*doubled_origins(catalogue.practices.values())] == [("a", "b")]


def test_a_term_that_is_not_here_is_told_with_its_row(whole: dict[str, Any], folder: Path) -> None:
    terms = [*whole["vocabularies"]["themes"], {"id": "psy", "pl": "Psy"}]
    practice = {**whole["practices"][0], "themes": ["psy"]}
    given = {**whole, "vocabularies": {**whole["vocabularies"], "themes": terms}, "practices": [practice]}
    made = prepared(
        json.dumps(given).encode(), ".json", read_map(MAP.encode()), folder, load_catalogue(folder), PL, DAY
    )
    assert [(each.vocabulary, each.value, each.count, each.rows) for each in made.unknown] == [
        ("themes", "Psy", 1, [1])
    ]
    (draft,) = made.plan.drafts.values()
    assert draft.questions == [asked("themes", "Psy (psy)")]
