"""Pages and files of single practices: what each follows from, and which files lie beside a page in which edition."""

from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from tests.support.entries import add, entry, in_english, practices_folder
from tests.support.planned import files_of
from tests.support.samples import IDENTITY, plain

from goodpractices.catalogue import Catalogue, Identity, load_catalogue
from goodpractices.catalogue.identity import IdentityInLanguage
from goodpractices.finding import Related, Shared
from goodpractices.publishing import Site
from goodpractices.publishing.downloads import Downloads

BOTH = replace(IDENTITY, translations={"en": IdentityInLanguage(name="Catalogue", tagline="City", description="Words")})
STATE = {"editorial": {"state": "published"}}
MEDIA = [{"file": "las.png", "alt": "Drzewa", "credit": "Urząd", "licence": "CC-BY-4.0"}]


def written(parent: Path, las: dict[str, Any] | None = None, **others: dict[str, Any]) -> Path:
    """A practice in two languages with a picture, and others by id."""
    folder = practices_folder(parent)
    add(folder, "las/index.md", entry({"title": "Las", "media": MEDIA, **STATE, **(las or {})}))
    add(folder, "las/index.en.md", in_english())
    Image.new("RGB", (4, 4), "red").save(folder / "las" / "las.png")
    for name, given in others.items():
        add(folder, f"{name}/index.md", entry({**STATE, **given}))
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path, staw={"title": "Staw"})


@pytest.fixture
def catalogue(folder: Path) -> Catalogue:
    return load_catalogue(folder)


def beside(catalogue: Catalogue, folder: Path, identity: Identity = IDENTITY, **edition: Any) -> list[str]:
    site = Site(catalogue, identity, folder, **edition)
    las = catalogue.practices["las"]
    return [address.removeprefix("praktyki/las/") for address in files_of(site.practice_files([las]))]


@pytest.mark.parametrize(
    ("identity", "edition", "files"),
    [
        (IDENTITY, {}, ["karta.png", "praktyka.json", "las.png"]),
        (replace(IDENTITY, address=None), {}, ["praktyka.json", "las.png"]),
        (IDENTITY, {"offline": True}, ["las.png"]),
    ],
)
def test_these_files_lie_beside_a_page(
    catalogue: Catalogue, folder: Path, identity: Identity, edition: dict[str, Any], files: list[str]
) -> None:
    assert beside(catalogue, folder, identity, **edition) == files


def test_a_sheet_lies_there_if_one_was_made(catalogue: Catalogue, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "las.pdf").write_bytes(b"PDF")
    downloads = Downloads(tmp_path)
    assert beside(catalogue, folder, downloads=downloads) == ["karta.png", "praktyka.json", "las.pdf", "las.png"]
    site = Site(catalogue, IDENTITY, folder, downloads=downloads)
    assert files_of(site.practice_files(catalogue.published))["praktyki/las/las.pdf"] == b"PDF"
    page, *_ = site.practice_articles(catalogue.published, lambda _: [])
    assert 'href="../../praktyki/las/las.pdf"' in page.make().content
    without, *_ = Site(catalogue, IDENTITY, folder).practice_articles(catalogue.published, lambda _: [])
    assert "las.pdf" not in without.make().content


def test_the_picture_is_made_anew(catalogue: Catalogue, folder: Path) -> None:
    files = files_of(Site(catalogue, IDENTITY, folder).practice_files([catalogue.practices["las"]]))
    assert files["praktyki/las/las.png"][:8] == b"\x89PNG\r\n\x1a\n"
    assert files["praktyki/las/karta.png"][:8] == b"\x89PNG\r\n\x1a\n"


def test_a_translation_has_a_picture_to_share_and_the_rest_is_beside_the_polish_page(
    catalogue: Catalogue, folder: Path
) -> None:
    english = Site(catalogue, BOTH, folder, language="en")
    assert list(files_of(english.practice_files([catalogue.practices["las"]]))) == ["en/practices/las/karta.png"]


def page_inputs(site: Site, related: list[Related] | None = None) -> Any:
    las = site.catalogue.practices["las"]
    return next(site.practice_articles([las], lambda _: related or [])).inputs


def file_inputs(site: Site) -> Any:
    [files] = site.practice_files([site.catalogue.practices["las"]])
    return files.inputs


def test_page_and_files_follow_from_entry_named_practices_and_sheet(
    catalogue: Catalogue, folder: Path, tmp_path: Path
) -> None:
    site = Site(catalogue, IDENTITY, folder)
    whole = catalogue.fingerprint("las").whole
    assert page_inputs(site) == (whole, [], [], None, ())
    assert file_inputs(site) == (whole, [], None)
    (tmp_path / "las.pdf").write_bytes(b"PDF")
    with_sheet = Site(catalogue, IDENTITY, folder, downloads=Downloads(tmp_path))
    assert page_inputs(with_sheet)[3][:2] == ("praktyki/las/las.pdf", 3)
    assert file_inputs(with_sheet)[2] == page_inputs(with_sheet)[3]


def test_a_page_follows_from_the_states_of_the_practices_it_names(tmp_path: Path) -> None:
    relations = [{"type": "similar_to", "target": name} for name in ("staw", "szkic")]
    folder = written(
        tmp_path, {"relations": relations}, staw={"title": "Staw"}, szkic={"editorial": {"state": "draft"}}
    )
    site = Site(load_catalogue(folder), IDENTITY, folder)
    assert page_inputs(site)[1] == ["published", "draft"]
    assert file_inputs(site)[1] == ["published", "draft"]


def test_a_page_follows_from_what_is_unconfirmed_for_long_and_not_from_the_day(tmp_path: Path) -> None:
    folder = written(tmp_path, {"adoptions": [{"state": "adopted", "place": "sopot", "date": "2024-10"}]})
    catalogue = load_catalogue(folder)

    def on(day: date) -> tuple[Any, bool]:
        site = Site(catalogue, IDENTITY, folder, day=day)
        page = next(site.practice_articles(catalogue.published, lambda _: [])).make()
        return page_inputs(site), "niepotwierdzone na miejscu od ponad 24" in plain(page.content)

    in_time, still_in_time = on(date(2024, 12, 1)), on(date(2026, 10, 31))
    late, later = on(date(2026, 11, 1)), on(date(2027, 3, 1))
    assert in_time == still_in_time
    assert late == later
    assert in_time[0] != late[0]
    assert (in_time[1], late[1]) == (False, True)


def test_a_page_follows_from_what_it_shows_of_related_practices(catalogue: Catalogue, folder: Path) -> None:
    staw, las = catalogue.practices["staw"], catalogue.practices["las"]
    site = Site(catalogue, IDENTITY, folder)
    listed = {each.id: (each.id, catalogue.fingerprint(each.id).listed) for each in (staw, las)}
    related = [Related(staw, "similar_to"), Related(staw, "alike", las, (Shared("themes", ("zielen",)),))]
    assert page_inputs(site, related)[2] == [
        ("similar_to", [listed["staw"]], []),
        ("alike", [listed["staw"], listed["las"]], [("themes", ("zielen",))]),
    ]


@pytest.mark.slow
@pytest.mark.parametrize("outdated", [False, True])
def test_a_translation_of_an_older_entry_says_so(tmp_path: Path, *, outdated: bool) -> None:
    folder = written(tmp_path)
    if not outdated:
        digest = sha256((folder / "las" / "index.md").read_bytes()).hexdigest()
        add(folder, "las/index.en.md", in_english().replace("0" * 64, digest))
    site = Site(load_catalogue(folder), BOTH, folder, language="en")
    page = next(site.practice_articles(site.catalogue.published, lambda _: [])).make()
    assert ("The Polish entry has changed since then." in page.content) is outdated


def test_pages_have_a_picture_to_share_where_they_have_an_address(catalogue: Catalogue, folder: Path) -> None:
    page = next(Site(catalogue, IDENTITY, folder).practice_articles(catalogue.published, lambda _: [])).make()
    assert (page.address, page.picture, page.section) == ("praktyki/las/", "praktyki/las/karta.png", "practices")
