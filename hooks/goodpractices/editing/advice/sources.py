"""Whether readers of a published entry will find its sources again: where each is, whose, of what day, read when."""

from collections.abc import Iterator

from ...catalogue import PUBLISHED_STATES, Practice, Problem, Source, warning


def sources_are_complete(practice: Practice) -> Iterator[Problem]:
    """What is missing from each source; ``XXXX`` says that it bears no date, and a file needs no address."""
    if practice.editorial.state not in PUBLISHED_STATES:
        return
    for n, source in enumerate(practice.sources):
        if missing := tuple(_missing(source)):
            yield warning("source_incomplete", ("sources", n), fields=", ".join(missing))


def _missing(source: Source) -> Iterator[str]:
    if not source.url and not source.file:
        yield "url"
    for name in ("publisher", "published", "retrieved"):
        if not getattr(source, name):
            yield name
