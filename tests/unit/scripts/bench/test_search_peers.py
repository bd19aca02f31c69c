"""Other search engines beside ours: what they are given, and how the figures are told."""

from pathlib import Path

from rich.console import Console
from tests.support.samples import published

from bench.search_peers import Cost, Measured, documents_of, shown
from bench.search_quality import Report, Scores

SCORES = Scores(2, 0.5, 0.75, 1.0, 0.25, 0.125)


def printed(**engines: Measured | str) -> str:
    console = Console(width=120)
    with console.capture() as capture:
        console.print(shown("2 praktyki", engines))
    return capture.get()


def test_documents_say_all_that_our_index_is_made_of(tmp_path: Path) -> None:
    (document,) = documents_of(published(tmp_path, {"las": {"title": "Las w mieście"}}))
    assert (document.id, document.title) == ("las", "Las w mieście")
    assert document.title not in document.text.split("\n")
    assert document.text


def test_figures_stand_in_one_table() -> None:
    text = printed(nasza=Measured(Report(SCORES, {}, 4, 0.25), Cost(37_500, 0.125)))
    for figure in ("0.500", "0.750", "1.000", "12.5%", "25.0%", "37.5", "0.12"):
        assert figure in text


def test_an_engine_that_could_not_be_had_has_no_figures_and_says_so() -> None:
    assert printed(Pagefind="Nie udało się zainstalować.").count("NIE ZMIERZONO") == 8
