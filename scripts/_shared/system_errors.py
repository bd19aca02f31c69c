"""What the system refused, as a sentence: which file, why, and what a person can do about it.

Standard library only, in Polish and in syntax that older Pythons read, as in ``environment.py`` and for its reasons.
"""

from __future__ import annotations

import errno

_BUSY = "{path} jest używany przez inny program. Zamknij go i uruchom to polecenie ponownie."
_FULL = "Na dysku zabrakło miejsca (podczas zapisu {path}). Zwolnij miejsce i uruchom to polecenie ponownie."
_NO_RIGHTS = "Brak uprawnień: {path}. Zmień uprawnienia tego pliku lub folderu albo wskaż inne miejsce."
_TOO_BIG = "System nie pozwala na tak duży plik: {path}. Zwiększ dozwolony rozmiar plików albo wskaż inne miejsce."

_SENTENCES = {
    errno.EACCES: _NO_RIGHTS,
    errno.EPERM: _NO_RIGHTS,
    errno.EROFS: "Tu nie wolno zapisywać: {path}. Wskaż inne miejsce albo skopiuj całe repozytorium tam, gdzie wolno.",
    errno.ENOSPC: _FULL,
    getattr(errno, "EDQUOT", errno.ENOSPC): _FULL,
    errno.EFBIG: _TOO_BIG,
    errno.ENOENT: "Nie ma takiego pliku ani folderu: {path}. Sprawdź nazwę.",
    errno.EEXIST: "{path} już istnieje. Usuń go albo wskaż inną nazwę.",
    errno.ENOTDIR: "{path} leży w czymś, co nie jest folderem. Sprawdź ścieżkę.",
    errno.EISDIR: "{path} jest folderem, a nie plikiem. Wskaż plik.",
    errno.ENOTEMPTY: "Folder {path} nie jest pusty, pewnie zapisuje w nim inny program. Zamknij go i spróbuj ponownie.",
    errno.ENAMETOOLONG: "Ta ścieżka jest za długa: {path}. Przenieś katalog do folderu o krótszej ścieżce.",
    errno.ELOOP: "{path} to dowiązanie, które prowadzi w kółko. Usuń je.",
    errno.EBUSY: _BUSY,
    getattr(errno, "ETXTBSY", errno.EBUSY): _BUSY,
    errno.EXDEV: "{path} leży na innym dysku, więc nie da się go podmienić w całości. Wskaż inne miejsce.",
    errno.EIO: "Dysk nie odpowiada: {path}. Sprawdź go i uruchom to polecenie ponownie.",
    errno.EMFILE: "Otwartych jest zbyt wiele plików ({path}). Zwiększ ich dozwoloną liczbę (ulimit -n).",
    errno.ENOMEM: "Zabrakło pamięci. Zamknij inne programy i uruchom to polecenie ponownie.",
}
# What Windows says of a file that another program holds, and of a path beyond 260 characters.
_WINDOWS = {32: _BUSY, 33: _BUSY, 206: _SENTENCES[errno.ENAMETOOLONG]}
_ANYTHING_ELSE = "System odmówił ({detail}): {path}. Popraw to i uruchom polecenie ponownie."


def why_refused(error: OSError) -> str:
    """The sentence for an error of the system; for one that we raised with words of our own, these."""
    if error.errno is None:
        return str(error)
    sentence = _WINDOWS.get(getattr(error, "winerror", None) or 0) or _SENTENCES.get(error.errno, _ANYTHING_ELSE)
    return sentence.format(path=_named(error), detail=error.strerror or type(error).__name__)


def _named(error: OSError) -> str:
    """The paths an error is about, the one that was to be made last."""
    names = [name for name in (error.filename, error.filename2) if name is not None]
    shown = [name.decode(errors="replace") if isinstance(name, bytes) else str(name) for name in names]
    return " → ".join(f"„{name}”" for name in shown) or "nie wiadomo, który plik"
