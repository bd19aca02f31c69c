"""The systems that the locks are promised for, as pip sees them: which wheels each takes, what its markers say.

Standard library only: this is read before there are any packages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
# Markers of a lock may tell releases of one Python apart, so each is judged by its first release and by a late one.
RELEASES = (0, 99)
# Locks, and the systems they are promised for; None is for all of them.
PROMISED: dict[str, str | None] = {"site": None, "pdf": None, "import": None, "test": "Linux x86-64"}

_OLDEST_GLIBC = 28  # 2.28, of Debian 10, RHEL 8 and their like


@dataclass(frozen=True, slots=True)
class Platform:
    """A system and its processor: the tags of wheels it takes, newest last, and its answers to markers."""

    name: str
    tags: tuple[str, ...]
    os_name: str
    sys_platform: str
    platform_system: str
    platform_machine: str
    wheels: str
    """A pattern of the last part that names of its wheels may have."""

    def may_take(self, filename: str, release: str) -> bool:
        """Whether a wheel may be for it and for CPython in a full version such as 3.11.0; pip has the last word."""
        python = "cp" + "".join(release.split(".")[:2])
        return bool(re.search(rf"-(?:{python}\w*|abi3|none)-(?:any|{self.wheels})\.whl$", filename))

    def markers(self, release: str) -> dict[str, str]:
        """What every marker of PEP 508 says there, of CPython in a full version such as 3.11.0."""
        return {
            "os_name": self.os_name,
            "sys_platform": self.sys_platform,
            "platform_system": self.platform_system,
            "platform_machine": self.platform_machine,
            "platform_release": "",
            "platform_version": "",
            "platform_python_implementation": "CPython",
            "implementation_name": "cpython",
            "implementation_version": release,
            "python_full_version": release,
            "python_version": release.rpartition(".")[0],
            "extra": "",
        }


def _manylinux(machine: str, first: int) -> tuple[str, ...]:
    """Tags from the first glibc that wheels for a processor were built against up to the oldest one promised."""
    older = {5: "manylinux1", 12: "manylinux2010", 17: "manylinux2014"}
    numbers = range(first, _OLDEST_GLIBC + 1)
    return (
        f"linux_{machine}",
        *(f"{older[n]}_{machine}" for n in numbers if n in older),
        *(f"manylinux_2_{n}_{machine}" for n in numbers),
    )


PLATFORMS = (
    Platform("Linux x86-64", _manylinux("x86_64", 5), "posix", "linux", "Linux", "x86_64", ".*linux.*_x86_64.*"),
    Platform("Linux ARM64", _manylinux("aarch64", 17), "posix", "linux", "Linux", "aarch64", ".*linux.*_aarch64.*"),
    Platform("macOS 11 ARM64", ("macosx_11_0_arm64",), "posix", "darwin", "Darwin", "arm64", "macosx.*"),
    Platform("macOS 11 x86-64", ("macosx_11_0_x86_64",), "posix", "darwin", "Darwin", "x86_64", "macosx.*"),
    Platform("Windows x86-64", ("win_amd64",), "nt", "win32", "Windows", "AMD64", ".*win_amd64.*"),
)
