"""What all tests of this folder are tried with."""

from tests.support.sparing import (
    caches_not_waited_for,
    dictionary_opened_once,
    few_everyday_words,
    lists_read_once,
    words_looked_up_once,
)

__all__ = [
    "caches_not_waited_for",
    "dictionary_opened_once",
    "few_everyday_words",
    "lists_read_once",
    "words_looked_up_once",
]
