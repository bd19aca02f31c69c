"""The way back: the same catalogue again, older forms too, and a word about data that nothing can be made of."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.support.entries import add, entry, practices_folder
from tests.support.samples import published, with_registry

from goodpractices.catalogue import Catalogue, load_catalogue, shared_records
from goodpractices.editing import UnusableData, pictures, practice_files
from goodpractices.publishing.open_data.records import SCHEMA_VERSION, practice_json, practice_record, practices_json

ENTRY: dict[str, Any] = {
    "title": "„Las”: tak #1 – @nie",
    "summary": "Opis 'z' \"cudzysłowami\", dwukropkiem: i # krzyżykiem, dość długi, żeby był opisem praktyki.",
    "period": {"start": "2016-12", "end": "2023~"},
    "indicators": [
        {
            "id": "a",
            "label": "on",
            "unit": "percent",
            "nature": "output",
            "source": "s1",
            "value": 40.8,
            "as_of": "2022",
        }
    ],
    "not_applicable": {"funding": "nie"},
    "easy_to_read": {"text": "To jest las.\n\n- 'Las': # duży.\nnie", "tested_by": "Grupa", "tested_on": "2026-10"},
}
TRANSLATION = """---
title: Forest
summary: A practice to show that has only what it must. Each example changes one thing in it alone.
translation: {kind: human, source_hash: 0000000000000000000000000000000000000000000000000000000000000000}
easy_to_read:
  text: |
    This is a forest.

    You may come.
  tested_by: A self-advocacy group
---
"""


def data_of(catalogue: Catalogue) -> Any:
    records = [practice_json(practice_record(each, catalogue)) for each in catalogue.published]
    return json.loads(b"".join(practices_json(records, catalogue)))


def rebuilt(data: Any, folder: Path, shared: Any = None) -> Catalogue:
    for name, text in practice_files(data, shared):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return load_catalogue(folder)


def test_the_same_catalogue_comes_back(tmp_path: Path) -> None:
    catalogue = published(tmp_path / "a", {"las": ENTRY, "no": {"title": "null"}, "y": {"title": "2026-11-22"}})
    again = rebuilt(data_of(catalogue), tmp_path / "b")
    assert data_of(again) == data_of(catalogue)
    assert again.practices == catalogue.practices
    assert again.vocabularies == catalogue.vocabularies


def test_a_text_of_several_lines_is_written_as_those_lines(tmp_path: Path) -> None:
    data = data_of(published(tmp_path, {"las": ENTRY}))
    assert (
        "easy_to_read:\n  text: |-\n    To jest las.\n\n    - 'Las': # duży.\n    nie\n  tested_by: Grupa\n"
        in dict(practice_files(data))["las/index.md"]
    )


def test_the_easy_text_of_a_translation_comes_back(tmp_path: Path) -> None:
    folder = practices_folder(tmp_path / "a")
    add(folder, "las/index.md", entry({"editorial": {"state": "published"}}))
    add(folder, "las/index.en.md", TRANSLATION)
    catalogue = load_catalogue(folder)
    again = rebuilt(data_of(catalogue), tmp_path / "b")
    assert again.practices == catalogue.practices
    assert again.practices["las"].translations["en"].easy_to_read


def test_the_first_form_had_practices_alone(tmp_path: Path) -> None:
    catalogue = published(tmp_path / "a", {"las": ENTRY})
    old = {name: data_of(catalogue)[name] for name in ("schema", "practices")}
    assert rebuilt(old, tmp_path / "b", shared_records(catalogue)).practices == catalogue.practices
    with pytest.raises(UnusableData) as refused:
        list(practice_files(old))
    assert refused.value.key == "rebuild.without_registries"


EU = {"id": "ue", "term": {"pl": "UE", "en": "EU"}, "expansion": {"pl": "Unia Europejska"}}


def test_the_glossary_comes_back_and_a_catalogue_without_one_gets_none(tmp_path: Path) -> None:
    catalogue = with_registry(tmp_path / "a", {"_registry/glossary": [EU]}, {"las": ENTRY})
    assert rebuilt(data_of(catalogue), tmp_path / "b").glossary == catalogue.glossary != {}
    without = published(tmp_path / "c", {"las": ENTRY})
    assert "_registry/glossary.yml" not in dict(practice_files(data_of(without)))


PLN = {"id": "pln", "currency": "PLN", "per_euro": {"2017": 4.257}, "source": "EBC", "as_of": "2026-10-30"}


def test_rates_come_back_and_data_from_before_them_are_read_as_they_are(tmp_path: Path) -> None:
    catalogue = with_registry(tmp_path / "a", {"_registry/rates": [PLN]}, {"las": ENTRY})
    assert rebuilt(data_of(catalogue), tmp_path / "b").rates == catalogue.rates != {}
    old = data_of(published(tmp_path / "c", {"las": ENTRY}))
    del old["registry"]["rates"]
    assert "_registry/rates.yml" not in dict(practice_files(old))


def test_the_second_form_had_no_glossary(tmp_path: Path) -> None:
    catalogue = published(tmp_path / "a", {"las": ENTRY})
    old = {**data_of(catalogue), "version": "1.0"}
    del old["registry"]["glossary"]
    assert rebuilt(old, tmp_path / "b") == catalogue


def test_the_third_form_knew_one_evaluation(tmp_path: Path) -> None:
    evaluated = {**ENTRY, "evaluation": {"type": "internal", "by": "Szkoła"}}
    catalogue = published(tmp_path / "a", {"las": evaluated, "inny": {}})
    data = data_of(catalogue)
    assert [each.get("evaluation") for each in data["practices"]] == [None, [{"type": "internal", "by": "Szkoła"}]]
    old = {**data, "version": "1.1"}
    old["practices"][1]["evaluation"] = {"type": "internal", "by": "Szkoła"}
    assert dict(practice_files(old)) == dict(practice_files(data_of(catalogue)))
    assert rebuilt(old, tmp_path / "b").practices == catalogue.practices


def test_the_fourth_form_did_not_say_what_adopters_have(tmp_path: Path) -> None:
    catalogue = published(tmp_path / "a", {"las": {**ENTRY, "adoptions": [{"state": "adopted", "place": "sopot"}]}})
    assert rebuilt({**data_of(catalogue), "version": "1.2"}, tmp_path / "b") == catalogue


def test_what_adopters_have_comes_back(tmp_path: Path) -> None:
    adoption = {"state": "adopted", "place": "sopot", "elements": [{"element": "Grządki", "state": "planned"}]}
    given = {**ENTRY, "components": [{"name": "Grządki"}], "adoptions": [adoption]}
    catalogue = published(tmp_path / "a", {"las": given})
    assert rebuilt(data_of(catalogue), tmp_path / "b") == catalogue


def test_data_newer_than_the_program_are_refused(tmp_path: Path) -> None:
    data = data_of(published(tmp_path, {"las": {}}))
    assert data["version"] == SCHEMA_VERSION
    with pytest.raises(UnusableData) as refused:
        list(practice_files({**data, "version": "99.0"}))
    assert refused.value.key == "rebuild.too_new"


@pytest.mark.parametrize("data", [None, [], "x", {}, {"practices": {}}, {"practices": [1], "version": "1.0"}])
def test_what_is_no_catalogue_is_refused(data: Any) -> None:
    with pytest.raises(UnusableData):
        list(practice_files(data))


@pytest.mark.parametrize("name", ["../x", "a/b", "a\\b", "..", ".", "", "C:x", "a\0", 7, None])
def test_no_name_leads_out_of_the_folder(tmp_path: Path, name: Any) -> None:
    data = data_of(published(tmp_path, {"las": {}}))
    data["practices"][0]["id"] = name
    with pytest.raises(UnusableData):
        list(practice_files(data))


@pytest.mark.parametrize("language", ["../x", "xx", ""])
def test_no_language_leads_out_of_the_folder(tmp_path: Path, language: str) -> None:
    data = data_of(published(tmp_path, {"las": {}}))
    data["practices"][0]["translations"] = {language: {"title": "x"}}
    with pytest.raises(UnusableData) as refused:
        list(practice_files(data))
    assert refused.value.key == "rebuild.unknown_language"


def test_pictures_with_names_of_their_own_are_named(tmp_path: Path) -> None:
    data = data_of(published(tmp_path, {"las": {}}))
    data["practices"][0]["media"] = [{"file": "a.jpg"}, {"file": "../b.jpg"}, {"file": 3}, "c.jpg"]
    assert list(pictures(data)) == [("las", "a.jpg")]
