"""The page of the form as it is where an office says who takes entries: the real site, with that page made anew."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from playwright.sync_api import Page
from tests.browser.forms import SHORT, ready
from tests.browser.visitor import Visitor
from tests.support.paths import PRACTICES, ROOT

from goodpractices.catalogue import Catalogue, load_identity
from goodpractices.publishing import Site
from goodpractices.publishing.form import data_address, form_data
from goodpractices.publishing.frame.policy import site_policy
from goodpractices.wording import Translations

CONTACT = "biuro@example.org"
REPOSITORY = "https://git.example.org/katalog"
RECEIVING = "https://zgloszenia.example.org/praktyki"
_PAGE = "zglos/index.html"


def made_anew(catalogue: Catalogue, named: Mapping[str, Any], *, offline: bool = False) -> dict[str, bytes]:
    """The page of the form and its data, where an office fills in some keys of ``katalog.yml``."""
    identity = replace(load_identity(ROOT / "docs" / "katalog.yml"), **named)
    site = Site(catalogue, identity, PRACTICES, offline=offline)
    [planned] = (each for each in site.list_articles() if each.address == "zglos/")
    _, pieces = site.page(planned.make())
    data = form_data(catalogue, identity, Translations.load("pl"))
    return {_PAGE: b"".join(pieces), data_address("pl"): b"".join(data)}


def open_at(visitor: Visitor, catalogue: Catalogue, **named: Any) -> Page:
    """The short form of such an office, on a server that says what its settings ask for."""
    files = made_anew(catalogue, named)
    policy = {"Content-Security-Policy": site_policy(named.get("receiving_address"))}
    page, script = files[_PAGE], files[data_address("pl")]
    visitor.page.route("**/zglos/", lambda route: route.fulfill(body=page, content_type="text/html", headers=policy))
    visitor.page.route(
        f"**/{data_address('pl')}", lambda route: route.fulfill(body=script, content_type="text/javascript")
    )
    return ready(visitor, SHORT)


def folder_of(edition: Path, folder: Path, catalogue: Catalogue, **named: Any) -> Path:
    """The edition in a folder of such an office: links to another one, but for the page of the form."""
    files = made_anew(catalogue, named, offline=True)
    _link(edition, folder, set(files))
    for address, content in files.items():
        (folder / address).write_bytes(content)
    return folder


def _link(original: Path, folder: Path, without: set[str]) -> None:
    folder.mkdir()
    for each in original.iterdir():
        inside = {path.removeprefix(f"{each.name}/") for path in without if path.startswith(f"{each.name}/")}
        if inside:
            _link(each, folder / each.name, inside)
        elif each.name not in without:
            (folder / each.name).symlink_to(each)
