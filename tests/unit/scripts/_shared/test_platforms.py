"""The systems that the locks are promised for, and which wheels may be for them."""

import pytest
from packaging.markers import Marker
from packaging.tags import cpython_tags, parse_tag

from _shared.platforms import PLATFORMS, PROMISED, PYTHONS, Platform

NAMES = {platform.name: platform for platform in PLATFORMS}


def test_sixty_cells_are_promised_and_the_tests_on_one_system() -> None:
    everywhere = [needs for needs, only in PROMISED.items() if only is None]
    assert len(everywhere) * len(PLATFORMS) * len(PYTHONS) == 60
    assert {only for only in PROMISED.values() if only} <= NAMES.keys()


@pytest.mark.parametrize("platform", PLATFORMS, ids=lambda platform: platform.name)
def test_markers_are_judged_for_the_system_asked_about(platform: Platform) -> None:
    asked = f"sys_platform == '{platform.sys_platform}' and platform_machine == '{platform.platform_machine}'"
    markers = platform.markers("3.11.4")
    assert Marker(f"{asked} and python_version == '3.11' and python_full_version < '3.11.5'").evaluate(markers)
    other = next(each for each in PLATFORMS if each != platform)
    assert not Marker(asked).evaluate(other.markers("3.11.4"))


@pytest.mark.parametrize(
    ("platform", "wheel"),
    [
        ("Linux x86-64", "a-1-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl"),
        ("Linux ARM64", "a-1-cp39-abi3-manylinux_2_28_aarch64.whl"),
        ("macOS 11 ARM64", "a-1-cp310-abi3-macosx_11_0_universal2.whl"),
        ("macOS 11 x86-64", "a-1-2-cp311-cp311-macosx_10_9_x86_64.whl"),
        ("Windows x86-64", "a-1-cp311-cp311-win_amd64.whl"),
        ("Windows x86-64", "a-1-py2.py3-none-any.whl"),
    ],
)
def test_a_wheel_of_a_system_is_shown_to_pip(platform: str, wheel: str) -> None:
    assert NAMES[platform].may_take(wheel, "3.11.0")
    tags = parse_tag("-".join(wheel.removesuffix(".whl").split("-")[-3:]))
    taken = {*cpython_tags((3, 11), platforms=NAMES[platform].tags)} | {*parse_tag("py2.py3-none-any")}
    assert not taken.isdisjoint(tags) or "macosx" in wheel  # pip adds the older releases of macOS itself


@pytest.mark.parametrize(
    ("platform", "wheel"),
    [
        ("Linux x86-64", "a-1-cp311-cp311-musllinux_1_2_aarch64.whl"),
        ("Linux ARM64", "a-1-cp311-cp311-manylinux_2_28_x86_64.whl"),
        ("Windows x86-64", "a-1-cp311-cp311-win32.whl"),
        ("Windows x86-64", "a-1-cp312-cp312-win_amd64.whl"),
        ("macOS 11 ARM64", "a-1.tar.gz"),
    ],
)
def test_a_wheel_of_another_system_is_not(platform: str, wheel: str) -> None:
    assert not NAMES[platform].may_take(wheel, "3.11.0")
