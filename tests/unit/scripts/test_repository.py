"""What the repository tells its host and editors' tools: workflows no stranger can misuse, forms up to date."""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from tests.example import PRACTICES

import make_forms
from _environment import ROOT
from goodpractices.catalogue import load_surroundings
from goodpractices.editing import QUESTIONS
from goodpractices.wording import Translations

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PL = Translations.load("pl")


def read(path: Path) -> Any:
    """YAML with texts alone: to a typed reader the key ``on`` is true."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506


def broken(workflow: Any) -> Iterator[str]:
    """What in a workflow would let a stranger's change do more than be looked at."""
    if {"pull_request_target", "workflow_run", "issue_comment", "issues"} & set(workflow["on"]):
        yield "is started with rights of the repository"
    if workflow.get("permissions") != {"contents": "read"}:
        yield "has more rights than reading"
    if "concurrency" not in workflow:
        yield "runs twice at once"
    for job in workflow["jobs"].values():
        yield from broken_job(job)


def broken_job(job: Any) -> Iterator[str]:
    if "permissions" in job:
        yield "a job gives itself rights"
    if not job.get("timeout-minutes", "").isdecimal():
        yield "a job never ends"
    for step in job["steps"]:
        action = step.get("uses", "")
        if action and not re.fullmatch(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}", action):
            yield f"{action} is not pinned"
        if action.startswith("actions/checkout@") and step.get("with", {}).get("persist-credentials") != "false":
            yield "leaves credentials in the checkout"
        if "${{" in step.get("run", ""):
            yield "puts words of a change into a command"
    if "secrets." in json.dumps(job):
        yield "knows secrets"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_gives_nothing_to_whoever_proposes_a_change(path: Path) -> None:
    assert list(broken(read(path))) == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_pinned_action_says_its_version(path: Path) -> None:
    used = re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))
    assert used
    assert [line for line in used if not re.search(r" # v\d+\.\d+\.\d+$", line)] == []


GOOD = read(WORKFLOWS[0])
STEP = {"uses": "actions/checkout@v6", "with": {}}


@pytest.mark.parametrize(
    "change",
    [
        {"on": {"pull_request_target": ""}},
        {"permissions": {"contents": "write"}},
        {"permissions": None},
        {"jobs": {"a": {"timeout-minutes": "5", "steps": [STEP]}}},
        {"jobs": {"a": {"timeout-minutes": "5", "steps": [{"run": "echo ${{ github.head_ref }}"}]}}},
        {"jobs": {"a": {"steps": []}}},
        {"jobs": {"a": {"timeout-minutes": "5", "permissions": {}, "steps": []}}},
        {"jobs": {"a": {"timeout-minutes": "5", "steps": [{"env": {"A": "${{ secrets.A }}"}}]}}},
    ],
)
def test_the_rules_see_what_breaks_them(change: dict[str, Any]) -> None:
    assert list(broken({**GOOD, **change}))


def test_there_is_a_workflow_for_changes_and_one_for_the_night() -> None:
    starts = [set(read(path)["on"]) for path in WORKFLOWS]
    assert {"pull_request", "push"} in starts
    assert {"schedule", "workflow_dispatch"} in starts


def test_gitlab_does_the_same_and_ends() -> None:
    jobs = read(ROOT / ".gitlab-ci.yml")
    assert all("timeout" in jobs[name] for name in ("opisy", "odnosniki"))
    said = " ".join(jobs["opisy"]["script"])
    assert all(name in said for name in ("validate.py", "summarise_changes.py", "build.py --offline"))


@pytest.mark.parametrize("path", sorted(make_forms.files()), ids=str)
def test_what_is_made_of_the_model_is_up_to_date(path: Path) -> None:
    assert (ROOT / path).read_text(encoding="utf-8") == make_forms.files()[path], "python3 scripts/make_forms.py"


def test_the_issue_form_asks_every_question_and_offers_what_the_catalogue_takes() -> None:
    shared = load_surroundings(ROOT / "practices").shared
    asked = {each.get("id"): each for each in read(ROOT / make_forms.GITHUB)["body"]}
    for question in QUESTIONS:
        field = asked[question.id]
        assert field["attributes"]["label"] == question.label(PL)
        assert field.get("validations", {}).get("required", "false") == str(question.required).lower()
        options = list(question.options(shared, PL).values())
        assert field["attributes"].get("options", []) == options
        assert (field["type"] == "dropdown") == bool(options)
        assert len(options) == len(set(options))


def test_the_files_of_the_catalogue_pass_the_schemas_of_vs_code() -> None:
    wired = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    found = {file for files in wired.values() for file in files}
    there = {f"practices/{path.relative_to(PRACTICES).as_posix()}": path for path in PRACTICES.glob("_*/*.yml")}
    assert there.keys() == found
    for schema, files in wired.items():
        check = jsonschema.Draft7Validator(json.loads((ROOT / schema).read_text(encoding="utf-8")))
        for file in files:
            content = json.loads(json.dumps(yaml.safe_load(there[file].read_text(encoding="utf-8")), default=str))
            assert [error.message for error in check.iter_errors(content)] == []
            assert list(check.iter_errors([{"id": "x", "nazwa": "y"}]))


def test_nobody_who_may_not_exist_owns_code() -> None:
    lines = (ROOT / ".github" / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    assert all(not line or line.startswith("#") for line in lines)
    assert not re.search(r"@\w", "\n".join(lines))


def test_nothing_that_runs_remember_is_part_of_the_repository() -> None:
    """A change could otherwise bring along what the site says of an entry, unseen beside the entry itself."""
    asked = subprocess.run(["git", "ls-files", "-z", ".cache"], cwd=ROOT, capture_output=True, text=True)
    if asked.returncode:
        pytest.skip("no Git here to tell files of the project from others")
    assert asked.stdout == ""
