"""An hour's work at the form (tabs, reloads, a closed browser, a full or refused storage, a newer entry): it stays."""

import json
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Dialog, Page
from tests.browser.conftest import Visit, windows_to_use_again
from tests.browser.forms import FORM, ready
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser

_READY = "document.querySelector('[data-form]').dataset.state === 'ready'"
_DRAFTS = """() => Object.keys(localStorage).filter(name => name.includes('.zglos.szkic.'))
    .map(name => JSON.parse(localStorage.getItem(name)).entry.title).sort()"""
_FILL = """() => { let size = 1 << 20; for (let n = 0; size; n += 1)
    try { localStorage.setItem('obce-' + n, 'x'.repeat(size)); } catch { size >>= 1; } }"""


@pytest.fixture
def left() -> Iterator[defaultdict[Hashable, list[Visitor]]]:
    """No window is used twice here: how tabs hear each other is what these tests are about."""
    yield from windows_to_use_again()


def title(page: Page) -> Any:
    return page.locator("#krok-1").get_by_label("Tytuł (wymagane)").first


def typed(page: Page, words: str) -> None:
    """Type a title and wait until it is kept."""
    title(page).fill(words)
    page.get_by_text("Szkic zapisany").wait_for()
    wait(page, f"({_DRAFTS})().includes({json.dumps(words)})")


def wait(page: Page, condition: str) -> None:
    for _ in range(500):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(20)
    raise AssertionError(condition)


def second_tab(visitor: Visitor) -> Page:
    page = visitor.page.context.new_page()
    page.goto(visitor.page.url.partition("#")[0])
    wait(page, _READY)
    return page


def drafts_of(page: Page) -> list[str]:
    if not page.locator(".form__drafts").evaluate("each => each.open"):
        page.locator(".form__drafts summary").click()
    return page.locator("[data-draft-list] li strong").all_inner_texts()


def test_each_of_two_tabs_keeps_what_is_typed_in_it(anywhere: Visit) -> None:
    visitor = anywhere()
    first = ready(visitor)
    typed(first, "Pierwsza karta")
    second = second_tab(visitor)
    second.get_by_text("Szkic „Pierwsza karta” jest otwarty w innej karcie").wait_for()
    assert title(second).input_value() == ""
    typed(second, "Druga karta")
    typed(first, "Pierwsza karta, dalej")
    assert second.evaluate(_DRAFTS) == ["Druga karta", "Pierwsza karta, dalej"]
    second.reload()
    wait(second, _READY)
    first.reload()
    wait(first, _READY)
    assert title(second).input_value() == "Druga karta"
    assert title(first).input_value() == "Pierwsza karta, dalej"


def test_one_draft_opened_in_two_tabs_becomes_two(anywhere: Visit) -> None:
    visitor = anywhere()
    first = ready(visitor)
    typed(first, "Las")
    second = second_tab(visitor)
    second.get_by_text("jest otwarty w innej karcie").wait_for()
    drafts_of(second)
    second.get_by_role("button", name="Otwórz: Las").click()
    assert title(second).input_value() == "Las"
    typed(second, "Las z drugiej")
    first.get_by_text("Ten szkic zmienił się w innej karcie").wait_for()
    assert title(first).input_value() == "Las"
    typed(first, "Las z pierwszej")
    assert first.evaluate(_DRAFTS) == ["Las z drugiej", "Las z pierwszej"]


def test_a_closed_tab_is_opened_again_with_its_draft(anywhere: Visit) -> None:
    visitor = anywhere()
    page = ready(visitor)
    typed(page, "Las")
    tab = second_tab(visitor)
    tab.get_by_text("jest otwarty w innej karcie").wait_for()
    title(tab).fill("Nie zapisano jeszcze")  # closed within the pause after the last key
    tab.close(run_before_unload=True)
    page.wait_for_timeout(300)
    page.close()
    again = visitor.page.context.new_page()
    again.goto(visitor.base + (FORM if visitor.base.startswith("http") else FORM.replace("#", "index.html#")))
    wait(again, _READY)
    assert title(again).input_value() == "Nie zapisano jeszcze"
    assert drafts_of(again) == ["Nie zapisano jeszcze", "Las"]


def test_nothing_a_button_does_takes_a_draft(anywhere: Visit) -> None:
    visitor = anywhere()
    page = ready(visitor)
    for words in ("Pierwszy", "Drugi", "T"):
        typed(page, words)
        if not page.locator(".form__drafts").evaluate("each => each.open"):
            page.locator(".form__drafts summary").click()
        page.get_by_role("button", name="Zacznij od nowa").click()
        assert title(page).input_value() == ""
    assert drafts_of(page) == ["T", "Drugi", "Pierwszy"]
    page.get_by_role("button", name="Usuń: Drugi").click()
    assert visitor.focused == "Cofnij usunięcie"
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Otwórz: Drugi").click()
    assert title(page).input_value() == "Drugi"
    assert page.evaluate(_DRAFTS) == ["Drugi", "Pierwszy", "T"]


def test_a_full_browser_keeps_the_draft_in_its_tab_and_asks_before_it_is_closed(visit: Visit) -> None:
    visitor = visit()
    page = ready(visitor)
    typed(page, "Las")
    page.evaluate(_FILL)
    title(page).fill("Las " + "i łąka " * 10)
    page.locator("#krok-1 textarea").first.fill("x" * 3000)
    page.get_by_text("W tej przeglądarce nie ma już miejsca").wait_for()
    asked = answers(visitor, lambda dialog: dialog.accept())
    page.reload()
    wait(page, _READY)
    assert asked == ["beforeunload"]
    assert title(page).input_value().startswith("Las i łąka")
    assert page.locator("#krok-1 textarea").first.input_value() == "x" * 3000
    page.evaluate(
        "Object.keys(localStorage).filter(n => n.startsWith('obce')).forEach(n => localStorage.removeItem(n))"
    )
    typed(page, "Jest miejsce")
    page.reload()
    wait(page, _READY)
    assert asked == ["beforeunload"]
    assert title(page).input_value() == "Jest miejsce"


def test_a_browser_that_refuses_asks_and_hands_the_draft_over_as_a_file(visit: Visit, tmp_path: Any) -> None:
    visitor = visit()
    visitor.refuse_storage()
    page = ready(visitor)
    title(page).fill("Las")
    page.get_by_text("Ta przeglądarka nie zapisze szkicu").wait_for()
    page.locator(".form__drafts summary").click()
    page.get_by_role("button", name="Zacznij od nowa").click()
    title(page).fill("Łąka")
    page.get_by_role("button", name="Otwórz: Las").click()
    assert title(page).input_value() == "Las"
    asked = answers(visitor, lambda dialog: dialog.dismiss())
    page.evaluate("setTimeout(() => location.reload())")
    page.wait_for_timeout(500)
    assert asked == ["beforeunload"]
    assert title(page).input_value() == "Las"
    with page.expect_download() as started:
        page.get_by_role("button", name="Zapisz szkic w pliku").click()
    started.value.save_as(tmp_path / "szkic.json")
    page.get_by_role("button", name="Zacznij od nowa").click()
    page.get_by_label("Otwórz szkic z pliku").set_input_files(tmp_path / "szkic.json")
    wait(page, "document.querySelector('[data-name=title] input').value === 'Las'")


def answers(visitor: Visitor, answer: Callable[[Dialog], None]) -> list[str]:
    """The kinds of questions the browser asks from now on, each answered in one way."""
    asked: list[str] = []

    def hear(dialog: Dialog) -> None:
        asked.append(dialog.type)
        answer(dialog)

    visitor.page.remove_listener("dialog", visitor.dismiss)
    visitor.page.on("dialog", hear)
    return asked


def test_a_correction_begun_on_an_older_entry_is_told_of_what_changed(visit: Visit) -> None:
    visitor = visit()
    page = ready(visitor)
    page.get_by_text("Szkice i poprawki").click()
    page.get_by_label("Popraw praktykę z katalogu").fill("epic")
    page.get_by_role("button", name="Otwórz", exact=True).click()
    page.get_by_text("Poprawiasz praktykę:").wait_for()
    now = title(page).input_value()
    summary = page.locator("#krok-1 [data-name=summary] textarea")
    words = summary.input_value()
    summary.fill(words + " Dopisane.")
    page.get_by_text("Szkic zapisany").wait_for()
    page.wait_for_timeout(300)
    # As if the correction had been begun before somebody changed the title and the summary in the catalogue.
    page.evaluate(
        """() => { const name = Object.keys(localStorage).find(name => name.includes('.zglos.szkic.'));
        const draft = JSON.parse(localStorage.getItem(name));
        draft.base.title = draft.entry.title = 'Dawny tytuł'; draft.base.summary = 'Dawny opis.';
        const text = JSON.stringify(draft);
        window.addEventListener('pagehide', () => localStorage.setItem(name, text)); }"""
    )
    page.reload()
    wait(page, _READY)
    newer = page.get_by_role("region", name="Ta praktyka zmieniła się w katalogu")
    newer.wait_for()
    assert title(page).input_value() == now
    assert summary.input_value() == words + " Dopisane."
    assert newer.locator("legend").all_inner_texts() == ["Tytuł", "W dwóch zdaniach"]
    assert not visitor.scrolls_sideways
    newer.get_by_label("Z katalogu").last.check()
    assert summary.input_value() == words
    newer.get_by_label("Z tej poprawki").check()
    assert summary.input_value() == words + " Dopisane."
    newer.get_by_role("button", name="Przejrzano").click()
    page.reload()
    wait(page, _READY)
    page.wait_for_timeout(300)
    assert newer.is_hidden()
    assert summary.input_value() == words + " Dopisane."
