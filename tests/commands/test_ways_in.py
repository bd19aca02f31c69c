"""From nothing to an entry the validator accepts, by each way but the form page: as a person types the commands."""

import shutil
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from tests.commands.programs import ran, started
from tests.support.builds import SOME_ENTRIES, copy_practices
from tests.support.paths import PRACTICES
from tests.support.submissions import ANSWERS, PL, reference

import make_forms
from _shared.environment import ROOT
from goodpractices.editing import QUESTIONS, TEMPLATES

SUMMARY = ANSWERS["summary"]


@pytest.fixture
def practices(tmp_path: Path) -> Path:
    """A copy of some real practices, to write into."""
    return copy_practices(tmp_path / "practices", *SOME_ENTRIES)


def accepted(practices: Path) -> bool:
    done = ran("validate", practices=practices)
    assert done.returncode == 0, done.stdout
    return "Wszystko w porządku." in done.stdout


def entry(practices: Path, name: str) -> str:
    return (practices / name / "index.md").read_text(encoding="utf-8")


def written(practices: Path) -> set[str]:
    return {path.name for path in practices.iterdir()} - {path.name for path in PRACTICES.iterdir()}


def test_at_a_terminal(practices: Path) -> None:
    lines = ["Las", SUMMARY, "projekt", "sport", "", "Kozia Wólka", "t", "", "gmina", "", "trwa", "raport", "", "n", ""]
    done = started("new_practice", practices=practices, typed="\n".join(lines) + "\n")
    assert done.returncode == 0, done.stderr
    assert "practices/las/index.md" in done.stdout
    assert "place: kozia-wolka" in entry(practices, "las")
    assert "    - id: kozia-wolka" in entry(practices, "las")
    assert accepted(practices)
    moved = ran("accept_proposals", "las", practices=practices)
    assert "Dopisano do _registry/places.yml: kozia-wolka" in moved.stdout
    assert "- id: kozia-wolka" in (practices / "_registry" / "places.yml").read_text(encoding="utf-8")
    assert "proposals" not in entry(practices, "las")
    assert accepted(practices)
    assert ran("accept_proposals", "las", practices=practices).returncode == 1


def options() -> list[str]:
    return [
        "--non-interactive",
        f"--title={ANSWERS['title']}",
        f"--summary={SUMMARY}",
        "--kind=projekt",
        "--theme=sport",
        "--theme=wsparcie młodzieży",
        "--place=Gdynia",
        "--org=Urząd Miasta Sopotu",
        "--lifecycle=trwa",
        "--source=Raport https://example.org/x",
    ]


def test_with_options_alone(practices: Path) -> None:
    assert ran("new_practice", *options(), practices=practices).returncode == 0
    assert "org: urzad-miasta-sopotu" in entry(practices, "las-w-miescie")
    assert accepted(practices)


def test_an_option_that_nobody_knows_is_told_with_what_is_near(practices: Path) -> None:
    done = ran("new_practice", *options(), "--place=Sopto", "--theme=sprot", practices=practices)
    assert done.returncode == 0
    assert "jest „Sopto”, a takiej nazwy nie ma w słowniku ani w rejestrze. Podobne: Sopot" in done.stdout
    given = [each for each in options() if not each.startswith(("--place", "--theme"))]
    done = ran("new_practice", *given, "--id=inny", "--place=Sopto", "--theme=sprot", practices=practices)
    assert done.returncode == 1
    assert "places: Uzupełnij to pole." in done.stderr
    assert "jest „Sopto”, a takiej nazwy nie ma w słowniku ani w rejestrze. Podobne: Sopot" in done.stderr
    assert "jest „sprot”, a takiej nazwy nie ma w słowniku ani w rejestrze. Podobne: sport" in done.stderr
    assert written(practices) == {"las-w-miescie"}


def test_an_entry_that_is_there_is_left_alone(practices: Path) -> None:
    before = entry(practices, "epic")
    done = ran("new_practice", *options(), "--id=epic", practices=practices)
    assert done.returncode == 1
    assert "Praktyka „epic” już jest" in done.stderr
    assert entry(practices, "epic") == before


def test_what_was_typed_before_an_interruption_is_kept_and_taken_up_again(practices: Path) -> None:
    done = ran("new_practice", practices=practices, typed="Las\nza krótko")
    assert done.returncode == 130
    assert "Ciąg dalszy: python3 scripts/new_practice.py --resume szkice/las.yml" in done.stderr
    assert written(practices) == set()
    kept = (practices.parent / "szkice" / "las.yml").read_text(encoding="utf-8")
    assert kept == "summary: za krótko\ntitle: Las\n"
    lines = [SUMMARY, "projekt", "sport", "", "Gdynia", "", "trwa", "raport", "", "n", ""]
    resumed = ran("new_practice", "--resume", "szkice/las.yml", practices=practices, typed="\n".join(lines) + "\n")
    assert resumed.returncode == 0, resumed.stderr
    assert "Praktyka w dwóch zdaniach: za krótko\nNapisz więcej, co najmniej 80 znaków" in resumed.stdout
    assert accepted(practices)


@pytest.mark.parametrize("text", ["", "[1]", "title: [a]", "obce: x", "a: *b", "\x00"])
def test_answers_that_are_none_are_refused(text: str, practices: Path) -> None:
    (practices.parent / "a.yml").write_text(text, encoding="utf-8")
    assert ran("new_practice", "--resume", "a.yml", practices=practices).returncode == 2


def issue(**answers: str) -> str:
    given = {**ANSWERS, **answers}
    return "\n\n".join(f"### {each.label(PL)}\n\n{given.get(each.id, '_No response_')}" for each in QUESTIONS)


def test_from_the_text_of_an_issue(practices: Path) -> None:
    (practices.parent / "zgloszenie.md").write_text(issue(funding="500 tys. zł"), encoding="utf-8")
    done = ran("import_practices", "zgloszenie.md", practices=practices)
    assert done.returncode == 0, done.stderr
    assert "1 sprawa do rozstrzygnięcia" in done.stdout
    assert "„500 tys. zł”" in entry(practices, "las-w-miescie").replace("\n    ", " ")
    assert accepted(practices)


def test_from_the_template_of_gitlab(practices: Path) -> None:
    text = (ROOT / make_forms.GITLAB).read_text(encoding="utf-8")
    for question in QUESTIONS:
        head = f"### {question.label(PL)}\n\n<!-- {question.help(PL)} -->\n"
        if question.id in ANSWERS and not question.allowed:
            text = text.replace(head, f"{head}\n{ANSWERS[question.id]}\n")
    for box in ("projekt", "sport", "trwa"):
        text = text.replace(f"- [ ] {box}\n", f"- [x] {box}\n")
    (practices.parent / "zgloszenie.txt").write_text(text, encoding="utf-8")
    done = ran("import_practices", "zgloszenie.txt", practices=practices)
    assert done.returncode == 0, done.stderr
    assert "questions" not in entry(practices, "las-w-miescie")
    assert accepted(practices)


def test_from_a_document(practices: Path) -> None:
    document = Document(BytesIO(TEMPLATES["praktyka.docx"](reference().shared, PL)))
    labels = {question.label(PL): question.id for question in QUESTIONS}
    for n, paragraph in enumerate(document.paragraphs):
        if labels.get(paragraph.text) in ANSWERS:
            document.paragraphs[n + 1].add_run("\n" + ANSWERS[labels[paragraph.text]])
    document.save(str(practices.parent / "a.docx"))
    done = ran("import_practices", "a.docx", practices=practices)
    assert done.returncode == 0, done.stderr
    assert accepted(practices)


def test_from_a_spreadsheet_two_at_once(practices: Path) -> None:
    book = load_workbook(BytesIO(TEMPLATES["praktyki.xlsx"](reference().shared, PL)))
    for row in (3, 4):
        for n, question in enumerate(QUESTIONS, 1):
            book["Praktyki"].cell(row, n).value = ANSWERS.get(question.id)
    book.save(practices.parent / "a.xlsx")
    assert ran("import_practices", "a.xlsx", practices=practices).returncode == 0
    assert written(practices) == {"las-w-miescie", "las-w-miescie-2"}
    assert accepted(practices)


def test_from_the_simple_table(practices: Path) -> None:
    template = TEMPLATES["praktyka.csv"](reference().shared, PL).decode("utf-8-sig")
    answers = {question.label(PL): ANSWERS.get(question.id, "") for question in QUESTIONS}
    lines = (f'{label};"{answers[label]}"' for label in template.replace(";", "").split("\r\n") if label)
    (practices.parent / "a.csv").write_text("\r\n".join(lines), encoding="cp1250", newline="")
    done = ran("import_practices", "a.csv", practices=practices)
    assert done.returncode == 0, done.stderr
    assert accepted(practices)


def test_from_a_folder_of_entries(practices: Path) -> None:
    other = practices.parent / "inne"
    shutil.copytree(
        PRACTICES / "gdynia-pracownia", other / "pracownia-druga", ignore=shutil.ignore_patterns("index.en.md")
    )
    done = ran("import_practices", "inne", practices=practices)
    assert done.returncode == 0, done.stderr
    text = entry(practices, "pracownia-druga")
    assert "state: draft" in text
    assert "## Na czym to polega" in text
    assert accepted(practices)


def test_by_copying_a_similar_practice(practices: Path) -> None:
    shutil.copytree(practices / "epic", practices / "las")
    assert accepted(practices)


def test_from_the_example_in_the_guide(practices: Path) -> None:
    guide = (ROOT / "docs" / "dla-redakcji" / "index.md").read_text(encoding="utf-8")
    (practices / "las").mkdir()
    example = guide.split("```yaml\n---\n")[1].split("```")[0]
    (practices / "las" / "index.md").write_text("---\n" + example, encoding="utf-8")
    assert accepted(practices)


def test_faults_are_reported_by_the_place_in_the_file_and_nothing_is_written(practices: Path) -> None:
    (practices.parent / "z.md").write_text(issue(summary="krótko", places="Kozia Wólka"), encoding="utf-8")
    done = ran("import_practices", "z.md", practices=practices)
    assert done.returncode == 1
    assert "z.md: ### Praktyka w dwóch zdaniach: summary: Napisz więcej" in done.stderr
    assert "z.md: ### Gdzie praktyka działa: Gdzie praktyka działa: w zgłoszeniu jest „Kozia Wólka”" in done.stderr
    assert written(practices) == set()


def test_a_draft_with_faults_is_kept_outside_the_catalogue(practices: Path) -> None:
    (practices.parent / "z.md").write_text(issue(summary="krótko"), encoding="utf-8")
    done = ran("import_practices", "z.md", practices=practices)
    assert done.returncode == 1
    assert "W pliku jest tu „krótko”, co program wziął za odpowiedź na „Praktyka w dwóch zdaniach”." in done.stderr
    assert "W katalogu nic nie zostało zapisane." in done.stderr
    assert (practices.parent / "szkice" / "las-w-miescie" / "index.md").is_file()
    assert written(practices) == set()
    again = ran("import_practices", "z.md", practices=practices)
    assert "w folderze szkice/ są już szkice o tych nazwach" in again.stderr


def test_a_cell_that_is_filled_in_is_not_told_to_be_empty(practices: Path) -> None:
    (practices.parent / "z.md").write_text(issue(places="Rumia"), encoding="utf-8")
    done = ran("import_practices", "z.md", practices=practices)
    assert "z.md: ### Gdzie praktyka działa: Gdzie praktyka działa: w zgłoszeniu jest „Rumia”" in done.stderr
    assert "Uzupełnij to pole." not in done.stderr


def test_a_dry_run_ends_as_the_real_one_would(practices: Path) -> None:
    (practices.parent / "z.md").write_text(issue(summary="krótko"), encoding="utf-8")
    done = ran("import_practices", "z.md", "--dry-run", practices=practices)
    assert done.returncode == 1
    assert "z.md: ### Praktyka w dwóch zdaniach: summary: Napisz więcej" in done.stderr
    assert written(practices) == set()
    assert not (practices.parent / "szkice").exists()


@pytest.mark.parametrize("name", ["a.doc", "a.pdf", "a.eml"])
def test_a_file_that_is_not_read_says_how_to_save_it(name: str, practices: Path) -> None:
    (practices.parent / name).write_bytes(b"x")
    done = ran("import_practices", name, practices=practices)
    assert done.returncode == 1
    assert done.stderr.startswith(f"{name}: To ")
    assert any(word in done.stderr for word in (".docx", ".txt"))


def test_faulty_drafts_are_written_aside_on_request(practices: Path) -> None:
    (practices.parent / "z.md").write_text(issue(summary="krótko"), encoding="utf-8")
    done = ran("import_practices", "z.md", "--into", "szkice", practices=practices)
    assert done.returncode == 1
    assert (practices.parent / "szkice" / "las-w-miescie" / "index.md").is_file()
    assert written(practices) == set()


def test_a_dry_run_writes_nothing(practices: Path) -> None:
    (practices.parent / "z.md").write_text(issue(title="Las ##[x]"), encoding="utf-8")
    done = ran("import_practices", "z.md", "--dry-run", practices=practices)
    assert done.returncode == 0
    assert "── las-x/index.md ──" in done.stdout
    assert "##[" not in done.stdout
    assert written(practices) == set()


@pytest.mark.parametrize(
    ("name", "data", "code", "message"),
    [
        ("a.docx", b"x", 1, "a.docx: Tego pliku nie da się otworzyć."),
        ("a.xlsx", b"x", 1, "a.xlsx: Tego pliku nie da się otworzyć."),
        ("a.md", b"\xff\xfe", 1, "a.md: To nie jest plik tekstowy."),
        ("a.csv", b"a;b\n1;2\n", 1, "a.csv: Nie ma tu żadnej kolumny z szablonu."),
        ("a.exe", b"x", 1, "a.exe: Program nie czyta takich plików."),
        ("", b"", 2, "Nie ma takiego pliku ani folderu: nie-ma.md"),
    ],
)
def test_a_file_that_will_not_do_gives_a_message(
    name: str, data: bytes, code: int, message: str, practices: Path
) -> None:
    if name:
        (practices.parent / name).write_bytes(data)
    done = ran("import_practices", name or "nie-ma.md", practices=practices)
    assert done.returncode == code
    assert message in done.stderr
    assert written(practices) == set()


def test_no_submission_takes_the_place_of_another(practices: Path) -> None:
    for name in ("a", "b"):
        (practices.parent / f"{name}.md").write_text(issue(), encoding="utf-8")
        shutil.copytree(practices / "epic", practices.parent / f"folder-{name}" / "nowa")
    assert ran("import_practices", "a.md", "b.md", "--id=las", practices=practices).returncode == 2
    assert ran("import_practices", "folder-a", "folder-b", practices=practices).returncode == 1
    assert ran("import_practices", "a.md", "--id=../las", practices=practices).returncode == 1
    assert written(practices) == set()
    assert ran("import_practices", "a.md", "b.md", practices=practices).returncode == 0
    assert written(practices) == {"las-w-miescie", "las-w-miescie-2"}


def test_a_link_to_a_file_is_not_followed(practices: Path) -> None:
    (practices.parent / "tajne.txt").write_text(issue(), encoding="utf-8")
    (practices.parent / "z.md").symlink_to("tajne.txt")
    done = ran("import_practices", "z.md", practices=practices)
    assert done.returncode == 1
    assert "To nie jest zwykły plik." in done.stderr


def test_two_folders_are_compared(practices: Path) -> None:
    other = practices.parent / "nowe"
    shutil.copytree(practices, other)
    text = (other / "epic" / "index.md").read_text(encoding="utf-8")
    (other / "epic" / "index.md").write_text(text.replace("\ntitle: ", "\ntitle: Nowy ", 1), encoding="utf-8")
    done = ran("summarise_changes", practices, other, "--format", "markdown", practices=practices)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("1 pole zmienione\n\n### ` epic `\n\n- zmieniono – tytuł: ` ")


@pytest.mark.parametrize("name", ["nie-ma", "--output=x", "HEAD; true", "HEAD:practices"])
def test_what_is_neither_a_folder_nor_a_revision_is_refused(name: str, practices: Path) -> None:
    done = ran("summarise_changes", "--", practices, name, practices=practices)
    assert done.returncode == 2
    assert "Nie ma takiego folderu ani wersji" in done.stderr


def test_two_revisions_are_compared(practices: Path) -> None:
    done = ran("summarise_changes", "HEAD", "HEAD", practices=practices)
    assert (done.returncode, done.stdout) == (0, "Bez zmian w opisach praktyk.\n")


def test_a_folder_is_reported_beside_a_revision(practices: Path) -> None:
    done = ran("report_completeness", practices, "--before", "HEAD", "--missing", practices=practices)
    assert (done.returncode, done.stderr) == (0, "")
    first, second, *_ = done.stdout.splitlines()
    assert first.split() == ["Opisy", "HEAD", "teraz"]
    assert second.split()[0] == "opublikowane"
    assert "\nmają zdjęcie – " in done.stdout


@pytest.mark.parametrize("name", ["nie-ma", "--output=x", "HEAD; true", "HEAD:practices"])
def test_no_report_is_made_beside_what_is_no_revision(name: str, practices: Path) -> None:
    done = ran("report_completeness", practices, f"--before={name}", practices=practices)
    assert done.returncode == 2
    assert "Nie ma takiej wersji" in done.stderr


def test_no_report_is_made_of_entries_that_are_not_in_order(practices: Path) -> None:
    (practices / "epic" / "index.md").write_text("---\ntitle: x\n---\n", encoding="utf-8")
    done = ran("report_completeness", practices, practices=practices)
    assert (done.returncode, done.stdout) == (1, "")
    assert "epic/index.md" in done.stderr
