"""Templates: what is worked out once and what is worked out for each page."""

from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from goodpractices.publishing import rendering
from goodpractices.publishing.addresses import Links
from goodpractices.publishing.rendering import Renderer
from goodpractices.wording import Translations

ENGLISH = Links(words={"": "en/", "praktyki": "practices"})


@pytest.fixture
def templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Renderer]:
    """Makes a renderer of templates given by name, in which ``__`` stands for a slash."""

    def renderer(language: str = "pl", links: Links | None = None, **texts: str) -> Renderer:
        for name, text in texts.items():
            (tmp_path / f"{name}.html").write_text(text, encoding="utf-8")
        monkeypatch.setattr(rendering, "TEMPLATES", tmp_path)
        return Renderer(Translations.load(language), links or Links())

    return renderer


def test_a_macro_leads_from_the_page_that_prints_it(templates: Callable[..., Renderer]) -> None:
    made = templates(
        macros="{% macro home() %}{{ '' | url }}|{{ 'karta.png' | beside }}{% endmacro %}",
        page="{% from 'macros.html' import home %}{{ home() }}",
    )
    assert made.render("page.html", "praktyki/las/") == "../../|karta.png"
    assert made.render("page.html", "praktyki/") == "../|karta.png"
    assert made.render("page.html", "praktyki/las/") == "../../|karta.png"


def test_links_to_constant_addresses_are_those_of_each_language(templates: Callable[..., Renderer]) -> None:
    made = templates("en", ENGLISH, page="{{ 'praktyki/' | url }} {{ 'karta.png' | beside }}")
    assert made.render("page.html", "praktyki/las/") == "../../../en/practices/ ../../../praktyki/las/karta.png"
    assert made.render("page.html", "") == "../en/practices/ ../karta.png"


def test_links_of_one_page_alone_hold_for_that_page(templates: Callable[..., Renderer]) -> None:
    made = templates("en", ENGLISH, page="{{ address | url }}")
    limited = Links(words=ENGLISH.words, missing=frozenset({"praktyki/las/"}))
    assert made.render("page.html", "", address="praktyki/las/", links=limited) == "../praktyki/las/"
    assert made.render("page.html", "", address="praktyki/las/") == "../en/practices/las/"


def test_a_page_rendered_within_another_leaves_the_links_of_that_as_they_were(
    templates: Callable[..., Renderer],
) -> None:
    made = templates(inner="{{ '' | url }}", outer="{{ '' | url }} {{ inner() }} {{ '' | url }}")

    def inner() -> str:
        return made.render("inner.html", "praktyki/las/")

    assert made.render("outer.html", "praktyki/", inner=inner) == "../ ../../ ../"


def test_after_a_template_that_failed_links_lead_from_the_next_page(templates: Callable[..., Renderer]) -> None:
    made = templates(bad="{{ nobody }}", inner="{{ '' | url }}", outer="{{ inner() }} {{ '' | url }}")

    def inner() -> str:
        with pytest.raises(UndefinedError):
            made.render("bad.html", "a/b/c/")
        return "-"

    assert made.render("outer.html", "praktyki/", inner=inner) == "- ../"


def test_words_named_outright_are_looked_up_once_for_all_pages(
    templates: Callable[..., Renderer], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def say(_: Translations, key: str, **params: object) -> str:
        asked.append(key)
        return f"<{key}{params}>"

    monkeypatch.setattr(Translations, "__call__", say)
    made = templates(page="{{ t('missing') }} {{ t(key) }} {{ t('practices.count', n=n) }}")
    for n in (1, 2):
        expected = f"&lt;missing{{}}&gt; &lt;a{n}{{}}&gt; &lt;practices.count{{&#39;n&#39;: {n}}}&gt;"
        assert made.render("page.html", "", key=f"a{n}", n=n) == expected
    asked = [key for key in asked if not key.startswith("contents.")]  # which the bar of contents has from the start
    assert asked == ["missing", "a1", "practices.count", "a2", "practices.count"]


def test_words_that_do_not_exist_are_noticed_before_any_page_is_made(templates: Callable[..., Renderer]) -> None:
    made = templates(page="{% if False %}{{ t('nobody.says_this') }}{% endif %}")
    with pytest.raises(KeyError):
        made.render("page.html", "")


def test_a_template_is_compiled_once_for_all_sites_of_a_language(templates: Callable[..., Renderer]) -> None:
    first = templates(page="before {{ '' | url }}")
    assert first.render("page.html", "praktyki/") == "before ../"
    second = templates(page="after {{ '' | url }}")
    assert second.render("page.html", "") == "before ./"
    assert templates("en", ENGLISH).render("page.html", "") == "after ../en/"
