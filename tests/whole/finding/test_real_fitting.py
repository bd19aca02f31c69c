"""What the entries say of municipalities does not contradict where their practices run."""

import pytest
from tests.support.paths import PRACTICES
from tests.support.real import real_catalogue

from goodpractices.catalogue import Practice
from goodpractices.finding import Municipality, conditions_of, judge, municipality_of

RAN = ("piloting", "adopted", "adapted")
# The catalogue is read by the tests, not by whoever only asks which tests there are.
IDS = sorted(path.parent.name for path in PRACTICES.glob("*/index.md"))


@pytest.fixture(params=IDS)
def practice(request: pytest.FixtureRequest) -> Practice:
    return real_catalogue().practices[request.param]


def where_it_ran(practice: Practice) -> dict[str, Municipality]:
    """The towns and municipalities where the practice was carried out or adopted, by id."""
    ids = [each.place for each in practice.places if each.role == "implemented"]
    ids += [each.place for each in practice.adoptions if each.place and each.state in RAN]
    places = (real_catalogue().places[each] for each in ids)
    return {each.id: municipality_of(each) for each in places if each.level in ("town", "municipality")}


def test_no_municipality_hears_no_of_a_practice_that_ran_there(practice: Practice) -> None:
    verdicts = {name: judge(conditions_of(practice), place).fit for name, place in where_it_ran(practice).items()}
    assert "does-not-fit" not in verdicts.values(), verdicts


def test_where_a_practice_ran_is_said_of_several_municipalities_and_with_a_source(practice: Practice) -> None:
    fits = practice.transfer.fits if practice.transfer else None
    if fits is None:
        return
    assert fits.source, practice.id
    size = fits.population
    if fits.tried and size:
        assert size.min != size.max


@pytest.mark.parametrize(
    ("municipality", "least"),
    [
        (Municipality(5000, "rural"), 2),
        (Municipality(20000, "urban-rural"), 3),
        (Municipality(250000, "city-county"), 4),
    ],
)
def test_some_practices_fit_a_village_a_town_and_a_city(municipality: Municipality, least: int) -> None:
    fitting = [each.id for each in real_catalogue().published if judge(conditions_of(each), municipality).fit == "fits"]
    assert len(fitting) >= least, fitting
