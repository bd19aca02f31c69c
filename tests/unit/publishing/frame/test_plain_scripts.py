"""Scripts without comments do what they did: nothing but comments and needless blanks is gone."""

from pathlib import Path

import pytest
from tests.support.paths import ROOT

from goodpractices.publishing.frame.plain_scripts import plain_script

SCRIPTS = sorted(path for path in (ROOT / "docs" / "assets" / "scripts").rglob("*.js") if path.parent.name != "vendor")


@pytest.mark.parametrize(
    ("script", "plain"),
    [
        ("/* why */ let a = 1; // and how\n\n  let b = 2;\n", "let a=1;let b=2;"),
        ('const a = "// no /* comment */";', 'const a="// no /* comment */";'),
        ("const a = /\\/\\*[/*] /g;", "const a=/\\/\\*[/*] /g;"),
        ("lines.every((line) => /^a|\\d /.test(line));", "lines.every((line)=>/^a|\\d /.test(line));"),
        ("const a = `x  ${b  ?  c : d /* e */}  y // z`;", "const a=`x  ${b?c:d}  y // z`;"),
        ("const a = `${b}  ${c}\n  `; d `  `", "const a=`${b}  ${c}\n  `;d `  `"),
        ("a = '  '; b = \"  c  \"; d = / {2}  [ /]/", "a='  ';b=\"  c  \";d=/ {2}  [ /]/"),
        ("a++\nb", "a++\nb"),
        ("return\nx", "return\nx"),
        ("a\n/* b */\n++c", "a\n++c"),
        ("a + +b - -c; 1 .toString(); d / /e/.exec(f)", "a + +b - -c;1 .toString();d / /e/.exec(f)"),
        ("if (a)\n{\n  b()\n}\nelse\n{\n  c()\n}", "if(a)\n{b()}\nelse\n{c()}"),
        ("for (const a of b) typeof a in c", "for(const a of b)typeof a in c"),
        ("const ż = 'ó  ó'; ż instanceof Ż", "const ż='ó  ó';ż instanceof Ż"),
    ],
)
def test_what_stays_of_a_script(script: str, plain: str) -> None:
    assert plain_script(script) == plain


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_plain_script_has_nothing_more_to_lose(path: Path) -> None:
    plain = plain_script(path.read_text(encoding="utf-8"))
    assert len(plain) < path.stat().st_size
    assert plain_script(plain) == plain


def test_what_is_no_script_is_refused_with_its_line() -> None:
    with pytest.raises(ValueError, match="line 2"):
        plain_script("const a = 1;\nconst = 2;")


@pytest.mark.parametrize(("script", "line"), [("\n\nlet a = (1;\n", 3), ("let a = 1;\nlet b = {\n", 2), ("}", 1)])
def test_the_line_is_that_of_the_first_fault(script: str, line: int) -> None:
    with pytest.raises(ValueError, match=rf"^this is no script, see line {line}$"):
        plain_script(script)
