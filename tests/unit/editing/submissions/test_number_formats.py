"""What cells show: stored numbers in the formats that offices use, as a Polish Excel shows them."""

import pytest

from goodpractices.editing.submissions.reading.number_formats import BUILT_IN, shown

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
