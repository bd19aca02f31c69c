"""Citations: Polish letters whole, signs that the formats give a meaning of their own written out."""

import json
from dataclasses import replace
from pathlib import Path
from string import ascii_letters, digits
from typing import Any
from urllib.parse import unquote

from tests.support.samples import IDENTITY, published

from goodpractices.publishing.open_data.citing import Reference, bibtex, citation_links, csl_json, reference, ris

URL = "https://katalog.example.org/praktyki/las/"


def cited(parent: Path, **given: Any) -> Reference:
    editorial = {"state": "published", "created": "2026-01-02", "updated": "2026-03-04"}
    practice = published(parent, {"las": {"title": "Łąka", "editorial": editorial, **given}}).practices["las"]
    return reference(practice, replace(IDENTITY, owner="Biuro", address="https://katalog.example.org/"))


def test_bibtex(tmp_path: Path) -> None:
    assert bibtex([cited(tmp_path, title="50% & więcej_{x} #1")]) == (
        "@misc{las,\n"
        r"  title = {{50\% \& więcej\_\{x\} \#1}}," + "\n"
        "  author = {{Biuro}},\n  howpublished = {Katalog},\n  year = {2026},\n  month = {3},\n"
        f"  url = {{{URL}}},\n  note = {{CC-BY-4.0}},\n  langid = {{polish}},\n}}\n"
    )


def test_ris(tmp_path: Path) -> None:
    assert ris([cited(tmp_path)]).split("\r\n") == [
        *("TY  - ELEC", "ID  - las", "TI  - Łąka", "AU  - Biuro", "T2  - Katalog", "PY  - 2026", "DA  - 2026/03/04"),
        *("N1  - CC-BY-4.0", "LA  - pl", f"UR  - {URL}", "ER  - ", ""),
    ]


def test_csl_json(tmp_path: Path) -> None:
    (item,) = json.loads(csl_json([cited(tmp_path)]))
    assert item["author"] == [{"literal": "Biuro"}]
    assert item["issued"] == {"date-parts": [[2026, 3, 4]]}
    assert (item["type"], item["title"], item["URL"]) == ("webpage", "Łąka", URL)


def test_what_is_not_known_is_not_said(tmp_path: Path) -> None:
    practice = published(tmp_path, {"las": {}}).practices["las"]
    bare = reference(practice, replace(IDENTITY, address=None))
    assert "year" not in bibtex([bare])
    assert "url" not in bibtex([bare])
    assert "UR" not in ris([bare])
    assert {"issued", "URL"}.isdisjoint(json.loads(csl_json([bare]))[0])


def test_citations_of_several_practices_follow_each_other(tmp_path: Path) -> None:
    one, other = cited(tmp_path / "a"), cited(tmp_path / "b", title="Staw")
    assert bibtex([one, other]) == f"{bibtex([one])}\n{bibtex([other])}"
    assert ris([one, other]) == ris([one]) + ris([other])
    assert [each["title"] for each in json.loads(csl_json([one, other]))] == ["Łąka", "Staw"]


def test_csl_json_says_what_it_is_and_in_which_catalogue(tmp_path: Path) -> None:
    assert json.loads(csl_json([cited(tmp_path)])) == [
        {
            "id": "las",
            "type": "webpage",
            "title": "Łąka",
            "author": [{"literal": "Biuro"}],
            "container-title": "Katalog",
            "language": "pl",
            "note": "CC-BY-4.0",
            "issued": {"date-parts": [[2026, 3, 4]]},
            "URL": URL,
        }
    ]


def test_a_link_holds_the_citation_and_names_the_file_it_gives(tmp_path: Path) -> None:
    given = cited(tmp_path, title="Łąka „i” las & 100% #1")
    links = citation_links(given)
    assert [(each.format, each.file) for each in links] == [
        ("BibTeX", "las.bib"),
        ("RIS", "las.ris"),
        ("CSL-JSON", "las.json"),
    ]
    heads, texts = zip(*(each.href.split(",", 1) for each in links), strict=True)
    assert heads == (
        "data:application/x-bibtex;charset=utf-8",
        "data:application/x-research-info-systems;charset=utf-8",
        "data:application/json;charset=utf-8",
    )
    assert [*map(unquote, texts)] == [bibtex([given]), ris([given]), csl_json([given])]
    assert all(set(text) <= set(ascii_letters + digits + "_.-~%") for text in texts)
