"""One word for one thing, in all entries and all texts of the site."""

from tests.support.paths import PRACTICES, ROOT

from bench.word_lint import entry_texts, found_in, locale_texts, unused

LOCALES = ROOT / "hooks" / "goodpractices" / "wording" / "locales"


def test_the_entries_of_this_catalogue_use_its_words() -> None:
    assert [f"{each.place}: {each.word} ({each.use})" for each in found_in(entry_texts(PRACTICES))] == []


def test_every_exception_for_the_texts_of_the_site_is_needed() -> None:
    spare = unused([*locale_texts(LOCALES)])
    assert [each for each in spare if each.where.startswith(("pl.yml", "en.yml"))] == []
