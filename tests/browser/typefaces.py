"""The typefaces that the tests bring along, so that a page takes the same room on every machine.

Two that stand for all the others: one as narrow as Arial Narrow, one as wide as DejaVu Sans and Verdana. They come from
packages of ``requirements/test.txt``. The policy of a page lets it load no typeface, so the browser is told of them: it
knows no other one, whatever is installed. On Linux alone, since others do not ask fontconfig.
"""

import os
from importlib.resources import files
from pathlib import Path
from typing import Literal, get_args

import pytest
from tests.support.thorough import at_night

Typeface = Literal["narrow", "wide"]

TYPEFACES: tuple[Typeface, ...] = get_args(Typeface)
# For what the width of letters decides; the rest is seen in one of them, since each costs its time.
IN_BOTH_TYPEFACES = pytest.mark.parametrize("typeface", TYPEFACES, indirect=True)
# What takes long, of which the wide one tells most.
IN_BOTH_AT_NIGHT = pytest.mark.parametrize("typeface", ["wide", at_night("narrow")], indirect=True)
IN_THE_WIDE_TYPEFACE = pytest.mark.parametrize("typeface", ["wide"], indirect=True)

_FAMILIES: dict[Typeface, tuple[str, str]] = {
    "narrow": ("Archivo Narrow", "fontpkg_archivo_narrow"),
    "wide": ("Montserrat", "fontpkg_montserrat"),
}
_SETTINGS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>{folder}</dir>
  <cachedir>{cache}</cachedir>
  <match target="pattern">
    <edit name="family" mode="assign" binding="strong"><string>{family}</string></edit>
  </match>
  {more}
</fontconfig>
"""
# The bold of Verdana and DejaVu is far wider than their plain letters; that of Montserrat only at its heaviest.
_WIDE_BOLD = """<match target="pattern">
    <test name="weight" compare="more_eq"><const>demibold</const></test>
    <edit name="weight" mode="assign" binding="strong"><const>black</const></edit>
  </match>"""


def reference(typeface: Typeface, folder: Path) -> dict[str, str]:
    """The environment of a browser that knows this typeface alone; what it needs for that is written to the folder."""
    family, package = _FAMILIES[typeface]
    settings = folder / f"{typeface}.conf"
    settings.write_text(
        _SETTINGS.format(
            folder=files(package) / "files",
            cache=folder / "cache",
            family=family,
            more=_WIDE_BOLD if typeface == "wide" else "",
        ),
        encoding="utf-8",
    )
    return {**os.environ, "FONTCONFIG_FILE": str(settings)}
