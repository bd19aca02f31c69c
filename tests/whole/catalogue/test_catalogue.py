"""All entries, written as values and read again."""

from tests.support.real import real_catalogue

from goodpractices.catalogue import PRACTICE


def test_the_real_practices_survive_being_written_and_read_again() -> None:
    for practice in real_catalogue().practices.values():
        plain = PRACTICE.plain(practice)
        assert plain["id"] == practice.id
        assert PRACTICE(_as_text(plain), None) == practice


def _as_text(value: object) -> object:
    """Every scalar as an editor writes it."""
    if isinstance(value, dict):
        return {key: _as_text(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_as_text(inner) for inner in value]
    return str(value).lower() if isinstance(value, bool) else str(value)
