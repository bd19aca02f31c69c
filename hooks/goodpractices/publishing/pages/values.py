"""Words that may lead somewhere, as templates print them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Value:
    """Words, and the address they lead to, if any."""

    text: str
    address: str | None = None
