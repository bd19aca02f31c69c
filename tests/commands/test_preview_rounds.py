"""What is shown when: at once what was read, behind what was built, and what is wrong until it is mended."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import pytest

from _shared.environment import ROOT
from _shared.preview import rounds as module
from _shared.preview.building import Job, Result
from _shared.preview.pages import Answer, Pages, Problems
from _shared.preview.panel import BROKEN, OUTDATED
from _shared.preview.renderer import Renderer
from _shared.preview.rounds import Begun, Rounds
from _shared.preview.server import PreviewServer
from _shared.updating import Sources

FAULT = "practices/las/index.md:7:12: Źle."
SOON = 20.0


@dataclass
class FakeServer:
    """Notes with which problems pages were shown."""

    shown: list[Problems] = field(default_factory=list)
    url: str = "http://127.0.0.1:8000/"

    def show(self, problems: Problems) -> None:
        self.shown.append(problems)


@dataclass
class FakeRenderer:
    """Finds these problems, one after another, and renders the same of every page."""

    found: list[Problems | None] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def begin(self, record: Path, related: Path) -> Problems:
        self.asked.append("begin")
        return ()

    def read(self, *, words: bool) -> Problems | None:
        self.asked.append("words" if words else "entries")
        return self.found.pop(0) if self.found else ()

    def file(self, address: str) -> Answer:
        return Answer(b"rendered")

    def owes(self) -> bool:
        return False

    def end(self) -> None:
        self.asked.append("end")


@dataclass
class Stage:
    """The rounds of a preview whose builds write what they are told to."""

    rounds: Rounds
    server: FakeServer
    pages: Pages
    renderer: FakeRenderer
    practices: Path
    build: dict[str, Any]
    before: list[Result | None]

    def said(self) -> Problems:
        """The problems on the pages."""
        return self.server.shown[-1]

    def save(self, name: str = "las/index.md") -> None:
        self.change(self.practices / name)

    def change(self, *paths: Path) -> None:
        self.rounds.tell(frozenset(paths))
        self.rounds._handle(self.rounds._next(SOON))

    def settle(self) -> None:
        """Go on until nothing is left to do."""
        end = time.monotonic() + SOON
        while self.rounds._is_behind or self.rounds._is_faulty or self.rounds._build:
            assert time.monotonic() < end
            self.rounds._handle(self.rounds._next(0.05))
            if time.monotonic() >= self.rounds._quiet_from and not self.rounds._wrong.in_catalogue:
                self.rounds._when_quiet()
            if self.rounds._wrong.in_catalogue:
                return


_BUILD = """
import json, sys
from pathlib import Path
folder, told = Path(sys.argv[1]), json.loads(sys.argv[2])
(folder / "changed").mkdir(parents=True)
(folder / "site").mkdir()
for place in ("site", "changed"):
    for name, text in told["files"].items():
        (folder / place / name).write_text(text)
for name in ("record.json", "related.json"):
    (folder / name).write_text("{}")
changed = [] if told["is_whole"] else list(told["files"])
result = {"changed": changed, "removed": told["removed"], "is_whole": told["is_whole"]}
(folder / "result.json").write_text(json.dumps(result))
print(told["said"])
sys.exit(told["code"])
"""


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    monkeypatch.setattr(module, "SETTLED", 0.05)
    told = {"files": {"index.html": "first"}, "removed": [], "is_whole": True, "said": "", "code": 0}
    befores: list[Result | None] = []
    sources = Sources(tmp_path / "mkdocs.yml", tmp_path / "docs", tmp_path / "practices")
    (tmp_path / "room").mkdir()

    class FakeJob:
        def __init__(self, new: Path) -> None:
            self.new = new

        def as_command(self) -> list[str]:
            return [sys.executable, "-c", _BUILD, str(self.new), json.dumps(told)]

    def prepare(new: Path, site: Path | None, before: Result | None) -> Job:
        befores.append(before)
        return cast(Job, FakeJob(new))

    def start(command: Any) -> "subprocess.Popen[str]":
        return subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8")

    server, pages, renderer = FakeServer(), Pages(), FakeRenderer()
    rounds = Rounds(cast(PreviewServer, server), pages, tmp_path / "room", sources, prepare, start)
    rounds.first()
    rounds._needs_renderer = False
    rounds._handle([Begun(cast(Renderer, renderer), ())])
    yield Stage(rounds, server, pages, renderer, tmp_path / "practices", told, befores)
    rounds.close()


def test_the_first_site_is_shown(stage: Stage) -> None:
    assert stage.server.shown == [()]
    assert stage.pages.at("index.html").content == b"first"


def test_what_was_saved_is_shown_at_once_and_the_site_once_it_is_made(stage: Stage) -> None:
    stage.build.update(files={"index.html": "second"}, is_whole=False)
    stage.save()
    assert stage.pages.at("index.html").content == b"rendered"
    assert stage.server.shown == [(), ()]
    stage.settle()
    assert stage.pages.at("index.html").content == b"second"
    assert stage.server.shown == [(), (), ()]


def test_a_site_that_shows_the_same_is_not_loaded_again(stage: Stage) -> None:
    stage.build.update(files={"index.html": "rendered"}, is_whole=False)
    stage.save()
    stage.pages.at("index.html")
    stage.settle()
    assert stage.pages.at("index.html").content == b"rendered"
    assert stage.server.shown == [(), ()]


def test_a_site_that_was_overtaken_by_a_save_hides_nothing(stage: Stage) -> None:
    stage.save()
    stage.rounds._when_quiet()
    time.sleep(0.1)
    stage.rounds._when_quiet()
    stage.save()
    while stage.rounds._build:
        stage.rounds._handle(stage.rounds._next(SOON))
    assert stage.pages.at("index.html").content == b"rendered"


def test_a_fault_is_told_once_nothing_changes_and_nothing_is_built(stage: Stage) -> None:
    stage.renderer.found = [(FAULT,), (FAULT,)]
    stage.save()
    assert stage.server.shown == [()]
    stage.settle()
    assert stage.server.shown == [(), (BROKEN, FAULT)]
    assert stage.pages.at("index.html").content == b"first"
    assert len(stage.before) == 1


def test_a_file_that_was_not_written_to_its_end_is_no_fault(stage: Stage) -> None:
    stage.renderer.found = [(FAULT,)]
    stage.save()
    stage.save()
    assert stage.server.shown == [(), ()]


def test_a_fault_that_is_mended_is_gone_at_once(stage: Stage) -> None:
    stage.renderer.found = [(FAULT,), (FAULT,)]
    stage.save()
    stage.settle()
    stage.save()
    assert stage.said() == ()


def test_words_and_templates_are_read_anew_and_code_is_not(stage: Stage) -> None:
    package = ROOT / "hooks" / "goodpractices"
    stage.change(package / "wording" / "locales" / "pl.yml", stage.practices / "las" / "index.md")
    assert stage.renderer.asked == ["words"]
    stage.change(package / "wording" / "polish.py")
    assert stage.renderer.asked == ["words"]
    assert stage.rounds._needs_renderer


def test_a_failed_build_leaves_the_site_and_says_why(stage: Stage) -> None:
    stage.build.update(said="ERROR   -  docs/index.md: Źle", code=1)
    stage.change(stage.practices.parent / "docs" / "index.md")
    stage.settle()
    assert stage.said() == (BROKEN, "docs/index.md: Źle")
    assert stage.pages.at("index.html").content == b"first"
    stage.save()
    assert stage.said() == (BROKEN, "docs/index.md: Źle")
    stage.build.update(said="", code=0)
    stage.settle()
    assert stage.said() == ()


def test_a_build_that_warned_is_followed_by_a_whole_one(stage: Stage) -> None:
    stage.build.update(said="WARNING -  docs/index.md: Źle", files={"index.html": "second"})
    stage.save()
    stage.settle()
    stage.save()
    stage.settle()
    assert [each is None for each in stage.before] == [True, False, True]


def test_a_file_that_the_site_has_no_more_goes(stage: Stage) -> None:
    stage.build.update(files={"other.html": "x"}, removed=["index.html"], is_whole=False)
    stage.save()
    stage.settle()
    assert stage.pages.at("index.html").content is None
    assert stage.pages.at("other.html").content == b"x"


def test_without_a_renderer_the_site_is_shown_once_it_is_made(stage: Stage) -> None:
    stage.renderer.found = [None]
    stage.build.update(files={"index.html": "second"}, is_whole=False)
    stage.save()
    assert stage.pages.at("index.html").content == b"first"
    stage.rounds._needs_renderer = False
    stage.settle()
    assert stage.pages.at("index.html").content == b"second"


def test_a_changed_preview_says_so(stage: Stage) -> None:
    stage.change(ROOT / "scripts" / "build.py")
    stage.save()
    assert OUTDATED in stage.said()


def test_a_site_that_cannot_be_put_in_its_place_is_made_anew(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module, "move", refuse)
    stage.build.update(is_whole=False)
    stage.save()
    stage.settle()
    assert stage.said()[0] == BROKEN
    stage.save()
    stage.settle()
    assert [each is None for each in stage.before] == [True, False, True]
