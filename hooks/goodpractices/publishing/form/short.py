"""The form that takes five minutes: the few fields of an entry that it asks for, in words of its own.

What is typed in it stands in the same draft as everything else, so that somebody may go on with the full description.
"""

from collections.abc import Mapping
from typing import Any

from ...catalogue import Shape
from ...wording import ORIGINAL, Translations
from .taking import polish_words

SHORT_STEPS: Mapping[str, tuple[str, ...]] = {
    "what": ("title", "summary", "place", "lifecycle"),
    "who": ("leader", "kind", "theme", "link", "sender"),
    "send": (),
}
"""The fields of its steps; those of an entry are named as the model does, ``sender`` goes into no entry at all."""

_REQUIRED = ("title", "summary", "place", "lifecycle", "kind", "theme")
# What most people say comes before the finer stages.
_STAGES = ("starting", "running", "ended", "unknown")
_TYPED = {"leader": 200, "link": 200, "sender": 200}


def short_form(fields: Mapping[str, Shape], t: Translations) -> dict[str, Any]:
    """What its scripts know: the fields by name, those of each step, and the words that go into the file.

    Args:
        fields: the fields of an entry with their words; see ``form_data``.
        t: the language of the form; the file is Polish in every language.
    """
    shapes = {name: _asked(name, shape, t) for name, shape in _shapes(fields).items()}
    return {
        "fields": shapes,
        "steps": [{"name": name, "fields": asked} for name, asked in SHORT_STEPS.items()],
        "source": Translations.load(ORIGINAL)("doubt.submission_as_source"),
        "questions": polish_words("form.question"),
    }


def _shapes(fields: Mapping[str, Shape]) -> dict[str, Shape]:
    """What the fields take; ``same`` names the field of an entry that offers the same answers, ``ahead`` those to come
    first.
    """
    places = fields["places"]["of"]["fields"]
    found: dict[str, Shape] = {
        "title": fields["title"],
        "summary": fields["summary"],
        "place": places["place"],
        "lifecycle": {"kind": "choice", "same": "lifecycle", "ahead": _STAGES},
        "kind": {"kind": "choice", "same": "kind"},
        "theme": {"kind": "choice", "same": "themes"},
    }
    found |= {name: {"kind": "text", "min": 0, "max": most} for name, most in _TYPED.items()}
    return {name: found[name] for names in SHORT_STEPS.values() for name in names}


def _asked(name: str, shape: Shape, t: Translations) -> Shape:
    kept = {key: each for key, each in shape.items() if key not in ("hint", "example", "required")}
    help_text = t.group("form.short_help").get(name, "")
    words = {"label": t(f"form.short.{name}"), "help": help_text}
    return {**kept, **words, **({"required": True} if name in _REQUIRED else {})}
