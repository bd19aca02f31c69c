"""Browser scripts without comments and needless blanks, taken apart by the grammar of the language.

A rule of letters alone cannot tell a comment from a regular expression. What a browser does with the script stays.
"""

from collections.abc import Iterator
from functools import cache

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

# Where a line may end without ending a statement, so that the next one may follow directly.
_GOES_ON_AFTER, _GOES_ON_BEFORE = frozenset(b"{([,;"), frozenset(b"})]")
# Signs that part the words on both sides by themselves. Plus, minus, slash and dot may make another sign together.
_PARTS = frozenset(b"{}()[],;:=?&|>*!%^~")


def plain_script(text: str) -> str:
    r"""A script that does the same without comments, indentation and needless blanks.

    >>> plain_script('const a = "//" // why\n  return a ')
    'const a="//"\nreturn a'

    Raises:
        ValueError: the text is no script; it says in which line.
    """
    source = text.encode()
    root = _parser().parse(source).root_node
    if root.has_error:
        raise ValueError(f"this is no script, see line {_fault(root)}")
    plain = bytearray()
    end = 0
    for start, stop in _pieces(root):
        plain += _blank(source[end:start], bytes(plain[-1:]), source[start : start + 1])
        plain += source[start:stop]
        end = stop
    return plain.decode()


@cache
def _parser() -> Parser:
    return Parser(Language(tree_sitter_javascript.language()))


def _pieces(root: Node) -> Iterator[tuple[int, int]]:
    """Where each smallest piece of code but comments begins and ends."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.type == "comment":
            continue
        if node.child_count == 0:  # what texts, templates and regular expressions hold are pieces, blanks and all
            yield node.start_byte, node.end_byte
        else:
            waiting += reversed(node.children)


def _blank(between: bytes, before: bytes, after: bytes) -> bytes:
    """What has to stay of blanks and comments between two pieces of code."""
    if not between or not before:
        return b""
    if b"\n" in between:
        return b"" if before[0] in _GOES_ON_AFTER or after[0] in _GOES_ON_BEFORE else b"\n"
    return b"" if before[0] in _PARTS or after[0] in _PARTS else b" "


def _fault(root: Node) -> int:
    """The line of the first piece that the grammar does not know."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.is_error or node.is_missing:
            return node.start_point.row + 1
        waiting += [each for each in reversed(node.children) if each.has_error]
    return 1
