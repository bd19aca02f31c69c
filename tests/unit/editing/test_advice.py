"""Advice: warnings and hints about entries that are in order; the cases stand in ``tests/cases/_advice``."""

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.support.caches import plant
from tests.support.entries import CASES, PRACTICE, add, entry, in_english, minimal, practices_folder
from tests.support.paths import ROOT

from goodpractices.catalogue import COUNTED, Cache, Practice, Problem, load_catalogue
from goodpractices.editing import advice, problem_line
from goodpractices.editing.advice import NEXT_FIELDS, advising
from goodpractices.editing.advice.readability import fog, sentences, syllables
from goodpractices.wording import Translations

FILES = sorted((CASES / "_advice").glob("*.yml"))
ROOM = ROOT / "hooks" / "goodpractices" / "editing" / "advice"
PL = Translations.load("pl")
BEYOND_CASES = ["picture_people"]  # an entry with a picture that is none has no advice, see test_advice_limits.py
DAY = date(2026, 11, 22)


@dataclass(frozen=True)
class Case:
    """Entries beside a quite different one, and the advice that the entry ``wzor`` gets; with ``hints`` those alone."""

    claim: str
    advice: list[str]
    practice: Mapping[str, Any]
    body: str = ""
    day: str | None = None
    hints: bool = False
    others: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)

    def given(self, parent: Path) -> list[str]:
        """What is said of the entry, each line without the path of its file."""
        folder = practices_folder(parent)
        add(folder, f"{PRACTICE}/index.md", entry(self.practice, self.body))
        different = {**self.others, "zupelnie-inna": {"title": "Coś zupełnie innego"}}
        for name, fields in different.items():
            add(folder, f"{name}/index.md", entry(fields))
        for name, text in self.files.items():
            add(folder, name, text)
        day = date.fromisoformat(self.day) if self.day else None
        found = advice(load_catalogue(folder), folder, day)
        assert [with_cache(folder, parent, day) for _ in range(2)] == [found] * 2
        wanted = "hint" if self.hints else "warning"
        lines = [problem_line(each, PL) for each in found if each.severity == wanted]
        about = f"practices/{PRACTICE}/"
        return [line.removeprefix(f"{about}index.md:").strip() for line in lines if line.startswith(about)]


@cache
def read(path: Path) -> Case:
    return Case(**yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))


@pytest.mark.slow
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_entry_gets_exactly_this_advice(path: Path, tmp_path: Path) -> None:
    case = read(path)
    assert case.given(tmp_path) == case.advice, case.claim


def test_every_piece_of_advice_has_words_and_a_case() -> None:
    worded = {key.removeprefix("advice.") for key in PL.entries if key.startswith("advice.")}
    given = "\n".join(line for path in FILES for line in read(path).advice)
    assert keys_in_code() == worded
    assert [key for key in worded if _beginning(key) not in given] == BEYOND_CASES


def test_the_same_entries_get_the_same_advice(tmp_path: Path) -> None:
    folder = practices_folder(tmp_path)
    for n in range(30):
        add(folder, f"wpis-{n}/index.md", entry({"title": f"Wspólny ogródek {'i' * n}", "themes": ["sport"]}))
    catalogue = load_catalogue(folder)
    assert advice(catalogue, folder) == advice(catalogue, folder) != []


def test_a_file_that_changed_meanwhile_gets_no_advice(tmp_path: Path) -> None:
    folder = practices_folder(tmp_path)
    index = add(folder, f"{PRACTICE}/index.md", entry())
    catalogue = load_catalogue(folder)
    index.unlink()
    assert advice(catalogue, folder) == []


def test_a_text_full_of_findings_is_reported_by_its_first_ones(tmp_path: Path) -> None:
    folder = practices_folder(tmp_path)
    body = "## Wyzwanie\n\n" + "Napisz: ktos@wp.pl. " * 500 + "\n"
    add(folder, f"{PRACTICE}/index.md", entry(body=body))
    found = advice(load_catalogue(folder), folder)
    assert len([each for each in found if each.key == "private_email"]) == 20


def test_advice_on_what_did_not_change_looks_into_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = practices_folder(tmp_path)
    old = {"claims": [{"text": "Jedyny taki program.", "as_of": "2019", "source": "s1"}]}
    add(folder, f"{PRACTICE}/index.md", entry(old, "## Wyzwanie\n\nNapisz: ktos@wp.pl.\n"))
    found = with_cache(folder, tmp_path, DAY)
    earlier = with_cache(folder, tmp_path, date(2020, 1, 1))
    monkeypatch.setattr(advising, "read_text", None)
    assert with_cache(folder, tmp_path, DAY) == found
    assert with_cache(folder, tmp_path, date(2020, 1, 1)) == earlier != found
    assert {each.key for each in found} == {"claim_old", "private_email", "lone_term", "next_field"}


def test_places_asked_for_on_one_day_are_known_after_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = practices_folder(tmp_path)
    old = {"claims": [{"text": f"Jedyny {n}.", "as_of": str(n), "source": "s1"} for n in (2010, 2019)]}
    add(folder, f"{PRACTICE}/index.md", entry(old))
    days = (date(2014, 1, 1), DAY)
    found = [with_cache(folder, tmp_path, day) for day in days]
    monkeypatch.setattr(advising, "read_text", None)
    assert [with_cache(folder, tmp_path, day) for day in days] == found


def test_cached_advice_follows_the_day_the_others_and_the_file(tmp_path: Path) -> None:
    folder = practices_folder(tmp_path)
    old = {"claims": [{"text": "Jedyny taki program.", "as_of": "2019", "source": "s1"}]}
    add(folder, f"{PRACTICE}/index.md", entry(old))
    for day in (date(2020, 1, 1), DAY, date(2020, 1, 1), None):
        assert with_cache(folder, tmp_path, day) == advice(load_catalogue(folder), folder, day)
    add(folder, "ten-sam/index.md", entry())
    assert "near_duplicate" in {each.key for each in with_cache(folder, tmp_path, DAY)}
    assert with_cache(folder, tmp_path, DAY) == advice(load_catalogue(folder), folder, DAY)
    add(folder, f"{PRACTICE}/index.md", "---\n# wyżej" + entry(old).removeprefix("---"))
    assert with_cache(folder, tmp_path, DAY) == advice(load_catalogue(folder), folder, DAY)


def test_cached_advice_names_the_folder_it_is_asked_about(tmp_path: Path) -> None:
    folder = practices_folder(tmp_path)
    add(folder, f"{PRACTICE}/index.md", entry())
    with_cache(folder, tmp_path, DAY)
    moved = folder.rename(tmp_path / "inne")
    # The hint, and that no other practice has its theme.
    assert [each.path for each in with_cache(moved, tmp_path, DAY)] == [f"inne/{PRACTICE}/index.md"] * 2


def test_a_file_that_changed_since_it_was_read_gets_no_advice_to_keep(tmp_path: Path) -> None:
    folder = practices_folder(tmp_path)
    index = add(folder, f"{PRACTICE}/index.md", entry())
    cache = Cache(tmp_path / "cache.sqlite")
    catalogue = load_catalogue(folder, cache)
    index.write_text(entry(body="## Wyzwanie\n\nNapisz: ktos@wp.pl.\n"), encoding="utf-8")
    assert advice(catalogue, folder, DAY, cache) == []
    index.write_text(entry(), encoding="utf-8")
    assert with_cache(folder, tmp_path, DAY) == advice(load_catalogue(folder), folder, DAY)


WELL = {"key": "private_email", "path": "index.md", "severity": "warning", "location": ["challenge"], "line": 9}


@pytest.mark.parametrize(
    "changed",
    [
        5,
        [5],
        [{**WELL, "params": 5}],
        [{**WELL, "key": "no_such_key"}],
        [{**WELL, "key": "empty", "severity": "error"}],
        [{**WELL, "key": "foreign_host"}],
        [{**WELL, "key": "unexplained_abbreviation", "params": {"value": "A"}}],
        [{**WELL, "path": "../../index.md"}],
        [{**WELL, "key": "next_field", "severity": "hint", "location": []}],
    ],
    ids=lambda changed: str(changed)[:60],
)
def test_advice_in_the_cache_that_nobody_could_give_is_found_anew(changed: Any, tmp_path: Path) -> None:
    folder = practices_folder(tmp_path)
    add(folder, f"{PRACTICE}/index.md", entry(body="## Wyzwanie\n\nNapisz: ktos@wp.pl.\n"))
    found = with_cache(folder, tmp_path, DAY)
    plant_advice(tmp_path, [WELL])
    assert with_cache(folder, tmp_path, DAY) != found
    plant_advice(tmp_path, changed)
    assert with_cache(folder, tmp_path, DAY) == found


def plant_advice(parent: Path, problems: Any) -> None:
    """Other advice in place of what is kept of the only entry, with the places that are kept."""
    plant(parent / "cache.sqlite", "advice", lambda kept: [problems, kept[1]])


def test_the_next_field_is_one_of_a_full_description() -> None:
    assert set(COUNTED) <= set(NEXT_FIELDS)
    assert set(NEXT_FIELDS) <= set(Practice.__dataclass_fields__) - minimal().keys()


@pytest.mark.parametrize(
    ("word", "count"),
    [("las", 1), ("nie", 1), ("miasto", 2), ("ósemka", 3), ("niepełnosprawność", 5), ("ą", 1), ("ciąg", 1), ("KRS", 0)],
)
def test_syllables_are_the_vowels_without_the_i_that_softens(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_sentence_ends_where_a_capital_letter_follows() -> None:
    assert sentences("Od 2016 do 2023 r. prowadziło go siedem instytucji. Udział był bezpłatny.") == 2
    assert sentences("Czy to działa? „Tak”, mówią wszyscy…") == 2
    assert sentences("Bez kropki") == 1


def test_the_index_is_words_a_sentence_and_the_share_of_long_words() -> None:
    # Ten words in two sentences, two of them long: 0.4 × (5 + 20).
    text = "Miasto wspiera niepełnosprawnych od dawna. Robi to razem z organizacjami."
    assert fog(text) == 10.0
    assert fog("") == 0.0


def with_cache(folder: Path, parent: Path, day: date | None) -> list[Problem]:
    """The advice of a run with the cache of earlier ones."""
    cache = Cache(parent / "cache.sqlite")
    return advice(load_catalogue(folder, cache), folder, day, cache)


def keys_in_code() -> set[str]:
    """Each key that advice can have."""
    found = set()
    for path in (*ROOM.glob("*.py"), ROOT / "hooks" / "goodpractices" / "catalogue" / "ageing.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("Problem", "warning", "warning_at"):
                found |= {node.args[0].value} if isinstance(node.args[0], ast.Constant) else set()
    return {str(key) for key in found}


def _beginning(key: str) -> str:
    """The words of advice up to its first place, in the form for many."""
    text = PL.entries[f"advice.{key}"]
    return (text if isinstance(text, str) else text["many"]).split("{")[0].strip()


def test_nobody_is_urged_to_write_an_easy_text_that_nobody_tests() -> None:
    assert "easy_to_read" not in NEXT_FIELDS


def test_an_abbreviation_of_a_translation_is_reported_once_for_the_entry(tmp_path: Path) -> None:
    folder = practices_folder(tmp_path)
    add(folder, "las/index.md", entry({"plain_summary": "Las i NGO.", "editorial": {"state": "published"}}))
    words = "title: X\nsummary: A practice to show that has only what it must. Each example changes one thing in NGO.\n"
    head = f"---\n{words}plain_summary: EU.\ntranslation: {{kind: human, source_hash: {'0' * 64}}}\n---\n"
    add(folder, "las/index.en.md", head)
    found = [each for each in advice(load_catalogue(folder), folder) if each.key == "unexplained_abbreviation"]
    assert [(each.path, each.params["value"]) for each in found] == [("practices/las/index.md", "NGO, EU")]


def test_a_translation_of_the_text_as_it_is_now_is_not_outdated(tmp_path: Path) -> None:
    folder = practices_folder(tmp_path)
    path = add(folder, "las/index.md", entry({"editorial": {"state": "published"}}))
    for digest, outdated in ((sha256(path.read_bytes()).hexdigest(), False), ("0" * 64, True)):
        add(folder, "las/index.en.md", in_english().replace("0" * 64, digest))
        found = [each for each in advice(load_catalogue(folder), folder) if each.key == "translation_outdated"]
        assert [(each.path, each.location) for each in found] == (
            [("practices/las/index.en.md", ("translation", "source_hash"))] if outdated else []
        )
