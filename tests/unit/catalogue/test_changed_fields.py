"""What is told of two versions of an entry: names of fields and values of lists, and nothing that a person wrote."""

import json
from dataclasses import asdict, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.entries import entry

from goodpractices.catalogue import FieldChange
from goodpractices.catalogue.changed_fields import Version, changed_fields, told_fields, version_of

PUBLISHED = {"state": "published"}


def version(given: dict[str, Any] | str, body: str = "") -> Version:
    found = version_of(entry(given, body).encode())
    assert found is not None
    return found


def changes(old: dict[str, Any], new: dict[str, Any], *bodies: str) -> list[FieldChange]:
    before, after = bodies or ("", "")
    return [
        *changed_fields(
            version({"editorial": PUBLISHED, **old}, before), version({"editorial": PUBLISHED, **new}, after)
        )
    ]


def source(label: str, name: str = "s1") -> dict[str, str]:
    return {"id": name, "title": label}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            {"lifecycle": "pilot"},
            {"lifecycle": "running"},
            FieldChange("lifecycle", "changed", ("pilot",), ("running",)),
        ),
        ({}, {"scope": "county"}, FieldChange("scope", "added", (), ("county",))),
        ({"scope": "county"}, {}, FieldChange("scope", "removed", ("county",))),
        (
            {"themes": ["zielen"]},
            {"themes": ["zielen", "sport"]},
            FieldChange("themes", "changed", ("zielen",), ("zielen", "sport")),
        ),
        (
            {"evidence_level": {"value": "1", "reason": "Tajny powód 7."}},
            {"evidence_level": {"value": "3", "reason": "Inny."}},
            FieldChange("evidence_level", "changed", ("1",), ("3",)),
        ),
        ({"title": "Sekret"}, {"title": "Inny sekret"}, FieldChange("title", "changed")),
        (
            {"sources": [source("A"), source("B", "s2"), source("C", "s3")]},
            {"sources": [source("C", "s3"), source("A A"), source("D", "s4"), source("E", "s5")]},
            FieldChange("sources", "changed", counts=(2, 1, 1)),
        ),
    ],
)
def test_a_change_names_the_field_and_the_values_it_chooses(
    old: dict[str, Any], new: dict[str, Any], told: FieldChange
) -> None:
    assert changes(old, new) == [told]
    assert changes(old, old) == changes(new, new) == []


def test_sections_of_the_story_are_fields_too() -> None:
    old = "## Wyzwanie\n\nTekst.\n\n## Cele\n\nRaz."
    assert changes({}, {}, old, "## Wyzwanie\n\nTekst.\n\n## Cele\n\nDwa.\n\n## Krok po kroku\n\nTrzy.") == [
        FieldChange("goals", "changed"),
        FieldChange("steps", "added"),
    ]
    assert changes({}, {}, old, "## Wyzwanie\n\nTekst.") == [FieldChange("goals", "removed")]


@pytest.mark.parametrize(
    "text",
    [
        'title: "Wzór"\n',
        "title: 'Wzór'  # tak się nazywa\n",
        "title: >\n  Wzór\n",
        "# notatka\ntitle:   Wzór\n",
        "themes:\n- zielen\n",
        "themes:\n  - zielen\n",
        "sources: [{id: s1,\n  title: Źródło}]\n",
        "sources:\n- {id: s1, title: Źródło}\n",
        'sources:\n- id: s1\n  title: "Źródło"\n',
    ],
)
def test_another_way_to_write_the_same_is_no_change(text: str) -> None:
    published = "editorial: {state: published}\n"
    kept = [
        each
        for each in changed_fields(version(published), version(published + text))
        if each.field != "title" or ">" not in text
    ]
    assert kept == []


CONTACT = {"role": "Koordynatorka", "person": "Anna Nowak", "email": "anna.nowak@example.org"}


@pytest.mark.parametrize(
    "given",
    [
        {"contacts": [CONTACT]},
        {"media": [{"file": "a.jpg", "alt": "Anna Nowak"}]},
        {"editorial": {**PUBLISHED, "reviewed_by": "Anna Nowak", "questions": ["Kto?"]}},
        {"rights": {"attribution": "Anna Nowak"}},
        {"former_ids": ["anna-nowak"]},
        {"not_applicable": {"funding": "Anna Nowak tak mówi."}},
        {"nieznane": "Anna Nowak"},
        {"translations": {"en": {"title": "Anna Nowak"}}},
    ],
)
def test_nothing_is_told_of_what_is_about_persons_or_the_entry_itself(given: dict[str, Any]) -> None:
    assert changes({}, given) == changes(given, {}) == []


def test_what_is_told_is_all_that_a_practice_says_but_that() -> None:
    assert {"contacts", "media", "editorial", "rights", "origin", "former_ids", "id", "translations"} & {
        *told_fields()
    } == set()
    assert {"title", "lifecycle", "indicators", "funding", "adoptions", "challenge", "sources"} <= {*told_fields()}


WORDS = st.text("aąż \n:#-'\"[]{}&*!|>,?%@`", max_size=30)


@pytest.mark.slow
@given(
    st.dictionaries(st.sampled_from(["title", "themes", "lifecycle", "sources", "evidence_level", "places"]), WORDS),
    WORDS,
)
def test_an_old_version_may_be_anything_and_no_text_comes_out_of_it(fields: dict[str, str], body: str) -> None:
    text = "---\neditorial: {state: published}\n" + "".join(f"{name}: {each}TAJNE\n" for name, each in fields.items())
    old = version_of(f"{text}---\n## Cele\n{body}TAJNE".encode())
    new = version({"editorial": PUBLISHED})
    for told in (changed_fields(old, new), changed_fields(new, old)) if old else ():
        assert "TAJNE" not in json.dumps([asdict(each) for each in told])


@pytest.mark.parametrize(
    "data",
    [
        None,
        b"",
        b"\xff\xfe\x00",
        b"bez nag\xc5\x82\xc3\xb3wka",
        b"---\ntitle: x\n",
        b"---\ntitle: x\n---\n",
        b"---\neditorial: [\n---\n",
    ],
)
def test_what_is_no_entry_is_no_version(data: bytes | None) -> None:
    assert version_of(data) is None


@pytest.mark.slow
@pytest.mark.parametrize("sign", ["a: ", "- ", "[", "{", "\n", " #", "## ", "state: "])
def test_no_entry_takes_long(sign: str) -> None:
    text = f"---\neditorial: {{state: published}}\nsources:\n{sign * (250_000 // len(sign))}\n---\n{sign * 1000}"
    found = version_of(text.encode())
    assert found is not None
    changed_fields(found, replace(found, fields={}, sections={}))
