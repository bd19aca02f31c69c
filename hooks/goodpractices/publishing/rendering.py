"""Templates of articles: autoescaped, with wording and links at hand and nothing to decide."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from ..wording import ORIGINAL, Translations, Untranslated, bind_short_words
from .addresses import Links

TEMPLATES = Path(__file__).parent / "templates"


class Renderer:
    """Renders templates in one language for one edition of the site."""

    def __init__(self, t: Translations, links: Links) -> None:
        self.t = t
        self.links = links
        self._environment = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            finalize=None if t.language == ORIGINAL else _marked,
        )
        self._environment.globals.update(
            t=_escaped(t), choice=_escaped(t.choice), language_name=_escaped(t.language_name), language=t.language
        )
        self._environment.filters["url"] = _url
        self._environment.filters["beside"] = _beside
        self._environment.filters["plain"] = str
        self._environment.filters["nbsp"] = _nbsp if t.language == ORIGINAL else _marked

    def render(self, template: str, here: str, **values: Any) -> str:
        """The template filled for the page at the address ``here``; ``links`` may be those of this page alone."""
        return self._environment.get_template(template).render({"here": here, "links": self.links, **values})

    def source(self, template: str) -> str:
        """A template as it is written."""
        return (TEMPLATES / template).read_text(encoding="utf-8")


def _escaped(words: Callable[..., str]) -> Callable[..., Markup]:
    """The same words escaped once rather than at each place they are printed."""

    @lru_cache(maxsize=8192)
    def escaped(*args: Any, **params: Any) -> Markup:
        return escape(words(*args, **params))

    return escaped


@lru_cache(maxsize=8192)
def _nbsp(text: str) -> Markup:
    return Markup(bind_short_words(escape(text)))  # noqa: S704 - escaped just now


_IN_POLISH = Markup('<span lang="pl">{}</span>')


def _marked(value: Any) -> Any:
    """A text that nobody translated as HTML that says so, anything else as it is."""
    return _IN_POLISH.format(str(value)) if isinstance(value, Untranslated) else value


@pass_context
def _url(context: Context, address: str) -> str:
    links: Links = context["links"]
    return links.between(context["here"], address)


@pass_context
def _beside(context: Context, name: str) -> str:
    links: Links = context["links"]
    return links.beside(context["here"], name)
