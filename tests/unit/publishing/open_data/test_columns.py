"""Every column of every table: what stands in it, of a practice that says much."""

from pathlib import Path
from typing import Any

import pytest
from tests.support.samples import PL, with_registry

from goodpractices.publishing.open_data import practice_record
from goodpractices.publishing.open_data.tables import FIGURES, MONEY, ORGANISATIONS, PARTNERS, PRACTICES, Names, Table

RECORDS: dict[str, list[dict[str, Any]]] = {
    "_registry/organisations": [{"id": "mops", "name": "Ośrodek", "kind": "urzad"}],
    "_registry/programmes": [{"id": "fz", "name": "Fundusz", "level": "local"}],
}
PRACTICE: dict[str, Any] = {
    "title": "Las",
    "kind": "project",
    "themes": ["sport", "kultura"],
    "target_groups": ["seniorzy"],
    "support_types": ["doradztwo"],
    "places": [{"place": "gdynia", "role": "implemented"}, {"place": "sopot", "role": "partner"}],
    "scope": "neighbourhood",
    "period": {"start": "2019-09", "end": "2020-08"},
    "organisations": [
        {"org": "um-sopot", "role": "leader"},
        {"org": "mops", "role": "partner", "contribution": ["financial", "technical"], "note": "Pomaga"},
    ],
    "programme": {"id": "fz"},
    "funding": [
        {"role": "total", "amount": 1000, "currency": "PLN", "source": "s1"},
        {
            "role": "grant",
            "amount": 333,
            "currency": "PLN",
            "source": "s1",
            "precision": "rounded",
            "funder": "um-sopot",
            "programme": "fz",
            "note": "Umowa",
            "planned": True,
        },
    ],
    "access_cost": "free",
    "evidence_level": {"value": 2, "reason": "Ankiety"},
    "sdg": [11, 4],
    "indicators": [
        {
            "id": "participants",
            "label": "osoby",
            "unit": "person",
            "nature": "output",
            "value": 30,
            "source": "s1",
            "as_of": "2020",
            "method": "Spis",
            "note": "Bez gości",
            "split": [{"dimension": "sex", "parts": {"F": 20, "M": 10}}],
        },
        {
            "id": "b",
            "label": "praca",
            "unit": "person",
            "nature": "outcome",
            "min": 3,
            "max": 5,
            "precision": "range",
            "source": "s1",
        },
        {
            "id": "c",
            "label": "x",
            "unit": "person",
            "nature": "outcome",
            "value": 10,
            "of": "participants",
            "source": "s1",
        },
    ],
    "sources": [{"id": "s1", "title": "Raport", "url": "https://example.org/r"}],
    "editorial": {"state": "published", "created": "2024-01-02", "updated": "2024-03-04"},
}


def rows(parent: Path, table: Table, **given: Any) -> list[dict[str, Any]]:
    """The rows of a practice, without what is empty."""
    catalogue = with_registry(parent, RECORDS, {"las": {**PRACTICE, **given}})
    record = practice_record(catalogue.practices["las"], catalogue)
    names = Names(catalogue, PL, lambda practice_id: f"../praktyki/{practice_id}/", "CC-BY-4.0")
    columns = [column.name for column in table.columns]
    found = [dict(zip(columns, row, strict=True)) for row in table.cells(record, names)]
    return [{name: value for name, value in row.items() if value is not None} for row in found]


def test_a_practice_says_ids_and_words_dates_and_numbers(tmp_path: Path) -> None:
    [row] = rows(tmp_path, PRACTICES)
    assert 0 < row.pop("completeness_percent") < 100
    assert row == {
        "id": "las",
        "url": "../praktyki/las/",
        "title": "Las",
        "summary": "Praktyka pokazowa, która ma tylko to, co trzeba. Każdy przykład zmienia w niej jedną rzecz.",
        "kind": "project",
        "kind_label": "projekt",
        "themes": "sport | kultura",
        "themes_label": "sport | kultura",
        "target_groups": "seniorzy",
        "target_groups_label": "seniorzy",
        "support_types": "doradztwo",
        "support_types_label": "doradztwo",
        "places": "gdynia | sopot",
        "places_label": "Gdynia | Sopot",
        "countries": "PL",
        "scope": "neighbourhood",
        "scope_label": "dzielnica lub osiedle",
        "lifecycle": "running",
        "lifecycle_label": "trwa",
        "period_start": "2019-09",
        "period_end": "2020-08",
        "period_disputed": False,
        "duration_months": 12,
        "leaders": "um-sopot",
        "organisations": "um-sopot | mops",
        "organisations_label": "Urząd Miasta Sopotu | Ośrodek",
        "programme": "fz",
        "programme_label": "Fundusz",
        "total_amount": 1000,
        "total_currency": "PLN",
        "cost_band": "under-50k",
        "cost_band_label": "do 50 tys. zł",
        "cofinanced_share": 0.333,
        "cost_per_participant": 33.33,
        "access_cost": "free",
        "access_cost_label": "bezpłatnie",
        "evidence_level": 2,
        "evidence_reason": "Ankiety",
        "sdg": "11 | 4",
        "editorial_state": "published",
        "created": "2024-01-02",
        "updated": "2024-03-04",
        "languages": "pl",
        "licence": "CC-BY-4.0",
    }


FIGURE = {
    "practice": "las",
    "practice_title": "Las",
    "disputed": False,
    "counted": True,
    "unit": "person",
    "unit_label": "osoby",
    "source_title": "Raport",
    "source_url": "https://example.org/r",
}


def test_a_figure_says_how_it_was_counted_and_each_part_of_it_as_well(tmp_path: Path) -> None:
    assert rows(tmp_path, FIGURES) == [
        {
            **FIGURE,
            **{
                "indicator": "participants",
                "label": "osoby",
                "nature": "output",
                "nature_label": "zrobiono",
                "value": 30,
                "precision": "exact",
                "precision_label": "dokładnie",
                "as_of": "2020",
                "method": "Spis",
                "note": "Bez gości",
            },
        },
        {
            **FIGURE,
            **{
                "indicator": "participants",
                "label": "osoby",
                "dimension": "sex",
                "dimension_label": "płeć",
                "part": "F",
                "part_label": "kobiety",
                "nature": "output",
                "nature_label": "zrobiono",
                "value": 20,
                "precision": "exact",
                "precision_label": "dokładnie",
                "as_of": "2020",
                "method": "Spis",
                "note": "Bez gości",
            },
        },
        {
            **FIGURE,
            **{
                "indicator": "participants",
                "label": "osoby",
                "dimension": "sex",
                "dimension_label": "płeć",
                "part": "M",
                "part_label": "mężczyźni",
                "nature": "output",
                "nature_label": "zrobiono",
                "value": 10,
                "precision": "exact",
                "precision_label": "dokładnie",
                "as_of": "2020",
                "method": "Spis",
                "note": "Bez gości",
            },
        },
        {
            **FIGURE,
            **{
                "indicator": "b",
                "label": "praca",
                "nature": "outcome",
                "nature_label": "efekt",
                "min": 3,
                "max": 5,
                "precision": "range",
                "precision_label": "przedział",
            },
        },
        {
            **FIGURE,
            **{
                "indicator": "c",
                "label": "x",
                "nature": "outcome",
                "nature_label": "efekt",
                "value": 10,
                "precision": "exact",
                "precision_label": "dokładnie",
                "share_of": "participants",
                "share": 0.3333,
            },
        },
    ]


AMOUNT = {
    "practice": "las",
    "practice_title": "Las",
    "disputed": False,
    "counted": True,
    "currency": "PLN",
    "source_title": "Raport",
    "source_url": "https://example.org/r",
}


def test_an_amount_says_what_it_was_for_and_who_gave_it(tmp_path: Path) -> None:
    assert rows(tmp_path, MONEY) == [
        {
            **AMOUNT,
            **{
                "number": 1,
                "role": "total",
                "role_label": "całkowity koszt",
                "amount": 1000,
                "precision": "exact",
                "precision_label": "dokładnie",
                "planned": False,
            },
        },
        {
            **AMOUNT,
            **{
                "number": 2,
                "role": "grant",
                "role_label": "dotacja",
                "amount": 333,
                "precision": "rounded",
                "precision_label": "w zaokrągleniu",
                "planned": True,
                "programme": "fz",
                "programme_label": "Fundusz",
                "funder": "um-sopot",
                "funder_label": "Urząd Miasta Sopotu",
                "note": "Umowa",
            },
        },
    ]


PARTNER = {
    "practice": "las",
    "practice_title": "Las",
}


def test_a_partner_says_what_it_did_and_gave(tmp_path: Path) -> None:
    assert rows(tmp_path, PARTNERS) == [
        {
            **PARTNER,
            **{
                "number": 1,
                "organisation": "um-sopot",
                "organisation_label": "Urząd Miasta Sopotu",
                "role": "leader",
                "role_label": "prowadzi",
                "contribution": "",
            },
        },
        {
            **PARTNER,
            **{
                "number": 2,
                "organisation": "mops",
                "organisation_label": "Ośrodek",
                "role": "partner",
                "role_label": "partner",
                "contribution": "financial | technical",
                "note": "Pomaga",
            },
        },
    ]


@pytest.mark.parametrize(
    ("table", "names"),
    [
        (
            PRACTICES,
            "id url title summary kind themes places countries lifecycle completeness_percent editorial_state "
            "languages licence",
        ),
        (FIGURES, "practice practice_title indicator label unit nature precision disputed counted"),
        (MONEY, "practice practice_title number role amount currency precision planned disputed counted"),
        (PARTNERS, "practice practice_title number organisation organisation_label role"),
        (ORGANISATIONS, "id name kind practice_count"),
    ],
)
def test_these_columns_are_never_empty(table: Table, names: str) -> None:
    assert [column.name for column in table.columns if column.required] == names.split()


@pytest.mark.parametrize(
    ("table", "numbers"),
    [
        (
            PRACTICES,
            {
                "period_disputed": "boolean",
                "duration_months": "integer",
                "total_amount": "number",
                "cofinanced_share": "number",
                "cost_per_participant": "number",
                "evidence_level": "integer",
                "completeness_percent": "integer",
                "created": "date",
                "updated": "date",
            },
        ),
        (
            FIGURES,
            {
                "value": "number",
                "min": "number",
                "max": "number",
                "share": "number",
                "disputed": "boolean",
                "counted": "boolean",
            },
        ),
        (
            MONEY,
            {
                "number": "integer",
                "amount": "number",
                "planned": "boolean",
                "disputed": "boolean",
                "counted": "boolean",
            },
        ),
        (PARTNERS, {"number": "integer"}),
        (ORGANISATIONS, {"practice_count": "integer"}),
    ],
)
def test_these_columns_are_more_than_text(table: Table, numbers: dict[str, str]) -> None:
    assert {column.name: column.type for column in table.columns if column.type != "string"} == numbers


def test_a_total_for_a_part_of_the_time_is_not_that_of_the_practice(tmp_path: Path) -> None:
    of_a_year = {"role": "total", "amount": 400, "currency": "PLN", "source": "s1", "period": "2019"}
    [row] = rows(tmp_path, PRACTICES, funding=[*PRACTICE["funding"], of_a_year])
    assert row["total_amount"] == 1000
