"""Problems for machines: each form as its readers expect it, and nothing an entry could slip into it."""

import json
import re
from collections.abc import Mapping
from typing import Any

import pytest
from tests.support.hostile import ADDRESSES, FIELDS_ONLY, PASSED, REFUSED

from goodpractices.catalogue import Problem
from goodpractices.editing import FORMATS
from goodpractices.wording import Translations

PL = Translations.load("pl")
PATH = "practices/wzor/index.md"
PROBLEMS = [
    Problem("symlink", path="practices/las, park: 100%"),
    Problem("missing", ("indicators", 0, "source"), path=PATH, line=7, column=12),
    Problem("percent_in_prose", ("goals",), {"value": "40,8%"}, path=PATH, line=30, column=2),
    Problem("percent_in_prose", ("goals",), {"value": "40,8%"}, path=PATH, line=31, column=5),
]
HOSTILE = Problem(
    "unknown_section",
    params={"value": "x\n::stop-commands::y\r::set-env name=a::b %0A::error::c", "known": "z"},
    path="practices/a\n::error::b/index.md",
    line=1,
    column=1,
)


def said(form: str, *problems: Problem) -> str:
    return FORMATS[form](problems, PL)


def parsed(form: str, *problems: Problem) -> Any:
    return json.loads(said(form, *problems))


def test_the_forms_are_those_of_the_contract() -> None:
    assert list(FORMATS) == ["text", "json", "github", "gitlab", "sarif"]


@pytest.mark.parametrize("form", FORMATS)
def test_a_hostile_name_and_value_pass_through_every_form_on_one_line(form: str) -> None:
    before, text = said(form, PROBLEMS[1]), said(form, HOSTILE)
    assert len(text.splitlines()) <= len(before.splitlines()) + 1
    assert all(line.isprintable() for line in text.splitlines())
    assert not re.search(r"^\s*::(?!error file=)", text, re.MULTILINE)


@pytest.mark.parametrize("form", FORMATS)
def test_no_text_of_the_corpus_writes_lines_or_commands_of_its_own(form: str) -> None:
    for text in (*REFUSED, *PASSED, *FIELDS_ONLY, *ADDRESSES):
        params = {"value": text, "allowed": "a", "nearest": None}
        problem = Problem(
            "unknown_key", ("contacts", 0, text), params, path=f"practices/{text}/index.md", line=1, column=1
        )
        lines = said(form, problem).splitlines()
        assert len(lines) <= len(said(form, PROBLEMS[1]).splitlines()), text
        assert all(line.isprintable() for line in lines), text
        if form == "github":
            [command] = lines
            assert re.fullmatch(r"::error file=[^,:]*,line=1,col=1::.*", command), text
            assert "##[" not in command
        elif form != "text":
            assert "##[" not in json.dumps(json.loads("\n".join(lines)), ensure_ascii=False), text


def test_text_says_when_all_is_well() -> None:
    assert said("text") == "Wszystko w porządku."


def test_json_has_a_record_a_problem() -> None:
    records = parsed("json", *PROBLEMS[:2])["problems"]
    assert records[0]["path"] == "practices/las, park: 100%"
    assert (records[0]["line"], records[0]["column"], records[0]["field"]) == (None, None, None)
    assert records[1] == {
        "path": PATH,
        "line": 7,
        "column": 12,
        "field": "indicators[0].source",
        "key": "missing",
        "message": "indicators[0].source: Uzupełnij to pole.",
    }
    assert parsed("json") == {"problems": []}


def test_github_gets_an_annotation_a_line() -> None:
    assert said("github", PROBLEMS[1]) == f"::error file={PATH},line=7,col=12::indicators[0].source: Uzupełnij to pole."
    assert said("github", *PROBLEMS).count("::error ") == len(PROBLEMS)
    assert said("github") == "Wszystko w porządku."


def test_github_gets_what_would_end_a_property_or_a_message_escaped() -> None:
    first, _, third, _ = said("github", *PROBLEMS).splitlines()
    assert first.startswith("::error file=practices/las%2C park%3A 100%25::To jest dowiązanie")
    assert "40,8%25 podano tylko w tekście" in third


def test_an_annotation_reads_back_as_what_was_said() -> None:
    annotation = said("github", HOSTILE)
    found = re.fullmatch(r"::error (?P<properties>[^\n]*?)::(?P<message>[^\n]*)", annotation)
    assert found
    properties = dict(pair.split("=", 1) for pair in found["properties"].split(","))
    assert properties.keys() == {"file", "line", "col"}
    assert unescaped(properties["file"]) == "practices/a ::error::b/index.md"
    assert "%0A::error::c" in unescaped(found["message"])


def test_gitlab_gets_a_code_quality_report() -> None:
    issues = parsed("gitlab", *PROBLEMS)
    for issue in issues:
        assert issue.keys() == {"check_name", "description", "severity", "fingerprint", "location"}
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert re.fullmatch(r"[0-9a-f]{64}", issue["fingerprint"])
    assert issues[0]["location"] == {"path": "practices/las, park: 100%", "lines": {"begin": 1}}
    assert issues[1]["location"] == {"path": PATH, "lines": {"begin": 7}}
    assert parsed("gitlab") == []


def test_fingerprints_differ_between_problems_and_stay_when_lines_move() -> None:
    moved = [Problem(each.key, each.location, each.params, each.path, each.line + 40, 1) for each in PROBLEMS]
    before, after = (fingerprints(problems) for problems in (PROBLEMS, moved))
    assert before == after
    assert len(set(before)) == len(PROBLEMS)
    assert fingerprints(PROBLEMS[2:]) == before[2:]


def test_sarif_names_tool_rules_and_places() -> None:
    log = parsed("sarif", *PROBLEMS)
    [run] = log["runs"]
    assert (log["version"], log["$schema"].rsplit("/", 1)[1]) == ("2.1.0", "sarif-2.1.0.json")
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == ["missing", "percent_in_prose", "symlink"]
    assert all(result["ruleId"] in rules and result["level"] == "error" for result in run["results"])
    assert run["columnKind"] == "unicodeCodePoints"
    whole_file, in_line, *_ = map(place, run["results"])
    assert whole_file == {"artifactLocation": {"uri": "practices/las%2C%20park%3A%20100%25"}}
    assert in_line == {"artifactLocation": {"uri": PATH}, "region": {"startLine": 7, "startColumn": 12}}
    assert parsed("sarif")["runs"][0]["results"] == []


def place(result: Mapping[str, Any]) -> Mapping[str, Any]:
    [location] = result["locations"]
    found: Mapping[str, Any] = location["physicalLocation"]
    return found


def fingerprints(problems: list[Problem]) -> list[str]:
    return [issue["fingerprint"] for issue in parsed("gitlab", *problems)]


def unescaped(text: str) -> str:
    for code, character in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(code, character)
    return text
