"""The page of a text that is easy to read (ETR): its sentences, who stands behind it, and nothing beside it."""

from dataclasses import dataclass

from ....catalogue import EasyText, Practice
from ... import phrasing
from ...addresses import Links, easy_text_address, picture_address, practice_address
from ...article import Article
from ...rendering import Renderer


@dataclass(frozen=True, slots=True)
class EasyTextInputs:
    """The inputs of the page: the text, the practice it is about, and the links as far as the page needs them."""

    id: str
    title: str
    text: EasyText
    links: Links

    @classmethod
    def of(cls, practice: Practice, text: EasyText, links: Links) -> "EasyTextInputs":
        """What the page of the text about a practice follows from."""
        pages = {practice_address(practice.id), easy_text_address(practice.id)}
        return cls(practice.id, practice.title, text, links.limited_to(pages))


def easy_text_article(inputs: EasyTextInputs, renderer: Renderer) -> Article:
    """The finished page of a text that is easy to read."""
    t, easy, address = renderer.t, inputs.text, easy_text_address(inputs.id)
    when = phrasing.when(easy.tested_on, t) if easy.tested_on else None
    made = (("written_by", easy.written_by), ("tested_by", easy.tested_by), ("tested_on", when))
    return Article(
        address=address,
        title=t("easy.title", title=inputs.title),
        description=t("easy.description", title=inputs.title),
        content=renderer.render(
            "easy_text.html",
            address,
            links=inputs.links,
            title=inputs.title,
            blocks=[block.split("\n") for block in easy.text.split("\n\n")],
            made=[(t(f"easy.{name}"), said) for name, said in made if said],
            back=practice_address(inputs.id),
        ),
        section="practices",
        styles="easy",
        picture=picture_address(inputs.links.localized(practice_address(inputs.id))),
    )
