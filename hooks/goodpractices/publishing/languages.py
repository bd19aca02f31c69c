"""What a language needs before a site can be in it: words, and a home page written by hand."""

from collections.abc import Iterator
from pathlib import Path

from ..catalogue import Identity
from ..wording import Translations, languages


def half_languages(identity: Identity, docs: Path, t: Translations) -> Iterator[str]:
    """For each language of the catalogue that lacks something what to do about it, in the words of ``t``.

    Args:
        identity: names the languages.
        docs: the folder of pages written by hand.
        t: the words of whoever builds the site.
    """
    for language in identity.translations:
        if language not in languages():
            yield t("languages.no_words", language=language, known=", ".join(languages()))
        elif not (docs / language / "index.md").is_file():
            yield t("languages.no_home", language=language)
