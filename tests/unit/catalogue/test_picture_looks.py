"""A published picture shows what was handed in, in every mode and format, upright, and holds nothing but pixels."""

import struct
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageCms
from tests.support.entries import add, entry, practices_folder, problems_in

from goodpractices.catalogue import pictures, published_picture
from goodpractices.catalogue.pictures import UnusablePicture

SIZE = (64, 48)
EXACT, LOSSY = 0, 12
PNG_MODES = ("1", "L", "LA", "P", "RGB", "RGBA")
MATRIX = [
    *(("a.png", mode, {}, EXACT) for mode in PNG_MODES),
    ("a.png", "P", {"transparency": 3}, EXACT),
    ("a.png", "P", {"transparency": bytes(range(256))}, EXACT),
    ("a.png", "L", {"transparency": 96}, EXACT),
    ("a.png", "1", {"transparency": 255}, EXACT),
    ("a.png", "RGB", {"transparency": (128, 84, 126)}, EXACT),
    ("a.png", "RGB", {"save_all": True, "append_images": [Image.new("RGB", SIZE, "red")]}, EXACT),
    *(("a.jpg", mode, options, LOSSY) for mode in ("L", "RGB", "CMYK") for options in ({}, {"progressive": True})),
    *(("a.webp", mode, {"lossless": is_lossless}, LOSSY) for mode in ("RGB", "RGBA") for is_lossless in (True, False)),
    ("a.webp", "RGBA", {"save_all": True, "append_images": [Image.new("RGBA", SIZE, "red")]}, LOSSY),
]


def slope(mode: str) -> Image.Image:
    """A picture whose grey, colours and transparency all go from one end to the other."""
    across = Image.linear_gradient("L").resize(SIZE)
    down = across.transpose(Image.Transpose.ROTATE_90).resize(SIZE)
    steep = across.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    colours = Image.merge("RGB", (across, down, steep))
    if mode == "RGBA":
        return Image.merge("RGBA", (across, down, steep, down))
    return Image.merge("LA", (across, down)) if mode == "LA" else colours.convert(mode)


def seen(picture: Image.Image) -> Image.Image:
    """The picture on white paper and on black, one below the other."""
    over = picture.convert("RGBA")
    both = Image.new("RGB", (over.width, 2 * over.height), "white")
    both.paste("black", (0, over.height, *both.size))
    for top in (0, over.height):
        both.paste(over, (0, top), over)
    return both


def difference(one: Image.Image, other: Image.Image) -> int:
    """The largest difference of a channel of a pixel."""
    assert one.size == other.size
    return max(ImageChops.difference(seen(one), seen(other)).tobytes())


def opened(data: bytes) -> Image.Image:
    picture = Image.open(BytesIO(data))
    picture.load()
    return picture


@pytest.mark.parametrize(
    ("name", "mode", "options", "most"),
    MATRIX,
    ids=[f"{mode} {name} {n}" for n, (name, mode, _, _) in enumerate(MATRIX)],
)
def test_a_published_picture_looks_like_the_one_handed_in(
    name: str, mode: str, options: dict[str, Any], most: int, tmp_path: Path
) -> None:
    slope(mode).save(tmp_path / name, **options)
    handed_in = opened((tmp_path / name).read_bytes())
    published = opened(published_picture(tmp_path / name))
    assert difference(published, handed_in) <= most
    assert ("A" in published.getbands()) == ("A" in mode or "transparency" in options)


def packed_png(depth: int, kind: int, row: bytes, width: int, transparent: bytes = b"") -> bytes:
    """A PNG of one row, in a depth that Pillow does not write."""
    parts = [(b"IHDR", struct.pack(">IIBBBBB", width, 1, depth, kind, 0, 0, 0))]
    parts += [(b"tRNS", transparent)] if transparent else []
    parts += [(b"IDAT", zlib.compress(b"\0" + row)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(part_of_png(name, data) for name, data in parts)


def part_of_png(name: bytes, data: bytes = b"") -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def words(*values: int) -> bytes:
    return struct.pack(f">{len(values)}H", *values)


@pytest.mark.parametrize(
    ("data", "pixels"),
    [
        (packed_png(16, 0, words(0, 300, 32_768, 65_535), 4), "000000 010101 808080 ffffff"),
        (packed_png(16, 0, words(0, 300, 301, 65_535), 4, words(300)), "000000ff 01010100 010101ff ffffffff"),
        (packed_png(16, 2, words(300, 301, 302, 65_535, 0, 32_768), 2), "010101 ff0080"),
        (packed_png(16, 2, words(300, 301, 302, 65_535, 0, 0), 2, words(300, 301, 302)), "01010100 ff0000ff"),
        (packed_png(16, 4, words(30_000, 300), 1), "75757501"),
        (packed_png(16, 6, words(300, 30_000, 302, 65_535), 1), "017501ff"),
        (packed_png(2, 0, b"\x1b", 4, words(2)), "000000ff 555555ff aaaaaa00 ffffffff"),
        (packed_png(4, 0, b"\x13\xf0", 4, words(3)), "111111ff 33333300 ffffffff 000000ff"),
        (packed_png(1, 0, b"\x40", 2, words(1)), "000000ff ffffff00"),
        (packed_png(8, 0, b"\x01\x02", 2, words(2)), "010101ff 02020200"),
    ],
)
def test_every_depth_of_a_png_keeps_its_shades_and_what_is_transparent(
    data: bytes, pixels: str, tmp_path: Path
) -> None:
    (tmp_path / "a.png").write_bytes(data)
    published = opened(published_picture(tmp_path / "a.png"))
    assert published.tobytes().hex(" ", -len(published.getbands())) == pixels


CORNERS = ("red", "lime", "blue", "white")
TURNED = {
    1: ("red", "lime", "blue", "white"),
    2: ("lime", "red", "white", "blue"),
    3: ("white", "blue", "lime", "red"),
    4: ("blue", "white", "red", "lime"),
    5: ("red", "blue", "lime", "white"),
    6: ("blue", "red", "white", "lime"),
    7: ("white", "lime", "blue", "red"),
    8: ("lime", "white", "red", "blue"),
}


@pytest.mark.parametrize("orientation", TURNED)
@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.webp"])
def test_a_picture_is_upright_however_the_camera_was_held(name: str, orientation: int, tmp_path: Path) -> None:
    whole = Image.new("RGB", (32, 16))
    for corner, place in zip(CORNERS, ((0, 0), (16, 0), (0, 8), (16, 8)), strict=True):
        whole.paste(corner, (*place, place[0] + 16, place[1] + 8))
    noted = Image.Exif()
    noted[0x0112] = orientation
    whole.save(tmp_path / name, exif=noted)
    published = opened(published_picture(tmp_path / name)).convert("RGB")
    assert published.size == ((32, 16) if orientation < 5 else (16, 32))
    across, down = published.width - 3, published.height - 3
    corners = ((2, 2), (across, 2), (2, down), (across, down))
    for corner, place in zip(TURNED[orientation], corners, strict=True):
        assert difference(published.crop((*place, place[0] + 1, place[1] + 1)), Image.new("RGB", (1, 1), corner)) <= 40


def swapped_profile() -> bytes:
    """A profile by which what is noted as red is blue, and the other way round."""
    data = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    renamed = data.replace("sRGB".encode("utf-16-be"), "abcd".encode("utf-16-be")).replace(b"sRGB", b"abcd")
    head, table = renamed[:128], renamed[128:]
    return head + table.replace(b"rXYZ", b"____", 1).replace(b"bXYZ", b"rXYZ", 1).replace(b"____", b"bXYZ", 1)


@pytest.mark.parametrize(("mode", "colour"), [("RGB", (255, 0, 0)), ("RGBA", (255, 0, 0, 128))])
def test_colours_are_those_of_the_profile_of_the_picture(mode: str, colour: tuple[int, ...], tmp_path: Path) -> None:
    Image.new(mode, (4, 4), colour).save(tmp_path / "a.png", icc_profile=swapped_profile())
    pixel = opened(published_picture(tmp_path / "a.png")).getpixel((1, 1))
    assert isinstance(pixel, tuple)
    assert pixel[0] <= 3
    assert pixel[2] >= 250
    assert pixel[3:] == colour[3:]


@pytest.mark.parametrize("profile", [b"", b"abc", b"\0" * 200, swapped_profile()[:200]])
def test_a_profile_that_cannot_be_read_changes_no_colour(profile: bytes, tmp_path: Path) -> None:
    Image.new("RGB", (4, 4), (200, 10, 20)).save(tmp_path / "a.png", icc_profile=profile)
    assert opened(published_picture(tmp_path / "a.png")).getpixel((1, 1)) == (200, 10, 20)


# ----- nothing beside the pixels


def noted_everywhere(kind: str) -> bytes:
    """A picture with the name of its author wherever a format has a place for it."""
    author = "Kowalska"
    exif = Image.Exif()
    exif[0x013B] = author
    exif.get_ifd(0x8825)[1] = "N"
    xmp = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{author}</x:xmpmeta>".encode()
    data = BytesIO()
    slope("RGB").save(data, kind, exif=exif, xmp=xmp, icc_profile=swapped_profile() + author.encode(), comment=author)
    written = data.getvalue()
    if kind == "JPEG":
        iptc = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x0d\x1c\x02\x50\0\x08" + author.encode()
        thumbnail = b"JFXX\0\x10" + author.encode()
        extra = b"".join(
            b"\xff" + bytes([marker]) + struct.pack(">H", len(part) + 2) + part
            for marker, part in ((0xED, iptc), (0xE0, thumbnail), (0xFE, author.encode()))
        )
        written = written[:2] + extra + written[2:]
    return written + author.encode()


def parts_of(data: bytes) -> set[str]:
    """The kinds of parts a published picture consists of."""
    if data.startswith(b"\x89PNG"):
        place, found = 8, set()
        while place < len(data):
            found.add(data[place + 4 : place + 8].decode("latin-1"))
            place += 12 + int.from_bytes(data[place : place + 4], "big")
        return found
    if data.startswith(b"RIFF"):
        place, found = 12, set()
        while place < len(data):
            found.add(data[place : place + 4].decode("latin-1"))
            size = int.from_bytes(data[place + 4 : place + 8], "little")
            place += 8 + size + size % 2
        return found
    place, found = 2, set()
    while data[place + 1] != 0xDA:
        found.add(f"{data[place + 1]:x}")
        place += 2 + int.from_bytes(data[place + 2 : place + 4], "big")
    assert data.endswith(b"\xff\xd9")
    return found


@pytest.mark.parametrize(
    ("name", "kind", "parts"),
    [
        ("a.png", "PNG", {"IHDR", "IDAT", "IEND"}),
        ("a.jpg", "JPEG", {"e0", "db", "c0", "c4"}),
        ("a.webp", "WEBP", {"VP8 "}),
    ],
)
def test_a_published_picture_holds_pixels_alone(name: str, kind: str, parts: set[str], tmp_path: Path) -> None:
    handed_in = noted_everywhere(kind)
    assert handed_in.count(b"Kowalska") >= 2
    (tmp_path / name).write_bytes(handed_in)
    published = published_picture(tmp_path / name)
    assert b"Kowalska" not in published
    assert parts_of(published) == parts
    assert not opened(published).getexif()


# ----- what validates is built


def broken_exif() -> bytes:
    """A JPEG that lies on its side, with a text where its width belongs."""
    data = BytesIO()
    width = struct.pack("<HHII", 0x0100, 2, 8, 38)
    turned = struct.pack("<HHIHH", 0x0112, 3, 1, 6, 0)
    notes = b"II*\0" + struct.pack("<IH", 8, 2) + width + turned + struct.pack("<I", 0) + b"szeroko\0"
    slope("RGB").save(data, "JPEG", exif=b"Exif\0\0" + notes)
    return data.getvalue()


def test_notes_of_a_camera_that_make_no_sense_keep_no_picture_out(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(broken_exif())
    assert opened(published_picture(tmp_path / "a.jpg")).size == (48, 64)


def test_what_cannot_be_published_is_not_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = practices_folder(tmp_path)
    media = {"media": [{"file": "a.webp", "alt": "Sad", "credit": "Urząd"}]}
    add(folder, "wzor/index.md", entry(media))
    data = BytesIO()
    slope("RGB").save(data, "WEBP")
    add(folder, "wzor/a.webp", data.getvalue())
    assert problems_in(folder) == []
    monkeypatch.setattr(pictures, "_MOST_MEMORY", 64 * 48 * 16 - 1)
    [line] = problems_in(folder)
    assert line.startswith(
        "practices/wzor/a.webp: Tego pliku nie da się otworzyć jako zdjęcia albo ma ono za dużo pikseli."
    )


@pytest.mark.parametrize(
    ("name", "mode", "options", "bytes_each"),
    [
        ("a.webp", "RGB", {}, 16),
        ("a.png", "RGB", {}, 5.5),
        ("a.png", "RGBA", {}, 11),
        ("a.png", "P", {"transparency": 1}, 14),
    ],
)
def test_memory_is_reckoned_before_a_picture_is_unpacked(
    name: str, mode: str, options: dict[str, Any], bytes_each: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert pictures._MOST_MEMORY == 230_000_000
    slope(mode).save(tmp_path / name, **options)
    monkeypatch.setattr(pictures, "_MOST_MEMORY", 64 * 48 * bytes_each)
    assert published_picture(tmp_path / name)
    monkeypatch.setattr(pictures, "_MOST_MEMORY", 64 * 48 * bytes_each - 1)
    monkeypatch.setattr(Image.Image, "load", pytest.fail)
    with pytest.raises(UnusablePicture):
        published_picture(tmp_path / name)


def test_a_picture_may_have_sixty_million_pixels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert pictures._MOST_PIXELS == 60_000_000
    slope("L").save(tmp_path / "a.jpg")
    monkeypatch.setattr(pictures, "_MOST_PIXELS", 64 * 48)
    assert published_picture(tmp_path / "a.jpg")
    monkeypatch.setattr(pictures, "_MOST_PIXELS", 64 * 48 - 1)
    with pytest.raises(UnusablePicture, match=r"^a\.jpg$"):
        published_picture(tmp_path / "a.jpg")


def test_a_jpeg_of_more_scans_than_any_camera_makes_is_refused(tmp_path: Path) -> None:
    data = BytesIO()
    slope("RGB").save(data, "JPEG", progressive=True)
    scan = data.getvalue()[data.getvalue().rindex(b"\xff\xda") : -2]
    (tmp_path / "a.jpg").write_bytes(data.getvalue()[:-2] + scan * 200 + b"\xff\xd9")
    with pytest.raises(UnusablePicture):
        published_picture(tmp_path / "a.jpg")


def test_a_png_of_very_many_parts_is_refused(tmp_path: Path) -> None:
    data = BytesIO()
    slope("RGB").save(data, "PNG")
    (tmp_path / "a.png").write_bytes(data.getvalue()[:33] + part_of_png(b"teSt") * 30_000 + data.getvalue()[33:])
    with pytest.raises(UnusablePicture):
        published_picture(tmp_path / "a.png")


def test_a_large_jpeg_is_read_at_the_size_it_is_needed_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slope("RGB").resize((6600, 60)).save(tmp_path / "a.jpg")
    monkeypatch.setattr(pictures, "LONGEST_SIDE", 160)
    monkeypatch.setattr(pictures, "_MOST_MEMORY", 825 * 8 * 5.5)
    assert opened(published_picture(tmp_path / "a.jpg")).size == (160, 1)
