"""The measurement beside other generators: the same edits for all, tables that say what was measured, its places."""

import re
from datetime import date
from pathlib import Path

import pytest

from _shared.environment import ROOT, CommandError
from bench import measure_edits
from bench.measure_growth import Cost
from bench.peers import BUILDS, COLD, EDITS, MKDOCS, OURS, Generator, Machine, between_marks, page, readme, table
from bench.peers.edits import chosen
from bench.peers.hugo import write_project

ENTRY = """\
---
title: Las w mieście
indicators:
- id: i1
  value: 99
  nature: output
---
## Opis
Ludzie sadzą drzewa w mieście.
"""
PAGE = """\
---
title: "Las w mieście"
description: "x"
---

# Las w mieście

| i1 | 99 |

## Opis
Ludzie sadzą drzewa w mieście.
"""
MACHINE = Machine("Procesor X", 2, 24, "Linux 6.1", "3.11.7", date(2026, 11, 29))


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    for folder, text in (("entries", ENTRY), ("pages", PAGE)):
        (tmp_path / folder / "las").mkdir(parents=True)
        (tmp_path / folder / "las" / "index.md").write_text(text, encoding="utf-8")
    return tmp_path / "entries", tmp_path / "pages"


def edited(folders: tuple[Path, Path], name: str) -> tuple[str, str]:
    entries, pages = folders
    EDITS[name].to_entry(entries, "las")
    EDITS[name].to_page(pages, "las")
    return tuple((folder / "las" / "index.md").read_text(encoding="utf-8") for folder in folders)  # type: ignore[return-value]


def test_a_word_comes_into_the_same_place_of_entry_and_page(folders: tuple[Path, Path]) -> None:
    for text in edited(folders, "słowo w opisie"):
        assert text.endswith("Ludzie sadzą drzewa nowe w mieście.\n") or "nowe" in text.splitlines()[-1]


def test_a_figure_is_raised_in_entry_and_page(folders: tuple[Path, Path]) -> None:
    entry, page_text = edited(folders, "liczba")
    assert "  value: 100\n" in entry
    assert "| i1 | 100 |" in page_text


def test_a_title_changes_wherever_the_page_has_it(folders: tuple[Path, Path]) -> None:
    entry, page_text = edited(folders, "tytuł")
    assert entry.startswith("---\ntitle: Inny tytuł\n")
    assert page_text.startswith('---\ntitle: "Inny tytuł"\n')
    assert "\n# Inny tytuł\n" in page_text


def test_what_is_added_is_taken_away_again(folders: tuple[Path, Path]) -> None:
    edited(folders, "nowa praktyka")
    assert [len([*folder.iterdir()]) for folder in folders] == [2, 2]
    edited(folders, "usunięta praktyka")
    assert [[path.name for path in folder.iterdir()] for folder in folders] == [["las"], ["las"]]


def test_nothing_is_an_edit_too(folders: tuple[Path, Path]) -> None:
    assert edited(folders, "nic się nie zmieniło") == (ENTRY, PAGE)


@pytest.mark.parametrize(
    ("entry", "page_text"),
    [
        (ENTRY.replace("title: Las", 'title: "Las"'), PAGE),
        (ENTRY.replace("value: 99", "value: 9"), PAGE),
        (ENTRY.replace("---\n##", "former_ids: [a]\n---\n##"), PAGE),
        (ENTRY, PAGE.replace("99", "9")),
        (ENTRY, None),
    ],
)
def test_a_practice_that_lacks_what_is_edited_is_not_chosen(
    entry: str, page_text: str | None, folders: tuple[Path, Path]
) -> None:
    assert chosen(*folders, 0) == "las"
    (folders[0] / "las" / "index.md").write_text(entry, encoding="utf-8")
    if page_text is None:
        (folders[1] / "las" / "index.md").unlink()
    else:
        (folders[1] / "las" / "index.md").write_text(page_text, encoding="utf-8")
    with pytest.raises(CommandError, match="Za mało praktyk"):
        chosen(*folders, 0)


def test_each_round_edits_another_practice(folders: tuple[Path, Path]) -> None:
    with pytest.raises(CommandError, match="Za mało praktyk"):
        chosen(*folders, 1)


def cost(cpu: float, seconds: float) -> Cost:
    return Cost(seconds, cpu, 0, 0)


def some_costs() -> dict[tuple[str, str], list[Cost]]:
    ours = {build: [cost(1.0, 0.5)] for build in BUILDS} | {COLD: [cost(9, 5), cost(10, 6), cost(30, 20)]}
    costs = {(build, OURS): runs for build, runs in ours.items()}
    return costs | {(build, MKDOCS): [cost(4, 8)] for build in BUILDS}


def test_a_table_has_medians_and_what_ours_is_of_the_others() -> None:
    lines = table(some_costs())
    assert lines[0] == "| budowa | katalog | MkDocs Material | katalog ÷ MkDocs Material |"
    assert lines[2] == "| cała strona od początku | 10,00 / 6,00 | 4,00 / 8,00 | 2,50 / 0,75 |"
    assert lines[3] == "| nic się nie zmieniło | 1,00 / 0,50 | 4,00 / 8,00 | 0,25 / 0,06 |"
    assert len(lines) == 2 + len(BUILDS)


def test_the_page_says_where_when_and_with_what_it_was_measured() -> None:
    lines = page({10_000: some_costs(), 100: some_costs()}, {OURS: "abc1234", MKDOCS: "1.6.1 i 9.8.1"}, MACHINE, 3)
    assert lines[0] == (
        "Zmierzono: Procesor X, procesorów: 2, 24 GiB pamięci, Linux 6.1, Python 3.11.7, 2026-11-29. "
        "Wersje: katalog abc1234, MkDocs Material 1.6.1 i 9.8.1. Liczba rund: 3; w tabelach stoją mediany."
    )
    assert [line for line in lines if line.startswith("#")] == ["### 100 praktyk", "### 10 000 praktyk"]


def test_the_readme_gets_two_lines_about_the_largest_catalogue() -> None:
    assert readme({100: {}, 1_000: some_costs()}, MACHINE) == [
        "- 1,000 practices from the start: 10.0 CPU seconds; the same pages with MkDocs Material 4.0.",
        "- A word changed among them: 1.0 CPU seconds, 0.25 of what MkDocs Material takes; nothing changed: 1.0"
        " (2026-11-29).",
    ]


def test_only_what_stands_between_the_marks_is_replaced() -> None:
    text = "a\n<!-- measured -->\nold\n<!-- /measured -->\nb\n"
    assert between_marks(text, ["new"]) == "a\n<!-- measured -->\n\nnew\n\n<!-- /measured -->\nb\n"
    assert between_marks(between_marks(text, ["x"]), ["new"]) == between_marks(text, ["new"])
    with pytest.raises(ValueError, match="no marks"):
        between_marks("a\n", ["new"])


@pytest.mark.parametrize("path", [measure_edits.PAGE, measure_edits.README])
def test_the_places_to_be_filled_in_are_there(path: Path) -> None:
    assert "between" in between_marks(path.read_text(encoding="utf-8"), ["between"])


def test_the_page_names_commands_and_files_that_are_there() -> None:
    text = measure_edits.PAGE.read_text(encoding="utf-8")
    named = re.findall(r"python3 (scripts/\S+\.py)((?: --[a-z]+(?: [0-9]+)*)*)", text)
    assert len(named) == 2
    for script, options in named:
        assert (ROOT / script).is_file()
        assert measure_edits.read_arguments(options.split())


def test_hugo_reads_the_very_pages(tmp_path: Path) -> None:
    write_project(tmp_path / "project" / "docs", tmp_path / "hugo")
    settings = (tmp_path / "hugo" / "hugo.toml").read_text(encoding="utf-8")
    assert 'source = "../project/docs/praktyki"\ntarget = "content/praktyki"\n' in settings
    assert (tmp_path / "hugo" / "layouts" / "_default" / "single.html").is_file()


def test_a_generator_that_left_pages_out_is_not_measured(tmp_path: Path) -> None:
    generator = Generator("X", "1", ("x",), tmp_path, tmp_path / "site")
    (tmp_path / "site" / "praktyki" / "las").mkdir(parents=True)
    (tmp_path / "site" / "praktyki" / "las" / "index.html").touch()
    generator.refuse_less_than(1)
    with pytest.raises(CommandError, match="ma 1 praktyk, a powinna mieć 2"):
        generator.refuse_less_than(2)
    generator.forget()
    assert not generator.site.exists()


@pytest.mark.parametrize("name", measure_edits.PEERS)
def test_each_generator_has_a_lock_with_hashes_for_the_version_that_is_asked_for(name: str) -> None:
    folder = ROOT / "scripts" / "bench" / "peers"
    (asked,) = re.findall(r"^\w+==\S+$", (folder / f"{name}.in").read_text(encoding="utf-8"), re.MULTILINE)
    lock = (folder / f"{name}.txt").read_text(encoding="utf-8")
    assert f"{asked} \\\n    --hash=sha256:" in lock
    assert "index-url" not in lock


def test_each_round_begins_with_another_generator() -> None:
    three = [Generator(name, "1", (), Path(), Path()) for name in "abc"]
    assert ["".join(each.name for each in measure_edits.turned(three, turn)) for turn in range(4)] == [
        "abc",
        "bca",
        "cab",
        "abc",
    ]


@pytest.mark.parametrize("arguments", [["--counts", "0"], ["--rounds", "0"], ["--without", "mkdocs"]])
def test_what_cannot_be_measured_is_refused(arguments: list[str]) -> None:
    with pytest.raises(SystemExit):
        measure_edits.read_arguments(arguments)
