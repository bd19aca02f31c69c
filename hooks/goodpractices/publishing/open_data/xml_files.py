"""XML as files: declared, indented, in UTF-8."""

from xml.etree import ElementTree as ET


def xml_file(root: ET.Element) -> bytes:
    """The bytes of a document; texts are escaped on the way."""
    ET.indent(root)
    text: bytes = ET.tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + text + b"\n"


def add_text(parent: ET.Element, name: str, text: str) -> None:
    """Add an element with nothing but a text in it."""
    ET.SubElement(parent, name).text = text
