"""Long lists by letter: what stands on each page, and where the row of letters leads."""

from goodpractices.publishing.pages.letters import by_letter
from goodpractices.wording import letter_of, list_order


def pages(names: list[str], length: int) -> list[list[tuple[str, str]]]:
    made = by_letter(names, str, "a/", length)
    return [[(each.letter, "".join(name[0] for name in each.items)) for each in page.letters] for page in made]


def test_a_list_is_cut_between_letters_into_pages_of_about_one_length() -> None:
    names = ["a1", "a2", "b1", "b2", "b3", "c1", "d1"]
    assert pages(names, 4) == [[("A", "aa")], [("B", "bbb"), ("C", "c")], [("D", "d")]]
    assert pages(names, 7) == [[("A", "aa"), ("B", "bbb"), ("C", "c"), ("D", "d")]]
    assert [sum(len(text) for _, text in page) for page in pages([f"{each}1" for each in "abcde"], 4)] == [3, 2]


def test_a_letter_that_no_page_has_room_for_goes_on_on_the_next() -> None:
    assert pages(["a", "u1", "u2", "u3", "w"], 2) == [[("A", "a")], [("U", "uu")], [("U", "u"), ("W", "w")]]


def test_the_row_of_letters_leads_to_where_each_begins() -> None:
    first, second, third = by_letter(["a", "u1", "u2", "u3", "w"], str, "a/", 2)
    assert [(each.letter, each.address) for each in third.row] == [
        ("A", "a/#litera-1"),
        ("U", "a/strona-2/#litera-2"),
        ("W", "#litera-3"),
    ]
    assert [each.address for each in first.row] == ["#litera-1", "a/strona-2/#litera-2", "a/strona-3/#litera-3"]
    assert (second.address, second.first, second.last, third.first, third.last) == (
        "a/strona-2/",
        "u1",
        "u2",
        "u3",
        "w",
    )
    assert [link and link.number for link in third.links] == [1, 2, 3]


def test_no_page_of_nine_hundred_names_is_longer_than_the_longest() -> None:
    names = sorted(
        (f"{'UG'[n % 2]}rząd {n}" if n % 3 else f"{chr(97 + n % 26)}{n}" for n in range(900)), key=list_order
    )
    made = [*by_letter(names, str, "a/")]
    assert [name for page in made for each in page.letters for name in each.items] == names
    assert max(sum(len(each.items) for each in page.letters) for page in made) <= 120
    assert len(made) <= 12


def test_polish_letters_are_letters_and_digits_stand_together() -> None:
    names = sorted(["Łódź", "Lublin", "4 pory", "„As”", "Šilutė", "Ąę", "Київ", "Zet"], key=list_order)
    assert [letter_of(name) for name in names] == ["0–9", "A", "Ą", "L", "Ł", "S", "Z", "К"]
