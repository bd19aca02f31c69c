"""The text of an issue as GitHub, Forgejo and GitLab make it: a heading a question, the answer below.

The words under the headings are a stranger's. Only the question of a form, and only for the first time, ends an answer;
any other heading in a longer answer belongs to it.
"""

import re
from collections import defaultdict

from ...wording import Translations
from .questions import Question
from .submission import Submission, comparable, questions_by_label, unusable

_NO_ANSWER = ("_no response_", "none", "n/a")
_BOX = re.compile(r"\s*[-*][ \t]+\[([ xX])\][ \t]*(.*)")


def read_issue(text: str, t: Translations) -> Submission:
    """The answers in the text of an issue.

    Raises:
        UnusableSubmission: none of the headings is a question of the form.
    """
    labels = questions_by_label(t)
    consents = comparable(t("submission.consent_label"))
    answers: dict[str, list[str]] = {}
    leftovers: dict[str, list[str]] = defaultdict(list)
    current: list[str] = leftovers[t("submission.before")]
    question: Question | None = None
    for line in _without_hints(text, t).replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        heading = _heading(line)
        asked = labels.get(comparable(heading)) if heading else None
        if heading and asked and asked.id not in answers:
            question, current = asked, answers.setdefault(asked.id, [])
        elif heading and comparable(heading) == consents:
            question, current = None, []  # nothing of the practice; without them the host took no submission
        elif heading and (question is None or question.kind != "text"):
            question, current = None, leftovers[heading]
        else:
            current.append(line)
    if not answers:
        raise unusable("submission.no_questions", known=", ".join(f"„{each.label(t)}”" for each in labels.values()))
    given = {name: answer for name, lines in answers.items() if (answer := _answer(lines))}
    rest = tuple((heading, words) for heading, lines in leftovers.items() if (words := _answer(lines)))
    return Submission(given, rest, {name: f"### {t(f'ask.{name}')}" for name in given})


def _answer(lines: list[str]) -> str:
    """The answer on some lines: boxes that were ticked, without those that were not; nothing for no answer."""
    kept = []
    for line in lines:
        box = _BOX.fullmatch(line)
        if box is None:
            kept.append(line)
        elif box[1] != " ":
            kept.append(box[2])
    words = "\n".join(kept).strip()
    return "" if words.casefold() in _NO_ANSWER else words


def _without_hints(text: str, t: Translations) -> str:
    """The text without the hints of our own template; a comment that somebody wrote stays."""
    hints = {
        comparable(hint) for hint in [*t.group("ask_help").values(), t("submission.intro"), t("submission.public")]
    }

    kept, rest = "", text
    while (start := rest.find("<!--")) >= 0 and (end := rest.find("-->", start)) >= 0:
        is_ours = comparable(rest[start + 4 : end]) in hints
        kept += rest[:start] if is_ours else rest[: end + 3]
        rest = rest[end + 3 :]
    return kept + rest


def _heading(line: str) -> str:
    """The words of a heading; nothing where a line is none. No pattern: a hostile line would hold it up."""
    words = line.lstrip("#")
    return words.strip(" \t#") if 2 <= len(line) - len(words) <= 4 and words[:1] in (" ", "\t") else ""
