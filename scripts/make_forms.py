"""Writes what the repository itself offers to editors: forms on the code host, schemas for VS Code.

The files are made of the questions, the model and the vocabularies; a test says when they have to be made anew.
"""

from __future__ import annotations

import json
from pathlib import Path

from _shared.environment import ROOT, enter, run

GITHUB = Path(".github/ISSUE_TEMPLATE/zglos-praktyke.yml")
GITLAB = Path(".gitlab/issue_templates/zglos-praktyke.md")
VSCODE = Path(".vscode")
SCHEMAS = VSCODE / "schematy"


def main() -> int:
    """Write every file."""
    enter()
    from goodpractices.catalogue import write_whole  # only the environment entered above has what it imports

    for path, text in files().items():
        write_whole(ROOT / path, text.encode())
        print(path.as_posix())
    return 0


def files() -> dict[Path, str]:
    """The text of each file by its path."""
    from goodpractices.catalogue import load_surroundings
    from goodpractices.editing import file_schemas, issue_form, issue_template, schema_settings
    from goodpractices.wording import Translations

    shared, t = load_surroundings(ROOT / "practices").shared, Translations.load("pl")
    settings = {"yaml.schemas": schema_settings(f"./{SCHEMAS.as_posix()}"), "files.eol": "\n"}
    return {
        GITHUB: issue_form(shared, t),
        GITLAB: issue_template(shared, t),
        VSCODE / "settings.json": as_json(settings),
        **{SCHEMAS / f"{name}.json": as_json(schema) for name, schema in file_schemas(t).items()},
    }


def as_json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    run(main)
