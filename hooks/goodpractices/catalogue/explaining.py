"""What a field is for and what may stand in it, in words: the same in the editors' guide and in the JSON Schemas."""

from ..wording import Translations
from .registry import VOCABULARIES
from .shapes import Shape

COMMON_FIELDS = ("note", "source")
"""What these are is the same in whatever record they stand."""

_SAME_EVERYWHERE = (*COMMON_FIELDS, "precision")
# In what the limits of a kind are counted; an address is short enough anyway.
_MEASURED = {"text": "characters", "lines": "characters", "number": "numbers", "whole": "numbers"}


def field_help(name: str, within: str, t: Translations) -> str:
    """What to write into a field of the record ``within``, with code in backticks; empty where its name says it all."""
    place = f"{within}.{name}" if within else name
    keys = [f"guide.help.{place}", f"help.{place}"]
    keys += [f"help.{name}"] if name in _SAME_EVERYWHERE else []
    return next((t(key) for key in keys if key in t), "")


def value_help(choice: str, value: str, t: Translations) -> str:
    """What there is to say of a value of a closed choice besides its label; empty for most."""
    key = f"guide.values.{choice}.{value}"
    return t(key) if key in t else ""


def shape_in_words(shape: Shape, t: Translations) -> str:
    """What may stand in a field: its kind, its limits, and what is so when it is left out, with code in backticks."""
    said = _kind(shape, t)
    return said + t("guide.default", value=shape["default"]) if "default" in shape else said


def _kind(shape: Shape, t: Translations) -> str:
    kind = shape["kind"]
    if kind == "list":
        return _list(shape, t)
    if kind == "map":
        limits = _limits(shape, "pairs", t)
        return t("guide.pairs", keys=_kind(shape["keys"], t), values=_kind(shape["of"], t), limits=limits)
    if kind == "ref":
        return _reference(shape["to"], t)
    return t(f"guide.kind.{kind}") + (_limits(shape, _MEASURED[kind], t) if kind in _MEASURED else "")


def _list(shape: Shape, t: Translations) -> str:
    limits = _limits(shape, "items", t)
    if shape["of"]["kind"] == "record":
        return t("guide.list.fields_or_one" if shape.get("single") else "guide.list.fields", limits=limits)
    key = "guide.list.or_one" if shape.get("single") else "guide.list.items"
    return t(key, limits=limits, item=_kind(shape["of"], t))


def _reference(to: str, t: Translations) -> str:
    if to == "practices":
        return t("guide.reference.practice")
    return t(f"guide.reference.{'vocabulary' if to in VOCABULARIES else 'registry'}", name=to)


def _limits(shape: Shape, unit: str, t: Translations) -> str:
    given = {name: shape[name] for name in ("min", "max") if name in shape}
    return " " + t(f"guide.limits.{unit}_{'_'.join(given)}", **given) if given else ""
