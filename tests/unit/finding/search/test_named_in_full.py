"""Names that texts say in full: found in any case, and by what else they are called."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.support.samples import published, with_registry

from goodpractices.catalogue import Catalogue, Practice, in_language
from goodpractices.finding.search.fields import connections, named, record_passages, stories
from goodpractices.finding.search.named_in_full import NamesInFull

SUMMARY = "Sąsiedzi uprawiają razem wspólne grządki, a plony oddają stołówce w sąsiedniej szkole."
FUND = {"id": "efs", "term": {"pl": "EFS", "en": "ESF"}, "expansion": {"pl": "Europejski Fundusz Społeczny"}}
OFFICE = {"id": "pup", "term": {"pl": "PUP"}, "expansion": {"pl": "urząd pracy"}, "variants": ["PUP-y"]}
SHOP = {"id": "sklep", "term": {"pl": "SKL"}, "expansion": {"pl": "sklep"}}


def of(folder: Path, story: str, language: str = "pl") -> tuple[Catalogue, Practice]:
    catalogue = with_registry(
        folder, {"_registry/glossary": [FUND, OFFICE, SHOP]}, {"las": {"title": "Ogród", "summary": SUMMARY}}
    )
    told = replace(catalogue, practices={"las": replace(catalogue.practices["las"], solution=story)})
    spoken = in_language(told, language)
    return spoken, spoken.practices["las"]


def said(folder: Path, story: str, language: str = "pl") -> list[str]:
    catalogue, practice = of(folder, story, language)
    return [each.id for each in named(practice, stories(practice), NamesInFull(catalogue))]


@pytest.mark.parametrize(
    ("story", "found"),
    [
        ("Płaci Europejski Fundusz Społeczny.", ["efs"]),
        ("Z pieniędzy europejskiego funduszu społecznego.", ["efs"]),
        ("Umowa z urzędem pracy i z innymi urzędami pracy.", ["pup"]),
        ("Europejski Fundusz, a potem Społeczny.", []),
        ("Urząd nie dał pracy.", []),
        ("Sklep jest otwarty.", []),
        ("Fundusz Społeczny", []),
        ("Urząd", []),
    ],
)
def test_a_name_of_several_words_is_heard_in_any_case_and_side_by_side(
    tmp_path: Path, story: str, found: list[str]
) -> None:
    assert said(tmp_path, story) == found


def test_names_are_heard_in_the_language_of_the_texts(tmp_path: Path) -> None:
    assert said(tmp_path, "Europejski Fundusz Społeczny", "en") == []


def test_a_name_leads_to_its_abbreviations_in_every_language_and_counts_little(tmp_path: Path) -> None:
    catalogue, practice = of(tmp_path, "Urząd pracy, Europejski Fundusz Społeczny")
    found = [*named(practice, stories(practice), NamesInFull(catalogue))]
    passages = [each for connection in found for each in record_passages(connection, catalogue)]
    assert [each.text for each in passages] == [
        "PUP", "PUP-y", "urząd pracy", "EFS", "ESF", "Europejski Fundusz Społeczny"
    ]  # fmt: skip
    assert {(each.field, each.own) for each in passages} == {("text", False)}
    assert max(each.weight for each in passages) < 1


def test_a_term_that_is_named_and_not_chosen_leads_to_its_name_in_other_languages(tmp_path: Path) -> None:
    catalogue = published(tmp_path, {"las": {"title": "Ogród", "summary": SUMMARY}})
    visit = replace(
        catalogue.term("support_types", next(iter(catalogue.vocabularies["support_types"]))),
        id="wizyta", pl="wizyta studyjna", en="study visit", synonyms=("podróż",),
    )  # fmt: skip
    told = replace(
        catalogue,
        vocabularies={**catalogue.vocabularies, "support_types": {"wizyta": visit}},
        practices={"las": replace(catalogue.practices["las"], solution="Były dwie wizyty studyjne.")},
    )
    practice = told.practices["las"]
    [visited] = named(practice, stories(practice), NamesInFull(told))
    assert [each.text for each in record_passages(visited, told)] == ["study visit", *visit.labels.values()]
    chosen = replace(practice, support_types=("wizyta",))
    assert [each.id for each in connections(chosen) if each.kind == "support_types"] == ["wizyta"]
    assert [*named(chosen, stories(chosen), NamesInFull(told))] == []
