"""The story under its headings: every line goes somewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodpractices.catalogue import SECTIONS
from goodpractices.catalogue.body import body_problems, read_body
from goodpractices.wording import Translations

POLISH = Translations.load("pl")
HEADINGS = {section: POLISH(f"section.{section}") for section in SECTIONS}

LINES = st.one_of(
    st.sampled_from([f"## {words}" for words in HEADINGS.values()]),
    st.sampled_from(
        ["", "   ", "## Galeria", "# Tytuł", "### Latem", "##", "```", "~~~", "- a", "#5 w mieście", "##Cele ##"]
    ),
    st.text(st.characters(exclude_characters="\n\r", exclude_categories=["Cs", "Cc"]), max_size=20),
)


@given(st.lists(LINES, max_size=12))
def test_no_line_of_a_story_is_lost(lines: list[str]) -> None:
    body = read_body("\n".join(lines), 10, HEADINGS)
    numbers = [number for number, _, _ in body.prose]
    assert numbers == sorted(set(numbers))
    assert all(lines[number - 10] == line for number, _, line in body.prose)
    accounted = {*numbers, *body.lines.values(), *(problem.line for problem in body.problems)}
    assert all(number in accounted for number, line in enumerate(lines, 10) if line.strip())


@pytest.mark.slow
@given(st.lists(LINES, max_size=12))
def test_what_stands_in_a_section_is_what_was_written_under_its_heading(lines: list[str]) -> None:
    body = read_body("\n".join(lines), 1, HEADINGS)
    for section, first in body.lines.items():
        written = body.sections[section].split("\n")
        assert all(lines[first + n].rstrip() == line.rstrip() for n, line in enumerate(written))


def test_a_heading_in_a_fence_is_an_example_and_no_heading() -> None:
    body = read_body("## Cele\n\n```\n## Galeria\n```\n", 1, HEADINGS)
    assert list(body.sections) == ["goals"]
    assert body.problems == []


@pytest.mark.parametrize("heading", ["## Cele", "## CELE", "##  cele  ", "## Cele ##", "##Cele", "##\tCele"])
def test_a_heading_is_known_however_it_is_spaced(heading: str) -> None:
    assert list(read_body(f"{heading}\n\nCień.", 1, HEADINGS).sections) == ["goals"]


@pytest.mark.parametrize(
    ("line", "keys"),
    [
        ("Zwykłe zdanie, 3 < 4 i 5 > 2.", []),
        ("Źródło[^s1] i [strona](https://gdynia.pl/a_(b)).", []),
        ("Inna [praktyka](../gdynia-pracownia/index.md) i <https://gdynia.pl>.", []),
        ('[Strona](<https://gdynia.pl> "tytuł")', []),
        ("<kontakt@gdynia.pl>", ["raw_html"]),
        ("<mailto:kontakt@gdynia.pl>", []),
        ("<b>x</b><i>y</i>", ["raw_html"]),
        ("<!-- uwaga -->", ["raw_html"]),
        ("<https://gdynia.pl onclick=x>", ["raw_html"]),
        ("![las](las.jpg)", ["body_image"]),
        ("[x](JAVASCRIPT:alert(1))", ["bad_link"]),
        ("[x](//evil.example)", ["bad_link"]),
        ("[x](../gdynia-pracownia/../../etc/passwd)", ["bad_link"]),
        ("[x](../nieznana/index.md)", ["unknown_practice"]),
        ("[x]()", ["bad_link"]),
        ("[1]: javascript:alert(1)", ["bad_link"]),
        ("[1]:", ["bad_link"]),
        ("<https://example.org:x/>", ["bad_link"]),
        ("<mailto:nobody>", ["bad_link"]),
        ("<https://example.org/a> <mailto:biuro@example.org>", []),
        ("[^s2] i [^s1]", ["unknown_source"]),
        ("40,8% i 40.8 %, 41%", ["percent_in_prose"]),
        ("5 procent", ["percent_in_prose"]),
    ],
)
def test_what_a_line_may_hold(line: str, keys: list[str]) -> None:
    body = read_body(f"## Cele\n\n{line}", 1, HEADINGS)
    found = list(body_problems(body, {"s1"}, {"gdynia-pracownia"}, {"40.8"}))
    assert [problem.key for problem in found] == keys
    assert all(problem.line == 3 and problem.location == ("goals",) for problem in found)
