"""The resident process of the preview: what it says of faults, and what it forgets to read it anew."""

import sys
from pathlib import Path
from types import ModuleType

import jinja2
import pytest
import yaml

from _shared.environment import ROOT
from _shared.preview.pages import AS_BEFORE
from _shared.preview.renderer import Renderer, _Work, empty_caches, faults_of
from _shared.updating import Sources
from goodpractices.wording import Translations


def fault_of(text: str, tmp_path: Path) -> Exception:
    """What a template of this text fails with."""
    (tmp_path / "x.html").write_text(text, encoding="utf-8")
    loader = jinja2.FileSystemLoader(tmp_path)
    environment = jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined)
    with pytest.raises(jinja2.TemplateError) as found:
        environment.get_template("x.html").render()
    return found.value


def test_a_fault_of_a_template_has_its_line(tmp_path: Path) -> None:
    (said,) = faults_of(fault_of("a\n{% if %}\n", tmp_path))
    assert said.startswith(f"{tmp_path / 'x.html'}:2: ")
    (said,) = faults_of(fault_of("a\nb\n{{ missing }}\n", tmp_path))
    assert said == f"{tmp_path / 'x.html'}:3: 'missing' is undefined"


def test_a_fault_of_a_file_of_words_has_its_line(tmp_path: Path) -> None:
    path = tmp_path / "pl.yml"
    path.write_text("a: b\nc: [\n", encoding="utf-8")
    with pytest.raises(yaml.MarkedYAMLError) as found, path.open(encoding="utf-8") as file:
        yaml.load(file, Loader=yaml.CBaseLoader)  # noqa: S506 - text alone
    (said,) = faults_of(found.value)
    assert said.startswith(f"{path}:3:1: ")


def test_of_any_other_fault_the_place_is_said() -> None:
    with pytest.raises(KeyError) as found:
        Translations.load("pl")("no.such.text")
    (said,) = faults_of(found.value)
    assert "wording/translations.py:" in said
    assert said.endswith("pl.yml has no text for 'no.such.text'\"")


def test_words_are_read_anew_after_the_caches_were_emptied() -> None:
    before = Translations.load("pl")
    assert Translations.load("pl") is before
    empty_caches()
    assert Translations.load("pl") is not before


def test_caches_of_other_packages_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    class Cached:
        def cache_clear(self) -> None:
            raise AssertionError

    module = ModuleType("goodpracticesnot")
    module.cached = Cached()  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "goodpracticesnot", module)
    empty_caches()


def test_before_the_first_site_every_file_is_as_before() -> None:
    assert _Work(Sources(ROOT / "mkdocs.yml", ROOT / "docs", ROOT / "practices")).file("index.html") == AS_BEFORE


def test_who_was_not_waited_for_is_owed_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("_shared.preview.renderer._PATIENCE", 0.01)
    renderer = Renderer(Sources(ROOT / "mkdocs.yml", ROOT / "docs", ROOT / "practices"))
    try:
        with renderer._lock:
            assert renderer.file("index.html") == AS_BEFORE
        assert renderer.owes()
        assert not renderer.owes()
    finally:
        renderer.end()
