"""What paper adds to the page of a practice: whose it is, as of when, and the way back to the page."""

from dataclasses import dataclass

from ....catalogue import Identity, Practice
from ....wording import Translations
from ... import phrasing

# Every mask is read equally well by today's cameras; trying all eight takes five times as long.
_MASK = 3


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code as a path on a square grid of ``size`` modules, to be drawn with a pen one module wide.

    Its quiet margin is left to the styles.
    """

    size: int
    path: str
    label: str


@dataclass(frozen=True, slots=True)
class SheetHead:
    """The head of a sheet; without an address of the site there is no page to lead to."""

    name: str
    state: str | None
    address: str | None
    code: Code | None


def sheet_head(practice: Practice, identity: Identity, here: str, t: Translations) -> SheetHead:
    """What stands at the top of the sheet of a practice, whose page lies at an address."""
    address = identity.page_address(here)
    return SheetHead(
        name=identity.name,
        state=_state(practice, t),
        address=address,
        code=_code(address, t("sheet.code", address=address)) if address else None,
    )


def _state(practice: Practice, t: Translations) -> str | None:
    changed = practice.editorial.updated or practice.editorial.created
    said = phrasing.standing_in_words(practice, t, briefly=True)
    return "; ".join(filter(None, (t("sheet.state", date=phrasing.day(changed, t)) if changed else "", said))) or None


def _code(address: str, label: str) -> Code:
    import segno  # with what it needs of the standard library it takes longer than many a page

    matrix = segno.make_qr(address, error="m", mask=_MASK).matrix
    runs = [(x, y, width) for y, row in enumerate(matrix) for x, width in _runs(row)]
    # From the end of a run to the next rather than from the corner: such numbers are few, so the page packs smaller.
    steps = "".join(
        f"m{x - left - done} {y - above}h{width}"
        for (left, above, done), (x, y, width) in zip([(0, 0, 0), *runs], runs, strict=False)
    )
    return Code(len(matrix), f"M0 .5{steps}", label)


def _runs(row: bytearray) -> list[tuple[int, int]]:
    """Where dark modules of a row begin, and how many stand side by side."""
    runs: list[tuple[int, int]] = []
    for x, dark in enumerate(row):
        if not dark:
            continue
        if runs and sum(runs[-1]) == x:
            runs[-1] = runs[-1][0], runs[-1][1] + 1
        else:
            runs.append((x, 1))
    return runs
