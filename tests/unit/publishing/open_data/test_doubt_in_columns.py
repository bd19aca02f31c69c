"""Columns about doubt: disputed values, words of sources, what was earlier, and as of when a state is known."""

from pathlib import Path
from typing import Any

from tests.support.samples import PL, published

from goodpractices.publishing.open_data.records import practice_record
from goodpractices.publishing.open_data.tables import FIGURES, MONEY, PRACTICES, Names, Table


def rows(parent: Path, table: Table, **given: Any) -> list[dict[str, Any]]:
    """The rows of a practice, without what is empty."""
    catalogue = published(parent, {"las": {"sources": [{"id": "s1", "title": "Raport"}], **given}})
    record = practice_record(catalogue.practices["las"], catalogue)
    names = Names(catalogue, PL, lambda practice_id: practice_id, "CC-BY-4.0")
    columns = [column.name for column in table.columns]
    found = [dict(zip(columns, row, strict=True)) for row in table.cells(record, names)]
    return [{name: value for name, value in row.items() if value is not None} for row in found]


def test_a_disputed_value_says_what_others_say_and_gives_no_sum(tmp_path: Path) -> None:
    dispute = {"what": "Umowa mówi inaczej", "others": [{"value": 900}, {"words": "około tysiąca"}]}
    total = {"role": "total", "amount": 1000, "currency": "PLN", "source": "s1", "disputed": dispute}
    [row] = rows(tmp_path / "a", PRACTICES, funding=[total])
    assert row.keys().isdisjoint({"total_amount", "total_currency", "cost_band", "cost_per_participant"})
    [amount] = rows(tmp_path / "b", MONEY, funding=[total])
    told = ("disputed", "dispute", "other_values", "counted", "amount")
    assert [amount[name] for name in told] == [True, "Umowa mówi inaczej", "900 | około tysiąca", False, 1000]
    [counted] = rows(tmp_path / "c", PRACTICES, funding=[{**total, "disputed": {**dispute, "counted": True}}])
    assert counted["total_amount"] == 1000


def test_a_figure_says_the_words_of_its_source_and_what_it_was(tmp_path: Path) -> None:
    former = [{"value": 662, "as_of": "2017-02"}, {"words": "wielu"}]
    plain = {"id": "a", "label": "osoby", "unit": "person", "nature": "target", "source": "s1"}
    [row] = rows(tmp_path, FIGURES, indicators=[{**plain, "words": "kilkanaście", "former_values": former}])
    assert "value" not in row
    assert (row["words"], row["former_values"]) == ("kilkanaście", "662 (2017-02) | wielu")


def test_a_practice_says_when_its_state_was_known_and_from_what(tmp_path: Path) -> None:
    [row] = rows(tmp_path, PRACTICES, lifecycle_as_of="2025-07", lifecycle_source="s1")
    assert (row["lifecycle_as_of"], row["lifecycle_source"]) == ("2025-07", "Raport")
