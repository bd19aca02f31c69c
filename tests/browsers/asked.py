"""What journeys ask a page, and where they begin: expressions for any browser, and pages that are ready."""

import json

from tests.browsers.conftest import Visit
from tests.browsers.window import Window

RICH = "praktyki/gdynia-pracownia/"
BOX = "input[type=search][name=q]"
STATUS = "#tresc [role=status]"
SEARCH = "[data-search-panel] input"
TITLE = "#krok-1 [data-name=title] input"
THEME_BUTTON = "[data-theme-button]"
FOUND = "[...document.querySelectorAll('[data-result]')].filter((row) => row.getClientRects().length)"
RESULTS = f"{FOUND}.map((row) => row.dataset.result)"
FIRST = f"{RESULTS}[0]"
SETTLED = "document.querySelector('[data-catalogue]').getAttribute('aria-busy') !== 'true'"
READY = "document.querySelector('[data-form]').dataset.state === 'ready'"
SAVED = "document.querySelector('[data-saved]').innerText.startsWith('Szkic zapisany')"
COLOUR = "getComputedStyle(document.body).backgroundColor"
SIDEWAYS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
ICONS = """[...document.querySelectorAll(".tools > .tool--search, .tool--theme")].map((tool) => {
  const style = getComputedStyle(tool, "::before");
  return (style.maskImage || style.webkitMaskImage || "none").slice(0, 4);
})"""
# Keeps what the page hands over as a file, which no two drivers let their tests have in the same way.
CATCH_FILES = """(() => {
  self.caught = [];
  const make = URL.createObjectURL;
  URL.createObjectURL = (file) => { caught.push(file); return make.call(URL, file); };
  return true;
})()"""
GIVE_FILE = """(() => {
  const given = new DataTransfer(), input = document.querySelector("[data-open-file]");
  given.items.add(new File([%s], "szkic.json", { type: "application/json" }));
  input.files = given.files;
  return input.dispatchEvent(new Event("change", { bubbles: true }));
})()"""
CHOOSE = """((select) => { select.value = %s; return select.dispatchEvent(new Event("change", { bubbles: true })); })
  (document.querySelector("select[name=sort]"))"""


def tick(facet: str, value: str) -> str:
    return f"input[name={facet}][value={value}]"


def open_filters(visit: Visit) -> Window:
    """The catalogue with every filter unfolded."""
    window = visit()
    window.open("praktyki/")
    window.ask("document.querySelectorAll('.filters details').forEach((each) => { each.open = true; })")
    return window


def value_of(selector: str) -> str:
    return f"document.querySelector({json.dumps(selector)}).value"


def said(selector: str) -> str:
    return f"document.querySelector({json.dumps(selector)}).innerText.trim()"


def results(window: Window) -> list[str]:
    """The ids of the practices that are shown, in order, once they are."""
    window.wait_for(SETTLED)
    shown: list[str] = window.ask(RESULTS)
    return shown


def open_form(visit: Visit) -> Window:
    window = visit()
    window.open("zglos/#krok-1")
    window.wait_for(READY)
    return window
