"""What the catalogue lacks: themes by groups of people and by places, each number leading to what it counts."""

from ...catalogue import Catalogue
from ...finding import (
    Groups,
    cover,
    family_axis,
    group_axis,
    place_axis,
    theme_axis,
    themes_by_family,
)
from ..addresses import GAPS, INDEXES
from ..article import Article
from ..rendering import Renderer
from .coverage_table import Table, levels_in_words, table_of


def home_table(catalogue: Catalogue, renderer: Renderer) -> Table:
    """The table of the home page: families of themes by broad groups of people."""
    rows, columns = group_axis(catalogue, intermediaries_apart=False), family_axis(catalogue)
    return table_of(cover(catalogue, rows, columns), renderer.t("coverage.by_group"), catalogue, renderer)


def gaps_article(catalogue: Catalogue, groups: Groups, renderer: Renderer) -> Article:
    """The page ``czego-brakuje/``."""
    t = renderer.t
    title, lead = t("coverage.title"), t("coverage.lead")
    people, families = group_axis(catalogue, intermediaries_apart=True), family_axis(catalogue)
    places = cover(catalogue, place_axis(catalogue, groups), families)
    content = renderer.render(
        "gaps.html",
        GAPS,
        title=title,
        lead=lead,
        by_group=table_of(cover(catalogue, people, families), t("coverage.by_group"), catalogue, renderer),
        by_theme=_by_theme(catalogue, renderer),
        by_place=table_of(places, t("coverage.by_place"), catalogue, renderer),
        levels=list(levels_in_words(renderer)),
        all_places=INDEXES["places"],
    )
    return Article(GAPS, title, lead, content, "gaps", styles="choosing")


def _by_theme(catalogue: Catalogue, renderer: Renderer) -> list[tuple[str, Table]]:
    """A table for each family with more than one theme, with the name of the family."""
    people = group_axis(catalogue, intermediaries_apart=True)
    tables = []
    for family, themes in themes_by_family(catalogue).items():
        if len(themes) > 1:
            name = renderer.t(f"coverage.family.{family or 'other'}")
            counted = cover(catalogue, people, theme_axis(catalogue, family))
            caption = renderer.t("coverage.by_theme_of", family=name)
            tables.append((name, table_of(counted, caption, catalogue, renderer)))
    return tables
