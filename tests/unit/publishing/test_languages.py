"""A language is there as a whole or not at all."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.support.samples import PL

from goodpractices.catalogue import Identity, load_identity
from goodpractices.publishing.languages import half_languages

NAMED = """
name: Katalog
tagline: Miasta
description: Opis
translations:
  {language}: {{name: Catalogue, tagline: Cities, description: Words}}
"""


def identity(tmp_path: Path, language: str) -> Identity:
    path = tmp_path / "katalog.yml"
    path.write_text(NAMED.format(language=language), encoding="utf-8")
    return load_identity(path)


def test_a_catalogue_is_called_otherwise_in_another_language(tmp_path: Path) -> None:
    polish = identity(tmp_path, "en")
    assert polish.languages == ("pl", "en")
    assert polish.in_language("en").name == "Catalogue"
    assert polish.in_language("pl") is polish
    with pytest.raises(KeyError):
        polish.in_language("de")


def test_a_language_with_words_and_a_home_page_is_whole(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "index.md").write_text("# Home", encoding="utf-8")
    assert [*half_languages(identity(tmp_path, "en"), tmp_path, PL)] == []
    assert [*half_languages(replace(identity(tmp_path, "en"), translations={}), tmp_path / "x", PL)] == []


def test_what_a_language_lacks_is_said(tmp_path: Path) -> None:
    [home] = half_languages(identity(tmp_path, "en"), tmp_path, PL)
    assert "Dodaj docs/en/index.md" in home
    [words] = half_languages(identity(tmp_path, "uk"), tmp_path, PL)
    assert "locales/uk.yml" in words
