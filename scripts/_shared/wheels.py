"""Asks pip, wheel by wheel, whether a lock can be installed on a system that is not the one at hand.

``pip install --platform`` judges the markers of a lock by the system it runs on, and takes a process for each system.
So pip's own parts are put together here: its reader of locks, its finder, its rules of tags, versions and hashes. They
give no promise to stay as they are, hence the tests of this file. Nothing but pip is needed.
"""

from __future__ import annotations

import logging
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from email.parser import BytesHeaderParser
from functools import cache
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any

from _shared.platforms import RELEASES, Platform

# One wheel after the other, with hashes, nothing built here: the options of the installation itself.
_OPTIONS = ["--require-hashes", "--only-binary=:all:", "--no-input", "--retries=2", "--timeout=30"]


class Unreachable(Exception):
    """The registry of packages does not answer, so nothing can be said; the text is for people."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a lock cannot be installed somewhere: the package, and what is the matter with it."""

    package: str
    reason: str


class Wheels:
    """The files that the registry has for the packages of some locks; asked for once, judged for many systems."""

    def __init__(self, locks: Iterable[Path]) -> None:
        """Read the locks.

        Raises:
            Unreachable: the registry knows none of the packages.
        """
        logging.getLogger("pip").addHandler(logging.NullHandler())  # what it has to say is in the verdicts
        command = import_module("pip._internal.commands.install").InstallCommand("install", "")
        self._finder_for = command._build_package_finder
        with command.main_context():
            self._options, _ = command.parse_args(_OPTIONS)
            self._session = command.get_default_session(self._options)
            self._locked = {path: self._read(path) for path in locks}
            found = {one.name for lines in self._locked.values() for one in lines}
            self._links = {name: self._listed(name) for name in sorted(found)}

    def faults(self, lock: Path, platform: Platform, python: str) -> list[Fault]:
        """What keeps a lock from being installed on a system with a Python such as 3.11; nothing if it can be."""
        judged = (self._faults(lock, platform, f"{python}.{release}") for release in RELEASES)
        return list(dict.fromkeys(fault for faults in judged for fault in faults))

    def _faults(self, lock: Path, platform: Platform, release: str) -> Iterator[Fault]:
        markers = platform.markers(release)
        asked = [line for line in self._locked[lock] if not line.markers or line.markers.evaluate(markers)]
        chosen = {_canonical(line.name): line for line in asked}
        if len(chosen) < len(asked):
            yield Fault(lock.name, "wymienia ten sam pakiet dwa razy")
        needed: dict[str, list[Any]] = {}
        for name, line in chosen.items():
            if link := self._wheel(line.name, str(line.specifier), _hashes(line), platform, release):
                needed[name] = self._required(link)
            else:
                yield Fault(str(line.req), "nie ma koła (wheel) z odciskiem z tego pliku")
        yield from _left_out(chosen, needed, markers)

    def _read(self, lock: Path) -> list[Any]:
        parse = import_module("pip._internal.req.req_file").parse_requirements
        made = import_module("pip._internal.req.constructors").install_req_from_parsed_requirement
        return [made(line) for line in parse(str(lock), self._session, options=self._options)]

    def _listed(self, name: str) -> list[Any]:
        """All files that pip comes to when it looks for a package."""
        links: list[Any] = []
        finder = self._finder_for(options=self._options, session=self._session)
        finder.get_install_candidate = lambda evaluator, link: links.append(link)
        finder.find_all_candidates(name)
        if not links:
            raise Unreachable(f"Żaden rejestr pakietów nie zna „{name}”: sieć nie działa albo ustawienia pip są inne.")
        return links

    @cache  # noqa: B019 - one object lives as long as the program
    def _finder(self, platform: Platform, release: str) -> Any:
        target = import_module("pip._internal.models.target_python").TargetPython(
            platforms=list(reversed(platform.tags)),
            py_version_info=tuple(map(int, release.split("."))),
            implementation="cp",
        )
        return self._finder_for(options=self._options, session=self._session, target_python=target)

    @cache  # noqa: B019 - see above; the locks have most of their lines in common
    def _wheel(self, name: str, version: str, hashes: frozenset[str], platform: Platform, release: str) -> Any | None:
        """The file that pip would install, None if there is none: it takes no file whose hash is not in the lock."""
        finder = self._finder(platform, release)
        specifier = import_module("pip._vendor.packaging.specifiers").SpecifierSet(version)
        # pip takes its time to refuse a file; what is for another system or Python by its name need not be shown to it.
        links = [link for link in self._allowed(name, hashes) if platform.may_take(link.filename, release)]
        candidates = finder.evaluate_links(finder.make_link_evaluator(name), links)
        evaluator = finder.make_candidate_evaluator(name, specifier=specifier, hashes=_allowing(hashes))
        best = evaluator.compute_best_candidate(candidates).best_candidate
        return best and best.link

    @cache  # noqa: B019 - see above
    def _allowed(self, name: str, hashes: frozenset[str]) -> list[Any]:
        allowing = _allowing(hashes)
        return [link for link in self._links[name] if link.is_hash_allowed(allowing)]

    @cache  # noqa: B019 - see above
    def _required(self, link: Any) -> list[Any]:
        """What a wheel asks for, as it says beside itself in the registry, where that keeps it, else from within."""
        parse = import_module("pip._vendor.packaging.requirements").Requirement
        headers = BytesHeaderParser().parsebytes(self._metadata(link))
        return [parse(line) for line in headers.get_all("Requires-Dist", [])]

    def _metadata(self, link: Any) -> bytes:
        if beside := link.metadata_link():
            return self._fetched(beside)
        with zipfile.ZipFile(BytesIO(self._fetched(link))) as wheel:
            [name] = [each for each in wheel.namelist() if each.endswith(".dist-info/METADATA")]
            return wheel.read(name)

    def _fetched(self, link: Any) -> bytes:
        try:
            answer = self._session.get(link.url_without_fragment)
            answer.raise_for_status()
        except OSError as error:  # what the client of pip raises is one of these
            raise Unreachable(f"Rejestr pakietów nie oddaje opisu pliku {link.filename}: {error}") from error
        return bytes(answer.content)


@cache
def _allowing(hashes: frozenset[str]) -> Any:
    return import_module("pip._internal.utils.hashes").Hashes({"sha256": sorted(hashes)})


def _hashes(line: Any) -> frozenset[str]:
    return frozenset(line.hash_options.get("sha256", ()))


def _left_out(
    chosen: Mapping[str, Any], needed: Mapping[str, list[Any]], markers: Mapping[str, str]
) -> Iterator[Fault]:
    """Packages that a wheel asks for and the lock does not have, or in another version: pip then refuses the lock."""
    waiting = [(name, "") for name in needed]
    seen = set(waiting)
    while waiting:
        name, extra = waiting.pop()
        for one in needed[name]:
            if one.marker and not one.marker.evaluate({**markers, "extra": extra}):
                continue
            other = _canonical(one.name)
            if other not in chosen:
                yield Fault(str(one), f"potrzebuje go {name}, a plik go nie wymienia")
            elif not one.specifier.contains(_pinned(chosen[other]), prereleases=True):
                yield Fault(str(chosen[other].req), f"{name} chce {one}")
            for wanted in one.extras:
                if other in needed and (other, wanted) not in seen:
                    seen.add((other, wanted))
                    waiting.append((other, wanted))


def _pinned(line: Any) -> str:
    [pin] = line.specifier
    return str(pin.version)


def _canonical(name: str) -> str:
    return str(import_module("pip._vendor.packaging.utils").canonicalize_name(name))
