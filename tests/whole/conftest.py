"""What all tests of this folder are tried with."""

from tests.support.sparing import dictionary_opened_once, few_everyday_words, one_process, words_looked_up_once

__all__ = ["dictionary_opened_once", "few_everyday_words", "one_process", "words_looked_up_once"]
