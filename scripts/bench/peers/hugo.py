"""The same Markdown pages as a project of Hugo: the plainest one that has all pages, their links and a search index."""

from __future__ import annotations

import os
from pathlib import Path

_SETTINGS = """\
baseURL = "https://example.org/"
title = "Katalog"
defaultContentLanguage = "pl"
disableKinds = ["taxonomy", "term", "rss"]
[outputs]
home = ["html", "json"]
[markup.goldmark.renderer]
unsafe = true
"""
_CONTENTS = """\
[[module.mounts]]
source = "{folder}/praktyki"
target = "content/praktyki"
"""
_FRAME = """\
<!doctype html>
<html lang="pl">
<head><meta charset="utf-8"><title>{{ .Title }}</title><meta name="description" content="{{ .Description }}"></head>
<body>
<header><a href="/">{{ site.Title }}</a></header>
<nav>{{ .TableOfContents }}</nav>
<main>{{ block "main" . }}{{ .Content }}{{ end }}</main>
</body>
</html>
"""
_LIST = """\
{{ define "main" }}<ul>
{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}
</ul>{{ end }}
"""
_SINGLE = '{{ define "main" }}{{ .Content }}{{ end }}\n'
# One record for each page; stock MkDocs has one for each section.
_INDEX = """\
[{{ range $n, $page := site.RegularPages }}{{ if $n }},{{ end }}
{{ dict "title" .Title "location" .RelPermalink "text" .Plain | jsonify }}{{ end }}]
"""
# Pages name each other by their files, as MkDocs wants it.
_LINK = '<a href="{{ .Destination | replaceRE "index\\\\.md$" "" | safeURL }}">{{ .Text }}</a>'
_LAYOUTS = {
    "_default/baseof.html": _FRAME,
    "_default/list.html": _LIST,
    "_default/single.html": _SINGLE,
    "_default/_markup/render-link.html": _LINK,
    "index.json": _INDEX,
}


def write_project(pages: Path, project: Path) -> None:
    """Write a project of Hugo whose pages are those of a folder; the folder itself, so that an edit is one to both.

    Args:
        pages: the folder ``docs`` of a project of MkDocs.
        project: a new folder.
    """
    project.mkdir()
    contents = _CONTENTS.format(folder=Path(os.path.relpath(pages, project)).as_posix())
    (project / "hugo.toml").write_text(_SETTINGS + contents, encoding="utf-8")
    for name, text in _LAYOUTS.items():
        path = project / "layouts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
