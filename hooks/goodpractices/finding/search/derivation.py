"""Words made from words: what may be of one family with a word, for a dictionary to confirm.

Who looks for ``stypendysta`` or ``migrancki`` is served by what speaks of ``stypendium`` and ``migrant``. A rule is two
endings, either of which may stand where the other does. Rules that lead to other words that exist as well (``waga`` and
``ważny``) are not here; families that no rule tells are for the synonyms of the vocabularies and registries.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

_SHORTEST = 4
_SHORTEST_STEM = 2

# A noun and its adjective: biblioteka, biblioteczny.
_ADJECTIVES = """
cja cyjny, zja zyjny, sja syjny, ika iczny, yka yczny, logia logiczny, log logiczny, teka teczny, ura uralny,
ium ialny, eum ealny, nie niowy, ść ściowy, ęć ęciowy, ek kowy, ód odowy, oła olny, ina inny, na nny, ctwo czy,
dztwo dczy, dztwo dzki, stwo ski, ik iczy, yk yczy, ca czy, nt ncki, at acki, ciel cielski, tel telski, arz arski,
er erski, or orski, eń niowski, ista istyczny, ieta iecy, ność ny, iwość iwy, łość ły, ec ecki, b bowy, c cowy,
cz czowy, d dowy, f fowy, g gowy, j jowy, k kowy, l lowy, ł łowy, m mowy, n nowy, p powy, r rowy, s sowy, sz szowy,
t towy, w wowy, z zowy, ż żowy, za zowy, le lowy, sko skowy, da dowy, ca cowy, la lowy, ka kowy, ma mowy, na nowy,
ra rowy, ta towy, ba bowy, wo wowy, to towy, no nowy, ko kowy, ro rowy, or oralny
"""
# Who does it or gets it, what they do: stypendium, stypendysta; ogród, ogrodnictwo.
_DOERS = """
acja ant, acja ator, at ariusz, iat iusz, teka tekarz, ium ysta, eum ealista, aż ażysta, kurs kursant, yka ykant,
dztwo dca, ctwo ca, t towiec, d dowiec, nie niowiec, ogród ogrodnik, ogród ogrodnictwo, prawo prawnik,
praca pracownik, logia log, nictwo nik, ogródek ogrodnik, ogródek ogrodnictwo
"""
# Women: nauczyciel, nauczycielka.
_WOMEN = """
ik iczka, yk yczka, ca czyni, ciel cielka, tel telka, or orka, nt ntka, sta stka, log lożka, arz arka, er erka,
anin anka, ak aczka, ec ka, usz uszka, eń ennica, at atka, it itka, un unka, ad adka
"""
# Smaller ones: ogród, ogródek.
_SMALLER = "ód ódek, om omek, ep epik, rnia renka"
_VERBS = "acja ować"
# A town or a country, its adjective and its people: Gdynia, gdyński, gdynianin.
_OF_PLACES = """
nia ński, na ński, no ński, ny ński, ia ski, ów owski, ice icki, ica icki, sk ski, sko ski, ot ocki, zno znicki,
ga ski, gia ski, cja cki, lia lski, wa wski, wo wski, in iński, yn yński, aw awski, da dzki, d dzki, la lski, ra rski,
r rski, ia yjski, ja jski, sza ski, sz ski, ża ski, g ski
"""
_FROM_PLACES = """
ia ianin, ia ianka, na nianin, na nianka, t cianin, t cianka, ów owianin, ów owianka, ów owiak, sk szczanin,
sk szczanka, ice iczanin, ice iczanka, no nianin, no nianka, wa wianin, wa wianka, ia czyk, lia lczyk, gia g, cja t,
cja k, nia n
"""
# Countries whose adjective or people no ending tells: Dania, duński, Duńczyk.
_OF_COUNTRIES = """
Austria Austriacki, Belgia Belgijski, Czechy Czeski, Dania Duński, Francja Francuski, Holandia Holenderski,
Irlandia Irlandzki, Islandia Islandzki, Litwa Litewski, Niderlandy Niderlandzki, Niemcy Niemiecki, Rosja Rosyjski,
Szwecja Szwedzki, Turcja Turecki, Węgry Węgierski, Włochy Włoski
"""
_FROM_COUNTRIES = """
Austria Austriak, Białoruś Białorusin, Czechy Czech, Dania Duńczyk, Francja Francuz, Holandia Holender, Litwa Litwin,
Niemcy Niemiec, Rosja Rosjanin, Szwajcaria Szwajcar, Szwecja Szwed, Ukraina Ukrainiec, Ukraina Ukrainka, Węgry Węgier
"""


class Relative(NamedTuple):
    """A word that may be of one family with another, and the part of speech it would then be."""

    word: str
    part: str


class _Rule(NamedTuple):
    """What stands for an ending of a part of speech, and which part of speech that makes."""

    of: str
    other: str
    makes: str


def _rules(table: str, part: str) -> Iterator[tuple[str, _Rule]]:
    for pair in table.split(","):
        noun, made = pair.split()
        yield noun, _Rule("subst", made, part)
        yield made, _Rule(part, noun, "subst")


def _by_ending(*tables: Iterator[tuple[str, _Rule]]) -> Mapping[str, list[_Rule]]:
    found: dict[str, list[_Rule]] = defaultdict(list)
    for table in tables:
        for ending, rule in table:
            found[ending].append(rule)
    return dict(found)


_COMMON = _by_ending(
    _rules(_ADJECTIVES, "adj"),
    *(_rules(table, "subst") for table in (_DOERS, _WOMEN, _SMALLER)),
    _rules(_VERBS, "inf"),
)
_PLACES = _by_ending(
    *(_rules(table, "adj") for table in (_OF_PLACES, _OF_COUNTRIES)),
    *(_rules(table, "subst") for table in (_FROM_PLACES, _FROM_COUNTRIES)),
)
_LONGEST = max(map(len, [*_COMMON, *_PLACES]))


def relatives(word: str, parts: frozenset[str]) -> Iterator[Relative]:
    """What may be of one family with a word that is of some parts of speech; many of these are no words at all.

    >>> [relative.word for relative in relatives("młodzież", frozenset({"subst"}))]
    ['młodzieżowy']
    """
    if len(word) < _SHORTEST:
        return
    if word[0].islower():
        yield from _changed(word, parts, _COMMON)
    else:
        for relative in _changed(word, parts, _PLACES):
            yield relative
            yield relative._replace(word=relative.word.lower())


def _changed(word: str, parts: frozenset[str], rules: Mapping[str, list[_Rule]]) -> Iterator[Relative]:
    for length in range(1, min(_LONGEST, len(word)) + 1):
        stem, ending = word[:-length], word[-length:]
        for rule in rules.get(ending, ()):
            made = stem + rule.other
            if rule.of in parts and len(made) >= _SHORTEST and (len(stem) >= _SHORTEST_STEM or length > _SHORTEST):
                yield Relative(made, rule.makes)
