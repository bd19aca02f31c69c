"""The commands of the README: what they pass on, and that CI calls nothing else."""

import argparse
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from tests.support.entries import add, entry, practices_folder
from tests.support.paths import PRACTICES

import build
import export_practice
import test
from _shared import pango
from _shared.browsers import CHROMIUM, FIREFOX, HEADLESS_CHROMIUM, Browser, needs_browser
from _shared.debian import may_install
from _shared.environment import ROOT, CommandError
from _shared.progress import Recorder
from _shared.updating import Sources
from goodpractices.catalogue import link_report_file


def test_ci_calls_the_test_command_and_nothing_else() -> None:
    lines = (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()
    assert lines == [
        "#!/usr/bin/env bash",
        "set -euo pipefail",
        'cd "$(dirname "$0")/.."',
        "exec python3 scripts/test.py",
    ]


def test_what_the_build_does_not_know_goes_to_mkdocs() -> None:
    known, further = build.read_arguments(["--offline", "--site-dir", "x", "--verbose"])
    assert known == argparse.Namespace(serve=False, offline=True, books=False, fresh=False, verify=False, profile=None)
    assert further == ["--site-dir", "x", "--verbose"]


@pytest.mark.parametrize("option", ["--books", "--verify", "--profile"])
def test_the_preview_refuses_what_it_would_not_do(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        build.read_arguments(["--serve", option])
    assert f"{option}: podgląd na żywo" in capsys.readouterr().err


def test_a_profile_goes_where_it_is_told_or_beside_what_is_handed_out() -> None:
    assert build.read_arguments(["--profile"])[0].profile == ROOT / "dist" / "profil.md"
    assert build.read_arguments(["--profile", "x.md"])[0].profile == Path("x.md")


def test_a_build_tells_what_it_did_only_if_it_came_to_something(capsys: pytest.CaptureFixture[str]) -> None:
    build.tell(Recorder(), 1)
    assert capsys.readouterr().out == ""
    build.tell(Recorder(counts=Counter({"files.made": 3})), 0)
    assert capsys.readouterr().out.startswith("Pliki: zapisane 3")


@pytest.mark.parametrize("option", ["-q", "--quiet"])
def test_a_quiet_build_is_refused_because_it_overlooks_warnings(option: str) -> None:
    with pytest.raises(CommandError, match="ostrzeżenia"):
        build.read_arguments([option])


def test_the_edition_without_a_network_is_packed_first_and_the_site_hands_it_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environments = builds_noted(tmp_path, monkeypatch)
    assert build.build([], Recorder(), offline=True) == 0
    assert environments == [{"CATALOGUE_EDITION": "offline"}, {"CATALOGUE_ARCHIVE": str(tmp_path / "dist" / "k.zip")}]
    assert (tmp_path / "dist" / "k.zip").is_file()
    assert {path.name for path in tmp_path.iterdir()} == {"dist", "site"}


def builds_noted(folder: Path, monkeypatch: pytest.MonkeyPatch, code: int = 0) -> list[dict[str, str]]:
    """Builds in another checkout that write a page and end with this code; what each is told of the edition."""
    environments: list[dict[str, str]] = []

    def mkdocs(_: Recorder, step: str, *arguments: str, **environment: str) -> int:
        environments.append(environment)
        Path(arguments[-1]).mkdir(exist_ok=True)
        (Path(arguments[-1]) / "index.html").write_text("nowa", encoding="utf-8")
        return code

    monkeypatch.setattr(build, "mkdocs", mkdocs)
    monkeypatch.setattr(build, "ROOT", folder)
    monkeypatch.setattr(build, "DIST", folder / "dist")
    monkeypatch.setattr(build, "ARCHIVE", folder / "dist" / "k.zip")
    return environments


@pytest.mark.parametrize(("code", "page"), [(0, "nowa"), (1, "dawna"), (2, "dawna"), (-9, "dawna")])
def test_only_a_build_that_went_well_takes_the_place_of_the_site(
    code: int, page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    builds_noted(tmp_path, monkeypatch, code)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("dawna", encoding="utf-8")
    assert build.build([], Recorder()) == code
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == page
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize(
    ("arguments", "folder", "others"),
    [
        ([], "site", []),
        (["--site-dir", "x/y"], "x/y", []),
        (["--site-dir=x", "-v"], "x", ["-v"]),
        (["-d", "x"], "x", []),
        (["-dx"], "x", []),
        (["-cd", "x"], "x", ["-c"]),
        (["-svdx"], "x", ["-sv"]),
        (["--dirty", "--theme", "x"], "site", ["--dirty", "--theme", "x"]),
        (["-f", "a/b.yml"], "a/strona", ["-f", "a/b.yml"]),
    ],
)
def test_the_site_goes_where_mkdocs_would_put_it(
    arguments: list[str], folder: str, others: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.yml").write_text("site_name: x\nsite_dir: 'strona'  # tu\n", encoding="utf-8")
    monkeypatch.setattr(build, "ROOT", tmp_path)
    assert build.site_folder(arguments) == (tmp_path / folder, others)


def test_the_site_may_go_anywhere_else(tmp_path: Path) -> None:
    assert build.site_folder(["-d", str(tmp_path)]) == (tmp_path, [])


def test_the_checkout_is_no_place_for_the_site() -> None:
    with pytest.raises(CommandError, match="z którego powstaje"):
        build.build(["--site-dir", "."], Recorder())


def test_a_site_that_others_have_a_hand_in_is_built_each_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    environments = builds_noted(tmp_path, monkeypatch)  # whose generator notes nothing it made
    assert [build.build([], Recorder()) for _ in range(2)] == [0, 0]
    assert [set(each) for each in environments] == [{"CATALOGUE_MADE"}] * 2


@pytest.mark.parametrize("line", ["site_name: !ENV NAME", "INHERIT: ../base.yml"])
def test_of_settings_that_depend_on_more_than_their_file_nothing_is_taken_for_known(line: str, tmp_path: Path) -> None:
    settings = tmp_path / "mkdocs.yml"
    settings.write_text("site_name: x\n", encoding="utf-8")
    sources = Sources(settings, PRACTICES, PRACTICES)
    assert sources.everything(sources.ground()) != ""
    settings.write_text(f"{line}\n", encoding="utf-8")
    assert (sources.ground(), sources.everything(sources.ground())) == ("", "")


def test_a_new_report_about_addresses_is_something_that_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Read where the package looks for it, which says so a second time."""
    monkeypatch.delenv("CATALOGUE_LINKS", raising=False)
    sources = Sources(tmp_path / "mkdocs.yml", tmp_path / "docs", tmp_path / "practices")
    sources.practices.mkdir()
    before = sources.everything("x")
    link_report_file(sources.docs).write_text("{}", encoding="utf-8")
    assert sources.everything("x") not in ("", before)
    monkeypatch.setenv("CATALOGUE_LINKS", str(tmp_path / "nie-ma.json"))
    assert sources.everything("x") == before


@pytest.mark.parametrize("epoch", ["2026-11-29", "-1", "1e9", "1.5", "٣", "1" * 12])
def test_a_moment_that_is_no_number_of_seconds_ends_in_a_sentence(epoch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(CommandError, match="liczbą sekund"):
        build.set_environment()


@pytest.mark.parametrize("edition", ["offline", "books"])
def test_a_fault_in_what_the_site_hands_out_ends_the_build(
    edition: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    builds_noted(tmp_path, monkeypatch)
    codes = iter([1])
    monkeypatch.setattr(build, "mkdocs", lambda *_, **__: next(codes))
    monkeypatch.setattr(build, "make_books", lambda _: next(codes))
    assert build.build([], Recorder(), **{edition: True}) == 1


def test_sheets_and_books_are_made_first_and_the_site_hands_them_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environments = builds_noted(tmp_path, monkeypatch)
    monkeypatch.setattr(build, "make_books", lambda _: 0)
    assert build.build([], Recorder(), books=True) == 0
    assert environments == [{"CATALOGUE_BOOKS": str(build.DIST)}]


def test_a_site_is_compared_with_a_clean_one_and_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[dict[str, str]] = []

    def generate(_: Recorder, step: str, *arguments: str, **environment: str) -> int:
        asked.append(environment)
        clean = Path(arguments[arguments.index("--site-dir") + 1])
        clean.mkdir()
        (clean / "index.html").write_text("nowa", encoding="utf-8")
        return 0

    monkeypatch.setattr(build, "mkdocs", generate)
    site = tmp_path / "strona"
    site.mkdir()
    (site / "index.html").write_text("nowa", encoding="utf-8")
    assert build.build(["--site-dir", str(site)], Recorder(), verify=True) == 0
    assert "jest taka sama jak zbudowana od początku" in capsys.readouterr().out
    (site / "index.html").write_text("inna", encoding="utf-8")
    assert build.build(["--site-dir", str(site)], Recorder(), verify=True) == 1
    assert "inny: index.html" in capsys.readouterr().out
    assert (site / "index.html").read_text(encoding="utf-8") == "inna"
    assert asked == [{"CATALOGUE_CACHE": ""}] * 2


def test_where_no_site_stands_there_is_nothing_to_compare(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="Najpierw ją zbuduj"):
        build.build(["--site-dir", str(tmp_path / "strona")], Recorder(), verify=True)


def test_a_build_is_told_nothing_of_editions_by_whoever_starts_it(monkeypatch: pytest.MonkeyPatch) -> None:
    environments: list[dict[str, str]] = []

    def start(command: list[str], *, env: dict[str, str], **_: object) -> subprocess.CompletedProcess[str]:
        environments.append(env)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr("subprocess.run", start)
    monkeypatch.setenv("CATALOGUE_ARCHIVE", "old.zip")
    build.mkdocs(Recorder(), "offline", CATALOGUE_EDITION="offline")
    assert "CATALOGUE_ARCHIVE" not in environments[0]
    assert environments[0]["CATALOGUE_EDITION"] == "offline"


@pytest.mark.parametrize(
    ("practice_id", "message"),
    [("epik", "Nie ma praktyki „epik”. Może chodziło o „epic”?"), ("zzz", "Nie ma praktyki „zzz”.")],
)
def test_a_practice_that_is_not_there_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, practice_id: str, message: str
) -> None:
    folder = practices_folder(tmp_path)
    add(folder, "epic/index.md", entry({"editorial": {"state": "published"}}))
    monkeypatch.setenv("PRACTICES_DIR", str(folder))
    text, code = export_practice.exported(practice_id, tmp_path / "x.html")
    assert text.startswith(message)
    assert code == 1
    assert list(tmp_path.iterdir()) == [folder]


def test_a_practice_that_is_no_longer_shown_is_not_written_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = practices_folder(tmp_path)
    add(folder, "las/index.md", entry({"editorial": {"state": "draft"}}))
    monkeypatch.setenv("PRACTICES_DIR", str(folder))
    text, code = export_practice.exported("las", tmp_path / "x.html")
    assert "nie jest opublikowana" in text
    assert code == 1


def test_a_build_outside_git_has_a_date_all_the_same(tmp_path: Path) -> None:
    assert build.commit_time(tmp_path) == "0"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], True),
        (["-x"], True),
        (["tests"], True),
        (["tests/browser"], True),
        (["tests/browser/conftest.py::test_x"], True),
        (["tests/unit", "-k", "dates"], False),
        (["tests/unit", "tests/browser"], True),
    ],
)
def test_chromium_is_installed_only_for_tests_that_use_it(arguments: list[str], expected: bool) -> None:
    assert needs_browser(arguments) is expected


@pytest.mark.parametrize(
    ("arguments", "several"),
    [
        ([], True),
        (["tests/unit"], True),
        (["tests/unit", "-k", "dates"], True),
        (["tests/unit/test_structure.py"], False),
        (["tests/unit/test_structure.py::test_x", "-x"], False),
        (["tests/unit", "-n0"], False),
        (["tests/unit", "--pdb"], False),
    ],
)
def test_folders_are_shared_among_processes_and_single_files_are_not(arguments: list[str], several: bool) -> None:
    assert bool(test.processes(arguments)) is several


@pytest.mark.parametrize("browser", [CHROMIUM, HEADLESS_CHROMIUM, FIREFOX])
def test_without_the_rights_to_install_a_browser_is_only_reported_missing(
    monkeypatch: pytest.MonkeyPatch, browser: Browser
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    monkeypatch.setattr("os.geteuid", lambda: 1000, raising=False)
    assert browser.install() is False
    assert browser.package in browser.how_to_install


def test_chromium_without_windows_is_taken_before_the_one_with_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}" if name.startswith("chromium") else None)
    assert HEADLESS_CHROMIUM.find() == "/usr/bin/chromium-headless-shell"
    assert CHROMIUM.find() == "/usr/bin/chromium"


def test_a_slower_browser_stands_in_and_that_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr("shutil.which", lambda name: name if name == "google-chrome" else None)
    assert HEADLESS_CHROMIUM.install() is True
    assert HEADLESS_CHROMIUM.find() == "google-chrome"
    assert "Zastąpi go Chromium, a testy potrwają dłużej." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("system", "there", "left"),
    [
        (("Linux", "x86_64"), (), False),
        (("Darwin", "arm64"), (), True),
        (("Windows", "AMD64"), ("chromium",), False),
        (("Linux", "aarch64"), (), True),
    ],
)
def test_elsewhere_tests_whose_browser_is_missing_are_left_out_by_name(
    monkeypatch: pytest.MonkeyPatch, system: tuple[str, str], there: tuple[str, ...], left: bool
) -> None:
    monkeypatch.setattr("platform.system", lambda: system[0])
    monkeypatch.setattr("platform.machine", lambda: system[1])
    monkeypatch.setattr("shutil.which", lambda name: name if name in there else None)
    monkeypatch.delenv("CHROMIUM", raising=False)
    assert test.lacks_chromium([]) is left
    assert test.lacks_chromium(["tests/unit"]) is False


def test_what_was_compiled_is_kept_aside_even_for_who_wants_none_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    environment = test.keeping_bytecode()
    assert "PYTHONDONTWRITEBYTECODE" not in environment
    assert Path(environment["PYTHONPYCACHEPREFIX"]).parts[-2:] == (".cache", "python")


def test_tests_are_left_out_by_their_marks() -> None:
    assert test.without([]) == []
    assert test.without(["browsers"]) == ["-m", "not browsers"]
    assert test.without(["browsers", "browser"]) == ["-m", "not browsers and not browser"]


def test_a_system_without_users_by_number_installs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: name)
    monkeypatch.delattr("os.geteuid", raising=False)
    assert not may_install()


@pytest.mark.parametrize(("error", "there"), [(None, True), (OSError("libpango"), False), (ImportError(), False)])
def test_in_windows_pango_is_there_when_weasyprint_finds_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: Exception | None, there: bool
) -> None:
    def load(name: str) -> None:
        print("WeasyPrint could not import some external libraries.")
        if error:
            raise error

    monkeypatch.setattr(pango, "import_module", load)
    monkeypatch.setattr("os.name", "nt")
    assert pango.find_pango() is there
    assert capsys.readouterr().out == ""
