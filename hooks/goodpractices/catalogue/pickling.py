"""How records are handed from process to process: each as the list of its values. Nothing is pickled on disk."""

from typing import Any, TypeVar

T = TypeVar("T")


def quick_to_pickle(made: type[T]) -> type[T]:
    """A frozen dataclass with slots that is pickled in half the time.

    Dataclasses do the same, but look up their fields again for each record.
    """
    names: tuple[str, ...] = vars(made)["__slots__"]
    writers = [vars(made)[name].__set__ for name in names]

    def values(record: Any) -> list[Any]:
        return [getattr(record, name) for name in names]

    def restore(record: Any, state: list[Any]) -> None:
        for write, value in zip(writers, state, strict=True):
            write(record, value)

    made.__getstate__ = values  # type: ignore[assignment,method-assign]  # mypy takes it for a method already
    made.__setstate__ = restore  # type: ignore[attr-defined]
    return made
