"""What stands beside a problem to help: the field in words, an example and the page that explains it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..catalogue import EXPLAINED, SECTIONS, Identity, Location, Problem
from ..wording import Translations

_FIELDS, _MISTAKES, _PLAIN, _REVIEW, _START = "pola/", "bledy/", "prosty-jezyk/", "recenzja/", ""

HEADINGS = "naglowki"
YAML_TRAPS = "pulapki"
COMMON_MISTAKES = "najczestsze"
SHARED_LISTS = "slowniki"
MEASURED = "co-liczy-program"
AFTERWARDS = "po-publikacji"

# Advice that a page of its own explains, whatever field it is about.
_EXPLAINED: Mapping[str, tuple[str, str]] = {
    **dict.fromkeys(("summary_long", "long_sentences", "long_words"), (_PLAIN, MEASURED)),
    **dict.fromkeys(("claim_old", "figure_old", "state_old", "review_overdue"), (_REVIEW, AFTERWARDS)),
}


@dataclass(frozen=True, slots=True)
class Guide:
    """Where the editors' guide is read: on the web where the site's address is known, else in the repository."""

    address: str
    page: str

    @staticmethod
    def of(identity: Identity | None) -> "Guide":
        """The guide of a catalogue."""
        on_web = identity.page_address("dla-redakcji/") if identity else None
        return Guide(on_web, "") if on_web else Guide("docs/dla-redakcji/", "index.md")

    @property
    def is_on_web(self) -> bool:
        return self.address.startswith("http")

    def link(self, problem: Problem) -> str:
        """The section that explains what a problem is about."""
        page, anchor = _page_and_anchor(problem)
        return f"{self.address}{page}{self.page}#{anchor}"

    def words(self, problem: Problem, t: Translations) -> str:
        """The field in words, an example of what an error should be, and the link, in one line."""
        return " ".join(self._parts(problem, t))

    def _parts(self, problem: Problem, t: Translations) -> Iterator[str]:
        label, example = field_label(problem.location, t), field_example(problem.location, t)
        if label and problem.severity != "hint":  # a hint names the field itself
            yield t("guide.field", label=label)
        if example and problem.severity == "error":
            yield t("guide.example", example=example)
        yield t("guide.more", address=self.link(problem))


def field_label(location: Location, t: Translations) -> str:
    """A field as editors call it, positions counted from one: ``liczby (1) › źródło``; empty if it has no name."""
    labels: list[str] = []
    within = ""
    for part in location:
        if isinstance(part, int):
            if labels:
                labels[-1] += f" ({part + 1})"
        elif key := _known("field", part, within, t):
            labels.append(t(key))
            within = part
    return " › ".join(labels)


def field_example(location: Location, t: Translations) -> str:
    """How the field can be filled, as it stands in a file; empty where there is no example."""
    names = [part for part in location if isinstance(part, str)]
    for n in range(len(names) - 1, -1, -1):
        if key := _known("example", names[n], names[n - 1] if n else "", t):
            return t(key)
    return ""


def _known(group: str, name: str, within: str, t: Translations) -> str:
    keys = (f"{group}.{within}.{name}", f"{group}.{name}")
    return next((key for key in keys if key in t), "")


def _page_and_anchor(problem: Problem) -> tuple[str, str]:
    if problem.key in _EXPLAINED:
        return _EXPLAINED[problem.key]
    field = str(problem.location[0]) if problem.location else ""
    if "/_vocabularies/" in problem.path or "/_registry/" in problem.path:
        return _FIELDS, SHARED_LISTS
    if field in SECTIONS or problem.key.endswith("_section") or problem.key == "text_before_sections":
        return _START, HEADINGS
    if field in EXPLAINED:
        return _FIELDS, EXPLAINED[field].section
    return _MISTAKES, YAML_TRAPS if problem.key.startswith("yaml_") else COMMON_MISTAKES
