"""What our pages take for granted of the theme, in one place: an update that changes any of it is noticed here.

Of Material its script is used, and its words. The messages of its search are tried in
tests/browser/test_theme_messages.py, the rest of its behaviour in test_searching.py beside that.
"""

import re
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader
from tests.support.paths import ROOT

THEME = Path(str(files("material"))) / "templates"
OURS = ROOT / "docs" / "templates"
ASSETS = ROOT / "docs" / "assets"

# The originals of templates that ours replace. Has one changed, see what is new in it, take over what the script of the
# theme or a reader needs, and write down the hash that the message shows.
REPLACED = {
    "404.html": "80c93494b5432b1b",
    "main.html": "9948b55a7bc979c3",
    "partials/footer.html": "50c2a75f013b7b03",
    "partials/header.html": "8cf3fb15bcf969ff",
    "partials/language.html": "3a44516f305006ac",
    "partials/search.html": "bfd556535abcddb9",
}
# Said in our own words elsewhere: docs/assets/scripts/early.js.
REWRITTEN = {"partials/javascripts/base.html": "d6113712bc4deb30"}

# function Ce(e,t=document){return j(`[data-md-component=${e}]`,t)}
COMPONENT_GETTER = re.compile(
    r"function (\w+)\(\w,\w=document\)\{return (\w+)\(`\[data-md-component=\$\{\w\}\]`,\w\)\}"
)


@pytest.fixture(scope="module")
def script() -> str:
    """The theme's own script."""
    (path,) = THEME.glob("assets/javascripts/bundle.*.min.js")
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def templates() -> str:
    """All of our templates around an article."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(OURS.rglob("*.html")))


def test_the_templates_that_ours_replace_are_those_we_know() -> None:
    ours = {path.relative_to(OURS).as_posix() for path in OURS.rglob("*.html")}
    assert {name for name in ours if (THEME / name).exists()} == REPLACED.keys()


@pytest.mark.parametrize(("name", "known"), [*REPLACED.items(), *REWRITTEN.items()])
def test_a_template_that_ours_replaces_is_as_it_was(name: str, known: str) -> None:
    assert sha256((THEME / name).read_bytes()).hexdigest()[:16] == known


def test_the_parts_that_the_script_cannot_do_without_are_in_our_templates(script: str, templates: str) -> None:
    throwing = [name for name, find in COMPONENT_GETTER.findall(script) if throws(find, script)]
    assert len(throwing) == 1
    needed = set(re.findall(rf"\b{throwing[0]}\(\"([a-z-]+)\"", script))
    assert {"container", "header", "search-query"} <= needed
    assert needed - set(re.findall(r'data-md-component="([a-z-]+)"', templates)) == set()


def test_the_switches_that_the_script_cannot_do_without_are_in_our_templates(script: str, templates: str) -> None:
    needed = set(re.findall(r"\[data-md-toggle=(\w+)\]", script))
    assert needed == set(re.findall(r'data-md-toggle="(\w+)"', templates))


def test_the_functions_that_the_script_calls_are_ours(script: str) -> None:
    called = set(re.findall(r"\b__md_\w+", script))
    ours = set(re.findall(r"root\.(__md_\w+) =", (ASSETS / "scripts" / "early.js").read_text(encoding="utf-8")))
    assert called
    assert called - ours == set()


def test_the_settings_have_what_those_of_the_theme_have(templates: str) -> None:
    def named(text: str) -> set[str]:
        (settings,) = re.findall(r'<script id="__config".*?</script>', text, re.DOTALL)
        names = set(re.findall(r'"([\w.]+)":', settings))
        return {name for name in names if not name.startswith(("clipboard.", "select."))}  # are on none of our pages

    assert named(templates) == named((THEME / "base.html").read_text(encoding="utf-8"))


def test_results_of_the_search_are_made_of_what_our_styles_know(script: str) -> None:
    styles = (ASSETS / "styles" / "base.css").read_text(encoding="utf-8")
    made = set(re.findall(r"\bmd-search-result__\w+", script))
    assert "md-search-result__item" in made
    assert made - set(re.findall(r"\.(md-search-result__\w+)", styles)) == set()


@pytest.mark.parametrize("language", ["pl", "en"])
def test_every_word_that_our_templates_ask_the_theme_for_is_there(templates: str, language: str) -> None:
    asked = set(re.findall(r"lang\.t\(['\"]([\w.]+)['\"]\)", templates))
    assert len(asked) > 5
    theme = Environment(loader=FileSystemLoader(THEME), autoescape=True)
    words: Any = theme.get_template(f"partials/languages/{language}.html").module
    assert [key for key in sorted(asked) if not str(words.t(key)).strip()] == []


def throws(function: str, script: str) -> bool:
    """Whether a function of the script complains of what it does not find."""
    return bool(re.search(rf"function {function}\([^)]*\)\{{[^}}]*throw ", script))
