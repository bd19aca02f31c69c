"""What one synthetic entry knows of another: enough to link to it without writing it."""

from dataclasses import dataclass

from goodpractices.wording import slug

from .chance import Chance
from .prose import Prose

# Of every hundred entries these are in another state than published; so none is missing in a set of a hundred.
_STATES = {
    7: "draft",
    23: "in_review",
    31: "needs_update",
    41: "changes_requested",
    58: "withdrawn",
    64: "needs_update",
    71: "draft",
    93: "needs_update",
}
# Few real entries hold little more than what an entry must; sizes measured at a thousand should be like theirs.
_STUB_SHARE = 5
_LONGEST_TITLE = 100
_LONGEST_SLUG = 60


@dataclass(frozen=True, slots=True)
class Subject:
    index: int
    id: str
    title: str
    state: str
    is_stub: bool

    @property
    def is_public(self) -> bool:
        """Whether the entry has a page that others may link to."""
        return self.state in ("published", "needs_update")


def subject_of(seed: int, index: int) -> Subject:
    """The subject of an entry; entry 5 has the same whatever the number of entries."""
    chance = Chance.of(seed, index, "subject")
    prose = Prose(chance)
    title = prose.say("title")
    while len(title) > _LONGEST_TITLE:
        title = prose.say("title")
    state = _STATES.get(index % 100, "published")
    words = slug(title)[:_LONGEST_SLUG].strip("-")
    return Subject(index, f"{words}-{index}", title, state, chance.maybe(_STUB_SHARE))


def earlier_subject(seed: int, index: int, chance: Chance) -> Subject | None:
    """A public entry before this one, if chance finds one."""
    for _ in range(5):
        if index > 0 and (found := subject_of(seed, chance.randrange(index))).is_public:
            return found
    return None
