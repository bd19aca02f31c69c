"""Sections of the body of an entry, which several blocks of its page show."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from markupsafe import Markup

from ....catalogue import Practice
from ....wording import Translations, slug
from ..markdown import Block

# So many characters of a section are read at once; less than so many more are not worth a press.
_MOST, _LEAST = 450, 150


@dataclass(frozen=True, slots=True)
class StorySection:
    """A section of the body: its heading with an anchor, and its Markdown."""

    field: str
    anchor: str
    heading: str
    text: str


def story(practice: Practice, sections: Iterable[str], t: Translations) -> tuple[StorySection, ...]:
    """Those of some sections that the entry has."""
    return tuple(_section(name, text, t) for name in sections if (text := getattr(practice, name)))


@dataclass(frozen=True, slots=True)
class Parted:
    """A section divided: what is read at once, and what is read on request."""

    section: StorySection
    first: Markup
    others: tuple[Block, ...]

    @property
    def rest(self) -> Markup:
        """The rest, rendered where it is printed: sources are numbered as a reader meets them."""
        return Markup("").join(block.html() for block in self.others)


def parted(section: StorySection, blocks: Sequence[Block]) -> Parted:
    """A section divided between two of its blocks; its first paragraph stays whole, and what it announces with it."""
    end = _end_of_first(blocks)
    if sum(len(block.text) for block in blocks[end:]) < _LEAST:
        end = len(blocks)
    return Parted(section, Markup("").join(block.html() for block in blocks[:end]), tuple(blocks[end:]))


def _end_of_first(blocks: Sequence[Block]) -> int:
    lengths = list(accumulate(len(block.text) for block in blocks))
    end = max(sum(length <= _MOST for length in lengths), min(1, len(blocks)))
    while 1 < end < len(blocks) and _announces(blocks[end - 1]):
        end -= 1
    while end < len(blocks) and _announces(blocks[end - 1]):
        end += 1
    return end


def _announces(block: Block) -> bool:
    """Whether a block is a heading, or ends with a colon: what follows belongs to it."""
    return block.is_heading or block.text.endswith(":")


def _section(name: str, text: str, t: Translations) -> StorySection:
    heading = t(f"section.{name}")
    return StorySection(name, _anchor(heading), heading, text)


_anchor = lru_cache(maxsize=256)(slug)
