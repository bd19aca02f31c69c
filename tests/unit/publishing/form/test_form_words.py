"""The form's fields are those of the model, at any depth, each with the words of its record."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from tests.support.samples import PL, published

from goodpractices.catalogue import Identity, Practice, record_shape
from goodpractices.catalogue.uses import Asked, uses
from goodpractices.publishing.form import form_data
from goodpractices.publishing.form.data import CODES_OF_NUMBERS, MESSAGES

WORDS = ("label", "help", "hint", "example", "options", "own", "first", "main", "item", "add")
Fields = Mapping[str, Any]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder: Path = tmp_path_factory.mktemp("form")
    identity = Identity(name="Katalog", tagline="Miasta", description="Opis")
    script = b"".join(form_data(published(folder, {"las": {}}), identity, PL)).decode()
    return json.loads(script.removeprefix("self.KatalogFormularz=").removesuffix(";"))


def as_json(value: Any) -> Any:
    return json.loads(json.dumps(value))


def walk(fields: Fields, within: str) -> Iterator[tuple[str, str, Fields]]:
    """Each field with the record it is in, at any depth."""
    for name, shape in fields.items():
        yield within, name, shape
        inner = shape.get("of", shape) if shape["kind"] == "list" else shape
        if inner["kind"] == "record":
            yield from walk(inner["fields"], name)


def test_the_form_has_the_shapes_of_the_model(data: Any) -> None:
    asked = {name: shape for name, shape in record_shape(Practice)["fields"].items() if name in uses(Practice, Asked)}
    expected = as_json(asked)
    editorial = expected["editorial"]
    del editorial["fields"]["proposals"]
    editorial["rare"].remove("proposals")
    found = {name: unworded(shape) for name, shape in data["shape"]["fields"].items()}
    assert found == {name: unworded(shape) for name, shape in expected.items()}
    assert data["shape"]["kind"] == "record"


def unworded(shape: Any) -> Any:
    """A shape without words, a name of a field being none."""
    made = {name: value for name, value in shape.items() if name not in WORDS}
    if "fields" in made:
        made["fields"] = {name: unworded(each) for name, each in made["fields"].items()}
    for part in ("of", "keys"):
        if part in made:
            made[part] = unworded({**made[part], "required": True} if made["kind"] == "map" else made[part])
    return made


def test_each_field_is_called_as_its_record_calls_it(data: Any) -> None:
    for within, name, shape in walk(data["shape"]["fields"], ""):
        label = PL.field(name, within)
        assert shape["label"] == label[:1].upper() + label[1:], (within, name)


def test_a_choice_has_its_values_with_labels_at_any_depth(data: Any) -> None:
    choices = [shape for _, _, shape in walk(data["shape"]["fields"], "") if shape["kind"] == "choice"]
    assert len(choices) > 15
    for shape in choices:
        labels = [PL.choice(shape["name"], value) for value in shape["values"]]
        assert shape["options"] == [
            [value, label[:1].upper() + label[1:]] for value, label in zip(shape["values"], labels, strict=True)
        ]


def test_each_field_has_the_help_that_is_written_for_it_first(data: Any) -> None:
    helped = 0
    for within, name, shape in walk(data["shape"]["fields"], ""):
        place = f"{within}.{name}" if within else name
        own = next((PL(key) for key in (f"form.help.{place}", f"help.{place}") if key in PL), None)
        if own:
            assert shape["help"] == own, place
            helped += 1
    assert helped > 40


def test_a_list_of_records_says_what_one_is_called_and_how_to_add_one(data: Any) -> None:
    lists = [(name, shape) for _, name, shape in walk(data["shape"]["fields"], "") if shape["kind"] == "list"]
    for name, shape in lists:
        if shape["of"]["kind"] == "record":
            assert (shape["item"], shape["add"]) == (PL(f"form.item.{name}"), PL(f"form.add.{name}"))
        else:
            assert "item" not in shape


def test_numbers_that_stand_for_something_are_named(data: Any) -> None:
    found = {f"{within}.{name}" if within else name: shape for within, name, shape in walk(data["shape"]["fields"], "")}
    assert {place for place in CODES_OF_NUMBERS if "options" in found[place]} == {*CODES_OF_NUMBERS}


@pytest.mark.parametrize("registry", ["places", "organisations", "programmes", "terms"])
def test_what_a_registry_lacks_is_asked_for_in_a_list_of_its_own(registry: str, data: Any) -> None:
    added = data["added"][registry]
    assert (added["kind"], added["of"]["kind"]) == ("list", "record")
    assert added["label"] == PL(f"form.added.{registry}")
    assert added["help"] == PL(f"form.added_help.{registry}")
    assert (added["item"], added["add"]) == (PL(f"form.item.{registry}"), PL(f"form.add.new_{registry}"))
    for name, shape in added["of"]["fields"].items():
        label = PL.field(name, registry)
        assert shape["label"] == label[:1].upper() + label[1:]


def test_every_message_of_the_scripts_has_words() -> None:
    assert [name for name in MESSAGES if f"problem.{name}" not in PL and f"problem.{name}.far" not in PL] == []
    assert all(MESSAGES)


def test_the_scripts_are_given_the_words_that_they_say_and_no_others(data: Any) -> None:
    problems = {key for key in PL.entries if key.startswith("problem.")}
    assert {key for key in data["words"] if not key.startswith(("form.say.", "gazetteer.", "missing"))} < problems
    assert {key for key in PL.entries if key.startswith(("form.say.", "gazetteer."))} < data["words"].keys()
    assert {key.removeprefix("problem.").removesuffix(".far") for key in data["words"].keys() & problems} == MESSAGES
