"""Files from strangers: whatever they hold, an editor gets a sentence with the file, and nobody a traceback."""

import os
import time
import unicodedata
from pathlib import Path

import pytest
from tests.support.entries import PRACTICE, add, entry, practices_folder, problems_in, problems_of

from goodpractices.catalogue import InvalidCatalogue, load_catalogue, load_identity
from goodpractices.catalogue.files import refuse_symlinks
from goodpractices.catalogue.problems import MOST_ALIKE

INDEX = f"{PRACTICE}/index.md"
NAMED = "name: Katalog\ntagline: x\ndescription: y\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return practices_folder(tmp_path)


@pytest.mark.parametrize(
    "nested",
    [
        "period: " + "[" * 5000,
        "period: " + "[" * 5000 + "]" * 5000,
        "period: " + "{a: " * 5000 + "}" * 5000,
        "period:\n  " + "- " * 5000 + "a",
        "period:\n  " + "? " * 5000 + "a",
        "? " * 5000 + "a",
    ],
    ids=["unclosed", "flow list", "flow mapping", "block list", "block keys", "keys of keys"],
)
def test_nesting_of_five_thousand_levels_is_refused_where_it_gets_too_deep(nested: str, tmp_path: Path) -> None:
    [line] = problems_of(tmp_path, entry(f"{nested}\n"))
    assert line.startswith(("2:", "3:"))
    assert "zagnieżdżone zbyt głęboko" in line or "Nazwą pola może być tylko zwykłe słowo" in line


def test_a_file_that_is_nothing_but_deeper_and_deeper_lines_is_refused(tmp_path: Path) -> None:
    staircase = "".join(" " * level + "a:\n" for level in range(600))
    [line] = problems_of(tmp_path, entry(staircase))
    assert "zagnieżdżone zbyt głęboko" in line


@pytest.mark.slow
def test_an_alias_bomb_is_refused_without_going_off(tmp_path: Path) -> None:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{name}: &{name} [{', '.join(['*' + before] * 9)}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    started = time.process_time()
    lines = problems_of(tmp_path, entry(bomb))
    assert time.process_time() - started < 2
    assert "2:4: a: Kotwice YAML (znak &) są niedozwolone." in lines[0]
    assert any("Odwołania YAML (znak *)" in line for line in lines)


def test_a_tag_runs_nothing(tmp_path: Path) -> None:
    witness = tmp_path / "was-here"
    [line] = problems_of(tmp_path, entry(f"short_title: !!python/object/apply:os.mkdir ['{witness}']\n"))
    assert "Znaczniki YAML" in line
    assert not witness.exists()


@pytest.mark.slow
def test_a_text_of_five_megabytes_is_too_large_for_an_entry(tmp_path: Path) -> None:
    [line] = problems_of(tmp_path, entry(f"plain_summary: {'x' * 5_000_000}\n"))
    assert "Plik ma 4 883 kB, a może mieć najwyżej 256 kB." in line


def test_two_hundred_messages_of_one_origin_are_reported_to_the_last(tmp_path: Path) -> None:
    lines = problems_of(tmp_path, entry(body="## Wyzwanie\n\nUpał." + "\u200b" * MOST_ALIKE))
    assert len(lines) == MOST_ALIKE
    assert not any("więcej" in line for line in lines)


def test_the_folder_of_practices_may_not_be_missing(tmp_path: Path) -> None:
    assert problems_in(tmp_path / "practices") == ["practices: Nie ma takiego folderu."]


def test_the_folder_of_practices_may_not_be_a_link(folder: Path) -> None:
    link = folder.parent / "dowiazanie"
    link.symlink_to(folder)
    assert problems_in(link) == [
        "dowiazanie: To jest dowiązanie do innego miejsca na dysku. Zastąp je zwykłym plikiem lub folderem."
    ]


@pytest.mark.parametrize("name", ["_registry", "_vocabularies"])
def test_the_shared_files_may_not_stand_behind_a_link(name: str, folder: Path) -> None:
    (folder / name).rename(folder.parent / "gdzie-indziej")
    (folder / name).symlink_to(folder.parent / "gdzie-indziej")
    [line] = problems_in(folder)
    assert line.startswith(f"practices/{name}: To jest dowiązanie")


def test_a_link_that_leads_nowhere_is_a_link_all_the_same(folder: Path) -> None:
    (folder / PRACTICE).symlink_to("nigdzie")
    [line] = problems_in(folder)
    assert line.startswith(f"practices/{PRACTICE}: To jest dowiązanie")


def test_a_link_among_pictures_is_refused_once(folder: Path) -> None:
    add(folder, INDEX, entry({"media": [{"file": "las.jpg", "alt": "Las", "credit": "Urząd"}]}))
    (folder / PRACTICE / "las.jpg").symlink_to("/etc/passwd")
    [line] = problems_in(folder)
    assert line.startswith(f"practices/{PRACTICE}/las.jpg: To jest dowiązanie")


def test_links_anywhere_below_a_folder_of_pages_are_refused(tmp_path: Path) -> None:
    (tmp_path / "docs" / "assets").mkdir(parents=True)
    refuse_symlinks(tmp_path / "docs")
    (tmp_path / "docs" / "assets" / "logo.svg").symlink_to("/etc/passwd")
    with pytest.raises(InvalidCatalogue) as raised:
        refuse_symlinks(tmp_path / "docs")
    assert [problem.path for problem in raised.value.problems] == ["docs/assets/logo.svg"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    (folder / PRACTICE).mkdir()
    os.mkfifo(folder / INDEX)
    [line] = problems_in(folder)
    assert line.startswith(f"practices/{INDEX}: W tym miejscu powinien być zwykły plik.")


def test_a_folder_that_may_not_be_looked_into_is_reported(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(folder, INDEX, entry())
    scan = os.scandir

    def refused(path: Path) -> object:
        if Path(path).name == PRACTICE:
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr("os.scandir", refused)
    [line] = problems_in(folder)
    assert line.startswith(f"practices/{PRACTICE}: Nie da się odczytać tego pliku (Permission denied).")


def test_a_file_that_may_not_be_read_is_reported(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(folder, INDEX, entry())
    read = Path.read_bytes

    def refused(path: Path) -> bytes:
        if path.name == "index.md":
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refused)
    [line] = problems_in(folder)
    assert line.startswith(f"practices/{INDEX}: Nie da się odczytać tego pliku (Permission denied).")


@pytest.mark.skipif(os.name == "nt", reason="names of files are text on this system")
def test_a_name_in_another_encoding_is_shown_without_its_odd_letters(folder: Path) -> None:
    os.mkdir(os.fsencode(folder) + b"/ziele\xf1")  # noqa: PTH102 - pathlib makes no names of bytes
    [line] = problems_in(folder)
    assert line.startswith("practices/ziele?: Identyfikator może mieć tylko")


@pytest.mark.parametrize("name", ["con", "prn", "aux", "nul", "com1", "lpt9"])
def test_names_that_windows_keeps_are_refused(name: str, folder: Path) -> None:
    add(folder, f"{name}/index.md", entry())
    assert problems_in(folder) == [
        f"practices/{name}: Nazwa „{name}” jest zajęta: używa jej Windows albo sam katalog. Nadaj inną."
    ]


def test_windows_line_ends_change_nothing(tmp_path: Path) -> None:
    text = entry("lifecycle: trwa\nshort_title: Wzór\n", "## Galeria\n\nZdjęcia.\n")
    windows = text.replace("\n", "\r\n")
    assert problems_of(tmp_path / "windows", windows) == problems_of(tmp_path / "unix", text) != []


def test_letters_in_two_parts_are_put_together(folder: Path) -> None:
    add(folder, INDEX, unicodedata.normalize("NFD", entry({"title": "Zażółć gęślą jaźń"}, "## Wyzwanie\n\nŁódź.\n")))
    [practice] = load_catalogue(folder).practices.values()
    assert (practice.title, practice.challenge) == ("Zażółć gęślą jaźń", "\nŁódź.")


def test_a_byte_order_mark_is_no_part_of_the_title(folder: Path) -> None:
    add(folder, INDEX, entry({"title": "Wzór"}).encode("utf-8-sig"))
    assert load_catalogue(folder).practices[PRACTICE].title == "Wzór"


@pytest.mark.parametrize("character", ["\0", "\x08", "\x1b", "\x85", "\u200b", "\u202e", "\u2066", "\u2028", "\ufffe"])
def test_a_character_that_is_not_seen_is_one_problem_at_its_place(character: str, tmp_path: Path) -> None:
    code = f"U+{ord(character):04X}"
    said = f"W tekście jest niewidoczny znak sterujący ({code}). Usuń go, najprościej wpisując to miejsce od nowa."
    assert problems_of(tmp_path / "1", entry(f"themes: [zie{character}len]\n")) == [f"2:13: {said}"]
    story = entry(body=f"## Wyzwanie\n\nUpał{character}.\n")
    [line] = problems_of(tmp_path / "2", story)
    assert line.endswith(f":5: {said}")


def test_no_entry_writes_lines_or_commands_of_its_own_into_a_log(tmp_path: Path) -> None:
    [line] = problems_of(tmp_path, entry('lifecycle: "x\\n::error::y ##[add-mask]z"\n'))
    assert line.startswith("2:12: lifecycle: Nie można tu wpisać „x ::error::y ## [add-mask]z”.")


def test_no_entry_colours_a_terminal(tmp_path: Path) -> None:
    [line] = problems_of(tmp_path, entry('lifecycle: "\\e[31mx"\n'))
    assert line.startswith("2:12: lifecycle: W tekście jest niewidoczny znak sterujący (U+001B).")


@pytest.mark.slow
def test_a_key_as_long_as_a_page_is_shown_by_its_beginning(tmp_path: Path) -> None:
    [line] = problems_of(tmp_path, entry(f"? {'x' * 100_000}\n: y\n"))
    assert line.startswith("2:3: xxx")
    assert len(line) < 1500


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Plik jest pusty."),
        ("name: Katalog\n", "Uzupełnij to pole."),
        ("- name\n", "Wpisz tu pola w postaci"),
        ("name: [\n", "Nawias otwarto i nie zamknięto"),
        ("name: Katalog\u202e\ntagline: x\ndescription: y\n", "niewidoczny znak"),
        ("name: Katalog\ntagline: x\ndescription: y\naddress: javascript:alert(1)\n", "Wpisz pełny adres strony"),
        (f"{NAMED}address: 'https://example.org/a;b/'\n", "address: Wpisz adres, pod którym ma być cała strona"),
        (f"{NAMED}receiving_address: http://biuro.example.org/\n", "4:20: receiving_address: Wpisz adres, który przyj"),
        (
            f"{NAMED}receiving_address: https://biuro.example.org/?a\n",
            "receiving_address: Wpisz adres, który przyjmuje",
        ),
        (f"{NAMED}receiving_address: https://a.pl;script-src\n", "receiving_address: Wpisz adres, który przyjmuje"),
        (f"{NAMED}receiving_address: https://a.pl/$x\n", "receiving_address: Wpisz adres, który przyjmuje"),
        (f"{NAMED}receiving_address: https://łódź.example.org/\n", "receiving_address: Wpisz adres, który przyjmuje"),
        (f"{NAMED}receiving_address: biuro\n", "receiving_address: Wpisz pełny adres strony"),
        (f"{NAMED}legal: [x]\n", "legal: Wpisz tu pola w postaci"),
        (f"{NAMED}legal: {{status: zgodna}}\n", "legal.status: Nieznane pole"),
        (f"{NAMED}legal: {{reviewed: w marcu}}\n", "legal.reviewed: "),
        (f"{NAMED}legal: {{phone: zadzwoń}}\n", "legal.phone: "),
        (f"{NAMED}legal: {{email: biuro}}\n", "legal.email: "),
        (f"{NAMED}legal: {{data_protection: javascript:alert(1)}}\n", "legal.data_protection: "),
        (f"{NAMED}legal: {{unit: ''}}\n", "legal.unit: "),
    ],
)
def test_the_name_of_the_catalogue_is_checked_like_an_entry(text: str, said: str, tmp_path: Path) -> None:
    path = add(tmp_path, "docs/katalog.yml", text)
    with pytest.raises(InvalidCatalogue) as raised:
        load_identity(path)
    assert {problem.path for problem in raised.value.problems} == {"docs/katalog.yml"}
    assert any(said in line for line in _lines(raised.value))


@pytest.mark.parametrize(
    ("said", "given", "address", "root"),
    [
        (None, None, None, "/"),
        (None, "", None, "/"),
        (None, "https://miasta.example.org/katalog", "https://miasta.example.org/katalog", "/katalog/"),
        (None, "https://miasta.example.org/a/b/", "https://miasta.example.org/a/b/", "/a/b/"),
        ("https://katalog.example.org", "https://miasta.example.org/x/", "https://katalog.example.org", "/"),
    ],
)
def test_a_host_says_where_the_site_is_unless_the_catalogue_does(
    said: str | None, given: str | None, address: str | None, root: str, tmp_path: Path
) -> None:
    path = add(tmp_path, "docs/katalog.yml", NAMED + (f"address: {said}\n" if said else ""))
    identity = load_identity(path, address=given)
    assert (identity.address, identity.root) == (address, root)


@pytest.mark.parametrize(
    "given", ["katalog", "http://localhost/", "https://example.org/a\nb/", "https://example.org/?a"]
)
def test_an_address_from_outside_is_checked_like_that_of_the_file(given: str, tmp_path: Path) -> None:
    path = add(tmp_path, "docs/katalog.yml", NAMED)
    with pytest.raises(InvalidCatalogue) as raised:
        load_identity(path, address=given)
    [line] = _lines(raised.value)
    assert line.startswith("CATALOGUE_ADDRESS: Wpisz adres, pod którym ma być cała strona")


def test_a_catalogue_without_a_name_is_reported(tmp_path: Path) -> None:
    with pytest.raises(InvalidCatalogue) as raised:
        load_identity(tmp_path / "docs" / "katalog.yml")
    [line] = _lines(raised.value)
    assert line.startswith("docs/katalog.yml: Nie da się odczytać tego pliku")


def _lines(error: InvalidCatalogue) -> list[str]:
    from goodpractices.editing import problem_line
    from goodpractices.wording import Translations

    return [problem_line(problem, Translations.load("pl")) for problem in error.problems]
