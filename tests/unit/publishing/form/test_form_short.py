"""The form of five minutes asks in its own words for fields of the model, the fewest that make an entry."""

import json
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.support.samples import IDENTITY, PL, published, renderer

from goodpractices.catalogue import Practice, record_shape
from goodpractices.publishing.form import form_article, form_data
from goodpractices.publishing.form.short import SHORT_STEPS
from goodpractices.wording import Translations

ASKED = ["title", "summary", "place", "lifecycle", "leader", "kind", "theme", "link", "sender"]


@pytest.fixture
def data(tmp_path: Path) -> Any:
    return data_in(tmp_path, PL)


def data_in(folder: Path, t: Translations) -> Any:
    script = b"".join(form_data(published(folder, {"las": {"title": "Las"}}), IDENTITY, t)).decode()
    return json.loads(script.removeprefix("self.KatalogFormularz=").removesuffix(";"))


def test_its_fields_are_those_of_the_model_in_words_of_their_own(data: Any) -> None:
    fields = data["short"]["fields"]
    assert list(fields) == ASKED
    assert [name for step in data["short"]["steps"] for name in step["fields"]] == ASKED
    assert fields["title"]["max"] == data["shape"]["fields"]["title"]["max"]
    assert (fields["summary"]["min"], fields["summary"]["label"]) == (80, "Co zrobiono i dla kogo?")
    assert (fields["place"]["kind"], fields["place"]["to"]) == ("ref", "places")


def test_what_an_entry_must_have_is_asked_or_is_there_by_itself() -> None:
    required = {name for name, field in record_shape(Practice)["fields"].items() if field.get("required")}
    by_itself = {"id", "editorial", "sources"}
    assert required - by_itself == {"title", "summary", "kind", "themes", "places", "lifecycle"}


def test_answers_to_choose_from_are_those_of_the_model_the_usual_stages_first(data: Any) -> None:
    fields, asked = data["shape"]["fields"], data["short"]["fields"]
    assert {name: each["same"] for name, each in asked.items() if "same" in each} == {
        "lifecycle": "lifecycle",
        "kind": "kind",
        "theme": "themes",
    }
    assert asked["lifecycle"]["ahead"] == ["starting", "running", "ended", "unknown"]
    assert {*asked["lifecycle"]["ahead"]} <= {each for each, _ in fields["lifecycle"]["options"]}


def test_what_goes_into_the_file_is_polish_in_every_language(data: Any, tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    english = data_in(tmp_path / "en", Translations.load("en"))["short"]
    assert english["fields"]["title"]["label"] == "What is it called?"
    assert (english["questions"], english["source"]) == (data["short"]["questions"], data["short"]["source"])


def test_the_short_way_stands_before_the_full_one() -> None:
    page = LexborHTMLParser(form_article(IDENTITY, renderer()).content)
    assert [node.attributes["href"] for node in page.css(".form__ways a")] == ["#krotko-1", "#krok-1"]
    assert [node.attributes["data-short-step"] for node in page.css("[data-short-step]")] == [*SHORT_STEPS]
    assert [node.attributes["data-of-way"] for node in page.css("[data-of-way]")] == ["full", "short", "full"]
