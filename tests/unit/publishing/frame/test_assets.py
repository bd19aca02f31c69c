"""Styles lose what only their authors read, and nothing else."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from goodpractices.publishing.form import FORM_SCRIPTS
from goodpractices.publishing.frame.assets import (
    EARLY_SCRIPT,
    offline_script,
    pack_assets,
    page_script,
    plain_styles,
)
from goodpractices.publishing.pages import (
    CATALOGUE_SCRIPTS,
    COMPARE_SCRIPTS,
    FIT_SCRIPTS,
    SAVED_STYLES,
    SAVING_SCRIPTS,
    SHORTLIST_PARTS,
    TOGGLES_SCRIPT,
    ShortlistWords,
)
from goodpractices.publishing.styles import FOR_ALL, FOR_PAPER, STYLE_FILES, styles_of


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("/* why */\n\na { top: 0; }\n\n\n  /* it's\n     so */\nb { top: 1px; }\n", "a{top:0}b{top:1px}"),
        ("a { top: 0; } /* why */ /* and why */\n\nb {}", "a{top:0}b{}"),
        ("a {\n  top: 0;\n}\n", "a{top:0}"),
        ("a,\nb > c { top: 0; left: 0 }", "a,b > c{top:0;left:0}"),
        ("@media (max-width: 46em) {\n  a { top: 0; }\n}\n", "@media (max-width:46em){a{top:0}}"),
    ],
)
def test_comments_and_blanks_between_rules_go(written: str, expected: str) -> None:
    assert plain_styles(written) == expected


@pytest.mark.parametrize(
    "text",
    [
        'a::after{content:"/* kept */ ; { } , : "}',
        "a::after{content:'\\' /* kept */ ; '}",
        'a::after{content:""}',
        "a{--icon:url(\"data:image/svg+xml,%3Csvg viewBox='0 0 20 20'/%3E\")}",
        "a/**/.b{top:0}",
        "a  .b :hover{top:calc(1px + 2px)}",
    ],
)
def test_what_means_something_stays(text: str) -> None:
    assert plain_styles(text) == text


def test_a_blank_stays_where_a_comment_stood_between_two_words() -> None:
    assert plain_styles("a { margin: 0 /* x */auto; }").split() == ["a{margin:0", "auto}"]


def test_these_files_come_with_every_page() -> None:
    assert (FOR_ALL, EARLY_SCRIPT) == ("assets/styles/all.css", "assets/scripts/early.js")
    assert (FOR_PAPER, styles_of("practice")) == ("assets/styles/paper.css", "assets/styles/practice.css")
    assert page_script("en") == "assets/scripts/site.en.js"
    assert offline_script("en") == "assets/scripts/offline.en.js"


BUNDLES = {**CATALOGUE_SCRIPTS, **FIT_SCRIPTS, **COMPARE_SCRIPTS, **SAVING_SCRIPTS, **FORM_SCRIPTS}
WORDS = {name: ShortlistWords(label, {"page": name}) for name, label in (("pl", "Porównaj"), ("en", "Compare"))}
SOURCES = {
    *(
        "script_only",
        "header",
        "languages",
        "highlight",
        "offline_parts",
        "phrases",
        "elements",
        "search/header",
        "search/data",
    ),
    *(
        part.removeprefix("assets/scripts/").removesuffix(".js")
        for parts in (*BUNDLES.values(), SHORTLIST_PARTS, [TOGGLES_SCRIPT])
        for part in parts
    ),
}


@pytest.fixture
def assets(tmp_path: Path) -> Path:
    """A built site of two styles and of scripts that each say who they are, with a script and a style of others."""
    scripts = {f"assets/scripts/{name}.js": f"// why\nscript('{name}');\n" for name in SOURCES}
    others = {
        **{name: f"/* why */\n.{Path(name).stem} {{ top: 0; }}\n" for name in SAVED_STYLES},
        "assets/styles/first.css": "/* why */\na { top: 0; }\n",
        "assets/styles/second.css": "b { top: 0; }\n",
        **{sheet: f"/* why */\n.{Path(sheet).stem} {{}}\n" for sheets in STYLE_FILES.values() for sheet in sheets},
        "assets/styles/vendor/x.css": "/* kept */\n",
        "assets/scripts/early.js": "// why\nearly();\n",
        "assets/scripts/vendor/x.js": "// kept\n",
    }
    for name, text in {**scripts, **others}.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def pack(folder: Path, offline: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    styles = ["assets/styles/second.css", "assets/styles/first.css"]
    pack_assets(styles, {"pl": "<p>żółw</p>", "en": "<p>turtle</p>"}, WORDS, offline, folder)
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


def scripts_in(text: str) -> list[str]:
    return re.findall(r"script\('([^']+)'\)", text)


@pytest.mark.slow
def test_styles_are_joined_in_their_order_and_shrunk(assets: Path) -> None:
    found = pack(assets, {})
    assert found["assets/styles/all.css"] == "b{top:0}a{top:0}"
    assert found["assets/styles/practice.css"] == ".strip{}.ladder{}.numbers{}.practice{}.prose{}"
    assert found["assets/styles/paper.css"] == ".print{}.sheet{}"


@pytest.mark.slow
def test_the_script_of_every_page_hands_over_what_scripts_alone_use(assets: Path) -> None:
    found = pack(assets, {})
    assert found["assets/scripts/site.pl.js"] == (
        "script('script_only');katalogScriptOnly(\"<p>żółw</p>\");"
        "script('header');script('languages');"
        'script(\'compare/toggles\');katalogToggles("Porównaj","compare/shortlist.pl.js");'
    )
    assert 'katalogScriptOnly("<p>turtle</p>");' in found["assets/scripts/site.en.js"]
    assert found["assets/scripts/early.js"] == "early();"


@pytest.mark.slow
def test_a_folder_has_a_script_with_header_and_footer(assets: Path) -> None:
    found = pack(assets, {"pl": {"header": "<p>a</p>", "footer": "<p>ż</p>"}})
    assert found["assets/scripts/offline.pl.js"] == (
        'script(\'offline_parts\');katalogOffline({"header":"<p>a</p>","footer":"<p>ż</p>"});'
    )


@pytest.mark.slow
def test_what_was_joined_is_gone_and_what_others_wrote_stays(assets: Path) -> None:
    found = pack(assets, {})
    assert set(found) == {
        *("assets/styles/all.css", "assets/styles/vendor/x.css", "assets/scripts/vendor/x.js"),
        *STYLE_FILES,
        "assets/scripts/highlight.js",
        *("assets/scripts/early.js", "assets/scripts/site.pl.js", "assets/scripts/site.en.js"),
        *("assets/scripts/search.js", "assets/scripts/header_search.js"),
        *("assets/scripts/catalogue/search.js", "assets/scripts/catalogue/page.js"),
        *FIT_SCRIPTS,
        *COMPARE_SCRIPTS,
        *SAVING_SCRIPTS,
        *("assets/scripts/compare/shortlist.pl.js", "assets/scripts/compare/shortlist.en.js"),
        SAVED_STYLES[0],  # of all pages here, as the settings of a site name it
        *FORM_SCRIPTS,
    }
    assert found["assets/styles/vendor/x.css"] == "/* kept */\n"
    assert found["assets/scripts/vendor/x.js"] == "// kept\n"


@pytest.mark.slow
def test_what_keeps_the_choice_to_compare_comes_in_each_language(assets: Path) -> None:
    kept = pack(assets, {})["assets/scripts/compare/shortlist.en.js"]
    assert scripts_in(kept) == ["phrases", "elements", "compare/chosen", "compare/shortlist"]
    assert kept.endswith('katalogShortlist({"page":"en"});')


@pytest.mark.slow
def test_what_saves_a_comparison_has_the_styles_of_the_page_it_saves(assets: Path) -> None:
    saving = pack(assets, {})["assets/scripts/compare/saving.js"]
    assert saving.endswith('katalogCompareSaving(".tokens{top:0}.strip{}.compare{}.compare_saved{top:0}");')


@pytest.mark.slow
def test_the_search_of_the_header_comes_in_two_parts(assets: Path) -> None:
    found = pack(assets, {})
    assert scripts_in(found["assets/scripts/header_search.js"]) == [
        "phrases",
        "elements",
        "search/leads",
        "search/header",
    ]
    assert scripts_in(found["assets/scripts/search.js"])[-1] == "search/data"


def test_a_script_that_is_missing_stops_the_build(assets: Path) -> None:
    (assets / "assets" / "scripts" / "phrases.js").unlink()
    with pytest.raises(FileNotFoundError):
        pack(assets, {})
