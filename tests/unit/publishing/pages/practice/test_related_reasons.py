"""Why another practice is worth reading, as readers see it below a practice."""

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser as Tree
from tests.support.samples import PL, plain, practice_page, published

from goodpractices.finding import Related, Shared
from goodpractices.finding.similarity import WEIGHTS


def reason(parent: Path, *shared: Shared) -> str:
    catalogue = published(parent, {"las": {}, "staw": {}})
    related = Related(catalogue.practices["staw"], "alike", shared=shared)
    node = Tree(practice_page(catalogue, related=[related]).content).css_first(".related__reason")
    assert node
    return plain(node.text())


def test_one_thing_in_common_is_named_by_its_label(tmp_path: Path) -> None:
    assert reason(tmp_path, Shared("places", ("gdynia",))) == "to samo miejsce: Gdynia"


def test_several_things_are_named_in_their_order_two_kinds_apart(tmp_path: Path) -> None:
    shared = Shared("themes", ("sport", "zielen")), Shared("organisations", ("um-gdynia",))
    assert reason(tmp_path, *shared) == "te same tematy: sport, zieleń; ta sama organizacja: Urząd Miasta Gdyni"


def test_every_kind_of_likeness_has_its_words(tmp_path: Path) -> None:
    wider = [f"wider_{each}" for each in ("themes", "target_groups", "places")]
    terms = {"themes": "sport", "target_groups": "seniorzy", "places": "gdynia", "organisations": "um-gdynia"}
    shared = [Shared(each, (terms[each.removeprefix("wider_")],)) for each in (*terms, *wider)]
    shared += [Shared("programmes", ("fundusz",)), Shared("words", ("świetlica",))]
    assert reason(tmp_path, *shared).count(": ") == len(shared)
    assert all(f"related.alike.{name}" in PL for name in WEIGHTS if name != "kinds")


def test_words_are_shown_as_they_are(tmp_path: Path) -> None:
    assert reason(tmp_path, Shared("words", ("asystent", "KDW"))) == "wspólne słowa: asystent, KDW"
