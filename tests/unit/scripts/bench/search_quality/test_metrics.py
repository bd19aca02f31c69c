"""What an answer is worth, on answers small enough to count by hand."""

import pytest

from bench.search_quality import Answer, Query, counted, precision, recall, reciprocal_rank, report, within


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


@pytest.mark.parametrize(("kind", "ids"), [("typo", ("a", "b")), ("everyday", ("a", "b")), ("inflection", ("a",))])
def test_similar_results_count_for_typing_errors_and_for_needs_alone(kind: str, ids: tuple[str, ...]) -> None:
    assert counted(Query("q", ("a",), kind), Answer(exact=("a",), similar=("b", "a"))) == ids


@pytest.mark.parametrize(
    ("found", "share"), [(("a", "x", "b", "c"), 2 / 3), (("x", "a"), 1 / 2), (("a", "b", "c"), 1), (("a",), 1)]
)
def test_precision_is_the_share_of_the_first_results_that_are_right(found: tuple[str, ...], share: float) -> None:
    assert precision(Query("q", ("a", "b", "c"), "names"), Answer(exact=found), 3) == pytest.approx(share)


def test_who_expects_one_practice_is_served_by_one_among_three() -> None:
    assert precision(Query("q", ("a",), "names"), Answer(exact=("x", "a", "y")), 3) == 1


def test_a_filter_leaves_what_it_lets_through() -> None:
    assert within({"a", "c"}, Answer(("a", "b"), ("c", "d"))) == Answer(("a",), ("c",))


def test_a_need_is_put_as_sent_and_everything_else_as_typed() -> None:
    assert [Query("las", (), kind).typed for kind in ("number", "prefix", "absent")] == ["las ", "las", "las"]


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
