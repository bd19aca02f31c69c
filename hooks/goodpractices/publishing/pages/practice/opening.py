"""What stands between the head of the page of a practice and its figures: notes, the plain summary, pictures."""

from dataclasses import dataclass

from ....catalogue import Picture, Practice
from ...addresses import easy_text_address


@dataclass(frozen=True, slots=True)
class Opening:
    """What ``parts/opening.html`` prints."""

    needs_update: bool
    reason: str | None
    plain_summary: str | None
    easy_address: str | None
    pictures: tuple[Picture, ...]


def opening_block(practice: Practice) -> Opening:
    """The opening of the page."""
    return Opening(
        needs_update=practice.editorial.state == "needs_update",
        reason=practice.editorial.reason,
        plain_summary=practice.plain_summary,
        easy_address=easy_text_address(practice.id) if practice.easy_to_read else None,
        pictures=practice.media,
    )
