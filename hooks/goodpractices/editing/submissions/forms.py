"""The forms on hosts of code for people who have no tool: an issue form, and a text to fill in for GitLab.

Both are made of the questions, so they ask what the catalogue knows and offer the answers it takes; files in the
repository, since the host reads them there. A test compares them with what is made here.
"""

from typing import Any

from ...catalogue import Catalogue
from ...wording import Translations
from ..entry_text import yaml_text
from .questions import QUESTIONS, Question


def issue_form(catalogue: Catalogue, t: Translations) -> str:
    """The issue form in the YAML that GitHub and Forgejo read."""
    form = {
        "name": t("submission.form_name"),
        "description": t("submission.form_description"),
        "title": t("submission.form_title"),
        "labels": ["praktyka"],
        "body": [
            {"type": "markdown", "attributes": {"value": f"{t('submission.intro')}\n\n{t('submission.public')}"}},
            *(_field(question, catalogue, t) for question in QUESTIONS),
            _file(t),
            _consent(t),
        ],
    }
    return f"# {t('submission.generated')}\n{yaml_text(form)}"


def issue_template(catalogue: Catalogue, t: Translations) -> str:
    """The Markdown text that GitLab puts into a new issue."""
    parts = [_hint(t("submission.intro")), _hint(t("submission.public"))]
    for question in QUESTIONS:
        options = question.options(catalogue, t).values()
        boxes = "".join(f"- [ ] {label}\n" for label in options)
        parts.append(f"### {question.label(t)}\n\n{_hint(question.help(t))}\n\n{boxes}")
    parts.append(f"### {t('submission.file_label')}\n\n{_hint(t('submission.file_help'))}\n\n````markdown\n````")
    return "\n".join(f"{part.rstrip()}\n" for part in parts)


def _hint(words: str) -> str:
    return f"<!-- {words} -->"


def _field(question: Question, catalogue: Catalogue, t: Translations) -> dict[str, Any]:
    attributes: dict[str, Any] = {"label": question.label(t), "description": question.help(t)}
    options = list(question.options(catalogue, t).values())
    if options:
        attributes |= {"multiple": True} if question.kind == "choices" else {}
        attributes["options"] = options
    kind = "dropdown" if options else "input" if question.kind == "line" else "textarea"
    asked: dict[str, Any] = {"type": kind, "id": question.id, "attributes": attributes}
    return {**asked, "validations": {"required": True}} if question.required else asked


def _file(t: Translations) -> dict[str, Any]:
    """Room for the file that another way in has written, between lines of backticks, which the host adds."""
    attributes = {"label": t("submission.file_label"), "description": t("submission.file_help"), "render": "markdown"}
    return {"type": "textarea", "id": "file", "attributes": attributes}


def _consent(t: Translations) -> dict[str, Any]:
    boxes = [{"label": t(f"submission.{name}"), "required": True} for name in ("consent_public", "consent_licence")]
    return {
        "type": "checkboxes",
        "id": "consent",
        "attributes": {"label": t("submission.consent_label"), "options": boxes},
    }
