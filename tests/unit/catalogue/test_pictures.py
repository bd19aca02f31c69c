"""Pictures from strangers: of the kind their name says and not too large, or refused by their name."""

from pathlib import Path

import pytest
from PIL import Image

from goodpractices.catalogue import pictures
from goodpractices.catalogue.pictures import UnusablePicture, open_picture


@pytest.mark.parametrize("name", ["a.jpg", "a.JPEG", "a.png", "a.webp"])
def test_a_picture_is_read_whole(name: str, tmp_path: Path) -> None:
    Image.new("RGB", (3, 2), "white").save(tmp_path / name)
    opened = open_picture(tmp_path / name)
    (tmp_path / name).unlink()
    assert (opened.size, opened.convert("RGB").getpixel((2, 1))) == ((3, 2), (255, 255, 255))


def test_a_picture_may_have_sixty_million_pixels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert pictures._MOST_PIXELS == 60_000_000
    monkeypatch.setattr(pictures, "_MOST_PIXELS", 16)
    for size in ((4, 4), (17, 1)):
        Image.new("L", size).save(tmp_path / f"{size[0]}.png")
    assert open_picture(tmp_path / "4.png").size == (4, 4)
    with pytest.raises(UnusablePicture, match=r"^17\.png$"):
        open_picture(tmp_path / "17.png")


def test_a_picture_of_another_kind_than_its_name_says_is_refused(tmp_path: Path) -> None:
    Image.new("RGB", (3, 2)).save(tmp_path / "a.png")
    (tmp_path / "a.png").rename(tmp_path / "a.jpg")
    (tmp_path / "b.png").write_bytes(b"\x89PNG\r\n")
    for name in ("a.jpg", "b.png", "c.png"):
        with pytest.raises(UnusablePicture, match=rf"^{name}$"):
            open_picture(tmp_path / name)
