"""How to cite a practice: in words, and as files for reference managers (BibTeX, RIS, CSL-JSON)."""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from ...catalogue import Identity, Practice
from ..addresses import DATA, practice_address

_TEX = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_TEX |= {sign: "\\" + sign for sign in "#$%&_"}
_NEW_LINE = re.compile(r"\s*[\r\n]+\s*")


@dataclass(frozen=True, slots=True)
class Reference:
    """What a citation says of the page of a practice."""

    id: str
    title: str
    publisher: str
    catalogue: str
    changed: date | None
    url: str | None


def reference(practice: Practice, identity: Identity, url: str | None) -> Reference:
    """The reference to a practice; without an address of the site it has none either."""
    return Reference(
        practice.id,
        _NEW_LINE.sub(" ", practice.title),
        identity.publisher,
        identity.name,
        practice.editorial.updated or practice.editorial.created,
        url,
    )


def bibtex(references: Iterable[Reference]) -> str:
    """Entries for BibTeX and biber, in UTF-8."""
    return "\n".join(map(_bibtex, references))


def _bibtex(cited: Reference) -> str:
    fields = {
        "title": f"{{{_tex(cited.title)}}}",
        "author": f"{{{_tex(cited.publisher)}}}",
        "howpublished": _tex(cited.catalogue),
        "year": str(cited.changed.year) if cited.changed else None,
        "month": str(cited.changed.month) if cited.changed else None,
        "url": cited.url,
        "langid": "polish",
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value is not None)
    return f"@misc{{{cited.id},\n{lines}}}\n"


def ris(references: Iterable[Reference]) -> str:
    """The same for managers that read RIS; its lines end as the format has it."""
    return "".join(map(_ris, references))


def _ris(cited: Reference) -> str:
    lines = [
        ("TY", "ELEC"),
        ("ID", cited.id),
        ("TI", cited.title),
        ("AU", cited.publisher),
        ("T2", cited.catalogue),
        ("PY", str(cited.changed.year) if cited.changed else None),
        ("DA", f"{cited.changed:%Y/%m/%d}" if cited.changed else None),
        ("LA", "pl"),
        ("UR", cited.url),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines if value is not None)


def csl_json(references: Iterable[Reference]) -> str:
    """The same as CSL-JSON, a list."""
    return json.dumps([_csl(cited) for cited in references], ensure_ascii=False, indent=2) + "\n"


def _csl(cited: Reference) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": cited.id,
        "type": "webpage",
        "title": cited.title,
        "author": [{"literal": cited.publisher}],
        "container-title": cited.catalogue,
        "language": "pl",
    }
    if cited.changed:
        item["issued"] = {"date-parts": [[cited.changed.year, cited.changed.month, cited.changed.day]]}
    if cited.url:
        item["URL"] = cited.url
    return item


FORMATS: dict[str, Callable[[Iterable[Reference]], str]] = {"BibTeX": bibtex, "RIS": ris, "CSL-JSON": csl_json}
"""Citation files by the name of their format."""
_ENDINGS = {"BibTeX": "bib", "RIS": "ris", "CSL-JSON": "json"}


def citation_address(practice_id: str, name: str) -> str:
    """Address of the citation of a practice in one of the formats."""
    return f"{practice_address(practice_id)}cytowanie.{_ENDINGS[name]}"


def citations_address(name: str) -> str:
    """Address of the citations of all practices in one of the formats."""
    return f"{DATA}cytowania.{_ENDINGS[name]}"


def _tex(text: str) -> str:
    return "".join(_TEX.get(sign, sign) for sign in text)
