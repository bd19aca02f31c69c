"""The package in processes of its own: two that read at once, other seeds of hashes, no generator."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.support.entries import add, entry, practices_folder

from _shared.environment import ROOT
from goodpractices.catalogue import Cache, load_catalogue

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
GENERATORS = ("mkdocs", "material", "properdocs")


def test_two_processes_at_once_leave_a_sound_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, place = practices_folder(tmp_path), tmp_path / "cache.sqlite"
    for n in range(52):
        add(folder, f"wpis-{n}/index.md", entry())
    code = (
        "import sys; from pathlib import Path\n"
        "from goodpractices.catalogue import Cache, load_catalogue\n"
        "folder, place = map(Path, sys.argv[1:])\n"
        "for n in range(12):\n"
        "    print(len(load_catalogue(folder, Cache(place)).practices))\n"
        "    if n % 3 == 2: place.unlink(missing_ok=True)\n"
    )
    command = [sys.executable, "-c", code, str(folder), str(place)]
    both = [subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.PIPE, encoding="utf-8") for _ in range(2)]
    assert [process.communicate()[0].split() for process in both] == [["52"] * 12] * 2
    without = load_catalogue(folder)
    assert load_catalogue(folder, Cache(place)) == without
    monkeypatch.setattr("goodpractices.catalogue.entries.load_practice", None)  # so that nothing can be read in full
    assert load_catalogue(folder, Cache(place)) == without


def test_the_same_folder_gives_the_same_problems_whatever_the_seed_of_hashes(tmp_path: Path) -> None:
    folder = practices_folder(tmp_path)
    for name in ("a", "b", "c"):
        add(folder, f"{name}/index.md", entry({"themes": ["x", "y"], "lifecycle": "z", "not_applicable": {"q": "r"}}))
    code = (
        "import sys; from pathlib import Path; from goodpractices.catalogue import *\n"
        "try: load_catalogue(Path(sys.argv[1]))\n"
        "except InvalidCatalogue as error: print(error.problems)"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code, str(folder)],
            env={**ENVIRONMENT, "PYTHONHASHSEED": seed},
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert "unknown_id" in outputs.pop()


def test_the_package_works_where_no_generator_is_installed() -> None:
    code = f"""
import importlib, pkgutil, sys
class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {GENERATORS!r}:
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Missing())
import goodpractices
names = [module.name for module in pkgutil.walk_packages(goodpractices.__path__, "goodpractices.")]
for name in names:
    importlib.import_module(name)
print(len(names))
"""
    done = subprocess.run([sys.executable, "-c", code], env=ENVIRONMENT, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 40
