"""How the index is cut into files: pieces of about one size, and what travels with the core."""

import json
from itertools import pairwise

import pytest

from goodpractices.finding.search.documents import ResultCard
from goodpractices.finding.search.index import Cut, SearchIndex, _inlined, _pieces, index_files
from goodpractices.finding.search.slices import is_boundary

WORDS = [f"slowo{n}" for n in range(4000)]


def sizes(lengths: list[int], starts: list[int]) -> list[int]:
    """How many signs each piece has, one between every two words."""
    return [sum(lengths[start:end]) + end - start for start, end in pairwise([*starts, len(lengths)])]


def test_a_piece_begins_only_where_a_hash_says_so_once_it_is_long_enough() -> None:
    lengths = [40] * len(WORDS)
    starts = _pieces(WORDS, lengths)
    assert starts[0] == 0
    assert len(starts) > 3
    found = sizes(lengths, starts)
    assert all(8_000 < size <= 96_041 for size in found[:-1])
    assert all(is_boundary(WORDS[start], 40 / 8_000) for start in starts[1:])


def test_a_piece_ends_where_it_would_get_too_long() -> None:
    no_boundary = [word for word in WORDS if not is_boundary(word, 1.0 / 8_000)][:3]
    assert _pieces(no_boundary, [95_999, 0, 0]) == [0, 2]
    assert _pieces(no_boundary, [96_000, 0, 0]) == [0, 1]
    assert _pieces(no_boundary, [8_000, 0, 0]) == [0]


def test_a_piece_may_end_at_a_boundary_once_it_has_the_least_size() -> None:
    boundary = next(word for word in WORDS if is_boundary(word, 100 / 8_000))
    assert _pieces(["x", boundary], [8_000, 100]) == [0, 1]
    assert _pieces(["x", boundary], [7_999, 100]) == [0]


def test_no_words_are_one_empty_piece() -> None:
    assert _pieces([], []) == [0]
    assert list(Cut.at([0], []).parts("terms", [])) == [(f"terms-{Cut.at([0], []).names[0]}", [])]


def test_a_cut_divides_values_as_it_divides_names() -> None:
    cut = Cut.at([0, 2], ["las", "lipa", "park"])
    assert cut.lengths == (2, 1)
    assert [values for _, values in cut.parts("cards", "abc")] == ["ab", "c"]
    assert [name for name, _ in cut.parts("cards", "abc")] == [f"cards-{name}" for name in cut.names]
    assert cut.to_json()["names"].split(" ") == list(cut.names)


def text(size: int) -> str:
    return "x" * size


@pytest.mark.parametrize(
    ("parts", "count", "inlined"),
    [
        ({"words-a": text(24_000), "terms-a": text(24_000)}, 33, ["words-a", "terms-a"]),
        ({"words-a": text(24_001), "terms-a": text(5)}, 33, ["terms-a"]),
        ({"words-a": text(12_000), "words-b": text(12_001)}, 33, []),
        ({"words-a": text(12_000), "words-b": text(12_000)}, 33, ["words-a", "words-b"]),
        ({"facets": "", "cards-a": "", "texts-a": "", "positions-a": ""}, 33, []),
        ({"facets": "", "cards-a": "", "texts-a": "", "positions-a": ""}, 32, ["facets", "cards-a"]),
    ],
)
def test_what_is_small_travels_with_the_core(parts: dict[str, str], count: int, inlined: list[str]) -> None:
    assert _inlined(parts, count) == inlined


def data_of(script: bytes) -> list[object]:
    """What a file of the index hands over: the name of its part and its values."""
    text_of_file = script.decode()
    found: list[object] = json.loads(f"[{text_of_file[text_of_file.index('(') + 1 : text_of_file.rindex(')')]}]")
    return found


def test_each_part_is_a_file_and_those_in_the_core_are_none() -> None:
    cut = Cut.at([0], ["las"])
    card = ResultCard("las", "Las", "O lesie", "Gdynia")
    index = SearchIndex({"format": 1}, {"facets": {}, "texts-x": ["a"], "words-x": text(30_000)}, (card,), cut)
    files = index_files(index, ["<p>"], {"las": "x"})
    assert files.keys() == {"core.js", "texts-x.js", "words-x.js"}
    core = data_of(files["core.js"])[-1]
    assert isinstance(core, dict)
    assert (core["format"], core["addresses"]) == (1, {"las": "x"})
    assert core["parts"] == {"facets": {}, f"cards-{cut.names[0]}": [["las", "Las", "O lesie", "Gdynia", "<p>"]]}
    without = data_of(index_files(index)["core.js"])[-1]
    assert isinstance(without, dict)
    assert without["parts"][f"cards-{cut.names[0]}"][0][-1] == ""
    assert without["addresses"] == {}
