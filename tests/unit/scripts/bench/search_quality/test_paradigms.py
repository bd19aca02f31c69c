"""Forms of words by rules in hunspell's own notation."""

from bench.search_quality import Lemma, Paradigms, paradigms_of

RULES = """
SET ISO8859-2
PFX b Y 1
PFX b   0         nie       .
SFX M Y 3
SFX M   a         y         [^k]a
SFX M   a         i         ka
SFX M   a         ą         a
SFX Q Y 1
SFX Q   0         em        [^aeiou]
SFX X Y 1
SFX X   y         a         ny
""".splitlines()


def dictionary(*words: str) -> Paradigms:
    return paradigms_of(RULES, words)


def test_suffixes_apply_where_their_condition_holds() -> None:
    known = dictionary("szkoła/M", "matka/M")
    assert known.forms(Lemma("szkoła", "M")) == {"szkoła", "szkoły", "szkołą"}
    assert known.forms(Lemma("matka", "M")) == {"matka", "matki", "matką"}


def test_a_suffix_may_take_nothing_away() -> None:
    assert dictionary("dom/Q").forms(Lemma("dom", "Q")) == {"dom", "domem"}


def test_a_form_leads_back_to_every_word_that_has_it() -> None:
    known = dictionary("ranna/M", "ranny/X")
    assert known.lemmas("ranna") == {Lemma("ranna", "M"), Lemma("ranny", "X")}


def test_a_prefix_leads_back_to_its_word_but_makes_no_forms() -> None:
    known = dictionary("ranny/Xb")
    assert known.lemmas("nieranna") == {Lemma("ranny", "Xb")}
    assert known.forms(Lemma("ranny", "Xb")) == {"ranny", "ranna"}


def test_words_without_the_flag_do_not_have_the_form() -> None:
    assert dictionary("dom").lemmas("domem") == frozenset()
