"""The site behind a server that sends what its settings ask for: everything works, and nothing else is let in.

A page of each kind is opened behind it in ``test_privacy``.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.browser.conftest import Visit
from tests.browser.test_folder import SMUGGLED
from tests.browser.visitor import Visitor
from tests.support.pages import BuiltSite

from _shared.serving import served

pytestmark = pytest.mark.browser

ON_THE_PAGE = """<p id="ride"><script>self.ran = 1; document.querySelector("#ride").className = "ran";</script>
<img src="data:," onerror="self.ran = 2"><a href="javascript:self.ran = 3">x</a></p>"""


def test_search_and_filters_keep_to_the_policy(visit: Visit) -> None:
    page = visit().open("praktyki/")
    page.locator("#tresc").get_by_role("searchbox").fill("uchodźcy")
    expect(page.locator("#tresc [data-result]:visible").first).to_be_visible()
    page.locator("[data-facet] input:visible").first.check()
    expect(page.locator("#tresc [role=status]")).not_to_be_empty()
    page.locator("[data-search-open]").click()
    page.get_by_role("dialog").get_by_role("textbox").press_sequentially("gdyn")
    expect(page.locator(".search-panel__item").first).to_be_visible()


def test_a_server_sends_the_policy_and_the_browser_holds_to_it(browser: Browser, web: str) -> None:
    visitor = Visitor(browser, web)
    page = visitor.open("praktyki/epic/")
    assert visitor.complaints == []
    assert page.evaluate(SMUGGLED) == [None, "refused"]
    framed = page.evaluate(
        "() => new Promise((told) => { addEventListener('securitypolicyviolation', (e) => told(e.effectiveDirective));"
        "document.body.append(Object.assign(document.createElement('iframe'), { src: '/' })); })"
    )
    visitor.close()
    assert framed == "frame-src"
    refusals = [complaint for complaint in visitor.complaints if "Content Security Policy" in complaint]
    assert [
        rule for rule in ("script-src", "img-src", "connect-src") if not any(rule in each for each in refusals)
    ] == []


def test_where_no_server_sends_it_the_page_itself_holds_the_browser_to_it(
    browser: Browser, site: BuiltSite, tmp_path: Path
) -> None:
    html = (site.folder / "praktyki" / "epic" / "index.html").read_text(encoding="utf-8")
    (tmp_path / "index.html").write_text(html.replace("</main>", f"{ON_THE_PAGE}</main>"), encoding="utf-8")
    with served(tmp_path) as server:
        visitor = Visitor(browser, server.address)
        page = visitor.open("")
        assert page.evaluate("() => [self.ran, document.querySelector('#ride').className]") == [None, ""]
        assert page.evaluate(SMUGGLED) == [None, "refused"]
        visitor.close()
