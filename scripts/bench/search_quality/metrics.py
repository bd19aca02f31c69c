"""How well the search answers: what share of the right practices it shows, and how far up.

* recall@k: the share of the expected practices among the first k results. Where more than k are expected, k of them are
  all one can ask for.
* MRR: one by the place of the practice that should be first, or of the first expected one where none is named; nought
  if it is not there at all. Averaged over the queries.
* P@3: the share of the first three results that are expected ones, or of as many as are expected; of the queries with
  results.
* Results count only when the search stands by them (``match: "exact"``). In the class of typing errors and in those of
  needs what it offers as similar counts too, after the exact ones: to offer it under that label is what is asked for.
* Without result: nothing is shown and nothing similar offered.
* Unlabelled: of the words that are not in the catalogue, the share that some practice claims to answer exactly.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from statistics import fmean

from .queries import ABSENT, NEEDS, TYPO, Query


@dataclass(frozen=True, slots=True)
class Answer:
    """Practices in the order of the search: those it found, and those it offers as similar to what was typed."""

    exact: tuple[str, ...] = ()
    similar: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scores:
    """Averages over some queries, each between nought and one."""

    queries: int
    recall_at_5: float
    recall_at_10: float
    mrr: float
    precision_at_3: float
    without_result: float


@dataclass(frozen=True, slots=True)
class Report:
    """Scores of the answerable queries, all and by class; ``unlabelled`` is about the absent ones."""

    overall: Scores | None
    classes: Mapping[str, Scores]
    absent: int
    unlabelled: float


Asked = tuple[Query, Answer]


def report(asked: Iterable[Asked]) -> Report:
    """What the answers are worth; classes in the order in which they came."""
    every = tuple(asked)
    answerable = [each for each in every if each[0].kind != ABSENT]
    absent = [answer for query, answer in every if query.kind == ABSENT]
    classes = dict.fromkeys(query.kind for query, _ in answerable)
    return Report(
        overall=scores(answerable) if answerable else None,
        classes={name: scores([each for each in answerable if each[0].kind == name]) for name in classes},
        absent=len(absent),
        unlabelled=fmean(bool(answer.exact) for answer in absent) if absent else 0.0,
    )


def scores(asked: Iterable[Asked]) -> Scores:
    """Averages over at least one query."""
    every = tuple(asked)
    return Scores(
        queries=len(every),
        recall_at_5=fmean(recall(*each, 5) for each in every),
        recall_at_10=fmean(recall(*each, 10) for each in every),
        mrr=fmean(reciprocal_rank(*each) for each in every),
        precision_at_3=fmean([precision(*each, 3) for each in every if counted(*each)] or [0]),
        without_result=fmean(not (answer.exact or answer.similar) for _, answer in every),
    )


def recall(query: Query, answer: Answer, k: int) -> float:
    found = set(counted(query, answer)[:k]) & set(query.expected)
    return len(found) / min(k, len(query.expected))


def precision(query: Query, answer: Answer, k: int) -> float:
    """The share of the first results that are expected: of k of them, or of as many as there are or are expected."""
    found = counted(query, answer)[:k]
    return min(1, len(set(found) & set(query.expected)) / min(len(found), len(query.expected)))


def reciprocal_rank(query: Query, answer: Answer) -> float:
    wanted = {query.first} if query.first else set(query.expected)
    places = (place for place, practice in enumerate(counted(query, answer), 1) if practice in wanted)
    return 1 / next(places, float("inf"))


def within(practices: Container[str], answer: Answer) -> Answer:
    """What is left of an answer once a filter is chosen."""
    return Answer(*(tuple(each for each in some if each in practices) for some in (answer.exact, answer.similar)))


def counted(query: Query, answer: Answer) -> tuple[str, ...]:
    """The results that count for a query, in order and each once."""
    return tuple(dict.fromkeys(answer.exact + answer.similar if query.kind in (TYPO, *NEEDS) else answer.exact))
