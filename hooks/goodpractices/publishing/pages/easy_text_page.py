"""The page of a text that is easy to read (ETR): its sentences, who stands behind it, and nothing beside it."""

from ...catalogue import EasyText, Practice
from .. import phrasing
from ..addresses import easy_text_address, picture_address, practice_address
from ..article import Article
from ..rendering import Renderer


def easy_text_article(practice: Practice, easy: EasyText, renderer: Renderer) -> Article:
    """The finished page of the text about a practice that is easy to read."""
    t, address = renderer.t, easy_text_address(practice.id)
    when = phrasing.when(easy.tested_on, t) if easy.tested_on else None
    made = (("written_by", easy.written_by), ("tested_by", easy.tested_by), ("tested_on", when))
    return Article(
        address=address,
        title=t("easy.title", title=practice.title),
        description=t("easy.description", title=practice.title),
        content=renderer.render(
            "easy_text.html",
            address,
            title=practice.title,
            blocks=[block.split("\n") for block in easy.text.split("\n\n")],
            made=[(t(f"easy.{name}"), said) for name, said in made if said],
            back=practice_address(practice.id),
        ),
        section="practices",
        picture=picture_address(renderer.links.localized(practice_address(practice.id))),
    )
