"""The table of forms: stems in the order of the alphabet, classes of endings, what occurs, how often."""

from goodpractices.finding.search.lexicon import Entry, Lexicon, rows_of

ENTRIES = {
    "las": Entry({"las", "lasu", "lasy"}, {"lasu"}),
    "bas": Entry({"bas", "basu", "basy"}, {"bas", "basy"}),
    "człowiek": Entry({"człowiek", "człowieka", "ludzie", "ludzi"}, {"ludzi"}),
    "staw": Entry({"staw", "stawem"}, {"stawem", "stawik"}),
}


def table(**families: list[str]) -> dict[str, object]:
    return Lexicon(rows_of(ENTRIES), families).to_json({"las": 1, "bas": 4, "człowiek": 0, "staw": 100})


def test_words_have_numbers_in_the_order_of_their_stems() -> None:
    assert Lexicon(rows_of(ENTRIES), {}).numbers == {"bas": 0, "człowiek": 1, "las": 2, "staw": 3}


def test_words_with_the_same_endings_share_a_class_and_the_commonest_comes_first() -> None:
    found = table()
    assert found["stems"] == "AbasAczłowiekAlasBudziAstaw"
    assert found["endings"] == "AAuAy;AAa;AAe;AAemAik"
    assert found["classes"] == "#$#%&"
    assert found["attested"] == "#%  $ # $%"


def test_forms_of_another_stem_point_to_the_word_they_belong_to() -> None:
    assert table()["further"] == "&$"


def test_how_often_is_told_in_powers_of_two() -> None:
    assert table()["often"] == "&#$*"


def test_families_are_pairs_each_told_once() -> None:
    assert table(bas=["las", "staw"], las=["bas"])["families"] == "#%#&"
    assert table(las=["staw"], bas=["las"])["families"] == "#%%$"


def test_a_word_none_of_whose_forms_begins_as_it_does_stands_with_the_first_of_its_forms() -> None:
    entries = {"rok": Entry({"lata", "latach", "mija"}, set())}
    assert Lexicon(rows_of(entries), {}).to_json({"rok": 1})["stems"] == "AlataAmija"
    assert Lexicon(rows_of(entries), {}).to_json({"rok": 1})["further"] == "$#"


def test_the_rows_are_divided_by_the_first_letter_of_their_stem() -> None:
    head, parts = Lexicon(rows_of(ENTRIES), {}).divided({"las": 1, "bas": 4, "człowiek": 0, "staw": 100})
    assert head["cut"] == {"lengths": "#$$##%####$###", "names": "0 a c e g k m o p r s t w z"}
    assert {name: part["stems"] for name, part in parts.items() if part["stems"]} == {
        "words-a": "Abas",
        "words-c": "Aczłowiek",
        "words-k": "AlasBudzi",
        "words-s": "Astaw",
    }
    assert "stems" not in head
    assert head["further"] == table()["further"]


def test_no_stem_is_empty_so_that_each_has_a_first_letter() -> None:
    entries = {"spać": Entry({"spać", "śpi"}, set()), "spółka": Entry({"spółka", "śpółka"}, set())}
    assert all(row.folded for row in rows_of(entries))
