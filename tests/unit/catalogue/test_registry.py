"""Terms and places by their names in each language: their own where there is one, else the Polish one, marked."""

import pytest

from goodpractices.catalogue import Place, Term
from goodpractices.wording import Untranslated

TERM = Term(id="las", pl="las", en="forest", labels={"uk": "ліс"})
PLACE = Place(id="gdansk", name="Gdańsk", country="PL", level="town", en="Danzig Bay", labels={"de": "Danzig"})


@pytest.mark.parametrize(("language", "label"), [("pl", "las"), ("en", "forest"), ("uk", "ліс"), ("de", "las")])
def test_a_term_is_called_by_its_name_in_a_language_else_by_the_polish_one(language: str, label: str) -> None:
    assert TERM.label(language) == label
    assert isinstance(TERM.label(language), Untranslated) is (language == "de")


def test_a_term_has_all_its_names() -> None:
    assert TERM.names == ("las", "forest", "ліс")


@pytest.mark.parametrize(("language", "name"), [("en", "Danzig Bay"), ("de", "Danzig"), ("uk", None)])
def test_a_place_may_have_a_name_in_another_language(language: str, name: str | None) -> None:
    assert PLACE.name_in(language) == name
