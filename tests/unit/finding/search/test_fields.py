"""What of a practice can be found in which language."""

from dataclasses import replace
from pathlib import Path

from tests.support.samples import published, with_registry

from goodpractices.catalogue import Catalogue, Practice, in_language
from goodpractices.finding.search.documents import texts
from goodpractices.finding.search.fields import (
    Connection,
    connections,
    explained,
    own_passages,
    record_passages,
    stories,
    told_sections,
)
from goodpractices.wording import Translations, languages

FIGURE = {"id": "osoby", "label": "uczestnicy", "value": 5, "unit": "person", "nature": "output", "source": "s1"}
SUMMARY = "Sąsiedzi uprawiają razem wspólne grządki, a plony oddają stołówce w sąsiedniej szkole."
ENTRY = {"title": "Ogród w lesie", "summary": SUMMARY, "indicators": [FIGURE]}


STORY = "Każdy ma swoją grządkę."


def read_in(folder: Path, language: str) -> tuple[Catalogue, Practice]:
    polish = published(folder, {"las": ENTRY})
    catalogue = replace(polish, practices={"las": replace(polish.practices["las"], solution=STORY)})
    return in_language(catalogue, language), in_language(catalogue, language).practices["las"]


def said(practice: Practice) -> set[str]:
    return {passage.text for passage in own_passages(practice, stories(practice))}


def test_in_polish_a_practice_is_found_by_everything_it_says(tmp_path: Path) -> None:
    _, practice = read_in(tmp_path, "pl")
    assert {"Ogród w lesie", SUMMARY, "uczestnicy", STORY} <= said(practice)


def test_what_nobody_translated_is_found_by_its_title_and_not_by_polish_words(tmp_path: Path) -> None:
    catalogue, practice = read_in(tmp_path, "en")
    assert "Ogród w lesie" in said(practice)
    assert said(practice).isdisjoint({SUMMARY, "uczestnicy", STORY})
    [shown] = texts([practice], [[*told_sections(practice)]], catalogue)
    assert shown.keys().isdisjoint({"text", "figure"})
    assert shown["place"]


def test_the_text_that_is_easy_to_read_is_found_and_counts_least(tmp_path: Path) -> None:
    easy = {"text": "To jest las.\nMożesz tam przyjść.", "tested_by": "Grupa samorzeczników"}
    practice = published(tmp_path, {"las": {**ENTRY, "easy_to_read": easy}}).practices["las"]
    passages = {passage.text: passage for passage in own_passages(practice, STORY)}
    assert passages[easy["text"]].weight < min(each.weight for text, each in passages.items() if text != easy["text"])
    assert not passages["ETR"].own
    assert "Grupa samorzeczników" not in passages


def test_who_looks_for_easy_texts_finds_no_practice_without_one(tmp_path: Path) -> None:
    assert "ETR" not in said(published(tmp_path, {"las": ENTRY}).practices["las"])


def test_a_name_in_a_text_is_found_by_its_initials_and_counts_less(tmp_path: Path) -> None:
    summary = f"{SUMMARY} Pomaga im Uniwersytet Trzeciego Wieku."
    practice = published(tmp_path, {"las": {**ENTRY, "summary": summary}}).practices["las"]
    passages = {passage.text: passage for passage in own_passages(practice, STORY)}
    assert passages["UTW"].weight < passages[summary].weight
    assert not passages["UTW"].own


def test_a_practice_that_uses_an_abbreviation_is_found_by_what_it_stands_for(tmp_path: Path) -> None:
    item = {"id": "ue", "term": {"pl": "UE"}, "expansion": {"pl": "Unia Europejska", "en": "European Union"}}
    entries = {"las": {**ENTRY, "title": "Las za pieniądze UE i od UE"}, "staw": {**ENTRY, "title": "Staw"}}
    catalogue = with_registry(tmp_path, {"_registry/glossary": [item]}, entries)
    found = {each.id: list(explained(each, stories(each), catalogue)) for each in catalogue.published}
    assert found["staw"] == []
    [connection] = found["las"]
    passages = list(record_passages(connection, catalogue))
    assert [(each.text, each.own) for each in passages] == [("Unia Europejska", False), ("European Union", False)]


def test_every_name_of_a_programme_is_found_by_its_initials(tmp_path: Path) -> None:
    fund = {"id": "efs", "name": "Europejski Fundusz Społeczny", "level": "eu", "synonyms": ["European Social Fund"]}
    catalogue = with_registry(tmp_path, {"_registry/programmes": [fund]}, {"las": ENTRY})
    words = {each.text for each in record_passages(Connection("programmes", "efs", 3), catalogue)}
    assert {"EFS", "ESF"} <= words


def test_a_place_is_found_by_its_name_in_every_language(tmp_path: Path) -> None:
    town = {"id": "gdynia-stara", "name": "Gdynia", "country": "PL", "level": "town", "labels": {"de": "Gdingen"}}
    used = {"las": {**ENTRY, "places": [{"place": "gdynia-stara"}]}}
    catalogue = with_registry(tmp_path, {"_registry/places": [town]}, used)
    [place] = [each for each in connections(catalogue.practices["las"]) if each.kind == "places"]
    assert "Gdingen" in {passage.text for passage in record_passages(place, catalogue)}


def test_a_practice_is_found_by_what_a_choice_is_called_in_every_language(tmp_path: Path) -> None:
    practice = published(tmp_path, {"las": {**ENTRY, "access_cost": "free"}}).practices["las"]
    assert {"bezpłatnie", "free of charge"} <= said(practice)
    assert {Translations.load(language).choice("access_cost", "free") for language in languages()} <= said(practice)
