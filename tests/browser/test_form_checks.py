"""What is wrong with an entry is said in the form of the built site as the validator says it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.forms import ready
from tests.browser.visitor import Visitor
from tests.support.cases import Case
from tests.support.form_cases import expected, form_cases, known_ids, raw_entry

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def form_page(browser: Browser, web: str) -> Iterator[Page]:
    visitor = Visitor(browser, web)
    yield ready(visitor)
    visitor.close()


@pytest.mark.parametrize("case", [pytest.param(case, id=name) for name, case in form_cases()])
def test_the_form_says_what_the_validator_says(form_page: Page, case: Case) -> None:
    messages = form_page.evaluate(
        """([raw, known]) => FormCheck.check(raw, known).problems.map(
            (each) => FormWords.fieldName(each.location) + ": " + FormWords.problemText(each))""",
        [raw_entry(case), known_ids()],
    )
    # A report shows any blank as a plain one.
    assert sorted(text.replace("\xa0", " ") for text in messages) == expected(case), case.claim
