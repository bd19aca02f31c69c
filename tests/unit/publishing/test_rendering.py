"""Templates: what is worked out once and what is worked out for each page."""

from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

from goodpractices.publishing import rendering
from goodpractices.publishing.addresses import Links
from goodpractices.publishing.rendering import Renderer
from goodpractices.wording import Translations, Untranslated

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


@pytest.mark.parametrize("language", ["pl", "en"])
def test_values_are_escaped_once_without_being_marked_each(
    templates: Callable[..., Renderer], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = templates(
        language,
        macros="{% macro shown(value) %}<b>{{ value }}</b>{% endmacro %}"
        "{% macro around() %}<i>{{ caller() }}</i>{% endmacro %}",
        page="{% from 'macros.html' import shown, around %}{% set kept %}{{ value }}{% endset %}"
        "{{ value }}|{{ shown(value) }}|{{ kept }}|{% call around() %}{{ value }}{% endcall %}",
    )
    values = {"text": """<&>"'""", "finished": Markup("<i>&amp;</i>"), "number": 3, "none": None}
    escaped = {"text": "&lt;&amp;&gt;&#34;&#39;", "finished": "<i>&amp;</i>", "number": "3", "none": "None"}
    for name, value in values.items():
        said = escaped[name]
        assert made.render("page.html", "", value=value) == f"{said}|<b>{said}</b>|{said}|<i>{said}</i>"
    marked: list[object] = []
    monkeypatch.setattr("jinja2.runtime.escape", marked.append)
    monkeypatch.setattr(rendering, "escape", marked.append)
    printing = templates(language, printing="{{ value }}")
    assert printing.render("printing.html", "", value="text") == "text"
    assert not marked


def test_a_text_that_nobody_translated_is_escaped_too(templates: Callable[..., Renderer]) -> None:
    made = templates("pl", page="{{ value }}")
    assert made.render("page.html", "", value=Untranslated("<")) == "&lt;"
