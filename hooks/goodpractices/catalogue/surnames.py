"""Surnames that stand alone, in any Polish case, as far as letters alone can tell them from other words.

What is matched has plain letters (``Wozniak`` for ``Woźniak``). People type names in small letters too: only a surname
that is a word as well, or a very short one, needs its capital letter. Words that only begin like it are others
(``Nowak``, but not ``Nowy``): endings are those that names take.
"""

import re
from functools import cache

from .given_names import GIVEN_NAMES

_SHORTEST = 3
_SHORTEST_IN_SMALL_LETTERS = 5
_LONGEST_BEFORE = 60
_OF_A_PLACE = re.compile(r"(?:\b(?:ul|al|pl|os|im)\.\s*|\b(?i:ulic|alej|plac|osiedl|rond|skwer|imieni)\w{0,3}\s+)\Z")
_WORD_BEFORE = re.compile(r"\b([A-Z][A-Za-z']+)\s+\Z")
# Surnames that are words as well: creatures, plants, crafts, and what is said of a thing or of a place.
_WORDS = """
baran bocian borsuk chomik czapla dudek dziecio dzik gawron golab jaskola jelen kaczka kanarek kawka kogut komar koziol
krolik kruk kukulka kurek labedz mazur motyl niedzwiedz orzel owczarek pajak piesek przepiorka ropucha sikora skowronek
slowik sokol sroka szczygiel szpak tchorz wieprz wilczek wiewiorka wrobel wrona zajac zieba zubr
brzoza cebula chmiel czosnek dabrowa fasola grusza jablko jagoda jalowiec jarzab jawor kalina kapusta konopka kwiat
kwiatek lipka malina ogorek olcha ogrod osika owies pietruszka pokrzywa rzepka rzodkiewka sliwa sosna wierzba wisnia
bednarz burmistrz ciesla flisak garbarz garncarz gospodarz hetman kapitan kolodziej kominiarz kowal kowalczyk krawiec
kucharz marszalek mielcarz mlynarz murarz ogrodnik organista owczarz piekarz pisarz proboszcz rybak rycerz rymarz
rzeznik sedzia soltys starosta stolarz stroz szewc tkacz wojewoda zolnierz ksiadz malarz muzyk mysliwy
bialy bystry cichy czarny czerwony dobry dlugi drugi duzy gladki glowny krotki lesny lagodny maly mlody mokry niski nowy
ostry pierwszy piekny plocki polny prosty rudy slodki spokojny stary suchy szary szybki szczesny szeroki wesoly wielki
wolny wysoki zielony zimny zloty zwykly
cieszynski gdanski gdynski gorski kaliski kaszubski katowicki kielecki krakowski kucharski kujawski lubelski litewski
leczycki lodzki miejski morski mazurski mazowiecki niemiecki opolski piekarski podolski podlaski polski pomorski
poznanski pruski radomski ruski rybacki rzeszowski sadecki sopocki szkolny slaski tatarski torunski tczewski warszawski
wiejski wolski wegierski zamojski zeglarski
bieda chwila czwartek dolina glowacz gorka gwiazda jesien jezioro kamien kosciol krzyz klosek kolacz lawka maslo
miesiac mroz niedziela noga ogien piatek piasek podgorze pokora poranek posel potok radosc rynek rzeka siekiera skiba
skala slonina slonce sobota srebro staszek sroda swiatek szostak wianek wieczorek wiosna woda wojna zagroda zaremba
zawada zelazo zima ziemia zurek
"""
_ENDINGS = (
    *("", "a", "e", "i", "o", "u", "y", "ow", "owi", "owie", "em", "iem", "om", "ami", "ach", "ie", "ia", "iu", "io"),
    *("owa", "owej", "owna", "owny", "ownie", "s", "'s", "iow", "iowi", "iowie", "iami", "iach", "iom"),
    *("ego", "iego", "emu", "iemu", "ej", "iej", "im", "ym", "ich", "ych", "imi", "ymi"),
)
# Before "e" and "y": Sikora, Sikorze; Kowalski, Kowalscy. Other letters only take an "i", as in Zarebie.
_SOFTENED = {"t": "ci", "d": "dzi", "r": "rz", "k": "c", "g": "dz", "h": "z", "ch": "sz"}
_SOFT_ENDINGS = ("e", "y")
_VOWELS = "aeioy"
_FLEETING = re.compile(r"(?<=[^aeiouy])i?e(?=[^aeiouy]$)")
_WORD_STEMS = frozenset(word.rstrip(_VOWELS) for word in _WORDS.split())


def surname_pattern(person: str) -> str:
    """A pattern for the surname of a person where it stands alone; empty where no part of a name is one.

    Args:
        person: the name in plain letters, the surname last.

    >>> bool(re.search(surname_pattern("Anna Nowak"), "Prosze pytac Nowakowej."))
    True
    >>> bool(re.search(surname_pattern("Anna Nowak"), "Nowy Port"))
    False
    >>> [bool(re.search(surname_pattern(f"Anna {each}"), f"pisz do {each.lower()}")) for each in ("Nowak", "Kowal")]
    [True, False]
    """
    words = person.split()
    parts = [each for each in words[-1].split("-") if _is_name(each)] if len(words) > 1 else []
    return rf"\b(?:{'|'.join(map(_forms, parts))})\b" if parts else ""


def is_of_another(before: str) -> bool:
    """Whether a surname belongs to somebody else, or to a street or a school, by the text before it.

    Only a given name tells somebody else: any other word with a capital letter may be a title or begin a sentence.

    >>> is_of_another("sadzi Jan "), is_of_another("przy ul. "), is_of_another("prosi Radna "), is_of_another("Mowi ")
    (True, True, False, False)
    """
    near = before[-_LONGEST_BEFORE:]
    if _OF_A_PLACE.search(near):
        return True
    word = _WORD_BEFORE.search(near)
    return word is not None and word[1].lower() in _given_names_in_all_cases()


def _is_name(word: str) -> bool:
    return len(word) >= _SHORTEST and word[:1].isupper() and word.replace("'", "").isalpha()


def _forms(surname: str) -> str:
    """The forms of one surname, in capitals, and in small letters unless it is a word as well."""
    letters = "|".join(re.escape(each[1:]) for each in sorted(_endings_of(surname), key=len, reverse=True))
    first = surname[0] if _is_a_word_too(surname) else f"{surname[0]}{surname[0].lower()}"
    return rf"(?-i:[{first}])(?:{letters})"


def _is_a_word_too(surname: str) -> bool:
    return len(surname) < _SHORTEST_IN_SMALL_LETTERS or surname.lower().rstrip(_VOWELS) in _WORD_STEMS


@cache
def _endings_of(name: str) -> frozenset[str]:
    """A name in each of its cases, in small letters."""
    first, rest = name[0].lower(), name[1:].lower()
    bare = rest[:-1] if rest[-1] in _VOWELS else rest
    found = {rest, *(stem + ending for stem in {bare, _FLEETING.sub("", bare)} for ending in _ENDINGS)}
    for size in (1, 2):
        if soft := _SOFTENED.get(bare[-size:]):
            found |= {f"{bare[:-size]}{soft}{ending}" for ending in _SOFT_ENDINGS}
    return frozenset(first + each for each in found)


@cache
def _given_names_in_all_cases() -> frozenset[str]:
    """Each form of the given names, in small letters."""
    return frozenset[str]().union(*map(_endings_of, GIVEN_NAMES))
