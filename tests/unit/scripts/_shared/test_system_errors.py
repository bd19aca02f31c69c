"""What the system refuses becomes a sentence that names the file and the way out."""

import errno
import os

import pytest

from _shared.system_errors import why_refused


@pytest.mark.parametrize(
    ("code", "message"),
    [
        (errno.EACCES, "Brak uprawnień: „site/x”. Zmień uprawnienia"),
        (errno.EROFS, "Tu nie wolno zapisywać: „site/x”. Wskaż inne miejsce"),
        (errno.ENOSPC, "Na dysku zabrakło miejsca (podczas zapisu „site/x”). Zwolnij miejsce"),
        (errno.ENOENT, "Nie ma takiego pliku ani folderu: „site/x”. Sprawdź nazwę."),
        (errno.ENAMETOOLONG, "Ta ścieżka jest za długa: „site/x”. Przenieś"),
        (errno.EBUSY, "„site/x” jest używany przez inny program. Zamknij go"),
        (errno.ESTALE, f"System odmówił ({os.strerror(errno.ESTALE)}): „site/x”. Popraw"),
    ],
)
def test_a_refusal_names_the_file_and_the_way_out(code: int, message: str) -> None:
    assert why_refused(OSError(code, os.strerror(code), "site/x")).startswith(message)


def test_both_files_of_a_renaming_are_named() -> None:
    assert "„a” → „b”" in why_refused(OSError(errno.EACCES, "x", "a", None, "b"))


def test_windows_says_in_its_own_numbers_that_a_file_is_in_use() -> None:
    error = PermissionError(errno.EACCES, "x", "a")
    error.winerror = 32  # type: ignore[attr-defined,unused-ignore]
    assert why_refused(error).startswith("„a” jest używany przez inny program.")


def test_a_file_that_nobody_named_is_not_made_up() -> None:
    assert "nie wiadomo, który plik" in why_refused(OSError(errno.EIO, "x"))


def test_words_of_our_own_are_shown_as_they_are() -> None:
    assert why_refused(FileNotFoundError("Brak strony głównej: x")) == "Brak strony głównej: x"
