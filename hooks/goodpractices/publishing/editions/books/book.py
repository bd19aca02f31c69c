"""The catalogue as a book: practices by theme, one after another, as of a day."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from uuid import NAMESPACE_URL, UUID, uuid5

from ....catalogue import Identity, Practice
from ....finding import AnalysedCatalogue, by_first_theme, state_date
from ....wording import Translations
from ... import phrasing
from ...addresses import Links, practice_address
from ...article import Article
from ...pages import family_class, practice_article, practice_inputs
from ...rendering import Renderer

# A day for a catalogue in which no entry has one.
_NO_DAY = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A theme and the practices it comes first in."""

    id: str
    name: str
    family: str
    practices: tuple[Practice, ...]


class Book:
    """What every edition of the book tells; ``folder`` is that of the practices, for their pictures."""

    def __init__(self, analysed: AnalysedCatalogue, identity: Identity, folder: Path) -> None:
        self.catalogue = analysed.catalogue
        self.identity = identity
        self.folder = folder
        self.t = Translations.load("pl")
        self.renderer = Renderer(self.t, Links())
        self.day = state_date(self.catalogue.published) or _NO_DAY
        self._related = analysed.related

    @cached_property
    def chapters(self) -> tuple[Chapter, ...]:
        """The themes in the order of the vocabulary."""
        return tuple(self._chapter(theme, group) for theme, group in by_first_theme(self.catalogue).items())

    @property
    def practices(self) -> tuple[Practice, ...]:
        """The practices in the order of the book."""
        return tuple(practice for chapter in self.chapters for practice in chapter.practices)

    @property
    def day_in_words(self) -> str:
        return phrasing.day(self.day, self.t)

    def identifier(self, part: str = "") -> UUID:
        """The same for the same catalogue on the same day, another for another or for a part of it."""
        whole = self.identity.address or self.identity.name
        return uuid5(NAMESPACE_URL, " ".join(filter(None, (whole, self.day.isoformat(), part))))

    def article(self, practice: Practice) -> Article:
        """The page of a practice as the site has it."""
        shared = self.catalogue, self.identity, self.renderer.links
        return practice_article(practice_inputs(practice, self._related.to(practice), *shared), self.renderer)

    def practice_at(self, address: str) -> Practice | None:
        """The practice of this book whose page stands at an address of the site."""
        return self._by_address.get(address)

    @cached_property
    def _by_address(self) -> dict[str, Practice]:
        return {practice_address(practice.id): practice for practice in self.catalogue.published}

    def _chapter(self, theme: str, practices: tuple[Practice, ...]) -> Chapter:
        term = self.catalogue.term("themes", theme)
        return Chapter(theme, term.pl[:1].upper() + term.pl[1:], family_class(term.family), practices)
