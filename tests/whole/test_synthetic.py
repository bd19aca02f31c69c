"""Synthetic practices are valid, repeatable, and leave no part of the model untried."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from statistics import mean, median
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
from tests.support.paths import PRACTICES

from bench.generate_practices import read_arguments
from bench.synthetic import write_catalogue
from bench.synthetic.words import Adjective, lexicon
from goodpractices.catalogue import Catalogue, EdtfDate, EdtfInterval, Money, Practice, load_catalogue
from goodpractices.catalogue.proposals import (
    Proposals,
    ProposedOrganisation,
    ProposedPlace,
    ProposedProgramme,
    ProposedTerm,
)
from goodpractices.catalogue.records import (
    Consent,
    Contact,
    Editorial,
    Origin,
    Picture,
    Rights,
    Sites,
)

BASE = PRACTICES

# Nobody is invented, so nobody consented to anything or holds an office; an amount with two ends is no amount.
# People, what was taken over from others and what drafts propose: nobody may be made up, and no licence.
OF_OTHERS = (Consent, Origin, Rights, Proposals, ProposedOrganisation, ProposedPlace, ProposedProgramme, ProposedTerm)
NEVER = {
    *((Contact, name) for name in ("person", "consent_until", "consent", "source")),
    *((Picture, name) for name in ("people", "consent", "permission")),
    *((Practice, name) for name in ("rights", "origin")),
    (Editorial, "proposals"),
    *((record, each.name) for record in OF_OTHERS for each in fields(record)),
}

Field = tuple[type, str]


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("generated") / "practices"
    write_catalogue(folder, 200, 1, BASE)
    return folder


@pytest.fixture(scope="module")
def catalogue(generated: Path) -> Catalogue:
    return load_catalogue(generated)


@pytest.mark.parametrize("seed", [2, 3])
def test_every_seed_gives_a_catalogue_without_problems(seed: int, tmp_path: Path) -> None:
    write_catalogue(tmp_path / "practices", 15, seed, BASE)
    assert len(load_catalogue(tmp_path / "practices").practices) == 15


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(tmp_path: Path) -> None:
    for name, seed in (("first", 7), ("again", 7), ("other", 8)):
        write_catalogue(tmp_path / name, 12, seed, BASE)
    first, again, other = (files_of(tmp_path / name) for name in ("first", "again", "other"))
    assert first == again
    assert entries(first).keys().isdisjoint(entries(other))


def test_an_entry_does_not_depend_on_how_many_there_are(generated: Path, tmp_path: Path) -> None:
    write_catalogue(tmp_path / "few", 30, 1, BASE)
    few, many = entries(files_of(tmp_path / "few")), entries(files_of(generated))
    assert few.items() <= many.items()


def test_entries_are_about_as_long_as_the_real_ones(generated: Path) -> None:
    real, made = (sorted(path.stat().st_size for path in folder.glob("*/index.md")) for folder in (BASE, generated))
    assert mean(made) == pytest.approx(mean(real), rel=0.15)
    assert median(made) == pytest.approx(median(real), rel=0.25)


def test_no_field_of_the_model_is_forgotten(catalogue: Catalogue) -> None:
    given = {(record, name) for record, name, _ in values_of(catalogue.practices)}
    every = {(record, each.name) for record in records_of(Practice) for each in fields(record)}
    assert every - given == NEVER


def test_no_choice_is_forgotten(catalogue: Catalogue) -> None:
    chosen = {(record, name, value) for record, name, value in values_of(catalogue.practices) if isinstance(value, str)}
    every = {
        (record, name, option)
        for record in records_of(Practice)
        for name, hint in get_type_hints(record).items()
        for option in options_of(hint)
    }
    never = {
        *((record, "precision", "range") for record in (Money, Sites)),
        *(each for each in every if each[0] in OF_OTHERS or each[1] == "people"),
    }
    assert every - chosen == never


def test_dates_are_vague_in_every_way(catalogue: Catalogue) -> None:
    found = [value for _, _, value in values_of(catalogue.practices)]
    dates = [value for value in found if isinstance(value, EdtfDate)]
    intervals = [value for value in found if isinstance(value, EdtfInterval)]
    assert any(date.years is None and date.month is None for date in dates)
    assert any(date.years is None and date.day for date in dates)
    assert any(date.years and date.year is None for date in dates)
    assert any(date.approximate and date.uncertain for date in dates)
    assert any(date.approximate and not date.uncertain for date in dates)
    assert any(date.uncertain and not date.approximate for date in dates)
    assert {interval.text[-1] for interval in intervals} >= {".", "/"}
    assert {interval.text[0] for interval in intervals} >= {".", "/"}


def test_a_story_may_have_everything_a_body_may_have(generated: Path) -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in generated.glob("*/index.md"))
    marks = (
        r"^\| --- ",
        r"^- ",
        r"^1\. ",
        r"^### ",
        r"\*\*\w",
        r"\[\^s1\]",
        r"\]\(\.\./[a-z0-9-]+/index\.md\)",
        r"\d%",
    )
    for mark in marks:
        assert re.search(mark, text, re.MULTILINE), mark


def test_the_words_are_many(generated: Path) -> None:
    text = " ".join(path.read_text(encoding="utf-8").lower() for path in generated.glob("*/index.md"))
    assert len(set(re.findall(r"[^\W\d_]+", text))) > 2_500


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "precious.txt").touch()
    with pytest.raises(FileExistsError):
        write_catalogue(tmp_path, 1, 1, BASE)


@pytest.mark.parametrize(
    ("adjective", "asked", "expected"),
    [
        (Adjective("miejski"), ("nom", False, "f"), "miejska"),
        (Adjective("miejski"), ("gen", False, "n"), "miejskiego"),
        (Adjective("tani"), ("ins", False, "f"), "tanią"),
        (Adjective("nowy", "nowi"), ("nom", True, "m1"), "nowi"),
        (Adjective("nowy", "nowi"), ("nom", True, "f"), "nowe"),
        (Adjective("nowy"), ("acc", False, "m3"), "nowy"),
        (Adjective("nowy"), ("acc", False, "m1"), "nowego"),
        (Adjective("nowy"), ("acc", True, "m3"), "nowe"),
        (Adjective("nowy"), ("loc", True, "n"), "nowych"),
    ],
)
def test_adjectives_agree_with_nouns(adjective: Adjective, asked: tuple[str, bool, str], expected: str) -> None:
    assert adjective.form(*asked) == expected


def test_every_noun_has_all_its_cases() -> None:
    nouns = [noun for group in lexicon().nouns.values() for noun in group]
    assert {len(forms) for noun in nouns for forms in (noun.singular, noun.plural)} == {0, 6}
    assert all(noun.singular or noun.plural for noun in nouns)


def test_a_count_of_nothing_is_refused() -> None:
    with pytest.raises(SystemExit):
        read_arguments(["--count", "0", "--to", "x"])


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def entries(files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {name: data for name, data in files.items() if not name.startswith("_")}


def values_of(value: Any) -> Iterator[tuple[type, str, Any]]:
    """Each value of each record with the record's type and the field, items of lists and mappings one by one."""
    if is_dataclass(value):
        for each in fields(value):
            for item in items_of(getattr(value, each.name)):
                yield type(value), each.name, item
                yield from values_of(item)
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from values_of(item)


def items_of(value: Any) -> Iterator[Any]:
    if isinstance(value, Mapping):
        yield from value.values()
    elif isinstance(value, tuple):
        yield from value
    elif value is not None:
        yield value


def records_of(hint: Any) -> set[type]:
    """The record types that a type is made of."""
    found = set().union(*(records_of(each) for each in get_args(hint)))
    if isinstance(hint, type) and is_dataclass(hint) and hint not in (EdtfDate, EdtfInterval):
        found |= {hint}.union(*(records_of(each) for each in get_type_hints(hint).values()))
    return found


def options_of(hint: Any) -> Iterator[str]:
    """The values of the closed choices in a type."""
    if get_origin(hint) is Literal:
        yield from get_args(hint)
    else:
        for each in get_args(hint):
            yield from options_of(each)
