"""Cards and rows: where, when, whether it goes on, and what there is to decide by; an effect stands on the poster."""

from collections.abc import Callable
from dataclasses import replace
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


def test_a_card_says_where_when_and_whether_it_goes_on(tmp_path: Path) -> None:
    tree = card(tmp_path, places=[{"place": "gdynia"}], period={"start": "2016-12", "end": "2023"}, lifecycle="ended")
    assert said(tree, ".meta span") == ["Gdynia", "2016–2023", "zakończona"]


def test_a_place_where_it_works_is_named_before_those_that_only_take_part(tmp_path: Path) -> None:
    tree = card(tmp_path, places=[{"place": "sopot", "role": "partner"}, {"place": "gdynia"}])
    assert said(tree, ".meta span")[0] == "Gdynia"


KNOWN = {"target_groups": ["seniorzy"], "evidence_level": {"value": 3, "reason": "Ankiety"}}


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ([figure(), figure(id="i2", nature="outcome", value=320, label="praca")], "320 osób praca"),
        ([figure(), figure(id="i2", nature="outcome", value=320, label="praca", of="i1")], "320 osób praca"),
        ([figure(id="i2", nature="result", value=60, unit="percent", label="zdało")], "60% zdało"),
    ],
)
def test_an_effect_stands_on_the_poster(tmp_path: Path, figures: list[dict[str, Any]], words: str) -> None:
    assert said(card(tmp_path, indicators=figures), ".poster__words") == [f"Gdynia {words}"]


@pytest.mark.parametrize(
    "figures",
    [
        [],
        [figure()],
        [figure(nature="target", value=300)],
        [figure(nature="context", unit="country")],
        [figure(nature="outcome", disputed={"what": "Źródła podają różnie."})],
    ],
)
def test_without_an_effect_the_poster_has_its_place_alone(tmp_path: Path, figures: list[dict[str, Any]]) -> None:
    tree = card(tmp_path, indicators=figures)
    assert (said(tree, ".poster__words"), tree.css(".poster__figure")) == (["Gdynia"], [])


def test_a_card_says_how_many_what_it_cost_and_how_well_it_is_known(tmp_path: Path) -> None:
    tree = card(tmp_path, **KNOWN, indicators=[figure(nature="target", value=300)])
    assert [(each.attributes["data-answer"], each.attributes["data-state"]) for each in tree.css(".strip__cell")] == [
        *(("scale", "planned"), ("cost", "missing"), ("evidence", "known")),
    ]
    assert said(tree, "[data-answer=scale] dd") == ["300 osób", "uczestnicy", "Plan, nie wynik"]


def test_where_the_poster_says_a_figure_the_strip_of_a_card_does_not(tmp_path: Path) -> None:
    tree = card(tmp_path, **KNOWN, indicators=[figure(), figure(id="i2", nature="outcome", value=320)])
    assert [each.attributes["data-answer"] for each in tree.css(".strip__cell")] == ["cost", "evidence"]


def row(parent: Path, **given: Any) -> LexborHTMLParser:
    catalogue = published(parent, {"las": given})
    return LexborHTMLParser(str(cards(catalogue).rows(catalogue.published, "praktyki/")[0]))


def test_a_row_answers_all_five_questions(tmp_path: Path) -> None:
    tree = row(tmp_path, **KNOWN, indicators=[figure()])
    assert said(tree, ".strip dt") == ["Dla kogo", "Skala", "Skutek", "Koszt", "Dowody"]
    assert said(tree, ".strip__value") == ["seniorzy", "784 osoby", "nie podano", "nie podano", "zbadano"]


@pytest.mark.parametrize("make", [card, row])
def test_why_the_evidence_is_so_strong_is_left_to_the_page(
    make: Callable[..., LexborHTMLParser], tmp_path: Path
) -> None:
    tree = make(tmp_path, **KNOWN, indicators=[figure()])
    assert said(tree, "[data-answer=evidence] dd") == ["zbadano", ""]
    assert [node.attributes["data-level"] for node in tree.css(".road")] == ["3"]


@pytest.mark.parametrize("make", [card, row])
def test_a_short_entry_says_so_in_place_of_the_strip(make: Callable[..., LexborHTMLParser], tmp_path: Path) -> None:
    tree = make(tmp_path, **KNOWN)
    assert (tree.css(".strip"), said(tree, "p.small")) == ([], ["krótki opis"])


POINT = {"id": "wioska", "name": "Wioska", "country": "PL", "level": "town", "lat": 54.5, "lon": 18.5}


def test_the_poster_names_the_place_that_it_shows(tmp_path: Path) -> None:
    places = [{"place": "gdynia"}, {"place": "wioska"}]
    catalogue = with_registry(tmp_path, {"_registry/places": [POINT]}, {"las": {"places": places}})
    tree = LexborHTMLParser(str(cards(catalogue).cards(catalogue.published, "")[0]))
    assert len(tree.css(".poster svg")) == 1
    assert said(tree, ".poster__name") == ["Wioska"]
    assert said(tree, ".meta span")[0] == "Gdynia"


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


OPENING = "W 2017 r. gmina posadziła las za szkołą, a mieszkańcy podlewali go co wieczór przez całe lato."


@pytest.mark.parametrize("rest", [["Staw stoi. Nikt go nie kopał."], []], ids=["two more", "none"])
def test_a_row_tells_the_first_sentence_of_a_summary_from_the_others(tmp_path: Path, rest: list[str]) -> None:
    catalogue = published(tmp_path, {"las": {"summary": " ".join([OPENING, *rest])}})
    tree = LexborHTMLParser(str(cards(catalogue).rows(catalogue.published, "praktyki/")[0]).replace("\xa0", " "))
    assert said(tree, ".row__text") == [" ".join([OPENING, *rest])]
    assert said(tree, ".row__text > span") == rest
    assert tree.css(".row__text.is-cut") == []


def test_a_row_tells_the_beginning_of_a_long_sentence_from_its_end(tmp_path: Path) -> None:
    opening = "Las jest dla wszystkich, którzy lubią ciszę, śpiew ptaków i długie spacery: z psem, z wózkiem"
    rest = " i bez celu, o każdej porze dnia i roku."
    catalogue = published(tmp_path, {"las": {"summary": opening + rest}})
    tree = LexborHTMLParser(str(cards(catalogue).rows(catalogue.published, "praktyki/")[0]).replace("\xa0", " "))
    assert [node.text() for node in tree.css(".row__text.is-cut")] == [opening + rest]
    assert [node.text() for node in tree.css(".row__text > span")] == [rest]


PLACES = [{"id": f"osada-{n}", "name": f"Osada {n}", "country": "PL", "level": "town"} for n in range(4)]


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, ["Osada 0", "trwa"]),
        (2, ["Osada 0", "Osada 1", "trwa"]),
        (3, ["Osada 0", "Osada 1 i jeszcze 1", "trwa"]),
        (4, ["Osada 0", "Osada 1 i jeszcze 2", "trwa"]),
    ],
)
def test_two_places_are_named_and_the_others_counted(tmp_path: Path, count: int, words: list[str]) -> None:
    places = [{"place": each["id"]} for each in PLACES[:count]]
    catalogue = with_registry(tmp_path, {"_registry/places": PLACES}, {"las": {"places": places}})
    tree = LexborHTMLParser(str(cards(catalogue).cards(catalogue.published, "")[0]))
    assert said(tree, ".meta span") == words


def test_where_it_only_takes_part_stands_where_nothing_else_does(tmp_path: Path) -> None:
    tree = card(tmp_path, places=[{"place": "sopot", "role": "partner"}])
    assert said(tree, ".meta span") == ["Sopot", "trwa"]


def test_a_period_without_a_year_is_left_out(tmp_path: Path) -> None:
    assert said(card(tmp_path, period={"start": "XXXX-11-09"}), ".meta span") == ["Gdynia", "trwa"]


def test_a_card_says_the_title_in_two_sentences_and_how_sure_the_effect_is(tmp_path: Path) -> None:
    tree = card(tmp_path, title="Las w mieście", **KNOWN, indicators=[figure()])
    assert said(tree, ".card__title") == ["Las w mieście"]
    assert said(tree, ".card__text") == [
        "Praktyka pokazowa, która ma tylko to, co trzeba. Każdy przykład zmienia w niej jedną rzecz."
    ]
    assert said(tree, "[data-answer=evidence] .strip__value") == ["zbadano"]


def test_of_two_effects_the_first_of_the_entry_is_shown(tmp_path: Path) -> None:
    first = figure(nature="result", value=1, label="pierwszy")
    second = figure(id="i2", nature="outcome", value=2, label="drugi")
    assert said(card(tmp_path, indicators=[first, second]), ".poster__label") == ["pierwszy"]


SHAPES = {"card": Cards.cards, "line": Cards.lines, "row": Cards.rows, "short line": Cards.short_rows}


def test_lines_and_rows_and_cards_are_told_apart(tmp_path: Path) -> None:
    catalogue = published(tmp_path, {"las": {"title": "Las"}})
    made = cards(catalogue)
    shown = {
        name: LexborHTMLParser(str(make(made, catalogue.published, "tematy/sport/")[0]))
        for name, make in SHAPES.items()
    }
    for name, tree in shown.items():
        assert [node.attributes["class"] for node in tree.css("li")] == [f"{name.split()[-1]} "], name
        assert [node.attributes["href"] for node in tree.css("a")] == ["../../praktyki/las/"], name
        assert said(tree, ".meta span") == ["Gdynia", "trwa"], name


def test_a_role_stands_on_a_line_as_on_a_card(tmp_path: Path) -> None:
    catalogue = published(tmp_path, {"las": {}, "staw": {}})
    first, second = cards(catalogue).lines(catalogue.published, "", {"staw": "gość"})
    assert "badge" not in first
    assert '<span class="badge">gość</span>' in second


def picture(parent: Path, **given: Any) -> CardPicture:
    catalogue = published(parent, {"las": {"title": "Las", **given}})
    return cards(catalogue).picture(catalogue.practices["las"], "Gmina")


def test_the_picture_of_a_page_says_where_what_and_what_came_of_it(tmp_path: Path) -> None:
    given = {"places": [{"place": "gdynia"}, {"place": "sopot"}], "period": {"start": "2016", "end": "2023"}}
    shown = picture(tmp_path, indicators=[figure(nature="outcome")], **given)
    assert replace(shown, below=plain(shown.below)) == CardPicture(
        "Gdynia · Sopot · 2016–2023 · trwa", "Las", "784 osoby – uczestnicy", "Gmina", None
    )


@pytest.mark.parametrize(
    "figures",
    [
        [],
        [figure(nature="target", value=300)],
        [figure()],
        [figure(nature="outcome", disputed={"what": "Źródła podają różnie."})],
    ],
)
def test_without_a_result_the_picture_says_what_it_is_about(tmp_path: Path, figures: list[dict[str, Any]]) -> None:
    assert picture(tmp_path, indicators=figures).below == (
        "Praktyka pokazowa, która ma tylko to, co trzeba. Każdy przykład zmienia w niej jedną rzecz."
    )


THEME = {"id": "woda", "pl": "woda", "en": "water", "family": "youth"}


def test_the_colour_is_that_of_the_first_theme(tmp_path: Path) -> None:
    catalogue = with_registry(tmp_path, {"_vocabularies/themes": [THEME]}, {"las": {"themes": ["woda", "sport"]}})
    tree = LexborHTMLParser(str(cards(catalogue).cards(catalogue.published, "")[0]))
    assert [node.attributes["class"] for node in tree.css("li")] == ["card family-youth"]
    assert said(tree, ".meta .family-name") == ["młodzież"]
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
