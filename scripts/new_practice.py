"""Makes a new entry, of the answers to some questions or of options."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from _shared.clicking import invoked
from _shared.conversing import prompt, stopped_when_hung_up, tell
from _shared.environment import ROOT, CommandError, enter, run
from _shared.submissions import fault_lines, reference_data_of
from validate import practices_folder

if TYPE_CHECKING:
    from goodpractices.editing import Doubt, Interview, Understood
    from goodpractices.wording import Translations

UNFINISHED = ROOT / "szkice"

# Shorter names than those of the questions; each answer is an option of its own.
OPTIONS = {
    "themes": "theme",
    "places": "place",
    "sources": "source",
    "target_groups": "target-group",
    "leaders": "org",
    "partners": "partner",
    "support_types": "support",
}


def main() -> int:
    """Write the entry; 1 when something in it is not in order, 130 when the person stops."""
    is_office_file = any(each.lower().endswith((".docx", ".xlsx")) for each in sys.argv[1:])
    enter("import" if is_office_file else "site")
    import click  # only the environment entered above has it

    from goodpractices.editing import QUESTIONS
    from goodpractices.wording import Translations

    t = Translations.load("pl")

    @click.command(help="Tworzy szkic nowej praktyki: zadaje pytania albo bierze odpowiedzi z opcji.")
    @click.option("--id", "practice_id", default="", help="nazwa folderu; bez niej powstaje z tytułu")
    @click.option("--field", "fields", multiple=True, metavar="POLE=WARTOŚĆ", help="inne pole opisu, można powtórzyć")
    @click.option("--non-interactive", is_flag=True, help="o nic nie pyta, bierze tylko opcje")
    @click.option(
        "--resume",
        type=click.Path(path_type=Path),
        help="plik przerwanej rozmowy, opis (index.md), szkic z formularza albo wypełniony szablon",
    )
    @click.pass_context
    def new_practice(
        context: click.Context,
        /,
        practice_id: str,
        fields: tuple[str, ...],
        non_interactive: bool,
        resume: Path | None,
        **given: Any,
    ) -> None:
        base = {} if resume is None or resume.suffix.lower() in (".yml", ".yaml") else read_entry(resume)
        answers = read_answers(resume) if resume and not base else {}
        answers |= {name: joined(value) for name, value in given.items() if value}
        answers |= dict(told_field(each) for each in fields)
        context.exit(make(answers, practice_id, None if non_interactive else prompt, base))

    command = new_practice
    for question in reversed(QUESTIONS):
        several = question.takes_several
        name = OPTIONS.get(question.id, question.id.replace("_", "-"))
        text = question.label(t) + (", można powtórzyć" if several else "")
        command = click.option(f"--{name}", question.id, multiple=several, help=text)(command)
    return invoked(command)


def told_field(option: str) -> tuple[str, str]:
    """A field told in an option, as it stands among answers.

    Raises:
        CommandError: there is no such field.
    """
    from goodpractices.editing import FIELD, is_told_field

    name, sign, words = option.partition("=")
    if not sign or not is_told_field(name):
        raise CommandError(f"Nie ma pola „{name}”. Zapisz je tak: --field POLE=WARTOŚĆ")
    return f"{FIELD}{name}", words


def joined(value: str | tuple[str, ...]) -> str:
    return "\n".join(value) if isinstance(value, tuple) else value


def make(
    answers: dict[str, str],
    practice_id: str,
    ask: Callable[[str], str] | None,
    base: Mapping[str, Any] | None = None,
) -> int:
    """Ask for what is missing, if anybody can be asked, and write the entry.

    Whatever goes wrong, what was answered is first written into a file of answers. ``base`` is an entry to go on with.
    """
    import click

    from goodpractices.editing import FIELD, Drafter, Interview
    from goodpractices.wording import Translations

    t = Translations.load("pl")
    folder = practices_folder()
    drafter = Drafter(reference_data_of(folder), t, base or {})
    fields = {name.removeprefix(FIELD): words for name, words in answers.items() if name.startswith(FIELD)}
    given = {name: words for name, words in answers.items() if not name.startswith(FIELD)}
    interview = Interview(drafter, ask or prompt, click.echo, {**drafter.answers, **given}, fields=fields)
    code = 1
    try:
        with stopped_when_hung_up():
            if ask:
                click.echo(t("new.hello"))
                interview.run()
                practice_id = practice_id or interview.ask_id()
            else:
                interview.take_fields()
            code = write(interview, folder, practice_id, may_ask=ask is not None)
    except (click.Abort, KeyboardInterrupt):
        tell("\nPrzerwano.")
        code = 130
    finally:
        if code and interview.typed:
            tell(t("new.saved", file=shown(keep(interview.typed))))
    return code


def write(interview: Interview, folder: Path, practice_id: str, *, may_ask: bool) -> int:
    """Write the entry and say what comes next; where somebody can be asked, what is not in order is asked anew."""
    import click

    from goodpractices.editing import UnusableSubmission, problem_line, write_entries

    t, drafter = interview.t, interview.drafter
    while True:
        draft = drafter.draft(interview.answers, date.today(), practice_id, proposals=interview.new_records)
        try:
            problems = write_entries(
                folder,
                {draft.id: {"index.md": draft.text.encode()}},
                drafter.reference,
            )
        except UnusableSubmission as unusable:
            click.echo(fault_lines(draft.id, unusable.faults, t), err=True)
            return 1
        if not problems:
            break
        doubts = () if may_ask else doubt_lines(draft.doubts)
        click.echo("\n".join(["", *(problem_line(each, t) for each in problems), *doubts]), err=True)
        if not may_ask or not interview.ask_again(problems):
            return 1
    click.echo("\n" + t("new.written", file=shown(folder / draft.id / "index.md")))
    if interview.new_records:
        ids = ", ".join(each["id"] for records in interview.new_records.values() for each in records)
        click.echo(t("new.proposed", ids=ids, id=draft.id))
    if not may_ask:
        tell_understood(draft.understood, t)
    tell_doubts(draft.doubts, t)
    click.echo(t("new.next_steps", folder=shown(folder / draft.id)))
    return 0


def tell_understood(understood: Sequence[Understood], t: Translations) -> None:
    """Say what the entry makes of answers that were spelt in another way."""
    import click

    from goodpractices.editing import printable

    for each in understood:
        said = t("import.understood", label=t(f"ask.{each.question}"), typed=each.typed, meant=each.meant)
        click.echo(printable(f"  = {said}"))


def tell_doubts(doubts: Sequence[Doubt], t: Translations) -> None:
    """Say what the editor still has to decide."""
    import click

    if doubts:
        click.echo("\n".join([t("import.questions", n=len(doubts)), *doubt_lines(doubts)]))


def doubt_lines(doubts: Iterable[Doubt]) -> Iterator[str]:
    """What could not be used as it was answered, a line each."""
    from goodpractices.editing import printable

    yield from (printable(f"  ? {doubt.text}") for doubt in doubts)


def shown(path: Path) -> Path:
    """The path as a person in this folder types it."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def keep(answers: Mapping[str, str]) -> Path:
    """Write what was answered into a new file."""
    from goodpractices.editing import free_id, yaml_text

    UNFINISHED.mkdir(exist_ok=True)
    taken = {path.stem for path in UNFINISHED.iterdir()}
    path = UNFINISHED / f"{free_id(answers.get('title', ''), taken)}.yml"
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(yaml_text(dict(answers)))
    return path


def read_entry(path: Path) -> Mapping[str, Any]:
    """The entry in a file that another way in has written, or that an import makes of it.

    Raises:
        CommandError: nothing can be made of it, or more than one entry.
    """
    from goodpractices.editing import UnusableSubmission, imported
    from goodpractices.wording import Translations

    t = Translations.load("pl")
    try:
        made = imported(path, reference_data_of(practices_folder()), t, created=None)
    except UnusableSubmission as unusable:
        raise CommandError(fault_lines(path.name, unusable.faults, t)) from unusable
    if len(made) != 1:
        raise CommandError(t("new.one_entry", file=path))
    return made[0].record


def read_answers(path: Path) -> dict[str, str]:
    """The answers in a file that ``keep`` wrote.

    Raises:
        CommandError: it is no such file.
    """
    import yaml

    from goodpractices.editing import FIELD, QUESTIONS, is_told_field

    try:
        given = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 - texts only
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise CommandError(f"Nie da się odczytać odpowiedzi z pliku {path}.") from error
    known = {question.id for question in QUESTIONS}
    if isinstance(given, dict):
        known |= {name for name in map(str, given) if name.startswith(FIELD) and is_told_field(name[len(FIELD) :])}
    if not isinstance(given, dict) or not given.keys() <= known or not all(isinstance(v, str) for v in given.values()):
        raise CommandError(f"{path} nie jest plikiem z odpowiedziami.")
    return given


if __name__ == "__main__":
    run(main)
