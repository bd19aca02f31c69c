"""Links of the site in one language: what its pages are called, and which it lacks, so that Polish ones stand in."""

from collections.abc import Collection
from dataclasses import replace

from ..catalogue import Catalogue
from ..wording import ORIGINAL, Translations
from .addresses import ABOUT, FORM, Links, easy_text_address, meeting_address, practice_address


def own_links(catalogue: Catalogue, *, offline: bool, hand_written: Collection[str], has_form: bool) -> Links:
    """The links of the site of a catalogue in its language; ``hand_written`` are addresses of pages written by hand."""
    no_text = {easy_text_address(each.id) for each in catalogue.practices.values() if not each.easy_to_read}
    if catalogue.language == ORIGINAL:
        return Links(offline, missing=no_text)
    words = {"": f"{catalogue.language}/", **Translations.load(catalogue.language).group("address")}
    in_polish = [each for each in catalogue.practices if not catalogue.is_translated(each)]
    missing = {kind(each) for each in in_polish for kind in (practice_address, meeting_address)}
    links = Links(offline, words)
    missing |= no_text | {each for each in (ABOUT,) if links.localized(each) not in hand_written}
    return replace(links, missing=frozenset(missing if has_form else {*missing, FORM}))
