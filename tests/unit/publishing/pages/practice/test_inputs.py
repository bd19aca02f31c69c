"""What goes into the page of a practice: all that it shows, and nothing of practices it does not name."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.support.entries import add, entry, practices_folder
from tests.support.samples import IDENTITY, PL, renderer

from goodpractices.catalogue import Catalogue, Practice, load_catalogue
from goodpractices.finding import Related, Shared
from goodpractices.publishing.addresses import Links, easy_text_address, practice_address
from goodpractices.publishing.pages import EasyTextInputs, PracticeInputs, practice_article, practice_inputs
from goodpractices.publishing.rendering import Renderer

BODY = "## Na czym to polega\n\nJak [Staw](../staw/) i [Szkic](../szkic/), za pieniądze UE.\n"
GLOSSARY = [
    {"id": "pup", "term": {"pl": "PUP"}, "expansion": {"pl": "powiatowy urząd pracy"}},
    {"id": "ue", "term": {"pl": "UE"}, "expansion": {"pl": "Unia Europejska"}},
]
OTHERS: dict[str, dict[str, Any]] = {
    "staw": {"title": "Staw", "themes": ["sport"]},
    "szkic": {"editorial": {"state": "draft"}},
    "pole": {"title": "Pole", "themes": ["kultura"]},
}


def catalogue(parent: Path, **changed: Mapping[str, Any]) -> Catalogue:
    """A wood that names a pond and a draft, a field that nobody names; some of the others changed."""
    folder = practices_folder(parent)
    add(folder, "_registry/glossary.yml", yaml.safe_dump(GLOSSARY, allow_unicode=True))
    add(folder, "las/index.md", entry({"title": "Las", "editorial": {"state": "published"}}, BODY))
    for name, given in OTHERS.items():
        add(folder, f"{name}/index.md", entry({"editorial": {"state": "published"}, **given, **changed.get(name, {})}))
    return load_catalogue(folder)


def inputs(catalogue: Catalogue, links: Links | None = None) -> PracticeInputs:
    related = [Related(catalogue.practices["staw"], "alike", shared=(Shared("wider_themes", ("kultura",)),))]
    return practice_inputs(catalogue.practices["las"], related, catalogue, IDENTITY, links or Links())


def test_a_page_has_the_records_that_it_names_and_no_others(tmp_path: Path) -> None:
    records = inputs(catalogue(tmp_path)).records
    assert {name: [*terms] for name, terms in records.vocabularies.items()} == {
        "kinds": ["project"],
        "themes": ["kultura", "zielen"],
    }
    assert [*records.places] == ["gdynia"]
    assert [*records.glossary] == ["ue"]
    assert ([*records.organisations], [*records.programmes]) == ([], [])


def test_a_page_links_to_practices_that_have_one(tmp_path: Path) -> None:
    given = inputs(catalogue(tmp_path))
    assert given.linked == {"staw"}
    assert [(each.id, each.title, each.family) for each in given.related] == [("staw", "Staw", "")]


def test_the_same_inputs_give_the_same_bytes_whatever_was_made_before(tmp_path: Path) -> None:
    one, other = inputs(catalogue(tmp_path / "a")), inputs(catalogue(tmp_path / "b"))
    assert one == other
    printer = renderer()
    first = practice_article(one, printer)
    assert practice_article(other, printer) == first == practice_article(other, Renderer(PL, Links()))


@pytest.mark.parametrize(
    "changed",
    [
        {"pole": {"title": "Łąka", "summary": "Zupełnie inne streszczenie. " * 5, "themes": ["praca"]}},
        {"pole": {"editorial": {"state": "withdrawn", "reason": "Powtórzenie."}}},
        {"staw": {"summary": "Zupełnie inne streszczenie. " * 5, "places": [{"place": "sopot"}]}},
        {"szkic": {"title": "Nowy szkic"}},
    ],
)
def test_a_change_that_the_page_does_not_show_changes_no_input(tmp_path: Path, changed: dict[str, Any]) -> None:
    assert inputs(catalogue(tmp_path / "a")) == inputs(catalogue(tmp_path / "b", **changed))


@pytest.mark.parametrize(
    "changed",
    [
        {"staw": {"title": "Jezioro"}},
        {"staw": {"editorial": {"state": "draft"}}},
        {"szkic": {"editorial": {"state": "published"}}},
    ],
)
def test_a_change_of_what_the_page_names_changes_its_inputs(tmp_path: Path, changed: dict[str, Any]) -> None:
    assert inputs(catalogue(tmp_path / "a")) != inputs(catalogue(tmp_path / "b", **changed))


def test_of_pages_a_language_lacks_only_those_count_that_the_page_names(tmp_path: Path) -> None:
    given = catalogue(tmp_path)
    english = {"": "en/", "praktyki": "practices"}
    named = {practice_address("staw"), easy_text_address("las")}
    one, other = (Links(words=english, missing={*named, practice_address(each)}) for each in ("pole", "szkic"))
    assert inputs(given, one).links == inputs(given, other).links == Links(words=english, missing=frozenset(named))


def test_no_catalogue_and_no_other_practice_can_be_reached_from_the_inputs(tmp_path: Path) -> None:
    held = [*values(inputs(catalogue(tmp_path)))]
    assert [each.id for each in held if isinstance(each, Practice)] == ["las"]
    assert not any(isinstance(each, Catalogue) for each in held)


def test_the_text_easy_to_read_depends_on_nothing_else_of_its_practice(tmp_path: Path) -> None:
    easy = {"easy_to_read": {"text": "To jest staw.", "tested_by": "Grupa"}}
    one = catalogue(tmp_path / "a", staw=easy).practices["staw"]
    other = catalogue(tmp_path / "b", staw={**easy, "themes": ["praca"]}).practices["staw"]
    assert one.easy_to_read
    assert other.easy_to_read
    assert one != other
    assert EasyTextInputs.of(one, one.easy_to_read, Links()) == EasyTextInputs.of(other, other.easy_to_read, Links())


def values(value: Any) -> Iterator[Any]:
    """A value and all that it holds, at any depth."""
    yield value
    inner: Any = ()
    if is_dataclass(value):
        inner = [getattr(value, each.name) for each in fields(value)]
    elif isinstance(value, Mapping):
        inner = [*value.keys(), *value.values()]
    elif isinstance(value, tuple | list | set | frozenset):
        inner = value
    for each in inner:
        yield from values(each)
