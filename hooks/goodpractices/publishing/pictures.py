"""Pictures of practices: re-encoded, so that nothing but the picture is published."""

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

LONGEST_SIDE = 1600
_MOST_PIXELS = 60_000_000
_FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}


class UnusablePicture(Exception):
    """A file that is no picture of its kind, or one too large to open."""


def published_picture(path: Path) -> bytes:
    """The picture turned upright, at most ``LONGEST_SIDE`` pixels wide and high, without EXIF, GPS or other metadata.

    Raises:
        UnusablePicture: when the file cannot be read as the kind of picture its name says, or has too many pixels.
    """
    kind = _FORMATS[path.suffix.lower()]
    try:
        with Image.open(path, formats=[kind]) as picture:
            if picture.width * picture.height > _MOST_PIXELS:
                raise UnusablePicture(path.name)
            upright = ImageOps.exif_transpose(picture)
            upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
            plain = upright.convert("RGBA" if kind != "JPEG" and upright.mode in ("RGBA", "LA", "P") else "RGB")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise UnusablePicture(path.name) from error
    clean = Image.new(plain.mode, plain.size)
    clean.paste(plain)
    target = BytesIO()
    clean.save(target, kind, quality=82)
    return target.getvalue()
