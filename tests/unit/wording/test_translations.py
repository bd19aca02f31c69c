"""The words of the site: found by key, filled, counted, and the same in every language."""

import re
import typing
from pathlib import Path

import pytest
import yaml
from babel import Locale

from goodpractices.catalogue import choices
from goodpractices.wording import Translations, languages
from goodpractices.wording.translations import LOCALES, Entry, read_entries

PL = Translations.load("pl")
EN = Translations.load("en")


def places_in(entry: Entry) -> set[str]:
    texts = [entry] if isinstance(entry, str) else entry.values()
    return {place for text in texts for place in re.findall(r"\{(\w+)\}", text)}


def locale_file(folder: Path, content: str) -> Path:
    path = folder / "xx.yml"
    path.write_text(content, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (0, "0 praktyk"),
        (1, "1 praktyka"),
        (2, "2 praktyki"),
        (4, "4 praktyki"),
        (5, "5 praktyk"),
        (12, "12 praktyk"),
        (14, "14 praktyk"),
        (22, "22 praktyki"),
        (112, "112 praktyk"),
        (1.5, "1,5 praktyki"),
        (1.0, "1 praktyka"),
        (1234, "1\xa0234 praktyki"),
    ],
)
def test_polish_counts_in_its_own_plurals(n: float, words: str) -> None:
    assert PL("practices.count", n=n) == words


def test_english_counts_one_and_many() -> None:
    assert [EN("practices.count", n=n) for n in (0, 1, 2)] == ["0 practices", "1 practice", "2 practices"]


def test_a_missing_key_is_an_error_that_names_it() -> None:
    with pytest.raises(KeyError, match=r"no\.such\.key"):
        PL("no.such.key")


def test_a_place_in_braces_that_nothing_was_given_for_is_an_error_that_names_it() -> None:
    with pytest.raises(KeyError, match=r"too_long.*max"):
        PL("problem.too_long", over=3)


def test_a_counted_text_without_a_number_is_an_error() -> None:
    with pytest.raises(KeyError, match=r"practices\.count"):
        PL("practices.count", n="5")


def test_what_is_filled_in_is_not_filled_again() -> None:
    assert PL("problem.unknown_source", value="{nearest} {0.__class__}") == "Nie ma źródła „{nearest} {0.__class__}”."


def test_numbers_are_filled_in_as_the_language_writes_them() -> None:
    assert "20\xa0000 znaków (teraz o 1,5 za dużo)" in PL("problem.too_long", max=20000, over=1.5)


def test_a_script_writes_numbers_with_the_sign_that_the_build_writes_between_thousands() -> None:
    for words in (PL, EN):
        assert words("catalogue.show", n=12345).count(f"12{words.group_sign}345") == 1


def test_a_closed_choice_has_a_label_even_where_yaml_would_read_another_type() -> None:
    assert PL.choice("lifecycle", "ended") == "zakończona"
    assert PL.choice("criterion_state", "no") == "nie spełnia"
    assert PL.choice("evidence_level", 2) == "policzono"


def test_a_group_keeps_the_order_of_the_file() -> None:
    assert list(PL.group("section"))[:2] == ["challenge", "goals"]
    with pytest.raises(KeyError, match="nothing"):
        PL.group("nothing")


def test_a_field_may_be_called_differently_in_one_record() -> None:
    assert (PL.field("target"), PL.field("target", "relations")) == ("cel", "z czym")
    assert PL.help("note", "funding") == PL.help("note")


def test_a_problem_suggests_the_nearest_value_or_else_says_what_is_allowed() -> None:
    near = {"value": "zielnn", "nearest": "zielen", "where": "themes"}
    assert PL.problem("unknown_id", near) == "Słownik nie zna hasła „zielnn”. Może chodziło o „zielen”?"
    assert PL.problem("unknown_id", near | {"nearest": None}).endswith("Wybierz jedno z listy: themes.")
    assert PL.problem("missing", {}) == "Uzupełnij to pole."


@pytest.mark.parametrize("added", ["nearest", "write", "readings", "office"])
def test_what_is_known_of_the_way_out_is_added_to_a_problem(added: str) -> None:
    sentence = PL(f"problem.{'suggestion' if added == 'nearest' else added}", **{added: "tak"})
    assert PL.problem("missing", {added: "tak"}) == f"{PL('problem.missing')}{sentence}"
    assert PL.problem("missing", {added: None}) == PL("problem.missing")


def test_all_that_is_known_of_the_way_out_is_added_the_nearest_value_first() -> None:
    text = PL.problem("missing", {"office": "U+00A0", "readings": "a; b", "write": "c", "nearest": "d"})
    places = [text.index(each) for each in ("d”?", "Napisz c", "a; b", "U+00A0")]
    assert places == sorted(places)


@pytest.mark.parametrize("group", ["field", "help"])
def test_a_record_may_have_words_of_its_own_for_a_field(group: str) -> None:
    ask = {"field": PL.field, "help": PL.help}[group]
    own = [key.split(".") for key in PL.entries if key.startswith(f"{group}.") and key.count(".") == 2]
    assert len(own) > 5
    assert [ask(name, within) for _, within, name in own] == [PL(".".join(parts)) for parts in own]


def test_an_amount_is_exact_unless_it_is_said_to_be_something_else() -> None:
    assert PL.money(9_200_000, "PLN") == PL.money(9_200_000, "PLN", "exact")


@pytest.mark.parametrize(
    ("amount", "currency", "precision", "words"),
    [
        (9_200_000, "PLN", "rounded", "9,2 mln zł"),
        (9_250_000, "PLN", "rounded", "9,25 mln zł"),
        (1_000_000, "PLN", "rounded", "1 mln zł"),
        (9_200_000, "PLN", "exact", "9 200 000 zł"),
        (9_200_000, "PLN", "at_least", "co najmniej 9,2 mln zł"),
        (9_213_456.78, "PLN", "rounded", "9 213 456,78 zł"),
        (120_000, "PLN", "about", "około 120 000 zł"),
        (3000, "EUR", "exact", "3 000 €"),
        (7.5, "PLN", "exact", "7,50 zł"),
        (7.5, "EUR", "about", "około 7,50 €"),
        (999_000, "PLN", "rounded", "999 000 zł"),
        (1_000_500, "PLN", "rounded", "1 000 500 zł"),
        (1_234_000, "PLN", "rounded", "1,234 mln zł"),
    ],
)
def test_money_is_short_only_where_it_is_not_exact_and_no_digit_is_lost(
    amount: float, currency: str, precision: str, words: str
) -> None:
    assert PL.money(amount, currency, precision).replace("\xa0", " ") == words


def test_the_letters_of_a_currency_do_not_touch_the_digits() -> None:
    assert EN.money(9_200_000, "PLN", "rounded") == "PLN\xa09.2 million"


@pytest.mark.parametrize(
    ("things", "words"),
    [
        (["a", "b", "c"], "a, b i c"),
        (["a", "b, które c"], "a; b, które c"),
        (["a, które b", "c", "d"], "a, które b; c; d"),
        (["a, które b"], "a, które b"),
    ],
)
def test_things_with_commas_of_their_own_are_parted_by_semicolons(things: list[str], words: str) -> None:
    assert PL.listing(things) == words


@pytest.mark.parametrize(
    ("ratio", "words"),
    [
        (0.848, "84,8%"),
        (320 / 784, "40,8%"),
        (0.5, "50%"),
        (0, "0%"),
        (1, "100%"),
        (0.0003, "poniżej 0,1%"),
        (0.0005, "poniżej 0,1%"),
        (0.00051, "0,1%"),
        (0.9994, "99,9%"),
        (0.9995, "powyżej 99,9%"),
        (0.9999, "powyżej 99,9%"),
    ],
)
def test_a_share_never_reads_as_nothing_or_everything_unless_it_is(ratio: float, words: str) -> None:
    assert PL.percent(ratio) == words


def test_lists_countries_languages_and_months_come_in_the_language() -> None:
    assert PL.listing(["a", "b", "c"]) == "a, b i c"
    assert PL.listing(["a", "b"], "or") == "a lub b"
    assert (PL.country("DE"), EN.country("DE")) == ("Niemcy", "Germany")
    assert PL.language_name("de") == "niemiecki"
    assert (PL.month(10, alone=True), PL.month(10, alone=False)) == ("październik", "października")


def test_there_are_words_for_readers_in_polish_and_english() -> None:
    assert {"pl", "en"} <= set(languages())


@pytest.mark.parametrize("language", languages())
def test_every_language_has_the_keys_of_polish_in_their_order(language: str) -> None:
    assert list(Translations.load(language).entries) == list(PL.entries)


@pytest.mark.parametrize("language", languages())
def test_a_text_has_the_same_places_in_braces_in_every_language(language: str) -> None:
    entries = Translations.load(language).entries
    assert [key for key in PL.entries if places_in(PL.entries[key]) != places_in(entries[key])] == []


@pytest.mark.parametrize("language", languages())
def test_no_key_is_written_twice(language: str) -> None:
    root = yaml.compose((LOCALES / f"{language}.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    nodes = [root]
    for node in nodes:
        if isinstance(node, yaml.MappingNode):
            keys = [key.value for key, _ in node.value]
            assert len(keys) == len(set(keys)), [key for key in keys if keys.count(key) > 1]
            nodes += [value for _, value in node.value]


@pytest.mark.parametrize("language", languages())
def test_counted_texts_have_every_form_of_their_language(language: str) -> None:
    translations = Translations.load(language)
    forms = Locale.parse(translations.locale).plural_form.tags | {"other"}
    counted = {key: entry for key, entry in translations.entries.items() if not isinstance(entry, str)}
    assert {key for key, entry in counted.items() if entry.keys() != forms} == set()


def test_polish_counts_in_four_forms_and_english_in_two() -> None:
    assert set(PL.entries["practices.count"]) == {"one", "few", "many", "other"}
    assert set(EN.entries["practices.count"]) == {"one", "other"}


CHOICES = {
    re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower(): typing.get_args(choice)
    for name, choice in vars(choices).items()
    if typing.get_origin(choice) is typing.Literal
}


@pytest.mark.parametrize("name", CHOICES)
def test_every_closed_choice_of_the_model_has_its_labels_and_no_others(name: str) -> None:
    assert set(PL.group(f"choices.{name}")) == set(CHOICES[name])


def test_a_language_without_words_is_refused() -> None:
    with pytest.raises(LookupError, match=r"\.\./pl"):
        Translations.load("../pl")


def test_nested_and_dotted_keys_are_the_same(tmp_path: Path) -> None:
    nested = read_entries(locale_file(tmp_path, "locale: pl\na: {b: {c: x}}\n"))
    assert nested == read_entries(locale_file(tmp_path, "locale: pl\na.b.c: x\n"))


def test_a_text_may_have_every_plural_form_that_languages_have(tmp_path: Path) -> None:
    forms = dict.fromkeys(("zero", "one", "two", "few", "many", "other"), "x")
    assert read_entries(locale_file(tmp_path, yaml.safe_dump({"locale": "ar", "a": forms}))) == {
        "locale": "ar",
        "a": forms,
    }


def test_texts_that_are_called_like_plural_forms_and_others_stay_apart(tmp_path: Path) -> None:
    entries = read_entries(locale_file(tmp_path, "locale: pl\na: {other: x, none: y}\nb: {one: z}\n"))
    assert entries == {"locale": "pl", "a.other": "x", "a.none": "y", "b.one": "z"}


@pytest.mark.parametrize("text", ['"{a.b}"', '"{0}"', '"{a!r}"', '"{"', '"}"', '""', "[x]"])
def test_a_locale_file_holds_only_texts_with_plain_names_in_braces(tmp_path: Path, text: str) -> None:
    with pytest.raises(ValueError, match=r"some\.key"):
        read_entries(locale_file(tmp_path, f"locale: pl\nsome.key: {text}\n"))


def test_a_locale_file_says_its_locale(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="locale"):
        read_entries(locale_file(tmp_path, "some.key: text\n"))
