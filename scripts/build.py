"""Builds the catalogue's website, with nothing but Python 3.11+ installed beforehand."""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path

from _shared.environment import PYTHON, ROOT, CommandError, collect_rarely, enter, given_epoch, run
from _shared.locks import Lock, held
from _shared.progress import STEPS_VARIABLE, Recorder, summary
from _shared.screens import in_words, screen_for
from _shared.staging import BUILDING, Stage, refuse_foreign, refuse_sources, staged
from _shared.unchanged import Stamp
from _shared.updating import UNCHANGED, Sources, brought_up_to_date, note
from _shared.verifying import differences, told

DIST = ROOT / "dist"
ARCHIVE = DIST / "katalog-offline.zip"
PROFILE = DIST / "profil.md"
# What the hooks ask the environment about the edition they build.
MADE_VARIABLE = "CATALOGUE_MADE"
EDITION = ("CATALOGUE_EDITION", "CATALOGUE_ARCHIVE", "CATALOGUE_BOOKS", MADE_VARIABLE, STEPS_VARIABLE)
# What the site is made from or with; it may not be written over any of them.
SOURCES = ("docs", "practices", "hooks", "scripts", "tests", "requirements", ".git", ".venv", "mkdocs.yml")
# MkDocs' own short options of a build that take no value, before the one for the folder: -cd X.
_FOLDER_AMONG_SHORT_OPTIONS = re.compile(r"-([csv]+)(d.*)")


def main() -> int:
    """Build or serve the site; the exit code is MkDocs' own, or 2 where something else was in the way."""
    options, further = read_arguments(sys.argv[1:])
    enter("pdf" if options.books else "site")
    collect_rarely()
    set_environment()
    if options.serve:
        return serve(further)
    recorder = Recorder(screen_for(in_words))
    wanted = {"books": options.books, "offline": options.offline, "fresh": options.fresh, "verify": options.verify}
    if options.profile is None:
        return build(further, recorder, **wanted)
    return profile(options.profile, recorder, partial(build, further, recorder, **wanted))


def set_environment() -> None:
    """Tell what is started from here what it needs to know.

    Raises:
        CommandError: ``SOURCE_DATE_EPOCH`` is no number of seconds.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    os.environ["SOURCE_DATE_EPOCH"] = given_epoch() or commit_time(ROOT)
    if practices := os.environ.get("PRACTICES_DIR"):
        os.environ["PRACTICES_DIR"] = str(Path(practices).absolute())  # MkDocs runs in the checkout, the caller may not


def read_arguments(arguments: list[str]) -> tuple[argparse.Namespace, list[str]]:
    """Our own options, and the rest for MkDocs."""
    parser = argparse.ArgumentParser(
        description="Buduje stronę katalogu do folderu site/.",
        epilog="Pozostałe opcje trafiają do MkDocs, na przykład: --site-dir INNY_FOLDER.",
        allow_abbrev=False,
    )
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument("--serve", action="store_true", help="podgląd na żywo, odświeżany przy każdej zmianie")
    ways.add_argument(
        "--offline",
        action="store_true",
        help="także dist/katalog-offline.zip, do otwarcia bez serwera; strona daje go do pobrania",
    )
    parser.add_argument(
        "--books",
        action="store_true",
        help="także karty praktyk i cały katalog w PDF oraz EPUB (wymaga biblioteki Pango); strona daje je do pobrania",
    )
    parser.add_argument(
        "--fresh",
        action="store_true",
        help="buduje wszystko od nowa, bez tego, co zapamiętały wcześniejsze budowy",
    )
    parser.add_argument(
        "--verify",
        action="store_true",
        help="niczego nie zmienia: porównuje stronę, która już stoi w folderze, ze zbudowaną od początku",
    )
    parser.add_argument(
        "--profile",
        nargs="?",
        const=PROFILE,
        type=Path,
        metavar="PLIK",
        help="pokazuje, ile trwał każdy krok i co kosztowało najwięcej; zapisuje to w PLIK (domyślnie dist/profil.md)",
    )
    options, further = parser.parse_known_args(arguments)
    if options.serve and options.profile:
        parser.error("--profile: podgląd na żywo buduje wiele razy; zmierz jedną budowę, bez --serve")
    if options.serve and options.books:
        parser.error("--books: podgląd na żywo nie robi plików PDF")
    if options.serve and options.verify:
        parser.error("--verify: podgląd na żywo niczego nie porównuje")
    if {"-q", "--quiet"} & set(further):
        # MkDocs counts the warnings it prints: quiet, it finds none and calls every site sound.
        raise CommandError("Bez -q: MkDocs przestałby wtedy zauważać ostrzeżenia i zbudowałby stronę z błędami.")
    return options, further


def profile(path: Path, recorder: Recorder, work: Callable[[], int]) -> int:
    """Do some work and write where its time went; the exit code of the work."""
    from _shared.profiling import PROFILE_VARIABLE, profiled, write_profile

    with tempfile.TemporaryDirectory(prefix="katalog-profil-") as folder:
        os.environ[PROFILE_VARIABLE] = folder  # for the processes that are started from here as well
        with profiled():
            code = work()
        print(write_profile(recorder, Path(folder), path))
    return code


def mkdocs(recorder: Recorder, step: str, *arguments: str, **environment: str) -> int:
    """Build with MkDocs as one step; what it is told about the edition holds for this run alone."""
    with recorder.step_elsewhere(step), tempfile.TemporaryDirectory(prefix="katalog-kroki-") as folder:
        steps = Path(folder) / "steps.json"
        variables = without_editions() | environment | {STEPS_VARIABLE: str(steps)}
        code = subprocess.run(command_line("build", *arguments), cwd=ROOT, env=variables).returncode
        recorder.take_over(steps)
    return code


def command_line(command: str, *arguments: str) -> list[str]:
    settings = ["--config-file", str(ROOT / "mkdocs.yml")]
    return [sys.executable, str(ROOT / "scripts" / "_shared" / "run_mkdocs.py"), command, *settings, *arguments]


def without_editions() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in EDITION}


def serve(further: list[str]) -> int:
    """Show the site, rebuilt on every change, until somebody stops it."""
    from _shared.preview.command import Generator, preview  # only the environment entered above has what it imports

    settings = settings_among(further)
    sources = Sources(settings, docs_among(further), practices_folder())

    def start(command: Sequence[str]) -> subprocess.Popen[str]:
        return subprocess.Popen(
            command,
            cwd=ROOT,
            env=without_editions() | {"PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )

    generator = Generator(tuple(command_line("build")), MADE_VARIABLE, start)
    return preview(further, generator, sources, setting(settings, "dev_addr"))


def build(
    further: list[str],
    recorder: Recorder,
    *,
    books: bool = False,
    offline: bool = False,
    fresh: bool = False,
    verify: bool = False,
) -> int:
    """Build the site, and first what it hands out: sheets and books, the offline edition; the exit code of the last.

    Args:
        further: the arguments of MkDocs.
        recorder: measures and shows the steps.
        books: whether it hands out sheets and books.
        offline: whether it hands out the offline edition.
        fresh: whether it is made without what earlier builds kept.
        verify: whether the one that stands there is compared with a clean one, and stays.

    Raises:
        CommandError: the site cannot go where it is to go.
    """
    target, further = site_folder(further)
    refuse_sources(target, [*(ROOT / name for name in SOURCES), practices_folder()])
    refuse_foreign(target)
    with staged(target) as stage, handing_out() if books or offline else nullcontext():
        handed_out = {}
        if books:
            if code := make_books(recorder):
                return code
            handed_out["CATALOGUE_BOOKS"] = str(DIST)
        if offline:
            if code := pack_offline_edition(further, stage, recorder):
                return code
            handed_out["CATALOGUE_ARCHIVE"] = str(ARCHIVE)
        sources = Sources(settings_among(further), docs_among(further), practices_folder())
        make = verified if verify else partial(made, fresh=fresh)
        code = make(stage, sources, further, handed_out, recorder)
        if code == 0 and not verify:
            print(how_to_look(target))
    return code


def made(
    stage: Stage,
    sources: Sources,
    further: list[str],
    handed_out: Mapping[str, str],
    recorder: Recorder,
    *,
    fresh: bool,
) -> int:
    """Make the site of today, with as little work as will do, and tell what was done; the exit code."""
    if further or handed_out:
        code = whole(stage, further, handed_out, recorder)
        tell(recorder, code)
        return code
    with recorder.step("changes"):
        ground = sources.ground()
        stamp = Stamp(stage.target, sources.everything(ground))
        is_unchanged = not fresh and stamp.holds()
    if is_unchanged:
        print(UNCHANGED)
        return 0
    updated = None if fresh else brought_up_to_date(stage, sources, ground, recorder)
    code = whole(stage, [], {MADE_VARIABLE: str(stage.made)}, recorder) if updated is None else updated
    with recorder.step("noting"):
        if code == 0 and (updated == 0 or note(stage.made, stage.target, sources, ground)):
            stamp.set()
    tell(recorder, code)
    return code


def tell(recorder: Recorder, code: int) -> None:
    """Say what was made and how long it took, unless it came to nothing."""
    if code == 0:
        print(*summary(recorder), sep="\n")


def verified(stage: Stage, _: Sources, further: list[str], handed_out: Mapping[str, str], recorder: Recorder) -> int:
    """Compare the site that stands there with a clean one, made without what earlier builds kept; the exit code.

    Raises:
        CommandError: there is no site.
    """
    if not stage.target.is_dir():
        raise CommandError(f"Nie ma strony w folderze {stage.target}. Najpierw ją zbuduj: {PYTHON} scripts/build.py")
    arguments = ["--strict", *further, "--site-dir", str(stage.new)]
    clean = mkdocs(recorder, "generator", *arguments, CATALOGUE_CACHE="", **handed_out)
    if clean != 0:
        return clean
    found = differences(stage.target, stage.new)
    print(told(found, stage.target))
    return 1 if found else 0


def whole(stage: Stage, further: list[str], variables: Mapping[str, str], recorder: Recorder) -> int:
    """Build the site with the generator; the exit code is that of MkDocs."""
    code = mkdocs(recorder, "generator", "--strict", *further, "--site-dir", str(stage.new), **variables)
    if code == 0:
        with recorder.step("placing"):
            stage.publish()
    return code


def how_to_look(site: Path) -> str:
    """Where a built site is and how to look at it: from the disk, its links would lead to lists of files."""
    return (
        f"Strona jest w folderze {site}. Żeby ją obejrzeć, uruchom:\n"
        f'  {PYTHON} -m http.server --bind 127.0.0.1 --directory "{site}" 8001\n'
        "i otwórz http://127.0.0.1:8001/ (koniec: Ctrl+C)."
    )


def practices_folder() -> Path:
    return Path(os.environ.get("PRACTICES_DIR") or ROOT / "practices")


def site_folder(further: list[str]) -> tuple[Path, list[str]]:
    """The folder the site is to go to, and the other arguments of MkDocs; a relative one counts from the checkout."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("-d", "--site-dir")
    apart = [part for each in further for part in _FOLDER_AMONG_SHORT_OPTIONS.sub(r"-\1\n-\2", each).split("\n")]
    options, others = parser.parse_known_args(apart)
    settings = settings_among(others)
    return settings.parent / (options.site_dir or setting(settings, "site_dir") or "site"), others


def docs_among(arguments: Sequence[str]) -> Path:
    """The folder of the pages written by hand."""
    settings = settings_among(arguments)
    return settings.parent / (setting(settings, "docs_dir") or "docs")


def settings_among(arguments: Sequence[str]) -> Path:
    """The file with the settings of MkDocs, which an argument may name."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("-f", "--config-file", default="mkdocs.yml")
    options, _ = parser.parse_known_args(list(arguments))
    return ROOT / str(options.config_file)


def setting(settings: Path, name: str) -> str | None:
    """A text among the settings of MkDocs; these name functions as well, so no plain reader of YAML takes them."""
    try:
        text = settings.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None  # which MkDocs tells in its own words
    found = re.search(rf"^{name}:[ \t]*(['\"]?)([^'\"#\n]+)\1", text, re.MULTILINE)
    return found[2].strip() if found else None


def handing_out() -> AbstractContextManager[Lock]:
    """The lock around ``dist/``, so that a site hands out what was made for it."""
    return held(DIST.with_name(f".{DIST.name}.lock"), BUILDING.format(folder=DIST), remove=True)


def pack_offline_edition(further: list[str], stage: Stage, recorder: Recorder) -> int:
    """Build the site as it opens from a folder, and pack it; the exit code is MkDocs' own."""
    from goodpractices.publishing import write_archive  # only the environment entered above has what it imports

    print("Wersja do czytania bez internetu:")
    stage.aside.mkdir()
    arguments = ["--strict", *further, "--site-dir", str(stage.aside)]
    if code := mkdocs(recorder, "offline", *arguments, CATALOGUE_EDITION="offline"):
        return code
    with recorder.step("offline"):
        archive = write_archive(stage.aside, ARCHIVE)
    print(f"Zapisano {ARCHIVE.relative_to(ROOT).as_posix()} ({archive.size / 1e6:.2f} MB)\n\nStrona:")
    return 0


def make_books(recorder: Recorder) -> int:
    """Make the sheets and books; the exit code is that of their own command."""
    print("Karty i książki:")
    with recorder.step_elsewhere("books"):
        return subprocess.run([sys.executable, str(ROOT / "scripts" / "publish_books.py")]).returncode


def commit_time(checkout: Path) -> str:
    """The time of the last commit in seconds, "0" outside Git.

    MkDocs dates pages it knows no date of with the day of the build. The last commit is the newest moment at which any
    page can have changed, and building it twice gives the same bytes.
    """
    try:
        asked = subprocess.run(
            ["git", "log", "-1", "--format=%ct"], cwd=checkout, capture_output=True, encoding="utf-8"
        )
    except OSError:
        return "0"
    return asked.stdout.strip() or "0"


if __name__ == "__main__":
    run(main)
