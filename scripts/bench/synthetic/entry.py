"""One synthetic entry as the files of its folder."""

import hashlib
from dataclasses import dataclass
from io import BytesIO
from typing import get_args

from PIL import Image

from goodpractices.catalogue.choices import TranslationKind

from .chance import Chance
from .draft import Facts, Vocabularies
from .facts import front_matter
from .prose import Prose
from .story import english_story, polish_story
from .subject import Subject, subject_of
from .yaml_text import yaml_text

_SHORTEST_SUMMARY = 80


@dataclass(frozen=True, slots=True)
class Entry:
    """The id of an entry and the bytes of its files by name."""

    id: str
    files: dict[str, bytes]


def make_entry(seed: int, index: int, vocabularies: Vocabularies) -> Entry:
    """Entry number ``index``: the same bytes whatever else is generated."""
    subject = subject_of(seed, index)
    facts = front_matter(seed, subject, vocabularies)
    polish = _file(facts, polish_story(seed, subject, facts))
    files = {"index.md": polish}
    chance = Chance.of(seed, index, "files")
    if subject.is_public and chance.maybe(6):
        files["index.en.md"] = _english(chance, subject, facts, hashlib.sha256(polish).hexdigest())
    if "media" in facts:
        files["zdjecie.png"] = _picture(chance)
    return Entry(subject.id, files)


def _english(chance: Chance, subject: Subject, polish: Facts, source_hash: str) -> bytes:
    prose = Prose(chance)
    summary = prose.say("english.summary")
    while len(summary) < _SHORTEST_SUMMARY:
        summary += f" {prose.say('english.outcomes')}"
    kind = chance.choice(get_args(TranslationKind))
    translation = {"kind": kind, "source_hash": source_hash, "by": "catalogue editors"}
    facts: Facts = {"title": prose.say("english.title"), "summary": summary, "translation": translation}
    if chance.maybe(50):
        facts |= {"short_title": f"Sample {subject.index}", "plain_summary": prose.say("english.plain_summary")}
    if figures := polish.get("indicators"):
        facts["texts"] = [{"original": figures[0]["label"], "text": prose.say("english.title")}]
    story = english_story(chance, prose)
    if chance.maybe(30):
        lines = prose.several("english.easy_lines", 2, 4)
        facts["easy_to_read"] = {"text": "\n".join(lines), "tested_by": "a self-advocacy group"}
    return _file(facts, story)


def _file(facts: Facts, body: str) -> bytes:
    return f"---\n{yaml_text(facts)}---\n{body}".encode()


def _picture(chance: Chance) -> bytes:
    """A small picture of one colour."""
    file = BytesIO()
    colour = tuple(chance.randrange(256) for _ in range(3))
    Image.new("RGB", (160, 90), colour).save(file, "PNG")
    return file.getvalue()
