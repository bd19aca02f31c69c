"""Which attributes in an office file may hold words of somebody, as far as that can be told without knowing them all.

Where formats let people write what they like, any word counts; elsewhere only what no name of a program's own looks
like. What programs note about people and folders counts nowhere.
"""

import re
from xml.etree.ElementTree import Element

_NATURAL = re.compile(r"[^\W\d_a-zA-Z]|[^\W\d_]{3,} [^\W\d_]{2,}")
"""A letter that no name of a program's own has, or several words."""
_FREE = {
    *("v", "val", "value", "caption", "comment", "description", "display-text", "displayText", "text"),
    *("string-value", "string-value-if-true", "string-value-if-false", "key1", "key2", "totalsRowLabel"),
    *("source-field-name", "placeholder"),
}
"""Attributes in which formats let people write what they like; in documents, ``val`` is a setting nearly everywhere."""
_NAMED = {
    *("cacheField", "dataField", "tableColumn", "scenario", "protectedRange", "connection", "definedName"),
    *("data-pilot-member", "named-expression", "variable-decl", "user-field-decl"),
}
"""Elements that people name, as against those that programs number (``Obraz 1``)."""
_OWN_VALUES = {"listEntry", "alias", "helpText", "statusText", "filter", "customFilter", "item", "sheetName"}
"""Elements of documents and sheets whose ``val`` is a text."""
_SETTINGS = {
    *(
        "style",
        "typeface",
        "ascii",
        "hAnsi",
        "cs",
        "eastAsia",
        "name",
        "author",
        "initials",
        "displayName",
        "eqn",
        "path",
    ),
    *(
        "fontFamily",
        "font",
        "face",
        "instr",
        "formula",
        "condition",
        "expression",
        "points",
        "d",
        "uri",
        "type",
        "data",
    ),
    *("userId", "userName", "Target", "url", "macro", "dataCaption"),
}
"""Attributes that look like words and are none of anybody's: typefaces, people, folders."""
_SETTINGS_END = ("By", "-name", "-address")
_PARTS_OF_SETTINGS = re.compile(
    r"styles\.xml|theme|fontTable|[sS]ettings|numbering|person|people|Content_Types|manifest"
)

_LONGEST_WORD = 40
_WORTH_A_LOOK = frozenset({*_FREE, "name", "display"})


def may_be_said(element: Element, parent: str, name: str, part: str) -> bool:
    """Whether an attribute may hold words of somebody.

    Args:
        element: the element that has it.
        parent: the tag around that.
        name: the name of the attribute.
        part: the part of the package in which the element stands.
    """
    value = element.get(name, "")
    if name not in _WORTH_A_LOOK and value.isascii() and " " not in value:  # as nearly all are
        return False
    if name == "v" and element.tag in ("s", "n", "d"):
        return "pivot" in part
    if element.tag == "rFont" or value in ("true", "false") or not any(letter.isalpha() for letter in value):
        return False
    if element.tag == "docVar":  # what a template was filled in with; programs keep codes of their own there, too
        return name == "val" and (" " in value or len(value) <= _LONGEST_WORD)
    if _PARTS_OF_SETTINGS.search(part):
        return False
    if name == "val":
        is_text = element.tag in _OWN_VALUES or (parent, element.tag) == ("textInput", "default")
        return is_text or ("word/" not in part and _is_natural(value))
    if name == "value" and element.tag in ("listItem", "list-item"):  # what a choice is called inside a program
        return False
    return _is_free(element.tag, name) or (
        name not in _SETTINGS and not name.endswith(_SETTINGS_END) and _is_natural(value)
    )


def _is_free(tag: str, name: str) -> bool:
    """Whether a format lets people write there what they like."""
    return name in _FREE or (name, tag) == ("display", "hyperlink") or (name == "name" and tag in _NAMED)


def _is_natural(value: str) -> bool:
    return bool(_NATURAL.search(value))
