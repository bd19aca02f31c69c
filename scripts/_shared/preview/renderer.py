"""The resident process of the preview: it has read the catalogue, and renders single files as they are asked for.

It is a process of its own, since threads that answer requests would be held up by it, and since changed code is taken
up by putting another one in its place. Of a request it says what came of it and never ends by one.
"""

from __future__ import annotations

import json
import multiprocessing
import signal
import sys
import threading
import traceback
from collections.abc import Mapping
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any

from _shared.preview.faults import faults_in
from _shared.preview.pages import AS_BEFORE, Answer, Problems
from _shared.run_mkdocs import said_of
from _shared.updating import Sources, publication_of

if TYPE_CHECKING:
    from goodpractices.publishing import OnRequest, SiteRecord

_PATIENCE = 10.0  # seconds that a page waits for a renderer at work, before it is shown as it was
_PACKAGE = "goodpractices"


class Renderer:
    """The process as the preview sees it. Several threads may ask at once."""

    def __init__(self, sources: Sources) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, its = context.Pipe()
        self._process = context.Process(target=serve, args=(its, sources), daemon=True)
        self._process.start()
        its.close()  # so that the end of the process is the end of the pipe
        self._lock = threading.Lock()
        self._gave_up = False

    def begin(self, record: Path, related: Path) -> Problems | None:
        """Take what a build made to go on from, and read the catalogue.

        Args:
            record: the file with the record of the site.
            related: the file with what is related to what in it.

        Returns:
            What is wrong, if anything; ``None`` where the process has ended.
        """
        return self._problems(("begin", (record, related)))

    def read(self, *, words: bool) -> Problems | None:
        """Read the catalogue again, and with ``words`` all texts and templates; returns the same."""
        return self._problems(("read", words))

    def file(self, address: str) -> Answer:
        """The file at an address; as before where the process has ended, or is at work for long."""
        if not self._lock.acquire(timeout=_PATIENCE):
            self._gave_up = True
            return AS_BEFORE
        try:
            answer = self._asked(("file", address))
        finally:
            self._lock.release()
        return answer if isinstance(answer, Answer) else AS_BEFORE

    def owes(self) -> bool:
        """Whether somebody got a file as before for want of patience since this was asked last."""
        gave_up, self._gave_up = self._gave_up, False
        return gave_up

    def end(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.join()

    def _problems(self, request: tuple[Any, ...]) -> Problems | None:
        with self._lock:
            answer = self._asked(request)
        return answer if isinstance(answer, tuple) else None

    def _asked(self, request: tuple[Any, ...]) -> Any:
        with suppress(EOFError, OSError):
            self._pipe.send(request)
            return self._pipe.recv()
        return None


def serve(pipe: Connection[Any, Any], sources: Sources) -> None:
    """Answer requests until nobody can ask any more: what runs in the process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever stops the preview stops it
    work = _Work(sources)
    with suppress(EOFError, OSError):
        while True:
            kind, argument = pipe.recv()
            pipe.send(work.file(argument) if kind == "file" else work.problems(kind, argument))


class _Work:
    """What the process does with one catalogue."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._record: SiteRecord | None = None
        self._related: Mapping[str, Any] = {}
        self._pages: frozenset[str] = frozenset()
        self._today: OnRequest | None = None
        self._cache = _new_cache(sources)
        self._headings: Any = None

    def problems(self, kind: str, argument: Any) -> Problems:
        """Do what a request asks for; what is wrong, if anything: then everything is as it was."""
        from goodpractices.catalogue import InvalidCatalogue
        from goodpractices.editing import report
        from goodpractices.wording import Translations

        is_new = self._today is None
        try:
            if kind == "begin":
                self._begin(*argument)
            elif argument:
                empty_caches()
            self._read()
            if is_new and self._today:
                for address in self._today.examples():  # so that nobody waits for templates to be compiled
                    self.file(address)
        except InvalidCatalogue as invalid:
            return tuple(report(invalid.problems, Translations.load("pl")).splitlines())
        except Exception as fault:
            return faults_of(fault)
        return ()

    def file(self, address: str) -> Answer:
        if self._today is None:
            return AS_BEFORE
        try:
            content = self._today.file_at(address)
        except Exception as fault:
            return Answer(faults=faults_of(fault))
        return Answer(content, is_gone=content is None and address in self._pages)

    def _begin(self, recorded: Path, related: Path) -> None:
        from goodpractices.publishing import SiteRecord

        record = SiteRecord.from_json(json.loads(recorded.read_text(encoding="utf-8")))
        if record is None:
            raise ValueError(recorded)
        self._record = record
        self._related = json.loads(related.read_text(encoding="utf-8"))
        made = (each for each in record.parts.values() if each.page is not None)
        self._pages = frozenset(address for each in made for address, _, _ in each.files)

    def _read(self) -> None:
        from goodpractices.catalogue import headings_by_language
        from goodpractices.publishing import OnRequest

        if self._record is None:
            return
        headings = headings_by_language()
        if headings != self._headings:  # entries are read by them
            self._cache, self._headings = _new_cache(self._sources), headings
        publication = publication_of(self._sources, self._record, self._cache)
        self._today = OnRequest(publication, self._record.pages, self._related)


def _new_cache(sources: Sources) -> Any:
    from goodpractices.catalogue import ResidentCache, cache_file

    return ResidentCache(cache_file(sources.practices))


def empty_caches() -> None:
    """Let go of everything that functions of the package keep of words and templates, to be read anew."""
    for name, module in [*sys.modules.items()]:
        if name == _PACKAGE or name.startswith(f"{_PACKAGE}."):
            for value in vars(module).values():
                if clear := getattr(value, "cache_clear", None):
                    clear()


def faults_of(fault: Exception) -> Problems:
    """What went wrong as a build would say it, with its place."""
    import jinja2
    import yaml

    if isinstance(fault, (jinja2.TemplateError, yaml.MarkedYAMLError)):
        return (said_of(fault),)
    said = "".join(traceback.format_exception(fault)).splitlines(keepends=True)
    return tuple(faults_in(said)) or (repr(fault),)
