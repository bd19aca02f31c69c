"""The linter of styles and scripts finds what the oldest browsers do not know, and nothing else."""

from pathlib import Path

import pytest

from _shared.environment import ROOT, CommandError
from bench.web_lint import found_by, found_in_types

SCRIPTS_FOLDER = ROOT / "docs" / "assets" / "scripts"

OLD = """
.a { -webkit-mask: url(x.svg); mask: url(x.svg); -webkit-user-select: none; user-select: none; inset: 0; }
.b { content: "x"; content: "x" / ""; color: red; color: light-dark(red, blue); outline: 1px solid; }
.c:is(.d, .e):not(.f, .g):focus-visible, .h::before { width: min(3rem, 50%); aspect-ratio: 1 / 2; }
@supports (text-wrap: balance) { .i { text-wrap: balance; } }
@supports selector(:has(a)) { .j:has(a), .k { color: red; } }
@media print { .l { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
@media (forced-colors: active) { .m { color: CanvasText; } }
"""
NEW = {
    "mask": ".a { mask: url(x.svg); }",
    "hyphens": ".a { hyphens: auto; }",
    "backdrop-filter": ".a { backdrop-filter: blur(2px); }",
    "color: light-dark()": ".a { color: light-dark(red, blue); }",
    "--x: light-dark()": ".a { --x: light-dark(red, blue); }",
    "content: … / …": '.a { content: "x" / ""; }',
    ":has": ".a, .b:has(img) { color: red; }",
    "height: lh": ".a { height: 2lh; }",
    "width: cqw": ".a { width: 50cqw; }",
    "&": ".a { .b { color: red; } }",
    "@media (a < b)": "@media (width < 30rem) { .a { color: red; } }",
    "@container": "@container (min-width: 30rem) { .a { color: red; } }",
    "text-wrap": "@supports not (text-wrap: balance) { .a { text-wrap: balance; } }",
}
OLD_SCRIPT = """
const known = /(?<name>a)(?=b)/u.exec("ab")?.groups.name ?? Object.hasOwn({}, "x");
class Field { #value = 1; static made = 0; changed() { return this.toSorted(this.#value); } }
if (self.navigation) console.log(known, [1].at(-1), structuredClone({}), new Field());
document.body.checkVisibility?.();
if (typeof Temporal === "undefined") document.body.replaceChildren();
"""
NEW_SCRIPT = {
    "(?<=…), (?<!…)": "const words = /(?<!a)b/u;",
    "(?<=…), (?<!…) ": 'const words = new RegExp("(?<=a)b");',
    "static { … }": "class Field { static { console.log(1); } }",
    ".toSorted": "[2, 1].toSorted();",
    ".checkVisibility": "document.body.checkVisibility();",
    "Object.groupBy": "Object.groupBy([1], String);",
    "Promise.withResolvers": "Promise.withResolvers();",
    "CloseWatcher": "new CloseWatcher();",
    "Temporal": "self.Temporal.Now.instant();",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one file for each thing that is too new."""
    for kind, cases in (("css", NEW), ("js", NEW_SCRIPT)):
        for number, text in enumerate(cases.values()):
            (tmp_path / f"{number}.{kind}").write_text(text, encoding="utf-8")
    (tmp_path / "old.css").write_text(OLD, encoding="utf-8")
    (tmp_path / "old.js").write_text(OLD_SCRIPT, encoding="utf-8")
    (tmp_path / "newest.js").write_text("const words = /[a--b]/v;", encoding="utf-8")
    return tmp_path


def test_what_is_too_new_is_found_and_what_is_old_enough_is_not(folder: Path) -> None:
    found: dict[str, set[str]] = {path.name: set() for path in folder.iterdir()}
    for problem in found_by(sorted(folder.iterdir())):
        found[problem.path.name].add(problem.feature)
    expected = {f"{n}.css": {name} for n, name in enumerate(NEW)} | {
        f"{n}.js": {name.strip()} for n, name in enumerate(NEW_SCRIPT)
    }
    assert found.pop("old.css") == set()
    assert found.pop("old.js") == set()
    assert any("flag" in feature for feature in found.pop("newest.js"))
    assert found == expected


def test_a_selector_in_a_list_is_told_from_one_that_stands_alone(tmp_path: Path) -> None:
    (tmp_path / "x.css").write_text(".a:has(b) { color: red; }\n.a, .b:has(c) { color: red; }\n", encoding="utf-8")
    alone, listed = found_by([tmp_path / "x.css"])
    assert (alone.line, alone.column, alone.in_list, alone.lacked) == (1, 3, False, ("firefox 115",))
    assert (listed.line, listed.column, listed.in_list) == (2, 7, True)


def test_an_old_name_is_reported_with_the_problem(tmp_path: Path) -> None:
    (tmp_path / "x.css").write_text(".a { mask: none; }", encoding="utf-8")
    (problem,) = found_by([tmp_path / "x.css"])
    assert (problem.lacked, problem.old) == (("chrome 109", "edge 109"), ("-webkit-",))


STRICT = '{"compilerOptions": {"strict": true, "checkJs": true, "noEmit": true, "types": []}, "include": ["*.js"]}'


def test_a_value_that_does_not_fit_its_type_is_found(tmp_path: Path) -> None:
    (tmp_path / "tsconfig.json").write_text(STRICT, encoding="utf-8")
    script = "/** @param {string} text */\nfunction sizeOf(text) {\n  return text.size;\n}\nsizeOf(1);\n"
    (tmp_path / "x.js").write_text(script, encoding="utf-8")
    found = found_in_types(tmp_path / "tsconfig.json")
    assert [(each.path, each.line, each.column, each.feature[:7]) for each in found] == [
        (tmp_path / "x.js", 3, 15, "TS2339:"),
        (tmp_path / "x.js", 5, 8, "TS2345:"),
    ]


def test_a_check_of_types_that_cannot_run_says_why(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"does not exist: .*missing\.json"):
        found_in_types(tmp_path / "missing.json")


def test_scripts_of_the_site_are_held_to_more_than_their_browsers() -> None:
    """The rules are about the folder of the site's scripts, so what they find is asked for there."""
    path = SCRIPTS_FOLDER / "x-of-a-test.js"
    lines = ["function f(a) {", "  const b = 1;", "  var c = a == 2;", "  return c;", "}", ""]
    path.write_text("\n".join(lines), encoding="utf-8")
    try:
        found = found_by([path])
    finally:
        path.unlink()
    assert [(each.line, each.feature.rpartition("(")[2]) for each in found] == [
        (2, "no-unused-vars)"),
        (3, "no-restricted-syntax)"),
        (3, "eqeqeq)"),
    ]
