"""Where each page stands, and links between pages that work on the web, in a folder and from a USB stick."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

_FURTHER_PAGE = "strona"
_NUMBERED = re.compile(rf"(?<=/){_FURTHER_PAGE}-[0-9]+/$")
_FURTHER = re.compile(rf"(?<=/){_FURTHER_PAGE}(?=-[0-9]+/$)")
_FOLDER_LINK = re.compile(r'(href="(?:(?!https?:|mailto:|#)[^"#?]*/))((?:[#?][^"]*)?")')

PRACTICES = "praktyki/"
MAP = "mapa/"
TIMELINE = "os-czasu/"
ABOUT = "o-katalogu/"
CORRECT = "o-katalogu/#zglos-blad"
DATA = "dane/"
FORM = "zglos/"
ARCHIVE = "dane/katalog-offline.zip"
SEARCH = "szukaj/"
STATEMENT = "deklaracja-dostepnosci/"
PRIVACY = "prywatnosc/"
GLOSSARY = "slownik/"
FIT = "czy-pasuje/"
COMPARE = "porownaj/"
GAPS = "czego-brakuje/"
CHANGES = "co-sie-zmienilo/"
HEALTH = "dla-redakcji/stan/"
HEALTH_FILE = "dla-redakcji/stan/stan.csv"
AUDIT = "deklaracja-dostepnosci/badanie/"
AUDIT_RESULT = "deklaracja-dostepnosci/audyt.json"

INDEXES = {
    "themes": "tematy/",
    "target_groups": "grupy/",
    "places": "miejsca/",
    "organisations": "organizacje/",
    "programmes": "programy/",
    "kinds": "rodzaje/",
    "support_types": "formy-wsparcia/",
}
"""Address of the list of each dimension; the page of one of its members lies below it."""


def practice_address(practice_id: str) -> str:
    """Address of a practice."""
    return f"{PRACTICES}{practice_id}/"


def practice_data_address(practice_id: str) -> str:
    """Address of a practice as data."""
    return f"{practice_address(practice_id)}praktyka.json"


def easy_text_address(practice_id: str) -> str:
    """Address of the text about a practice that is easy to read."""
    return f"{practice_address(practice_id)}etr/"


def meeting_address(practice_id: str) -> str:
    """Address of the sheet for a meeting about a practice."""
    return f"{practice_address(practice_id)}na-spotkanie/"


def compared_address(practice_id: str) -> str:
    """Address of the folder with what the comparison says of a practice."""
    return f"{COMPARE}{practice_id}/"


def glossary_address(item_id: str) -> str:
    """Address of an item of the glossary."""
    return f"{GLOSSARY}#haslo-{item_id}"


def member_address(dimension: str, identifier: str) -> str:
    """Address of one term, place, organisation or programme."""
    return f"{INDEXES[dimension]}{identifier}/"


def picture_address(address: str) -> str:
    """Address of the picture that stands for a page where it is shared; of an empty address, for the whole site."""
    return f"{address}karta.png"


def narrowed_address(facet: str, value: str) -> str:
    """Address of the catalogue narrowed to one value of a facet."""
    return narrowed_to({facet: (value,)})


def narrowed_to(chosen: Mapping[str, Iterable[str]]) -> str:
    """Address of the catalogue narrowed to any of some values of each facet.

    >>> narrowed_to({"theme": ("sport", "zielen"), "place": ("gdynia",)})
    'praktyki/?theme=sport&theme=zielen&place=gdynia'
    """
    return f"{PRACTICES}?" + "&".join(f"{facet}={value}" for facet, values in chosen.items() for value in values)


def filled_form_address(given: Mapping[str, str]) -> str:
    """Address of the form for a new practice with some of its fields filled in.

    >>> filled_form_address({"themes": "sport"})
    'zglos/?themes=sport'
    """
    return FORM + "&".join(
        f"{'' if number else '?'}{name}={value}" for number, (name, value) in enumerate(given.items())
    )


def numbered(address: str, number: int) -> str:
    """Address of a further page of a list; the first one is the list itself."""
    return address if number == 1 else f"{address}{_FURTHER_PAGE}-{number}/"


def list_start(address: str) -> str:
    """Address of the list that a further page belongs to; that of any other page as it is.

    >>> list_start("tematy/sport/strona-2/")
    'tematy/sport/'
    """
    return _NUMBERED.sub("", address)


@dataclass(frozen=True, slots=True)
class Links:
    """Writes relative links; ``explicit_index`` names ``index.html``, for folders without a server.

    Pages are named by their Polish addresses throughout; here alone they get those of the language that the links are
    for: ``words`` says what parts of an address are called in it (an empty one begins them all), ``missing`` which
    pages it has not, so that links lead to the Polish ones.
    """

    explicit_index: bool = False
    words: Mapping[str, str] = field(default_factory=dict)
    missing: Collection[str] = frozenset()
    _known: dict[str, str] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What was said of addresses before: those of menus and lists are asked for on every page."""

    def limited_to(self, addresses: Iterable[str]) -> "Links":
        """The same links for a page that names, of those that a language may lack, these and the same on every page."""
        return replace(self, missing=frozenset(self.missing) & {ABOUT, FORM, *addresses})

    def localized(self, address: str) -> str:
        """Where a page stands in the language of these links; files stand in one place for all.

        >>> Links(words={"": "en/", "praktyki": "practices"}).localized("praktyki/las/#pieniadze")
        'en/practices/las/#pieniadze'
        """
        if not self.words:
            return address
        if address not in self._known:
            self._known[address] = self._localized(address)
        return self._known[address]

    def between(self, here: str, there: str) -> str:
        """The link from the page at one address to another page, file or anchor.

        >>> Links().between("praktyki/las/", "tematy/sport/")
        '../../tematy/sport/'
        """
        if there.startswith(("#", "https://", "http://", "mailto:")):
            return there
        return self.to_root(here) + self.from_root(there) or "./"

    def original(self, here: str, there: str) -> str:
        """The link from a page of this language to a page in Polish.

        >>> Links(words={"": "en/", "tematy": "themes"}).original("tematy/sport/", "tematy/sport/")
        '../../../tematy/sport/'
        """
        return self.to_root(here) + Links(self.explicit_index).from_root(there)

    def to_root(self, here: str) -> str:
        """The way from a page to the root of the site, to stand before what :meth:`from_root` gives."""
        return "../" * self.localized(here).count("/")

    def beside(self, here: str, name: str) -> str:
        """The link from a page to a file beside it; beside a page in another language there are none of its own."""
        return name if self.localized(here) == here else self.between(here, here + name)

    def explicit(self, html: str) -> str:
        """HTML whose links to folders of the site name their ``index.html``, where this edition needs it."""
        return _FOLDER_LINK.sub(r"\1index.html\2", html) if self.explicit_index else html

    def from_root(self, address: str) -> str:
        """An address as links name it, from the root of the site."""
        address = self.localized(address)
        path = re.split("[?#]", address, maxsplit=1)[0]
        rest = address[len(path) :]
        if self.explicit_index and (not path or path.endswith("/")):
            path += "index.html"
        return path + rest

    def _localized(self, address: str) -> str:
        path = re.split("[?#]", address, maxsplit=1)[0]
        known = next((start for start in _starts(path) if start in self.words), None)
        if known is None or path in self.missing or (path and not path.endswith("/")):
            return address
        below = _FURTHER.sub(self.words.get(_FURTHER_PAGE, _FURTHER_PAGE), path.removeprefix(known))
        return (self.words[""] + self.words[known] if known else self.words[""]) + below + address[len(path) :]


def _starts(path: str) -> Iterator[str]:
    """Beginnings of an address that a language may have a word for, the longest first."""
    parts = path.split("/")
    yield from ("/".join(parts[:length]) for length in (2, 1) if len(parts) > length)
    if not path:
        yield ""
