"""The catalogue as a value: who is connected with whom, who is shown, and that reading twice gives the same."""

from pathlib import Path
from typing import get_args

import pytest
from tests.support.entries import add, entry, loaded, practices_folder

from goodpractices.catalogue import load_catalogue
from goodpractices.catalogue.catalogue import REVERSE, Link
from goodpractices.catalogue.choices import EditorialState, RelationType

PUBLISHED = {"editorial": {"state": "published"}}


def related(kind: str, target: str, **more: str) -> dict[str, object]:
    return {**PUBLISHED, "relations": [{"type": kind, "target": target, **more}]}


def test_a_relation_is_seen_from_both_ends(tmp_path: Path) -> None:
    catalogue = loaded(tmp_path, wizyta=related("presented_at", "projekt", note="Jesienią"), projekt=PUBLISHED)
    assert catalogue.links("wizyta") == (Link("presented_at", "projekt", "Jesienią"),)
    assert catalogue.links("projekt") == (Link("presented_here", "wizyta", "Jesienią"),)


def test_a_relation_told_from_both_ends_is_one(tmp_path: Path) -> None:
    catalogue = loaded(tmp_path, czesc=related("part_of", "calosc"), calosc=related("has_part", "czesc"))
    assert catalogue.links("czesc") == (Link("part_of", "calosc"),)
    assert catalogue.links("calosc") == (Link("has_part", "czesc"),)


def test_likeness_goes_both_ways(tmp_path: Path) -> None:
    catalogue = loaded(tmp_path, a=related("similar_to", "b"), b=PUBLISHED)
    assert catalogue.links("b") == (Link("similar_to", "a"),)


@pytest.mark.parametrize("kind", get_args(RelationType))
def test_every_relation_has_a_reverse(kind: str, tmp_path: Path) -> None:
    catalogue = loaded(tmp_path, a=related(kind, "b"), b=PUBLISHED)
    assert [link.type for link in catalogue.links("b")] == [REVERSE[kind]]


def test_links_lead_to_published_practices_only(tmp_path: Path) -> None:
    draft = {**related("part_of", "a"), "editorial": {"state": "draft"}}
    catalogue = loaded(tmp_path, a=related("part_of", "b"), b=draft)
    assert catalogue.links("a") == ()
    assert catalogue.links("nie-ma") == ()


@pytest.mark.parametrize("state", get_args(EditorialState))
def test_every_state_is_shown_withdrawn_or_a_draft(state: str, tmp_path: Path) -> None:
    catalogue = loaded(tmp_path, a={"editorial": {"state": state, "reason": "Nieaktualna"}})
    groups = {"shown": catalogue.published, "withdrawn": catalogue.withdrawn, "draft": catalogue.drafts}
    [group] = [name for name, practices in groups.items() if practices]
    assert group == {"published": "shown", "needs_update": "shown", "withdrawn": "withdrawn"}.get(state, "draft")


def test_a_former_id_that_nothing_has_is_kept(tmp_path: Path) -> None:
    catalogue = loaded(tmp_path, nowa={"former_ids": ["dawna"]})
    assert catalogue.practices["nowa"].former_ids == ("dawna",)


def test_practices_stand_in_the_order_of_their_ids_and_terms_in_that_of_their_file(tmp_path: Path) -> None:
    catalogue = loaded(tmp_path, b={}, a={}, c={})
    assert list(catalogue.practices) == ["a", "b", "c"]
    assert list(catalogue.vocabularies["themes"])[:2] == ["zielen", "sport"]
    assert list(catalogue.organisations) == ["um-gdynia", "um-sopot"]


def test_a_term_is_found_by_vocabulary_and_id(tmp_path: Path) -> None:
    catalogue = loaded(tmp_path)
    assert catalogue.term("themes", "zielen").pl == "zieleń"
    with pytest.raises(KeyError):
        catalogue.term("themes", "las")


def test_a_translation_belongs_to_its_practice(tmp_path: Path) -> None:
    folder = practices_folder(tmp_path)
    add(folder, "wzor/index.md", entry())
    english = {
        "title": "Example",
        "summary": "A practice for show that has just what it takes, told in another language than the first.",
        "translation": {"kind": "human", "source_hash": "0" * 64},
    }
    text = (
        "---\n" + "".join(f"{name}: {value}\n" for name, value in english.items()) + "---\n\n## Goals\n\nShade[^s1].\n"
    )
    add(folder, "wzor/index.en.md", text)
    translation = load_catalogue(folder).practices["wzor"].translations["en"]
    assert (translation.title, (translation.goals or "").strip()) == ("Example", "Shade[^s1].")
