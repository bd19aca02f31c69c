"""One word for one thing: a word that is not ours is found in each kind of file and in every form of it."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from bench.word_lint import Text, entry_texts, found_in, locale_texts, page_texts, read_terms, unused

POLISH: Mapping[str, object] = {"use": "sprawdzenie", "language": "pl", "words": ["recenz*"]}
ENTRY = """---
title: Las
evaluation: {{finding: {finding}}}
sources:
  - {{id: s1, title: {source}}}
---

## Cele

{story}
"""


def words(text: str, *terms: Mapping[str, object], language: str = "pl", place: str = "pl.yml: a") -> list[str]:
    return [each.word for each in found_in([Text(place, language, text)], read_terms(terms))]


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("form", ["recenzja", "recenzji", "Recenzją", "recenzentka", "RECENZJOM"])
def test_every_form_of_a_word_is_found(form: str) -> None:
    assert words(f"To jest {form}, po polsku.", POLISH) == [form]


@pytest.mark.parametrize("text", ["precenzja", "recenz_id", "Nie ma tu nic."])
def test_a_word_is_found_whole(text: str) -> None:
    assert words(text, POLISH) == []


def test_words_of_a_phrase_may_be_parted_by_any_space() -> None:
    term = {"use": "poziom dowodów", "language": "pl", "words": ["sił* dowodów"]}
    assert words("Jaka jest siła\u00a0dowodów, a gdy siły\ndowodów brak?", term) == [
        "siła\u00a0dowodów",
        "siły\ndowodów",
    ]


def test_a_text_is_held_against_the_terms_of_its_language() -> None:
    assert words("recenzja", POLISH, language="en") == []


def test_letters_may_differ_by_their_size() -> None:
    term = {"use": "Goals", "language": "en", "words": ["development goal*"], "cased": True}
    assert words("Development Goals, development goals", term, language="en") == ["development goals"]


def test_a_word_may_stay_in_a_phrase_or_at_a_place_that_says_why() -> None:
    term = {
        **POLISH,
        "allowed": [
            {"text": "recenzja książki", "why": "co innego"},
            {"where": "pl.yml: ask_*", "why": "słowa urzędów"},
        ],
    }
    assert words("Recenzja książki i recenzja opisu.", term) == ["recenzja"]
    assert words("recenzja", term, place="pl.yml: ask_also.title") == []


def test_an_exception_that_excuses_nothing_is_told() -> None:
    used, spare = {"text": "recenzja książki", "why": "co innego"}, {"where": "pl.yml: ask_*", "why": "słowa urzędów"}
    terms = read_terms([{**POLISH, "allowed": [used, spare]}])
    assert [each.why for each in unused([Text("pl.yml: a", "pl", "Recenzja książki.")], terms)] == ["słowa urzędów"]


def test_an_exception_needs_its_reason() -> None:
    with pytest.raises(TypeError, match="why"):
        read_terms([{**POLISH, "allowed": [{"text": "recenzja książki"}]}])


def test_a_locale_file_names_the_key_and_hides_what_is_for_programs(tmp_path: Path) -> None:
    write(tmp_path / "pl.yml", "help:\n  title: {one: Recenzja, other: 'Pole `recenzja` i {recenzja}'}\n")
    terms = read_terms([POLISH])
    assert [(each.place, each.word) for each in found_in(locale_texts(tmp_path), terms)] == [
        ("pl.yml: help.title.one", "Recenzja")
    ]


def test_a_page_names_the_line_and_hides_what_is_for_programs(tmp_path: Path) -> None:
    hidden = "```sh\nrecenzja\n```\n\nZobacz [opis](../recenzja/)[^recenzja] i `recenzja`."
    write(tmp_path / "docs" / "strona" / "index.md", f"# Recenzja {{ #recenzja }}\n\n{hidden}\n\nTo recenzja.\n")
    write(tmp_path / "docs" / "en" / "index.md", "recenzja\n")
    write(tmp_path / "docs" / "katalog.yml", "name: Recenzje\ntranslations: {en: {name: recenzja}}\n")
    for name in ("README.md", "CONTRIBUTING.md"):
        write(tmp_path / name, f"# {name}\n")
    assert [(each.place, each.word) for each in found_in(page_texts(tmp_path), read_terms([POLISH]))] == [
        ("docs/strona/index.md:1", "Recenzja"),
        ("docs/strona/index.md:9", "recenzja"),
        ("docs/katalog.yml: name", "Recenzje"),
    ]


@pytest.fixture
def entries(tmp_path: Path) -> Callable[..., Iterator[Text]]:
    def made(finding: str = "Nic", source: str = "Tekst", story: str = "Las.", label: str = "las") -> Iterator[Text]:
        write(tmp_path / "las" / "index.md", ENTRY.format(finding=finding, source=source, story=story))
        write(tmp_path / "las" / "index.en.md", ENTRY.format(finding="None", source="Text", story="Woods"))
        term = f"- {{id: las, pl: {label}, en: woods, notes: {{en: Trees}}, synonyms: [recenzja]}}\n"
        write(tmp_path / "_vocabularies" / "themes.yml", term)
        return entry_texts(tmp_path)

    return made


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ({"finding": "Recenzja"}, "las/index.md: evaluation.finding"),
        ({"story": "Była recenzja."}, "las/index.md:4"),
        ({"label": "recenzje"}, "themes.yml: las.pl"),
    ],
)
def test_an_entry_and_a_term_name_the_field(
    told: dict[str, str], place: str, entries: Callable[..., Iterator[Text]]
) -> None:
    terms = read_terms([{**POLISH, "entries": True}])
    assert [each.place for each in found_in(entries(**told), terms)] == [place]


def test_entries_are_held_against_the_terms_that_are_about_them(entries: Callable[..., Iterator[Text]]) -> None:
    assert list(found_in(entries(story="Recenzja"), read_terms([POLISH]))) == []


def test_what_a_source_calls_itself_is_its_own(entries: Callable[..., Iterator[Text]]) -> None:
    assert list(found_in(entries(source="Recenzja"), read_terms([{**POLISH, "entries": True}]))) == []
