"""A small catalogue on disk to try things on: one practice that is in order, and whatever a test changes in it."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from tests.support.paths import ROOT
from tests.support.shelf import catalogue_of, shelf

from goodpractices.catalogue import Catalogue, InvalidCatalogue, load_catalogue
from goodpractices.editing import problem_line
from goodpractices.wording import Translations

CASES = ROOT / "tests" / "cases"
BASE = CASES / "_base"
PRACTICE = "wzor"

_TOP_LEVEL_KEY = re.compile(r"^\"?(\w+)\"?:", re.MULTILINE)


def minimal() -> dict[str, Any]:
    """The fields of a practice that has what it must and nothing else."""
    return dict(_minimal())


def practice(**fields: Any) -> dict[str, Any]:
    """The fields of a practice in order, some of them changed."""
    return {**minimal(), **fields}


def entry(given: Mapping[str, Any] | str = "", body: str = "", without: tuple[str, ...] = ()) -> str:
    """The text of an entry that begins with the given fields, or lines of YAML; the rest is the minimal practice."""
    first = given if isinstance(given, str) else dumped(given)
    rest = _rest(frozenset({*_TOP_LEVEL_KEY.findall(first), *without}))
    return f"---\n{first}{rest}---\n" + (f"\n{body}" if body else "")


def practices_folder(parent: Path) -> Path:
    """A folder of practices that holds vocabularies and registries, and no practice yet."""
    folder = parent / "practices"
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("_vocabularies", "_registry"):
        (folder / name).mkdir()
    for name, data in shared_files().items():
        (folder / name).write_bytes(data)
    return folder


def in_english(more: str = "") -> str:
    """The text of a translation that has only what it must, and further lines of YAML."""
    summary = "A practice to show that has only what it must. Each example changes one thing in it alone."
    head = f"title: Forest\nsummary: {summary}\ntranslation: {{kind: human, source_hash: {'0' * 64}}}\n"
    return f"---\n{head}{more}---\n"


EASY_IN_ENGLISH = "easy_to_read: {text: This is a forest., tested_by: A self-advocacy group}\n"
OLD_CLAIM = {"claims": [{"text": "Jedyny taki program.", "as_of": "2019", "source": "s1"}]}


def advised_folder(parent: Path) -> Path:
    """A folder of practices in order, of which one makes an old claim: something to advise about."""
    folder = practices_folder(parent)
    add(folder, "stara/index.md", entry(OLD_CLAIM))
    add(folder, "inna/index.md", entry({"title": "Nic podobnego"}))
    return folder


def add(folder: Path, name: str, text: str | bytes) -> Path:
    """Write a file, named from the folder of practices; line ends and bytes stay as they are given."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def with_shared(files: Mapping[str, str | bytes]) -> dict[str, bytes]:
    """The files of a folder of practices: vocabularies, registries, and these, which may take the place of some."""
    given = {name: text.encode() if isinstance(text, str) else text for name, text in files.items()}
    return {**shared_files(), **given}


def loaded(_: Path, **entries: Mapping[str, Any]) -> Catalogue:
    """The catalogue of some practices: by id, what is different about each."""
    return catalogue_of(with_shared({f"{name}/index.md": entry(given) for name, given in entries.items()}))


def problems_in(folder: Path) -> list[str]:
    """What an editor reads about a folder of practices; nothing when all is well."""
    try:
        load_catalogue(folder)
    except InvalidCatalogue as error:
        polish = Translations.load("pl")
        return [problem_line(problem, polish) for problem in error.problems]
    return []


def problems_of(_: Path, text: str | bytes) -> list[str]:
    """The same for one entry among good vocabularies and registries, each line without the path of its file."""
    folder = shelf().hold(with_shared({f"{PRACTICE}/index.md": text}))
    return [line.removeprefix(f"practices/{PRACTICE}/index.md:") for line in problems_in(folder)]


@cache
def _minimal() -> dict[str, Any]:
    fields: dict[str, Any] = yaml.load((BASE / "practice.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return fields


@cache
def shared_files() -> dict[str, bytes]:
    """The vocabularies and registries of every such folder by their paths: thousands of tests lay them out."""
    return {path.relative_to(BASE).as_posix(): path.read_bytes() for path in sorted(BASE.glob("_*/*.yml"))}


@cache
def _rest(named: frozenset[str]) -> str:
    """The fields of the minimal practice but for those that are named."""
    return dumped({name: value for name, value in minimal().items() if name not in named})


def dumped(content: Mapping[str, Any] | list[dict[str, Any]]) -> str:
    """Content as YAML; nothing where there is none."""
    if not content:
        return ""
    text: str = yaml.dump(
        content if isinstance(content, list) else dict(content),
        Dumper=yaml.CSafeDumper,
        allow_unicode=True,
        sort_keys=False,
        width=1000,
    )
    return text
