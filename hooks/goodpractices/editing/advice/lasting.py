"""What follows from the files of one entry alone, and so can be kept in the cache until one of them changes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from ...catalogue import Cache, Content, Location, Problem, code_stamp, digest
from ...wording import ORIGINAL, Translations
from ..reports import problem_text

_KIND = "advice"
_HERE = Path(__file__).parent
_JSON: TypeAdapter[tuple[list[Problem], list[tuple[Location, tuple[int, int]]]]] = TypeAdapter(
    tuple[list[Problem], list[tuple[Location, tuple[int, int]]]]
)


@dataclass(frozen=True, slots=True)
class Lasting:
    """Advice with the names of the files of an entry, and where some fields stand: line and column."""

    problems: Sequence[Problem]
    places: Mapping[Location, tuple[int, int]]


def lasting_from_cache(cache: Cache, contents: Mapping[str, Content]) -> dict[str, Lasting]:
    """What is known of entries with these contents, by id, if it is advice that can be given."""
    keys = {practice_id: _key(content) for practice_id, content in contents.items()}
    kept = cache.recalled(_KIND, keys.values())
    found = {each: _lasting(kept[key], contents[each]) for each, key in keys.items() if key in kept}
    return {practice_id: lasting for practice_id, lasting in found.items() if lasting}


def _lasting(kept: Any, content: Content) -> Lasting | None:
    try:
        problems, places = _JSON.validate_python(kept)
    except ValidationError:
        return None
    files = {path.name for path, _ in content.paths}
    can_be_given = all(each.path in files and _can_be_said(each) for each in problems)
    return Lasting(problems, dict(places)) if can_be_given else None


def keep_lasting(cache: Cache, content: Content, lasting: Lasting, earlier: Lasting | None) -> None:
    """Keep it, with the places known earlier: a build and a check ask about other days, and so about other places."""
    if lasting is earlier:
        return
    places = {**(earlier.places if earlier else {}), **lasting.places}
    cache.keep(_KIND, _key(content), _JSON.dump_python(([*lasting.problems], [*places.items()]), mode="json"))


def _key(content: Content) -> str:
    return digest(content.key, code_stamp(_HERE))


def _can_be_said(problem: Problem) -> bool:
    if problem.severity == "error":
        return False
    try:
        problem_text(problem, Translations.load(ORIGINAL))
    except (KeyError, IndexError, TypeError, ValueError):
        return False
    return True
