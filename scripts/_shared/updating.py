"""A site that was built before is brought up to date without the generator, unless something that it reads changed."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from _shared.environment import ROOT, given_epoch
from _shared.progress import Recorder
from _shared.revisions import commit_named
from _shared.staging import Stage
from _shared.unchanged import hash_of

if TYPE_CHECKING:
    from goodpractices.catalogue import Cache, InvalidCatalogue
    from goodpractices.publishing import Publication, SiteRecord, SourcePage, Update

_KIND = "site"
UNCHANGED = "Nic się nie zmieniło: strona jest aktualna."
# What may make the settings of the generator say something else while their file stays as it is.
_OUTSIDE = ("!ENV", "INHERIT:")
# What a build reads of the environment.
_VARIABLES = ("SOURCE_DATE_EPOCH", "CATALOGUE_ADDRESS")


@dataclass(frozen=True)
class Sources:
    """What a site is made of: the settings of the generator, the pages written by hand, the practices."""

    settings: Path
    docs: Path
    practices: Path

    @property
    def _links(self) -> Path:
        """Where the last nightly report about addresses is looked for; the package would have to be imported to say."""
        return Path(os.environ.get("CATALOGUE_LINKS") or self.docs.parent / "odnosniki.json")

    def ground(self) -> str:
        """The hash of all that the generator reads, and of the code; empty where that cannot be told."""
        try:
            if any(sign in self.settings.read_text(encoding="utf-8") for sign in _OUTSIDE):
                return ""
        except (OSError, UnicodeDecodeError):
            return ""
        return hash_of([self.settings, self.docs, ROOT / "hooks", ROOT / "requirements" / "site.txt"], {})

    def everything(self, ground: str) -> str:
        """The hash of all that a build reads, given that of what the generator does; empty where that is."""
        variables = {name: os.environ.get(name, "") for name in _VARIABLES}
        # Consents are measured by the later of these days.
        variables["today"] = f"{datetime.now(UTC).date()} {datetime.now().astimezone().date()}"
        variables["commit"] = commit_named("HEAD", self.practices) or ""  # the site tells of its history
        beside = [path for path in (self._links,) if path.is_file()]
        return ground and hash_of([self.practices, *beside], {**variables, "ground": ground})


def brought_up_to_date(stage: Stage, sources: Sources, ground: str, recorder: Recorder) -> int | None:
    """Bring the site that stands there up to date; ``None`` where only the generator can.

    Returns:
        The exit code: 1 where something is wrong with an entry or a page, which is told, and the site stays as it was.

    Raises:
        OSError: the system refuses to write.
    """
    with recorder.step("recalling"):
        from goodpractices.catalogue import cache_for, listen
        from goodpractices.publishing import is_as_recorded

        cache = cache_for(sources.practices)
        record = recorded(cache, stage.target)
        if not record or record.ground != ground or not is_as_recorded(record, stage.target):
            return None
    listen(recorder)
    with recorder.step("planning"):
        publication = publication_or_faults(sources, record, cache)
    return 1 if publication is None else merged(stage, publication, record, sources, cache, recorder)


def publication_or_faults(sources: Sources, record: SiteRecord, cache: Cache) -> Publication | None:
    """The site of today; ``None`` where something is wrong with an entry or a page, which is told."""
    from goodpractices.catalogue import InvalidCatalogue

    try:
        publication = publication_of(sources, record, cache)
    except InvalidCatalogue as invalid:
        sys.stderr.write(told(invalid) + "\n")
    except ValueError as fault:
        print(fault, file=sys.stderr)
    else:
        if publication.ended:
            print("\n".join(ended_in_words(publication)))
        return publication
    return None


# Most builds have nothing to tell, and what an editor is told takes long to import.
def told(invalid: InvalidCatalogue) -> str:
    """What is wrong with entries, in words."""
    from goodpractices.editing import report
    from goodpractices.wording import Translations

    return report(invalid.problems, Translations.load("pl"))


def ended_in_words(publication: Publication) -> Iterator[str]:
    """What is not published because a consent ended, in words."""
    from goodpractices.editing import told_of_consents
    from goodpractices.wording import Translations

    return told_of_consents(publication.ended, Translations.load("pl"))


def publication_of(sources: Sources, record: SiteRecord, cache: Cache) -> Publication:
    """The edition on the web of today, with nothing to hand out.

    Raises:
        InvalidCatalogue: when anything in any entry is wrong.
        ValueError: a language of the catalogue is there only in part.
    """
    from goodpractices.catalogue import ADDRESS_VARIABLE, FIELD_SECTIONS, publication_day
    from goodpractices.publishing import (
        PageSettings,
        Publication,
        Upkeep,
        audit_from_earl,
        design_of,
        hand_written_in,
        read_catalogue,
    )

    docs = sources.docs
    identity, catalogue = read_catalogue(docs, sources.practices, cache, os.environ.get(ADDRESS_VARIABLE))
    audited = docs / "audyt.json"
    return Publication(
        catalogue,
        identity,
        sources.practices,
        publication_day(given_epoch()),
        cache,
        FIELD_SECTIONS,
        hand_written=hand_written_in(docs),
        settings=PageSettings(record.icon),
        audit=audit_from_earl(audited.read_text(encoding="utf-8")) if audited.is_file() else None,
        design=design_of(docs),
        upkeep=Upkeep.of(docs, sources.practices, cache, given_epoch()),
    )


def merged(
    stage: Stage,
    publication: Publication,
    record: SiteRecord,
    sources: Sources,
    cache: Cache,
    recorder: Recorder,
) -> int:
    """Make what changed and put it in its place; the exit code."""
    from goodpractices.publishing import update

    stage.new.mkdir()
    done = update(publication, record, stage.target, stage.new)
    with recorder.step("links"):
        faults = [*dead_links_in(publication, done, stage.target, stage.new, sources)]
    if faults:
        print("\n".join(faults), file=sys.stderr)
        return 1
    with recorder.step("placing"):
        stage.merge(done.changed, done.removed)
    with recorder.step("noting"):
        if done.made or done.removed:
            keep(cache, stage.target, done.record)
    recorder.tally("files.gone", len(done.removed))
    return 0


def dead_links_in(publication: Publication, done: Update, site: Path, beside: Path, sources: Sources) -> Iterator[str]:
    """What to say of links written by hand that lead nowhere in the site of today, if it is another one than before."""

    def text_of(page: SourcePage) -> str:
        return (sources.docs / page.source).read_text(encoding="utf-8")

    if done.changed or done.removed:
        yield from publication.dead_links(done.record.pages, done.file_at(site, beside), text_of)


def summary(done: Update, seconds: float) -> str:
    """What was made anew and what was kept, for whoever waits."""
    kept = len(done.record.parts) - len(done.made)
    if not done.made and not done.removed:
        return UNCHANGED
    return (
        f"Zrobiono od nowa: {len(done.made)} (plików: {len(done.changed)}), bez zmian: {kept}, "
        f"usunięto plików: {len(done.removed)}; {seconds:.1f} s."
    )


def recorded(cache: Cache, target: Path) -> SiteRecord | None:
    """What is known of the site that stands in a folder."""
    from goodpractices.publishing import SiteRecord

    kept = cache.get(_KIND, os.fsencode(target).hex())
    return SiteRecord.from_json(kept) if kept else None


def keep(cache: Cache, target: Path, record: SiteRecord) -> None:
    """Note what stands in a folder now."""
    cache.keep(_KIND, os.fsencode(target).hex(), record.to_json())
    cache.save()


def note(made: Path, target: Path, sources: Sources, ground: str) -> bool:
    """Note what the generator made and put into a folder, so that the next build can go on from there.

    Nothing is noted where others have a hand in the site, or where what the generator reads has changed meanwhile.

    Args:
        made: the file in which the hooks noted their part.
        target: the folder of the site.
        sources: what it was made of.
        ground: the hash of what the generator was about to read.
    """
    from goodpractices.catalogue import cache_for

    record = noted_record(made, target, sources, ground)
    if record is None:
        return False
    keep(cache_for(sources.practices), target, record)
    return True


def noted_record(made: Path, target: Path, sources: Sources, ground: str) -> SiteRecord | None:
    """What the generator made and put into a folder, or ``None``; see :func:`note`."""
    from goodpractices.publishing import SiteRecord, addresses_of, files_in, noted

    if not ground or not made.is_file():
        return None
    record = SiteRecord.from_json(json.loads(made.read_text(encoding="utf-8")))
    if not (record and record.parts and ground == sources.ground()):
        return None
    rest = noted(target, sorted({*files_in(target)} - {*addresses_of(record.parts)}))
    return replace(record, ground=ground, rest=rest)
