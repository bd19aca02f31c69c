"""Small catalogues as values, for the packages that are built on them."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tests.support.entries import dumped, entry, loaded, shared_files, with_shared
from tests.support.shelf import catalogue_of

from goodpractices.catalogue import Catalogue, Identity
from goodpractices.finding import Related
from goodpractices.publishing import Article
from goodpractices.publishing.addresses import Links
from goodpractices.publishing.pages import practice_article, practice_inputs
from goodpractices.publishing.rendering import Renderer
from goodpractices.wording import Translations

PL = Translations.load("pl")
IDENTITY = Identity(
    name="Katalog", tagline="Miasto", description="Opis katalogu", address="https://katalog.example.org/"
)


def published(parent: Path, entries: Mapping[str, Mapping[str, Any]]) -> Catalogue:
    """Published practices: by id, what is different about each."""
    return loaded(parent, **{name: {"editorial": {"state": "published"}, **given} for name, given in entries.items()})


def with_registry(_: Path, records: Mapping[str, list[dict[str, Any]]], entries: Mapping[str, Any]) -> Catalogue:
    """The same with further records, by file: ``_registry/places`` or ``_vocabularies/themes``."""
    files: dict[str, str | bytes] = {}
    for name, given in records.items():
        known = shared_files().get(f"{name}.yml", b"").decode()  # a catalogue need not have a glossary
        files[f"{name}.yml"] = known + dumped(given)
    for name, given in entries.items():
        files[f"{name}/index.md"] = entry({"editorial": {"state": "published"}, **given})
    return catalogue_of(with_shared(files))


@cache
def renderer(*, offline: bool = False) -> Renderer:
    """Templates compiled once for all tests."""
    return Renderer(PL, Links(explicit_index=offline))


def practice_page(
    catalogue: Catalogue,
    practice_id: str = "las",
    related: Iterable[Related] = (),
    identity: Identity = IDENTITY,
    *,
    offline: bool = False,
) -> Article:
    """The page of a practice, without its frame."""
    shared, printer = (catalogue, identity), renderer(offline=offline)
    inputs = practice_inputs(catalogue.practices[practice_id], related, *shared, printer.links)
    return practice_article(inputs, printer)


def plain(text: str) -> str:
    """Words with plain single spaces."""
    return " ".join(text.split())


def said(value: Any) -> Any:
    """A value of a template with what it says alone: plain texts, records as mappings, and nothing that is empty."""
    if isinstance(value, str):
        return plain(value.replace("\xa0", " "))
    if isinstance(value, tuple):
        return [said(each) for each in value]
    if is_dataclass(value):
        found = {field.name: getattr(value, field.name) for field in fields(value)}
        return {name: said(each) for name, each in found.items() if each not in (None, "", (), False)}
    return value
