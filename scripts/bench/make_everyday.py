"""Makes the table of everyday words that lead to words of the catalogue from a free thesaurus (Debian's mythes-pl).

What is better said by hand stands in everyday.yml and comes first. Definitions and translations of a dictionary were
tried as well (dict-freedict-pol-eng): they bring a little more, for three times the bytes and with many odd relatives.

A line is a word and the words to look for, the best first. Only subject words count: those of terms and titles that are
not in every text. The table is committed, so that a build needs neither the package nor a network; make it anew when
the catalogue is about much that it was not about before. Its licence stands in LICENSES/.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from _shared.environment import ROOT, CommandError, enter, run

if TYPE_CHECKING:
    from goodpractices.catalogue import Catalogue
    from goodpractices.finding.search import Morphology

THESAURUS = Path("/usr/share/mythes/th_pl_PL_v2.dat")
TABLE = ROOT / "hooks" / "goodpractices" / "finding" / "search" / "everyday_thesaurus.txt"

MOST_TARGETS = 3
LEAST = 1.5
# Words of terms and titles that stand in very many definitions and lead nowhere.
TOO_GENERAL = frozenset(
    """
    podmiot mały duży dobry własny jeden stary nowy rzeczowy druga drugi prosty szczególny długi prawy inny
    żywy cały wielki kierunek szereg znak ruch wysoki niski zły wolny gotowy pewny stały ręka krajowy średni
    biały
    """.split()  # noqa: SIM905 - a list of words, not of strings
)
OF_TERMS, OF_TITLES = 3.0, 2.0

Found = Mapping[str, dict[str, float]]


def main() -> int:
    """Make it."""
    argparse.ArgumentParser(description="Tworzy tabelę słów z życia ze słownika synonimów Debiana.").parse_args()
    enter("test")
    if not THESAURUS.exists():
        raise CommandError(f"Brakuje {THESAURUS}: apt-get install mythes-pl")
    from goodpractices.catalogue import load_catalogue
    from goodpractices.finding.search import load_morphology

    morphology = load_morphology()
    subjects = subject_words(load_catalogue(ROOT / "practices"), morphology)
    lines = written(by_synonyms(THESAURUS.read_text(encoding="iso8859-2"), subjects, morphology), subjects)
    TABLE.write_text("\n".join([*lines, ""]), encoding="utf-8")
    print(f"{TABLE.name}: {len(lines)}")
    return 0


def subject_words(catalogue: Catalogue, morphology: Morphology) -> dict[str, float]:
    """Nouns and adjectives that say what practices are about, each with how much."""
    from goodpractices.finding.search.distinctive import GENERAL

    weights: dict[str, float] = {}

    def add(text: str, weight: float) -> None:
        for lemma in lemmas_of(text, morphology):
            if lemma not in GENERAL | TOO_GENERAL and len(lemma) > 3 and not lemma.endswith("ć"):
                weights[lemma] = max(weight, weights.get(lemma, 0))

    for name in ("themes", "target_groups", "support_types"):
        for term in catalogue.vocabularies[name].values():
            add(" ".join((term.pl, *term.synonyms)), OF_TERMS)
    for practice in catalogue.published:
        add(practice.title, OF_TITLES)
    return weights


def by_synonyms(text: str, subjects: Mapping[str, float], morphology: Morphology) -> Found:
    """For each word of a thesaurus the subject words among its synonyms."""
    found: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    head = ""
    for line in text.splitlines()[1:]:
        first, *synonyms = line.split("|")
        if first != "-":
            head = first
            continue
        for synonym in synonyms:
            plain, _, remark = synonym.partition(" (")
            share = 0.7 if "nadrzędne" in remark else 1
            for lemma in lemmas_of(plain, morphology) if " " not in plain else ():
                if lemma in subjects:
                    found[head][lemma] += share * subjects[lemma]
    return found


def lemmas_of(text: str, morphology: Morphology) -> Iterable[str]:
    from goodpractices.finding.search.tokens import words_as_written

    known = (morphology.word(word) for word in words_as_written(text))
    return (lemma for word in known if word.kind == "known" for lemma in word.lemmas if lemma.islower())


def written(found: Found, subjects: Mapping[str, float]) -> list[str]:
    """A line for each word that is no subject word and leads to some."""
    lines = []
    for head, targets in sorted(found.items()):
        ranked = sorted(targets, key=lambda word: (-targets[word], word))[:MOST_TARGETS]
        best = [word for word in ranked if targets[word] >= LEAST and word != head]
        if best and head.isalpha() and head.islower() and len(head) > 2 and head not in subjects:
            lines.append(" ".join([head, *best]))
    return lines


if __name__ == "__main__":
    run(main)
