"""Lists: members in order, reverse links with roles."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.support.planned import articles_of
from tests.support.samples import PL, plain, published, renderer, with_registry

from goodpractices.catalogue import Catalogue, fingerprint_of, in_language
from goodpractices.finding import group_practices
from goodpractices.publishing import Article
from goodpractices.publishing.addresses import Links
from goodpractices.publishing.pages.cards import Cards
from goodpractices.publishing.pages.lists import Lists
from goodpractices.publishing.pages.paging import PAGE_LENGTH
from goodpractices.publishing.pages.taken_over import places_to_find
from goodpractices.publishing.rendering import Renderer
from goodpractices.wording import Translations


def articles(catalogue: Catalogue) -> dict[str, Article]:
    made = Lists(catalogue, group_practices(catalogue), Cards(catalogue, renderer()), renderer())
    return articles_of(made.articles())


def many(count: int) -> dict[str, Mapping[str, Any]]:
    return {f"p{n}": {"title": f"Praktyka {n}"} for n in range(count)}


def test_a_term_has_a_page_once_a_practice_uses_it(tmp_path: Path) -> None:
    made = articles(published(tmp_path, {"las": {"themes": ["zielen", "sport"]}}))
    assert "tematy/sport/" in made
    assert "tematy/kultura/" not in made


def test_a_place_and_an_organisation_have_a_page_before_any_practice(tmp_path: Path) -> None:
    made = articles(published(tmp_path, {"las": {}}))
    assert said(tree(made["organizacje/um-sopot/"]), ".missing") == [PL("member.none")]
    assert "miejsca/sopot/" in made


def test_an_organisation_is_shown_with_every_role_it_has(tmp_path: Path) -> None:
    roles = [{"org": "um-gdynia", "role": "leader"}, {"org": "um-gdynia", "role": "funder"}]
    roles.append({"org": "um-sopot", "role": "venue"})
    made = articles(published(tmp_path, {"las": {"organisations": roles}, "staw": {}}))
    page = tree(made["organizacje/um-gdynia/"])
    assert [node.attributes["data-practice-card"] for node in page.css("[data-practice-card]")] == ["las"]
    assert said(page, ".meta .badge") == ["prowadzi, finansuje"]


def test_a_programme_that_only_paid_a_part_leads_to_the_practice_too(tmp_path: Path) -> None:
    money = {"role": "grant", "amount": 5, "currency": "PLN", "programme": "fundusz", "source": "s1"}
    made = articles(published(tmp_path, {"las": {"funding": [money]}}))
    assert len(tree(made["programy/fundusz/"]).css("[data-practice-card=las]")) == 1


def english(catalogue: Catalogue, *, offline: bool) -> dict[str, Article]:
    translated, words = in_language(catalogue, "en"), Translations.load("en")
    renders = Renderer(words, Links(offline, {"": "en/", **words.group("address")}))
    return articles_of(Lists(translated, group_practices(translated), Cards(translated, renders), renders).articles())


@pytest.mark.parametrize(
    ("offline", "polish"), [(False, "../../../tematy/sport/"), (True, "../../../tematy/sport/index.html")]
)
def test_a_list_leads_to_the_polish_one_of_what_nobody_translated(tmp_path: Path, offline: bool, polish: str) -> None:
    page = tree(english(published(tmp_path, {"las": {"themes": ["sport"]}}), offline=offline)["tematy/sport/"])
    assert said(page, ".count") == ["1 practice"]
    assert page.css("[data-practice-card]") == []
    [link] = page.css("#praktyki ~ p a")
    assert link.attributes["href"] == polish
    assert "1 practice is available in Polish only" in plain(link.text())


def test_drafts_are_in_no_list(tmp_path: Path) -> None:
    made = articles(published(tmp_path, {"las": {}, "szkic": {"editorial": {"state": "draft"}}}))
    assert [article.address for article in made.values() if "szkic" in article.content] == []


def test_no_two_pages_have_the_same_title(tmp_path: Path) -> None:
    organisation = {"id": "gdynia", "name": "Gdynia", "kind": "urzad"}
    made = articles(with_registry(tmp_path, {"_registry/organisations": [organisation]}, many(PAGE_LENGTH + 1)))
    titles = [article.title for article in made.values()]
    assert "Gdynia – Organizacja" in titles
    assert len(set(titles)) == len(titles)


def test_a_list_of_terms_tells_how_many_practices_each_has(tmp_path: Path) -> None:
    made = articles(published(tmp_path, {"las": {"themes": ["zielen"]}, "staw": {"themes": ["zielen", "sport"]}}))
    page = tree(made["tematy/"])
    assert said(page, ".term__name") == ["zieleń", "sport"]
    assert said(page, ".term__count") == ["2 praktyki", "1 praktyka"]


def test_what_a_place_does_in_a_practice_is_shown_on_its_page_alone(tmp_path: Path) -> None:
    places = [{"place": "gdynia", "role": "implemented"}, {"place": "sopot", "role": "partner"}]
    made = articles(published(tmp_path, {"las": {"places": places}}))
    assert said(tree(made["miejsca/sopot/"]), ".meta .badge") == ["partner"]
    assert said(tree(made["miejsca/gdynia/"]), ".meta .badge") == ["miejsce działania"]
    assert said(tree(made["tematy/zielen/"]), ".meta .badge") == []


def test_a_short_list_has_cards_and_a_long_one_lines_and_the_way_to_narrow_it(tmp_path: Path) -> None:
    short = tree(articles(published(tmp_path / "short", many(18)))["tematy/zielen/"])
    assert (len(short.css("ul.cards .card")), len(short.css("ul.lines .line"))) == (18, 0)
    assert short.css("p.needs-script a") == []
    long = tree(articles(published(tmp_path / "long", many(19)))["tematy/zielen/"])
    assert (len(long.css("ul.cards .card")), len(long.css("ul.lines .line"))) == (0, 19)
    [narrow] = long.css("p.needs-script a")
    assert narrow.attributes["href"] == "../../praktyki/?theme=zielen"


def test_a_long_list_of_what_no_filter_is_about_cannot_be_narrowed(tmp_path: Path) -> None:
    led = {name: {"organisations": [{"org": "um-gdynia", "role": "leader"}]} for name in many(19)}
    page = tree(articles(published(tmp_path, led))["organizacje/um-gdynia/"])
    assert len(page.css("ul.lines .line")) == 19
    assert page.css("p.needs-script a") == []


def test_a_folder_has_cards_where_a_practice_is_looked_for_and_lines_elsewhere(tmp_path: Path) -> None:
    catalogue = published(tmp_path, {"las": {"target_groups": ["seniorzy"]}})
    printer = renderer(offline=True)
    made = articles_of(Lists(catalogue, group_practices(catalogue), Cards(catalogue, printer), printer).articles())
    for address, kind in (
        ("tematy/zielen/", "cards"),
        ("grupy/seniorzy/", "cards"),
        ("miejsca/gdynia/", "lines"),
        ("rodzaje/project/", "lines"),
    ):
        page = tree(made[address])
        assert [node.attributes["class"] for node in page.css("section.block ul")] == [kind], address


@pytest.mark.slow
def test_a_longer_list_goes_on_on_further_pages(tmp_path: Path) -> None:
    made = articles(published(tmp_path, many(97)))
    assert [address for address in made if address.startswith("tematy/zielen/")] == [
        "tematy/zielen/",
        "tematy/zielen/strona-2/",
    ]
    first, second = tree(made["tematy/zielen/"]), tree(made["tematy/zielen/strona-2/"])
    assert [len(page.css(".line")) for page in (first, second)] == [96, 1]
    assert said(second, ".count") == ["97 praktyk"]
    assert said(second, ".pagination [aria-current=page]") == ["2"]
    assert made["tematy/zielen/strona-2/"].title == "zieleń, strona 2 – Temat"


def test_the_page_of_a_member_says_what_it_is_and_leads_to_its_list(tmp_path: Path) -> None:
    made = articles(published(tmp_path, {"las": {}}))["tematy/zielen/"]
    page = tree(made)
    assert (made.title, made.section, made.address) == ("zieleń – Temat", "themes", "tematy/zielen/")
    assert plain(made.description) == "zieleń: 1 praktyka w katalogu."
    assert said(page, ".eyebrow") == ["Temat"]
    assert said(page, "h1") == ["zieleń"]
    assert said(page, "#praktyki") == ["Praktyki na ten temat"]
    assert [(plain(node.text()), node.attributes["href"]) for node in page.css(".crumbs a")] == [
        ("Strona główna", "../../"),
        ("Tematy", "../../tematy/"),
    ]


def test_a_member_with_a_note_is_described_by_it(tmp_path: Path) -> None:
    term = {"id": "woda", "pl": "woda", "en": "water", "note": "Rzeki i stawy."}
    made = articles(with_registry(tmp_path, {"_vocabularies/themes": [term]}, {"las": {"themes": ["woda"]}}))
    assert made["tematy/woda/"].description == "Rzeki i stawy."
    assert said(tree(made["tematy/woda/"]), ".lead") == ["Rzeki i stawy."]
    assert said(tree(made["tematy/"]), ".term__note") == ["Rzeki i stawy."]


def test_an_index_says_what_it_lists_and_leads_to_each(tmp_path: Path) -> None:
    index = articles(published(tmp_path, {"las": {}}))["miejsca/"]
    page = tree(index)
    assert (index.title, index.section, index.address) == ("Miejsca", "places", "miejsca/")
    assert index.description == plain(page.css_first(".lead").text())  # type: ignore[union-attr]
    assert [(plain(node.text()), node.attributes["href"]) for node in page.css(".term__name a")] == [
        ("Gdynia", "../miejsca/gdynia/"),
    ]
    assert said(page, ".term__count") == ["1 praktyka"]


def test_an_index_names_those_without_practices_apart(tmp_path: Path) -> None:
    made = articles(published(tmp_path, {"las": {}}))
    section = tree(made["miejsca/"]).css_first("section.block")
    assert section
    assert plain(section.text()) == "Wymienione przy praktykach Sopot"
    assert [node.attributes["href"] for node in section.css("a")] == ["../miejsca/sopot/"]
    assert tree(made["tematy/"]).css("section.block") == []


def with_offices(parent: Path, count: int) -> Catalogue:
    records = [{"id": f"u{n}", "name": f"{'ABCĆDZŻ'[n % 7]} urząd {n:03}", "kind": "urzad"} for n in range(count)]
    led = {"las": {"organisations": [{"org": "u0", "role": "leader"}]}}
    return with_registry(parent, {"_registry/organisations": records}, led)


def test_an_index_of_many_members_goes_by_letter_on_several_pages(tmp_path: Path) -> None:
    made = articles(with_offices(tmp_path, 200))
    pages = [tree(article) for address, article in made.items() if address in ("organizacje/", "organizacje/strona-2/")]
    assert [len(page.css(".line")) for page in pages] == [116, 86]
    assert said(pages[0], ".letters a") == ["A", "B", "C", "Ć", "D", "U", "Z", "Ż"]
    assert [each.attributes["href"] for each in pages[1].css(".letters a")][3:5] == [
        "../../organizacje/#litera-4",
        "#litera-5",
    ]
    assert said(pages[0], "h2") == ["A", "B", "C", "Ć"]
    assert said(pages[0], ".line")[:2] == ["A urząd 000 1 praktyka", "A urząd 007"]
    assert said(pages[1], ".pagination [aria-current]") == ["2"]
    assert said(pages[1], ".count") == ["Na tej stronie: D urząd 004 – Ż urząd 195"]
    assert made["organizacje/strona-2/"].title == "Organizacje, strona 2"


def test_an_index_of_some_members_goes_by_letter_on_one_page(tmp_path: Path) -> None:
    page = tree(articles(with_offices(tmp_path, 60))["organizacje/"])
    assert [each.attributes["href"] for each in page.css(".letters a")][:2] == ["#litera-1", "#litera-2"]
    assert page.css(".pagination, .count") == []
    assert tree(articles(with_offices(tmp_path / "few", 58))["organizacje/"]).css(".letters") == []


TAKEN: list[dict[str, Any]] = [
    {"state": "adapted", "place": "sopot", "org": "um-sopot", "date": "2016", "source": "s1"},
    {"state": "adopted", "place": "sopot", "what": "szkoły", "count": 3, "source": "s1"},
    {"state": "given-up", "place": "gdynia", "date": "2012", "source": "s1"},
]


def test_a_taker_is_shown_with_what_it_took_over_from_others(tmp_path: Path) -> None:
    made = articles(published(tmp_path, {"las": {"title": "Las", "adoptions": TAKEN}}))
    for address in ("miejsca/sopot/", "organizacje/um-sopot/"):
        page = tree(made[address])
        assert said(page, "h2") == said(page, "#przejete") == ["Przejęte od innych"]
        assert said(page, ".lines > li") == ["Las Gdynia: stosuje ze zmianami, 2016"]
        assert [each.attributes["href"] for each in page.css(".lines a")] == [
            "../../praktyki/las/",
            "../../miejsca/gdynia/",
        ]


def test_a_place_shows_who_took_over_what_is_done_there_but_not_what_it_did_itself(tmp_path: Path) -> None:
    made = articles(published(tmp_path, {"las": {"title": "Las", "adoptions": TAKEN}}))
    page = tree(made["miejsca/gdynia/"])
    assert said(page, "h2") == ["Praktyki związane z tym miejscem", "Przejęte przez innych"]
    assert said(page, ".line__ends li") == [
        "Sopot, Urząd Miasta Sopotu: stosuje ze zmianami, 2016",
        "szkoły: 3, Sopot: stosuje, nie wiadomo kiedy",
    ]
    assert page.css("#przejete") == []
    assert [(plain(each.text()), each.attributes["href"]) for each in page.css(".page-head a")] == [
        ("Przejęte przez innych (1)", "#oddane")
    ]
    assert tree(made["organizacje/um-gdynia/"]).css("#przejete, #oddane") == []


def test_what_an_organisation_of_the_practice_did_elsewhere_was_not_taken_from_others(tmp_path: Path) -> None:
    led = {"organisations": [{"org": "um-sopot", "role": "leader"}], "adoptions": TAKEN}
    made = articles(published(tmp_path, {"las": led}))
    assert tree(made["organizacje/um-sopot/"]).css("#przejete") == []
    assert len(tree(made["miejsca/sopot/"]).css("#przejete")) == 1


def test_the_entry_of_a_taker_tells_of_it_where_no_adoption_does(tmp_path: Path) -> None:
    follower = {
        **{"title": "Sad", "places": [{"place": "sopot", "role": "implemented"}], "period": {"start": "2019"}},
        "relations": [{"type": "inspired_by", "target": "las"}],
    }
    made = articles(published(tmp_path / "alone", {"las": {"title": "Las"}, "sad": follower}))
    assert said(tree(made["miejsca/sopot/"]), "#przejete + .lines > li") == [
        "Las Gdynia: wzorowana na niej, 2019 (Sad)"
    ]
    assert said(tree(made["miejsca/gdynia/"]), "#oddane + .lines > li") == ["Las Sopot: wzorowana na niej, 2019 (Sad)"]
    both: dict[str, dict[str, Any]] = {"las": {"title": "Las", "adoptions": TAKEN[:1]}, "sad": follower}
    made = articles(published(tmp_path / "both", both))
    assert said(tree(made["miejsca/sopot/"]), "#przejete + .lines > li") == [
        "Las Gdynia: stosuje ze zmianami, 2016 (Sad)"
    ]


def test_what_was_considered_is_not_told_as_taken_over(tmp_path: Path) -> None:
    thought = [{"state": "considered", "place": "sopot", "date": "2018/2021", "source": "s1"}]
    found = published(
        tmp_path, {"las": {"title": "Las", "adoptions": thought}, "bor": {"title": "Bór", "adoptions": TAKEN}}
    )
    page = tree(articles(found)["miejsca/sopot/"])
    assert said(page, "#przejete + .lines > li") == ["Bór Gdynia: stosuje ze zmianami, 2016"]
    assert said(page, "#rozwazane + .lines > li") == ["Las Gdynia: rozważa, 2018–2021"]
    assert said(page, ".member__ways a") == ["Przejęte od innych (1)", "Rozważane, nie wiadomo, czy przejęte (1)"]
    giver = tree(articles(found)["miejsca/gdynia/"])
    assert [len(giver.css(f"#{each} + .lines > li")) for each in ("oddane", "rozwazane-gdzie-indziej")] == [1, 1]
    alone = published(tmp_path / "alone", {"las": {"title": "Las", "adoptions": thought}})
    assert [each.title for each in places_to_find(alone, Links(), PL)] == [
        "Gdynia: co rozważano",
        "Sopot: co rozważano",
    ]


def test_what_is_disputed_or_confirmed_of_a_handover_is_told(tmp_path: Path) -> None:
    both: dict[str, Any] = {"confirmed": "2026-05", "disputed": {"what": "Inne źródło mówi, że nie."}}
    found = published(tmp_path, {"las": {"title": "Las", "adoptions": [{**TAKEN[0], **both}]}})
    page = tree(articles(found)["miejsca/sopot/"])
    words = "stosuje ze zmianami ?, 2016, potwierdzono na miejscu: maj 2026"
    assert said(page, "#przejete + .lines > li") == [f"Las Gdynia: {words}"]


def test_the_search_finds_the_places_that_tell_of_handovers_and_no_others(tmp_path: Path) -> None:
    place = {"id": "lipno", "name": "Lipno", "country": "PL", "level": "town"}
    entries = {"las": {"adoptions": TAKEN[:1]}}
    found = with_registry(tmp_path, {"_registry/places": [place]}, entries)
    told = "{}: co przejęto od innych i co przejęli inni"
    assert [(each.address, each.title) for each in places_to_find(found, Links(), PL)] == [
        ("miejsca/gdynia/", told.format("Gdynia")),
        ("miejsca/sopot/", told.format("Sopot")),
    ]


def test_a_page_follows_from_what_its_member_took_over_and_gave(tmp_path: Path) -> None:
    def inputs(parent: Path, **adoption: str) -> dict[str, Any]:
        given = {"state": "adopted", "place": "sopot", "source": "s1", **adoption}
        catalogue = published(parent, {"las": {"adoptions": [given]}})
        made = Lists(catalogue, group_practices(catalogue), Cards(catalogue, renderer()), renderer())
        return {each.address: each.inputs[3:] for each in made.articles()}

    one, other = inputs(tmp_path / "one"), inputs(tmp_path / "other", date="2019")
    assert fingerprint_of(one["miejsca/sopot/"]) != fingerprint_of(other["miejsca/sopot/"])
    assert fingerprint_of(one["miejsca/gdynia/"]) != fingerprint_of(other["miejsca/gdynia/"])
    assert one["tematy/zielen/"] == other["tematy/zielen/"] == ([], [])


def test_registered_members_stand_in_polish_order_and_terms_in_that_of_their_file(tmp_path: Path) -> None:
    records = [{"id": n, "name": name, "kind": "urzad"} for n, name in (("z", "Żuraw"), ("c", "Ćma"), ("d", "Dąb"))]
    leaders = [{"org": each, "role": "leader"} for each in ("z", "c", "d")]
    given = {"las": {"themes": ["kultura", "sport", "zielen"], "organisations": leaders}}
    made = articles(with_registry(tmp_path, {"_registry/organisations": records}, given))
    assert said(tree(made["organizacje/"]), ".term__name") == ["Ćma", "Dąb", "Żuraw"]
    assert said(tree(made["organizacje/"]), ".block a") == ["Urząd Miasta Gdyni", "Urząd Miasta Sopotu"]
    assert said(tree(made["tematy/"]), ".term__name") == ["zieleń", "sport", "kultura"]


def test_a_list_follows_from_its_practices_and_how_many_there_are(tmp_path: Path) -> None:
    catalogue = published(tmp_path, {"las": {}, "sad": {"themes": ["sport"]}})
    made = Lists(catalogue, group_practices(catalogue), Cards(catalogue, renderer()), renderer())
    inputs = {each.address: each.inputs for each in made.articles()}
    listed = {name: (name, catalogue.fingerprint(name).listed) for name in ("las", "sad")}
    assert inputs["tematy/zielen/"] == (1, 1, [listed["las"]], [], [])
    assert inputs["miejsca/gdynia/"] == (2, 2, [listed["las"], listed["sad"]], [], [])
    assert inputs["miejsca/sopot/"] == (0, 0, [], [], [])
    assert inputs["tematy/"] == ([("zielen", 1), ("sport", 1)],)


def tree(article: Article) -> LexborHTMLParser:
    return LexborHTMLParser(article.content)


def said(page: LexborHTMLParser, selector: str) -> list[str]:
    return [plain(node.text()) for node in page.css(selector)]
