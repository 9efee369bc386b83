"""The outlines of countries, and the sheet on which they lie."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from graph.picture.outlines import outlines
from graph.picture.outlines.map_sheet import map_sheet

PLACES = {"Ankara": (39.9, 32.9), "Urumqi": (43.8, 87.6), "Alice Springs": (-23.7, 133.9)}
SEAS = {"Black Sea": (43.0, 34.0), "Tasman Sea": (-38.0, 160.0)}


def around(line, place):
    """Whether a line goes around a place: it is crossed an odd number of times."""
    lat, lon = place
    steps = pairwise(line)
    east = [
        x1 + (lat - y1) / (y2 - y1) * (x2 - x1)
        for (y1, x1), (y2, x2) in steps
        if (y1 > lat) != (y2 > lat)
    ]
    return sum(x > lon for x in east) % 2 == 1


def test_land_is_within_one_country_and_the_sea_in_none():
    for name, place in PLACES.items():
        assert sum(around(line, place) for line in outlines()) == 1, name
    for name, place in SEAS.items():
        assert not any(around(line, place) for line in outlines()), name


def test_no_outline_leaps_across_the_earth():
    leaps = [abs(one[1] - other[1]) for line in outlines() for one, other in pairwise(line)]
    assert max(leaps) < 180


degrees = st.tuples(st.floats(-80, 80), st.floats(-179, 179))


@given(st.lists(degrees, min_size=1, max_size=6))
def test_a_sheet_shows_every_place_that_it_is_made_for_north_above_south(places):
    sheet = map_sheet(places)
    shares = [sheet.at(*place) for place in places]
    assert all(0 < share < 1 for place in shares for share in place)
    north = max(range(len(places)), key=lambda i: places[i][0])
    assert shares[north][1] == min(y for _, y in shares)


@given(degrees)
def test_the_outlines_of_a_sheet_are_near_it(place):
    for line in map_sheet([place]).land(1000):
        assert min(line[::2]) <= 1000
        assert max(line[::2]) >= 0
