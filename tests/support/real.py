"""The real entries, read once for all tests of a process: nothing in a catalogue can be changed."""

from functools import cache

from tests.support.paths import PRACTICES

from goodpractices.catalogue import Catalogue, load_catalogue


@cache
def real_catalogue() -> Catalogue:
    """The catalogue of the entries that this project began with."""
    return load_catalogue(PRACTICES)
