"""To whom the form hands an entry over: what its scripts know of it, and what its page says.

Nothing but what the office wrote into ``docs/katalog.yml`` is promised: a message, an issue, an address that takes
files.
"""

from dataclasses import dataclass
from typing import Any

from ...catalogue import Identity
from ...wording import ORIGINAL, Translations


@dataclass(frozen=True, slots=True)
class Taking:
    """Who takes an entry, for the page of the form; a copy in a folder sends nothing and opens no issue."""

    contact: str | None
    receiving_address: str | None
    has_issues: bool
    owner: str | None

    @property
    def is_nobody(self) -> bool:
        return not (self.contact or self.receiving_address or self.has_issues)


def taking_of(identity: Identity, *, offline: bool) -> Taking:
    """Who takes an entry that was written in an edition of the site."""
    if offline:
        return Taking(identity.contact, None, has_issues=False, owner=identity.owner)
    has_issues = identity.new_issue is not None
    return Taking(identity.contact, identity.receiving_address, has_issues, identity.owner)


def taking_data(identity: Identity) -> dict[str, Any]:
    """The same for the scripts, with the words of the message, which is Polish in every language."""
    return {
        "contact": identity.contact,
        "address": identity.receiving_address,
        "issue": identity.new_issue,
        "letter": polish_words("form.letter"),
    }


def polish_words(prefix: str) -> dict[str, str]:
    """The texts under a prefix in the language of the editors, for scripts to fill in: ``{title}`` stays."""
    entries = Translations.load(ORIGINAL).entries
    return {key[len(prefix) + 1 :]: str(text) for key, text in entries.items() if key.startswith(f"{prefix}.")}
