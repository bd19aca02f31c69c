"""Makes the whole site that the preview shows, in a process of its own: brings the last one up to date, or builds it.

Run with a job as JSON. What it makes lies beside the site that is shown, until the preview puts it in its place.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from _shared.environment import ROOT, run
from _shared.run_mkdocs import end_with_parent
from _shared.updating import Sources, dead_links_in, noted_record, publication_or_faults, summary

if TYPE_CHECKING:
    from goodpractices.publishing import Publication, SiteRecord

_NICE = 10


@dataclass(frozen=True)
class Job:
    """What to make.

    Attributes:
        settings, docs, practices: what a site is made of.
        new: the folder of what is made: a whole site in ``site``, or what changed in ``changed``.
        site: the folder of the site that is shown, or nothing.
        record: the file with what stands in it; nothing if it is to be made anew.
        command: builds the site with the generator, but for where to.
        made: the variable that names the file to note in what the generator made.
        is_behind: whether somebody can look at the site meanwhile, so that there is no haste.
    """

    settings: str
    docs: str
    practices: str
    new: str
    site: str
    record: str
    command: tuple[str, ...]
    made: str
    is_behind: bool

    @classmethod
    def of(cls, sources: Sources, **others: Any) -> Job:
        """A job on some sources."""
        return cls(str(sources.settings), str(sources.docs), str(sources.practices), **others)

    @property
    def sources(self) -> Sources:
        return Sources(Path(self.settings), Path(self.docs), Path(self.practices))

    def as_command(self) -> list[str]:
        """What to start."""
        return [sys.executable, __file__, json.dumps(asdict(self))]


@dataclass(frozen=True)
class Result:
    """What was made, as the folder of the job holds it.

    Attributes:
        folder: that folder.
        changed: the addresses of files in ``changed`` that take their places in the site that is shown.
        removed: the addresses of files that this site has no more.
        is_whole: whether there is a whole site instead.
    """

    folder: Path
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    is_whole: bool = True

    @classmethod
    def read(cls, folder: Path) -> Result:
        """The result in a folder.

        Raises:
            OSError: there is none.
        """
        found = json.loads((folder / "result.json").read_text(encoding="utf-8"))
        return cls(folder, tuple(found["changed"]), tuple(found["removed"]), found["is_whole"])

    def write(self) -> None:
        found = {"changed": self.changed, "removed": self.removed, "is_whole": self.is_whole}
        (self.folder / "result.json").write_text(json.dumps(found), encoding="utf-8")

    @property
    def can_go_on(self) -> bool:
        """Whether it is known what stands in the site, so that the next one can go on from there."""
        return self.record.is_file()

    @property
    def record(self) -> Path:
        """The file with the record of the site."""
        return self.folder / "record.json"

    @property
    def related(self) -> Path:
        """The file with what is related to what."""
        return self.folder / "related.json"


def main() -> int:
    """Do the job; the exit code is 1 where something that the site is made of is wrong, which is said."""
    end_with_parent()
    sys.path.insert(0, str(ROOT / "hooks"))
    given = json.loads(sys.argv[1])
    job = Job(**{**given, "command": tuple(given["command"])})
    if job.is_behind and hasattr(os, "nice"):
        os.nice(_NICE)
    with suppress(KeyboardInterrupt):  # whoever started this hears of it too, and says so
        return made(job)
    return 130


def made(job: Job) -> int:
    """Make the site with as little work as will do; the exit code."""
    Path(job.new).mkdir()
    ground = job.sources.ground()
    record = record_in(job)
    if record is None or not ground or record.ground != ground:
        return built(job, ground)
    return updated(job, record)


def record_in(job: Job) -> SiteRecord | None:
    """What stands in the folder that is shown, if a site can be brought up to date from there."""
    from goodpractices.publishing import SiteRecord, is_as_recorded

    if not job.record:
        return None
    record = SiteRecord.from_json(json.loads(Path(job.record).read_text(encoding="utf-8")))
    return record if record and record.parts and is_as_recorded(record, Path(job.site)) else None


def updated(job: Job, record: SiteRecord) -> int:
    """Make what changed; the exit code."""
    from goodpractices.publishing import update

    began = time.monotonic()
    result = Result(Path(job.new))
    publication = publication_now(job, record)
    if publication is None:
        return 1
    changed = result.folder / "changed"
    changed.mkdir()
    done = update(publication, record, Path(job.site), changed)
    for words in dead_links_in(publication, done, Path(job.site), changed, job.sources):
        print(f"WARNING -  {words}")
    print(summary(done, time.monotonic() - began))
    keep(replace(result, changed=done.changed, removed=done.removed, is_whole=False), done.record, publication)
    return 0


def built(job: Job, ground: str) -> int:
    """Build the site with the generator; the exit code is that of MkDocs."""
    result = Result(Path(job.new))
    site, made = result.folder / "site", result.folder / "made.json"
    variables = {**os.environ, **({job.made: str(made)} if job.made else {})}
    if code := subprocess.run([*job.command, "--site-dir", str(site)], cwd=ROOT, env=variables).returncode:
        return code
    record = noted_record(made, site, job.sources, ground)
    if record is None:
        result.write()
        return 0
    publication = publication_now(job, record)
    if publication is None:
        return 1
    keep(result, record, publication)
    return 0


def publication_now(job: Job, record: SiteRecord) -> Publication | None:
    """The site of now, read with the cache; ``None`` where it cannot be, which is told."""
    from goodpractices.catalogue import cache_for

    return publication_or_faults(job.sources, record, cache_for(job.sources.practices))


def keep(result: Result, record: SiteRecord, publication: Publication) -> None:
    """Note the site with what is related to what, for the next one and for whoever renders single files."""
    result.record.write_text(json.dumps(record.to_json()), encoding="utf-8")
    result.related.write_text(json.dumps(publication.related_rows()), encoding="utf-8")
    result.write()


if __name__ == "__main__":
    run(main)
