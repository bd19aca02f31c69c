"""Code and tests name nothing that only one system has, as far as reading them can tell.

Each rule is a function from a source to what breaks it, so that it can also be shown a source that does.
"""

import ast
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from tests.support.paths import ROOT

SITE = sorted((ROOT / "hooks").rglob("*.py"))
EVERYTHING = sorted(path for name in ("hooks", "scripts", "tests") for path in (ROOT / name).rglob("*.py"))

# What Windows does not have, and some of it macOS neither; who asks for the system, or for the thing, may name it.
ONLY_SOME = {
    "os": {
        *("chown", "execv", "fork", "forkpty", "getegid", "geteuid", "getgid", "getloadavg", "getpgid", "getuid"),
        *("killpg", "mkfifo", "nice", "sched_getaffinity", "sched_setaffinity", "setsid", "sysconf", "uname", "wait"),
    },
    "signal": {"SIGALRM", "SIGCHLD", "SIGHUP", "SIGKILL", "SIGPIPE", "SIGUSR1", "SIGUSR2", "alarm", "setitimer"},
    "time": {"tzset"},
}
ONLY_SOME_MODULES = {"fcntl", "grp", "posix", "pty", "pwd", "resource", "syslog", "termios", "tty", "winreg", "msvcrt"}
# A module that is imported where a system was asked for beforehand: fuzz_entries.py refuses Windows, limits.py asks.
GUARDED_BEFORE = {
    "scripts/bench/attacks/trying.py",
    "scripts/bench/fuzzing/trial.py",
    "hooks/goodpractices/editing/submissions/limits.py",
}
ASKS_FOR_THE_SYSTEM = ("hasattr(os", "hasattr(time", "os.name", "sys.platform", "platform.system", "importorskip")

_RISKY = re.compile(
    rf"\b(?:{'|'.join(sorted({*ONLY_SOME_MODULES}.union(*ONLY_SOME.values())))})\b",
)

_CALLED = re.compile(r"read_text|write_text|open\(|Temporary|text=|universal_newlines|shell|system\(|getoutput")

Rule = Callable[[str, str], Iterator[str]]


def encodes_by_chance(name: str, source: str) -> Iterator[str]:
    """Texts read or written in the encoding of the system: cp1250 in a Polish Windows."""
    for call in calls(source):
        method = called(call)
        given = {keyword.arg for keyword in call.keywords}
        is_text = method in ("read_text", "write_text") and isinstance(call.func, ast.Attribute)
        if is_text and "encoding" not in given and not is_text_argument(call, method):
            yield f"{name}:{call.lineno} {method} without encoding"
        if method in ("open", "NamedTemporaryFile", "TemporaryFile") and "encoding" not in given and opens_text(call):
            yield f"{name}:{call.lineno} {method} without encoding"
        is_process = method in ("run", "Popen", "check_output") and {"text", "universal_newlines"} & given
        if is_process and "encoding" not in given:
            yield f"{name}:{call.lineno} a process whose words are read without encoding"


def ends_lines_by_chance(name: str, source: str) -> Iterator[str]:
    """Texts written with the line ends of the system: a site would have other bytes in Windows."""
    for call in calls(source):
        method = called(call)
        writes = method == "write_text" or (method in ("open", "NamedTemporaryFile") and opens_text(call, "wxa"))
        if writes and "newline" not in {keyword.arg for keyword in call.keywords}:
            yield f"{name}:{call.lineno} {method} without newline"


def names_what_only_some_have(name: str, source: str) -> Iterator[str]:
    """Names that a system may not have, in a function or a module that does not ask about the system."""
    if name in GUARDED_BEFORE or not _RISKY.search(source):
        return
    tried = {id(node) for each in ast.walk(parsed(source)) if is_import_tried(each) for node in ast.walk(each)}
    for function, node in with_function(parsed(source)):
        if isinstance(node, ast.Attribute) and node.attr in ONLY_SOME.get(ast.unparse(node.value), ()):
            if not asks_for_the_system(ast.unparse(function) if function else source):
                yield f"{name}:{node.lineno} {ast.unparse(node)}"
        elif isinstance(node, ast.Import | ast.ImportFrom) and id(node) not in tried:
            if function and asks_for_the_system(ast.unparse(function)):
                continue
            named = {node.module or ""} if isinstance(node, ast.ImportFrom) else {each.name for each in node.names}
            yield from (f"{name}:{node.lineno} imports {each}" for each in sorted(named & ONLY_SOME_MODULES))


def asks_for_the_system(source: str) -> bool:
    return any(guard in source for guard in ASKS_FOR_THE_SYSTEM)


def is_import_tried(node: ast.AST) -> bool:
    """Whether this says what to do where an import fails."""
    return isinstance(node, ast.Try) and any(
        each.type is not None and ast.unparse(each.type) == "ImportError" for each in node.handlers
    )


def needs_a_shell(name: str, source: str) -> Iterator[str]:
    for call in calls(source):
        is_system = called(call) in ("system", "popen", "getoutput") and "platform" not in ast.unparse(call.func)
        if is_system or any(each.arg == "shell" for each in call.keywords):
            yield f"{name}:{call.lineno} starts a shell"


def parts_by_slashes(name: str, source: str) -> Iterator[str]:
    """Paths of this system shown or taken apart as if every system had slashes; ``as_posix()`` has them everywhere."""
    if ".relative_to(" not in source:
        return
    for node in ast.walk(parsed(source)):
        text = ast.unparse(node.value) if isinstance(node, ast.FormattedValue) else ""
        if (
            isinstance(node, ast.FormattedValue)
            and ".relative_to(" in text
            and "as_posix" not in text
            and ".parts" not in text
        ):
            yield f"{name}:{node.lineno} {text}"


RULES = [encodes_by_chance, names_what_only_some_have, needs_a_shell, parts_by_slashes]


@pytest.mark.parametrize("rule", RULES)
def test_code_and_tests_keep(rule: Rule) -> None:
    assert len(EVERYTHING) > 300
    assert [broken for path in EVERYTHING for broken in rule(place(path), text_of(path))] == []


def test_what_makes_the_site_writes_the_same_line_ends_everywhere() -> None:
    assert [broken for path in SITE for broken in ends_lines_by_chance(place(path), text_of(path))] == []


@pytest.mark.parametrize(
    ("rule", "source"),
    [
        (encodes_by_chance, "path.read_text()"),
        (encodes_by_chance, "path.write_text(text, newline='')"),
        (encodes_by_chance, "open(name)"),
        (encodes_by_chance, "path.open('w')"),
        (encodes_by_chance, "subprocess.run(command, text=True)"),
        (ends_lines_by_chance, "path.write_text(text, encoding='utf-8')"),
        (ends_lines_by_chance, "path.open('x', encoding='utf-8')"),
        (names_what_only_some_have, "def root():\n    return os.geteuid() == 0"),
        (names_what_only_some_have, "signal.signal(signal.SIGALRM, stop)"),
        (names_what_only_some_have, "import resource"),
        (names_what_only_some_have, "import sys, pty\nprint(sys.platform)"),
        (names_what_only_some_have, "def keys():\n    import termios"),
        (needs_a_shell, "subprocess.run('ls | wc', shell=True)"),
        (needs_a_shell, "os.system('ls')"),
        (parts_by_slashes, "f'{path.relative_to(ROOT)}'"),
    ],
)
def test_a_rule_notices(rule: Rule, source: str) -> None:
    assert [*rule("x.py", source)]


@pytest.mark.parametrize(
    ("rule", "source"),
    [
        (encodes_by_chance, "path.open('rb'); path.read_text('utf-8'); open(name, encoding='utf-8'); image.open(path)"),
        (ends_lines_by_chance, "path.open('wb'); path.write_text(text, encoding='utf-8', newline='')"),
        (names_what_only_some_have, "def root():\n    return hasattr(os, 'geteuid') and os.geteuid() == 0"),
        (
            names_what_only_some_have,
            "def keys():\n    if sys.platform == 'win32':\n        import msvcrt\n    else:\n        import termios",
        ),
        (parts_by_slashes, "f'{path.relative_to(ROOT).as_posix()}'"),
    ],
)
def test_a_rule_lets_pass(rule: Rule, source: str) -> None:
    assert [*rule("x.py", source)] == []


def opens_text(call: ast.Call, modes: str = "rwxa") -> bool:
    """Whether a call opens a file as text, to do one of some things with it; other things are opened as well."""
    function = ast.unparse(call.func)
    is_method = isinstance(call.func, ast.Attribute) and not function.startswith("tempfile.")
    at = 0 if is_method or "Temporary" in function else 1
    given = [call.args[at]] if len(call.args) > at else []
    given += [keyword.value for keyword in call.keywords if keyword.arg == "mode"]
    default = "wb" if "Temporary" in function else "" if is_method else "r"
    mode = next((each.value for each in given if isinstance(each, ast.Constant)), default)
    return isinstance(mode, str) and "b" not in mode and 0 < len(mode) <= 2 and mode[0] in modes


def is_text_argument(call: ast.Call, method: str) -> bool:
    """Whether the encoding is given by its place."""
    return len(call.args) > (0 if method == "read_text" else 1)


def with_function(tree: ast.AST, function: ast.AST | None = None) -> Iterator[tuple[ast.AST | None, ast.AST]]:
    """Each piece of a source with the function around it, decorators with the function they are of."""
    for node in ast.iter_child_nodes(tree):
        inside = node if isinstance(node, ast.FunctionDef) else function
        yield inside, node
        yield from with_function(node, inside)


def called(call: ast.Call) -> str:
    """The last name of what is called."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def calls(source: str) -> list[ast.Call]:
    if not _CALLED.search(source):
        return []
    return [node for node in ast.walk(parsed(source)) if isinstance(node, ast.Call)]


@cache
def parsed(source: str) -> ast.Module:
    return ast.parse(source)


@cache
def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def place(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()
