"""A practice as one HTML file that needs nothing else: to be sent by mail, printed, or put into somebody's archive."""

import base64
import hashlib
import re
from functools import cache
from pathlib import Path
from urllib.parse import urljoin

from markupsafe import Markup

from ...catalogue import Identity, Practice, published_picture
from ...finding import AnalysedCatalogue
from ...wording import Translations
from ..addresses import Links
from ..article import Article
from ..frame import plain_styles
from ..pages import practice_article, practice_inputs
from ..rendering import Renderer
from ..styles import OF_ARTICLES
from .rewriting import Rewriter

STYLES = tuple(f"{name}.css" for name in OF_ARTICLES)
"""The styles of the site that an article is shown with, in their order."""

_KINDS = {"jpg": "jpeg", "jpeg": "jpeg", "png": "png"}
# Stands for a site whose address is not known; no host of this name can exist.
_NOWHERE = "https://nowhere.invalid/"


def single_file(practice: Practice, analysed: AnalysedCatalogue, identity: Identity, folder: Path, styles: str) -> str:
    """The page of a practice with its styles and pictures in it, without scripts and without links that lead nowhere.

    ``folder`` has the practices and their pictures. Links to other pages lead to the site if its address is known,
    otherwise their words are left.

    Raises:
        UnusablePicture: when a picture cannot be published.
        OSError: when a picture cannot be read.
    """
    renderer = _renderer()
    related = analysed.related.to(practice)
    article = practice_article(
        practice_inputs(practice, related, analysed.catalogue, identity, renderer.links), renderer
    )
    shown_styles = plain_styles(f"{styles}\n{renderer.source('single.css')}")
    stand_alone = _StandAlone(article, identity.address, folder / practice.id)
    return renderer.render(
        "single.html",
        article.address,
        article=article,
        site_name=identity.name,
        policy=_policy(shown_styles),
        styles=Markup(shown_styles),  # noqa: S704 - our own
        content=Markup(stand_alone.rewritten(article.content)),  # noqa: S704 - rendered before
    )


@cache
def _renderer() -> Renderer:
    """Templates compiled once for all practices."""
    return Renderer(Translations.load("pl"), Links())


def read_styles(folder: Path) -> str:
    """The text of ``STYLES`` from a folder.

    Raises:
        OSError: when one of them is not there.
    """
    return "\n".join((folder / name).read_text(encoding="utf-8") for name in STYLES)


def _policy(styles: str) -> str:
    digest = base64.b64encode(hashlib.sha256(styles.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"


class _StandAlone(Rewriter):
    """What a file on its own has of an article: no way through the site, pictures in the file itself."""

    left_out_tags = Rewriter.left_out_tags | {"nav"}

    def __init__(self, article: Article, site: str | None, pictures: Path) -> None:
        super().__init__()
        self._here = (f"{site.rstrip('/')}/" if site else _NOWHERE) + article.address
        self._anchors = set(re.findall(r'\sid="([^"]+)"', article.content))
        self._pictures = pictures

    def link(self, href: str) -> str | None:
        """A link of the file itself, or to the site if its address is known."""
        if href.startswith("#"):
            return href if href[1:] in self._anchors else None
        address = urljoin(self._here, href)
        return None if address.startswith(_NOWHERE) else address

    def picture(self, name: str) -> str:
        """The picture itself, as an address."""
        kind = _KINDS.get(Path(name).suffix[1:].lower(), "webp")
        return f"data:image/{kind};base64,{base64.b64encode(published_picture(self._pictures / name)).decode()}"
