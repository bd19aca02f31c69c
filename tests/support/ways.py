"""One rich practice as each way in is given it: money, figures, obstacles, partners, two new places."""

from pathlib import Path
from typing import Any

from tests.support.paths import ROOT

FOLDER = ROOT / "tests" / "cases" / "_ways"
SUMMARY = "Świetlice dla dzieci i młodzieży w dwóch nadmorskich wsiach. Prowadzą je razem gmina, szkoły i urząd pracy."

ANSWERS = {
    "title": "Świetlice nad morzem",
    "summary": SUMMARY,
    "kind": "projekt",
    "themes": "wsparcie młodzieży",
    "places": "Rowy (miejscowość, Polska)\nŁeba (miejscowość, Polska)",
    "lifecycle": "trwa",
    "sources": "Sprawozdanie z projektu, https://example.org/swietlice",
    "leaders": "Urząd Miasta Sopotu",
    "partners": "Powiatowy Urząd Pracy w Gdyni",
    "start": "marzec 2024",
    "solution": "Po szkole:\n• zajęcia\n• obiad",
    "funding": "całość: 1,2 mln zł\ndotacja: 850 000,50 zł",
    "indicators": "uczestnicy: 1 240 osób, zrobiono (kobiety 640, mężczyźni 600)\nwrócili do szkoły: 32%, efekt",
    "obstacles": "Brak lokalu -> użyczyła go szkoła\nMało chętnych",
}
"""What a person answers, in the spelling of people."""

TYPED = [
    *(ANSWERS["title"], SUMMARY, "projekt", "wsparcie młodzieży", ""),
    *(
        "Rowy",
        "t",
        "",
        "miejscowość",
        "Łeba",
        "t",
        "",
        "Polska",
        "miejscowość",
        "",
        "trwa",
        ANSWERS["sources"],
        "",
        "t",
    ),
    *("", ANSWERS["leaders"], "", ANSWERS["partners"], "", "marzec 2024", "", "", "", ""),
    *("", "", ANSWERS["solution"], "", "", "", "", ""),
    *(
        *ANSWERS["funding"].split("\n"),
        "",
        *ANSWERS["indicators"].split("\n"),
        "",
        *ANSWERS["obstacles"].split("\n"),
        "",
    ),
    *("", "", "", ""),
]
"""The same at a terminal, a line an answer."""

RECORD: dict[str, Any] = {
    "kind": "project",
    "title": "Świetlice nad morzem",
    "summary": SUMMARY,
    "themes": ["youth-support"],
    "places": [{"place": "rowy"}, {"place": "leba"}],
    "lifecycle": "running",
    "period": {"start": "2024-03"},
    "organisations": [{"org": "urzad-miasta-sopotu", "role": "leader"}, {"org": "pup-gdynia", "role": "partner"}],
    "funding": [
        {"role": "total", "amount": 1200000, "currency": "PLN", "source": "s1"},
        {"role": "grant", "amount": 850000.5, "currency": "PLN", "source": "s1"},
    ],
    "indicators": [
        {
            "id": "uczestnicy",
            "label": "uczestnicy",
            "unit": "person",
            "nature": "output",
            "source": "s1",
            "value": 1240,
            "split": [{"dimension": "sex", "parts": {"F": 640, "M": 600}}],
        },
        {
            "id": "wrocili-do-szkoly",
            "label": "wrócili do szkoły",
            "unit": "percent",
            "nature": "outcome",
            "source": "s1",
            "value": 32,
        },
    ],
    "obstacles": [{"what": "Brak lokalu", "how_handled": "użyczyła go szkoła"}, {"what": "Mało chętnych"}],
    "solution": "Po szkole:\n\n- zajęcia\n- obiad",
    "sources": [{"id": "s1", "title": "Sprawozdanie z projektu", "url": "https://example.org/swietlice"}],
    "editorial": {
        "state": "draft",
        "created": "2026-11-29",
        "proposals": {
            "places": [
                {"id": "rowy", "name": "Rowy", "country": "PL", "level": "town"},
                {"id": "leba", "name": "Łeba", "country": "PL", "level": "town"},
            ]
        },
    },
}
"""The entry that each way makes of it, as short as a file may say it."""


def way(name: str) -> Path:
    """A file that one of the ways writes."""
    return FOLDER / name
