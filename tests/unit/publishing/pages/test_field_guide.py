"""The lists of the editors' guide: every field of the model with what may stand in it, in the words of the wording."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.support.samples import PL, plain, published, renderer, with_registry

from goodpractices.catalogue import FIELD_SECTIONS, Catalogue
from goodpractices.publishing.addresses import Links
from goodpractices.publishing.pages.field_guide import ExplainedField, explained, fill_field_guide
from goodpractices.publishing.rendering import Renderer

RECORDS = ("term", "organisation", "place", "programme", "glossary", "rates", "translation")


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    return published(tmp_path, {"las": {"title": "Las"}})


def fields_of(name: str, catalogue: Catalogue) -> dict[str, ExplainedField]:
    return {field.name: field for field in explained(name, FIELD_SECTIONS, catalogue, PL)[0]}


def walk(fields: Iterator[ExplainedField], within: str) -> Iterator[tuple[str, ExplainedField]]:
    """Every field with the names that its words are found by."""
    for field in fields:
        yield f"{within}.{field.name}" if within else field.name, field
        yield from walk(iter(field.inner), field.name)


def all_fields(catalogue: Catalogue) -> list[tuple[str, ExplainedField]]:
    sections = (name for name in FIELD_SECTIONS if name != "tlumaczenie")
    found = [each for name in sections for each in walk(iter(fields_of(name, catalogue).values()), "")]
    return found + [each for name in RECORDS for each in walk(iter(fields_of(name, catalogue).values()), name)]


@pytest.mark.parametrize(
    ("section", "name", "facts"),
    [
        ("obowiazkowe", "title", "tekst do 100 znaków"),
        ("obowiazkowe", "summary", "tekst od 80 do 400 znaków"),
        ("obowiazkowe", "themes", "lista od 1 do 5 pozycji, każda pozycja to identyfikator ze słownika themes"),
        ("miejsca", "organisations", "lista do 100 pozycji"),
        ("powtorzenie", "sdg", "lista, każda pozycja to liczba całkowita od 1 do 17"),
        ("place", "lat", "liczba od -90 do 90"),
        ("place", "parent", "identyfikator z rejestru places"),
        ("programme", "period", "okres, np. 2014/2020"),
        (
            "nie-dotyczy",
            "not_applicable",
            "pary „nazwa: wartość”; nazwa to identyfikator, wartość to tekst do 1 500 znaków",
        ),
    ],
)
def test_a_field_says_what_may_stand_in_it(section: str, name: str, facts: str, catalogue: Catalogue) -> None:
    assert plain(fields_of(section, catalogue)[name].facts.striptags()) == facts


def test_a_choice_lists_its_values_with_labels_and_what_is_so_without_it(catalogue: Catalogue) -> None:
    role = fields_of("miejsca", catalogue)["places"].inner[1]
    assert [(value, label) for value, label, _ in role.values][:2] == [
        ("implemented", "miejsce działania"),
        ("reach", "zasięg"),
    ]
    assert role.facts.striptags() == "jedna z wartości, domyślnie implemented"


def test_numbers_that_stand_for_something_say_for_what(catalogue: Catalogue) -> None:
    level = fields_of("dowody", catalogue)["evidence_level"].inner[0]
    assert ("2", "policzono", "") in level.values
    assert ("8", "Wzrost gospodarczy i godna praca", "") in fields_of("powtorzenie", catalogue)["sdg"].values


def test_terms_are_those_of_the_catalogue(tmp_path: Path) -> None:
    words = {"_vocabularies/themes": [{"id": "bees", "pl": "pszczoły", "en": "bees", "family": "community"}]}
    themes = fields_of("obowiazkowe", with_registry(tmp_path, words, {}))["themes"]
    assert ("bees", "pszczoły") in themes.terms
    assert themes.values == ()


def test_fields_inside_a_field_come_with_it(catalogue: Catalogue) -> None:
    indicators = fields_of("liczby", catalogue)["indicators"].inner
    assert [field.name for field in indicators if field.required] == ["id", "label", "unit", "nature", "source"]
    split = next(field for field in indicators if field.name == "split")
    assert [field.name for field in split.inner] == ["dimension", "parts"]


def test_a_note_or_a_source_is_only_named_unless_there_is_something_to_say(catalogue: Catalogue) -> None:
    assert fields_of("czas", catalogue)["period"].common == ("note", "source")
    assert fields_of("liczby", catalogue)["indicators"].common == ("note",)  # its source has to be there
    assert fields_of("zrodla", catalogue)["sources"].common == ()  # its note says more


def test_every_field_of_a_practice_says_what_it_is(catalogue: Catalogue) -> None:
    outer = [field for name in FIELD_SECTIONS for field in fields_of(name, catalogue).values()]
    assert len(outer) > 40
    assert [field.name for field in outer if not field.text] == []


def test_no_words_of_the_guide_are_about_a_field_or_value_that_is_none(catalogue: Catalogue) -> None:
    fields = all_fields(catalogue)
    places = {place for place, _ in fields}
    words = [
        key.removeprefix(prefix) for prefix in ("guide.help.", "guide.why.") for key in PL.entries if prefix in key
    ]
    assert len(words) > 100
    assert [each for each in words if each not in places] == []
    said = {str(meaning) for _, field in fields for _, _, meaning in field.values}
    assert [text for text in PL.group("guide.values").values() if text not in said] == []


def test_a_page_gets_the_fields_where_it_asks_for_them(catalogue: Catalogue) -> None:
    asking = "<p>a</p>\n<p><em>Tu stanie lista (<a href=x>jak?</a>).</em> <!-- pola: czas --></p>\n<p>b</p>"
    html = fill_field_guide(asking, FIELD_SECTIONS, catalogue, renderer())
    assert html.startswith("<p>a</p>")
    assert html.endswith("<p>b</p>")
    assert "<dt><code>period</code>" in html
    assert "<!--" not in html
    assert "Tu stanie" not in html


def test_a_page_that_asks_for_a_section_that_is_none_is_refused_with_those_there_are(catalogue: Catalogue) -> None:
    with pytest.raises(LookupError, match=r"„casz”.*czas.*organisation"):
        fill_field_guide("<p><!-- pola: casz --></p>", FIELD_SECTIONS, catalogue, renderer())


def test_words_stay_words(tmp_path: Path) -> None:
    terms = {"_vocabularies/kinds": [{"id": "odd", "pl": "a & b `c`", "en": "odd"}]}
    words = replace(PL, entries={**PL.entries, "guide.help.title": "x < `y`", "choices.lifecycle.idea": "z < 1"})
    html = fill_field_guide(
        "<p><!-- pola: obowiazkowe --></p>",
        FIELD_SECTIONS,
        with_registry(tmp_path, terms, {}),
        Renderer(words, Links(explicit_index=False)),
    )
    assert "<code>odd</code> a &amp; b `c`" in html
    assert "x &lt; <code>y</code>" in html
    assert "<code>idea</code> z &lt; 1" in html


def test_code_in_words_is_marked(catalogue: Catalogue) -> None:
    value = next(field for field in fields_of("liczby", catalogue)["indicators"].inner if field.name == "value")
    assert "<code>precision: range</code>" in value.text
