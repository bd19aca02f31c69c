"""Files of ZIP archives that know no clock and no system: the same content, the same bytes."""

from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipInfo

# The earliest date the format knows: the time of packing would make every archive different.
_PACKED_ON = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_READABLE_FILE = 0o100644


def zip_entry(name: str, *, packed: bool = True) -> ZipInfo:
    """What an archive says of a file, for ``ZipFile.writestr``; ``packed`` is false for one to be stored as it is."""
    entry = ZipInfo(name, _PACKED_ON)
    entry.compress_type = ZIP_DEFLATED if packed else ZIP_STORED
    entry.create_system = _UNIX
    entry.external_attr = _READABLE_FILE << 16
    return entry
