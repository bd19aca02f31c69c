"""Pictures made to carry something along, and what pretends to be one or would fill the memory."""

import struct
import zipfile
from functools import partial
from io import BytesIO

from PIL import Image
from PIL.PngImagePlugin import PngInfo

SCRIPT = b"<script>alert(1)</script>"


def picture(kind: str, **options: object) -> bytes:
    data = BytesIO()
    Image.new("RGB", (4, 4), "red").save(data, kind, **options)
    return data.getvalue()


png, jpeg = partial(picture, "PNG"), partial(picture, "JPEG")


def noted() -> PngInfo:
    notes = PngInfo()
    notes.add_itxt("Comment", SCRIPT.decode(), zip=False)
    notes.add(b"prVt", SCRIPT)
    return notes


def packed() -> bytes:
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr(zipfile.ZipInfo("index.html"), SCRIPT)  # with a date that is always the same
    return data.getvalue()


PICTURES_WITH_MORE: tuple[tuple[str, bytes], ...] = (
    ("a.png", png() + SCRIPT),
    ("a.png", png() + packed()),
    ("a.png", png(pnginfo=noted())),
    ("a.png", png(icc_profile=SCRIPT)),
    ("a.jpg", jpeg() + SCRIPT),
    ("a.jpg", jpeg(comment=SCRIPT)),
    ("a.jpg", jpeg(icc_profile=SCRIPT)),
    ("a.jpg", jpeg(xmp=SCRIPT)),
)
"""Pictures that are something else as well: only their pixels may be published."""

NO_PICTURES: tuple[bytes, ...] = (
    SCRIPT + png(),
    b"GIF89a" + SCRIPT,
    b"GIF89a/*" + png(),
    b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    b"\xef\xbb\xbf<svg/>",
    b"%PDF-1.7 " + png(),
    b"%!PS-Adobe-3.0 EPSF-3.0",
    b"RIFF\x00\x00\x00\x00WEBPVP8X",
    packed(),
    png()[:30],
    png()[:8] + struct.pack(">I", 13) + b"IHDR" + struct.pack(">II", 30_000, 30_000) + b"\x08\x02\0\0\0\0\0\0\0",
    png()[:8] + struct.pack(">I", 2**31 - 1) + b"IHDR" + b"\0" * 40,
)
"""What only pretends to be a picture, or would fill the memory."""
