"""Pictures of practices: re-encoded, so that nothing but the picture is published."""

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

from ..catalogue import open_picture

LONGEST_SIDE = 1600


def published_picture(path: Path) -> bytes:
    """The picture turned upright, at most ``LONGEST_SIDE`` pixels wide and high, without EXIF, GPS or other metadata.

    Raises:
        UnusablePicture: when the file changed since it was checked and is no picture any more.
    """
    kind = "JPEG" if path.suffix.lower() in (".jpg", ".jpeg") else path.suffix[1:].upper()
    upright = ImageOps.exif_transpose(open_picture(path))
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    plain = upright.convert("RGBA" if kind != "JPEG" and upright.mode in ("RGBA", "LA", "P") else "RGB")
    clean = Image.new(plain.mode, plain.size)
    clean.paste(plain)
    target = BytesIO()
    clean.save(target, kind, quality=82)
    return target.getvalue()
