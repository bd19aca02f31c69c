"""The model as its users rely on it: the order of the form and of the guide, what is asked first, limits, defaults."""

import inspect
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from types import ModuleType
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from goodpractices.catalogue import Practice, evidence, glossary, identity, model, proposals, records, registry, uses
from goodpractices.catalogue import fields as kinds
from goodpractices.catalogue.shapes import Shape, record_shape
from goodpractices.catalogue.uses import Asked, Explained, Wanted

# Fields behind the word of a step, which few entries need, have a plus.
STEPS = {
    "main": "title summary kind themes lifecycle places sources short_title+ original_title+ plain_summary+ "
    "easy_to_read+",
    "people": "sites+ target_groups scope+ age_range+ organisations participation_level+ contacts",
    "course": "period lifecycle_as_of lifecycle_source support_types access_cost programme funding delivery_mode+ "
    "recurrence+ key_dates+ resources+ events+",
    "figures": "indicators evidence_level evaluation+ recognition+ claims+",
    "story": "challenge goals solution steps+ outcomes beneficiary_view+ success_factors+ components+",
    "others": "transfer+ obstacles+ adoptions+ documents+ media+ sdg+ criteria+ transfer_story relations",
    "finish": "id editorial rights+ origin+ not_applicable+ former_ids+",
}
SECTIONS = {
    "obowiazkowe": "title summary kind themes lifecycle",
    "miejsca": "places sites scope organisations",
    "zrodla": "sources rights origin",
    "redakcja": "editorial",
    "czas": "lifecycle_as_of lifecycle_source period key_dates",
    "nazwa": "short_title original_title plain_summary easy_to_read former_ids",
    "dla-kogo": "target_groups age_range participation_level support_types delivery_mode access_cost recurrence "
    "components",
    "pieniadze": "programme funding",
    "powtorzenie": "resources transfer obstacles adoptions criteria sdg",
    "liczby": "indicators",
    "dowody": "evidence_level evaluation recognition claims",
    "powiazania": "relations events documents",
    "kontakt": "contacts",
    "zdjecia": "media",
    "nie-dotyczy": "not_applicable",
    "tlumaczenie": "translations",
}
WANTED = (
    "solution organisations period target_groups indicators evidence_level outcomes challenge contacts funding "
    "transfer obstacles steps plain_summary resources success_factors support_types goals beneficiary_view access_cost "
    "evaluation key_dates scope programme sdg"
)
# What the kind of a field does not say: how many there may be (of a list in brackets, of a mapping in braces), or how
# much.
LIMITS = {
    "Translation.texts[]": (None, 500),
    "Practice.themes[]": (1, 5),
    "Practice.places[]": (1, 60),
    "Practice.sources[]": (1, 40),
    "Practice.sites[]": (None, 20),
    "Practice.key_dates[]": (None, 12),
    "Practice.organisations[]": (None, 100),
    "Practice.funding[]": (None, 20),
    "Practice.components[]": (None, 20),
    "Practice.indicators[]": (None, 40),
    "Practice.evaluation[]": (None, 20),
    "Practice.sdg": (1, 17),
    "AgeRange.min": (0, 120),
    "AgeRange.max": (0, 120),
    "Sites.count": (1, None),
    "PopulationRange.min": (0, None),
    "PopulationRange.max": (0, None),
    "Adoption.count": (1, None),
    "Adoption.elements[]": (None, 20),
    "Editorial.inquiries[]": (None, 20),
    "Money.amount": (0, None),
    "Split.parts{}": (1, 20),
    "Split.parts": (0, None),
    "EvidenceLevel.value": (0, 4),
    "Term.sdg": (1, 17),
    "Population.value": (0, None),
    "Place.lat": (-90, 90),
    "Place.lon": (-180, 180),
    "Rates.per_euro{}": (1, 200),
    "Rates.per_euro": (0.0001, None),
    "ProposedPlace.lat": (-90, 90),
    "ProposedPlace.lon": (-180, 180),
}
# What a field says that is left out, if that is something; a file may then do without it.
SAID_ANYWAY = {
    "PlaceUse.role": "implemented",
    "Sites.precision": "exact",
    "Document.type": "document",
    "Money.precision": "exact",
    "Indicator.precision": "exact",
    "Claim.status": "open",
    "Identity.licence": "CC-BY-4.0",
    "Identity.edit_path": "edit/main/",
}
_WITH_RECORDS: tuple[ModuleType, ...] = (model, records, evidence, registry, glossary, identity, proposals)
RECORDS = {
    name: value
    for module in _WITH_RECORDS
    for name, value in vars(module).items()
    if inspect.isclass(value)
    and is_dataclass(value)
    and value.__module__ == module.__name__
    and hasattr(value, "__pydantic_fields__")
}
# Kinds of text: each has its limits wherever it stands.
_OWN_LIMITS = ("text", "lines", "story", "url", "email", "picture")


def test_the_form_asks_in_this_order_and_for_some_things_only_behind_a_word() -> None:
    found = defaultdict(list)
    for name, asked in uses(Practice, Asked).items():
        found[asked.step].append(f"{name}{'+' * asked.more}")
    assert {step: " ".join(names) for step, names in found.items()} == STEPS


def test_the_guide_explains_each_field_in_its_section() -> None:
    found = defaultdict(list)
    for name, explained in uses(Practice, Explained).items():
        found[explained.section].append(name)
    assert {section: " ".join(names) for section, names in found.items()} == SECTIONS


def test_editors_are_reminded_of_what_readers_decide_by_first() -> None:
    wanted = uses(Practice, Wanted)
    assert " ".join(sorted(wanted, key=lambda name: wanted[name].rank)) == WANTED
    assert {each.rank for each in wanted.values()} == set(range(1, len(wanted) + 1))
    assert [name for name, each in wanted.items() if not each.counted] == ["obstacles"]


def limits(shape: Shape, name: str) -> Iterator[tuple[str, tuple[Any, Any]]]:
    """The limits of a field and of what it holds, but for those that a kind of text has anyway."""
    if shape["kind"] in ("list", "map"):
        if not shape.get("single") or "min" not in shape:
            yield f"{name}{'[]' if shape['kind'] == 'list' else '{}'}", (shape.get("min"), shape.get("max"))
        yield from limits(shape["of"], name)
    elif shape["kind"] not in _OWN_LIMITS:
        yield name, (shape.get("min"), shape.get("max"))


def test_each_field_has_these_limits_and_no_others() -> None:
    found = {
        name: ends
        for record, of in RECORDS.items()
        for field, shape in record_shape(of)["fields"].items()
        for name, ends in limits(shape, f"{record}.{field}")
        if ends != (None, None)
    }
    assert found == LIMITS


def test_a_field_that_is_left_out_says_nothing_but_for_what_is_so_as_a_rule() -> None:
    found = {
        f"{record}.{each.name}": each.default
        for record, of in RECORDS.items()
        for each in fields(of)
        if each.default is not MISSING and each.default not in (None, (), False)
    }
    assert found == SAID_ANYWAY


LONG = "https://example.org/"


@pytest.mark.parametrize(
    ("kind", "most", "made"),
    [
        (kinds.Text, 1500, lambda n: "x" * n),
        (kinds.Label, 200, lambda n: "x" * n),
        (kinds.Title, 100, lambda n: "x" * n),
        (kinds.ShortTitle, 40, lambda n: "x" * n),
        (kinds.Summary, 400, lambda n: "x" * n),
        (kinds.Lines, 6000, lambda n: "x" * n),
        (kinds.Story, 20_000, lambda n: "x" * n),
        (kinds.Slug, 80, lambda n: "x" * n),
        (kinds.Url, 2000, lambda n: LONG + "x" * (n - len(LONG))),
        (kinds.Email, 200, lambda n: "x" * (n - len("@example.org")) + "@example.org"),
        (kinds.PictureFile, 100, lambda n: "x" * (n - len(".jpg")) + ".jpg"),
        (kinds.Phone, 25, lambda n: "+" + "5" * (n - 1)),
        (kinds.Texts, 20, lambda n: ["x"] * n),
        (kinds.Number, 15, lambda n: "9" * n),
        (kinds.Number, 8, lambda n: "0." + "9" * (n - 2)),
    ],
)
def test_a_kind_takes_as_much_as_this_and_no_more(kind: Any, most: int, made: Any) -> None:
    TypeAdapter(kind).validate_python(made(most))
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(made(most + 1))


@pytest.mark.parametrize(
    ("kind", "least", "made"),
    [
        (kinds.Summary, 80, lambda n: "x" * n),
        (kinds.Phone, 5, lambda n: "5" * n),
        (kinds.Texts, 1, lambda n: ["x"] * n),
        (kinds.Slug, 1, lambda n: "x" * n),
        (kinds.Text, 1, lambda n: "x" * n),
        (kinds.Lines, 1, lambda n: "x" * n),
        (kinds.Story, 1, lambda n: "x" * n),
    ],
)
def test_a_kind_asks_for_as_much_as_this(kind: Any, least: int, made: Any) -> None:
    TypeAdapter(kind).validate_python(made(least))
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(made(least - 1))


@pytest.mark.parametrize(
    ("kind", "schema"),
    [
        (kinds.Number, {"type": "number"}),
        (kinds.WholeNumber, {"type": "integer"}),
        (kinds.Truth, {"type": "boolean"}),
        (kinds.CalendarDay, {"type": "string", "format": "date"}),
        (kinds.Date, {"type": "string", "format": "edtf"}),
        (kinds.Interval, {"type": "string", "format": "edtf"}),
        (kinds.When, {"type": "string", "format": "edtf"}),
        (kinds.Summary, {"type": "string", "minLength": 80, "maxLength": 400}),
    ],
)
def test_a_kind_says_what_it_is_to_programs(kind: Any, schema: dict[str, Any]) -> None:
    assert TypeAdapter(kind).json_schema() == schema


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (kinds.Date, "2020-05~"),
        (kinds.Interval, "2020/.."),
        (kinds.When, "2020/2021"),
        (kinds.CalendarDay, "2020-05-04"),
    ],
)
def test_a_date_is_written_as_it_was_typed(kind: Any, typed: str) -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(kind)
    value = adapter.validate_python(typed)
    assert adapter.dump_python(value, mode="json") == typed
    assert adapter.validate_python(value) is value


@pytest.mark.parametrize(
    ("kind", "given", "key"),
    [
        (kinds.Date, "2020-13", "bad_date"),
        (kinds.Date, "2020/2021", "bad_date"),
        (kinds.When, "2020-13", "bad_date"),
        (kinds.Interval, "2020", "bad_interval"),
        (kinds.Interval, "2021/2020", "end_before_start"),
        (kinds.OtherLanguage, "pl", "polish_elsewhere"),
        (kinds.OtherLanguage, "xx", "bad_language"),
        (kinds.ReceivingAddress, "http://a.pl/x", "bad_receiving_address"),
        (kinds.ReceivingAddress, "https://a.pl/x?y", "bad_receiving_address"),
        (kinds.SiteAddress, "https://a.pl/?x", "bad_site_address"),
        (kinds.Lines, " \n ", "empty"),
        (kinds.Lines, "a\n<b>", "markup_in_text"),
        (kinds.Story, " ", "empty"),
    ],
)
def test_a_kind_refuses_with_a_message_of_its_own(kind: Any, given: str, key: str) -> None:
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(kind).validate_python(given)
    assert [each["type"] for each in refused.value.errors()] == [key]


def test_lines_lose_blanks_and_blocks_stand_one_empty_line_apart() -> None:
    read = TypeAdapter(kinds.Lines).validate_python
    assert read("\n  Raz   dwa \nTrzy\n\n\n\nCztery\n") == "Raz dwa\nTrzy\n\nCztery"


@pytest.mark.parametrize("code", ["EU", "ZZ", "XA", "XB", "UN", "EZ", "pl", "POL", "P", "Pl", "001"])
def test_what_is_no_country_has_no_code_of_one(code: str) -> None:
    assert not kinds.is_country(code)
    assert kinds.is_country("PL")


def test_texts_that_javascript_reads_are_those_of_the_kinds() -> None:
    patterns = kinds.text_patterns()
    assert patterns.keys() == {
        *("control", "marks", "markup", "deceptive_host"),
        *("slug", "email", "phone", "picture", "number", "exponent"),
    }
    assert not any("\\U000" in each or "(?<" in each for each in patterns.values())
    whole = {name: each for name, each in patterns.items() if each.startswith("^(?:")}
    assert whole.keys() == {"slug", "email", "phone", "picture", "number", "exponent"}
    assert all(each.endswith(")$") for each in whole.values())
