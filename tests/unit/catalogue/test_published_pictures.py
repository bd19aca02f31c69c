"""Published pictures: nothing but the picture, upright, of a sane size."""

import tempfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from tests.support.hostile_pictures import NO_PICTURES, PICTURES_WITH_MORE, SCRIPT, jpeg, png

from goodpractices.catalogue.pictures import LONGEST_SIDE, UnusablePicture, published_picture

ORIENTATION, MAKER, GPS = 0x0112, 0x010F, 0x8825


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def test_what_a_camera_noted_is_not_published(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    noted = Image.Exif()
    noted[MAKER] = "Aparat sąsiada"
    noted.get_ifd(GPS)[1] = "N"
    Image.new("RGB", (40, 20), "red").save(path, exif=noted, comment=b"tajne")
    assert b"Aparat" in path.read_bytes()
    data = published_picture(path)
    assert not opened(data).getexif()
    assert b"Aparat" not in data
    assert b"tajne" not in data


def test_notes_in_a_png_are_not_published(tmp_path: Path) -> None:
    notes = PngInfo()
    notes.add_text("Author", "Jan Kowalski")
    Image.new("RGB", (4, 4)).save(tmp_path / "a.png", pnginfo=notes)
    assert b"Kowalski" not in published_picture(tmp_path / "a.png")


def test_a_picture_lying_on_its_side_is_put_upright(tmp_path: Path) -> None:
    turned = Image.Exif()
    turned[ORIENTATION] = 6
    Image.new("RGB", (40, 20)).save(tmp_path / "a.jpg", exif=turned)
    assert opened(published_picture(tmp_path / "a.jpg")).size == (20, 40)


@pytest.mark.slow
def test_a_large_picture_is_made_smaller_and_keeps_its_shape(tmp_path: Path) -> None:
    Image.new("RGB", (3200, 800)).save(tmp_path / "a.png")
    assert opened(published_picture(tmp_path / "a.png")).size == (LONGEST_SIDE, LONGEST_SIDE // 4)


def test_a_small_picture_is_not_made_larger(tmp_path: Path) -> None:
    Image.new("RGB", (30, 20)).save(tmp_path / "a.webp")
    assert opened(published_picture(tmp_path / "a.webp")).size == (30, 20)


@pytest.mark.parametrize(
    ("name", "kind"), [("a.jpg", "JPEG"), ("a.JPEG", "JPEG"), ("a.png", "PNG"), ("a.webp", "WEBP")]
)
def test_a_picture_stays_of_its_kind(tmp_path: Path, name: str, kind: str) -> None:
    Image.new("RGB", (3, 3)).save(tmp_path / name)
    assert opened(published_picture(tmp_path / name)).format == kind


@pytest.mark.parametrize("mode", ["L", "LA", "P", "RGBA", "1", "CMYK", "I;16"])
def test_every_kind_of_colour_can_be_published(tmp_path: Path, mode: str) -> None:
    name = "a.jpg" if mode == "CMYK" else "a.png"
    Image.new(mode, (3, 3)).save(tmp_path / name)
    assert opened(published_picture(tmp_path / name)).size == (3, 3)


def test_what_is_transparent_stays_transparent(tmp_path: Path) -> None:
    Image.new("RGBA", (3, 3), (0, 0, 0, 0)).save(tmp_path / "a.png")
    assert opened(published_picture(tmp_path / "a.png")).getpixel((1, 1)) == (0, 0, 0, 0)


@pytest.mark.parametrize("content", [b"", b"<svg onload='alert(1)'/>", b"\x89PNG\r\n\x1a\n" + b"\0" * 40])
def test_what_is_no_picture_is_refused_by_its_name(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.png").write_bytes(content)
    with pytest.raises(UnusablePicture, match=r"a\.png"):
        published_picture(tmp_path / "a.png")


def test_a_picture_of_another_kind_than_its_name_is_refused(tmp_path: Path) -> None:
    Image.new("RGB", (3, 3)).save(tmp_path / "a.png")
    (tmp_path / "a.png").rename(tmp_path / "a.jpg")
    with pytest.raises(UnusablePicture):
        published_picture(tmp_path / "a.jpg")


@pytest.mark.parametrize(
    ("name", "data"),
    PICTURES_WITH_MORE,
    ids=["page behind", "archive behind", "notes", "profile", "page behind a JPEG", "comment", "JPEG profile", "XMP"],
)
def test_what_is_a_picture_and_something_else_is_published_as_a_picture_alone(
    name: str, data: bytes, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(data)
    clean = published_picture(tmp_path / name)
    assert SCRIPT not in clean
    assert b"index.html" not in clean
    assert opened(clean).size == (4, 4)


@pytest.mark.parametrize(
    "data",
    NO_PICTURES,
    ids=lambda data: ascii(data[:12]),
)
def test_what_only_pretends_to_be_a_picture_or_would_fill_the_memory_is_refused(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(data)
    with pytest.raises(UnusablePicture, match=r"a\.png"):
        published_picture(tmp_path / "a.png")


@pytest.mark.slow
def test_a_picture_of_many_pixels_in_few_bytes_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    Image.new("1", (25_000, 3_000)).save(tmp_path / "a.png")
    assert (tmp_path / "a.png").stat().st_size < 100_000
    with pytest.raises(UnusablePicture):
        published_picture(tmp_path / "a.png")


@given(st.binary(max_size=200), st.integers(0, 80), st.sampled_from(["a.png", "a.jpg", "a.webp"]))
def test_whatever_a_file_holds_it_is_a_picture_or_refused(data: bytes, start: int, name: str) -> None:
    good = jpeg() if name == "a.jpg" else png()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(good[:start] + data + good[start + len(data) :])
        try:
            clean = published_picture(path)
        except UnusablePicture:
            return
    assert max(opened(clean).size) <= LONGEST_SIDE
