"""Formulas of Word (OMML) on one line: a half is ``1/2`` and ten to the sixth ``10⁶``, never 12 or 106."""

from xml.etree.ElementTree import Element

from .signs import placed

_PROPERTIES = "Pr"


def formula(element: Element) -> str:
    """The text of a formula, or of a part of one."""
    match element.tag:
        case "t":
            return element.text or ""
        case "f":
            return f"{_grouped(_part(element, 'num'))}/{_grouped(_part(element, 'den'))}"
        case "sSup" | "sSub" | "sSubSup" | "sPre":
            return _part(element, "e") + _at(element, "sub") + _at(element, "sup")
        case "rad":
            return f"{_at(element, 'deg')}√({_part(element, 'e')})"
        case "nary" | "groupChr":
            sign = _value(element, "chr") or "∫"
            return f"{sign}{_at(element, 'sub')}{_at(element, 'sup')}({_part(element, 'e')})"
        case "d":
            start, end = _value(element, "begChr", "("), _value(element, "endChr", ")")
            return start + _value(element, "sepChr", "|").join(map(formula, element.findall("e"))) + end
        case "m" | "eqArr":
            return "; ".join(map(formula, [each for each in element if not each.tag.endswith(_PROPERTIES)]))
        case "mr":
            return ", ".join(map(formula, element.findall("e")))
        case "limLow" | "limUpp" | "func":
            return " ".join(filter(None, (formula(each) for each in element if not each.tag.endswith(_PROPERTIES))))
    return "".join(formula(each) for each in element if not each.tag.endswith(_PROPERTIES))


def _part(element: Element, name: str) -> str:
    found = element.find(name)
    return formula(found) if found is not None else ""


def _at(element: Element, name: str) -> str:
    """What stands above or below the line; behind ``^`` or ``_`` where no letters for it are known."""
    text = _part(element, name)
    raised = placed(text, "sub" if name == "sub" else "super")
    if not text or not any(each.isalnum() and each == other for each, other in zip(text, raised, strict=True)):
        return raised
    return ("_" if name == "sub" else "^") + _grouped(text)


def _grouped(text: str) -> str:
    return text if text.isalnum() or not text else f"({text})"


def _value(element: Element, name: str, otherwise: str = "") -> str:
    found = element.find(f"{element.tag}Pr/{name}")
    return found.get("val", "") if found is not None else otherwise
