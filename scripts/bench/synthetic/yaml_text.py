"""YAML as editors write it: scalars as they are, without quotes where none are needed, short records on one line."""

from collections.abc import Iterator
from typing import Any

import yaml

_WIDTH = 120
_ONE_LINE = 90


def yaml_text(value: Any) -> str:
    """Records, lists and texts as block YAML; texts such as ``2016-12`` and ``true`` get no quotes."""
    text: str = yaml.emit(_document(value), Dumper=yaml.CSafeDumper, width=_WIDTH, allow_unicode=True)
    return text


def _document(value: Any) -> Iterator[yaml.Event]:
    yield from (yaml.StreamStartEvent(), yaml.DocumentStartEvent())
    yield from _events(value)
    yield from (yaml.DocumentEndEvent(), yaml.StreamEndEvent())


def _events(value: Any) -> Iterator[yaml.Event]:
    if isinstance(value, str):
        yield yaml.ScalarEvent(None, None, (True, True), value, style="|" if "\n" in value else None)
    elif isinstance(value, dict):
        yield yaml.MappingStartEvent(None, None, True, flow_style=_is_short(value, tuple(value.values())))
        for key, each in value.items():
            yield yaml.ScalarEvent(None, None, (True, True), key)
            yield from _events(each)
        yield yaml.MappingEndEvent()
    else:
        yield yaml.SequenceStartEvent(None, None, True, flow_style=_is_short(value, value))
        for each in value:
            yield from _events(each)
        yield yaml.SequenceEndEvent()


def _is_short(value: Any, parts: Any) -> bool:
    return all(isinstance(each, (str, dict)) for each in parts) and _length(value) <= _ONE_LINE


def _length(value: Any) -> int:
    if isinstance(value, str):
        return len(value)
    if isinstance(value, dict):
        return sum(len(key) + _length(each) + 4 for key, each in value.items())
    return sum(_length(each) + 2 for each in value)
