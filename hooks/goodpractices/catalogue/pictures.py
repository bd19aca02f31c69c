"""Pictures from strangers: opened once, so that a broken or oversized one is told of before anything is built."""

from pathlib import Path

from PIL import Image, UnidentifiedImageError

_MOST_PIXELS = 60_000_000
_FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}


class UnusablePicture(Exception):
    """A file that is no picture of its kind, or one with too many pixels."""


def open_picture(path: Path) -> Image.Image:
    """A picture, loaded and in memory.

    Raises:
        UnusablePicture: when the file cannot be read as the kind of picture its name says, or has too many pixels.
    """
    try:
        with Image.open(path, formats=[_FORMATS[path.suffix.lower()]]) as picture:
            if picture.width * picture.height > _MOST_PIXELS:
                raise UnusablePicture(path.name)
            picture.load()
            return picture.copy()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise UnusablePicture(path.name) from error
