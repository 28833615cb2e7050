"""The small chart of a trend."""

import pytest

from rankings.charts.sparkline import DOWN, sparkline
from rankings.charts.trend import Point


def test_line_joins_only_what_follows_and_better_ranks_stand_above():
    chart = sparkline([Point(1, 60), Point(2, 40, follows=True), Point(4, 8)])

    (first, second, third) = chart.places
    assert first[0] < second[0] < third[0]
    assert first[1] > second[1] > third[1]
    assert [(s.x1, s.y1, s.x2, s.y2) for s in chart.segments] == [(*first, *second)]


@pytest.mark.parametrize("points", [[], [Point(1, 8)]])
def test_there_is_none_of_fewer_than_two_ranks(points):
    assert sparkline(points) is None


def test_equal_ranks_make_a_level_line():
    chart = sparkline([Point(1, 8), Point(2, 8, follows=True)])

    assert chart.places[0][1] == chart.places[1][1]


def test_band_stands_in_its_middle():
    chart = sparkline([Point(1, 55), Point(2, 51, band_end=59), Point(3, 50)])

    assert chart.places[0][1] == chart.places[1][1]
    assert all(DOWN[0] <= y <= DOWN[1] for _x, y in chart.places)
