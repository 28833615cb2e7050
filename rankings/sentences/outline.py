"""What the sentences of a point share, and the points below it with them."""

from dataclasses import dataclass, field, replace


@dataclass
class Paragraph:
    """The city that is spoken of, the edition, and whether another ranking is spoken of."""

    cities: list = field(default_factory=list)
    when: object = None  # the token of an edition or a date
    is_foreign: bool = False
    names_anything: bool = False
    lists_cities: bool = False


class Outline:
    """A point begins with what the point above it said, not with what its neighbour did."""

    def __init__(self):
        self.points = [(0, Paragraph())]

    def enter(self, depth):
        """The paragraph that a sentence belongs to; with a `depth` it opens a new point."""
        if depth:
            while self.points[-1][0] >= depth:
                self.points.pop()
            self.points.append((depth, replace(self.points[-1][1])))
        return self.points[-1][1]
