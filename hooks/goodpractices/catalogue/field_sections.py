"""Which fields each section of the page about fields explains, as the model says it."""

from collections.abc import Mapping

from .model import Practice, Translation
from .uses import Explained, uses

EXPLAINED: Mapping[str, Explained] = {**uses(Practice, Explained), **uses(Translation, Explained)}
"""Where each field is explained, by its name."""

FIELD_SECTIONS: Mapping[str, tuple[str, ...]] = {
    anchor: tuple(name for name, each in EXPLAINED.items() if each.section == anchor)
    for anchor in dict.fromkeys(each.section for each in EXPLAINED.values())
}
"""The fields that each section of the page about fields explains, by anchor."""
