"""The glossary: which words of a text it explains, in which language, and that a catalogue may go without."""

from pathlib import Path

import pytest
from tests.support.entries import practices_folder
from tests.support.samples import with_registry

from goodpractices.catalogue import Abbreviations, Cache, GlossaryItem, in_words, load_catalogue, spelled
from goodpractices.catalogue.glossary import whole_words
from goodpractices.wording import Untranslated

EU = GlossaryItem(id="ue", term={"pl": "UE", "en": "EU"}, expansion={"pl": "Unia Europejska", "en": "European Union"})
POWER = GlossaryItem(id="power", term={"pl": "POWER"}, expansion={"pl": "Program Operacyjny"}, variants=("PO WER",))
WORD = GlossaryItem(id="zip", term={"pl": "ZIP"}, explanation={"pl": "Plik spakowany."})


def used(text: str, language: str = "pl") -> list[str]:
    return [text[use.start : use.end] for use in Abbreviations((EU, POWER, WORD), language).used(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kraj UE.", ["UE"]),
        ("(UE)", ["UE"]),
        ("z UE-u i od UE-ów", ["UE", "UE"]),
        ("UEFA, EUE, żUE, UEż, UE5, UE_x", []),
        ("kontra-UE, UE-Polska, UE-owski, UE-", []),
        ("UE–Polska", ["UE"]),
        ("ue", []),
        ("PO WER, PO\N{NO-BREAK SPACE}WER i POWER", ["PO WER", "PO\N{NO-BREAK SPACE}WER", "POWER"]),
        ("plik ZIP", []),
    ],
)
def test_an_abbreviation_is_found_where_it_is_a_word(text: str, found: list[str]) -> None:
    assert used(text) == found


def test_texts_of_a_language_write_abbreviations_its_way() -> None:
    assert used("UE, EU, POWER", "en") == ["EU", "POWER"]


def test_within_a_part_of_a_text_a_word_ends_where_it_ends_in_the_text() -> None:
    known = Abbreviations((EU,), "pl")
    assert [use.start for use in known.used("UE UE UEFA", 2, 8)] == [3]


def test_a_glossary_without_abbreviations_finds_none() -> None:
    assert list(Abbreviations((WORD,), "pl").used("ZIP i nic")) == []


def test_a_sign_of_patterns_in_an_abbreviation_is_a_sign() -> None:
    odd = GlossaryItem(id="odd", term={"pl": "A.(B"}, expansion={"pl": "x"})
    assert [use.item.id for use in Abbreviations((odd,), "pl").used("AxB A.(B")] == ["odd"]


def test_what_an_item_does_not_say_in_a_language_it_says_in_polish_and_marks() -> None:
    assert in_words(EU.expansion, "en") == "European Union"
    assert isinstance(in_words(POWER.expansion, "en"), Untranslated)
    assert in_words(POWER.explanation, "en") is None
    assert [spelled(item, "en") for item in (EU, POWER)] == ["EU", "POWER"]


def test_an_ending_is_not_part_of_the_word() -> None:
    assert whole_words("NGO|UE").findall("NGO-sów i UE") == ["NGO", "UE"]


def test_a_catalogue_without_the_file_is_cached_like_one_with_it(tmp_path: Path) -> None:
    folder = practices_folder(tmp_path)
    place = tmp_path / "cache"
    assert load_catalogue(folder, Cache(place)).glossary == {}
    with_it = with_registry(
        tmp_path / "b", {"_registry/glossary": [{"id": "ue", "term": {"pl": "UE"}, "expansion": {"pl": "Unia"}}]}, {}
    )
    assert list(with_it.glossary) == ["ue"]


def test_of_two_abbreviations_the_longer_one_is_meant() -> None:
    short, long = (
        GlossaryItem(id=name, term={"pl": term}, expansion={"pl": "x"})
        for name, term in (("pup", "PUP"), ("pup-gdynia", "PUP Gdynia"))
    )
    for items in ((short, long), (long, short)):
        found = Abbreviations(items, "pl").used("PUP Gdynia, PUP\u00a0Gdynia i PUP Sopot")
        assert [use.item.id for use in found] == ["pup-gdynia", "pup-gdynia", "pup"]
