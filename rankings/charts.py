"""The layout of a trend chart: numbers only, which a template draws as SVG.

The chart is fluid: x is a percentage of its width, y is in pixels from the top, and texts keep
their size, so that one drawing serves a phone and a desktop. Ranks stand upside down, the
first at the top; time is real time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from .chart_labels import NARROW, Label, place_labels

HEIGHT = 300
LEFT, RIGHT = 12, 91  # percent
TOP, BASE = 37, 276  # the first rank, and the line below which the years stand
LOWEST = BASE - 28  # the last rank, with room for a label below it
YEAR_WIDTH = 42  # pixels: a year and the space around it
TICK_GAP = 18  # pixels: two ranks on the axis closer than this would touch
MOST_TICKS = 5
TICK_STEPS = (1, 2, 5)
# A chart of first places only still shows that there is something below.
LEAST_DOMAIN = 5


@dataclass(frozen=True)
class Point:
    """A rank on a day. `follows` says that the point before is of the edition just before."""

    on: date
    rank: int
    follows: bool = False


@dataclass(frozen=True)
class Scale:
    """A linear scale from `domain` to `range_`, both as (start, end)."""

    domain: tuple[float, float]
    range_: tuple[float, float]

    def __call__(self, value):
        (start, end), (first, last) = self.domain, self.range_
        return round(first + (value - start) / (end - start) * (last - first), 2)


@dataclass(frozen=True)
class Tick:
    at: float
    value: int


@dataclass(frozen=True)
class Segment:
    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True)
class Mark:
    """Where a point lies; `label` is None where there is no room for its rank."""

    x: float
    y: float
    label: Label | None


@dataclass(frozen=True)
class Chart:
    marks: list[Mark]
    segments: list[Segment]
    rank_ticks: list[Tick]
    year_ticks: list[Tick]
    height: int = HEIGHT
    left: int = LEFT
    base: int = BASE


def trend_chart(points: Sequence[Point], label_widths: Sequence[float]) -> Chart:
    """Lay out `points`, at least one, in the order in which the line joins them.

    `label_widths` are the widths in pixels of their ranks as they will be written.
    """
    dates = [point.on for point in points]
    first_year, end_year = min(dates).year, max(dates).year + 1
    x = Scale((day_number(first_year), day_number(end_year)), (LEFT, RIGHT))
    worst = max(LEAST_DOMAIN, *(point.rank for point in points))
    y = Scale((1, worst), (TOP, LOWEST))

    places = [(x(point.on.toordinal()), y(point.rank)) for point in points]
    line = segments(points, places)
    labels = place_labels(places, label_widths, best=best_of(points), line=line, left=LEFT)
    return Chart(
        marks=[Mark(*place, labels.get(index)) for index, place in enumerate(places)],
        segments=[Segment(*start, *end) for start, end in line],
        rank_ticks=[Tick(y(rank), rank) for rank in ranks_on_axis(worst, y)],
        year_ticks=[Tick(x(day_number(year)), year) for year in years(first_year, end_year)],
    )


def day_number(year):
    """The ordinal of its first of January, also of the year after the last that dates know."""
    past = year - 1
    return 365 * past + past // 4 - past // 100 + past // 400 + 1


def best_of(points):
    """The index of the best rank, the latest of equals."""
    return min(range(len(points)), key=lambda index: (points[index].rank, -index))


def segments(points, places):
    """The pieces of the line; where an edition is missing there is none."""
    pairs = zip(pairwise(places), points[1:], strict=True)
    return [pair for pair, point in pairs if point.follows]


def ranks_on_axis(worst, y):
    """The first rank and round ones down to `worst`."""
    step = next(step for step in steps() if worst / step <= MOST_TICKS)
    rounds = range(step, worst + 1, step)
    return [1, *(rank for rank in rounds if y(rank) - y(1) >= TICK_GAP)]


def years(first, end):
    """The years whose beginnings are marked: all, or as many as a narrow chart has room for."""
    room = int((RIGHT - LEFT) / 100 * NARROW / YEAR_WIDTH)
    step = next(step for step in steps() if (end - first) / step <= room)
    return range(first, end + 1, step)


def steps():
    """1, 2, 5, 10, 20, 50 and so on."""
    power = 1
    while True:
        yield from (step * power for step in TICK_STEPS)
        power *= 10
