"""Cards and rows: where, when, what kind, and the most telling figure, a plan only as a plan."""

from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.support.entries import add, entry, in_english, practices_folder
from tests.support.samples import plain, published, renderer, with_registry

from goodpractices.catalogue import Catalogue, in_language, load_catalogue
from goodpractices.publishing.addresses import Links
from goodpractices.publishing.pages import CardPicture
from goodpractices.publishing.pages.cards import Cards, Elsewhere
from goodpractices.publishing.rendering import Renderer
from goodpractices.wording import Translations


def figure(**fields: Any) -> dict[str, Any]:
    known = {"id": "i1", "label": "uczestnicy", "unit": "person", "nature": "output", "value": 784, "source": "s1"}
    return {**known, **fields}


def cards(catalogue: Catalogue) -> Cards:
    return Cards(catalogue, renderer())


def card(parent: Path, **given: Any) -> LexborHTMLParser:
    catalogue = published(parent, {"las": given})
    return LexborHTMLParser(str(cards(catalogue).cards(catalogue.published, "tematy/sport/")[0]))


def said(tree: LexborHTMLParser, selector: str) -> list[str]:
    return [plain(node.text()) for node in tree.css(selector)]


def test_a_card_leads_to_its_practice_from_where_it_stands(tmp_path: Path) -> None:
    catalogue = published(tmp_path, {"las": {"title": "Las"}})
    for here, link in (("", "praktyki/las/"), ("tematy/", "../praktyki/las/"), ("tematy/x/", "../../praktyki/las/")):
        assert f'href="{link}"' in cards(catalogue).cards(catalogue.published, here)[0]


def test_a_card_says_where_when_and_what_kind(tmp_path: Path) -> None:
    tree = card(tmp_path, places=[{"place": "gdynia"}], period={"start": "2016-12", "end": "2023"}, kind="service")
    assert said(tree, ".meta span") == ["Gdynia", "2016–2023", "usługa"]


def test_a_place_where_it_works_is_named_before_those_that_only_take_part(tmp_path: Path) -> None:
    tree = card(tmp_path, places=[{"place": "sopot", "role": "partner"}, {"place": "gdynia"}])
    assert said(tree, ".meta span")[0] == "Gdynia"


@pytest.mark.parametrize(
    ("figures", "nature", "words"),
    [
        ([figure(), figure(id="i2", nature="outcome", value=320, label="praca")], "outcome", "320 praca"),
        ([figure(nature="target", value=300), figure(id="i2", value=7, label="spotkania")], "output", "7 spotkania"),
        ([figure(nature="target", value=300)], "target", "300 uczestnicy plan"),
        (
            [figure(), figure(id="i2", nature="outcome", value=320, label="praca", of="i1")],
            "outcome",
            "320 z 784 praca",
        ),
    ],
)
def test_an_effect_goes_before_an_activity_and_that_before_a_plan(
    tmp_path: Path, figures: list[dict[str, Any]], nature: str, words: str
) -> None:
    shown = card(tmp_path, indicators=figures).css(".card__figure")
    assert [node.attributes["data-nature"] for node in shown] == [nature]
    assert plain(shown[0].text()) == words


def test_without_results_a_card_says_so(tmp_path: Path) -> None:
    tree = card(tmp_path, indicators=[figure(nature="context", unit="country")])
    assert tree.css("[data-nature]") == []
    assert said(tree, ".card__figure.missing") == ["brak danych o wynikach"]


def test_a_role_is_shown_on_the_card_of_that_practice_alone(tmp_path: Path) -> None:
    catalogue = published(tmp_path, {"las": {}, "staw": {}})
    made = cards(catalogue)
    first, second = made.cards(catalogue.published, "", {"las": 'lider & "gość"'})
    assert '<span class="badge">lider &amp; &#34;gość&#34;</span>' in first
    assert "badge" not in second
    assert "badge" not in made.cards(catalogue.published, "")[0]


def test_a_row_is_a_result_of_the_list(tmp_path: Path) -> None:
    catalogue = published(tmp_path, {"las": {}})
    row = cards(catalogue).rows(catalogue.published, "praktyki/")[0]
    assert 'data-result="las" data-match="exact"' in row


PLACES = [{"id": f"osada-{n}", "name": f"Osada {n}", "country": "PL", "level": "town"} for n in range(4)]


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, ["Osada 0", "projekt"]),
        (2, ["Osada 0", "Osada 1", "projekt"]),
        (3, ["Osada 0", "Osada 1 i jeszcze 1", "projekt"]),
        (4, ["Osada 0", "Osada 1 i jeszcze 2", "projekt"]),
    ],
)
def test_two_places_are_named_and_the_others_counted(tmp_path: Path, count: int, words: list[str]) -> None:
    places = [{"place": each["id"]} for each in PLACES[:count]]
    catalogue = with_registry(tmp_path, {"_registry/places": PLACES}, {"las": {"places": places}})
    tree = LexborHTMLParser(str(cards(catalogue).cards(catalogue.published, "")[0]))
    assert said(tree, ".meta span") == words


def test_where_it_only_takes_part_stands_where_nothing_else_does(tmp_path: Path) -> None:
    tree = card(tmp_path, places=[{"place": "sopot", "role": "partner"}])
    assert said(tree, ".meta span") == ["Sopot", "projekt"]


def test_a_period_without_a_year_is_left_out(tmp_path: Path) -> None:
    assert said(card(tmp_path, period={"start": "XXXX-11-09"}), ".meta span") == ["Gdynia", "projekt"]


def test_a_card_says_the_title_in_two_sentences_and_how_sure_the_effect_is(tmp_path: Path) -> None:
    tree = card(tmp_path, title="Las w mieście", evidence_level={"value": 3, "reason": "Ankiety"})
    assert said(tree, ".card__title") == ["Las w mieście"]
    assert said(tree, ".card__text") == [
        "Praktyka pokazowa, która ma tylko to, co trzeba. Każdy przykład zmienia w niej jedną rzecz."
    ]
    assert [node.attributes["data-level"] for node in tree.css(".evidence .squares")] == ["3"]
    assert said(card(tmp_path / "unknown"), ".evidence.missing") == ["poziom dowodów: brak danych"]


def test_what_counts_more_is_told_from_what_counts_as_much(tmp_path: Path) -> None:
    first = figure(nature="result", value=1, label="pierwszy")
    second = figure(id="i2", nature="outcome", value=2, label="drugi")
    assert said(card(tmp_path, indicators=[first, second]), ".card__figure") == ["1 pierwszy"]


def test_lines_and_rows_and_cards_are_told_apart(tmp_path: Path) -> None:
    catalogue = published(tmp_path, {"las": {"title": "Las"}})
    made = cards(catalogue)
    shown = {
        name: LexborHTMLParser(str(make(catalogue.published, "tematy/sport/")[0]))
        for name, make in (("card", made.cards), ("line", made.lines), ("row", made.rows))
    }
    for name, tree in shown.items():
        assert [node.attributes["class"] for node in tree.css("li")] == [f"{name} "], name
        assert [node.attributes["href"] for node in tree.css("a")] == ["../../praktyki/las/"], name
        assert said(tree, ".meta span") == ["Gdynia", "projekt"], name


def test_a_role_stands_on_a_line_as_on_a_card(tmp_path: Path) -> None:
    catalogue = published(tmp_path, {"las": {}, "staw": {}})
    first, second = cards(catalogue).lines(catalogue.published, "", {"staw": "gość"})
    assert "badge" not in first
    assert '<span class="badge">gość</span>' in second


def picture(parent: Path, **given: Any) -> CardPicture:
    catalogue = published(parent, {"las": {"title": "Las", **given}})
    return cards(catalogue).picture(catalogue.practices["las"], "Gmina")


def test_the_picture_of_a_page_says_where_what_and_the_most_telling_figure(tmp_path: Path) -> None:
    given = {"places": [{"place": "gdynia"}, {"place": "sopot"}], "period": {"start": "2016", "end": "2023"}}
    assert picture(tmp_path, indicators=[figure()], **given) == CardPicture(
        "Gdynia · Sopot · 2016–2023 · projekt", "Las", "784 – uczestnicy", "Gmina", None
    )


@pytest.mark.parametrize("figures", [[], [figure(nature="target", value=300)]])
def test_without_a_result_the_picture_says_what_it_is_about(tmp_path: Path, figures: list[dict[str, Any]]) -> None:
    assert picture(tmp_path, indicators=figures).below == (
        "Praktyka pokazowa, która ma tylko to, co trzeba. Każdy przykład zmienia w niej jedną rzecz."
    )


THEME = {"id": "woda", "pl": "woda", "en": "water", "family": "youth"}


def test_the_colour_is_that_of_the_first_theme(tmp_path: Path) -> None:
    catalogue = with_registry(tmp_path, {"_vocabularies/themes": [THEME]}, {"las": {"themes": ["woda", "sport"]}})
    tree = LexborHTMLParser(str(cards(catalogue).cards(catalogue.published, "")[0]))
    assert [node.attributes["class"] for node in tree.css("li")] == ["card family-youth"]
    assert cards(catalogue).picture(catalogue.practices["las"], "Gmina").family == "youth"


def english(catalogue: Catalogue, *, offline: bool) -> Cards:
    translated, words = in_language(catalogue, "en"), Translations.load("en")
    return Cards(translated, Renderer(words, Links(offline, {"": "en/", **words.group("address")})))


@pytest.fixture
def half(tmp_path: Path) -> Catalogue:
    """Two practices, of which one is in English as well."""
    folder = practices_folder(tmp_path)
    for name in ("las", "sad"):
        add(folder, f"{name}/index.md", entry({"editorial": {"state": "published"}}))
    add(folder, "las/index.en.md", in_english())
    return load_catalogue(folder)


@pytest.mark.parametrize(("offline", "link"), [(False, ""), (True, "index.html")])
def test_a_language_lists_what_was_translated_and_leads_to_the_rest(
    half: Catalogue, link: str, *, offline: bool
) -> None:
    made = english(half, offline=offline)
    assert [each.id for each in made.listed(half.published)] == ["las"]
    elsewhere = made.elsewhere(half.published, "tematy/zielen/", "tematy/zielen/")
    assert elsewhere == Elsewhere(1, f"../../../tematy/zielen/{link}")
    assert made.elsewhere([half.practices["las"]], "praktyki/", "praktyki/") is None


def test_a_card_in_polish_says_so_in_another_language(half: Catalogue) -> None:
    texts = english(half, offline=False).cards(in_language(half, "en").published, "")
    assert ["in Polish" in each for each in texts] == [False, True]


def test_a_list_follows_from_which_practices_it_names_in_their_order(half: Catalogue) -> None:
    made, (las, sad) = cards(half), half.published
    assert [each[0] for each in made.inputs([sad, las])] == ["sad", "las"]
    assert made.inputs([las]) == [("las", half.fingerprint("las").listed)]
