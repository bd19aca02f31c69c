"""Words as long as languages have them, in every text of an entry: no page is wider for them, and nothing is cut.

The entries are made from the model, so a field that joins it is tried as well. Both editions are looked at, each in
another typeface.
"""

from collections.abc import Iterator, Mapping

import pytest
from tests.browser.conftest import Visit
from tests.browser.test_text_size import SPACED, Look, faults_of, take, unreadable
from tests.browser.typefaces import Typeface
from tests.browser.visitor import PHONE, WIDE, Visitor
from tests.support.builds import build, project
from tests.support.hostile import add_entry, empty_catalogue
from tests.support.thorough import Few, at_night

from _shared.serving import served
from bench.auditing import go_to_step

pytestmark = pytest.mark.browser

WORDS = {
    # The longest word of a usual vocabulary, behind one that a no-break space ties to it.
    "slowo-21": "Klub dla osób z niepełnosprawnościami",
    "slowo-71": "Konstantynopolitańczykowianeczkówna" * 2 + "m",
    # Other directions, other scripts, letters of several characters.
    "inne-pisma": "مقهى الجيران \U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466 שכנים Nguyễn",
}
LONGEST = "slowo-71"
LOOKS = {
    f"{width} px{spacing}": Look(width, height, styles=styles)
    for width, height in ((PHONE, 640), (WIDE, 1024))
    for spacing, styles in (("", ""), (" spaced", SPACED))
}
LISTS = (
    "",
    "praktyki/",
    f"praktyki/?q={WORDS[LONGEST]}&theme={LONGEST}&target_group={LONGEST}&place={LONGEST}",
    "mapa/",
    "os-czasu/",
    "dane/",
    "slownik/",
)
SECTIONS = ("tematy", "grupy", "miejsca", "organizacje", "programy", "rodzaje", "formy-wsparcia")


@pytest.fixture(scope="module", params=[("web", "wide"), at_night(("offline", "narrow"), id="folder")])
def edition(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """The address of one edition of a site of such entries, and the typeface it is seen in."""
    name, seen_in = request.param
    folder = tmp_path_factory.mktemp("long")
    empty_catalogue(folder / "practices")
    for practice_id, words in WORDS.items():
        add_entry(folder / "practices", practice_id, words, words)
    settings = project(folder / "project", name="Katalog niepełnosprawnościami", owner=WORDS["slowo-21"])
    made = build(folder / "site", settings=settings, practices=folder / "practices", CATALOGUE_EDITION=name)
    built = made.finished().folder
    if name == "offline":
        yield f"{built.as_uri()}/", seen_in
        return
    with served(built) as server:
        yield server.address, seen_in


@pytest.fixture
def looks(few: Few) -> Mapping[str, Look]:
    """How pages are looked at: spaced, which takes most room, and at night as they are too."""
    return LOOKS if few.is_night else {name: look for name, look in LOOKS.items() if look.styles}


@pytest.fixture
def typeface(edition: tuple[str, Typeface]) -> Typeface:
    return edition[1]


@pytest.fixture
def visitor(visit: Visit, edition: tuple[str, Typeface]) -> Visitor:
    return visit(base=edition[0])


def test_no_page_of_an_entry_is_wider_for_its_words(visitor: Visitor, looks: Mapping[str, Look]) -> None:
    faults: dict[str, list[str]] = {}
    for practice_id in WORDS:
        for address in (f"praktyki/{practice_id}/", f"praktyki/{practice_id}/etr/", f"en/practices/{practice_id}/"):
            faults |= faults_of(visitor, address, looks)
    assert faults == {}


def test_no_list_that_an_entry_stands_in_is_wider_for_its_words(visitor: Visitor, looks: Mapping[str, Look]) -> None:
    faults: dict[str, list[str]] = {}
    of_terms = (f"{section}/{of_one}" for section in SECTIONS for of_one in ("", f"{LONGEST}/"))
    for address in (*LISTS, *of_terms):
        faults |= faults_of(visitor, address, looks)
    assert faults == {}


@pytest.mark.parametrize("name", LOOKS)
def test_no_result_in_the_header_is_wider_for_its_words(visitor: Visitor, name: str) -> None:
    page = visitor.open("")
    take(visitor, LOOKS[name])
    page.locator("[data-search-open]").click()
    page.get_by_role("dialog").get_by_role("textbox").fill("Konstantynopol")
    page.locator(".search-panel__item").first.wait_for()
    assert unreadable(visitor, LOOKS[name], ".search-panel") == []


def test_no_step_of_the_form_is_wider_for_the_words_of_an_entry(visitor: Visitor, looks: Mapping[str, Look]) -> None:
    page = visitor.open("zglos/#krok-1")
    page.locator(".form__drafts summary").click()
    if page.locator("[data-open-name]").count():
        page.locator("[data-open-name]").fill(WORDS[LONGEST])
        page.locator("[data-open]").click()
        page.locator("[data-opened]").wait_for()
    else:  # the offline edition has no entries to correct
        page.locator("[data-step]:visible input[type=text]").first.fill(WORDS[LONGEST])
    faults: dict[str, list[str]] = {}
    for step in range(page.locator("[data-step-link]").count()):
        go_to_step(page, step + 1)
        faults |= {
            f"{step}: {name}": unreadable_words
            for name, look in looks.items()
            if (unreadable_words := unreadable(visitor, look))
        }
    assert faults == {}


@pytest.mark.parametrize("width", [PHONE, 390])
def test_the_name_of_a_licence_stays_together(visit: Visit, width: int) -> None:
    page = visit(width=width).open("")
    named = page.locator(".site-footer [rel=license]")
    assert named.inner_text().startswith("CC ")
    assert named.evaluate("link => link.getClientRects().length") == 1
    assert "CC\N{NO-BREAK SPACE}BY\N{NO-BREAK SPACE}4.0." in page.locator(".site-footer__small").inner_text()
