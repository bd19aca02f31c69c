"""The mutants of a module: every change of one operator, constant, condition, call, argument, return or key in it.

Left alone is what only a reader sees: docstrings, type hints, ``__all__``, and texts of Python's own exceptions; and
what no test could see: how much a cache holds, and ``strict=True``, which finds fault with two lists that were made to
have one length.
"""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from .mutants import Kind, Mutant

_OPERATORS: dict[type[ast.AST], tuple[str, str]] = {
    ast.Add: ("+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: ("*", "/"),
    ast.Div: ("/", "*"),
    ast.FloorDiv: ("//", "*"),
    ast.Mod: ("%", "*"),
    ast.Pow: ("**", "*"),
    ast.BitOr: ("|", "&"),
    ast.BitAnd: ("&", "|"),
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.Is: ("is", "is not"),
    ast.IsNot: ("is not", "is"),
    ast.In: ("in", "not in"),
    ast.NotIn: ("not in", "in"),
    ast.And: ("and", "or"),
    ast.Or: ("or", "and"),
}
_OTHER_FUNCTIONS = {"any": "all", "all": "any", "min": "max", "max": "min"}
_OTHER_METHODS = {
    "startswith": "endswith",
    "endswith": "startswith",
    "removeprefix": "removesuffix",
    "removesuffix": "removeprefix",
    "partition": "rpartition",
    "rpartition": "partition",
    "lstrip": "rstrip",
    "rstrip": "lstrip",
    "fullmatch": "match",
    "match": "search",
    "search": "match",
    "ceil": "floor",
    "floor": "ceil",
}
# Calls without which their text is another one.
_LEFT_OUT = frozenset(("strip", "lower", "upper", "casefold", "replace"))
# Arguments without which nothing else happens where the tests run, on a system that takes any text for UTF-8.
_SAFEGUARDS = frozenset(("encoding", "strict", "maxsize"))
# Fields of a node that hold hints and decorators.
_HINTS = frozenset(("annotation", "returns", "decorator_list", "bases", "type_params"))
_MAKE_HINTS = frozenset(("TypeVar", "ParamSpec", "NewType", "cast"))
_Change = tuple[int, int, Kind, str]


def mutants_of_module(path: Path, source: bytes, lines: frozenset[int] | None = None) -> list[Mutant]:
    """The mutants of a module, of some lines or of all. Few are no Python: ``is_python`` tells.

    Raises:
        SyntaxError: the text is no module.
    """
    module = _Module(source)
    found = {
        Mutant(path, start, end, source.count(b"\n", 0, start) + 1, kind, source[start:end].decode(), after)
        for node in _told(module.tree)
        for start, end, kind, after in _OF.get(type(node), _nothing)(module, node)
    }
    return sorted(each for each in found if each.before != each.after and (lines is None or each.line in lines))


def is_python(source: bytes) -> bool:
    """Whether a text is a module."""
    try:
        ast.parse(source)
    except (SyntaxError, ValueError):
        return False
    return True


class _Module:
    """A module's tree, and where its nodes stand in its bytes."""

    def __init__(self, source: bytes) -> None:
        self.source = source
        self.tree = ast.parse(source)
        self._starts = [0]
        for line in source.splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(line))

    def start(self, node: ast.expr | ast.keyword) -> int:
        return self._starts[node.lineno - 1] + node.col_offset

    def end(self, node: ast.expr | ast.keyword) -> int:
        return self._starts[(node.end_lineno or node.lineno) - 1] + (node.end_col_offset or 0)

    def text(self, node: ast.expr) -> str:
        return self.source[self.start(node) : self.end(node)].decode()

    def instead(self, node: ast.expr, kind: Kind, after: str) -> _Change:
        return self.start(node), self.end(node), kind, after

    def operator(self, left: ast.expr, right: ast.expr, operator: ast.AST) -> Iterator[_Change]:
        """The change of an operator that stands between two nodes, among parentheses and comments."""
        before, after = _OPERATORS.get(type(operator), ("", ""))
        between = self.source[self.end(left) : self.start(right)].decode("latin-1")
        found = re.search(
            re.escape(before).replace(r"\ ", r"\s+"), re.sub("#.*", lambda one: " " * len(one[0]), between)
        )
        if before and found:
            yield self.end(left) + found.start(), self.end(left) + found.end(), "operator", after


def _told(node: ast.AST) -> Iterator[ast.AST]:
    """A node and all below it that a change of could make a difference."""
    if _is_silent(node):
        return
    yield node
    for name, value in ast.iter_fields(node):
        below = [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, ast.AST)]
        for each in below:
            if name == "annotation":
                # Limits of a field are no hints: ``Annotated[str, Field(max_length=100)]``.
                yield from (told for call in ast.walk(each) if isinstance(call, ast.Call) for told in _told(call))
            elif name not in _HINTS and not _is_text_of(node, each):
                yield from _told(each)


def _is_silent(node: ast.AST) -> bool:
    match node:
        case ast.Expr(value=ast.Constant()) | ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
        case ast.Assign(targets=[ast.Name(id=name)]):
            return name.startswith("__")
        case ast.Raise(exc=ast.Call(func=ast.Name(id=name))):
            return hasattr(builtins, name)
        case ast.Call(func=ast.Name(id=name)):
            return name in _MAKE_HINTS
        case ast.keyword(arg="maxsize") | ast.keyword(arg="strict", value=ast.Constant(value=True)):
            return True
        case ast.Subscript(value=ast.Name(id="Literal")):
            return True
        case ast.BinOp(op=ast.BitOr()):
            return all(_is_type(each) for each in (node.left, node.right))
    return False


def _is_type(node: ast.expr) -> bool:
    match node:
        case ast.Name(id=name):
            return isinstance(getattr(builtins, name, None), type) or not name.islower()
        case ast.Constant(value=None) | ast.Subscript():
            return True
        case ast.BinOp(op=ast.BitOr()):
            return _is_type(node.left) and _is_type(node.right)
    return False


def _is_text_of(node: ast.AST, below: ast.AST) -> bool:
    """A part of a text or the key of a mapping: the change of the whole covers it."""
    match node:
        case ast.JoinedStr():
            return isinstance(below, ast.Constant)
        case ast.FormattedValue():
            return below is node.format_spec
        case ast.Dict():
            return below in node.keys and isinstance(below, ast.Constant)
    return False


def _nothing(_module: _Module, _node: ast.AST) -> Iterator[_Change]:
    yield from ()


def _binary(module: _Module, node: ast.BinOp) -> Iterator[_Change]:
    yield from module.operator(node.left, node.right, node.op)


def _added(module: _Module, node: ast.AugAssign) -> Iterator[_Change]:
    yield from module.operator(node.target, node.value, node.op)


def _compared(module: _Module, node: ast.Compare) -> Iterator[_Change]:
    sides = [node.left, *node.comparators]
    for left, right, operator in zip(sides, sides[1:], node.ops, strict=False):
        yield from module.operator(left, right, operator)


def _joined(module: _Module, node: ast.BoolOp) -> Iterator[_Change]:
    for left, right in zip(node.values, node.values[1:], strict=False):
        yield from module.operator(left, right, node.op)


def _unary(module: _Module, node: ast.UnaryOp) -> Iterator[_Change]:
    length = len("not") if isinstance(node.op, ast.Not) else 1
    yield module.start(node), module.start(node) + length, "operator", ""


def _constant(module: _Module, node: ast.Constant) -> Iterator[_Change]:
    match node.value:
        case bool():
            yield module.instead(node, "constant", str(not node.value))
        case int() | float():
            yield module.instead(node, "constant", repr(node.value + 1))
        case str():
            quote = "'" if module.text(node).endswith("'") else '"'  # another one would end a text that holds this one
            yield module.instead(node, "constant", f"{quote}{'' if node.value else 'x'}{quote}")
        case bytes():
            yield module.instead(node, "constant", 'b""' if node.value else 'b"x"')


def _template(module: _Module, node: ast.JoinedStr) -> Iterator[_Change]:
    yield module.instead(node, "constant", '""')


def _chosen(module: _Module, node: ast.If | ast.IfExp) -> Iterator[_Change]:
    yield module.instead(node.test, "condition", "True")
    yield module.instead(node.test, "condition", "False")


def _repeated(module: _Module, node: ast.While) -> Iterator[_Change]:
    yield module.instead(node.test, "condition", "False")  # with True it would not end


def _filtered(module: _Module, node: ast.comprehension) -> Iterator[_Change]:
    for test in node.ifs:
        yield module.instead(test, "condition", "True")
        yield module.instead(test, "condition", "False")


def _statement(module: _Module, node: ast.Expr) -> Iterator[_Change]:
    if isinstance(node.value, ast.Call):
        yield module.instead(node.value, "call", "None")


def _returned(module: _Module, node: ast.Return) -> Iterator[_Change]:
    if node.value is not None and not isinstance(node.value, ast.Constant):
        yield module.instead(node.value, "return", "None")


def _call(module: _Module, node: ast.Call) -> Iterator[_Change]:
    yield from _arguments(module, node)
    match node.func:
        case ast.Name(id=name) if name in _OTHER_FUNCTIONS:
            yield module.instead(node.func, "call", _OTHER_FUNCTIONS[name])
        case ast.Name(id="sorted") if node.args and not isinstance(node.args[0], ast.GeneratorExp):
            yield module.instead(node, "call", f"list({module.text(node.args[0])})")
        case ast.Attribute(attr=name) if name in _OTHER_METHODS:
            end = module.end(node.func)
            yield end - len(name.encode()), end, "call", _OTHER_METHODS[name]
    if isinstance(node.func, ast.Attribute) and node.func.attr in _LEFT_OUT:
        owner = module.source[module.start(node) : module.end(node.func) - len(node.func.attr)].decode()
        yield module.instead(node, "call", owner.rstrip().removesuffix("."))


def _arguments(module: _Module, node: ast.Call) -> Iterator[_Change]:
    for argument in node.args[1:]:
        if not isinstance(argument, ast.Constant | ast.Starred):
            yield module.instead(argument, "argument", "None")
    for named in node.keywords:
        if named.arg is not None and named.arg not in _SAFEGUARDS:
            comma = re.match(rb"\s*,", module.source[module.end(named) :])
            yield module.start(named), module.end(named) + (comma.end() if comma else 0), "argument", ""


def _keys(module: _Module, node: ast.Dict) -> Iterator[_Change]:
    for key in node.keys:
        if isinstance(key, ast.Constant) and isinstance(key.value, str):
            yield module.instead(key, "key", repr(f"{key.value}_"))


_OF: dict[type[ast.AST], Callable[[_Module, Any], Iterator[_Change]]] = {
    ast.BinOp: _binary,
    ast.AugAssign: _added,
    ast.Compare: _compared,
    ast.BoolOp: _joined,
    ast.UnaryOp: _unary,
    ast.Constant: _constant,
    ast.JoinedStr: _template,
    ast.If: _chosen,
    ast.IfExp: _chosen,
    ast.While: _repeated,
    ast.comprehension: _filtered,
    ast.Expr: _statement,
    ast.Return: _returned,
    ast.Call: _call,
    ast.Dict: _keys,
}
