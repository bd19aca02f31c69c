"""An entry as the text of its file, in the one form that programs write."""

from collections.abc import Mapping
from typing import Any

import yaml

from ..catalogue import SECTIONS
from ..wording import Translations

_COMPUTED = ("id", "derived", "languages", "translations")
_WIDTH = 120


def entry_text(record: Mapping[str, Any], language: str) -> str:
    """The file of a practice or of its translation: its fields in the order they are given, then the story.

    What is computed, and the id, which its folder says, are left out.
    """
    t = Translations.load(language)
    fields = {name: value for name, value in record.items() if name not in (*_COMPUTED, *SECTIONS)}
    story = "".join(
        f"\n## {t(f'section.{name}')}\n\n{str(record[name]).strip()}\n" for name in SECTIONS if name in record
    )
    return f"---\n{yaml_text(fields)}---\n{story}"


def with_lines(text: str, place: tuple[int, int], written: str) -> str:
    """The text of an entry with other lines in the place of some, all else as it was.

    Args:
        text: the entry.
        place: the first of the lines and the one behind the last, as ``lines_of_field`` gives them.
        written: what stands there then; nothing for no line.
    """
    lines, (first, behind) = text.split("\n"), place
    return "\n".join([*lines[: first - 1], *written.splitlines(), *lines[behind - 1 :]])


def yaml_text(value: Any) -> str:
    """YAML without anchors, which the reader of entries refuses; keys in their order."""
    text: str = yaml.dump(value, Dumper=_PlainDumper, allow_unicode=True, sort_keys=False, width=_WIDTH)
    return text


class _PlainDumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        """Say a value twice rather than name it once and point to it."""
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    """A text of several lines as those lines, as people write it."""
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_PlainDumper.add_representer(str, _text)
