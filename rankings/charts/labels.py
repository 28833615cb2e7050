"""Where the ranks are written in a trend chart, so that they touch neither line nor each other.

The width of the chart is not known when it is laid out. As it grows, texts keep their size and
points move apart: labels that stand in the order of their points, clear of each other on the
narrowest chart, stay so. Only the slope of the line changes, which is why it is looked at in
several widths.
"""

import unicodedata
from dataclasses import dataclass
from typing import NamedTuple

NARROW, WIDE = 280, 640  # pixels: the narrowest chart, and where labels of all points appear
WIDTHS = (NARROW, 440, WIDE, 900, 1200)
RADIUS = 6  # pixels around a point that stay clear
# Of more points, only the chief ones have a label: the others would say where there was room.
MOST_LABELLED = 30
TEXT_SIZE = 13
TEXT_HEIGHT = 14
# From a point to the base line of a text above or below it, and from its middle to its edge.
ABOVE, BELOW = -10, 20
ASCENT = 11
OVERHANG = 7
# The same for a text in one of the four corners around a point.
BESIDE, UPPER, LOWER = 8, -4, 14
POSITIONS = [
    ("middle", 0, ABOVE),
    ("middle", 0, BELOW),
    ("end", OVERHANG, ABOVE),
    ("start", -OVERHANG, ABOVE),
    ("end", OVERHANG, BELOW),
    ("start", -OVERHANG, BELOW),
    ("end", -BESIDE, UPPER),
    ("start", BESIDE, LOWER),
    ("start", BESIDE, UPPER),
    ("end", -BESIDE, LOWER),
]
SHIFTS = {"start": 0, "middle": 0.5, "end": 1}


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other):
        return self.left < other.right and other.left < self.right and self.is_level_with(other)

    def is_level_with(self, other):
        return self.top < other.bottom and other.top < self.bottom


@dataclass(frozen=True)
class Label:
    """A text at `x` percent and `dx` pixels, on the base line `y`, of `width` pixels.

    `is_extra` ones have room only from WIDE on.
    """

    x: float
    dx: float
    y: float
    anchor: str
    width: float
    is_extra: bool

    def box(self, chart_width):
        left = self.x / 100 * chart_width + self.dx - SHIFTS[self.anchor] * self.width
        top = self.y - ASCENT
        return Box(left, top, left + self.width, top + TEXT_HEIGHT)

    def stays_apart_from(self, other, width):
        """Whether the two never touch on a chart of `width` or more."""
        earlier, later = sorted((self, other), key=lambda label: label.x)
        box, next_box = earlier.box(width), later.box(width)
        is_ordered = box.right <= next_box.left
        is_fixed = earlier.x == later.x and not box.overlaps(next_box)
        return is_ordered or is_fixed or not box.is_level_with(next_box)


def text_width(text):
    """About how many pixels `text` takes: an em for each Hangul letter, 0.6 for any other."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return TEXT_SIZE * (wide + 0.6 * (len(text) - wide))


def place_labels(places, widths, *, best, line, left):
    """Labels by the index of their place: the last, the first, the best, then all with room.

    Of more than MOST_LABELLED places only those three are labelled.
    `places` are (x, y), `line` is pairs of them; `left` is where the axis of ranks stands.
    """
    chief = [len(places) - 1, 0, best]
    others = range(len(places)) if len(places) <= MOST_LABELLED else ()
    placed = {}
    for index in dict.fromkeys([*chief, *others]):
        room = Room(places, line, left, index, list(placed.values()))
        label = room.find(widths[index], is_extra=index not in chief)
        if label:
            placed[index] = label
    return placed


@dataclass(frozen=True)
class Room:
    """What surrounds the place of number `index`."""

    places: list
    line: list
    left: float
    index: int
    placed: list[Label]

    def find(self, width, *, is_extra):
        """A label in the best free position; the chief ones cross the line rather than miss."""
        x, y = self.places[self.index]
        labels = [Label(x, dx, y + dy, anchor, width, is_extra) for anchor, dx, dy in POSITIONS]
        apart = [label for label in labels if self.is_apart(label)]
        clear = (label for label in apart if self.is_clear(label))
        return next(clear, None) or (apart[0] if apart and not is_extra else None)

    def is_apart(self, label):
        """Inside the frame and away from the other labels, in the least width it is shown in."""
        width = WIDE if label.is_extra else NARROW
        box = label.box(width)
        axis = self.left / 100 * width - OVERHANG
        inside = box.left >= axis and box.right <= width
        return inside and all(label.stays_apart_from(other, width) for other in self.placed)

    def is_clear(self, label):
        """Away from points and line, in every width."""
        least = WIDE if label.is_extra else NARROW
        return not any(self.touches(label.box(width), width) for width in WIDTHS if width >= least)

    def touches(self, box, width):
        return any(box.overlaps(around(scaled(place, width))) for place in self.places) or any(
            crosses(box, scaled(start, width), scaled(end, width)) for start, end in self.line
        )


def scaled(place, width):
    x, y = place
    return x / 100 * width, y


def around(point):
    x, y = point
    return Box(x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS)


def crosses(box, start, end):
    """Whether the line from `start` to `end` meets `box`, by cutting it to the box's sides."""
    enters, leaves = 0.0, 1.0
    for origin, target, low, high in (
        (start[0], end[0], box.left, box.right),
        (start[1], end[1], box.top, box.bottom),
    ):
        if origin == target:
            if not low < origin < high:
                return False
            continue
        cuts = sorted(((low - origin) / (target - origin), (high - origin) / (target - origin)))
        enters, leaves = max(enters, cuts[0]), min(leaves, cuts[1])
    return enters < leaves
