"""The schemas that editors' tools read, and what they find in a file."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft7Validator

from goodpractices.editing import published_schemas
from goodpractices.wording import Translations

NAMES = ("practice", "translation", "term", "organisation", "place", "programme", "glossary", "rates")


@cache
def schemas() -> dict[str, Any]:
    """Each schema by its name; made for tests, not for whoever only asks which tests there are."""
    made = published_schemas(Translations.load("pl"))
    return {name.removesuffix(".schema.json"): json.loads(data) for name, data in made.items()}


class Yaml12(yaml.CSafeLoader):
    """Types as the YAML support of VS Code sees them: days are texts, and so is ``no``."""


Yaml12.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag.rsplit(":", 1)[-1] in ("int", "float", "null")]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
Yaml12.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"true|false"), list("tf"))


def read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8").removeprefix("---\n").split("\n---\n")[0], Yaml12)  # noqa: S506


def faults(name: str, content: Any) -> list[str]:
    return [fault.message for fault in Draft7Validator(schemas()[name]).iter_errors(content)]
