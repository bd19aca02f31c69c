"""After each save the live preview shows what was saved, and at rest what a build makes."""

import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from tests.support.builds import build, copy_practices, files_of
from tests.support.previews import PATIENCE, PROBLEMS, Preview, copy_project, free_port, serve
from tests.support.thorough import AT_NIGHT, Few

EPOCH = "1700000000"
ENTRY, OTHER = "gdynia-pracownia", "jaworzno-mlodziez-solidarna"
# These two name each other and no third.
PAIR = ("caritas-druga-szansa", "sopot-szkola-drugiej-szansy")
PAGE = f"praktyki/{ENTRY}/"
SEED = 7
SAVES = 12


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, few: Few) -> Path:
    """One entry, and at night those among which an editor works."""
    folder = tmp_path_factory.mktemp("preview")
    practices = copy_practices(folder / "practices", *([ENTRY, OTHER, *PAIR] if few.is_night else [ENTRY]))
    return copy_project(folder / "project", practices)


@pytest.fixture(scope="module")
def preview(project: Path) -> Iterator[Preview]:
    """The preview of a project that has been shown once and whose resident process has read it."""
    port, log = free_port(), project.parent / "log"
    process = serve(f"--dev-addr=127.0.0.1:{port}", log=log, project=project, SOURCE_DATE_EPOCH=EPOCH, PRACTICES_DIR="")
    try:
        shown = Preview(process, f"http://127.0.0.1:{port}/", log).begun()
        assert PROBLEMS not in shown.page(PAGE), log.read_text(encoding="utf-8")
        time.sleep(3)
        yield shown
    finally:
        process.kill()
        process.wait()


class Editor:
    """Saves files of a project; each method changes one, and says what shows on the page of the entry then."""

    def __init__(self, project: Path) -> None:
        self._practices = project / "practices"
        self._package = project / "hooks" / "goodpractices"
        self._random = Random(SEED)  # noqa: S311 - chooses what to edit
        self._number = 0

    def title(self) -> str:
        return self._changed(self._practices / ENTRY / "index.md", r"(?<=^title: ).*$", "Tytuł")

    def story(self) -> str:
        return self._changed(self._practices / ENTRY / "index.md", r"(?<=[a-zł]) (?=[a-zł]{6,} )", " słowo", " ")

    def registry(self) -> str:
        return self._changed(self._practices / "_registry" / "places.yml", r"(?<=^- id: gdynia\n  name: ).*$", "Miasto")

    def word(self) -> str:
        return self._changed(self._package / "wording" / "locales" / "pl.yml", r"(?<=^  skip: ).*$", "Przejdź")

    def template(self) -> str:
        return self._changed(self._package / "publishing" / "templates" / "practice.html", r"\Z", "<!-- znak", " -->\n")

    def any(self) -> str:
        """One of them."""
        return self._random.choice([self.title, self.story, self.registry, self.word, self.template])()

    def _changed(self, path: Path, pattern: str, words: str, after: str = "") -> str:
        self._number += 1
        said = f"{words}{self._number}"
        text = path.read_text(encoding="utf-8")
        found = [*re.finditer(pattern, text, re.MULTILINE)][-1]
        path.write_text(text[: found.start()] + said + after + text[found.end() :], encoding="utf-8")
        return said.strip()


@AT_NIGHT
def test_a_preview_at_rest_shows_what_a_build_makes_after_whatever_saves(project: Path, preview: Preview) -> None:
    editor = Editor(project)
    for _ in range(SAVES):
        said = editor.any()
        preview.until(PAGE, lambda text, said=said: said in text)  # type: ignore[misc]
    shutil.rmtree(project / "practices" / OTHER)
    clean = files_of(build(project.parent / "clean", settings=project / "mkdocs.yml", cwd=project).finished().folder)
    end = time.monotonic() + PATIENCE
    for address, content in clean.items():  # one after the other: asking for all of them takes as much as a build
        while preview.file(address) != content:
            assert time.monotonic() < end, address
            time.sleep(0.5)
    assert {each for each in clean if preview.file(each) != clean[each]} == set()
    assert preview.file(f"praktyki/{OTHER}/") is None


def test_a_fault_in_a_template_or_a_text_is_shown_with_its_line_until_it_is_mended(
    project: Path, preview: Preview
) -> None:
    package = project / "hooks" / "goodpractices"
    for path, faulty, place in (
        (package / "publishing/templates/practice.html", "{% if %}\n", "publishing/templates/practice.html:"),
        (package / "wording/locales/pl.yml", "\n  : [\n", "wording/locales/pl.yml:"),
    ):
        good = path.read_text(encoding="utf-8")
        path.write_text(good + faulty, encoding="utf-8")
        broken = preview.until(PAGE, lambda text: PROBLEMS in text)
        assert re.search(rf"{re.escape(place)}[0-9]+", broken)
        assert "<h1" in broken
        path.write_text(good, encoding="utf-8")
        preview.until(PAGE, lambda text: PROBLEMS not in text)


def test_a_fault_in_a_registry_is_shown_with_its_line_until_it_is_mended(project: Path, preview: Preview) -> None:
    path = project / "practices" / "_registry" / "places.yml"
    good = path.read_text(encoding="utf-8")
    path.write_text(f"- id: Źle\n{good}", encoding="utf-8")
    assert "practices/_registry/places.yml:1:" in preview.until(PAGE, lambda text: PROBLEMS in text)
    path.write_text(good, encoding="utf-8")
    preview.until(PAGE, lambda text: PROBLEMS not in text)


def test_changed_code_is_taken_up(project: Path, preview: Preview) -> None:
    path = project / "hooks" / "goodpractices" / "publishing" / "frame" / "frame.py"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("return html if", "html = html.replace('</h1>', ' (kod)</h1>')\n    return html if"),
        encoding="utf-8",
    )
    preview.until(PAGE, lambda text: "(kod)</h1>" in text)
    path.write_text(text, encoding="utf-8")
    preview.until(PAGE, lambda text: "(kod)</h1>" not in text)


def test_a_page_written_by_hand_is_taken_up(project: Path, preview: Preview) -> None:
    path = project / "docs" / "o-katalogu" / "index.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nDopisek na końcu.\n", encoding="utf-8")
    preview.until("o-katalogu/", lambda text: "Dopisek na końcu." in text)
