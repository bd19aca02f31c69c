"""Checks that the texts of the site and the pages written by hand use one word for one thing."""

from __future__ import annotations

import argparse
import sys

from _shared.environment import ROOT, enter, run


def main() -> int:
    """Print every word that is not to be used; exit code 1 if there is one."""
    read_arguments(sys.argv[1:])
    enter("test")
    # Only the environment of the tests has what it needs.
    from bench.word_lint import found_in, locale_texts, page_texts

    texts = [*locale_texts(ROOT / "hooks" / "goodpractices" / "wording" / "locales"), *page_texts(ROOT)]
    found = list(found_in(texts))
    for each in found:
        print(f"{each.place}: „{each.word}”. Nasze słowo to „{each.use}”.")
    return 1 if found else 0


def read_arguments(arguments: list[str]) -> None:
    argparse.ArgumentParser(
        description="Sprawdza, czy teksty serwisu i strony pisane ręcznie nazywają jedną rzecz jednym słowem.",
        epilog="Słowa i wyjątki wymienia scripts/bench/word_lint/terms.yml.",
        allow_abbrev=False,
    ).parse_args(arguments)


if __name__ == "__main__":
    run(main)
