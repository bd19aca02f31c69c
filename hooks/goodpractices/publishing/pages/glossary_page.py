"""The glossary as a page: abbreviations and words from A to Z, each with an address of its own."""

from dataclasses import dataclass
from itertools import groupby

from ...catalogue import Catalogue, GlossaryItem, in_words, spelled
from ...wording import polish_order
from ..addresses import GLOSSARY
from ..article import Article
from ..rendering import Renderer


@dataclass(frozen=True, slots=True)
class _Entry:
    """An item in the language of the page; of an abbreviation from another language also what it stands for there."""

    id: str
    term: str
    expansion: str | None
    explanation: str | None
    original: str | None
    original_language: str | None
    variants: str


def glossary_article(catalogue: Catalogue, renderer: Renderer) -> Article:
    """The page ``slownik/``."""
    t = renderer.t
    entries = sorted(
        (_entry(item, catalogue.language) for item in catalogue.glossary.values()),
        key=lambda entry: (polish_order(entry.term), entry.id),
    )
    groups = [list(those) for _, those in groupby(entries, key=lambda entry: polish_order(entry.term)[0])]
    letters = [(those[0].term[0].upper(), those) for those in groups]
    title, lead = t("glossary.title"), t("glossary.lead")
    content = renderer.render("glossary.html", GLOSSARY, title=title, lead=lead, letters=letters)
    return Article(GLOSSARY, title, lead, content, "rules")


def _entry(item: GlossaryItem, language: str) -> _Entry:
    original = item.original if item.original and item.original.language != language else None
    return _Entry(
        id=item.id,
        term=spelled(item, language),
        expansion=in_words(item.expansion, language),
        explanation=in_words(item.explanation, language),
        original=original.text if original else None,
        original_language=original.language if original else None,
        variants=", ".join(each for each in item.variants if each != spelled(item, language)),
    )
