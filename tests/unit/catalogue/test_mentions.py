"""Who is named by a text: what a reader sees of it, however it is written."""

import re
import unicodedata
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.support.entries import loaded

from goodpractices.catalogue import Mentions, without_ended_consents
from goodpractices.catalogue.mentions import mapped_texts
from goodpractices.catalogue.records import Contact, Picture

LAST_DAY = date(2026, 3, 31)
PERSON = {"person": "Bożena Szakłak", "email": "b_szaklak@example.org", "phone": "+48 601 234 567"}
CONTACT = {"org": "um-gdynia", **PERSON, "consent_until": LAST_DAY}
HER = Mentions.of([Contact(person=PERSON["person"], email=PERSON["email"], phone=PERSON["phone"])])
WRITTEN = [
    *("Bożena **Szakłak**", "**Bożena** Szakłak", "_Bożena_ `Szakłak`", "Bożena&nbsp;Szakłak", "Bożena&#32;Szakłak"),
    *("Bożena\\\nSzakłak", "Bo\u00adżena Sza\u200bkłak", unicodedata.normalize("NFD", "Bożena Szakłak")),
    *("Bozena Szaklak", "BOŻENA SZAKŁAK", "Ｂożena Ｓzakłak", "B.Szakłak", "B Szakłak", "Szakłak, Bożena"),
    *("Bożena-Szakłak", "Bożena\u2011Szakłak", "Bożena+Szakłak", "Bo%C5%BCena%20Szak%C5%82ak", "bozena-szaklak"),
    *(
        "b_szaklak@example.org",
        "b_szaklak(at)example.org",
        "b_szaklak at example.org",
        "b_szaklak[małpa]example[kropka]org",
    ),
    *("b_szaklak＠example.org", "b&#95;szaklak&#64;example.org", "b\\_szaklak@example.org", "B_SZAKLAK@EXAMPLE.ORG"),
    *(
        "６０１ ２３４ ５６７",
        "601\u2011234\u2011567",
        "601&nbsp;234&nbsp;567",
        "٦٠١٢٣٤٥٦٧",
        "(601) 234-567",
        "601**234**567",
    ),
]


@pytest.mark.parametrize("written", WRITTEN)
def test_a_person_is_found_as_a_reader_sees_it(written: str) -> None:
    replaced = HER.replaced(f"Pyta {written}, co dalej.", by="X")
    assert re.fullmatch(r"Pyta [*_`(]*X[*_`]*, co dalej\.", replaced), replaced


def test_a_name_that_is_half_a_link_and_the_address_of_one_are_found() -> None:
    assert "Szakłak" not in HER.replaced("Pyta [Bożena](https://example.org) Szakłak.", by="X")
    link = HER.replaced("Zob. [stronę](https://example.org/bozena-szaklak).", by="X")
    assert link == "Zob. [stronę](https://example.org/X)."


@pytest.mark.parametrize(
    "text", ["Bożena, a potem inni", "[601](https://example.org) 234", "b_szaklak2@example.org", "", "*_`"]
)
def test_others_stay_as_they_are(text: str) -> None:
    assert HER.replaced(text, by="X") is text


def test_what_things_are_called_by_stays_so_that_they_are_found() -> None:
    def change(text: str) -> str:
        return HER.replaced(text, by="X")

    value = ({"org": "fundacja-bozeny-szaklak", "file": "bozena-szaklak.png"}, "Bożena Szakłak")
    assert mapped_texts(value, change) == (value[0], "X")


def test_names_in_the_names_of_a_mapping_go_too_and_no_value_is_lost() -> None:
    def change(text: str) -> str:
        return HER.replaced(text, by="X")

    assert mapped_texts({"Bożena Szakłak": 5, "inni": 7}, change) == {"X": 5, "inni": 7}
    assert sorted(mapped_texts({"Bożena Szakłak": 5, "B. Szakłak": 7}, change).values()) == [5, 7]
    same = {"inni": 7}
    assert mapped_texts(same, change) is same


@pytest.mark.parametrize(
    ("person", "text"),
    [
        ("Anna Nowak", "Pyta Nowak. Piszcie do Nowakowej, Nowaka, NOWAKOWI i Nowaków."),
        ("Jan Kowalski", "Mówi Kowalski: u Kowalskiego, z Kowalskim, Kowalskich, Kowalscy, Kowalską, Kowalskiej."),
        ("Ewa Zaręba", "Zaręba, Zaręby, Zarębie, Zarębę, Zarębą"),
        ("Piotr Gołek", "Gołek, Gołka, Gołkowi, Gołkiem"),
        ("Maria Kura-Sroka", "Kura, Kurze, Kurę, Sroka, Sroce, Kury-Sroki"),
        ("Bożena Szakłak", "Bożena, a potem Szakłak"),
        ("Anna Lis", "**Lis** i [Lisowi](https://example.org/a), Lisie"),
    ],
)
def test_a_surname_alone_is_found_in_any_case(person: str, text: str) -> None:
    left = Mentions.of([Contact(person=person)]).replaced(text, by="X")
    names = [
        word
        for word in re.findall(r"[^\W\d_]+", left)
        if word[0].isupper() and word not in ("X", "Pyta", "Piszcie", "Bożena", "Mówi")
    ]
    assert names == []


@pytest.mark.parametrize(
    ("person", "text"),
    [
        ("Anna Nowak", "Nowy Port i Nowoczesna, nowakowy kolor"),
        ("Jan Las", "las w mieście, Lasem rządzi"),
        ("Anna Nowak", "sadzi Jan Nowak przy ul. Nowaka, w szkole im. Nowaka"),
        ("Ewa Wilk", "Wilkszyn, wilk"),
        ("Anna Zielińska", "zielona, zieliniec i Zielińszczyzna"),
        ("Jan Górski", "górskie szlaki, w górskim parku"),
        ("Maria Wróbel", "wróble i wróblowi"),
    ],
)
def test_words_that_only_begin_like_a_surname_stay(person: str, text: str) -> None:
    left = Mentions.of([Contact(person=person)]).replaced(text, by="X")
    assert left in (text, text.replace("Lasem", "X"))


@pytest.mark.parametrize(
    "text",
    [
        *(
            "pisz do wrzosowskiej",
            "U WRZOSOWSKIEJ",
            "Prosi Radna Wrzosowska",
            "w Urzędzie Wrzosowska",
            "Ania Wrzosowska",
        ),
        *("Maria Wrzosowska", "Wrzosowska Maria", "#KwietaWrzosowska", "@kwietawrzosowska", "kwieta.wrzosowska"),
        *("Wrzosow-\nska", "wrzosow- skiej", "Pytania: Zespół Wrzosowska"),
    ],
)
def test_neither_small_letters_nor_a_word_beside_it_hide_a_surname(text: str) -> None:
    assert Mentions.of([Contact(person="Kwieta Maria Wrzosowska")]).are_in(text)


@pytest.mark.parametrize(
    ("person", "text"),
    [
        (
            "Işıl Yıldız",
            "IŞIL YILDIZ, Işıl Yıldız, isil yildiz, ışıl yıldız, ISIL YILDIZ, İşil Yildiz, Yıldız'ın, yıldızem",
        ),
        ("İrem Ilıcalı", "İREM ILICALI, irem ılıcalı, Irem Ilicali, ILICALI, İlicali"),
        ("Kwieta Wrzosowska", "KWİETA WRZOSOWSKA, Wrzosowskı, Wrzоsоwska, Wrzøsowska, ᴡʀᴢᴏꜱᴏᴡꜱᴋᴀ"),
        ("Jörg Weißmüller", "Joerg Weissmueller, Jorg Weißmuller, WEISSMÜLLER, weissmuellera"),
        ("Søren Kjærgård", "Soren Kjaergard, KJÆRGÅRD"),
        ("Wrzosowska Anna", "Wrzosowska, Anna Wrzosowska, Wrzosowskiej"),
        ("kwieta wrzosowska", "Wrzosowska, Kwiecie Wrzosowskiej"),
        ("mgr Wrzosowska, Kwieta", "Wrzosowska, Kwieta Wrzosowska"),
        ("Kwieta Wrzosowska (koordynatorka)", "Wrzosowska, Wrzosowskiej"),
    ],
)
def test_a_name_is_found_whatever_letters_and_order_it_is_written_in(person: str, text: str) -> None:
    hers = Mentions.of([Contact(person=person)])
    assert [each for each in text.split(", ") if not hers.are_in(each)] == []


def test_a_name_of_signs_is_looked_for_as_it_is_written() -> None:
    signs = Mentions.of([Contact(person="A(.*)+$ [x")])
    assert not signs.are_in("A potem a i x.")


@pytest.mark.parametrize("number", ["+49301234567", "0049 30 123 45 67", "030 1234567", "(030) 1234-567"])
def test_a_telephone_of_another_country_is_found_with_and_without_its_prefix(number: str) -> None:
    assert Mentions.of([Contact(phone="+49 30 1234567")]).replaced(f"Tel. {number}.", by="X") in ("Tel. X.", "Tel. (X.")


def test_somebody_else_keeps_the_surname_beside_a_given_name_only() -> None:
    hers = Mentions.of([Contact(person="Kwieta Wrzosowska")])
    text = "Jan Wrzosowski sadzi z Janem Wrzosowskim przy ul. Wrzosowskiej."
    assert hers.replaced(text, by="X") == text
    assert hers.replaced("Sadzi Dyrektor Wrzosowska.", by="X") == "Sadzi Dyrektor X."


def test_somebody_else_of_the_same_surname_keeps_it_beside_the_given_name() -> None:
    ended, other = Contact(person="Jan Nowak"), Contact(person="Anna Nowak")
    left = Mentions.of([ended], [other]).replaced("Anna Nowak, Nowak i Jan Nowak; o Annie Nowak.", by="X")
    assert left == "Anna Nowak, X i X; o Annie Nowak."
    assert Mentions.of([ended], [ended]).replaced("Jan Nowak", by="X") == "X"


@pytest.mark.parametrize(
    ("email", "text", "left"),
    [
        ("b_szaklak@example.org", "na czacie: b_szaklak, b\\_szaklak.", "na czacie: X, X."),
        ("jan.k7@example.org", "profil jan.k7 i jan.k71", "profil X i jan.k71"),
        ("biuro.las@example.org", "biuro.las", "biuro.las"),
        ("drzewa@example.org", "drzewa rosną", "drzewa rosną"),
    ],
)
def test_the_name_of_a_mailbox_alone_is_found_unless_it_is_a_word_or_an_offices(
    email: str, text: str, left: str
) -> None:
    assert Mentions.of([Contact(email=email)]).replaced(text, by="X") == left


def test_a_picture_whose_file_is_named_after_her_goes_and_the_entry_stays(tmp_path: Path) -> None:
    names = ("bozena-szaklak", "las")
    media = tuple(Picture(file=f"{name}.png", alt="Las", credit="Fotograf", people="none") for name in names)
    catalogue = loaded(tmp_path, **{"bozena-szaklak": {"contacts": [CONTACT]}})
    practice = replace(catalogue.practices["bozena-szaklak"], media=media)
    catalogue = replace(catalogue, practices={"bozena-szaklak": practice})
    shown, [ended] = without_ended_consents(catalogue, LAST_DAY + timedelta(days=1))
    assert [each.file for each in shown.practices["bozena-szaklak"].media] == ["las.png"]
    assert shown.practices["bozena-szaklak"].id == "bozena-szaklak"
    assert ended.mentions == ("id", "media")
