"""The form of five minutes: by keyboard, from a folder, without storage, and handed to whoever the office names."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Dialog, Page, Route, expect
from tests.browser.conftest import Visit
from tests.browser.forms import SHORT, read_back, ready
from tests.browser.offices import CONTACT, RECEIVING, REPOSITORY, folder_of, made_anew, open_at
from tests.browser.test_accessibility import violations
from tests.browser.visitor import PHONE, WIDE, Scheme, Visitor
from tests.support.submissions import reference
from tests.support.thorough import at_night

from goodpractices.catalogue import Catalogue, check_entries

pytestmark = pytest.mark.browser

SUMMARY = "Mieszkańcy sadzą drzewa razem ze szkołami i strażą miejską. Każda klasa opiekuje się lasem."
SENDER = "anna@example.org"


def fill(page: Page, **more: str) -> None:
    """Answer everything, and go on to the last step."""
    first, second = page.locator("#krotko-1"), page.locator("#krotko-2")
    first.get_by_label("Jak to się nazywa?").fill("Las w mieście & «łąka»")
    first.get_by_label("Co zrobiono i dla kogo?").fill(SUMMARY)
    first.get_by_label("Gdzie?").fill("Gdynia")
    first.get_by_label("Czy to jeszcze trwa?").select_option("running")
    first.get_by_role("button", name="Dalej").click()
    second.get_by_label("Kto to prowadzi?").fill(more.get("leader", ""))
    second.get_by_label("Co to jest?").select_option("project")
    second.get_by_label("Czego dotyczy?").select_option(index=1)
    second.get_by_label("Link albo plik").fill(more.get("link", "https://example.org/las"))
    second.get_by_label("Jak się z Tobą skontaktować?").fill(SENDER)
    second.get_by_role("button", name="Dalej").click()
    expect(page.locator("#krotko-3 [data-short-ready]")).to_be_visible()


def text_of(page: Page) -> str:
    return page.locator("#tresc-pliku").input_value()


def problems_of(text: str, folder: Path) -> list[str]:
    """What the validator says of a file."""
    (folder / "practices" / "las").mkdir(parents=True)
    (folder / "practices" / "las" / "index.md").write_text(text, encoding="utf-8")
    _, problems = check_entries(folder / "practices", reference())
    return [problem.key for problem in problems]


def test_five_minutes_by_keyboard_make_a_draft_in_order(visit: Visit, tmp_path: Path) -> None:
    visitor = visit()
    page = ready(visitor, SHORT)
    page.locator("#krotko-1").get_by_label("Jak to się nazywa?").focus()
    keys = page.keyboard
    for text in ("Las w mieście", SUMMARY, "Gdynia", "Trwa"):
        keys.type(text)
        keys.press("Tab")
    keys.press("Enter")
    assert visitor.focused == "krotko-2-tytul"
    for text in ("", "Klub Las", "Proj", "Pom", "", "anna@example.org"):
        keys.type(text)
        keys.press("Tab")
    page.locator("#krotko-2").get_by_role("button", name="Dalej").focus()
    keys.press("Enter")
    if visitor.focused != "krotko-3-tytul":
        pytest.fail(page.locator("[data-summary]").inner_text())
    assert problems_of(text_of(page), tmp_path) == []
    fields, _ = read_back(text_of(page))
    assert (fields["title"], fields["places"]) == ("Las w mieście", [{"place": "gdynia"}])
    assert fields["editorial"]["state"] == "draft"
    assert "organisations" not in fields
    assert "„Klub Las”" in fields["editorial"]["questions"][0]
    assert SENDER not in text_of(page)


def test_an_empty_step_says_at_each_field_what_to_write(visit: Visit) -> None:
    visitor = visit()
    page = ready(visitor, SHORT)
    first = page.locator("#krotko-1")
    first.get_by_role("button", name="Dalej").click()
    assert page.evaluate("document.activeElement.matches('[data-summary]')")
    page.get_by_role("link", name="Gdzie? Wpisz nazwę miejscowości").click()
    field = page.locator(":focus")
    assert field.get_attribute("aria-invalid") == "true"
    message = first.locator("[data-name=place] .field__problem")
    assert message.bounding_box()["y"] < field.bounding_box()["y"]  # type: ignore[index]
    first.get_by_label("Co zrobiono i dla kogo?").fill("Sadzimy drzewa.")
    expect(first.get_by_text("Napisz jeszcze co najmniej 65 znaków: co zrobiono i dla kogo.")).to_be_visible()


def test_the_card_beside_follows_what_is_typed(visit: Visit) -> None:
    page = ready(visit(), SHORT)
    page.locator("#krotko-1").get_by_label("Jak to się nazywa?").fill("Las w mieście")
    page.locator("#krotko-1").get_by_label("Gdzie?").fill("Gdynia")
    card = page.locator("[data-card]")
    expect(card).to_contain_text("Las w mieście")
    expect(card.locator(".poster__name")).to_have_text("Gdynia")
    main = page.locator(".form__main").bounding_box()
    beside = card.bounding_box()
    assert main
    assert beside
    assert beside["x"] >= main["x"] + main["width"]


def test_the_full_description_goes_on_with_what_was_typed(anywhere: Visit) -> None:
    visitor = anywhere()
    page = ready(visitor, SHORT)
    page.locator("#krotko-1").get_by_label("Jak to się nazywa?").fill("Las w mieście")
    page.get_by_role("link", name="Pełny opis", exact=True).click()
    expect(page.locator("#krok-1").get_by_label("Tytuł (wymagane)").first).to_have_value("Las w mieście")
    page.get_by_role("link", name="Zgłoś w 5 minut").click()
    expect(page.locator("#krotko-1").get_by_label("Jak to się nazywa?")).to_have_value("Las w mieście")
    page.reload()
    visitor.wait_for("document.querySelector('[data-form]').dataset.state === 'ready'")
    expect(page.locator("#krotko-1").get_by_label("Jak to się nazywa?")).to_have_value("Las w mieście")


def test_where_nobody_is_named_the_page_says_how_to_hand_the_file_in(anywhere: Visit) -> None:
    page = ready(anywhere(), SHORT)
    fill(page)
    last = page.locator("#krotko-3")
    expect(last).to_contain_text("Redakcja nie podała jeszcze adresu")
    assert last.locator("[data-mail], [data-issue], [data-send]").count() == 0
    with page.expect_download() as started:
        last.get_by_role("button", name="Pobierz plik").click()
    assert started.value.suggested_filename == "index.md"
    assert Path(started.value.path()).read_text(encoding="utf-8") == text_of(page)


def test_a_message_has_the_entry_and_its_sender_in_its_link(visit: Visit, catalogue: Catalogue) -> None:
    page = open_at(visit(), catalogue, contact=CONTACT)
    fill(page)
    href = page.locator("#krotko-3").get_by_role("link", name="Napisz e-mail").get_attribute("href") or ""
    to, _, query = href.partition("?")
    said = {name: unquote(value) for name, _, value in (each.partition("=") for each in query.split("&"))}
    assert (to, said["subject"]) == (f"mailto:{CONTACT}", "Praktyka: Las w mieście & «łąka»")
    assert text_of(page).strip().replace("\n", "\r\n") in said["body"]
    assert f"nie do publikacji: {SENDER}" in said["body"]
    assert len(href) <= 1900


def test_an_entry_too_long_for_a_message_is_attached(visit: Visit, catalogue: Catalogue) -> None:
    page = open_at(visit(), catalogue, contact=CONTACT)
    fill(page)
    page.get_by_role("link", name="Pełny opis", exact=True).click()
    page.locator(".form__steps a[href='#krok-3']").click()
    page.locator("#krok-3 textarea").first.fill("Miasto nie miało lasu. " * 80)
    page.locator(".form__steps a[href='#krok-7']").click()
    last = page.locator("#krok-7")
    expect(last.locator("[data-mail-note]")).to_contain_text("dołącz do niej plik index.md")
    href = last.get_by_role("link", name="Napisz e-mail").get_attribute("href") or ""
    assert unquote(href).endswith("Plik opisu (index.md) jest w załączniku.")


def test_an_issue_has_the_entry_in_its_link_and_not_its_sender(visit: Visit, catalogue: Catalogue) -> None:
    page = open_at(visit(), catalogue, repository=REPOSITORY)
    fill(page)
    link = page.locator("#krotko-3").get_by_role("link", name="Załóż zgłoszenie")
    href = link.get_attribute("href") or ""
    said = parse_qs(urlsplit(href).query)
    assert href.startswith(f"{REPOSITORY}/issues/new?")
    assert said["title"] == ["Praktyka: Las w mieście & «łąka»"]
    assert said["body"] == [f"````markdown\n{text_of(page).strip()}\n````"]
    assert SENDER not in unquote(href)
    assert link.get_attribute("rel") == "noopener noreferrer"


Answer = Callable[[Route], None]


def sent(visitor: Visitor, answer: Answer) -> list[str]:
    """What is sent to the address that takes entries, each body as text."""
    bodies: list[str] = []

    def take(route: Route) -> None:
        bodies.append((route.request.post_data_buffer or b"").decode())
        answer(route)

    visitor.page.route(RECEIVING, take)
    return bodies


def answered(status: int) -> Answer:
    allowed = {"Access-Control-Allow-Origin": "*"}
    return lambda route: route.fulfill(status=status, headers=allowed, body="")


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (answered(201), "Wysłano. Serwer zgloszenia.example.org przyjął plik."),
        (answered(413), "Serwer zgloszenia.example.org nie przyjął pliku (kod 413). Opis jest dalej w formularzu."),
        (lambda route: route.abort("connectionfailed"), "bo serwer zgloszenia.example.org nie odpowiedział."),
    ],
)
def test_an_entry_is_sent_by_a_press_to_the_one_address_and_never_lost(
    visit: Visit, catalogue: Catalogue, answer: Answer, said: str
) -> None:
    visitor = visit()
    page = open_at(visitor, catalogue, receiving_address=RECEIVING)
    bodies = sent(visitor, answer)
    fill(page)
    assert (bodies, visitor.complaints) == ([], [])
    page.locator("#krotko-3").get_by_role("button", name="Wyślij do redakcji").click()
    expect(page.locator("#krotko-3 [data-sending]")).to_contain_text(said)
    assert len(bodies) == 1
    assert text_of(page) in bodies[0].replace("\r\n", "\n")
    assert SENDER in bodies[0]
    assert page.locator("#krotko-1 [data-name=summary] textarea").input_value() == SUMMARY
    assert [each for each in visitor.complaints if RECEIVING not in each] == []
    visitor.complaints.clear()


def test_without_a_network_an_entry_stays_and_the_page_says_what_to_do(visit: Visit, catalogue: Catalogue) -> None:
    visitor = visit()
    page = open_at(visitor, catalogue, receiving_address=RECEIVING, contact=CONTACT)
    fill(page)
    page.context.set_offline(True)
    page.locator("#krotko-3").get_by_role("button", name="Wyślij do redakcji").click()
    expect(page.locator("#krotko-3 [data-sending]")).to_contain_text("nie ma połączenia z internetem")
    expect(page.locator("#krotko-3").get_by_role("link", name="Napisz e-mail")).to_be_visible()
    assert text_of(page) != ""
    visitor.complaints.clear()


def test_the_policy_lets_the_form_reach_no_other_address(visit: Visit, catalogue: Catalogue) -> None:
    visitor = visit()
    page = open_at(visitor, catalogue, receiving_address=RECEIVING)
    tried = "address => fetch(address, { method: 'POST' }).then(() => 'answered', () => 'refused')"
    for address in ("https://zgloszenia.example.org/inne", "https://example.org/"):
        assert page.evaluate(tried, address) == "refused"
    assert all("Content Security Policy" in each or "violates" in each for each in visitor.complaints)
    visitor.complaints.clear()


def test_a_copy_in_a_folder_hands_over_by_message_and_file_alone(
    visit: Visit, catalogue: Catalogue, offline_folder: Path, tmp_path: Path
) -> None:
    named = {"contact": CONTACT, "repository": REPOSITORY, "receiving_address": RECEIVING}
    folder = folder_of(offline_folder, tmp_path / "wydanie", catalogue, **named)
    visitor = visit(base=f"{folder.as_uri()}/")
    visitor.page.context.set_offline(True)
    page = ready(visitor, SHORT)
    fill(page)
    last = page.locator("#krotko-3")
    expect(last.get_by_role("link", name="Napisz e-mail")).to_have_attribute("href", re.compile(f"^mailto:{CONTACT}"))
    expect(last.get_by_role("button", name="Pobierz plik")).to_be_visible()
    assert last.locator("[data-issue], [data-send]").count() == 0


def test_where_nothing_may_be_kept_both_ways_share_what_was_typed(visit: Visit) -> None:
    visitor = visit()
    visitor.refuse_storage()
    visitor.page.remove_listener("dialog", visitor.dismiss)
    visitor.page.on("dialog", Dialog.accept)
    page = ready(visitor, SHORT)
    fill(page)
    expect(page.locator("[data-saved]")).to_contain_text("nie zapisze szkicu")
    page.get_by_role("link", name="Dopisz więcej w pełnym opisie").locator("visible=true").click()
    expect(page.locator("#krok-1").get_by_label("W dwóch zdaniach (wymagane)").first).to_have_value(SUMMARY)


def test_without_scripts_the_page_says_where_to_write(visit: Visit, catalogue: Catalogue) -> None:
    visitor = visit(javascript=False)
    html = made_anew(catalogue, {"contact": CONTACT})["zglos/index.html"]
    visitor.page.route("**/zglos/", lambda route: route.fulfill(body=html, content_type="text/html"))
    page = visitor.open(SHORT)
    expect(page.locator(f"#tresc a[href='mailto:{CONTACT}']:visible")).to_be_visible()
    expect(page.locator("form[data-form]")).to_be_hidden()


@pytest.mark.parametrize(("width", "scheme"), [at_night(WIDE, "light"), (PHONE, "dark")])
def test_nothing_stands_in_the_way_in_any_state(visit: Visit, catalogue: Catalogue, width: int, scheme: Scheme) -> None:
    visitor = visit(width=width, scheme=scheme)
    page = open_at(visitor, catalogue, contact=CONTACT, repository=REPOSITORY, receiving_address=RECEIVING)
    sent(visitor, answered(500))
    states: dict[str, list[str]] = {"empty": violations(visitor)}
    page.locator("#krotko-1").get_by_role("button", name="Dalej").click()
    states["failing"] = violations(visitor)
    sideways = [visitor.scrolls_sideways]
    fill(page)
    page.locator("#krotko-3").get_by_role("button", name="Wyślij do redakcji").click()
    expect(page.locator("#krotko-3 [data-sending]")).to_contain_text("kod 500")
    states["ready, and refused"] = violations(visitor)  # nothing that was ready went away
    sideways.append(visitor.scrolls_sideways)
    assert {name: found for name, found in states.items() if found} == {}
    assert sideways == [False, False]
    visitor.complaints.clear()
