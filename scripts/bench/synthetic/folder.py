"""A folder of synthetic practices that ``PRACTICES_DIR`` can name."""

import re
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from goodpractices.catalogue import VOCABULARIES

from .entry import make_entry
from .shared import registries
from .yaml_text import yaml_text

Watch = Callable[[Iterable[int]], Iterable[int]]

_ID = re.compile(r"^- id: (\S+)$", re.MULTILINE)


def write_catalogue(folder: Path, count: int, seed: int, base: Path, watched: Watch = iter) -> None:
    """Write ``count`` valid practices, with the vocabularies of ``base`` and its registries enlarged.

    ``watched`` is handed the numbers of the entries and passes them on; a progress bar can stand there.

    Raises:
        FileExistsError: when the folder holds anything already.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty")
    shutil.copytree(base / "_vocabularies", folder / "_vocabularies")
    vocabularies = {name: _ids(base / "_vocabularies" / f"{name}.yml") for name in VOCABULARIES}
    (folder / "_registry").mkdir()
    for name, records in registries(seed, count, vocabularies["organisation_kinds"]).items():
        known = (base / "_registry" / f"{name}.yml").read_text(encoding="utf-8")
        (folder / "_registry" / f"{name}.yml").write_text(f"{known.rstrip()}\n\n{yaml_text(records)}", encoding="utf-8")
    for index in watched(range(count)):
        entry = make_entry(seed, index, vocabularies)
        (folder / entry.id).mkdir()
        for name, data in entry.files.items():
            (folder / entry.id / name).write_bytes(data)


def _ids(vocabulary: Path) -> list[str]:
    return _ID.findall(vocabulary.read_text(encoding="utf-8"))
