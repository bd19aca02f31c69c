"""The cases in ``tests/cases``: an entry in, its problems out, in files that an editor can read."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from tests.support.cases import FILES, read
from tests.unit.catalogue.messages import keys_in_code, keys_in_words

from goodpractices.catalogue import InvalidCatalogue, Problem, load_catalogue
from goodpractices.editing import problem_line
from goodpractices.wording import Translations

# A case cannot take the whole folder away, nor make the system refuse to read, and nobody would read one with hundreds
# of messages; test_bad_input.py has these. The address of the site stands beside the folder: test_fields.py has it.
BEYOND_CASES = {"bad_site_address", "bad_receiving_address", "cannot_read", "missing_folder", "more_problems"}


@pytest.fixture(scope="module")
def problems_of_case(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], list[Problem]]:
    @cache
    def problems(path: Path) -> list[Problem]:
        try:
            load_catalogue(read(path).write(tmp_path_factory.mktemp("case")))
        except InvalidCatalogue as error:
            return error.problems
        return []

    return problems


@pytest.mark.slow
@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_an_entry_gets_exactly_these_problems(path: Path, problems_of_case: Callable[[Path], list[Problem]]) -> None:
    case = read(path)
    polish = Translations.load("pl")
    assert [problem_line(problem, polish) for problem in problems_of_case(path)] == case.expected(), case.claim


def test_every_case_claims_something_of_its_own() -> None:
    claims = [read(path).claim for path in FILES]
    assert len(FILES) >= 60
    assert len(set(claims)) == len(claims)


@pytest.mark.slow
def test_every_message_that_code_can_give_is_shown_by_a_case(problems_of_case: Callable[[Path], list[Problem]]) -> None:
    shown = {problem.key for path in FILES for problem in problems_of_case(path)}
    assert keys_in_code() - shown == BEYOND_CASES
    assert shown <= keys_in_code()


@pytest.mark.slow
def test_every_message_has_words_and_all_words_have_a_message() -> None:
    assert keys_in_words(Translations.load("pl")) == keys_in_code()
