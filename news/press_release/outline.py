"""Points within points: where each line with a mark belongs."""

from dataclasses import dataclass, field

from .marks import Bullet, Label
from .tree import Block, Item, Points

DEEPEST = 3
# Labels can be nested without end; more than this is no longer an outline that anyone wrote.
REMEMBERED = 8


@dataclass(slots=True)
class Place:
    """An open point.

    ``is_flush``: it is not indented against the point above it. ``numbers``: the last number of
    each style of label directly below it.
    """

    blocks: list[Block]
    level: int = 0
    indent: int = -1
    depth: int = 0
    style: str | None = None
    is_flush: bool = False
    numbers: dict[str, int] = field(default_factory=dict)


class Outline:
    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._letters: dict[str, int] = {}
        self.close()

    def close(self) -> None:
        """Ends all points: the next one begins a new list."""
        self._open = [Place(self.blocks)]

    @property
    def innermost(self) -> list[Block]:
        """Where a block goes that belongs to the point above it."""
        return self._open[-1].blocks

    def follows(self, label: Label) -> bool:
        """Does it continue an order? A wrapped line may begin with «다.», too."""
        if label.style not in ("가.", "가)", "(가)"):
            return True
        return label.number == 1 or self._letters.get(label.style) == label.number - 1

    def add_bullet(self, bullet: Bullet, indent: int) -> tuple[Item, bool]:
        """The new point, and whether it was folded into the deepest level."""
        while not self._holds_bullet(self._open[-1], bullet.level, indent):
            self._open.pop()
        return self._add(Item(), bullet.level, None, indent)

    def add_label(self, label: Label, indent: int) -> tuple[Item, bool]:
        self._letters[label.style] = label.number
        while self._is_beside(self._open[-1], indent):
            self._open.pop()
        del self._open[self._home_of(label, indent) + 1 :]
        parent = self._open[-1]
        parent.numbers[label.style] = label.number
        item = Item(label.written, label.number)
        return self._add(item, parent.level + 1, label.style, indent)

    def _holds_bullet(self, place: Place, level: int, indent: int) -> bool:
        if place.level < level:
            return True
        # At the level of a label the indentation tells whether a bullet stands below or after it;
        # in a text without indentation it stands below.
        is_below = indent > place.indent or (place.is_flush and indent == place.indent)
        return place.style is not None and place.level == level and is_below

    @staticmethod
    def _is_beside(place: Place, indent: int) -> bool:
        """A label belongs to the point above it, unless it is written no further to the right."""
        is_aligned = place.indent == indent and place.depth > 1 and not place.is_flush
        return place.indent > indent or is_aligned

    def _home_of(self, label: Label, indent: int) -> int:
        """Position of the open point that holds the list which the label continues or begins."""
        positions = range(len(self._open) - 1, -1, -1)
        for position in positions:
            if self._open[position].numbers.get(label.style) == label.number - 1:
                return position
        top = self._open[-1]
        if label.number > 1:
            homes = (at for at in positions if label.style in self._open[at].numbers)
            return next(homes, positions[0])
        is_restart = top.style == label.style and top.indent >= indent
        return positions[0] - 1 if is_restart else positions[0]

    def _add(self, item: Item, level: int, style: str | None, indent: int) -> tuple[Item, bool]:
        parent = self._open[-1]
        is_folded = parent.depth == DEEPEST
        blocks = self._above(parent) if is_folded else parent.blocks
        _append(blocks, item, level if style is None else None, style)
        del self._open[REMEMBERED:]
        depth = min(parent.depth + 1, DEEPEST)
        is_flush = indent == parent.indent
        self._open.append(Place(item.blocks, level, indent, depth, style, is_flush))
        return item, is_folded

    def _above(self, parent: Place) -> list[Block]:
        """The blocks of the point that ``parent`` itself stands in."""
        return next(place.blocks for place in reversed(self._open) if place.depth < DEEPEST)


def _append(blocks: list[Block], item: Item, level: int | None, style: str | None) -> None:
    last = blocks[-1] if blocks else None
    if isinstance(last, Points) and _continues(last, item, level, style):
        last.items.append(item)
    else:
        blocks.append(Points(level, style, [item]))


def _continues(last: Points, item: Item, level: int | None, style: str | None) -> bool:
    if (last.level, last.style) != (level, style):
        return False
    return style is None or last.items[-1].number < item.number
