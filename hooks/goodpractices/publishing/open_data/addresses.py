"""Where the files of the open data stand."""

from ..addresses import DATA

FOLDER = DATA
PRACTICES_JSON = f"{FOLDER}praktyki.json"
PRACTICES_JSON_LINES = f"{FOLDER}praktyki.jsonl"
SCHEMA = f"{FOLDER}schemat.json"
GEOJSON = f"{FOLDER}praktyki.geojson"
DATA_PACKAGE = f"{FOLDER}datapackage.json"
DCAT = f"{FOLDER}katalog.jsonld"
HARVESTER = f"{FOLDER}dane-gov-pl.xml"
NEW = "nowe.atom"
CHANGED = "zmiany.atom"


def table_address(name: str) -> str:
    """Address of a table by its name."""
    return f"{FOLDER}{name}.csv"


def theme_feed_address(theme: str) -> str:
    """Address of what changed within one theme."""
    return f"tematy/{theme}/{CHANGED}"
