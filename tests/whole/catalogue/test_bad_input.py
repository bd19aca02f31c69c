"""Texts made to keep the checks busy, or to fill the screen, do neither."""

import time
from pathlib import Path

import pytest
from tests.support.entries import add, entry, practices_folder, problems_in, problems_of

from goodpractices.catalogue.problems import MOST_ALIKE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return practices_folder(tmp_path)


def test_a_text_of_five_megabytes_is_too_long_for_a_registry(folder: Path) -> None:
    add(folder, "_registry/organisations.yml", f"- {{id: um-gdynia, kind: urzad, name: {'x' * 5_000_000}}}\n")
    [line] = problems_in(folder)
    assert line.startswith("practices/_registry/organisations.yml:1:38: [0].name: Skróć tekst do 200 znaków")
    assert len(line) < 500


@pytest.mark.parametrize(
    "line",
    [
        "## a" + " " * 100_000 + "b",
        "##" + " " * 100_000,
        "[^" * 50_000,
        "1" * 100_000,
        "1." * 50_000,
        "<https://" * 20_000,
        "](" * 50_000,
        "[" * 100_000,
        "[a]: " + "<" * 100_000,
        "#" * 100_000,
        ">" * 100_000,
    ],
    ids=lambda line: line[:4].strip(),
)
def test_no_line_of_a_description_takes_long_to_check(line: str, tmp_path: Path) -> None:
    text = entry(body=f"## Wyzwanie\n\n{line}\n")
    started = time.process_time()
    lines = problems_of(tmp_path, text)
    assert time.process_time() - started < 2
    assert all(len(each) < 1000 for each in lines)


@pytest.mark.parametrize(
    "text",
    [
        entry(body="## Wyzwanie\n\n" + "\u200b" * 60_000),
        entry(body="## Wyzwanie\n\n" + "[^nic] " * 30_000),
        entry(body="## Wyzwanie\n\n" + "44051401359 " * 15_000),
        entry(body="## Nic\n\n" * 20_000),
        entry("".join(f"nic{n}: x\n" for n in range(1_500))),
        entry("".join("title: x\n" for _ in range(1_500))),
        entry({"target_groups": [f"nic{n}" for n in range(1_500)]}),
    ],
    ids=["unseen", "sources", "numbers", "headings", "fields", "repeated fields", "terms"],
)
def test_no_file_fills_the_screen_with_messages_of_one_origin(text: str, tmp_path: Path) -> None:
    started = time.process_time()
    lines = problems_of(tmp_path, text)
    assert time.process_time() - started < 2
    [more] = [line for line in lines if "Takich błędów jest w tym pliku więcej." in line]
    assert not more.startswith(("0:", "1:"))
    assert MOST_ALIKE + 1 <= len(lines) <= MOST_ALIKE + 9
