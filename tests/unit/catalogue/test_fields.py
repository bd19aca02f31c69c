"""The kinds of value: what each takes, what it makes of it, and what it refuses under which message."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from tests.support.entries import practice

from goodpractices.catalogue import PRACTICE, is_safe_link
from goodpractices.catalogue import fields as f
from goodpractices.editing import problem_line
from goodpractices.wording import Translations

HARMLESS = [
    "https://www.gdynia.pl",
    "http://gdynia.pl/",
    "HTTPS://GDYNIA.PL/a?b=c&d=%20#e",
    "https://gdynia.pl:8443/x",
    "https://xn--d-uga.pl",
    "https://łódź.pl/ulica/Świętojańska",
    "https://pl.wikipedia.org/wiki/Gdynia_(miasto)",
]
HOSTILE = [
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    " javascript:alert(1)",
    "\x01javascript:alert(1)",
    "javascript\u200b:alert(1)",
    "&#106;avascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "ftp://gdynia.pl",
    "blob:https://gdynia.pl/x",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https:/\\evil.example",
    "https:\\\\evil.example",
    "https:evil.example",
    "https:///evil.example",
    "https://",
    "https://localhost",
    "https://[::1]/",
    "https://user@evil.example",
    "https://user:password@evil.example",
    "https://gdynia.pl@evil.example",
    "https://@evil.example",
    "https://gdynia.pl\\@evil.example",
    "https://gdynia.pl:port",
    "https://gdynia.pl:99999",
    "https://gdynia.pl /x",
    "https://gdynia.pl\t/x",
    "https://gdy\nnia.pl",
    "https://gdynia.pl/\u00a0x",
    "https://gdynia.pl/\u202ex",
    'https://gdynia.pl/"onmouseover="x',
    "https://gdynia.pl/<b>",
    "https://gdynia.pl/'x",
    "www.gdynia.pl",
    "gdynia.pl",
    "/praktyki/",
    "../gdynia/",
    "#a",
    "?q=a",
    "",
]


@pytest.mark.parametrize("address", HARMLESS)
def test_a_web_address_is_taken_as_it_is(address: str) -> None:
    assert is_safe_link(address)
    assert TypeAdapter(f.Url).validate_python(address) == address


@pytest.mark.parametrize("address", HOSTILE)
def test_an_address_that_leads_elsewhere_or_runs_something_is_refused(address: str) -> None:
    assert not is_safe_link(address)
    assert refusals(f.Url, address) == ["bad_url"]


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "https://example.org/",
        "http://a.example.org:8080/katalog",
        "https://example.org/~a/b-c.d/",
    ],
)
def test_a_site_is_read_at_plain_addresses(address: str) -> None:
    assert TypeAdapter(f.SiteAddress).validate_python(address) == address


@pytest.mark.parametrize(
    "end", ["?a=b", "#a", "?", "#", "a b/", "a;b/", "$a/", "%0Aa/", "łąka/", "../", "./a/", "a//b/"]
)
def test_an_address_that_means_something_to_a_server_is_none_of_a_site(end: str) -> None:
    refused = refusals(f.SiteAddress, f"https://example.org/{end}")
    assert refused in (["bad_site_address"], ["bad_url"])


@given(st.text(max_size=60))
def test_nothing_but_web_and_mail_passes_for_a_link(text: str) -> None:
    if is_safe_link(text):
        assert text.lower().startswith(("http://", "https://", "mailto:"))
        assert not any(character.isspace() for character in text)


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("mailto:kontakt@gdynia.pl", True),
        ("mailto:", False),
        ("mailto:a@b.pl?subject=x&bcc=c@d.pl", False),
        ("mailto:a@b.pl,c@d.pl", False),
        ("mailto:javascript:alert(1)", False),
    ],
)
def test_a_mail_link_holds_one_mailbox_and_nothing_else(address: str, safe: bool) -> None:
    assert is_safe_link(address) is safe


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (f.Number, "784", 784),
        (f.Number, "9.2", 9.2),
        (f.Number, "-3", -3),
        (f.WholeNumber, "0123", 123),
        (f.Truth, "true", True),
        (f.Truth, "false", False),
        (f.Label, "  dwa   słowa\n w linii ", "dwa słowa w linii"),
        (f.Slug, "po-wer_2", "po-wer_2"),
        (f.Texts, "jeden", ("jeden",)),
        (f.Texts, ["jeden", "dwa"], ("jeden", "dwa")),
        (f.Country, "PL", "PL"),
        (f.Language, "de", "de"),
        (f.Currency, "EUR", "EUR"),
        (f.Phone, "+48 58 668-00-00", "+48 58 668-00-00"),
        (f.PictureFile, "Las_2-mały.jpg".replace("ł", "l"), "Las_2-maly.jpg"),
    ],
)
def test_a_good_text_becomes_its_value(kind: Any, text: object, value: object) -> None:
    result = TypeAdapter(kind).validate_python(text)
    assert result == value
    assert type(result) is type(value)


@pytest.mark.parametrize(
    ("kind", "text", "key"),
    [
        (f.Number, "1 000", "not_a_number"),
        (f.Number, "9,2", "not_a_number"),
        (f.Number, "1e3", "number_with_exponent"),
        (f.Number, "1_000", "not_a_number"),
        (f.Number, "nan", "not_a_number"),
        (f.Number, "inf", "not_a_number"),
        (f.Number, "٣", "not_a_number"),
        (f.Number, "9" * 16, "not_a_number"),
        (f.Number, "", "not_a_number"),
        (f.Number, ["1"], "not_a_number"),
        (f.WholeNumber, "1.0", "not_integer"),
        (f.Truth, "yes", "not_true_false"),
        (f.Truth, "True", "not_true_false"),
        (f.Label, " \n ", "empty"),
        (f.Label, "a <b>", "markup_in_text"),
        (f.Label, "<!-- a", "markup_in_text"),
        (f.Label, {"a": "b"}, "string_type"),
        (f.Slug, "Gdynia", "bad_id"),
        (f.Slug, "-gdynia", "bad_id"),
        (f.Slug, "gdynia--pracownia", "bad_id"),
        (f.Slug, "łódź", "bad_id"),
        (f.Slug, "../gdynia", "bad_id"),
        (f.Slug, "gdynia\n", "bad_id"),
        (f.Slug, "a" * 81, "bad_id"),
        (f.Slug, "", "empty"),
        (f.CalendarDay, "2026-02-30", "bad_day"),
        (f.CalendarDay, "20260215", "bad_day"),
        (f.CalendarDay, "2026-W07-1", "bad_day"),
        (f.Country, "pl", "bad_country"),
        (f.Country, "EU", "bad_country"),
        (f.Country, "XX", "bad_country"),
        (f.Language, "PL", "bad_language"),
        (f.Language, "xx", "bad_language"),
        (f.Currency, "pln", "bad_currency"),
        (f.Currency, "ZZZ", "bad_currency"),
        (f.Email, "a@b", "bad_email"),
        (f.Email, "a b@c.pl", "bad_email"),
        (f.Email, "a@b.pl\n", "bad_email"),
        (f.Phone, "668", "bad_phone"),
        (f.PictureFile, "../las.jpg", "bad_picture_name"),
        (f.PictureFile, "las.svg", "bad_picture_name"),
        (f.PictureFile, "las.JPG", "bad_picture_name"),
        (f.PictureFile, ".jpg", "bad_picture_name"),
        (f.When, "2023/2022", "end_before_start"),
        (f.When, ["2023"], "bad_date"),
    ],
)
def test_a_text_that_is_none_of_its_kind_is_refused_with_its_message(kind: Any, text: object, key: str) -> None:
    assert refusals(kind, text) == [key]


def test_a_summary_is_not_long_by_its_blanks() -> None:
    assert refusals(f.Summary, "Las" + " " * 90 + "w mieście") == ["string_too_short"]


@pytest.mark.slow
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=120))
def test_a_text_that_was_taken_is_taken_again_as_it_is(text: str) -> None:
    for kind in (f.Summary, f.Title, f.ShortTitle, f.Text):
        adapter: TypeAdapter[str] = TypeAdapter(kind)
        try:
            taken = adapter.validate_python(text)
        except ValidationError:
            continue
        assert adapter.validate_python(taken) == taken


def test_ids_are_looked_up_where_there_is_something_to_look_in() -> None:
    place = TypeAdapter(f.PlaceId)
    assert place.validate_python("gdynia", context={"places": {"gdynia"}}) == "gdynia"
    assert place.validate_python("gdynia", context={}) == "gdynia"
    assert place.validate_python("gdynia") == "gdynia"
    with pytest.raises(ValidationError) as raised:
        place.validate_python("gdynai", context={"places": {"gdynia"}})
    [detail] = raised.value.errors()
    assert (detail["type"], detail["ctx"]["nearest"]) == ("unknown_id", "gdynia")


JUNK = st.recursive(
    st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.slow
@given(name=st.sampled_from(PRACTICE.fields()), junk=JUNK)
def test_whatever_stands_in_a_field_every_refusal_has_words(name: str, junk: Any) -> None:
    names: Mapping[str, set[str]] = {"themes": {"zielen"}, "places": {"gdynia"}, "kinds": {"project"}}
    try:
        PRACTICE({"id": "wzor", **practice(**{name: junk})}, names)
    except ValidationError as error:
        polish = Translations.load("pl")
        lines = [problem_line(problem, polish) for problem in PRACTICE.problems(error)]
        assert lines
        assert all(len(line) < 4000 for line in lines)


def refusals(kind: Any, value: object) -> list[str]:
    with pytest.raises(ValidationError) as raised:
        TypeAdapter(kind).validate_python(value)
    return [detail["type"] for detail in raised.value.errors()]
