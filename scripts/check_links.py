"""Tells which links of the catalogue lead nowhere and which practices wait for a review.

It is for a nightly run. Changes are not held up by it: a host that is down tonight says nothing about an entry.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from _shared.catalogues import catalogue_in
from _shared.clicking import invoked
from _shared.environment import enter, run
from validate import practices_folder

if TYPE_CHECKING:
    from goodpractices.editing import Manners, Visit


def main() -> int:
    """Print the report as Markdown; 0 whatever was found, unless ``--strict``; 2 with entries that cannot be read."""
    enter()
    import click  # only the environment entered above has it

    from goodpractices.catalogue import write_whole
    from goodpractices.editing import Manners, link_report

    polite = Manners()

    @click.command(help="Sprawdza odnośniki i terminy przeglądów. Wynik to Markdown.")
    @click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="dzień, na który sprawdzić przeglądy")
    @click.option("--strict", is_flag=True, help="kończy się kodem 1, gdy jakiś odnośnik nie działa")
    @click.option(
        "--timeout", type=click.FloatRange(1, 120), default=polite.timeout, show_default=True, help="na wizytę"
    )
    @click.option("--pause", type=click.FloatRange(0, 60), default=polite.pause, show_default=True, help="sekundy")
    @click.option("--output", type=click.Path(path_type=Path), help="plik na wynik zamiast ekranu")
    @click.option("--result", type=click.Path(path_type=Path), help="plik, z którego budowa bierze stan adresów")
    @click.option("--private", is_flag=True, help="pyta też adresy w sieci tego komputera")
    @click.pass_context
    def check_links(
        context: click.Context,
        /,
        today: datetime | None,
        strict: bool,
        timeout: float,
        pause: float,
        output: Path | None,
        result: Path | None,
        private: bool,
    ) -> None:
        manners = Manners(timeout=timeout, pause=pause, may_visit_private=private)
        day = today.date() if today else date.today()
        text, visits = checked(practices_folder(), day, manners)
        if result:
            write_whole(result, link_report(visits, day).to_json().encode())
        if output:
            write_whole(output, text.encode())
        else:
            click.echo(text, nl=False)
        is_dead = any(visit.state == "dead" for visit in visits.values())
        context.exit(1 if strict and is_dead else 0)

    return invoked(check_links)


def checked(folder: Path, today: date, manners: Manners) -> tuple[str, dict[str, Visit]]:
    """The report, and what came of each address.

    Raises:
        CommandError: the practices are not in order.
    """
    from goodpractices.catalogue import links_of
    from goodpractices.editing import overdue_reviews, upkeep_report, visit_all
    from goodpractices.wording import Translations

    catalogue = catalogue_in(folder)
    links = links_of(catalogue)
    visits = visit_all((link.url for link in links), manners)
    text = upkeep_report(links, visits, overdue_reviews(catalogue, today), Translations.load("pl"))
    return text, visits


if __name__ == "__main__":
    run(main)
