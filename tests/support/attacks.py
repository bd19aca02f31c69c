"""Every hostile input that the tests have, as something to run: ``scripts/bench/measure_attacks.py`` does."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tests.support.cases import FILES, Case, read
from tests.support.hostile import FIELDS_ONLY, PASSED, REFUSED, STORIES_ONLY, add_entry, empty_catalogue
from tests.support.hostile_files import OFFICE_FILES
from tests.support.hostile_pictures import NO_PICTURES, PICTURES_WITH_MORE
from tests.support.paths import PRACTICES

import validate
from bench.attacks import Attack, Refused
from bench.office_files import Importer
from goodpractices.catalogue.pictures import UnusablePicture, published_picture
from goodpractices.editing import UnusableSubmission


def attacks() -> Iterator[Attack]:
    """All of them, kind by kind."""
    for path in FILES:
        yield Attack("wpis", f"{path.parent.name}/{path.stem}", partial(_case, read(path)))
    for payload in (*REFUSED, *PASSED, *FIELDS_ONLY, *STORIES_ONLY):
        yield Attack("tekst", payload, partial(_text, payload))
    importer = Importer.of(PRACTICES)
    for ending, data, fault in OFFICE_FILES:
        yield Attack("plik", f"{ending}, {len(data)} B: {fault}", partial(_file, data, ending, importer))
    for name, picture in (*PICTURES_WITH_MORE, *(("a.png", each) for each in NO_PICTURES)):
        start = ascii(picture[:12])[2:-1]
        yield Attack("obraz", f"{name}, {len(picture)} B: {start}", partial(_picture, name, picture))


def _case(case: Case, folder: Path) -> tuple[int, str]:
    return _validated(case.write(folder))


def _text(payload: str, folder: Path) -> tuple[int, str]:
    """One entry with a text in all of its fields and sections."""
    empty_catalogue(folder / "practices")
    add_entry(folder / "practices", "zly", payload, payload)
    return _validated(folder / "practices")


def _validated(folder: Path) -> tuple[int, str]:
    said, code = validate.validated(folder, [], "text")
    return code, said


def _file(data: bytes, ending: str, importer: Importer, _: Path) -> tuple[int, str]:
    try:
        drafts = importer.drafts(data, ending)
    except UnusableSubmission as unusable:
        raise Refused(" ".join(importer.t(each.key, **each.params) for each in unusable.faults)) from None
    return 0, f"szkice: {len(drafts)}"


def _picture(name: str, data: bytes, folder: Path) -> tuple[int, str]:
    path = folder / name
    path.write_bytes(data)
    try:
        clean = published_picture(path)
    except UnusablePicture as unusable:
        raise Refused(f"{unusable} nie jest zdjęciem albo ma za dużo pikseli") from None
    return 0, f"{len(clean)} B samych pikseli"
