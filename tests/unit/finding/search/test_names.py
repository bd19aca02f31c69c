"""Names outside every dictionary: the forms a Polish noun would have, and which unknown words are one name."""

import pytest

from goodpractices.finding.search.names import Names, nominal_forms, nominal_heads


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        (
            "barth",
            "barth bartha barthu barthowi barthem barthów barthom barthami barthach barthy barthe barthowie barths",
        ),
        (
            "ystad",
            "ystad ystada ystadu ystadowi ystadem ystadów ystadom ystadami ystadach ystady ystade ystadowie ystads "
            "ystadzie",
        ),
        (
            "tallinn",
            "tallinn tallinna tallinnu tallinnowi tallinnem tallinnów tallinnom tallinnami tallinnach tallinny "
            "tallinne tallinnowie tallinns tallinnie tallinniem tallinni",
        ),
        ("riga", "riga rig rigy rigi rigę rigą rigo rige rigom rigami rigach ridze"),
        ("oslo", "oslo osla oslu oslem osliem"),
        ("skopje", "skopje skopjego skopjemu skopjem"),
        ("ab", "ab"),
        ("a2b", "a2b"),
    ],
)
def test_a_name_has_the_forms_of_a_noun_that_ends_as_it_does(name: str, forms: str) -> None:
    assert nominal_forms(name) == {*forms.split()}


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("brest", "breście"),
        ("zjazd", "zjaździe"),
        ("zurych", "zurychu"),
        ("fosz", "foszu"),
        ("nicz", "niczu"),
        ("lwirz", "lwirzu"),
        ("lund", "lundzie"),
        ("rabat", "rabacie"),
        ("trier", "trierze"),
        ("bristoł", "bristole"),
        ("basel", "baselu"),
        ("turk", "turku"),
        ("oldenburg", "oldenburgu"),
        ("utrehh", "utrehhu"),
        ("kraj", "kraju"),
        ("franc", "francu"),
        ("toruń", "toruniu"),
        ("osiś", "osisiu"),
        ("kolź", "kolziu"),
        ("toć", "tociu"),
        ("cleves", "clevesie"),
    ],
)
def test_a_name_softens_its_last_consonant_where_something_is(name: str, form: str) -> None:
    assert form in nominal_forms(name)


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("avesta", "aveście"),
        ("doha", "doże"),
        ("bacha", "basze"),
        ("fada", "fadzie"),
        ("malta", "malcie"),
        ("sahara", "saharze"),
        ("koła", "kole"),
        ("dominika", "dominice"),
        ("praga", "pradze"),
        ("manila", "manili"),
        ("troja", "troi"),
        ("maria", "marii"),
        ("nica", "nicy"),
        ("wiena", "wienie"),
    ],
)
def test_a_name_in_a_softens_it_where_something_is_given(name: str, form: str) -> None:
    assert form in nominal_forms(name)


def test_a_form_may_be_of_each_name_that_would_have_it() -> None:
    assert {*nominal_heads("ystadzie")} == {
        "ystadzie",
        "ystadz",
        "ystad",
        "ystadza",
        "ystada",
        "ystado",
        "ystadzia",
        "ystadzo",
    }


def test_a_form_comes_before_the_names_it_may_be_of() -> None:
    assert next(iter(nominal_heads("barthem"))) == "barthem"


def test_names_that_may_be_forms_of_another_one_that_is_there_are_that_one() -> None:
    lemmas = Names(["malmö", "malta", "malcie", "maltą", "maltami", "ystadem"]).lemmas
    assert lemmas == {
        "malmö": "malmö",
        "malta": "malta",
        "malcie": "malta",
        "maltą": "malta",
        "maltami": "malta",
        "ystadem": "ystadem",
    }


def test_a_name_that_stands_alone_has_its_own_forms_and_no_others() -> None:
    assert {*Names(["malta"]).paradigm("malta")} == nominal_forms("malta")


def test_a_word_that_looks_like_a_form_has_those_of_its_name_too() -> None:
    forms = Names(["ystadem"]).paradigm("ystadem")
    assert {"ystad", "ystadzie", "ystadem"} <= {*forms}
    assert list(forms) == sorted(forms)
