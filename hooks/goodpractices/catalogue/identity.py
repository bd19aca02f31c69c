"""What this catalogue is called and whose it is: the one file another metropolis fills in, ``docs/katalog.yml``."""

import re
from collections.abc import Mapping
from dataclasses import field, fields, replace
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import ValidationError

from ..wording import ORIGINAL, said_or_polish
from .characters import unwanted_characters, without_control_characters
from .choices import LicenceId
from .fields import (
    CalendarDay,
    Email,
    Label,
    Language,
    Phone,
    ReceivingAddress,
    SiteAddress,
    Text,
    Url,
    is_site_address,
    record,
)
from .files import MAX_ENTRY_BYTES, Unreadable, read_text
from .invalid import InvalidCatalogue
from .mentions import with_fields
from .personal_numbers import personal_numbers_of
from .placing import placed
from .problems import Problem, first_of
from .validation import Validator
from .yaml_reader import read_yaml

_MAX_NODES = 200

_EDITOR = re.compile(r"(?P<editor>edit|-/edit|_edit)/(?P<branch>[^/]+)/")
# By the way to the editor of GitHub, GitLab, and Gitea with Forgejo.
_NEW_FILE = {
    "edit": ("new", "filename", "value"),
    "-/edit": ("-/new", "file_name", ""),
    "_edit": ("_new", "filename", ""),
}
# GitHub and Gitea with Forgejo call them the same; GitLab has names of its own.
_NEW_ISSUE = {
    "edit": ("issues/new", "title", "body"),
    "-/edit": ("-/issues/new", "issue[title]", "issue[description]"),
    "_edit": ("issues/new", "title", "body"),
}


@record
class LegalInLanguage:
    """What the law wants said, in another language than Polish."""

    unit: Label | None = None
    building: Text | None = None
    server_logs: Text | None = None


@record
class Legal:
    """What the declaration of accessibility and the page about privacy say besides; ``None`` is asked for there.

    ``checked_by_hand`` is the day on which people finished a full check: keyboard, screen reader, every criterion.
    """

    unit: Label | None = None
    email: Email | None = None
    phone: Phone | None = None
    published: CalendarDay | None = None
    changed: CalendarDay | None = None
    drawn_up: CalendarDay | None = None
    reviewed: CalendarDay | None = None
    checked_by_hand: CalendarDay | None = None
    assessed_by: Label | None = None
    building: Text | None = None
    data_protection: Email | None = None
    server_logs: Text | None = None

    @property
    def last_review(self) -> date | None:
        """When somebody last looked whether the declaration is true; to draw it up is to look, too."""
        return self.reviewed or self.drawn_up

    def is_due(self, day: date) -> bool:
        """Whether the review of this year, to be done by 31 March, is missing on a day.

        >>> Legal(drawn_up=date(2026, 11, 22)).is_due(date(2027, 4, 1))
        True
        """
        last_year_to_cover = day.year if (day.month, day.day) > _REVIEW_BY else day.year - 1
        return self.last_review is not None and self.last_review.year < last_year_to_cover

    def in_language(self, translated: LegalInLanguage) -> "Legal":
        """The same with the words of a language; what nobody translated stays Polish and is marked."""
        names = [each.name for each in fields(translated)]
        words = {name: said_or_polish(getattr(translated, name), getattr(self, name)) for name in names}
        return with_fields(self, words)  # to check them anew would take the mark away


_REVIEW_BY = (3, 31)


@record
class IdentityInLanguage:
    """What a catalogue is called in another language than Polish."""

    name: Label
    tagline: Label
    description: Text
    legal: LegalInLanguage = field(default_factory=LegalInLanguage)


@record
class Identity:
    """A catalogue's name and owner; ``None`` is what its office has not said yet."""

    name: Label
    tagline: Label
    description: Text
    owner: Label | None = None
    contact: Email | None = None
    address: SiteAddress | None = None
    licence: LicenceId = "CC-BY-4.0"
    repository: Url | None = None
    receiving_address: ReceivingAddress | None = None
    edit_path: Label = "edit/main/"
    legal: Legal = field(default_factory=Legal)
    translations: Mapping[Language, IdentityInLanguage] = field(default_factory=dict)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages the site is published in, the one its entries are written in first."""
        return ORIGINAL, *self.translations

    def in_language(self, language: str) -> "Identity":
        """The same catalogue as it is called in one of its languages.

        Raises:
            KeyError: it is not published in that language.
        """
        if language == ORIGINAL:
            return self
        translated = self.translations[language]
        legal = self.legal.in_language(translated.legal)
        return replace(
            self, name=translated.name, tagline=translated.tagline, description=translated.description, legal=legal
        )

    @property
    def publisher(self) -> str:
        """Who stands for the catalogue: its owner, or while that is not said its own name."""
        return self.owner or self.name

    def page_address(self, page: str) -> str | None:
        """Where a page of the site is read on the web, if the site's address is known."""
        return f"{self.address.rstrip('/')}/{page}" if self.address else None

    @property
    def root(self) -> str:
        """The path of the site on its host, ``/`` or ``/katalog/``; without an address that of a host of its own."""
        return urlsplit(self.address or "").path.rstrip("/") + "/"

    @property
    def new_file(self) -> dict[str, str] | None:
        """Where a new file can be begun in a browser, and what its name and its text are called in the address.

        The text is empty where the host takes none. ``None`` while the repository is not known, or where the address
        of its editor is of no known host.
        """
        found = _EDITOR.fullmatch(self.edit_path)
        if not self.repository or not found:
            return None
        new, file, content = _NEW_FILE[found["editor"]]
        return {"address": f"{self.repository.rstrip('/')}/{new}/{found['branch']}", "file": file, "content": content}

    @property
    def new_issue(self) -> dict[str, str] | None:
        """Where a new issue can be begun in a browser, and what its title and its text are called in the address."""
        found = _EDITOR.fullmatch(self.edit_path)
        if not self.repository or not found:
            return None
        path, title, text = _NEW_ISSUE[found["editor"]]
        return {"address": f"{self.repository.rstrip('/')}/{path}", "title": title, "text": text}

    @property
    def takes_entries(self) -> bool:
        """Whether the form can hand an entry over, since somebody is named who takes it."""
        return bool(self.contact or self.receiving_address or self.new_issue)

    def edit_address(self, path: str) -> str | None:
        """Where a file of the repository can be edited in a browser, if the repository is known."""
        return f"{self.repository.rstrip('/')}/{self.edit_path}{path}" if self.repository else None


IDENTITY = Validator(Identity)

ADDRESS_VARIABLE = "CATALOGUE_ADDRESS"
"""The variable of the environment in which a host may say the address it publishes the site at."""


def load_identity(path: Path, *, address: str | None = None) -> Identity:
    """Read the identity of a catalogue.

    Args:
        path: the file ``katalog.yml``.
        address: where a host publishes the site, for a catalogue whose file does not say so itself.

    Raises:
        InvalidCatalogue: when the file is missing or anything in it is wrong, or the address is none of a site.
    """
    identity = _read(path)
    if identity.address or not address:
        return identity
    if not is_site_address(address):
        raise InvalidCatalogue([Problem("bad_site_address", params={"value": address[:80]}, path=ADDRESS_VARIABLE)])
    return replace(identity, address=address)


def _read(path: Path) -> Identity:
    shown = f"{path.parent.name}/{path.name}"
    try:
        text = read_text(path, MAX_ENTRY_BYTES)
    except Unreadable as error:
        raise InvalidCatalogue([replace(error.problem, path=shown)]) from error
    document = read_yaml(without_control_characters(text), max_nodes=_MAX_NODES)
    problems: list[Problem] = [
        *first_of(unwanted_characters(text)),
        *personal_numbers_of(text, document),
        *document.problems,
    ]
    if not problems:
        try:
            return IDENTITY(document.value, None)
        except ValidationError as error:
            problems = placed(IDENTITY.problems(error), document)
    raise InvalidCatalogue([replace(problem, path=shown) for problem in problems])
