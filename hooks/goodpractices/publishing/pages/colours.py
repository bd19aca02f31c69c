"""The colour of a practice: each family of themes has one, which follows it on cards, map and timeline."""


def family_class(family: str | None) -> str:
    """The class that gives a family its colour; nothing for what has none."""
    return f"family-{family}" if family else ""
