"""The blocks of the page of a practice: the values their templates print, whole, in their order."""

from pathlib import Path
from typing import Any

from tests.support.samples import PL, published, said

from goodpractices.catalogue import Derived, Practice, derive
from goodpractices.publishing.pages.practice.course import course_block
from goodpractices.publishing.pages.practice.evidence import evidence_block
from goodpractices.publishing.pages.practice.facts import facts_block
from goodpractices.publishing.pages.practice.figures import figures_block
from goodpractices.publishing.pages.practice.labels import Labels
from goodpractices.publishing.pages.practice.money import money_block
from goodpractices.publishing.pages.practice.transfer import transfer_block

Known = tuple[Practice, Derived, Labels]

FIGURE = {"unit": "person", "source": "s1"}
MONEY = {"currency": "PLN", "source": "s1"}


def known(parent: Path, **given: Any) -> Known:
    catalogue = published(parent, {"las": given})
    practice = catalogue.practices["las"]
    return practice, derive(practice), Labels(catalogue, PL)


def test_an_amount_comes_with_when_who_how_exact_and_what_else_is_known(tmp_path: Path) -> None:
    grant = {**MONEY, "role": "grant", "amount": 7820000, "precision": "rounded", "funder": "um-sopot", "planned": True}
    further = {"programme": "fundusz", "period": "2019/2020", "note": "Umowa z miastem"}
    total = {**MONEY, "role": "total", "amount": 9200000}
    block = money_block(*known(tmp_path, funding=[{**grant, **further}, total]))
    assert said(block.amounts) == [
        {
            "role": "dotacja",
            "amount": "7,82 mln zł",
            "source": "s1",
            "planned": True,
            "notes": ["2019–2020", "Urząd Miasta Sopotu", "w zaokrągleniu", "Umowa z miastem"],
            "programme": {"text": "Fundusz Miejski", "address": "programy/fundusz/"},
        },
        {"role": "całkowity koszt", "amount": "9 200 000 zł", "source": "s1"},
    ]


def test_a_share_what_is_left_and_the_cost_of_one_participant_are_computed(tmp_path: Path) -> None:
    given = {
        "funding": [{**MONEY, "role": "total", "amount": 1000.4}, {**MONEY, "role": "grant", "amount": 850.4}],
        "indicators": [{**FIGURE, "id": "participants", "label": "uczestnicy", "nature": "output", "value": 8}],
    }
    block = money_block(*known(tmp_path, **given))
    assert said(block.computed) == [
        "Dotacja pokryła 85% kosztu.",
        "Poza dotacją: 150 zł.",
        "Koszt na uczestnika: około 125 zł.",
    ]
    assert 'class="bar bar--money"' in block.bar
    assert 'aria-label="dotacja: 85% kosztu"' in said(str(block.bar))
    assert [words in block.bar for words in (">dotacja 850,40\xa0zł<", ">150\xa0zł<")] == [True, True]


FIGURES = [
    {**FIGURE, "id": "plan", "label": "osoby", "nature": "target", "value": 800},
    {
        **{**FIGURE, "id": "osoby", "label": "uczestnicy", "nature": "output", "value": 784},
        **{"as_of": "2020", "method": "Spis", "note": "Bez gości"},
        "split": [{"dimension": "sex", "parts": {"F": 445, "M": 339}}],
    },
    {**FIGURE, "id": "praca", "label": "w pracy", "nature": "outcome", "value": 320, "of": "osoby"},
]


def test_a_figure_says_its_parts_its_day_and_how_it_was_counted(tmp_path: Path) -> None:
    practice, derived, _ = known(tmp_path, indicators=FIGURES)
    block = figures_block(practice, derived, PL)
    [frame], [plan] = block.first.frames, block.first.cards
    people, [work] = frame.whole, frame.parts
    assert said(people.notes) == [
        ["445 kobiet · 339 mężczyzn", False],
        ["stan na: 2020", False],
        ["Jak policzono: Spis", False],
        ["Bez gości", False],
    ]
    assert (people.indicator, people.kind, people.value, people.label, people.source) == (
        *("osoby", "Zrobiono", "784", "uczestnicy"),
        "s1",
    )
    assert 'aria-label="445 kobiet, 339 mężczyzn"' in people.bar
    assert (work.kind, said(work.notes)) == ("Efekt", [["40,8% z liczby 784 (uczestnicy)", True]])
    assert (plan.kind, plan.bar, plan.notes) == ("Plan, nie wynik", "", ())


def test_the_table_has_a_row_for_each_figure_and_each_part(tmp_path: Path) -> None:
    practice, derived, _ = known(tmp_path, indicators=FIGURES)
    done = {"nature": "output", "kind": "zrobiono"}
    assert said(figures_block(practice, derived, PL).rows) == [
        {"nature": "target", "label": "osoby", "kind": "cel", "value": "800"},
        {**done, "label": "uczestnicy", "value": "784", "as_of": "2020", "method": "Spis"},
        {**done, "label": "uczestnicy: kobiety", "value": "445"},
        {**done, "label": "uczestnicy: mężczyźni", "value": "339"},
        {
            **{"nature": "outcome", "label": "w pracy", "kind": "efekt", "value": "320"},
            "share": "40,8% z liczby 784 (uczestnicy)",
        },
    ]


FACTS = {
    "organisations": [{"org": "um-sopot", "role": "leader"}, {"org": "um-gdynia", "role": "partner"}],
    "period": {"start": "2019-09", "end": "2020-08", "note": "Z przerwą"},
    "target_groups": ["seniorzy"],
    "age_range": {"min": 7, "max": 15},
    "programme": {"id": "fundusz", "measure": "Zieleń", "fund": "esf", "note": "Konkurs 3"},
    "access_cost": "free",
    "delivery_mode": "on-site",
    "recurrence": {"kind": "periodic", "note": "Co tydzień"},
    "scope": "neighbourhood",
    "participation_level": "co-designed",
}


def lines(parent: Path, **given: Any) -> list[tuple[str, list[tuple[str, str | None]], str | None]]:
    block = facts_block(*known(parent, **given))
    return [
        (each.label, [(said(value.text), value.address) for value in each.values], each.note) for each in block.lines
    ]


def test_the_facts_stand_in_the_order_in_which_readers_ask(tmp_path: Path) -> None:
    assert lines(tmp_path, **FACTS) == [
        ("Prowadzi", [("Urząd Miasta Sopotu", "organizacje/um-sopot/")], None),
        ("Kiedy", [("wrzesień 2019 – sierpień 2020", None)], "12 miesięcy, obliczono"),
        ("Uwaga do okresu", [("Z przerwą", None)], None),
        ("Dla kogo", [("seniorzy", "grupy/seniorzy/")], None),
        ("Wiek", [("od 7 do 15 lat", None)], None),
        (
            *("Program", [("Fundusz Miejski", "programy/fundusz/")]),
            "działanie Zieleń; Europejski Fundusz Społeczny; Konkurs 3",
        ),
        ("Koszt udziału", [("bezpłatnie", None)], None),
        ("Forma", [("na miejscu", None)], None),
        ("Jak często", [("cyklicznie", None)], "Co tydzień"),
        ("Zasięg", [("dzielnica lub osiedle", None)], None),
        ("Wpływ uczestników", [("współtworzą", None)], None),
    ]


def test_of_an_entry_that_says_little_no_fact_is_missed_among_those_it_gives(tmp_path: Path) -> None:
    assert lines(tmp_path / "a", not_applicable={"access_cost": "Nie ma uczestników"}) == []
    assert lines(tmp_path / "b", scope="neighbourhood") == [("Zasięg", [("dzielnica lub osiedle", None)], None)]


def test_evidence_says_who_judged_when_and_what_ages(tmp_path: Path) -> None:
    given = {
        "evaluation": {"type": "internal", "by": "Szkoła", "date": "2021", "source": "s1", "url": "https://e.example/"},
        "recognition": [
            {"name": "Las Roku", "source": "s1", "rank": "I miejsce", "giver": "Liga", "date": "2021", "note": "Remis"}
        ],
        "claims": [{"text": "Pierwszy las.", "as_of": "2020", "source": "s1", "note": "Był drugi"}],
        "obstacles": [{"what": "Susza", "how_handled": "Zbiornik"}],
    }
    practice, _, labels = known(tmp_path, **given)
    assert said(evidence_block(practice, labels)) == {
        "evaluations": [{"words": "własna, Szkoła, 2021", "url": "https://e.example/", "source": "s1"}],
        "recognition": [{"name": "Las Roku", "details": ["I miejsce", "Liga", "2021", "Remis"], "source": "s1"}],
        "claims": [{"text": "Pierwszy las.", "status": "open", "as_of": "2020", "note": "Był drugi", "source": "s1"}],
        "obstacles": [{"what": "Susza", "how_handled": "Zbiornik"}],
    }


def test_transfer_says_what_is_needed_and_what_is_met(tmp_path: Path) -> None:
    fits = {"population": {"min": 5000, "max": 20000}, "municipality_types": ["rural"], "source": "s1"}
    given = {
        "transfer": {"preconditions": ["Ziemia", "Woda"], "minimum_version": "Grządka", "source": "s1", "fits": fits},
        "resources": {"staff": "Jeden ogrodnik", "tools": "Łopaty"},
        "criteria": {"nowosc": "met"},
        "sdg": [11],
    }
    practice, _, labels = known(tmp_path, **given)
    assert said(transfer_block(practice, labels)) == {
        "source": "s1",
        "conditions": [
            {"name": "co musi być najpierw", "texts": ["Ziemia", "Woda"]},
            {"name": "najmniejsza wersja", "texts": ["Grządka"]},
            {
                "name": "dla jakich miejsc",
                "texts": ["od 5 000 do 20 000 mieszkańców", "gmina wiejska"],
                "source": "s1",
            },
        ],
        "resources": [{"name": "ludzie", "texts": ["Jeden ogrodnik"]}, {"name": "narzędzia", "texts": ["Łopaty"]}],
        "criteria": [{"name": "nowość", "texts": ["spełnia"]}],
        "goals": [{"number": 11, "name": "Zrównoważone miasta i społeczności"}],
    }


def test_the_course_has_dates_in_order_with_the_ends_of_the_period_and_unknown_years_last(tmp_path: Path) -> None:
    given = {
        "period": {"start": "2019-09", "end": "2020-08", "source": "s1"},
        "key_dates": [
            {"date": "XXXX-11-09", "text": "Gala"},
            {"date": "2020-05", "text": "Zbiory", "source": "s1", "place": "gdynia", "note": "Deszcz", "planned": True},
            {"date": "2019-09", "text": "Otwarcie"},
        ],
    }
    practice, _, labels = known(tmp_path, **given)
    assert said(course_block(practice, labels).timeline) == [
        {"date": "wrzesień 2019", "datetime": "2019-09", "text": "Otwarcie", "known": True},
        {
            **{"date": "maj 2020", "datetime": "2020-05", "text": "Zbiory", "source": "s1", "planned": True},
            **{"place": {"text": "Gdynia", "address": "miejsca/gdynia/"}, "known": True, "note": "Deszcz"},
        },
        {"date": "sierpień 2020", "datetime": "2020-08", "text": "Koniec", "source": "s1", "known": True},
        {"date": "9 listopada, rok nieznany", "text": "Gala"},
    ]


def test_partners_stand_with_their_role_and_what_they_gave(tmp_path: Path) -> None:
    partners = [
        {"org": "um-sopot", "role": "leader", "note": "Daje ziemię"},
        {"org": "um-gdynia", "role": "partner", "contribution": ["financial", "technical"]},
    ]
    practice, _, labels = known(tmp_path, organisations=partners, support_types=["doradztwo"])
    block = course_block(practice, labels)
    assert said(block.partners) == [
        {
            "name": {"text": "Urząd Miasta Sopotu", "address": "organizacje/um-sopot/"},
            "role": "prowadzi",
            "note": "Daje ziemię",
        },
        {
            "name": {"text": "Urząd Miasta Gdyni", "address": "organizacje/um-gdynia/"},
            "role": "partner",
            "contribution": "finansowy, merytoryczny",
        },
    ]
    assert said(block.support_types) == [{"text": "doradztwo", "address": "formy-wsparcia/doradztwo/"}]


def test_several_dates_of_unknown_years_stand_last_as_the_entry_has_them(tmp_path: Path) -> None:
    dates = ("XXXX-11-09", "2020", "XXXX-01-02", "2019-03")
    practice, _, labels = known(tmp_path, key_dates=[{"date": day, "text": day} for day in dates])
    shown = course_block(practice, labels).timeline
    assert [each.text for each in shown] == ["2019-03", "2020", "XXXX-11-09", "XXXX-01-02"]
    assert [each.known for each in shown] == [True, True, False, False]


def test_a_period_without_an_end_adds_its_beginning(tmp_path: Path) -> None:
    practice, _, labels = known(tmp_path, period={"start": "2019"}, key_dates=[{"date": "2020", "text": "Zbiory"}])
    assert said(course_block(practice, labels).timeline) == [
        {"date": "2019", "datetime": "2019", "text": "Początek", "known": True},
        {"date": "2020", "datetime": "2020", "text": "Zbiory", "known": True},
    ]


def test_a_period_alone_stands_in_the_head_and_makes_no_timeline(tmp_path: Path) -> None:
    practice, _, labels = known(tmp_path, period={"start": "2019", "end": "2020"})
    assert course_block(practice, labels).timeline == ()


def test_an_organiser_leads_and_nobody_else_does(tmp_path: Path) -> None:
    roles = [{"org": "um-sopot", "role": "organiser"}, {"org": "um-gdynia", "role": "funder"}]
    assert lines(tmp_path, organisations=roles) == [
        ("Prowadzi", [("Urząd Miasta Sopotu", "organizacje/um-sopot/")], None),
    ]


def test_a_programme_alone_has_no_note(tmp_path: Path) -> None:
    programme = next(each for each in lines(tmp_path, programme={"id": "fundusz"}) if each[0] == "Program")
    assert programme == ("Program", [("Fundusz Miejski", "programy/fundusz/")], None)


def test_evidence_that_is_little_is_said_in_few_words(tmp_path: Path) -> None:
    given = {
        "evaluation": {"type": "internal"},
        "recognition": [{"name": "Nagroda", "source": "s1"}],
        "claims": [{"text": "Pierwszy.", "as_of": "2020", "source": "s1", "status": "confirmed"}],
    }
    practice, _, labels = known(tmp_path, **given)
    block = evidence_block(practice, labels)
    assert said(block.evaluations) == [{"words": "własna"}]
    assert said(block.recognition) == [{"name": "Nagroda", "source": "s1"}]
    assert block.recognition[0].details == ()
    assert said(block.claims) == [{"text": "Pierwszy.", "status": "confirmed", "as_of": "2020", "source": "s1"}]
    assert evidence_block(known(tmp_path / "b")[0], labels).evaluations == ()


def test_which_facts_are_computed_is_told(tmp_path: Path) -> None:
    practice, derived, labels = known(tmp_path, **FACTS)
    block = facts_block(practice, derived, labels)
    assert [each.field for each in block.lines if each.computed] == ["period"]
    assert [each.field for each in block.lines] == [
        *("organisations", "period", "period", "target_groups", "age_range", "programme"),
        *("access_cost", "delivery_mode", "recurrence", "scope", "participation_level"),
    ]


def test_a_split_by_something_else_names_its_parts_as_they_are(tmp_path: Path) -> None:
    split = {"dimension": "age", "parts": {"15-24": 10, "25+": 20}}
    figure = {**FIGURE, "id": "a", "label": "osoby", "nature": "output", "value": 30, "split": [split]}
    practice, derived, _ = known(tmp_path, indicators=[figure])
    block = figures_block(practice, derived, PL)
    assert said(block.first.cards[0].notes) == [["15-24: 10 · 25+: 20", False]]
    assert [each.label for each in block.rows] == ["osoby", "osoby: 15-24", "osoby: 25+"]
    assert 'aria-label="15-24: 10, 25+: 20"' in block.first.cards[0].bar
