"""The tables of what the catalogue has and lacks: numbers equal the filter behind them, gaps open a form filled in."""

import pytest
from playwright.sync_api import Page, expect
from tests.browser.catalogue_page import results
from tests.browser.conftest import Visit
from tests.browser.forms import ready
from tests.browser.test_accessibility import violations
from tests.browser.typefaces import IN_BOTH_TYPEFACES
from tests.browser.visitor import PHONE, WIDE, Scheme
from tests.support.thorough import at_night

pytestmark = pytest.mark.browser

NUMBERS = """links => links.map(link => [link.href, Number(link.firstChild.textContent)])"""
# Goes through what links ask of the catalogue, and says where it does not come to their number of practices.
WALK = """async ([expected, patience]) => {
  const status = document.querySelector("#tresc [role=status]");
  const wrong = [];
  for (const [search, number] of expected) {
    status.textContent = ""; // or the number before could pass for this one
    history.pushState(null, "", search);
    dispatchEvent(new PopStateEvent("popstate"));
    const end = performance.now() + patience;
    while (!status.textContent && performance.now() < end) await scheduler.postTask(() => {}); // a frame takes longer
    const said = status.textContent.trim();
    if (parseInt(said) !== number) wrong.push([search, number, said]);
  }
  return wrong;
}"""
PATIENCE = 5000  # ms
# The parts of words, between blanks and soft hyphens, that stand on more than a line.
BROKEN = """rows => rows.flatMap(({ firstChild }) => [...firstChild.data.matchAll(/[^\\s\\xad]+/g)].filter((part) => {
  const range = document.createRange();
  const lines = (at) => {
    range.setStart(firstChild, at);
    range.setEnd(firstChild, at + 1);
    return [...range.getClientRects()].filter(({ width }) => width).map(({ top }) => top);
  };
  // At a break the letter beside it may have a place on both lines.
  return lines(part.index).at(-1) !== lines(part.index + part[0].length - 1)[0];
}).map(String))"""


def numbers(page: Page) -> dict[str, int]:
    """Where the numbers of the page lead, and what they say."""
    return dict(page.locator("a.coverage__number").evaluate_all(NUMBERS))


@pytest.mark.parametrize(
    ("catalogue", "addresses"), [("praktyki/", ["", "czego-brakuje/"]), at_night("en/practices/", ["en/gaps/"])]
)
def test_each_number_is_that_of_the_practices_it_leads_to(visit: Visit, catalogue: str, addresses: list[str]) -> None:
    visitor = visit()
    found: set[tuple[str, int]] = set()  # a link that two pages give different numbers fails by one of them
    for address in addresses:
        on_page = numbers(visitor.open(address))
        assert len(on_page) > 40
        found |= {*on_page.items()}
    page = visitor.open(f"{catalogue}?evidence=0")
    results(page)
    visitor.put_on("[data-rows] { display: none; }")  # the number is asked for, and laying out rows takes longest
    start = page.url.partition("?")[0]
    assert {link for link, _ in found if not link.startswith(f"{start}?")} == set()
    assert page.evaluate(WALK, [[[link.removeprefix(start), number] for link, number in sorted(found)], PATIENCE]) == []


def test_a_number_leads_to_its_practices_in_a_folder_too(anywhere: Visit) -> None:
    page = anywhere().open("")
    link = page.locator("a.coverage__number").last
    count = int(link.evaluate("link => link.firstChild.textContent"))
    link.click()
    assert len(results(page)) == count


def test_a_gap_opens_the_form_with_its_theme_and_its_group(anywhere: Visit) -> None:
    visitor = anywhere()
    page = visitor.open("")
    page.get_by_role("link", name="zgłoś osoby bezrobotne, Mieszkanie").click()
    visitor.wait_for("document.querySelector('[data-form]').dataset.state === 'ready'")
    expect(page.locator("#krok-1").get_by_label("Mieszkalnictwo")).to_be_checked()
    expect(page.locator("[data-name=target_groups] input:checked")).to_have_count(1)
    expect(page.get_by_label("Osoby bezrobotne", exact=True)).to_be_checked()


def test_what_was_typed_into_a_form_filled_in_is_there_after_a_reload(visit: Visit) -> None:
    visitor = visit()
    page = ready(visitor, "zglos/?themes=housing&places=gdynia#krok-1")
    page.locator("#krok-1").get_by_label("Tytuł (wymagane)").first.fill("Las")
    page.get_by_text("Szkic zapisany").wait_for()
    page.reload()
    visitor.wait_for("document.querySelector('[data-form]').dataset.state === 'ready'")
    assert page.locator("#krok-1").get_by_label("Tytuł (wymagane)").first.input_value() == "Las"
    expect(page.locator("#krok-1").get_by_label("Mieszkalnictwo")).to_be_checked()


def test_on_a_phone_a_gap_is_a_plus_with_a_name(visit: Visit) -> None:
    visitor = visit(width=PHONE)
    page = visitor.open("czego-brakuje/")
    assert not visitor.scrolls_sideways
    gap = page.get_by_role("link", name="zgłoś pracodawcy, Mieszkanie")
    assert gap.evaluate("gap => getComputedStyle(gap, '::before').content").startswith('"+"')
    key = page.locator(".coverage__gap--key").first
    assert key.evaluate("key => getComputedStyle(key, '::before').content").startswith('"+"')


@pytest.mark.parametrize("width", [PHONE, 390])
@pytest.mark.parametrize("address", ["", "czego-brakuje/"])
def test_a_finger_meets_each_number_and_each_gap(visit: Visit, width: int, address: str) -> None:
    page = visit(width=width).open(address)
    small = page.locator(".coverage td a:visible").evaluate_all(
        "links => links.filter(link => { const { width, height } = link.getBoundingClientRect(); "
        "return width < 24 || height < 24; }).length"
    )
    assert small == 0


@IN_BOTH_TYPEFACES
@pytest.mark.parametrize("width", [PHONE, 390])
def test_a_group_breaks_between_words_or_at_a_hyphen(visit: Visit, width: int) -> None:
    page = visit(width=width).open("")
    rows = page.locator(".coverage tbody th")
    assert rows.count() > 5
    assert rows.evaluate_all(BROKEN) == []


def test_without_scripts_the_page_is_the_same(visit: Visit) -> None:
    page = visit(javascript=False).open("czego-brakuje/")
    assert len(numbers(page)) > 40
    expect(page.get_by_role("heading", level=1)).to_have_text("Czego brakuje w tym katalogu")


@pytest.mark.parametrize("address", ["", "czego-brakuje/"])
@pytest.mark.parametrize(("width", "scheme"), [(PHONE, "dark"), at_night(WIDE, "light")])
def test_the_tables_have_no_barriers(visit: Visit, address: str, width: int, scheme: Scheme) -> None:
    visitor = visit(width=width, scheme=scheme)
    page = visitor.open(address)
    page.locator(".lacks__family").evaluate_all("all => all.forEach(each => { each.open = true; })")
    assert not visitor.scrolls_sideways
    assert violations(visitor) == []
