"""What an answer is worth, on answers small enough to count by hand."""

import pytest

from bench.search_quality import Answer, Query, counted, recall, reciprocal_rank, report


def test_recall_is_the_share_of_what_was_expected() -> None:
    asked = Query("gdynia", ("a", "b", "c", "d"), "names")
    assert recall(asked, Answer(exact=("a", "x", "b")), 5) == 0.5


def test_recall_looks_no_further_than_k() -> None:
    asked = Query("gdynia", ("a",), "names")
    assert recall(asked, Answer(exact=("x", "y", "a")), 2) == 0


def test_more_expected_than_fit_can_still_be_answered_in_full() -> None:
    asked = Query("praca", tuple("abcdefgh"), "homograph")
    assert recall(asked, Answer(exact=tuple("hgfed")), 5) == 1


def test_the_first_expected_practice_gives_the_rank() -> None:
    assert reciprocal_rank(Query("q", ("a", "b"), "names"), Answer(exact=("x", "b", "a"))) == 1 / 2


def test_a_practice_named_as_first_gives_the_rank_alone() -> None:
    assert reciprocal_rank(Query("q", ("a", "b"), "names", first="a"), Answer(exact=("b", "x", "a"))) == 1 / 3


def test_what_is_not_there_has_no_rank() -> None:
    assert reciprocal_rank(Query("q", ("a",), "names"), Answer(exact=("b",))) == 0


@pytest.mark.parametrize(("kind", "ids"), [("typo", ("a", "b")), ("inflection", ("a",))])
def test_similar_results_count_for_typing_errors_alone(kind: str, ids: tuple[str, ...]) -> None:
    assert counted(Query("q", ("a",), kind), Answer(exact=("a",), similar=("b", "a"))) == ids


def test_a_report_averages_by_class_and_over_all() -> None:
    found, lost = Answer(exact=("a",)), Answer()
    result = report(
        [
            (Query("1", ("a",), "names"), found),
            (Query("2", ("a",), "names"), lost),
            (Query("3", ("a",), "typo"), Answer(similar=("a",))),
        ]
    )
    assert result.overall is not None
    assert result.overall.queries == 3
    assert result.overall.mrr == pytest.approx(2 / 3)
    assert {name: scores.recall_at_10 for name, scores in result.classes.items()} == {"names": 0.5, "typo": 1}
    assert result.overall.without_result == pytest.approx(1 / 3)


def test_absent_words_do_not_count_as_answerable() -> None:
    result = report([(Query("smog", (), "absent"), Answer(exact=("a",))), (Query("basen", (), "absent"), Answer())])
    assert (result.overall, result.absent, result.unlabelled) == (None, 2, 0.5)


def test_an_absent_word_may_have_similar_results() -> None:
    assert report([(Query("smog", (), "absent"), Answer(similar=("a",)))]).unlabelled == 0
