"""Which records a practice refers to, wherever in it their ids stand."""

from pathlib import Path

from tests.support.entries import loaded

from goodpractices.catalogue import references


def test_every_id_in_a_practice_is_a_reference(tmp_path: Path) -> None:
    grant = {"role": "grant", "amount": 5, "currency": "PLN", "source": "s1", "programme": "fundusz"}
    las = {
        "themes": ["sport", "zielen"],
        "places": [{"place": "gdynia"}],
        "target_groups": ["seniorzy"],
        "support_types": ["doradztwo"],
        "criteria": {"nowosc": "met"},
        "key_dates": [{"date": "2020", "text": "Start", "place": "sopot"}],
        "funding": [{**grant, "funder": "um-sopot"}],
        "contacts": [{"org": "um-gdynia", "role": "sekretariat"}],
        "relations": [{"type": "similar_to", "target": "staw"}],
    }
    assert references(loaded(tmp_path, las=las, staw={}).practices["las"]) == {
        ("kinds", "project"),
        ("themes", "sport"),
        ("themes", "zielen"),
        ("target_groups", "seniorzy"),
        ("support_types", "doradztwo"),
        ("criteria", "nowosc"),
        ("places", "gdynia"),
        ("places", "sopot"),
        ("organisations", "um-gdynia"),
        ("organisations", "um-sopot"),
        ("programmes", "fundusz"),
        ("practices", "staw"),
    }


def test_a_bare_practice_refers_to_what_it_must(tmp_path: Path) -> None:
    assert references(loaded(tmp_path, las={}).practices["las"]) == {
        ("kinds", "project"),
        ("themes", "zielen"),
        ("places", "gdynia"),
    }
