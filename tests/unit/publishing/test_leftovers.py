"""What the theme brings along and nothing uses goes; what is used stays as it is."""

from pathlib import Path

import pytest

from goodpractices.publishing import remove_leftovers

SITE = {
    "assets/javascripts/bundle.js": "run('//# sourceMappingURL=kept.map')\n//# sourceMappingURL=bundle.js.map\n\n",
    "assets/javascripts/bundle.js.map": "{}",
    "assets/javascripts/lunr/min/lunr.tr.min.js": "lunr",
    "assets/javascripts/workers/search.js": "worker",
    "assets/stylesheets/main.css": "a{color:red}",
    "assets/stylesheets/main.css.map": "{}",
    "assets/images/favicon.png": "icon",
    "assets/images/favicon.svg": "<svg/>",
    "praktyki/las/plan.map": "a plan of a wood",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, text in SITE.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_what_nothing_uses_is_gone_and_the_rest_is_there(site: Path) -> None:
    remove_leftovers(site)
    assert {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()} == {
        "assets/javascripts/bundle.js",
        "assets/images/favicon.svg",
        "praktyki/las/plan.map",
    }


def test_no_script_names_a_map_that_is_gone(site: Path) -> None:
    remove_leftovers(site)
    assert (site / "assets/javascripts/bundle.js").read_text(
        encoding="utf-8"
    ) == "run('//# sourceMappingURL=kept.map')\n"


def test_a_site_of_another_theme_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("strona", encoding="utf-8")
    remove_leftovers(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["index.html"]
