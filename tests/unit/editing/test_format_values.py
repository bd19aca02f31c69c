"""Each form for machines whole: what its readers look for, of a problem, a warning and a hint."""

import json
from typing import Any

from goodpractices.catalogue import Problem
from goodpractices.editing import FORMATS
from goodpractices.wording import Translations

PL = Translations.load("pl")
PATH = "practices/wzor/index.md"
MISSING = Problem("missing", ("title",), path=PATH, line=7, column=12)


def parsed(form: str, *problems: Problem) -> Any:
    return json.loads(FORMATS[form](problems, PL))


def test_json_has_a_list_of_records() -> None:
    assert parsed("json", MISSING) == {
        "problems": [
            {
                "path": PATH,
                "line": 7,
                "column": 12,
                "field": "title",
                "key": "missing",
                "message": "title: Uzupełnij to pole.",
            }
        ]
    }
    assert parsed("json") == {"problems": []}


def test_json_says_nothing_of_a_place_that_is_not_known() -> None:
    [record] = parsed("json", Problem("symlink", path=PATH))["problems"]
    assert (record["line"], record["column"], record["field"]) == (None, None, None)


def test_github_shows_an_annotation_at_its_line() -> None:
    [line] = FORMATS["github"]([MISSING], PL).splitlines()
    assert line.startswith(f"::error file={PATH},line=7,col=12::")
    assert FORMATS["github"]([], PL) == PL("problems.none")


def test_signs_of_commands_are_written_as_numbers() -> None:
    problem = Problem("symlink", path="a,b:c%.md")
    assert FORMATS["github"]([problem], PL).startswith("::error file=a%2Cb%3Ac%25.md::")


def test_github_shows_ten_annotations_and_of_eleven_nine_and_how_many_more() -> None:
    def lines(count: int) -> list[str]:
        problems = [Problem("missing", ("title",), path=f"p{n}.md", line=1, column=1) for n in range(count)]
        return FORMATS["github"](problems, PL).splitlines()

    assert [line.partition(" ")[0] for line in lines(10)] == ["::error"] * 10
    eleven = lines(11)
    assert [line.startswith("::error file=") for line in eleven] == [True] * 9 + [False] * 3
    assert eleven[9] == "::error::" + PL("problems.more_errors", n=2)
    assert [line.partition(":")[0] for line in eleven[10:]] == ["- p9.md", "- p10.md"]


def test_one_problem_of_each_file_comes_before_the_second_of_any_and_taste_is_last() -> None:
    problems = [
        Problem("long_words", path="a.md", line=1),
        Problem("missing", ("title",), path="a.md", line=2),
        Problem("missing", ("title",), path="a.md", line=3),
        Problem("missing", ("title",), path="b.md", line=4),
    ]
    errors = FORMATS["github"](problems[1:], PL).splitlines()
    assert [line.partition("line=")[2][0] for line in errors] == ["2", "4", "3"]


def test_gitlab_has_a_fingerprint_for_each_problem_however_alike() -> None:
    first, second = parsed("gitlab", MISSING, MISSING)
    fingerprints = {first.pop("fingerprint"), second.pop("fingerprint")}
    assert len(fingerprints) == 2
    assert all(len(each) == 64 for each in fingerprints)
    assert first["location"] == {"path": PATH, "lines": {"begin": 7}}
    assert (first["check_name"], first["severity"]) == ("missing", "major")
    assert parsed("gitlab", Problem("symlink", path=PATH))[0]["location"]["lines"] == {"begin": 1}


def test_a_fingerprint_stays_when_lines_come_and_go() -> None:
    moved = Problem("missing", ("title",), path=PATH, line=9, column=1)
    other = Problem("missing", ("summary",), path=PATH, line=7, column=12)
    [one], [same], [another] = parsed("gitlab", MISSING), parsed("gitlab", moved), parsed("gitlab", other)
    assert one["fingerprint"] == same["fingerprint"] != another["fingerprint"]


def test_sarif_has_rules_results_and_places() -> None:
    found = parsed("sarif", MISSING, Problem("symlink", path="practices/a b.md"))
    assert (found["$schema"], found["version"]) == ("https://json.schemastore.org/sarif-2.1.0.json", "2.1.0")
    [run] = found["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    driver = run["tool"]["driver"]
    assert driver["name"] == "katalog-dobrych-praktyk"
    assert driver["rules"] == [
        {"id": "missing", "defaultConfiguration": {"level": "error"}},
        {"id": "symlink", "defaultConfiguration": {"level": "error"}},
    ]
    first, second = run["results"]
    assert (first["ruleId"], first["level"]) == ("missing", "error")
    assert first["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": PATH},
                "region": {"startLine": 7, "startColumn": 12},
            }
        }
    ]
    assert second["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "practices/a%20b.md"}}}]
    assert len(first["partialFingerprints"]["problem/v1"]) == 64


def fingerprints(*values: str) -> list[str]:
    problems = [
        Problem("unknown_id", ("themes", 0), {"value": value, "where": "themes", "nearest": None}, path=PATH)
        for value in values
    ]
    return [each["fingerprint"] for each in parsed("gitlab", *problems)]


def test_a_fingerprint_follows_from_the_value_and_from_what_is_alike_before_it() -> None:
    [alone], [first, second] = fingerprints("b"), fingerprints("a", "b")
    assert second == alone != first
    once, twice, thrice = fingerprints("b", "b", "b")
    assert once == alone
    assert len({once, twice, thrice}) == 3


def test_a_fingerprint_is_the_digest_of_path_key_field_value_and_number() -> None:
    assert fingerprints("b") == ["1bc5abb17ba97a68e1dc757c8b772c633c84400340b73bbd8ffa61bd8f6b4918"]


def test_files_for_machines_have_letters_as_they_are_and_two_blanks_a_level() -> None:
    text = FORMATS["json"]([Problem("missing", ("title",), path="practices/żaba/index.md")], PL)
    assert text.startswith('{\n  "problems": [\n    {\n      "path": "practices/żaba/index.md",\n      "line": null,\n')


def test_advice_is_kept_apart_from_problems() -> None:
    warning = Problem("summary_long", ("summary",), {"n": 301, "max": 300}, path=PATH, line=2, severity="warning")
    assert list(parsed("json", MISSING, warning)) == ["problems", "warnings"]
    assert list(parsed("json", warning)) == ["problems", "warnings"]
    assert parsed("gitlab", warning)[0]["severity"] == "minor"
    assert parsed("sarif", warning)["runs"][0]["results"][0]["level"] == "warning"
    assert FORMATS["github"]([warning], PL).startswith(f"::warning file={PATH},line=2::")
