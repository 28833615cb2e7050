"""The layout of several cities' lines in one chart, and of the labels at their ends.

A chart is three drawings side by side: the ranks on the left and the labels on the right have
widths in pixels, the plot between them is fluid, with x in percent of its own width and y in
pixels from the top. So labels that keep apart do so on every width.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count, groupby, pairwise
from typing import NamedTuple

from .axes import Tick, date_axis, rank_axis
from .trend import Point, Segment

HEIGHT = 360
TOP, BASE = 28, 316  # the first rank, and the line below which the ticks are written
LOWEST = BASE - 12
START, END = 2, 98  # percent
AXIS_WIDTH = 36
NARROW, WIDE = 170, 480  # pixels: the plot on the narrowest phone and where all is shown
LABEL_GAP = 17  # pixels from the base line of a label to the next
LABEL_LEFT = 28  # pixels from the plot, behind a line that leads there and a symbol
LABEL_MIDDLE = 4  # from the middle of a text down to its base line
# Pixels: how wide symbols are, and how close above each other they still tell apart.
MARK_WIDTH, MARK_GAP = 8, 3
PANEL_PADDING, PANEL_ROW, PANEL_GAP, SYMBOL_WIDTH = 10, 20, 12, 16  # pixels
# Percent: panels of columns further right stand on their left. The labels' room is theirs too.
PANEL_TURNS = 62
# With more editions, symbols between the ends of lines are hidden on phones, then left out.
MOST_MARKS_NARROW, MOST_MARKS = 14, 40


class Mark(NamedTuple):
    """A symbol at `x` percent and `dx` pixels.

    `starts` says that no line leads to it, `ends` that none leads on.
    """

    x: float
    y: float
    dx: float
    starts: bool
    ends: bool

    @property
    def is_lone(self):
        return self.starts and self.ends

    @property
    def is_between(self):
        return not (self.starts or self.ends)


@dataclass(frozen=True)
class Run:
    """Points that are joined, editions one after the other."""

    places: Sequence[tuple[float, float]]

    def stretched(self, factor):
        return Run([(round(x * factor, 2), y) for x, y in self.places])

    @property
    def points(self):
        """The coordinates as SVG lists them."""
        return " ".join(f"{x:g},{y:g}" for x, y in self.places)


@dataclass(frozen=True)
class Line:
    """What is drawn of one city. `label_y` is the base line of its label, if it has one.

    A band of ranks is a bar with its mark in the middle.
    """

    runs: list[Run]
    marks: list[Mark]
    bars: list[Segment]
    label_y: float | None

    @property
    def last(self):
        return self.marks[-1]

    def with_few_marks(self):
        return replace(self, marks=[mark for mark in self.marks if not mark.is_between])

    @property
    def lone(self):
        return [mark for mark in self.marks if mark.is_lone]

    @property
    def label_middle(self):
        return self.label_y - LABEL_MIDDLE


@dataclass(frozen=True)
class Column:
    """The part of the chart, from `left` on and `width` wide, that shows the edition at `x`."""

    x: float
    left: float
    width: float


@dataclass(frozen=True)
class Panel:
    """Values beside a column: a box `left` pixels from its middle, with base lines of texts."""

    left: float
    width: float
    height: float
    heading: float
    rows: list[float]
    top: int = TOP
    padding: int = PANEL_PADDING

    @property
    def text_left(self):
        return self.left + self.padding


@dataclass(frozen=True)
class LinesChart:
    """`width` is that of the whole chart in pixels, None for a fluid one."""

    lines: list[Line]
    columns: list[Column]
    rank_ticks: list[Tick]
    ticks: list[Tick]
    ends_width: float
    height: int = HEIGHT
    base: int = BASE
    axis_width: int = AXIS_WIDTH
    label_left: int = LABEL_LEFT
    width: int | None = None

    @property
    def is_crowded(self):
        """Whether a phone has no room for the symbols between the ends of lines."""
        return len(self.columns) > MOST_MARKS_NARROW

    def for_width(self, width):
        """The chart for pictures, which are `width` pixels wide; their lines are in pixels."""
        fixed = replace(self, width=width)
        factor = fixed.plot_width / 100
        lines = [
            replace(line, runs=[run.stretched(factor) for run in line.runs]) for line in self.lines
        ]
        return replace(fixed, lines=lines)

    @property
    def plot_width(self):
        """How wide lines think the plot is: 100 where they are stretched to any width."""
        return self.width - self.axis_width - self.ends_width if self.width else 100

    @property
    def ends_left(self):
        return self.width - self.ends_width


def lines_chart(courses: Sequence[Sequence[Point]], label_widths, columns, axis=date_axis):
    """Lay out the points of each city, at least one each, in the order in which a line joins them.

    `label_widths` are in pixels, None for a line without a label; `columns` are the places of
    all editions shown, in order; `axis` says what places are.
    """
    across = axis(columns, (START, END), NARROW, WIDE).ending_at(columns[-1])
    down = rank_axis([point.worst for points in courses for point in points], (TOP, LOWEST))
    x, y = {place: across.scale(place) for place in columns}, down.scale

    placed = [[(x[point.at], y(point.middle)) for point in points] for points in courses]
    labelled = [index for index, width in enumerate(label_widths) if width is not None]
    shifts = side_by_side([place for index in labelled for place in placed[index]])
    middles = spread([placed[index][-1][1] for index in labelled], LABEL_GAP, TOP, LOWEST)
    label_ys = {i: middle + LABEL_MIDDLE for i, middle in zip(labelled, middles, strict=True)}
    lines = [
        line(points, places, y, shifts if index in label_ys else None, label_ys.get(index))
        for index, (points, places) in enumerate(zip(courses, placed, strict=True))
    ]
    return LinesChart(
        lines=lines if len(columns) <= MOST_MARKS else [line.with_few_marks() for line in lines],
        columns=columns_at([x[place] for place in columns]),
        rank_ticks=down.ticks,
        ticks=across.ticks,
        ends_width=LABEL_LEFT + max((label_widths[index] for index in labelled), default=0),
    )


def line(points, places, y, shifts, label_y):
    """The Line of one city; from `shifts`, if there are any, it takes those of its marks."""
    return Line(
        runs=[Run(run) for run in runs(points, places) if len(run) > 1],
        marks=marks(points, places, shifts),
        bars=[
            Segment(x, y(point.rank), x, y(point.worst))
            for point, (x, _middle) in zip(points, places, strict=True)
            if point.band_end
        ],
        label_y=label_y,
    )


def marks(points, places, shifts):
    starts = [not point.follows for point in points]
    ends = [*starts[1:], True]
    return [
        Mark(*place, shifts[place].pop(0) if shifts else 0, start, end)
        for place, start, end in zip(places, starts, ends, strict=True)
    ]


def runs(points, places):
    """Lists of places that follow on each other; where an edition is missing a new one begins."""
    found = []
    for point, place in zip(points, places, strict=True):
        if not (point.follows and found):
            found.append([])
        found[-1].append(place)
    return found


def side_by_side(places):
    """For each of `places`, how far to the side the marks there stand so that all are seen."""
    shifts = defaultdict(list)
    for _x, column in groupby(sorted(places), key=lambda place: place[0]):
        taken = []
        for place in column:
            near = {dx for y, dx in taken if place[1] - y < MARK_GAP}
            shift = next(dx for dx in sideways() if dx not in near)
            taken.append((place[1], shift))
            shifts[place].append(shift)
    return shifts


def sideways():
    """From the middle to ever farther on both sides."""
    yield 0
    for number in count(1):
        yield from (number * MARK_WIDTH, -number * MARK_WIDTH)


def columns_at(places):
    """A Column around each of `places`, which ascend; they meet halfway between them."""
    halves = [(place + later) / 2 for place, later in pairwise(places)]
    edges = [0, *halves, 100]
    return [
        Column(place, round(left, 2), round(right - left, 2))
        for place, (left, right) in zip(places, pairwise(edges), strict=True)
    ]


def panel(column, heading_width, row_widths):
    """The Panel for a heading and rows of these widths, on the side of the column with room."""
    widths = [heading_width, *(SYMBOL_WIDTH + row for row in row_widths)]
    width = round(2 * PANEL_PADDING + max(widths))
    heading, *rows = (TOP + number * PANEL_ROW for number in range(1, len(widths) + 1))
    left = PANEL_GAP if column.x <= PANEL_TURNS else -PANEL_GAP - width
    return Panel(left, width, len(widths) * PANEL_ROW + PANEL_PADDING, heading, rows)


def spread(wanted, gap, low, high):
    """Places as near to the `wanted` ones as a `gap` between them allows, from `low` to `high`.

    Labels that crowd share the middle of what they want, which is the pooling of isotonic
    regression. The gap shrinks when there are too many for the room.
    """
    if len(wanted) > 1:
        gap = min(gap, (high - low) / (len(wanted) - 1))
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    pools = []  # (sum, number) of what neighbours want, less the gaps before them
    for number, index in enumerate(order):
        pools.append((wanted[index] - number * gap, 1))
        while len(pools) > 1 and mean(pools[-2]) >= mean(pools[-1]):
            total, count = pools.pop()
            pools[-1] = (pools[-1][0] + total, pools[-1][1] + count)
    most = high - (len(wanted) - 1) * gap
    bases = [min(max(mean(pool), low), most) for pool in pools for _ in range(pool[1])]
    spaced = [round(base + number * gap, 2) for number, base in enumerate(bases)]
    return [place for _index, place in sorted(zip(order, spaced, strict=True))]


def mean(pool):
    total, count = pool
    return total / count
