"""What there is to do about entries: whatever they say, the numbers are those of the checks, counted a second time."""

import json
from collections import Counter
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.entries import add, entry, loaded, practices_folder
from tests.support.outputs import FULL
from tests.support.properties import DEAR
from tests.support.samples import with_registry

from goodpractices.catalogue import (
    LinkReport,
    Practice,
    health_of,
    link_report_file,
    load_catalogue,
    read_link_report,
    record_shape,
)
from goodpractices.editing import advice

DAY = date(2026, 11, 30)
AGEING = {"review_overdue", "state_old", "claim_old", "figure_old", "plan_passed", "adoption_unconfirmed"}
GONE = ("https://example.org/a", "https://example.org/b")
DISPUTABLE = {
    name
    for name, shape in record_shape(Practice)["fields"].items()
    if "disputed" in shape.get("of", shape).get("fields", {})
}

Record = dict[str, Any]


def figure(number: int, nature: str, as_of: str, is_disputed: bool) -> Record:
    disputed = {"disputed": {"what": "Różnie."}} if is_disputed else {}
    shown = {"label": "liczba", "source": "s1", "value": "7", "unit": "person"}
    return {**shown, "id": f"l{number}", "nature": nature, "as_of": as_of, **disputed}


FIGURES = st.lists(
    st.tuples(
        st.sampled_from(["output", "outcome", "context", "target"]), st.sampled_from(["2015", "2026"]), st.booleans()
    ),
    max_size=4,
)
CLAIMS = st.lists(st.tuples(st.sampled_from(["2018", "2026-05"]), st.booleans()), max_size=3)
ADOPTIONS = st.lists(st.booleans(), max_size=2)


@st.composite
def entries(draw: st.DrawFn) -> Record:
    editorial: Record = {
        "state": draw(st.sampled_from(["published", "published", "needs_update", "draft"])),
        "questions": [f"Pytanie {n}?" for n in range(draw(st.integers(0, 3)))],
    }
    if review := draw(st.sampled_from([None, "2026-11-29", "2026-11-30"])):
        editorial["review_by"] = review
    if looked := draw(st.sampled_from([None, "2020-01-01", "2026-10-01"])):
        editorial["reviewed_on"] = looked
    return {
        "editorial": editorial,
        "lifecycle": draw(st.sampled_from(["running", "ended"])),
        "target_groups": draw(st.sampled_from([[], ["seniorzy"]])),
        "indicators": [figure(n, *each) for n, each in enumerate(draw(FIGURES))],
        "claims": [
            {
                "text": "Jedyny.",
                "as_of": day,
                "source": "s1",
                **({"disputed": {"what": "Różnie."}} if is_disputed else {}),
            }
            for day, is_disputed in draw(CLAIMS)
        ],
        "adoptions": [
            {
                "state": "adopted",
                "what": "szkoły",
                "confirmed": "2026-05",
                **({"disputed": {"what": "Różnie."}} if is_disputed else {}),
            }
            for is_disputed in draw(ADOPTIONS)
        ],
        "sources": [
            {"id": f"s{n}", "title": "Źródło", **({"url": url} if url else {})}
            for n, url in enumerate(
                [None, *draw(st.lists(st.sampled_from([*GONE, "https://example.org/c"]), max_size=3))], 1
            )
        ],
        "not_applicable": draw(st.sampled_from([{}, {"funding": "Nie dotyczy."}])),
    }


@pytest.mark.slow
@DEAR
@given(st.lists(entries(), max_size=3))
def test_the_numbers_are_those_of_the_checks_and_of_the_entries(given: list[Record]) -> None:
    with TemporaryDirectory() as parent:
        folder = practices_folder(Path(parent))
        for n, each in enumerate(given):
            add(folder, f"p{n}/index.md", entry(each))
        catalogue = load_catalogue(folder)
        health = health_of(catalogue, DAY, LinkReport(DAY, 3, GONE))
        aged = Counter(each.path.split("/")[1] for each in advice(catalogue, folder, DAY) if each.key in AGEING)
    shown = {f"p{n}": each for n, each in enumerate(given) if each["editorial"]["state"] != "draft"}
    assert {each.practice.id for each in health.practices} == {*shown}
    for found in health.practices:
        said = shown[found.practice.id]
        facts = [*said["indicators"], *said["claims"], *said["adoptions"]]
        assert len(found.of("overdue")) == aged[found.practice.id]
        assert len(found.of("disputed")) == sum("disputed" in fact for fact in facts)
        assert len(found.of("unanswered")) == len(said["editorial"]["questions"])
        assert len(found.of("dead")) == sum(source.get("url") in GONE for source in said["sources"])
        assert [gap.what for gap in found.of("missing")] == missing(said)
    assert health.totals() == {kind: sum(len(each.of(kind)) for each in health.practices) for kind in health.kinds}
    counts = [len(each.gaps) for each in health.practices]
    assert counts == sorted(counts, reverse=True)


def missing(said: Record) -> list[str]:
    """The questions that an entry leaves open; who states that there is no money to tell of, answers."""
    natures = {each["nature"] for each in said["indicators"]}
    answered = {
        "audience": said["target_groups"],
        "scale": natures & {"output", "target"},
        "effect": natures & {"outcome"},
        "cost": said["not_applicable"],
        "evidence": False,
    }
    return [name for name, answer in answered.items() if not answer]


def test_what_was_never_checked_is_not_nought(tmp_path: Path) -> None:
    catalogue = loaded(tmp_path, las={"editorial": {"state": "published"}})
    for report in (None, read_link_report(broken(tmp_path))):
        assert "dead" not in health_of(catalogue, DAY, report).totals()
    assert health_of(catalogue, DAY, LinkReport(DAY, 0, ())).totals()["dead"] == 0


def test_dead_addresses_of_shared_records_belong_to_no_practice(tmp_path: Path) -> None:
    records = {"_registry/organisations": [{"id": "biuro", "name": "Biuro", "kind": "urzad", "url": GONE[0]}]}
    health = health_of(with_registry(tmp_path, records, {"las": {}}), DAY, LinkReport(DAY, 1, GONE[:1]))
    assert health.elsewhere == (("organisations.biuro", GONE[0]),)
    assert health.totals()["dead"] == 0


def broken(folder: Path) -> Path:
    path = folder / "odnosniki.json"
    path.write_text("{", encoding="utf-8")
    return path


def test_a_report_comes_back_as_it_was_written(tmp_path: Path) -> None:
    path, report = tmp_path / "r.json", LinkReport(DAY, 5, GONE)
    path.write_text(report.to_json(), encoding="utf-8")
    assert read_link_report(path) == report
    assert read_link_report(tmp_path / "nie-ma.json") is None


SOUND = {"day": "2026-11-30", "visited": 3, "gone": [GONE[0]]}


@pytest.mark.parametrize(
    "value",
    [
        [],
        "2026",
        None,
        {},
        {**SOUND, "more": 1},
        {**SOUND, "day": "wczoraj"},
        {**SOUND, "day": 20261130},
        {**SOUND, "visited": "3"},
        {**SOUND, "visited": True},
        {**SOUND, "visited": -1},
        {**SOUND, "visited": 0},
        {**SOUND, "visited": 10**9},
        {**SOUND, "gone": GONE[0]},
        {**SOUND, "gone": [7]},
        {**SOUND, "gone": ["javascript:alert(1)"]},
        {**SOUND, "gone": ["https://example.org/<script>"]},
        {**SOUND, "gone": ["https://example.org/" + "a" * 3000]},
    ],
)
def test_a_file_of_another_shape_is_no_report(tmp_path: Path, value: Any) -> None:
    path = tmp_path / "r.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    found = read_link_report(path)
    assert found is not None
    assert found.is_broken


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"[" * 100_000, b" " * 3_000_000])
def test_no_bytes_at_all_stop_a_build(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "r.json"
    path.write_bytes(data)
    found = read_link_report(path)
    assert found is not None
    assert found.is_broken


def test_a_link_is_no_report(tmp_path: Path) -> None:
    (tmp_path / "r.json").write_text(json.dumps(SOUND), encoding="utf-8")
    (tmp_path / "link.json").symlink_to(tmp_path / "r.json")
    found = read_link_report(tmp_path / "link.json")
    assert found is not None
    assert found.is_broken


def test_the_report_lies_beside_the_pages_unless_a_build_is_told_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CATALOGUE_LINKS", raising=False)
    assert link_report_file(tmp_path / "docs") == tmp_path / "odnosniki.json"
    monkeypatch.setenv("CATALOGUE_LINKS", str(tmp_path / "inny.json"))
    assert link_report_file(tmp_path / "docs") == tmp_path / "inny.json"


def test_whatever_can_be_disputed_is_counted_where_it_is(tmp_path: Path) -> None:
    folder = practices_folder(tmp_path)
    given = {name: FULL[name] for name in (*DISPUTABLE, "components")}
    add(folder, "wzor/index.md", entry({"editorial": {"state": "published"}, **given}))
    (found,) = health_of(load_catalogue(folder), DAY).practices
    assert {gap.field for gap in found.of("disputed")} == DISPUTABLE
