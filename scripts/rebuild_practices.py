"""Makes a folder of practices of the open data of a catalogue: of ``dane/praktyki.json`` and the pictures around it."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from _shared.catalogues import catalogue_in
from _shared.environment import CommandError, enter, run


def main() -> int:
    """Rebuild the practices; 1 when the data cannot be used or the entries made of them are not in order."""
    options = read_arguments(sys.argv[1:])
    enter()
    return rebuild(options.data, options.folder, options.shared)


def read_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description="Odtwarza folder z praktykami z otwartych danych katalogu: ze strony, z ZIP-a albo z archiwum."
    )
    parser.add_argument("data", type=Path, metavar="PLIK", help="praktyki.json z folderu dane/ strony")
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="nowy folder, którego jeszcze nie ma")
    shared = "folder ze słownikami i rejestrami, potrzebny tylko danym bez pola version"
    parser.add_argument("--shared", type=Path, metavar="FOLDER", help=shared)
    return parser.parse_args(arguments)


def rebuild(data: Path, folder: Path, shared: Path | None) -> int:
    """Write the folder once every entry in it is in order; nothing is left of a failed attempt.

    Raises:
        CommandError: the data cannot be read or used, or the folder is there already.
        ContentsError: what they make is not in order.
    """
    from goodpractices.catalogue import shared_records
    from goodpractices.editing import UnusableData, practice_files
    from goodpractices.wording import Translations

    if folder.exists():
        raise CommandError(f"Folder {folder} już istnieje. Podaj nazwę nowego.")
    t = Translations.load("pl")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder.parent, prefix=".odtwarzanie-") as unfinished:
        made = Path(unfinished) / folder.name
        try:
            given = read_json(data)
            registries = shared_records(catalogue_in(shared)) if shared else None
            write(practice_files(given, registries), made)
            copy_pictures(given, data.parent.parent / "praktyki", made)
            catalogue = catalogue_in(made)
        except UnusableData as unusable:
            raise CommandError(t(unusable.key, **unusable.params)) from unusable
        except RecursionError as error:
            raise CommandError(f"{data} ma za dużo poziomów, by były to dane katalogu.") from error
        made.rename(folder)
    print(t("rebuild.done", n=len(catalogue.practices), folder=folder))
    return 0


def read_json(path: Path) -> Any:
    try:
        data = json.loads(path.read_bytes())
        json.dumps(data, ensure_ascii=False).encode()  # halves of letters, which no file can hold
        return data
    except RecursionError as error:
        raise CommandError(f"{path} ma za dużo poziomów, by były to dane katalogu.") from error
    except UnicodeEncodeError as error:
        raise CommandError(f"{path} ma połówki znaków (\\ud800–\\udfff), których nie da się zapisać.") from error
    except OSError as error:
        raise CommandError(f"Nie mogę przeczytać {path}: {error.strerror}.") from error
    except ValueError as error:
        raise CommandError(f"{path} nie jest plikiem JSON: {error}.") from error


def write(files: Any, folder: Path) -> None:
    for name, text in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def copy_pictures(data: Any, published: Path, folder: Path) -> None:
    """Take the pictures from where the site has them; one that is missing is told when the entries are checked."""
    from goodpractices.editing import pictures

    for practice, name in pictures(data):
        if (picture := published / practice / name).is_file():
            shutil.copyfile(picture, folder / practice / name)


if __name__ == "__main__":
    run(main)
