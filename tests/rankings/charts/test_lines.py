import tomllib
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from rankings.charts.axes import date_axis, edition_axis
from rankings.charts.labels import ASCENT, TEXT_HEIGHT, Box, text_width
from rankings.charts.lines import (
    AXIS_WIDTH,
    BASE,
    END,
    LOWEST,
    MOST_MARKS,
    NARROW,
    START,
    TOP,
    WIDE,
    lines_chart,
    spread,
)
from rankings.charts.trend import Point

SPREADS = tomllib.loads((Path(__file__).parent / "lines.toml").read_text("utf-8"))["spreads"]
WIDTHS = (360, 1200)
SYMBOL = 8  # pixels across
NAMES = [
    "부산",
    "샌프란시스코",
    "상트페테르부르크",
    "Ho Chi Minh City",
    "Rio de Janeiro",
    "LA",
    "Łódź",
]


@st.composite
def comparisons(draw):
    """The courses of up to six cities over up to 60 editions, some missing, many of them tied."""
    axis, least = draw(st.sampled_from([(edition_axis, 1), (date_axis, 700_000)]))
    count = draw(st.integers(1, 60))
    steps = draw(st.lists(st.integers(0, 400), min_size=count, max_size=count))
    columns = [least + sum(steps[: place + 1]) + place for place in range(count)]
    worst = draw(st.sampled_from([1, 3, 20, 200, 32767]))
    known = st.sets(st.integers(0, count - 1), min_size=1)
    courses = []
    for shown in draw(st.lists(known, min_size=1, max_size=6)):
        ranks = st.integers(1, worst)
        courses.append(
            [
                Point(columns[place], draw(ranks), follows=place - 1 in shown)
                for place in sorted(shown)
            ]
        )
    labels = st.builds("{} {}위".format, st.sampled_from(NAMES), st.integers(1, 999))
    texts = draw(st.lists(labels, min_size=len(courses), max_size=len(courses)))
    used = sorted({point.at for points in courses for point in points})
    return courses, [text_width(text) for text in texts], used, axis


def points_of(*ranks):
    """A course through editions 1, 2 and so on, None where there is no rank."""
    return [
        Point(number, rank, follows=number > 1 and ranks[number - 2] is not None)
        for number, rank in enumerate(ranks, start=1)
        if rank
    ]


def chart_of(*courses):
    columns = sorted({point.at for points in courses for point in points})
    return lines_chart(courses, [50.0] * len(courses), columns, edition_axis)


@pytest.mark.parametrize("sample", SPREADS, ids=lambda sample: sample["name"])
def test_labels_spread_as_far_as_they_must(sample):
    assert spread(sample["wanted"], 10, 0, 100) == sample["places"]


@given(st.lists(st.floats(0, 300), max_size=12))
def test_spread_labels_keep_their_order_and_distance(wanted):
    places = spread(wanted, 17, 0, 300)

    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    assert all(0 <= place <= 300.01 for place in places)
    assert all(places[later] - places[one] >= 16.98 for one, later in pairwise(order))


@given(comparisons(), st.sampled_from(WIDTHS))
def test_end_labels_never_touch_and_stay_inside(comparison, width):
    _courses, label_widths, _columns, _axis = comparison

    chart = lines_chart(*comparison).for_width(width)

    boxes = [
        label_box(chart, line, text) for line, text in zip(chart.lines, label_widths, strict=True)
    ]
    for box in boxes:
        assert box.left >= AXIS_WIDTH + chart.plot_width
        assert box.right <= width
        assert box.top >= 0
        assert box.bottom <= BASE
    assert not any(box.overlaps(other) for box, other in combinations(boxes, 2))


def label_box(chart, line, text):
    left = chart.ends_left + chart.label_left
    top = line.label_y - ASCENT
    return Box(left, top, left + text, top + TEXT_HEIGHT)


@given(comparisons())
def test_every_rank_lies_inside_the_frame(comparison):
    chart = lines_chart(*comparison)

    for line in chart.lines:
        for mark in line.marks:
            assert START <= mark.x <= END
            assert TOP <= mark.y <= LOWEST
    for tick in chart.ticks:
        assert START <= tick.at <= END
    for tick in chart.rank_ticks:
        assert TOP <= tick.at <= LOWEST


@given(comparisons())
def test_every_rank_has_a_mark_and_none_hides_another(comparison):
    courses, *_rest = comparison

    chart = lines_chart(*comparison)

    marks = [mark for line in chart.lines for mark in line.marks]
    if len(chart.columns) <= MOST_MARKS:
        assert len(marks) == sum(map(len, courses))
    for mark, other in combinations(marks, 2):
        if mark.x == other.x:
            assert abs(mark.y - other.y) >= 3 or abs(mark.dx - other.dx) >= SYMBOL


@given(comparisons())
def test_better_ranks_stand_higher(comparison):
    courses, *_rest = comparison

    chart = lines_chart(*comparison)

    assume(len(chart.columns) <= MOST_MARKS)
    placed = [
        (point.rank, mark.y)
        for points, line in zip(courses, chart.lines, strict=True)
        for point, mark in zip(points, line.marks, strict=True)
    ]
    for (rank, y), (worse, lower) in combinations(sorted(placed), 2):
        assert y <= lower if rank < worse else y == lower


@given(comparisons())
def test_lines_join_only_an_edition_to_the_one_just_before(comparison):
    courses, *_rest = comparison

    chart = lines_chart(*comparison)

    for points, line in zip(courses, chart.lines, strict=True):
        joined = sum(len(run.places) - 1 for run in line.runs)
        assert joined == sum(point.follows for point in points)


@given(comparisons())
def test_columns_cover_the_plot_once_around_their_editions(comparison):
    _courses, _widths, columns, _axis = comparison

    chart = lines_chart(*comparison)

    assert len(chart.columns) == len(columns)
    assert chart.columns[0].left == 0
    assert sum(column.width for column in chart.columns) == pytest.approx(100, abs=1)
    for column in chart.columns:
        assert column.left <= column.x <= column.left + column.width + 0.02


@given(comparisons())
def test_ticks_across_keep_apart_on_a_phone(comparison):
    ticks = lines_chart(*comparison).ticks

    chief = [tick for tick in ticks if not tick.is_extra]
    assert ticks[0] == chief[0]
    assert all((later.at - tick.at) / 100 * NARROW >= 30 for tick, later in pairwise(chief))
    assert all((later.at - tick.at) / 100 * WIDE >= 30 for tick, later in pairwise(ticks))


def test_last_edition_stands_at_the_end_before_the_labels():
    chart = chart_of(points_of(62, 41, 8), points_of(3, None, 2))

    assert [line.last.x for line in chart.lines] == [END, END]


def test_line_breaks_where_an_edition_is_missing():
    [line] = chart_of(points_of(62, None, 41, 8)).lines

    assert [len(run.places) for run in line.runs] == [2]
    assert [mark.ends for mark in line.marks] == [True, False, True]
    assert [mark.starts for mark in line.marks] == [True, True, False]
    assert [mark.is_lone for mark in line.marks] == [True, False, False]


def test_cities_on_one_rank_stand_side_by_side():
    one, other = chart_of(points_of(3, 8), points_of(5, 8)).lines

    assert one.last.y == other.last.y
    assert [one.last.dx, other.last.dx] == [0, 8]
    assert [one.marks[0].dx, other.marks[0].dx] == [0, 0]


def test_band_is_a_bar_around_its_mark():
    [line] = chart_of([Point(1, 41), Point(2, 51, follows=True, band_end=60)]).lines

    [bar] = line.bars
    assert bar.y1 < line.last.y < bar.y2


def test_chart_for_a_picture_has_its_lines_in_pixels():
    chart = chart_of(points_of(62, 41, 8)).for_width(720)

    [line] = chart.lines
    [run] = line.runs
    assert chart.axis_width + chart.plot_width + chart.ends_width == 720
    assert [x for x, _y in run.places] == pytest.approx(
        [mark.x / 100 * chart.plot_width for mark in line.marks], abs=0.01
    )
    assert run.points.split()[-1] == f"{run.places[-1][0]:g},{run.places[-1][1]:g}"


def test_lines_without_a_label_push_no_marks_aside():
    courses = [points_of(8, 8), points_of(8, 9)]

    chart = lines_chart(courses, [40.0, None], [1, 2], edition_axis)

    assert [mark.dx for line in chart.lines for mark in line.marks] == [0, 0, 0, 0]


def test_line_without_a_label_takes_no_room_at_the_end():
    chart = lines_chart([points_of(1, 2), points_of(2, 1)], [40.0, None], [1, 2], edition_axis)

    assert [line.label_y is None for line in chart.lines] == [False, True]
    assert chart.ends_width == chart.label_left + 40


def test_marks_between_the_ends_of_a_line_are_the_first_to_go():
    [line] = chart_of(points_of(62, 41, 8, None, 7)).lines

    assert [mark.is_between for mark in line.marks] == [False, True, False, False]


def test_symbols_become_fewer_as_editions_become_more():
    few, crowded, dense = (chart_of(points_of(*[1] * count)) for count in (14, 40, 41))

    assert [chart.is_crowded for chart in (few, crowded, dense)] == [False, True, True]
    assert [len(chart.lines[0].marks) for chart in (few, crowded, dense)] == [14, 40, 2]
