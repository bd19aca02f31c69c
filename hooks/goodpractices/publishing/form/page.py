"""The page of the form: its steps and words; the fields come with the scripts."""

from ...catalogue import Identity
from ..addresses import FORM
from ..article import Article
from ..rendering import Renderer
from .data import ENTRIES, data_address
from .short import SHORT_STEPS
from .steps import STEPS
from .taking import taking_of

_SCRIPT = "assets/scripts/form/form.js"
_DOCUMENT = "assets/scripts/form/document.js"
_SHARED = ("phrases", "elements", "download")
_READING = ("words", "dates", "spelled", "quantities", "spelled_dates", "spelled_lists", "spellings", "reading_words")
_CHECKING = (
    "yaml",
    "nearest",
    "texts",
    "personal_numbers",
    "values",
    "understanding",
    "figures",
    "story",
    "consents",
    "rules",
    "check",
)
_FILLING = ("names", "part", "gazetteer", "proposing", "leaves", "fields")
_SHOWING = (
    "drafts",
    "draft_store",
    "draft_list",
    "keeping",
    "markdown",
    "preview",
    "card",
    "steps",
    "problems",
    "ways",
    "understood",
    "results",
    "hand_over",
    "short",
    "entry_file",
    "opening",
    "newer",
    "asked",
    "page",
)

FORM_SCRIPTS = {
    _SCRIPT: (
        *(f"assets/scripts/{name}.js" for name in _SHARED),
        *(f"assets/scripts/form/{name}.js" for name in (*_READING, *_CHECKING, *_FILLING, *_SHOWING)),
    ),
    _DOCUMENT: tuple(
        f"assets/scripts/form/document_{name}.js" for name in ("signs", "look", "text", "tables", "rest", "file")
    ),
}
"""The script bundles of the page: output files and their sources, in load order.

The second opens documents. It is loaded by ``form/opening.js`` once somebody chooses one, since the first view of the
page is heavy enough without it.
"""


def form_article(identity: Identity, renderer: Renderer, *, offline: bool = False) -> Article:
    """The page ``zglos/``.

    In the offline edition it opens no entries of the catalogue: by the time somebody corrects one there, the
    entry may have changed, and the correction would take that back.
    """
    t = renderer.t
    data = data_address(t.language)
    content = renderer.render(
        "form.html",
        FORM,
        title=t("form.title"),
        lead=t("form.lead"),
        steps=STEPS,
        scripts=(data, _SCRIPT),
        short_steps=[*SHORT_STEPS],
        entries=None if offline else ENTRIES,
        contact=identity.contact,
        taking=taking_of(identity, offline=offline),
        has_host=identity.new_file is not None,
    )
    return Article(FORM, t("form.title"), t("form.lead"), content, "submit", styles="form")
