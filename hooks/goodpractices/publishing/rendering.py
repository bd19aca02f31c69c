"""Templates of articles: autoescaped, with wording and links at hand and nothing to decide.

Macros are imported without context, so that they are made once; what they know of the page is what they are handed, and
the page itself, from which the filters for links lead.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from contextvars import ContextVar
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, nodes, pass_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape
from markupsafe import _escape_inner as escaped_text  # type: ignore[attr-defined]  # as ``escape`` has it

from ..wording import ORIGINAL, Translations, Untranslated, bind_short_words, with_soft_hyphens
from .addresses import Links

TEMPLATES = Path(__file__).parent / "templates"


class Renderer:
    """Renders templates in one language for one edition of the site."""

    def __init__(self, t: Translations, links: Links) -> None:
        self.t = t
        self.links = links
        self._environment = _environment(t, TEMPLATES)

    def render(self, template: str, here: str, **values: Any) -> str:
        """The template filled for the page at the address ``here``; ``links`` may be those of this page alone."""
        before = _PAGE.set((values.pop("links", self.links), here))
        try:
            return self._environment.get_template(template).render({"here": here, **values})
        finally:
            _PAGE.reset(before)

    def compile_all(self) -> None:
        """Compile every template of the site now, and not in each of the processes that will need it."""
        for path in sorted(TEMPLATES.rglob("*.html")):
            self._environment.get_template(path.relative_to(TEMPLATES).as_posix())

    def source(self, template: str) -> str:
        """A template as it is written."""
        return (TEMPLATES / template).read_text(encoding="utf-8")


_PAGE: ContextVar[tuple[Links, str]] = ContextVar("page")
"""The links of the page that is being rendered, and its address."""


def _printed(value: Any) -> str:
    """A value as it is printed: what ``escape`` makes of it, as a plain text.

    A catalogue prints millions of values, and marking each of them as escaped takes longer than escaping them.
    """
    kind = type(value)
    if kind is str:
        return escaped_text(value)
    return value if kind is Markup else escape(value)


class _Generator(CodeGenerator):
    """Lets templates print values by the function of their environment."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
            return
        self.write("environment.printed(")
        if finalize.src is not None:
            self.write(finalize.src)


class _Environment(Environment):
    """Compiles into templates the words they name outright, as these are the same on every page."""

    code_generator_class = _Generator
    printed = staticmethod(_printed)

    def __init__(self, words: Callable[..., Markup], **options: Any) -> None:
        super().__init__(**options)
        self.words = words
        self.globals["t"] = words
        self._templates: dict[str, Template] = {}

    def get_template(self, name: str, parent: str | None = None, globals: Any = None) -> Template:  # type: ignore[override]  # noqa: A002
        """A template by name; Jinja would look at each import whether it has changed."""
        if name not in self._templates:
            self._templates[name] = super().get_template(name, parent, globals)
        return self._templates[name]

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        parsed: nodes.Template = _KnownWords(self.words).visit(super()._parse(source, name, filename))
        return parsed


class _KnownWords(NodeTransformer):
    """Puts words in the place of calls of ``t`` that nothing of a page goes into."""

    def __init__(self, words: Callable[[str], Markup]) -> None:
        self._words = words

    def visit_Call(self, call: nodes.Call) -> nodes.Expr:  # noqa: N802 - named by Jinja
        """The words of a call, if they are known."""
        self.generic_visit(call)
        match call:
            case nodes.Call(node=nodes.Name(name="t"), args=[nodes.Const(value=key)], kwargs=[], dyn_kwargs=None):
                return nodes.Const(self._words(key), lineno=call.lineno)
        return call


@lru_cache
def _environment(t: Translations, folder: Path) -> "_Environment":
    """The templates of a folder with the words of a language, each compiled once a process, for however many sites."""
    environment = _Environment(
        _escaped(t),
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        finalize=None if t.language == ORIGINAL else _marked,
    )
    environment.globals.update(choice=_escaped(t.choice), language_name=_escaped(t.language_name), language=t.language)
    environment.filters["url"] = _url
    environment.filters["beside"] = _beside
    environment.filters["plain"] = str
    environment.filters["folded"] = _folded
    environment.filters["sections"] = partial(_sections, short=t.group("contents"))
    environment.filters["nbsp"] = _nbsp if t.language == ORIGINAL else _marked
    environment.filters["breakable"] = with_soft_hyphens if t.language == ORIGINAL else _marked
    return environment


def _escaped(words: Callable[..., str]) -> Callable[..., Markup]:
    """The same words escaped once rather than at each place they are printed."""

    @lru_cache(maxsize=8192)
    def escaped(*args: Any, **params: Any) -> Markup:
        return escape(words(*args, **params))

    return escaped


@lru_cache(maxsize=8192)
def _nbsp(text: str) -> Markup:
    return Markup(bind_short_words(escape(text)))  # noqa: S704 - escaped just now


def _folded(items: Sequence[Any], most: int) -> tuple[Sequence[Any], Sequence[Any]]:
    """What of a list is read at once, and the rest, unless that were a single thing."""
    return (items, ()) if len(items) <= most + 1 else (items[:most], items[most:])


_SECTION = re.compile(r'<section class="block[^>]*>\s*<h2 id="([^"]+)">(.*?)</h2>', re.DOTALL)


def _sections(html: Markup, short: Mapping[str, str]) -> list[tuple[str, str]]:
    """The sections of a finished fragment: the anchor of each and its heading, or what it is called in short."""
    found = [(anchor, Markup(heading)) for anchor, heading in _SECTION.findall(html)]  # noqa: S704 - finished
    return [(anchor, short.get(anchor, heading)) for anchor, heading in found]


_IN_POLISH = Markup('<span lang="pl">{}</span>')


def _marked(value: Any) -> Any:
    """A text that nobody translated as HTML that says so, anything else as it is."""
    return _IN_POLISH.format(str(value)) if isinstance(value, Untranslated) else value


@pass_context  # else what leads to a constant address would be worked out when a template is compiled
def _url(_: Context, address: str) -> str:
    links, here = _PAGE.get()
    return links.between(here, address)


@pass_context
def _beside(_: Context, name: str) -> str:
    links, here = _PAGE.get()
    return links.beside(here, name)
