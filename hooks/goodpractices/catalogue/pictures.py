"""Pictures from strangers: made anew, so that nothing but the picture is published, which looks as it was handed in.

Validation does the same work as publishing, so what validates can be built. A JPEG is read at once about as small as it
is needed. What a picture would take in memory is reckoned before it is unpacked: 230 MB are allowed, which are
photographs of 60 million pixels as JPEG, 41 as PNG and 14 as WebP.
"""

import struct
import zlib
from contextlib import suppress
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops, ImageCms
from PIL.JpegImagePlugin import JpegImageFile

from .files import MAX_PICTURE_BYTES, Unreadable, read_bytes

LONGEST_SIDE = 1600
_QUALITY = 82
_GAP = 2
"""How many times larger than it is published a picture may become by a rough, quick step before a fine one."""
_MOST_PIXELS = 60_000_000
_MOST_MEMORY = 230_000_000
_FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}
# Most bytes for a pixel while a picture is read, by format and mode: what is unpacked, and what is made of that.
_WEBP_BYTES = 16
_BYTES = {"1": 3, "L": 3, "RGB": 5.5, "CMYK": 5.5, "I;16": 8}
_OTHER_BYTES = 11
_TRANSPARENT_BYTES = 14
_COEFFICIENT_BYTES = 2
# Every scan of a JPEG goes over the whole picture again, every part of a PNG is looked at by itself.
_SCAN = b"\xff\xda"
_MOST_SCANS = 100
_SCANS_OF_PICTURE_AND_THUMBNAIL = 2
_PNG_START = 8
_MOST_PARTS = 20_000
_ORIENTATION = 0x0112
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_HIGHEST = 255
# What a number of the file is in eight bits, by the form its pixels are packed in.
_SCALES = {"L;2": 85, "L;4": 17, "RGB;16B": 1 / 256}
# What Pillow raises where a file does not hold to its format.
_FAULTS = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
    AttributeError,
    RuntimeError,
    EOFError,
    MemoryError,
    struct.error,
    zlib.error,
    Image.DecompressionBombError,
)


class UnusablePicture(Exception):
    """A file that is no picture of its kind, or one that takes too much to read."""


def published_picture(path: Path) -> bytes:
    """The picture turned upright, at most ``LONGEST_SIDE`` pixels wide and high, in sRGB and in the format of its name.

    Only its pixels are kept: no EXIF, place, profile, comment or thumbnail, and of an animation the first picture.

    Raises:
        UnusablePicture: when the file cannot be read as the kind of picture its name says, or takes too much memory.
    """
    kind = _FORMATS[path.suffix.lower()]
    target = BytesIO()
    try:
        data = read_bytes(path, MAX_PICTURE_BYTES)
        if _has_too_many_parts(data, kind):
            raise UnusablePicture(path.name)
        clean = _clean(data, kind)
        clean.save(target, kind, quality=_QUALITY)
    except (Unreadable, *_FAULTS) as error:
        raise UnusablePicture(path.name) from error
    return target.getvalue()


def _clean(data: bytes, kind: str) -> Image.Image:
    """The pixels alone, as they are to be seen.

    Raises:
        ValueError: the picture takes too much memory.
    """
    with Image.open(BytesIO(data), formats=[kind]) as picture:
        if picture.width * picture.height > _MOST_PIXELS:
            raise ValueError("too many pixels")
        kept = _coefficients(picture, data.count(_SCAN))
        size = _published_size(picture)
        gap = 1 if kept else _GAP
        _, box = picture.draft(None, (size[0] * gap, size[1] * gap)) or (None, None)
        if _memory(picture, kind) + kept > _MOST_MEMORY:
            raise ValueError("too much memory")
        raw_mode = str(picture.tile[0].args) if picture.tile else ""
        picture.load()
        turn, profile = _orientation(picture), picture.info.get("icc_profile")
        _scale_transparency(picture, raw_mode)
        seen = _of_eight_bits(picture)
        if seen.size != size:
            seen = seen.resize(size, box=box, reducing_gap=_GAP)
    in_usual_colours = _in_usual_colours(seen, profile)
    upright = in_usual_colours.transpose(_UPRIGHT[turn]) if turn else in_usual_colours
    clean = Image.new(upright.mode, upright.size)
    clean.paste(upright)
    return clean


def _has_too_many_parts(data: bytes, kind: str) -> bool:
    if kind == "JPEG":
        return data.count(_SCAN) > _MOST_SCANS
    place, parts = _PNG_START, 0
    while kind == "PNG" and place + 8 <= len(data) and parts <= _MOST_PARTS:
        place += 12 + int.from_bytes(data[place : place + 4], "big")
        parts += 1
    return parts > _MOST_PARTS


def _memory(picture: Image.Image, kind: str) -> float:
    """About how many bytes it takes to read a picture as large as it is now, and to make it small."""
    each = _WEBP_BYTES if kind == "WEBP" else _BYTES.get(picture.mode, _OTHER_BYTES)
    if "transparency" in picture.info:
        each = max(each, _TRANSPARENT_BYTES)
    return picture.width * picture.height * each


def _coefficients(picture: Image.Image, scans: int) -> float:
    """How many bytes a JPEG of several scans keeps of the whole picture until the last one is read."""
    if not isinstance(picture, JpegImageFile) or scans <= _SCANS_OF_PICTURE_AND_THUMBNAIL:
        return 0
    samples = [across * down for _, across, down, _ in picture.layer]
    return picture.width * picture.height * _COEFFICIENT_BYTES * sum(samples) / max(samples)


def _orientation(picture: Image.Image) -> int | None:
    """How a picture is to be turned; ``None`` if it is upright, or where the notes of its camera cannot be read."""
    with suppress(*_FAULTS):
        noted = picture.getexif().get(_ORIENTATION)
        return noted if isinstance(noted, int) and noted in _UPRIGHT else None
    return None


def _of_eight_bits(picture: Image.Image) -> Image.Image:
    """A picture in grey, colours, ink or colours with transparency, each in eight bits."""
    if picture.mode.startswith("I"):
        return _of_sixteen(picture)
    if picture.mode == "1":
        picture = picture.convert("L")
    if "transparency" in picture.info:
        return picture.convert("RGBA")
    seen = {"P": "RGB", "LA": "RGBA"}.get(picture.mode, picture.mode)
    return picture if seen == picture.mode else picture.convert(seen)


def _of_sixteen(picture: Image.Image) -> Image.Image:
    """A grey picture of sixteen bits by its upper eight; the shade that is transparent is known by all of them."""
    data, transparent = picture.tobytes(), picture.info.get("transparency")
    low, high = (Image.frombytes("L", picture.size, data[n::2]) for n in (0, 1))
    if transparent is None:
        return high
    unlike = [
        half.point([0 if shade == value else _HIGHEST for shade in range(_HIGHEST + 1)])
        for half, value in ((low, transparent % 256), (high, transparent // 256))
    ]
    return Image.merge("RGBA", (high, high, high, ImageChops.lighter(*unlike)))


def _scale_transparency(picture: Image.Image, raw_mode: str) -> None:
    """Note the transparent colour of a picture in the eight bits that it is read in, rather than those of its file.

    Sixteen bits of grey are left to :func:`_of_sixteen`.
    """
    colour = picture.info.get("transparency")
    if picture.mode == "P" or colour is None or picture.mode.startswith("I"):
        return
    scale = _SCALES.get(raw_mode, 1)
    scaled = [int(value * scale) for value in (colour if isinstance(colour, tuple) else (colour,))]
    picture.info["transparency"] = tuple(scaled) if len(scaled) > 1 else scaled[0]


def _published_size(picture: Image.Image) -> tuple[int, int]:
    scale = min(1, LONGEST_SIDE / max(picture.size))
    return max(1, round(picture.width * scale)), max(1, round(picture.height * scale))


def _in_usual_colours(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """A picture in sRGB; one whose profile cannot be read keeps its numbers, as browsers show it then."""
    mode = "RGBA" if picture.mode == "RGBA" else "RGB"
    if profile:
        with suppress(ImageCms.PyCMSError, *_FAULTS):
            return _converted(picture, ImageCms.ImageCmsProfile(BytesIO(profile))).convert(mode)
    return picture.convert(mode)


def _converted(picture: Image.Image, profile: ImageCms.ImageCmsProfile) -> Image.Image:
    """A picture in sRGB by its profile.

    Raises:
        ImageCms.PyCMSError: the profile is of no use, or of another kind of picture.
    """
    if "sRGB" in ImageCms.getProfileDescription(profile):
        return picture
    grey = profile.profile.xcolor_space.strip() == "GRAY"
    colours = picture if picture.mode == "CMYK" else picture.convert("L" if grey else "RGB")
    changed = ImageCms.profileToProfile(colours, profile, ImageCms.createProfile("sRGB"), outputMode="RGB")
    if changed is None:
        raise ImageCms.PyCMSError
    if picture.mode == "RGBA":
        changed.putalpha(picture.getchannel("A"))
    return changed
