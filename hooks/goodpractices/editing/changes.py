"""What changed in the practices between two states of a catalogue, for whoever reviews the change.

The values are strangers' words: in Markdown they stand in code spans, where nothing in them is a link, a mention or an
element, and no line of the text can be a command to the machine that prints it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..catalogue import PRACTICE, Catalogue
from ..wording import Translations
from .reports import as_code, printable

# Lists whose records are counted under a name of their own, and what tells one record from another.
_COUNTED = ("indicators", "funding", "sources", "organisations")
_KEYS = ("id", "org", "place", "target", "file", "title", "name", "role")
_SHOWN = 160


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: in which practice, where in it, and the values before and after, ``None`` where there is none."""

    practice: str
    location: tuple[str, ...]
    old: Any = None
    new: Any = None

    @property
    def kind(self) -> str:
        return "added" if self.old is None else "removed" if self.new is None else "changed"

    @property
    def counted_as(self) -> str:
        """Under which name it is counted: a figure, an amount, a source, an organisation, a practice or a field."""
        name = self.location[0] if self.location else "practices"
        return name if name in (*_COUNTED, "practices") else "fields"


def changes(old: Catalogue, new: Catalogue) -> list[Change]:
    """Everything that differs, by practice, then in the order of the fields."""
    found: list[Change] = []
    for name in sorted({*old.practices, *new.practices}):
        before, after = (PRACTICE.said(each.practices[name]) if name in each.practices else None for each in (old, new))
        if before is None or after is None:
            titles = [each["title"] if each else None for each in (before, after)]
            found.append(Change(name, (), *titles))
        else:
            fields = [field for field in PRACTICE.fields() if field in before or field in after]
            found += (
                change for field in fields for change in _compared(name, (field,), before.get(field), after.get(field))
            )
    return found


def summary(found: Iterable[Change], t: Translations) -> str:
    """How much changed, in one line: ``2 liczby zmienione, 1 źródło dodane``."""
    counts = Counter((change.counted_as, change.kind) for change in _counted_once(found))
    order = [(name, kind) for name in ("practices", *_COUNTED, "fields") for kind in ("added", "changed", "removed")]
    parts = [t(f"changes.{name}.{kind}", n=counts[name, kind]) for name, kind in order if counts[name, kind]]
    return ", ".join(parts) or t("changes.none")


def as_text(found: Iterable[Change], t: Translations) -> str:
    """All changes, a line each, below the practice they are in."""
    return _listed(found, t, head=lambda name: f"\n{printable(name)}", value=lambda words: f"„{printable(words)}”")


def as_markdown(found: Iterable[Change], t: Translations) -> str:
    """The same as Markdown for the page of a run or of a change."""
    return _listed(found, t, head=lambda name: f"\n### {_code(name)}\n", value=_code)


def _listed(found: Iterable[Change], t: Translations, head: Callable[[str], str], value: Callable[[str], str]) -> str:
    found = list(found)
    lines = [summary(found, t)]
    current = ""
    for change in found:
        if change.practice != current:
            current = change.practice
            lines.append(head(current))
        old, new = _shown(change.old), _shown(change.new)
        if change.kind == "changed":
            old, new = _around_the_difference(old, new)
        params = {"where": _where(change.location, t, value), "old": value(old), "new": value(new)}
        lines.append(f"- {t(f'changes.line.{change.kind}', **params)}")
    return "\n".join(lines) + "\n"


def _compared(practice: str, location: tuple[str, ...], old: Any, new: Any) -> Iterator[Change]:
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for name in dict.fromkeys([*old, *new]):
            yield from _compared(practice, (*location, name), old.get(name), new.get(name))
    elif (isinstance(old, list) or old is None) and (isinstance(new, list) or new is None):
        before, after = _by_key(old or []), _by_key(new or [])
        for key in dict.fromkeys([*before, *after]):
            yield from _compared(practice, (*location, key), before.get(key), after.get(key))
    else:
        yield Change(practice, location, old, new)


def _by_key(items: list[Any]) -> dict[str, Any]:
    """The items of a list by what tells them apart, so that one that only moved did not change."""
    found: dict[str, Any] = {}
    for item in items:
        name = next((str(item[key]) for key in _KEYS if key in item), "") if isinstance(item, dict) else str(item)
        n = 2
        key = name
        while key in found:
            key, n = f"{name} ({n})", n + 1
        found[key] = item
    return found


def _counted_once(found: Iterable[Change]) -> Iterator[Change]:
    """One change for each record or field, however much in it changed."""
    seen: dict[tuple[str, tuple[str, ...]], Change] = {}
    for change in found:
        depth = 2 if change.counted_as in _COUNTED else 1
        here = (change.practice, change.location[:depth])
        whole = len(change.location) <= depth
        seen.setdefault(here, change if whole else Change(change.practice, change.location[:depth], "", ""))
    yield from seen.values()


def _where(location: tuple[str, ...], t: Translations, value: Callable[[str], str]) -> str:
    if not location:
        return t("changes.practice")
    field, *inner = location
    if not inner:
        return t.field(field)
    return f"{t.field(field)}, {value('.'.join(inner))}"


def _shown(value: Any) -> str:
    """A value in words: a record as its parts, a list as its items."""
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {_shown(each)}" for name, each in value.items())
    if isinstance(value, list):
        return "; ".join(map(_shown, value))
    return "" if value is None else str(value)


def _around_the_difference(old: str, new: str) -> tuple[str, str]:
    """Two long texts cut down to where they begin to differ."""
    if max(len(old), len(new)) <= _SHOWN:
        return old, new
    same = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    start = max(0, same - _SHOWN // 3)
    return _cut(old, start), _cut(new, start)


def _cut(text: str, start: int = 0) -> str:
    end = start + _SHOWN
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"


def _code(words: str) -> str:
    return as_code(_cut(words) if len(words) > 2 * _SHOWN else words)
