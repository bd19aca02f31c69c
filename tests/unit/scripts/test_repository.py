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
from tests.support.paths import PRACTICES

import make_forms
from _shared.environment import ROOT
from _shared.pango import PACKAGES as PANGO
from goodpractices.catalogue import ADDRESS_VARIABLE, load_reference_data
from goodpractices.editing import QUESTIONS
from goodpractices.wording import Translations

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PL = Translations.load("pl")
GITLAB = ROOT / ".gitlab-ci.yml"
# What is made is made by the tests, not by whoever only asks which tests there are.
SCHEMAS = ("term", "organisation", "place", "programme", "glossary", "rates")
MADE = (
    *(make_forms.GITHUB, make_forms.GITLAB, make_forms.VSCODE / "settings.json"),
    *(make_forms.SCHEMAS / f"{name}.json" for name in SCHEMAS),
    *(make_forms.TEMPLATES / name for name in ("praktyka.docx", "praktyki.xlsx", "praktyka.csv")),
)
NIGHT = ROOT / ".github" / "workflows" / "w-nocy.yml"
PUBLISHES = ".github/workflows/opublikuj.yml"
READING = {("contents", "read"), ("pages", "read"), ("actions", "read")}  # what the night found of addresses
PUBLISHING = {("pages", "write"), ("id-token", "write")}


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
        yield from broken_rights(job, of_strangers="pull_request" in workflow["on"])


def broken_job(job: Any) -> Iterator[str]:
    if not job.get("timeout-minutes", "").isdecimal() and "uses" not in job:
        yield "a job never ends"
    for step in job.get("steps", ()):
        action = step.get("uses", "")
        if action and not re.fullmatch(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}", action):
            yield f"{action} is not pinned"
        if action.startswith("actions/checkout@") and step.get("with", {}).get("persist-credentials") != "false":
            yield "leaves credentials in the checkout"
        if "${{" in step.get("run", ""):
            yield "puts words of a change into a command"
    if "secrets" in json.dumps(job):
        yield "knows secrets"


def broken_rights(job: Any, *, of_strangers: bool) -> Iterator[str]:
    """What is wrong with the rights a job asks for: to write pages, where it runs nothing of the repository itself."""
    rights = set(job.get("permissions", {}).items())
    if of_strangers and "permissions" in job:
        yield "a job gives itself rights where strangers propose changes"
    if not rights <= READING | PUBLISHING:
        yield "a job has rights that nothing here needs"
    if rights & PUBLISHING:
        actions = [step.get("uses", "").partition("@")[0] for step in job.get("steps", ())]
        if actions != ["actions/deploy-pages"] and job.get("uses") != f"./{PUBLISHES}":
            yield "a job that may write runs more than the publication"
    elif "uses" in job:
        yield "a job hands over to who knows whom"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_gives_nothing_to_whoever_proposes_a_change(path: Path) -> None:
    assert list(broken(read(path))) == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_pinned_action_says_its_version(path: Path) -> None:
    used = re.findall(r"uses: (?!\./)(.*)", path.read_text(encoding="utf-8"))
    assert used
    assert [line for line in used if not re.search(r" # v\d+\.\d+\.\d+$", line)] == []


GOOD = read(ROOT / ".github" / "workflows" / "sprawdz.yml")
STEP = {"uses": "actions/checkout@v6", "with": {}}
PINNED = {"uses": f"actions/checkout@{'0' * 40}", "with": {"persist-credentials": "false"}}
RIGHTS = dict(PUBLISHING)


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
        {
            "on": {"push": ""},
            "jobs": {"a": {"timeout-minutes": "5", "permissions": {"contents": "write"}, "steps": []}},
        },
        {"on": {"push": ""}, "jobs": {"a": {"timeout-minutes": "5", "permissions": RIGHTS, "steps": [PINNED]}}},
        {"on": {"push": ""}, "jobs": {"a": {"permissions": RIGHTS, "uses": "./.github/workflows/b.yml"}}},
        {"jobs": {"a": {"permissions": RIGHTS, "uses": f"./{PUBLISHES}"}}},
        {"on": {"push": ""}, "jobs": {"a": {"uses": "owner/name/.github/workflows/b.yml@main"}}},
        {"jobs": {"a": {"timeout-minutes": "5", "steps": [{"env": {"A": "${{ secrets.A }}"}}]}}},
    ],
)
def test_the_rules_see_what_breaks_them(change: dict[str, Any]) -> None:
    assert list(broken({**GOOD, **change}))


def test_there_is_a_workflow_for_changes_one_for_the_site_and_one_for_the_night() -> None:
    starts = {path.stem: set(read(path)["on"]) for path in WORKFLOWS}
    assert starts == {
        "sprawdz": {"pull_request", "push"},
        "opublikuj": {"push", "workflow_call", "workflow_dispatch"},
        "w-nocy": {"schedule", "workflow_dispatch"},
    }


def test_the_site_is_published_from_the_main_branch_alone_and_each_night() -> None:
    workflow = read(ROOT / PUBLISHES)
    assert workflow["on"]["push"] == {"branches": ["main"]}
    building, publishing = workflow["jobs"].values()
    assert building["if"] == "github.ref == 'refs/heads/main' && vars.PUBLIKACJA != 'nie'"
    assert (publishing["needs"], publishing["environment"]["name"]) == ("budowa", "github-pages")
    assert f"./{PUBLISHES}" in [job.get("uses") for job in read(NIGHT)["jobs"].values()]


@pytest.mark.parametrize("path", [ROOT / PUBLISHES, NIGHT], ids=lambda path: path.name)
def test_nothing_stops_a_publication_that_has_begun(path: Path) -> None:
    assert read(path)["concurrency"]["cancel-in-progress"] == "false"


def test_gitlab_does_the_same_and_ends() -> None:
    jobs = read(GITLAB)
    assert all("timeout" in jobs[name] for name in ("opisy", "odnosniki", "pages"))
    said = " ".join(jobs["opisy"]["script"])
    assert all(name in said for name in ("validate.py", "summarise_changes.py", "build.py --offline"))


def test_gitlab_publishes_the_default_branch_alone_and_lets_it_finish() -> None:
    job = read(GITLAB)["pages"]
    switched_off = {"if": '$PUBLIKACJA == "nie"', "when": "never"}
    assert job["rules"] == [switched_off, {"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]
    assert (job["interruptible"], job["needs"], job["artifacts"]["paths"]) == ("false", [], ["public"])
    assert job["script"][-1] == "mv site public"


@pytest.mark.parametrize("path", [ROOT / PUBLISHES, GITLAB], ids=lambda path: path.name)
def test_what_is_published_hands_everything_out_has_an_address_and_is_of_the_day(path: Path) -> None:
    said = path.read_text(encoding="utf-8")
    assert 'SOURCE_DATE_EPOCH="$(date +%s)" python3 scripts/build.py --offline --books\n' in said
    assert ADDRESS_VARIABLE in said
    assert f"apt-get install -y --no-install-recommends {' '.join(PANGO)}\n" in said


@pytest.fixture(scope="module")
def made() -> dict[Path, bytes]:
    return make_forms.files()


@pytest.mark.slow
def test_each_file_that_is_made_is_looked_at(made: dict[Path, bytes]) -> None:
    assert {*made} == {*MADE}


@pytest.mark.slow
@pytest.mark.parametrize("path", sorted(MADE), ids=str)
def test_what_is_made_of_the_model_is_up_to_date(path: Path, made: dict[Path, bytes]) -> None:
    assert (ROOT / path).read_bytes() == made[path], "python3 scripts/make_forms.py"


def test_the_issue_form_asks_every_question_and_offers_what_the_catalogue_takes() -> None:
    shared = load_reference_data(ROOT / "practices").shared
    asked = {each.get("id"): each for each in read(ROOT / make_forms.GITHUB)["body"]}
    for question in QUESTIONS:
        field = asked[question.id]
        assert field["attributes"]["label"] == question.label(PL)
        assert field.get("validations", {}).get("required", "false") == str(question.required).lower()
        options = list(question.options(shared, PL).values())
        assert field["attributes"].get("options", []) == options
        assert (field["type"] == "dropdown") == bool(options)
        assert len(options) == len(set(options))


@pytest.mark.slow
def test_the_files_of_the_catalogue_pass_the_schemas_of_vs_code() -> None:
    wired = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    found = {file for files in wired.values() for file in files}
    there = {f"practices/{path.relative_to(PRACTICES).as_posix()}": path for path in PRACTICES.glob("_*/*.yml")}
    assert there.keys() == found
    for schema, files in wired.items():
        check = jsonschema.Draft7Validator(json.loads((ROOT / schema).read_text(encoding="utf-8")))
        for file in files:
            content = json.loads(
                json.dumps(yaml.load(there[file].read_text(encoding="utf-8"), Loader=yaml.CSafeLoader), default=str)
            )
            assert [error.message for error in check.iter_errors(content)] == []
            assert list(check.iter_errors([{"id": "x", "nazwa": "y"}]))


def test_nobody_who_may_not_exist_owns_code() -> None:
    lines = (ROOT / ".github" / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    assert all(not line or line.startswith("#") for line in lines)
    assert not re.search(r"@\w", "\n".join(lines))


def test_nothing_that_runs_remember_is_part_of_the_repository() -> None:
    """A change could otherwise bring along what the site says of an entry, unseen beside the entry itself."""
    asked = subprocess.run(["git", "ls-files", "-z", ".cache"], cwd=ROOT, capture_output=True, encoding="utf-8")
    if asked.returncode:
        pytest.skip("no Git here to tell files of the project from others")
    assert asked.stdout == ""
