"""The layout of a trend chart: numbers only, which a template draws as SVG.

The chart is fluid: x is a percentage of its width, y is in pixels from the top, and texts keep
their size, so that one drawing serves a phone and a desktop.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from .axes import Tick, date_axis, rank_axis
from .labels import NARROW, Label, place_labels

HEIGHT = 300
LEFT, RIGHT = 12, 91  # percent
TOP, BASE = 37, 276  # the first rank, and the line below which the ticks are written
LOWEST = BASE - 28  # the last rank, with room for a label below it
NAME_HEIGHT = 20  # below the ticks


class Point(NamedTuple):
    """A rank, or the band from `rank` to `band_end`, at an ordinal day or number of an edition.

    `follows` says that the point before is of the edition just before.
    """

    at: int
    rank: int
    follows: bool = False
    band_end: int | None = None

    @property
    def worst(self):
        return self.band_end or self.rank

    @property
    def middle(self):
        return (self.rank + self.worst) / 2


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
    """A band of ranks is a bar with its mark in the middle."""

    marks: list[Mark]
    bars: list[Segment]
    segments: list[Segment]
    rank_ticks: list[Tick]
    ticks: list[Tick]
    height: int = HEIGHT
    left: int = LEFT
    base: int = BASE


def trend_chart(
    points: Sequence[Point], label_widths: Sequence[float], axis=date_axis, *, is_named=False
):
    """The Chart of `points`, at least one, in the order in which the line joins them.

    `label_widths` are the widths in pixels of their ranks as they will be written; `axis` says
    what their places across are, whose name has room below them if it `is_named`.
    """
    across = axis([point.at for point in points], (LEFT, RIGHT), NARROW)
    down = rank_axis([point.worst for point in points], (TOP, LOWEST))
    x, y = across.scale, down.scale

    places = [(x(point.at), y(point.middle)) for point in points]
    line = segments(points, places)
    bars = [((x(p.at), y(p.rank)), (x(p.at), y(p.worst))) for p in points if p.band_end]
    drawn = [*line, *bars]
    labels = place_labels(places, label_widths, best=best_of(points), line=drawn, left=LEFT)
    return Chart(
        marks=[Mark(*place, labels.get(index)) for index, place in enumerate(places)],
        bars=[Segment(*best, *worst) for best, worst in bars],
        segments=[Segment(*start, *end) for start, end in line],
        rank_ticks=down.ticks,
        ticks=across.ticks,
        height=HEIGHT + (NAME_HEIGHT if is_named else 0),
    )


def best_of(points):
    """The index of the best rank, the latest of equals."""
    return min(range(len(points)), key=lambda index: (points[index].rank, -index))


def segments(points, places):
    """The pieces of the line; where an edition is missing there is none."""
    pairs = zip(pairwise(places), points[1:], strict=True)
    return [pair for pair, point in pairs if point.follows]
