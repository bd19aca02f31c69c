"""Advice on many entries."""

from dataclasses import replace
from pathlib import Path

from tests.support.entries import PRACTICE, add, entry, practices_folder

from goodpractices.catalogue import load_catalogue
from goodpractices.editing.advice.duplicates import candidates, near_duplicates
from goodpractices.editing.advice.noted import Compared


def test_a_thousand_entries_of_one_title_are_not_all_compared_with_each_other(tmp_path: Path) -> None:
    folder = practices_folder(tmp_path)
    add(folder, f"{PRACTICE}/index.md", entry())
    catalogue = load_catalogue(folder)
    copies = {f"c{n}": replace(Compared.of(catalogue.practices[PRACTICE]), id=f"c{n}") for n in range(1000)}
    pairs = candidates([*copies.values()], [frozenset({"wzo", "zor"})] * 1000)
    assert len(pairs) <= 50 * 1000
    assert len(list(near_duplicates(list(copies.values())))) == 999
