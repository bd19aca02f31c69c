"""What a picture of a stranger takes of the machine, asked of a process of its own."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from _shared.environment import ROOT

_MOST_MEGABYTES = 300
_MEASURE = """
import re, sys
from pathlib import Path
from goodpractices.catalogue.pictures import UnusablePicture, published_picture
try:
    print(len(published_picture(Path(sys.argv[1]))) > 0)
except UnusablePicture:
    print("refused")
print(int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says how much a process has taken by itself")
@pytest.mark.parametrize(
    ("name", "size", "mode", "options", "outcome"),
    [
        ("a.webp", (3_700, 3_700), "RGB", {"quality": 10, "method": 0}, "True"),
        ("a.webp", (7_600, 7_600), "RGB", {"quality": 10, "method": 0}, "refused"),
        ("a.png", (4_500, 4_500), "RGBA", {"compress_level": 1}, "True"),
        ("a.jpg", (6_399, 6_399), "L", {}, "True"),
        ("a.jpg", (7_700, 7_700), "L", {"progressive": True}, "True"),
    ],
)
def test_no_picture_takes_more_memory_than_is_allowed(
    name: str, size: tuple[int, int], mode: str, options: dict[str, Any], outcome: str, tmp_path: Path
) -> None:
    Image.new(mode, size).save(tmp_path / name, **options)
    done = subprocess.run(
        [sys.executable, "-c", _MEASURE, str(tmp_path / name)],
        env={"PYTHONPATH": str(ROOT / "hooks")},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    said, megabytes = done.stdout.split()
    assert said == outcome
    assert int(megabytes) < _MOST_MEGABYTES
