"""Comparing practices: chosen anywhere, brought back by a link alone, shown as their entries say, taken along."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Visit
from tests.browser.paper import printed
from tests.browser.test_accessibility import barriers, violations
from tests.browser.typefaces import IN_BOTH_TYPEFACES
from tests.browser.visitor import PHONE, WIDE, Visitor
from tests.support.pages import BuiltSite
from tests.support.samples import plain
from tests.support.thorough import Few, at_night

from goodpractices.catalogue import Catalogue, in_language
from goodpractices.publishing.pages.compared import ROWS, Said, said_of
from goodpractices.wording import Translations

pytestmark = pytest.mark.browser

COMPARE = "porownaj/"
READY = "document.querySelector('[data-compare-page]').dataset.state === 'ready'"
THREE = ["gdynia-pracownia", "gramatneusiedl-magma", "norwegia-ips"]
FOUR = [*THREE, "dania-fgu"]
LINES = """cells => cells.map((cell) => {
  const range = document.createRange();
  range.selectNodeContents(cell);
  return new Set([...range.getClientRects()].map(({ top }) => top)).size;
})"""
BOXES = "tiles => tiles.map((tile) => tile.getBoundingClientRect()).map(({ width, height }) => ({ width, height }))"


def link(ids: list[str]) -> str:
    return f"?practices={','.join(ids)}"


def compared(visitor: Visitor, ids: list[str], address: str = COMPARE) -> Page:
    """The comparison that a link brings back."""
    page = visitor.open(address + link(ids))
    visitor.wait_for(READY)
    return page


def names(page: Page) -> list[str]:
    return page.locator(".compare__name").all_inner_texts()


def box(title: str) -> str:
    """The toggle of a practice, by the name that says what it is for."""
    return f".pick:has-text('{title}') input"


def test_a_link_alone_brings_a_comparison_back(anywhere: Visit, catalogue: Catalogue) -> None:
    page = compared(anywhere(), THREE)
    assert names(page) == ["Pracownia", "MAGMA", "IPS"]
    expect(page.get_by_role("heading", level=1)).to_have_text("Porównanie trzech praktyk")
    assert page.title() == "Pracownia · MAGMA · IPS – Porównanie trzech praktyk"


def test_each_practice_has_its_tile_and_what_is_told_in_words_is_no_quieter_than_a_figure(visit: Visit) -> None:
    page = compared(visit(), THREE)
    tiles = page.locator(".compare__table thead .poster")
    assert [each["height"] == each["width"] > 40 for each in tiles.evaluate_all(BOXES)] == [True] * len(THREE)
    colour = "element => getComputedStyle(element).color"
    told, figure = (page.locator(each).first.evaluate(colour) for each in ("[data-row=access] td p", ".compare__value"))
    assert told == figure


@pytest.mark.parametrize(("address", "language"), [(COMPARE, "pl"), at_night("en/compare/", "en")])
def test_every_cell_says_what_the_entry_says(visit: Visit, catalogue: Catalogue, address: str, language: str) -> None:
    catalogue = in_language(catalogue, language)
    t = Translations.load(language)
    visitor = visit()
    ids = [each.id for each in catalogue.published]
    for start in range(0, len(ids), 4):
        some = ids[start : start + 4]
        page = compared(visitor, some, address)
        shown = page.locator("[data-row]").evaluate_all(
            "rows => rows.map(row => [row.dataset.row, [...row.querySelectorAll('td')].map(cell => "
            "[cell.dataset.state, cell.textContent.replaceAll('\\u00ad', '')])])"
        )
        for row, cells in shown:
            for practice_id, (state, text) in zip(some, cells, strict=True):
                check(said_of(catalogue.practices[practice_id], catalogue, t)[row], state, plain(text), t)
        assert {row for row, _ in shown} <= {*ROWS}


def check(said: Said, state: str, text: str, t: Translations) -> None:
    assert state == said.state
    expected = [said.value, *(line.text for line in said.lines)]
    for each in filter(None, expected):
        assert plain(each) in text
    if not any(expected):
        assert text == t("strip.missing")


def test_rows_that_differ_stand_before_those_that_are_alike(visit: Visit) -> None:
    page = compared(visit(), THREE)
    groups = page.locator("tbody[role]").evaluate_all("all => all.map(each => each.dataset.group)")
    assert groups == ["differ", "unknown"]  # of the cost of a person nothing is known, for three reasons
    states = page.locator("tr[role]:has(td)").evaluate_all(
        "rows => rows.map(row => [row.closest('tbody').dataset.group === 'unknown', "
        "[...row.querySelectorAll('td')].every(cell => cell.dataset.state === 'missing')])"
    )
    assert [each for each in states if each[0] != each[1]] == []
    alike = compared(visit(), ["gdynia-pracownia", "gdynia-urbanlab"]).locator("tbody[data-group=alike] [data-row]")
    assert alike.evaluate_all("rows => rows.map(row => row.dataset.row)") == ["place_size"]
    alone = compared(visit(), THREE[:1])
    assert alone.locator("tbody h2").all_inner_texts() == ["Co mówi opis"]
    differ = page.locator("tbody[data-group=differ] [data-row]")
    rows = differ.evaluate_all("rows => rows.map(row => row.dataset.row)")
    assert rows == [name for name in ROWS if name in rows]
    assert rows[:3] == ["audience", "scale", "effect"]
    cells = differ.evaluate_all("rows => rows.map(row => [...row.querySelectorAll('td')].map(td => td.innerHTML))")
    assert [texts for texts in cells if len({*texts}) == 1] == []


def test_amounts_stand_in_their_currency_and_in_zloty_with_the_rate(visit: Visit) -> None:
    page = compared(visit(), THREE)
    cells = page.locator("[data-row=cost] td, [data-row=at_home] td").all_inner_texts()
    assert plain(cells[2]).startswith("8 mln NOK")
    rate = "po średnim kursie z lat 2013–2018 (1 NOK = 0,4772 zł, Europejski Bank Centralny)"
    assert plain(cells[5]).casefold().startswith(f"około 3,82 mln zł {rate}".casefold())
    assert plain(cells[4]) == "nie przeliczamy: kwota jest sporna"
    at_home = compared(visit(), ["gdynia-pracownia", "gdynia-przystan"]).locator("[data-row=at_home]")
    assert at_home.count() == 0


def test_no_row_adds_up_or_ranks(visit: Visit) -> None:
    page = compared(visit(), FOUR)
    assert page.get_by_text(re.compile("punkt[óy]w? razem|suma|miejsce [1-4]\\b|ranking:")).count() == 0


def test_practices_are_chosen_on_cards_the_map_and_their_pages(anywhere: Visit) -> None:
    visitor = anywhere()
    page = visitor.open("praktyki/")
    page.locator(box("MAGMA")).first.check()
    expect(page.get_by_role("complementary", name="Wybrane do porównania")).to_contain_text("1 praktyka do porównania")
    page = visitor.open("mapa/")
    page.locator(box("Pracownia")).first.check()
    expect(page.locator(".shortlist")).to_contain_text("2 praktyki do porównania")
    page = visitor.open("praktyki/norwegia-ips/")
    page.get_by_label("Porównaj", exact=True).check()
    expect(page.locator(".shortlist")).to_contain_text("3 praktyki do porównania")
    page.locator(".shortlist").get_by_role("link", name="Porównaj").click()
    visitor.wait_for(READY)
    assert names(page) == ["MAGMA", "Pracownia", "IPS"]
    assert page.url.endswith(link(["gramatneusiedl-magma", "gdynia-pracownia", "norwegia-ips"]))
    page = visitor.open("praktyki/")
    expect(page.locator(box("MAGMA")).first).to_be_checked()


def test_the_fifth_is_not_taken_and_the_bar_says_so(visit: Visit) -> None:
    page = visit().open("praktyki/")
    boxes = page.locator(".pick input")
    for n in range(5):
        boxes.nth(n).click()
    expect(page.locator(".shortlist [role=status]")).to_contain_text("najwyżej cztery")
    assert [boxes.nth(n).is_checked() for n in range(5)] == [True] * 4 + [False]
    boxes.nth(0).click()
    expect(page.locator(".shortlist [role=status]")).to_have_text("3 praktyki do porównania")


def test_filters_and_searches_drop_nothing_that_was_chosen(visit: Visit) -> None:
    visitor = visit()
    page = visitor.open("praktyki/")
    page.locator(box("MAGMA")).first.check()
    expect(page.locator(".shortlist")).to_be_visible()
    page.locator("[data-facet=evidence]").get_by_label("Policzono").check()
    expect(page.locator("[data-rows] .pick").first).to_be_visible()
    expect(page.locator(box("MAGMA"))).to_have_count(0)
    expect(page.locator(".shortlist")).to_contain_text("1 praktyka")
    page.locator("[data-rows] .pick input").first.check()
    expect(page.locator(".shortlist")).to_contain_text("2 praktyki")
    page.locator("[data-facet=evidence]").get_by_label("Policzono").uncheck()
    expect(page.locator(box("MAGMA")).first).to_be_checked()


def test_where_nothing_may_be_kept_the_address_of_the_page_remembers(visit: Visit) -> None:
    visitor = visit()
    visitor.refuse_storage()
    page = visitor.open("praktyki/")
    page.locator(box("MAGMA")).first.check()
    visitor.wait_for("location.search === '?practices=gramatneusiedl-magma'")
    page.locator(".catalogue__search input").fill("mieszkanie")
    visitor.wait_for("location.search === '?q=mieszkanie&practices=gramatneusiedl-magma'")
    page.reload()
    expect(page.locator(".shortlist")).to_contain_text("1 praktyka do porównania")
    page.locator("[data-rows] .pick input").first.check()
    expect(page.locator(".shortlist")).to_contain_text("2 praktyki")
    page.locator(".shortlist").get_by_role("link", name="Porównaj").click()
    visitor.wait_for(READY)
    assert names(page)[0] == "MAGMA"
    assert len(names(page)) == 2


def test_one_is_removed_and_the_rest_stay(visit: Visit) -> None:
    visitor = visit()
    page = compared(visitor, THREE)
    page.get_by_role("button", name="Usuń MAGMA").click()
    expect(page.locator("[data-notice]")).to_have_text("Usunięto: MAGMA.")
    expect(page.locator("[data-notice]")).to_be_focused()
    assert names(page) == ["Pracownia", "IPS"]
    assert page.url.endswith(link(["gdynia-pracownia", "norwegia-ips"]))
    page.get_by_role("link", name="Dodaj praktykę").click()
    expect(page.locator(".shortlist")).to_contain_text("2 praktyki do porównania")


def test_a_link_to_more_than_four_or_to_what_has_gone_says_so(visit: Visit) -> None:
    visitor = visit()
    page = compared(visitor, [*FOUR, "epic"])
    expect(page.locator("[data-notice]")).to_contain_text("najwyżej cztery")
    assert len(names(page)) == len(FOUR)
    page = compared(visitor, ["gdynia-pracownia", "nie-ma-takiej"])
    expect(page.locator("[data-notice]")).to_contain_text("Nie udało się wczytać praktyki „nie-ma-takiej”")
    assert names(page) == ["Pracownia"]
    visitor.complaints[:] = [each for each in visitor.complaints if "nie-ma-takiej" not in each]


def test_who_opens_a_link_keeps_their_own_list(visit: Visit) -> None:
    visitor = visit()
    page = visitor.open("praktyki/")
    page.locator(box("MAGMA")).first.check()
    expect(page.locator(".shortlist")).to_be_visible()
    page = compared(visitor, ["gdynia-pracownia", "norwegia-ips"])
    expect(page.locator("[data-own]")).to_contain_text("Twoja lista (1 praktyka) jest zachowana.")
    page.get_by_role("link", name="Pokaż ją").click()
    visitor.wait_for(READY)
    assert names(page) == ["MAGMA"]
    expect(page.locator("[data-notice]")).to_contain_text("Dodaj jeszcze jedną praktykę")


@pytest.mark.parametrize(
    ("address", "ids"),
    [(COMPARE, THREE), ("en/compare/", FOUR), at_night(COMPARE, FOUR), at_night("en/compare/", THREE)],
)
def test_it_takes_at_most_four_sheets_of_paper(visit: Visit, site: BuiltSite, ids: list[str], address: str) -> None:
    page = compared(visit(), ids, address)
    assert sheets(page) == 2 if ids == THREE else sheets(page) <= 4


def test_the_longest_four_fit_on_four_sheets(visit: Visit, site: BuiltSite) -> None:
    sizes = {path.parent.name: path.stat().st_size for path in (site.folder / "porownaj").glob("*/dane.js")}
    longest = sorted(sizes, key=lambda name: -sizes[name])[:4]
    assert sheets(compared(visit(), longest)) <= 4


def sheets(page: Page) -> int:
    """On how many sheets it is printed; they lie on their long side."""
    sizes = printed(page)
    assert {width > height for width, height in sizes} == {True}
    return len(sizes)


def saved(page: Page, kind: str, folder: Path) -> Path:
    with page.expect_download() as started:
        page.locator(f"[data-{kind}]").click()
    path = folder / started.value.suggested_filename
    started.value.save_as(path)
    return path


def test_it_is_taken_along_as_a_table(anywhere: Visit, tmp_path: Path) -> None:
    path = saved(compared(anywhere(), THREE), "csv", tmp_path)
    text = path.read_bytes().decode("utf-8-sig")
    rows = {row[0]: row[1:] for row in csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True)}
    assert path.name == "porownanie.csv"
    assert [cell.partition(";")[0] for cell in rows["Pytanie"]] == ["Pracownia", "MAGMA", "IPS"]
    assert plain(rows["Koszt na osobę"][0]) == "nie liczymy: liczba osób jest sporna"
    assert "(liczba sporna)" in rows["Skala"][0]
    assert {len(row) for row in rows.values()} == {3}


def test_it_is_taken_along_as_a_page_that_needs_nothing_else(visit: Visit, tmp_path: Path) -> None:
    path = saved(compared(visit(), THREE), "save", tmp_path)
    text = path.read_text(encoding="utf-8")
    assert re.findall(r"<script|<link|\bsrc=|@import|url\((?!\"?data:)", text) == []
    visitor = visit(base=f"{tmp_path.as_uri()}/")
    visitor.page.goto(path.as_uri())
    assert visitor.page.locator(".compare__name").all_inner_texts() == ["Pracownia", "MAGMA", "IPS"]
    assert visitor.page.get_by_role("button").count() == 0
    assert visitor.page.locator("[data-row=scale] td").nth(0).inner_text().startswith("784 osoby")
    assert visitor.page.locator("a:not([href^=http])").count() == 0
    assert not visitor.scrolls_sideways


@pytest.mark.parametrize("address", [COMPARE, "en/compare/"])
def test_without_scripts_the_page_says_what_to_do_and_no_toggle_is_shown(visit: Visit, address: str) -> None:
    visitor = visit(javascript=False)
    page = visitor.open(address)
    assert page.locator(".without-script").is_visible()
    assert page.locator("[data-tools], [data-result] table").first.is_hidden()
    for other in ("praktyki/", "mapa/", "praktyki/gdynia-pracownia/"):
        assert visitor.open(other).locator(".pick:visible").count() == 0


@pytest.mark.parametrize("ids", [[], FOUR])
def test_nothing_stands_in_the_way(visit: Visit, ids: list[str], few: Few) -> None:
    def come(visitor: Visitor) -> None:
        compared(visitor, ids) if ids else visitor.open(COMPARE)

    assert barriers(visit, come, few.of([PHONE, 390, WIDE], 2)) == {}


@pytest.mark.parametrize(
    ("address", "width"),
    [
        ("praktyki/", PHONE),
        ("praktyki/gdynia-pracownia/", WIDE),
        *(at_night(*each) for each in (("praktyki/", WIDE), ("mapa/", PHONE), ("mapa/", WIDE))),
        at_night("praktyki/gdynia-pracownia/", PHONE),
    ],
)
def test_nothing_stands_in_the_way_of_the_bar(visit: Visit, address: str, width: int) -> None:
    visitor = visit(width=width)
    page = visitor.open(address)
    page.locator(".pick input").first.check()
    expect(page.locator(".shortlist")).to_be_visible()
    assert not visitor.scrolls_sideways
    assert violations(visitor) == []


def test_a_phone_reads_row_by_row_with_names_and_readers_still_hear_a_table(visit: Visit) -> None:
    page = compared(visit(width=390), THREE)
    first = page.locator("[data-row=scale] td").first
    assert first.evaluate("cell => getComputedStyle(cell, '::before').content") == '"Pracownia: "'
    assert first.evaluate("cell => getComputedStyle(cell).borderLeftWidth") == "4px"
    table = page.get_by_role("table")
    assert table.get_by_role("columnheader").count() == len(THREE) + 1
    assert table.get_by_role("rowheader", name="Skala").count() == 1
    assert table.get_by_role("row", name=re.compile("^Skala")).get_by_role("cell").count() == len(THREE)


def test_on_a_phone_two_stand_side_by_side_under_names_that_stay_in_sight(visit: Visit) -> None:
    page = compared(visit(width=390, height=844), THREE[:2])
    one, other = page.locator("[data-row=scale] td").all()
    place = "cell => [cell.getBoundingClientRect().y, cell.getBoundingClientRect().width]"
    assert one.evaluate(place) == other.evaluate(place)
    names = page.locator(".compare__names")
    expect(names.locator("td")).to_have_text(["Pracownia", "MAGMA"])
    page.locator("[data-row=obstacles]").scroll_into_view_if_needed()
    expect(names).to_be_in_viewport()
    page.emulate_media(media="print")
    expect(names).to_be_hidden()


@IN_BOTH_TYPEFACES
def test_on_a_phone_the_names_of_four_are_whole_words(visit: Visit) -> None:
    page = compared(visit(width=390, height=844), FOUR)
    assert page.locator(".compare__names td").evaluate_all(LINES) == [1] * len(FOUR)


@pytest.mark.parametrize(("count", "most"), [(2, 4900), (3, 6200)])
def test_a_comparison_on_a_phone_is_soon_read(visit: Visit, count: int, most: int) -> None:
    page = compared(visit(width=390, height=844), THREE[:count])
    assert page.locator(".site-footer").evaluate("foot => foot.getBoundingClientRect().bottom + scrollY") <= most


def test_all_of_it_is_done_by_keyboard(visit: Visit) -> None:
    visitor = visit()
    page = visitor.open("praktyki/")
    for title in ("IPS", "MAGMA"):
        page.locator(box(title)).first.focus()
        page.keyboard.press("Space")
    expect(page.locator(".shortlist")).to_contain_text("2 praktyki do porównania")
    page.locator(".shortlist a").focus()
    page.keyboard.press("Enter")
    visitor.wait_for(READY)
    page.get_by_role("button", name="Usuń IPS").focus()
    page.keyboard.press("Enter")
    assert names(page) == ["MAGMA"]


def test_what_is_known_is_told_apart_in_forced_colours(visit: Visit) -> None:
    page = compared(visit(forced_colours=True), THREE)
    unknown = page.locator("td[data-state=missing] > p").first
    assert unknown.evaluate("each => getComputedStyle(each).borderTopStyle") == "dashed"


def test_sources_lead_to_where_the_page_of_the_practice_says_it(visit: Visit, site: BuiltSite) -> None:
    for path in (site.folder / "porownaj").glob("*/dane.js"):
        record = json.loads(path.read_text(encoding="utf-8").partition("]=")[2].rstrip(";\n"))
        page = site.pages[f"praktyki/{record['id']}/"]
        for cell in record["cells"].values():
            if "anchor" in cell:
                assert page.all(f"#{cell['anchor']}"), (record["id"], cell["anchor"])


def test_a_practice_that_is_gone_takes_no_room_on_the_list(visit: Visit) -> None:
    visitor = visit()
    page = compared(visitor, ["nie-ma-takiej", *THREE])
    expect(page.locator("[data-notice]")).to_contain_text("nie-ma-takiej")
    page = visitor.open("praktyki/")
    expect(page.locator(".shortlist")).to_contain_text("3 praktyki do porównania")
    visitor.complaints[:] = [each for each in visitor.complaints if "nie-ma-takiej" not in each]
