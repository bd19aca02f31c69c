"""A foreign collection of 700 rows, as a person takes it over: propose, finish the map, look, write, come again."""

import re
import shutil
from pathlib import Path

from tests.commands.programs import ran
from tests.support.entries import practices_folder
from tests.support.office_projects import MAP, as_csv, project, projects
from tests.support.paths import PRACTICES, ROOT

from goodpractices.catalogue import load_catalogue


def test_a_collection_comes_in_and_comes_again(tmp_path: Path) -> None:
    folder, rows = practices_folder(tmp_path), projects()
    (tmp_path / "budzet.csv").write_bytes(as_csv(rows))
    (tmp_path / "mapa.yml").write_text(MAP, encoding="utf-8")
    arguments = ("budzet.csv", "--map", "mapa.yml", "--report", "raport.md")
    done = ran("import_practices", *arguments, "--write", practices=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Nowe: 700, zmienione: 0, zmienione po obu stronach: 0, zniknęły ze zbioru: 0, bez zmian: 0." in done.stdout
    assert done.stdout.count("themes: „Psy” z kolumny „Obszar” (234 razy; wiersze 2, 5, 8, 11, 14, …).") == 1
    assert "Zapisano 700 opisów" in done.stdout

    later = [*rows[2:], *(project(n) for n in (701, 702, 703))]
    for row in later[:5]:
        row["Koszt"] = "77 000 zł"
    (tmp_path / "budzet.csv").write_bytes(as_csv(later))
    done = ran("import_practices", *arguments, "--write", practices=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    counts = "Wiersze: 701. Nowe: 3, zmienione: 5, zmienione po obu stronach: 0, zniknęły ze zbioru: 2, bez zmian: 693."
    assert counts in done.stdout
    assert counts in (tmp_path / "raport.md").read_text(encoding="utf-8")
    assert len(load_catalogue(folder).practices) == 703


def test_nothing_is_written_unless_asked_for_and_faults_end_it_with_1(tmp_path: Path) -> None:
    folder = practices_folder(tmp_path)
    (tmp_path / "b.csv").write_bytes(as_csv(projects(3)))
    assert ran("import_practices", "b.csv", "--map", "m.yml", "--propose", practices=folder).returncode == 0
    proposed = (tmp_path / "m.yml").read_bytes()
    again = ran("import_practices", "b.csv", "--map", "m.yml", "--propose", practices=folder)
    assert (again.returncode, (tmp_path / "m.yml").read_bytes()) == (2, proposed)
    assert "Mapa m.yml już jest" in again.stderr

    done = ran("import_practices", "b.csv", "--map", "m.yml", "--write", practices=folder)
    assert done.returncode == 1
    assert "licence: Tego nie wolno publikować: wszelkie prawa zastrzeżone." in done.stderr

    (tmp_path / "m.yml").write_text(MAP, encoding="utf-8")
    done = ran("import_practices", "b.csv", "--map", "m.yml", practices=folder)
    assert (done.returncode, sorted(path.name for path in folder.iterdir())) == (0, ["_registry", "_vocabularies"])
    assert "Tylko podgląd, nic nie zostało zapisane. Żeby zapisać, dodaj --write." in done.stdout

    (tmp_path / "m.yml").write_text(MAP.replace("zielen,", "zielnn,"), encoding="utf-8")
    done = ran("import_practices", "b.csv", "--map", "m.yml", "--write", practices=folder)
    assert (done.returncode, sorted(path.name for path in folder.iterdir())) == (1, ["_registry", "_vocabularies"])
    assert "Obszar: themes[0]: Słownik nie zna hasła „zielnn”" in done.stdout
    assert ran("import_practices", "b.csv", "--write", practices=folder).returncode == 2


def test_the_example_of_the_guide_is_true(tmp_path: Path) -> None:
    guide = (ROOT / "docs" / "dla-utrzymujacych" / "przejmowanie-zbiorow.md").read_text(encoding="utf-8")
    given = dict(re.findall(r"```(csv|yaml|text)\n(.*?)```", guide, re.DOTALL))
    for name in ("_vocabularies", "_registry"):
        shutil.copytree(PRACTICES / name, tmp_path / "practices" / name)
    (tmp_path / "skwery.csv").write_text(given["csv"], encoding="utf-8")
    (tmp_path / "mapa.yml").write_text(given["yaml"], encoding="utf-8")
    done = ran("import_practices", "skwery.csv", "--map", "mapa.yml", practices=tmp_path / "practices")
    assert (done.returncode, done.stdout) == (0, given["text"])
