"""Words that a catalogue has in another language only."""

from types import SimpleNamespace
from typing import Any

from goodpractices.finding.search.other_languages import words_by_language, words_of_others
from goodpractices.wording import Untranslated


def found(language: str, numbers: dict[str, int], *stories: str) -> dict[str, list[int]]:
    translation = SimpleNamespace(title="Library of the town", summary="", plain_summary="")
    practice = SimpleNamespace(title="Las w mieście", summary="", plain_summary=None, translations={"en": translation})
    if language == "en":
        practice.title = "Wood in the town"
    label = SimpleNamespace(pl="mieszkalnictwo", en="housing", labels={})
    catalogue: Any = SimpleNamespace(
        published=[practice], language=language, vocabularies={"themes": {"housing": label}}
    )
    lexicon = SimpleNamespace(numbers=numbers)
    words: Any = SimpleNamespace(lexicon=lexicon, lemmas={each: (each,) for each in numbers})
    told: Any = SimpleNamespace(
        told=lambda _, compute, __: [compute([(practice, SimpleNamespace(story=story)) for story in stories or [""]])]
    )
    return words_of_others(catalogue, words, words_by_language(told, language))


def test_a_word_of_translations_is_of_their_language_unless_the_catalogue_says_it_too() -> None:
    numbers = {"library": 0, "town": 1, "las": 2, "source": 3}
    assert found("pl", numbers, "A town") == {"en": [0]}


def test_beside_another_language_what_is_like_a_polish_label_is_polish() -> None:
    numbers = {"mieszkalnictwa": 0, "wood": 1, "rower": 2}
    assert found("en", numbers) == {"pl": [0]}


def test_words_of_practices_are_of_the_language_they_stand_in() -> None:
    translation = SimpleNamespace(title="Wood", summary="A park", plain_summary="Trees")
    practice = SimpleNamespace(title="Las", summary="O parku", plain_summary=None, translations={"en": translation})
    kept: Any = []

    def told(_: str, compute: Any, is_value: Any) -> Any:
        value = compute([(practice, SimpleNamespace(story="Rosną drzewa"))])
        kept.append(is_value(value))
        assert not is_value({"pl": "x"})
        assert not is_value({**value, "pl": 1})
        assert not is_value([])
        return [value, value]

    analyses: Any = SimpleNamespace(told=told)
    assert words_by_language(analyses, "pl") == {
        "pl": {"las", "parku", "rosną", "drzewa"},
        "en": {"wood", "park", "trees"},
    }
    assert kept == [True]


def test_a_polish_title_where_nobody_translated_tells_nothing_of_the_language() -> None:
    practice = SimpleNamespace(title=Untranslated("Las"), summary="O parku", plain_summary=None, translations={})
    analyses: Any = SimpleNamespace(
        told=lambda _, compute, __: [compute([(practice, SimpleNamespace(story="A story"))])]
    )
    assert words_by_language(analyses, "en") == {"pl": set(), "en": {"story"}}
