"""Takes pictures of the pages that people judge the catalogue by, to be looked at before a change goes out.

Home, catalogue, a practice, map, timeline and form, light and dark, in three widths, some in English as well; the
practice also as it is printed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from _shared.browsers import started_chromium
from _shared.environment import ROOT, enter, run
from _shared.serving import served
from audit import built, existing_folder

if TYPE_CHECKING:
    from playwright.sync_api import Page

PAGES = {
    "": "strona-glowna",
    "praktyki/": "katalog",
    "praktyki/?q=młodzież": "wyniki",
    "praktyki/?q=xqzv": "brak-wynikow",
    "praktyki/gdynia-pracownia/": "praktyka",
    "mapa/": "mapa",
    "os-czasu/": "os-czasu",
    "dane/": "dane",
    "zglos/": "formularz",
    "deklaracja-dostepnosci/": "deklaracja",
    "en/": "en-home",
    "en/practices/": "en-catalogue",
    "en/practices/gdynia-pracownia/": "en-practice",
}
"""The pages by address, and what their pictures are called."""

PRINTED = ("praktyka", "en-practice")


def main() -> int:
    """Take the pictures; 0 once all are there."""
    options = read_arguments(sys.argv[1:])
    enter("test")
    from bench.auditing import SCHEMES, WIDTHS, opened_page

    options.to.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="zdjecia-") as made, started_chromium() as browser:
        folder = options.site or built("web", Path(made) / "site")
        with served(folder) as server:
            for (address, name), width, scheme in product(PAGES.items(), WIDTHS, SCHEMES):
                with opened_page(browser, server.address + address, width) as page:
                    page.emulate_media(color_scheme=scheme)
                    for path in pictures(page, options.to / f"{name}-{width}-{scheme}.png"):
                        print(path)
    return 0


def read_arguments(arguments: list[str]) -> argparse.Namespace:
    """The options as they were typed."""
    parser = argparse.ArgumentParser(
        description="Robi zdjęcia najważniejszych stron: jasne i ciemne, w trzech szerokościach, także wydruk praktyki."
    )
    to = ROOT / "dist" / "zdjecia"
    parser.add_argument("--to", type=Path, default=to, metavar="FOLDER", help="dokąd (dist/zdjecia)")
    parser.add_argument(
        "--site", type=existing_folder, metavar="FOLDER", help="folder gotowej strony; bez tej opcji program ją zbuduje"
    )
    return parser.parse_args(arguments)


def pictures(page: Page, path: Path) -> Iterator[Path]:
    """Write the picture of a page and, of a wide and light one that is printed, its pages as PDF."""
    page.screenshot(path=path, full_page=True)
    yield path
    if path.stem in {f"{name}-1280-light" for name in PRINTED}:
        printed = path.with_suffix(".pdf")
        page.pdf(path=printed, format="A4", print_background=True)
        yield printed


if __name__ == "__main__":
    run(main)
