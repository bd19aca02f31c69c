"""A consent is withdrawn: its data leave the file, and every other line stays as it was."""

from pathlib import Path

import pytest
from tests.support.entries import add, entry, practices_folder

from goodpractices.catalogue import load_catalogue
from goodpractices.editing import Withdrawal, with_consent, withdrawn

CONTACTS = """contacts:
# zadzwonić do Oli
- {org: um-gdynia, role: koordynatorka, person: Ola Las, email: ola@example.org, consent_until: 2099-01-01}
- person: Jan Bór   # woli telefon
  phone: 601 234 567
  consent: {until: 2099-01-01, given_to: biuro, how: written}

- {org: um-sopot}
"""
LEFT = "- org: um-sopot\n"
COORDINATOR = "- org: um-gdynia\n  role: koordynatorka\n"


def withdrawn_from(parent: Path, text: str, number: int) -> Withdrawal:
    folder = practices_folder(parent)
    add(folder, "las/index.md", text)
    practice = load_catalogue(folder).practices["las"]
    [*found] = with_consent(practice)
    return withdrawn(text, practice, found[number][0])


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_the_person_leaves_and_the_office_stays(tmp_path: Path, ends: str) -> None:
    text = entry(CONTACTS, "## Wyzwanie\n\nOla Las pyta.\n").replace("\n", ends)
    done = withdrawn_from(tmp_path, text, 0)
    before, _, after = text.partition(CONTACTS.replace("\n", ends))
    assert done.text.startswith(before + "contacts:\n" + COORDINATOR)
    assert done.text.endswith(LEFT + after)
    assert "Ola" not in done.text.removesuffix(after)
    assert (done.picture, done.mentions) == (None, ("challenge",))


def test_a_contact_that_was_nothing_but_a_person_is_gone(tmp_path: Path) -> None:
    done = withdrawn_from(tmp_path, entry(CONTACTS), 1)
    assert "Jan" not in done.text
    assert "Ola Las" in done.text
    assert LEFT in done.text


def test_without_any_contact_left_the_field_is_gone(tmp_path: Path) -> None:
    contacts = "contacts: [{person: Ola Las, consent_until: 2099-01-01}]\n"
    assert withdrawn_from(tmp_path, entry(contacts), 0).text == entry(contacts).replace(contacts, "")
