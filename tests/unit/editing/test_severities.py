"""Errors, warnings and hints: apart in every form, the important ones first, and no way out of an annotation."""

import json
import re
from typing import Any

import jsonschema
import pytest
from tests.support.samples import IDENTITY

from goodpractices.catalogue import Problem
from goodpractices.editing import FORMATS, Guide, listed_in_colour
from goodpractices.wording import Translations

PL = Translations.load("pl")
GUIDE = Guide.of(None)
ERROR = Problem("missing", ("title",), path="practices/a/index.md", line=1, column=1)
WARNING = Problem("private_phone", ("contacts",), path="practices/a/index.md", line=9, column=3, severity="warning")
HINT = Problem("next_field", ("funding",), path="practices/a/index.md", severity="hint")
ALL = [ERROR, WARNING, HINT]

# What must be there by the standard, section by section (OASIS SARIF 2.1.0, 3.13, 3.14, 3.18, 3.19, 3.27, 3.28, 3.49).
SARIF: dict[str, Any] = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "properties": {
                    "tool": {
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "required": ["name"],
                                "properties": {
                                    "rules": {"type": "array", "uniqueItems": True, "items": {"$ref": "#/rule"}}
                                },
                            }
                        },
                    },
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "results": {"type": "array", "items": {"$ref": "#/result"}},
                },
            },
        },
    },
    "rule": {
        "type": "object",
        "required": ["id"],
        "additionalProperties": False,
        "properties": {
            "id": {"type": "string"},
            "helpUri": {"type": "string", "pattern": "^https://"},
            "defaultConfiguration": {"properties": {"level": {"enum": ["none", "note", "warning", "error"]}}},
        },
    },
    "result": {
        "type": "object",
        "required": ["message", "ruleId"],
        "additionalProperties": False,
        "properties": {
            "ruleId": {"type": "string"},
            "level": {"enum": ["none", "note", "warning", "error"]},
            "message": {"required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}},
            "partialFingerprints": {"type": "object", "additionalProperties": {"type": "string"}},
            "locations": {
                "type": "array",
                "items": {
                    "properties": {
                        "physicalLocation": {
                            "required": ["artifactLocation"],
                            "properties": {
                                "artifactLocation": {"properties": {"uri": {"pattern": r"^[\w./%~-]+$"}}},
                                "region": {
                                    "required": ["startLine", "startColumn"],
                                    "properties": {
                                        "startLine": {"type": "integer", "minimum": 1},
                                        "startColumn": {"type": "integer", "minimum": 1},
                                    },
                                },
                            },
                        }
                    }
                },
            },
        },
    },
}


def many(count: int, **fields: Any) -> list[Problem]:
    given: dict[str, Any] = {"key": "missing", "location": ("title",), "line": 1, "column": 1, **fields}
    return [Problem(path=f"practices/p{n:02}/index.md", **given) for n in range(count)]


def test_text_keeps_them_apart_and_ends_each_part_with_its_number() -> None:
    text = FORMATS["text"](ALL, PL)
    errors, rest = text.split("\n\nDo przejrzenia")
    warnings, hints = rest.split("\n\nCo uzupełnić")
    assert errors.endswith("1 błąd (1 plik).")
    assert warnings.endswith("1 uwaga (1 plik).")
    assert hints.endswith("1 podpowiedź (1 plik).")


def test_text_says_that_all_is_well_where_there_is_only_advice() -> None:
    assert FORMATS["text"]([WARNING], PL).startswith(
        "Wszystko w porządku.\n\nDo przejrzenia (nie zatrzymuje publikacji):\n"
    )


def test_text_with_a_guide_explains_each_below_its_line() -> None:
    _, below, *_ = FORMATS["text"]([ERROR], PL, GUIDE).splitlines()
    assert below == (
        "    Pole: tytuł. Przykład: „title: Las w mieście”. Więcej: docs/dla-redakcji/pola/index.md#obowiazkowe"
    )


def test_colours_change_nothing_but_the_colour() -> None:
    coloured = listed_in_colour(ALL, PL, GUIDE)
    assert re.sub(r"\x1b\[\d+m", "", coloured) == FORMATS["text"](ALL, PL, GUIDE)
    assert "\x1b[31mpractices/a/index.md:1:1\x1b[0m: title" in coloured
    assert "\x1b[33mpractices/a/index.md:9:3\x1b[0m: contacts" in coloured


def test_json_has_a_list_for_each_and_the_fields_once() -> None:
    found = json.loads(FORMATS["json"](ALL, PL, GUIDE))
    assert [len(found[name]) for name in ("problems", "warnings", "hints")] == [1, 1, 1]
    assert found["fields"]["title"] == {
        "label": "tytuł",
        "example": "title: Las w mieście",
        "guide": "docs/dla-redakcji/pola/index.md#obowiazkowe",
    }
    assert found["hints"][0]["line"] is None


def test_github_calls_them_error_warning_and_notice() -> None:
    commands = [line.split(" ", 1)[0] for line in FORMATS["github"](ALL, PL).splitlines()]
    assert commands == ["::error", "::warning", "::notice"]


@pytest.mark.parametrize(("count", "shown", "hidden"), [(10, 10, 0), (11, 9, 2), (40, 9, 31)])
def test_github_gets_ten_at_most_and_the_last_says_how_many_more(count: int, shown: int, hidden: int) -> None:
    lines = FORMATS["github"](many(count), PL).splitlines()
    assert sum(line.startswith("::error file=") for line in lines) == shown
    assert [line for line in lines if line.startswith("::error::I jeszcze")] == (
        [f"::error::I jeszcze {hidden} {'błędy' if hidden == 2 else 'błędów'}; zobacz niżej w dzienniku."]
        if hidden
        else []
    )
    assert sum(line.startswith("- practices/") for line in lines) == hidden


def test_github_hears_of_every_file_before_the_second_problem_of_one() -> None:
    crowd = [Problem("missing", ("title",), path="practices/a/index.md", line=n, column=1) for n in range(1, 40)]
    last = Problem("missing", ("title",), path="practices/z/index.md", line=1, column=1)
    assert "practices/z/index.md" in FORMATS["github"]([*crowd, last], PL).splitlines()[1]


def test_github_hears_of_taste_last() -> None:
    taste = many(12, key="lone_term", params={"n": 1, "value": "x"}, severity="warning")
    assert "private_phone" not in FORMATS["github"](taste, PL)
    assert "contacts" in FORMATS["github"]([*taste, WARNING], PL).splitlines()[0]


@pytest.mark.parametrize("severity", ["error", "warning"])
@pytest.mark.parametrize("trick", ["x\n::add-mask::y", "x\r::set-env name=a::b", "x%0A::error::c", "##[add-mask]x"])
def test_no_entry_text_becomes_a_command(severity: str, trick: str) -> None:
    key, params = ("unknown_id", {"where": "x"}) if severity == "error" else ("near_duplicate", {"title": trick})
    problems = [
        Problem(key, ("title", trick), {"value": trick, **params}, f"practices/{n}{trick}", 1, 1, severity)  # type: ignore[arg-type]
        for n in range(12)
    ]
    for line in FORMATS["github"](problems, PL, GUIDE).splitlines():
        assert re.match(rf"::{severity} file=[^:]*::|::{severity}::I jeszcze |- practices/", line)
        assert "##[" not in line
        assert line.startswith("- ") or "%0A" not in line.replace("%250A", "")


@pytest.mark.parametrize("problems", [[], ALL, many(3)], ids=["none", "one of each", "three"])
@pytest.mark.parametrize("guide", [None, GUIDE, Guide.of(IDENTITY)], ids=["alone", "in the repository", "on the web"])
def test_sarif_has_what_the_standard_asks_for(problems: list[Problem], guide: Guide | None) -> None:
    jsonschema.validate(json.loads(FORMATS["sarif"](problems, PL, guide)), SARIF)


def test_sarif_and_gitlab_grade_them() -> None:
    [run] = json.loads(FORMATS["sarif"](ALL, PL, Guide.of(IDENTITY)))["runs"]
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note"]
    assert all(rule["helpUri"].startswith("https://") for rule in run["tool"]["driver"]["rules"])
    assert [issue["severity"] for issue in json.loads(FORMATS["gitlab"](ALL, PL))] == ["major", "minor", "info"]


def test_a_message_names_the_field_in_polish_in_every_form_that_has_a_guide() -> None:
    for form in ("text", "github", "gitlab", "sarif", "json"):
        assert "liczby (1) › źródło" in FORMATS[form]([Problem("missing", ("indicators", 0, "source"))], PL, GUIDE)
