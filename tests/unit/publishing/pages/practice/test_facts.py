"""The box of facts: each line there is, in the order a reader asks, and none of what an entry does not say."""

from pathlib import Path
from typing import Any

import pytest
from tests.support.samples import PL, plain, published

from goodpractices.catalogue import derive, parse_when
from goodpractices.catalogue.records import Adoption
from goodpractices.publishing.pages.practice.facts import Facts, facts_block
from goodpractices.publishing.pages.practice.labels import Labels
from goodpractices.publishing.pages.practice.sources import _is_dated


def facts(folder: Path, **fields: Any) -> Facts:
    catalogue = published(folder, {"las": fields})
    practice = catalogue.practices["las"]
    return facts_block(practice, derive(practice), Labels(catalogue, PL))


def said(block: Facts) -> list[tuple[str, str, list[tuple[str, str | None]], str | None]]:
    return [
        (
            each.field,
            each.label,
            [(plain(value.text), value.address or None) for value in each.values],
            plain(each.note) if each.note else None,
        )
        for each in block.lines
    ]


def test_what_an_entry_does_not_say_has_no_line(tmp_path: Path) -> None:
    assert said(facts(tmp_path)) == []


def test_the_lines_stand_in_the_order_a_reader_asks(tmp_path: Path) -> None:
    given = {
        "organisations": [
            {"org": "um-gdynia", "role": "leader"},
            {"org": "um-sopot", "role": "organiser"},
            {"org": "um-sopot", "role": "partner"},
        ],
        "period": {"start": "2020-01", "end": "2020-03", "note": "Z przerwą."},
        "target_groups": ["seniorzy"],
        "age_range": {"min": 60},
        "programme": {"id": "fundusz", "measure": "2.1", "fund": "own", "note": "Wkład."},
        "access_cost": "free",
        "delivery_mode": "online",
        "recurrence": {"kind": "periodic", "note": "Co rok."},
        "scope": "county",
        "participation_level": "consulted",
    }
    note = f"{PL('facts.measure', measure='2.1')}; {PL.choice('fund', 'own')}; Wkład."
    assert said(facts(tmp_path, **given)) == [
        (field, PL(f"facts.{label}"), values, plain(below) if below else None)
        for field, label, values, below in (
            (
                "organisations",
                "leaders",
                [
                    ("Urząd Miasta Gdyni", "organizacje/um-gdynia/"),
                    ("Urząd Miasta Sopotu", "organizacje/um-sopot/"),
                ],
                None,
            ),
            ("period", "period", [("styczeń – marzec 2020", None)], PL("facts.months", n=3)),
            ("period", "period_note", [("Z przerwą.", None)], None),
            ("target_groups", "target_groups", [("seniorzy", "grupy/seniorzy/")], None),
            ("age_range", "age_range", [("od 60 lat", None)], None),
            ("programme", "programme", [("Fundusz Miejski", "programy/fundusz/")], note),
            ("access_cost", "access_cost", [("bezpłatnie", None)], None),
            ("delivery_mode", "delivery_mode", [(PL.choice("delivery_mode", "online"), None)], None),
            ("recurrence", "recurrence", [(PL.choice("recurrence_kind", "periodic"), None)], "Co rok."),
            ("scope", "scope", [(PL.choice("scope", "county"), None)], None),
            (
                "participation_level",
                "participation_level",
                [(PL.choice("participation_level", "consulted"), None)],
                None,
            ),
        )
    ]


def test_only_the_number_of_months_is_computed(tmp_path: Path) -> None:
    given = {"period": {"start": "2020-01", "end": "2020-03"}, "access_cost": "free", "programme": {"id": "fundusz"}}
    lines = {each.field: each for each in facts(tmp_path, **given).lines}
    assert {name: each.computed for name, each in lines.items()} == {
        "period": True,
        "access_cost": False,
        "programme": False,
    }
    assert lines["programme"].note is None
    assert facts(tmp_path / "b", period={"start": "2020"}).lines[0].note is None


def test_a_disputed_period_says_so(tmp_path: Path) -> None:
    period = {"start": "2020-01", "end": "2020-03", "disputed": {"what": "Inaczej."}}
    [line] = facts(tmp_path, period=period).lines
    assert line.dispute is not None
    assert line.note is None
    assert facts(tmp_path / "b", period={"start": "2020"}).lines[0].dispute is None


@pytest.mark.parametrize(
    ("text", "dated"),
    [("2020", True), ("XXXX", False), ("XXXX-05", True), ("XXXX-22", True), ("2020/2021", True), ("../2021", True)],
)
def test_a_source_bears_a_date_if_anything_of_it_is_known(text: str, *, dated: bool) -> None:
    assert _is_dated(parse_when(text)) is dated


def test_who_took_a_practice_over_is_told_by_how_many_where_and_who(tmp_path: Path) -> None:
    labels = Labels(published(tmp_path, {"las": {}}), PL)
    adoption = Adoption(state="adopted", what="szkoły", count=3, place="gdynia", org="um-gdynia")
    assert [plain(each.text) for each in labels.adopter(adoption)] == ["szkoły: 3", "Gdynia", "Urząd Miasta Gdyni"]
    assert labels.adopter(Adoption(state="adopted")) == ()
    assert (labels.name("places", "gdynia"), labels.name("organisations", "um-gdynia")) == (
        "Gdynia",
        "Urząd Miasta Gdyni",
    )
    assert (labels.name("programmes", "fundusz"), labels.name("themes", "sport")) == ("Fundusz Miejski", "sport")
    assert (labels.when(None), labels.day(None)) == (None, None)
