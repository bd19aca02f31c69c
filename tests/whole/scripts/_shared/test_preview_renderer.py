"""The resident process of the preview with the whole catalogue."""

from _shared.environment import ROOT
from _shared.preview.pages import AS_BEFORE
from _shared.preview.renderer import Renderer
from _shared.updating import Sources


def test_a_process_that_was_killed_answers_as_before_and_finds_nothing() -> None:
    renderer = Renderer(Sources(ROOT / "mkdocs.yml", ROOT / "docs", ROOT / "practices"))
    assert renderer.read(words=False) == ()
    renderer.end()
    assert renderer.read(words=False) is None
    assert renderer.file("index.html") == AS_BEFORE
