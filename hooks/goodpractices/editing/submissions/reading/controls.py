"""Boxes to tick that are drawn on the sheets of a spreadsheet (XLSX): each with its tick and the words beside it.

Where the state of a box and its words stand together in a drawing of the old kind (VML), the walk reads both there.
Else three parts have to be brought together: the sheet, what it says of its controls, and its drawing.
"""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from .package import Package

_BOXES = ("CheckBox", "Radio")


def ticked_controls(package: Package) -> Iterator[tuple[str, str]]:
    """The boxes on all sheets, each with the part that holds its state: ``☒ Zgoda``."""
    if any(tree.find(".//ClientData") is not None for tree in package.trees.values()):
        return
    for part, sheet in package.trees.items():
        if sheet.tag == "worksheet":
            yield from _on_sheet(package, part, sheet)


def _on_sheet(package: Package, part: str, sheet: Element) -> Iterator[tuple[str, str]]:
    targets, labels = package.relations(part), _labels(package, part)
    seen: set[str] = set()
    for control in sheet.iter("control"):
        name = targets.get(control.get("id", ""), ("", ""))[1]
        about = package.trees.get(name)
        if about is None or about.get("objectType") not in _BOXES or name in seen:
            continue
        seen.add(name)
        tick = "☒" if about.get("checked", "Unchecked") != "Unchecked" else "☐"
        yield name, f"{tick} {labels.get(control.get('shapeId', '')) or control.get('name', '')}"


def _labels(package: Package, part: str) -> Mapping[str, str]:
    """The words in the shapes of a sheet's drawings, by the ids of the shapes."""
    found = {}
    for _, drawing in package.related(part, "drawing"):
        for shape in drawing.iter("sp"):
            about = shape.find("nvSpPr/cNvPr")
            if about is not None:
                found[about.get("id", "")] = " ".join(each.text or "" for each in shape.iter("t")).strip()
    return found
