"""What changed between two states of a catalogue, counted in Polish, and said safely whatever the values are."""

from pathlib import Path
from typing import Any

import pytest
from markdown import markdown
from tests.support.entries import loaded, minimal

from goodpractices.catalogue import Catalogue
from goodpractices.editing import as_markdown, as_text, changes
from goodpractices.editing.changes import Change
from goodpractices.wording import Translations

PL = Translations.load("pl")
FIGURE = {"id": "a", "label": "osoby", "unit": "person", "nature": "output", "source": "s1", "value": 5}


def compared(tmp_path: Path, old: dict[str, Any], new: dict[str, Any]) -> str:
    return as_text(changes(loaded(tmp_path / "a", las=old), loaded(tmp_path / "b", las=new)), PL)


def first_line(tmp_path: Path, old: dict[str, Any], new: dict[str, Any]) -> str:
    return compared(tmp_path, old, new).split("\n")[0]


def empty(tmp_path: Path) -> Catalogue:
    return loaded(tmp_path)


def test_nothing_changed_is_said(tmp_path: Path) -> None:
    assert compared(tmp_path, {}, {}) == "Bez zmian w opisach praktyk.\n"


def test_figures_and_sources_are_counted_as_what_they_are(tmp_path: Path) -> None:
    sources = [*minimal()["sources"], {"id": "s2", "title": "Nowe"}]
    old = {"indicators": [FIGURE, {**FIGURE, "id": "b"}]}
    new = {
        "indicators": [{**FIGURE, "value": 6, "unit": "event"}, {**FIGURE, "id": "b", "value": 7}],
        "sources": sources,
    }
    assert first_line(tmp_path, old, new) == "2 liczby zmienione, 1 źródło dodane"


def test_each_value_is_shown_before_and_after(tmp_path: Path) -> None:
    text = compared(tmp_path, {"indicators": [FIGURE]}, {"indicators": [{**FIGURE, "value": 6}]})
    assert "\nlas\n- zmieniono – liczby, „a.value”: „5” → „6”\n" in text


def test_what_only_moved_did_not_change(tmp_path: Path) -> None:
    figures = [FIGURE, {**FIGURE, "id": "b"}]
    assert "Bez zmian" in compared(tmp_path, {"indicators": figures}, {"indicators": figures[::-1]})


def test_what_a_file_says_although_it_is_so_anyway_is_no_change(tmp_path: Path) -> None:
    assert "Bez zmian" in compared(
        tmp_path, {"indicators": [FIGURE]}, {"indicators": [{**FIGURE, "precision": "exact"}]}
    )


def test_new_and_removed_practices_are_reported(tmp_path: Path) -> None:
    old, new = loaded(tmp_path / "a", las={}), loaded(tmp_path / "b", sad={"title": "Sad"})
    text = as_text(changes(old, new), PL)
    assert text.startswith("1 praktyka dodana, 1 praktyka usunięta\n")
    assert "\nsad\n- dodano – cała praktyka: „Sad”\n" in text


def test_of_long_texts_the_place_where_they_differ_is_shown(tmp_path: Path) -> None:
    start = "Mieszkańcy sadzą drzewa. " * 10
    text = compared(tmp_path, {"summary": start + "Dwa razy."}, {"summary": start + "Trzy razy."})
    assert "Dwa razy.” → „…" in text
    assert len(text) < 500


HOSTILE = [
    "::error::x",
    "##[error]x",
    "`x` ``y``",
    "[a](https://example.org) @ktos #1",
    "> cytat | a | b |",
    "![x](https://example.org/x.png)",
    "*a* _b_ ~~c~~ &lt;b&gt;",
    "% %0A::warning::x",
]


@pytest.mark.parametrize("value", HOSTILE)
def test_no_value_is_a_command_a_link_or_an_element(value: str, tmp_path: Path) -> None:
    found = changes(loaded(tmp_path / "a", las={}), loaded(tmp_path / "b", las={"title": value}))
    for text in (as_text(found, PL), as_markdown(found, PL)):
        assert not any(line.lstrip().startswith(("::", "##[")) for line in text.split("\n"))
        assert "##[" not in text
    html = markdown(as_markdown(found, PL))
    inside = html.replace("<code>", "").replace("</code>", "")
    assert not any(tag in inside for tag in ("<a ", "<img", "<em>", "<strong>", "<blockquote>", "<b>"))


def test_practices_are_reported_in_the_order_of_their_ids(tmp_path: Path) -> None:
    old, new = empty(tmp_path / "a"), loaded(tmp_path / "b", sad={}, las={}, bez={})
    assert [change.practice for change in changes(old, new)] == ["bez", "las", "sad"]


def test_every_kind_of_change_is_counted_once_for_its_record_or_field(tmp_path: Path) -> None:
    money = {"role": "total", "amount": 5, "currency": "PLN", "source": "s1"}
    old = {
        "indicators": [FIGURE],
        "funding": [money],
        "organisations": [{"org": "um-sopot", "role": "leader"}],
        "scope": "neighbourhood",
        "title": "Las",
    }
    new = {
        "indicators": [{**FIGURE, "value": 6, "label": "ludzie"}, {**FIGURE, "id": "b"}],
        "funding": [{**money, "amount": 6}, {**money, "role": "grant", "amount": 1}],
        "title": "Staw",
        "access_cost": "free",
    }
    assert first_line(tmp_path, old, new) == (
        "1 liczba dodana, 1 liczba zmieniona, 1 kwota dodana, 1 kwota zmieniona, 1 organizacja usunięta, "
        "1 pole dodane, 1 pole zmienione, 1 pole usunięte"
    )


def test_every_change_is_a_line_with_its_field_and_its_values(tmp_path: Path) -> None:
    old = {"scope": "neighbourhood", "themes": ["sport"], "period": {"start": "2019"}}
    new = {"access_cost": "free", "themes": ["sport", "zielen"], "period": {"start": "2020", "note": "Przerwa"}}
    assert compared(tmp_path, old, new).splitlines()[1:] == [
        "",
        "las",
        "- dodano – tematy, „zielen”: „zielen”",
        "- usunięto – zasięg: „neighbourhood”",
        "- zmieniono – kiedy, „start”: „2019” → „2020”",
        "- dodano – kiedy, „note”: „Przerwa”",
        "- dodano – koszt udziału: „free”",
    ]


def test_a_record_that_was_added_is_shown_by_its_parts(tmp_path: Path) -> None:
    text = compared(tmp_path, {}, {"indicators": [FIGURE]})
    assert "- dodano – liczby, „a”: „id: a, label: osoby" in text


def test_two_items_of_one_name_are_told_apart(tmp_path: Path) -> None:
    found = changes(
        loaded(tmp_path / "a", las={"events": [{"title": "Gala"}]}),
        loaded(tmp_path / "b", las={"events": [{"title": "Gala"}, {"title": "Gala", "note": "Druga"}]}),
    )
    assert [change.location for change in found] == [("events", "Gala (2)")]


def test_of_texts_up_to_160_signs_all_is_shown_and_of_longer_ones_the_difference(tmp_path: Path) -> None:
    start = "a" * 150
    whole = compared(tmp_path / "a", {"summary": start + "x"}, {"summary": start + "y"})
    assert f"„{start}x” → „{start}y”" in whole
    cut = compared(tmp_path / "b", {"summary": "a" * 180 + "x" + "b" * 180}, {"summary": "a" * 180 + "y" + "b" * 180})
    before, after = "…" + "a" * 53 + "x" + "b" * 106 + "…", "…" + "a" * 53 + "y" + "b" * 106 + "…"
    assert f"„{before}” → „{after}”" in cut


def test_markdown_has_a_heading_for_each_practice(tmp_path: Path) -> None:
    found = changes(loaded(tmp_path / "a", las={}), loaded(tmp_path / "b", las={"title": "Staw"}))
    assert as_markdown(found, PL) == ("1 pole zmienione\n\n### ` las `\n\n- zmieniono – tytuł: ` Wzór ` → ` Staw `\n")


def test_a_field_is_counted_once_however_much_in_it_changed(tmp_path: Path) -> None:
    old = {"period": {"start": "2019", "end": "2020"}, "themes": ["sport"]}
    new = {"period": {"start": "2018", "end": "2021"}, "themes": ["zielen", "praca"]}
    assert first_line(tmp_path, old, new) == "2 pola zmienione"


def test_records_are_counted_each_and_once(tmp_path: Path) -> None:
    old = {"indicators": [FIGURE, {**FIGURE, "id": "b"}, {**FIGURE, "id": "c"}]}
    new = {"indicators": [{**FIGURE, "value": 6, "label": "x"}, {**FIGURE, "id": "b", "label": "y"}]}
    assert first_line(tmp_path, old, new) == "2 liczby zmienione, 1 liczba usunięta"


@pytest.mark.parametrize(("length", "shown"), [(320, "a" * 320), (321, "a" * 160 + "…")])
def test_in_markdown_a_very_long_value_is_cut(tmp_path: Path, length: int, shown: str) -> None:
    found = [Change("las", ("goals",), None, "a" * length)]
    assert as_markdown(found, PL).splitlines()[-1].endswith(f": ` {shown} `")


def test_of_two_long_texts_of_one_beginning_the_end_is_shown(tmp_path: Path) -> None:
    [line] = as_text([Change("las", ("goals",), "a" * 200, "a" * 200 + "b")], PL).splitlines()[3:]
    assert line == f"- zmieniono – cele: „…{'a' * 53}” → „…{'a' * 53}b”"
    [line] = as_text([Change("las", ("goals",), "b" + "a" * 200, "c" + "a" * 200)], PL).splitlines()[3:]
    assert line == f"- zmieniono – cele: „b{'a' * 159}…” → „c{'a' * 159}…”"


def test_three_items_of_one_name_are_told_apart(tmp_path: Path) -> None:
    found = changes(
        loaded(tmp_path / "a", las={}),
        loaded(tmp_path / "b", las={"events": [{"title": "Gala", "note": f"Nr {n}"} for n in range(3)]}),
    )
    assert [change.location for change in found] == [("events", name) for name in ("Gala", "Gala (2)", "Gala (3)")]


def test_a_change_says_what_it_is_and_what_it_counts_as() -> None:
    assert [Change("las", (), old, new).kind for old, new in ((None, 1), (1, None), (1, 2))] == [
        *("added", "removed", "changed"),
    ]
    locations = ((), ("indicators", "a"), ("funding", "x"), ("sources", "s1"), ("organisations", "o"), ("title",))
    assert [Change("las", location).counted_as for location in locations] == [
        *("practices", "indicators", "funding", "sources", "organisations", "fields"),
    ]


@pytest.mark.parametrize(
    ("field", "key", "changed"),
    [
        ("organisations", "org", ("role", "partner", "funder")),
        ("places", "place", ("role", "reach", "partner")),
        ("sources", "id", ("title", "Raport", "Raport roczny")),
        ("funding", "role", ("amount", 5, 4)),
    ],
)
def test_a_record_is_told_by_what_names_it_wherever_it_stands(
    field: str, key: str, changed: tuple[str, Any, Any], tmp_path: Path
) -> None:
    names = {"org": "um-gdynia um-sopot", "place": "gdynia sopot", "role": "total grant"}.get(key, "a b").split()
    shared = {"amount": 5, "currency": "PLN", "source": "s1"} if field == "funding" else {}
    name, before, after = changed
    records = [{**shared, key: each, name: before} for each in names]
    others = minimal()["sources"] if field == "sources" else []
    [change] = changes(
        loaded(tmp_path / "a", las={field: [*others, *records]}),
        loaded(tmp_path / "b", las={field: [*others, {**records[1], name: after}, records[0]]}),
    )
    assert change.location == (field, names[1], name)
