"""Scales and axes: where values stand along a chart, and which of them are written beside it.

Ranks stand upside down, the first at the top. Time is real time, or one edition after another.
"""

from dataclasses import dataclass, replace
from datetime import date

TICK_GAP = 18  # pixels: two ranks on the axis closer than this would touch
TICK_WIDTH = 42  # pixels: a year, or the number of an edition, and the space around it
MOST_TICKS = 5
TICK_STEPS = (1, 2, 5)
# A chart of first places only still shows that there is something below.
LEAST_DOMAIN = 5


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
    """`is_extra` ones have room only on wide charts."""

    at: float
    value: int
    is_extra: bool = False


@dataclass(frozen=True)
class Axis:
    scale: Scale
    ticks: list[Tick]

    def ending_at(self, value):
        """The axis with `value` moved to its end, unless it is the start; no ticks beyond."""
        (first, last), (start, end) = self.scale.domain, self.scale.range_
        if value == first:
            return self
        factor = (last - first) / (value - first)
        moved = [
            replace(tick, at=round(start + (tick.at - start) * factor, 2)) for tick in self.ticks
        ]
        ticks = [tick for tick in moved if tick.at <= end]
        return Axis(Scale((first, value), self.scale.range_), ticks)


def rank_axis(ranks, range_):
    """From the first rank to the worst of `ranks`, with round ones between; in pixels."""
    worst = max(LEAST_DOMAIN, *ranks)
    y = Scale((1, worst), range_)
    step = next(step for step in steps() if worst / step <= MOST_TICKS)
    rounds = range(step, worst + 1, step)
    shown = [1, *(rank for rank in rounds if y(rank) - y(1) >= TICK_GAP)]
    return Axis(y, [Tick(y(rank), rank) for rank in shown])


def date_axis(days, range_, width, wide=None):
    """Whole years around `days`, ordinal numbers of dates; marked where they begin.

    `range_` is in percent of a chart that is `width` pixels wide where it is narrowest. From
    `wide` pixels on there may be more ticks.
    """
    first, end = (date.fromordinal(day).year for day in (min(days), max(days)))
    end += 1
    x = Scale((day_number(first), day_number(end)), range_)
    ticks = ticks_across(first, end, range_, width, wide)
    return Axis(x, [Tick(x(day_number(year)), year, is_extra) for year, is_extra in ticks])


def edition_axis(numbers, range_, width, wide=None):
    """From the lowest of `numbers`, which are those of editions, to the highest."""
    first, last = min(numbers), max(numbers)
    x = Scale((first, max(last, first + 1)), range_)
    ticks = ticks_across(first, last, range_, width, wide)
    return Axis(x, [Tick(x(number), number, is_extra) for number, is_extra in ticks])


def day_number(year):
    """The ordinal of its first of January, also of the year after the last that dates know."""
    past = year - 1
    return 365 * past + past // 4 - past // 100 + past // 400 + 1


def ticks_across(first, last, range_, width, wide):
    """The numbers with room for their texts, each with whether only a wide chart has it."""
    step = tick_step(last - first, range_, width)
    least = tick_step(last - first, range_, wide) if wide else step
    every = next(some for some in steps() if some >= least and step % some == 0)
    return [(number, (number - first) % step > 0) for number in range(first, last + 1, every)]


def tick_step(span, range_, width):
    """How far apart ticks stand so that their texts keep apart on a chart of this width."""
    room = int((range_[1] - range_[0]) / 100 * width / TICK_WIDTH)
    return next(step for step in steps() if span / step <= room)


def steps():
    """1, 2, 5, 10, 20, 50 and so on."""
    power = 1
    while True:
        yield from (step * power for step in TICK_STEPS)
        power *= 10
