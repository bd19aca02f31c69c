"""A misspelt key is told where it stands, with the name that was meant there; limits are told with their numbers."""

from pathlib import Path
from typing import Annotated, Any

import pytest
from pydantic import Field, ValidationError
from tests.support.entries import entry, problems_of

from goodpractices.catalogue import Validator
from goodpractices.catalogue import fields as kinds
from goodpractices.catalogue.choices import Lifecycle
from goodpractices.catalogue.fields import record
from goodpractices.catalogue.validation import _SPELLED, _TYPED

FIGURE = {"id": "a", "label": "osoby", "unit": "person", "nature": "output", "source": "s1", "value": 5}


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ({"period": {"strat": "2020"}}, "3:3: period.strat: Nieznane pole „strat”. Może chodziło o „start”?"),
        (
            {"indicators": [{**FIGURE, "metod": "spis"}]},
            "9:3: indicators[0].metod: Nieznane pole „metod”. Może chodziło o „method”?",
        ),
        (
            {"transfer": {"fits": {"populatoin": {"min": 1}}}},
            "4:5: transfer.fits.populatoin: Nieznane pole „populatoin”. Może chodziło o „population”?",
        ),
    ],
)
def test_an_unknown_key_inside_a_record_comes_with_the_nearest_name_there(
    given: dict[str, Any], line: str, tmp_path: Path
) -> None:
    assert problems_of(tmp_path, entry(given)) == [line]


def test_a_required_key_that_is_misspelt_is_not_missing_too(tmp_path: Path) -> None:
    misspelt = {name: value for name, value in FIGURE.items() if name != "label"} | {"lable": "osoby"}
    assert problems_of(tmp_path, entry({"indicators": [misspelt]})) == [
        "8:3: indicators[0].lable: Nieznane pole „lable”. Może chodziło o „label”?"
    ]


@record
class OfKinds:
    slug: kinds.Slug | None = None
    theme: kinds.ThemeId | None = None
    link: kinds.PracticeId | None = None
    choice: Lifecycle | None = None
    code: Annotated[str, Field(pattern=r"^[0-9]{4}$")] | None = None
    url: kinds.Url | None = None
    email: kinds.Email | None = None
    phone: kinds.Phone | None = None
    picture: kinds.PictureFile | None = None
    number: kinds.Number | None = None
    whole: kinds.WholeNumber | None = None
    date: kinds.Date | None = None
    when: kinds.When | None = None
    interval: kinds.Interval | None = None
    day: kinds.CalendarDay | None = None
    country: kinds.Country | None = None
    language: kinds.Language | None = None
    currency: kinds.Currency | None = None
    truth: kinds.Truth | None = None
    text: kinds.Label | None = None


def said_of(name: str, value: Any) -> tuple[str, dict[str, Any]]:
    """The message about a value of a kind, and what it says beside the value itself."""
    validator = Validator(OfKinds)
    with pytest.raises(ValidationError) as refused:
        validator({name: value}, {"themes": {"zielen"}, "practices": {"las"}})
    [problem] = validator.problems(refused.value)
    assert problem.location == (name,)
    return problem.key, dict(problem.params)


TYPED = [
    ("slug", "a–b", "bad_id", "U+2013"),
    ("theme", "zie–len", "bad_id", "U+2013"),
    ("link", "la\u00a0s", "bad_id", "U+00A0"),
    ("choice", "run–ning", "not_allowed", "U+2013"),
    ("code", "12\u00a034", "bad_pattern", "U+00A0"),
    ("url", "https://a.pl/\u00a0x", "bad_url", "U+00A0"),
    ("email", "a–b@c.pl", "bad_email", "U+2013"),
    ("phone", "58–123 45", "bad_phone", "U+2013"),
    ("picture", "a–b.jpg", "bad_picture_name", "U+2013"),
]
SPELLED = [
    ("number", "5,5", "not_a_number", "5.5"),
    ("whole", "1 000", "not_a_number", "1000"),
    ("date", "maj 2020", "bad_date", "2020-05"),
    ("when", "2020-2021", "bad_date", "2020/2021"),
    ("interval", "2020–2021", "bad_interval", "2020/2021"),
    ("day", "1.02.2024", "bad_day", "2024-02-01"),
    ("country", "Polska", "bad_country", "PL"),
    ("language", "niemiecki", "bad_language", "de"),
    ("currency", "zł", "bad_currency", "PLN"),
    ("truth", "tak", "not_true_false", "true"),
]


@pytest.mark.parametrize(("name", "value", "key", "sign"), TYPED)
def test_a_sign_of_an_office_program_is_named_where_only_those_of_the_keyboard_may_stand(
    name: str, value: str, key: str, sign: str
) -> None:
    said, params = said_of(name, value)
    assert (said, params["office"]) == (key, sign)


@pytest.mark.parametrize(("name", "value", "key", "written"), SPELLED)
def test_what_people_spell_in_a_way_of_their_own_comes_with_what_to_write(
    name: str, value: str, key: str, written: str
) -> None:
    assert said_of(name, value) == (key, {"value": value, "write": written})


def test_each_such_refusal_has_an_example() -> None:
    assert {key for _, _, key, _ in TYPED} == _TYPED
    assert {key for _, _, key, _ in SPELLED} == _SPELLED


def test_an_id_is_written_with_hyphens_where_an_office_program_put_something_else() -> None:
    assert said_of("slug", "a–b")[1]["write"] == "a-b"
    assert "write" not in said_of("slug", "łąka–b")[1]
    assert said_of("slug", " a b ") == ("bad_id", {"value": " a b "})


def test_what_can_be_meant_in_two_ways_comes_with_both() -> None:
    assert said_of("day", "01/02/2024")[1] == {"value": "01/02/2024", "readings": "2024-02-01; 2024-01-02"}


def test_a_text_that_may_hold_any_sign_is_told_nothing_of_the_keyboard() -> None:
    assert said_of("text", "–<b>") == ("markup_in_text", {})


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        *((name, 80) for name in ("slug", "theme", "url", "email", "phone", "picture")),
        *((name, 80) for name in ("country", "language", "currency")),
        ("choice", 60),
        *((name, 40) for name in ("number", "date", "when", "interval", "day", "truth")),
    ],
)
def test_a_message_repeats_no_more_than_the_beginning_of_a_value(name: str, shown: int) -> None:
    long = "łx" * 48
    assert said_of(name, long)[1]["value"] == long[:shown]


def test_a_limit_is_told_and_by_how_much_it_was_missed() -> None:
    assert said_of("text", "x" * 203) == ("too_long", {"max": 200, "over": 3})
    assert said_of("url", "https://a.pl/" + "x" * 1990) == ("too_long", {"max": 2000, "over": 3})
    assert said_of("whole", "1.5") == ("not_integer", {"value": "1.5"})
    assert said_of("number", ["1"]) == ("not_a_number", {"value": "['1']"})
    assert said_of("text", ["a"]) == ("not_text", {})
    assert said_of("code", "1") == ("bad_pattern", {"pattern": "^[0-9]{4}$"})


def test_what_is_allowed_is_told_where_nothing_comes_near() -> None:
    key, params = said_of("choice", "qqq")
    assert (key, params["nearest"]) == ("not_allowed", None)
    assert params["allowed"].split(", ")[:2] == ["idea", "starting"]
    key, params = said_of("numebr", "1")
    assert (key, params["nearest"]) == ("unknown_key", "number")
    assert params["allowed"].split(", ") == list(OfKinds.__dataclass_fields__)
    assert said_of("theme", "zielne") == ("unknown_id", {"value": "zielne", "where": "themes", "nearest": "zielen"})
    assert said_of("link", "lsa") == ("unknown_practice", {"value": "lsa", "where": "practices", "nearest": "las"})
