"""The shape of a trend, without axes: time across, the better rank above."""

from dataclasses import dataclass

from .axes import Scale
from .trend import Segment, segments

HEIGHT = 72
# Percent across, pixels down.
ACROSS = (3.0, 97.0)
DOWN = (10.0, 62.0)


@dataclass(frozen=True)
class Sparkline:
    segments: list[Segment]
    places: list[tuple[float, float]]
    height: int = HEIGHT


def sparkline(points):
    """The layout of `points` in the order in which the line joins them; None of fewer than two.

    A band of ranks stands in its middle.
    """
    if len(points) < 2:
        return None
    days, ranks = [point.at for point in points], [point.middle for point in points]
    x = Scale((min(days), max(days) + 1), ACROSS)
    y = Scale((min(ranks), max(ranks) + 1), DOWN)
    places = [(x(day), y(rank)) for day, rank in zip(days, ranks, strict=True)]
    line = [Segment(*start, *end) for start, end in segments(points, places)]
    return Sparkline(line, places)
