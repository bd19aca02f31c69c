"""The mutants of a script: every change of one operator, constant, condition, call or key that its grammar allows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

from .mutants import Kind, Mutant

_OPERATORS = {
    "+": "-", "-": "+", "*": "/", "/": "*", "%": "*", "**": "*",
    "<": "<=", "<=": "<", ">": ">=", ">=": ">",
    "===": "!==", "!==": "===",
    "&&": "||", "||": "&&", "??": "&&",
    "+=": "-=", "-=": "+=", "*=": "/=", "??=": "=",
    "++": "--", "--": "++",
}  # fmt: skip
_OTHER_METHODS = {
    "some": "every",
    "every": "some",
    "startsWith": "endsWith",
    "endsWith": "startsWith",
    "push": "unshift",
    "unshift": "push",
    "min": "max",
    "max": "min",
    "floor": "ceil",
    "round": "floor",
    "indexOf": "lastIndexOf",
    "lastIndexOf": "indexOf",
    "append": "prepend",
    "after": "before",
    "find": "findLast",
    "findIndex": "findLastIndex",
}
# Calls without which their list or text is another one.
_LEFT_OUT = frozenset(
    ("filter", "map", "sort", "slice", "trim", "toLowerCase", "reverse", "concat", "replace", "replaceAll", "normalize")
)
_CONDITIONS = {"if_statement", "while_statement", "ternary_expression"}
_Change = tuple[Node, Kind, str]


def mutants_of_script(path: Path, source: bytes, lines: frozenset[int] | None = None) -> list[Mutant]:
    """The mutants of a script, of some lines or of all; each of them is a script too.

    Raises:
        ValueError: the text is no script.
    """
    root = _parser().parse(source).root_node
    if root.has_error:
        raise ValueError(f"{path} is no script")
    found = []
    for node, kind, after in _changes(root):
        before = source[node.start_byte : node.end_byte].decode()
        mutant = Mutant(path, node.start_byte, node.end_byte, node.start_point.row + 1, kind, before, after)
        if before != after and (lines is None or mutant.line in lines) and _is_script(mutant.changed(source)):
            found.append(mutant)
    return found


@cache
def _parser() -> Parser:
    return Parser(Language(tree_sitter_javascript.language()))


def _is_script(source: bytes) -> bool:
    return not _parser().parse(source).root_node.has_error


def _changes(root: Node) -> Iterator[_Change]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.type in _OF:
            yield from _OF[node.type](node)
        waiting += node.children


def _operator(node: Node) -> Iterator[_Change]:
    operator = node.child_by_field_name("operator")
    if operator is not None and operator.type in _OPERATORS:
        yield operator, "operator", _OPERATORS[operator.type]


def _unary(node: Node) -> Iterator[_Change]:
    operator, argument = node.child_by_field_name("operator"), node.child_by_field_name("argument")
    if operator is not None and argument is not None and operator.type in ("!", "-"):
        yield node, "operator", _text(argument)


def _number(node: Node) -> Iterator[_Change]:
    text = _text(node).replace("_", "")
    yield node, "constant", str(int(text) + 1) if text.isdecimal() else f"({_text(node)} + 1)"


def _string(node: Node) -> Iterator[_Change]:
    parent = node.parent
    # "use strict" stands alone; a script that forgets it does the same.
    if parent is not None and parent.type != "expression_statement" and not _is_for_types(parent):
        yield node, "constant", '""' if node.named_children else '"x"'


def _is_for_types(node: Node) -> bool:
    """Whether a text stands behind that of an element, which always has one: only the checker of types asks for it."""
    left = node.child_by_field_name("left") if node.type == "binary_expression" else None
    return left is not None and _text(left).endswith(".textContent")


def _truth(node: Node) -> Iterator[_Change]:
    yield node, "constant", "false" if node.type == "true" else "true"


def _condition(node: Node) -> Iterator[_Change]:
    condition = node.child_by_field_name("condition")
    if condition is None:
        return
    opening, closing = ("(", ")") if node.type != "ternary_expression" else ("", "")
    if node.type != "while_statement":  # which would not end
        yield condition, "condition", f"{opening}true{closing}"
    yield condition, "condition", f"{opening}false{closing}"


def _call(node: Node) -> Iterator[_Change]:
    function = node.child_by_field_name("function")
    if function is None:
        return
    if node.parent is not None and node.parent.type == "expression_statement" and function.type != "super":
        yield node, "call", "void 0"
    if function.type != "member_expression":
        return
    owner, name = function.child_by_field_name("object"), function.child_by_field_name("property")
    if owner is None or name is None:
        return
    if _text(name) in _OTHER_METHODS:
        yield name, "call", _OTHER_METHODS[_text(name)]
    if _text(name) in _LEFT_OUT:
        yield node, "call", _text(owner)


def _pair(node: Node) -> Iterator[_Change]:
    key = node.child_by_field_name("key")
    if key is not None and key.type == "property_identifier":
        yield key, "key", f"{_text(key)}_"


def _text(node: Node) -> str:
    return node.text.decode() if node.text is not None else ""


_OF: dict[str, Callable[[Node], Iterator[_Change]]] = {
    **dict.fromkeys(("binary_expression", "augmented_assignment_expression", "update_expression"), _operator),
    **dict.fromkeys(_CONDITIONS, _condition),
    "unary_expression": _unary,
    "number": _number,
    "string": _string,
    "true": _truth,
    "false": _truth,
    "call_expression": _call,
    "pair": _pair,
}
