"""On what terms an entry may be used by others: its own where it names any, else those of the catalogue."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..wording import fold
from .choices import LicenceId
from .identity import Identity
from .model import Practice

FORBIDDING_WORDS = (
    r"zastrzez|all rights reserved|alle rechte|(?:nie|bez|zakaz)\w* (?:wolno|zgody|publik|kopiow|rozpowsz)"
)
"""A pattern of what such licences say, as it is typed without Polish letters."""

_FORBIDS = re.compile(FORBIDDING_WORDS)
_CREATIVE_COMMONS = "https://creativecommons.org/licenses"


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence.

    Attributes:
        id: as in the list of SPDX, but for two that are none.
        url: its text.
    """

    id: LicenceId
    url: str | None = None


_ALL = (
    Licence("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    Licence("CC-BY-4.0", f"{_CREATIVE_COMMONS}/by/4.0/"),
    Licence("CC-BY-3.0-PL", f"{_CREATIVE_COMMONS}/by/3.0/pl/"),
    Licence("CC-BY-SA-4.0", f"{_CREATIVE_COMMONS}/by-sa/4.0/"),
    Licence("CC-BY-SA-3.0-PL", f"{_CREATIVE_COMMONS}/by-sa/3.0/pl/"),
    Licence("CC-BY-NC-4.0", f"{_CREATIVE_COMMONS}/by-nc/4.0/"),
    Licence("CC-BY-NC-SA-4.0", f"{_CREATIVE_COMMONS}/by-nc-sa/4.0/"),
    Licence("CC-BY-ND-4.0", f"{_CREATIVE_COMMONS}/by-nd/4.0/"),
    Licence("CC-BY-NC-ND-4.0", f"{_CREATIVE_COMMONS}/by-nc-nd/4.0/"),
    Licence("public-domain"),
    Licence("all-rights-reserved"),
)
LICENCES: Mapping[LicenceId, Licence] = {each.id: each for each in _ALL}

FORBIDDING = ("all-rights-reserved",)
"""Licences under which nothing may be published unless whoever holds the rights permits it."""

WITHOUT_CREDIT = ("CC0-1.0", "public-domain")
"""Licences that ask for no credit; under all others whoever wrote an entry is named."""


def forbids_in_words(licence: str) -> bool:
    """Whether a licence in somebody's own words reserves all rights, or forbids to pass on what it is for."""
    return _FORBIDS.search(fold(licence)) is not None


def licence_of(practice: Practice, identity: Identity) -> Licence:
    """The licence of an entry."""
    return LICENCES[practice.rights.licence if practice.rights else identity.licence]


def licences_of(practices: Iterable[Practice], identity: Identity) -> tuple[Licence, ...]:
    """The licences of some entries, that of the catalogue first, the others in the order of the list."""
    found = {licence_of(each, identity).id for each in practices} - {identity.licence}
    return LICENCES[identity.licence], *(each for each in _ALL if each.id in found)
