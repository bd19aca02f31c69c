"""How to cite a practice, for reference managers (BibTeX, RIS, CSL-JSON).

Of all practices there is a file in each format. The citation of one stands in the link that gives it: three files a
practice would be more than all the rest of the site.
"""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import quote

from ...catalogue import Identity, Practice, licence_of
from ..addresses import DATA, practice_address
from ..media_types import MEDIA_TYPES

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
    licence: str
    authors: str
    """Who wrote it: those whom its licence asks to name, else the publisher."""


def reference(practice: Practice, identity: Identity) -> Reference:
    """The reference to a practice; without an address of the site it has none either."""
    return Reference(
        practice.id,
        _NEW_LINE.sub(" ", practice.title),
        identity.publisher,
        identity.name,
        practice.editorial.updated or practice.editorial.created,
        identity.page_address(practice_address(practice.id)),
        licence_of(practice, identity).id,
        (practice.rights.attribution if practice.rights else None) or identity.publisher,
    )


def bibtex(references: Iterable[Reference]) -> str:
    """Entries for BibTeX and biber, in UTF-8."""
    return "\n".join(map(_bibtex, references))


def _bibtex(cited: Reference) -> str:
    fields = {
        "title": f"{{{_tex(cited.title)}}}",
        "author": f"{{{_tex(cited.authors)}}}",
        "howpublished": _tex(cited.catalogue),
        "year": str(cited.changed.year) if cited.changed else None,
        "month": str(cited.changed.month) if cited.changed else None,
        "url": cited.url,
        "note": _tex(cited.licence),
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
        ("AU", cited.authors),
        ("T2", cited.catalogue),
        ("PY", str(cited.changed.year) if cited.changed else None),
        ("DA", f"{cited.changed:%Y/%m/%d}" if cited.changed else None),
        ("N1", cited.licence),
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
        "author": [{"literal": cited.authors}],
        "container-title": cited.catalogue,
        "language": "pl",
        "note": cited.licence,
    }
    if cited.changed:
        item["issued"] = {"date-parts": [[cited.changed.year, cited.changed.month, cited.changed.day]]}
    if cited.url:
        item["URL"] = cited.url
    return item


FORMATS: dict[str, Callable[[Iterable[Reference]], str]] = {"BibTeX": bibtex, "RIS": ris, "CSL-JSON": csl_json}
"""Citation files by the name of their format."""
_ENDINGS = {"BibTeX": "bib", "RIS": "ris", "CSL-JSON": "json"}


@dataclass(frozen=True, slots=True)
class CitationLink:
    """A link that gives the citation of a practice in a format, and what to call the file it gives."""

    format: str
    href: str
    file: str


def citation_links(cited: Reference) -> tuple[CitationLink, ...]:
    """Links that hold the citation of a practice, in every format (RFC 2397)."""
    return tuple(
        CitationLink(name, _data_url(MEDIA_TYPES[ending], FORMATS[name]([cited])), f"{cited.id}.{ending}")
        for name, ending in _ENDINGS.items()
    )


def _data_url(media_type: str, text: str) -> str:
    return f"data:{media_type};charset=utf-8,{quote(text, safe='')}"


def citations_address(name: str) -> str:
    """Address of the citations of all practices in one of the formats."""
    return f"{DATA}cytowania.{_ENDINGS[name]}"


def _tex(text: str) -> str:
    return "".join(_TEX.get(sign, sign) for sign in text)
