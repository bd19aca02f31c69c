"""What cells show: stored numbers in the formats that offices use, as a Polish Excel shows them."""

import pytest

from goodpractices.editing.submissions.reading.number_formats import BUILT_IN, shown, shown_text

ACCOUNTING = '_-* #,##0.00\\ "zł"_-;-* #,##0.00\\ "zł"_-;_-* "-"??\\ "zł"_-;_-@_-'


@pytest.mark.parametrize(
    ("stored", "code", "text"),
    [
        ("1240", "General", "1240"),
        ("0.1", "General", "0,1"),
        ("0.30000000000000004", "General", "0,3"),
        ("-5.25", "General", "-5,25"),
        ("123456789012", "General", "123456789012"),
        ("12345678901.5", "General", "12345678902"),
        ("1E+20", "General", "1,00000E+20"),
        ("41", 'General" osób"', "41 osób"),
        ("1250000.5", '#,##0.00 "zł"', "1 250 000,50 zł"),
        ("85000.5", "#,##0 [$zł-415]", "85 001 zł"),
        ("20000", "[$€-407] #,##0", "€ 20 000"),
        ("20000", '#,##0\\ "€"', "20 000 €"),
        ("9200000", '0.0,,"  mln zł"', "9,2  mln zł"),
        ("85000", '#,##0," tys. zł"', "85 tys. zł"),
        ("1234.5", ACCOUNTING, "1 234,50 zł"),
        ("-1234.5", ACCOUNTING, "-1 234,50 zł"),
        ("0", ACCOUNTING, "- zł"),
        ("-7", "#,##0;(#,##0)", "(7)"),
        ("-0.001", "0.00", "0,00"),
        ("-3", "0", "-3"),
        ("0.85", "0%", "85%"),
        ("0.325", "0.0%", "32,5%"),
        ("1", "0%", "100%"),
        ("12", "000000", "000012"),
        ("81340", "00\\-000", "81-340"),
        ("1340", "00-000", "01-340"),
        ("501234567", "000\\-000\\-000", "501-234-567"),
        ("586710556", "[<=9999999]###-##-##;(##) ###-##-##", "(58) 671-05-56"),
        ("0.5", ".00", ",50"),
        ("7", "#.##", "7"),
        ("7.5", "0.##", "7,5"),
        ("1234567", "0.00E+00", "1,23E+06"),
        ("0.5", "# ?/?", "1/2"),
        ("3.5", "# ?/?", "3 1/2"),
        ("0.333", "# ?/4", "1/4"),
        ("5", '"nr "0', "nr 5"),
        ("5", "@", "5"),
        ("5", ";;;", ""),
        ("5", "[<10]0;[>=10]00.0", "5"),
        ("15", "[<10]0;[>=10]00.0", "15,0"),
        ("15", "[Red]0", "15"),
        ("nan", "0", "nan"),
        ("tekst", "0", "tekst"),
    ],
)
def test_numbers_show_as_in_their_cells(stored: str, code: str, text: str) -> None:
    assert shown(stored, code).text == text


@pytest.mark.parametrize(
    ("stored", "code", "text", "date"),
    [
        ("43466", "yyyy", "2019", "2019"),
        ("43466", "mmm-yy", "sty-19", "2019-01"),
        ("43466", "mmmm yyyy", "styczeń 2019", "2019-01"),
        ("42709", "yyyy-mm-dd", "2016-12-05", "2016-12-05"),
        ("42709", "d.mm.yyyy", "5.12.2016", "2016-12-05"),
        ("42709", 'd mmm yyyy "r."', "5 gru 2016 r.", "2016-12-05"),
        ("42709", "[$-415]d mmmm yyyy", "5 grudnia 2016", "2016-12-05"),
        ("42709.75", "yyyy-mm-dd h:mm", "2016-12-05 18:00", "2016-12-05"),
        ("0.4375", "h:mm", "10:30", ""),
        ("0.75", "h:mm AM/PM", "6:00 PM", ""),
        ("0.75", "mm:ss", "00:00", ""),
        ("1.5", "[h]:mm", "36:00", ""),
        ("42709", "d.mm", "5.12", ""),
        ("1", "yyyy-mm-dd", "1900-01-01", "1900-01-01"),
        ("61", "yyyy-mm-dd", "1900-03-01", "1900-03-01"),
        ("-1", "yyyy-mm-dd", "########", ""),
        ("99999999", "yyyy-mm-dd", "########", ""),
    ],
)
def test_dates_show_as_much_as_their_format_has(stored: str, code: str, text: str, date: str) -> None:
    found = shown(stored, code)
    assert (found.text, found.date) == (text, date)


def test_days_may_be_counted_from_1904() -> None:
    assert shown("41247", "yyyy-mm-dd", from_1904=True).text == "2016-12-05"


def test_money_without_a_currency_of_its_own_is_polish() -> None:
    assert [shown("5", BUILT_IN[number]).text for number in (5, 7, 44)] == ["5 zł", "5,00 zł", "5,00 zł"]


@pytest.mark.parametrize(
    "code", ["0" * 600, "#,##0" * 90, "[", '"', "\\", ";", "[<]0", "E+", "y" * 400, "#" * 400 + ".0"]
)
def test_a_format_that_is_none_does_no_harm(code: str) -> None:
    assert isinstance(shown("12.5", code).text, str)


@pytest.mark.parametrize(
    ("stored", "code", "text"),
    [
        ("0.0000000001", "General", "1,00000E-10"),
        ("0.000000002", "General", "0,000000002"),
        ("123456789012345", "General", "123456789012345"),
        ("1234567890123456", "General", "1,23457E+15"),
        ("12345.678912", "General", "12345,67891"),
        ("-12", "General", "-12"),
        ("5", "", "5"),
        ("5", "Standard", "5"),
        ("2.5", "0", "3"),
        ("-2.5", "0", "-3"),
        (" 5 ", "0", "5"),
        ("1e301", "0", "1e301"),
        ("1e-301", "0", "1e-301"),
        ("inf", "0", "inf"),
    ],
)
def test_a_number_without_decimals_of_its_own_is_rounded_as_on_paper(stored: str, code: str, text: str) -> None:
    assert shown(stored, code).text == text


@pytest.mark.parametrize(
    ("stored", "code", "text"),
    [
        ("0", '[<=0]"nic";0', "nic"),
        ("10", "[<10]0;[>=10]00.0", "10,0"),
        ("10", "[<=10]0.0;0", "10,0"),
        ("11", "[<=10]0.0;0", "11"),
        ("10", "[>10]0.0;0", "10"),
        ("11", "[>10]0.0;0", "11,0"),
        ("10", "[=10]0.0;0", "10,0"),
        ("11", "[=10]0.0;0", "11"),
        ("10", "[<>10]0.0;0", "10"),
        ("11", "[<>10]0.0;0", "11,0"),
        ("7", "[=1]0.0;[=2]0.00;0.000", "7,000"),
        ("7", "[=1]0.0;[=2]0.00;0.000;@", "7,000"),
        ("7", "[>100]0.0;0.00", "7,00"),
        ("-7", "0;", "-7"),
        ("-7", "0;-0.0", "-7,0"),
        ("0", '0;-0;"brak"', "brak"),
        ("5", '0;-0;"brak"', "5"),
        ("0", "0;-0", "0"),
        ("5", '0 "a;b";x', "5 a;b"),
        ("-5", '0;"minus ;"0', "minus ;5"),
    ],
)
def test_each_number_takes_the_section_that_is_for_it(stored: str, code: str, text: str) -> None:
    assert shown(stored, code).text == text


@pytest.mark.parametrize(
    ("stored", "code", "text"),
    [
        ("1500", "0.0,", "1,5"),
        ("1234567", "#,##0", "1 234 567"),
        ("1234567", "#,", "1235"),
        ("999", "#,##0", "999"),
        ("12.5", "0.??", "12,5"),
        ("12.5", "0.0?", "12,5"),
        ("12.5", "0.000#", "12,500"),
        ("12.505", "0.0#0", "12,505"),
        ("-81340", "00-000", "-81-340"),
        ("5", "0-0-0", "0-0-5"),
        ("123.6", "00-00", "01-24"),
        ("0.00012", "0.00E+00", "1,20E-04"),
        ("12345", "0.00E-00", "1,23E04"),
        ("0.00012", "0.0E-0", "1,2E-4"),
        ("12345", "0E+000", "1E+004"),
        ("-1.5", "# ?/?", "-1 1/2"),
        ("0", "# ?/?", "0"),
        ("2", "# ?/?", "2"),
        ("0.3333", "# ??/??", "1/3"),
        ("0.123", "# ???/???", "100/813"),
        ("0.5", "# ?/8", "1/2"),
        ("1000000001.5", "# ?/?", "1000000002"),
        ("50", "0.0#%", "5000,0%"),
        ("5", "[$USD] 0", "USD 5"),
        ("12", "*x0", "12"),
        ("12", "_x0", "12"),
        ("5", "0\\x", "5x"),
    ],
)
def test_digits_stand_where_the_pattern_has_them(stored: str, code: str, text: str) -> None:
    assert shown(stored, code).text == text


@pytest.mark.parametrize(
    ("stored", "code", "text", "date"),
    [
        ("42709", "d", "5", ""),
        ("42709", "dd", "05", ""),
        ("42709", "ddd", "pon.", ""),
        ("42709", "dddd", "poniedziałek", ""),
        ("42709", "mmmmm", "G", ""),
        ("42709", "mmmm", "grudzień", ""),
        ("42709", "mmmm D", "grudnia 5", ""),
        ("42709", "yy", "16", "2016"),
        ("39083", "yy", "07", "2007"),
        ("42709", "yyy", "2016", "2016"),
        ("42709", "e", "2016", "2016"),
        ("42709", "rrrr-mm-dd", "2016-12-05", "2016-12-05"),
        ("42709", "YYYY-MM", "2016-12", "2016-12"),
        ("42709", "mm-dd", "12-05", ""),
        ("42709.5", "h:mm yyyy", "12:00 2016", "2016"),
        ("42709.53", "yyyy h m", "2016 12 43", "2016"),
        ("42709.53", "h\\ d\\ m", "12 5 12", ""),
        ("42709.53", "m\\ s", "43 12", ""),
        ("42709.53", "s\\ m", "12 12", ""),
        ("42709.99999999", "yyyy-mm-dd h:mm", "2016-12-06 0:00", "2016-12-06"),
        ("42709", "yyyy;@", "2016", "2016"),
        ("42709", "mm/yyyy@", "12/2016", "2016-12"),
        ("59", "yyyy-mm-dd", "1900-02-28", "1900-02-28"),
        ("60", "yyyy-mm-dd", "1900-02-28", "1900-02-28"),
        ("0", "yyyy-mm-dd", "1899-12-31", "1899-12-31"),
        ("2958465", "yyyy-mm-dd", "9999-12-31", "9999-12-31"),
        ("2958466", "yyyy-mm-dd", "########", ""),
    ],
)
def test_a_date_is_noted_as_far_as_it_is_shown(stored: str, code: str, text: str, date: str) -> None:
    found = shown(stored, code)
    assert (found.text, found.date) == (text, date)


@pytest.mark.parametrize(
    ("stored", "code", "text"),
    [
        ("0.4375", "hh:mm", "10:30"),
        ("0.25", "hh:mm AM/PM", "06:00 AM"),
        ("0.5", "h AM/PM", "12 PM"),
        ("0", "h AM/PM", "12 AM"),
        ("0.75", "h:m", "18:0"),
        ("0.003", "mm:ss", "04:19"),
        ("0.003", "m:s", "4:19"),
        ("0.00005", "s", "4"),
        ("0.00005", "ss.0", "04"),
        ("42709.53", "h:mm:ss", "12:43:12"),
        ("1.5", "[m]", "2160"),
        ("1.5", "[mm]:ss", "2160:00"),
        ("1.5", "[s]", "129600"),
        ("0.02", "[h]:mm", "0:28"),
        ("0.02", "[hh]:mm:ss", "00:28:48"),
        ("0.02", "[hhhhhh]", "0000"),
        ("1.5", '[h]" godz."', "36 godz."),
        ("1.5", "[h]:mm:ss.0", "36:00:00"),
    ],
)
def test_hours_minutes_and_seconds_are_told_apart(stored: str, code: str, text: str) -> None:
    assert (shown(stored, code).text, shown(stored, code).date) == (text, "")


def test_a_day_after_the_last_of_all_is_the_last() -> None:
    assert shown("2957005", "yyyy-mm-dd", from_1904=True).date == "9999-12-31"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ('"Gmina "@', "Gmina Sopot"),
        ('@" ("@")"', "Sopot (Sopot)"),
        ('0;@" x"', "Sopot x"),
        ('0;-0;0;"Gmina "@', "Gmina Sopot"),
        ('0;0;0;"a "@;"b "@', "a Sopot"),
        ("0", "Sopot"),
        ("", "Sopot"),
        ('"x"', "Sopot"),
        ("_x@*-", "Sopot"),
        ("[$zł] @%", "zł Sopot%"),
    ],
)
def test_a_text_stands_where_its_format_has_it(code: str, text: str) -> None:
    assert shown_text("Sopot", code) == text


def test_of_a_format_as_many_signs_count_as_a_file_may_have() -> None:
    assert shown_text("Sopot", "x" * 499 + "@y") == "x" * 499 + "Sopot"
    assert shown("5", "0" + "x" * 499).text == "5" + "x" * 499
    assert shown("5", "0" + "x" * 500).text == "5"


def test_every_format_that_has_a_number_only_is_that_of_a_polish_excel() -> None:
    dates = (14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47)
    assert {number: shown("1234.5", code).text for number, code in sorted(BUILT_IN.items()) if number not in dates} == {
        **{1: "1235", 2: "1234,50", 3: "1 235", 4: "1 234,50", 5: "1 235 zł", 6: "1 235 zł", 7: "1 234,50 zł"},
        **{8: "1 234,50 zł", 9: "123450%", 10: "123450,00%", 11: "1,23E+03", 12: "1234 1/2", 13: "1234 1/2"},
        **{37: "1 235", 38: "1 235", 39: "1 234,50", 40: "1 234,50", 41: "1 235", 42: "1 235 zł", 43: "1 234,50"},
        **{44: "1 234,50 zł", 48: "1,2E+3", 49: "1234,5"},
    }
    assert {number: shown("42709.53", BUILT_IN[number]).text for number in dates} == {
        **{14: "2016-12-05", 15: "5-gru-16", 16: "5-gru", 17: "gru-16", 18: "12:43 PM", 19: "12:43:12 PM"},
        **{20: "12:43", 21: "12:43:12", 22: "2016-12-05 12:43", 45: "43:12", 46: "1025028:43:12", 47: "43:12"},
    }
