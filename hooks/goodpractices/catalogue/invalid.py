"""What loading ends with where something is wrong."""

from collections.abc import Iterable

from .catalogue import Catalogue
from .problems import Problem


class InvalidCatalogue(Exception):
    """The practices cannot be published; ``problems`` says all that is wrong with them.

    ``sound`` holds the entries and records that are in order all the same, for advice about them; ``None`` where
    nothing was read.
    """

    def __init__(self, problems: Iterable[Problem], sound: Catalogue | None = None) -> None:
        self.sound = sound
        self.problems = sorted(
            problems, key=lambda each: (each.path, each.line, each.column, each.field_name, each.key)
        )
        super().__init__(f"{len(self.problems)} problems")
