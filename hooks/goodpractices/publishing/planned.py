"""Pages and files that may have to be made: what each follows from is known before."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from .article import Article

Written = tuple[str, Iterable[bytes]]
"""Where a file of the site stands, and its bytes piece by piece."""


@dataclass(frozen=True, slots=True)
class PlannedArticle:
    """An article at an address.

    ``inputs`` is what it follows from, as values that JSON can hold, beside what all pages of the site follow from: the
    code, the words, the shared records, the settings. ``make`` may use nothing else.
    """

    address: str
    inputs: tuple[Any, ...]
    make: Callable[[], Article]
    is_lost: bool = False
    """Whether it is shown for wrong addresses, so that nothing leads to it."""


@dataclass(frozen=True, slots=True)
class PlannedFiles:
    """Files that are made together, by a name that no others of the site in one language have; else as an article.

    ``is_large`` is said of :class:`Planned`.
    """

    name: str
    inputs: Any
    make: Callable[[], Iterable[Written]]
    is_large: bool = False


@dataclass(frozen=True, slots=True)
class Planned:
    """Files of the site that are made together.

    Attributes:
        name: what they are, once on the whole site.
        key: the hash of everything they follow from; equal keys mean equal files.
        make: gives the files; what it reads is what the key was made of.
        page: where readers find the page among them, if there is one to lead to.
        is_large: whether making them takes all processors or asks the cache: nothing for one of many processes.
    """

    name: str
    key: str
    make: Callable[[], Iterable[Written]]
    page: str | None = None
    is_large: bool = False
