"""What a reader can take from the page of a practice: its data, the sheet, the source to correct."""

from dataclasses import dataclass

from ....wording import Translations
from ... import phrasing
from ...addresses import CORRECT, meeting_address
from ..values import Value
from .inputs import PracticeInputs


@dataclass(frozen=True, slots=True)
class Take:
    """What ``parts/take.html`` prints."""

    data_of_all: bool
    """Whether the practice has no data file of its own."""
    sheet: Value | None
    meeting: str | None
    """The sheet for a meeting, which the offline edition does without."""
    edit: Value


def take_block(inputs: PracticeInputs, t: Translations) -> Take:
    """What there is to take."""
    path = f"practices/{inputs.practice.id}/index.md"
    return Take(
        data_of_all=inputs.links.explicit_index,
        sheet=_sheet(inputs, t),
        meeting=None if inputs.links.explicit_index else meeting_address(inputs.practice.id),
        edit=Value(path, inputs.identity.edit_address(path) or CORRECT),
    )


def _sheet(inputs: PracticeInputs, t: Translations) -> Value | None:
    sheet = inputs.sheet
    return Value(t("take.sheet", size=phrasing.size(sheet.size, t)), sheet.address) if sheet else None
