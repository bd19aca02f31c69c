"""Names by their initials, and words with a hyphen as one word."""

import pytest

from goodpractices.finding.search.written_otherwise import written_otherwise


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Uniwersytet Trzeciego Wieku", ["UTW"]),
        ("Powiatowy Urząd Pracy w Jaworznie", ["PUP", "PUPJ", "PUPwJ"]),
        ("Instytut Rozwoju Miast i Regionów", ["IRM", "IRMR", "IRMiR"]),
        ("The European Social Fund paid.", ["ESF"]),
        ("Pomaga im Uniwersytet Trzeciego Wieku", ["UTW", "PUTW", "PiUTW"]),
        ("Ostrów Wielkopolski", []),
        ("Społeczna Rada Starszych Ludzi Miasta Poznania", []),
    ],
)
def test_a_name_is_found_by_its_initials(text: str, words: list[str]) -> None:
    assert [*written_otherwise(text)] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a social co-operative", ["cooperative"]),
        ("On-line, by e-mail", ["Online", "email"]),
        ("Second-hand", []),
        ("Gdańsk-Gdynia-Sopot", []),
        ("Vorpommern-Rügen", []),
        ("2020-2023", []),
    ],
)
def test_a_word_with_a_hyphen_is_found_without_it(text: str, words: list[str]) -> None:
    assert [*written_otherwise(text)] == words
