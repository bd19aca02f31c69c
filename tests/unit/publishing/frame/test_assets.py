"""Styles lose what only their authors read, and nothing else."""

import pytest

from goodpractices.publishing.frame.assets import plain_styles


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("/* why */\n\na { top: 0; }\n\n\n  /* it's\n     so */\nb { top: 1px; }\n", "a { top: 0; }\nb { top: 1px; }"),
        ("a { top: 0; } /* why */ /* and why */\n\nb {}", "a { top: 0; }\nb {}"),
        ("a {\n  top: 0;\n}\n", "a {\ntop: 0;\n}"),
    ],
)
def test_comments_and_blank_lines_go(written: str, expected: str) -> None:
    assert plain_styles(written) == expected


@pytest.mark.parametrize(
    "text",
    [
        'a::after { content: "/* kept */"; }',
        "a::after { content: '\\' /* kept */'; }",
        'a::after { content: ""; }',
        "a { --icon: url(\"data:image/svg+xml,%3Csvg viewBox='0 0 20 20'/%3E\"); }",
        "a/**/.b { top: 0; }",
        "a  .b { top: calc(1px + 2px); }",
    ],
)
def test_what_means_something_stays(text: str) -> None:
    assert plain_styles(text) == text


def test_a_blank_stays_where_a_comment_stood_between_two_words() -> None:
    assert plain_styles("a { margin: 0 /* x */auto; }").split() == ["a", "{", "margin:", "0", "auto;", "}"]
