"""The pages and files of single practices, in one language of one edition, each with what it follows from."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from ..catalogue import (
    MAX_ENTRY_BYTES,
    Catalogue,
    Identity,
    Practice,
    is_translation_of,
    long_unconfirmed,
    published_picture,
    read_text,
)
from ..finding import Related
from ..wording import ORIGINAL
from .addresses import easy_text_address, meeting_address, picture_address, practice_address
from .article import Article
from .downloads import Download, Downloads
from .frame import policy_of_page
from .open_data import practice_data
from .pages import (
    Cards,
    EasyTextInputs,
    MeetingInputs,
    draw,
    easy_text_article,
    meeting_article,
    practice_article,
    practice_inputs,
)
from .planned import PlannedArticle, PlannedFiles, Written
from .rendering import Renderer


@dataclass(frozen=True, slots=True)
class PracticeParts:
    """What a site has of each practice.

    Attributes:
        catalogue: all practices, in the language of the site.
        identity: whose site it is.
        renderer: renders the pages, with the links of the language.
        cards: what a list shows of a practice, and a picture of its page.
        folder: the practices.
        downloads: what else the site hands out.
        offline: whether it is the edition that opens from a folder.
        day: the day of publication, by which adoptions are unconfirmed for long; without it none is.
    """

    catalogue: Catalogue
    identity: Identity
    renderer: Renderer
    cards: Cards
    folder: Path
    downloads: Downloads
    offline: bool
    day: date | None = None

    @property
    def are_shared(self) -> bool:
        """Whether pages have an address that people can share, and so a picture to go with it."""
        return self.identity.address is not None and not self.offline

    def articles(
        self, practices: Iterable[Practice], related_to: Callable[[Practice], Sequence[Related]]
    ) -> Iterator[PlannedArticle]:
        """The pages of published practices, their sheets for a meeting, and their texts that are easy to read."""
        for practice in practices:
            related, sheet = related_to(practice), self.downloads.sheet(practice)
            fingerprint = self.catalogue.fingerprint(practice.id)
            states = [self._state(each) for each in fingerprint.names]
            others = [*map(self._of_related, related)]
            inputs = (fingerprint.whole, states, others, sheet and sheet.stamp, self._unconfirmed(practice))
            address = practice_address(practice.id)
            yield PlannedArticle(address, inputs, partial(self._practice, practice, related, sheet))
            if not self.offline:  # they would be a sixteenth of the archive, and say nothing that their page does not
                make = partial(self._meeting, practice)
                yield PlannedArticle(meeting_address(practice.id), (fingerprint.listed, fingerprint.own), make)
            if practice.easy_to_read:
                text = EasyTextInputs.of(practice, practice.easy_to_read, self.renderer.links)
                make = partial(easy_text_article, text, self.renderer)
                yield PlannedArticle(easy_text_address(practice.id), (fingerprint.whole,), make)

    def _practice(self, practice: Practice, related: Sequence[Related], sheet: Download | None) -> Article:
        shared = self.catalogue, self.identity, self.renderer.links
        inputs = practice_inputs(
            practice,
            related,
            *shared,
            sheet=sheet,
            is_outdated=self._is_outdated(practice),
            unconfirmed=self._unconfirmed(practice),
        )
        return practice_article(inputs, self.renderer)

    def _meeting(self, practice: Practice) -> Article:
        return meeting_article(MeetingInputs.of(practice, self.catalogue, self.renderer.links), self.renderer)

    def _unconfirmed(self, practice: Practice) -> tuple[int, ...]:
        """All that a page follows from of the day: it is made anew once the answer is another one, not every day."""
        return long_unconfirmed(practice, self.day) if self.day else ()

    def _state(self, practice_id: str) -> str | None:
        """What decides whether other practices name one."""
        practice = self.catalogue.practices.get(practice_id)
        return practice.editorial.state if practice else None

    def _of_related(self, related: Related) -> tuple[Any, ...]:
        """What the page of a practice shows of another one follows from."""
        named = (each for each in (related.practice, related.via) if each)
        shown = [(each.id, self.catalogue.fingerprint(each.id).listed) for each in named]
        return related.reason, shown, [(each.dimension, each.ids) for each in related.shared]

    def files(self, practices: Iterable[Practice]) -> Iterator[PlannedFiles]:
        """The files beside the pages of practices."""
        for practice in practices:
            sheet = self.downloads.sheet(practice)
            fingerprint = self.catalogue.fingerprint(practice.id)
            states = [self._state(each) for each in fingerprint.names]
            inputs = fingerprint.whole, states, sheet and sheet.stamp
            yield PlannedFiles(f"beside {practice.id}", inputs, partial(self._beside, practice, sheet))

    def redirects(self, practices: Iterable[Practice]) -> Iterator[PlannedFiles]:
        """What leads from the addresses that the pages of practices had to those they have."""
        for practice in practices:
            if practice.former_ids:
                inputs = (self.catalogue.fingerprint(practice.id).listed,)
                yield PlannedFiles(f"redirects {practice.id}", inputs, partial(self._redirects, practice))

    def _beside(self, practice: Practice, sheet: Download | None) -> Iterator[Written]:
        """Its record and pictures; offline the file of the whole catalogue has its record."""
        address = practice_address(practice.id)
        if self.are_shared:
            card = picture_address(self.renderer.links.localized(address))
            yield card, [draw(self.cards.picture(practice, self.identity.name))]
        if not self._is_original:
            return
        if not self.offline:
            yield from practice_data(practice, self.catalogue)
        if sheet:
            yield sheet.address, [sheet.path.read_bytes()]
        for picture in practice.media:
            yield address + picture.file, [published_picture(self.folder / practice.id / picture.file)]

    def _redirects(self, practice: Practice) -> Iterator[Written]:
        policy = policy_of_page(offline=self.offline)
        has_easy_text = practice.easy_to_read and practice.editorial.state != "withdrawn"
        for address_of in (practice_address, easy_text_address) if has_easy_text else (practice_address,):
            values = {"title": practice.title, "target": address_of(practice.id), "policy": policy}
            for former in practice.former_ids:
                here = address_of(former)
                yield f"{here}index.html", [self.renderer.render("redirect.html", here, **values).encode()]

    def _is_outdated(self, practice: Practice) -> bool:
        """Whether the Polish entry has changed since it was translated."""
        translation = practice.translations.get(self.catalogue.language)
        path = self.folder / practice.id / "index.md"
        return translation is not None and not is_translation_of(translation, read_text(path, MAX_ENTRY_BYTES))

    @property
    def _is_original(self) -> bool:
        return self.catalogue.language == ORIGINAL
