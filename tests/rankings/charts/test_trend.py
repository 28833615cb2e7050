import tomllib
from datetime import date
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rankings.charts.axes import edition_axis
from rankings.charts.labels import MOST_LABELLED, NARROW, WIDE, text_width
from rankings.charts.trend import BASE, LEFT, LOWEST, RIGHT, TOP, Point, trend_chart

SAMPLES = tomllib.loads((Path(__file__).parent / "trend.toml").read_text("utf-8"))["charts"]
WIDTHS = (NARROW, 320, 500, WIDE, 768, 1160)
ROUNDING = 0.02  # percent, or pixels


def read_point(text):
    day, rank, *follows = text.split()
    return Point(date.fromisoformat(day).toordinal(), int(rank), bool(follows))


def layout(points):
    return trend_chart(points, [text_width(f"{point.rank}th") for point in points])


@st.composite
def histories(draw):
    """Up to 60 editions on any days, near each other or far apart, some of them missing."""
    days = sorted(draw(st.lists(st.integers(0, 3000), min_size=1, max_size=60)))
    scale = draw(st.sampled_from([1, 4, 20]))
    first = draw(st.integers(1, date.max.toordinal() - days[-1] * scale))
    worst = draw(st.sampled_from([1, 3, 20, 80, 900, 32767]))
    return [
        Point(first + day * scale, draw(st.integers(1, worst)), draw(st.booleans())) for day in days
    ]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample["name"])
def test_chart_of_a_known_course(sample):
    chart = layout([read_point(text) for text in sample["points"]])

    chief = [i for i, mark in enumerate(chart.marks) if mark.label and not mark.label.is_extra]
    assert [tick.value for tick in chart.rank_ticks] == sample["rank_ticks"]
    assert [tick.value for tick in chart.ticks] == sample["years"]
    assert len(chart.segments) == sample["segments"]
    assert chief == sample["chief_labels"]


@given(histories())
def test_everything_lies_inside_the_frame(points):
    chart = layout(points)

    for mark in chart.marks:
        assert LEFT <= mark.x <= RIGHT
        assert TOP <= mark.y <= LOWEST
    for tick in chart.ticks:
        assert LEFT <= tick.at <= RIGHT
    for tick in chart.rank_ticks:
        assert TOP <= tick.at <= LOWEST
    for width, boxes in visible_boxes(chart):
        for box in boxes:
            assert box.left >= 0
            assert box.right <= width + ROUNDING
            assert box.top >= 0
            assert box.bottom <= BASE


@given(histories())
def test_better_ranks_stand_higher_and_later_ones_further_right(points):
    chart = layout(points)

    placed = list(zip(points, chart.marks, strict=True))
    for (point, mark), (other, other_mark) in combinations(placed, 2):
        assert (point.at <= other.at) == (mark.x <= other_mark.x) or point.at == other.at
        if point.rank < other.rank:
            assert mark.y <= other_mark.y
        if point.rank == other.rank:
            assert mark.y == other_mark.y


@given(histories())
def test_axis_begins_with_the_first_rank_and_its_labels_keep_apart(points):
    chart = layout(points)

    values = [tick.value for tick in chart.rank_ticks]
    heights = [tick.at for tick in chart.rank_ticks]
    assert values[0] == 1
    assert values == sorted(set(values))
    assert len(values) <= 6
    assert all(lower - upper >= 14 for upper, lower in pairwise(heights))


@given(histories())
def test_years_are_marked_where_they_begin(points):
    chart = layout(points)

    years = [tick.value for tick in chart.ticks]
    gap = (chart.ticks[1].at - chart.ticks[0].at) / 100 * NARROW
    assert years[0] == date.fromordinal(points[0].at).year
    assert years[-1] <= date.fromordinal(points[-1].at).year + 1
    assert gap >= 30


@given(histories())
def test_line_joins_only_an_edition_to_the_one_just_before(points):
    chart = layout(points)

    ends = [(segment.x2, segment.y2) for segment in chart.segments]
    joined = zip(points[1:], chart.marks[1:], strict=True)
    assert ends == [(mark.x, mark.y) for point, mark in joined if point.follows]


# The labels of the first two stood the other way round, and met on a wider chart.
CROSSING = ["2001-02-05 1", "2001-02-05 1", "2001-02-05 1", "2001-02-06 2", "2002-01-01 28"]


@given(histories())
@example([read_point(text) for text in CROSSING])
def test_labels_never_touch_each_other(points):
    chart = layout(points)

    for _width, boxes in visible_boxes(chart):
        for box, other in combinations(boxes, 2):
            assert not box.overlaps(other)


@given(histories())
def test_last_rank_is_always_written(points):
    assert layout(points).marks[-1].label


@pytest.mark.parametrize("count", [MOST_LABELLED, MOST_LABELLED + 1])
def test_long_course_has_its_ends_and_its_best_rank_written_alone(count):
    points = [
        Point(700_000 + 200 * number, 1 + abs(10 - number), number > 0) for number in range(count)
    ]

    written = [index for index, mark in enumerate(layout(points).marks) if mark.label]

    assert set(written) >= {0, 10, count - 1}
    assert (len(written) == 3) == (count > MOST_LABELLED)


def test_both_ends_are_written_when_they_are_a_year_apart():
    day = date(2024, 3, 1).toordinal()
    points = [Point(day, 30), Point(day + 365, 30, follows=True)]

    assert [mark.label.is_extra for mark in layout(points).marks] == [False, False]


@given(st.lists(st.integers(1, 32767), min_size=1, max_size=60, unique=True).map(sorted))
def test_editions_stand_at_their_numbers(numbers):
    points = [Point(number, rank) for rank, number in enumerate(numbers, start=1)]

    chart = trend_chart(points, [20] * len(points), edition_axis)

    shown = [tick.value for tick in chart.ticks]
    places = [mark.x for mark in chart.marks]
    assert shown[0] == numbers[0]
    assert shown[-1] <= numbers[-1]
    assert all((later.at - tick.at) / 100 * NARROW >= 30 for tick, later in pairwise(chart.ticks))
    assert places == sorted(places)
    assert places[0] == LEFT
    assert len(places) == 1 or places[-1] == RIGHT


def test_band_is_a_bar_with_its_mark_in_the_middle():
    chart = trend_chart([Point(1, 41), Point(2, 51, follows=True, band_end=60)], [30, 50])

    [bar] = chart.bars
    assert chart.marks[0].y < bar.y1 < chart.marks[1].y < bar.y2 == LOWEST
    assert bar.x1 == bar.x2 == chart.marks[1].x


def visible_boxes(chart):
    """For several widths, the boxes of the labels that a chart of this width shows."""
    labels = [mark.label for mark in chart.marks if mark.label]
    for width in WIDTHS:
        yield width, [label.box(width) for label in labels if width >= WIDE or not label.is_extra]
