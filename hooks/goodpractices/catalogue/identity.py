"""What this catalogue is called and whose it is: the one file another metropolis fills in, ``docs/katalog.yml``."""

from dataclasses import replace
from pathlib import Path

from pydantic import ValidationError

from .fields import Email, Label, Text, Url, record
from .files import MAX_ENTRY_BYTES, Unreadable, control_characters, read_text, without_control_characters
from .loading import placed
from .problems import InvalidCatalogue, Problem, first_of
from .validation import Validator
from .yaml_reader import read_yaml

_MAX_NODES = 200


@record
class Identity:
    """A catalogue's name and owner; ``None`` is what its office has not said yet."""

    name: Label
    tagline: Label
    description: Text
    owner: Label | None = None
    contact: Email | None = None
    address: Url | None = None
    repository: Url | None = None
    edit_path: Label = "edit/main/"

    @property
    def publisher(self) -> str:
        """Who stands for the catalogue: its owner, or while that is not said its own name."""
        return self.owner or self.name

    def page_address(self, page: str) -> str | None:
        """Where a page of the site is read on the web, if the site's address is known."""
        return f"{self.address.rstrip('/')}/{page}" if self.address else None

    def edit_address(self, path: str) -> str | None:
        """Where a file of the repository can be edited in a browser, if the repository is known."""
        return f"{self.repository.rstrip('/')}/{self.edit_path}{path}" if self.repository else None


IDENTITY = Validator(Identity)


def load_identity(path: Path) -> Identity:
    """Read the identity of a catalogue.

    Raises:
        InvalidCatalogue: when the file is missing or anything in it is wrong.
    """
    shown = f"{path.parent.name}/{path.name}"
    try:
        text = read_text(path, MAX_ENTRY_BYTES)
    except Unreadable as error:
        raise InvalidCatalogue([replace(error.problem, path=shown)]) from error
    document = read_yaml(without_control_characters(text), max_nodes=_MAX_NODES)
    problems: list[Problem] = [*first_of(control_characters(text)), *document.problems]
    if not problems:
        try:
            return IDENTITY(document.value, None)
        except ValidationError as error:
            problems = placed(IDENTITY.problems(error), document)
    raise InvalidCatalogue([replace(problem, path=shown) for problem in problems])
