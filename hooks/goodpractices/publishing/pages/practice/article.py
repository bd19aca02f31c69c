"""The page of a practice: does it work, what does it take, can we do it?

What answers these questions comes first; the rest follows in the order a reader asks.
"""

from typing import Any

from ....catalogue import derive
from ...addresses import picture_address
from ...article import Article
from ...open_data import linked_practice, script
from ...rendering import Renderer
from .course import course_block
from .evidence import evidence_block
from .facts import facts_block
from .figures import figures_block
from .further import further_block
from .head import head_block
from .inputs import PracticeInputs
from .labels import Labels
from .ladder import ladder_block
from .money import money_block
from .opening import opening_block
from .prose import Prose
from .sheet import sheet_head
from .sources import sources_block
from .take import take_block
from .trail import trail_block
from .transfer import transfer_block


def practice_article(inputs: PracticeInputs, renderer: Renderer) -> Article:
    """The finished page of one practice; it follows from the inputs, and from the words and templates of a language."""
    practice, links = inputs.practice, inputs.links
    place = links.localized(inputs.address)
    prose = Prose(inputs, renderer.t)
    content = renderer.render("practice.html", inputs.address, links=links, prose=prose, **_blocks(inputs, renderer))
    return Article(
        address=inputs.address,
        title=practice.title,
        description=practice.summary,
        content=content,
        section="practices",
        styles="practice",
        picture=picture_address(place),
        foot="" if links.explicit_index else _linked(inputs, place),
    )


def _linked(inputs: PracticeInputs, place: str) -> str:
    return script(linked_practice(inputs.practice, inputs.records, inputs.identity, place))


def _blocks(inputs: PracticeInputs, renderer: Renderer) -> dict[str, Any]:
    """The blocks of the page by name, each made for itself: their order here means nothing."""
    practice, t = inputs.practice, renderer.t
    labels, derived = Labels(inputs.records, t), derive(practice)
    return {
        "id": practice.id,
        "sheet": sheet_head(practice, inputs.identity, inputs.links.localized(inputs.address), t),
        "head": head_block(inputs, labels),
        "facts": facts_block(practice, derived, labels),
        "opening": opening_block(practice),
        "figures": figures_block(practice, derived, t),
        "money": money_block(practice, derived, labels),
        "course": course_block(practice, labels),
        "evidence": evidence_block(practice, labels),
        "ladder": ladder_block(practice, t),
        "trail": trail_block(inputs, labels),
        "transfer": transfer_block(practice, labels),
        "further": further_block(inputs, derived, labels),
        "sources": sources_block(inputs, derived, labels),
        "take": take_block(inputs, t),
    }
