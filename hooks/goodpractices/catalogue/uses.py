"""What a field is for besides being read: stands beside its type in the model, and lists of fields follow from it.

``title: Annotated[Title, Searched("title", 5), Asked("main")]`` is found by its words, and the form asks for it in its
step ``main``. What a field does not say of itself it is not: one without :class:`Asked` is in no step of the form.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Annotated, Any, Generic, Literal, TypeVar, get_args, get_origin, get_type_hints

SearchField = Literal["title", "summary", "text", "place", "organisation", "programme", "term", "figure"]
"""Where a word may be found, as results name it."""


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a field. Fields of one use come in the order of the model, but for those that say ``after`` which."""

    after: str = field(default="", kw_only=True)


@dataclass(frozen=True, slots=True)
class Asked(Use):
    """The form asks for the field in this step, behind a word if few entries need it (``more``)."""

    step: str
    more: bool = False


@dataclass(frozen=True, slots=True)
class Rare(Use):
    """Few entries say this of a record, so that the form asks for it behind a word."""


@dataclass(frozen=True, slots=True)
class Explained(Use):
    """The editors' guide explains the field in the section with this anchor."""

    section: str


@dataclass(frozen=True, slots=True)
class Wanted(Use):
    """A full description has the field: editors are reminded of the one with the lowest rank that is empty.

    It is ``counted`` in the completeness of an entry as well, unless it is declared not applicable.
    """

    rank: int
    counted: bool = True


@dataclass(frozen=True, slots=True)
class Searched(Use):
    """Readers find a practice by what the field says, which tells so much (``weight``) of what it is about."""

    field: SearchField
    weight: float


U = TypeVar("U", bound=Use)


def uses(record: type, use: type[U]) -> Mapping[str, U]:
    """The fields of a record that have a use, in their order, each with what is said of it."""
    hints = get_type_hints(record, include_extras=True)
    found = {each.name: said for each in fields(record) for said in _said(hints[each.name], use)}
    names = [name for name, said in found.items() if not said.after]
    for name, said in found.items():
        if said.after:
            names.insert(names.index(said.after) + 1, name)
    return {name: found[name] for name in names}


@dataclass(frozen=True, slots=True)
class Branch(Generic[U]):
    """A field that has a use (``said`` of it) or holds a record with fields that have it (``within``)."""

    name: str
    said: U | None
    within: tuple["Branch[U]", ...]


def branches(record: type, use: type[U]) -> tuple[Branch[U], ...]:
    """The fields of a record that have a use or lead to others that have it; first those that have it themselves."""
    hints = get_type_hints(record, include_extras=True)
    own = uses(record, use)
    inner = {name: branches(held, use) if (held := _record_in(hint)) else () for name, hint in hints.items()}
    leading = [name for name in hints if name not in own and inner[name]]
    return tuple(Branch(name, own.get(name), inner[name]) for name in (*own, *leading))


def _record_in(hint: Any) -> type | None:
    """The record that a field holds, alone or in a list; what stands under keys is apart from it."""
    if isinstance(hint, type) and is_dataclass(hint):
        return hint
    held = () if get_origin(hint) is Mapping else get_args(hint)
    return next((inner for inner in map(_record_in, held) if inner), None)


def _said(hint: Any, use: type[U]) -> list[U]:
    return [each for each in getattr(hint, "__metadata__", ()) if isinstance(each, use)]


def without_uses(hint: Any) -> Any:
    """The type of a field without what it is for."""
    if not (metadata := getattr(hint, "__metadata__", ())):
        return hint
    kept = tuple(each for each in metadata if not isinstance(each, Use))
    plain = get_args(hint)[0]
    return Annotated[(plain, *kept)] if kept else plain
