"""From the open data back to a folder of practices, so that a catalogue can be moved, merged or saved from its website.

The way back takes every form the data ever had: a file says its version, and what an older one lacks is added step by
step by ``_UPGRADES``.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ..catalogue import OPTIONAL_REGISTRIES, REGISTRIES, VOCABULARIES
from ..wording import languages
from .entry_text import entry_text, yaml_text

VERSION = "1.3"
"""The newest form that is understood."""


class UnusableData(Exception):
    """The data are not those of a catalogue, or newer than this program; the key names a text, ``params`` fill it."""

    def __init__(self, key: str, **params: object) -> None:
        super().__init__(key)
        self.key = key
        self.params = params


def practice_files(data: Any, shared: Mapping[str, Any] | None = None) -> Iterator[tuple[str, str]]:
    """The files of a folder of practices, by path, from what ``praktyki.json`` holds.

    Args:
        data: the file, read.
        shared: vocabularies and registries for data of the first form, which had none; as in ``praktyki.json``.

    Raises:
        UnusableData: nothing can be made of the data.
    """
    whole = upgraded(data, shared)
    for name in VOCABULARIES:
        yield f"_vocabularies/{name}.yml", yaml_text(_listed(whole.get("vocabularies"), name))
    for name in REGISTRIES:
        if name in OPTIONAL_REGISTRIES and name not in (whole.get("registry") or ()):
            continue
        records = _listed(whole.get("registry"), name)
        if records or name not in OPTIONAL_REGISTRIES:
            yield f"_registry/{name}.yml", yaml_text(records)
    written: set[str] = set()
    for practice in _listed(whole, "practices"):
        folder = practice["id"]
        if folder in written:
            raise UnusableData("rebuild.twice", name=folder)
        written.add(folder)
        yield f"{folder}/index.md", entry_text(practice, "pl")
        for language, translation in _translations(practice):
            yield f"{folder}/index.{language}.md", entry_text(translation, language)


def pictures(data: Any) -> Iterator[tuple[str, str]]:
    """The pictures the practices name: the id of the practice and the name of the file."""
    for practice in _listed(data, "practices"):
        media = practice.get("media")
        for picture in media if isinstance(media, list) else ():
            if isinstance(picture, dict) and _is_name(picture.get("file")):
                yield practice["id"], picture["file"]


def upgraded(data: Any, shared: Mapping[str, Any] | None) -> dict[str, Any]:
    """The data in their newest form.

    Raises:
        UnusableData: they are not those of a catalogue, or newer than this program.
    """
    if not isinstance(data, dict) or not isinstance(data.get("practices"), list):
        raise UnusableData("rebuild.not_a_catalogue")
    whole: dict[str, Any] = data
    while (version := str(whole.get("version", "0"))) != VERSION:
        upgrade = _UPGRADES.get(version)
        if upgrade is None:
            raise UnusableData("rebuild.too_new", version=version, known=VERSION)
        whole = upgrade(whole, shared)
    return whole


def _with_shared(data: dict[str, Any], shared: Mapping[str, Any] | None) -> dict[str, Any]:
    """The first form held practices alone."""
    if shared is None:
        raise UnusableData("rebuild.without_registries")
    return {**data, **shared, "version": "1.0"}


def _with_glossary(data: dict[str, Any], _: Mapping[str, Any] | None) -> dict[str, Any]:
    """The second form explained no abbreviations."""
    registry = data.get("registry")
    return {**data, "registry": {"glossary": [], **(registry if isinstance(registry, dict) else {})}, "version": "1.1"}


def _with_evaluations(data: dict[str, Any], _: Mapping[str, Any] | None) -> dict[str, Any]:
    """The third form knew one evaluation of a practice."""
    practices = [_evaluated(each) if isinstance(each, dict) else each for each in data["practices"]]
    return {**data, "practices": practices, "version": "1.2"}


def _with_elements(data: dict[str, Any], _: Mapping[str, Any] | None) -> dict[str, Any]:
    """The fourth form said nothing of the elements that adopters have, nor of disputed adoptions."""
    return {**data, "version": "1.3"}


def _evaluated(practice: dict[str, Any]) -> dict[str, Any]:
    one = practice.get("evaluation")
    return {**practice, "evaluation": [one]} if isinstance(one, dict) else practice


_UPGRADES: Mapping[str, Callable[[dict[str, Any], Mapping[str, Any] | None], dict[str, Any]]] = {
    "0": _with_shared,
    "1.0": _with_glossary,
    "1.1": _with_evaluations,
    "1.2": _with_elements,
}
"""From a version to the next one."""


def _listed(data: Any, name: str) -> list[dict[str, Any]]:
    items = data.get(name) if isinstance(data, dict) else None
    if not isinstance(items, list) or not all(isinstance(each, dict) and _is_name(each.get("id")) for each in items):
        raise UnusableData("rebuild.not_a_list", name=name)
    return items


def _is_name(value: object) -> bool:
    """Whether an id can be the name of a folder, and of none but one in the folder of practices."""
    return isinstance(value, str) and bool(value) and not set(value) & set('/\\:*?"<>|\0') and value.strip(".") != ""


def _translations(practice: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Those in languages the program speaks: others have no headings, and their names could lead anywhere."""
    given = practice.get("translations")
    for language, translation in given.items() if isinstance(given, dict) else ():
        if language not in languages() or not isinstance(translation, dict):
            raise UnusableData("rebuild.unknown_language", name=language)
        yield language, translation
