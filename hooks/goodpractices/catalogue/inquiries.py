"""What those who run a practice have said to its entry, or that they were asked and have not answered."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from .model import Practice

StandingState = Literal["confirmed", "disputed", "answered", "unanswered"]


@dataclass(frozen=True, slots=True)
class Standing:
    """How an entry stands with those who run the practice: since when, and of a dispute what they dispute."""

    state: StandingState
    day: date
    what: str | None = None


def standing(practice: Practice) -> Standing | None:
    """The last answer; without any that they were asked, and nothing where they were not.

    A question that waits for its answer takes nothing back of what was said before.
    """
    inquiries = practice.editorial.inquiries
    answered = [(each.answered, each) for each in inquiries if each.answered]
    if answered:
        day, last = max(answered, key=lambda each: each[0])
        return Standing(last.answer or "answered", day, last.what)
    asked = [each.asked for each in inquiries if each.asked]
    return Standing("unanswered", max(asked)) if asked else None
