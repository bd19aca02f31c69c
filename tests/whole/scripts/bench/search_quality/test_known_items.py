"""Queries whose answers are known because the words were planted."""

import random
from pathlib import Path

import pytest
from tests.support.paths import PRACTICES

from bench.search_quality import ABSENT, TYPO, Ground, Lemma, Paradigms, Query, known_items, paradigms_of, plant
from bench.search_quality.known_items import mistyped, shortened
from bench.search_quality.planting import said_in
from bench.synthetic import write_catalogue
from goodpractices.catalogue import Catalogue, load_catalogue
from goodpractices.wording.polish import fold

# Made-up stems with endings of their own, so that no form is in the practices and each word has several.
RULES = ["SFX N Y 4", "SFX N 0 ą .", "SFX N 0 owi .", "SFX N 0 ami .", "SFX N 0 ach ."]
EVERYDAY = [
    Lemma(f"{a}{b}{c}{d}ż", "N") for a in "bdg" for b in ("roz", "wuk") for c in "mpt" for d in ("ęl", "óf", "yz")
]
PROPER = [Lemma(f"{a}{b}zyw", "N") for a in ("Qu", "Xo", "Vy") for b in "abcdefghijklmnop"]
SEED = 5


@pytest.fixture(scope="module")
def paradigms() -> Paradigms:
    return paradigms_of(RULES, [f"{each.word}/{each.flags}" for each in EVERYDAY + PROPER])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("known") / "practices"
    write_catalogue(folder, 12, SEED, PRACTICES)
    return folder


@pytest.fixture(scope="module")
def ground(folder: Path, paradigms: Paradigms) -> Ground:
    return plant(folder, paradigms, EVERYDAY[:40], PROPER, SEED)


@pytest.fixture(scope="module")
def catalogue(folder: Path, ground: Ground) -> Catalogue:
    assert ground.planted
    return load_catalogue(folder)


@pytest.fixture(scope="module")
def queries(ground: Ground, catalogue: Catalogue, paradigms: Paradigms) -> tuple[Query, ...]:
    return known_items(ground, catalogue, paradigms, EVERYDAY, SEED, 6)


def test_planted_words_stand_where_it_is_said_and_nowhere_else(
    folder: Path, ground: Ground, paradigms: Paradigms
) -> None:
    said = {path.parent.name: said_in(path.parent) for path in folder.glob("*/index.md")}
    for lemma, where in ground.planted.items():
        forms = {fold(form) for form in paradigms.forms(lemma)}
        assert {practice: said[practice] & forms for practice in said if said[practice] & forms} == {
            practice: {fold(form)} for practice, form in where.items()
        }


def test_records_get_names_of_their_own(catalogue: Catalogue, ground: Ground) -> None:
    named = {place.id: place.name for place in catalogue.places.values()}
    named |= {each.id: each.name for each in catalogue.organisations.values()}
    assert {record: named[record] for record in ground.names} == {
        record: name.word for record, name in ground.names.items()
    }
    assert len(set(ground.names.values())) == len(ground.names)


def test_every_class_has_queries(queries: tuple[Query, ...]) -> None:
    assert {query.kind for query in queries} == {"inflection", "no_marks", TYPO, "prefix", "multi", "names", ABSENT}


def test_only_published_practices_are_expected(queries: tuple[Query, ...], catalogue: Catalogue) -> None:
    assert {each for query in queries for each in query.expected} <= {each.id for each in catalogue.published}
    assert all(bool(query.expected) == (query.kind != ABSENT) for query in queries)


def test_an_inflected_query_is_nowhere_in_the_practices(queries: tuple[Query, ...], ground: Ground) -> None:
    typed = [query.text for query in queries if query.kind in ("inflection", "no_marks", TYPO, ABSENT)]
    assert typed
    assert ground.said.isdisjoint(map(fold, typed))


def test_several_words_are_expected_where_all_of_them_are(
    queries: tuple[Query, ...], ground: Ground, paradigms: Paradigms
) -> None:
    for query in (each for each in queries if each.kind == "multi"):
        lemmas = [lemma for word in query.text.split() for lemma in paradigms.lemmas(word)]
        assert all(practice in ground.planted[lemma] for lemma in lemmas for practice in query.expected)


def test_the_same_seed_asks_the_same(
    queries: tuple[Query, ...], ground: Ground, catalogue: Catalogue, paradigms: Paradigms
) -> None:
    assert known_items(ground, catalogue, paradigms, EVERYDAY, SEED, 6) == queries
    assert known_items(ground, catalogue, paradigms, EVERYDAY, SEED + 1, 6) != queries


@pytest.mark.parametrize("seed", range(50))
def test_a_typing_error_is_one_edit_after_the_first_letter(seed: int) -> None:
    typed = mistyped("uchodźca", random.Random(seed))  # noqa: S311 - any errors will do
    assert typed[0] == "u"
    assert shortened(typed) & shortened("uchodźca")
