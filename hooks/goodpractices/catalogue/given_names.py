"""Given names that are common in Poland: what tells somebody else of the same surname, and which word is the surname.

Names have plain letters (``Lukasz`` for ``Łukasz``). A name that is not here is none: a surname behind it is closed
with a consent that ended, so pet names and foreign ones, which may be the same person's, are left out on purpose.
"""

import re

_NAMES = """
Adam Adrian Adrianna Agata Agnieszka Aleksander Aleksandra Alicja Alina Amelia Anastazja Andrzej Aneta Anna Antoni
Antonina Arkadiusz Artur Barbara Bartlomiej Bartosz Beata Bernard Blazej Bogdan Bogumil Boguslaw Boguslawa Bozena
Bronislaw Bronislawa Celina Cezary Czeslaw Czeslawa Damian Daniel Danuta Dariusz Dawid Dominik Dominika Dorota Edward
Edyta Eliza Elzbieta Emil Emilia Ewa Ewelina Feliks Filip Franciszek Gabriel Gabriela Grazyna Grzegorz Halina Hanna
Helena Henryk Hubert Ignacy Iga Igor Irena Ireneusz Iwona Izabela Jacek Jadwiga Jakub Jan Janina Janusz Jaroslaw Jerzy
Joanna Jolanta Jozef Jozefa Julia Julian Justyna Kacper Kamil Kamila Karol Karolina Katarzyna Kazimierz Kazimiera Kinga
Klara Klaudia Konrad Krystian Krystyna Krzysztof Ksawery Laura Lech Lena Leon Leszek Lidia Liliana Lucja Lucyna Lukasz
Maciej Magdalena Maja Malgorzata Malwina Marcel Marcin Marek Maria Marian Marianna Mariola Mariusz Marlena Marta Martyna
Mateusz Michal Michalina Mieczyslaw Mikolaj Milena Milosz Miroslaw Miroslawa Monika Natalia Nikodem Nina Norbert Oliwia
Olga Oskar Patrycja Patryk Paulina Pawel Piotr Przemyslaw Rafal Regina Renata Robert Roman Ryszard Sabina Sebastian
Slawomir Stanislaw Stanislawa Stefan Stefania Sylwia Sylwester Szymon Tadeusz Teodor Teresa Tomasz Tymoteusz Urszula
Waldemar Wanda Weronika Wieslaw Wieslawa Wiktor Wiktoria Wioletta Wladyslaw Wladyslawa Wlodzimierz Wojciech Zbigniew
Zdzislaw Zenon Zofia Zuzanna Zygmunt
"""
GIVEN_NAMES = frozenset(_NAMES.split())
# What is shorter would be found in every text.
_SHORTEST = 3
_TITLES = frozenset(["dr", "hab", "inz", "ks", "lek", "mgr", "pan", "pani", "prof", "red", "arch"])


def is_given_name(word: str) -> bool:
    """Whether a word is a given name in the case in which people are listed.

    >>> is_given_name("Anna"), is_given_name("ANNA"), is_given_name("Nowak")
    (True, True, False)
    """
    return word.capitalize() in GIVEN_NAMES


def surname_last(person: str) -> str:
    """A name in plain letters without titles and what is said about the person, capital letters first, surname last.

    >>> [surname_last(each) for each in ("dr Nowak, Anna", "Kowalska Anna", "anna nowak", "Jan Lis (biuro)")]
    ['Anna Nowak', 'Anna Kowalska', 'Anna Nowak', 'Jan Lis']
    """
    name, _, rest = re.split(r"\s*[(\[/;]", person.strip(), maxsplit=1)[0].partition(",")
    words = _without_titles(name)
    if rest and len(words) == 1 and (behind := _without_titles(rest)):
        words = [*behind, *words]
    if not any(each[:1].isupper() for each in words):
        words = [each.title() for each in words]
    if len(words) > 1 and is_given_name(words[-1]) and not is_given_name(words[0]):
        words = [*words[1:], words[0]]
    found = " ".join(words)
    return found if any(len(each) >= _SHORTEST for each in words) else person


def _without_titles(name: str) -> list[str]:
    return [word for word in name.split() if word.casefold().rstrip(".") not in _TITLES]
