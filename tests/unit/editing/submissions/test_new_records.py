"""A new place or organisation is proposed by an answer that says all that has to be known of it."""

from tests.support.submissions import ANSWERS, PL, drafter

from goodpractices.editing.submissions.new_records import record_told


def told(where: str, words: str) -> dict[str, str] | None:
    return record_told(where, words, drafter().names, PL)


def test_a_place_is_told_with_its_kind_and_country() -> None:
    assert told("places", "Łeba (miejscowość, Polska)") == {"name": "Łeba", "country": "PL", "level": "town"}
    assert told("places", "Barth (gmina, Niemcy)") == {"name": "Barth", "country": "DE", "level": "municipality"}


def test_an_organisation_is_told_with_its_kind() -> None:
    assert told("organisations", "Klub Morze (stowarzyszenie)") == {"name": "Klub Morze", "kind": "ngo-association"}


def test_who_says_less_is_asked() -> None:
    for words in (
        "Łeba",
        "Łeba (Polska)",
        "Łeba (miejscowość)",
        "Łeba (miejscowość, Pomorze)",
        "Łeba (wieś, Polska, x)",
    ):
        assert told("places", words) is None
    assert told("organisations", "Klub (morski)") is None
    assert told("programmes", "Program (unijny)") is None


def test_a_place_that_is_there_is_not_proposed_and_one_that_is_named_twice_is_proposed_once() -> None:
    draft = drafter().draft({**ANSWERS, "places": "Gdynia\nŁeba (miejscowość, Polska)\nŁeba (miejscowość, Polska)"})
    assert [each["place"] for each in draft.record["places"]] == ["gdynia", "leba"]
    assert draft.record["editorial"]["proposals"] == {
        "places": [{"id": "leba", "name": "Łeba", "country": "PL", "level": "town"}]
    }
