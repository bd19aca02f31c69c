"""Private facts planted wherever an entry has room: once a consent has ended, no byte that is published holds them."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from tests.support.entries import add, entry, practices_folder
from tests.support.samples import IDENTITY

from goodpractices.catalogue import FIELD_SECTIONS, Cache, load_catalogue, without_ended_consents
from goodpractices.finding import analyse
from goodpractices.publishing import Book, Publication, SourcePage, epub, read_styles, single_file, write

LAST_DAY = date(2026, 3, 31)
DAY_AFTER = date(2026, 4, 1)
PAGES = [SourcePage("index.md", "", "pl", "Katalog", "<h1>Katalog</h1><p>Praktyki</p>", (), {})]
STYLES = Path(__file__).parents[2] / "docs" / "assets" / "styles"

# Names that no other text holds, each in its own place; all of them belong to two people whose consent ended.
ENTRY = """# Kwieta Wrzosowska odpisze w poniedziałek
title: Las w mieście
summary: >-
  Las w mieście sadzi Kwieta Wrzosowska, a z nią sąsiedzi i szkoły z całej dzielnicy, przez cały rok,
  nawet gdy Kwiecie
  Wrzosowskiej nikt nie pomaga.
plain_summary: Sadzi pani Wrzosowska. Można napisać na adres k.wrzosowska@example.org.
kind: service
contacts:
- org: um-gdynia
  role: koordynatorka   # dawniej Bożydar Szakłak
  person: Kwieta Wrzosowska
  email: k.wrzosowska@example.org
  phone: "+48 601 733 821"
  consent: {until: 2026-03-31, given_to: biuro, how: email}
- person: Bożydar Szakłak
  email: bozydar.szaklak@example.org
  consent_until: 2026-03-31
media:
- {file: ludzie.png, alt: Kwieta Wrzosowska sadzi dąb, credit: Fotograf, people: recognisable,
   consent: {until: 2026-03-31}}
- {file: las.png, alt: Las, credit: Bożydar Szakłak, people: none}
sources:
- {id: s1, title: Rozmowa z Kwietą Wrzosowską, publisher: Gazeta, note: "Notował Bożydar Szakłak, tel. 601-733-821"}
key_dates:
- {date: "2024-05", text: Kwieta Wrzosowska sadzi pierwsze drzewo, note: Z udziałem Bożydara Szakłaka}
indicators:
- {id: drzewa, label: Drzewa Kwiety Wrzosowskiej, value: 12, unit: other,
   nature: output, source: s1}
claims:
- {text: Pierwszy las Bożydara Szakłaka w Polsce, as_of: "2025", source: s1}
obstacles:
- {what: Susza, how_handled: Wodę woził Szakłak Bożydar}
events:
- {title: Spacer z Kwietą Wrzosowską}
documents:
- {title: Regulamin Bożydara Szakłaka, note: "Pytania: K. Wrzosowska, 601733821"}
resources: {staff: Kwieta Wrzosowska na pół etatu}
editorial:
  state: published
  created: 2025-01-01
  updated: 2025-02-01
  questions: [Czy Kwieta Wrzosowska nadal sadzi?]
"""
BODY = """## Wyzwanie

Kwieta Wrzosowska mówiła, że drzew brak.[^s1] Tel. 601 733 821.

Wrzosowska odpowiada sama, a o dęby pytaj Szakłaka. Na czacie: k.wrzosowska.

## Krok po kroku

1. Zadzwoń do Bożydara Szakłaka (+48601733821).
2. Napisz: bozydar.szaklak@example.org.
"""
ENGLISH = """---
title: A forest in town
summary: It is planted by Kwieta Wrzosowska together with neighbours and schools of the whole district, all year long.
translation: {kind: human, source_hash: 0000000000000000000000000000000000000000000000000000000000000000}
texts:
- {original: Kwieta Wrzosowska sadzi pierwsze drzewo, text: Kwieta Wrzosowska plants the first tree}
- {original: Susza, text: "Drought, says Bożydar Szakłak"}
---

## Challenge

Ask Kwieta Wrzosowska or Bożydar Szakłak.
"""
SECRETS = (
    "wrzosows",
    "szakłak",
    "szaklak",
    "bożydar",
    "kwieta",
    "kwiety w",
    "601733821",
    "601 733 821",
    "601-733-821",
    "51.5007",
)


def picture(colour: str) -> bytes:
    """A picture with a name, a place and a remark in its metadata."""
    written, notes = BytesIO(), PngInfo()
    notes.add_text("Author", "Kwieta Wrzosowska")
    notes.add_itxt("Comment", "Bożydar Szakłak, 601 733 821")
    exif = Image.Exif()
    exif[0x9286] = "GPS 51.5007"
    Image.new("RGB", (40, 30), colour).save(written, "PNG", pnginfo=notes, exif=exif)
    return written.getvalue()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = practices_folder(tmp_path_factory.mktemp("private"))
    add(folder, "las/index.md", entry(ENTRY, BODY))
    add(folder, "las/index.en.md", ENGLISH)
    for name, colour in (("ludzie", "red"), ("las", "green")):
        (folder / "las" / f"{name}.png").write_bytes(picture(colour))
    return folder


def published_bytes(folder: Path, day: date, to: Path, cache: Cache) -> Iterator[tuple[str, bytes]]:
    """Everything that is published on a day: the site, its edition for a folder, the book, the single file."""
    for edition in ("web", "offline"):
        site = Publication(
            load_catalogue(folder, cache),
            IDENTITY,
            folder,
            day,
            cache,
            FIELD_SECTIONS,
            hand_written={""},
            offline=edition == "offline",
        )
        write([*site.parts(PAGES), *site.by_hand(PAGES)], to / edition)
    shown, _ = without_ended_consents(load_catalogue(folder, cache), day)
    analysed = analyse(shown, cache)
    (to / "katalog.epub").write_bytes(epub(Book(analysed, IDENTITY, folder)))
    page = single_file(shown.practices["las"], analysed, IDENTITY, folder, read_styles(STYLES))
    (to / "las.html").write_text(page, encoding="utf-8")
    for path in sorted(to.rglob("*")):
        if path.is_file():
            yield from unpacked(path.relative_to(to).as_posix(), path.read_bytes())


def unpacked(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """A file, or those inside where it is an archive."""
    if not is_zipfile(BytesIO(data)):
        yield name, data
        return
    with ZipFile(BytesIO(data)) as archive:
        for inside in archive.namelist():
            yield from unpacked(f"{name}/{inside}", archive.read(inside))


def holding(files: Iterator[tuple[str, bytes]]) -> dict[str, list[str]]:
    """The secrets that are found, by file."""
    found = {}
    for name, data in files:
        text = data.decode("utf-8", "ignore").casefold().replace("\u00a0", " ")
        if secrets := [secret for secret in SECRETS if secret in text]:
            found[name] = secrets
    return found


def test_after_the_last_day_no_file_holds_them_whatever_was_built_before(folder: Path, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache.sqlite")
    before = holding(published_bytes(folder, LAST_DAY, tmp_path / "before", cache))
    assert {"web/praktyki/las/index.html", "offline/praktyki/las/index.html", "las.html"} <= before.keys()
    after = tmp_path / "after"
    assert holding(published_bytes(folder, DAY_AFTER, after, cache)) == {}
    assert (after / "web/praktyki/las/las.png").is_file()
    assert not (after / "web/praktyki/las/ludzie.png").exists()
    page = (after / "web/praktyki/las/index.html").read_text(encoding="utf-8")
    assert "[dane usunięte]" in page
    assert "koordynatorka" in page
