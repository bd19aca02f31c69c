"""What to look after in a catalogue, as Markdown for the page of a nightly run."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from ...catalogue import LinkOut, LinkReport
from ...wording import Translations
from ..reports import as_code
from .reviews import Overdue
from .visiting import Visit, worst_first

_ARCHIVE = "https://web.archive.org/web/"
# What is not there any more, so that a copy is wanted.
_GONE = ("dead", "home", "says_missing")


def upkeep_report(
    links: Iterable[LinkOut], visits: Mapping[str, Visit], overdue: Iterable[Overdue], t: Translations
) -> str:
    """The links to look at with what to do about each, the sources to keep a copy of, then the reviews that are due."""
    by_url: dict[str, list[LinkOut]] = defaultdict(list)
    for link in links:
        by_url[link.url].append(link)
    found = worst_first(visits)
    lines = [f"## {t('upkeep.links')}", "", t("upkeep.visited", n=len(visits), found=len(found))]
    for visit in found:
        lines += _about(visit, by_url[visit.url], t)
    lines += _without_copy(by_url, t)
    due = list(overdue)
    lines += ["", f"## {t('upkeep.reviews')}", "", t("upkeep.due", n=len(due))]
    lines += [f"- {t('upkeep.review', practice=as_code(each.practice), day=each.due.isoformat())}" for each in due]
    return "\n".join(lines) + "\n"


def link_report(visits: Mapping[str, Visit], day: date) -> LinkReport:
    """What a build has to know of it: the addresses at which nothing is to be read any more."""
    return LinkReport(day, len(visits), tuple(sorted(each.url for each in visits.values() if each.state in _GONE)))


def _without_copy(by_url: Mapping[str, list[LinkOut]], t: Translations) -> list[str]:
    """An address for each source without a copy, where one is shown or can be made; none of them is visited."""
    wanted = [url for url, links in by_url.items() if any(each.is_source and not each.copy for each in links)]
    if not wanted:
        return []
    lines = ["", f"## {t('upkeep.without_copy')}", "", t("upkeep.to_keep", n=len(wanted))]
    for url in wanted:
        where = ", ".join(as_code(each.where) for each in by_url[url] if each.is_source and not each.copy)
        lines.append(f"- {where}: {as_code(_ARCHIVE + '*/' + url)}")
    return lines


def _about(visit: Visit, links: list[LinkOut], t: Translations) -> list[str]:
    key = f"upkeep.detail.{visit.detail}"
    detail = t(key) if key in t else as_code(visit.detail)
    params = {"url": as_code(visit.url), "detail": detail, "target": as_code(visit.target)}
    lines = ["", f"- {t(_said(visit), **params)}"]
    lines.append(f"  - {t('upkeep.where', where=', '.join(as_code(link.where) for link in links))}")
    if visit.state in _GONE:
        lines.append(f"  - {_hint(visit.url, links, t)}")
    return lines


def _said(visit: Visit) -> str:
    is_elsewhere = (visit.state, visit.detail) == ("moved", "elsewhere")
    return "upkeep.moved_elsewhere" if is_elsewhere else f"upkeep.{visit.state}"


def _hint(url: str, links: list[LinkOut], t: Translations) -> str:
    """Where a copy may be: the one an entry names, else the address in the Web Archive, as of the day it was read."""
    copy = next((link.copy for link in links if link.copy), None)
    if copy:
        return t("upkeep.copy", url=as_code(copy))
    day = next((f"{link.read_on:%Y%m%d}" for link in links if link.read_on), "*")
    return t("upkeep.archive", url=as_code(f"{_ARCHIVE}{day}/{url}"))
