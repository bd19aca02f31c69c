"""The seal of what a cache keeps, made with a key of the user's own: what somebody else wrote there is not recalled.

The key lies among the user's data and not beside the cache, which may be restored, copied or shared with others. Where
several machines are to share one cache, ``CATALOGUE_CACHE_KEY`` gives all of them the same key.
"""

import os
import secrets
from functools import cache
from hashlib import blake2b
from pathlib import Path

import platformdirs

from .files import write_whole

KEY_VARIABLE = "CATALOGUE_CACHE_KEY"
"""The key itself, as text; without it there is a file with one."""

_BYTES = 32
_SEAL = 16
_OWNER_ALONE = 0o600


def seal_of(kind: str, key: str, value: str | bytes) -> bytes:
    """The seal of a value under its key; under another one it has another.

    Raises:
        OSError: there is no key, and none can be made.
    """
    seal = blake2b(f"{kind}\0{key}\0".encode(), digest_size=_SEAL, key=_secret())
    seal.update(value if isinstance(value, bytes) else value.encode())
    return seal.digest()


def key_file() -> Path:
    """Where the key of this user lies."""
    return platformdirs.user_data_path("katalog-dobrych-praktyk", appauthor=False) / "cache-key"


@cache  # once a process
def _secret() -> bytes:
    given = os.environ.get(KEY_VARIABLE)
    if given:
        return blake2b(given.encode(), digest_size=_BYTES).digest()
    file = key_file()
    try:
        found = file.read_bytes()
    except FileNotFoundError:
        found = b""
    return found if len(found) == _BYTES else _made(file)


def _made(file: Path) -> bytes:
    """A new key in the file; of two made at once the later one stays."""
    made = secrets.token_bytes(_BYTES)
    write_whole(file, made, _OWNER_ALONE)
    return made
