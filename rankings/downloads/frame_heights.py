"""How high the frames of pages are, so that nothing in them is cut off and little is left empty."""

from dataclasses import dataclass

NARROWEST = 320
# Of the width, in per cent: by how much wider frames are lower, as texts take fewer lines.
FALL = 35


@dataclass(frozen=True)
class FrameHeight:
    """In pixels: `narrow` is enough from the width NARROWEST on, `wide` where lines are long."""

    narrow: int
    wide: int

    @property
    def style(self):
        """The height between the two, in the terms of CSS; browsers that do not know it skip it."""
        start = self.narrow + NARROWEST * FALL // 100
        return f"height: max({self.wide}px, {start}px - {FALL}cqw)"


def frame_of_lines(cities):
    """The height for a chart of so many lines: narrow ones name each city in a row of its own."""
    return FrameHeight(600 + 29 * cities, 560)
