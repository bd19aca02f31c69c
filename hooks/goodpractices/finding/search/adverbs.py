"""Adverbs and adjectives of one meaning, told by their letters for somebody to confirm."""

from collections.abc import Iterable

# An adverb and its adjective differ in their last letters only; the dictionary then says whether there is such a word.
# The first that there is counts: "wczesny" before "wcześny", which the dictionary has as well.
_ADVERB_ENDINGS = (
    ("o", "y"),
    ("o", "i"),
    ("śnie", "sny"),
    ("źnie", "zny"),
    ("ście", "sty"),
    ("śle", "sły"),
    ("źle", "zły"),
    ("ie", "y"),
    ("rze", "ry"),
    ("le", "ły"),
    ("dzie", "dy"),
    ("cie", "ty"),
    ("e", "y"),
)


def adjectives_of(adverb: str) -> Iterable[str]:
    """What may be the adjective of an adverb, the likeliest first."""
    return (adverb.removesuffix(one) + other for one, other in _ADVERB_ENDINGS if adverb.endswith(one))


def adverbs_of(adjective: str) -> Iterable[str]:
    """What may be the adverb of an adjective."""
    return dict.fromkeys(
        adjective.removesuffix(other) + one for one, other in _ADVERB_ENDINGS if adjective.endswith(other)
    )
