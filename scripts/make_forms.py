"""Writes what is kept in the repository for editors: forms on the code host and to fill in, schemas for VS Code.

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
TEMPLATES = Path("docs/dla-redakcji/szablony")


def main() -> int:
    """Write every file."""
    enter("import")
    from goodpractices.catalogue import write_whole  # only the environment entered above has what it imports

    for path, data in files().items():
        write_whole(ROOT / path, data)
        print(path.as_posix())
    return 0


def files() -> dict[Path, bytes]:
    """Each file by its path."""
    from goodpractices.catalogue import load_reference_data
    from goodpractices.editing import TEMPLATES as MADE
    from goodpractices.editing import file_schemas, issue_form, issue_template, schema_settings
    from goodpractices.wording import Translations

    shared, t = load_reference_data(ROOT / "practices").shared, Translations.load("pl")
    settings = {"yaml.schemas": schema_settings(f"./{SCHEMAS.as_posix()}"), "files.eol": "\n"}
    texts = {
        GITHUB: issue_form(shared, t),
        GITLAB: issue_template(shared, t),
        VSCODE / "settings.json": as_json(settings),
        **{SCHEMAS / f"{name}.json": as_json(schema) for name, schema in file_schemas(t).items()},
    }
    templates = {TEMPLATES / name: make(shared, t) for name, make in MADE.items()}
    return {path: text.encode() for path, text in texts.items()} | templates


def as_json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    run(main)
