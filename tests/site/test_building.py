"""Builds compared: the same bytes every time, the same site by the other generator, nothing from a faulty entry."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.exceptions import Abort
from tests.support.builds import build, copy_practices, files_of, project
from tests.support.pages import BuiltSite
from tests.support.thorough import AT_NIGHT

import catalogue_hooks

pytestmark = pytest.mark.site

# Names no other entry; where the number of entries makes no difference it is enough.
ENTRY = "gdynia-pracownia"


def test_the_same_entries_give_the_same_bytes(site: BuiltSite, tmp_path: Path) -> None:
    again = build(tmp_path / "site", cwd=tmp_path, PYTHONHASHSEED="1", TZ="Pacific/Kiritimati", LC_ALL="C").finished()
    assert differences(files_of(site.folder), files_of(again.folder)) == []


@AT_NIGHT
def test_properdocs_builds_the_same_site(site: BuiltSite, properdocs_site: BuiltSite) -> None:
    assert properdocs_site.files == site.files
    for name in site.files:
        if name.startswith(("dane/", "praktyki/")) and not name.endswith(".html"):
            assert (properdocs_site.folder / name).read_bytes() == (site.folder / name).read_bytes(), name
    for address, page in site.pages.items():
        assert properdocs_site.pages[address].one("#tresc").html == page.one("#tresc").html, address


def test_a_split_that_does_not_add_up_stops_the_build_at_its_place(tmp_path: Path) -> None:
    practices = copy_practices(tmp_path / "practices", ENTRY)
    entry = practices / ENTRY / "index.md"
    text = entry.read_text(encoding="utf-8")
    assert text.count("155") == 1
    entry.write_text(text.replace("155", "156"), encoding="utf-8")
    line = text[: text.index("155")].count("\n") + 1
    column = text.index("155") - text.rindex("\n", 0, text.index("155"))

    before = tmp_path / "site"
    before.mkdir()
    (before / "index.html").write_text("as it was", encoding="utf-8")
    built = build(before, practices=practices)

    assert built.code == 1
    lines = [said for said in built.log.splitlines() if said.startswith("practices/")]
    assert len(lines) == 1
    assert lines[0].startswith(f"practices/{ENTRY}/index.md:{line}:{column}: ")
    assert all(number in lines[0] for number in ("156", "138", "294", "293"))
    assert "Traceback" not in built.log
    assert files_of(before) == {"index.html": b"as it was"}


def test_a_fault_in_the_identity_stops_the_build_as_well(tmp_path: Path) -> None:
    built = build(tmp_path / "site", settings=project(tmp_path / "project", ENTRY, address="katalog"))
    assert built.code == 1
    assert "docs/katalog.yml:" in built.log
    assert "Traceback" not in built.log
    assert not (tmp_path / "site").exists()


def test_a_link_by_hand_to_a_page_that_nobody_makes_fails_the_build_at_its_place(tmp_path: Path) -> None:
    settings = project(tmp_path / "project", ENTRY)
    page = settings.parent / "docs" / "o-katalogu" / "index.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text + "\nWyjaśnia [słownik](../slwnik/) i [cel](../slownik/#nic).\n", encoding="utf-8")
    built = build(tmp_path / "site", settings=settings)
    assert built.code == 1
    lines = [line.removeprefix("WARNING -  ") for line in built.log.splitlines() if line.startswith("WARNING")]
    where = f"docs/o-katalogu/index.md:{text.count(chr(10)) + 2}"
    assert [line.partition(" nie prowadzi")[0] for line in lines] == [
        f"{where}:20: odnośnik „../slwnik/”",
        f"{where}:40: odnośnik „../slownik/#nic”",
    ]
    assert "Traceback" not in built.log


def differences(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return [name for name in sorted(one.keys() | other.keys()) if one.get(name) != other.get(name)]


def test_a_page_in_a_language_that_the_catalogue_does_not_name_stops_the_build(tmp_path: Path) -> None:
    built = build(tmp_path / "site", settings=project(tmp_path / "project", ENTRY, translations={}))
    assert built.code == 1
    assert "jest w języku „en”, którego nie wymienia docs/katalog.yml. Dopisz go w translations" in built.log
    assert "Traceback" not in built.log


def test_a_moment_that_is_no_number_of_seconds_stops_the_build(tmp_path: Path) -> None:
    built = build(tmp_path / "site", SOURCE_DATE_EPOCH="2026-11-29")
    assert built.code == 1
    assert "SOURCE_DATE_EPOCH musi być liczbą sekund od początku roku 1970, a ma wartość „2026-11-29”" in built.log
    assert "Traceback" not in built.log


def settings_of(**different: Any) -> Any:
    """Settings of the generator as ours are, some of them different."""
    ours = {
        "docs_dir": "/x/docs",
        "plugins": {"hooks/catalogue_hooks.py": None},
        "hooks": {"hooks/catalogue_hooks.py": None},
        "markdown_extensions": ["toc"],
        "theme": SimpleNamespace(custom_dir="/x/docs/templates"),
    }
    return SimpleNamespace(**ours | different)


@pytest.mark.parametrize(
    "different",
    [
        {"plugins": {"hooks/catalogue_hooks.py": None, "minify": None}},
        {"hooks": {"hooks/catalogue_hooks.py": None, "other.py": None}},
        {"theme": SimpleNamespace(custom_dir="/x/overrides")},
        {"markdown_extensions": ["toc", "pymdownx.snippets"]},
    ],
)
def test_whatever_else_may_change_a_page_is_noticed(different: dict[str, Any]) -> None:
    assert not catalogue_hooks.has_strangers(settings_of())
    assert not catalogue_hooks.has_strangers(settings_of(theme=SimpleNamespace(custom_dir=None)))
    assert catalogue_hooks.has_strangers(settings_of(**different))


def test_a_page_written_by_hand_that_holds_a_pesel_stops_the_build(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Abort):
        catalogue_hooks.refuse_personal_numbers("# O nas\n\nNr 440514 01359", "docs/o-katalogu.md")
    assert capsys.readouterr().err.startswith("docs/o-katalogu.md:3:4: To jest numer PESEL.")
    catalogue_hooks.refuse_personal_numbers("tel. 58 555 12 34", "docs/o-katalogu.md")
