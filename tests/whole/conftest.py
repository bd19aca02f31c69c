"""What all tests of this folder are tried with."""

from tests.support.sparing import few_everyday_words, one_process, words_looked_up_once

__all__ = ["few_everyday_words", "one_process", "words_looked_up_once"]
