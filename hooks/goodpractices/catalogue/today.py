"""The day of today: what a publication may still say, and which days have not come yet, is measured by it."""

import re
from datetime import UTC, date, datetime, timedelta

_SECONDS = re.compile(r"[0-9]{1,11}")


def current_day() -> date:
    """The later of the days that this computer's clock shows here and in the time zone of reference (UTC).

    Where the zone of this computer is none on earth, it is the next day: a consent rather ends too early.
    """
    now = datetime.now(UTC)
    try:
        return max(now.date(), now.astimezone().date())
    except ValueError:  # a day or more beside UTC
        return now.date() + timedelta(days=1)


def publication_day(epoch: str | None) -> date:
    """The day a publication speaks for: the later of today and the one that is given.

    Consents are measured by it, so the clock has to be asked: a day that is given, the last commit or an entry may
    close a consent, but never open one again. Everything else of a site follows from what it is made of alone.

    Args:
        epoch: what ``SOURCE_DATE_EPOCH`` says: seconds since 1970.
    """
    if not epoch or not is_epoch(epoch):
        return current_day()
    return max(current_day(), datetime.fromtimestamp(int(epoch), UTC).date())


def told_day(epoch: str | None) -> date:
    """The day of what a page says is old or overdue: the one that is given, so that the same is made of the same, else
    today; the page names it.

    Args:
        epoch: what ``SOURCE_DATE_EPOCH`` says: seconds since 1970.
    """
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch and is_epoch(epoch) else current_day()


def is_epoch(text: str) -> bool:
    """Whether a text is what ``SOURCE_DATE_EPOCH`` may be: seconds since 1970."""
    return _SECONDS.fullmatch(text) is not None


def has_come(day: date) -> bool:
    """Whether a day is not in the future anywhere on earth."""
    return day <= current_day() + timedelta(days=1)
